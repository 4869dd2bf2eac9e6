//! A search that is kept by name: what was typed and chosen, to be asked again.

use crate::{Refusal, SavedSearchId, text};

/// One kept search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedSearch {
    /// Which search.
    pub id: SavedSearchId,
    /// What it is called.
    pub name: String,
    /// What is asked: the arguments of the call `search.find` as JSON, so that new choices need no new column.
    pub asked: String,
}

impl SavedSearch {
    /// Whether it may be kept as it stands.
    ///
    /// # Errors
    /// Refuses one without a name, or without a question.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("name", &self.name)?;
        text::check_text(&self.asked)?;
        if self.name.trim().is_empty() {
            return Err(Refusal::new("saved_search.no_name", "A kept search needs a name.")
                .next("Say in a few words what it finds."));
        }
        if self.asked.trim().is_empty() {
            return Err(Refusal::new("saved_search.asks_nothing", "This search asks for nothing.")
                .next("Type something, or choose a filter, then keep it."));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_search_has_a_name_and_a_question() {
        let kept = |name: &str, asked: &str| SavedSearch {
            id: SavedSearchId::make(),
            name: name.into(),
            asked: asked.into(),
        };
        for (name, asked, rule) in [
            ("Drills", "{\"query\":\"drill\"}", None),
            (" ", "{}", Some("saved_search.no_name")),
            ("Drills", "", Some("saved_search.asks_nothing")),
        ] {
            assert_eq!(
                kept(name, asked).check().err().map(|refusal| refusal.rule),
                rule,
                "{name:?} {asked:?}"
            );
        }
    }
}
