//! Making a 1:1 shorter or longer: ten minutes are still worth holding.

use domain::one_on_one::Meeting;
use domain::{MeetingId, Refusal};
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;

/// Gives a 1:1 that is still ahead another length.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SetMinutes {
    /// Which 1:1.
    pub id: MeetingId,
    /// Its new length in minutes, 10 at least.
    pub minutes: u32,
}

impl OpenCall for SetMinutes {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            let mut of: Meeting = need(deed.read(), self.id)?;
            if !of.state.is_ahead() {
                return Err(Refusal::new(
                    "one_on_one.length",
                    "The length of a 1:1 is set before it begins.",
                )
                .next("Plan the next one as long as you need it.")
                .into());
            }
            of.minutes = self.minutes;
            of.check()?;
            deed.put(&of)
        })
    }
}
