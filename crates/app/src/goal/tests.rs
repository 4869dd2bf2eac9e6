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
fn c4_only_its_person_has_a_goal_and_what_it_says_is_whole() {
    let trial = Trial::begin();
    let (maya, tom) = (json!(trial.person("Maya Okafor")), json!(trial.person("Tom Berg")));
    let nobody = json!(domain::PersonId::make());
    let id = save(&trial, &maya, json!({}))["id"].clone();
    for (person, more, rule) in [
        (&tom, json!({ "id": id }), "goal.other_person"),
        (&nobody, json!({}), "record.missing"),
        (&maya, json!({ "ground": nobody }), "record.missing"),
        (&maya, json!({ "title": " " }), "goal.no_title"),
        (&maya, json!({ "starts_on": "2026-12-01", "due": "2026-12-01" }), "goal.ends_before_it_starts"),
        (
            &maya,
            json!({ "id": id, "starts_on": "2026-12-02", "due": "2026-12-01" }),
            "goal.ends_before_it_starts",
        ),
    ] {
        let mut args = json!({ "person": person, "title": "Speak once", "text": "" });
        args.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
        assert_eq!(trial.refused("goal.save", args).rule.as_deref(), Some(rule), "{more}");
    }
    let titles = |asked: Value| -> Vec<Value> {
        let all = trial.call("goal.list", asked);
        all.as_array().expect("goals").iter().map(|one| one["title"].clone()).collect()
    };
    save(&trial, &tom, json!({ "title": "Write once" }));
    let over =
        save(&trial, &maya, json!({ "title": "Over", "state": "active", "due": "2026-11-01" }))["id"].clone();
    trial.call("goal.reviewed", json!({ "id": over }));
    assert_ne!(line(&trial, &over)["next_review"], Value::Null);
    trial.call("goal.set_state", json!({ "id": over, "to": "missed" }));
    assert_eq!(line(&trial, &over)["next_review"], Value::Null, "nobody looks at it again");
    assert_eq!(titles(json!({ "person": maya })), ["Over", "Speak once"], "what is due first");
    assert_eq!(titles(json!({ "person": maya, "only_open": true })), ["Speak once"]);
}

#[test]
fn c4_own_words_are_its_persons_until_the_manager_writes_others() {
    let trial = Trial::begin();
    let maya = json!(trial.person("Maya Okafor"));
    let own = |id: &Value| line(&trial, id)["own_words_on"].clone();
    let id = save(&trial, &maya, json!({ "own_words": true }))["id"].clone();
    trial.hands.turn(TimeDelta::days(3));
    save(&trial, &maya, json!({ "id": id, "own_words": true }));
    assert_eq!(own(&id), "2026-11-19", "the day they said so first");
    save(&trial, &maya, json!({ "id": id, "title": "Speak twice", "own_words": true }));
    assert_eq!(own(&id), "2026-11-19", "they worded it themselves");
    save(&trial, &maya, json!({ "id": id, "title": "Speak thrice" }));
    assert_eq!(own(&id), Value::Null);
    let me = json!(trial.me());
    let mine = save(&trial, &me, json!({}))["id"].clone();
    trial.hands.turn(TimeDelta::days(3));
    save(&trial, &me, json!({ "id": mine, "title": "Write" }));
    assert_eq!(own(&mine), "2026-11-22", "one's own stay one's own");
}

