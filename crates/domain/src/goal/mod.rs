//! A goal, in its first form: a title, its wording, a due day and how far it has come.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{GoalId, PersonId, Refusal, text};

/// How far a goal has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum GoalState {
    /// Written down by the person.
    #[default]
    Proposed,
    /// Supported by the manager.
    Endorsed,
    /// Being worked on.
    Active,
    /// Reached.
    Achieved,
    /// Reached in part.
    PartlyAchieved,
    /// Not reached.
    Missed,
    /// Given up for a reason.
    Dropped,
}

impl GoalState {
    /// Whether the goal is still ahead or being worked on.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Proposed | Self::Endorsed | Self::Active)
    }
}

/// What somebody wants to reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Which goal.
    pub id: GoalId,
    /// Whose goal.
    pub person: PersonId,
    /// In one line.
    pub title: String,
    /// Its full wording, Markdown.
    pub text: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// How far it has come.
    pub state: GoalState,
}

impl Goal {
    /// Whether the goal may be kept as it stands.
    ///
    /// # Errors
    /// Refuses a goal without a title.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("title", &self.title)?;
        text::check_text(&self.text)?;
        if self.title.trim().is_empty() {
            return Err(Refusal::new("goal.no_title", "A goal needs a title.")
                .next("Say in one line what is to be reached."));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_needs_a_title_of_one_line() {
        let goal = Goal {
            id: GoalId::make(),
            person: PersonId::make(),
            title: "Failover under 90 s".into(),
            text: String::new(),
            due: None,
            state: GoalState::Active,
        };
        assert_eq!(goal.check(), Ok(()));
        for (title, rule) in [(" ", "goal.no_title"), ("a\nb", "text.line_breaks")] {
            assert_eq!(Goal { title: title.into(), ..goal.clone() }.check().expect_err(rule).rule, rule);
        }
    }
}
