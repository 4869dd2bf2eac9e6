//! A year with a person, week by week, and where the folder is empty.

use chrono::{Days, NaiveDate};
use domain::folder::empty_spells;
use domain::week::weeks_of_year;
use domain::{PersonId, person};
use serde::{Deserialize, Serialize};

use super::{Week, fill_weeks};
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};
use crate::stamp::Day;

/// Four weeks without a note are worth a question.
const EMPTY_DAYS: i64 = 28;

/// Lays out one year with a person.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct YearOf {
    /// With whom.
    pub id: PersonId,
    /// Which year.
    pub year: i32,
}

/// A year with a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Year {
    /// Every week that begins in the year.
    pub weeks: Vec<Week>,
    /// Where nothing was kept for four weeks or longer.
    pub empty_spells: Vec<Spell>,
}

/// A stretch of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Spell {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
}

impl OpenCall for YearOf {
    type Reply = Year;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let of: person::Person = need(desk.read(), self.id)?;
        let today = desk.today();
        let mondays = weeks_of_year(self.year);
        let (Some(&first), Some(&last)) = (mondays.first(), mondays.last()) else {
            return Ok(Year { weeks: Vec::new(), empty_spells: Vec::new() });
        };
        let happened = store::noun::person::weeks(desk.read(), self.id, first, last + Days::new(6))?;
        Ok(Year {
            weeks: fill_weeks(&mondays, &happened, today),
            empty_spells: self.spells(desk, &of, today)?,
        })
    }
}

impl YearOf {
    /// Only days count on which there could have been a note: within the year, with the person here, and not to come.
    fn spells(&self, desk: &OpenDesk, of: &person::Person, today: NaiveDate) -> Result<Vec<Spell>, Fault> {
        let (Some(new_year), Some(new_years_eve)) =
            (NaiveDate::from_ymd_opt(self.year, 1, 1), NaiveDate::from_ymd_opt(self.year, 12, 31))
        else {
            return Ok(Vec::new());
        };
        let from = of.started_on.map_or(new_year, |day| day.max(new_year));
        let to = of.left_on.map_or(new_years_eve, |day| day.min(new_years_eve)).min(today);
        if from > to {
            return Ok(Vec::new());
        }
        let days = store::noun::note::days(desk.read(), self.id, from, to)?;
        Ok(empty_spells(&days, from, to, EMPTY_DAYS)
            .into_iter()
            .map(|(from, to)| Spell { from: Day(from), to: Day(to) })
            .collect())
    }
}
