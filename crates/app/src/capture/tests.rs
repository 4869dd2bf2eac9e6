use std::path::PathBuf;

use chrono::TimeDelta;
use serde_json::{Value, json};
use store::vault::Folder;
use store::vault::capture::capture;

use crate::FaultKind;
use crate::desk::LONGEST_PAGE;
use crate::desk::trial::{PASSPHRASE, Trial};
use crate::doors::DOORS;

const TEXT: &str = "Stayed calm while the tills were down";

fn locked() -> (Trial, Value) {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    trial.call("vault.lock", json!({}));
    (trial, maya)
}

fn keep(trial: &Trial, about: &str, text: &str) -> Value {
    trial.call("capture.keep", json!({ "about": about, "polarity": "praise", "text": text }))
}

fn unlock(trial: &Trial) {
    trial.call("vault.unlock", json!({ "passphrase": PASSPHRASE }));
}

fn waiting(trial: &Trial) -> Value {
    trial.call("capture.waiting", json!({}))
}

fn files(trial: &Trial) -> Vec<PathBuf> {
    let place = trial.place("vault/captures");
    std::fs::read_dir(place).map_or(vec![], |all| all.map(|one| one.expect("a file").path()).collect())
}

#[test]
fn what_is_written_down_while_locked_says_nothing_and_is_a_note_of_then_once_it_is_taken() {
    let (trial, maya) = locked();
    trial.heard();
    assert_eq!(keep(&trial, " may ", TEXT), json!({}), "it says that it is kept and no more");
    assert_eq!(trial.heard(), [], "nobody is told of it");
    // The next morning.
    trial.hands.turn(TimeDelta::hours(20));
    for name in ["capture.waiting", "capture.take", "capture.remove", "today.get", "person.list"] {
        let args = match name {
            "capture.take" => json!({ "captures": [] }),
            "capture.remove" => json!({ "id": maya }),
            _ => json!({}),
        };
        assert_eq!(trial.refused(name, args).kind, FaultKind::Locked, "{name}");
    }
    unlock(&trial);
    assert_eq!(trial.call("today.get", json!({}))["captured"], 1);
    let list = waiting(&trial);
    let one = &list["captures"][0];
    assert_eq!((&list["unread"], &list["more"]), (&json!([]), &json!(0)));
    assert_eq!(
        (&one["at"], &one["on"], &one["about"], &one["polarity"], &one["text"]),
        (
            &json!("2026-11-19T20:00:00.000Z"),
            &json!("2026-11-19"),
            &json!("may"),
            &json!("praise"),
            &json!(TEXT)
        )
    );
    assert_eq!(one["person"], json!({ "id": maya, "name": "Maya Okafor", "is_whole_name": false }));
    let taken = trial.call(
        "capture.take",
        json!({ "captures": [{ "id": one["id"], "person": maya, "kind": "leadership" }] }),
    );
    assert_eq!(taken["notes"], json!([one["id"]]));
    assert_eq!(files(&trial), [] as [PathBuf; 0], "the file is gone");
    let note = trial.call("folder.list", json!({ "person": maya }))[0].clone();
    assert_eq!(
        (&note["id"], &note["on"], &note["text"], &note["kind"]),
        (&one["id"], &json!("2026-11-19"), &json!(TEXT), &json!("leadership"))
    );
    assert_eq!(trial.call("today.get", json!({}))["captured"], 0);

    // Taken back, the text is in the history alone, and comes back from there.
    let undone = trial.call("history.undo", json!({ "deed": taken["deed"] }));
    assert_eq!(trial.call("folder.list", json!({ "person": maya })), json!([]));
    assert_eq!(waiting(&trial)["captures"], json!([]));
    trial.call("history.undo", json!({ "deed": undone["deed"] }));
    assert_eq!(trial.call("folder.list", json!({ "person": maya }))[0]["text"], TEXT);
}

/// Of all calls that answer while the vault is locked, none has a word of what was caught.
#[test]
fn no_door_that_is_open_while_locked_says_anything_of_it() {
    let (trial, _) = locked();
    keep(&trial, "Maya Okafor", TEXT);
    for door in DOORS {
        let (name, args) = (door.name, json!({}));
        let said = match trial.desk.call(name, args, None) {
            Ok(reply) => reply.to_string(),
            Err(fault) => format!("{fault:?}"),
        };
        for word in ["Maya", "Okafor", "Stayed calm", "tills"] {
            assert!(!said.contains(word), "{name} says {word}: {said}");
        }
    }
    assert!(!trial.desk.is_open());
    assert_eq!(files(&trial).len(), 1);
}

#[test]
fn it_works_while_the_vault_is_open_too() {
    let trial = Trial::begin();
    keep(&trial, "", TEXT);
    assert_eq!(waiting(&trial)["captures"][0]["person"], Value::Null);
}