#[test]
fn r2_first_words_are_kept_once_and_only_when_work_begins() {
    let trial = Trial::begin();
    let maya = json!(trial.person("Maya Okafor"));
    let reasons = |id: &Value| -> Vec<Value> {
        let page = trial.call("goal.get", json!({ "id": id }));
        page["wordings"].as_array().expect("wordings").iter().map(|kept| kept["reason"].clone()).collect()
    };
    let at_once = save(&trial, &maya, json!({ "state": "active" }))["id"].clone();
    let [step, stepwise] = [0, 1].map(|_| save(&trial, &maya, json!({}))["id"].clone());
    trial.call("goal.endorse", json!({ "id": step, "start": true }));
    trial.call("goal.endorse", json!({ "id": stepwise }));
    let stands = line(&trial, &stepwise);
    assert_eq!((&stands["state"], reasons(&stepwise)), (&json!("endorsed"), vec![]));
    // An endorsement that is lost is given anew, for the words of then.
    save(&trial, &maya, json!({ "id": stepwise, "title": "Speak twice" }));
    assert_eq!(line(&trial, &stepwise)["endorsed_on"], Value::Null);
    let early = json!({ "id": stepwise, "to": "active" });
    assert_eq!(trial.refused("goal.set_state", early.clone()).rule.as_deref(), Some("goal.not_endorsed"));
    trial.call("goal.endorse", json!({ "id": stepwise }));
    trial.call("goal.set_state", early);
    for id in [&at_once, &step, &stepwise] {
        assert_eq!(reasons(id), ["started"]);
        trial.call("goal.set_state", json!({ "id": id, "to": "missed" }));
        trial.call("goal.set_state", json!({ "id": id, "to": "active" }));
        assert_eq!(reasons(id), ["started"], "taken up again");
        let undone = trial.call("goal.set_state", json!({ "id": id, "to": "achieved" }))["deed"].clone();
        trial.call("history.undo", json!({ "deed": undone }));
    }
}

