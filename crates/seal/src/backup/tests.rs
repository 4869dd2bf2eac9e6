#![allow(clippy::unwrap_used)]
use proptest::prelude::*;

use super::*;
use crate::key::VaultKey;

fn header() -> BackupHeader {
    BackupHeader { slots: b"the slot file".to_vec(), database_bytes: 12 }
}

/// A whole file as a caller writes it.
fn file(key: &BackupKey) -> Vec<u8> {
    let mut file = header().encode().unwrap();
    file.extend_from_slice(b"the database");
    let mut mac = BackupMac::start(key);
    mac.update(&file);
    file.extend(mac.finish());
    file
}

/// Checks a whole file as a caller reads it, in pieces of `piece` bytes.
fn verify(key: &BackupKey, file: &[u8], piece: usize) -> Result<(), BackupUnread> {
    let (header, _) = BackupHeader::parse(file)?;
    if header.file_bytes() != Some(file.len() as u64) {
        return Err(BackupUnread::Damaged);
    }
    let (content, stands) = file.split_last_chunk().ok_or(BackupUnread::Short)?;
    let mut mac = BackupMac::start(key);
    content.chunks(piece).for_each(|piece| mac.update(piece));
    mac.verify(stands)
}

fn key() -> BackupKey {
    VaultKey::make_random().unwrap().derive_backup_key()
}

#[test]
fn a_header_comes_back() {
    let encoded = header().encode().unwrap();
    assert!(encoded.starts_with(b"INGLENOOK BACKUP 1\n\0\0\0\x0dthe slot file"));
    let mut longer = encoded.clone();
    longer.extend_from_slice(b"the database");
    assert_eq!(BackupHeader::parse(&longer), Ok((header(), encoded.len())));
}

#[test]
fn a_file_verifies_however_it_is_read() {
    let key = key();
    let file = file(&key);
    for piece in [1, 7, 4096] {
        assert_eq!(verify(&key, &file, piece), Ok(()));
    }
}

#[test]
fn every_flipped_bit_every_cut_and_any_addition_is_noticed() {
    let backup_key = key();
    let file = file(&backup_key);
    for bit in 0..8 * file.len() {
        let mut flipped = file.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert!(verify(&backup_key, &flipped, 4096).is_err(), "bit {bit}");
    }
    for end in 0..file.len() {
        assert!(verify(&backup_key, &file[..end], 4096).is_err(), "cut at {end}");
    }
    assert_eq!(verify(&backup_key, &[file.as_slice(), &[0]].concat(), 4096), Err(BackupUnread::Damaged));
    assert_eq!(verify(&key(), &file, 4096), Err(BackupUnread::Damaged));
}

#[test]
fn every_cut_inside_the_header_is_short() {
    let encoded = header().encode().unwrap();
    for end in 0..encoded.len() {
        assert_eq!(BackupHeader::parse(&encoded[..end]), Err(BackupUnread::Short), "cut at {end}");
    }
}

#[test]
fn foreign_and_newer_files_are_told_apart() {
    assert_eq!(BackupHeader::parse(b"SQLite format 3\0"), Err(BackupUnread::NotABackup));
    assert_eq!(BackupHeader::parse(b"INGLENOOK SLOTS 1\n"), Err(BackupUnread::NotABackup));
    let newer = BackupHeader::parse(b"INGLENOOK BACKUP 2\nanything");
    assert_eq!(newer, Err(BackupUnread::FromTheFuture { version: 2 }));
}

#[test]
fn lengths_that_cannot_be_are_damaged() {
    let mut bytes = b"INGLENOOK BACKUP 1\n".to_vec();
    bytes.extend((slots::MOST_BYTES as u32 + 1).to_be_bytes());
    assert_eq!(BackupHeader::parse(&bytes), Err(BackupUnread::Damaged));
    let endless = BackupHeader { slots: Vec::new(), database_bytes: u64::MAX };
    assert_eq!(endless.file_bytes(), None);
    assert_eq!(endless.encode(), Err(BackupUnread::Damaged));
    let overlong = BackupHeader { slots: vec![0; slots::MOST_BYTES + 1], database_bytes: 0 };
    assert_eq!(overlong.encode(), Err(BackupUnread::Damaged));
}

#[test]
fn the_longest_header_fits_its_bound() {
    let longest = BackupHeader { slots: vec![0; slots::MOST_BYTES], database_bytes: 1 << 40 };
    let encoded = longest.encode().unwrap();
    assert!(encoded.len() <= BackupHeader::MOST_BYTES);
    assert_eq!(BackupHeader::parse(&encoded), Ok((longest, encoded.len())));
}

proptest! {
    #[test]
    fn any_bytes_parse_to_what_encodes_to_them(
        tail in prop::collection::vec(any::<u8>(), 0..200),
        slots_bytes in 0_u32..40,
    ) {
        let mut bytes = b"INGLENOOK BACKUP 1\n".to_vec();
        bytes.extend(slots_bytes.to_be_bytes());
        bytes.extend(tail);
        let header_bytes = BANNER.line().len() + 4 + slots_bytes as usize + 8;
        match BackupHeader::parse(&bytes) {
            Ok((header, used)) => prop_assert_eq!(header.encode().unwrap(), &bytes[..used]),
            Err(BackupUnread::Short) => prop_assert!(bytes.len() < header_bytes),
            // A database so long that the length of the whole file cannot be told.
            Err(refusal) => {
                prop_assert_eq!(refusal, BackupUnread::Damaged);
                prop_assert_eq!(&bytes[header_bytes - 8..header_bytes - 2], &[255; 6]);
            }
        }
    }
}
