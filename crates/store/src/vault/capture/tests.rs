#![allow(clippy::unwrap_used)]
use std::os::unix::fs::{PermissionsExt, symlink};
use std::time::{Duration, SystemTime};

use chrono::Utc;
use seal::passphrase::Cost;

use super::*;
use crate::vault::backup::unwatched;
use crate::vault::rotate::Rotation;
use crate::vault::trial::{PASSPHRASE, Trial, flip};
use crate::vault::{Severity, Vault, Way, open};

const WORDS: &[u8] = b"Maya Okafor stayed calm while the tills were down";

fn caught(vault: &Vault) -> Vec<Vec<u8>> {
    let captures = vault.captures().unwrap();
    let list = captures.list().unwrap();
    list.iter().map(|one| captures.read(one.id.unwrap()).unwrap().to_vec()).collect()
}

fn mode(path: &std::path::Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// Everything in the folder of a vault, with the names of the files.
fn all_bytes(path: &std::path::Path) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in fs::read_dir(path).unwrap() {
        let path = entry.unwrap().path();
        all.extend_from_slice(path.to_string_lossy().as_bytes());
        all.extend(if path.is_dir() { all_bytes(&path) } else { fs::read(&path).unwrap() });
    }
    all
}

/// The same text as programs tend to write it down.
fn encodings(text: &str) -> Vec<Vec<u8>> {
    let wide = |endian: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(endian).collect::<Vec<u8>>();
    let hexadecimal: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
    vec![
        text.as_bytes().to_vec(),
        text.bytes().rev().collect(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        hexadecimal.to_uppercase().into_bytes(),
        hexadecimal.into_bytes(),
    ]
}

#[test]
fn what_is_caught_while_locked_shows_nowhere_and_is_read_once_the_vault_is_open() {
    let trial = Trial::new();
    let first = capture(&trial.folder, WORDS).unwrap();
    let second = capture(&trial.folder, b"").unwrap();
    let all = all_bytes(trial.folder.path());
    for text in ["Maya Okafor", "Okafor stayed", "tills were down"] {
        for encoded in encodings(text) {
            assert!(!all.windows(encoded.len()).any(|part| part == encoded), "{text} shows");
        }
    }
    assert_eq!(mode(&trial.folder.captures()), 0o700);
    for name in [first, second] {
        assert_eq!(mode(&trial.folder.captures().join(name.to_string())), 0o600);
    }
    assert_eq!(mode(&trial.folder.capture_key()), 0o600);
    let vault = trial.open();
    assert_eq!(caught(&vault), [WORDS, b""]);
    let captures = vault.captures().unwrap();
    captures.remove(&[first]).unwrap();
    assert_eq!(caught(&vault), [b""]);
    captures.remove(&[first, second]).unwrap();
    assert_eq!(captures.list().unwrap(), []);
}

#[test]
fn it_works_beside_an_open_vault_too() {
    let trial = Trial::new();
    let vault = trial.open();
    capture(&trial.folder, WORDS).unwrap();
    assert_eq!(caught(&vault), [WORDS]);
}

#[test]
fn another_vault_and_changed_files_read_nothing_and_nothing_is_thrown_away() {
    let trial = Trial::new();
    let room = crate::vault::trial::room();
    let other = Folder::at(room.path().join("other"));
    let (other_vault, _) = crate::vault::trial::create(&other);
    let name = capture(&other, WORDS).unwrap();
    let there = other.captures().join(name.to_string());
    make_private_dir(&trial.folder.captures()).unwrap();
    let here = trial.folder.captures().join(name.to_string());
    fs::copy(&there, &here).unwrap();
    let vault = trial.open();
    let captures = vault.captures().unwrap();
    assert_eq!(captures.list().unwrap(), [Caught { file: name.to_string(), id: Some(name) }]);
    assert!(captures.read(name).is_none() && here.exists(), "sealed to another vault");

    let captures = other_vault.captures().unwrap();
    let whole = fs::read(&there).unwrap();
    for at in 0..whole.len() {
        flip(&there, at);
        assert!(captures.read(name).is_none(), "byte {at}");
        flip(&there, at);
    }
    for length in [0, 1, 20, 51, 52, 67, whole.len() - 1] {
        fs::write(&there, &whole[..length]).unwrap();
        assert!(captures.read(name).is_none(), "cut at {length}");
    }
    fs::write(&there, vec![0; MOST_BYTES + 70_000]).unwrap();
    assert!(captures.read(name).is_none(), "too long");
    fs::write(&there, &whole).unwrap();
    assert_eq!(captures.read(name).unwrap().as_slice(), WORDS);
    let elsewhere = NoteId::make().record();
    fs::rename(&there, other.captures().join(elsewhere.to_string())).unwrap();
    assert!(captures.read(elsewhere).is_none(), "under a name it was not caught by");
}

#[test]
fn what_else_lies_there_is_named_and_left_alone() {
    let trial = Trial::new();
    let real = capture(&trial.folder, WORDS).unwrap();
    let place = trial.folder.captures();
    for name in ["a letter.txt", "01930000-0000-7000-8000-00000000000A"] {
        fs::write(place.join(name), b"x").unwrap();
    }
    let link = capture(&trial.folder, WORDS).unwrap();
    let (linked, elsewhere) = (place.join(link.to_string()), trial.room.path().join("elsewhere"));
    fs::rename(&linked, &elsewhere).unwrap();
    symlink(&elsewhere, &linked).unwrap();
    let folder = NoteId::make().record();
    fs::create_dir(place.join(folder.to_string())).unwrap();
    let (old, fresh) = (place.join("old.tmp"), place.join("fresh.tmp"));
    for path in [&old, &fresh] {
        fs::write(path, b"x").unwrap();
    }
    let days_ago = SystemTime::now() - Duration::from_secs(2 * 24 * 60 * 60);
    fs::File::options().write(true).open(&old).unwrap().set_modified(days_ago).unwrap();
    let vault = trial.open();
    let captures = vault.captures().unwrap();
    let ids: Vec<_> = captures.list().unwrap().into_iter().map(|one| one.id).collect();
    assert_eq!(ids, [Some(real), Some(link), Some(folder), None, None]);
    assert!(captures.read(folder).is_none() && captures.read(link).is_none());
    captures.remove_unfinished(Utc::now()).unwrap();
    assert_eq!((old.exists(), fresh.exists()), (false, true));
}

#[test]
fn what_cannot_be_kept_is_refused_and_takes_nothing_away() {
    let trial = Trial::new();
    let nowhere = Folder::at(trial.room.path().join("nowhere"));
    assert!(matches!(capture(&nowhere, WORDS), Err(StoreFault::NotAVault)));
    assert!(!nowhere.path().exists());
    let rule = |result: Result<RecordId>| match result {
        Err(StoreFault::Refused(refusal)) => refusal.rule,
        other => panic!("{other:?}"),
    };
    capture(&trial.folder, WORDS).unwrap();
    assert_eq!(rule(capture(&trial.folder, &vec![b'x'; seal::capture::MOST_WORDS + 1])), "capture.too_long");
    capture(&trial.folder, &vec![b'x'; seal::capture::MOST_WORDS]).unwrap();
    for n in 2..MOST_WAITING {
        fs::write(trial.folder.captures().join(n.to_string()), b"").unwrap();
    }
    assert_eq!(rule(capture(&trial.folder, WORDS)), "capture.full");
    let vault = trial.open();
    assert_eq!(vault.captures().unwrap().list().unwrap().len(), MOST_WAITING);
}

/// The place cannot be written to: what waits elsewhere stays, and the person hears of it.
#[test]
fn a_place_that_takes_nothing_says_so_and_loses_nothing() {
    let trial = Trial::new();
    capture(&trial.folder, WORDS).unwrap();
    let (place, aside) = (trial.folder.captures(), trial.room.path().join("aside"));
    fs::rename(&place, &aside).unwrap();
    fs::write(&place, b"a file").unwrap();
    assert!(matches!(capture(&trial.folder, WORDS), Err(StoreFault::Machine { .. })));
    fs::remove_file(&place).unwrap();
    fs::rename(&aside, &place).unwrap();
    assert_eq!(caught(&trial.open()), [WORDS]);
}

#[test]
fn the_key_file_is_made_anew_and_a_foreign_one_is_told() {
    let trial = Trial::new();
    let path = trial.folder.capture_key();
    let ours = fs::read(&path).unwrap();
    let refused = |why: &str| match capture(&trial.folder, WORDS) {
        Err(StoreFault::Refused(refusal)) => assert_eq!(refusal.rule, "capture.no_key", "{why}"),
        other => panic!("{why}: {other:?}"),
    };
    // A vault of before: nothing is said.
    fs::remove_file(&path).unwrap();
    refused("none");
    trial.open();
    assert_eq!(fs::read(&path).unwrap(), ours);
    for at in [0, 30, 60, ours.len() - 1] {
        flip(&path, at);
        refused("damaged");
        let opened = trial.try_open().unwrap();
        assert_eq!(opened.findings.iter().map(|one| one.severity).collect::<Vec<_>>(), [Severity::Mended]);
        assert_eq!(fs::read(&path).unwrap(), ours);
    }
    let stranger = VaultKey::make_random().unwrap().derive_capture_key();
    let vault = *CapturePublicKey::decode(&ours).unwrap().vault();
    fs::write(&path, CapturePublicKey::of(&stranger, [9; 16]).encode()).unwrap();
    refused("of another vault");
    for id in [vault, [9; 16]] {
        fs::write(&path, CapturePublicKey::of(&stranger, id).encode()).unwrap();
        let opened = trial.try_open().unwrap();
        assert_eq!(opened.findings.iter().map(|one| one.severity).collect::<Vec<_>>(), [Severity::Notice]);
        assert_eq!(fs::read(&path).unwrap(), ours);
    }
    trial.open();
}

fn rotate(vault: &mut Vault) -> Rotation {
    let rotation = vault.begin_rotation(PASSPHRASE.into(), Cost::FLOOR).unwrap();
    let (groups, [one, other]) = (rotation.groups(), rotation.ask());
    vault.finish_rotation(&rotation, [&groups[one], &groups[other]], Utc::now(), &mut unwatched).unwrap();
    rotation
}

#[test]
fn what_waits_is_still_read_after_changes_of_the_key() {
    let trial = Trial::new();
    let old_file = fs::read(trial.folder.capture_key()).unwrap();
    capture(&trial.folder, b"before").unwrap();
    let mut vault = trial.open();
    rotate(&mut vault);
    let new_file = fs::read(trial.folder.capture_key()).unwrap();
    assert_ne!(new_file, old_file);
    capture(&trial.folder, b"between").unwrap();
    rotate(&mut vault);
    assert_ne!(fs::read(trial.folder.capture_key()).unwrap(), new_file);
    // By somebody who had read the key before it was changed.
    fs::write(trial.folder.capture_key(), &old_file).unwrap();
    capture(&trial.folder, b"late").unwrap();
    assert_eq!(caught(&vault), [&b"before"[..], b"between", b"late"]);
    vault.close().unwrap();
    let opened = open(&trial.folder, &Way::passphrase(PASSPHRASE.into()), false).unwrap();
    assert_eq!(opened.findings, [], "an old key of its own is no stranger's");
    assert_eq!(caught(&opened.vault), [&b"before"[..], b"between", b"late"]);
    assert_ne!(fs::read(trial.folder.capture_key()).unwrap(), old_file);

    // A database that is rebuilt from its backup still has them.
    opened.vault.close().unwrap();
    fs::remove_file(trial.folder.database()).unwrap();
    let rebuilt = open(&trial.folder, &Way::passphrase(PASSPHRASE.into()), false).unwrap();
    assert_eq!(caught(&rebuilt.vault), [&b"before"[..], b"between", b"late"]);
}
