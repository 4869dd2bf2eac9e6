//! Fuzzy folders through the doors, named after the requirements they hold.

use serde_json::{Value, json};

use crate::desk::trial::Trial;

fn note(trial: &Trial, person: &Value, more: Value) -> Value {
    let mut args = json!({ "person": person, "polarity": "praise", "text": "Led the drill." });
    args.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    trial.call("folder.keep_note", args)["id"].clone()
}

fn first(trial: &Trial, person: &Value) -> Value {
    trial.call("folder.list", json!({ "person": person }))[0].clone()
}

#[test]
fn b10_a_note_says_more_than_its_line() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let goal = trial.call("goal.save", json!({ "person": maya, "title": "Speak", "text": "" }))["id"].clone();
    let id = note(
        &trial,
        &maya,
        json!({
            "kind": "leadership", "example": " At three in the morning. ", "consequence": "Nobody noticed.",
            "metric": "104,50 s", "tags": ["#On-Call", "drill on-call"], "goals": [goal],
        }),
    );
    let line = first(&trial, &maya);
    for (field, value) in [
        ("example", json!("At three in the morning.")),
        ("consequence", json!("Nobody noticed.")),
        ("metric", json!("104.50 s")),
        ("tags", json!(["on-call", "drill"])),
        ("goals", json!([goal])),
        ("lacks_example", json!(false)),
    ] {
        assert_eq!(line[field], value, "{field}");
    }
    trial.call("folder.edit_note", json!({ "id": id, "text": "Led it.", "metric": "", "example": "" }));
    let line = first(&trial, &maya);
    assert_eq!((&line["metric"], &line["consequence"]), (&json!(""), &json!("Nobody noticed.")));
    assert_eq!(line["lacks_example"], true, "nothing shows it any more");
    for (change, rule) in
        [(json!({ "metric": "fast" }), "metric.no_figure"), (json!({ "tags": ["--"] }), "tag.no_word")]
    {
        let mut args = json!({ "id": id });
        args.as_object_mut().expect("an object").extend(change.as_object().expect("a change").clone());
        assert_eq!(trial.refused("folder.edit_note", args).rule.as_deref(), Some(rule));
    }
}

#[test]
fn b5_a_note_is_linked_to_goals_and_one_on_ones_of_its_person_only() {
    let trial = Trial::begin();
    let (maya, jun) = (trial.person("Maya Okafor"), trial.person("Jun Ramesh"));
    let id = note(&trial, &maya, json!({ "on": "2026-11-02" }));
    let goal = trial.call("goal.save", json!({ "person": jun, "title": "Speak", "text": "" }))["id"].clone();
    let plan = |person: &Value, starts: &str| {
        trial.call("one_on_one.plan", json!({ "person": person, "starts": starts }))["id"].clone()
    };
    let (late, early, other) =
        (plan(&maya, "2026-11-23T10:00"), plan(&maya, "2026-11-20T10:00"), plan(&jun, "2026-11-20T11:00"));
    for change in [json!({ "id": id, "goals": [goal] }), json!({ "id": id, "raised_in": [other] })] {
        assert_eq!(trial.refused("folder.edit_note", change).rule.as_deref(), Some("note.elsewhere"));
    }
    trial.call("folder.edit_note", json!({ "id": id, "raised_in": [late, early] }));
    let line = first(&trial, &maya);
    assert_eq!((&line["raised_in"], &line["raised_on"]), (&json!([late, early]), &json!("2026-11-20")));
    let deed = trial.call("one_on_one.remove", json!({ "id": late }))["deed"].clone();
    let line = first(&trial, &maya);
    assert_eq!(
        (&line["raised_in"], &line["raised_on"]),
        (&json!([early]), &json!("2026-11-20")),
        "a 1:1 went"
    );
    trial.call("history.undo", json!({ "deed": deed }));
    assert_eq!(first(&trial, &maya)["raised_in"], json!([late, early]));
    trial.call("folder.edit_note", json!({ "id": id, "raised_on": null }));
    let line = first(&trial, &maya);
    assert_eq!((&line["raised_in"], &line["raised_on"]), (&json!([]), &Value::Null), "not after all");
}

