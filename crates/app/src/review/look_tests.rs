//! What is worth another look and what is not, and what comes next for whom.

use serde_json::{Value, json};

use super::tests::Scene;

fn hint(look: &Value, kind: &str) -> Option<(u64, u64)> {
    let hints = look["hints"].as_array().expect("hints");
    let found = hints.iter().find(|hint| hint["kind"] == kind)?;
    Some((found["count"].as_u64().expect("a count"), found["of"].as_u64().expect("a count")))
}

#[test]
fn e4_e8_what_was_kept_and_is_not_used_is_named_and_nothing_else() {
    let scene = Scene::begin();
    let look = || scene.look();
    let bare = json!({ "review": scene.review, "message": "m", "is_soft": true });
    let point = scene.trial.call("review.save_point", bare)["id"].clone();
    assert_eq!(hint(&look(), "soft_claim"), None, "nothing is claimed yet");
    let write = |text: &str| {
        let args = json!({ "id": point, "review": scene.review, "text": text });
        scene.trial.call("review.save_point", args);
    };
    write("Calm.");
    for _ in 0..2 {
        scene.note("constructive", "2026-10-02", "It was late.");
    }
    assert_eq!(hint(&look(), "undersold"), None, "only praise can be undersold");
    scene.note("praise", "2026-10-02", "Helped out.");
    assert_eq!(hint(&look(), "undersold"), None, "one more or less is a choice");
    let aside = scene.note("praise", "2026-10-03", "Helped again.");
    scene.trial.call(
        "folder.edit_note",
        json!({ "id": aside, "dismissed": true, "dismissed_because": "Not theirs." }),
    );
    assert_eq!(hint(&look(), "undersold"), None, "what was set aside is not missed");
    let seen = look();
    assert_eq!((hint(&seen, "first_half"), hint(&seen, "second_half")), (None, Some((0, 0))));
    let led = json!({
        "person": scene.maya, "polarity": "praise", "on": "2026-10-04", "text": "Led it.", "kind": "leadership",
    });
    let led = scene.trial.call("folder.keep_note", led)["id"].as_str().expect("an id").to_owned();
    assert_eq!(hint(&look(), "undersold"), Some((2, 1)));
    write(&format!("Calm. [4 Oct](inglenook:note/{led})"));
    assert_eq!(hint(&look(), "undersold"), None);
    scene.note("praise", "2026-10-05", "Helped a third time.");
    assert_eq!(hint(&look(), "undersold"), Some((2, 0)), "more than there are points");

    // A 1:1 or a talk is of the half it stands in, and a goal counts once it was agreed on.
    let talk = json!({ "person": scene.maya, "title": "Change records", "first_seen": "2026-02-02" });
    let talk = scene.trial.call("talk.begin", talk)["id"].as_str().expect("an id").to_owned();
    scene.trial.call("goal.save", json!({ "person": scene.maya, "title": "Proposed", "text": "" }));
    assert_eq!(look()["halves"], json!([false, true]));
    write(&format!("Calm. [4 Oct](inglenook:note/{led}) [2 Feb](inglenook:talk/{talk})"));
    assert_eq!((&look()["halves"], &look()["goals"]), (&json!([true, true]), &json!(0)));

    let other = |cycle: &str, on: Option<&str>| {
        let begun = json!({ "person": scene.maya, "cycle": cycle, "text": "" });
        let review = scene.trial.call("review.save", begun)["id"].clone();
        let point = json!({ "review": review, "message": "m", "text": "Calm." });
        scene.trial.call("review.save_point", point);
        if let Some(on) = on {
            scene.note("praise", on, "Helped.");
        }
        scene.call("review.look_over", json!({ "id": review }))
    };
    let seen = other("2025", Some("2025-02-02"));
    assert_eq!((hint(&seen, "first_half"), hint(&seen, "second_half")), (Some((0, 0)), None));
    let half = json!({ "name": "2024 H1", "from": "2024-01-01", "until": "2024-06-30", "people": [] });
    scene.trial.call("review.begin_cycle", half);
    assert_eq!(hint(&other("2024 H1", None), "empty_quarter"), Some((2, 4)), "half a year has two quarters");
}

