//! Words that no save has confirmed when the vault locks: handed over by whoever shows them, sealed while the keys are
//! there, put where they belong at the next opening.
//!
//! They take the vault's own key and a file of their own, because a save may have failed on everything else: on a full
//! disk, on another program that writes, on a folder that is gone. Where not even the file can be written, the sealed
//! words wait in memory for as long as the program runs.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use domain::{MeetingId, PeerInputId, PersonId, PointId, ReviewId, SectionId};
use serde::{Deserialize, Serialize};
use store::vault;

use crate::vault::Finding;
use crate::{Fault, words};

/// Where a text belongs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum TextPlace {
    /// A section of a 1:1.
    Section {
        /// Which one.
        id: SectionId,
    },
    /// The private margin beside a 1:1.
    Margin {
        /// Beside which.
        meeting: MeetingId,
    },
    /// The owner's own words about somebody.
    About {
        /// About whom.
        person: PersonId,
    },
    /// A review draft.
    Review {
        /// Which one.
        id: ReviewId,
    },
    /// A point of a review or of its self review.
    ReviewPoint {
        /// Which one.
        id: PointId,
        /// Its message in a line, rather than its paragraph.
        #[serde(default)]
        message: bool,
    },
    /// What somebody said for a review, and the words to use.
    PeerInput {
        /// Which one.
        id: PeerInputId,
        /// The words to use, rather than what was said.
        words: bool,
    },
    /// A form that was not sent yet. Nothing puts this back but its owner.
    Form {
        /// What the form calls the field.
        label: String,
    },
}

/// A text that no save has confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct UnsavedText {
    /// Where it belongs.
    pub place: TextPlace,
    /// The whole text as it was shown, Markdown.
    pub text: String,
}

/// What of it came back, and what there is to say.
#[derive(Default)]
pub struct TakenUp {
    /// The texts that waited.
    pub texts: Vec<UnsavedText>,
    /// Said when they could not be read.
    pub findings: Vec<Finding>,
}

/// The texts of one desk.
#[derive(Default)]
pub struct UnsavedTexts {
    state: Mutex<State>,
    answered: Condvar,
}

#[derive(Default)]
struct State {
    /// There while the vault is open.
    seal: Option<vault::Unsaved>,
    /// What could not be put back since the vault was opened.
    left_over: Vec<UnsavedText>,
    /// What was handed over since somebody asked last.
    handed: Vec<UnsavedText>,
    /// What no file took, sealed. Outlives the lock.
    sealed: Option<Vec<u8>>,
    /// Whether all of it is in the file; none until whoever was asked has answered.
    answer: Option<bool>,
}

impl UnsavedTexts {
    /// The vault is open, or has another key: from now on words are sealed for it.
    pub fn open_with(&self, seal: vault::Unsaved) {
        let mut state = self.state();
        state.seal = Some(seal);
        // Words that were kept under an older key are kept under this one.
        if !state.left_over.is_empty() {
            state.keep();
        }
    }

    /// The vault is locked: key and words are gone, and only what is sealed stays.
    pub fn close(&self) {
        let mut state = self.state();
        let sealed = state.sealed.take();
        *state = State { sealed, ..State::default() };
    }

    /// Begins to wait for an answer.
    pub(super) fn ask(&self) {
        self.state().answer = None;
    }

    /// Waits until everything was handed over; whether it is all in the file. `None` when nobody answered in time.
    pub(super) fn answer(&self, patience: Duration) -> Option<bool> {
        let waited = self.answered.wait_timeout_while(self.state(), patience, |state| state.answer.is_none());
        waited.map_or(None, |(state, _)| state.answer)
    }

    /// Takes texts over. Says whether all of them are on the disk, sealed. `begins` forgets what was handed over
    /// before; `ends` lets the lock go on.
    ///
    /// # Errors
    /// The locked fault once the keys are gone.
    pub fn take_over(&self, texts: Vec<UnsavedText>, begins: bool, ends: bool) -> Result<bool, Fault> {
        let mut state = self.state();
        if state.seal.is_none() {
            return Err(Fault::locked());
        }
        if begins {
            state.handed.clear();
        }
        state.handed.extend(texts);
        let is_kept = state.keep();
        if ends {
            state.answer = Some(is_kept);
            self.answered.notify_all();
        }
        Ok(is_kept)
    }

    /// Takes out what waited for this opening.
    pub(super) fn take_up(&self, now: DateTime<Utc>) -> TakenUp {
        let mut state = self.state();
        let in_memory = state.sealed.take();
        let Some(seal) = &state.seal else { return TakenUp::default() };
        let waited = match in_memory {
            Some(sealed) => Ok(Some(sealed)),
            None => seal.read(),
        };
        let read = match waited {
            Ok(None) => return TakenUp::default(),
            Ok(Some(sealed)) => seal.open(&sealed).map_err(Fault::from).and_then(|words| {
                serde_json::from_slice(&words).map_err(|_| Fault::machine(words::KEPT_WORDS_UNREAD))
            }),
            Err(fault) => Err(fault.into()),
        };
        match read {
            Ok(texts) => TakenUp { texts, findings: Vec::new() },
            Err(_) => {
                let kept = seal.put_aside(now).unwrap_or_else(|_| "unsaved".to_owned());
                TakenUp { texts: Vec::new(), findings: vec![words::kept_words_unread(&kept)] }
            }
        }
    }

    /// Keeps what could not be put back.
    pub(super) fn leave_over(&self, texts: Vec<UnsavedText>) {
        let mut state = self.state();
        state.left_over = texts;
        state.handed.clear();
        state.keep();
    }

    /// What could not be put back.
    pub fn left_over(&self) -> Vec<UnsavedText> {
        self.state().left_over.clone()
    }

    /// Its owner has it now.
    pub fn forget_left_over(&self) {
        let mut state = self.state();
        state.left_over.clear();
        state.keep();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Writes all texts down, sealed; where no file takes them they wait in memory.
    fn keep(&mut self) -> bool {
        let Some(seal) = &self.seal else { return false };
        let all: Vec<&UnsavedText> = self.left_over.iter().chain(&self.handed).collect();
        if all.is_empty() {
            self.sealed = None;
            return seal.remove().is_ok();
        }
        // Sealing fails only where the system has no random bytes, and then nothing else works either.
        let Ok(words) = serde_json::to_vec(&all).map(zeroize::Zeroizing::new) else { return false };
        let Ok(sealed) = seal.seal(&words) else { return false };
        let is_written = seal.write(&sealed).is_ok();
        self.sealed = if is_written { None } else { Some(sealed) };
        is_written
    }
}
