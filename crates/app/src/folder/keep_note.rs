//! Keeping a note: the call that has to take under three seconds from the thought to the vault.

use domain::folder::{Note, NoteKind, Polarity};
use domain::person::Person;
use domain::{NoteId, PersonId};
use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::stamp::Day;

/// Keeps one note in somebody's fuzzy folder.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct KeepNote {
    /// In whose folder.
    pub person: PersonId,
    /// Praise or to improve.
    pub polarity: Polarity,
    /// What it is about.
    pub kind: Option<NoteKind>,
    /// What happened, Markdown.
    pub text: String,
    /// The day it happened; today when absent.
    pub on: Option<Day>,
}

/// The note that was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Kept {
    /// Which note.
    pub id: NoteId,
    /// The deed, to undo it by.
    pub deed: u64,
}

impl OpenCall for KeepNote {
    type Reply = Kept;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let note = Note {
            id: NoteId::make(),
            person: self.person,
            polarity: self.polarity,
            kind: self.kind.unwrap_or_default(),
            text: self.text,
            on: self.on.map_or(today, |day| day.0),
            raised_on: None,
            dismissed: false,
        };
        note.check(today)?;
        let done = desk.deed(Self::NAME, |deed| {
            need::<Person>(deed.read(), note.person)?;
            deed.put(&note)
        })?;
        Ok(Kept { id: note.id, deed: done.deed.unwrap_or_default() })
    }
}