#[test]
fn b_states_a_note_is_set_aside_for_a_reason_and_taken_up_without_one() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let id = note(&trial, &maya, json!({}));
    for because in [json!(null), json!(" ")] {
        let aside = json!({ "id": id, "dismissed": true, "dismissed_because": because });
        assert_eq!(trial.refused("folder.edit_note", aside).rule.as_deref(), Some("note.no_reason"));
    }
    trial.call(
        "folder.edit_note",
        json!({ "id": id, "dismissed": true, "dismissed_because": "Said by two." }),
    );
    assert_eq!(first(&trial, &maya)["dismissed_because"], "Said by two.");
    trial.call("folder.edit_note", json!({ "id": id, "dismissed": false }));
    let line = first(&trial, &maya);
    assert_eq!((&line["dismissed"], &line["dismissed_because"]), (&json!(false), &json!("")));
}

#[test]
fn b3_where_a_note_came_from_is_kept_beside_it() {
    let trial = Trial::begin();
    let (maya, jun) = (trial.person("Maya Okafor"), trial.person("Jun Ramesh"));
    let given =
        json!({ "kind": "chat", "who": "Jun, in the team's channel", "person": jun, "text": "She led it." });
    let id = note(&trial, &maya, json!({ "source": given }));
    let sources = || trial.call("folder.sources", json!({ "note": id }));
    let kept = sources();
    assert_eq!((&kept[0]["person_name"], &kept[0]["text"]), (&json!("Jun Ramesh"), &json!("She led it.")));
    assert_eq!(first(&trial, &maya)["sources"], 1);
    trial.call(
        "folder.save_source",
        json!({ "note": id, "id": kept[0]["id"], "source": { "kind": "said", "who": "Jun" } }),
    );
    assert_eq!((&sources()[0]["who"], &sources()[0]["person"]), (&json!("Jun"), &Value::Null));
    let empty = json!({ "note": id, "source": { "who": " " } });
    assert_eq!(trial.refused("folder.save_source", empty).rule.as_deref(), Some("source.empty"));
    // It goes and comes back with its note, and with its files.
    let file = trial.place("letter.txt");
    std::fs::write(&file, "Thank you").expect("written");
    let source = sources()[0]["id"].clone();
    let attach = json!({ "record": source, "kind": "source", "file": file });
    trial.call("attachment.add", attach);
    let before = sources();
    let files = || trial.call("attachment.list", json!({ "record": source }));
    let letter = files();
    trial.call("folder.remove_note", json!({ "id": id }));
    assert_eq!((sources(), files()), (json!([]), json!([])));
    trial.call("history.undo", json!({}));
    assert_eq!((sources(), files()), (before, letter.clone()));
    trial.call("folder.remove_source", json!({ "id": source }));
    assert_eq!((sources(), files()), (json!([]), json!([])));
    trial.call("history.undo", json!({}));
    assert_eq!(files(), letter);
}

#[test]
fn where_a_note_came_from_goes_with_its_person_and_outlives_who_said_it() {
    let trial = Trial::begin();
    let (maya, jun) = (trial.person("Maya Okafor"), trial.person("Jun Ramesh"));
    let id = note(&trial, &maya, json!({ "source": { "who": "Jun", "person": jun } }));
    let sources = || trial.call("folder.sources", json!({ "note": id }));
    let before = sources();
    trial.call("person.remove", json!({ "id": jun }));
    assert_eq!((&sources()[0]["who"], &sources()[0]["person"]), (&json!("Jun"), &Value::Null));
    trial.call("history.undo", json!({}));
    assert_eq!(sources(), before);
    trial.call("person.remove", json!({ "id": maya }));
    assert_eq!(sources(), json!([]), "nothing about them is left behind");
    trial.call("history.undo", json!({}));
    assert_eq!(sources(), before);
}

