//! Every door, by name, on a real vault.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::*;
use crate::FaultKind;
use crate::call::Needs;
use crate::desk::trial::{PASSPHRASE, Trial, person};

/// Arguments with which each open call does something on a vault with Maya, a 1:1, a note, an action, a goal, a review
/// and an attached file in it; and what its reply has to hold.
struct Scene {
    trial: Trial,
    maya: Value,
    meeting: Value,
    section: Value,
    note: Value,
    action: Value,
    goal: Value,
    review: Value,
    file: Value,
}

impl Scene {
    fn new() -> Self {
        let trial = Trial::begin();
        let maya = trial.person("Maya Okafor");
        let owner = trial.call("person.list", json!({}))[0]["id"].clone();
        let meeting = trial.call("one_on_one.plan", json!({ "person": maya, "starts": "2026-11-19T15:00" }))
            ["id"]
            .clone();
        let section = trial.call("one_on_one.get", json!({ "id": meeting }))["sections"][0]["id"].clone();
        let note = trial.call(
            "folder.keep_note",
            json!({ "person": maya, "polarity": "praise", "text": "Led the drill." }),
        )["id"]
            .clone();
        let action = trial.call(
            "action.add",
            json!({ "about": maya, "owner": owner, "text": "Find a second reader", "due": "2026-11-17" }),
        )["id"]
            .clone();
        let goal =
            trial.call("goal.save", json!({ "person": maya, "title": "Speak once", "text": "" }))["id"]
                .clone();
        let review = trial
            .call("review.save", json!({ "person": maya, "cycle": "2026", "text": "A safe year." }))["id"]
            .clone();
        let picture = trial.place("picture.txt");
        std::fs::write(&picture, "a picture").expect("written");
        let file =
            trial.call("attachment.add", json!({ "record": note, "kind": "note", "file": picture }))["id"]
                .clone();
        Self { trial, maya, meeting, section, note, action, goal, review, file }
    }

