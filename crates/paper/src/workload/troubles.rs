//! What is wrong with rows: the first are kept, all are counted.

/// How many troubles, and how many unknown words, are kept.
pub const KEPT: usize = 100;

/// What is wrong with a row, or with some cell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The row as a spreadsheet numbers it: the headings are usually row 1.
    pub row: u32,
    /// The column's heading; empty where it is about the whole row.
    pub column: String,
    /// What is wrong, what became of the row and what to do, without repeating the cell.
    pub sentence: String,
}

/// Troubles as they are found.
#[derive(Default)]
pub(super) struct Troubles {
    kept: Vec<Trouble>,
    count: u64,
}

impl Troubles {
    /// Adds a trouble that so many rows have, beginning with this one.
    pub(super) fn add(&mut self, rows: u64, row: u32, column: &str, sentence: impl Into<String>) {
        self.count += rows;
        // Twice as many as are shown would be pointless, but troubles of different sources are not found in the order of
        // rows, so that what is kept can only be chosen when each source has had its turn.
        if self.kept.len() < 4 * KEPT {
            self.kept.push(Trouble { row, column: column.to_owned(), sentence: sentence.into() });
        }
    }

    /// The first by row, and the number of all.
    pub(super) fn first(mut self) -> (Vec<Trouble>, u64) {
        self.kept.sort_by_key(|trouble| trouble.row);
        self.kept.truncate(KEPT);
        (self.kept, self.count)
    }
}
