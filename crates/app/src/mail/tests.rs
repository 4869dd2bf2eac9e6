#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
//! The doors for mail. The process that reads is another program's business here: the drills start the real one.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};

use super::reader::Reader;
use super::*;
use crate::desk::Jobs;
use crate::desk::trial::{Trial, person};

fn corpus(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/mail").join(name)
}

/// A vault with people whom the corpus is about.
fn team() -> Trial {
    let trial = Trial::begin();
    trial.desk.house().read_mail_here();
    for (name, email, relation) in [
        ("Deniz Kayalı", "deniz.kayali@example.org", "direct_report"),
        ("Juniper \"June\" Haddadin", "", "direct_report"),
        ("Ana Quill", "ana.quill@example.org", "peer"),
    ] {
        let mut one = person(name);
        one["email"] = email.into();
        one["relation"] = relation.into();
        trial.call("person.save", one);
    }
    trial
}

fn look(trial: &Trial, name: &str) -> Value {
    trial.call("mail.preview", json!({ "file": corpus(name) }))
}

fn choice(line: &Value) -> Value {
    json!({ "message": line["message"], "person": line["person"], "polarity": "praise" })
}

#[test]
fn every_message_of_the_largest_import_can_be_chosen_in_one_call() {
    let trial = team();
    let import = look(&trial, "box.mbox")["import"].clone();
    let choice = json!({
        "message": MOST - 1, "person": trial.person("Sana Okoye"), "polarity": "constructive", "kind": "leadership",
        "on": "2026-11-05", "files": false,
    });
    // None of them is of this import: the call itself was read.
    let fault = trial.refused("mail.keep", json!({ "import": import, "choices": vec![choice; MOST] }));
    assert_eq!(fault.rule.as_deref(), Some("mail.no_such_message"), "{}", fault.sentence);
}

#[test]
fn b3_a_message_becomes_a_note_with_sender_date_subject_and_words_beside_it_in_one_deed() {
    let trial = team();
    let found = look(&trial, "box.mbox");
    assert_eq!(
        (&found["found"], &found["new"], &found["known"], &found["certain"]),
        (&json!(3), &json!(2), &json!(1), &json!(2))
    );
    let lines = found["lines"].as_array().expect("lines");
    let seen: Vec<_> = lines
        .iter()
        .map(|line| (line["person_name"].as_str().unwrap(), line["news"].as_str().unwrap()))
        .collect();
    assert_eq!(seen, [("Deniz Kayalı", "new"), ("Juniper \"June\" Haddadin", "new"), ("Ana Quill", "twice")]);

    let choices: Vec<Value> = lines.iter().map(choice).collect();
    let kept = trial.call("mail.keep", json!({ "import": found["import"], "choices": choices }));
    assert_eq!((kept["notes"].as_array().map(Vec::len), &kept["known"]), (Some(2), &json!(1)));
    let notes = trial.call("folder.list", json!({}));
    assert_eq!(
        notes[1]["text"],
        "Deniz Kayalı led the drill.\n\nFrom now on we hold it every month.\nFrom the log: 104 s."
    );
    assert_eq!(
        (&notes[1]["on"], &notes[1]["sources"]),
        (&json!("2026-11-19"), &json!(1)),
        "never after today"
    );
    let sources = trial.call("folder.sources", json!({ "note": notes[1]["id"] }));
    let source = &sources[0];
    assert_eq!(source["who"], "Ana Quill <ana.quill@example.org>");
    assert_eq!(source["person_name"], "Ana Quill");
    assert_eq!(
        (&source["sent_at"], &source["subject"]),
        (&json!("2026-11-23T08:15:00.000Z"), &json!("The drill"))
    );
    assert_eq!(source["kind"], "mail");

    // Known by its identifier, also from another file; and undone as a whole, it is new again.
    let again = look(&trial, "box-crlf.mbox");
    assert_eq!((&again["new"], &again["known"]), (&json!(0), &json!(3)));
    trial.call("history.undo", json!({ "deed": kept["deed"] }));
    assert_eq!(trial.call("folder.list", json!({})), json!([]));
    assert_eq!(look(&trial, "box.mbox")["new"], 2);
}

