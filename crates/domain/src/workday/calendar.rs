//! Which days are working days: the week of the workplace, less its holidays.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday};

use super::Zone;
use crate::{HolidayId, Refusal, text};

/// Days are looked through for a working day this far; a calendar without any is a mistake, not a life.
const HORIZON_DAYS: u64 = 400;

/// A day on which nobody is expected to work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// Which holiday.
    pub id: HolidayId,
    /// Its day.
    pub on: NaiveDate,
    /// What it is called.
    pub name: String,
}

impl Holiday {
    /// Whether the holiday may be kept as it stands.
    ///
    /// # Errors
    /// Refuses a name that is not one line.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("name", &self.name)
    }
}

/// The working days and hours of a workplace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkCalendar {
    weekend: Vec<Weekday>,
    holidays: BTreeSet<NaiveDate>,
    from: NaiveTime,
    until: NaiveTime,
}

impl Default for WorkCalendar {
    /// Monday to Friday, nine to five, no holidays.
    fn default() -> Self {
        Self {
            weekend: vec![Weekday::Sat, Weekday::Sun],
            holidays: BTreeSet::new(),
            from: hour(9),
            until: hour(17),
        }
    }
}

impl WorkCalendar {
    /// The same calendar with these holidays.
    #[must_use]
    pub fn with_holidays(mut self, holidays: impl IntoIterator<Item = NaiveDate>) -> Self {
        self.holidays = holidays.into_iter().collect();
        self
    }

    /// The same calendar with these days off each week. A week of seven days off has none: nothing would ever be due.
    #[must_use]
    pub fn with_weekend(mut self, weekend: &[Weekday]) -> Self {
        if (0..7).any(|day| Weekday::try_from(day).is_ok_and(|day| !weekend.contains(&day))) {
            self.weekend = weekend.to_vec();
        }
        self
    }

    /// When the working day begins.
    pub fn from(&self) -> NaiveTime {
        self.from
    }

    /// When the working day ends.
    pub fn until(&self) -> NaiveTime {
        self.until
    }

    /// Whether people work on `day`.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        !self.weekend.contains(&day.weekday()) && !self.holidays.contains(&day)
    }

    /// The last working day before `day`.
    pub fn before(&self, day: NaiveDate) -> NaiveDate {
        (1..HORIZON_DAYS)
            .filter_map(|back| day.checked_sub_days(Days::new(back)))
            .find(|day| self.is_working(*day))
            .unwrap_or(day)
    }

    /// The first working day after `day`.
    pub fn after(&self, day: NaiveDate) -> NaiveDate {
        (1..HORIZON_DAYS)
            .filter_map(|on| day.checked_add_days(Days::new(on)))
            .find(|day| self.is_working(*day))
            .unwrap_or(day)
    }

    /// The working hours of `day` in `zone`, as instants; none on a day off.
    pub fn hours(&self, day: NaiveDate, zone: &Zone) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let at = |time: NaiveTime| zone.instant(NaiveDateTime::new(day, time));
        self.is_working(day).then(|| (at(self.from), at(self.until)))
    }
}

fn hour(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn the_working_day_before_and_after_skips_weekends_and_holidays() {
        let plain = WorkCalendar::default();
        let feast = WorkCalendar::default().with_holidays([day("2026-12-24"), day("2026-12-25")]);
        for (calendar, on, before, after) in [
            (&plain, "2026-11-19", "2026-11-18", "2026-11-20"),
            (&plain, "2026-11-16", "2026-11-13", "2026-11-17"),
            (&plain, "2026-11-21", "2026-11-20", "2026-11-23"),
            (&feast, "2026-12-28", "2026-12-23", "2026-12-29"),
            (&feast, "2026-12-23", "2026-12-22", "2026-12-28"),
        ] {
            assert_eq!(calendar.before(day(on)), day(before), "before {on}");
            assert_eq!(calendar.after(day(on)), day(after), "after {on}");
        }
    }

    #[test]
    fn a_week_may_rest_on_other_days_but_not_on_all_of_them() {
        let gulf = WorkCalendar::default().with_weekend(&[Weekday::Fri, Weekday::Sat]);
        assert_eq!((gulf.is_working(day("2026-11-20")), gulf.is_working(day("2026-11-22"))), (false, true));
        let all: Vec<Weekday> = (0..7).filter_map(|day| Weekday::try_from(day).ok()).collect();
        assert_eq!(WorkCalendar::default().with_weekend(&all), WorkCalendar::default());
    }
}