    /// The arguments of every open call, what to look at in the reply, and what stands there.
    fn table(&self) -> Vec<(&'static str, Value, &'static str, Value)> {
        let Self { trial, maya, meeting, section, note, action, goal, review, file } = self;
        let roster = trial.place("roster.csv");
        std::fs::write(&roster, "Name,Role\nElif Brandt,Release engineer\n").expect("written");
        let saved = trial.place("saved.txt");
        let settings = json!({
            "lock_after_minutes": 5, "theme": "dark", "presenting": false, "reminders": true,
            "reminders_name_people": false, "quiet_from": "18:00", "quiet_until": "08:00", "cycle_month": 1,
        });
        vec![
            ("settings.get", json!({}), "/lock_after_minutes", json!(10)),
            ("settings.save", settings, "/theme", json!("dark")),
            ("person.list", json!({ "include_left": false }), "/1/name", json!("Maya Okafor")),
            ("person.get", json!({ "id": maya }), "/person/skills/0/level", json!(4)),
            ("person.save", person("Tomás Lindqvist"), "", Value::Null),
            ("person.year", json!({ "id": maya, "year": 2026 }), "/weeks/45/praise", json!(1)),
            ("roster.preview", json!({ "file": roster }), "/added", json!(1)),
            (
                "roster.remap",
                json!({ "import": "1", "mapping": { "name": "Name" } }),
                "/mapping",
                json!({ "name": "Name" }),
            ),
            ("roster.apply", json!({ "import": "1" }), "/added", json!(1)),
            (
                "one_on_one.plan",
                json!({ "person": maya, "starts": "2026-11-26T15:00", "minutes": 60 }),
                "",
                Value::Null,
            ),
            ("one_on_one.list", json!({ "person": maya }), "/0/minutes", json!(60)),
            ("one_on_one.write", json!({ "section": section, "text": "On track." }), "", Value::Null),
            ("one_on_one.write_margin", json!({ "meeting": meeting, "text": "Listen." }), "", Value::Null),
            ("one_on_one.get", json!({ "id": meeting }), "/margin/text", json!("Listen.")),
            ("today.get", json!({}), "/meetings/0/written", json!(1)),
            ("one_on_one.set_state", json!({ "id": meeting, "state": "held" }), "/id", meeting.clone()),
            (
                "folder.keep_note",
                json!({ "person": maya, "polarity": "constructive", "text": "Late." }),
                "",
                Value::Null,
            ),
            ("folder.edit_note", json!({ "id": note, "raised_on": "2026-11-19" }), "", Value::Null),
            (
                "folder.list",
                json!({ "person": maya, "polarity": "praise" }),
                "/0/raised_on",
                json!("2026-11-19"),
            ),
            ("folder.look_back", json!({ "person": maya }), "/verdict", json!("too_few")),
            ("folder.save_source", json!({ "note": note, "source": { "who": "Jun" } }), "", Value::Null),
            ("folder.sources", json!({ "note": note }), "/0/who", json!("Jun")),
            (
                "action.add",
                json!({ "about": maya, "owner": maya, "text": "Send the draft" }),
                "",
                Value::Null,
            ),
            ("action.set", json!({ "id": action, "done": true, "due": null }), "", Value::Null),
            ("action.list", json!({ "person": maya, "open": false }), "/0/due", Value::Null),
            (
                "goal.save",
                json!({ "id": goal, "person": maya, "title": "Speak twice", "text": "", "state": "active" }),
                "/id",
                goal.clone(),
            ),
            ("goal.list", json!({ "person": maya, "only_open": true }), "/0/title", json!("Speak twice")),
            ("goal.reviewed", json!({ "id": goal }), "", Value::Null),
            (
                "action.read_line",
                json!({ "line": "me: a by today", "about": maya }),
                "/due",
                json!("2026-11-19"),
            ),
            (
                "review.save",
                json!({ "id": review, "person": maya, "cycle": "2026", "text": "A very safe year." }),
                "/id",
                review.clone(),
            ),
            ("review.get", json!({ "id": review }), "/text", json!("A very safe year.")),
            ("review.list", json!({ "limit": 1 }), "/0/words", json!(4)),
            ("attachment.list", json!({ "record": note }), "/0/name", json!("picture.txt")),
            ("attachment.save", json!({ "id": file, "file": saved }), "/file", json!("saved.txt")),
            ("search.find", json!({ "query": "drill", "kinds": ["note"] }), "/hits/0/record", note.clone()),
            ("history.of", json!({ "record": note }), "/0/sentence", json!("Raised on changed")),
            ("history.recent", json!({ "limit": 1 }), "/0/name", json!("review.save")),
            ("history.undo", json!({}), "/sentence", json!("review saved")),
            ("attachment.remove", json!({ "id": file }), "", Value::Null),
            ("folder.remove_note", json!({ "id": note }), "", Value::Null),
            ("one_on_one.remove", json!({ "id": meeting }), "", Value::Null),
            ("portable.export", json!({ "folder": trial.place("out") }), "", Value::Null),
            ("portable.import", json!({ "folder": trial.place("out") }), "/added", json!(0)),
            ("vault.backup", json!({ "file": trial.place("b.inglenook") }), "/file", json!("b.inglenook")),
            ("vault.check", json!({}), "/findings", json!([])),
            ("vault.left_over", json!({}), "", json!([])),
            ("vault.forget_left_over", json!({}), "", json!({})),
            ("person.remove", json!({ "id": maya }), "", Value::Null),
            (
                "vault.change_passphrase",
                json!({ "old": PASSPHRASE, "new": "four loud herons at dawn" }),
                "/findings",
                json!([]),
            ),
        ]
    }
}