#[test]
fn who_is_meant_is_guessed_only_where_one_fits() {
    let trial = Trial::begin();
    for name in ["Tom", "Tom Lindberg", "Tomás Lindqvist", "Maya Okafor"] {
        trial.person(name);
    }
    for (about, meant) in [
        ("tom", Some(("Tom", true))),
        ("tom lindb", Some(("Tom Lindberg", false))),
        ("TOMAS LINDQVIST", Some(("Tomás Lindqvist", true))),
        ("oka", Some(("Maya Okafor", false))),
        ("lind", None),
        ("zora", None),
        ("", None),
        ("...", None),
    ] {
        keep(&trial, about, about_text(about));
        let list = waiting(&trial);
        let one = list["captures"].as_array().and_then(|all| all.last()).expect("one").clone();
        let guess = one["person"].as_object().map(|guess| (&guess["name"], &guess["is_whole_name"]));
        let (name, whole) =
            meant.map_or((Value::Null, Value::Null), |(name, whole)| (json!(name), json!(whole)));
        assert_eq!(guess, meant.is_some().then_some((&name, &whole)), "{about:?}");
        trial.call("capture.remove", json!({ "id": one["id"] }));
    }
}

fn about_text(about: &str) -> &str {
    if about.is_empty() { "x" } else { about }
}

#[test]
fn what_no_note_could_say_is_refused_at_once() {
    let (trial, _) = locked();
    for (about, text, rule) in [
        ("", "  ", "note.empty"),
        ("a\nb", "x", "text.line_breaks"),
        (&"x".repeat(3_000), "x", "text.line_too_long"),
        ("", &"x".repeat(62_000), "capture.too_long"),
    ] {
        let fault =
            trial.refused("capture.keep", json!({ "about": about, "polarity": "praise", "text": text }));
        assert_eq!(fault.rule.as_deref(), Some(rule));
    }
    assert_eq!(files(&trial).len(), 0);
}

/// The program was cut off between the notes and the files: the files are back, and nothing is kept twice.
#[test]
fn a_file_that_outlived_its_note_is_not_taken_twice() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    keep(&trial, "maya", TEXT);
    let file = files(&trial).remove(0);
    let sealed = std::fs::read(&file).expect("read");
    let id = waiting(&trial)["captures"][0]["id"].clone();
    let take = || trial.call("capture.take", json!({ "captures": [{ "id": id, "person": maya }] }));
    let deed = take()["deed"].clone();
    for undone in [false, true] {
        std::fs::write(&file, &sealed).expect("written");
        assert_eq!(take(), json!({ "notes": [], "deed": null }));
        assert!(!file.exists());
        std::fs::write(&file, &sealed).expect("written");
        assert_eq!(waiting(&trial), json!({ "captures": [], "unread": [], "more": 0 }));
        assert!(!file.exists());
        let notes = trial.call("folder.list", json!({ "person": maya }));
        assert_eq!(notes.as_array().map(Vec::len), Some(usize::from(!undone)));
        if !undone {
            trial.call("history.undo", json!({ "deed": deed }));
        }
    }
}

#[test]
fn what_cannot_be_read_is_named_and_stays_until_its_owner_removes_it() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let folder = Folder::at(trial.place("vault"));
    // Sealed to this vault, and no note of ours; cut; and no capture at all.
    let strange = capture(&folder, b"{}").expect("sealed").to_string();
    keep(&trial, "maya", "cut");
    let cut = files(&trial).into_iter().find(|path| !path.ends_with(&strange)).expect("another");
    let sealed = std::fs::read(&cut).expect("read");
    std::fs::write(&cut, &sealed[..100]).expect("written");
    std::fs::write(trial.place("vault/captures/a\u{7}letter"), "x").expect("written");
    let list = waiting(&trial);
    assert_eq!(list["captures"], json!([]));
    let unread = list["unread"].as_array().expect("a list").clone();
    assert_eq!(unread.len(), 3);
    assert_eq!(unread[2], json!({ "file": "a?letter", "id": null }));
    for one in &unread[..2] {
        assert_eq!(one["file"], one["id"]);
        let take = json!({ "captures": [{ "id": one["id"], "person": maya }] });
        assert_eq!(trial.refused("capture.take", take).rule.as_deref(), Some("capture.unread"));
    }
    assert_eq!(files(&trial).len(), 3, "nothing is thrown away by itself");
    trial.call("capture.remove", json!({ "id": strange }));
    let gone = trial.refused("capture.remove", json!({ "id": strange }));
    assert_eq!((gone.rule.as_deref(), files(&trial).len()), (Some("capture.gone"), 2));
}