/// Every source field and the name of its file hold a canary; whatever shows, prints, searches or hands out the note must
/// not.
#[test]
fn b11_dr4_where_a_note_came_from_stays_with_its_owner() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let given = json!({ "who": "canary-who", "subject": "canary-subject", "text": "canary-text" });
    let id = note(&trial, &maya, json!({ "source": given }));
    let source = trial.call("folder.sources", json!({ "note": id }))[0]["id"].clone();
    let file = trial.place("canary-file.txt");
    std::fs::write(&file, "canary-bytes").expect("written");
    trial.call("attachment.add", json!({ "record": source, "kind": "source", "file": file }));
    let meeting =
        trial.call("one_on_one.plan", json!({ "person": maya, "starts": "2026-11-19T15:00" }))["id"].clone();
    trial.call("one_on_one.annotate", json!({ "meeting": meeting, "note": id }));
    let section = trial.call("one_on_one.get", json!({ "id": meeting }))["sections"][0]["id"].clone();
    trial.call("one_on_one.write", json!({ "section": section, "text": "On track." }));
    trial.call("one_on_one.set_state", json!({ "id": meeting, "state": "held" }));
    let (notes, year, out) = (trial.place("notes.md"), trial.place("year.md"), trial.place("out"));
    trial.call("one_on_one.export", json!({ "id": meeting, "file": notes }));
    trial.call("person.export_year", json!({ "person": maya, "year": 2026, "file": year }));
    trial.call("portable.export", json!({ "folder": out, "without_sources": true }));
    let mut shown: Vec<(String, String)> = [
        ("folder.list", json!({ "person": maya })),
        ("folder.look_back", json!({ "person": maya })),
        ("person.get", json!({ "id": maya })),
        ("today.get", json!({})),
        ("one_on_one.get", json!({ "id": meeting })),
        ("search.find", json!({ "query": "canary" })),
        ("search.find", json!({ "query": "", "person": maya })),
        ("search.find", json!({ "query": "drill", "sourced": true })),
        ("history.of", json!({ "record": id })),
        ("history.recent", json!({})),
        ("attachment.list", json!({ "record": id })),
    ]
    .into_iter()
    .map(|(name, args)| (name.to_owned(), trial.call(name, args).to_string()))
    .collect();
    let mut folders = vec![out.clone()];
    let mut files = vec![notes, year];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    for path in files {
        let text = String::from_utf8_lossy(&std::fs::read(&path).expect("read")).into_owned();
        shown.push((path.display().to_string(), format!("{} {text}", path.display())));
    }
    let drill = shown.iter().filter(|(_, text)| text.contains("Led the drill")).count();
    assert!(drill > 4, "the note itself is shown: {drill}");
    for (place, text) in shown {
        assert!(!text.contains("canary"), "{place}: {text}");
    }
    // The whole vault's own copy has it, in a file of its own.
    let whole = trial.place("whole");
    trial.call("portable.export", json!({ "folder": whole }));
    let sources = std::fs::read_to_string(whole.join("records/source.jsonl")).expect("sources");
    assert!(sources.contains("canary-who") && sources.contains("canary-text"));
}

