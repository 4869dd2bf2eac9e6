//! What counts as evidence, which of it stands where, and what is refused when it is written.

use serde_json::{Value, json};

use super::tests::Scene;

const NOBODY: &str = "0197a3c0-0000-7000-8000-000000000001";

fn gaps(scene: &Scene) -> Vec<String> {
    let look = scene.look();
    let gaps = look["gaps"].as_array().expect("gaps").iter();
    gaps.map(|gap| gap["gap"].as_str().expect("a word").to_owned()).collect()
}

fn hints(scene: &Scene) -> Vec<String> {
    let look = scene.look();
    let hints = look["hints"].as_array().expect("hints").iter();
    hints.map(|hint| hint["kind"].as_str().expect("a kind").to_owned()).collect()
}

fn id(value: &Value) -> &str {
    value["id"].as_str().expect("an id")
}

/// A goal of somebody that is being worked on.
fn active(scene: &Scene, person: &Value, title: &str) -> Value {
    let goal = scene.trial.call("goal.save", json!({ "person": person, "title": title, "text": "" }));
    scene.trial.call("goal.endorse", json!({ "id": goal["id"] }));
    scene.trial.call("goal.set_state", json!({ "id": goal["id"], "to": "active" }));
    goal
}

/// Holds a talk today.
fn hold(scene: &Scene, talk: &Value) {
    let to = |state: &str| scene.trial.call("talk.set_state", json!({ "id": talk["id"], "to": state }));
    to("preparing");
    scene.trial.call("talk.save", json!({
        "id": talk["id"], "message": "Two came late.", "example": "On 3 November.", "consequence": "An hour.",
        "is_owned": true,
    }));
    to("ready");
    let there = json!([
        { "part": "manager", "person": scene.trial.me(), "name": "Dana Castellan" },
        { "part": "employee", "person": scene.maya, "name": "Maya Okafor" },
    ]);
    scene
        .trial
        .call("talk.hold", json!({ "talks": [talk["id"]], "participants": there, "outcome": "Agreed." }));
}

#[test]
fn e2_e6_what_was_only_noted_begun_or_agreed_is_no_talk() {
    let scene = Scene::begin();
    let point = scene.add("to_improve", "Change records", "They come late.");
    let write = |address: &str| {
        let text = format!("They come late. [then](inglenook:{address})");
        let args = json!({ "id": point, "review": scene.review, "text": text, "is_soft": true });
        scene.trial.call("review.save_point", args);
        (gaps(&scene), hints(&scene).contains(&"soft_claim".to_owned()))
    };
    let begun = json!({ "person": scene.maya, "title": "Change records", "first_seen": "2026-06-01" });
    let talk = scene.trial.call("talk.begin", begun);
    let goal = active(&scene, &scene.maya, "On time");
    let note = scene.note("constructive", "2026-05-05", "It was late.");
    let surprise = vec!["surprise".to_owned()];
    for (what, address, claim) in [
        ("a note that was not said", format!("note/{note}"), true),
        ("a talk that was not held", format!("talk/{}", id(&talk)), true),
        ("a goal", format!("goal/{}", id(&goal)), false),
    ] {
        assert_eq!(write(&address), (surprise.clone(), claim), "{what}");
    }
    assert_eq!(
        write(&format!("note/{NOBODY}")).0,
        ["no_evidence", "surprise"],
        "what is gone carries nothing"
    );
    hold(&scene, &talk);
    assert_eq!(write(&format!("talk/{}", id(&talk))), (vec![], false), "held, with an example");
}

