//! Notes in the margin: beside a section, or a note of the fuzzy folder that is carried along.

use domain::folder::Note;
use domain::one_on_one::{Margin, Meeting, Section};
use domain::{MarginId, MeetingId, NoteId, Refusal, SectionId, text};
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Made;

/// Writes a private note beside a document, or carries one of the fuzzy folder there. An empty text takes it away.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Annotate {
    /// Beside which 1:1's document.
    pub meeting: MeetingId,
    /// Which note of the margin; a new one when absent.
    pub id: Option<MarginId>,
    /// Beside which section; the whole document when absent.
    pub section: Option<SectionId>,
    /// The note of the fuzzy folder that is carried along.
    pub note: Option<NoteId>,
    /// What it says, Markdown; what the carried note says when absent.
    pub text: Option<String>,
}

impl OpenCall for Annotate {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        text::check_text(self.text.as_deref().unwrap_or_default())?;
        let done = desk.deed(Self::NAME, |deed| {
            let meeting: Meeting = need(deed.read(), self.meeting)?;
            let mut margin = match self.id {
                Some(id) => need(deed.read(), id)?,
                None => Margin::beside(MarginId::make(), meeting.id, ""),
            };
            margin.section = self.section.or(margin.section);
            if let Some(id) = margin.section {
                let section: Section = need(deed.read(), id)?;
                check_same(section.meeting == meeting.id)?;
            }
            if let Some(id) = self.note {
                let note: Note = need(deed.read(), id)?;
                check_same(note.person == meeting.person)?;
                margin.note = Some(id);
                if self.text.is_none() && margin.text.is_empty() {
                    margin.text = note.text;
                }
            }
            if let Some(text) = self.text {
                margin.text = text;
            }
            if margin.text.trim().is_empty() {
                if self.id.is_some() {
                    deed.remove::<Margin>(margin.id)?;
                }
                return Ok(margin.id);
            }
            if margin.section.is_none() && margin.note.is_none() {
                return Err(Refusal::new("margin.nowhere", "A note in the margin stands beside something.")
                    .next("Choose a section, or write in the margin itself.")
                    .into());
            }
            deed.put(&margin)?;
            Ok(margin.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

fn check_same(is_same: bool) -> Result<(), Refusal> {
    if is_same {
        return Ok(());
    }
    Err(Refusal::new("margin.elsewhere", "That belongs to another 1:1 or another person.")
        .next("Choose something of this one."))
}