#[test]
fn b3_a_source_that_is_worded_anew_is_still_that_message() {
    let trial = team();
    let found = look(&trial, "nested.eml");
    let chosen = choice(&found["lines"][0]);
    let kept = trial.call("mail.keep", json!({ "import": found["import"], "choices": [chosen] }));
    let note = &kept["notes"][0];
    let before = trial.call("folder.sources", json!({ "note": note }))[0].clone();
    let anew = json!({ "note": note, "id": before["id"], "source": { "kind": "mail", "who": "Ana" } });
    trial.call("folder.save_source", anew);
    let after = trial.call("folder.sources", json!({ "note": note }))[0].clone();
    assert_eq!((&after["who"], &after["sent_at"]), (&json!("Ana"), &before["sent_at"]));
    assert_eq!(look(&trial, "nested.eml")["known"], 1, "and is not kept twice");
}

#[test]
fn b3_a_message_is_kept_once_whoever_asks_twice() {
    let trial = team();
    let found = look(&trial, "nested.eml");
    let chosen = choice(&found["lines"][0]);
    let keep = || trial.call("mail.keep", json!({ "import": found["import"], "choices": [chosen, chosen] }));
    let news = || trial.call("mail.found", json!({ "import": found["import"] }))[0]["news"].clone();
    assert_eq!(news(), "new");
    let kept = keep();
    assert_eq!((kept["notes"].as_array().map(Vec::len), &kept["known"]), (Some(1), &json!(0)));
    assert_eq!(news(), "kept", "by now");
    let again = keep();
    assert_eq!((&again["notes"], &again["known"], &again["deed"]), (&json!([]), &json!(1), &Value::Null));
    trial.call("history.undo", json!({ "deed": kept["deed"] }));
    assert_eq!(news(), "new");
}

#[test]
fn b11_a_sender_is_somebody_of_the_roster_only_where_one_alone_fits() {
    let sender = |trial: &Trial, found: &Value, choice: Value| {
        let kept = trial.call("mail.keep", json!({ "import": found["import"], "choices": [choice] }));
        trial.call("folder.sources", json!({ "note": kept["notes"][0] }))[0]["person"].clone()
    };
    // Gone since it was looked at.
    let trial = team();
    let people = trial.call("person.list", json!({}));
    let who = |name: &str| {
        people.as_array().unwrap().iter().find(|one| one["name"] == name).expect("there")["id"].clone()
    };
    let found = look(&trial, "nested.eml");
    let mut chosen = choice(&found["lines"][0]);
    chosen["person"] = who("Deniz Kayal\u{131}");
    trial.call("person.remove", json!({ "id": who("Ana Quill") }));
    assert_eq!(sender(&trial, &found, chosen.clone()), Value::Null);
    // Two who share an address.
    let trial = team();
    let mut twin = person("Ana Sato");
    twin["email"] = json!("ana.quill@example.org");
    let twin = trial.call("person.save", twin)["id"].clone();
    let found = look(&trial, "nested.eml");
    chosen["person"] = twin.clone();
    assert_eq!(sender(&trial, &found, chosen.clone()), Value::Null);
    // One who has no address, and a sender without one.
    let trial = Trial::begin();
    trial.desk.house().read_mail_here();
    let mut me = person("Dana Castellan");
    me["id"] = trial.me();
    me["relation"] = json!("me");
    me["email"] = json!("dana@example.org");
    trial.call("person.save", me);
    chosen["person"] = trial.person("Ana Quill");
    let text = fs::read_to_string(corpus("chat.txt")).unwrap();
    let found = trial.call("mail.preview_text", json!({ "text": text }));
    assert_eq!(sender(&trial, &found, chosen), Value::Null);
}

