//! What an edited worksheet would change, and what of it cannot be taken.

use domain::headcount::{Assumption, AssumptionKey, Spec, Unit};

/// What an edited copy of a worksheet says differently. Nothing of it is applied yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WorksheetChanges {
    /// Every assumption that was changed in the copy, in the order of [`AssumptionKey::ALL`].
    pub assumptions: Vec<AssumptionChange>,
    /// Whether people, joinings, reductions or work of the plan are others now than when the worksheet was made. The
    /// assumptions can be taken all the same; what else was changed in the copy can then not be told.
    pub is_of_other_inputs: bool,
    /// What else was changed, a sheet each, and is not taken. It is changed in Inglenook instead.
    pub not_taken: Vec<NotTaken>,
}

impl WorksheetChanges {
    /// The assumptions as they would be set: those changes that can be taken, each with the source that the copy names.
    pub fn usable(&self) -> Vec<Assumption> {
        let change = |one: &AssumptionChange| {
            one.after.as_ref().ok().map(|value| Assumption {
                key: one.key,
                value: *value,
                source: one.source.clone(),
            })
        };
        self.assumptions.iter().filter_map(change).collect()
    }
}

/// One assumption that was changed in a copy, in its value or in its source.
#[derive(Clone, Debug, PartialEq)]
pub struct AssumptionChange {
    /// Which.
    pub key: AssumptionKey,
    /// The cell of its value in the copy, such as `Assumptions!C5`; of a row that is gone, where it was.
    pub cell: String,
    /// What the plan assumes now, in the key's unit. It may be another value than the copy was made with.
    pub before: f64,
    /// What the copy says, or why that cannot be taken.
    pub after: Result<f64, Unusable>,
    /// What the copy says where the value comes from; empty where it says nothing.
    pub source: String,
}

/// Why a cell cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unusable {
    /// Nothing stands in it.
    Empty,
    /// Words stand in it.
    Text,
    /// The spreadsheet could not calculate it: `#DIV/0!`, `#REF!` and the like.
    Error,
    /// The value is outside what a plan can work with.
    OutOfRange(f64),
    /// The copy has more than one row for it.
    Twice,
    /// The copy has no row for it.
    Gone,
}

impl Unusable {
    /// Why not, and what to do, in plain words.
    pub fn sentence(self, key: AssumptionKey) -> String {
        let Spec { least, most, unit, .. } = key.spec();
        let range = if unit == Unit::Share {
            format!("{}% to {}%", least * 100.0, most * 100.0)
        } else {
            format!("{least} to {most}")
        };
        match self {
            Self::Empty => format!("The cell is empty. Write a number from {range}."),
            Self::Text => format!("The cell holds words. Write a number from {range}."),
            Self::Error => format!("The cell holds an error. Write a number from {range}."),
            Self::OutOfRange(_) => {
                format!("The number is outside what a plan can work with. Choose one from {range}.")
            }
            Self::Twice => "The copy has two rows for this. Take one of them out.".to_owned(),
            Self::Gone => "The copy has no row for this. The plan keeps what it assumes.".to_owned(),
        }
    }
}

/// What was changed on one sheet and is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotTaken {
    /// What the sheet is called.
    pub sheet: &'static str,
    /// Whether the copy has no such sheet. All counts are then 0.
    pub is_gone: bool,
    /// How many cells that are no formula say something else, or nothing.
    pub changed: u32,
    /// How many formulas were replaced by values, or are gone.
    pub formulas_replaced: u32,
    /// How many cells hold an error.
    pub errors: u32,
    /// How many cells were written beside or below the table.
    pub added: u32,
}

impl NotTaken {
    pub(super) fn none(sheet: &'static str) -> Self {
        Self { sheet, is_gone: false, changed: 0, formulas_replaced: 0, errors: 0, added: 0 }
    }

    /// Whether there is anything to say.
    pub(super) fn is_something(&self) -> bool {
        self.is_gone || self.changed + self.formulas_replaced + self.errors + self.added > 0
    }
}
