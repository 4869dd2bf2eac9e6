//! Everybody who was asked for a review.

use domain::ReviewId;
use domain::review::{OneSided, Review, one_sided};
use serde::{Deserialize, Serialize};
use store::noun::review;

use super::line::InputLine;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};

/// Lists what others say for a review, in the order they were asked.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// For which review.
    pub review: ReviewId,
}

/// What others say for a review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct InputList {
    /// In the order they were asked.
    pub inputs: Vec<InputLine>,
    /// What the list lacks.
    pub one_sided: Vec<OneSided>,
}

impl OpenCall for List {
    type Reply = InputList;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let read = desk.read();
        let _moment = store::noun::one_moment(read)?;
        need::<Review>(read, self.review)?;
        let all = review::around(read, self.review)?.inputs;
        Ok(InputList {
            one_sided: one_sided(&all),
            inputs: all.iter().map(|input| InputLine::of(input.clone(), &all)).collect(),
        })
    }
}
