//! The self review: written by the person, handed in, taken or passed back.

use domain::review::{Review, ReviewText, SelfReview, divide};
use domain::{Refusal, ReviewId, SelfReviewId};
use serde::Deserialize;
use store::StoreFault;
use store::noun::{Reading, review};

use super::divide::{Divided, add_pieces};
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;

/// Takes in a self review that came as text: headings say the section, paragraphs are its points.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ReadSelf {
    /// For which review.
    pub id: ReviewId,
    /// The text, Markdown.
    pub text: String,
}

impl OpenCall for ReadSelf {
    type Reply = Divided;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        domain::text::check_text(&self.text)?;
        let today = desk.today();
        let done = desk.deed(Self::NAME, |deed| {
            let of: Review = need(deed.read(), self.id)?;
            let points = add_pieces(deed, &of, ReviewText::SelfReview, divide(&self.text))?;
            // What comes as text was handed in by coming.
            let own = own_of(deed.read(), of.id)?;
            deed.put(&own.handed_in(today)?)?;
            Ok(points)
        })?;
        Ok(Divided { points: done.value, deed: done.deed })
    }
}

/// A step of a self review.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "step", deny_unknown_fields)]
pub enum SelfStep {
    /// The person is asked for one.
    Ask,
    /// It is handed in.
    HandIn,
    /// The manager takes it.
    Take,
    /// It is passed back for more thought.
    PassBack {
        /// What to think about once more, Markdown.
        note: String,
    },
}

/// Moves a self review one step.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct MoveSelf {
    /// For which review.
    pub id: ReviewId,
    /// Which step.
    pub to: SelfStep,
}

impl OpenCall for MoveSelf {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        desk.save(Self::NAME, |deed| {
            let of: Review = need(deed.read(), self.id)?;
            let there = review::self_review(deed.read(), of.id)?;
            let own = match self.to {
                SelfStep::Ask => there.unwrap_or_else(|| SelfReview::begun(SelfReviewId::make(), of.id)),
                SelfStep::HandIn => {
                    let own = own_of(deed.read(), of.id)?;
                    check_written(deed.read(), of.id)?;
                    own.handed_in(today)?
                }
                SelfStep::Take => own_of(deed.read(), of.id)?.taken()?,
                SelfStep::PassBack { note } => own_of(deed.read(), of.id)?.passed_back(note)?,
            };
            deed.put(&own)
        })
    }
}

/// The self review of a review.
fn own_of(read: &Reading, id: ReviewId) -> Result<SelfReview, StoreFault> {
    Ok(review::self_review(read, id)?.ok_or_else(|| {
        Refusal::new("self_review.none", "There is no self review yet.").next("Ask for it, or write it.")
    })?)
}

/// Nothing is handed in with nothing in it.
fn check_written(read: &Reading, id: ReviewId) -> Result<(), StoreFault> {
    let points = review::points(read, id)?;
    if points.iter().any(|point| point.of == ReviewText::SelfReview && point.words() > 0) {
        return Ok(());
    }
    Err(Refusal::new("self_review.empty", "The self review is still empty.")
        .next("Write what went well first.")
        .into())
}
