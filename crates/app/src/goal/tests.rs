use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::desk::trial::Trial;

/// A goal of somebody with these fields on top of title and text.
fn save(trial: &Trial, person: &Value, more: Value) -> Value {
    let mut args = json!({ "person": person, "title": "Speak once", "text": "" });
    args.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
    trial.call("goal.save", args)
}

fn line(trial: &Trial, id: &Value) -> Value {
    trial.call("goal.get", json!({ "id": id }))["goal"].clone()
}

#[test]
fn a_day_left_out_stays_and_null_takes_it_away() {
    let trial = Trial::begin();
    let maya = json!(trial.person("Maya Okafor"));
    let id = save(&trial, &maya, json!({}))["id"].clone();
    assert_eq!(line(&trial, &id)["due"], Value::Null);
    for (more, expected) in [
        (json!({ "id": id, "due": "2026-12-31" }), json!("2026-12-31")),
        (json!({ "id": id }), json!("2026-12-31")),
        (json!({ "id": id, "due": null }), Value::Null),
    ] {
        save(&trial, &maya, more.clone());
        assert_eq!(line(&trial, &id)["due"], expected, "{more}");
    }
}

#[test]
fn a25_c6_a_goal_comes_up_again_after_its_interval() {
    let trial = Trial::begin();
    let maya = json!(trial.person("Maya Okafor"));
    let id = save(&trial, &maya, json!({ "due": "2027-01-31" }))["id"].clone();
    let plan = json!({ "person": maya, "starts": "2026-12-10T15:00" });
    let meeting = trial.call("one_on_one.plan", plan)["id"].clone();
    let is_due = || trial.call("one_on_one.get", json!({ "id": meeting }))["goals_due"] != json!([]);
    assert!(is_due(), "never looked at");
    trial.call("goal.reviewed", json!({ "id": id, "text": "Found a stage" }));
    assert_eq!(line(&trial, &id)["reviewed_on"], "2026-11-19");
    assert!(is_due(), "three weeks later, and it ends within a quarter: every two weeks");
    save(&trial, &maya, json!({ "id": id, "review_days": 28 }));
    assert!(!is_due(), "its own interval");
    save(&trial, &maya, json!({ "id": id }));
    assert_eq!(line(&trial, &id)["review_days"], 28, "left out it stays");
    save(&trial, &maya, json!({ "id": id, "review_days": null }));
    assert_eq!((&line(&trial, &id)["review_days"], is_due()), (&Value::Null, true));
    trial.hands.turn(TimeDelta::days(14));
    trial.call("goal.reviewed", json!({ "id": id, "text": "Sent the talk in" }));
    assert!(!is_due(), "looked at last week");
    let wrong = json!({ "id": id, "person": maya, "title": "x", "text": "", "review_days": 0 });
    assert_eq!(trial.refused("goal.save", wrong).rule.as_deref(), Some("goal.review_days"));
}

#[test]
fn c3_saving_says_what_a_goal_could_still_say_and_so_does_typing() {
    let trial = Trial::begin();
    let maya = json!(trial.person("Maya Okafor"));
    let letters = |asked: &Value| -> Vec<String> {
        asked.as_array().expect("questions").iter().map(|one| one["letter"].to_string()).collect()
    };
    let saved = save(&trial, &maya, json!({ "title": "Improve on-call" }));
    let all = ["\"specific\"", "\"measurable\"", "\"achievable\"", "\"relevant\"", "\"time_bound\""];
    assert_eq!(letters(&saved["questions"]), all, "and it was kept");
    let typed = |more: Value| trial.call("goal.questions", more);
    assert_eq!(letters(&typed(json!({ "title": "Improve on-call" }))), all);
    let whole = json!({
        "title": "Answer every page within five minutes", "text": "At night too.", "measure": "",
        "target": "5 min", "achievable": "Two of us share the nights.", "relevant": "Customers wait.",
        "due": "2026-12-31",
    });
    assert_eq!(typed(whole.clone()), json!([]));
    assert_eq!(letters(&typed(json!({ "title": "Improve on-call", "target": "5" }))).len(), 4, "half typed");
    save(&trial, &maya, {
        let mut args = whole;
        args["id"] = saved["id"].clone();
        args
    });
    assert_eq!(trial.call("goal.get", json!({ "id": saved["id"] }))["questions"], json!([]));
}

