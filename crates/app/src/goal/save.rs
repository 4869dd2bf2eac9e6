//! Keeping a goal.

use domain::goal::{Goal, GoalState};
use domain::person::Person;
use domain::{GoalId, PersonId};
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Made;
use crate::stamp::Day;

/// Keeps a goal: a new one, or everything about one that is there.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Save {
    /// Which goal; none for a new one.
    pub id: Option<GoalId>,
    /// Whose goal.
    pub person: PersonId,
    /// In one line.
    pub title: String,
    /// Its full wording, Markdown.
    pub text: String,
    /// By when; no day when absent.
    pub due: Option<Day>,
    /// How far it has come; as it was when absent.
    pub state: Option<GoalState>,
}

impl OpenCall for Save {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let done = desk.deed(Self::NAME, |deed| {
            let before = self.id.map(|id| need::<Goal>(deed.read(), id)).transpose()?;
            need::<Person>(deed.read(), self.person)?;
            let was = before.as_ref().map_or(GoalState::default(), |goal| goal.state);
            let goal = Goal {
                id: before.map_or_else(GoalId::make, |goal| goal.id),
                person: self.person,
                title: self.title.trim().to_owned(),
                text: self.text,
                due: self.due.map(|day| day.0),
                state: self.state.unwrap_or(was),
            };
            goal.check()?;
            deed.put(&goal)?;
            Ok(goal.id)
        })?;
        Ok(Made { id: done.value.record() })
    }
}
