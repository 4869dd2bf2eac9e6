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
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct TickPrep {
    /// Before which 1:1.
    pub id: MeetingId,
    /// What.
    pub what: Reading,
    /// Whether it was read.
    pub done: bool,
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

/// Adds to the time that preparing a 1:1 took.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SpendPrep {
    /// Before which 1:1.
    pub id: MeetingId,
    /// How long, in seconds.
    pub seconds: u32,
}

impl OpenCall for SpendPrep {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            need::<Meeting>(deed.read(), self.id)?;
            let mut prep = begun(deed, self.id)?;
            prep.seconds = prep.seconds.saturating_add(self.seconds).min(MOST_SECONDS);
            deed.put(&prep)
        })
    }
}

fn begun(deed: &Deed<'_>, meeting: MeetingId) -> Result<Prep, StoreFault> {
    Ok(prep::of(deed.read(), meeting)?.unwrap_or_else(|| Prep::begun(PrepId::make(), meeting)))
}