#[test]
fn b11_a_source_belongs_to_a_note_and_names_people_who_are_there() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let nobody = json!(domain::PersonId::make());
    let strange = json!({ "who": "Jun", "person": nobody });
    let kept = json!({ "person": maya, "polarity": "praise", "text": "x", "source": strange });
    assert_eq!(trial.refused("folder.keep_note", kept).rule.as_deref(), Some("record.missing"));
    let empty = json!({ "person": maya, "polarity": "praise", "text": "x", "source": { "who": " " } });
    assert_eq!(trial.refused("folder.keep_note", empty).rule.as_deref(), Some("source.empty"));
    let away = json!({ "person": nobody, "polarity": "praise", "text": "x" });
    assert_eq!(trial.refused("folder.keep_note", away).rule.as_deref(), Some("record.missing"));
    assert_eq!(trial.call("folder.list", json!({})), json!([]), "nothing of it was kept");
    let [id, other] = ["one", "two"].map(|text| note(&trial, &maya, json!({ "text": text })));
    let save =
        |note: &Value, source: Value, which: Value| json!({ "note": note, "source": source, "id": which });
    let jun = || json!({ "who": "Jun" });
    for wrong in
        [save(&nobody, jun(), Value::Null), save(&id, strange, Value::Null), save(&id, jun(), nobody.clone())]
    {
        assert_eq!(trial.refused("folder.save_source", wrong).rule.as_deref(), Some("record.missing"));
    }
    let source = trial.call("folder.save_source", save(&id, jun(), Value::Null))["id"].clone();
    trial.call("folder.save_source", save(&other, json!({ "who": "Jun Sato" }), source.clone()));
    let of = |note: &Value| trial.call("folder.sources", json!({ "note": note }));
    assert_eq!((&of(&id)[0]["who"], of(&other)), (&json!("Jun Sato"), json!([])), "it stays with its note");
    trial.call("folder.remove_source", json!({ "id": source }));
    for (door, gone) in [("folder.remove_source", &source), ("folder.remove_note", &nobody)] {
        assert_eq!(
            trial.refused(door, json!({ "id": gone })).rule.as_deref(),
            Some("record.missing"),
            "{door}"
        );
    }
}

#[test]
fn b11_whether_a_source_is_kept_is_asked_for_and_follows_it() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let id = note(&trial, &maya, json!({}));
    let sourced = || {
        let found = trial.call("search.find", json!({ "query": "", "person": maya, "sourced": true }));
        found["hits"].as_array().map(Vec::len)
    };
    assert_eq!(sourced(), Some(0));
    let given = json!({ "note": id, "source": { "who": "Jun" } });
    let source = trial.call("folder.save_source", given)["id"].clone();
    assert_eq!(sourced(), Some(1));
    trial.call("folder.remove_source", json!({ "id": source }));
    assert_eq!(sourced(), Some(0));
}

#[test]
fn b5_a_note_keeps_the_day_it_was_raised_and_is_about_what_has_happened() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let id = note(&trial, &maya, json!({ "on": "2026-11-02" }));
    for (more, rule) in [
        (json!({ "on": "2026-11-20" }), "note.on_the_future"),
        (json!({ "text": " " }), "note.empty"),
        (json!({ "raised_on": "2026-11-01" }), "note.raised_before"),
    ] {
        let mut args = json!({ "id": id });
        args.as_object_mut().expect("an object").extend(more.as_object().expect("a change").clone());
        assert_eq!(trial.refused("folder.edit_note", args).rule.as_deref(), Some(rule));
    }
    let made = trial.call("history.of", json!({ "record": id }))[0]["fields"].clone();
    let kept_at = made.as_array().expect("fields").iter().find(|one| one["field"] == "kept_at");
    assert_eq!(kept_at.expect("a moment")["after"], "2026-11-19T20:00:00.000Z", "when it was written down");
    let ahead = json!({ "person": maya, "polarity": "praise", "text": "x", "on": "2026-11-20" });
    assert_eq!(trial.refused("folder.keep_note", ahead).rule.as_deref(), Some("note.on_the_future"));
    let meeting = json!({ "person": maya, "starts": "2026-11-20T10:00" });
    let meeting = trial.call("one_on_one.plan", meeting)["id"].clone();
    trial.call("folder.edit_note", json!({ "id": id, "raised_on": "2026-11-05" }));
    trial.call("folder.edit_note", json!({ "id": id, "raised_in": [meeting] }));
    let line = first(&trial, &maya);
    assert_eq!((&line["raised_on"], &line["raised_in"]), (&json!("2026-11-05"), &json!([meeting])));
}