#[test]
fn several_files_are_one_import_and_it_goes_when_it_is_forgotten_or_the_vault_locked() {
    let trial = team();
    let first = look(&trial, "nested.eml");
    let both = trial.call("mail.preview", json!({ "file": corpus("maildir"), "import": first["import"] }));
    assert_eq!(
        (&both["import"], &both["found"], &both["thrown_away"]),
        (&first["import"], &json!(3), &json!(1))
    );
    let folder = trial.call("mail.preview_folder", json!({ "folder": corpus("maildir") }));
    assert_eq!((&folder["found"], &folder["unread"]), (&json!(2), &json!([])));
    assert_eq!(
        trial.refused("mail.found", json!({ "import": first["import"] })).rule.as_deref(),
        Some("mail.no_such_import")
    );
    trial.call("mail.forget", json!({ "import": folder["import"] }));
    trial.refused("mail.found", json!({ "import": folder["import"] }));

    let import = look(&trial, "nested.eml")["import"].clone();
    trial.call("vault.lock", json!({}));
    trial.call("vault.unlock", json!({ "passphrase": crate::desk::trial::PASSPHRASE }));
    trial.refused("mail.found", json!({ "import": import }));
}

#[test]
fn the_list_is_asked_for_in_pages_and_by_what_is_open() {
    let trial = team();
    let import = trial.call("mail.preview_folder", json!({ "folder": corpus("") }))["import"].clone();
    let all = trial.call("mail.found", json!({ "import": import, "limit": 500 }));
    let count = all.as_array().map(Vec::len).expect("lines");
    assert!(count > 15, "{count}");
    let mut paged: Vec<Value> = Vec::new();
    loop {
        let after = paged.last().map_or(Value::Null, |line| line["message"].clone());
        let page = trial.call("mail.found", json!({ "import": import, "after": after, "limit": 4 }));
        let page = page.as_array().expect("a page").clone();
        if page.is_empty() {
            break;
        }
        paged.extend(page);
    }
    assert_eq!(Value::Array(paged), all);
    let of = |only: &str| {
        let lines = trial.call("mail.found", json!({ "import": import, "only": only, "limit": 500 }));
        lines.as_array().map(Vec::len).unwrap()
    };
    assert_eq!(of("new"), of("certain") + of("open"));
    assert!(of("open") > 0 && of("new") < of("all"));

    let nested = all.as_array().unwrap().iter().find(|line| line["subject"] == "Fwd: Thanks").expect("there");
    let page = trial.call("mail.read", json!({ "import": import, "message": nested["message"] }));
    assert!(page["text"].as_str().unwrap().contains("From: Bo Featherstone"), "{page}");
    trial.refused("mail.read", json!({ "import": import, "message": 999 }));
}

#[test]
fn attached_files_are_kept_with_the_source_or_left_where_they_are() {
    let trial = team();
    for (files, names) in
        [(Value::Null, vec!["Übung report.pdf", "notes.txt", "file 3"]), (json!(false), vec![])]
    {
        let found = look(&trial, "attachments.eml");
        let mut choice = choice(&found["lines"][0]);
        choice["files"] = files;
        choice["text"] = json!("What was said.");
        let kept = trial.call("mail.keep", json!({ "import": found["import"], "choices": [choice] }));
        let note = &kept["notes"][0];
        let source = &trial.call("folder.sources", json!({ "note": note }))[0];
        let list = trial.call("attachment.list", json!({ "record": source["id"] }));
        let mut listed: Vec<_> =
            list.as_array().unwrap().iter().map(|file| file["name"].as_str().unwrap().to_owned()).collect();
        listed.sort();
        let mut names: Vec<_> = names.into_iter().map(str::to_owned).collect();
        names.sort();
        assert_eq!(listed, names);
        trial.call("history.undo", json!({ "deed": kept["deed"] }));
        assert_eq!(trial.call("attachment.list", json!({ "record": source["id"] })), json!([]));
    }
}

#[test]
fn one_choice_that_cannot_be_keeps_nothing() {
    let trial = team();
    let found = look(&trial, "box.mbox");
    let good = choice(&found["lines"][0]);
    let gone = json!({ "message": 1, "person": domain::PersonId::make(), "polarity": "praise" });
    let no_words = json!({ "message": 1, "person": good["person"], "polarity": "praise", "text": "  " });
    let future = json!({ "message": 1, "person": good["person"], "polarity": "praise", "on": "2027-01-01" });
    let none = json!({ "message": 9, "person": good["person"], "polarity": "praise" });
    for (bad, rule) in [
        (gone, "record.missing"),
        (no_words, "mail.no_words"),
        (future, "note.on_the_future"),
        (none, "mail.no_such_message"),
    ] {
        let fault = trial.refused("mail.keep", json!({ "import": found["import"], "choices": [good, bad] }));
        assert_eq!(fault.rule.as_deref(), Some(rule));
        assert_eq!(trial.call("folder.list", json!({})), json!([]), "{rule}");
    }
}