#[test]
fn c5_cr4_a_goal_becomes_active_by_endorsement_and_ends_with_a_word() {
    let trial = Trial::begin();
    let maya = json!(trial.person("Maya Okafor"));
    let id = save(&trial, &maya, json!({}))["id"].clone();
    let state = || line(&trial, &id)["state"].clone();
    let to = |to: &str, outcome: &str| json!({ "id": id, "to": to, "outcome": outcome });
    assert_eq!(state(), "proposed");
    let refused = trial.refused("goal.set_state", to("active", ""));
    assert_eq!(refused.rule.as_deref(), Some("goal.not_endorsed"));
    trial.call("goal.endorse", json!({ "id": id, "start": true }));
    assert_eq!((state(), &line(&trial, &id)["endorsed_on"]), (json!("active"), &json!("2026-11-19")));
    assert_eq!(trial.refused("goal.set_state", to("dropped", " ")).rule.as_deref(), Some("goal.drop_reason"));
    trial.call("goal.set_state", to("partly_achieved", "Spoke in the team"));
    assert_eq!(
        (state(), line(&trial, &id)["outcome"].clone()),
        (json!("partly_achieved"), json!("Spoke in the team"))
    );
    trial.call("goal.set_state", to("active", ""));
    assert_eq!(line(&trial, &id)["ended_on"], Value::Null);
    let running = save(&trial, &maya, json!({ "state": "active" }));
    assert_eq!(
        line(&trial, &running["id"])["endorsed_on"],
        "2026-11-19",
        "endorsed by whoever wrote it down"
    );
    let over = json!({ "person": maya, "title": "Over", "text": "", "state": "missed" });
    assert_eq!(trial.refused("goal.save", over).rule.as_deref(), Some("goal.ends_at_once"));
}

#[test]
fn c4_cr1_an_endorsement_holds_for_the_words_it_was_given_for() {
    let trial = Trial::begin();
    let maya = json!(trial.person("Maya Okafor"));
    let id = save(&trial, &maya, json!({ "own_words": true }))["id"].clone();
    trial.call("goal.endorse", json!({ "id": id }));
    save(&trial, &maya, json!({ "id": id, "comment": "A good one" }));
    let stands = line(&trial, &id);
    assert_eq!((&stands["state"], &stands["own_words_on"]), (&json!("endorsed"), &json!("2026-11-19")));
    save(&trial, &maya, json!({ "id": id, "title": "Speak twice" }));
    let reworded = line(&trial, &id);
    assert_eq!((&reworded["state"], &reworded["own_words_on"]), (&json!("proposed"), &Value::Null));
    let me = json!(trial.me());
    let own = save(&trial, &me, json!({}));
    assert_eq!(
        line(&trial, &own["id"])["own_words_on"],
        "2026-11-19",
        "one's own goal is in one's own words"
    );
}

#[test]
fn cr2_an_agreed_goal_is_revised_with_a_reason_and_keeps_its_first_words() {
    let trial = Trial::begin();
    let maya = json!(trial.person("Maya Okafor"));
    let id =
        save(&trial, &maya, json!({ "state": "active", "target": "2 talks", "due": "2026-12-31" }))["id"]
            .clone();
    trial.hands.turn(TimeDelta::days(7));
    let anew = json!({ "id": id, "person": maya, "title": "Speak twice", "text": "", "target": "1 talk" });
    assert_eq!(trial.refused("goal.save", anew).rule.as_deref(), Some("goal.revise_reason"));
    assert_eq!(line(&trial, &id)["title"], "Speak once", "nothing was kept");
    save(&trial, &maya, json!({ "id": id, "title": "Speak twice", "because": "The second stage is free" }));
    let page = trial.call("goal.get", json!({ "id": id }));
    let wordings: Vec<_> = page["wordings"]
        .as_array()
        .expect("wordings")
        .iter()
        .map(|kept| (kept["reason"].clone(), kept["title"].clone(), kept["because"].clone()))
        .collect();
    assert_eq!(
        wordings,
        [
            (json!("started"), json!("Speak once"), json!("")),
            (json!("revised"), json!("Speak once"), json!("The second stage is free")),
        ]
    );
    save(&trial, &maya, json!({ "id": id, "title": "Speak twice", "comment": "Well done" }));
    let again = trial.call("goal.get", json!({ "id": id }));
    assert_eq!(again["wordings"], page["wordings"], "a comment is no revision");
    let deed =
        save(&trial, &maya, json!({ "id": id, "title": "Speak thrice", "because": "x" }))["deed"].clone();
    trial.call("history.undo", json!({ "deed": deed }));
    assert_eq!(trial.call("goal.get", json!({ "id": id })), again, "one undo takes words and revision back");
}

