//! One review draft.

use domain::review::Review;
use domain::review::chip::without_chips;
use domain::text::count_words;
use domain::{PersonId, ReviewId};
use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};

/// Opens a review draft.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Get {
    /// Which review.
    pub id: ReviewId,
}

/// A review draft with its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReviewPage {
    /// Which review.
    pub id: ReviewId,
    /// About whom.
    pub person: PersonId,
    /// About whom, by name.
    pub person_name: String,
    /// Which cycle.
    pub cycle: String,
    /// The draft, Markdown.
    pub text: String,
    /// How many words it has.
    pub words: u32,
}

impl OpenCall for Get {
    type Reply = ReviewPage;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let review = need::<Review>(desk.read(), self.id)?;
        Ok(ReviewPage {
            id: review.id,
            person: review.person,
            person_name: store::noun::person::name_of(desk.read(), review.person)?.unwrap_or_default(),
            words: count_words(&without_chips(&review.text)),
            cycle: review.cycle,
            text: review.text,
        })
    }
}
