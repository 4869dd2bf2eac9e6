#![allow(clippy::unwrap_used, clippy::panic)]
use super::*;
use crate::vault::trial::{Trial, flip, keep, kept, notes};
use crate::vault::{Opened, Severity, Vault, open};

/// Three notes, a backup, three more notes, a backup, three more notes.
fn with_backups() -> Trial {
    let trial = Trial::new();
    let mut vault = trial.open();
    for n in 0..9 {
        keep(&mut vault, &format!("note {n}")).unwrap();
        if n == 2 || n == 5 {
            let day = DateTime::from_timestamp(1_800_000_000 + 86_400 * n, 0).unwrap();
            vault.backup_if_due(day, &mut unwatched).unwrap().unwrap();
        }
    }
    vault.close().unwrap();
    trial
}

fn backups(trial: &Trial) -> Vec<PathBuf> {
    Shelf::of(&trial.folder).all().unwrap().into_iter().map(|backup| backup.path).collect()
}

fn damaged(opened: Result<Opened>) -> Damage {
    match opened {
        Err(StoreFault::Damaged(damage)) => damage,
        other => panic!("expected damage, got {other:?}"),
    }
}

fn is_whole(trial: &Trial, expected: usize) {
    let mut vault: Vault = trial.open();
    assert_eq!(kept(&vault), notes(expected));
    assert_eq!(vault.check(&mut unwatched).unwrap().findings, []);
}

#[test]
fn a_database_that_is_gone_or_unreadable_is_rebuilt_whole() {
    for damage in 0..4 {
        let trial = with_backups();
        let database = trial.folder.database();
        match damage {
            0 => fs::remove_file(&database).unwrap(),
            1 => flip(&database, 30),
            2 => fs::write(&database, "nothing of use").unwrap(),
            // The newest backup is broken as well: the one before and both journals are enough.
            _ => {
                flip(&database, 30);
                flip(&backups(&trial)[0], 5000);
            }
        }
        let opened = trial.try_open().unwrap();
        assert_eq!(opened.findings[0].severity, Severity::Mended, "{:?}", opened.findings);
        assert_eq!(kept(&opened.vault), notes(9));
        opened.vault.close().unwrap();
        if damage > 0 {
            let aside = fs::read_dir(trial.folder.path())
                .unwrap()
                .any(|entry| entry.unwrap().file_name().to_string_lossy().starts_with("vault.db.damaged-"));
            assert!(aside, "the broken database was not kept");
        }
        if damage == 3 {
            flip(&backups(&trial)[1], 5000);
        }
        is_whole(&trial, 9);
    }
}

#[test]
fn without_any_backup_the_journal_alone_is_enough() {
    let trial = Trial::with_notes(5);
    fs::remove_file(trial.folder.database()).unwrap();
    let opened = trial.try_open().unwrap();
    assert_eq!(kept(&opened.vault), notes(5));
    drop(opened);
    is_whole(&trial, 5);
}

#[test]
fn what_cannot_be_brought_back_is_counted_and_given_up_only_on_request() {
    let trial = with_backups();
    fs::remove_file(trial.folder.database()).unwrap();
    fs::remove_file(trial.folder.journal()).unwrap();
    let before = backups(&trial);
    for _ in 0..2 {
        let damage = damaged(trial.try_open());
        assert_eq!(damage.missing_changes, 3);
        assert!(damage.since.is_some());
        assert!(damage.sentence.contains("3 changes"), "{}", damage.sentence);
        assert!(!trial.folder.database().exists());
        assert_eq!(backups(&trial), before);
    }
    let opened = open(&trial.folder, &trial.way(), true).unwrap();
    assert_eq!(opened.findings[0].severity, Severity::Lost);
    assert_eq!(kept(&opened.vault), notes(6));
    opened.vault.close().unwrap();
    is_whole(&trial, 6);
}

