//! Cells to a table: one header, rows that fit it, rows that do not.

use std::collections::HashSet;

use super::{
    Reject,
    cells::{Cells, Splitter, separator_of},
    decode::decode,
};
use crate::{PaperFault, Place};

/// The largest table, in bytes.
pub const LARGEST: usize = 16 * 1024 * 1024;
/// The most rows a table may have below its header.
pub const ROWS: usize = 200_000;
/// The most columns a table may have.
pub const COLUMNS: usize = 200;

/// A table as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The headings, from the left. Each is named and no two are alike: a column without a heading is called by its
    /// place (`Column 3`), and a heading that repeats gets a number (`Name (2)`).
    pub columns: Vec<String>,
    /// The rows that fit the header. Rows in which nothing stands are left out.
    pub rows: Vec<Row>,
    /// The rows that do not.
    pub ragged: Vec<Reject>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The row as a spreadsheet numbers it: the header is usually row 1.
    pub number: u32,
    cells: Cells,
}

impl Row {
    /// The cell at `place`, counted from 0, as it stands in the file.
    pub fn cell(&self, place: usize) -> &str {
        self.cells.get(place)
    }
}

/// Reads a table of bytes: UTF-8 or UTF-16, separated by comma, semicolon or tab.
///
/// # Errors
/// Names the row and column at which the file stops being a table: not text, a quote that is never closed, no header,
/// more than [`LARGEST`], [`ROWS`] or [`COLUMNS`].
pub fn read_table(bytes: &[u8]) -> Result<Table, PaperFault> {
    let text = decode(bytes)?;
    let (text, separator) = separator_of(&text);
    let mut rows =
        Splitter::new(text, separator).filter(|row| row.open_quote.is_some() || !row.cells.is_blank());
    let Some(header) = rows.next() else {
        return Err(PaperFault::unreadable(
            Place::row(1),
            "The file is empty.",
            "Choose a table whose first row names its columns.",
        ));
    };
    check_quotes(header.number, header.open_quote)?;
    let columns = name_columns(&header.cells);
    if columns.len() > COLUMNS {
        return Err(PaperFault::unreadable(
            Place::cell(u64::from(header.number), COLUMNS as u64 + 1),
            format!("The table has {} columns; {COLUMNS} can be read.", columns.len()),
            "Take out the columns that are not about people, then save the table again.",
        ));
    }
    let mut table = Table { columns, rows: Vec::new(), ragged: Vec::new() };
    for row in rows {
        check_quotes(row.number, row.open_quote)?;
        if table.rows.len() + table.ragged.len() == ROWS {
            return Err(PaperFault::unreadable(
                Place::row(u64::from(row.number)),
                format!("The table has more than {ROWS} rows."),
                "Split the table into smaller files.",
            ));
        }
        match ragged(row.number, &row.cells, &table.columns) {
            None => table.rows.push(Row { number: row.number, cells: row.cells }),
            Some(reject) => table.ragged.push(reject),
        }
    }
    Ok(table)
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

fn name_columns(header: &Cells) -> Vec<String> {
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
fn ragged(number: u32, cells: &Cells, columns: &[String]) -> Option<Reject> {
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
    Some(Reject::row(number, column, sentence))
}

/// A cell as one line: no line breaks, no double spaces, none at the ends.
pub(super) fn one_line(cell: &str) -> String {
    let mut words = cell.split_whitespace();
    let mut line = words.next().unwrap_or_default().to_owned();
    for word in words {
        line.push(' ');
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place_of(bytes: &[u8]) -> (Option<u64>, Option<u64>) {
        match read_table(bytes) {
            Err(PaperFault::Unreadable { place, .. }) => (place.row, place.column),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn columns_are_named_and_told_apart() {
        let table = read_table(b"Name,,name,Name,Name (2),,\nAna,1,2,3,4,,\n").expect("a table");
        assert_eq!(table.columns, ["Name", "Column 2", "name", "Name (2)", "Name (2) (2)"]);
        assert_eq!((table.rows.len(), table.rows[0].cell(3), table.ragged.len()), (1, "3", 0));
    }

    #[test]
    fn rows_keep_the_numbers_of_the_spreadsheet() {
        let table = read_table(b"\nname,team\n\nAna,\"North\nWest\"\n,\nBo,South\n").expect("a table");
        let numbers: Vec<_> = table.rows.iter().map(|row| (row.number, row.cell(0))).collect();
        assert_eq!(numbers, [(4, "Ana"), (6, "Bo")]);
    }

    #[test]
    fn ragged_rows_are_named_and_left_out() {
        let table =
            read_table(b"name,team,site\nAna,North\nBo,South,Porto,extra\nCy,East,Oslo,\n").expect("a table");
        assert_eq!(table.rows.len(), 1);
        let named: Vec<_> = table.ragged.iter().map(|reject| (reject.row, reject.column.as_str())).collect();
        assert_eq!(named, [(2, "site"), (3, "Column 4")]);
        assert!(table.ragged[0].sentence.starts_with("This row has 2 cells and the header has 3."));
    }

    #[test]
    fn what_is_no_table_is_refused_at_its_place() {
        assert_eq!(place_of(b""), (Some(1), None));
        assert_eq!(place_of(b" \n\n"), (Some(1), None));
        assert_eq!(place_of(b"name,team\nAna,\"North\nBo,South\n"), (Some(2), Some(2)));
        assert_eq!(place_of(b"\"name,team\n"), (Some(1), Some(1)));
        let wide = vec!["x"; COLUMNS + 1].join(",");
        assert_eq!(place_of(wide.as_bytes()), (Some(1), Some(201)));
    }

    #[test]
    fn the_most_rows_are_read_and_one_more_is_refused() {
        let mut long = "n\n".to_owned() + &"x\n".repeat(ROWS);
        assert_eq!(read_table(long.as_bytes()).expect("a table").rows.len(), ROWS);
        long.push('x');
        assert_eq!(place_of(long.as_bytes()), (Some(200_002), None));
        assert_eq!(place_of(&vec![b'x'; LARGEST + 1]), (None, None));
    }
}
