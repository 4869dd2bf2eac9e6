//! Why the store could not do something, split by what the caller can do about it.

use chrono::{DateTime, Utc};
use domain::Refusal;
use rusqlite::ErrorCode;

/// The one error of this crate. A sentence never holds a record's content, a passphrase or a key.
#[derive(Debug, thiserror::Error)]
pub enum StoreFault {
    /// A rule said no. Change the request.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The passphrase, the recovery code or the keychain's secret does not open this vault. Try again.
    #[error("That does not open this vault.")]
    WrongKey,
    /// A newer Inglenook wrote this. Nothing was read further and nothing was changed. Update the program.
    #[error("This vault was written by a newer version of Inglenook. Nothing in it was changed.")]
    FromTheFuture,
    /// The folder or file holds no vault. Choose another.
    #[error("There is no vault here.")]
    NotAVault,
    /// The record does not exist, or no longer.
    #[error("That record is not in the vault.")]
    Missing,
    /// Something stands where a new file would go. Choose another place.
    #[error("Something is already there, and it was left alone.")]
    AlreadyExists,
    /// Another program, or another part of this one, is using the vault. Wait or close it.
    #[error("Another program is using this vault right now.")]
    Busy,
    /// What is stored is broken or older than it should be. Repair, or accept the named loss.
    #[error("{}", .0.sentence)]
    Damaged(Damage),
    /// The computer failed us: disk, permission, system. Mend that and open the vault again.
    #[error("{sentence}")]
    Machine {
        /// What kind of thing is in the way.
        kind: MachineKind,
        /// What happened, in one sentence.
        sentence: String,
    },
    /// The caller asked to stop, and everything is as before.
    #[error("Stopped. Nothing was changed.")]
    Cancelled,
}

/// What is known about something broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// How many acknowledged changes cannot be brought back; 0 when that is not known, or none is lost.
    pub missing_changes: u64,
    /// When the last change that is still there was made, if that can be read.
    pub since: Option<DateTime<Utc>>,
    /// What happened, in one sentence.
    pub sentence: String,
}

/// What kind of machine trouble it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MachineKind {
    /// No space is left.
    DiskFull,
    /// The disk or the folder can only be read.
    ReadOnly,
    /// This user may not touch the file.
    Permission,
    /// Anything else, such as a disk that returned an error.
    Other,
}

/// The result of everything in this crate.
pub type Result<T, E = StoreFault> = std::result::Result<T, E>;

impl StoreFault {
    /// What the person can do next.
    pub fn next(&self) -> Option<&str> {
        Some(match self {
            Self::Refused(refusal) => return refusal.next.as_deref(),
            Self::WrongKey => "Check it letter by letter and try again, or use the printed recovery kit.",
            Self::FromTheFuture => "Update Inglenook on this computer and open the vault again.",
            Self::NotAVault => "Choose the folder or the backup file of a vault.",
            Self::Missing => "Go back and look at the list again.",
            Self::AlreadyExists => "Choose a name or a folder that is still free.",
            Self::Busy => "Close the other program, or wait a moment, and try again.",
            Self::Damaged(_) => "Repair it from the backups. The damaged file is kept.",
            Self::Machine { kind, .. } => match kind {
                MachineKind::DiskFull => "Free some space on the disk and open the vault again.",
                MachineKind::ReadOnly => "Make the folder writable, or copy the vault to a disk that is.",
                MachineKind::Permission => "Sign in as the owner of the folder, or correct its permissions.",
                MachineKind::Other => "Open the vault again. If it happens twice, check the disk.",
            },
            Self::Cancelled => return None,
        })
    }

    /// Damage without a count.
    pub fn damaged(sentence: impl Into<String>) -> Self {
        Self::Damaged(Damage { missing_changes: 0, since: None, sentence: sentence.into() })
    }

    /// Trouble of the computer.
    pub(crate) fn machine(kind: MachineKind, sentence: impl Into<String>) -> Self {
        Self::Machine { kind, sentence: sentence.into() }
    }

    /// Whether the disk or the system failed, so that what reached the disk is uncertain.
    pub(crate) fn is_machine(&self) -> bool {
        matches!(self, Self::Machine { .. })
    }
}

