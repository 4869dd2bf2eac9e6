//! Ending a series.

use domain::PersonId;
use domain::Refusal;
use serde::Deserialize;

use super::present;
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::OpenDesk;
use crate::reply::Saved;
use crate::stamp::Day;

/// Ends the series with somebody. What took place stays; so does what somebody opened already.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct End {
    /// With whom.
    pub person: PersonId,
    /// Its last day; yesterday when absent, so that nothing of it is left.
    pub on: Option<Day>,
}

impl OpenCall for End {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let Some(mut pair) = present(desk, self.person)? else {
            return Err(Refusal::new("pair.none", "There is no series with this person.")
                .next("Plan a single 1:1, or set up a series.")
                .into());
        };
        let yesterday = desk.today().pred_opt().unwrap_or_default();
        let last = self.on.map_or(yesterday, |day| day.0);
        // A series that never began leaves nothing behind.
        if last < pair.begins.date() {
            return desk
                .save(Self::NAME, |deed| deed.remove::<domain::one_on_one::Pair>(pair.id).map(|_| ()));
        }
        pair.ends_on = Some(last);
        desk.save(Self::NAME, |deed| deed.put(&pair))
    }
}
