//! The fuzzy folders.

pub use domain::balance::Verdict;
pub use domain::folder::{NoteKind, Polarity, SourceKind};

mod edit_note;
mod keep_note;
mod line;
mod list;
mod look_back;
mod remove_note;
mod said;
mod source;
#[cfg(test)]
mod tests;

pub use edit_note::EditNote;
pub use keep_note::{KeepNote, Kept};
pub use line::NoteLine;
pub use list::List;
pub use look_back::{FolderCycle, FolderQuarter, LookBack};
pub use remove_note::RemoveNote;
pub use source::{RemoveSource, SaveSource, SourceGiven, SourceLine, Sources};
