//! What a workbook says of its own size, before anything of it is unpacked.
//!
//! A workbook is a ZIP archive: packed files, then a list of them, then where the list stands. What unpacks them holds
//! every file to the size that this list gives (`zip` fails as soon as more comes out), so that the sum of the list bounds
//! what is streamed as well.

use super::source::{LARGEST, too_large};
use crate::{PaperFault, Place};

/// `PK\x05\x06`: the end of the archive, 22 bytes and a comment.
const END: [u8; 4] = *b"PK\x05\x06";
/// `PK\x01\x02`: an entry of the list, 46 bytes, a name, extra fields and a comment.
const ENTRY: [u8; 4] = *b"PK\x01\x02";
/// The most files of a workbook.
const FILES: usize = 10_000;

/// Refuses an archive that would be larger than [`LARGEST`] unpacked, and one whose list cannot be told from another.
pub(super) fn check_sizes(bytes: &[u8]) -> Result<(), PaperFault> {
    let sizes = sizes(bytes).ok_or_else(not_a_workbook)?;
    let all = sizes.iter().try_fold(0_u64, |all, size| all.checked_add(*size));
    if all.is_some_and(|all| all <= LARGEST as u64) { Ok(()) } else { Err(too_large()) }
}

/// This is no workbook that can be read.
pub(super) fn not_a_workbook() -> PaperFault {
    PaperFault::unreadable(
        Place::default(),
        "This is not a workbook that can be read.",
        "Open it in the spreadsheet and save it as XLSX, without a password, or as CSV UTF-8.",
    )
}

/// The unpacked sizes in the list; none where there is no such list, or more than one that could be meant.
fn sizes(bytes: &[u8]) -> Option<Vec<u64>> {
    let from = bytes.len().saturating_sub(22 + usize::from(u16::MAX));
    let mut ends = (from..bytes.len()).filter(|at| bytes[*at..].starts_with(&END));
    let end = ends.next()?;
    let comment = usize::from(u16_at(bytes, end + 20)?);
    if ends.next().is_some() || end + 22 + comment != bytes.len() {
        return None;
    }
    let count = usize::from(u16_at(bytes, end + 10)?);
    let size = usize::try_from(u32_at(bytes, end + 12)?).ok()?;
    let mut at = usize::try_from(u32_at(bytes, end + 16)?).ok()?;
    // The list ends where its end begins. Anything between is the list of a 64-bit archive, which no sheet of this size needs.
    if at.checked_add(size)? != end || count > FILES {
        return None;
    }
    let mut sizes = Vec::with_capacity(count);
    for _ in 0..count {
        if !bytes.get(at..)?.starts_with(&ENTRY) {
            return None;
        }
        let unpacked = u32_at(bytes, at + 24)?;
        // All ones: the size stands elsewhere, and is more than four gigabytes.
        sizes.push(if unpacked == u32::MAX { u64::MAX } else { u64::from(unpacked) });
        let [name, extra, comment] = [28, 30, 32].map(|length| u16_at(bytes, at + length).map(usize::from));
        at += 46 + name? + extra? + comment?;
    }
    (at == end).then_some(sizes)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|two| u16::from_le_bytes(*two))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}
