//! A sheet of a workbook, cell by cell. A dense range is never made: one cell in the last corner of a sheet would ask for
//! memory for all the others.

use std::{
    borrow::Cow,
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader, SheetType, Xlsx, XlsxError};

use super::{
    merged::Merged,
    source::{CELLS, COLUMNS, LARGEST, LIMITS, ROWS, Source, too_large},
    zip::{check_sizes, not_a_workbook},
};
use crate::{
    PaperFault, Place,
    table::{Cells, Row, empty, name_columns, too_many},
};

/// The most merged ranges of a sheet.
const MERGED: usize = 100_000;

/// Reads a sheet of a workbook; the first where none is named.
///
/// # Errors
/// What is no workbook, what is too large, and a sheet that is not there.
pub(super) fn read_workbook(bytes: &[u8], sheet: Option<&str>) -> Result<Source, PaperFault> {
    check_sizes(bytes)?;
    // What takes workbooks apart counts columns and rows without looking for an overflow. A file that was made to cause
    // one is no workbook, and no reason to end.
    catch_unwind(AssertUnwindSafe(|| read(bytes, sheet))).unwrap_or_else(|_| Err(not_a_workbook()))
}

fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Source, PaperFault> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| fault(&error))?;
    let with_cells = workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let sheets: Vec<String> = with_cells.map(|sheet| sheet.name.clone()).collect();
    let found = match sheet {
        None => sheets.first(),
        Some(name) => sheets.iter().find(|known| *known == name),
    };
    let Some(name) = found.cloned() else {
        return Err(PaperFault::unreadable(
            Place::default(),
            "The chosen sheet is not in this workbook.",
            "Choose another sheet.",
        ));
    };
    let merged = merged_of(&mut workbook, &name)?;
    let mut rows = rows_of(&mut workbook, &name)?.into_iter().peekable();
    // A title above the headings is one cell that is merged across the others.
    while rows.next_if(|row| is_title(row, &merged)).is_some() {}
    let Some((head_row, head)) = rows.next() else { return Err(empty()) };
    Ok(Source {
        sheets,
        sheet: Some(name),
        heads: name_columns(&head),
        head_row,
        rows: rows.map(|(number, cells)| Row::new(number, cells)).collect(),
        ragged: Vec::new(),
        merged,
    })
}

fn is_title((number, cells): &(u32, Cells), merged: &[Merged]) -> bool {
    let mut filled =
        (0_u32..).take(cells.len()).filter(|place| !cells.get(*place as usize).trim().is_empty());
    let (Some(only), None) = (filled.next(), filled.next()) else { return false };
    merged.iter().any(|range| {
        (range.first_row..=range.last_row).contains(number)
            && range.first_column == only
            && range.last_column > only
    })
}

fn merged_of(workbook: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Vec<Merged>, PaperFault> {
    let ranges = workbook.merge_cells_by_sheet_name(sheet).map_err(|error| fault(&error))?;
    if ranges.len() > MERGED {
        return Err(PaperFault::unreadable(
            Place::default(),
            format!("The sheet has more than {MERGED} merged cells."),
            "Undo the merging, then save the workbook again.",
        ));
    }
    let merged = |range: Dimensions| Merged {
        first_row: range.start.0.saturating_add(1),
        last_row: range.end.0.saturating_add(1),
        first_column: range.start.1,
        last_column: range.end.1,
    };
    Ok(ranges.into_iter().map(merged).collect())
}

/// The rows in which something stands, with their numbers.
///
/// The size that the sheet gives for itself is not asked: it is a wish, and often that of a sheet formatted down to its
/// last row. What counts is where cells are.
fn rows_of(workbook: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Vec<(u32, Cells)>, PaperFault> {
    let mut reader = workbook.worksheet_cells_reader(sheet).map_err(|error| fault(&error))?;
    let mut rows: Vec<(u32, Cells)> = Vec::new();
    let (mut streamed, mut kept, mut letters) = (0_usize, 0_usize, 0_usize);
    while let Some(cell) = reader.next_cell().map_err(|error| fault(&error))? {
        let (row, column) = cell.get_position();
        let number = row.saturating_add(1);
        let place = column as usize;
        streamed += 1;
        if streamed > CELLS {
            return Err(too_many(number, "cells", CELLS));
        }
        let Some(text) = text_of(cell.get_value()).filter(|text| !text.trim().is_empty()) else { continue };
        if place >= COLUMNS {
            return Err(PaperFault::unreadable(
                Place::cell(u64::from(number), u64::from(column) + 1),
                format!("The sheet has cells beyond column {COLUMNS}."),
                LIMITS.fewer_columns,
            ));
        }
        // The headings are a row more.
        if number as usize > ROWS + 1 || rows.len() > ROWS + 1 {
            return Err(too_many(number, "rows", ROWS));
        }
        if rows.last().is_none_or(|(last, _)| *last < number) {
            rows.push((number, Cells::default()));
        }
        let Some((_, cells)) =
            rows.last_mut().filter(|(last, cells)| *last == number && cells.len() <= place)
        else {
            return Err(out_of_order(number));
        };
        kept += place + 1 - cells.len();
        letters += text.len();
        if kept > CELLS {
            return Err(too_many(number, "cells", CELLS));
        }
        // One text that many cells share is in the file once and would be here many times.
        if letters > LARGEST {
            return Err(too_large());
        }
        while cells.len() < place {
            cells.push("");
        }
        cells.push(&text);
    }
    Ok(rows)
}

fn out_of_order(row: u32) -> PaperFault {
    PaperFault::unreadable(
        Place::row(u64::from(row)),
        "The cells of this sheet are not in order.",
        "Open the workbook in the spreadsheet and save it again.",
    )
}

fn fault(error: &XlsxError) -> PaperFault {
    match error {
        XlsxError::Password => PaperFault::unreadable(
            Place::default(),
            "This workbook is locked with a password.",
            "Save it without one, then choose it again.",
        ),
        _ => not_a_workbook(),
    }
}

/// What stands in a cell, as a CSV file would have it; none for nothing.
fn text_of<'a>(value: &'a DataRef<'_>) -> Option<Cow<'a, str>> {
    Some(match value {
        DataRef::Empty => return None,
        DataRef::String(text) => Cow::Borrowed(text),
        DataRef::SharedString(text) => Cow::Borrowed(text),
        DataRef::Int(number) => Cow::Owned(number.to_string()),
        DataRef::Float(number) => Cow::Owned(number.to_string()),
        DataRef::Bool(answer) => Cow::Borrowed(if *answer { "true" } else { "false" }),
        DataRef::DateTime(time) => time_of(time),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cow::Borrowed(text),
        DataRef::Error(_) => Cow::Borrowed("#"),
    })
}

/// A day as `2026-03-14`, and a length of time (or a time of no day) as `1:30:00`.
fn time_of(time: &ExcelDateTime) -> Cow<'static, str> {
    let days = time.as_f64();
    if !days.is_finite() || days < 0.0 {
        return Cow::Owned(days.to_string());
    }
    if time.is_duration() || days < 1.0 {
        let seconds = (days * 86_400.0).round();
        let (hours, rest) = ((seconds / 3600.0).floor(), seconds.rem_euclid(3600.0));
        let clock = format!("{hours}:{:02}:{:02}", (rest / 60.0).floor(), rest.rem_euclid(60.0));
        return Cow::Owned(clock);
    }
    let (year, month, day, ..) = time.to_ymd_hms_milli();
    Cow::Owned(format!("{year:04}-{month:02}-{day:02}"))
}