#[test]
fn with_nothing_left_to_rebuild_from_even_consent_does_not_make_a_vault() {
    let trial = with_backups();
    fs::remove_file(trial.folder.database()).unwrap();
    fs::remove_file(trial.folder.journal()).unwrap();
    fs::remove_file(trial.folder.journal_before()).unwrap();
    for backup in backups(&trial) {
        fs::remove_file(backup).unwrap();
    }
    for accept_loss in [false, true] {
        let damage = damaged(open(&trial.folder, &trial.way(), accept_loss));
        assert_eq!(damage.missing_changes, 9);
        assert!(!trial.folder.database().exists());
    }
}

#[test]
fn an_older_vault_that_its_owner_put_back_opens_after_one_confirmation() {
    let trial = Trial::with_notes(2);
    let older = trial.copy();
    let mut vault = trial.open();
    for n in 2..6 {
        keep(&mut vault, &format!("note {n}")).unwrap();
    }
    vault.close().unwrap();
    // Everything but the head is old, and so no journal leads back.
    for file in ["vault.db", "journal"] {
        fs::copy(older.folder.path().join(file), trial.folder.path().join(file)).unwrap();
    }
    let damage = damaged(trial.try_open());
    assert_eq!(damage.missing_changes, 4);
    let opened = open(&trial.folder, &trial.way(), true).unwrap();
    assert_eq!(kept(&opened.vault), notes(2));
    opened.vault.close().unwrap();
    is_whole(&trial, 2);
}

#[test]
fn an_older_page_that_was_pasted_is_found_by_the_check_and_repaired() {
    let trial = Trial::new();
    let mut vault = trial.open();
    for n in 0..200 {
        keep(&mut vault, &format!("note {n}")).unwrap();
    }
    vault.close().unwrap();
    let older = fs::read(trial.folder.database()).unwrap();
    let mut vault = trial.open();
    for n in 0..200 {
        keep(&mut vault, &format!("later {n}")).unwrap();
    }
    vault.close().unwrap();
    let newer = fs::read(trial.folder.database()).unwrap();
    let (expected, every_table) = {
        let vault = trial.open();
        (kept(&vault), every_table(&vault))
    };
    let pages = older.len() / 4096;
    let changed: Vec<_> =
        (1..pages).filter(|page| older[page * 4096..][..4096] != newer[page * 4096..][..4096]).collect();
    assert!(changed.len() > 10);
    let mut noticed = 0;
    for &page in changed.iter().step_by(changed.len() / 8) {
        let mut pasted = newer.clone();
        pasted[page * 4096..][..4096].copy_from_slice(&older[page * 4096..][..4096]);
        fs::write(trial.folder.database(), pasted).unwrap();
        let opened = trial.try_open().unwrap();
        let Opened { mut vault, findings } = opened;
        if findings.is_empty() {
            let checked = vault.check(&mut unwatched).unwrap();
            if !checked.broken {
                // A page that is free holds nothing: every table still reads as it did.
                assert!(self::every_table(&vault) == every_table, "page {page} went unnoticed");
                vault.close().unwrap();
                continue;
            }
            vault = vault.repair(false).unwrap().vault;
        }
        noticed += 1;
        assert_eq!(kept(&vault), expected, "page {page}");
        assert_eq!(vault.check(&mut unwatched).unwrap().findings, []);
        vault.close().unwrap();
    }
    assert!(noticed > 5, "{noticed} pages were noticed");
}

/// Every row of every table, those of the search index too.
fn every_table(vault: &Vault) -> Vec<(String, Vec<Vec<rusqlite::types::Value>>)> {
    let mut names = vault.connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
    let names: Vec<String> = names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let rows = |name: &String| {
        let mut all = vault.connection.prepare(&format!("SELECT * FROM {name}")).unwrap();
        let columns = all.column_count();
        let rows = all.query_map([], |row| (0..columns).map(|at| row.get(at)).collect()).unwrap();
        rows.map(Result::unwrap).collect()
    };
    names.iter().map(|name| (name.clone(), rows(name))).collect()
}

#[test]
fn nothing_is_exchanged_under_a_vault_that_is_open() {
    let trial = with_backups();
    let vault = trial.open();
    let other = vault.another().unwrap();
    assert!(matches!(vault.repair(false), Err(StoreFault::Busy)));
    assert_eq!(kept(&other), notes(9));
}
