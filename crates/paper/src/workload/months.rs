//! Months and days as tables of work write them.

use domain::{headcount::Month, spelling::fold};

use crate::table::{DayOrder, NoDay, YEARS, read_day};

/// The months' names, folded: English, German, French, Spanish, Portuguese, Italian, Dutch, Turkish. Their beginnings of
/// three letters or more are read too, where they begin one month only.
#[rustfmt::skip]
const NAMES: [&[&str]; 12] = [
    &["january", "januar", "janner", "janvier", "enero", "janeiro", "gennaio", "januari", "ocak"],
    &["february", "februar", "fevrier", "febrero", "fevereiro", "febbraio", "februari", "subat"],
    &["march", "marz", "mars", "marzo", "marco", "maart", "mart", "mrz"],
    &["april", "avril", "abril", "aprile", "nisan"],
    &["may", "mai", "mayo", "maio", "maggio", "mei", "mayis"],
    &["june", "juni", "juin", "junio", "junho", "giugno", "haziran"],
    &["july", "juli", "juillet", "julio", "julho", "luglio", "temmuz"],
    &["august", "aout", "agosto", "augustus", "agustos"],
    &["september", "septembre", "septiembre", "setembro", "settembre", "eylul"],
    &["october", "oktober", "octobre", "octubre", "outubro", "ottobre", "ekim"],
    &["november", "novembre", "noviembre", "novembro", "kasim"],
    &["december", "dezember", "decembre", "diciembre", "dezembro", "dicembre", "aralik"],
];

/// Why a cell is not a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoMonth {
    /// It is neither a day nor a month.
    Unknown,
    /// Day and month could change places.
    Ambiguous,
}

impl NoMonth {
    pub(super) fn sentence(self) -> &'static str {
        match self {
            Self::Unknown => {
                "This is neither a day nor a month. The row is left out; write it as 2026-03-14 or 2026-03."
            }
            Self::Ambiguous => {
                "Day and month of this date could change places, and no other date in the column tells which comes first. The row is left out; write it as 2026-03-14."
            }
        }
    }
}

/// The month of a day ([`read_day`]), of `2026-11`, `11/2026`, `11.2026`, `Nov 2026` or `November 2026`.
pub(super) fn read_month(cell: &str, order: DayOrder) -> Result<Month, NoMonth> {
    match read_day(cell, order) {
        Ok(day) => Ok(Month::of(day)),
        // The same month whichever comes first: the days of 4/4 and the like are read as days already.
        Err(NoDay::Ambiguous) => Err(NoMonth::Ambiguous),
        Err(NoDay::Unknown) => read_bare(cell.trim()).ok_or(NoMonth::Unknown),
    }
}

fn read_bare(cell: &str) -> Option<Month> {
    let folded = fold(cell);
    let (first, second) = folded.split_once(' ')?;
    let (year, month) = if first.len() == 4 && is_digits(first) { (first, second) } else { (second, first) };
    if year.len() != 4 || !is_digits(year) {
        return None;
    }
    let month = if is_digits(month) {
        // Folding has taken every sign for a space; only signs that stand between a month and its year may.
        let between = |letter: char| matches!(letter, '-' | '/' | '.');
        let signs = cell.chars().filter(|letter| !letter.is_ascii_digit()).count();
        if month.len() > 2 || signs != 1 || !cell.contains(between) {
            return None;
        }
        month.parse().ok()?
    } else {
        named(month)?
    };
    year.parse().ok().filter(|year| YEARS.contains(year)).and_then(|year| Month::new(year, month))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn named(word: &str) -> Option<u32> {
    if word.len() < 3 {
        return None;
    }
    let whole = NAMES.iter().position(|names| names.contains(&word));
    let place = whole.or_else(|| {
        let begins = |names: &[&str]| names.iter().any(|name| name.starts_with(word));
        let mut places = (0..).zip(NAMES).filter(|(_, names)| begins(names)).map(|(place, _)| place);
        places.next().filter(|_| places.next().is_none())
    })?;
    u32::try_from(place).ok().map(|place| place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f5_a_day_and_a_month_are_read_in_every_form() {
        for (cell, month) in [
            ("2026-11", Ok("2026-11")),
            ("2026-11-28", Ok("2026-11")),
            ("2026-11-28T10:00:00Z", Ok("2026-11")),
            ("28.11.2026", Ok("2026-11")),
            ("11/2026", Ok("2026-11")),
            ("11.2026", Ok("2026-11")),
            ("2026/3", Ok("2026-03")),
            ("Nov 2026", Ok("2026-11")),
            ("2026 November", Ok("2026-11")),
            ("März 2026", Ok("2026-03")),
            ("Mai-2026", Ok("2026-05")),
            ("juil. 2026", Ok("2026-07")),
            ("Ekim 2026", Ok("2026-10")),
            ("jui 2026", Err(NoMonth::Unknown)),
            ("ju 2026", Err(NoMonth::Unknown)),
            ("3/4/2026", Err(NoMonth::Ambiguous)),
            ("2026-13", Err(NoMonth::Unknown)),
            ("2026-00", Err(NoMonth::Unknown)),
            ("2026-02-30", Err(NoMonth::Unknown)),
            ("1026-05", Err(NoMonth::Unknown)),
            ("-11 2026", Err(NoMonth::Unknown)),
            ("11 2026", Err(NoMonth::Unknown)),
            ("2026", Err(NoMonth::Unknown)),
            ("45000", Err(NoMonth::Unknown)),
            ("Q4 2026", Err(NoMonth::Unknown)),
            ("soon", Err(NoMonth::Unknown)),
            ("", Err(NoMonth::Unknown)),
        ] {
            let read = read_month(cell, DayOrder::default()).map(|month| month.to_string());
            assert_eq!(read, month.map(str::to_owned), "{cell:?}");
        }
    }

    #[test]
    fn the_column_decides_which_comes_first() {
        let order = DayOrder::of(["25/12/2026"].into_iter());
        assert_eq!(read_month("3/4/2026", order).map(|month| month.to_string()), Ok("2026-04".into()));
    }

    #[test]
    fn every_name_is_folded_and_names_one_month() {
        for (place, names) in (1..).zip(NAMES) {
            for name in names {
                assert_eq!((fold(name).as_str(), named(name)), (*name, Some(place)), "{name}");
            }
        }
    }
}
