#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use domain::{NoteId, RecordId, attachment::Attachment};

use super::{PIECE, add, content, of};
use crate::{StoreFault, gate::plain::Plain};

fn file(length: usize) -> Vec<u8> {
    (0..length).map(|at| u8::try_from(at * 31 % 251).unwrap()).collect()
}

fn attach(db: &mut Plain, record: RecordId, bytes: &[u8]) -> Attachment {
    let at = "2026-11-22T10:00:00Z".parse().unwrap();
    let id = db.deed(|deed| add(deed, record, "plan.pdf", bytes, at)).unwrap().value;
    of(&db.db, record).unwrap().into_iter().find(|file| file.id == id).unwrap()
}

fn pieces(db: &Plain) -> u64 {
    db.db.query_row("SELECT count(*) FROM attachment_chunk", [], |row| row.get(0)).unwrap()
}

#[test]
fn a_file_comes_back_as_it_was_whatever_its_size() {
    for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 7] {
        let mut db = Plain::new();
        let bytes = file(length);
        let attached = attach(&mut db, NoteId::make().record(), &bytes);
        assert_eq!(content(&db.db, attached.id).unwrap(), bytes, "{length} bytes");
        assert_eq!(
            content(&db.replayed().db, attached.id).unwrap(),
            bytes,
            "{length} bytes out of the journal"
        );
        assert_eq!(pieces(&db), length.div_ceil(PIECE) as u64);
    }
}

#[test]
fn the_same_file_twice_is_kept_once_and_its_bytes_outlive_its_removal() {
    let mut db = Plain::new();
    let note = NoteId::make().record();
    let (one, two) = (attach(&mut db, note, &file(PIECE * 2)), attach(&mut db, note, &file(PIECE * 2)));
    assert_eq!(pieces(&db), 2);
    for removed in [one, two] {
        db.deed(|deed| deed.remove::<Attachment>(removed.id)).unwrap();
        assert!(matches!(content(&db.db, removed.id), Err(StoreFault::Missing)));
    }
    assert_eq!((pieces(&db), of(&db.db, note).unwrap()), (2, vec![]));
}

#[test]
fn a_changed_byte_or_a_lost_piece_is_damage() {
    for harm in [
        "UPDATE attachment_chunk SET bytes = zeroblob(65536) WHERE n = 1",
        "DELETE FROM attachment_chunk WHERE n = 2",
        "UPDATE attachment_chunk SET n = 9 - n",
    ] {
        let mut db = Plain::new();
        let attached = attach(&mut db, NoteId::make().record(), &file(PIECE * 2 + 5));
        db.db.execute_batch(harm).unwrap();
        assert!(matches!(content(&db.db, attached.id), Err(StoreFault::Damaged(_))), "{harm}");
    }
}

#[test]
fn names_and_sizes_that_the_rules_forbid_are_refused() {
    let mut db = Plain::new();
    let at = "2026-11-22T10:00:00Z".parse().unwrap();
    let done = db.deed(|deed| add(deed, NoteId::make().record(), "../plan.pdf", &[1], at));
    assert!(matches!(done, Err(StoreFault::Refused(refusal)) if refusal.rule == "attachment.name"));
    assert_eq!(pieces(&db), 0);
}
