//! No text that was shown is lost by a lock, whatever the disk says.

use std::fs;
use std::sync::{Arc, Mutex};

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::desk::trial::{PASSPHRASE, Trial};
use crate::desk::{Desk, Happening, LockedBecause};

/// One text of each place, and how to read what stands there.
struct Scene {
    trial: Trial,
    texts: Vec<(Value, &'static str, Value, &'static str)>,
    meeting: Value,
}

impl Scene {
    fn new() -> Self {
        let trial = Trial::begin();
        let maya = trial.person("Maya Okafor");
        let meeting = trial.call("one_on_one.plan", json!({ "person": maya, "starts": "2026-11-19T15:00" }))
            ["id"]
            .clone();
        let section = trial.call("one_on_one.get", json!({ "id": meeting }))["sections"][0]["id"].clone();
        let review = json!({ "person": maya, "cycle": "2026", "text": "A safe year." });
        let review = trial.call("review.save", review)["id"].clone();
        let point = json!({ "review": review, "message": "Calm", "text": "She stayed." });
        let point = trial.call("review.save_point", point)["id"].clone();
        let asked = json!({ "review": review, "author": "Sam Nakai", "relation": "peer" });
        let input = trial.call("input.ask", asked)["id"].clone();
        let said = |words: bool| json!({ "kind": "peer_input", "id": input, "words": words });
        let of_inputs = json!({ "review": review });
        let of_meeting = json!({ "id": meeting });
        let texts = vec![
            (
                json!({ "kind": "section", "id": section }),
                "one_on_one.get",
                of_meeting.clone(),
                "/sections/0/text",
            ),
            (json!({ "kind": "margin", "meeting": meeting }), "one_on_one.get", of_meeting, "/margin/text"),
            (
                json!({ "kind": "about", "person": maya }),
                "person.get",
                json!({ "id": maya }),
                "/person/about",
            ),
            (json!({ "kind": "review", "id": review }), "review.get", json!({ "id": review }), "/text"),
            // Written before a message had a place of its own.
            (
                json!({ "kind": "review_point", "id": point }),
                "review.get",
                json!({ "id": review }),
                "/points/0/text",
            ),
            (
                json!({ "kind": "review_point", "id": point, "message": true }),
                "review.get",
                json!({ "id": review }),
                "/points/0/message",
            ),
            (said(false), "input.list", of_inputs.clone(), "/inputs/0/notes"),
            (said(true), "input.list", of_inputs, "/inputs/0/words"),
        ];
        trial.heard();
        Self { trial, texts, meeting }
    }

    fn unsaved(&self) -> Vec<Value> {
        let number = |(at, text): (usize, &(Value, _, _, _))| json!({ "place": text.0, "text": format!("half a th{at}") });
        self.texts.iter().enumerate().map(number).collect()
    }

    fn hand_over(&self, texts: &[Value]) -> Value {
        self.trial.call("vault.hand_over", json!({ "texts": texts, "begins": true, "ends": true }))["durable"]
            .clone()
    }

    /// Opens as a window does; what came to light.
    fn open_again(&self) -> Vec<String> {
        open_window(&self.trial.desk);
        found(self.trial.heard())
    }

    fn stands(&self) -> Vec<Value> {
        let read = |(_, call, args, path): &(Value, &str, Value, &str)| {
            self.trial.call(call, args.clone()).pointer(path).cloned().unwrap_or_default()
        };
        self.texts.iter().map(read).collect()
    }
}

fn open_window(desk: &Desk) {
    desk.house().stay();
    desk.call("vault.unlock", json!({ "passphrase": PASSPHRASE }), None).expect("opens");
}

fn found(heard: Vec<Happening>) -> Vec<String> {
    let sentences = heard.into_iter().filter_map(|happening| match happening {
        Happening::Found { findings } => Some(findings.into_iter().map(|finding| finding.sentence)),
        _ => None,
    });
    sentences.flatten().collect()
}

