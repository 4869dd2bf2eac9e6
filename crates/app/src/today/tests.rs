use serde_json::{Value, json};

use crate::desk::trial::Trial;

#[test]
fn b2_b9_today_reminds_of_constructive_notes_only() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    for polarity in ["praise", "constructive"] {
        trial.call("folder.keep_note", json!({ "person": maya, "polarity": polarity, "text": polarity }));
    }
    let me = trial.call("person.list", json!({}))[0]["id"].clone();
    let heard = json!({ "person": me, "polarity": "constructive", "text": "heard about me" });
    trial.call("folder.keep_note", heard);
    let waiting: Vec<Value> =
        trial.call("today.get", json!({}))["unraised"].as_array().cloned().unwrap_or_default();
    let texts: Vec<&Value> = waiting.iter().map(|note| &note["text"]).collect();
    assert_eq!(texts, [&json!("constructive")]);
}

#[test]
fn c1_c10_b8_b9_d18_who_needs_a_thought_is_named_with_the_reason() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    trial.call("person.save", {
        let mut peer = crate::desk::trial::person("Pia Lund");
        peer["relation"] = json!("peer");
        peer
    });
    let care = || -> Vec<(Value, Value)> {
        let today = trial.call("today.get", json!({}));
        let all = today["care"].as_array().expect("care").clone();
        assert!(all.iter().all(|one| one["person_name"] == "Maya Okafor"), "only who reports to the owner");
        all.into_iter().map(|one| (one["kind"].clone(), one["count"].clone())).collect()
    };
    let line = |kind: &str, count: u32| (json!(kind), json!(count));
    let quiet = |days: u32| line("quiet_folder", days);
    // The folder of a year in which nothing was kept is quiet since its first day.
    assert_eq!(care(), [line("no_goals", 0), quiet(322)]);
    let goal = |more: Value| {
        let mut args = json!({ "person": maya, "title": "Speak once", "text": "", "state": "active" });
        args.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
        trial.call("goal.save", args)["id"].clone()
    };
    let over = goal(json!({}));
    trial.call("goal.set_state", json!({ "id": over, "to": "achieved" }));
    assert_eq!(care(), [line("no_goals", 0), quiet(322)], "what was reached is worked on no more");
    let id = goal(json!({}));
    assert_eq!(care(), [line("goals_due", 1), line("no_growth", 0), quiet(322)]);
    trial.call("goal.reviewed", json!({ "id": id }));
    goal(json!({ "id": id, "is_growth": true }));
    assert_eq!(care(), [quiet(322)]);
    goal(json!({ "id": id, "is_growth": false }));
    let tried = json!({ "person": maya, "role": "Coach", "why": "", "next_step": "Ask", "contact": "", "outcome": "" });
    let tried = trial.call("career.save_exploration", tried)["id"].clone();
    assert_eq!(care(), [quiet(322)], "a role that is tried out is growth as well");
    let ended = json!({ "id": tried, "person": maya, "role": "Coach", "outcome": "Too many calls." });
    trial.call("career.save_exploration", ended);
    assert_eq!(care(), [line("no_growth", 0), quiet(322)], "until something came of it");
    goal(json!({ "id": id, "is_growth": true }));
    let note = json!({ "person": maya, "polarity": "constructive", "text": "Late", "on": "2026-11-05" });
    let note = trial.call("folder.keep_note", note)["id"].clone();
    assert_eq!(care(), [line("notes_wait", 14)]);
    trial.call("folder.edit_note", json!({ "id": note, "raised_on": "2026-11-19" }));
    assert_eq!(care(), []);
    let praise = json!({ "person": maya, "polarity": "praise", "text": "Calm", "on": "2026-11-05" });
    let praise = trial.call("folder.keep_note", praise)["id"].clone();
    assert_eq!(care(), [line("praise_waits", 14)]);
    trial.call("folder.edit_note", json!({ "id": praise, "raised_on": "2026-11-19" }));
    assert_eq!(care(), []);
}

#[test]
fn the_day_shows_what_takes_place_with_who_is_there_in_its_order() {
    let trial = Trial::begin();
    let [maya, jun, gone] = ["Maya Okafor", "Jun Sato", "Zora Lund"].map(|name| trial.person(name));
    let plan = |person: &Value, at: &str| {
        let starts = format!("2026-11-19T{at}");
        trial.call("one_on_one.plan", json!({ "person": person, "starts": starts }))["id"].clone()
    };
    let (late, early, off) = (plan(&maya, "16:00"), plan(&jun, "09:00"), plan(&maya, "17:00"));
    plan(&gone, "15:00");
    let cancelled =
        json!({ "id": off, "state": "cancelled", "reason": "The office is closed", "by": "mine" });
    trial.call("one_on_one.set_state", cancelled);
    let mut left = crate::desk::trial::person("Zora Lund");
    left["id"] = gone.clone();
    left["left_on"] = json!("2026-11-18");
    trial.call("person.save", left);
    let owe = |about: &Value, owner: &Value, text: &str| {
        let args = json!({ "about": about, "owner": owner, "text": text });
        trial.call("action.add", args)["id"].clone()
    };
    let me = json!(trial.me());
    for (about, owner, text) in [(&maya, &maya, "theirs"), (&jun, &me, "mine"), (&maya, &me, "mine as well")]
    {
        owe(about, owner, text);
    }
    let done = owe(&maya, &me, "done");
    trial.call("action.set", json!({ "id": done, "done": true }));
    let day = trial.call("today.get", json!({}));
    let meetings: Vec<_> = day["meetings"]
        .as_array()
        .expect("meetings")
        .iter()
        .map(|one| (one["line"]["id"].clone(), one["open_actions"].clone()))
        .collect();
    assert_eq!(meetings, [(early, json!(1)), (late, json!(2))]);
    let promises = day["promises"].as_array().expect("promises");
    let owners: Vec<_> = promises.iter().map(|one| one["mine"].clone()).collect();
    assert_eq!(owners, [true, true, false], "one's own first, and nothing that is done");
}

#[test]
fn a_report_is_quiet_after_four_weeks_without_a_one_on_one() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let mut new = crate::desk::trial::person("Jun Sato");
    new["started_on"] = json!("2026-10-22");
    trial.call("person.save", new);
    let quiet = || -> Vec<(String, bool)> {
        let ribbon = trial.call("today.get", json!({}))["ribbon"].clone();
        let line = |one: &Value| {
            let name = one["person"]["name"].as_str().expect("a name").to_owned();
            (name, one["quiet"] == json!(true))
        };
        ribbon.as_array().expect("a ribbon").iter().map(line).collect()
    };
    let both = |jun: bool, maya: bool| [("Jun Sato".to_owned(), jun), ("Maya Okafor".to_owned(), maya)];
    assert_eq!(quiet(), both(false, true), "new for four weeks, and never met");
    let plan = json!({ "person": maya, "starts": "2026-11-20T10:00" });
    let meeting = trial.call("one_on_one.plan", plan)["id"].clone();
    assert_eq!(quiet(), both(false, false), "the first one is planned");
    trial.hands.turn(chrono::TimeDelta::days(1));
    trial.call("one_on_one.set_state", json!({ "id": meeting, "state": "held" }));
    trial.hands.turn(chrono::TimeDelta::days(28));
    assert_eq!(quiet(), both(true, false));
    trial.hands.turn(chrono::TimeDelta::days(1));
    assert_eq!(quiet(), both(true, true));
}
