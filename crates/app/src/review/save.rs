//! Keeping a review draft.

use domain::person::Person;
use domain::review::Review;
use domain::{PersonId, ReviewId};
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
        let is_new = self.id.is_none();
        let review = Review {
            id: self.id.unwrap_or_else(ReviewId::make),
            person: self.person,
            cycle: self.cycle.trim().to_owned(),
            text: self.text,
        };
        review.check()?;
        let done = desk.deed(Self::NAME, |deed| {
            if !is_new {
                need::<Review>(deed.read(), review.id)?;
            }
            need::<Person>(deed.read(), review.person)?;
            deed.put(&review)
        })?;
        Ok(Made { id: review.id.record(), deed: done.deed })
    }
}
