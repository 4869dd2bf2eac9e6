//! Writing in a 1:1 document.

use domain::one_on_one::{Meeting, Section};
use domain::person::Person;
use domain::{SectionId, text};
use serde::Deserialize;
use store::StoreFault;
use store::noun::Reading;

use super::archived;
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;

/// Writes the text of one section. Saved as it is typed; the same text again changes nothing.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Write {
    /// Which section.
    pub section: SectionId,
    /// The whole text, Markdown.
    pub text: String,
}

impl OpenCall for Write {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        text::check_text(&self.text)?;
        desk.save(Self::NAME, |deed| {
            let section = open_section(deed.read(), self.section)?;
            deed.put(&Section { text: self.text, ..section })
        })
    }
}

/// The section, if the owner may write in it: not once the document is archived, and not once it was handed in by
/// somebody who writes it alone.
///
/// # Errors
/// A refusal that says which of the two, or what reading can fail with.
pub(crate) fn open_section(read: &Reading, id: SectionId) -> Result<Section, StoreFault> {
    let section: Section = need(read, id)?;
    let meeting: Meeting = need(read, section.meeting)?;
    let person: Person = need(read, meeting.person)?;
    archived::refuse(&meeting)?;
    archived::refuse_theirs(&meeting, person.relation)?;
    Ok(section)
}
