#![allow(clippy::unwrap_used)]
use std::fs;

use super::*;
use crate::log;
use crate::vault::backup::unwatched;
use crate::vault::trial::{PASSPHRASE, Trial, contents, flip, keep, kept, notes};
use crate::vault::{Severity, cipher};

/// Opens a vault that something happened to: all three notes are there, and exactly this was said.
fn mended(trial: &Trial, severities: &[Severity]) -> Vec<Finding> {
    let opened = trial.try_open().unwrap();
    assert_eq!(kept(&opened.vault), notes(3));
    let said: Vec<_> = opened.findings.iter().map(|finding| finding.severity).collect();
    assert_eq!(said, severities, "{:?}", opened.findings);
    opened.vault.close().unwrap();
    // Told once, and mended for good.
    let mut vault = trial.open();
    keep(&mut vault, "note 3").unwrap();
    assert_eq!(kept(&vault), notes(4));
    assert_eq!(vault.check(&mut unwatched).unwrap().findings, []);
    opened.findings
}

#[test]
fn every_way_in_leads_to_the_same_vault_and_nothing_else_does() {
    let trial = Trial::with_notes(3);
    for way in [trial.way(), Way::passphrase(PASSPHRASE.into())] {
        let opened = open(&trial.folder, &way, false).unwrap();
        assert_eq!((kept(&opened.vault), opened.findings), (notes(3), vec![]));
    }
    let other = Trial::new();
    let strange = crate::vault::create::Creation::begin(
        &Folder::at(other.room.path().join("strange")),
        PASSPHRASE.into(),
        seal::passphrase::Cost::FLOOR,
    )
    .unwrap();
    let before = contents(&trial.folder);
    for way in [
        Way::passphrase("seven quiet harbour".into()),
        Way::passphrase(String::new()),
        Way::kit(&strange.groups().join(" ")).unwrap(),
    ] {
        assert!(matches!(open(&trial.folder, &way, true), Err(StoreFault::WrongKey)));
    }
    assert_eq!(contents(&trial.folder), before, "a wrong key changed something");
    assert!(
        matches!(open(&trial.folder, &Way::Keychain, false), Err(StoreFault::Refused(r)) if r.rule == "vault.keychain_off")
    );
    assert!(matches!(Way::kit("7KQM-2WXA"), Err(StoreFault::Refused(r)) if r.rule == "vault.kit_mistyped"));
}

#[test]
fn a_folder_without_a_vault_stays_without_one() {
    let trial = Trial::new();
    for path in ["nothing", "empty"] {
        let folder = Folder::at(trial.room.path().join(path));
        if path == "empty" {
            fs::create_dir(folder.path()).unwrap();
        }
        assert!(matches!(open(&folder, &trial.way(), true), Err(StoreFault::NotAVault)));
        assert_eq!(folder.path().exists(), path == "empty");
        assert!(!folder.holds_a_vault().unwrap());
    }
}

#[test]
fn a_newer_vault_is_refused_and_not_a_byte_changes() {
    let newer: [fn(&Trial); 2] = [
        |trial| fs::write(trial.folder.slots(), "INGLENOOK SLOTS 2\nsomething new").unwrap(),
        |trial| {
            let vault = trial.open();
            vault.connection.pragma_update(None, "user_version", migrate::present() + 1).unwrap();
            vault.close().unwrap();
        },
    ];
    for make_newer in newer {
        let trial = Trial::with_notes(1);
        make_newer(&trial);
        let before = contents(&trial.folder);
        assert!(matches!(open(&trial.folder, &trial.way(), true), Err(StoreFault::FromTheFuture)));
        assert_eq!(contents(&trial.folder), before);
    }
}

#[test]
fn two_hundred_clean_openings_raise_no_alarm() {
    let trial = Trial::new();
    for n in 0..200 {
        let mut vault = trial.open();
        if n % 3 == 0 {
            keep(&mut vault, &format!("note {n}")).unwrap();
        }
        match n % 4 {
            0 => vault.close().unwrap(),
            1 => vault.idle().unwrap(),
            _ => drop(vault),
        }
    }
    assert_eq!(kept(&trial.open()).len(), 67);
}

