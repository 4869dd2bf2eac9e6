//! One backup as one file: slots and database, with a MAC over all of it.

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use seal::backup::{BackupHeader, BackupMac, BackupUnread};
use seal::key::VaultKey;
use zeroize::Zeroize;

use crate::fault::{Result, StoreFault};
use crate::vault::folder::{create_private, draft_of, remove_if_there, sync_dir};

/// How much is copied at a time.
const PIECE: usize = 64 * 1024;

/// Writes a backup beside `file`, reads it back, and only then puts it in place.
pub(crate) fn write(file: &Path, slots: &[u8], database: &Path, key: &VaultKey) -> Result<()> {
    let draft = draft_of(file);
    let written = fill(&draft, slots, database, key)
        .and_then(|()| verify(&draft, key))
        .and_then(|_| Ok(fs::rename(&draft, file)?));
    if written.is_err() {
        remove_if_there(&draft)?;
    }
    written?;
    sync_dir(file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new(".")))
}

fn fill(draft: &Path, slots: &[u8], database: &Path, key: &VaultKey) -> Result<()> {
    let mut from = File::open(database)?;
    let header = BackupHeader { slots: slots.to_vec(), database_bytes: from.metadata()?.len() };
    let header = header.encode()?;
    let mut mac = BackupMac::start(&key.derive_backup_key());
    let mut to = create_private(draft)?;
    mac.update(&header);
    to.write_all(&header)?;
    copy(&mut from, u64::MAX, |piece| {
        mac.update(piece);
        Ok(to.write_all(piece)?)
    })?;
    to.write_all(&mac.finish())?;
    to.sync_all()?;
    Ok(())
}

/// Reads the beginning of a backup: its slot file, and where the database begins.
pub(crate) fn header(file: &mut File) -> Result<(BackupHeader, u64)> {
    let mut beginning = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.take(BackupHeader::MOST_BYTES as u64).read_to_end(&mut beginning)?;
    let (header, used) = BackupHeader::parse(&beginning)?;
    if header.file_bytes() != Some(file.metadata()?.len()) {
        return Err(BackupUnread::Damaged.into());
    }
    Ok((header, used as u64))
}

/// Reads a backup from end to end and checks its MAC. Returns where its database stands: from, and how many bytes.
pub(crate) fn verify(path: &Path, key: &VaultKey) -> Result<(u64, u64)> {
    let mut file = File::open(path)?;
    let (header, from) = header(&mut file)?;
    let mut mac = BackupMac::start(&key.derive_backup_key());
    file.seek(SeekFrom::Start(0))?;
    copy(&mut file, from + header.database_bytes, |piece| {
        mac.update(piece);
        Ok(())
    })?;
    let mut stands = [0; BackupMac::BYTES];
    file.read_exact(&mut stands)?;
    mac.verify(&stands)?;
    Ok((from, header.database_bytes))
}

/// Copies the database out of a backup into a new file, once all of the backup was verified.
pub(crate) fn extract(path: &Path, key: &VaultKey, to: &Path) -> Result<()> {
    let (from, bytes) = verify(path, key)?;
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(from))?;
    let mut to = create_private(to)?;
    copy(&mut file, bytes, |piece| Ok(to.write_all(piece)?))?;
    to.sync_all()?;
    Ok(())
}

/// Hands at most `most` bytes of `from` to `piece`, in pieces. The file is encrypted; wiping the buffer costs nothing.
fn copy(from: &mut File, most: u64, mut piece: impl FnMut(&[u8]) -> Result<()>) -> Result<()> {
    let mut buffer = vec![0_u8; PIECE];
    let mut left = most;
    while left > 0 {
        let wanted = usize::try_from(left).unwrap_or(PIECE).min(PIECE);
        let read = from.read(&mut buffer[..wanted])?;
        if read == 0 {
            break;
        }
        piece(&buffer[..read])?;
        left -= read as u64;
    }
    buffer.zeroize();
    Ok(())
}

impl From<BackupUnread> for StoreFault {
    fn from(unread: BackupUnread) -> Self {
        match unread {
            BackupUnread::NotABackup => Self::NotAVault,
            BackupUnread::FromTheFuture { .. } => Self::FromTheFuture,
            BackupUnread::Short | BackupUnread::Damaged => Self::damaged(unread.to_string()),
        }
    }
}
