#![allow(clippy::unwrap_used)]
use super::*;
use crate::vault::backup::unwatched;
use crate::vault::capture::capture;
use crate::vault::trial::{PASSPHRASE, Trial, keep, kept, notes};
use crate::vault::{Severity, open};

const ANOTHER: &str = "a lantern in the window";

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

fn opens(trial: &Trial, way: &Way) -> bool {
    match open(&trial.folder, way, false) {
        Ok(opened) => {
            assert_eq!(kept(&opened.vault), notes(3));
            assert_eq!(opened.findings, [], "a change that was cut off is no damage");
            true
        }
        Err(StoreFault::WrongKey) => false,
        Err(fault) => panic!("{fault:?}"),
    }
}

fn passphrase(text: &str) -> Way {
    Way::passphrase(text.into())
}

#[test]
fn a_new_passphrase_takes_the_place_of_the_old_one() {
    let trial = Trial::with_notes(3);
    let mut vault = trial.open();
    let change = |vault: &mut Vault, old: &str, new: &str| {
        vault.change_passphrase(old.into(), new.into(), Cost::FLOOR, now(), &mut unwatched)
    };
    assert!(matches!(change(&mut vault, "not the old one", ANOTHER), Err(StoreFault::WrongKey)));
    assert!(
        matches!(change(&mut vault, PASSPHRASE, "short"), Err(StoreFault::Refused(r)) if r.rule == "vault.weak_passphrase")
    );
    assert!(opens(&trial, &passphrase(PASSPHRASE)));
    assert_eq!(change(&mut vault, PASSPHRASE, ANOTHER).unwrap(), []);
    vault.close().unwrap();
    assert!(opens(&trial, &passphrase(ANOTHER)) && opens(&trial, &trial.way()));
    assert!(!opens(&trial, &passphrase(PASSPHRASE)));
    trial.open();

    // The newest backup already opens with the new passphrase.
    let newest = Shelf::of(&trial.folder).newest().unwrap().unwrap().path;
    let restored = Folder::at(trial.room.path().join("restored"));
    super::super::backup::restore(&newest, &restored, &passphrase(ANOTHER), &mut unwatched).unwrap();
}

#[test]
fn an_older_slot_file_that_was_put_back_is_told() {
    let trial = Trial::with_notes(3);
    let old = std::fs::read(trial.folder.slots()).unwrap();
    let mut vault = trial.open();
    vault.change_passphrase(PASSPHRASE.into(), ANOTHER.into(), Cost::FLOOR, now(), &mut unwatched).unwrap();
    vault.close().unwrap();
    std::fs::write(trial.folder.slots(), &old).unwrap();
    let opened = open(&trial.folder, &passphrase(PASSPHRASE), false).unwrap();
    assert_eq!(opened.findings[0].severity, Severity::Notice);
    assert!(opened.findings[0].sentence.contains("older one"), "{:?}", opened.findings);
}

#[test]
fn an_older_copy_of_the_slots_lets_nobody_in() {
    let trial = Trial::with_notes(3);
    let copy = trial.folder.backups().join("slots");
    let old = std::fs::read(&copy).unwrap();
    let mut vault = trial.open();
    vault.change_passphrase(PASSPHRASE.into(), ANOTHER.into(), Cost::FLOOR, now(), &mut unwatched).unwrap();
    vault.close().unwrap();
    std::fs::write(&copy, old).unwrap();
    assert!(!opens(&trial, &passphrase(PASSPHRASE)));
    assert!(opens(&trial, &passphrase(ANOTHER)));
}

/// The two ways in of a rotation: the new kit and the old one.
fn kits(trial: &Trial, rotation: &Rotation) -> (Way, Way) {
    (Way::kit(&rotation.groups().join("-")).unwrap(), trial.way())
}

