//! Locking, watching, long work: what the desk does around the calls.

use std::sync::Mutex;

use chrono::TimeDelta;
use serde_json::json;
use store::StoreFault;
use store::fault::MachineKind;

use super::trial::{PASSPHRASE, Trial, person};
use super::*;
use crate::FaultKind;

#[test]
fn a_vault_exists_only_once_its_kit_was_confirmed() {
    let trial = Trial::locked_in(tempfile::tempdir().expect("a folder"));
    assert_eq!(trial.call("vault.status", json!({}))["state"], "none");
    assert_eq!(
        trial.refused("vault.confirm_kit", json!({ "groups": ["a", "b"] })).rule.as_deref(),
        Some("vault.no_ceremony")
    );
    let weak = trial.refused("vault.create", json!({ "owner_name": "Dana", "passphrase": "fox" }));
    assert_eq!(weak.kind, FaultKind::Refused);
    let kit = trial.call("vault.create", json!({ "owner_name": " Dana ", "passphrase": PASSPHRASE }));
    assert_eq!(trial.call("vault.status", json!({}))["state"], "none", "not yet");

    let wrong = trial.refused("vault.confirm_kit", json!({ "groups": ["0000", "0000"] }));
    assert_eq!(wrong.rule.as_deref(), Some("vault.kit_groups"));
    let sheet = trial.place("kit.txt");
    assert_eq!(trial.call("vault.save_kit", json!({ "file": sheet }))["file"], "kit.txt");
    let text = std::fs::read_to_string(&sheet).expect("the kit");
    let groups: Vec<String> = serde_json::from_value(kit["groups"].clone()).expect("groups");
    assert!(groups.iter().all(|group| text.contains(group.as_str())) && text.contains("Dana"));

    let asked: [usize; 2] = serde_json::from_value(kit["ask"].clone()).expect("which");
    let unlocked = trial.call("vault.confirm_kit", json!({ "groups": asked.map(|place| &groups[place]) }));
    assert_eq!(unlocked, json!({ "owner": "Dana", "findings": [] }));
    assert_eq!(trial.call("vault.status", json!({}))["state"], "open");
    let late = trial.refused("vault.save_kit", json!({ "file": sheet }));
    assert_eq!(late.rule.as_deref(), Some("vault.no_kit"), "a kit is shown once");
}

#[test]
fn every_way_in_opens_and_nothing_else_does() {
    let trial = Trial::begin();
    trial.call("vault.lock", json!({}));
    let wrong = trial.refused("vault.unlock", json!({ "passphrase": "three quiet boxes at noon" }));
    assert_eq!((wrong.kind, wrong.exit_code()), (FaultKind::Locked, 3));
    let none = trial.refused("vault.unlock", json!({}));
    let both = trial.refused("vault.unlock", json!({ "passphrase": PASSPHRASE, "keychain": true }));
    assert_eq!([none.kind, both.kind], [FaultKind::WrongUse; 2]);

    trial.call("vault.unlock", json!({ "kit": trial.groups.join(" ") }));
    assert_eq!(
        trial.refused("vault.unlock", json!({ "passphrase": PASSPHRASE })).rule.as_deref(),
        Some("vault.open")
    );
    trial.call("vault.lock", json!({}));
    assert_eq!(trial.call("vault.unlock", json!({ "passphrase": PASSPHRASE }))["owner"], "Dana Castellan");
}

#[test]
fn a_rotation_makes_a_new_kit_and_the_old_one_useless() {
    let trial = Trial::begin();
    let kit = trial.call("vault.rotate", json!({ "passphrase": PASSPHRASE }));
    let groups: Vec<String> = serde_json::from_value(kit["groups"].clone()).expect("groups");
    let asked: [usize; 2] = serde_json::from_value(kit["ask"].clone()).expect("which");
    trial.refused("vault.confirm_rotation", json!({ "groups": ["0000", "0000"] }));
    trial.call("vault.confirm_rotation", json!({ "groups": asked.map(|place| &groups[place]) }));
    trial.call("vault.lock", json!({}));
    assert_eq!(
        trial.refused("vault.unlock", json!({ "kit": trial.groups.join(" ") })).kind,
        FaultKind::Locked
    );
    trial.call("vault.unlock", json!({ "kit": groups.join(" ") }));
}

