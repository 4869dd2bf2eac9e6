//! Days as spreadsheets write them, and which of `4/5` is the month.

use chrono::NaiveDate;

/// Years a table can speak of. Anything else is a slip of the keyboard.
pub(crate) const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// What the days of one column say about the order of day and month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct DayOrder {
    day_first: bool,
    month_first: bool,
}

impl DayOrder {
    /// The evidence of a whole column: every day that can only be read one way.
    pub(crate) fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let mut order = Self::default();
        for (first, second, _) in cells.filter_map(parts_of_slashed) {
            order.day_first |= first > 12;
            order.month_first |= second > 12;
        }
        order
    }
}

/// Why a cell is not a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoDay {
    /// It is not written as a day, or there is no such day.
    Unknown,
    /// Day and month could change places, and the column does not say which is which.
    Ambiguous,
}

impl NoDay {
    pub(crate) fn sentence(self) -> &'static str {
        match self {
            Self::Unknown => "This is not a day. Write it as 2026-03-14, with the year in four digits.",
            Self::Ambiguous => {
                "Day and month of this date could change places, and no other date in the column tells which comes first. Write it as 2026-03-14."
            }
        }
    }
}

/// Reads `2026-03-14`, `14.3.2026`, and `14/3/2026` or `3/14/2026` as the column's other days suggest; a time of day
/// behind it is left out.
pub(crate) fn read_day(cell: &str, order: DayOrder) -> Result<NaiveDate, NoDay> {
    let (year, month, day) = if let Some((first, second, year)) = parts_of_slashed(cell) {
        let day_first = match (order.day_first, order.month_first) {
            _ if first > 12 || first == second => true,
            _ if second > 12 => false,
            (true, false) => true,
            (false, true) => false,
            _ => return Err(NoDay::Ambiguous),
        };
        if day_first { (year, second, first) } else { (year, first, second) }
    } else if let Some([day, month, year]) = numbers(without_time(cell), '.').filter(|parts| parts[2] > 99) {
        (year, month, day)
    } else {
        let date = without_time(cell);
        ['-', '/', '.']
            .into_iter()
            .find_map(|between| numbers(date, between))
            .map(|[year, month, day]| (year, month, day))
            .ok_or(NoDay::Unknown)?
    };
    i32::try_from(year)
        .ok()
        .filter(|year| YEARS.contains(year))
        .and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
        .ok_or(NoDay::Unknown)
}

/// The parts of `4/5/2026` and `4-5-2026`, in the order they stand.
fn parts_of_slashed(cell: &str) -> Option<(u32, u32, u32)> {
    let date = without_time(cell);
    let parts = numbers(date, '/').or_else(|| numbers(date, '-'))?;
    let [first, second, year] = parts;
    (first <= 31 && second <= 31 && year > 99).then_some((first, second, year))
}

fn numbers(date: &str, between: char) -> Option<[u32; 3]> {
    let mut parts = date.split(between).map(|part| {
        let part = part.trim();
        let digits = (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse().ok()).flatten()
    });
    let three = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(three)
}

fn without_time(cell: &str) -> &str {
    let cell = cell.trim();
    match cell.split_once(['T', ' ']) {
        Some((date, time)) if time.contains(':') => date,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_day_that_reads_one_way_needs_no_evidence() {
        for (cell, read) in [
            ("2026-03-14", "2026-03-14"),
            ("2026/3/4", "2026-03-04"),
            ("2026-03-14T08:30:00Z", "2026-03-14"),
            ("2026-03-14 00:00:00", "2026-03-14"),
            ("14.03.2026", "2026-03-14"),
            ("4.3.2026", "2026-03-04"),
            ("14. 3. 2026", "2026-03-14"),
            ("14/3/2026", "2026-03-14"),
            ("3/14/2026", "2026-03-14"),
            ("5-5-2026", "2026-05-05"),
        ] {
            assert_eq!(read_day(cell, DayOrder::default()), Ok(day(read)), "{cell}");
        }
    }

    #[test]
    fn the_column_decides_which_comes_first() {
        for (column, read) in [
            (&["1/2/2020", "25/12/2019"][..], Ok(day("2020-02-01"))),
            (&["1/2/2020", "12/25/2019", "2020-01-30"], Ok(day("2020-01-02"))),
            (&["1/2/2020", "3/4/2021"], Err(NoDay::Ambiguous)),
            (&["1/2/2020", "25/12/2019", "12/25/2019"], Err(NoDay::Ambiguous)),
        ] {
            assert_eq!(read_day("1/2/2020", DayOrder::of(column.iter().copied())), read, "{column:?}");
        }
    }

    #[test]
    fn what_is_no_day_is_not_guessed_at() {
        for cell in [
            "14.3.26",
            "3/14/26",
            "45000",
            "soon",
            "2026-02-30",
            "31.4.2026",
            "1.1.0026",
            "2026-13-01",
            "1/2/3/2026",
            "-1/2/2026",
            "",
            "2026-03-14x",
            "13/13/2026",
        ] {
            assert_eq!(read_day(cell, DayOrder::default()), Err(NoDay::Unknown), "{cell:?}");
        }
    }
}
