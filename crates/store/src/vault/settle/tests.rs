#![allow(clippy::unwrap_used, clippy::panic)]
use super::*;
use crate::vault::Vault;
use crate::vault::trial::{Trial, keep};

/// What the comparison says about a vault, with nothing mended before.
fn verdict(vault: &mut Vault) -> Verdict {
    settle(&mut vault.connection, &mut vault.journal, &mut vault.head).unwrap()
}

fn whole(vault: &mut Vault) -> Whole {
    match verdict(vault) {
        Verdict::Whole(whole) => whole,
        Verdict::Broken(why) => panic!("{why}"),
    }
}

#[test]
fn three_witnesses_that_agree_are_believed_without_reading_the_journal() {
    let trial = Trial::with_notes(4);
    let mut vault = trial.open();
    // A journal that is unreadable all through, and as long as the head says: it is not looked into.
    let length = vault.journal.len().unwrap();
    std::fs::write(trial.folder.journal(), vec![0; usize::try_from(length).unwrap()]).unwrap();
    let found = whole(&mut vault);
    assert_eq!((found.position.seq, found.mended, found.journal_was_lost), (4, 0, false));
}

#[test]
fn a_head_that_is_behind_is_no_alarm() {
    // A power cut loses what was not synced: the head of a moment before is found.
    let trial = Trial::with_notes(1);
    let head = std::fs::read(trial.folder.head()).unwrap();
    let mut vault = trial.open();
    for n in 1..4 {
        keep(&mut vault, &format!("note {n}")).unwrap();
    }
    std::fs::write(trial.folder.head(), head).unwrap();
    let found = whole(&mut vault);
    assert_eq!((found.position.seq, found.mended), (4, 0));
    assert!(!found.head_was_lost && !found.journal_was_lost);
}

#[test]
fn a_head_that_is_ahead_of_everything_is_a_loss() {
    let trial = Trial::with_notes(3);
    let mut vault = trial.open();
    let position = log::position(vault.read()).unwrap();
    let length = vault.journal.len().unwrap();
    vault.head.write_anew(&Position { seq: 5, ..position }, length).unwrap();
    assert!(matches!(verdict(&mut vault), Verdict::Broken(_)));
}

#[test]
fn the_same_number_with_another_chain_is_another_history() {
    let trial = Trial::with_notes(3);
    let mut vault = trial.open();
    let length = vault.journal.len().unwrap();
    for seq in [1, 2, 3] {
        vault.head.write_anew(&Position { seq, chain: [8; 32] }, length).unwrap();
        assert!(matches!(verdict(&mut vault), Verdict::Broken(_)), "{seq}");
    }
}

#[test]
fn a_chain_in_the_journal_that_differs_is_another_history() {
    let trial = Trial::with_notes(3);
    let mut vault = trial.open();
    let position = log::position(vault.read()).unwrap();
    std::fs::write(trial.folder.journal(), "").unwrap();
    let end = vault.journal.renew(&Position { seq: 3, chain: [8; 32] }).unwrap();
    vault.head.write_anew(&position, end + 1).unwrap();
    assert!(matches!(verdict(&mut vault), Verdict::Broken(_)));
}
