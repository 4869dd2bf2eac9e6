//! The review drafts of one person, or of everybody.

use domain::review::chip::without_chips;
use domain::text::count_words;
use domain::{PersonId, ReviewId};
use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// Lists review drafts.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// About whom; about everybody when absent.
    pub person: Option<PersonId>,
    /// At most so many, the newest cycles first; all when absent.
    pub limit: Option<u32>,
}

/// A review draft, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReviewLine {
    /// Which review.
    pub id: ReviewId,
    /// About whom.
    pub person: PersonId,
    /// About whom, by name.
    pub person_name: String,
    /// Which cycle.
    pub cycle: String,
    /// How many words it has.
    pub words: u32,
}

impl OpenCall for List {
    type Reply = Vec<ReviewLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let lines = store::noun::review::lines(desk.read(), self.person, self.limit)?;
        let line = |found: store::noun::review::ReviewLine| ReviewLine {
            id: found.review.id,
            person: found.review.person,
            person_name: found.person_name,
            words: count_words(&without_chips(&found.review.text)),
            cycle: found.review.cycle,
        };
        Ok(lines.into_iter().map(line).collect())
    }
}
