//! Something that was written is not there any more: a damaged log, an older page, an older file.

use std::fs;

use chrono::Utc;
use seal::passphrase::Cost;
use store::vault::{Folder, Severity};

use crate::ground::*;

/// How many notes come between the two moments.
const LATER: u32 = 8;

/// A vault at two moments, and what it holds at the second. The second has changes in its log.
struct Ground {
    _room: tempfile::TempDir,
    kit: String,
    earlier: Folder,
    later: Folder,
    /// The second moment, with everything moved into the database.
    at_rest: Folder,
    expected: std::collections::BTreeSet<String>,
}

fn ground() -> Ground {
    let room = room();
    let [vault, earlier, later, at_rest] =
        ["vault", "earlier", "later", "at rest"].map(|name| Folder::at(room.path().join(name)));
    let kit = create(&vault);
    let mut open = by_kit(&vault, &kit).unwrap().vault;
    for n in 0..60 {
        keep(&mut open, &format!("earlier {n}")).unwrap();
    }
    open.backup_if_due(Utc::now(), &mut unwatched).unwrap().unwrap();
    open.idle().unwrap();
    copy_folder(vault.path(), earlier.path());
    open.change_passphrase(
        PASSPHRASE.into(),
        "a lantern in the window".into(),
        Cost::FLOOR,
        Utc::now(),
        &mut unwatched,
    )
    .unwrap();
    // Few enough that the log is not folded into the database in between: what is flipped in it then matters.
    for n in 0..LATER {
        keep(&mut open, &format!("later {n}")).unwrap();
    }
    copy_folder(vault.path(), later.path());
    open.idle().unwrap();
    copy_folder(vault.path(), at_rest.path());
    let expected = kept(&open);
    Ground { _room: room, kit, earlier, later, at_rest, expected }
}

#[test]
fn whatever_was_lost_is_named_at_once_and_brought_back() {
    let ground = ground();
    let mut chance = Chance::from(5);
    let place = room();
    let cases = scaled(200);
    let (mut named, mut harmless) = (0, 0);
    for case in 0..cases {
        let kind = case % 8;
        let folder = Folder::at(place.path().join(format!("case {case}")));
        copy_folder(if kind < 4 { ground.later.path() } else { ground.at_rest.path() }, folder.path());
        let log = folder.database_log();
        let length = fs::metadata(&log).unwrap().len();
        match kind {
            0 | 1 => flip(&log, chance.below(length), chance.next()),
            2 => {
                fs::OpenOptions::new().write(true).open(&log).unwrap().set_len(chance.below(length)).unwrap()
            }
            3 => fs::remove_file(&log).unwrap(),
            // An older page in the place of a newer one.
            4 | 5 => {
                let (older, newer) =
                    (fs::read(ground.earlier.database()).unwrap(), fs::read(folder.database()).unwrap());
                let changed: Vec<_> = (0..older.len() / 4096)
                    .filter(|page| older[page * 4096..][..4096] != newer[page * 4096..][..4096])
                    .collect();
                let page = changed[usize::try_from(chance.below(changed.len() as u64)).unwrap()];
                let mut pasted = newer;
                pasted[page * 4096..][..4096].copy_from_slice(&older[page * 4096..][..4096]);
                fs::write(folder.database(), pasted).unwrap();
            }
            6 => drop(fs::copy(ground.earlier.database(), folder.database()).unwrap()),
            _ => drop(fs::copy(ground.earlier.slots(), folder.slots()).unwrap()),
        }
        let opened = by_kit(&folder, &ground.kit).unwrap_or_else(|fault| panic!("case {case}: {fault:?}"));
        let mut vault = opened.vault;
        assert!(opened.findings.iter().all(|finding| finding.severity != Severity::Lost), "case {case}");
        if opened.findings.is_empty() && (kind == 4 || kind == 5) {
            // Valid in itself: the check that runs in the background after opening finds it.
            let checked = vault.check(&mut unwatched).unwrap();
            if checked.broken {
                named += 1;
                vault = vault.repair(false).unwrap().vault;
            } else {
                harmless += 1;
            }
        } else if opened.findings.is_empty() {
            harmless += 1;
            assert!(kind < 3, "case {case} went unnoticed");
        } else {
            named += 1;
        }
        assert_eq!(kept(&vault), ground.expected, "case {case}");
        is_sound(&mut vault);
        drop(vault);
        // Once told and mended, there is nothing more to say.
        assert_eq!(by_kit(&folder, &ground.kit).unwrap().findings, [], "case {case}");
        fs::remove_dir_all(folder.path()).unwrap();
    }
    println!("{named} named, {harmless} proven harmless");
    assert!(named * 10 >= cases * 7, "only {named} of {cases} did any harm");
}
