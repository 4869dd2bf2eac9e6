//! A table of people: the shared way of reading one, within the bounds of a roster.

use super::Reject;
use crate::{
    PaperFault,
    table::{self, Limits},
};

pub use crate::table::Row;

/// The largest table, in bytes.
pub const LARGEST: usize = 16 * 1024 * 1024;
/// The most rows a table may have below its header.
pub const ROWS: usize = 200_000;
/// The most columns a table may have.
pub const COLUMNS: usize = 200;

const LIMITS: Limits = Limits {
    bytes: LARGEST,
    rows: ROWS,
    columns: COLUMNS,
    cells: ROWS * COLUMNS,
    fewer_columns: "Take out the columns that are not about people, then save the table again.",
};

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

/// Reads a table of bytes: UTF-8 or UTF-16, separated by comma, semicolon or tab.
///
/// # Errors
/// Names the row and column at which the file stops being a table: not text, a quote that is never closed, no header,
/// more than [`LARGEST`], [`ROWS`] or [`COLUMNS`].
pub fn read_table(bytes: &[u8]) -> Result<Table, PaperFault> {
    let grid = table::read_grid(bytes, &LIMITS)?;
    let ragged = grid.ragged.into_iter().map(|row| Reject::row(row.number, row.column, row.sentence));
    Ok(Table { columns: grid.columns, rows: grid.rows, ragged: ragged.collect() })
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