#[test]
fn every_open_call_does_its_work_by_name() {
    let scene = Scene::new();
    let mut seen: BTreeSet<&str> = [
        "vault.lock",
        "vault.rotate",
        "vault.confirm_rotation",
        "vault.keychain",
        "demo.fill",
        "attachment.add",
        // The stories of 1:1s go through these.
        "one_on_one.submit",
        "one_on_one.annotate",
        "one_on_one.add_remark",
        "one_on_one.remove_remark",
        "one_on_one.mark_section",
        "one_on_one.add_point",
        "one_on_one.set_point",
        "one_on_one.tick_prep",
        "one_on_one.part",
        "one_on_one.take_needs",
        "one_on_one.set_minutes",
        "one_on_one.follow_up",
        "pair.get",
        "pair.save",
        "pair.end",
        "pair.coming",
        "reminder.due",
        "pair.open_slot",
        "one_on_one.send_template",
        "one_on_one.export",
        "one_on_one.mail",
        "one_on_one.invite",
        "person.export_year",
        // Those of calendars through these.
        "calendar.export",
        "calendar.preview",
        "calendar.apply",
        "calendar.keep",
        "calendar.kept",
        "calendar.stop_keeping",
        // Those of days off through these.
        "holiday.list",
        "holiday.add",
        "holiday.remove",
        // Those of templates through these.
        "template.list",
        "template.save",
        "template.remove",
        // Those of where notes came from through these.
        "folder.remove_source",
        // Those of mail through these.
        "mail.preview",
        "mail.preview_folder",
        "mail.preview_text",
        "mail.found",
        "mail.read",
        "mail.keep",
        "mail.forget",
        // Those of what was caught while locked through these.
        "capture.waiting",
        "capture.take",
        "capture.remove",
        // Those of careers through these.
        "career.get",
        "career.save_wish",
        "career.remove_wish",
        "career.save_exploration",
        "career.remove_exploration",
        "career.export_plan",
        // Those of goals through these.
        "goal.get",
        "goal.questions",
        "goal.endorse",
        "goal.set_state",
        "goal.add_entry",
        "goal.edit_entry",
        "goal.remove_entry",
        "goal.cycle",
        "goal.categories",
        "goal.save_categories",
        "goal.rename_category",
        "goal.grounds",
        "goal.save_ground",
        "goal.remove_ground",
        // Those of kept searches through these.
        "search.saved",
        "search.save",
        "search.remove_saved",
        // Those of the coach through these.
        "coach.check",
        "coach.rules",
        "coach.dismiss",
        "coach.dismissed",
        "coach.take_back",
        // Those of talks through these.
        "talk.list",
        "talk.get",
        "talk.begin",
        "talk.save",
        "talk.set_state",
        "talk.remove",
        "talk.hold",
        "talk.save_conversation",
        "talk.remove_conversation",
        "talk.follow_up",
        "talk.remove_follow_up",
        "talk.ask",
        "talk.save_check_in",
        "talk.remove_check_in",
        "talk.consult_hr",
        "talk.remove_consult",
        "talk.packet",
        "talk.export_packet",
        "talk.mail_packet",
        // Those of reviews through these.
        "review.begin_cycle",
        "review.cycles",
        "review.save_point",
        "review.move_point",
        "review.remove_point",
        "review.divide",
        "review.evidence",
        "review.look_over",
        "review.propose",
        "review.read_self",
        "review.move_self",
        "review.share",
        "review.move_talk",
        "review.discuss_point",
        "review.amend",
        "review.close",
        "review.sign",
        "review.sign_by_hand",
        "review.take_file",
        "review.export",
        "review.export_cycle",
        "review.calibration",
        "review.standing",
        // Those of what others say through these.
        "input.list",
        "input.ask",
        "input.compose",
        "input.save",
        "input.move",
        "input.approve",
        "input.read_approval",
        "input.remove",
        // Those of headcount plans through these.
        "headcount.list",
        "headcount.get",
        "headcount.save",
        "headcount.take_people",
        "headcount.put_entry",
        "headcount.remove_entry",
        "headcount.write",
        "headcount.move",
        "headcount.copy",
        "headcount.remove",
        "headcount.numbers",
        "headcount.why",
        "headcount.simulate",
        "headcount.options",
        "headcount.compare",
        "headcount.findings",
        "headcount.pivot",
        "headcount.charts",
        "headcount.draft_argument",
        "headcount.stale",
        "headcount.renew_figures",
        "headcount.export_argument",
        "headcount.export_worksheet",
    ]
    .into();
    for (name, args, pointer, expected) in scene.table() {
        let reply = scene.trial.call(name, args);
        if pointer.is_empty() && expected.is_null() {
            assert!(reply.is_object(), "{name}: {reply}");
        } else {
            assert_eq!(reply.pointer(pointer), Some(&expected), "{name}: {reply}");
        }
        seen.insert(name);
    }
    let open: BTreeSet<&str> =
        DOORS.iter().filter(|door| door.needs == Needs::Open).map(|door| door.name).collect();
    assert_eq!(seen, open, "every door is tried, here or in a test of its own");
}

