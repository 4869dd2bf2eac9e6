//! What others say for a review, through the doors.

use serde_json::{Value, json};

use crate::review::tests::Scene;

fn ask(scene: &Scene, author: &str, relation: &str, team: &str) -> Value {
    let asked = json!({ "review": scene.review, "author": author, "relation": relation, "team": team });
    scene.trial.call("input.ask", asked)["id"].clone()
}

fn line(scene: &Scene, id: &Value) -> Value {
    let list = scene.trial.call("input.list", json!({ "review": scene.review }));
    let inputs = list["inputs"].as_array().expect("inputs");
    inputs.iter().find(|input| input["id"] == *id).cloned().expect("there")
}

fn used(scene: &Scene) -> Vec<String> {
    let look = scene.look();
    look["gaps"]
        .as_array()
        .expect("gaps")
        .iter()
        .map(|gap| gap["gap"].as_str().expect("a word").to_owned())
        .collect()
}

#[test]
fn e13_e16_a_list_of_one_side_and_a_voice_that_can_be_told_are_warned_of() {
    let scene = Scene::begin();
    let warned = || scene.trial.call("input.list", json!({ "review": scene.review }))["one_sided"].clone();
    let first = ask(&scene, "Sam Nakai", "peer", "Storage");
    assert_eq!(warned(), json!([]), "one is no list");
    assert_eq!(line(&scene, &first)["stands_alone"], true);
    ask(&scene, "Elif Brandt", "peer", "Storage");
    assert_eq!(warned(), json!(["one_relation", "one_team"]));
    assert_eq!(line(&scene, &first)["stands_alone"], false);
    let partner = ask(&scene, "Ruth Vance", "partner", "Finance");
    assert_eq!(warned(), json!([]));
    assert_eq!(line(&scene, &partner)["stands_alone"], true);
    let own = json!({ "review": scene.review, "person": scene.maya, "relation": "peer" });
    assert_eq!(scene.trial.refused("input.ask", own).rule.as_deref(), Some("input.themselves"));
}

#[test]
fn e14_e15_er2_words_are_used_once_their_author_approved_them_as_they_stand() {
    let scene = Scene::begin();
    let input = ask(&scene, "Sam Nakai", "peer", "");
    let save = |more: Value| {
        let mut args = more;
        args["id"] = input.clone();
        scene.trial.call("input.save", args);
    };
    let state = || line(&scene, &input)["state"].clone();
    let refused = |door: &str, more: Value| {
        let mut args = more;
        args["id"] = input.clone();
        scene.trial.refused(door, args).rule.unwrap_or_default()
    };
    assert_eq!(refused("input.compose", json!({ "what": "approval" })), "input.no_words");
    save(json!({ "notes": "She answers at night as well." }));
    assert_eq!(state(), "received");
    save(json!({ "words": "Answers when it matters." }));
    assert_eq!(state(), "written_up");

    // In a review, not approved yet: it may not be shared.
    let id = input.as_str().expect("an id");
    scene.add("went_well", "There when needed", &format!("Answers. [Quote](inglenook:quote/{id})"));
    assert_eq!(used(&scene), ["quote_not_approved"]);
    assert_eq!(scene.refused("review.share", json!({})), "review.not_ready");

    let mail = scene.trial.call("input.compose", json!({ "id": input, "what": "approval" }));
    let body = mail["body"].as_str().expect("a text").to_owned();
    assert!(body.contains("> Answers when it matters."), "{body}");
    let answer = body.lines().find(|line| line.starts_with("Approved: ")).expect("the line").to_owned();
    scene.trial.call("input.move", json!({ "id": input, "to": "sent_for_approval" }));
    assert_eq!(refused("input.move", json!({ "to": "approved" })), "input.approve");
    for (said, rule) in [
        ("Fine with me.".to_owned(), "input.no_approval"),
        (format!("> {answer}"), "input.no_approval"),
        ("Approved: 0000-0000-0000-0000-0000".to_owned(), "input.other_words"),
    ] {
        assert_eq!(refused("input.read_approval", json!({ "answer": said })), rule, "{said}");
    }
    scene
        .trial
        .call("input.read_approval", json!({ "id": input, "answer": format!("Yes.\r\n\r\n{answer}\r\n") }));
    assert_eq!((state(), used(&scene)), (json!("approved"), vec![]));

    // A changed word voids it, and the old answer fits no longer.
    save(json!({ "words": "Answers when it matters most." }));
    assert_eq!((state(), used(&scene)), (json!("written_up"), vec!["quote_not_approved".to_owned()]));
    assert_eq!(refused("input.read_approval", json!({ "answer": answer })), "input.other_words");
    assert_eq!(refused("input.approve", json!({ "words": "Answers when it matters." })), "input.other_words");
    scene.trial.call("input.approve", json!({ "id": input, "words": "Answers when it matters most." }));
    assert_eq!((state(), used(&scene)), (json!("approved"), vec![]));

    // And its author may take it back.
    scene.trial.call("input.move", json!({ "id": input, "to": "declined" }));
    assert_eq!(used(&scene), ["quote_not_approved"]);
}

