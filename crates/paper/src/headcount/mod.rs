//! The worksheet of a headcount plan: a spreadsheet that goes on calculating, the same tables as CSV, and reading an
//! edited copy back.
//!
//! - [`make_worksheet`] draws the workbook. Its numbers are formulas that follow what is assumed: whoever changes an
//!   assumption there sees the gap change. Beside each formula stands the application's own number, so that a viewer
//!   that does not calculate shows it as well.
//! - [`make_csv`] gives every table as text.
//! - [`read_worksheet`] reads an edited copy and names every assumption that was changed, cell by cell. Nothing is
//!   applied here.
//!
//! Nobody who did not agree is named in any of it: they are called `Person 7`
//! ([`domain::headcount::StaffRow::shown_name`]).
//!
//! **How the workbook calculates.** Every person, joining and piece of work is one row, with what does not depend on the
//! month in columns of its own (from when, with which output, until when). The columns have names, and one formula for
//! each role and month adds the rows up: `SUMPRODUCT((staff_role=…)*(staff_from<=…)*…)`. The workbook so grows with the
//! people plus the roles × months, and not with the people × months; rows may be changed, and rows added between the
//! first and the last are counted as well.

use chrono::NaiveDate;
use domain::headcount::{Answer, Assumption, Inputs, LoadSlice};

mod changes;
mod csv;
mod draw;
mod formulas;
mod grid;
mod open;
mod read;
mod sheets;
#[cfg(test)]
mod tests;
mod words;
mod worksheet;

pub use changes::{AssumptionChange, NotTaken, Unusable, WorksheetChanges};
pub use csv::{CsvTable, make_csv};
pub use open::{MOST_BYTES, MOST_CELLS, MOST_EXPANDED};
pub use read::read_worksheet;
pub use worksheet::make_worksheet;

/// What leaves as a worksheet. Equal values give equal bytes.
#[derive(Clone, Copy, Debug)]
pub struct Sheets<'a> {
    /// The organisation that the plan is for.
    pub organisation: &'a str,
    /// What the scenario is called.
    pub scenario: &'a str,
    /// The version of the plan: 1, 2, 3 …
    pub version: u32,
    /// The day it is made on. It is the only date the file carries, so that no clock has a say.
    pub on: NaiveDate,
    /// What the forecast is made of; [`Inputs::check`] accepts it.
    pub inputs: &'a Inputs,
    /// The assumptions that somebody set, with where their values come from. Values are taken from `inputs`.
    pub sources: &'a [Assumption],
    /// The answers to the 25 questions, in any order. Missing ones are shown as open.
    pub answers: &'a [Answer],
    /// The work there is now, in slices. Hours are hours of the slice's month.
    pub slices: &'a [LoadSlice],
    /// The other scenarios to stand beside this one, each with its name.
    pub scenarios: &'a [(&'a str, &'a Inputs)],
}