#[test]
fn a_keychain_that_is_not_there_is_a_refusal_and_changes_nothing() {
    let trial = Trial::begin();
    assert_eq!(trial.call("vault.keychain", json!({ "on": false })), json!({ "keychain": false }));
    trial.call("vault.lock", json!({}));
    let refused = trial.refused("vault.unlock", json!({ "keychain": true }));
    assert_eq!(refused.rule.as_deref(), Some("vault.keychain_off"));
}

#[test]
fn the_vault_locks_when_nobody_is_there() {
    let trial = Trial::begin();
    trial.set(json!({ "lock_after_minutes": 5 }));
    trial.heard();
    trial.hands.turn(TimeDelta::minutes(4));
    trial.desk.look_around();
    assert!(trial.desk.is_open(), "not yet");
    trial.desk.stir();
    trial.hands.turn(TimeDelta::minutes(4));
    trial.desk.look_around();
    assert!(trial.desk.is_open(), "somebody was there");
    trial.hands.turn(TimeDelta::minutes(1));
    trial.desk.look_around();
    assert!(!trial.desk.is_open());
    let locked = Happening::Locked { because: LockedBecause::Idle };
    assert_eq!(trial.heard(), [Happening::Closing, locked], "whoever writes is asked first");

    trial.call("vault.unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(trial.call("vault.status", json!({}))["lock_after_minutes"], 5, "a setting is of the vault");
    trial.hands.turn(TimeDelta::minutes(-600));
    trial.desk.look_around();
    assert!(trial.desk.is_open(), "a clock that was set back locks nobody out");
    trial.hands.turn(TimeDelta::minutes(5));
    trial.desk.look_around();
    assert!(!trial.desk.is_open(), "and keeps nothing open for ever");
}

#[test]
fn what_another_program_writes_and_asks_is_heard() {
    let trial = Trial::begin();
    let (other, _) = trial.another_program();
    other.call("vault.unlock", json!({ "passphrase": PASSPHRASE }), None).expect("two programs at one vault");
    trial.desk.look_around();
    trial.heard();

    other.call("person.save", person("Maya Okafor"), None).expect("written");
    trial.desk.look_around();
    let seq = match trial.heard().as_slice() {
        [Happening::Changed { seq }] => *seq,
        heard => panic!("{heard:?}"),
    };
    assert_eq!(trial.call("history.recent", json!({ "limit": 1 }))[0]["deed"], seq);
    trial.desk.look_around();
    assert_eq!(trial.heard(), [], "once is enough");

    other.ask_others_to_lock().expect("asked");
    trial.desk.look_around();
    let locked = Happening::Locked { because: LockedBecause::OtherProgram };
    assert_eq!(trial.heard(), [Happening::Closing, locked]);
}

#[test]
fn a_backup_is_made_once_a_day_when_something_changed() {
    let trial = Trial::begin();
    let backups = || trial.call("vault.check", json!({}))["backups"].clone();
    let before = backups();
    let beside = trial.desk.due_for_backup().expect("due");
    trial.desk.back_up(beside);
    assert_eq!(backups(), before.as_u64().expect("a number") + 1);
    assert!(trial.desk.due_for_backup().is_none(), "once a day");
    assert_eq!(trial.call("today.get", json!({}))["backup_age_days"], 0);

    trial.hands.turn(TimeDelta::days(1));
    let beside = trial.desk.due_for_backup().expect("another day");
    trial.desk.back_up(beside);
    assert_eq!(backups(), before.as_u64().expect("a number") + 1, "nothing changed");
    assert_eq!(trial.call("today.get", json!({}))["backup_age_days"], 1);
}

#[test]
fn a_program_that_comes_and_goes_backs_up_after_a_write_and_only_then() {
    let trial = Trial::begin();
    let backups = |trial: &Trial| trial.call("vault.check", json!({}))["backups"].clone();
    let (other, heard) = trial.another_program();
    other.call("vault.unlock", json!({ "passphrase": PASSPHRASE }), None).expect("opens");
    other.call("person.list", json!({}), None).expect("read");
    other.tidy_up().expect("nothing to do");
    assert_eq!(backups(&trial), 0, "reading makes none");
    other.call("person.save", person("Maya Okafor"), None).expect("written");
    other.tidy_up().expect("made");
    other.tidy_up().expect("made already");
    assert_eq!(backups(&trial), 1);
    assert!(heard.lock().expect("unpoisoned").iter().any(|happening| {
        matches!(happening, Happening::Progress { sentence, .. } if sentence == "Making the daily backup")
    }));
    // The window that is open beside it sees that the day has its backup.
    let beside = trial.desk.due_for_backup().expect("it looks");
    trial.desk.back_up(beside);
    assert_eq!(backups(&trial), 1);
}

#[test]
fn everything_is_looked_at_once_a_day_behind_the_open_vault() {
    let trial = Trial::begin();
    trial.person("Maya Okafor");
    trial.heard();
    assert!(trial.desk.due_for_look().is_none(), "not while somebody writes");
    trial.hands.turn(TimeDelta::seconds(3));
    let look = trial.desk.due_for_look().expect("due");
    trial.desk.look(look);
    assert_eq!(trial.heard(), [], "nothing found says nothing");
    assert!(trial.desk.due_for_look().is_none(), "once a day");
    assert_eq!(trial.call("history.recent", json!({}))[0]["sentence"], "Person saved", "no deed tells of it");

    // Locked and opened again on the same day: still once. On the next day it is due.
    trial.call("vault.lock", json!({}));
    trial.call("vault.unlock", json!({ "passphrase": PASSPHRASE }));
    trial.hands.turn(TimeDelta::seconds(3));
    assert!(trial.desk.due_for_look().is_none());
    trial.hands.turn(TimeDelta::days(1));
    trial.heard();

    // A journal that broke in its middle: every call works, and only a look at everything sees it.
    let journal = trial.desk.house().folder().journal();
    let mut bytes = std::fs::read(&journal).expect("the journal");
    bytes[60] ^= 1;
    std::fs::write(&journal, bytes).expect("written");
    let look = trial.desk.due_for_look().expect("due");
    trial.desk.look(look);
    let heard = trial.heard();
    let [Happening::Found { findings }] = heard.as_slice() else { panic!("{heard:?}") };
    assert_eq!(findings.len(), 1);
    assert!(findings[0].sentence.starts_with("The journal is damaged") && findings[0].next.is_some());

    // What was found is not forgotten by the next opening.
    trial.call("vault.lock", json!({}));
    trial.call("vault.unlock", json!({ "passphrase": PASSPHRASE }));
    trial.hands.turn(TimeDelta::seconds(3));
    assert!(trial.desk.due_for_look().is_some());
}

#[test]
fn a_lock_ends_the_look_and_a_look_that_comes_too_late_lets_go_of_the_key() {
    let trial = Trial::begin();
    trial.hands.turn(TimeDelta::seconds(3));
    let look = trial.desk.due_for_look().expect("due");
    trial.call("vault.lock", json!({}));
    trial.heard();
    // Damage that it would have found, had it looked.
    std::fs::write(trial.desk.house().folder().journal(), "gone").expect("written");
    trial.desk.look(look);
    assert_eq!(trial.heard(), []);
}

#[test]
fn a_write_is_told_and_nothing_different_is_not() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    assert!(matches!(trial.heard().as_slice(), [Happening::Changed { .. }]));
    let meeting = trial.call("one_on_one.plan", json!({ "person": maya, "starts": "2026-11-19T15:00" }));
    let page = trial.call("one_on_one.get", json!({ "id": meeting["id"] }));
    let write = json!({ "section": page["sections"][0]["id"], "text": "On track." });
    assert!(trial.call("one_on_one.write", write.clone())["deed"].is_u64());
    trial.heard();
    assert!(trial.call("one_on_one.write", write)["deed"].is_null());
    assert_eq!(trial.heard(), []);
}