#[test]
fn notes_are_listed_by_person_polarity_and_day() {
    let trial = Trial::begin();
    let (maya, jun) = (trial.person("Maya Okafor"), trial.person("Jun Ramesh"));
    for (person, polarity, on) in [
        (&maya, "praise", "2026-11-02"),
        (&maya, "constructive", "2026-11-03"),
        (&maya, "praise", "2026-11-04"),
        (&jun, "praise", "2026-11-05"),
    ] {
        note(&trial, person, json!({ "polarity": polarity, "on": on, "text": on }));
    }
    for (asked, texts) in [
        (json!({ "person": maya }), vec!["2026-11-04", "2026-11-03", "2026-11-02"]),
        (json!({ "person": maya, "polarity": "praise" }), vec!["2026-11-04", "2026-11-02"]),
        (json!({ "before": "2026-11-04" }), vec!["2026-11-03", "2026-11-02"]),
        (json!({ "limit": 2 }), vec!["2026-11-05", "2026-11-04"]),
    ] {
        let lines = trial.call("folder.list", asked.clone());
        let found: Vec<_> = lines.as_array().expect("notes").iter().map(|line| &line["text"]).collect();
        assert_eq!(found, texts, "{asked}");
    }
}

#[test]
fn b8_b9_a_folder_is_quiet_after_thirty_days_and_waits_after_two_weeks() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    note(&trial, &maya, json!({ "on": "2026-11-06", "polarity": "constructive" }));
    let look = |on: Value| trial.call("folder.look_back", json!({ "person": maya, "on": on }));
    for (days, waits, quiet) in [
        (0, Value::Null, Value::Null),
        (1, json!(14), Value::Null),
        (15, json!(29), Value::Null),
        (1, json!(30), json!(30)),
    ] {
        trial.hands.turn(chrono::TimeDelta::days(days));
        let seen = look(Value::Null);
        assert_eq!((&seen["waiting_days"], &seen["quiet_days"]), (&waits, &quiet));
    }
    let last = look(json!("2025-05-01"));
    assert_eq!((&last["name"], &last["constructive"]), (&json!("2025"), &json!(0)), "another cycle");
}

#[test]
fn b7_b8_b9_a_folder_is_looked_back_on() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let look = || trial.call("folder.look_back", json!({ "person": maya }));
    assert_eq!((&look()["verdict"], &look()["praise_percent"]), (&json!("nothing"), &Value::Null));
    for (on, polarity) in [
        ("2026-01-10", "praise"),
        ("2026-02-10", "praise"),
        ("2026-02-11", "constructive"),
        ("2026-07-01", "praise"),
        ("2026-10-15", "praise"),
    ] {
        note(&trial, &maya, json!({ "on": on, "polarity": polarity }));
    }
    let seen = look();
    assert_eq!(
        (&seen["name"], &seen["praise"], &seen["constructive"]),
        (&json!("2026"), &json!(4), &json!(1))
    );
    assert_eq!((&seen["praise_percent"], &seen["verdict"]), (&json!(80), &json!("glowing")));
    let empty: Vec<&Value> =
        seen["quarters"].as_array().expect("four").iter().map(|q| &q["is_empty"]).collect();
    assert_eq!(empty, [false, true, false, false]);
    // What was set aside counts for nothing.
    let aside = note(&trial, &maya, json!({ "on": "2026-05-05" }));
    assert_eq!(look()["quarters"][1]["is_empty"], false);
    trial.call(
        "folder.edit_note",
        json!({ "id": aside, "dismissed": true, "dismissed_because": "Said by two" }),
    );
    assert_eq!((&look()["quarters"][1]["is_empty"], &look()["praise"]), (&json!(true), &json!(4)));
    // The newest is 35 days old; the one to improve was never talked about.
    assert_eq!(
        (&seen["quiet_days"], &seen["waiting"], &seen["waiting_days"]),
        (&json!(35), &json!(1), &json!(281))
    );
    note(&trial, &maya, json!({}));
    assert_eq!(look()["quiet_days"], Value::Null);
    // A folder about oneself waits for nobody.
    let me = trial.call("person.list", json!({}))[0]["id"].clone();
    note(&trial, &me, json!({ "on": "2026-02-11", "polarity": "constructive" }));
    let mine = trial.call("folder.look_back", json!({ "person": me }));
    assert_eq!((&mine["waiting"], &mine["waiting_days"]), (&json!(0), &Value::Null));
}

