//! Writing in the private margin.

use domain::one_on_one::{Margin, Meeting};
use domain::{MarginId, MeetingId, text};
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;

/// Writes the private margin beside a 1:1. It is the owner's own, so it may be written when the 1:1 is closed too.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct WriteMargin {
    /// Beside which 1:1.
    pub meeting: MeetingId,
    /// The whole text, Markdown.
    pub text: String,
}

impl OpenCall for WriteMargin {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        text::check_text(&self.text)?;
        desk.save(Self::NAME, |deed| {
            let meeting: Meeting = need(deed.read(), self.meeting)?;
            let margin = match store::noun::meeting::margin(deed.read(), meeting.id)? {
                Some(written) => Margin { text: self.text, ..written.value },
                None if self.text.is_empty() => return Ok(()),
                None => Margin::beside(MarginId::make(), meeting.id, self.text),
            };
            deed.put(&margin)
        })
    }
}
