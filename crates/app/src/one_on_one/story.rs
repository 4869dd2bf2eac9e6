//! Where a 1:1 comes from and where it went, for its owner alone.

use domain::MeetingId;
use domain::one_on_one::{Meeting, Side};
use serde::Serialize;
use store::StoreFault;
use store::noun::{self, Reading, meeting};

use crate::stamp::WallTime;

/// Where a 1:1 comes from and where it went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Story {
    /// The 1:1 it was moved from, with the reason of that move.
    pub moved_from: Option<Elsewhere>,
    /// The 1:1 it was moved to.
    pub moved_to: Option<Elsewhere>,
    /// The 1:1 whose open points it takes up.
    pub follows: Option<Elsewhere>,
    /// Why it was moved away or cancelled; empty otherwise.
    pub reason: String,
    /// Who asked for that.
    pub by: Option<Side>,
}

/// Another 1:1 of the two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Elsewhere {
    /// Which one.
    pub id: MeetingId,
    /// When it starts, on the clock of its own zone.
    pub starts: WallTime,
    /// Why it was moved away; empty otherwise.
    pub reason: String,
    /// Who asked for that.
    pub by: Option<Side>,
}

impl Story {
    /// The story of a meeting. A 1:1 that was removed since has no part in it.
    pub(super) fn of(read: &Reading, of: &Meeting) -> Result<Self, StoreFault> {
        let elsewhere = |id: Option<MeetingId>| -> Result<Option<Elsewhere>, StoreFault> {
            let other: Option<Meeting> = id.map_or(Ok(None), |id| noun::get(read, id.record()))?;
            Ok(other.map(|other| Elsewhere {
                id: other.id,
                starts: WallTime(other.starts),
                reason: other.reason,
                by: other.moved_by,
            }))
        };
        Ok(Self {
            moved_from: elsewhere(of.moved_from)?,
            moved_to: elsewhere(meeting::moved_to(read, of.id)?)?,
            follows: elsewhere(of.follows)?,
            reason: of.reason.clone(),
            by: of.moved_by,
        })
    }
}
