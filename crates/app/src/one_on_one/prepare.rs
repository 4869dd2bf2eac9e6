//! What the owner does before a 1:1: three things to read, and the time it takes. Nobody else ever sees it.

use domain::one_on_one::{Meeting, MeetingState, Prep};
use domain::{MeetingId, PrepId};
use serde::{Deserialize, Serialize};
use store::StoreFault;
use store::gate::Deed;
use store::noun::prep;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;

/// One preparation takes no longer than this, in seconds: whoever walked away from an open page is not preparing.
const MOST_SECONDS: u32 = 3 * 60 * 60;

/// What is read before a 1:1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// The earlier documents and what is still open in them.
    History,
    /// The document, once it was handed in.
    Document,
    /// The fuzzy folder since the two last met.
    Folder,
}

/// Ticks something as read, or unticks it. With all three ticked the 1:1 counts as prepared.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct TickPrep {
    /// Before which 1:1.
    pub id: MeetingId,
    /// What.
    pub what: Reading,
    /// Whether it was read.
    pub done: bool,
    /// Seconds spent since the last tick, or since the page was opened. They come with a tick, so that no deed of their
    /// own stands between what the owner did and taking it back.
    pub seconds: Option<u32>,
}

impl OpenCall for TickPrep {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let now = desk.now();
        desk.save(Self::NAME, |deed| {
            let mut meeting: Meeting = need(deed.read(), self.id)?;
            let mut prep = begun(deed, self.id)?;
            let ticked = self.done.then_some(now);
            match self.what {
                Reading::History => prep.history_at = ticked,
                Reading::Document => prep.document_at = ticked,
                Reading::Folder => prep.folder_at = ticked,
            }
            prep.seconds = prep.seconds.saturating_add(self.seconds.unwrap_or_default()).min(MOST_SECONDS);
            deed.put(&prep)?;
            let (from, to) = if prep.is_complete() {
                (MeetingState::Planned, MeetingState::Prepped)
            } else {
                (MeetingState::Prepped, MeetingState::Planned)
            };
            if meeting.state == from {
                meeting.state = to;
                deed.put(&meeting)?;
            }
            Ok(())
        })
    }
}

fn begun(deed: &Deed<'_>, meeting: MeetingId) -> Result<Prep, StoreFault> {
    Ok(prep::of(deed.read(), meeting)?.unwrap_or_else(|| Prep::begun(PrepId::make(), meeting)))
}
