//! The days off that are known.

use domain::HolidayId;
use serde::{Deserialize, Serialize};
use store::noun::holiday;

use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;
use crate::stamp::Day;

/// Lists the days off from today on.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct List {}

/// A day off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HolidayLine {
    /// Which one.
    pub id: HolidayId,
    /// Its day.
    pub on: Day,
    /// What it is called.
    pub name: String,
}

impl OpenCall for List {
    type Reply = Vec<HolidayLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let ahead = holiday::all(desk.read())?.into_iter().filter(|holiday| holiday.on >= today);
        let line = |holiday: domain::workday::Holiday| HolidayLine {
            id: holiday.id,
            on: Day(holiday.on),
            name: holiday.name,
        };
        Ok(ahead.map(line).collect())
    }
}
