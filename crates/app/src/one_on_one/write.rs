//! Writing in a 1:1 document.

use domain::one_on_one::{Meeting, MeetingState, Section};
use domain::{Refusal, SectionId, text};
use serde::Deserialize;

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
            let section: Section = need(deed.read(), self.section)?;
            let meeting: Meeting = need(deed.read(), section.meeting)?;
            if meeting.state == MeetingState::Closed {
                return Err(Refusal::new(
                    "one_on_one.closed",
                    "This 1:1 is closed; its texts no longer change.",
                )
                .next("Open it again first, or write in the next one.")
                .into());
            }
            deed.put(&Section { text: self.text, ..section })
        })
    }
}
