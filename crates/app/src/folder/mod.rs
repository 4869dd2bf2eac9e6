//! The fuzzy folders.

pub use domain::folder::{NoteKind, Polarity};

mod edit_note;
mod keep_note;
mod line;
mod list;
mod remove_note;

pub use edit_note::EditNote;
pub use keep_note::{KeepNote, Kept};
pub use line::NoteLine;
pub use list::List;
pub use remove_note::RemoveNote;
