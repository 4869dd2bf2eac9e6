//! Days off that come every year: the same date, or the same weekday of a month (RFC 5545, section 3.3.10).

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, Weekday};

use super::stamp::day_of;

/// The most occurrences that are counted.
const MOST: u32 = 1_000;

/// Which day of a year it is.
#[derive(Clone, Copy)]
enum Which {
    Date {
        month: u32,
        day: u32,
    },
    /// The first, second and so on weekday of a month; from its end when negative.
    Nth {
        month: u32,
        nth: i8,
        weekday: Weekday,
    },
}

/// The days within a stretch that a rule brings, beginning at its first; none when it repeats in another way.
pub(super) fn days(
    text: &str,
    first: NaiveDate,
    within: &RangeInclusive<NaiveDate>,
) -> Option<Vec<NaiveDate>> {
    let (mut is_yearly, mut interval, mut count, mut until) = (false, 1_u32, None, None);
    let (mut month, mut day, mut weekday) = (first.month(), None, None);
    for part in text.split(';').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=')?;
        match name.to_ascii_uppercase().as_str() {
            "FREQ" => is_yearly = value.eq_ignore_ascii_case("YEARLY"),
            "INTERVAL" => interval = value.parse().ok().filter(|years| (1..=100).contains(years))?,
            "COUNT" => count = Some(value.parse::<u32>().ok().filter(|count| (1..=MOST).contains(count))?),
            "UNTIL" => until = Some(day_of(value.get(..8)?)?),
            "WKST" => {}
            "BYMONTH" => month = value.parse().ok().filter(|month| (1..=12).contains(month))?,
            "BYMONTHDAY" => day = Some(value.parse::<u32>().ok().filter(|day| (1..=31).contains(day))?),
            "BYDAY" => weekday = Some(nth_weekday(value)?),
            _ => return None,
        }
    }
    let which = match (weekday, day) {
        (None, day) => Which::Date { month, day: day.unwrap_or(first.day()) },
        (Some((nth, weekday)), None) => Which::Nth { month, nth, weekday },
        // The Tuesday between the second and the eighth: nobody's day off that could be told from a mistake.
        (Some(_), Some(_)) => return None,
    };
    if !is_yearly {
        return None;
    }
    let last = until.map_or(*within.end(), |until| until.min(*within.end()));
    let years = (first.year()..=last.year()).step_by(usize::try_from(interval).ok()?);
    // A 29 February comes in leap years only, and only those count.
    let days = years.filter_map(|year| which.in_year(year)).filter(|day| *day >= first);
    let counted = days.take(usize::try_from(count.unwrap_or(u32::MAX)).ok()?);
    Some(counted.filter(|day| *day <= last && within.contains(day)).collect())
}

/// `4TH` and `-1MO`: which weekday, and the how manieth of its month.
fn nth_weekday(text: &str) -> Option<(i8, Weekday)> {
    const NAMES: [(&str, Weekday); 7] = [
        ("MO", Weekday::Mon),
        ("TU", Weekday::Tue),
        ("WE", Weekday::Wed),
        ("TH", Weekday::Thu),
        ("FR", Weekday::Fri),
        ("SA", Weekday::Sat),
        ("SU", Weekday::Sun),
    ];
    let (nth, name) = text.trim().split_at_checked(text.trim().len().checked_sub(2)?)?;
    let (_, weekday) = NAMES.into_iter().find(|(known, _)| name.eq_ignore_ascii_case(known))?;
    let nth = nth.parse::<i8>().ok().filter(|nth| (1..=5).contains(&nth.unsigned_abs()))?;
    Some((nth, weekday))
}

impl Which {
    fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Date { month, day } => NaiveDate::from_ymd_opt(year, month, day),
            Self::Nth { month, nth, weekday } if nth > 0 => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth.unsigned_abs())
            }
            // From the end: the last one there is, and back from it.
            Self::Nth { month, nth, weekday } => {
                let there = (1..=5).rev();
                let mut there =
                    there.filter_map(|nth| NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth));
                there.nth(usize::from(nth.unsigned_abs()).checked_sub(1)?)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_day_off_comes_every_year_and_other_rules_are_not_guessed() {
        let within = day("2025-11-27")..=day("2029-11-27");
        for (first, rule, expected) in [
            ("2011-12-25", "FREQ=YEARLY", Some("2025-12-25 2026-12-25 2027-12-25 2028-12-25")),
            ("2026-12-25", "FREQ=YEARLY;WKST=SU", Some("2026-12-25 2027-12-25 2028-12-25")),
            ("2024-12-25", "FREQ=YEARLY;INTERVAL=2", Some("2026-12-25 2028-12-25")),
            ("2025-05-01", "FREQ=YEARLY;COUNT=3", Some("2026-05-01 2027-05-01")),
            ("2025-05-01", "FREQ=YEARLY;UNTIL=20270430", Some("2026-05-01")),
            ("2025-05-01", "FREQ=YEARLY;UNTIL=20270501T000000Z", Some("2026-05-01 2027-05-01")),
            ("2024-02-29", "FREQ=YEARLY;COUNT=2", Some("2028-02-29")),
            (
                "2010-11-25",
                "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
                Some("2025-11-27 2026-11-26 2027-11-25 2028-11-23 2029-11-22"),
            ),
            (
                "2010-05-31",
                "FREQ=YEARLY;BYDAY=-1MO;BYMONTH=5",
                Some("2026-05-25 2027-05-31 2028-05-29 2029-05-28"),
            ),
            (
                "2010-10-03",
                "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=3",
                Some("2026-10-03 2027-10-03 2028-10-03 2029-10-03"),
            ),
            ("2031-01-01", "FREQ=YEARLY", Some("")),
            ("2026-05-01", "FREQ=MONTHLY", None),
            ("2026-05-01", "FREQ=YEARLY;BYDAY=FR", None),
            ("2026-05-01", "FREQ=YEARLY;BYDAY=6FR", None),
            ("2026-05-01", "FREQ=YEARLY;BYDAY=1FR,2FR", None),
            ("2026-05-01", "FREQ=YEARLY;BYMONTHDAY=2,3", None),
            ("2026-05-01", "FREQ=YEARLY;BYMONTHDAY=3;BYDAY=1FR", None),
            ("2026-05-01", "FREQ=YEARLY;BYEASTER=0", None),
            ("2026-05-01", "FREQ=YEARLY;COUNT=0", None),
            ("2026-05-01", "FREQ=YEARLY;INTERVAL=0", None),
            ("2026-05-01", "FREQ=YEARLY;UNTIL=é", None),
            ("2026-05-01", "FREQ=YEARLY;BYDAY=é", None),
            ("2026-05-01", "BYMONTH=5", None),
        ] {
            let found = days(rule, day(first), &within);
            let found = found.map(|days| days.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
            assert_eq!(found.as_deref(), expected, "{first} {rule}");
        }
    }
}
