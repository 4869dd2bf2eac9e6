//! Adding days off.

use chrono::Days;
use domain::workday::Holiday;
use domain::{HolidayId, Refusal};
use serde::Deserialize;
use store::noun::holiday;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::OpenDesk;
use crate::reply::Saved;
use crate::stamp::Day;

/// A longer stretch is a typing mistake.
const MOST_DAYS: u64 = 366;

/// Adds days off. Those that are known already stay as they are.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Add {
    /// The day, or the first one.
    pub on: Day,
    /// The last one; the same day when absent.
    pub until: Option<Day>,
    /// What they are called.
    pub name: String,
}

impl OpenCall for Add {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let Self { on: Day(first), until, name } = self;
        let last = until.map_or(first, |Day(last)| last);
        let length = u64::try_from((last - first).num_days()).ok().filter(|days| *days < MOST_DAYS);
        let Some(length) = length else {
            return Err(Refusal::new(
                "holiday.until",
                "The last day lies before the first, or more than a year after it.",
            )
            .next("Choose another last day.")
            .into());
        };
        desk.save(Self::NAME, |deed| {
            let known: Vec<_> = holiday::all(deed.read())?.into_iter().map(|holiday| holiday.on).collect();
            let days = (0..=length).filter_map(|after| first.checked_add_days(Days::new(after)));
            for on in days.filter(|on| !known.contains(on)) {
                let holiday = Holiday { id: HolidayId::make(), on, name: name.trim().to_owned() };
                holiday.check()?;
                deed.put(&holiday)?;
            }
            Ok(())
        })
    }
}
