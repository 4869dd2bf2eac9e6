//! The goals of one person, or of everybody.

use domain::goal::GoalState;
use domain::{GoalId, PersonId};
use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;
use crate::stamp::Day;

/// Lists goals.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Whose; everybody's when absent.
    pub person: Option<PersonId>,
    /// Only those still ahead or being worked on.
    pub only_open: Option<bool>,
}

/// A goal, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct GoalLine {
    /// Which goal.
    pub id: GoalId,
    /// Whose goal.
    pub person: PersonId,
    /// In one line.
    pub title: String,
    /// Its full wording, Markdown.
    pub text: String,
    /// By when.
    pub due: Option<Day>,
    /// How far it has come.
    pub state: GoalState,
    /// Days from one look at it to the next; what its length suggests when absent.
    pub review_days: Option<u32>,
    /// The day it was last looked at.
    pub reviewed_on: Option<Day>,
}

impl OpenCall for List {
    type Reply = Vec<GoalLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let lines = store::noun::goal::lines(desk.read(), self.person, self.only_open == Some(true))?;
        Ok(lines.into_iter().map(GoalLine::from).collect())
    }
}

impl From<store::noun::goal::GoalLine> for GoalLine {
    fn from(line: store::noun::goal::GoalLine) -> Self {
        let goal = line.goal;
        Self {
            id: goal.id,
            person: goal.person,
            title: goal.title,
            text: goal.text,
            due: goal.due.map(Day),
            state: goal.state,
            review_days: goal.review_days,
            reviewed_on: goal.reviewed_on.map(Day),
        }
    }
}
