//! The frames of the journal: each deed once more, sealed, appended before it is committed.
//!
//! One frame, all numbers big endian:
//!
//! ```text
//! length of the plaintext  u32
//! seq of the deed          u64
//! nonce                    24 bytes, random
//! ciphertext               as long as the plaintext
//! tag                      16 bytes
//! ```
//!
//! The seal covers the format's name, the seq and the length, so a frame cannot be moved to another deed, cut
//! or lengthened. It does not know its neighbours: that a frame is missing shows in the seqs, and that the
//! last ones are missing shows against the [head mark](crate::head).

use std::fmt;

use thiserror::Error;
use zeroize::Zeroizing;

use crate::{
    cipher::{NONCE_BYTES, TAG_BYTES, open_in_place, seal_in_place},
    key::JournalKey,
    random::{NoRandomness, fill_randomly},
};

/// The longest plaintext of one frame in bytes: 1 GiB.
pub const LONGEST_PLAINTEXT: usize = 1 << 30;
/// How many bytes a frame has beside its plaintext.
pub const FRAME_OVERHEAD: usize = TEXT_AT + TAG_BYTES;

const FORMAT: &[u8] = b"INGLENOOK JOURNAL 1\n";
const SEQ_AT: usize = 4;
const NONCE_AT: usize = 12;
const TEXT_AT: usize = NONCE_AT + NONCE_BYTES;

/// Why no frame was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum FrameNotSealed {
    /// The plaintext is longer than [`LONGEST_PLAINTEXT`].
    #[error("One change may hold at most 1 GiB. Split it into smaller ones.")]
    TooLong,
    /// No nonce could be drawn.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

/// What stands at the beginning of some bytes of a journal.
pub enum FrameRead {
    /// A genuine frame.
    Whole {
        /// Number of the deed.
        seq: u64,
        /// What was sealed. Wiped when dropped.
        plaintext: Zeroizing<Vec<u8>>,
        /// How many bytes the frame takes; the next one begins there.
        used: usize,
    },
    /// The bytes end before the frame does: a write that was cut off, or nothing at all. A changed length can
    /// look the same, so a frame that a head mark has acknowledged and that reads as short is damaged.
    Short,
    /// Not a frame of this journal, or changed since.
    Damaged,
}

impl fmt::Debug for FrameRead {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole { seq, used, .. } => {
                write!(formatter, "Whole {{ seq: {seq}, used: {used}, plaintext: hidden }}")
            }
            Self::Short => formatter.write_str("Short"),
            Self::Damaged => formatter.write_str("Damaged"),
        }
    }
}

/// Seals `plaintext` as the frame of deed `seq`.
pub fn seal_frame(key: &JournalKey, seq: u64, plaintext: &[u8]) -> Result<Vec<u8>, FrameNotSealed> {
    let length = u32::try_from(plaintext.len()).map_err(|_| FrameNotSealed::TooLong)?;
    if plaintext.len() > LONGEST_PLAINTEXT {
        return Err(FrameNotSealed::TooLong);
    }
    let mut nonce = [0; NONCE_BYTES];
    fill_randomly(&mut nonce)?;
    // Reserved in full first: a buffer that grew would leave pieces of plaintext behind.
    let mut frame = Vec::with_capacity(FRAME_OVERHEAD + plaintext.len());
    frame.extend_from_slice(&length.to_be_bytes());
    frame.extend_from_slice(&seq.to_be_bytes());
    frame.extend_from_slice(&nonce);
    frame.extend_from_slice(plaintext);
    let tag = seal_in_place(&key.0, &nonce, &belongs_to(seq, length), &mut frame[TEXT_AT..]);
    frame.extend_from_slice(&tag);
    Ok(frame)
}

/// Reads the frame that `bytes` begin with. Takes no more memory than the frame has.
pub fn open_frame(key: &JournalKey, bytes: &[u8]) -> FrameRead {
    let Some((length, seq, nonce)) = read_start(bytes) else { return FrameRead::Short };
    let text_end = TEXT_AT + length as usize;
    if length as usize > LONGEST_PLAINTEXT {
        return FrameRead::Damaged;
    }
    let Some(tag) = bytes.get(text_end..).and_then(|rest| rest.first_chunk()) else {
        return FrameRead::Short;
    };
    let mut plaintext = Zeroizing::new(bytes[TEXT_AT..text_end].to_vec());
    match open_in_place(&key.0, nonce, &belongs_to(seq, length), &mut plaintext, tag) {
        Ok(()) => FrameRead::Whole { seq, plaintext, used: text_end + TAG_BYTES },
        Err(_) => FrameRead::Damaged,
    }
}

/// Length of the plaintext, seq and nonce, if the bytes reach that far.
fn read_start(bytes: &[u8]) -> Option<(u32, u64, &[u8; NONCE_BYTES])> {
    let length = u32::from_be_bytes(*bytes.first_chunk()?);
    let seq = u64::from_be_bytes(*bytes.get(SEQ_AT..)?.first_chunk()?);
    Some((length, seq, bytes.get(NONCE_AT..)?.first_chunk()?))
}

/// What a frame's seal covers beside the plaintext.
fn belongs_to(seq: u64, length: u32) -> Vec<u8> {
    [FORMAT, &seq.to_be_bytes(), &length.to_be_bytes()].concat()
}

#[cfg(test)]
mod tests;
