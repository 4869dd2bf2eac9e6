//! Keeping messages: a note each, with where it came from beside it, all in one deed.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use domain::folder::{Note, NoteKind, Polarity, Source};
use domain::person::Person;
use domain::{NoteId, PersonId, Refusal, SourceId};
use paper::mail::{Message, own_words};
use serde::{Deserialize, Serialize};
use store::StoreFault;
use store::gate::Deed;

use super::{Found, MailNews};
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::stamp::Day;

/// Keeps the messages that were chosen. What is in the vault already is passed over.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Keep {
    /// Which import.
    pub import: String,
    /// Which messages, and as what.
    pub choices: Vec<MailChoice>,
}

/// A message, and the note it becomes.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct MailChoice {
    /// Which message of the import.
    pub message: u32,
    /// In whose folder.
    pub person: PersonId,
    /// Praise or to improve.
    pub polarity: Polarity,
    /// What it is about.
    pub kind: Option<NoteKind>,
    /// What the note says, Markdown; the sender's own words when absent.
    pub text: Option<String>,
    /// The day it happened; the day it was sent when absent.
    pub on: Option<Day>,
    /// Whether its attached files are kept; they are when absent.
    pub files: Option<bool>,
}

/// What was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MailKept {
    /// The notes.
    pub notes: Vec<NoteId>,
    /// How many messages were in the vault already.
    pub known: u64,
    /// The one deed, to undo it by; none when nothing was kept.
    pub deed: Option<u64>,
}

impl OpenCall for Keep {
    type Reply = MailKept;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let (now, work) = (desk.now(), desk.work().clone());
        let zone = desk.house().clock().zone().clone();
        // What is to be kept, before anything is: a choice that cannot be keeps nothing.
        let (mut chosen, mut known) = (Vec::new(), 0);
        {
            let drawer = desk.drawer();
            let import = drawer.mail(&self.import)?;
            let mut messages = HashSet::new();
            for choice in &self.choices {
                if messages.insert(choice.message) {
                    let found = import.get(choice.message)?;
                    if found.news != MailNews::New {
                        known += 1;
                        continue;
                    }
                    let sent_on = found.message.sent_at.map(|at| zone.wall(at.to_utc()).date());
                    chosen.push(Chosen::of(choice, found, sent_on.unwrap_or(today).min(today), now)?);
                }
            }
        }
        let total = chosen.len() as u64;
        let mut stopped = None;
        let done = desk.deed(Self::NAME, |deed| {
            let mut notes = Vec::new();
            for (done, one) in (1..).zip(&chosen) {
                if let Err(fault) = work.step(done, Some(total), "Keeping messages") {
                    stopped = Some(fault);
                    return Err(StoreFault::Cancelled);
                }
                // Another program may have kept it since it was looked at.
                if store::noun::source::knows_message(deed.read(), &one.source.message_id)? {
                    known += 1;
                    continue;
                }
                one.put(deed, today, now)?;
                notes.push(one.note.id);
            }
            Ok(notes)
        });
        let done = match (stopped, done) {
            (Some(fault), _) => return Err(fault),
            (None, done) => done?,
        };
        Ok(MailKept { notes: done.value, known, deed: done.deed })
    }
}

/// A message as it is kept.
struct Chosen {
    note: Note,
    source: Source,
    message: Arc<Message>,
    with_files: bool,
}

impl Chosen {
    fn of(choice: &MailChoice, found: &Found, on: NaiveDate, now: DateTime<Utc>) -> Result<Self, Fault> {
        let message = &found.message;
        let text = match &choice.text {
            Some(text) => text.trim().to_owned(),
            None => first_filled([own_words(&message.text), message.subject.clone()]),
        };
        if text.is_empty() {
            return Err(Refusal::new("mail.no_words", "One of these messages has no words.")
                .next("Write what it says, or leave it out.")
                .into());
        }
        let note = Note {
            kind: choice.kind.unwrap_or_default(),
            kept_at: Some(now),
            ..Note::line(
                NoteId::make(),
                choice.person,
                choice.polarity,
                text,
                choice.on.map_or(on, |day| day.0),
            )
        };
        let source = Source {
            who: message.from.shown(),
            person: found.sender,
            sent_at: message.sent_at.map(|at| at.to_utc()),
            subject: message.subject.clone(),
            message_id: found.identity.clone(),
            text: message.text.clone(),
            ..Source::of(SourceId::make(), note.id, found.kind)
        };
        let (message, with_files) = (Arc::clone(message), choice.files.unwrap_or(true));
        Ok(Self { note, source, message, with_files })
    }

    fn put(&self, deed: &mut Deed<'_>, today: NaiveDate, now: DateTime<Utc>) -> Result<(), StoreFault> {
        need::<Person>(deed.read(), self.note.person)?;
        self.note.check(today)?;
        // Somebody who was in the roster when it was looked at may have gone since.
        let person = match self.source.person {
            Some(person) => store::noun::get::<Person>(deed.read(), person)?.map(|person| person.id),
            None => None,
        };
        let source = Source { person, ..self.source.clone() };
        source.check()?;
        deed.put(&self.note)?;
        deed.put(&source)?;
        for file in self.message.attachments.iter().filter(|_| self.with_files) {
            store::attachment::add(deed, source.id.record(), &file.name, &file.bytes, now)?;
        }
        Ok(())
    }
}

fn first_filled(texts: [String; 2]) -> String {
    texts.into_iter().find(|text| !text.trim().is_empty()).unwrap_or_default()
}
