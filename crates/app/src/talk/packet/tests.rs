use std::fs;

use serde_json::{Value, json};

use crate::desk::trial::{self, Trial, text_of_pdf};

/// What each part holds, each a word of its own.
const PARTS: [(&str, &[&str]); 5] = [
    ("message", &["GIVENMESSAGE", "GIVENEXAMPLE", "GIVENCONSEQUENCE"]),
    ("conversations", &["GIVENSAID", "GIVENDIFFERENCE", "GIVENANSWER", "Tomas", "Frisk"]),
    ("plan", &["GIVENSTEP"]),
    ("progress", &["GIVENLOOK", "GIVENALOUD", "GIVENEND"]),
    ("question", &["GIVENQUESTION"]),
];
/// What is given to nobody, whatever was picked.
const PRIVATE: [&str; 17] = [
    "CANARYTITLE",
    "CANARYBECAUSE",
    "CANARYFOLLOWEDBY",
    "CANARYFACILITATOR",
    "CANARYNOTE",
    "CANARYEXAMPLE",
    "CANARYSOURCE",
    "CANARYHEARD",
    "CANARYASKED",
    "CANARYQUESTION",
    "CANARYANSWER",
    "CANARYADVICE",
    "CANARYOTHERASK",
    "CANARYASIDE",
    "CANARYDROPPED",
    "CANARYFILE",
    "CANARYELSEWHERE",
];

struct Scene {
    trial: Trial,
    maya: Value,
    talk: Value,
    other_talk: Value,
    question: Value,
}

impl Scene {
    /// A talk with a text in every field of it and around it.
    fn full() -> Self {
        let trial = Trial::begin();
        let (me, maya) = (trial.me(), trial.person("Maya Okafor"));
        let mut ada = trial::person("Ada Frisk");
        ada["relation"] = json!("hr");
        ada["email"] = json!("ada@example.org");
        trial.call("person.save", ada);
        let id = |made: Value| made["id"].clone();
        let note = json!({ "person": maya, "polarity": "constructive", "text": "CANARYNOTE",
            "example": "CANARYEXAMPLE", "on": "2026-11-03" });
        let note = id(trial.call("folder.keep_note", note));
        let source = json!({ "who": "CANARYSOURCE", "text": "CANARYHEARD" });
        trial.call("folder.save_source", json!({ "note": note, "source": source }));
        let begun = json!({ "person": maya, "title": "CANARYTITLE", "first_seen": "2026-11-03" });
        let talk = id(trial.call("talk.begin", begun));
        let to = |state: &str| trial.call("talk.set_state", json!({ "id": talk, "to": state }));
        to("preparing");
        trial.call(
            "talk.save",
            json!({
                "id": talk, "class_because": "CANARYBECAUSE", "is_touchy": true, "notes": [note],
                "follow_up_by": "CANARYFOLLOWEDBY", "facilitator": "CANARYFACILITATOR", "is_owned": true,
                "message": "GIVENMESSAGE", "example": "GIVENEXAMPLE", "consequence": "GIVENCONSEQUENCE",
            }),
        );
        to("ready");
        let there = json!([
            { "part": "manager", "person": me, "name": "Dana Castellan" },
            { "part": "employee", "person": maya, "name": "Maya Okafor" },
            { "part": "other", "person": null, "name": "Tomas Lund" },
            { "part": "hr", "person": null, "name": "Ada Frisk" },
        ]);
        let held = json!({ "talks": [talk], "participants": there, "outcome": "GIVENSAID",
            "differences": "GIVENDIFFERENCE" });
        let held = id(trial.call("talk.hold", held));
        let answer = json!({ "id": held, "answered_on": "2026-11-19", "answer": "GIVENANSWER" });
        trial.call("talk.save_conversation", answer);
        let step = json!({ "about": maya, "owner": maya, "author": me, "text": "GIVENSTEP", "talk": talk });
        let step = id(trial.call("action.add", step));
        trial.call("action.set", json!({ "id": step, "dropped_because": "CANARYDROPPED" }));
        trial.call("action.add", json!({ "about": maya, "owner": maya, "text": "CANARYELSEWHERE" }));
        let look = json!({ "talk": talk, "found": "better", "text": "GIVENLOOK", "said_aloud": "GIVENALOUD",
            "next_check": "2026-11-26" });
        trial.call("talk.follow_up", look);
        let asked = json!({ "talk": talk, "from": "CANARYASKED", "question": "CANARYQUESTION" });
        let asked = id(trial.call("talk.ask", asked));
        let answer = json!({ "id": asked, "answered_on": "2026-11-19", "answer": "CANARYANSWER" });
        trial.call("talk.save_check_in", answer);
        let file = trial.place("CANARYFILE");
        fs::write(&file, "CANARYFILE").expect("written");
        for (record, kind) in [(&talk, "talk"), (&asked, "check_in"), (&note, "note")] {
            trial.call("attachment.add", json!({ "record": record, "kind": kind, "file": file }));
        }
        let turn = |talk: &Value, question: &str| {
            let turn = json!({ "talk": talk, "part": "guidance", "who": "Ada Frisk", "question": question,
                "advice": "CANARYADVICE" });
            id(trial.call("talk.consult_hr", turn))
        };
        let question = turn(&talk, "GIVENQUESTION");
        turn(&talk, "CANARYOTHERASK");
        let aside = json!({ "record": talk, "kind": "talk", "rule": "absolutes", "mark": "m",
            "because": "CANARYASIDE" });
        trial.call("coach.dismiss", aside);
        to("improved");
        let end = json!({ "id": talk, "to": "closed", "outcome": "GIVENEND" });
        trial.call("talk.set_state", end);
        let elsewhere = json!({ "person": maya, "title": "CANARYELSEWHERE" });
        let other_talk = id(trial.call("talk.begin", elsewhere));
        trial.call("talk.save", json!({ "id": other_talk, "message": "CANARYELSEWHERE" }));
        turn(&other_talk, "CANARYELSEWHERE");
        Self { trial, maya, talk, other_talk, question }
    }

