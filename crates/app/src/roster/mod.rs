//! Bringing the people in from a spreadsheet: look first, then apply as one deed.

use domain::PersonId;
pub use domain::person::Relation;
use paper::roster::{self, Mapping, RosterPlan, Row, Table};
use serde::Serialize;

use crate::Fault;
use crate::desk::OpenDesk;

mod apply;
mod preview;
mod remap;

pub use apply::Apply;
pub use preview::Preview;
pub use remap::Remap;

/// How many rows are shown as a sample.
const SAMPLE_ROWS: usize = 5;

/// What an import would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RosterPreview {
    /// Which import, to change its mapping or to apply it.
    pub import: String,
    /// The file's name.
    pub file_name: String,
    /// The columns of the file.
    pub columns: Vec<String>,
    /// The first rows.
    pub sample: Vec<Vec<String>>,
    /// Which column fills which field.
    #[cfg_attr(test, ts(type = "Record<string, string>"))]
    pub mapping: Mapping,
    /// People who would be new.
    pub added: u64,
    /// People who would change.
    pub changed: u64,
    /// People who stay as they are.
    pub unchanged: u64,
    /// How many of the new ones nothing in the file says what they are to the owner.
    pub unplaced: u64,
    /// What those are taken as.
    pub otherwise: Relation,
    /// What would be left out, and why.
    pub rejected: Vec<Rejected>,
}

/// A row or a cell that is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Rejected {
    /// The row, as a spreadsheet numbers it.
    pub row: u32,
    /// The column.
    pub column: String,
    /// What is wrong, without repeating the cell.
    pub sentence: String,
}

/// A spreadsheet that lies on the desk between looking at it and applying it.
pub struct Import {
    file_name: String,
    table: Table,
    mapping: Mapping,
    otherwise: Relation,
}

impl Import {
    /// A spreadsheet, mapped as its columns suggest unless told otherwise.
    fn read(file_name: String, bytes: &[u8], mapping: Option<Mapping>) -> Result<Self, Fault> {
        let table = roster::read_table(bytes)?;
        let mapping = mapping.unwrap_or_else(|| roster::guess_mapping(&table.columns));
        Ok(Self { file_name, table, mapping, otherwise: Relation::Other })
    }

    /// What it would do to the people who are there now.
    fn plan(&self, desk: &OpenDesk) -> Result<RosterPlan, Fault> {
        let existing = store::noun::person::all(desk.read())?;
        let owner = desk.owner()?;
        Ok(roster::plan_import(
            &self.table,
            &self.mapping,
            &existing,
            &owner,
            self.otherwise,
            PersonId::make,
        )?)
    }

    fn cells_of(&self, row: &Row) -> Vec<String> {
        (0..self.table.columns.len()).map(|place| row.cell(place).to_owned()).collect()
    }

    fn preview(&self, import: String, plan: &RosterPlan) -> RosterPreview {
        RosterPreview {
            import,
            file_name: self.file_name.clone(),
            columns: self.table.columns.clone(),
            sample: self.table.rows.iter().take(SAMPLE_ROWS).map(|row| self.cells_of(row)).collect(),
            mapping: self.mapping.clone(),
            added: plan.added.len() as u64,
            changed: plan.changed.len() as u64,
            unchanged: plan.unchanged as u64,
            unplaced: plan.unplaced as u64,
            otherwise: self.otherwise,
            rejected: plan
                .rejected
                .iter()
                .map(|reject| Rejected {
                    row: reject.row,
                    column: reject.column.clone(),
                    sentence: reject.sentence.clone(),
                })
                .collect(),
        }
    }
}
