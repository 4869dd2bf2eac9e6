//! A table as it leaves: the same cells become a sheet of the workbook, a CSV file, and what an edited copy is compared
//! with.

use domain::headcount::Month;

/// The row of the headings, counted from 0, where nothing stands above the table but its title, one line about it, and the
/// numbers of the months.
pub const HEADINGS: u32 = 3;
/// The row below [`HEADINGS`], as a spreadsheet numbers it.
pub const FIRST: u32 = HEADINGS + 2;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Empty,
    /// Always text, whatever it begins with.
    Text(String),
    Number(f64),
    Month(Month),
    /// A formula without its equals sign, and the application's own number for it.
    Formula(String, f64),
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Look {
    Text,
    /// Text over several lines.
    Wrapped,
    /// A whole number.
    Whole,
    /// A number with one decimal shown.
    Tenth,
    /// A number with two decimals shown, where one would round away what matters.
    Hundredth,
    Percent,
    Month,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub value: Value,
    pub look: Look,
}

impl Cell {
    pub const EMPTY: Self = Self { value: Value::Empty, look: Look::Text };

    pub fn text(text: impl Into<String>) -> Self {
        Self { value: Value::Text(text.into()), look: Look::Text }.or_empty()
    }

    pub fn prose(text: impl Into<String>) -> Self {
        Self { value: Value::Text(text.into()), look: Look::Wrapped }.or_empty()
    }

    pub fn whole(number: f64) -> Self {
        Self { value: Value::Number(number), look: Look::Whole }
    }

    pub fn number(number: f64, look: Look) -> Self {
        Self { value: Value::Number(number), look }
    }

    pub fn month(month: impl Into<Option<Month>>) -> Self {
        Self { value: month.into().map_or(Value::Empty, Value::Month), look: Look::Month }
    }

    pub fn formula(formula: impl Into<String>, number: f64, look: Look) -> Self {
        Self { value: Value::Formula(formula.into(), number), look }
    }

    fn or_empty(self) -> Self {
        match &self.value {
            Value::Text(text) if text.is_empty() => Self { value: Value::Empty, ..self },
            _ => self,
        }
    }
}

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// It says what a row is.
    Given,
    /// It may be changed, and the numbers follow.
    Input,
    /// It is calculated.
    Computed,
}

/// What may be written in an input column.
#[derive(Clone, Debug, PartialEq)]
pub enum Allowed {
    Anything,
    Between(f64, f64),
    Whole(i32, i32),
    OneOf(&'static [&'static str]),
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    pub heading: String,
    /// In letters.
    pub width: f64,
    pub purpose: Purpose,
    /// What its cells, from the first row to the last, are called in formulas.
    pub name: Option<&'static str>,
    pub allowed: Allowed,
    /// The month it is about, counted from the start of the plan.
    pub month: Option<u32>,
    /// Whether it lies beyond what facts reach. Its numbers are never shown as committed.
    pub is_extrapolated: bool,
}

impl Column {
    fn of(heading: &str, width: f64, purpose: Purpose) -> Self {
        let heading = heading.to_owned();
        Self {
            heading,
            width,
            purpose,
            name: None,
            allowed: Allowed::Anything,
            month: None,
            is_extrapolated: false,
        }
    }

    pub fn given(heading: &str, width: f64) -> Self {
        Self::of(heading, width, Purpose::Given)
    }

    pub fn input(heading: &str, width: f64, allowed: Allowed) -> Self {
        Self { allowed, ..Self::of(heading, width, Purpose::Input) }
    }

    pub fn computed(heading: &str, width: f64) -> Self {
        Self::of(heading, width, Purpose::Computed)
    }

    pub fn named(mut self, name: &'static str) -> Self {
        self.name = Some(name);
        self
    }

    /// The heading as a CSV has it, where no colour or note says what is extrapolated.
    pub fn plain_heading(&self) -> String {
        let heading = self.heading.replace('\n', " ");
        if self.is_extrapolated { format!("{} (extrapolated)", heading.replace('~', "")) } else { heading }
    }
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    pub cells: Vec<Cell>,
    /// Whether it sums others up.
    pub is_total: bool,
}

impl Row {
    pub fn of(cells: Vec<Cell>) -> Self {
        Self { cells, is_total: false }
    }
}

/// A table, a sheet of its own.
#[derive(Clone, Debug)]
pub struct Grid {
    /// What the sheet is called.
    pub sheet: &'static str,
    pub title: String,
    /// Lines below the title.
    pub about: Vec<String>,
    /// The row of the headings, counted from 0.
    pub headings: u32,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// How many columns stay in sight.
    pub frozen: u16,
    /// How many columns are printed; the others carry calculations.
    pub printed: u16,
}

impl Grid {
    pub fn new(sheet: &'static str, title: impl Into<String>, about: &str, columns: Vec<Column>) -> Self {
        let printed = u16::try_from(columns.len()).unwrap_or(u16::MAX);
        Self {
            sheet,
            title: title.into(),
            about: vec![about.to_owned()],
            headings: HEADINGS,
            columns,
            rows: Vec::new(),
            frozen: 1,
            printed,
        }
    }

    /// The first row below the headings, counted from 0.
    pub fn first(&self) -> u32 {
        self.headings + 1
    }

    /// The last row, counted from 0; the first where there is none, so that a name always has a cell.
    pub fn last(&self) -> u32 {
        self.first() + u32::try_from(self.rows.len()).unwrap_or(u32::MAX / 2).max(1) - 1
    }
}

/// What a spreadsheet calls a column, counted from 0: A to Z, AA and so on.
pub fn letters(column: usize) -> String {
    let mut name = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        name.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_a_spreadsheet_calls_them() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")] {
            assert_eq!(letters(column), name);
        }
    }
}