#[test]
fn a_log_that_was_cut_changed_or_deleted_is_named_and_mended() {
    for damage in 0..4 {
        let trial = Trial::new();
        let mut vault = trial.open();
        for n in 0..3 {
            keep(&mut vault, &format!("note {n}")).unwrap();
        }
        drop(vault);
        let log = trial.folder.database_log();
        let length = fs::metadata(&log).unwrap().len();
        match damage {
            0 => flip(&log, 100),
            1 => flip(&log, length as usize / 2),
            2 => fs::OpenOptions::new().write(true).open(&log).unwrap().set_len(length * 6 / 10).unwrap(),
            _ => fs::remove_file(&log).unwrap(),
        }
        let findings = mended(&trial, &[Severity::Mended]);
        assert!(findings[0].sentence.contains("missing"), "{findings:?}");
    }
}

#[test]
fn a_deed_that_was_journaled_and_never_committed_is_carried_out_silently() {
    let trial = Trial::with_notes(2);
    // The same vault one deed later lends its journal.
    let later = trial.copy();
    let mut vault = later.open();
    keep(&mut vault, "note 2").unwrap();
    drop(vault);
    fs::copy(later.folder.journal(), trial.folder.journal()).unwrap();
    mended(&trial, &[]);
}

#[test]
fn a_torn_end_of_the_journal_is_cut_off_silently() {
    for junk in [&[7_u8; 3][..], &[0; 300], &[255; 5000]] {
        let trial = Trial::with_notes(3);
        let mut journal = fs::read(trial.folder.journal()).unwrap();
        journal.extend_from_slice(junk);
        fs::write(trial.folder.journal(), journal).unwrap();
        mended(&trial, &[]);
    }
}

#[test]
fn a_journal_that_was_cut_changed_or_deleted_is_told_and_replaced_by_a_backup() {
    for damage in 0..3 {
        let trial = Trial::with_notes(3);
        let path = trial.folder.journal();
        let length = fs::metadata(&path).unwrap().len();
        match damage {
            0 => fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(length - 1).unwrap(),
            1 => fs::write(&path, b"").unwrap(),
            _ => fs::remove_file(&path).unwrap(),
        }
        mended(&trial, &[Severity::Notice]);
        assert_eq!(crate::vault::backup::newest_seq(&trial.folder).unwrap(), 3, "damage {damage}");
    }
}

#[test]
fn a_head_that_was_lost_is_told_and_one_flipped_mark_is_harmless() {
    let trial = Trial::with_notes(3);
    fs::remove_file(trial.folder.head()).unwrap();
    mended(&trial, &[Severity::Notice]);
    let trial = Trial::with_notes(3);
    fs::write(trial.folder.head(), [9; 96]).unwrap();
    mended(&trial, &[Severity::Notice]);
    for at in 0..96 {
        let trial = Trial::with_notes(3);
        flip(&trial.folder.head(), at);
        mended(&trial, &[]);
    }
}

#[test]
fn an_older_database_that_was_put_back_is_named_and_brought_up_to_date() {
    let trial = Trial::with_notes(1);
    let older = trial.copy();
    let mut vault = trial.open();
    for n in 1..3 {
        keep(&mut vault, &format!("note {n}")).unwrap();
    }
    vault.close().unwrap();
    fs::copy(older.folder.database(), trial.folder.database()).unwrap();
    let findings = mended(&trial, &[Severity::Mended]);
    assert!(findings[0].sentence.contains("2 changes"), "{findings:?}");
}

#[test]
fn a_vault_that_is_older_than_its_own_backup_is_brought_up_to_it() {
    let trial = Trial::with_notes(1);
    let older = trial.copy();
    let mut vault = trial.open();
    for n in 1..3 {
        keep(&mut vault, &format!("note {n}")).unwrap();
    }
    vault.backup_if_due(Utc::now(), &mut unwatched).unwrap().unwrap();
    vault.close().unwrap();
    // All three witnesses are old and agree. Only the backup knows better.
    for name in ["vault.db", "vault.db-wal", "head", "journal"] {
        fs::copy(older.folder.path().join(name), trial.folder.path().join(name)).unwrap();
    }
    mended(&trial, &[Severity::Mended]);
}

