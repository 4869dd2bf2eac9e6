#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::ops::ControlFlow;

use domain::{NoteId, Refusal, folder::Note};
use proptest::prelude::*;

use super::{
    plain::{Op, Plain, apply, deeds, id_at},
    replay,
};
use crate::{
    StoreFault,
    log::{self, Opened},
    noun::{self, Noun},
};

fn put(db: &mut Plain, noun: Noun, slot: u8, seed: u64) -> Option<u64> {
    db.deed(|deed| apply(deed, &Op::Put(noun, slot, seed))).unwrap().deed
}

/// Kinds of the changes of a deed, with their fields.
fn changes(db: &Plain, seq: u64) -> Vec<(u8, Option<String>)> {
    log::changes_in(&db.db, seq)
        .unwrap()
        .into_iter()
        .map(|change| (change.kind as u8, change.field))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn replaying_every_entry_gives_the_same_bytes_in_every_table(deeds in deeds()) {
        replays_to_the_byte(&deeds);
    }
}

fn replays_to_the_byte(deeds: &[Vec<Op>]) {
    let mut db = Plain::new();
    for ops in deeds {
        db.deed(|deed| ops.iter().try_for_each(|op| apply(deed, op))).unwrap();
    }
    let again = db.replayed();
    for (one, other) in db.dump(|_| true).into_iter().zip(again.dump(|_| true)) {
        assert_eq!(one, other);
    }
    let audit = log::audit(&again.db, &mut |_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!(audit.findings, []);
}

#[test]
fn what_was_put_as_it_stood_is_searched_in_the_same_order_after_a_replay() {
    let section = || Op::Put(Noun::Section, 0, 260);
    replays_to_the_byte(&[
        vec![section()],
        vec![section(), Op::Put(Noun::Meeting, 1, 0), Op::Put(Noun::Goal, 0, 0)],
    ]);
}

#[test]
fn a_record_is_logged_once_when_made_and_by_field_when_changed() {
    let mut db = Plain::new();
    let made = put(&mut db, Noun::Note, 0, 1).unwrap();
    assert_eq!(changes(&db, made), [(0, None)]);
    let id: NoteId = id_at(Noun::Note, 0).into();
    let note: Note = noun::get(&db.db, id).unwrap().unwrap();
    let edited = Note { text: "Led the drill, calmly".into(), dismissed: !note.dismissed, ..note };
    let changed = db.deed(|deed| deed.put(&edited)).unwrap().deed.unwrap();
    assert_eq!(changes(&db, changed), [(2, Some("text".into())), (1, Some("dismissed".into()))]);
    let removed = db.deed(|deed| deed.remove::<Note>(id)).unwrap();
    assert!(removed.value);
    assert_eq!(changes(&db, removed.deed.unwrap()), [(3, None)]);
    assert_eq!(noun::get::<Note>(&db.db, id).unwrap(), None);
}

#[test]
fn a_deed_that_changes_nothing_leaves_no_trace() {
    let mut db = Plain::new();
    put(&mut db, Noun::Note, 0, 1);
    let before = db.dump(|_| true);
    assert_eq!(put(&mut db, Noun::Note, 0, 1), None, "the same again");
    let there_and_back = [Op::Put(Noun::Note, 0, 2), Op::Put(Noun::Goal, 1, 2), Op::Remove(Noun::Goal, 1)];
    let done = db.deed(|deed| {
        there_and_back.iter().try_for_each(|op| apply(deed, op))?;
        apply(deed, &Op::Put(Noun::Note, 0, 1))
    });
    assert_eq!(done.unwrap().deed, None, "and everything put back inside one deed");
    assert!(!db.deed(|deed| deed.remove::<Note>(id_at(Noun::Note, 2))).unwrap().value, "there was none");
    assert_eq!(db.dump(|_| true), before);
}

#[test]
fn a_refusal_inside_a_deed_leaves_everything_as_it_was() {
    let mut db = Plain::new();
    put(&mut db, Noun::Note, 0, 1);
    let before = db.dump(|_| true);
    let done = db.deed(|deed| {
        apply(deed, &Op::Put(Noun::Note, 0, 9))?;
        Err::<(), _>(StoreFault::from(Refusal::new("test.no", "No.")))
    });
    assert!(matches!(done, Err(StoreFault::Refused(_))));
    assert_eq!(db.dump(|_| true), before);
}

#[test]
fn each_change_points_at_the_one_it_replaces() {
    let mut db = Plain::new();
    for seed in [1, 2, 3] {
        put(&mut db, Noun::Note, 0, seed);
    }
    db.deed(|deed| deed.remove::<Note>(id_at(Noun::Note, 0))).unwrap();
    put(&mut db, Noun::Note, 0, 4);
    let changes = log::changes_of(&db.db, id_at(Noun::Note, 0)).unwrap();
    assert_eq!(changes[0].parent, None);
    for (at, change) in changes.iter().enumerate().skip(1) {
        let replaced = changes[..at].iter().rev().find(|earlier| {
            earlier.field.is_none()
                || earlier.field == change.field
                || change.kind == log::ChangeKind::Removed
        });
        assert_eq!(change.parent, replaced.map(|earlier| earlier.id), "change {}", change.id);
    }
}

#[test]
fn an_entry_is_only_replayed_where_it_belongs() {
    let mut db = Plain::new();
    for seed in 1..5 {
        put(&mut db, Noun::Note, 0, seed);
    }
    let mut other = Plain::new();
    assert!(replay(&other.db.transaction().unwrap(), &db.journal[1]).is_err(), "not the first");
    let mut two = Plain::new();
    put(&mut two, Noun::Note, 0, 77);
    assert!(replay(&two.db.transaction().unwrap(), &db.journal[1]).is_err(), "another first");
    let later_version = {
        let mut bytes = db.journal[0].clone();
        bytes[1] = 2;
        bytes
    };
    let later = replay(&other.db.transaction().unwrap(), &later_version);
    assert!(matches!(later, Err(StoreFault::FromTheFuture)));
    assert_eq!(other.db.query_row("SELECT count(*) FROM deed", [], |row| row.get::<_, u64>(0)), Ok(0));
}

/// Whoever compares the chain notices every changed bit that the entry itself does not contradict.
#[test]
fn a_changed_entry_is_refused_or_leads_to_another_chain() {
    let mut db = Plain::new();
    put(&mut db, Noun::Note, 0, 6);
    put(&mut db, Noun::Note, 0, 13);
    let mut first = Plain::new();
    replay(&first.db, &db.journal[0]).unwrap();
    let honest = log::position(&db.db).unwrap();
    let entry = db.journal[1].clone();
    let pieces = entry.len() - 1;
    let mut refused = 0;
    for at in 0..pieces {
        for bit in 0..8 {
            let mut bytes = entry.clone();
            bytes[at] ^= 1 << bit;
            let tx = first.db.transaction().unwrap();
            match replay(&tx, &bytes) {
                Ok(position) => assert_ne!(position.chain, honest.chain, "byte {at} bit {bit}"),
                Err(_) => refused += 1,
            }
        }
    }
    assert!(refused > pieces, "only {refused} of {} flips were refused", pieces * 8);
    assert_eq!(Opened::read(&entry).unwrap().header.seq, 2);
}

/// The pieces of a file stand outside of what the chain covers: only their own digests hold them.
#[test]
fn an_entry_with_other_pieces_than_its_file_is_made_of_is_refused() {
    let mut db = Plain::new();
    put(&mut db, Noun::Note, 0, 6);
    db.deed(|deed| apply(deed, &Op::Attach(Noun::Note, 0, 13))).unwrap();
    let entry = db.journal[1].clone();
    let mut first = Plain::new();
    replay(&first.db, &db.journal[0]).unwrap();
    let pieces = Opened::read(&entry).unwrap().pieces;
    let piece = &pieces[0].2;
    let at = entry.windows(piece.len()).rposition(|bytes| bytes == piece.as_slice()).unwrap();
    let mut changed = entry.clone();
    changed[at] ^= 1;
    assert!(replay(&first.db.transaction().unwrap(), &changed).is_err());
    replay(&first.db, &entry).unwrap();
}

/// A deed that names other digests than its changes lead to was not written by the gate.
#[test]
fn an_entry_whose_records_do_not_have_their_digests_is_refused() {
    let mut db = Plain::new();
    let note: NoteId = id_at(Noun::Note, 0).into();
    put(&mut db, Noun::Note, 0, 2);
    let edited =
        Note { kind: domain::folder::NoteKind::Leadership, ..noun::get(&db.db, note).unwrap().unwrap() };
    db.deed(|deed| deed.put(&edited)).unwrap();
    let mut first = Plain::new();
    replay(&first.db, &db.journal[0]).unwrap();
    let mut entry = db.journal[1].clone();
    let word = entry.windows(10).position(|bytes| bytes == b"leadership").unwrap();
    entry[word..word + 10].copy_from_slice(b"difficulty");
    assert!(replay(&first.db.transaction().unwrap(), &entry).is_err());
    replay(&first.db, &db.journal[1]).unwrap();
}