#[test]
fn several_are_one_deed_or_none_at_all() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    for text in ["one", "two"] {
        keep(&trial, "", text);
    }
    let list = waiting(&trial);
    let ids = [0, 1].map(|n| list["captures"][n]["id"].clone());
    let nobody = "01930000-0000-7000-8000-000000000001";
    let take = |first: Value, second: Value| {
        json!({ "captures": [
        { "id": ids[0], "person": first, "polarity": "constructive" },
        { "id": ids[1], "person": second, "text": "two, in other words" },
    ] })
    };
    assert_eq!(
        trial.refused("capture.take", take(maya.clone(), json!(nobody))).rule.as_deref(),
        Some("record.missing")
    );
    assert_eq!(files(&trial).len(), 2);
    assert_eq!(trial.call("folder.list", json!({ "person": maya })), json!([]));
    let twice = json!({ "captures": [{ "id": ids[0], "person": maya }, { "id": ids[0], "person": maya }] });
    assert_eq!(trial.refused("capture.take", twice).kind, FaultKind::WrongUse);
    let deed = trial.call("capture.take", take(maya.clone(), maya.clone()))["deed"].clone();
    let notes = trial.call("folder.list", json!({ "person": maya }));
    let told: Vec<_> =
        notes.as_array().expect("notes").iter().map(|one| (&one["polarity"], &one["text"])).collect();
    assert!(told.contains(&(&json!("constructive"), &json!("one"))), "{told:?}");
    assert!(told.contains(&(&json!("praise"), &json!("two, in other words"))), "{told:?}");
    trial.call("history.undo", json!({ "deed": deed }));
    assert_eq!(trial.call("folder.list", json!({ "person": maya })), json!([]));
}

#[test]
fn what_is_changed_while_it_is_taken_has_to_be_a_note() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    keep(&trial, "maya", TEXT);
    let id = waiting(&trial)["captures"][0]["id"].clone();
    let emptied = json!({ "captures": [{ "id": id, "person": maya, "text": " " }] });
    assert_eq!(trial.refused("capture.take", emptied).rule.as_deref(), Some("note.empty"));
    assert_eq!(waiting(&trial)["captures"][0]["text"], TEXT, "it still waits");
}

#[test]
fn a_clock_that_was_set_back_does_not_stand_in_the_way() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    keep(&trial, "maya", TEXT);
    trial.hands.turn(TimeDelta::days(-2));
    let id = waiting(&trial)["captures"][0]["id"].clone();
    trial.call("capture.take", json!({ "captures": [{ "id": id, "person": maya }] }));
    let note = trial.call("folder.list", json!({ "person": maya }))[0].clone();
    assert_eq!((&note["on"], &note["age_days"]), (&json!("2026-11-17"), &json!(0)), "nothing is of tomorrow");
    let fields = trial.call("history.of", json!({ "record": id }))[0]["fields"].clone();
    let kept_at = fields.as_array().expect("fields").iter().find(|one| one["field"] == "kept_at");
    assert_eq!(kept_at.expect("a moment")["after"], "2026-11-17T20:00:00.000Z");
}

#[test]
fn who_has_left_is_not_meant() {
    let trial = Trial::begin();
    let mut gone = crate::desk::trial::person("Maya Okafor");
    gone["left_on"] = json!("2026-11-18");
    trial.call("person.save", gone);
    let mut last_day = crate::desk::trial::person("Zora Lund");
    last_day["left_on"] = json!("2026-11-19");
    let zora = trial.call("person.save", last_day)["id"].clone();
    for about in ["maya", "zora"] {
        keep(&trial, about, TEXT);
    }
    let list = waiting(&trial)["captures"].clone();
    assert_eq!((&list[0]["person"], &list[1]["person"]["id"]), (&Value::Null, &zora));
}

/// Anybody can put files there: a flood is told in figures, and what was cut off goes by itself.
#[test]
fn a_flood_of_files_is_shown_in_part_and_what_was_never_finished_goes() {
    let trial = Trial::begin();
    keep(&trial, "", TEXT);
    let place = trial.place("vault/captures");
    for n in 0..LONGEST_PAGE {
        std::fs::write(place.join(format!("{n:0100}")), "x").expect("written");
    }
    let unfinished = place.join("cut.tmp");
    std::fs::write(&unfinished, "x").expect("written");
    let long_ago = std::time::SystemTime::UNIX_EPOCH;
    let file = std::fs::File::options().write(true).open(&unfinished).expect("a file");
    file.set_modified(long_ago).expect("old");
    let list = waiting(&trial);
    let shown = list["unread"].as_array().expect("a list");
    assert_eq!((list["captures"].as_array().map(Vec::len), &list["more"]), (Some(1), &json!(1)));
    assert_eq!(shown.len(), LONGEST_PAGE as usize - 1);
    assert_eq!(shown[0]["file"].as_str().map(str::len), Some(80));
    assert!(!unfinished.exists());
}
