//! Changing a note: its words, its day, whether it was raised.

use domain::NoteId;
use domain::folder::{Note, NoteKind, Polarity};
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;
use crate::stamp::{Day, given};

/// Changes what is given and leaves the rest.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct EditNote {
    /// Which note.
    pub id: NoteId,
    /// Praise or to improve.
    pub polarity: Option<Polarity>,
    /// What it is about.
    pub kind: Option<NoteKind>,
    /// What happened, Markdown.
    pub text: Option<String>,
    /// The day it happened.
    pub on: Option<Day>,
    /// The day it was talked about; `null` when it was not after all.
    #[serde(default, deserialize_with = "given")]
    pub raised_on: Option<Option<Day>>,
    /// Whether it is set aside.
    pub dismissed: Option<bool>,
}

impl OpenCall for EditNote {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        desk.save(Self::NAME, |deed| {
            let mut note: Note = need(deed.read(), self.id)?;
            note.polarity = self.polarity.unwrap_or(note.polarity);
            note.kind = self.kind.unwrap_or(note.kind);
            note.text = self.text.unwrap_or(note.text);
            note.on = self.on.map_or(note.on, |day| day.0);
            note.dismissed = self.dismissed.unwrap_or(note.dismissed);
            if let Some(raised) = self.raised_on {
                note.raised_on = raised.map(|day| day.0);
            }
            note.check(today)?;
            deed.put(&note)
        })
    }
}
