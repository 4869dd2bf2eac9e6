//! Keeping a note: the call that has to take under three seconds from the thought to the vault.

use domain::folder::{Note, NoteKind, Polarity};
use domain::person::Person;
use domain::{GoalId, NoteId, PersonId, SourceId};
use serde::{Deserialize, Serialize};

use super::said::Said;
use super::source::SourceGiven;
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
    /// One moment that shows it, Markdown.
    pub example: Option<String>,
    /// What came of it, Markdown.
    pub consequence: Option<String>,
    /// A figure and its unit, such as `104 s`.
    pub metric: Option<String>,
    /// Words that gather notes.
    pub tags: Option<Vec<String>>,
    /// The goals it is about.
    pub goals: Option<Vec<GoalId>>,
    /// Where it came from; kept apart from it.
    pub source: Option<SourceGiven>,
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
        let on = self.on.map_or(today, |day| day.0);
        let mut note = Note {
            kind: self.kind.unwrap_or_default(),
            kept_at: Some(desk.now()),
            ..Note::line(NoteId::make(), self.person, self.polarity, self.text, on)
        };
        let said = Said {
            example: self.example,
            consequence: self.consequence,
            metric: self.metric,
            tags: self.tags,
            goals: self.goals,
        };
        let source = self.source.map(|given| given.source_of(SourceId::make(), note.id)).transpose()?;
        let done = desk.deed(Self::NAME, |deed| {
            need::<Person>(deed.read(), note.person)?;
            said.put_into(&mut note, deed.read())?;
            if let Some(person) = source.as_ref().and_then(|source| source.person) {
                need::<Person>(deed.read(), person)?;
            }
            note.check(today)?;
            deed.put(&note)?;
            source.as_ref().map_or(Ok(()), |source| deed.put(source))
        })?;
        Ok(Kept { id: note.id, deed: done.deed.unwrap_or_default() })
    }
}
