//! The recovery kit: one page to print and put away, or the same as plain text.
//!
//! The page is the second way into a vault. It holds the recovery code in groups a person can copy, the same code as a
//! square a camera can read, and what to do with it. Both forms hold a secret: whoever makes one has to forget it.

use chrono::NaiveDate;

mod mark;
mod page;
mod square;
mod words;

pub use page::make_kit_pdf;
pub use words::make_kit_text;

/// What stands on a kit.
#[derive(Clone)]
pub struct KitSheet {
    /// What the owner calls the vault.
    pub vault_label: String,
    /// Whose vault it is.
    pub owner: String,
    /// The recovery code in its groups, in order.
    pub groups: Vec<String>,
    /// The day the code was made.
    pub made_on: NaiveDate,
}

impl KitSheet {
    /// The whole code as it is typed.
    fn code(&self) -> String {
        self.groups.join("-")
    }
}

/// Says which vault, and nothing of the code.
impl std::fmt::Debug for KitSheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KitSheet").field("made_on", &self.made_on).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