    fn all(&self) -> Value {
        json!({ "message": true, "conversations": true, "plan": true, "progress": true,
            "question": self.question })
    }

    fn args(&self, parts: &Value) -> Value {
        json!({ "id": self.talk, "parts": parts })
    }

    /// What would leave, in every form: what is read of it, and all its bytes as they are.
    fn forms(&self, parts: &Value) -> Vec<(String, String, String)> {
        let Self { trial, .. } = self;
        let seen = trial.call("talk.packet", self.args(parts));
        let mail = trial.call("talk.mail_packet", self.args(parts));
        assert_eq!(mail["is_cut"], false, "{mail}");
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let mut forms = vec![
            ("seen".to_owned(), text(&seen["text"]), seen.to_string()),
            ("mail".to_owned(), text(&mail["body"]), mail.to_string()),
        ];
        for ending in ["md", "pdf"] {
            let mut args = self.args(parts);
            let file = trial.place(&format!("for hr.{ending}"));
            args["file"] = json!(file);
            trial.call("talk.export_packet", args);
            let bytes = fs::read(&file).expect("written");
            let raw = String::from_utf8_lossy(&bytes).into_owned();
            let shown = if ending == "pdf" { text_of_pdf(&bytes) } else { raw.clone() };
            forms.push((ending.to_owned(), shown, raw));
        }
        forms
    }
}

#[test]
fn d_r5_what_is_the_owners_alone_is_in_no_packet() {
    let scene = Scene::full();
    for (what, shown, raw) in scene.forms(&scene.all()) {
        for word in PARTS.iter().flat_map(|(_, words)| *words) {
            assert!(shown.contains(word), "{word} is not in {what}: {shown}");
        }
        for word in PRIVATE {
            assert!(!shown.contains(word) && !raw.contains(word), "{word} is in {what}");
        }
    }
    // The marks stand where a packet could take them from: the page of the talk has most of them.
    let page = scene.trial.call("talk.get", json!({ "id": scene.talk })).to_string();
    for word in ["CANARYTITLE", "CANARYBECAUSE", "CANARYNOTE", "CANARYASKED", "CANARYANSWER", "CANARYADVICE"]
    {
        assert!(page.contains(word), "{word} is nowhere to be taken from");
    }
}

#[test]
fn d_r5_a_part_is_given_only_when_it_was_picked() {
    let scene = Scene::full();
    for (part, words) in PARTS {
        let value = if part == "question" { scene.question.clone() } else { json!(true) };
        for (what, shown, _) in scene.forms(&json!({ part: value })) {
            for (other, others) in PARTS {
                for word in others {
                    let is_theirs = other == part || words.contains(word);
                    // Whom HR is asked for is said with the question.
                    let is_said = is_theirs || (part == "question" && *word == "Frisk");
                    assert_eq!(
                        shown.contains(word),
                        is_said,
                        "{word} of {other} in {what} of {part}: {shown}"
                    );
                }
            }
        }
    }
}