fn texts(trial: &Trial, args: Value) -> Vec<String> {
    let listed = trial.call("folder.list", args);
    let text = |note: &Value| note["text"].as_str().expect("a text").to_owned();
    listed.as_array().expect("notes").iter().map(text).collect()
}

#[test]
fn b1_everybody_has_a_folder_of_their_own_from_the_start() {
    let trial = Trial::begin();
    let (maya, jun) = (trial.person("Maya Okafor"), trial.person("Jun Ramesh"));
    for person in [&maya, &jun] {
        assert_eq!(texts(&trial, json!({ "person": person })), Vec::<String>::new());
        assert_eq!(trial.call("folder.look_back", json!({ "person": person }))["praise"], 0);
    }
    note(&trial, &maya, json!({}));
    note(&trial, &jun, json!({ "text": "Wrote it up." }));
    assert_eq!(texts(&trial, json!({ "person": maya })), ["Led the drill."]);
    assert_eq!(texts(&trial, json!({ "person": jun })), ["Wrote it up."]);
    trial.call("person.remove", json!({ "id": jun }));
    let nowhere = json!({ "person": jun, "polarity": "praise", "text": "x" });
    assert_eq!(trial.refused("folder.keep_note", nowhere).rule.as_deref(), Some("record.missing"));
}

#[test]
fn b2_ones_own_folder_is_there_from_the_start_and_waits_for_nobody() {
    let trial = Trial::begin();
    let me = trial.me();
    let heard = json!({ "on": "2026-02-11", "polarity": "constructive", "text": "Decides late." });
    note(&trial, &me, heard);
    assert_eq!(texts(&trial, json!({ "person": me })), ["Decides late."]);
    let today = trial.call("today.get", json!({}));
    assert_eq!((&today["unraised"], &today["care"]), (&json!([]), &json!([])));
    // What is kept there stands beside the review of oneself, which is begun like any other.
    let review = trial.call("review.save", json!({ "person": me, "cycle": "2026", "text": "" }));
    assert_eq!(trial.call("review.get", json!({ "id": review["id"] }))["person"], me);
}

#[test]
fn b4_a_note_is_praise_or_to_improve_and_about_one_of_four_things() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let kinds = ["delivery", "leadership", "difficulty", "other"];
    for polarity in ["praise", "constructive"] {
        for kind in kinds {
            let text = format!("{polarity} {kind}");
            note(&trial, &maya, json!({ "polarity": polarity, "kind": kind, "text": text }));
        }
    }
    let listed = trial.call("folder.list", json!({ "person": maya }));
    let listed = listed.as_array().expect("notes");
    assert_eq!(listed.len(), 8);
    for kept in listed {
        let said = format!("{} {}", kept["polarity"], kept["kind"]).replace('"', "");
        assert_eq!(kept["text"], json!(said));
    }
    let hard = texts(&trial, json!({ "person": maya, "polarity": "constructive" }));
    assert!(hard.len() == 4 && hard.iter().all(|text| text.starts_with("constructive")), "{hard:?}");
    for kind in kinds {
        let asked = json!({ "query": "", "about": kind, "polarity": "praise" });
        let found = trial.call("search.find", asked)["hits"].clone();
        let says = found[0]["snippet"].to_string().contains(&format!("praise {kind}"));
        assert!(says && found.as_array().map(Vec::len) == Some(1), "{found}");
    }
    let unsaid = note(&trial, &maya, json!({ "text": "Unsaid" }));
    assert_eq!(first(&trial, &maya)["kind"], "other", "nobody has to say what it is about");
    trial.call("folder.edit_note", json!({ "id": unsaid, "polarity": "constructive", "kind": "difficulty" }));
    let changed = first(&trial, &maya);
    assert_eq!((&changed["polarity"], &changed["kind"]), (&json!("constructive"), &json!("difficulty")));
}