#[test]
fn a_database_of_another_history_is_rebuilt() {
    let trial = Trial::with_notes(2);
    let fork = trial.copy();
    for (trial, text) in [(&trial, "note 2"), (&fork, "another story")] {
        let mut vault = trial.open();
        keep(&mut vault, text).unwrap();
        vault.close().unwrap();
    }
    fs::copy(fork.folder.database(), trial.folder.database()).unwrap();
    let findings = mended(&trial, &[Severity::Mended]);
    assert!(findings[0].sentence.contains("damaged-"), "{findings:?}");
}

#[test]
fn a_slot_file_that_broke_comes_back_from_its_copy() {
    let whole = Trial::with_notes(3);
    let slots = fs::read(whole.folder.slots()).unwrap();
    for at in (0..slots.len()).step_by(7) {
        let trial = whole.copy();
        flip(&trial.folder.slots(), at);
        match trial.try_open() {
            // Its first line says a later version: that is left alone.
            Err(StoreFault::FromTheFuture) => assert!(at < 20),
            opened => {
                assert_eq!(opened.unwrap().findings[0].severity, Severity::Mended, "byte {at}");
                assert_eq!(fs::read(trial.folder.slots()).unwrap(), slots);
            }
        }
    }
    let trial = whole.copy();
    fs::remove_file(trial.folder.slots()).unwrap();
    mended(&trial, &[Severity::Mended]);
    assert_eq!(fs::read(trial.folder.slots()).unwrap(), slots);
    // And the copy from the file.
    fs::remove_dir_all(trial.folder.backups()).unwrap();
    drop(trial.open());
    assert_eq!(fs::read(trial.folder.backups().join("slots")).unwrap(), slots);
}

#[cfg(unix)]
#[test]
fn a_folder_that_others_may_enter_is_closed_and_told() {
    use std::os::unix::fs::PermissionsExt;
    let trial = Trial::with_notes(3);
    fs::set_permissions(trial.folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    mended(&trial, &[Severity::Mended]);
    assert_eq!(fs::metadata(trial.folder.path()).unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn a_vault_in_a_synced_folder_says_so() {
    let trial = Trial::with_notes(1);
    let folder = Folder::at(trial.room.path().join("Dropbox/vault"));
    crate::vault::trial::copy_folder(trial.folder.path(), folder.path());
    let opened = open(&folder, &trial.way(), false).unwrap();
    assert_eq!(opened.findings.len(), 1);
    assert!(opened.findings[0].sentence.contains("Dropbox"));
}

#[test]
fn a_database_that_lost_its_encryption_is_never_opened() {
    let trial = Trial::with_notes(3);
    fs::remove_file(trial.folder.database()).unwrap();
    Connection::open(trial.folder.database()).unwrap().execute_batch("CREATE TABLE note(text)").unwrap();
    mended(&trial, &[Severity::Mended]);
    let header = fs::read(trial.folder.database()).unwrap();
    assert!(!header.starts_with(b"SQLite format 3"));
}

#[test]
fn what_a_work_left_that_was_cut_off_is_cleared_away() {
    let trial = Trial::with_notes(3);
    let draft = trial.folder.new_draft().unwrap();
    fs::write(&draft, "half a database").unwrap();
    drop(trial.open());
    assert!(!draft.exists());
    // But not while another program may be writing it.
    let other = trial.open();
    fs::write(&draft, "half a database").unwrap();
    drop(trial.open());
    assert!(draft.exists());
    drop(other);
}

#[test]
fn the_settings_of_the_vault_itself_are_the_pinned_ones() {
    let trial = Trial::new();
    let vault = trial.open();
    let mode: String = vault.connection.query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
    let sync: i64 = vault.connection.query_row("PRAGMA synchronous", [], |row| row.get(0)).unwrap();
    assert_eq!((mode.as_str(), sync), ("wal", 2));
    // An open vault is not exchanged by a second one either: both see the same file.
    let key = vault.key.derive_database_key();
    let second = cipher::open(&trial.folder.database(), &key, Changes::InLog).unwrap();
    assert_eq!(log::position(&second).unwrap(), log::position(&vault.connection).unwrap());
}
