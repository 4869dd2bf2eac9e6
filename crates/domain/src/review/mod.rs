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
//! Reviews stand in a **cycle** ([`ReviewCycle`]), which they name; it says what is to be done by when. What was shared
//! is frozen as a **version** ([`ReviewVersion`]), and both sign the bytes of the last one ([`Signature`]).
//!
//! A review may begin as one loose text, [`Review::text`], from which its points are made.

use chrono::{DateTime, Utc};

use crate::{PersonId, Refusal, ReviewId, text};

pub mod chip;
mod cycle;
mod discussion;
mod divide;
mod effort;
mod likeness;
mod peer_input;
mod point;
mod ready;
mod self_review;
mod signature;
mod state;
mod version;

pub use cycle::{Deadline, ReviewCycle};
pub use discussion::{Discussion, TIME_TO_READ, accepted, agenda, are_many, disagreements};
pub use divide::{Piece, divide};
pub use effort::{BUDGET_HOURS, Effort, WORDS_A_PAGE};
pub use likeness::{Likeness, like};
pub use peer_input::{InputState, OneSided, PeerInput, WordsHash, one_sided, stands_alone};
pub use point::{
    Known, Point, PointAuthor, ReviewSection, ReviewText, balance_of, is_soft_claim, is_surprise,
};
pub use ready::{Gap, Grounded, ShareGap, check_ready, gaps, surprises};
pub use self_review::{Look, SelfReview, SelfReviewState, check_return};
pub use signature::{Proof, Signature, SigningKey};
pub use state::{ReviewState, ReviewStep};
pub use version::{ReviewVersion, VersionReason};

/// A review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Which review.
    pub id: ReviewId,
    /// About whom.
    pub person: PersonId,
    /// Which cycle, such as `2026` or `2026 H1`.
    pub cycle: String,
    /// What is written and in no point yet, Markdown.
    pub text: String,
    /// Who writes it; none where it is the owner of the vault.
    pub reviewer: Option<PersonId>,
    /// Where it stands.
    pub state: ReviewState,
    /// The times around the talk about it.
    pub discussion: Discussion,
    /// When the person accepted it.
    pub accepted_at: Option<DateTime<Utc>>,
    /// When it was closed, with the final version.
    pub closed_at: Option<DateTime<Utc>>,
    /// Seconds spent writing.
    pub seconds: u32,
}

impl Review {
    /// A review that is begun: nothing is written and nothing has happened.
    pub fn begun(id: ReviewId, person: PersonId, cycle: impl Into<String>) -> Self {
        Self {
            id,
            person,
            cycle: cycle.into(),
            text: String::new(),
            reviewer: None,
            state: ReviewState::Draft,
            discussion: Discussion::default(),
            accepted_at: None,
            closed_at: None,
            seconds: 0,
        }
    }

    /// The review after a move to `state`.
    ///
    /// # Errors
    /// Refuses a step that leaves another out, and any after the last.
    pub fn moved(self, state: ReviewState) -> Result<Self, Refusal> {
        self.state.check_move(state)?;
        Ok(Self { state, ..self })
    }

    /// Whether the review's points may be written in now.
    ///
    /// # Errors
    /// Refuses while the person reads a version of it, and once it is signed.
    pub fn check_open(&self) -> Result<(), Refusal> {
        if self.state.is_open() {
            return Ok(());
        }
        if self.state == ReviewState::Closed {
            return Err(Refusal::new("review.closed", "This review is signed and no longer changes."));
        }
        Err(Refusal::new("review.out", "This review is shared as it stands.")
            .next("Take it back to change it, or talk about it first."))
    }

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
        let review = Review::begun(ReviewId::make(), PersonId::make(), "2026");
        assert_eq!(review.check(), Ok(()));
        assert_eq!(
            Review { cycle: " ".into(), ..review }.check().expect_err("no cycle").rule,
            "review.no_cycle"
        );
    }

    #[test]
    fn a_review_of_lines_and_texts_that_are_none_is_not_kept() {
        let review = Review::begun(ReviewId::make(), PersonId::make(), "2026");
        for (what, review, rule) in [
            ("cycle", Review { cycle: "2026\nH1".into(), ..review.clone() }, "text.line_breaks"),
            ("text", Review { text: "\0".into(), ..review.clone() }, "text.nul"),
        ] {
            assert_eq!(review.check().expect_err(what).rule, rule, "{what}");
        }
    }

    #[test]
    fn e_r4_what_is_out_is_not_written_in_and_does_not_jump() {
        for (state, rule) in [
            (ReviewState::Draft, ""),
            (ReviewState::Shared, "review.out"),
            (ReviewState::Discussed, ""),
            (ReviewState::Accepted, "review.out"),
            (ReviewState::Closed, "review.closed"),
        ] {
            let review = Review { state, ..Review::begun(ReviewId::make(), PersonId::make(), "2026") };
            let refused = review.check_open().err().map_or("", |refusal| refusal.rule);
            assert_eq!(refused, rule, "{state:?}");
            assert!(review.moved(state).is_err(), "{state:?} is no step from itself");
        }
    }
}