#[test]
fn c6_an_entry_belongs_to_a_goal_and_tells_what_has_happened() {
    let trial = Trial::begin();
    let maya = json!(trial.person("Maya Okafor"));
    let id =
        save(&trial, &maya, json!({ "state": "active", "target": "90 s", "start_value": "210 s" }))["id"]
            .clone();
    let obstacle = json!({ "goal": id, "kind": "obstacle", "text": "The lab is closed", "on": "2026-11-10" });
    let obstacle = trial.call("goal.add_entry", obstacle)["id"].clone();
    let seen = json!({ "goal": id, "kind": "progress", "text": "Faster", "value": "150 s" });
    let entry = trial.call("goal.add_entry", seen)["id"].clone();
    let nobody = json!(domain::GoalId::make());
    for (door, args, rule) in [
        ("goal.add_entry", json!({ "goal": nobody, "kind": "progress", "text": "x" }), "record.missing"),
        ("goal.edit_entry", json!({ "id": entry, "text": " ", "value": "" }), "goal.entry_empty"),
        ("goal.edit_entry", json!({ "id": entry, "on": "2026-11-20" }), "goal.entry_ahead"),
        ("goal.edit_entry", json!({ "id": obstacle, "resolved_on": "2026-11-09" }), "goal.resolved_before"),
        ("goal.remove_entry", json!({ "id": nobody }), "record.missing"),
    ] {
        assert_eq!(trial.refused(door, args).rule.as_deref(), Some(rule));
    }
    let long = json!({ "id": id, "text": "x".repeat(domain::text::TEXT_BYTES + 1) });
    assert_eq!(trial.refused("goal.reviewed", long).rule.as_deref(), Some("text.too_long"));
    trial.call("goal.edit_entry", json!({ "id": entry, "text": "Much faster" }));
    assert_eq!(line(&trial, &id)["percent"], 50, "a figure that is left out stays");
    for _ in 0..2 {
        trial.call("goal.reviewed", json!({ "id": id }));
    }
    assert_eq!(line(&trial, &id)["percent"], 50, "two looks without a figure keep the newest");
    // Its files go with it.
    let letter = trial.place("letter.txt");
    std::fs::write(&letter, "x").expect("written");
    let files = |record: &Value| trial.call("attachment.list", json!({ "record": record }));
    for door in ["goal.remove_entry", "person.remove"] {
        trial.call("attachment.add", json!({ "record": entry, "kind": "goal_entry", "file": letter }));
        let kept = files(&entry);
        assert_ne!(kept, json!([]));
        let of = if door == "person.remove" { &maya } else { &entry };
        let deed = trial.call(door, json!({ "id": of }))["deed"].clone();
        assert_eq!(files(&entry), json!([]), "{door}");
        assert_eq!(trial.call("search.find", json!({ "query": "faster" }))["hits"], json!([]), "{door}");
        trial.call("history.undo", json!({ "deed": deed }));
        assert_eq!(files(&entry), kept);
    }
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
    save(&trial, &maya, json!({ "id": goal }));
    assert_eq!(line(&trial, &goal)["ground"], id, "left out it stays");
    let nothing = json!({ "kind": "team", "title": " " });
    assert_eq!(trial.refused("goal.save_ground", nothing).rule.as_deref(), Some("ground.no_title"));
    let gone = json!({ "id": domain::GroundId::make(), "kind": "team", "title": "x" });
    assert_eq!(trial.refused("goal.save_ground", gone).rule.as_deref(), Some("record.missing"));
    let own = trial
        .call("goal.save_ground", ground(json!({ "id": id, "title": "No calls at night", "text": "None." })));
    trial.call("goal.save_ground", ground(json!({ "id": own["id"], "title": "No calls at night" })));
    assert_eq!(trial.call("goal.grounds", json!({}))[0]["text"], "None.", "left out it stays");
    trial.call("goal.save_ground", json!({ "kind": "value", "title": "Say it plainly" }));
    trial.call("goal.save_ground", json!({ "kind": "company", "title": "A quiet year" }));
    let titles = trial.call("goal.grounds", json!({}));
    let titles: Vec<_> = titles.as_array().expect("grounds").iter().map(|one| &one["title"]).collect();
    assert_eq!(titles, ["Say it plainly", "A quiet year", "No calls at night"], "the widest first");
    trial.hands.turn(TimeDelta::days(43));
    assert_eq!(trial.call("goal.grounds", json!({}))[2]["holds"], false, "its last day has passed");
    let file = trial.place("values.txt");
    std::fs::write(&file, "x").expect("written");
    trial.call("attachment.add", json!({ "record": id, "kind": "ground", "file": file }));
    let deed = trial.call("goal.remove_ground", json!({ "id": id }))["deed"].clone();
    assert_eq!(trial.call("attachment.list", json!({ "record": id })), json!([]), "its files go with it");
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
    let broken = json!({ "names": ["two\nlines"] });
    assert_eq!(trial.refused("goal.save_categories", broken).rule.as_deref(), Some("text.line_breaks"));
    let goal = save(&trial, &maya, json!({ "category": "Saved cost" }))["id"].clone();
    save(&trial, &maya, json!({ "category": "Own idea" }));
    assert_eq!(kinds()[2], ("Own idea".to_owned(), 1, false));
    trial.call("goal.rename_category", json!({ "from": "Saved cost", "to": "Less cost" }));
    assert_eq!(line(&trial, &goal)["category"], "Less cost");
    trial.call("goal.rename_category", json!({ "from": "Growth", "to": "Less cost" }));
    assert_eq!(kinds()[0], ("Less cost".to_owned(), 1, true), "two of one name become one");
    assert_eq!(kinds().len(), 2, "one that is named is not told twice");
    let broken = json!({ "from": "Less cost", "to": "two\nlines" });
    assert_eq!(trial.refused("goal.rename_category", broken).rule.as_deref(), Some("text.line_breaks"));
    let nameless = json!({ "from": "Less cost", "to": " " });
    assert_eq!(trial.refused("goal.rename_category", nameless).rule.as_deref(), Some("category.no_name"));
}

