//! The one-file backup: a banner, the slot file, the database, and a MAC over all of it.
//!
//! All numbers big endian:
//!
//! ```text
//! INGLENOOK BACKUP 1 and a line feed
//! length of the slot file  u32
//! slot file                so the backup can be opened by itself
//! length of the database   u64
//! database                 encrypted as it is
//! MAC                      HMAC-SHA256 under the BackupKey over everything before
//! ```
//!
//! The database may be larger than memory, so this module reads and writes only what stands before it; the
//! caller copies the database and feeds every byte of the file, header first, to a [`BackupMac`]. To read:
//! parse the header, open its slot file, derive the key, feed everything, and [`verify`](BackupMac::verify)
//! before using any of it. The file has exactly [`BackupHeader::file_bytes`] bytes; a longer or shorter one
//! is damaged.

use thiserror::Error;

use crate::{
    banner::{Banner, FirstLine},
    key::BackupKey,
    mac::{MAC_BYTES, Mac, is_same_mac},
    slots,
};

const BANNER: Banner = Banner { kind: "INGLENOOK BACKUP ", version: 1 };

/// Why some bytes cannot be read as a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BackupUnread {
    /// Not a backup of Inglenook.
    #[error("This file is not an Inglenook backup.")]
    NotABackup,
    /// A backup of a later version.
    #[error("This backup was made by a newer Inglenook (format {version}). Update Inglenook to open it.")]
    FromTheFuture {
        /// The version of its format.
        version: u32,
    },
    /// The bytes end inside the header. [`BackupHeader::MOST_BYTES`] bytes are always enough.
    #[error("This backup is incomplete. Use another one.")]
    Short,
    /// The content was changed or cut since the backup was made, or it was made under another key.
    #[error("This backup is damaged. Use another one.")]
    Damaged,
}

/// Everything of a backup that stands before its database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupHeader {
    /// The slot file, as [`slots::SlotFile::encode`] gives it.
    pub slots: Vec<u8>,
    /// Length of the database in bytes.
    pub database_bytes: u64,
}

impl BackupHeader {
    /// No header is longer than this, in bytes.
    pub const MOST_BYTES: usize = 64 + slots::MOST_BYTES;

    /// The bytes that the file begins with.
    pub fn encode(&self) -> Result<Vec<u8>, BackupUnread> {
        if self.slots.len() > slots::MOST_BYTES || self.file_bytes().is_none() {
            return Err(BackupUnread::Damaged);
        }
        let mut bytes = BANNER.line().into_bytes();
        bytes.extend_from_slice(&(self.slots.len() as u32).to_be_bytes());
        bytes.extend_from_slice(&self.slots);
        bytes.extend_from_slice(&self.database_bytes.to_be_bytes());
        Ok(bytes)
    }

    /// Reads the header from the beginning of a file, and how many bytes it takes: the database follows.
    pub fn parse(beginning: &[u8]) -> Result<(Self, usize), BackupUnread> {
        let behind_banner = match BANNER.read(beginning) {
            FirstLine::Known(rest) => rest,
            FirstLine::Newer(version) => return Err(BackupUnread::FromTheFuture { version }),
            FirstLine::Short => return Err(BackupUnread::Short),
            FirstLine::Foreign => return Err(BackupUnread::NotABackup),
        };
        let (length, rest) = behind_banner.split_first_chunk().ok_or(BackupUnread::Short)?;
        let slots_bytes = u32::from_be_bytes(*length) as usize;
        if slots_bytes > slots::MOST_BYTES {
            return Err(BackupUnread::Damaged);
        }
        let (slots, rest) = rest.split_at_checked(slots_bytes).ok_or(BackupUnread::Short)?;
        let (length, rest) = rest.split_first_chunk().ok_or(BackupUnread::Short)?;
        let header = Self { slots: slots.to_vec(), database_bytes: u64::from_be_bytes(*length) };
        header.file_bytes().ok_or(BackupUnread::Damaged)?;
        Ok((header, beginning.len() - rest.len()))
    }

    /// Length of the whole file in bytes, with header, database and MAC. `None` if there can be no such file.
    pub fn file_bytes(&self) -> Option<u64> {
        let around = BANNER.line().len() + 4 + self.slots.len() + 8 + MAC_BYTES;
        self.database_bytes.checked_add(around as u64)
    }
}

/// The MAC of a backup under way. Feed it every byte of the file in order, from the banner to the end of the
/// database.
pub struct BackupMac(Mac);

impl BackupMac {
    /// Length of the MAC at the end of the file in bytes.
    pub const BYTES: usize = MAC_BYTES;

    /// Begins the MAC of one backup.
    pub fn start(key: &BackupKey) -> Self {
        Self(Mac::start(&key.0))
    }

    /// Adds the next bytes of the file. Where the pieces are cut makes no difference.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The MAC to write at the end of the file.
    pub fn finish(self) -> [u8; MAC_BYTES] {
        self.0.finish()
    }

    /// Compares with the MAC that stands at the end of a file.
    pub fn verify(self, stands: &[u8; MAC_BYTES]) -> Result<(), BackupUnread> {
        if is_same_mac(&self.finish(), stands) { Ok(()) } else { Err(BackupUnread::Damaged) }
    }
}

#[cfg(test)]
mod tests;
