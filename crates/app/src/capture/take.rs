//! Making notes of what was caught while the vault was locked.

use std::collections::BTreeSet;

use domain::folder::{NoteKind, Polarity};
use domain::person::Person;
use domain::{NoteId, PersonId};
use serde::{Deserialize, Serialize};
use store::history;

use super::words::Words;
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::words::capture_unread;

/// Keeps captures as notes, all of them in one deed that can be undone. Each note is written down as of when it was caught,
/// and its file goes once the note is there.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Take {
    /// Which ones, and what is decided about each.
    pub captures: Vec<Choice>,
}

/// What is decided about one.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Which one.
    pub id: NoteId,
    /// In whose folder it goes.
    pub person: PersonId,
    /// Praise or to improve, if other than it was caught.
    pub polarity: Option<Polarity>,
    /// What happened, if other than it was caught.
    pub text: Option<String>,
    /// What it is about.
    pub kind: Option<NoteKind>,
}

/// The notes that were made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Taken {
    /// Which.
    pub notes: Vec<NoteId>,
    /// The deed, to undo it by; none when they were notes already.
    pub deed: Option<u64>,
}

impl OpenCall for Take {
    type Reply = Taken;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let ids: BTreeSet<NoteId> = self.captures.iter().map(|choice| choice.id).collect();
        if ids.len() != self.captures.len() {
            return Err(Fault::wrong_use("One of them is named twice."));
        }
        let (now, today) = (desk.now(), desk.today());
        let captures = desk.vault().captures()?;
        let mut notes = Vec::with_capacity(self.captures.len());
        for choice in self.captures {
            // It became a note, and the program was cut off before the file was gone.
            if history::knows(desk.read(), choice.id.record())? {
                continue;
            }
            let sealed = captures.read(choice.id.record()).ok_or_else(capture_unread)?;
            let words = Words::read(&sealed).ok_or_else(capture_unread)?;
            let mut note = words.into_note(choice.id, choice.person, now, today);
            note.polarity = choice.polarity.unwrap_or(note.polarity);
            note.text = choice.text.unwrap_or(note.text);
            note.kind = choice.kind.unwrap_or_default();
            note.check(today)?;
            notes.push(note);
        }
        let done = desk.deed(Self::NAME, |deed| {
            for note in &notes {
                need::<Person>(deed.read(), note.person)?;
                deed.put(note)?;
            }
            Ok(())
        })?;
        let taken: Vec<_> = ids.iter().map(|id| id.record()).collect();
        // The notes are kept. A file that does not go now is known by its name and goes when somebody looks.
        let _ = captures.remove(&taken);
        Ok(Taken { notes: notes.iter().map(|note| note.id).collect(), deed: done.deed })
    }
}
