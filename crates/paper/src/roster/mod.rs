//! A roster: the table of people that a spreadsheet or an HR system saves as CSV, and what taking it in would change.
//!
//! Reading goes in three steps, each of which can be looked at before the next: [`read_table`] makes cells of bytes,
//! [`guess_mapping`] says which column means what, [`plan_import`] says what would be added and changed. Nothing is
//! applied here. A row is taken whole or not at all; only a manager nobody knows is left open, because that cell is
//! about somebody else.

use std::collections::BTreeMap;

use domain::person::Person;
use serde::{Deserialize, Serialize};

mod draft;
mod headers;
mod managers;
mod matching;
mod plan;
mod table;
mod words;

/// An e-mail address as it is compared.
fn fold_email(address: &str) -> String {
    address.trim().to_lowercase()
}

pub use headers::guess_mapping;
pub use plan::plan_import;
pub use table::{COLUMNS, LARGEST, ROWS, Row, Table, read_table};

/// What a column can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Full name.
    Name,
    /// First name, where the table has two columns for a name.
    GivenName,
    /// Last name, where the table has two columns for a name.
    FamilyName,
    /// Role or job title.
    Role,
    /// Level or grade.
    Level,
    /// Where they work.
    Site,
    /// Their team.
    Team,
    /// Name or e-mail address of their manager.
    Manager,
    /// What they are to the owner of the vault.
    Relation,
    /// How they are employed.
    Employment,
    /// First day.
    StartedOn,
    /// Last day.
    LeftOn,
    /// E-mail address; what people are recognised by.
    Email,
    /// Telephone number.
    Phone,
    /// Skills with their levels, as in `Rust:4; SQL:2`.
    Skills,
}

impl Field {
    /// Every field, in the order a mapping is shown in.
    pub const ALL: [Self; 15] = [
        Self::Name,
        Self::GivenName,
        Self::FamilyName,
        Self::Email,
        Self::Role,
        Self::Level,
        Self::Team,
        Self::Site,
        Self::Manager,
        Self::Relation,
        Self::Employment,
        Self::StartedOn,
        Self::LeftOn,
        Self::Phone,
        Self::Skills,
    ];
}

/// Which column of the table each field is read from. Fields without a column are left as they are.
pub type Mapping = BTreeMap<Field, String>;

/// How much of a row is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Nothing of the row.
    Row,
    /// One cell; the rest of the row is taken. Only ever a manager.
    Cell,
}

/// A row, or one cell of it, that is not taken, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reject {
    /// The row as a spreadsheet numbers it: the header is row 1.
    pub row: u32,
    /// The column's heading.
    pub column: String,
    /// What is wrong and what to do, without repeating the cell.
    pub sentence: String,
    /// How much of the row is not taken.
    pub scope: Scope,
}

impl Reject {
    fn row(row: u32, column: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self { row, column: column.into(), sentence: sentence.into(), scope: Scope::Row }
    }

    fn cell(row: u32, column: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self { scope: Scope::Cell, ..Self::row(row, column, sentence) }
    }
}

/// Somebody who is in the vault already and whom the table would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// As the vault has them.
    pub before: Person,
    /// As they would be afterwards.
    pub after: Person,
}

/// What taking in a table would do. The same table, taken in twice, does nothing the second time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RosterPlan {
    /// People the vault does not have.
    pub added: Vec<Person>,
    /// People it would change.
    pub changed: Vec<Change>,
    /// Rows that say what the vault already knows.
    pub unchanged: usize,
    /// How many of those it would add the table says nothing about: not what they are to the owner, and no manager that
    /// would tell.
    pub unplaced: usize,
    /// What is not taken, by row.
    pub rejected: Vec<Reject>,
}

#[cfg(test)]
mod tests;
