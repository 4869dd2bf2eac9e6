//! Keeping a review draft.

use domain::person::Person;
use domain::review::Review;
use domain::{PersonId, Refusal, ReviewId};
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Made;

/// Keeps a review draft: a new one, or the text of one that is there.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Save {
    /// Which review; none for a new one.
    pub id: Option<ReviewId>,
    /// About whom.
    pub person: PersonId,
    /// Which cycle, such as "2026".
    pub cycle: String,
    /// The draft, Markdown.
    pub text: String,
}

impl OpenCall for Save {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let cycle = self.cycle.trim().to_owned();
        let done = desk.deed(Self::NAME, |deed| {
            let before = match self.id {
                Some(id) => need::<Review>(deed.read(), id)?,
                None => Review::begun(ReviewId::make(), self.person, cycle.clone()),
            };
            // What it rests on, what was said and signed for it, would be about somebody else.
            if before.person != self.person {
                return Err(Refusal::new("review.other_person", "This review is about somebody else.")
                    .next("Begin one for this person.")
                    .into());
            }
            let review = Review { cycle, text: self.text, ..before };
            review.check()?;
            review.check_open()?;
            need::<Person>(deed.read(), review.person)?;
            deed.put(&review)?;
            Ok(review.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}
