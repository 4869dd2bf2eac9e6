//! What honesty demands at each way out, and the order of things around the talk.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::tests::Scene;

fn markdown(scene: &Scene) -> String {
    let file = scene.trial.place("out.md");
    scene.call("review.export", json!({ "file": file }));
    std::fs::read_to_string(&file).expect("written")
}

fn loose(scene: &Scene, text: &str) {
    scene.call("review.save", json!({ "person": scene.maya, "cycle": "2026", "text": text }));
}

#[test]
fn e_r1_what_is_not_ready_is_neither_shared_nor_amended_nor_closed() {
    let scene = Scene::begin();
    scene.ready();
    loose(&scene, "In no point yet.");
    assert_eq!(scene.refused("review.share", json!({})), "review.loose_text");
    assert_eq!(scene.page()["state"], "draft", "nothing of it happened");
    loose(&scene, " ");
    // What the person says of themselves holds nothing up: it is theirs.
    scene.call("review.read_self", json!({ "text": "## Areas to improve\n\nI was late." }));
    scene.call("review.share", json!({}));
    let said = markdown(&scene);
    assert!(said.contains("Version 1") && !said.contains("I was late"), "{said}");
    scene.turn(TimeDelta::hours(25));
    scene.step("hold");
    // What was first said in the talk surprised, and does so no more on another day.
    let late = scene.raised("2026-11-20", "Too many questions.");
    scene.add("to_improve", "Fewer questions", &format!("Ten of them. {}", Scene::chip(&late)));
    assert_eq!(scene.look()["surprises"], 1);
    scene.turn(TimeDelta::hours(24));
    let rows = scene.trial.call("review.calibration", json!({ "cycle": "2026" }));
    assert_eq!((&rows[0]["surprises"], &scene.look()["surprises"]), (&json!(1), &json!(0)));
    let bare = scene.add("to_improve", "Tone", "It was sharp.");
    assert_eq!(scene.refused("review.amend", json!({})), "review.not_ready");
    scene.step("accept");
    assert_eq!(scene.refused("review.close", json!({})), "review.not_ready");
    assert_eq!(scene.page()["state"], "accepted", "nothing of it happened");
    scene.call("review.move_talk", json!({ "to": { "step": "want_second", "by": "manager" } }));
    scene.call("review.remove_point", json!({ "id": bare }));
    scene.step("drop_second");
    scene.step("accept");
    scene.call("review.close", json!({}));
    let said = markdown(&scene);
    for (what, day) in [("Shared", "19 November 2026"), ("Accepted", "21 November 2026")] {
        assert!(said.contains(what) && said.contains(day), "{what} {day}: {said}");
    }
}

#[test]
fn e24_a_second_talk_is_of_whoever_wanted_it_first_and_says_nothing_of_the_one_before() {
    let scene = Scene::begin();
    scene.ready();
    scene.call("review.share", json!({}));
    let to = |step: Value| json!({ "to": step });
    let plan = to(json!({ "step": "plan", "at": "2026-11-20T14:00" }));
    scene.call("review.move_talk", plan.clone());
    assert_eq!(scene.page()["next"]["talk_at"], "2026-11-20T14:00");
    scene.turn(TimeDelta::hours(27));
    scene.step("hold");
    let times = || scene.page()["times"].clone();
    assert_eq!(times()["planned_at"], "2026-11-20T14:00", "it was planned for earlier");
    assert_eq!(scene.page()["next"]["talk_at"], Value::Null, "they have talked");
    assert_eq!(scene.refused("review.move_talk", plan), "review.talk_over");
    for step in ["hold_second", "drop_second"] {
        assert_eq!(scene.refused("review.move_talk", to(json!({ "step": step }))), "review.no_second");
    }
    let want = |by: &str, at: Option<&str>| {
        let mut step = json!({ "step": "want_second", "by": by });
        if let Some(at) = at {
            step["at"] = json!(at);
        }
        scene.call("review.move_talk", to(step));
    };
    let second = || {
        let times = times();
        [times["second_wanted_by"].clone(), times["second_at"].clone(), times["second_held_at"].clone()]
    };
    let monday = json!("2026-11-23T12:00");
    want("employee", Some("2026-11-23T12:00"));
    want("manager", None);
    assert_eq!(
        second(),
        [json!("employee"), monday.clone(), Value::Null],
        "both want it, and one came first"
    );
    assert_eq!(scene.page()["next"]["talk_at"], monday);
    scene.step("hold_second");
    assert_eq!(scene.page()["next"]["talk_at"], Value::Null);
    scene.step("accept");
    assert!(times()["accepted_at"].is_string());
    want("manager", None);
    assert_eq!(second(), [json!("manager"), Value::Null, Value::Null], "another talk, not the one before");
    assert_eq!(times()["accepted_at"], Value::Null, "it is open again");
    assert_eq!(scene.refused("review.move_talk", to(json!({ "step": "accept" }))), "review.second_open");
    want("manager", Some("2026-11-23T12:00"));
    scene.step("drop_second");
    assert_eq!(second(), [Value::Null, Value::Null, Value::Null]);
}

