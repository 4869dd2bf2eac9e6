//! The bytes of attached files: in pieces, inside the encrypted file, found by what they are.
//!
//! Pieces stay when an attachment is removed, so that the removal can be undone, and the same file attached twice is
//! kept once. They also travel in the journal, so that a repair brings files back like everything else.

use chrono::{DateTime, Utc};
use domain::{AttachmentId, RecordId, attachment::Attachment};
use seal::chain::sha256;

use crate::{
    fault::{Result, StoreFault},
    gate::Deed,
    noun::{self, Reading, collect},
};

/// The size of a piece; the last one of a file may be smaller.
pub const PIECE: usize = 64 * 1024;

/// Attaches a file to a record.
///
/// # Errors
/// The domain's refusals (name, size), and what writing can fail with.
pub fn add(
    deed: &mut Deed<'_>,
    record: RecordId,
    name: &str,
    content: &[u8],
    at: DateTime<Utc>,
) -> Result<AttachmentId> {
    let sha256 = sha256(content);
    let bytes = content.len() as u64;
    let attachment =
        Attachment { id: AttachmentId::make(), record, name: name.to_owned(), bytes, sha256, added_at: at };
    put(deed, &attachment, content)?;
    Ok(attachment.id)
}

/// Attaches a file that comes with its identifier, such as from a portable folder.
///
/// # Errors
/// The domain's refusals, [`StoreFault::Damaged`] when the bytes are not the ones that are described, and what writing
/// can fail with.
pub fn put(deed: &mut Deed<'_>, attachment: &Attachment, content: &[u8]) -> Result<()> {
    attachment.check()?;
    if content.len() as u64 != attachment.bytes || sha256(content) != attachment.sha256 {
        return Err(StoreFault::damaged("An attached file is not what it was when it was attached."));
    }
    for (n, piece) in (0..).zip(content.chunks(PIECE)) {
        deed.add_piece((attachment.sha256, n, piece.to_vec()))?;
    }
    deed.put(attachment)
}

/// The files kept with a record, oldest first.
///
/// # Errors
/// What reading can fail with.
pub fn of(read: &Reading, record: RecordId) -> Result<Vec<Attachment>> {
    collect(
        read,
        "SELECT id, record, name, bytes, sha256, added_at FROM attachment WHERE record = ? ORDER BY added_at, id",
        [record.as_bytes()],
        |row| noun::record_at(row, 0),
    )
}

/// The bytes of an attached file, as they were attached.
///
/// # Errors
/// [`StoreFault::Missing`] when there is no such file, [`StoreFault::Damaged`] when its bytes are not the ones that
/// were attached.
pub fn content(read: &Reading, id: AttachmentId) -> Result<Vec<u8>> {
    let attachment: Attachment = noun::get(read, id)?.ok_or(StoreFault::Missing)?;
    content_of(read, &attachment)
}

pub(crate) fn content_of(read: &Reading, attachment: &Attachment) -> Result<Vec<u8>> {
    let mut content = Vec::new();
    collect(
        read,
        "SELECT bytes FROM attachment_chunk WHERE sha256 = ? ORDER BY n",
        [attachment.sha256],
        |row| {
            content.extend_from_slice(row.get_ref(0)?.as_blob().map_err(|_| noun::misplaced())?);
            Ok(())
        },
    )?;
    if content.len() as u64 != attachment.bytes || sha256(&content) != attachment.sha256 {
        return Err(StoreFault::damaged("An attached file is not what it was when it was attached."));
    }
    Ok(content)
}

#[cfg(test)]
mod tests;
