#![allow(clippy::unwrap_used)]
use std::fs;

use super::*;
use crate::vault::Severity;
use crate::vault::backup::unwatched;
use crate::vault::trial::{Trial, flip, keep, kept, notes};

fn with_backups() -> Trial {
    let trial = Trial::with_notes(3);
    let mut vault = trial.open();
    for n in 3..6 {
        keep(&mut vault, &format!("note {n}")).unwrap();
        let day = DateTime::from_timestamp(1_800_000_000 + 86_400 * n, 0).unwrap();
        vault.backup_if_due(day, &mut unwatched).unwrap().unwrap();
    }
    vault.close().unwrap();
    trial
}

#[test]
fn a_vault_in_order_gives_no_cause_to_speak() {
    let trial = with_backups();
    let checked = trial.open().check(&mut unwatched).unwrap();
    assert_eq!((checked.findings, checked.broken), (vec![], false));
    assert_eq!((checked.records, checked.changes, checked.backups), (6, 6, 3));
    assert_eq!(checked.newest_backup, DateTime::from_timestamp(1_800_000_000 + 86_400 * 5, 0));
}

#[test]
fn a_broken_old_backup_is_found() {
    let trial = with_backups();
    let oldest = Shelf::of(&trial.folder).all().unwrap().pop().unwrap();
    let length = fs::metadata(&oldest.path).unwrap().len() as usize;
    for at in [3, length / 2, length - 1] {
        flip(&oldest.path, at);
        let checked = trial.open().check(&mut unwatched).unwrap();
        assert_eq!(checked.findings.len(), 1, "byte {at}: {:?}", checked.findings);
        assert!(checked.findings[0].sentence.contains("backup"));
        flip(&oldest.path, at);
    }
}

#[test]
fn a_journal_that_was_changed_inside_is_replaced_by_a_backup() {
    let trial = with_backups();
    let mut vault = trial.open();
    keep(&mut vault, "note 6").unwrap();
    vault.close().unwrap();
    flip(&trial.folder.journal(), 10);
    let mut vault = trial.open();
    let checked = vault.check(&mut unwatched).unwrap();
    assert_eq!(checked.findings[0].severity, Severity::Mended, "{:?}", checked.findings);
    assert_eq!(vault.check(&mut unwatched).unwrap().findings, []);
    drop(vault);
    fs::remove_file(trial.folder.database()).unwrap();
    assert_eq!(kept(&trial.try_open().unwrap().vault), notes(7));
}

#[test]
fn a_record_that_was_changed_behind_the_gate_is_found_and_repaired() {
    let trial = with_backups();
    let mut vault = trial.open();
    vault
        .connection
        .execute("UPDATE note SET text = 'changed from outside' WHERE text = 'note 1'", [])
        .unwrap();
    let checked = vault.check(&mut unwatched).unwrap();
    assert!(checked.broken && !checked.findings.is_empty());
    assert!(checked.findings.iter().all(|finding| !finding.sentence.contains("note 1")));
    let mut vault = vault.repair(false).unwrap().vault;
    assert_eq!(kept(&vault), notes(6));
    assert_eq!(vault.check(&mut unwatched).unwrap().findings, []);
}

#[test]
fn a_page_that_was_changed_on_the_disk_is_found() {
    let trial = with_backups();
    let pages = fs::metadata(trial.folder.database()).unwrap().len() as usize / 4096;
    let whole = fs::read(trial.folder.database()).unwrap();
    for page in 0..pages {
        fs::write(trial.folder.database(), &whole).unwrap();
        flip(&trial.folder.database(), page * 4096 + 1000);
        let opened = trial.try_open().unwrap();
        let mut vault = opened.vault;
        if opened.findings.is_empty() {
            assert!(vault.check(&mut unwatched).unwrap().broken, "page {page}");
            vault = vault.repair(false).unwrap().vault;
        }
        assert_eq!(kept(&vault), notes(6));
        vault.close().unwrap();
    }
}
