//! What is sealed of a capture.

use chrono::{DateTime, NaiveDate, Utc};
use domain::folder::{Note, Polarity};
use domain::{NoteId, PersonId};
use serde::{Deserialize, Serialize};

/// A capture as it is sealed, in JSON. A field that is added later has to be one that may be missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Words {
    /// When it was caught.
    pub(super) at: DateTime<Utc>,
    /// The day where its owner was then.
    pub(super) on: NaiveDate,
    /// Whom it is about, as far as it was typed.
    pub(super) about: String,
    /// Praise or to improve.
    pub(super) polarity: Polarity,
    /// What happened.
    pub(super) text: String,
}

impl Words {
    /// What is sealed in a file; nothing when it is not that.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// The note that it becomes. A clock that was set back since does not stand in its way.
    pub(super) fn into_note(
        self,
        id: NoteId,
        person: PersonId,
        now: DateTime<Utc>,
        today: NaiveDate,
    ) -> Note {
        Note {
            kept_at: Some(self.at.min(now)),
            ..Note::line(id, person, self.polarity, self.text, self.on.min(today))
        }
    }
}
