//! An edited copy of a worksheet: what it changes.
//!
//! Assumptions are found by their keys and headings, so that sorted rows and inserted columns do no harm. What was changed
//! is what differs from the column *In the plan*, which says what the copy was made with: an assumption that the plan
//! changed since, and the copy did not, is no change.

use std::collections::BTreeMap;

use domain::headcount::AssumptionKey;

use super::changes::{AssumptionChange, NotTaken, Unusable, WorksheetChanges};
use super::draw::{clean, date_number, fit};
use super::grid::{FIRST, Grid, Value, letters};
use super::open::{Found, FoundCell, LIMITS, Limits, Opened, no_workbook, open};
use super::sheets::{Material, assumptions, summary, tables};
use super::{Sheets, words};
use crate::PaperFault;

/// The sheets on which the plan's inputs stand, besides the assumptions.
const INPUTS: [&str; 4] = ["People", "Joining", "Reductions", "Work"];
/// The sheets that calculate.
const CALCULATED: [&str; 3] = ["Demand", "Supply", "Gap"];
/// The most cells that are kept of the sheets of which cells are kept.
const MOST_KEPT: usize = 20_000;

/// Reads an edited copy of a worksheet. `sheets` is what the worksheet would be made of now.
///
/// What is written on the sheets of answers, scenarios and data is not looked at; they are changed in Inglenook.
///
/// # Errors
/// Refuses what is no workbook or none of ours, more than [`super::MOST_BYTES`], [`super::MOST_EXPANDED`] or
/// [`super::MOST_CELLS`], and a cell far outside its table, each before any of it is held.
pub fn read_worksheet(bytes: &[u8], sheets: &Sheets) -> Result<WorksheetChanges, PaperFault> {
    read_within(bytes, sheets, LIMITS)
}

pub(super) fn read_within(
    bytes: &[u8],
    sheets: &Sheets,
    limits: Limits,
) -> Result<WorksheetChanges, PaperFault> {
    let mut opened = open(bytes, limits)?;
    if !opened.has(assumptions::SHEET) || !opened.has(summary::SHEET) {
        return Err(no_workbook());
    }
    let made = Material::of(sheets);
    let grids = tables(&made);
    let cells = keep(&mut opened, assumptions::SHEET)?;
    let places = Places::of(&cells).ok_or_else(no_workbook)?;
    let found = AssumptionKey::ALL.into_iter().filter_map(|key| change(sheets, &cells, &places, key));
    let mut changes = WorksheetChanges { assumptions: found.collect(), ..WorksheetChanges::default() };

    let made_of = summary::made_of(&made, &grids);
    let says = keep(&mut opened, summary::SHEET)?;
    changes.is_of_other_inputs =
        !says.values().any(|cell| matches!(&cell.value, Found::Text(text) if *text == made_of));
    for grid in &grids {
        let is_input = INPUTS.contains(&grid.sheet);
        if !is_input && !CALCULATED.contains(&grid.sheet) {
            continue;
        }
        let mut found = NotTaken::none(grid.sheet);
        found.is_gone = !opened.has(grid.sheet);
        if !found.is_gone && !changes.is_of_other_inputs {
            compare(&mut opened, grid, is_input, &mut found)?;
        }
        if found.is_something() {
            changes.not_taken.push(found);
        }
    }
    Ok(changes)
}

/// Cells by row and column, both counted from 0.
type Cells = BTreeMap<(u32, u32), FoundCell>;

fn keep(opened: &mut Opened, sheet: &'static str) -> Result<Cells, PaperFault> {
    let mut cells = Cells::new();
    opened.each_cell(sheet, MOST_KEPT as u32, |cell| {
        if cells.len() < MOST_KEPT {
            cells.insert((cell.row, cell.column), cell);
        }
    })?;
    Ok(cells)
}

fn text_at(cells: &Cells, at: (u32, u32)) -> Option<&str> {
    match &cells.get(&at)?.value {
        Found::Text(text) => Some(text.trim()),
        _ => None,
    }
}

/// Where in the copy the columns and the keys stand.
struct Places {
    value: u32,
    exported: Option<u32>,
    source: Option<u32>,
    /// The rows of each key.
    rows: BTreeMap<&'static str, Vec<u32>>,
}

impl Places {
    /// None where the sheet is not ours: without its headings, or without a single key.
    fn of(cells: &Cells) -> Option<Self> {
        let is_key = |cell: &&FoundCell| matches!(&cell.value, Found::Text(text) if text.trim() == "Key");
        let head = cells.values().find(is_key)?;
        let column = |heading: &str| {
            let is_it = |(at, _): &(&(u32, u32), &FoundCell)| text_at(cells, **at) == Some(heading);
            cells.range((head.row, 0)..(head.row + 1, 0)).find(is_it).map(|((_, column), _)| *column)
        };
        let mut rows: BTreeMap<&'static str, Vec<u32>> = BTreeMap::new();
        for key in AssumptionKey::ALL.map(words::key) {
            let found = cells.keys().filter(|(row, column)| *row > head.row && *column == head.column);
            let found: Vec<u32> =
                found.filter(|at| text_at(cells, **at) == Some(key)).map(|(row, _)| *row).collect();
            if !found.is_empty() {
                rows.insert(key, found);
            }
        }
        let value = column("Value")?;
        (!rows.is_empty()).then_some(Self {
            value,
            exported: column("In the plan"),
            source: column("Where it comes from"),
            rows,
        })
    }
}

