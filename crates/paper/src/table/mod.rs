//! Tables as files write them: cells under one row of headings. What is read of people and of work goes through here.

use std::collections::HashSet;

mod cells;
mod days;
mod decode;
mod headings;

pub(crate) use cells::Cells;
pub(crate) use days::{DayOrder, NoDay, YEARS, read_day};
pub(crate) use headings::{find_word, guess_columns};

use self::{
    cells::{Splitter, separator_of},
    decode::decode,
};
use crate::{PaperFault, Place};

/// How large a table may be, and what to do about one that is too wide.
pub(crate) struct Limits {
    /// Bytes of the file.
    pub(crate) bytes: usize,
    /// Rows below the header.
    pub(crate) rows: usize,
    /// Columns.
    pub(crate) columns: usize,
    /// Cells below the header.
    pub(crate) cells: usize,
    /// The next step where there are too many columns.
    pub(crate) fewer_columns: &'static str,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The row as a spreadsheet numbers it: the header is usually row 1.
    pub number: u32,
    cells: Cells,
}

impl Row {
    pub(crate) fn new(number: u32, cells: Cells) -> Self {
        Self { number, cells }
    }

    /// The cell at `place`, counted from 0, as it stands in the file.
    pub fn cell(&self, place: usize) -> &str {
        self.cells.get(place)
    }
}

/// A row that does not fit under its header, and why.
pub(crate) struct Ragged {
    pub(crate) number: u32,
    pub(crate) column: String,
    pub(crate) sentence: String,
}

/// Rows under named columns.
pub(crate) struct Grid {
    /// The headings, each named and no two alike.
    pub(crate) columns: Vec<String>,
    /// The row in which the headings stand.
    pub(crate) header: u32,
    /// The rows that fit the header. Rows in which nothing stands are left out.
    pub(crate) rows: Vec<Row>,
    /// The rows that do not.
    pub(crate) ragged: Vec<Ragged>,
}

/// Reads a grid of bytes: UTF-8 or UTF-16, separated by comma, semicolon or tab.
///
/// # Errors
/// Names the row and column at which the file stops being a table: not text, a quote that is never closed, no header,
/// more than the limits.
pub(crate) fn read_grid(bytes: &[u8], limits: &Limits) -> Result<Grid, PaperFault> {
    let text = decode(bytes, limits.bytes)?;
    let (text, separator) = separator_of(&text);
    let mut rows =
        Splitter::new(text, separator).filter(|row| row.open_quote.is_some() || !row.cells.is_blank());
    let Some(header) = rows.next() else { return Err(empty()) };
    check_quotes(header.number, header.open_quote)?;
    let columns = name_columns(&header.cells);
    if columns.len() > limits.columns {
        return Err(PaperFault::unreadable(
            Place::cell(u64::from(header.number), limits.columns as u64 + 1),
            format!("The table has {} columns; {} can be read.", columns.len(), limits.columns),
            limits.fewer_columns,
        ));
    }
    let mut grid = Grid { columns, header: header.number, rows: Vec::new(), ragged: Vec::new() };
    let mut cells = 0;
    for row in rows {
        check_quotes(row.number, row.open_quote)?;
        if grid.rows.len() + grid.ragged.len() == limits.rows {
            return Err(too_many(row.number, "rows", limits.rows));
        }
        cells += row.cells.len();
        if cells > limits.cells {
            return Err(too_many(row.number, "cells", limits.cells));
        }
        match ragged(row.number, &row.cells, &grid.columns) {
            None => grid.rows.push(Row { number: row.number, cells: row.cells }),
            Some(ragged) => grid.ragged.push(ragged),
        }
    }
    Ok(grid)
}

/// There is nothing in the table.
pub(crate) fn empty() -> PaperFault {
    PaperFault::unreadable(
        Place::row(1),
        "The file is empty.",
        "Choose a table whose first row names its columns.",
    )
}

/// There is more in the table than can be read, from this row on.
pub(crate) fn too_many(row: u32, what: &str, most: usize) -> PaperFault {
    PaperFault::unreadable(
        Place::row(u64::from(row)),
        format!("The table has more than {most} {what}."),
        "Split the table into smaller files.",
    )
}

fn check_quotes(row: u32, open_quote: Option<u64>) -> Result<(), PaperFault> {
    match open_quote {
        None => Ok(()),
        Some(column) => Err(PaperFault::unreadable(
            Place::cell(u64::from(row), column),
            "A cell begins with a quotation mark that is never closed.",
            "Close it, or take it out, then save the table again.",
        )),
    }
}

/// The names of the columns: none is empty and no two are alike.
pub(crate) fn name_columns(header: &Cells) -> Vec<String> {
    let mut names: Vec<String> = (0..header.len()).map(|place| one_line(header.get(place))).collect();
    while names.last().is_some_and(String::is_empty) {
        names.pop();
    }
    let mut taken: HashSet<String> = HashSet::new();
    for (name, number) in names.iter_mut().zip(1..) {
        if name.is_empty() {
            *name = format!("Column {number}");
        }
        let bare = name.clone();
        let mut copy = 2;
        while !taken.insert(name.clone()) {
            *name = format!("{bare} ({copy})");
            copy += 1;
        }
    }
    names
}

/// Why a row does not fit under its header. Empty cells beyond the last column are no reason.
fn ragged(number: u32, cells: &Cells, columns: &[String]) -> Option<Ragged> {
    let beyond = (columns.len()..cells.len()).find(|place| !cells.get(*place).trim().is_empty());
    let column = match (beyond, columns.get(cells.len())) {
        (Some(place), _) => format!("Column {}", place + 1),
        (None, Some(missing)) => missing.clone(),
        (None, None) => return None,
    };
    let sentence = format!(
        "This row has {} cells and the header has {}. Check the separators and quotation marks of the row.",
        cells.len(),
        columns.len()
    );
    Some(Ragged { number, column, sentence })
}

/// A cell as one line: no line breaks, no double spaces, none at the ends.
pub(crate) fn one_line(cell: &str) -> String {
    let mut words = cell.split_whitespace();
    let mut line = words.next().unwrap_or_default().to_owned();
    for word in words {
        line.push(' ');
        line.push_str(word);
    }
    line
}
