//! What stays while the vault is locked and opened: where it is, what time it is, who listens.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use store::vault::{Cost, Folder};

use super::{Hear, Jobs, UnsavedTexts};
use crate::clock::Clock;
use crate::mail::Reads;
use crate::settings::USUAL_LOCK_AFTER_MINUTES;

/// The house around the vault. It holds nothing of what is in it.
pub struct House {
    folder: Folder,
    clock: Clock,
    cost: Cost,
    /// Who hears what happens by itself.
    pub hear: Hear,
    /// The long calls under way.
    pub jobs: Jobs,
    unsaved: UnsavedTexts,
    /// How long a lock waits for whoever writes to hand over what is not saved.
    patience: Duration,
    stays: AtomicBool,
    wrote: AtomicBool,
    lock_after_minutes: AtomicU32,
    last_stir: Mutex<DateTime<Utc>>,
    /// How messages are read.
    reads: Mutex<Reads>,
}

impl House {
    /// The house around the vault in `folder`.
    pub fn around(folder: PathBuf, clock: Clock, cost: Cost, patience: Duration, hear: Hear) -> Self {
        Self {
            folder: Folder::at(folder),
            last_stir: Mutex::new(clock.now()),
            clock,
            cost,
            hear,
            jobs: Jobs::default(),
            unsaved: UnsavedTexts::default(),
            patience,
            stays: AtomicBool::new(false),
            wrote: AtomicBool::new(false),
            lock_after_minutes: AtomicU32::new(USUAL_LOCK_AFTER_MINUTES),
            reads: Mutex::default(),
        }
    }

    /// The folder of the vault.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// The folder of the vault, as a path.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// What one derivation of a key costs here.
    pub fn cost(&self) -> Cost {
        self.cost
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The texts that no save has confirmed.
    pub fn unsaved(&self) -> &UnsavedTexts {
        &self.unsaved
    }

    /// How long a lock waits for them.
    pub fn patience(&self) -> Duration {
        self.patience
    }

    /// This program stays and has somebody who writes in it; one that comes and goes leaves alone what waits for that.
    pub fn stay(&self) {
        self.stays.store(true, Ordering::Relaxed);
    }

    /// Whether this program stays.
    pub fn stays(&self) -> bool {
        self.stays.load(Ordering::Relaxed)
    }

    /// Something was written through this house.
    pub fn note_a_write(&self) {
        self.wrote.store(true, Ordering::Relaxed);
    }

    /// Whether something was.
    pub fn wrote(&self) -> bool {
        self.wrote.load(Ordering::Relaxed)
    }

    /// How messages are read.
    pub(crate) fn reads(&self) -> Reads {
        self.reads.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Has messages read by another program than this one: a test's own program cannot become a reader.
    pub fn read_mail_with(&self, program: PathBuf) {
        *self.reads.lock().unwrap_or_else(PoisonError::into_inner) = Reads::Program(program);
    }

    /// Has messages read within this process.
    #[cfg(test)]
    pub(crate) fn read_mail_here(&self) {
        *self.reads.lock().unwrap_or_else(PoisonError::into_inner) = Reads::Here;
    }

    /// Minutes without a hand on the keyboard until the vault locks.
    pub fn lock_after_minutes(&self) -> u32 {
        self.lock_after_minutes.load(Ordering::Relaxed)
    }

    /// Sets the minutes until the vault locks.
    pub fn set_lock_after_minutes(&self, minutes: u32) {
        self.lock_after_minutes.store(minutes, Ordering::Relaxed);
    }

    /// Somebody is there.
    pub fn stir(&self) {
        *self.last_stir.lock().unwrap_or_else(PoisonError::into_inner) = self.clock.now();
    }

    /// Whether nobody was there for as long as the owner allows. The wall clock counts, so that a night of sleep counts
    /// even where nothing told us of it; a clock that was set back only starts the wait anew.
    pub fn is_idle(&self) -> bool {
        let mut last = self.last_stir.lock().unwrap_or_else(PoisonError::into_inner);
        let now = self.clock.now();
        *last = (*last).min(now);
        now - *last >= TimeDelta::minutes(i64::from(self.lock_after_minutes()))
    }
}