#[test]
fn while_locked_only_the_locked_table_answers() {
    let scene = Scene::new();
    let table = scene.table();
    scene.trial.call("vault.lock", json!({}));
    for (name, args, ..) in table {
        assert_eq!(scene.trial.refused(name, args), Fault::locked(), "{name}");
    }
    // By type: what an open call runs on does not exist while locked.
    let fault = scene.trial.desk.run(crate::person::List::default()).expect_err("locked");
    assert_eq!(fault.kind, FaultKind::Locked);
    assert!(scene.trial.desk.on_open(|_| Ok(())).is_err());
    assert_eq!(scene.trial.call("vault.status", json!({}))["state"], "locked");
}

#[test]
fn every_door_refuses_what_it_does_not_know() {
    let trial = Trial::begin();
    for door in DOORS {
        let fault = trial.refused(door.name, json!({ "surprise": "the text of a note" }));
        assert_eq!(fault.kind, FaultKind::WrongUse, "{}: {fault:?}", door.name);
        assert!(!fault.sentence.contains("the text"), "{fault:?} repeats what was sent");
    }
    assert_eq!(trial.refused("person.delete_all", json!({})).kind, FaultKind::WrongUse);
    assert_eq!(trial.refused("person.list", json!([1])).kind, FaultKind::WrongUse);
}

#[test]
fn what_is_wrong_with_arguments_is_named_without_their_content() {
    let trial = Trial::begin();
    for (name, args, sentence) in [
        ("person.get", json!({}), "person.get needs the argument id."),
        ("person.list", json!({ "limit": 3 }), "person.list has no argument limit."),
        (
            "person.get",
            json!({ "id": "Maya is late" }),
            "The arguments of person.get do not have the right form.",
        ),
        (
            "folder.list",
            json!({ "polarity": "sad about Maya" }),
            "The arguments of folder.list do not have the right form.",
        ),
        (
            "one_on_one.list",
            json!({ "from": "yesterday" }),
            "The arguments of one_on_one.list do not have the right form.",
        ),
    ] {
        assert_eq!(trial.refused(name, args).sentence, sentence);
    }
    let large = json!({ "query": "x".repeat(5 << 20) });
    assert_eq!(trial.refused("search.find", large).sentence, "The arguments of search.find are too large.");
}

#[test]
fn the_names_of_the_table_are_words_and_stand_once() {
    let names: BTreeSet<&str> = DOORS.iter().map(|door| door.name).collect();
    assert_eq!(names.len(), DOORS.len());
    for door in DOORS {
        let (noun, verb) = door.name.split_once('.').expect("a noun and a verb");
        assert!(
            [noun, verb].iter().all(|word| word.chars().all(|c| c.is_ascii_lowercase() || c == '_')),
            "{}",
            door.name
        );
        assert_eq!(super::door(door.name), Some(door));
    }
}
