#![allow(clippy::unwrap_used, clippy::panic)]
use proptest::prelude::*;

use super::*;
use crate::key::VaultKey;

fn key() -> JournalKey {
    VaultKey::make_random().unwrap().derive_journal_key()
}

/// The seq, the plaintext and the length of a frame that must be whole.
fn whole(key: &JournalKey, bytes: &[u8]) -> (u64, Vec<u8>, usize) {
    match open_frame(key, bytes) {
        FrameRead::Whole { seq, plaintext, used } => (seq, plaintext.to_vec(), used),
        other => panic!("expected a whole frame, got {other:?}"),
    }
}

#[test]
fn frames_are_read_one_after_the_other() {
    let key = key();
    let mut journal = seal_frame(&key, 1, b"first").unwrap();
    journal.extend(seal_frame(&key, 2, b"").unwrap());
    assert_eq!(whole(&key, &journal), (1, b"first".to_vec(), FRAME_OVERHEAD + 5));
    let rest = &journal[FRAME_OVERHEAD + 5..];
    assert_eq!(whole(&key, rest), (2, Vec::new(), FRAME_OVERHEAD));
    assert!(matches!(open_frame(&key, &rest[FRAME_OVERHEAD..]), FrameRead::Short));
}

#[test]
fn the_same_plaintext_never_looks_the_same() {
    let key = key();
    let (one, other) = (seal_frame(&key, 1, b"same").unwrap(), seal_frame(&key, 1, b"same").unwrap());
    assert_ne!(one[NONCE_AT..TEXT_AT], other[NONCE_AT..TEXT_AT]);
    assert_ne!(one[TEXT_AT..], other[TEXT_AT..]);
}

#[test]
fn every_cut_is_short() {
    let key = key();
    let frame = seal_frame(&key, 3, b"a deed").unwrap();
    for end in 0..frame.len() {
        assert!(matches!(open_frame(&key, &frame[..end]), FrameRead::Short), "cut at {end}");
    }
}

#[test]
fn every_flipped_bit_is_noticed() {
    let key = key();
    let frame = seal_frame(&key, 3, b"a deed").unwrap();
    for bit in 0..8 * frame.len() {
        let mut flipped = frame.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let read = open_frame(&key, &flipped);
        // A longer length may reach past the end; everything else is told apart from a cut.
        let grown = u32::from_be_bytes(*flipped.first_chunk().unwrap()) > 6;
        match read {
            FrameRead::Short => assert!(grown, "bit {bit} read as a cut"),
            FrameRead::Damaged => {}
            FrameRead::Whole { .. } => panic!("bit {bit} went unnoticed"),
        }
    }
}

#[test]
fn a_frame_belongs_to_its_deed_and_its_vault() {
    let journal_key = key();
    let mut frame = seal_frame(&journal_key, 3, b"a deed").unwrap();
    assert!(matches!(open_frame(&key(), &frame), FrameRead::Damaged));
    frame[SEQ_AT..NONCE_AT].copy_from_slice(&4_u64.to_be_bytes());
    assert!(matches!(open_frame(&journal_key, &frame), FrameRead::Damaged));
}

#[test]
fn a_hole_of_zeros_is_damaged() {
    assert!(matches!(open_frame(&key(), &[0; 4096]), FrameRead::Damaged));
}

#[test]
fn an_absurd_length_is_damaged_not_awaited() {
    let mut bytes = vec![0; 4096];
    bytes[..4].copy_from_slice(&(LONGEST_PLAINTEXT as u32 + 1).to_be_bytes());
    assert!(matches!(open_frame(&key(), &bytes), FrameRead::Damaged));
    bytes[..4].copy_from_slice(&(LONGEST_PLAINTEXT as u32).to_be_bytes());
    assert!(matches!(open_frame(&key(), &bytes), FrameRead::Short));
}

#[test]
fn a_plaintext_over_the_cap_is_refused() {
    // Zeros that are never touched take no memory.
    let too_long = vec![0; LONGEST_PLAINTEXT + 1];
    assert_eq!(seal_frame(&key(), 1, &too_long), Err(FrameNotSealed::TooLong));
}

#[test]
fn printing_a_frame_hides_its_content() {
    let key = key();
    let read = open_frame(&key, &seal_frame(&key, 5, b"about Ada").unwrap());
    assert_eq!(format!("{read:?}"), "Whole { seq: 5, used: 61, plaintext: hidden }");
}

proptest! {
    #[test]
    fn any_plaintext_comes_back(seq: u64, plaintext in prop::collection::vec(any::<u8>(), 0..2000)) {
        let key = key();
        let frame = seal_frame(&key, seq, &plaintext).unwrap();
        prop_assert_eq!(whole(&key, &frame), (seq, plaintext, frame.len()));
    }

    #[test]
    fn random_bytes_are_never_a_frame(bytes in prop::collection::vec(any::<u8>(), 0..400), small: bool) {
        let mut bytes = bytes;
        if small && bytes.len() > 4 {
            bytes[..2].fill(0); // a plausible length, so that the seal itself is asked
        }
        let is_whole = matches!(open_frame(&key(), &bytes), FrameRead::Whole { .. });
        prop_assert!(!is_whole);
    }
}