#[test]
fn c6_each_look_adds_to_the_story_and_figures_make_a_percentage() {
    let trial = Trial::begin();
    let maya = json!(trial.person("Maya Okafor"));
    let more = json!({ "state": "active", "start_value": "210 s", "target": "90 s", "due": "2027-11-01" });
    let id = save(&trial, &maya, more)["id"].clone();
    assert_eq!(line(&trial, &id)["percent"], Value::Null);
    trial.call("goal.reviewed", json!({ "id": id, "value": "150 s" }));
    let stands = line(&trial, &id);
    assert_eq!((&stands["percent"], &stands["next_review"]), (&json!(50), &json!("2026-12-17")));
    trial.call("goal.reviewed", json!({ "id": id, "value": "150 s" }));
    trial.call("goal.reviewed", json!({ "id": id }));
    let still = line(&trial, &id);
    assert_eq!(still["next_review"], "2026-12-03", "nothing moved twice: half the time");
    assert_eq!(still["percent"], 50, "a look without a figure keeps the newest");
    let blocked = json!({ "goal": id, "kind": "obstacle", "text": "The lab is closed" });
    let obstacle = trial.call("goal.add_entry", blocked)["id"].clone();
    assert_eq!(line(&trial, &id)["obstacles"], 1);
    trial.call("goal.edit_entry", json!({ "id": obstacle, "resolved_on": "2026-11-19" }));
    assert_eq!(line(&trial, &id)["obstacles"], 0);
    let story = trial.call("goal.get", json!({ "id": id }))["story"].clone();
    let moved: Vec<_> = story.as_array().expect("story").iter().map(|one| one["has_moved"].clone()).collect();
    assert_eq!(moved, [true, false, false, false]);
    let empty = json!({ "goal": id, "kind": "progress", "text": " " });
    assert_eq!(trial.refused("goal.add_entry", empty).rule.as_deref(), Some("goal.entry_empty"));
    let ahead = json!({ "goal": id, "kind": "progress", "text": "x", "on": "2026-11-20" });
    assert_eq!(trial.refused("goal.add_entry", ahead).rule.as_deref(), Some("goal.entry_ahead"));
    trial.call("goal.remove_entry", json!({ "id": obstacle }));
    assert_eq!(trial.call("goal.get", json!({ "id": id }))["story"].as_array().map(Vec::len), Some(3));
    let found = trial.call("search.find", json!({ "query": "lab" }));
    assert_eq!(found["hits"], json!([]), "what was taken out is not found");
}

#[test]
fn c2_a_goal_may_rest_on_company_ground_and_stands_without_it() {
    let trial = Trial::begin();
    let maya = json!(trial.person("Maya Okafor"));
    let ground = |more: Value| {
        let mut args = json!({ "kind": "company", "title": "No night calls" });
        args.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
        args
    };
    let id = trial.call("goal.save_ground", ground(json!({ "until": "2026-12-31" })))["id"].clone();
    let goal = save(&trial, &maya, json!({ "ground": id }))["id"].clone();
    assert_eq!(line(&trial, &goal)["ground_title"], "No night calls");
    let grounds = trial.call("goal.grounds", json!({}));
    assert_eq!((&grounds[0]["goals"], &grounds[0]["holds"]), (&json!(1), &json!(true)));
    assert_eq!(trial.refused("goal.save_ground", ground(json!({}))).rule.as_deref(), Some("ground.twice"));
    trial.call("goal.save_ground", ground(json!({ "id": id, "title": "No calls at night" })));
    assert_eq!(trial.call("goal.grounds", json!({}))[0]["until"], "2026-12-31", "left out it stays");
    let deed = trial.call("goal.remove_ground", json!({ "id": id }))["deed"].clone();
    assert_eq!(line(&trial, &goal)["ground"], Value::Null);
    trial.call("history.undo", json!({ "deed": deed }));
    assert_eq!(line(&trial, &goal)["ground"], id);
}