#[test]
fn b6_a_folder_is_looked_back_on_cycle_by_cycle() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    trial.set(json!({ "cycle_month": 4 }));
    for on in ["2025-03-31", "2025-04-01", "2026-03-31", "2026-04-01", "2026-06-30", "2026-11-01"] {
        note(&trial, &maya, json!({ "on": on }));
    }
    for (on, name, praise) in [
        ("2025-03-31", "2024/25", [0, 0, 0, 1]),
        ("2025-04-01", "2025/26", [1, 0, 0, 1]),
        ("2026-03-31", "2025/26", [1, 0, 0, 1]),
        ("2026-11-19", "2026/27", [2, 0, 1, 0]),
    ] {
        let cycle = trial.call("folder.look_back", json!({ "person": maya, "on": on }));
        let quarters: Vec<Value> =
            cycle["quarters"].as_array().expect("four").iter().map(|one| one["praise"].clone()).collect();
        assert_eq!((&cycle["name"], &json!(quarters)), (&json!(name), &json!(praise)), "{on}");
    }
}

#[test]
fn b12_what_is_shared_of_a_note_is_a_copy_without_where_it_came_from() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let given =
        json!({ "source": { "who": "canary-who", "text": "canary-text" }, "example": "canary-example" });
    let id = note(&trial, &maya, given);
    let plan = json!({ "person": maya, "starts": "2026-11-19T15:00" });
    let meeting = trial.call("one_on_one.plan", plan)["id"].clone();
    trial.call("one_on_one.annotate", json!({ "meeting": meeting, "note": id }));
    let carried = || trial.call("one_on_one.get", json!({ "id": meeting }))["annotations"][0]["text"].clone();
    let leaves = || {
        let file = trial.place("notes.md");
        trial.call("one_on_one.export", json!({ "id": meeting, "file": file }));
        std::fs::read_to_string(file).expect("written")
    };
    assert!(!leaves().contains("Led the drill"), "carried along is not shared");
    trial.call("one_on_one.add_remark", json!({ "meeting": meeting, "text": carried() }));
    let shared = leaves();
    assert!(shared.contains("Led the drill") && !shared.contains("canary"), "{shared}");
    // A copy: what happens to the note afterwards does not reach it.
    trial.call("folder.edit_note", json!({ "id": id, "text": "canary-second-thought" }));
    assert_eq!(leaves(), shared);
    trial.call("folder.remove_note", json!({ "id": id }));
    assert_eq!(leaves(), shared);
}

#[test]
fn br4_a_folder_stays_with_its_owner_when_its_person_gets_another_manager() {
    let trial = Trial::begin();
    let (maya, noor) = (trial.person("Maya Okafor"), trial.person("Noor Halabi"));
    let id = note(&trial, &maya, json!({ "source": { "who": "Jun" } }));
    let folder = || {
        let sources = trial.call("folder.sources", json!({ "note": id }));
        (trial.call("folder.list", json!({ "person": maya })), sources)
    };
    let before = folder();
    let mut moved = crate::desk::trial::person("Maya Okafor");
    for (field, value) in [("id", maya.clone()), ("manager", noor.clone()), ("relation", json!("other"))] {
        moved[field] = value;
    }
    trial.call("person.save", moved);
    assert_eq!(folder(), before);
    // The same by a list of people that names the new manager.
    let roster = trial.place("roster.csv");
    std::fs::write(&roster, "Name,Role,Manager\nMaya Okafor,Lead,Noor Halabi\n").expect("written");
    let plan = trial.call("roster.preview", json!({ "file": roster }));
    trial.call("roster.apply", json!({ "import": plan["import"] }));
    assert_eq!(trial.call("person.get", json!({ "id": maya }))["person"]["role"], "Lead");
    assert_eq!(folder(), before);
    assert_eq!(texts(&trial, json!({ "person": noor })), Vec::<String>::new(), "nothing moved to the other");
}
