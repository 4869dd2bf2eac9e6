//! One goal with its story and its wordings.

use domain::GoalId;
use domain::goal::{Letter, Question, questions};
use serde::{Deserialize, Serialize};
use store::noun::goal;

use super::line::{EntryLine, GoalLine, WordingLine};
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};

/// Opens a goal.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Get {
    /// Which goal.
    pub id: GoalId,
}

/// A goal and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct GoalPage {
    /// The goal.
    pub goal: GoalLine,
    /// What could still be said, letter by letter.
    pub questions: Vec<Asked>,
    /// Its story, oldest first.
    pub story: Vec<EntryLine>,
    /// How it was worded before, oldest first.
    pub wordings: Vec<WordingLine>,
}

/// A question about a letter of SMART.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Asked {
    /// The letter.
    pub letter: Letter,
    /// What is asked.
    pub question: Question,
}

impl Asked {
    pub(super) fn of(goal: &domain::goal::Goal) -> Vec<Self> {
        questions(goal).into_iter().map(|(letter, question)| Self { letter, question }).collect()
    }
}

impl OpenCall for Get {
    type Reply = GoalPage;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (read, today) = (desk.read(), desk.today());
        let _moment = store::noun::one_moment(read)?;
        let of: domain::goal::Goal = need(read, self.id)?;
        let line =
            goal::line(read, self.id)?.ok_or_else(|| crate::words::missing(store::noun::Noun::Goal))?;
        Ok(GoalPage {
            questions: Asked::of(&of),
            goal: GoalLine::on(line, today),
            story: goal::story(read, self.id)?.into_iter().map(EntryLine::from).collect(),
            wordings: goal::wordings(read, self.id)?.into_iter().map(WordingLine::from).collect(),
        })
    }
}
