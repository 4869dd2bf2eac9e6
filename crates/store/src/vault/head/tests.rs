#![allow(clippy::unwrap_used)]
use seal::key::VaultKey;

use super::*;

fn position(seq: u64) -> Position {
    Position { seq, chain: [seq as u8; 32] }
}

fn open(folder: &Folder, key: &VaultKey) -> Head {
    Head::open(folder, key.derive_head_key()).unwrap()
}

#[test]
fn the_newest_mark_is_read_and_the_one_before_stays() {
    let room = tempfile::tempdir().unwrap();
    let (folder, key) = (Folder::at(room.path()), VaultKey::make_random().unwrap());
    let mut head = open(&folder, &key);
    assert_eq!(head.read().unwrap().mark, None);
    for seq in 1..6 {
        head.write(&position(seq), 100 * seq).unwrap();
        let mark = head.read().unwrap().mark.unwrap();
        assert_eq!((mark.seq, mark.journal_end), (seq, 100 * seq));
        assert!(mark.is_at(&chain(&position(seq))));
    }
    // A torn write of the newest leaves the one before.
    let newest = 1 - open(&folder, &key).read().unwrap().next_place;
    let mut bytes = std::fs::read(folder.head()).unwrap();
    bytes[newest * MARK_BYTES + 20] ^= 1;
    std::fs::write(folder.head(), bytes).unwrap();
    let torn = open(&folder, &key).read().unwrap();
    assert_eq!((torn.mark.unwrap().seq, torn.damaged), (4, 1));
}

#[test]
fn a_head_that_is_short_is_damaged_and_one_that_is_missing_is_not() {
    let room = tempfile::tempdir().unwrap();
    let (folder, key) = (Folder::at(room.path()), VaultKey::make_random().unwrap());
    assert_eq!(open(&folder, &key).read().unwrap().damaged, 0);
    open(&folder, &key).write_anew(&position(3), 9).unwrap();
    // Of the last one eight bytes are gone: a single one is zero by chance once in 256 keys, and then nothing is missing.
    for length in [1, 47, 48, 88] {
        let bytes = std::fs::read(folder.head()).unwrap();
        std::fs::write(folder.head(), &bytes[..length]).unwrap();
        assert!(open(&folder, &key).read().unwrap().damaged > 0, "{length} bytes");
        open(&folder, &key).write_anew(&position(3), 9).unwrap();
    }
    assert_eq!(open(&folder, &key).read().unwrap().damaged, 0);
}

#[test]
fn one_handle_alone_keeps_others_out_and_any_other_prevents_it() {
    let room = tempfile::tempdir().unwrap();
    let (folder, key) = (Folder::at(room.path()), VaultKey::make_random().unwrap());
    let head = open(&folder, &key);
    head.alone().unwrap();
    head.together().unwrap();
    let other = open(&folder, &key);
    assert!(matches!(head.alone(), Err(StoreFault::Busy)));
    head.together().unwrap();
    drop(other);
    head.alone().unwrap();
}
