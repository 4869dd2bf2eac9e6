#![allow(clippy::unwrap_used)]
use super::*;
use crate::vault::trial::{PASSPHRASE, Trial, copy_folder, flip, keep, kept, notes, room};
use crate::vault::{Aside, Way, open};

fn day(n: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + 86_400 * n, 0).unwrap()
}

#[test]
fn a_backup_restores_with_either_way_in_into_an_equal_vault() {
    let trial = Trial::with_notes(7);
    let mut vault = trial.open();
    let file = trial.room.path().join("a backup.inglenook");
    let made = vault.backup_to(&file, &mut unwatched).unwrap();
    assert_eq!((made.records, made.changes), (7, 7));
    keep(&mut vault, "after the backup").unwrap();
    vault.close().unwrap();
    let position = log::position(trial.open().read()).unwrap();
    std::fs::remove_dir_all(trial.folder.path()).unwrap();
    for (n, way) in [trial.way(), Way::passphrase(PASSPHRASE.into())].into_iter().enumerate() {
        let folder = Folder::at(trial.room.path().join(format!("restored {n}")));
        let restored = restore(&file, &folder, &way, &mut unwatched).unwrap();
        assert_eq!((restored.records, restored.changes), (7, 7));
        let opened = open(&folder, &way, false).unwrap();
        assert_eq!(opened.findings, []);
        let mut vault = opened.vault;
        assert_eq!(kept(&vault), notes(7));
        assert_ne!(log::position(vault.read()).unwrap(), position);
        keep(&mut vault, "note 7").unwrap();
        assert_eq!(vault.check(&mut unwatched).unwrap().findings, []);
    }
}

/// Twenty vaults of different sizes: backed up, destroyed, restored.
#[test]
fn the_drill() {
    for count in 0..20 {
        let trial = Trial::with_notes(count);
        let file = trial.room.path().join("backup");
        trial.open().backup_to(&file, &mut unwatched).unwrap();
        std::fs::remove_dir_all(trial.folder.path()).unwrap();
        let restored = restore(&file, &trial.folder, &trial.way(), &mut unwatched).unwrap();
        assert_eq!((restored.records, restored.changes), (count as u64, count as u64));
        assert_eq!(kept(&trial.open()), notes(count));
    }
}

#[test]
fn a_restored_vault_speaks_with_a_name_of_its_own() {
    let trial = Trial::with_notes(1);
    let mut vault = trial.open();
    let file = trial.room.path().join("backup");
    vault.backup_to(&file, &mut unwatched).unwrap();
    let folder = Folder::at(trial.room.path().join("restored"));
    restore(&file, &folder, &trial.way(), &mut unwatched).unwrap();
    assert_ne!(open(&folder, &trial.way(), false).unwrap().vault.hand().device, vault.hand().device);
}

#[test]
fn a_restored_vault_writes_no_file_at_a_place_of_another_machine() {
    let trial = Trial::with_notes(1);
    let mut vault = trial.open();
    for of in [Aside::Calendar, Aside::Reminded] {
        vault.note_aside(of, b"noted").unwrap();
    }
    let file = trial.room.path().join("backup");
    vault.backup_to(&file, &mut unwatched).unwrap();
    assert_eq!(vault.aside(Aside::Calendar).unwrap(), b"noted");
    let folder = Folder::at(trial.room.path().join("restored"));
    restore(&file, &folder, &trial.way(), &mut unwatched).unwrap();
    let restored = open(&folder, &trial.way(), false).unwrap().vault;
    assert_eq!(restored.aside(Aside::Calendar).unwrap(), b"");
    assert_eq!(restored.aside(Aside::Reminded).unwrap(), b"noted", "nobody is told twice");
}