fn change(sheets: &Sheets, cells: &Cells, places: &Places, key: AssumptionKey) -> Option<AssumptionChange> {
    let before = sheets.inputs.assumed(key);
    let Some(rows) = places.rows.get(words::key(key)) else {
        let (cell, after) = (assumptions::cell_of(key), Err(Unusable::Gone));
        return Some(AssumptionChange { key, cell, before, after, source: String::new() });
    };
    let row = rows[0];
    let number_at = |column: Option<u32>| match cells.get(&(row, column?))?.value {
        Found::Number(number) => Some(number),
        _ => None,
    };
    let source =
        places.source.and_then(|column| text_at(cells, (row, column))).unwrap_or_default().to_owned();
    let after = match cells.get(&(row, places.value)).map(|cell| &cell.value) {
        _ if rows.len() > 1 => Err(Unusable::Twice),
        None | Some(Found::Empty) => Err(Unusable::Empty),
        Some(Found::Text(_)) => Err(Unusable::Text),
        Some(Found::Error) => Err(Unusable::Error),
        Some(Found::Number(number)) if key.check(*number).is_err() => Err(Unusable::OutOfRange(*number)),
        Some(Found::Number(number)) => Ok(*number),
    };
    let exported = number_at(places.exported).unwrap_or(before);
    let is_changed = match after {
        // What the plan says already is no change either.
        Ok(after) => !are_equal(after, exported) && !are_equal(after, before),
        Err(_) => true,
    };
    let was_source = sheets.sources.iter().find(|one| one.key == key).map(|one| fit(&clean(&one.source)));
    let is_sourced = source != was_source.as_deref().map_or(words::DEFAULT, str::trim)
        && source != words::DEFAULT
        && after.is_ok_and(|after| are_equal(after, before));
    if !is_changed && !is_sourced {
        return None;
    }
    let source = if source == words::DEFAULT { String::new() } else { source };
    let cell = format!("{}!{}{}", assumptions::SHEET, letters(places.value as usize), row + 1);
    Some(AssumptionChange { key, cell, before, after, source })
}

/// Equal but for what other programs round away when they save.
fn are_equal(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-12 * one.abs().max(other.abs()).max(1e-3)
}

/// Counts what differs on a sheet from what the plan would draw there.
fn compare(opened: &mut Opened, grid: &Grid, is_input: bool, found: &mut NotTaken) -> Result<(), PaperFault> {
    let (mut formulas, mut givens): (u32, u32) = (0, 0);
    opened.each_cell(grid.sheet, grid.last(), |cell| {
        if cell.row < FIRST - 1 {
            return;
        }
        let row = grid.rows.get((cell.row - grid.first()) as usize);
        let ours = row.and_then(|row| row.cells.get(cell.column as usize)).map(|cell| &cell.value);
        found.errors += u32::from(cell.value == Found::Error);
        match ours {
            None => found.added += 1,
            Some(Value::Formula(..)) => formulas += u32::from(cell.is_formula),
            Some(ours) => {
                let is_same = is_same(ours, &cell.value);
                givens += u32::from(is_same && *ours != Value::Empty);
                found.changed += u32::from(is_input && *ours == Value::Empty);
            }
        }
    })?;
    // What did not come by as it left was changed or is gone.
    let cells = || grid.rows.iter().flat_map(|row| row.cells.iter().zip(&grid.columns));
    let all = |of: fn(&Value) -> bool| {
        u32::try_from(cells().filter(|(cell, _)| of(&cell.value)).count()).unwrap_or(0)
    };
    found.formulas_replaced = all(|value| matches!(value, Value::Formula(..))).saturating_sub(formulas);
    if is_input {
        let given = all(|value| !matches!(value, Value::Formula(..) | Value::Empty));
        found.changed += given.saturating_sub(givens);
    }
    Ok(())
}

fn is_same(ours: &Value, theirs: &Found) -> bool {
    match (ours, theirs) {
        (Value::Text(ours), Found::Text(theirs)) => fit(&clean(ours)).trim() == clean(theirs).trim(),
        (Value::Number(ours), Found::Number(theirs)) => are_equal(*ours, *theirs),
        (Value::Month(ours), Found::Number(theirs)) => {
            date_number(*ours).is_some_and(|ours| are_equal(ours, *theirs))
        }
        (Value::Month(ours), Found::Text(theirs)) => ours.to_string() == theirs.trim(),
        (Value::Empty, Found::Empty) => true,
        _ => false,
    }
}
