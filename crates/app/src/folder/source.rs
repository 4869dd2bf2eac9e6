//! Where notes came from: written, read and removed by calls of their own. No other call reads a source.

use domain::folder::{Note, Source, SourceKind};
use domain::person::Person;
use domain::{NoteId, PersonId, Refusal, SourceId};
use serde::{Deserialize, Serialize};
use store::noun::source;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::{Made, Saved};
use crate::stamp::Instant;

/// Who said it and how, as it is given.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct SourceGiven {
    /// How it reached the owner.
    pub kind: Option<SourceKind>,
    /// Who it was, as they were named there.
    pub who: Option<String>,
    /// Who it was, when they are in the roster.
    pub person: Option<PersonId>,
    /// What a message was about.
    pub subject: Option<String>,
    /// The original words.
    pub text: Option<String>,
}

impl SourceGiven {
    /// The source of a note.
    ///
    /// # Errors
    /// Refuses a source that says nothing.
    pub(super) fn source_of(self, id: SourceId, note: NoteId) -> Result<Source, Refusal> {
        let source = Source {
            who: self.who.unwrap_or_default().trim().to_owned(),
            person: self.person,
            subject: self.subject.unwrap_or_default().trim().to_owned(),
            text: self.text.unwrap_or_default(),
            ..Source::of(id, note, self.kind.unwrap_or_default())
        };
        source.check()?;
        Ok(source)
    }
}

/// Keeps where a note came from, or changes all of it.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct SaveSource {
    /// Of which note.
    pub note: NoteId,
    /// Which source; a new one when absent.
    pub id: Option<SourceId>,
    /// Who said it and how.
    pub source: SourceGiven,
}

impl OpenCall for SaveSource {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let given = self.source.source_of(self.id.unwrap_or_else(SourceId::make), self.note)?;
        let done = desk.deed(Self::NAME, |deed| {
            need::<Note>(deed.read(), given.note)?;
            if let Some(person) = given.person {
                need::<Person>(deed.read(), person)?;
            }
            let there = match self.id {
                Some(id) => need::<Source>(deed.read(), id)?,
                None => given.clone(),
            };
            // What a message carries stays with it; it is not typed again.
            let Source { message_id, sent_at, note, .. } = there;
            deed.put(&Source { message_id, sent_at, note, ..given.clone() })
        })?;
        Ok(Made { id: given.id.record(), deed: done.deed })
    }
}

/// Reads where a note came from.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Sources {
    /// Of which note.
    pub note: NoteId,
}

/// Where a note came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SourceLine {
    /// Which source.
    pub id: SourceId,
    /// How it reached the owner.
    pub kind: SourceKind,
    /// Who it was, as they were named there.
    pub who: String,
    /// Who it was, when they are in the roster.
    pub person: Option<PersonId>,
    /// Their name.
    pub person_name: String,
    /// When it was sent or said.
    pub sent_at: Option<Instant>,
    /// What a message was about.
    pub subject: String,
    /// The original words.
    pub text: String,
}

impl OpenCall for Sources {
    type Reply = Vec<SourceLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let mut lines = Vec::new();
        for source in source::of(desk.read(), self.note)? {
            let person: Option<Person> =
                source.person.map_or(Ok(None), |person| store::noun::get(desk.read(), person))?;
            lines.push(SourceLine {
                id: source.id,
                kind: source.kind,
                who: source.who,
                person: source.person,
                person_name: person.map(|person| person.name).unwrap_or_default(),
                sent_at: source.sent_at.map(Instant),
                subject: source.subject,
                text: source.text,
            });
        }
        Ok(lines)
    }
}

/// Forgets where a note came from, with the files kept with it. It can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RemoveSource {
    /// Which source.
    pub id: SourceId,
}

impl OpenCall for RemoveSource {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            need::<Source>(deed.read(), self.id)?;
            source::remove(deed, self.id)
        })
    }
}
