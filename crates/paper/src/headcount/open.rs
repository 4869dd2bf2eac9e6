//! Opening a workbook from outside: how large it is is known before any of it is held.

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};
use zip::ZipArchive;

use super::grid::letters;
use crate::{PaperFault, Place};

/// The largest file, in bytes.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;
/// The most bytes that everything in it may come to once it is unpacked.
pub const MOST_EXPANDED: u64 = 256 * 1024 * 1024;
/// The most cells that are looked at, over all sheets.
pub const MOST_CELLS: u32 = 4_000_000;

/// How much is looked at.
#[derive(Clone, Copy)]
pub struct Limits {
    pub bytes: usize,
    pub expanded: u64,
    pub cells: u32,
}

/// The limits that hold.
pub const LIMITS: Limits = Limits { bytes: MOST_BYTES, expanded: MOST_EXPANDED, cells: MOST_CELLS };
/// The most files that a workbook is made of.
const MOST_PARTS: usize = 1000;
/// The columns that a sheet may use. The widest sheet of ours has 123.
const MOST_COLUMNS: u32 = 1000;
/// How many rows a sheet may have below its table.
const ROWS_BELOW: u32 = 10_000;

/// A workbook, and how many cells may still be looked at.
pub struct Opened<'a> {
    workbook: Xlsx<Cursor<&'a [u8]>>,
    left: u32,
    most: u32,
}

/// What stands in a cell of a workbook from outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    Empty,
    Number(f64),
    Text(String),
    Error,
}

/// One cell of a workbook from outside. Rows and columns are counted from 0.
pub struct FoundCell {
    pub row: u32,
    pub column: u32,
    pub value: Found,
    pub is_formula: bool,
}

/// Opens a workbook after looking how large it is: its file, its parts, and what they unpack to.
pub fn open(bytes: &[u8], limits: Limits) -> Result<Opened<'_>, PaperFault> {
    if bytes.len() > limits.bytes {
        return Err(too_large(format!("The file is larger than {} MB.", limits.bytes / 1024 / 1024)));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| no_workbook())?;
    if archive.len() > MOST_PARTS {
        return Err(too_large(format!("The file is made of more than {MOST_PARTS} parts.")));
    }
    let mut declared: u64 = 0;
    for place in 0..archive.len() {
        let part = archive.by_index_raw(place).map_err(|_| no_workbook())?;
        declared = declared.saturating_add(part.size());
    }
    if declared > limits.expanded {
        let most = limits.expanded / 1024 / 1024;
        return Err(too_large(format!("The file unpacks to more than {most} MB.")));
    }
    // What a part declares is what it may come to: unpacking stops with an error at the first byte beyond it.
    let workbook = Xlsx::new(Cursor::new(bytes)).map_err(|_| no_workbook())?;
    Ok(Opened { workbook, left: limits.cells, most: limits.cells })
}

impl Opened<'_> {
    /// Whether there is a sheet of this name.
    pub fn has(&self, sheet: &str) -> bool {
        self.workbook.sheet_names().iter().any(|name| name == sheet)
    }

    /// Looks at each cell of a sheet whose table ends in the row `last`, counted from 0, as it comes by: no more than one
    /// cell is held, wherever it stands.
    pub fn each_cell(
        &mut self,
        sheet: &'static str,
        last: u32,
        mut look: impl FnMut(FoundCell),
    ) -> Result<(), PaperFault> {
        let torn = |_| {
            PaperFault::unreadable(
                Place::file(sheet),
                "The sheet cannot be read.",
                "Open the file in a spreadsheet, save it as .xlsx again, and try once more.",
            )
        };
        let (mut left, most) = (self.left, self.most);
        let mut cells = self.workbook.worksheet_cells_reader(sheet).map_err(torn)?;
        check_place(sheet, last, cells.dimensions().end)?;
        while let Some(cell) = cells.next_cell_with_formula().map_err(torn)? {
            left = left
                .checked_sub(1)
                .ok_or_else(|| too_large(format!("The file has more than {most} cells.")))?;
            let (row, column) = cell.pos;
            let is_formula = cell.formula.is_some_and(|formula| !formula.is_empty());
            let value = found(&cell.value);
            // A cell that is only coloured is no reason to say no.
            if value != Found::Empty || is_formula {
                check_place(sheet, last, cell.pos)?;
                look(FoundCell { row, column, value, is_formula });
            }
        }
        self.left = left;
        Ok(())
    }
}

fn found(value: &DataRef) -> Found {
    match value {
        DataRef::Empty => Found::Empty,
        DataRef::Int(number) => number_or_text(number.to_string()),
        DataRef::Float(number) => Found::Number(*number),
        DataRef::DateTime(day) => Found::Number(day.as_f64()),
        DataRef::Error(_) => Found::Error,
        DataRef::String(text) if text.is_empty() => Found::Empty,
        DataRef::SharedString("") => Found::Empty,
        DataRef::String(text) => Found::Text(text.clone()),
        DataRef::SharedString(text) => Found::Text((*text).to_owned()),
        DataRef::Bool(truth) => Found::Text(truth.to_string()),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Found::Text(text.clone()),
    }
}

fn number_or_text(text: String) -> Found {
    text.parse().map_or(Found::Text(text), Found::Number)
}

fn check_place(sheet: &str, last: u32, (row, column): (u32, u32)) -> Result<(), PaperFault> {
    if column < MOST_COLUMNS && row <= last.saturating_add(ROWS_BELOW) {
        return Ok(());
    }
    let cell = format!("{sheet}!{}{}", letters(column as usize), u64::from(row) + 1);
    Err(PaperFault::unreadable(
        Place {
            row: Some(u64::from(row) + 1),
            column: Some(u64::from(column) + 1),
            file: Some(sheet.to_owned()),
        },
        format!("Something stands far outside the table, in {cell}."),
        "Delete the rows and columns beyond the table, save the file, and try again.",
    ))
}

fn too_large(sentence: String) -> PaperFault {
    PaperFault::unreadable(
        Place::default(),
        sentence,
        "Make a new worksheet of the plan, change the assumptions in it, and read that.",
    )
}

pub fn no_workbook() -> PaperFault {
    PaperFault::unreadable(
        Place::default(),
        "This is not a worksheet that Inglenook made.",
        "Choose the .xlsx that was saved from this plan. From another program, save it as .xlsx first.",
    )
}
