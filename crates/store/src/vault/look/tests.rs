#![allow(clippy::unwrap_used)]
use std::fs;
use std::sync::atomic::{AtomicU32, Ordering};

use super::*;
use crate::vault::backup::unwatched;
use crate::vault::trial::{Trial, flip, keep};

/// What somebody or something does to a vault behind its back.
type Harm = fn(&Trial, &Vault);

fn moment(hours: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + 3_600 * hours, 0).unwrap()
}

fn grown() -> Trial {
    let trial = Trial::with_notes(3);
    let mut vault = trial.open();
    for n in 3..6 {
        keep(&mut vault, &format!("note {n}")).unwrap();
        vault.backup_if_due(moment(24 * n), &mut unwatched).unwrap().unwrap();
    }
    vault.close().unwrap();
    trial
}

fn sentences(vault: &Vault) -> Vec<String> {
    let findings = vault.look().unwrap().run(|| true).unwrap();
    assert!(findings.iter().all(|finding| finding.next.is_some()), "each names the next step: {findings:?}");
    findings.into_iter().map(|finding| finding.sentence).collect()
}

#[test]
fn what_a_check_would_name_is_named_and_nothing_else() {
    let whole = grown();
    assert_eq!(sentences(&whole.open()), Vec::<String>::new());
    let harms: [(Harm, &str); 5] = [
        (
            |_, vault| {
                let sql = "UPDATE note SET text = 'from outside' WHERE text = 'note 1'";
                vault.connection.execute(sql, []).unwrap();
            },
            "1 record is not as it was written last.",
        ),
        (
            |_, vault| {
                vault.connection.execute("UPDATE deed SET at = at + 1 WHERE seq = 2", []).unwrap();
            },
            "The history was changed at change 2.",
        ),
        (
            |trial, _| flip(&trial.folder.journal(), 60),
            "The journal is damaged. Nothing in the vault is lost.",
        ),
        (|trial, _| flip(&Shelf::of(&trial.folder).all().unwrap().pop().unwrap().path, 5_000), "The backup "),
        (
            |trial, _| {
                // Somewhere in the middle stands a page of records; the first pages were read by opening.
                let pages = fs::metadata(trial.folder.database()).unwrap().len() / 4096;
                for page in pages / 2..pages {
                    flip(&trial.folder.database(), usize::try_from(page * 4096 + 1000).unwrap());
                }
            },
            "",
        ),
    ];
    for (harm, said) in harms {
        let trial = whole.copy();
        let mut vault = trial.open();
        vault.idle().unwrap();
        harm(&trial, &vault);
        let found = sentences(&vault);
        assert!(found.first().is_some_and(|first| first.starts_with(said)), "{said}: {found:?}");
    }
}

#[test]
fn whoever_writes_meanwhile_neither_waits_nor_is_mistaken_for_harm() {
    let trial = grown();
    let mut vault = trial.open();
    let look = vault.look().unwrap();
    let (asked, wrote) = (Arc::new(AtomicU32::new(0)), Arc::new(AtomicU32::new(0)));
    let (heard, written) = (Arc::clone(&asked), Arc::clone(&wrote));
    let looking = std::thread::spawn(move || {
        look.run(move || {
            // From inside the reading transaction on: it goes on once the other thread has written and rested.
            heard.fetch_add(1, Ordering::SeqCst);
            while written.load(Ordering::SeqCst) == 0 {
                std::thread::yield_now();
            }
            true
        })
    });
    while asked.load(Ordering::SeqCst) == 0 {
        std::thread::yield_now();
    }
    for n in 0..5 {
        keep(&mut vault, &format!("meanwhile {n}")).unwrap();
        vault.idle().unwrap();
    }
    assert!(vault.log_left, "a reader is in the log, and nobody waited for it");
    wrote.store(1, Ordering::SeqCst);
    assert_eq!(looking.join().unwrap().unwrap(), []);
    vault.idle().unwrap();
    assert!(!vault.log_left);
    assert_eq!(fs::metadata(trial.folder.database_log()).unwrap().len(), 0, "the next rest empties it");
}

#[test]
fn it_stops_when_told_and_cannot_write() {
    let trial = grown();
    let vault = trial.open();
    assert!(matches!(vault.look().unwrap().run(|| false), Err(StoreFault::Cancelled)));
    let look = vault.look().unwrap();
    assert!(look.connect().unwrap().execute("DELETE FROM note", []).is_err());
}

#[test]
fn a_look_counts_for_a_day_on_this_installation_and_leaves_no_trace_in_the_history() {
    let trial = grown();
    let mut vault = trial.open();
    let before = log::position(vault.read()).unwrap();
    assert!(vault.look_is_due(moment(0)).unwrap());
    vault.note_look(moment(0)).unwrap();
    for (hours, due) in [(0, false), (23, false), (24, true), (-1, true)] {
        assert_eq!(vault.look_is_due(moment(hours)).unwrap(), due, "{hours} hours later");
    }
    assert_eq!(log::position(vault.read()).unwrap(), before);
    vault.close().unwrap();
    let mut vault = trial.open();
    assert!(!vault.look_is_due(moment(1)).unwrap(), "from opening to opening");
    assert_eq!(vault.check(&mut unwatched).unwrap().findings, []);
    vault.hand.device = domain::DeviceId::make();
    assert!(vault.look_is_due(moment(1)).unwrap(), "another machine has another disk");
}