#[test]
fn nothing_is_restored_over_anything_or_from_anything_broken() {
    let trial = Trial::with_notes(2);
    let file = trial.room.path().join("backup");
    trial.open().backup_to(&file, &mut unwatched).unwrap();
    let way = trial.way();
    assert!(matches!(restore(&file, &trial.folder, &way, &mut unwatched), Err(StoreFault::AlreadyExists)));

    let folder = Folder::at(trial.room.path().join("restored"));
    let nothing_there = || !folder.path().exists() && !folder.under_construction().path().exists();
    let wrong = Way::passphrase("another passphrase".into());
    assert!(matches!(restore(&file, &folder, &wrong, &mut unwatched), Err(StoreFault::WrongKey)));
    assert!(nothing_there());
    let bytes = fs::read(&file).unwrap();
    for at in [0, 25, 200, 1000, bytes.len() / 2, bytes.len() - 1] {
        fs::write(&file, &bytes).unwrap();
        flip(&file, at);
        assert!(restore(&file, &folder, &way, &mut unwatched).is_err(), "byte {at}");
        assert!(nothing_there());
    }
    fs::write(&file, &bytes[..bytes.len() - 1]).unwrap();
    assert!(matches!(restore(&file, &folder, &way, &mut unwatched), Err(StoreFault::Damaged(_))));
    fs::write(&file, "INGLENOOK BACKUP 2\nsomething new").unwrap();
    assert!(matches!(restore(&file, &folder, &way, &mut unwatched), Err(StoreFault::FromTheFuture)));
    fs::write(&file, "a letter").unwrap();
    assert!(matches!(restore(&file, &folder, &way, &mut unwatched), Err(StoreFault::NotAVault)));
    assert!(nothing_there());
}

#[test]
fn a_backup_is_due_once_a_day_and_only_after_a_change() {
    let trial = Trial::new();
    let mut vault = trial.open();
    assert_eq!(vault.backup_if_due(day(0), &mut unwatched).unwrap(), None, "an empty vault was backed up");
    keep(&mut vault, "note 0").unwrap();
    assert!(vault.backup_if_due(day(0), &mut unwatched).unwrap().is_some());
    assert_eq!(vault.backup_if_due(day(1), &mut unwatched).unwrap(), None, "nothing had changed");
    keep(&mut vault, "note 1").unwrap();
    assert_eq!(vault.backup_if_due(day(0), &mut unwatched).unwrap(), None, "twice a day");
    assert_eq!(vault.backup_if_due(day(1), &mut unwatched).unwrap().unwrap().changes, 2);
    assert_eq!(vault.check(&mut unwatched).unwrap().backups, 2);
}

#[test]
fn what_is_written_during_a_backup_stays_in_the_journal() {
    let trial = Trial::with_notes(3);
    let mut vault = trial.open();
    let mut other = vault.another().unwrap();
    let mut n = 3;
    let made = vault
        .back_up(day(0), Reason::Daily, &mut |_, _| {
            keep(&mut other, &format!("note {n}")).unwrap();
            n += 1;
            ControlFlow::Continue(())
        })
        .unwrap();
    assert!(n > 3);
    assert_eq!(made.changes, 3);
    drop((vault, other));
    std::fs::remove_file(trial.folder.database()).unwrap();
    let opened = trial.try_open().unwrap();
    assert_eq!(kept(&opened.vault), notes(n));
}

#[test]
fn a_backup_that_is_stopped_or_fails_leaves_the_old_one_and_no_leftovers() {
    let trial = Trial::with_notes(3);
    let mut vault = trial.open();
    let file = trial.room.path().join("backup");
    fs::write(&file, "the old one").unwrap();
    let stopped = vault.backup_to(&file, &mut |_, _| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(StoreFault::Cancelled)));
    let nowhere = trial.room.path().join("no such folder/backup");
    assert!(vault.backup_to(&nowhere, &mut unwatched).unwrap_err().is_machine());
    assert_eq!(fs::read(&file).unwrap(), b"the old one");
    assert_eq!(trial.folder.leftover_drafts().unwrap(), Vec::<PathBuf>::new());
    vault.backup_to(&file, &mut unwatched).unwrap();
    assert!(fs::read(&file).unwrap().starts_with(b"INGLENOOK BACKUP 1\n"));
    assert_eq!(fs::read_dir(trial.room.path()).unwrap().count(), 2);
}

