#![allow(clippy::unwrap_used)]
use super::*;
use crate::log;
use crate::vault::trial::{Trial, keep, kept, notes};

#[test]
fn what_was_kept_is_there_after_opening_again() {
    let trial = Trial::with_notes(5);
    assert_eq!(kept(&trial.open()), notes(5));
}

#[test]
fn a_vault_that_was_not_closed_opens_without_a_word() {
    let trial = Trial::new();
    let mut vault = trial.open();
    for n in 0..5 {
        keep(&mut vault, &format!("note {n}")).unwrap();
    }
    drop(vault);
    assert_eq!(kept(&trial.open()), notes(5));
}

#[test]
fn a_deed_that_fails_leaves_no_trace() {
    let trial = Trial::with_notes(2);
    let mut vault = trial.open();
    let before = (log::position(vault.read()).unwrap(), vault.journal.len().unwrap());
    let failed = vault.transact::<()>(|transaction| {
        transaction.execute_batch("DELETE FROM note").unwrap();
        Err(StoreFault::Cancelled)
    });
    assert!(matches!(failed, Err(StoreFault::Cancelled)));
    let nothing = vault.transact(|transaction| {
        transaction.execute_batch("DELETE FROM note").unwrap();
        Ok((7, None))
    });
    assert_eq!(nothing.unwrap(), 7);
    assert_eq!((log::position(vault.read()).unwrap(), vault.journal.len().unwrap()), before);
    assert_eq!(kept(&vault), notes(2));
    keep(&mut vault, "note 2").unwrap();
    assert_eq!(kept(&vault), notes(3));
}

#[test]
fn a_commit_that_fails_is_cut_out_of_the_journal() {
    let trial = Trial::with_notes(2);
    let mut vault = trial.open();
    let length = vault.journal.len().unwrap();
    let position = log::position(vault.read()).unwrap();
    let failed = vault.transact(|transaction| {
        // A deferred constraint fails at COMMIT and nowhere before.
        transaction.execute_batch(
            "CREATE TEMP TABLE parent(id PRIMARY KEY);
             CREATE TEMP TABLE child(id REFERENCES parent(id) DEFERRABLE INITIALLY DEFERRED);
             INSERT INTO child VALUES (1);",
        )?;
        Ok(((), Some(Entry { seq: position.seq + 1, chain: [1; 32], bytes: vec![0; 100] })))
    });
    assert!(failed.is_err());
    assert_eq!(vault.journal.len().unwrap(), length);
    let findings = vault.reopen().unwrap();
    assert_eq!(findings, []);
    keep(&mut vault, "note 2").unwrap();
    assert_eq!(kept(&vault), notes(3));
}

#[test]
fn the_head_follows_every_commit() {
    let trial = Trial::new();
    let mut vault = trial.open();
    for n in 1..=5 {
        keep(&mut vault, "another").unwrap();
        let mark = vault.head.read().unwrap().mark.unwrap();
        let position = log::position(vault.read()).unwrap();
        assert_eq!((mark.seq, mark.journal_end), (n, vault.journal.len().unwrap()));
        assert!(mark.is_at(&seal::chain::Chain(position.chain)));
    }
}

#[test]
fn the_log_is_moved_before_it_grows_long() {
    let trial = Trial::new();
    let mut vault = trial.open();
    let text = "long ".repeat(4000);
    for _ in 0..60 {
        keep(&mut vault, &text).unwrap();
    }
    let log = std::fs::metadata(trial.folder.database_log()).unwrap().len();
    assert!(log < 3 * 200 * 4120, "the log has {log} bytes");
    assert!(std::fs::metadata(trial.folder.database()).unwrap().len() > 60 * 20_000);
    vault.idle().unwrap();
    assert_eq!(std::fs::metadata(trial.folder.database_log()).unwrap().len(), 0);
}

#[test]
fn a_log_that_grew_long_is_emptied_and_a_short_one_left() {
    let trial = Trial::new();
    let mut vault = trial.open();
    let log = || std::fs::metadata(trial.folder.database_log()).unwrap().len();
    keep(&mut vault, "short").unwrap();
    let short = log();
    vault.rest_from_long_log().unwrap();
    assert!(short > 0 && log() == short, "a short log is left where it is");
    // One deed of many pages: they are moved into the database, and still stand in the log.
    keep(&mut vault, &"long ".repeat(900_000)).unwrap();
    assert!(log() > 4_000_000, "the log has {} bytes", log());
    vault.rest_from_long_log().unwrap();
    assert_eq!(log(), 0);
}

#[test]
fn two_handles_write_in_turn() {
    let trial = Trial::new();
    let vault = trial.open();
    std::thread::scope(|scope| {
        for writer in 0..3 {
            let mut vault = vault.another().unwrap();
            scope.spawn(move || {
                for n in 0..20 {
                    keep(&mut vault, &format!("note {}", writer * 20 + n)).unwrap();
                }
            });
        }
    });
    assert_eq!(kept(&vault), notes(60));
    drop(vault);
    let mut vault = trial.open();
    assert_eq!(vault.check(&mut crate::vault::backup::unwatched).unwrap().findings, []);
}

#[test]
fn after_a_failure_of_the_disk_nothing_is_written_until_it_is_opened_again() {
    let trial = Trial::with_notes(1);
    let mut vault = trial.open();
    vault.uncertain = true;
    assert!(keep(&mut vault, "refused").unwrap_err().is_machine());
    vault.reopen().unwrap();
    keep(&mut vault, "note 1").unwrap();
    assert_eq!(kept(&vault), notes(2));
}