#[test]
fn b3_pasted_words_say_who_wrote_them_when_they_do() {
    let trial = team();
    let mail = fs::read_to_string(corpus("pasted.txt")).unwrap();
    let chat = fs::read_to_string(corpus("chat.txt")).unwrap();
    let raw = fs::read_to_string(corpus("nested.eml")).unwrap();
    for (text, from, subject, kind) in [
        (mail.as_str(), "Ana Quill <ana.quill@example.org>", "Drill", "mail"),
        (chat.as_str(), "Ana Quill", "", "chat"),
        (raw.as_str(), "Ana Quill <ana.quill@example.org>", "Fwd: Thanks", "mail"),
        ("Deniz Kayalı was calm.", "", "", "document"),
    ] {
        let found = trial.call("mail.preview_text", json!({ "text": text }));
        let line = &found["lines"][0];
        assert_eq!((&line["from"], &line["subject"]), (&json!(from), &json!(subject)), "{text}");
        let kept = trial.call("mail.keep", json!({ "import": found["import"], "choices": [choice(line)] }));
        let source = &trial.call("folder.sources", json!({ "note": kept["notes"][0] }))[0];
        assert_eq!(source["kind"], kind, "{text}");
        assert_eq!(trial.call("mail.preview_text", json!({ "text": text }))["known"], 1, "{text}");
    }
    assert_eq!(
        trial.refused("mail.preview_text", json!({ "text": " " })).rule.as_deref(),
        Some("mail.nothing_pasted")
    );
    let broken = trial.refused("mail.preview_text", json!({ "text": "a\0b" }));
    assert_eq!(broken.rule.as_deref(), Some("text.nul"));
}

#[test]
fn b3_words_in_a_file_are_read_like_pasted_ones() {
    let trial = team();
    let chat = fs::read_to_string(corpus("chat.txt")).unwrap();
    let raw = fs::read_to_string(corpus("nested.eml")).unwrap();
    let mailbox = fs::read_to_string(corpus("box.mbox")).unwrap();
    for (text, name, found, kind) in [
        (format!("\u{feff}{chat}"), "chat.txt", 1, "chat"),
        ("Deniz Kayalı was calm.".to_owned(), "words.TXT", 1, "document"),
        (raw, "sent.txt", 1, "mail"),
        (mailbox, "box.txt", 3, "mail"),
    ] {
        let file = trial.place(name);
        fs::write(&file, &text).unwrap();
        let seen = trial.call("mail.preview", json!({ "file": file }));
        assert_eq!(seen["found"], found, "{name}");
        let mut first = choice(&seen["lines"][0]);
        first["person"] = trial.me();
        let kept = trial.call("mail.keep", json!({ "import": seen["import"], "choices": [first] }));
        let source = &trial.call("folder.sources", json!({ "note": kept["notes"][0] }))[0];
        assert_eq!(source["kind"], kind, "{name}");
    }
    for (bytes, rule) in [(b"\xff\xfe\0".as_slice(), "mail.no_message"), (b" \n", "mail.no_message")] {
        let file = trial.place("no words.txt");
        fs::write(&file, bytes).unwrap();
        let seen = trial.call("mail.preview", json!({ "file": file }));
        assert_eq!((&seen["found"], &seen["unread"][0]["rule"]), (&json!(0), &json!(rule)));
    }
    assert!(
        trial
            .refused("mail.preview", json!({ "file": trial.place("nowhere.txt") }))
            .sentence
            .contains("not there")
    );
}