#[test]
fn c4_the_manager_names_the_kinds_of_goals() {
    let trial = Trial::begin();
    let maya = json!(trial.person("Maya Okafor"));
    let kinds = || -> Vec<(String, u64, bool)> {
        let all = trial.call("goal.categories", json!({}));
        let line = |one: &Value| {
            let name = one["name"].as_str().expect("a name").to_owned();
            (name, one["goals"].as_u64().expect("a count"), one["is_named"] == json!(true))
        };
        all.as_array().expect("kinds").iter().map(line).collect()
    };
    trial.call("goal.save_categories", json!({ "names": [" Saved cost ", "", "Growth", "Saved cost"] }));
    assert_eq!(kinds(), [("Saved cost".to_owned(), 0, true), ("Growth".to_owned(), 0, true)]);
    let goal = save(&trial, &maya, json!({ "category": "Saved cost" }))["id"].clone();
    save(&trial, &maya, json!({ "category": "Own idea" }));
    assert_eq!(kinds()[2], ("Own idea".to_owned(), 1, false));
    trial.call("goal.rename_category", json!({ "from": "Saved cost", "to": "Less cost" }));
    assert_eq!(line(&trial, &goal)["category"], "Less cost");
    trial.call("goal.rename_category", json!({ "from": "Growth", "to": "Less cost" }));
    assert_eq!(kinds()[0], ("Less cost".to_owned(), 1, true), "two of one name become one");
    let nameless = json!({ "from": "Less cost", "to": " " });
    assert_eq!(trial.refused("goal.rename_category", nameless).rule.as_deref(), Some("category.no_name"));
}

#[test]
fn c11_a_cycle_keeps_its_goals_as_they_were_on_the_first_day() {
    let trial = Trial::begin();
    let maya = json!(trial.person("Maya Okafor"));
    let id = save(&trial, &maya, json!({ "state": "active" }))["id"].clone();
    let page = |on: &str| trial.call("goal.cycle", json!({ "person": maya, "on": on }));
    assert_eq!(page("2026-06-01")["goals"][0]["then"]["reason"], "started");
    assert_eq!(page("2025-06-01")["goals"], json!([]), "it had not begun");
    // The vault is opened in January, and the goal is revised in March.
    trial.hands.turn(TimeDelta::days(50));
    trial.desk.look_around();
    trial.desk.look_around();
    trial.hands.turn(TimeDelta::days(60));
    trial.call("goal.reviewed", json!({ "id": id, "text": "A stage is booked" }));
    trial.call("goal.add_entry", json!({ "goal": id, "kind": "obstacle", "text": "The stage is small" }));
    save(&trial, &maya, json!({ "id": id, "title": "Speak twice", "because": "Two stages" }));
    let kept = trial.call("goal.get", json!({ "id": id }))["wordings"].clone();
    let reasons: Vec<_> =
        kept.as_array().expect("wordings").iter().map(|one| one["reason"].clone()).collect();
    assert_eq!(reasons, ["started", "cycle", "revised"]);
    let year = page("2027-06-01");
    let goal = &year["goals"][0];
    assert_eq!(
        (&goal["then"]["title"], &goal["now"]["title"], &goal["is_reworded"], &year["cycle"]),
        (&json!("Speak once"), &json!("Speak twice"), &json!(true), &json!("2027"))
    );
    let story: Vec<_> = goal["story"].as_array().expect("story").iter().map(|one| &one["text"]).collect();
    assert_eq!(story, ["A stage is booked", "The stage is small"], "results and obstacles");
    // A cycle that begins in April.
    let mut settings = trial.call("settings.get", json!({}));
    settings["cycle_month"] = json!(4);
    trial.call("settings.save", settings.clone());
    assert_eq!(page("2027-06-01")["from"], "2027-04-01");
    settings["cycle_month"] = json!(13);
    assert_eq!(trial.refused("settings.save", settings).rule.as_deref(), Some("settings.cycle_month"));
}
