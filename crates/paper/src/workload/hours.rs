//! Hours as tables of work write them, and whether a comma stands before tenths or between thousands.

use super::WorkUnit;

/// The most hours that a row may stand for. More is a slip, and sums of it would be no numbers any more.
const MOST: f64 = 10_000_000.0;

/// What the numbers of one column say about their signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs {
    comma: bool,
    point: bool,
}

impl Signs {
    /// A point stands before tenths: how a workbook gives its numbers.
    pub(super) const POINT: Self = Self { comma: false, point: true };

    /// The evidence of a whole column: every number that can only be read one way.
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let mut signs = Self::default();
        for cell in cells {
            match last_sign(cell.trim()) {
                Some((',', true)) => signs.comma = true,
                Some(('.', true)) => signs.point = true,
                _ => {}
            }
        }
        signs
    }
}

/// The last comma or point of a number, and whether it can only stand before tenths.
fn last_sign(cell: &str) -> Option<(char, bool)> {
    let place = cell.rfind([',', '.'])?;
    let sign = if cell[place..].starts_with(',') { ',' } else { '.' };
    let (before, after) = (&cell[..place], &cell[place + 1..]);
    if before.contains(sign) {
        return Some((sign, false));
    }
    let both = before.contains([',', '.']);
    let whole = before.trim_start_matches(['-', '+', '\u{2212}']);
    Some((sign, both || after.len() != 3 || whole.is_empty() || whole.starts_with('0') || whole.len() > 3))
}

/// Why a cell gives no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoNumber {
    /// It is not written as a number.
    Unknown,
    /// It is below zero.
    BelowZero,
    /// A comma could stand before tenths or between thousands.
    Ambiguous,
    /// It is more than any row can stand for.
    TooMuch,
}

impl NoNumber {
    pub(super) fn sentence(self) -> &'static str {
        match self {
            Self::Unknown => "This is not a number. The row is left out; write for example 2.5.",
            Self::BelowZero => "This is below zero. The row is left out; write a number from 0 on.",
            Self::Ambiguous => {
                "The comma of this number could stand before tenths or between thousands, and no other number in the column tells. The row is left out; write for example 1234 or 1.234."
            }
            Self::TooMuch => "This is more than ten million hours. The row is left out; check the column.",
        }
    }
}

/// Reads hours: `2.5`, `2,5`, `1,234.5`, `1.234,5`, all in the unit of the column, and `1:30`, which is hours and minutes in
/// any.
pub(super) fn read_hours(
    cell: &str,
    signs: Signs,
    unit: WorkUnit,
    hours_per_day: f64,
) -> Result<f64, NoNumber> {
    let cell = cell.trim();
    let hours = match read_clock(cell) {
        Some(hours) => hours,
        None => {
            let number = read_number(cell, signs)?;
            match unit {
                WorkUnit::Seconds => number / 3600.0,
                WorkUnit::Minutes => number / 60.0,
                WorkUnit::Hours => number,
                WorkUnit::Days => number * hours_per_day,
            }
        }
    };
    if hours > MOST { Err(NoNumber::TooMuch) } else { Ok(hours) }
}

/// Reads a number from 0 on.
pub(super) fn read_number(cell: &str, signs: Signs) -> Result<f64, NoNumber> {
    let cell = cell.trim();
    // What a spreadsheet writes of a very large or very small number.
    let scientific = cell.contains(['e', 'E']) && cell.bytes().filter(u8::is_ascii_alphabetic).count() == 1;
    let plain = if scientific { Some(cell.to_owned()) } else { plain(cell, signs)? };
    let number = plain.and_then(|plain| plain.parse::<f64>().ok()).ok_or(NoNumber::Unknown)?;
    match number {
        number if !number.is_finite() => Err(NoNumber::TooMuch),
        // Less than nothing by a rounding of the last digit is nothing; and there is no zero below zero.
        number if number < 0.0 => Err(NoNumber::BelowZero),
        number => Ok(number + 0.0),
    }
}

/// The number with a point before its tenths and nothing between its thousands; none for what is not written as one.
fn plain(cell: &str, signs: Signs) -> Result<Option<String>, NoNumber> {
    let (sign, digits) = match cell.strip_prefix(['-', '\u{2212}']) {
        Some(digits) => ("-", digits),
        None => ("", cell.strip_prefix('+').unwrap_or(cell)),
    };
    let allowed = |letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '.');
    if !digits.chars().all(allowed) || !digits.contains(|letter: char| letter.is_ascii_digit()) {
        return Ok(None);
    }
    let tenths = match last_sign(digits) {
        None => None,
        Some((found, true)) => Some(found),
        // What stands there twice stands between thousands.
        Some((found, false)) if digits.matches(found).count() > 1 => None,
        // A point that could be either stands before tenths unless the column has commas there.
        Some(('.', false)) => (!signs.comma || signs.point).then_some('.'),
        Some((_, false)) => match (signs.comma, signs.point) {
            (true, false) => Some(','),
            (false, true) => None,
            _ => return Err(NoNumber::Ambiguous),
        },
    };
    let (whole, part) = match tenths.and_then(|tenths| digits.rsplit_once(tenths)) {
        Some((whole, part)) => (whole, part),
        None => (digits, ""),
    };
    Ok(without_thousands(whole).map(|whole| format!("{sign}{whole}.{part}0")))
}

