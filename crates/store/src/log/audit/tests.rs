#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::ops::ControlFlow;

use super::{AuditFinding, audit};
use crate::{
    StoreFault,
    gate::plain::{Op, Plain, apply, id_at},
    noun::Noun,
};

/// A few deeds over every noun, with an edited text, a removal and a file.
fn grown() -> Plain {
    let mut db = Plain::new();
    for seed in [5, 6, 11] {
        for noun in Noun::ALL {
            for slot in 0..3 {
                db.deed(|deed| apply(deed, &Op::Put(noun, slot, seed + u64::from(slot)))).unwrap();
            }
        }
    }
    db.deed(|deed| apply(deed, &Op::Remove(Noun::Goal, 1))).unwrap();
    db.deed(|deed| apply(deed, &Op::Attach(Noun::Note, 0, 13))).unwrap();
    db
}

fn findings(db: &Plain) -> Vec<AuditFinding> {
    audit(&db.db, &mut |_, _| ControlFlow::Continue(())).unwrap().findings
}

#[test]
fn a_whole_vault_has_no_findings_and_everything_is_counted() {
    let db = grown();
    let seen = audit(&db.db, &mut |_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!(seen.findings, []);
    assert_eq!(seen.deeds, db.journal.len() as u64);
    assert_eq!(seen.records, 3 * Noun::ALL.len() as u64 - 1, "three of each noun, one goal removed");
}

#[test]
fn every_kind_of_harm_is_named() {
    let note = id_at(Noun::Note, 1);
    let of_note = AuditFinding::Record { noun: Noun::Note, record: note };
    let hex: String = note.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    let goal: String = id_at(Noun::Goal, 2).as_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    let cases: Vec<(String, AuditFinding)> = vec![
        (format!("UPDATE note SET kind = 'leadership' WHERE id = x'{hex}'"), of_note.clone()),
        (format!("DELETE FROM note WHERE id = x'{hex}'"), of_note.clone()),
        (format!("UPDATE note SET id = x'{}' WHERE id = x'{hex}'", "ff".repeat(16)), of_note),
        (
            format!("UPDATE prose SET state = x'0000' WHERE record = x'{goal}'"),
            AuditFinding::Record { noun: Noun::Goal, record: id_at(Noun::Goal, 2) },
        ),
        ("UPDATE deed SET at = at + 1 WHERE seq = 7".into(), AuditFinding::Chain { deed: 7 }),
        ("UPDATE deed SET name = 'x' WHERE seq = 1".into(), AuditFinding::Chain { deed: 1 }),
        (
            "UPDATE change SET value = x'60' WHERE seq = 9 AND kind = 0".into(),
            AuditFinding::Chain { deed: 9 },
        ),
        ("DELETE FROM change WHERE seq = 12".into(), AuditFinding::Chain { deed: 12 }),
        ("UPDATE deed SET touched = x'80' WHERE seq = 5".into(), AuditFinding::Chain { deed: 5 }),
        ("DELETE FROM deed WHERE seq = 3".into(), AuditFinding::Chain { deed: 4 }),
        ("UPDATE change SET parent = 1 WHERE id = 4".into(), AuditFinding::Chain { deed: 4 }),
        (
            // A change that belongs to no deed: no link covers it.
            "INSERT INTO change (seq, noun, record, kind, digest) SELECT max(seq) + 1, 5, zeroblob(16), 3, zeroblob(32)
               FROM deed"
                .into(),
            AuditFinding::Chain { deed: grown().journal.len() as u64 + 1 },
        ),
        (
            // An index without its name: its pages belong to nothing any more.
            "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'change_of_deed';
             PRAGMA writable_schema = RESET"
                .into(),
            AuditFinding::Structure,
        ),
        ("DELETE FROM passage WHERE noun = 5".into(), AuditFinding::Search),
        ("UPDATE passage SET id = id + (1 << 24) WHERE noun = 7".into(), AuditFinding::Search),
        ("INSERT INTO passage_index (passage_index) VALUES ('delete-all')".into(), AuditFinding::Search),
        (
            // A passage that is gone from both sides contradicts nothing but its record.
            "INSERT INTO passage_index (passage_index, rowid, text, tags, name)
               SELECT 'delete', id, text, tags, name FROM passage_content WHERE id = (SELECT min(id) FROM passage);
             DELETE FROM passage WHERE id = (SELECT min(id) FROM passage)"
                .into(),
            AuditFinding::Search,
        ),
        (
            "UPDATE attachment_chunk SET bytes = x'00'".into(),
            AuditFinding::Content { record: id_at(Noun::Attachment, 0) },
        ),
    ];
    for (harm, finding) in cases {
        let db = grown();
        db.db.execute_batch(&harm).unwrap();
        let found = findings(&db);
        assert!(found.contains(&finding), "{harm}: {found:?}");
    }
}

#[test]
fn an_old_page_pasted_over_a_newer_one_is_named() {
    let mut db = grown();
    let old: (String, Vec<u8>) = db
        .db
        .query_row("SELECT text, id FROM note WHERE id = ?", [id_at(Noun::Note, 2).as_bytes()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    db.deed(|deed| apply(deed, &Op::Put(Noun::Note, 2, 6))).unwrap();
    db.db.execute("UPDATE note SET text = ? WHERE id = ?", old).unwrap();
    assert!(findings(&db).contains(&AuditFinding::Record { noun: Noun::Note, record: id_at(Noun::Note, 2) }));
}

#[test]
fn an_audit_tells_how_far_it_is_and_stops_when_asked() {
    let mut db = Plain::new();
    for seed in 0..400 {
        db.deed(|deed| apply(deed, &Op::Put(Noun::Note, u8::try_from(seed % 50).unwrap(), seed))).unwrap();
    }
    let mut heard = Vec::new();
    audit(&db.db, &mut |done, total| {
        heard.push((done, total));
        ControlFlow::Continue(())
    })
    .unwrap();
    assert!(heard.len() > 1 && heard.is_sorted());
    let (done, total) = heard[heard.len() - 1];
    assert_eq!(done, total);
    let stopped = audit(&db.db, &mut |_, _| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(StoreFault::Cancelled)));
}
