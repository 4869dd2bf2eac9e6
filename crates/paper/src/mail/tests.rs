//! The messages of `tests/data/mail`, each beside what is read of it. `INGLENOOK_WRITE=1` writes what is read anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use super::*;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/mail")
}

fn shown(read: &Result<Message, Unread>) -> String {
    let message = match read {
        Ok(message) => message,
        Err(why) => return format!("{}\n", why.sentence()),
    };
    let mut text = String::new();
    let at = message.sent_at.map(|at| at.to_rfc3339()).unwrap_or_default();
    let to: Vec<String> = message.to.iter().map(Mailbox::shown).collect();
    for (label, said) in [
        ("Id", message.identity()),
        ("From", message.from.shown()),
        ("To", to.join(", ")),
        ("Sent", at),
        ("Subject", message.subject.clone()),
    ] {
        writeln!(text, "{label}: {said}").unwrap();
    }
    for file in &message.attachments {
        writeln!(text, "File: {} ({}, {} bytes)", file.name, file.media_type, file.bytes.len()).unwrap();
    }
    for what in &message.left_out {
        writeln!(text, "Left out: {}", what.sentence()).unwrap();
    }
    writeln!(text, "\n{}", message.text).unwrap();
    writeln!(text, "=====\n{}", own_words(&message.text)).unwrap();
    text
}

#[test]
fn every_message_of_the_corpus_is_read_as_it_was_meant() {
    let mut count = 0;
    for entry in fs::read_dir(corpus()).expect("the corpus") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|ending| ending != "eml") {
            continue;
        }
        let read = read_message(&fs::read(&path).expect("a message"));
        let (found, golden) = (shown(&read), path.with_extension("read"));
        if std::env::var_os("INGLENOOK_WRITE").is_some() {
            fs::write(&golden, &found).expect("written");
        }
        assert_eq!(found, fs::read_to_string(&golden).unwrap_or_default(), "{}", path.display());
        // On its way through another process it stays what it is.
        assert_eq!(read_answer(&write_answer(&read)), read, "{}", path.display());
        count += 1;
    }
    assert!(count >= 14, "{count} messages");
}

#[test]
fn a_mailbox_holds_the_same_messages_whatever_ends_its_lines() {
    for name in ["box.mbox", "box-crlf.mbox"] {
        let bytes = fs::read(corpus().join(name)).expect("a mailbox");
        assert!(is_mbox(&bytes), "{name}");
        let pieces: Vec<Piece> = Mbox::new(bytes.as_slice()).map(|piece| piece.expect("read")).collect();
        let ids: Vec<String> = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Message(bytes) => read_message(bytes).expect("a message").identity(),
                Piece::TooLarge => panic!("{name}"),
            })
            .collect();
        assert_eq!(ids, ["mbox-1@example.org", "mbox-2@example.org", "mbox-1@example.org"], "{name}");
        let Piece::Message(first) = &pieces[0] else { panic!("{name}") };
        let first = read_message(first).expect("a message");
        assert!(
            first.text.contains("From now on we hold it every month.\nFrom the log: 104 s."),
            "{first:?}"
        );
    }
}

#[test]
fn a_message_without_an_identifier_is_known_by_what_it_says() {
    let one = read_message(b"Subject: x\n\nsame").expect("a message");
    let same = read_message(b"Subject: x\r\nX-Other: y\r\n\r\nsame\r\n").expect("a message");
    let other = read_message(b"Subject: x\n\nother").expect("a message");
    assert!(one.identity().starts_with("sha256:") && one.identity() == same.identity());
    assert_ne!(one.identity(), other.identity());
    let long =
        read_message(format!("Message-ID: <{}>\nSubject: x\n\nsame", "x".repeat(400)).as_bytes()).unwrap();
    assert_eq!(long.identity(), one.identity(), "one that could not be kept is not cut");
}
