//! The goals: what somebody wants to reach, its story, and what it rests on.

mod category;
mod cycle;
mod get;
mod ground;
mod line;
mod list;
mod questions;
mod save;
mod step;
mod story;
#[cfg(test)]
mod tests;

pub(crate) use cycle::begin as begin_cycle;

pub use domain::folder::Metric;
pub use domain::goal::{EntryKind, GoalState, Letter, Question};

pub use category::{Categories, CategoryLine, RenameCategory, SaveCategories};
pub use cycle::{CycleOf, CyclePage, ThenAndNow};
pub use get::{Asked, Get, GoalPage};
pub use ground::{Grounds, RemoveGround, SaveGround};
pub use line::{EntryLine, GoalLine, GroundLine, WordingLine};
pub use list::List;
pub use questions::Questions;
pub use save::{Save, SavedGoal};
pub use step::{Endorse, SetState};
pub use story::{AddEntry, EditEntry, RemoveEntry, Reviewed};