#[test]
fn what_was_handed_over_stands_where_it_belongs_after_the_next_opening() {
    let scene = Scene::new();
    let file = scene.trial.desk.house().folder().unsaved();
    assert_eq!(scene.hand_over(&scene.unsaved()), true);
    let sealed = fs::read(&file).expect("the texts wait on the disk");
    assert!(!sealed.windows(9).any(|bytes| bytes == b"half a th"), "and nobody reads them there");
    scene.trial.desk.lock(LockedBecause::Idle);

    assert_eq!(
        scene.open_again(),
        ["8 texts that could not be saved before the vault was locked are saved now."]
    );
    assert_eq!(scene.stands(), (0..8).map(|at| format!("half a th{at}")).collect::<Vec<_>>());
    assert!(!file.exists(), "nothing waits any more");
    assert_eq!(scene.trial.call("vault.left_over", json!({})), json!([]));
    // They are deeds like any other: history has what stood there before, and undo brings it back.
    scene.trial.call("history.undo", json!({}));
    assert_eq!(scene.stands()[7], "", "the last of them is taken back");

    scene.trial.desk.lock(LockedBecause::Idle);
    assert_eq!(scene.open_again(), Vec::<String>::new(), "once");
}

#[test]
fn what_no_file_takes_waits_in_memory_and_is_said_not_to_be_durable() {
    let scene = Scene::new();
    let (folder, elsewhere) = (scene.trial.desk.house().path().to_owned(), scene.trial.place("elsewhere"));
    fs::rename(&folder, &elsewhere).expect("the vault is gone");
    assert_eq!(scene.hand_over(&scene.unsaved()), false);
    scene.trial.desk.lock(LockedBecause::Idle);
    fs::rename(&elsewhere, &folder).expect("and back");
    scene.open_again();
    assert_eq!(scene.stands(), (0..8).map(|at| format!("half a th{at}")).collect::<Vec<_>>());
}

#[test]
fn what_was_saved_after_all_is_no_news_and_what_fits_nowhere_is_kept_for_its_owner() {
    let scene = Scene::new();
    let form = json!({ "place": { "kind": "form", "label": "Note" }, "text": "Never sent." });
    let mut texts = scene.unsaved();
    texts.push(form.clone());
    scene.hand_over(&texts);
    scene.trial.call("one_on_one.write_margin", json!({ "meeting": scene.meeting, "text": "half a th1" }));
    let hand_in = |submitted: bool| {
        scene.trial.call("one_on_one.submit", json!({ "id": scene.meeting, "submitted": submitted }));
    };
    hand_in(true);
    scene.trial.desk.lock(LockedBecause::Suspend);
    let heard = scene.open_again();
    assert_eq!(heard[0], "6 texts that could not be saved before the vault was locked are saved now.");
    assert!(
        heard[1].starts_with("2 texts from before the lock could not be put where they belong."),
        "{heard:?}"
    );
    let left_over = json!([texts[0], form]);
    assert_eq!(scene.trial.call("vault.left_over", json!({})), left_over);

    // It waits from lock to lock, beside what comes later, until its owner says so. Opened again, it fits.
    scene.trial.desk.lock(LockedBecause::Suspend);
    scene.open_again();
    assert_eq!(scene.trial.call("vault.left_over", json!({})), left_over);
    hand_in(false);
    scene.trial.desk.lock(LockedBecause::Suspend);
    scene.open_again();
    assert_eq!(scene.stands()[0], "half a th0");
    scene.trial.call("vault.forget_left_over", json!({}));
    assert!(!scene.trial.desk.house().folder().unsaved().exists());
}

#[test]
fn words_that_cannot_be_read_are_named_and_kept_aside() {
    let scene = Scene::new();
    scene.trial.desk.lock(LockedBecause::Idle);
    fs::write(scene.trial.desk.house().folder().unsaved(), "not ours").expect("written");
    let heard = scene.open_again();
    assert!(
        heard[0].starts_with(
            "The words kept at the last lock cannot be read. The file is kept as unsaved.unread-"
        )
    );
    assert!(!scene.trial.desk.house().folder().unsaved().exists());
}

