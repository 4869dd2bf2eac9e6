//! Headcount plans: does the work ahead fit the people, and if not, what would make it fit?
//!
//! What a plan holds is kept as entries and texts; what it comes to is computed when it is asked for and stored nowhere,
//! so that no number can be older than what it was made of. A plan that was presented is not changed any more: its next
//! version is a copy.

mod argument;
mod compare;
mod entry;
mod findings;
mod get;
mod line;
mod list;
mod numbers;
mod options;
mod people;
mod pivot;
mod save;
mod simulate;
mod step;
mod whole;
mod why;
mod worksheet;
mod write;

pub use argument::{
    Charts, DraftArgument, DraftedPart, ExportArgument, RenewFigures, StaleFigure, StaleFigures,
};
pub use compare::{Compare, HeadcountCompared, HeadcountDifference, HeadcountGapChange};
pub use entry::{PutEntry, RemoveEntry};
pub use findings::{Findings, HeadcountFindings};
pub use get::{Get, HeadcountPage};
pub use line::{
    HeadcountEntryLine, HeadcountPlan, HeadcountTextLine, RealisticVerdict, SuitsVerdict, WorkLine,
};
pub use list::{HeadcountLine, List};
pub use numbers::{HeadcountHorizon, HeadcountNumbers, HeadcountRole, Numbers};
pub use options::{HeadcountOption, Options};
pub use people::{TakePeople, TakenPeople};
pub use pivot::{HeadcountPivot, Pivoted};
pub use save::Save;
pub use simulate::{HeadcountBands, Simulate};
pub use step::{Copy, CopyAs, Move, Remove};
pub use why::{HeadcountStep, HeadcountWhy, Why};

// Whoever calls a door by its struct needs the words of its arguments as well.
pub use domain::headcount::{InputPart, Limit, Measure, Way};
pub use worksheet::{ExportWorksheet, ExportedSheets};
pub use write::{Write, WrittenPlanText};

#[cfg(test)]
mod tests;