#[test]
fn what_is_no_mail_is_named_and_what_is_not_there_refused() {
    let trial = team();
    let place = trial.place("no mail");
    for (bytes, rule) in [
        (b"PK\x03\x04".as_slice(), "mail.archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "mail.outlook"),
        (b"", "mail.no_message"),
        (b"just words", "mail.no_message"),
    ] {
        fs::write(&place, bytes).unwrap();
        let found = trial.call("mail.preview", json!({ "file": place }));
        assert_eq!((&found["found"], &found["unread"][0]["rule"]), (&json!(0), &json!(rule)));
    }
    let nowhere = trial.refused("mail.preview", json!({ "file": trial.place("nowhere") }));
    assert!(nowhere.sentence.contains("is not there"), "{nowhere:?}");
    let empty = trial.place("empty");
    fs::create_dir(&empty).unwrap();
    let refused = trial.refused("mail.preview_folder", json!({ "folder": empty }));
    assert_eq!(refused.rule.as_deref(), Some("mail.no_mail_in_folder"));
}

#[test]
fn a_maildir_that_changes_while_it_is_read_loses_nothing_that_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    for inner in ["cur", "new", "tmp"] {
        fs::create_dir(folder.path().join(inner)).unwrap();
    }
    let new = |n: u32| folder.path().join(format!("new/{n}.M.host"));
    for n in 0..6 {
        fs::write(new(n), format!("Subject: {n}\n\nx")).unwrap();
    }
    std::os::unix::fs::symlink(corpus("nested.eml"), folder.path().join("cur/link.M.host")).unwrap();
    let (mut subjects, mut missed) = (Vec::new(), Vec::new());
    files::each(folder.path(), |raw| {
        if subjects.is_empty() {
            // A mail program reads one, flags another, removes a third and brings a fourth.
            fs::rename(new(1), folder.path().join("cur/1.M.host:2,S")).unwrap();
            fs::rename(new(2), folder.path().join("cur/2.M.host:2,RS")).unwrap();
            fs::remove_file(new(3)).unwrap();
            fs::write(new(7), "Subject: 7\n\nx").unwrap();
        }
        match raw.bytes {
            Ok(bytes) => subjects.push(paper::mail::read_message(&bytes).unwrap().subject),
            Err(why) => missed.push(why),
        }
        Ok(())
    })
    .expect("read");
    assert_eq!(subjects, ["0", "1", "2", "4", "5"]);
    assert_eq!(missed, [Unread::Gone]);
}

#[test]
fn of_a_folder_only_mail_is_read_and_one_that_went_costs_no_other() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in [".hidden.eml", "1.eml", "2.eml", "3.EML", "letter.txt"] {
        fs::write(folder.path().join(name), format!("Subject: {name}\n\nx")).unwrap();
    }
    let (mut subjects, mut missed) = (Vec::new(), Vec::new());
    files::each(folder.path(), |raw| {
        if subjects.is_empty() {
            fs::remove_file(folder.path().join("2.eml")).unwrap();
        }
        match raw.bytes {
            Ok(bytes) => subjects.push(paper::mail::read_message(&bytes).unwrap().subject),
            Err(why) => missed.push((raw.file.to_owned(), why)),
        }
        Ok(())
    })
    .expect("read");
    assert_eq!(subjects, ["1.eml", "3.EML"]);
    assert_eq!(missed, [("2.eml".to_owned(), Unread::Machine)]);
}

#[test]
fn what_was_not_read_is_named_up_to_a_number_and_then_counted() {
    let trial = team();
    let folder = trial.place("many");
    fs::create_dir(&folder).unwrap();
    for n in 0..=MOST_UNREAD {
        fs::write(folder.join(format!("{n}.eml")), "just words").unwrap();
    }
    let found = trial.call("mail.preview_folder", json!({ "folder": folder }));
    assert_eq!(
        (found["unread"].as_array().map(Vec::len), &found["more_unread"]),
        (Some(MOST_UNREAD), &json!(1))
    );
}

/// A program that is no reader: it dies, hangs, or says something else.
fn program(folder: &Path, script: &str) -> Reads {
    use std::os::unix::fs::PermissionsExt;
    let path = folder.join("program");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
    Reads::Program(path)
}