#[test]
fn a_message_says_whom_it_is_about_and_nothing_that_others_said() {
    let scene = Scene::begin();
    let other = ask(&scene, "CANARY-OTHER", "peer", "");
    scene.trial.call("input.save", json!({ "id": other, "notes": "CANARY-NOTES", "words": "CANARY-WORDS" }));
    let input = ask(&scene, "Sam Nakai", "partner", "");
    let mail = scene.trial.call("input.compose", json!({ "id": input, "what": "request" }));
    let said = mail.to_string();
    assert!(
        said.contains("Maya Okafor") && said.contains("Hello Sam,") && !said.contains("CANARY"),
        "{said}"
    );
    scene.trial.call("input.remove", json!({ "id": other }));
    let left = scene.trial.call("input.list", json!({ "review": scene.review }));
    assert_eq!(left["inputs"].as_array().map(Vec::len), Some(1));
}

#[test]
fn e14_e15_each_step_is_taken_in_turn_and_nothing_is_approved_unsaid() {
    let scene = Scene::begin();
    let nobody = json!({ "review": scene.review, "author": " ", "relation": "peer" });
    assert_eq!(scene.trial.refused("input.ask", nobody).rule.as_deref(), Some("input.nobody"));
    let input = ask(&scene, "Sam Nakai", "peer", "");
    let with = |more: &Value| {
        let mut args = more.clone();
        args["id"] = input.clone();
        args
    };
    let words = "Answers when it matters.";
    let (to, save) = (|state: &str| json!({ "to": state }), |words: &str| json!({ "words": words }));
    // What is done, the rule that refuses it (none where it may be), and where the input stands then.
    for (door, args, rule, state) in [
        ("input.move", to("written_up"), "input.step", "requested"),
        ("input.approve", save(""), "input.step", "requested"),
        ("input.save", json!({ "author": " " }), "input.nobody", "requested"),
        ("input.save", save(" "), "", "requested"),
        ("input.save", json!({ "notes": "She answers at night." }), "", "received"),
        ("input.move", to("written_up"), "", "written_up"),
        ("input.move", to("sent_for_approval"), "input.no_words", "written_up"),
        ("input.approve", save(" "), "input.no_words", "written_up"),
        ("input.save", save(words), "", "written_up"),
        ("input.read_approval", json!({ "answer": "\0" }), "text.nul", "written_up"),
        ("input.approve", save("Answers."), "input.other_words", "written_up"),
        ("input.approve", save(words), "", "approved"),
        ("input.approve", save(words), "input.step", "approved"),
        // What is kept for the owner alone changes nothing of what was approved.
        ("input.save", json!({ "notes": "She answers at night as well." }), "", "approved"),
        ("input.move", to("declined"), "", "declined"),
        ("input.approve", save(words), "input.step", "declined"),
    ] {
        let outcome = scene.trial.desk.call(door, with(&args), None);
        let refused = outcome.err().map_or(String::new(), |fault| fault.rule.unwrap_or_default());
        assert_eq!(refused, rule, "{door} {args}");
        assert_eq!(line(&scene, &input)["state"], state, "{door} {args}");
    }
}
