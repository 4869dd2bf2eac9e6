//! A table of work: what a ticket system or a time sheet saves as CSV or XLSX, and what taking it in would bring.
//!
//! Reading is a dry run: [`preview()`] gives a [`WorkDraft`] with the work in slices and with everything that is not taken,
//! and nothing is applied here. Which column means what is guessed from the headings unless the caller says it, and a word
//! for a kind of work that is not known is named so that the caller can say what it stands for.
//!
//! Many rows become few slices: hours of one team, person, month, kind and level are added up in the order of the rows,
//! so that equal bytes give equal numbers to the last digit.

use std::collections::BTreeMap;

use domain::headcount::{LoadKind, LoadSlice, Month};
use serde::{Deserialize, Serialize};

mod heads;
mod hours;
mod kinds;
mod merged;
mod months;
mod people;
mod preview;
mod read;
mod source;
mod totals;
mod troubles;
mod workbook;
mod zip;

pub use heads::guess_work_columns;
pub use preview::preview;
pub use source::{CELLS, COLUMNS, LARGEST, ROWS};
pub use troubles::{KEPT, Trouble};

/// What a column can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkField {
    /// Whose work it is.
    Team,
    /// Who does it: a full name, or the number a plan shows (`Person 7`).
    Person,
    /// When: a day, a day with its time, or a month.
    When,
    /// What sort of work it is, in a word.
    Kind,
    /// The level (or the role) that the work asks for.
    Level,
    /// How long it took.
    Hours,
    /// Whether it belongs to this organisation: yes or no.
    BelongsHere,
    /// How many items the row stands for.
    Count,
}

impl WorkField {
    /// Every field, in the order a mapping is shown in.
    pub const ALL: [Self; 8] = [
        Self::Team,
        Self::Person,
        Self::When,
        Self::Kind,
        Self::Level,
        Self::Hours,
        Self::Count,
        Self::BelongsHere,
    ];
}

/// Which column of the table each field is read from.
pub type WorkColumns = BTreeMap<WorkField, String>;

/// In what the column of hours counts. A cell such as `1:30` is hours and minutes in any of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkUnit {
    /// Seconds, as some ticket systems count.
    Seconds,
    /// Minutes.
    Minutes,
    /// Hours.
    #[default]
    Hours,
    /// Working days.
    Days,
}

/// How a table of work is to be read. What is left open is guessed from the headings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WorkMapping {
    /// Which sheet of a workbook; the first where none is named.
    pub sheet: Option<String>,
    /// Which column each field is read from; guessed where nothing is said. What is said is all there is: a field without
    /// a column is then read from none.
    pub columns: Option<WorkColumns>,
    /// What words for kinds of work stand for, in any spelling. They go before the words that are known.
    pub kinds: BTreeMap<String, LoadKind>,
    /// The kind of rows that name none.
    pub kind_otherwise: Option<LoadKind>,
    /// Hours for each item, for rows that give no hours. Where there is no column for a count either, a row is one item.
    pub hours_per_item: Option<f64>,
    /// In what the column of hours counts; taken from its heading where nothing is said.
    pub unit: Option<WorkUnit>,
    /// The hours of a working day, for columns in days; 8 where nothing is said.
    pub hours_per_day: Option<f64>,
}

/// What has to be said before a row can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkNeed {
    /// Which column says when.
    When,
    /// Which column holds the hours, or how many hours an item takes.
    Hours,
    /// Which column says what sort of work it is, or which sort all of it is.
    Kind,
}

impl WorkNeed {
    /// What to do, as a sentence for a person.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::When => "Choose the column that says on which day or in which month the work was done.",
            Self::Hours => "Choose the column that holds the hours, or say how many hours an item takes.",
            Self::Kind => {
                "Choose the column that says what kind of work it is, or say which kind all of it is."
            }
        }
    }
}

/// What taking in a table of work would bring.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WorkDraft {
    /// What the file is called, as one line.
    pub name: String,
    /// The sheets of a workbook; empty for a CSV file.
    pub sheets: Vec<String>,
    /// The sheet that was read.
    pub sheet: Option<String>,
    /// The headings, from the left.
    pub heads: Vec<String>,
    /// Which column each field was read from.
    pub columns: WorkColumns,
    /// In what the column of hours was taken to count.
    pub unit: WorkUnit,
    /// What has to be said first. While there is anything, no row is taken.
    pub needs: Vec<WorkNeed>,
    /// The work: one slice for each team, person, month, kind, level and belonging, in that order.
    pub slices: Vec<LoadSlice>,
    /// How many rows were read, without empty ones.
    pub rows: u64,
    /// How many of them are left out.
    pub left_out: u64,
    /// How many of those that are taken name somebody, and are taken without a name.
    pub unnamed: u64,
    /// Empty rows between others.
    pub empty: u64,
    /// What is wrong, by row: the first [`KEPT`].
    pub troubles: Vec<Trouble>,
    /// How many troubles there are in all.
    pub trouble_count: u64,
    /// Words for kinds of work that are not known, as they stand first, with the number of their rows; the first [`KEPT`].
    pub unknown_kinds: BTreeMap<String, u64>,
    /// The months from the first to the last that have no work.
    pub months_without: Vec<Month>,
}

#[cfg(test)]
mod tests;