#[test]
fn a_reader_that_dies_hangs_or_lies_costs_one_message() {
    let folder = tempfile::tempdir().expect("a folder");
    let hear: crate::desk::Hear = Arc::new(|_| {});
    for (script, why) in [
        ("exit 0", Unread::Broke),
        ("kill -9 $$", Unread::Broke),
        ("kill -XCPU $$", Unread::TooSlow),
        ("exec sleep 60", Unread::TooSlow),
        ("printf '\\377\\377\\377\\377'; exec sleep 60", Unread::Broke),
        ("printf '\\004\\000\\000\\000abcd'; exec sleep 60", Unread::Broke),
    ] {
        let mut reader = Reader::new(program(folder.path(), script), Jobs::unheard(&hear));
        reader.be_impatient(Duration::from_secs(2));
        assert_eq!(reader.read(b"x".to_vec()).expect("answered"), Err(why), "{script}");
        // Nor does it matter whether it is read at all, and the next one is asked as if nothing had happened.
        assert_eq!(reader.read(b"x".to_vec()).expect("answered"), Err(why), "{script}");
    }
    let mut reader = Reader::new(program(folder.path(), "exec sleep 60"), Jobs::unheard(&hear));
    reader.be_impatient(Duration::from_secs(1));
    let read = reader.read(vec![b'x'; 1_000_000]).expect("answered");
    assert_eq!(read, Err(Unread::TooSlow), "one that does not even take the message");
    let mut reader = Reader::new(Reads::Program(folder.path().join("nowhere")), Jobs::unheard(&hear));
    let too_large = vec![b'x'; paper::mail::limits::MESSAGE_BYTES + 1];
    assert_eq!(reader.read(too_large).expect("answered"), Err(Unread::TooLarge), "it never crosses");
    assert!(reader.read(b"x".to_vec()).expect_err("no program").next.is_some());
}

/// A process that was ended from outside says nothing about the message.
#[test]
fn a_message_is_asked_about_once_more_when_its_reader_died() {
    let folder = tempfile::tempdir().expect("a folder");
    let hear: crate::desk::Hear = Arc::new(|_| {});
    let answer = paper::mail::write_answer(&paper::mail::read_message(b"Subject: one\n\nx"));
    let (said, begun) = (folder.path().join("said"), folder.path().join("begun"));
    let length = u32::try_from(answer.len()).unwrap().to_le_bytes();
    fs::write(&said, [length.as_slice(), &answer].concat()).unwrap();
    let (said, begun) = (said.display(), begun.display());
    let script = format!("if [ -e '{begun}' ]; then cat '{said}'; exec sleep 60; fi; : > '{begun}'");
    let mut reader = Reader::new(program(folder.path(), &script), Jobs::unheard(&hear));
    let read = reader.read(b"x".to_vec()).expect("answered");
    assert_eq!(read.map(|message| message.subject), Ok("one".to_owned()));
}

#[test]
fn it_is_stopped_while_a_reader_hangs() {
    let folder = tempfile::tempdir().expect("a folder");
    let hear: crate::desk::Hear = Arc::new(|_| {});
    let jobs = Arc::new(Jobs::default());
    let begun = jobs.begin(Some("look"), &hear);
    let mut reader = Reader::new(program(folder.path(), "exec sleep 60"), begun.work.clone());
    let stopper = Arc::clone(&jobs);
    let thread = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(200));
        stopper.stop("look")
    });
    assert_eq!(reader.read(b"x".to_vec()).expect_err("stopped"), Fault::cancelled());
    assert!(thread.join().unwrap());
}

#[test]
fn a_reader_is_started_with_nothing_around_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let told = folder.path().join("told");
    let hear: crate::desk::Hear = Arc::new(|_| {});
    let script =
        format!("(echo \"$# $1\"; pwd; tr '\\0' '\\n' < /proc/$$/environ; echo end) > '{}'", told.display());
    let mut reader = Reader::new(program(folder.path(), &script), Jobs::unheard(&hear));
    assert_eq!(reader.read(b"x".to_vec()).expect("answered"), Err(Unread::Broke));
    let told = fs::read_to_string(told).expect("told");
    assert_eq!(told, format!("1 {ARGUMENT}\n/\nend\n"), "one argument, no folder, no variables");
}
