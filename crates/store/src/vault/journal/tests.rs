#![allow(clippy::unwrap_used, clippy::panic)]
use seal::key::VaultKey;

use super::*;
use crate::vault::settle::survey;

fn position(seq: u64) -> Position {
    Position { seq, chain: [seq as u8; 32] }
}

fn entry(seq: u64) -> Entry {
    Entry { seq, chain: position(seq).chain, bytes: format!("deed {seq}").into_bytes() }
}

/// A journal that begins after `base` and holds the deeds up to `last`.
fn filled(folder: &Folder, key: &VaultKey, base: u64, last: u64) -> Journal {
    let mut journal = Journal::open(folder, key.derive_journal_key()).unwrap();
    journal.lock().unwrap();
    let mut end = journal.renew(&position(base)).unwrap();
    for seq in base + 1..=last {
        end = journal.append(end, &entry(seq)).unwrap();
    }
    assert_eq!(journal.len().unwrap(), end);
    journal
}

/// The numbers of the deeds, with the base first.
fn numbers(mut tail: Tail<'_>) -> Vec<u64> {
    let mut numbers = Vec::new();
    loop {
        match tail.next().unwrap() {
            Journaled::Base(position) => numbers.push(position.seq),
            Journaled::Deed(deed) => {
                assert_eq!(deed.bytes, entry(deed.seq).bytes);
                numbers.push(deed.seq);
            }
            Journaled::End => return numbers,
            Journaled::Broken => {
                numbers.push(u64::MAX);
                return numbers;
            }
        }
    }
}

#[test]
fn deeds_come_back_in_order_and_are_not_readable_in_the_file() {
    let room = tempfile::tempdir().unwrap();
    let (folder, key) = (Folder::at(room.path()), VaultKey::make_random().unwrap());
    let journal = filled(&folder, &key, 4, 9);
    assert_eq!(numbers(journal.tail(0).unwrap()), [4, 5, 6, 7, 8, 9]);
    let bytes = std::fs::read(folder.journal()).unwrap();
    assert!(!bytes.windows(4).any(|window| window == b"deed"));
}

#[test]
fn every_cut_and_every_flip_ends_the_journal_and_nothing_false_is_read() {
    let room = tempfile::tempdir().unwrap();
    let (folder, key) = (Folder::at(room.path()), VaultKey::make_random().unwrap());
    let journal = filled(&folder, &key, 0, 3);
    let whole = std::fs::read(folder.journal()).unwrap();
    for at in 0..whole.len() {
        std::fs::write(folder.journal(), &whole[..at]).unwrap();
        let read = numbers(journal.tail(0).unwrap());
        assert!([0, 1, 2, 3].starts_with(&read) || read.last() == Some(&u64::MAX), "cut at {at}: {read:?}");
        assert!(read.len() < 5);
        let mut flipped = whole.clone();
        flipped[at] ^= 1 << (at % 8);
        std::fs::write(folder.journal(), flipped).unwrap();
        let read = numbers(journal.tail(0).unwrap());
        assert_eq!(read.last(), Some(&u64::MAX), "flip at {at} went unnoticed");
        assert!([0, 1, 2, 3].starts_with(&read[..read.len() - 1]), "flip at {at}: {read:?}");
    }
}

#[test]
fn a_survey_stops_where_the_numbers_do_not_go_on() {
    let room = tempfile::tempdir().unwrap();
    let (folder, key) = (Folder::at(room.path()), VaultKey::make_random().unwrap());
    let mut journal = filled(&folder, &key, 2, 4);
    let end = journal.len().unwrap();
    journal.append(end, &entry(6)).unwrap();
    let survey = survey(journal.tail(0).unwrap(), 3).unwrap().unwrap();
    assert_eq!((survey.base, survey.last, survey.end), (position(2), position(4), end));
    assert_eq!(survey.chain_there, Some(position(3).chain));
}

#[test]
fn beginning_anew_keeps_what_came_after_and_remembers_what_was_before() {
    let room = tempfile::tempdir().unwrap();
    let (folder, key) = (Folder::at(room.path()), VaultKey::make_random().unwrap());
    let mut journal = filled(&folder, &key, 0, 5);
    let end = journal.renew(&position(3)).unwrap();
    assert_eq!(journal.len().unwrap(), end);
    assert_eq!(numbers(journal.tail(0).unwrap()), [3, 4, 5]);
    assert_eq!(numbers(journal.before().unwrap().unwrap()), [0, 1, 2, 3, 4, 5]);
    journal.append(end, &entry(6)).unwrap();
    assert_eq!(numbers(journal.tail(0).unwrap()), [3, 4, 5, 6]);
}

#[test]
fn whoever_waits_finds_the_journal_that_was_begun_anew() {
    let room = tempfile::tempdir().unwrap();
    let (folder, key) = (Folder::at(room.path()), VaultKey::make_random().unwrap());
    let mut first = filled(&folder, &key, 0, 2);
    let mut second = Journal::open(&folder, key.derive_journal_key()).unwrap();
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| {
            second.lock().unwrap();
            let end = second.len().unwrap();
            second.append(end, &entry(3)).unwrap();
        });
        std::thread::sleep(std::time::Duration::from_millis(20));
        first.renew(&position(2)).unwrap();
        assert!(!waiting.is_finished(), "the lock was lost while the journal was begun anew");
        first.unlock();
    });
    assert_eq!(numbers(first.tail(0).unwrap()), [2, 3]);
}

#[test]
fn a_journal_of_another_key_is_no_journal() {
    let room = tempfile::tempdir().unwrap();
    let (folder, key) = (Folder::at(room.path()), VaultKey::make_random().unwrap());
    let mut journal = filled(&folder, &key, 0, 2);
    journal.set_key(VaultKey::make_random().unwrap().derive_journal_key());
    assert!(survey(journal.tail(0).unwrap(), 0).unwrap().is_none());
}
