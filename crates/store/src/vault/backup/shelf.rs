//! The rolling backups: what they are called, which of them stay.
//!
//! `2026-11-22T161312Z.412.daily.inglenook`: when it was made, how many changes it holds, and why. The number decides
//! which is the newest, because clocks go wrong.

use std::collections::HashSet;
use std::fs::{self, File, TryLockError};
use std::path::PathBuf;

use chrono::{DateTime, Datelike, NaiveDateTime, Utc};

use crate::fault::Result;
use crate::vault::folder::{Folder, make_private_dir, remove_if_there, sync_dir};
use crate::vault::journal::patiently;

/// For how many days with a backup the newest of the day stays.
const DAYS: usize = 14;
/// For how many weeks with a backup the newest of the week stays.
const WEEKS: usize = 8;
/// How many backups from before a large change stay.
const BEFORE_CHANGES: usize = 3;
const ENDING: &str = "inglenook";
const STAMP: &str = "%Y-%m-%dT%H%M%SZ";

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Reason {
    /// It was time.
    Daily,
    /// Much is about to be imported.
    Import,
    /// The database is about to get a new shape.
    Migration,
    /// The key is about to be changed, or was.
    Rotation,
    /// The journal was lost, so the backup takes its place.
    Journal,
}

impl Reason {
    const ALL: [(Self, &str); 5] = [
        (Self::Daily, "daily"),
        (Self::Import, "import"),
        (Self::Migration, "migration"),
        (Self::Rotation, "rotation"),
        (Self::Journal, "journal"),
    ];

    fn word(self) -> &'static str {
        Self::ALL.iter().find(|(reason, _)| *reason == self).map_or("daily", |(_, word)| word)
    }
}

/// One backup, as its name describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shelved {
    pub(crate) path: PathBuf,
    pub(crate) at: NaiveDateTime,
    pub(crate) seq: u64,
    pub(crate) reason: Reason,
}

impl Shelved {
    /// Whether it was made on the day of `now`.
    pub(crate) fn is_of_day(&self, now: DateTime<Utc>) -> bool {
        self.at.date() == now.date_naive()
    }

    fn parse(path: PathBuf) -> Option<Self> {
        let name = path.file_name()?.to_str()?;
        let [stamp, seq, word, ENDING] = name.split('.').collect::<Vec<_>>()[..] else { return None };
        let at = NaiveDateTime::parse_from_str(stamp, STAMP).ok()?;
        let (reason, _) = Reason::ALL.into_iter().find(|(_, known)| *known == word)?;
        let seq = seq.parse().ok()?;
        Some(Self { path, at, seq, reason })
    }
}

/// Nobody else makes or clears away a backup while this is held.
pub(crate) struct Turn {
    _door: File,
}

/// The folder `backups` of a vault.
pub(crate) struct Shelf(PathBuf);

impl Shelf {
    pub(crate) fn of(folder: &Folder) -> Self {
        Self(folder.backups())
    }

    /// Waits until nobody else is at the shelf: two programs that make a backup at the same moment would write to the same
    /// file, and one would clear away what the other is writing.
    pub(crate) fn wait_for_turn(&self) -> Result<Turn> {
        let door = self.door()?;
        patiently(|| door.try_lock())?;
        Ok(Turn { _door: door })
    }

    /// The same without waiting; none when somebody else is at it.
    pub(crate) fn try_turn(&self) -> Result<Option<Turn>> {
        let door = self.door()?;
        match door.try_lock() {
            Ok(()) => Ok(Some(Turn { _door: door })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// What is locked: the folder itself, which is there and never replaced.
    fn door(&self) -> Result<File> {
        make_private_dir(&self.0)?;
        Ok(File::open(&self.0)?)
    }

    /// All backups, the newest first.
    pub(crate) fn all(&self) -> Result<Vec<Shelved>> {
        let entries = match fs::read_dir(&self.0) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error.into()),
        };
        let mut all = Vec::new();
        for entry in entries {
            all.extend(Shelved::parse(entry?.path()));
        }
        all.sort_by_key(|backup| std::cmp::Reverse((backup.seq, backup.at)));
        Ok(all)
    }

    /// The newest backup.
    pub(crate) fn newest(&self) -> Result<Option<Shelved>> {
        Ok(self.all()?.into_iter().next())
    }

    /// The file for a new backup, in a folder that exists.
    pub(crate) fn place_for(&self, now: DateTime<Utc>, seq: u64, reason: Reason) -> Result<PathBuf> {
        make_private_dir(&self.0)?;
        Ok(self.0.join(format!("{}.{seq}.{}.{ENDING}", now.format(STAMP), reason.word())))
    }

    /// Puts all backups aside under another ending, because the vault's key was changed and they have the old one.
    pub(crate) fn retire(&self) -> Result<()> {
        for backup in self.all()? {
            fs::rename(&backup.path, backup.path.with_extension(format!("old-key.{ENDING}")))?;
        }
        if self.0.is_dir() { sync_dir(&self.0) } else { Ok(()) }
    }

    /// Removes what nobody will miss, and leftovers of backups that were cut off.
    pub(crate) fn thin(&self) -> Result<()> {
        for backup in superfluous(self.all()?) {
            remove_if_there(&backup.path)?;
        }
        for entry in fs::read_dir(&self.0)? {
            let path = entry?.path();
            if path.to_str().is_some_and(|name| name.ends_with(".inglenook.tmp")) {
                remove_if_there(&path)?;
            }
        }
        Ok(())
    }
}

/// Which backups go. `all` is sorted, the newest first; the two newest always stay, because the journals lead on from
/// them.
fn superfluous(all: Vec<Shelved>) -> Vec<Shelved> {
    let (mut days, mut weeks) = (HashSet::new(), HashSet::new());
    let mut before_changes = 0;
    let stays = move |place: usize, backup: &Shelved| {
        let day = backup.at.date();
        let new_day = days.len() < DAYS && days.insert(day);
        let new_week = weeks.len() < WEEKS && weeks.insert((day.iso_week().year(), day.iso_week().week()));
        let before_change = backup.reason != Reason::Daily && before_changes < BEFORE_CHANGES;
        before_changes += usize::from(before_change);
        place < 2 || new_day || new_week || before_change
    };
    let mut stays = stays;
    all.into_iter()
        .enumerate()
        .filter(|(place, backup)| !stays(*place, backup))
        .map(|(_, backup)| backup)
        .collect()
}

#[cfg(test)]
mod tests;
