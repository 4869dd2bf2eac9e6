//! Handing a document in, or taking it back.

use domain::MeetingId;
use domain::one_on_one::Meeting;
use serde::Deserialize;

use super::archived;
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;

/// Says that the document was handed in by its author, or that it was not after all. From then on it is theirs alone:
/// the manager writes beside it.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Submit {
    /// Which 1:1.
    pub id: MeetingId,
    /// Whether it is handed in.
    pub submitted: bool,
}

impl OpenCall for Submit {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let now = desk.now();
        desk.save(Self::NAME, |deed| {
            let mut meeting: Meeting = need(deed.read(), self.id)?;
            archived::refuse(&meeting)?;
            meeting.submitted_at = self.submitted.then_some(meeting.submitted_at.unwrap_or(now));
            deed.put(&meeting)
        })
    }
}