#[test]
fn long_work_tells_how_far_it_is_and_can_be_stopped() {
    let trial = Trial::begin();
    let backup = trial.place("b.inglenook");
    trial.desk.call("vault.backup", json!({ "file": backup }), Some("b1")).expect("backed up");
    let progress = trial
        .heard()
        .into_iter()
        .any(|happening| matches!(happening, Happening::Progress { job, .. } if job == "b1"));
    assert!(progress, "it said how far it was");

    // A listener that stops the work at its first step.
    let home = tempfile::tempdir().expect("a folder");
    let shared: Arc<Mutex<Option<Desk>>> = Arc::default();
    let stopper = Arc::clone(&shared);
    let clock = trial.desk.house().clock().clone();
    let desk = Desk::for_a_test(trial.desk.house().path().to_owned(), clock, move |happening| {
        if let (Happening::Progress { job, .. }, Some(desk)) =
            (happening, stopper.lock().expect("unpoisoned").as_ref())
        {
            // It may have ended by itself between two steps.
            let _ = desk.call("app.cancel", json!({ "job": job }), None);
        }
    });
    *shared.lock().expect("unpoisoned") = Some(desk.clone());
    desk.call("vault.unlock", json!({ "passphrase": PASSPHRASE }), None).expect("open");
    let out = home.path().join("out");
    let stopped = desk.call("portable.export", json!({ "folder": out }), Some("e1")).expect_err("stopped");
    assert_eq!(stopped.kind, FaultKind::Cancelled);
    assert!(!out.exists(), "nothing is left of what was stopped");
    assert!(desk.is_open());
    let gone = desk.call("app.cancel", json!({ "job": "e1" }), None).expect_err("ended");
    assert_eq!(gone.kind, FaultKind::WrongUse);
    *shared.lock().expect("unpoisoned") = None;
}