#[test]
fn d_r5_nothing_leaves_that_was_not_picked_and_written() {
    let scene = Scene::full();
    let bare = json!({ "person": scene.maya, "title": "Something else" });
    let bare = scene.trial.call("talk.begin", bare)["id"].clone();
    for (talk, parts, rule) in [
        (&scene.talk, json!({}), "talk.packet_empty"),
        (&scene.talk, json!({ "message": false, "plan": null }), "talk.packet_empty"),
        (&bare, json!({ "message": true, "plan": true, "progress": true }), "talk.packet_bare"),
        (&scene.other_talk, json!({ "question": scene.question }), "talk.packet_question"),
    ] {
        let file = scene.trial.place("none.pdf");
        for (door, file) in
            [("talk.packet", None), ("talk.mail_packet", None), ("talk.export_packet", Some(&file))]
        {
            let mut args = json!({ "id": talk, "parts": parts });
            if let Some(file) = file {
                args["file"] = json!(file);
            }
            assert_eq!(scene.trial.refused(door, args).rule.as_deref(), Some(rule), "{door} {parts}");
        }
        assert!(!file.exists());
    }
    let unknown = scene.args(&json!({ "advice": true }));
    assert_eq!(scene.trial.refused("talk.packet", unknown).kind, crate::FaultKind::WrongUse);
    let mut wrong = scene.args(&scene.all());
    wrong["file"] = json!(scene.trial.place("for hr.docx"));
    assert_eq!(scene.trial.refused("talk.export_packet", wrong).kind, crate::FaultKind::WrongUse);
}

#[test]
fn d_r5_who_is_named_in_it_and_what_stays_is_said_before_it_leaves() {
    let scene = Scene::full();
    scene.trial.person("Jun Sato");
    let named = |parts: &Value| scene.trial.call("talk.packet", scene.args(parts))["names"].clone();
    assert_eq!(
        named(&scene.all()),
        json!(["Ada Frisk", "Tomas Lund"]),
        "who was there, in the roster or not"
    );
    assert_eq!(named(&json!({ "message": true })), json!([]));
    let example = json!({ "id": scene.talk, "example": "Jun waited, and Maya did not say so." });
    scene.trial.call("talk.save", example);
    assert_eq!(named(&json!({ "message": true })), json!(["Jun Sato"]));
    assert_eq!(named(&json!({ "plan": true })), json!([]), "only of what was picked");
    let withheld = |talk: &Value| {
        let args = json!({ "id": talk, "parts": { "message": true } });
        scene.trial.call("talk.packet", args)["withheld"].clone()
    };
    assert_eq!(withheld(&scene.talk), json!(["subject", "because", "notes", "check_ins", "advice"]));
    assert_eq!(withheld(&scene.other_talk), json!(["subject", "advice"]), "only what there is");
}

#[test]
fn d_r5_a_message_is_for_hr_and_says_nothing_in_its_subject() {
    let scene = Scene::full();
    let mail = |more: Value| {
        let mut args = scene.args(&scene.all());
        args.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
        scene.trial.call("talk.mail_packet", args)
    };
    let prepared = mail(json!({}));
    assert_eq!(
        (&prepared["to"], &prepared["subject"]),
        (&json!("ada@example.org"), &json!("For HR, in confidence"))
    );
    scene.trial.heard();
    mail(json!({ "open": true }));
    let [crate::Happening::Compose { link }] = &scene.trial.heard()[..] else { panic!("one message") };
    assert!(link.starts_with("mailto:ada%40example.org?subject=For%20HR"), "{link}");
    // Somebody who is not HR is not written to because they were asked once.
    let mut jun = trial::person("Jun Sato");
    jun["email"] = json!("jun@example.org");
    scene.trial.call("person.save", jun);
    let turn = json!({ "talk": scene.talk, "part": "guidance", "who": "Jun Sato" });
    scene.trial.call("talk.consult_hr", turn);
    let parts = json!({ "id": scene.talk, "parts": { "message": true } });
    assert_eq!(scene.trial.call("talk.mail_packet", parts)["to"], "");
    let long = json!({ "id": scene.talk, "example": "It came late again. ".repeat(200) });
    scene.trial.call("talk.save", long);
    let cut = mail(json!({}));
    let body = cut["body"].as_str().expect("a text");
    assert!(cut["is_cut"] == true && body.ends_with("The whole is in the file that goes with this message."));
}
