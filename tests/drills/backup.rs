//! A backup is worth what comes back out of it: vaults at random, backed up, destroyed, restored, compared.

use std::fs;

use house_tests::drill::{
    Chance, PASSPHRASE, Trial, call, desk_at, lock, records_through, times, write_at_random,
};
use serde_json::json;
use store::StoreFault;
use store::vault::{Way, backup};

/// Vaults in `./test`.
const VAULTS: usize = 20;
/// Changes in each.
const CHANGES: usize = 40;
/// Damaged copies of each backup.
const DAMAGES: usize = 6;

#[test]
fn every_vault_comes_back_from_its_backup_by_passphrase_alone_and_by_kit_alone() {
    let mut chance = Chance::of_drill("backups");
    for number in 0..times(VAULTS) {
        let trial = Trial::empty();
        let place = &trial.place;
        let desk = trial.open();
        write_at_random(&desk, &mut chance, CHANGES, &place.desk());
        let file = place.desk().join("Inglenook.inglenook");
        let made = call(&desk, "vault.backup", json!({ "file": file }));
        lock(&desk);
        let records = trial.records();
        fs::remove_dir_all(place.vault()).expect("destroyed");

        let ways =
            [("passphrase", json!({ "passphrase": PASSPHRASE })), ("kit", json!({ "kit": trial.kit }))];
        for (name, way) in ways {
            let folder = place.folder().join(name);
            let mut args = json!({ "file": file, "folder": folder });
            args.as_object_mut().expect("an object").extend(way.as_object().expect("an object").clone());
            let restored = call(&desk_at(&place.vault()), "vault.restore", args);
            assert_eq!(restored["records"], made["records"]);
            assert_eq!(restored["changes"], made["changes"]);
            let way = match name {
                "kit" => trial.way(),
                _ => Way::passphrase(PASSPHRASE.to_owned()),
            };
            assert!(
                records_through(&folder, &way) == records,
                "vault {number} differs after a restore by {name}"
            );
        }
        refuse_damage(&trial, &file, &mut chance);
    }
}

/// A backup with one bit changed, with its end cut off or with something behind it makes no vault, and leaves nothing.
fn refuse_damage(trial: &Trial, file: &std::path::Path, chance: &mut Chance) {
    let good = fs::read(file).expect("the backup");
    let (damaged, to) = (trial.place.desk().join("damaged"), trial.place.folder().join("never"));
    for number in 0..DAMAGES {
        let mut bytes = good.clone();
        match number {
            0 => bytes.truncate(chance.below(good.len())),
            1 => bytes.push(0),
            // The MAC itself: everything before it is as it was.
            2 => *bytes.last_mut().expect("not empty") ^= 1,
            _ => bytes[chance.below(good.len())] ^= 1 << chance.below(8),
        }
        fs::write(&damaged, bytes).expect("written");
        let folder = store::vault::Folder::at(&to);
        let refused =
            backup::restore(&damaged, &folder, &trial.way(), &mut |_, _| std::ops::ControlFlow::Continue(()));
        let fault = refused.expect_err("a damaged backup was restored");
        let is_told = matches!(
            fault,
            StoreFault::Damaged(_) | StoreFault::WrongKey | StoreFault::NotAVault | StoreFault::FromTheFuture
        );
        assert!(is_told && fault.next().is_some(), "{fault:?}");
        let left: Vec<_> =
            ["never", "never.new"].iter().filter(|name| trial.place.folder().join(name).exists()).collect();
        assert!(left.is_empty(), "a refused restore left {left:?}");
    }
}

/// The clock of a machine whose battery died: every backup has an earlier time than the one before it.
#[test]
fn a_clock_that_jumps_back_neither_costs_the_newest_backup_nor_makes_an_older_one_the_newest() {
    let moments = [
        "2026-11-19T09:00:00Z",
        "2026-11-20T09:00:00Z",
        "1970-01-01T23:00:00Z",
        "1970-01-01T22:00:00Z",
        "1970-01-01T21:00:00Z",
        "1970-01-01T20:00:00Z",
        "1970-01-01T19:00:00Z",
    ];
    let mut chance = Chance::of_drill("a clock that jumps back");
    let trial = Trial::empty();
    let desk = trial.open();
    let mut unwatched = |_, _| std::ops::ControlFlow::Continue(());
    for moment in moments {
        write_at_random(&desk, &mut chance, 5, &trial.place.desk());
        let mut vault = store::vault::open(&trial.folder(), &trial.way(), false).expect("opens").vault;
        let now = moment.parse().expect("a moment");
        let made = vault.backup_before_import(now, &mut unwatched).expect("a backup");
        assert!(made.file.exists(), "{moment}: the backup that was just made was thrown away");
        assert_eq!(vault.newest_backup().expect("read"), Some(now), "{moment} is the newest");
        // One that is not due would be made twice, or one that is due never.
        assert!(vault.backup_if_due(now, &mut unwatched).expect("asked").is_none(), "{moment}");
        vault.close().expect("closed");
    }
    write_at_random(&desk, &mut chance, 5, &trial.place.desk());
    lock(&desk);
    let records = trial.records();
    // The database is gone: what comes back are the newest backup and what the journal has after it.
    fs::remove_file(trial.folder().database()).expect("destroyed");
    let opened = store::vault::open(&trial.folder(), &trial.way(), false).expect("rebuilt");
    assert_eq!(opened.findings.len(), 1, "{:?}", opened.findings);
    opened.vault.close().expect("closed");
    assert!(trial.records() == records, "the rebuilt vault differs");
}

#[test]
fn a_check_names_a_rolling_backup_that_broke_and_only_that() {
    let trial = Trial::new();
    let mut vault = store::vault::open(&trial.folder(), &trial.way(), false).expect("opens").vault;
    let now = "2026-11-20T09:00:00Z".parse().expect("a moment");
    let mut unwatched = |_, _| std::ops::ControlFlow::Continue(());
    let good = vault.backup_before_import(now, &mut unwatched).expect("a rolling backup").file;
    let later = "2026-11-21T09:00:00Z".parse().expect("a moment");
    let broken = vault.backup_before_import(later, &mut unwatched).expect("a rolling backup").file;
    vault.close().expect("closed");

    let clean = trial.place.run(&["--json", "check"]).json();
    assert_eq!((&clean["findings"], &clean["backups"]), (&json!([]), &json!(2)));

    let mut chance = Chance::of_drill("broken rolling backups");
    let bytes = fs::read(&broken).expect("the backup");
    let anywhere = (0..times(3)).map(|_| chance.below(bytes.len()));
    // The first line, its version, the slots inside, and wherever else.
    for at in [0, bytes.iter().position(|byte| *byte == b'\n').expect("a first line") - 1, 60]
        .into_iter()
        .chain(anywhere)
    {
        let mut changed = bytes.clone();
        changed[at] ^= 2;
        fs::write(&broken, changed).expect("written");
        let answer = trial.place.run(&["--json", "check"]);
        let said = answer.said.clone();
        let findings = answer.json()["findings"].clone();
        let name = |path: &std::path::Path| path.file_name().expect("a name").to_string_lossy().into_owned();
        assert_eq!(findings.as_array().expect("findings").len(), 1, "{findings}");
        assert!(findings[0]["sentence"].as_str().expect("a sentence").contains(&name(&broken)), "{findings}");
        assert!(findings[0]["next"].is_string() && said.contains(&name(&broken)), "{findings} {said}");
        assert!(!findings.to_string().contains(&name(&good)), "{findings}");
    }
}
