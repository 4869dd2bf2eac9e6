#![allow(clippy::unwrap_used)]
use super::*;
use crate::vault::trial::{self, PASSPHRASE, Trial, keep, kept, room};
use crate::vault::{State, status};

fn begin(folder: &Folder) -> Creation {
    Creation::begin(folder, PASSPHRASE.into(), Cost::FLOOR).unwrap()
}

#[test]
fn a_vault_exists_only_once_the_kit_was_confirmed() {
    let room = room();
    let folder = Folder::at(room.path().join("vault"));
    let mut creation = begin(&folder);
    assert_eq!(creation.groups().len(), GROUPS);
    let [one, other] = creation.ask();
    assert!(one < other && other < GROUPS);
    let groups = creation.groups();

    for typed in [["0000", &*groups[other]], [&groups[one], "0000"], [&groups[other], &groups[one]], ["", ""]]
    {
        let refused = creation.confirm(typed, |_| Ok(())).unwrap_err();
        assert!(matches!(refused, StoreFault::Refused(refusal) if refusal.rule == "vault.kit_groups"));
        assert!(!folder.path().exists());
        assert_eq!(status(&folder).unwrap().state, State::Absent);
    }

    let first = |vault: &mut Vault| keep(vault, "the first of all");
    let mut vault = creation.confirm([&groups[one], &groups[other]], first).unwrap();
    assert_eq!(status(&folder).unwrap().state, State::Locked);
    assert!(!folder.under_construction().path().exists());
    assert_eq!(kept(&vault), ["the first of all".to_owned()].into());
    keep(&mut vault, "the second").unwrap();
    vault.close().unwrap();
    assert!(matches!(
        creation.confirm([&groups[one], &groups[other]], |_| Ok(())),
        Err(StoreFault::AlreadyExists)
    ));

    for way in [Way::kit(&groups.join("-")).unwrap(), Way::passphrase(PASSPHRASE.into())] {
        let opened = open(&folder, &way, false).unwrap();
        assert_eq!(opened.findings, []);
        assert_eq!(kept(&opened.vault).len(), 2);
    }
}

#[test]
fn a_ceremony_that_is_given_up_leaves_nothing() {
    let room = room();
    let folder = Folder::at(room.path().join("vault"));
    drop(begin(&folder));
    assert_eq!(fs::read_dir(room.path()).unwrap().count(), 0);
}

#[test]
fn a_ceremony_that_was_cut_off_is_cleared_away() {
    let room = room();
    let folder = Folder::at(room.path().join("vault"));
    std::mem::forget(begin(&folder));
    assert!(folder.under_construction().path().exists());
    let (vault, _) = trial::create(&folder);
    assert_eq!(kept(&vault).len(), 0);
    assert!(!folder.under_construction().path().exists());
}

#[test]
fn what_stands_in_the_way_is_left_alone() {
    let trial = Trial::with_notes(1);
    let again = Creation::begin(&trial.folder, PASSPHRASE.into(), Cost::FLOOR);
    assert!(matches!(again, Err(StoreFault::AlreadyExists)));

    let other = Folder::at(trial.room.path().join("other"));
    fs::create_dir(other.under_construction().path()).unwrap();
    fs::write(other.under_construction().path().join("letter.txt"), "hello").unwrap();
    assert!(matches!(
        Creation::begin(&other, PASSPHRASE.into(), Cost::FLOOR),
        Err(StoreFault::AlreadyExists)
    ));
    assert!(other.under_construction().path().join("letter.txt").exists());

    // Something appears while the kit is being printed.
    let third = Folder::at(trial.room.path().join("third"));
    let mut creation = begin(&third);
    fs::create_dir(third.path()).unwrap();
    fs::write(third.path().join("letter.txt"), "hello").unwrap();
    let (groups, [one, other]) = (creation.groups(), creation.ask());
    assert!(matches!(
        creation.confirm([&groups[one], &groups[other]], |_| Ok(())),
        Err(StoreFault::AlreadyExists)
    ));
    assert!(third.path().join("letter.txt").exists());
}

#[test]
fn a_passphrase_that_can_be_guessed_makes_no_vault() {
    let room = room();
    for weak in ["short", "aaaaaaaaaaaaaaaaaaaa"] {
        let refused = Creation::begin(&Folder::at(room.path().join("vault")), weak.into(), Cost::FLOOR);
        assert!(
            matches!(refused, Err(StoreFault::Refused(refusal)) if refusal.rule == "vault.weak_passphrase")
        );
    }
    assert_eq!(fs::read_dir(room.path()).unwrap().count(), 0);
}

#[test]
fn the_groups_to_type_back_are_two_and_drawn() {
    let asked: std::collections::HashSet<_> = (0..300).map(|_| Kit::make().unwrap().ask()).collect();
    assert!(asked.iter().all(|[one, other]| one < other && *other < GROUPS));
    assert!(asked.len() > 20, "of 36 pairs only {} were ever drawn", asked.len());
}