#[test]
fn after_the_disk_failed_the_next_deed_looks_at_it_afresh() {
    let trial = Trial::begin();
    trial.person("Maya Okafor");
    let full = || StoreFault::Machine { kind: MachineKind::DiskFull, sentence: "The disk is full.".into() };
    let fault =
        trial.desk.on_open(|desk| desk.deed("bench.fill", |_| Err::<(), _>(full()))).expect_err("full");
    assert_eq!((fault.exit_code(), fault.next.is_some()), (5, true));
    trial.person("Elif Brandt");
    assert_eq!(trial.call("person.list", json!({})).as_array().expect("a list").len(), 3);
    assert!(trial.desk.is_open());

    trial.desk.on_open(|desk| desk.deed("bench.fill", |_| Err::<(), _>(full()))).expect_err("full");
    std::fs::rename(trial.desk.house().path(), trial.place("elsewhere")).expect("moved away");
    trial.refused("person.save", person("Sam Nakai"));
    assert!(!trial.desk.is_open(), "what cannot be looked at afresh is locked");
    std::fs::rename(trial.place("elsewhere"), trial.desk.house().path()).expect("moved back");
    trial.call("vault.unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(trial.call("person.list", json!({})).as_array().expect("a list").len(), 3);
}

#[test]
fn no_fault_and_no_event_repeats_what_a_record_holds() {
    let trial = Trial::begin();
    let canary = "zyzzyva-canary";
    let maya = trial.person(&format!("Maya {canary}"));
    trial.call("folder.keep_note", json!({ "person": maya, "polarity": "praise", "text": canary }));
    let faults = [
        trial.refused(
            "folder.keep_note",
            json!({ "person": maya, "polarity": "praise", "text": canary, "on": "2030-01-01" }),
        ),
        trial.refused("person.save", json!({ "name": canary })),
        trial.refused("person.save", {
            let mut of = person(&canary.repeat(40));
            of["role"] = canary.into();
            of
        }),
        trial.refused("goal.save", json!({ "person": maya, "title": "", "text": canary })),
        trial.refused("one_on_one.plan", json!({ "person": maya, "starts": canary })),
        trial.refused("search.find", json!({ "query": canary.repeat(100) })),
        trial.refused(canary, json!({})),
    ];
    for fault in faults {
        assert!(!format!("{fault:?}").contains(canary), "{fault:?}");
    }
    assert!(!format!("{:?}", trial.heard()).contains(canary));
}
