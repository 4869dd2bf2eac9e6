//! The cycle of reviews: the year that a review looks back on, and its quarters.

use chrono::{Datelike, Months, NaiveDate};

/// One cycle of twelve months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
}

impl Cycle {
    /// The cycle that holds `day`, where cycles begin on the first of `month` (1 to 12; anything else is January).
    pub fn holding(day: NaiveDate, month: u32) -> Self {
        let month = if (1..=12).contains(&month) { month } else { 1 };
        let year = if day.month() < month { day.year() - 1 } else { day.year() };
        let from = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(day);
        Self { from, to: last_day(from, 12) }
    }

    /// The cycle that ends the day before this one begins.
    pub fn before(self) -> Self {
        let from = self.from.checked_sub_months(Months::new(12)).unwrap_or(self.from);
        Self { from, to: last_day(from, 12) }
    }

    /// Its four quarters, each with its first and last day.
    pub fn quarters(self) -> [(NaiveDate, NaiveDate); 4] {
        [0, 3, 6, 9].map(|months| {
            let from = self.from.checked_add_months(Months::new(months)).unwrap_or(self.from);
            (from, last_day(from, 3))
        })
    }

    /// What it is called: `2026`, or `2026/27` where it runs over New Year.
    pub fn name(self) -> String {
        let (from, to) = (self.from.year(), self.to.year());
        if from == to { from.to_string() } else { format!("{from}/{:02}", to.rem_euclid(100)) }
    }
}

fn last_day(from: NaiveDate, months: u32) -> NaiveDate {
    from.checked_add_months(Months::new(months)).and_then(|next| next.pred_opt()).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::Cycle;

    #[test]
    fn b6_c11_a_cycle_is_twelve_months_from_the_first_of_its_month() {
        for (day, month, from, to, name) in [
            ("2026-11-22", 1, "2026-01-01", "2026-12-31", "2026"),
            ("2026-11-22", 4, "2026-04-01", "2027-03-31", "2026/27"),
            ("2026-03-31", 4, "2025-04-01", "2026-03-31", "2025/26"),
            ("2028-02-29", 2, "2028-02-01", "2029-01-31", "2028/29"),
            ("1999-12-31", 12, "1999-12-01", "2000-11-30", "1999/00"),
            ("2026-11-22", 13, "2026-01-01", "2026-12-31", "2026"),
        ] {
            let cycle = Cycle::holding(day.parse().expect("a day"), month);
            assert_eq!((cycle.from.to_string(), cycle.to.to_string()), (from.into(), to.into()), "{day}");
            assert_eq!(cycle.name(), name);
            let quarters = cycle.quarters();
            assert_eq!((quarters[0].0, quarters[3].1), (cycle.from, cycle.to));
            for pair in quarters.windows(2) {
                assert_eq!(pair[0].1.succ_opt(), Some(pair[1].0), "no day is left out");
            }
            assert_eq!(cycle.before().to.succ_opt(), Some(cycle.from));
        }
    }
}
