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
    let id = goal(json!({}));
    assert_eq!(care(), [line("goals_due", 1), line("no_growth", 0), quiet(322)]);
    trial.call("goal.reviewed", json!({ "id": id }));
    goal(json!({ "id": id, "is_growth": true }));
    assert_eq!(care(), [quiet(322)]);
    goal(json!({ "id": id, "is_growth": false }));
    let tried = json!({ "person": maya, "role": "Coach", "why": "", "next_step": "Ask", "contact": "", "outcome": "" });
    trial.call("career.save_exploration", tried);
    assert_eq!(care(), [quiet(322)], "a role that is tried out is growth as well");
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
