//! A performance review: from the year's evidence to a text that surprises nobody.
//!
//! A review is about one person and one cycle. It is made of **points** ([`Point`]): each is one paragraph with one message,
//! in one of five sections, and rests on evidence that its text links by **chips** ([`chip`]). What a review says of
//! itself is computed from its points and never kept: how even it is ([`balance_of`]), what would come as a surprise and
//! what else stands in the way of sharing it ([`gaps`]), what it is worth to look at first in the discussion
//! ([`agenda`]). Its **state** ([`ReviewState`]) moves one step at a time; the times around the talk are in
//! [`Discussion`]. The person writes a **self review** ([`SelfReviewState`]) of the same points, which nobody else writes in.
//! **Others** are asked and quoted without a name, in words they approved ([`PeerInput`]).
//!
//! What is kept of a review today is its first form, one draft text: [`Review`].

use crate::{PersonId, Refusal, ReviewId, text};

pub mod chip;
mod discussion;
mod effort;
mod peer_input;
mod point;
mod ready;
mod self_review;
mod state;

pub use discussion::{Discussion, TIME_TO_READ, accepted, agenda, are_many, disagreements};
pub use effort::{BUDGET_HOURS, Effort, WORDS_A_PAGE};
pub use peer_input::{InputState, OneSided, PeerInput, WordsHash, one_sided, stands_alone};
pub use point::{Known, Point, PointAuthor, ReviewSection, balance_of, is_soft_claim, is_surprise};
pub use ready::{Gap, Grounded, ShareGap, check_ready, gaps, surprises};
pub use self_review::{Look, SelfReviewState, check_return};
pub use state::{ReviewState, ReviewStep};

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