#[test]
fn e2_e11_a_surprise_that_says_so_and_a_place_that_is_fine_are_told_from_the_others() {
    let scene = Scene::begin();
    let text = "She is always late. She never comes.";
    let point = scene.add("to_improve", "Late", text);
    assert_eq!(hint(&scene.look(), "said_to_be_new"), None, "it does not say so");
    let found = || -> Vec<(String, String)> {
        let look = scene.look();
        let points = look["coach"].as_array().expect("a list").iter();
        let all = points.flat_map(|one| one["findings"].as_array().cloned().unwrap_or_default());
        let absolute = all.filter(|one| one["rule"] == "absolute");
        absolute
            .map(|one| {
                let part = |name: &str| one[name].as_str().expect("a text").to_owned();
                (part("excerpt"), part("mark"))
            })
            .collect()
    };
    let before = found();
    assert_eq!(before.len(), 2, "{before:?}");
    for (rule, left) in [("hedge", 2), ("absolute", 1)] {
        let aside = json!({
            "record": point, "kind": "review_point", "rule": rule, "mark": before[0].1, "because": "It is so.",
        });
        scene.trial.call("coach.dismiss", aside);
        assert_eq!(found().len(), left, "{rule}");
    }
    assert_eq!(found(), before[1..], "the other one is still asked about");
    let new = format!("{text} [This is new](inglenook:new)");
    scene.trial.call("review.save_point", json!({ "id": point, "review": scene.review, "text": new }));
    assert_eq!(hint(&scene.look(), "said_to_be_new"), Some((1, 0)));
}

#[test]
fn what_comes_next_is_what_is_late_or_near_and_not_long_over() {
    let scene = Scene::begin();
    let soon = || -> Vec<(String, bool)> {
        let today = scene.trial.call("today.get", json!({}));
        let lines = today["reviews"].as_array().expect("reviews").iter();
        lines
            .map(|line| {
                let name = line["person_name"].as_str().expect("a name").to_owned();
                (name, line["next"]["is_late"].as_bool().expect("a flag"))
            })
            .collect()
    };
    for (name, until, share_by) in [
        ("Two weeks ahead", "2026-12-31", "2026-12-03"),
        ("More than two weeks", "2026-12-31", "2026-12-04"),
        ("Due today", "2026-12-31", "2026-11-19"),
        ("Over since yesterday", "2026-11-18", "2026-11-10"),
        ("Over for half a year", "2026-05-23", "2026-05-01"),
        ("Over for longer", "2026-05-22", "2026-05-01"),
    ] {
        let cycle = json!({
            "name": name, "from": "2026-01-01", "until": until, "share_by": share_by,
            "people": [scene.trial.person(name)], "with_self_review": false,
        });
        scene.trial.call("review.begin_cycle", cycle);
    }
    let due = [
        ("Over for half a year", true),
        ("Over since yesterday", true),
        ("Due today", false),
        ("Two weeks ahead", false),
    ];
    let mut due: Vec<(String, bool)> = due.map(|(name, late)| (name.to_owned(), late)).into();
    assert_eq!(soon(), due);

    // A talk is named a week ahead, whatever days the cycle has.
    let cycle = json!({ "name": "2026", "from": "2026-01-01", "until": "2026-12-31", "people": [] });
    scene.trial.call("review.begin_cycle", cycle);
    scene.ready();
    scene.call("review.share", json!({}));
    let plan = |at: &str| {
        scene.call("review.move_talk", json!({ "to": { "step": "plan", "at": at } }));
    };
    plan("2026-11-27T09:00");
    assert_eq!(soon(), due, "more than a week");
    plan("2026-11-26T17:00");
    due.insert(3, ("Maya Okafor".to_owned(), false));
    assert_eq!(soon(), due);
}
