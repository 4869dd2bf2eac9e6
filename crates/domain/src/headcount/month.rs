//! A calendar month, the step in which a plan counts.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::Refusal;

/// The first month of the year 1, counted from the year 0.
const FIRST: i32 = 12;
/// The last month of the year 9999.
const LAST: i32 = 9999 * 12 + 11;

/// A month of a year from 1 to 9999, written `2026-11`. Months are ordered by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
#[serde(try_from = "String", into = "String")]
pub struct Month(i32);

impl Month {
    /// The month `month` (1 to 12) of a year (1 to 9999); none for any other.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        let month = i32::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
        (1..=9999).contains(&year).then(|| Self(year * 12 + month - 1))
    }

    /// The month that holds a day. Days outside the years 1 to 9999 fall into the nearest month there is.
    pub fn of(day: NaiveDate) -> Self {
        Self((day.year().saturating_mul(12).saturating_add(day.month0() as i32)).clamp(FIRST, LAST))
    }

    /// The month so many months later, or earlier for a count below zero. It stops at the first and last month there is.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months).clamp(FIRST, LAST))
    }

    /// How many months this is after another; below zero where it is before.
    pub fn since(self, other: Self) -> i32 {
        self.0 - other.0
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month of the year, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.rem_euclid(12).unsigned_abs() + 1
    }

    /// The first day of it.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year(), self.month(), 1).unwrap_or_default()
    }

    /// How many days it has.
    pub fn days(self) -> u32 {
        match self.month() {
            2 if self.first_day().leap_year() => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

impl FromStr for Month {
    type Err = Refusal;

    /// Reads `2026-11` and nothing else: four digits, a hyphen, two digits.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = |part: &str, count: usize| {
            (part.len() == count && part.bytes().all(|letter| letter.is_ascii_digit()))
                .then(|| part.parse::<u32>().ok())
                .flatten()
        };
        text.split_once('-')
            .and_then(|(year, month)| Some((digits(year, 4)?, digits(month, 2)?)))
            .and_then(|(year, month)| Self::new(i32::try_from(year).ok()?, month))
            .ok_or_else(|| {
                Refusal::new("headcount.month", "This is not a month.")
                    .next("Write the year, a hyphen and the month, for example 2026-11.")
            })
    }
}

impl TryFrom<String> for Month {
    type Error = Refusal;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

/// A month for tests.
#[cfg(test)]
pub(super) fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_strictly_and_written_back() {
        for (text, year_and_month) in [
            ("2026-11", Some((2026, 11))),
            ("0001-01", Some((1, 1))),
            ("9999-12", Some((9999, 12))),
            ("2026-00", None),
            ("2026-13", None),
            ("0000-05", None),
            ("2026-1", None),
            ("26-11", None),
            ("2026-11-01", None),
            (" 2026-11", None),
            ("+026-11", None),
            ("2026/11", None),
            ("٢٠٢٦-11", None),
            ("", None),
        ] {
            let read = text.parse::<Month>();
            assert_eq!(
                read.as_ref().ok().map(|month| (month.year(), month.month())),
                year_and_month,
                "{text}"
            );
            if let Ok(read) = read {
                assert_eq!(read.to_string(), text);
                assert_eq!(serde_json::to_string(&read).expect("text"), format!("\"{text}\""));
            } else {
                assert!(serde_json::from_str::<Month>(&format!("\"{text}\"")).is_err());
            }
        }
    }

    #[test]
    fn months_are_counted_over_the_turn_of_the_year() {
        for (from, months, to) in [
            ("2026-11", 0, "2026-11"),
            ("2026-11", 2, "2027-01"),
            ("2027-01", -2, "2026-11"),
            ("2026-11", 36, "2029-11"),
            ("0001-01", -1, "0001-01"),
            ("9999-12", i32::MAX, "9999-12"),
        ] {
            assert_eq!(month(from).plus(months), month(to), "{from} and {months}");
        }
        assert_eq!(month("2029-11").since(month("2026-11")), 36);
        assert!(month("2026-11") < month("2027-01"));
        assert_eq!(Month::of("2026-11-28".parse().expect("a day")), month("2026-11"));
        for (of, days) in
            [("2026-02", 28), ("2028-02", 29), ("2100-02", 28), ("2026-04", 30), ("2026-12", 31)]
        {
            assert_eq!(month(of).days(), days, "{of}");
        }
    }
}