/// The digits of a whole number that may have one kind of sign between its thousands.
fn without_thousands(whole: &str) -> Option<String> {
    let mut groups = whole.split([',', '.']);
    let first = groups.next()?;
    let mut digits = first.to_owned();
    let one_kind = !(whole.contains(',') && whole.contains('.'));
    for group in groups {
        if group.len() != 3 || first.is_empty() || first.len() > 3 || !one_kind {
            return None;
        }
        digits.push_str(group);
    }
    Some(if digits.is_empty() { "0".to_owned() } else { digits })
}

/// `1:30` and `1:30:15` as hours; none for anything else.
fn read_clock(cell: &str) -> Option<f64> {
    let mut parts = cell.split(':').map(|part| {
        let digits = (1..=6).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse::<f64>().ok()).flatten()
    });
    let (hours, minutes) = (parts.next()??, parts.next()??);
    let seconds = match parts.next() {
        None => 0.0,
        Some(seconds) => seconds?,
    };
    let fits = parts.next().is_none() && minutes < 60.0 && seconds < 60.0;
    fits.then_some(hours + minutes / 60.0 + seconds / 3600.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f5_hours_are_read_with_point_and_with_comma() {
        use NoNumber::*;
        let comma = Signs { comma: true, point: false };
        for (cell, signs, read) in [
            ("2", Signs::default(), Ok(2.0)),
            ("2.5", Signs::default(), Ok(2.5)),
            ("2,5", Signs::default(), Ok(2.5)),
            (" 0,25 ", Signs::default(), Ok(0.25)),
            (".5", Signs::default(), Ok(0.5)),
            ("2.", Signs::default(), Ok(2.0)),
            ("0,125", Signs::default(), Ok(0.125)),
            ("1.234", Signs::default(), Ok(1.234)),
            ("1.234", comma, Ok(1234.0)),
            ("1,234", comma, Ok(1.234)),
            ("1,234", Signs::POINT, Ok(1234.0)),
            ("1,234", Signs::default(), Err(Ambiguous)),
            ("1,234.5", Signs::default(), Ok(1234.5)),
            ("1.234,5", Signs::default(), Ok(1234.5)),
            ("1,234,567", Signs::default(), Ok(1_234_567.0)),
            ("1.234.567", Signs::default(), Ok(1_234_567.0)),
            ("1,234,567.8", comma, Ok(1_234_567.8)),
            ("1e-2", Signs::default(), Ok(0.01)),
            ("1:30", Signs::default(), Ok(1.5)),
            ("100:00:36", Signs::default(), Ok(100.01)),
            ("1:60", Signs::default(), Err(Unknown)),
            ("-0", Signs::default(), Ok(0.0)),
            ("-1", Signs::default(), Err(BelowZero)),
            ("\u{2212}1,5", Signs::default(), Err(BelowZero)),
            ("-1e3", Signs::default(), Err(BelowZero)),
            ("12,34,5", Signs::default(), Err(Unknown)),
            ("1.2.3", Signs::default(), Err(Unknown)),
            ("10000001", Signs::default(), Err(TooMuch)),
            ("1e999", Signs::default(), Err(TooMuch)),
            ("NaN", Signs::default(), Err(Unknown)),
            ("inf", Signs::default(), Err(Unknown)),
            ("two", Signs::default(), Err(Unknown)),
            ("e", Signs::default(), Err(Unknown)),
            ("2 h", Signs::default(), Err(Unknown)),
            ("", Signs::default(), Err(Unknown)),
            (",", Signs::default(), Err(Unknown)),
        ] {
            assert_eq!(read_hours(cell, signs, WorkUnit::Hours, 8.0), read, "{cell:?} {signs:?}");
        }
    }

    #[test]
    fn minutes_seconds_and_days_become_hours() {
        for (cell, unit, hours) in [
            ("90", WorkUnit::Minutes, 1.5),
            ("5400", WorkUnit::Seconds, 1.5),
            ("1,5", WorkUnit::Days, 12.0),
            ("1:30", WorkUnit::Minutes, 1.5),
        ] {
            assert_eq!(read_hours(cell, Signs::default(), unit, 8.0), Ok(hours), "{cell}");
        }
    }

    #[test]
    fn the_column_says_what_its_signs_are() {
        for (cells, comma, point) in [
            (&["1,5", "1.234"][..], true, false),
            (&["1.5", "1,234"], false, true),
            (&["1,234", "1.234"], false, false),
            (&["1.234,5"], true, false),
            (&["0,250"], true, false),
            (&["", "x", "1"], false, false),
        ] {
            assert_eq!(Signs::of(cells.iter().copied()), Signs { comma, point }, "{cells:?}");
        }
    }
}