#[test]
fn a_new_key_comes_with_a_new_kit_and_the_old_one_opens_nothing_any_more() {
    let trial = Trial::with_notes(3);
    let mut vault = trial.open();
    assert!(matches!(vault.begin_rotation(ANOTHER.into(), Cost::FLOOR), Err(StoreFault::WrongKey)));
    let rotation = vault.begin_rotation(PASSPHRASE.into(), Cost::FLOOR).unwrap();
    let (groups, [one, other]) = (rotation.groups(), rotation.ask());
    let refused = vault.finish_rotation(&rotation, [&groups[other], &groups[one]], now(), &mut unwatched);
    assert!(matches!(refused, Err(StoreFault::Refused(r)) if r.rule == "vault.kit_groups"));
    assert!(opens(&trial, &trial.way()));

    let second = vault.another().unwrap();
    let typed = [&*groups[one], &*groups[other]];
    assert!(matches!(vault.finish_rotation(&rotation, typed, now(), &mut unwatched), Err(StoreFault::Busy)));
    drop(second);
    vault.reopen().unwrap();

    vault.finish_rotation(&rotation, typed, now(), &mut unwatched).unwrap();
    keep(&mut vault, "note 3").unwrap();
    assert_eq!(kept(&vault), notes(4));
    assert_eq!(vault.check(&mut unwatched).unwrap().findings, []);
    vault.close().unwrap();
    let (new, old) = kits(&trial, &rotation);
    assert!(matches!(open(&trial.folder, &old, true), Err(StoreFault::WrongKey)));
    for way in [new, passphrase(PASSPHRASE)] {
        let opened = open(&trial.folder, &way, false).unwrap();
        assert_eq!((kept(&opened.vault), opened.findings), (notes(4), vec![]));
    }
    // What was written before the change can still be brought back, by the new key alone.
    std::fs::remove_file(trial.folder.database()).unwrap();
    let opened = open(&trial.folder, &passphrase(PASSPHRASE), false).unwrap();
    assert_eq!(kept(&opened.vault), notes(4));
}

/// Cut off after each step, exactly one of the two kits opens the vault, with everything in it, and it can be changed
/// again.
#[test]
fn a_change_of_the_key_that_is_cut_off_leaves_one_way() {
    for steps in 0..=4 {
        let trial = Trial::with_notes(3);
        let mut vault = trial.open();
        let before = capture(&trial.folder, b"caught before").unwrap();
        let rotation = vault.begin_rotation(PASSPHRASE.into(), Cost::FLOOR).unwrap();
        let all: [fn(&mut Vault, &Rotation) -> Result<()>; 4] = [
            Vault::prepare_rotation,
            Vault::change_key,
            |vault, rotation| promote_next(&vault.folder, &rotation.slots),
            Vault::settle_in,
        ];
        for step in &all[..steps] {
            step(&mut vault, &rotation).unwrap();
        }
        drop(vault);
        let cut_off = capture(&trial.folder, b"caught meanwhile").unwrap();
        let (new, old) = kits(&trial, &rotation);
        let copy = trial.copy();
        let (opened_old, opened_new) = (opens(&trial, &old), opens(&trial, &new));
        assert_eq!((opened_old, opened_new), (steps < 2, steps >= 2), "after step {steps}");
        // In the other order as well, and with the passphrase, which both slot files know.
        let (opened_new, opened_old) = (opens(&copy, &new), opens(&copy, &old));
        assert_eq!((opened_old, opened_new), (steps < 2, steps >= 2), "after step {steps}");
        assert!(opens(&trial, &passphrase(PASSPHRASE)));
        let mut vault = open(&trial.folder, &passphrase(PASSPHRASE), false).unwrap().vault;
        assert!(!trial.folder.slots_next().exists());
        assert_eq!(vault.check(&mut unwatched).unwrap().findings, []);
        let after = capture(&trial.folder, b"caught after").unwrap();
        let read = |vault: &Vault| {
            let captures = vault.captures().unwrap();
            [before, cut_off, after].map(|one| captures.read(one).map(|words| words.len()))
        };
        assert_eq!(read(&vault), [Some(13), Some(16), Some(12)], "after step {steps}");
        let again = vault.begin_rotation(PASSPHRASE.into(), Cost::FLOOR).unwrap();
        let (groups, [one, other]) = (again.groups(), again.ask());
        vault.finish_rotation(&again, [&groups[one], &groups[other]], now(), &mut unwatched).unwrap();
        assert_eq!(read(&vault), [Some(13), Some(16), Some(12)], "after step {steps} and another change");
    }
}
