//! What a goal could still say, while it is written.

use domain::folder::Metric;
use domain::goal::Goal;
use domain::{GoalId, GroundId, PersonId, RecordId};
use serde::Deserialize;

use super::Asked;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;
use crate::stamp::Day;

/// Asks what a goal could still say, letter by letter. Nothing is kept.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Questions {
    /// In one line.
    pub title: String,
    /// What exactly.
    pub text: Option<String>,
    /// How both will know.
    pub measure: Option<String>,
    /// What makes it possible.
    pub achievable: Option<String>,
    /// Why it matters.
    pub relevant: Option<String>,
    /// What it rests on.
    pub ground: Option<GroundId>,
    /// By when.
    pub due: Option<Day>,
    /// The figure it aims at, as it is typed.
    pub target: Option<String>,
}

impl OpenCall for Questions {
    type Reply = Vec<Asked>;

    fn run(self, _: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let nobody = PersonId::from(RecordId::from_bytes([0; 16]));
        let goal = Goal {
            text: self.text.unwrap_or_default(),
            measure: self.measure.unwrap_or_default(),
            achievable: self.achievable.unwrap_or_default(),
            relevant: self.relevant.unwrap_or_default(),
            ground: self.ground,
            due: self.due.map(|day| day.0),
            // A figure that is only half typed is none yet.
            target: self.target.as_deref().and_then(|line| Metric::typed(line).ok()),
            ..Goal::named(GoalId::from(RecordId::from_bytes([0; 16])), nobody, self.title)
        };
        Ok(Asked::of(&goal))
    }
}