#[test]
fn a_changed_key_seals_what_still_waits_anew() {
    let scene = Scene::new();
    let form = json!({ "place": { "kind": "form", "label": "Note" }, "text": "Never sent." });
    scene.hand_over(std::slice::from_ref(&form));
    scene.trial.desk.lock(LockedBecause::Idle);
    scene.open_again();
    let kit = scene.trial.call("vault.rotate", json!({ "passphrase": PASSPHRASE }));
    let groups: Vec<String> = serde_json::from_value(kit["groups"].clone()).expect("groups");
    let asked: [usize; 2] = serde_json::from_value(kit["ask"].clone()).expect("which");
    scene.trial.call("vault.confirm_rotation", json!({ "groups": asked.map(|place| &groups[place]) }));
    scene.trial.desk.lock(LockedBecause::Idle);
    scene.open_again();
    assert_eq!(scene.trial.call("vault.left_over", json!({})), json!([form]));
}

#[test]
fn a_program_that_comes_and_goes_leaves_alone_what_waits_for_the_window() {
    let scene = Scene::new();
    scene.hand_over(&scene.unsaved());
    scene.trial.desk.lock(LockedBecause::Idle);
    let (other, heard) = scene.trial.another_program();
    other.call("vault.unlock", json!({ "passphrase": PASSPHRASE }), None).expect("opens");
    other.lock(LockedBecause::Request);
    assert_eq!(found(heard.lock().expect("unpoisoned").clone()), Vec::<String>::new());
    assert_eq!(scene.open_again().len(), 1);
    assert_eq!(scene.stands()[0], "half a th0");
}

#[test]
fn every_lock_that_comes_by_itself_asks_first_and_nothing_is_taken_over_after_it() {
    let scene = Scene::new();
    // A window that hands over one text when it is asked.
    let text = scene.unsaved()[0].clone();
    let args = json!({ "texts": [text], "begins": true, "ends": true });
    let shared: Arc<Mutex<Option<Desk>>> = Arc::default();
    let (page, log) = (Arc::clone(&shared), Arc::new(Mutex::new(Vec::new())));
    let (ears, answer) = (Arc::clone(&log), args.clone());
    let clock = scene.trial.desk.house().clock().clone();
    let desk = Desk::for_a_test(scene.trial.desk.house().path().to_owned(), clock, move |happening| {
        let asked = happening == Happening::Closing;
        ears.lock().expect("unpoisoned").push(happening);
        if let (true, Some(desk)) = (asked, page.lock().expect("unpoisoned").as_ref()) {
            desk.call("vault.hand_over", answer.clone(), None).expect("taken over");
        }
    });
    *shared.lock().expect("unpoisoned") = Some(desk.clone());
    scene.trial.desk.lock(LockedBecause::Request);

    let idle: fn(&Scene) = |scene| scene.trial.hands.turn(TimeDelta::hours(5));
    let asked: fn(&Scene) = |scene| scene.trial.desk.ask_others_to_lock().expect("asked");
    for (because, happens) in [(LockedBecause::Idle, idle), (LockedBecause::OtherProgram, asked)] {
        open_window(&desk);
        log.lock().expect("unpoisoned").clear();
        happens(&scene);
        desk.look_around();
        assert!(!desk.is_open());
        assert_eq!(*log.lock().expect("unpoisoned"), [Happening::Closing, Happening::Locked { because }]);
        let late = desk.call("vault.hand_over", args.clone(), None).expect_err("the keys are gone");
        assert_eq!(late.rule.as_deref(), Some("vault.locked"));
    }
    open_window(&desk);
    assert_eq!(scene_text(&desk, &scene), "half a th0");
    *shared.lock().expect("unpoisoned") = None;
}

fn scene_text(desk: &Desk, scene: &Scene) -> Value {
    let page = desk.call("one_on_one.get", json!({ "id": scene.meeting }), None).expect("read");
    page["sections"][0]["text"].clone()
}