#[test]
fn e1_the_tray_holds_what_is_of_the_person_of_the_cycle_and_free_to_use() {
    let scene = Scene::begin();
    let other = scene.trial.person("Jun Ramesh");
    let keep = |person: &Value, on: &str, text: &str| {
        let note = json!({ "person": person, "polarity": "praise", "on": on, "text": text });
        scene.trial.call("folder.keep_note", note);
    };
    keep(&scene.maya, "2025-12-31", "The day before.");
    keep(&scene.maya, "2026-01-01", "The first day.");
    keep(&scene.maya, "2026-11-19", "Today.");
    keep(&other, "2026-11-19", "Of somebody else.");
    for first_seen in ["2025-12-31", "2026-06-01"] {
        let title = format!("Seen on {first_seen}");
        let talk = json!({ "person": scene.maya, "title": title, "first_seen": first_seen });
        scene.trial.call("talk.begin", talk);
    }
    active(&scene, &scene.maya, "Under way");
    let proposed = json!({ "person": scene.maya, "title": "Proposed alone", "text": "" });
    scene.trial.call("goal.save", proposed);
    for (author, words, step) in [
        ("Sam", "", None),
        ("Elif", "Calm.", Some("approve")),
        ("Ruth", "There when needed.", None),
        ("Noor", "Taken back.", Some("decline")),
    ] {
        let asked = json!({ "review": scene.review, "author": author, "relation": "peer" });
        let input = scene.trial.call("input.ask", asked)["id"].clone();
        scene.trial.call("input.save", json!({ "id": input, "words": words, "notes": "CANARY" }));
        match step {
            Some("approve") => scene.trial.call("input.approve", json!({ "id": input, "words": words })),
            Some(_) => scene.trial.call("input.move", json!({ "id": input, "to": "declined" })),
            None => Value::Null,
        };
    }
    let tray = scene.call("review.evidence", json!({}));
    let mut held: Vec<(String, bool)> = tray
        .as_array()
        .expect("a list")
        .iter()
        .map(|line| {
            let said = if line["title"] == "" { &line["text"] } else { &line["title"] };
            (said.as_str().expect("a text").to_owned(), line["is_usable"].as_bool().expect("a flag"))
        })
        .collect();
    held.sort();
    let expected = [
        ("Calm.", true),
        ("Seen on 2026-06-01", true),
        ("The first day.", true),
        ("There when needed.", false),
        ("Today.", true),
        ("Under way", true),
    ];
    assert_eq!(held, expected.map(|(said, usable)| (said.to_owned(), usable)));
    let lines = tray.as_array().expect("a list");
    assert!(lines.iter().all(|line| line["talked_on"] == Value::Null), "none of it was said: {tray}");
    assert!(!tray.to_string().contains("CANARY"), "what was said in confidence is not shown: {tray}");

    // What the year holds of each person, side by side, and what may be shown to them.
    let rows = scene.trial.call("review.calibration", json!({ "cycle": "2026" }));
    scene.call("review.read_self", json!({ "text": "## Areas to improve\n\nI was late." }));
    let after = scene.trial.call("review.calibration", json!({ "cycle": "2026" }));
    assert_eq!(rows, after, "what the person wrote is not the review");
    assert_eq!((&rows[0]["praise_notes"], &rows[0]["goals"]), (&json!(2), &json!(1)));
    let standing = scene.trial.call("review.standing", json!({ "person": scene.maya }));
    let goals: Vec<&Value> =
        standing["goals"].as_array().expect("goals").iter().map(|goal| &goal["title"]).collect();
    assert_eq!(goals, [&json!("Under way")]);
    assert_eq!((&standing["talks"], &standing["said"]), (&json!([]), &json!([])));
}

#[test]
fn e26_a_talk_and_a_note_stand_there_once_they_were_talked_about() {
    let scene = Scene::begin();
    let begun = json!({ "person": scene.maya, "title": "Change records", "first_seen": "2026-06-01" });
    let talk = scene.trial.call("talk.begin", begun);
    let titles = || {
        let page = scene.trial.call("review.standing", json!({ "person": scene.maya }));
        page["talks"].as_array().map_or(0, Vec::len)
    };
    assert_eq!(titles(), 0);
    hold(&scene, &talk);
    assert_eq!(titles(), 1);
    // A year on it is the year before's.
    scene.turn(chrono::TimeDelta::days(60));
    assert_eq!(titles(), 0);
}

#[test]
fn what_is_proposed_is_not_linked_yet_and_each_once_and_few() {
    let scene = Scene::begin();
    let notes: Vec<String> = (1..=7)
        .map(|day| scene.note("constructive", &format!("2026-05-0{day}"), "Stakeholders waited."))
        .collect();
    scene.note("constructive", "2026-05-08", "An inglenook.");
    let text = format!("Stakeholders waited long. [then](inglenook:note/{})", notes[6]);
    let point = scene.add("to_improve", "Hard to reach", &text);
    let planned = json!({ "person": scene.maya, "starts": "2026-11-20T10:00" });
    let meeting = scene.trial.call("one_on_one.plan", planned);
    let page = scene.trial.call("one_on_one.get", json!({ "id": meeting["id"] }));
    for section in page["sections"].as_array().expect("sections").iter().take(2) {
        let args =
            json!({ "section": section["id"], "text": "Stakeholders waited long, stakeholders waited." });
        scene.trial.call("one_on_one.write", args);
    }
    let proposed = scene.call("review.propose", json!({ "id": point }));
    let found = proposed["found"].as_array().expect("found");
    assert_eq!((found.len(), &proposed["notes"], &proposed["one_on_ones"]), (5, &json!(8), &json!(1)));
    assert!(found.iter().all(|one| one["id"] != notes[6].as_str()), "what is linked is not proposed");
    assert_eq!(found.iter().filter(|one| one["id"] == meeting["id"]).count(), 1, "a 1:1 once");
    assert!(found.iter().all(|one| one["text"] != "An inglenook."), "an address names no subject");
    assert!(
        found.iter().all(|one| one["talked_on"] == Value::Null),
        "none of it was talked about: {found:?}"
    );
}