impl From<rusqlite::Error> for StoreFault {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, _) = &error else {
            return match error {
                rusqlite::Error::QueryReturnedNoRows => Self::Missing,
                // Types that do not fit come from rows nobody of ours wrote.
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::Utf8Error(..) => {
                    Self::damaged("The vault holds a value that does not belong there.")
                }
                _ => Self::machine(MachineKind::Other, "The database was asked something it cannot answer."),
            };
        };
        match failure.code {
            ErrorCode::DiskFull => {
                Self::machine(MachineKind::DiskFull, "The disk is full. Nothing was saved.")
            }
            ErrorCode::ReadOnly => {
                Self::machine(MachineKind::ReadOnly, "The vault can only be read here. Nothing was saved.")
            }
            ErrorCode::PermissionDenied | ErrorCode::CannotOpen => {
                Self::machine(MachineKind::Permission, "A file of the vault could not be opened.")
            }
            // A page that SQLCipher cannot decrypt is reported as a lack of memory.
            ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt | ErrorCode::OutOfMemory => {
                Self::damaged("Part of the vault cannot be read any more.")
            }
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::OperationInterrupted => Self::Cancelled,
            _ => Self::machine(
                MachineKind::Other,
                format!(
                    "The disk or the database reported error {}. Nothing was saved.",
                    failure.extended_code
                ),
            ),
        }
    }
}

impl From<std::io::Error> for StoreFault {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        let (kind, what) = match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                (MachineKind::DiskFull, "The disk is full.")
            }
            ErrorKind::ReadOnlyFilesystem => (MachineKind::ReadOnly, "The disk can only be read."),
            ErrorKind::PermissionDenied => {
                (MachineKind::Permission, "A file of the vault may not be touched by this user.")
            }
            ErrorKind::AlreadyExists => return Self::AlreadyExists,
            _ => {
                let code =
                    error.raw_os_error().map_or_else(String::new, |code| format!(" (system error {code})"));
                return Self::machine(
                    MachineKind::Other,
                    format!("A file of the vault could not be read or written{code}."),
                );
            }
        };
        Self::machine(kind, what)
    }
}

impl From<seal::random::NoRandomness> for StoreFault {
    fn from(no_randomness: seal::random::NoRandomness) -> Self {
        Self::machine(MachineKind::Other, no_randomness.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::ffi;

    fn kind_of(fault: StoreFault) -> String {
        match fault {
            StoreFault::Machine { kind, .. } => format!("{kind:?}"),
            StoreFault::Damaged(_) => "Damaged".into(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn every_sqlite_failure_says_what_the_caller_can_do() {
        for (code, expected) in [
            (ffi::SQLITE_FULL, "DiskFull"),
            (ffi::SQLITE_READONLY, "ReadOnly"),
            (ffi::SQLITE_PERM, "Permission"),
            (ffi::SQLITE_CANTOPEN, "Permission"),
            (ffi::SQLITE_IOERR, "Other"),
            (ffi::SQLITE_IOERR_FSYNC, "Other"),
            (ffi::SQLITE_NOTADB, "Damaged"),
            (ffi::SQLITE_CORRUPT, "Damaged"),
            (ffi::SQLITE_NOMEM, "Damaged"),
            (ffi::SQLITE_BUSY, "Busy"),
            (ffi::SQLITE_BUSY_SNAPSHOT, "Busy"),
            (ffi::SQLITE_INTERRUPT, "Cancelled"),
        ] {
            let text = Some("UPDATE note SET text = 'what a note says'".to_owned());
            let fault = StoreFault::from(rusqlite::Error::SqliteFailure(ffi::Error::new(code), text));
            assert!(!fault.to_string().contains("note"), "{fault} repeats what it was given");
            assert!(fault.next().is_some() || matches!(fault, StoreFault::Cancelled));
            assert_eq!(kind_of(fault), expected, "code {code}");
        }
        assert_eq!(kind_of(rusqlite::Error::QueryReturnedNoRows.into()), "Missing");
    }

    #[test]
    fn every_io_failure_says_what_the_caller_can_do() {
        use std::io::{Error, ErrorKind};
        for (kind, expected) in [
            (ErrorKind::StorageFull, "DiskFull"),
            (ErrorKind::ReadOnlyFilesystem, "ReadOnly"),
            (ErrorKind::PermissionDenied, "Permission"),
            (ErrorKind::AlreadyExists, "AlreadyExists"),
            (ErrorKind::UnexpectedEof, "Other"),
        ] {
            let fault = StoreFault::from(Error::new(kind, "/home/somebody/a path"));
            assert!(!fault.to_string().contains("home"), "{fault} repeats a path");
            assert_eq!(kind_of(fault), expected, "{kind:?}");
        }
    }
}
