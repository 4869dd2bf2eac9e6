//! The table itself, of a CSV file or of a workbook.

use super::{merged::Merged, workbook};
use crate::{
    PaperFault, Place,
    table::{self, Limits, Ragged, Row},
};

/// The largest file, in bytes; of a workbook also what it is unpacked, and what its cells hold together.
pub const LARGEST: usize = 256 * 1024 * 1024;
/// The most rows a table may have below its headings.
pub const ROWS: usize = 1_000_000;
/// The most columns a table may have.
pub const COLUMNS: usize = 200;
/// The most cells a table may have, counting the empty ones to the left of a filled one.
pub const CELLS: usize = 5_000_000;

/// The bounds of a table of work.
pub(super) const LIMITS: Limits = Limits {
    bytes: LARGEST,
    rows: ROWS,
    columns: COLUMNS,
    cells: CELLS,
    fewer_columns: "Copy the columns that are about work into a new table, and choose that.",
};

/// The file is too large.
pub(super) fn too_large() -> PaperFault {
    PaperFault::unreadable(
        Place::default(),
        format!("The file is larger than {} MB.", LARGEST / (1024 * 1024)),
        "Split the table into smaller files.",
    )
}

/// A table, whatever it was read from.
pub(super) struct Source {
    /// The sheets there are; none in a CSV file.
    pub(super) sheets: Vec<String>,
    /// The sheet that was read.
    pub(super) sheet: Option<String>,
    /// The headings, each named and no two alike.
    pub(super) heads: Vec<String>,
    /// The row in which they stand.
    pub(super) head_row: u32,
    /// The rows below that fit.
    pub(super) rows: Vec<Row>,
    /// The rows that do not.
    pub(super) ragged: Vec<Ragged>,
    /// The merged cells of a workbook.
    pub(super) merged: Vec<Merged>,
}

/// Reads a table of bytes: a workbook by its first bytes, CSV otherwise.
pub(super) fn read_source(bytes: &[u8], sheet: Option<&str>) -> Result<Source, PaperFault> {
    if bytes.len() > LARGEST {
        return Err(too_large());
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return workbook::read_workbook(bytes, sheet);
    }
    let grid = table::read_grid(bytes, &LIMITS)?;
    Ok(Source {
        sheets: Vec::new(),
        sheet: None,
        heads: grid.columns,
        head_row: grid.header,
        rows: grid.rows,
        ragged: grid.ragged,
        merged: Vec::new(),
    })
}