#[test]
fn a_vault_that_does_not_pass_its_check_makes_no_backup() {
    let trial = Trial::with_notes(3);
    let mut vault = trial.open();
    vault.connection.execute("UPDATE note SET text = 'changed from outside'", []).unwrap();
    let file = trial.room.path().join("backup");
    assert!(matches!(vault.backup_to(&file, &mut unwatched), Err(StoreFault::Damaged(_))));
    assert!(!file.exists());
    assert_eq!(trial.folder.leftover_drafts().unwrap(), Vec::<PathBuf>::new());
}

#[cfg(unix)]
#[test]
fn backups_are_for_their_owner_only_and_hold_nothing_readable() {
    use std::os::unix::fs::PermissionsExt;
    let trial = Trial::with_notes(3);
    let mut vault = trial.open();
    let made = vault.back_up(day(0), Reason::Daily, &mut unwatched).unwrap();
    assert_eq!(fs::metadata(&made.file).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::metadata(trial.folder.backups()).unwrap().permissions().mode() & 0o777, 0o700);
    let bytes = fs::read(&made.file).unwrap();
    for plain in [&b"note 1"[..], b"SQLite format", b"CREATE TABLE"] {
        assert!(!bytes.windows(plain.len()).any(|window| window == plain));
    }
}

#[test]
fn a_backup_of_a_newer_shape_is_left_alone() {
    let trial = Trial::with_notes(1);
    let vault = trial.open();
    let file = trial.room.path().join("backup");
    vault.connection.pragma_update(None, "user_version", crate::vault::migrate::present() + 1).unwrap();
    let path = trial.folder.new_draft().unwrap();
    create_private(&path).unwrap();
    vault.connection.execute("VACUUM INTO ?", [path.to_str().unwrap()]).unwrap();
    write(&file, &fs::read(trial.folder.slots()).unwrap(), &path, &vault.key).unwrap();
    let folder = Folder::at(trial.room.path().join("restored"));
    assert!(matches!(restore(&file, &folder, &trial.way(), &mut unwatched), Err(StoreFault::FromTheFuture)));
    assert!(!folder.path().exists());
}

#[test]
fn a_vault_whose_folder_was_copied_whole_opens_as_it_is() {
    let trial = Trial::with_notes(2);
    let elsewhere = room();
    let folder = Folder::at(elsewhere.path().join("copied"));
    copy_folder(trial.folder.path(), folder.path());
    let opened = open(&folder, &trial.way(), false).unwrap();
    assert_eq!((kept(&opened.vault), opened.findings), (notes(2), vec![]));
}

#[test]
fn two_programs_at_the_shelf_take_turns() {
    let trial = Trial::with_notes(3);
    let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
    let both = [trial.open(), trial.open()].map(|mut vault| {
        std::thread::spawn(move || {
            (0..4).map(|_| vault.backup_before_import(now, &mut unwatched)).collect::<Vec<_>>()
        })
    });
    for made in both.into_iter().flat_map(|thread| thread.join().unwrap()) {
        assert!(made.is_ok(), "{made:?}");
    }
    let (mut vault, shelf) = (trial.open(), Shelf::of(&trial.folder));
    for backup in shelf.all().unwrap() {
        verify(&backup.path, &vault.key).unwrap();
    }
    assert_eq!(vault.check(&mut unwatched).unwrap().findings, []);

    // Whoever only wants the day's backup leaves it to the one who is at it.
    keep(&mut vault, "note 3").unwrap();
    let tomorrow = now + chrono::TimeDelta::days(1);
    let turn = shelf.wait_for_turn().unwrap();
    assert_eq!(vault.backup_if_due(tomorrow, &mut unwatched).unwrap(), None);
    drop(turn);
    assert!(vault.backup_if_due(tomorrow, &mut unwatched).unwrap().is_some());
}
