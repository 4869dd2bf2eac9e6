//! One bit is another: in every page, and in every byte of the small files.

use std::fs;

use chrono::Utc;
use store::StoreFault;
use store::vault::backup::restore;
use store::vault::{Folder, Way};

use crate::ground::*;

#[test]
fn every_flipped_bit_is_noticed_or_harmless_and_mended() {
    let room = room();
    let folder = Folder::at(room.path().join("vault"));
    let kit = create(&folder);
    let mut vault = by_kit(&folder, &kit).unwrap().vault;
    for n in 0..40 {
        keep(&mut vault, &format!("note {n} {}", "word ".repeat(50))).unwrap();
    }
    vault.backup_if_due(Utc::now(), &mut unwatched).unwrap().unwrap();
    keep(&mut vault, "after the backup").unwrap();
    let expected = kept(&vault);
    vault.close().unwrap();

    let place = Folder::at(room.path().join("flipped"));
    let mut chance = Chance::from(4);
    let length = |name: &str| fs::metadata(folder.path().join(name)).unwrap().len();
    let pages = (0..length("vault.db") / 4096).map(|page| ("vault.db", page * 4096 + chance.below(4096)));
    let small =
        ["slots", "head", "journal"].into_iter().flat_map(|name| (0..length(name)).map(move |at| (name, at)));
    let step = usize::try_from(100 / scaled(100).min(100)).unwrap().max(1);
    let places: Vec<_> =
        pages.chain(small.filter(|(name, at)| *name != "journal" || at % 64 == 0)).step_by(step).collect();
    for &(name, at) in &places {
        copy_folder(folder.path(), place.path());
        flip(&place.path().join(name), at, at);
        let context = format!("{name} byte {at}");
        match by_kit(&place, &kit) {
            Ok(opened) => {
                let mut vault = opened.vault;
                let checked = vault.check(&mut unwatched).unwrap();
                let noticed = !opened.findings.is_empty() || !checked.findings.is_empty();
                // One of two marks is enough, and the other is written anew without a word.
                assert!(noticed || name == "head", "{context} went unnoticed");
                if checked.broken {
                    vault = vault.repair(false).unwrap().vault;
                }
                assert_eq!(kept(&vault), expected, "{context}");
                is_sound(&mut vault);
            }
            // The first line now says another version: left alone, with the copy beside it.
            Err(StoreFault::FromTheFuture) => {
                assert_eq!(name, "slots", "{context}");
                fs::copy(place.backups().join("slots"), place.slots()).unwrap();
                assert_eq!(kept(&by_kit(&place, &kit).unwrap().vault), expected);
            }
            Err(fault) => panic!("{context}: {fault:?}"),
        }
        fs::remove_dir_all(place.path()).unwrap();
    }
    println!("{} places", places.len());
}

#[test]
fn a_backup_with_any_flipped_bit_is_refused() {
    let room = room();
    let folder = Folder::at(room.path().join("vault"));
    let kit = create(&folder);
    let mut vault = by_kit(&folder, &kit).unwrap().vault;
    keep(&mut vault, "a note").unwrap();
    let file = room.path().join("backup");
    vault.backup_to(&file, &mut unwatched).unwrap();
    let whole = fs::read(&file).unwrap();
    let to = Folder::at(room.path().join("restored"));
    let way = Way::kit(&kit).unwrap();
    // Every byte of what stands before the database, then one of each half kilobyte.
    let step = scaled(512).max(512);
    let places = (0..400).chain((400..whole.len() as u64).step_by(usize::try_from(step).unwrap()));
    for at in places.chain([whole.len() as u64 - 1]) {
        fs::write(&file, &whole).unwrap();
        flip(&file, at, at);
        assert!(restore(&file, &to, &way, &mut unwatched).is_err(), "byte {at} went unnoticed");
        assert!(!to.path().exists());
    }
    fs::write(&file, &whole).unwrap();
    assert_eq!(restore(&file, &to, &way, &mut unwatched).unwrap().records, 1);
}