#[test]
fn e_r4_what_is_out_is_written_in_by_no_door() {
    let scene = Scene::begin();
    let (well, improve) = scene.ready();
    let older = json!({ "person": scene.maya, "cycle": "2025", "text": "" });
    let older = scene.trial.call("review.save", older)["id"].clone();
    let attempts = || {
        [
            ("review.save_point", json!({ "id": well, "review": scene.review, "text": "Otherwise." })),
            // By way of another review that is open.
            ("review.save_point", json!({ "id": well, "review": older, "text": "Otherwise." })),
            ("review.save_point", json!({ "id": null, "review": scene.review, "text": "One more." })),
            ("review.move_point", json!({ "id": well, "section": "summary" })),
            ("review.remove_point", json!({ "id": well })),
            (
                "review.save",
                json!({ "id": scene.review, "person": scene.maya, "cycle": "2026", "text": "x" }),
            ),
            ("review.discuss_point", json!({ "id": well, "is_agreed": true })),
        ]
    };
    scene.call("review.share", json!({}));
    let refused = |rule: &str| {
        for (door, args) in attempts() {
            let fault = scene.trial.refused(door, args.clone());
            assert_eq!(fault.rule.as_deref(), Some(rule), "{door} {args}");
        }
    };
    refused("review.out");
    scene.turn(TimeDelta::hours(25));
    scene.step("hold");
    let discuss = |change: Value| {
        let mut args = change;
        args["id"] = improve.clone();
        scene.call("review.discuss_point", args);
        let points = scene.page()["points"].clone();
        let point = points.as_array().expect("points").iter().find(|point| point["id"] == improve).cloned();
        let point = point.expect("there");
        [point["is_agreed"].clone(), point["is_parked"].clone(), point["disagreement"].clone()]
    };
    // One of the three at most: the newest word counts.
    for (change, agreed, parked, differs) in [
        (json!({ "is_agreed": true }), true, false, ""),
        (json!({ "is_parked": true }), false, true, ""),
        (json!({ "is_agreed": true }), true, false, ""),
        (json!({ "disagreement": "It was once." }), false, false, "It was once."),
        (json!({ "is_agreed": true }), true, false, ""),
    ] {
        assert_eq!(discuss(change.clone()), [json!(agreed), json!(parked), json!(differs)], "{change}");
    }
    let two_lines = json!({ "id": improve, "question": "Which\nreport?" });
    assert_eq!(scene.refused("review.discuss_point", two_lines), "text.line_breaks");
    scene.step("accept");
    refused("review.out");
    scene.call("review.close", json!({}));
    refused("review.closed");
    assert_eq!(scene.call("review.get", json!({ "id": older }))["points"], json!([]));
}

#[test]
fn what_was_taken_back_leaves_as_a_draft_again() {
    let scene = Scene::begin();
    let (well, _) = scene.ready();
    scene.call("review.share", json!({}));
    scene.call("review.move_talk", json!({ "to": { "step": "plan", "at": "2026-11-20T14:00" } }));
    let shared = markdown(&scene);
    assert!(shared.contains("Version 1") && !shared.to_lowercase().contains("draft"), "{shared}");
    assert_eq!(shared.matches("hared").count(), 1, "its version says when it was shared: {shared}");
    scene.step("take_back");
    scene.trial.call("review.save_point", json!({ "id": well, "review": scene.review, "text": "Mended." }));
    let proposed = json!({ "person": scene.maya, "title": "Proposed alone", "text": "" });
    scene.trial.call("goal.save", proposed);
    let theirs = json!({ "review": scene.review, "message": "Mine", "text": "I led.", "by_employee": true });
    scene.trial.call("review.save_point", theirs);
    let draft = markdown(&scene);
    assert!(draft.to_lowercase().contains("draft") && draft.contains("Mended."), "{draft}");
    for held_back in ["hared", "Version", "Proposed alone"] {
        assert!(!draft.contains(held_back), "{held_back}: {draft}");
    }
    assert_eq!(draft.matches("Added by Maya Okafor").count(), 1, "{draft}");
}

#[test]
fn a_review_stays_with_whom_it_is_about_and_its_talk_with_its_own_points() {
    let scene = Scene::begin();
    scene.ready();
    let jun = scene.trial.person("Jun Ramesh");
    let moved = json!({ "person": jun, "cycle": "2026", "text": "" });
    assert_eq!(scene.refused("review.save", moved), "review.other_person");
    assert_eq!(scene.page()["person"], scene.maya);
    scene.call("review.read_self", json!({ "text": "## Areas to improve\n\nI was late." }));
    scene.call("review.share", json!({}));
    scene.turn(TimeDelta::hours(25));
    scene.step("hold");
    let own = scene.page()["self_review"]["points"][0]["id"].clone();
    let parked = json!({ "id": own, "is_parked": true });
    assert_eq!(scene.refused("review.discuss_point", parked), "review.self_point");
}