#[test]
fn e3_e10_what_is_handed_in_says_something_and_is_the_persons_own() {
    let scene = Scene::begin();
    let to = |step: &str| json!({ "to": { "step": step } });
    scene.add("went_well", "Calm", "She stayed.");
    assert_eq!(scene.refused("review.move_self", to("hand_in")), "self_review.none");
    scene.call("review.move_self", to("ask"));
    assert_eq!(scene.page()["next"]["step"], "self_review");
    let bare = json!({ "review": scene.review, "of": "self_review", "message": "Led it", "seconds": 70 });
    let own = scene.trial.call("review.save_point", bare)["id"].clone();
    assert_eq!(scene.page()["seconds"], 0, "the time is the person's own");
    assert_eq!(scene.refused("review.move_self", to("hand_in")), "self_review.empty");
    assert_eq!(
        scene.call("review.move_self", to("ask"))["deed"],
        Value::Null,
        "who writes is not asked anew"
    );
    assert_eq!(scene.page()["self_review"]["state"], "draft");
    let text = json!({ "id": own, "review": scene.review, "text": "I led the drill." });
    scene.trial.call("review.save_point", text);
    let look = hints(&scene);
    assert!(!look.contains(&"all_glowing".to_owned()) && !look.contains(&"short".to_owned()), "{look:?}");
    scene.call("review.move_self", to("hand_in"));
    assert!(hints(&scene).contains(&"all_glowing".to_owned()));
    assert_eq!(scene.page()["next"]["step"], "self_review", "it is in, and not taken yet");
    for (door, args) in [
        ("review.read_self", json!({ "text": "Once more." })),
        ("review.move_point", json!({ "id": own, "section": "summary" })),
        ("review.remove_point", json!({ "id": own })),
    ] {
        assert_eq!(scene.refused(door, args), "self_review.handed_in", "{door}");
    }
    scene.call("review.move_self", to("take"));
    assert_eq!(scene.page()["next"]["step"], "draft");
    assert!(hints(&scene).contains(&"all_glowing".to_owned()), "a self review that was taken counts as well");
    // Who the review is about may write in their own without being asked; nobody else has one unasked.
    let me = scene.trial.me();
    let mine = scene.trial.call("review.save", json!({ "person": me, "cycle": "2026", "text": "" }));
    assert_eq!(scene.call("review.get", json!({ "id": mine["id"] }))["self_review"]["state"], "not_started");
    let theirs =
        scene.trial.call("review.save", json!({ "person": scene.maya, "cycle": "2025", "text": "" }));
    assert_eq!(scene.call("review.get", json!({ "id": theirs["id"] }))["self_review"], Value::Null);
}

#[test]
fn what_cannot_be_kept_is_refused_by_its_rule() {
    let scene = Scene::begin();
    let cycle = |name: &str, people: Value, reviewer: Value| {
        json!({
            "name": name, "from": "2026-01-01", "until": "2026-12-31", "people": people, "reviewer": reviewer,
        })
    };
    let big = format!("{}\n\n", "word ".repeat(40_000)).repeat(3);
    let long = format!("## {}\n\nText.", "long ".repeat(70));
    scene.call("review.save", json!({ "person": scene.maya, "cycle": "2026", "text": long }));
    for (door, args, rule) in [
        ("review.save_point", json!({ "review": scene.review, "message": "a\nb" }), "text.line_breaks"),
        ("review.save", json!({ "person": scene.maya, "cycle": " ", "text": "" }), "review.no_cycle"),
        ("review.save", json!({ "person": NOBODY, "cycle": "2026", "text": "" }), "record.missing"),
        ("review.divide", json!({ "id": scene.review }), "text.line_too_long"),
        ("review.read_self", json!({ "id": scene.review, "text": "\0" }), "text.nul"),
        // Each paragraph would fit, and all of it does not.
        ("review.read_self", json!({ "id": scene.review, "text": big }), "text.too_long"),
        ("review.begin_cycle", cycle(" ", json!([]), Value::Null), "review.no_cycle"),
        ("review.begin_cycle", cycle("2026", json!([NOBODY]), Value::Null), "record.missing"),
        ("review.begin_cycle", cycle("2026", json!([]), json!(NOBODY)), "record.missing"),
    ] {
        let fault = scene.trial.refused(door, args);
        assert_eq!(fault.rule.as_deref(), Some(rule), "{door} {rule}");
    }
    assert_eq!(scene.page()["points"], json!([]), "nothing of it was kept");
}

#[test]
fn a_letter_that_no_font_has_leaves_one_review_out_and_not_all() {
    let scene = Scene::begin();
    let strange = scene.trial.person("Ana \u{10fffd}");
    scene.trial.call("review.save", json!({ "person": strange, "cycle": "2026", "text": "" }));
    let folder = scene.trial.place("reviews");
    std::fs::create_dir(&folder).expect("made");
    let written = scene.trial.call("review.export_cycle", json!({ "cycle": "2026", "folder": folder }));
    let left_out = written["left_out"].as_array().map(Vec::len);
    assert_eq!((&written["files"], left_out), (&json!(1), Some(1)), "{written}");
}
