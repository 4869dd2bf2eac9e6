//! A performance review, in its first form: one draft text for a person and a cycle.

use crate::{PersonId, Refusal, ReviewId, text};

/// A review draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Which review.
    pub id: ReviewId,
    /// About whom.
    pub person: PersonId,
    /// Which cycle, such as `2026` or `2026 H1`.
    pub cycle: String,
    /// The draft, Markdown.
    pub text: String,
}

impl Review {
    /// Whether the review may be kept as it stands.
    ///
    /// # Errors
    /// Refuses a review without a cycle.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("cycle", &self.cycle)?;
        text::check_text(&self.text)?;
        if self.cycle.trim().is_empty() {
            return Err(Refusal::new("review.no_cycle", "A review belongs to a cycle.")
                .next("Name it, for example by its year."));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_belongs_to_a_cycle() {
        let review = Review {
            id: ReviewId::make(),
            person: PersonId::make(),
            cycle: "2026".into(),
            text: String::new(),
        };
        assert_eq!(review.check(), Ok(()));
        assert_eq!(
            Review { cycle: " ".into(), ..review }.check().expect_err("no cycle").rule,
            "review.no_cycle"
        );
    }
}
