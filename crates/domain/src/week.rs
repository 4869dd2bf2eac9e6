//! Weeks, Monday first: what the ribbons count in.

use chrono::{Datelike, Days, NaiveDate};

/// The Monday of the week that holds `day`.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

/// The Mondays of the `count` weeks that end with the week of `day`, oldest first.
pub fn weeks_until(day: NaiveDate, count: u32) -> Vec<NaiveDate> {
    let last = monday_of(day);
    (0..count).rev().map(|back| last - Days::new(7 * u64::from(back))).collect()
}

/// The Mondays of every week that begins in `year`, in order: 52 or 53 of them.
pub fn weeks_of_year(year: i32) -> Vec<NaiveDate> {
    let Some(first) = NaiveDate::from_ymd_opt(year, 1, 1) else { return Vec::new() };
    let start =
        if first.weekday().num_days_from_monday() == 0 { first } else { monday_of(first) + Days::new(7) };
    start.iter_weeks().take_while(|monday| monday.year() == year).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_week_begins_on_monday() {
        for (on, monday) in
            [("2026-11-16", "2026-11-16"), ("2026-11-22", "2026-11-16"), ("2026-01-01", "2025-12-29")]
        {
            assert_eq!(monday_of(day(on)), day(monday), "{on}");
        }
    }

    #[test]
    fn weeks_until_end_with_this_week() {
        let weeks = weeks_until(day("2026-11-22"), 26);
        assert_eq!((weeks.len(), weeks[0], weeks[25]), (26, day("2026-05-25"), day("2026-11-16")));
    }

    #[test]
    fn a_year_has_52_or_53_mondays() {
        for (year, count, first) in
            [(2026, 52, "2026-01-05"), (2024, 53, "2024-01-01"), (2029, 53, "2029-01-01")]
        {
            let weeks = weeks_of_year(year);
            assert_eq!((weeks.len(), weeks[0]), (count, day(first)), "{year}");
        }
    }
}
