//! Praise that came by mail, from the first look to the last trace of it.

use std::fs;
use std::path::{Path, PathBuf};

use app::Desk;
use house_tests::drill::canary::{WORD, left_behind};
use house_tests::drill::{Trial, call, lock};
use house_tests::house;
use serde_json::json;

use super::bombs::base64;
use super::{team, text};

/// A desk whose messages are read by the real program.
fn desk_of(trial: &Trial) -> Desk {
    let desk = trial.open();
    desk.house().read_mail_with(house::program("nook"));
    desk
}

/// Praise that came by mail: looked at, kept, found as a note and never as a source, and taken back.
#[test]
fn praise_by_mail() {
    let trial = team();
    let before = trial.records();
    let file = trial.place.desk().join("praise.eml");
    let attached = base64(format!("the report {WORD}").as_bytes());
    fs::write(
        &file,
        format!(
            "From: {WORD} Quill <{WORD}@example.org>\nTo: rosa@example.org, deniz@example.org\n\
             Date: Mon, 23 Nov 2026 09:15:00 +0100\nMessage-ID: <{WORD}-1@example.org>\nSubject: {WORD} subject\n\
             Content-Type: multipart/mixed; boundary=cut\n\n--cut\nContent-Type: text/plain\n\nDeniz Kayali led it. {WORD} words.\n\
             --cut\nContent-Type: text/plain; name={WORD}.txt\nContent-Disposition: attachment; filename={WORD}.txt\n\
             Content-Transfer-Encoding: base64\n\n{attached}\n--cut--\n"
        ),
    )
    .expect("a message");
    let desk = desk_of(&trial);
    let look = |desk: &Desk| call(desk, "mail.preview", json!({ "file": text(&file) }));
    let found = look(&desk);
    assert_eq!((&found["lines"][0]["person_name"], &found["certain"]), (&json!("Deniz Kayalı"), &json!(1)));

    // What was only looked at goes with the lock, and is nowhere on the disk.
    lock(&desk);
    left_nowhere(&trial, &file);
    let opened = call(&desk, "vault.unlock", json!({ "kit": trial.kit }));
    assert_eq!(opened["findings"], json!([]));
    desk.call("mail.found", json!({ "import": found["import"] }), None).expect_err("gone with the lock");

    let line = &look(&desk)["lines"][0];
    let choice = json!({
        "message": line["message"], "person": line["person"], "polarity": "praise", "text": "Led the drill calmly.",
    });
    let import = look(&desk)["import"].clone();
    let kept = call(&desk, "mail.keep", json!({ "import": import, "choices": [choice] }));
    let note = &kept["notes"][0];
    assert_eq!(look(&desk)["known"], 1, "it is known again");

    let source = call(&desk, "folder.sources", json!({ "note": note }))[0].clone();
    for field in ["who", "subject", "text"] {
        assert!(source[field].as_str().expect(field).contains(WORD), "{field} was not kept: {source}");
    }
    assert_eq!(source["sent_at"], "2026-11-23T08:15:00.000Z");
    in_nothing_that_leaves(&trial, &desk);

    // Locked and opened, it is all there; undone, nothing of it is.
    lock(&desk);
    left_nowhere(&trial, &file);
    call(&desk, "vault.unlock", json!({ "kit": trial.kit }));
    assert_eq!(call(&desk, "folder.sources", json!({ "note": note }))[0], source);
    call(&desk, "history.undo", json!({ "deed": kept["deed"] }));
    lock(&desk);
    assert!(trial.records() == before, "something of it stayed");
}

/// The marked word stands nowhere outside of the file it came in.
fn left_nowhere(trial: &Trial, file: &Path) {
    let bytes = fs::read(file).expect("the message");
    fs::remove_file(file).expect("aside");
    assert_eq!(left_behind(trial.place.folder(), WORD), Vec::<String>::new());
    fs::write(file, bytes).expect("back");
}

/// Where the note came from is in no list, no search and no folder that leaves without sources.
fn in_nothing_that_leaves(trial: &Trial, desk: &Desk) {
    let person = call(desk, "person.list", json!({}))[1]["id"].clone();
    let mut said = Vec::new();
    for (name, args) in [
        ("folder.list", json!({})),
        ("folder.look_back", json!({ "person": person })),
        ("person.get", json!({ "id": person })),
        ("today.get", json!({})),
        ("history.recent", json!({})),
        ("search.find", json!({ "query": "drill" })),
        ("search.find", json!({ "query": WORD })),
    ] {
        let reply = call(desk, name, args).to_string();
        // The search repeats what was asked for nowhere but in what it found.
        if reply.contains(WORD) {
            said.push(name);
        }
    }
    assert_eq!(said, Vec::<&str>::new());
    let folder: PathBuf = trial.place.folder().join("export");
    call(desk, "portable.export", json!({ "folder": text(&folder), "without_sources": true }));
    assert_eq!(left_behind(&folder, WORD), Vec::<String>::new());
    fs::remove_dir_all(&folder).expect("away");
    call(desk, "portable.export", json!({ "folder": text(&folder) }));
    assert!(!left_behind(&folder, WORD).is_empty(), "the whole vault has its sources");
    fs::remove_dir_all(&folder).expect("away");
}
