//! Merged cells: the value stands in the first of them, and is meant for all.

use std::collections::BTreeMap;

use crate::table::Row;

/// A range of merged cells, both ends included. Rows count from 1, as a spreadsheet does; columns from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Merged {
    pub(super) first_row: u32,
    pub(super) last_row: u32,
    pub(super) first_column: u32,
    pub(super) last_column: u32,
}

/// Hands values on to the rows that are merged with theirs, from the first row down.
pub(super) struct Filler {
    /// The first row comes last, so that it is taken off the end.
    waiting: Vec<Merged>,
    /// By column: up to which row what is handed on. A sheet has one range at a place; a file that claims more is no
    /// reason to do more work.
    open: BTreeMap<u32, (u32, String)>,
}

impl Filler {
    pub(super) fn new(mut merged: Vec<Merged>) -> Self {
        merged.retain(|range| range.last_row > range.first_row);
        merged.sort_by(|one, other| other.cmp(one));
        Self { waiting: merged, open: BTreeMap::new() }
    }

    /// Goes on to this row.
    pub(super) fn go_to(&mut self, row: &Row) {
        if self.waiting.is_empty() && self.open.is_empty() {
            return;
        }
        self.open.retain(|_, (last, _)| *last >= row.number);
        while let Some(range) = self.waiting.pop_if(|range| range.first_row <= row.number) {
            let value = row.cell(range.first_column as usize);
            // A range that began in a row without cells has nothing to hand on.
            if range.first_row == row.number && !value.trim().is_empty() {
                self.open.insert(range.first_column, (range.last_row, value.to_owned()));
            }
        }
    }

    /// What a cell of this row is merged with; none where it stands for itself.
    pub(super) fn handed_on(&self, column: usize) -> Option<&str> {
        let column = u32::try_from(column).ok()?;
        self.open.get(&column).map(|(_, value)| value.as_str())
    }
}
