//! What the rhythms bring in the next days.

use chrono::{Days, NaiveTime};
use serde::Deserialize;

use super::{Slot, between};
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// So many days are looked ahead where nothing else is asked for, and at most.
const USUAL_DAYS: u32 = 14;
const MOST_DAYS: u32 = 366;

/// The slots of every running series that nobody has opened yet, from now on, in order.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Coming {
    /// For so many days, today being the first; two weeks when absent.
    pub days: Option<u32>,
}

impl OpenCall for Coming {
    type Reply = Vec<Slot>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let days = self.days.unwrap_or(USUAL_DAYS).min(MOST_DAYS);
        let midnight = desk.today().and_time(NaiveTime::MIN);
        let until = midnight.checked_add_days(Days::new(days.into())).unwrap_or(midnight);
        between(desk, None, desk.wall(), until)
    }
}