#[test]
fn c11_a_cycle_keeps_its_goals_as_they_were_on_the_first_day() {
    let trial = Trial::begin();
    let maya = json!(trial.person("Maya Okafor"));
    let id = save(&trial, &maya, json!({ "state": "active" }))["id"].clone();
    let more = json!({ "state": "active", "title": "Write", "text": "A page" });
    let [longer, ended] = [0, 1].map(|_| save(&trial, &maya, more.clone())["id"].clone());
    let waits = save(&trial, &json!(trial.person("Jun Sato")), json!({}))["id"].clone();
    let page = |on: &str| {
        let mut page = trial.call("goal.cycle", json!({ "person": maya, "on": on }));
        // The two beside are looked at by themselves.
        let goals = page["goals"].as_array_mut().expect("goals");
        goals.retain(|goal| goal["now"]["id"] != longer && goal["now"]["id"] != ended);
        page
    };
    let reworded = || -> Vec<Value> {
        let page = trial.call("goal.cycle", json!({ "person": maya, "on": "2027-06-01" }));
        let of = |id: &Value| {
            let goals = page["goals"].as_array().expect("goals");
            goals.iter().find(|goal| goal["now"]["id"] == *id).expect("there")["is_reworded"].clone()
        };
        vec![of(&longer), of(&ended)]
    };
    assert_eq!(page("2026-06-01")["goals"][0]["then"]["reason"], "started");
    assert_eq!(page("2025-06-01")["goals"], json!([]), "it had not begun");
    // The vault is opened in January, and the goal is revised in March. Nobody is there in between.
    let away = |days: i64| {
        trial.call("vault.lock", json!({}));
        trial.hands.turn(TimeDelta::days(days));
        trial.call("vault.unlock", json!({ "kit": trial.groups.join(" ") }));
    };
    // Nobody types for a minute; the house looks around.
    let rest = || {
        trial.hands.turn(TimeDelta::minutes(1));
        trial.desk.look_around();
    };
    away(50);
    rest();
    rest();
    away(1);
    rest();
    away(59);
    trial.call("goal.reviewed", json!({ "id": id, "text": "A stage is booked" }));
    trial.call("goal.add_entry", json!({ "goal": id, "kind": "obstacle", "text": "The stage is small" }));
    save(&trial, &maya, json!({ "id": id, "title": "Speak twice", "because": "Two stages" }));
    let kept = trial.call("goal.get", json!({ "id": id }))["wordings"].clone();
    let reasons: Vec<_> =
        kept.as_array().expect("wordings").iter().map(|one| one["reason"].clone()).collect();
    assert_eq!(reasons, ["started", "cycle", "revised"]);
    let of_none = trial.call("goal.get", json!({ "id": waits }))["wordings"].clone();
    assert_eq!(of_none, json!([]), "what is only proposed is no goal of the cycle yet");
    let year = page("2027-06-01");
    let goal = &year["goals"][0];
    assert_eq!(
        (&goal["then"]["title"], &goal["now"]["title"], &goal["is_reworded"], &year["cycle"]),
        (&json!("Speak once"), &json!("Speak twice"), &json!(true), &json!("2027"))
    );
    let story: Vec<_> = goal["story"].as_array().expect("story").iter().map(|one| &one["text"]).collect();
    assert_eq!(story, ["A stage is booked", "The stage is small"], "results and obstacles");
    assert_eq!(goal["then"]["reason"], "cycle", "of this one, and not of the one before");
    assert_eq!(reworded(), [false, false]);
    let because = json!({ "id": longer, "title": "Write", "text": "Two pages", "because": "It is long" });
    save(&trial, &maya, because);
    trial.call("goal.set_state", json!({ "id": ended, "to": "achieved" }));
    assert_eq!(reworded(), [true, false], "by its words, and not by how far it came");
    assert_eq!(goal["story"][0]["text"], "A stage is booked");
    assert_eq!(page("2026-06-01")["goals"][0]["story"], json!([]), "what was noted in another cycle");
    save(&trial, &json!(trial.person("Tom Berg")), json!({ "state": "active" }));
    let proposed = save(&trial, &maya, json!({ "title": "Perhaps" }))["id"].clone();
    trial.call("goal.set_state", json!({ "id": id, "to": "achieved" }));
    let year = page("2027-06-01");
    let then: Vec<_> =
        year["goals"].as_array().expect("goals").iter().map(|one| &one["then"]["title"]).collect();
    assert_eq!(then, [&json!("Speak once"), &Value::Null], "only hers, and no word of what is not agreed");
    assert_eq!(year["goals"][1]["now"]["id"], proposed);
    let later: Vec<_> = page("2028-06-01")["goals"]
        .as_array()
        .expect("goals")
        .iter()
        .map(|one| one["now"]["id"].clone())
        .collect();
    assert_eq!(later, [proposed], "what has ended is over");
    // A cycle that begins in April.
    let mut settings = trial.call("settings.get", json!({}));
    settings["cycle_month"] = json!(4);
    trial.call("settings.save", settings.clone());
    assert_eq!(page("2027-06-01")["from"], "2027-04-01");
    settings["cycle_month"] = json!(13);
    assert_eq!(trial.refused("settings.save", settings).rule.as_deref(), Some("settings.cycle_month"));
}
