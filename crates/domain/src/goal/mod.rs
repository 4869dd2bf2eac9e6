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
    /// Days from one look at it to the next; what its length suggests when absent.
    pub review_days: Option<u32>,
    /// The day it was last looked at.
    pub reviewed_on: Option<NaiveDate>,
}

/// A goal that ends within a quarter, a year, or later is looked at every so many days.
const REVIEW_DAYS: [(i64, u32); 3] = [(90, 14), (366, 28), (i64::MAX, 56)];

/// What may be chosen instead, in days.
const REVIEWED_EVERY: std::ops::RangeInclusive<u32> = 1..=366;

impl Goal {
    /// A goal of which only the title is known.
    pub fn named(id: GoalId, person: PersonId, title: impl Into<String>) -> Self {
        Self {
            id,
            person,
            title: title.into(),
            text: String::new(),
            due: None,
            state: GoalState::default(),
            review_days: None,
            reviewed_on: None,
        }
    }

    /// Whether the goal may be kept as it stands.
    ///
    /// # Errors
    /// Refuses a goal without a title, and one that is looked at less than once a year or more than once a day.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.review_days.is_some_and(|days| !REVIEWED_EVERY.contains(&days)) {
            return Err(Refusal::new(
                "goal.review_days",
                "A goal is looked at every day at most, once a year at least.",
            )
            .next("Choose between 1 and 366 days, or none for what its length suggests."));
        }
        text::check_line("title", &self.title)?;
        text::check_text(&self.text)?;
        if self.title.trim().is_empty() {
            return Err(Refusal::new("goal.no_title", "A goal needs a title.")
                .next("Say in one line what is to be reached."));
        }
        Ok(())
    }

    /// Days from one look at the goal to the next: its own, or what the time from `today` to its due day suggests.
    pub fn review_interval(&self, today: NaiveDate) -> u32 {
        let ahead = self.due.map_or(i64::MAX, |due| (due - today).num_days());
        let suggested = REVIEW_DAYS.iter().find(|(within, _)| ahead <= *within).map_or(56, |(_, days)| *days);
        self.review_days.unwrap_or(suggested).max(1)
    }

    /// Whether the goal is to be looked at by `day`. One that was never looked at is; one that has ended is not.
    pub fn is_due_for_review(&self, day: NaiveDate) -> bool {
        let runs = matches!(self.state, GoalState::Proposed | GoalState::Endorsed | GoalState::Active);
        let interval = i64::from(self.review_interval(day));
        runs && self.reviewed_on.is_none_or(|reviewed| (day - reviewed).num_days() >= interval)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_needs_a_title_of_one_line() {
        let goal = Goal::named(GoalId::make(), PersonId::make(), "Failover under 90 s");
        assert_eq!(goal.check(), Ok(()));
        for (title, rule) in [(" ", "goal.no_title"), ("a\nb", "text.line_breaks")] {
            assert_eq!(Goal { title: title.into(), ..goal.clone() }.check().expect_err(rule).rule, rule);
        }
    }

    #[test]
    fn a25_a_goal_is_looked_at_as_often_as_its_length_suggests() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let goal = Goal {
            state: GoalState::Active,
            reviewed_on: Some(day("2026-11-01")),
            ..Goal::named(GoalId::make(), PersonId::make(), "Failover under 90 s")
        };
        for (what, goal, on, due) in [
            (
                "a quarter, 13 days on",
                Goal { due: Some(day("2027-01-15")), ..goal.clone() },
                "2026-11-14",
                false,
            ),
            (
                "a quarter, 14 days on",
                Goal { due: Some(day("2027-01-15")), ..goal.clone() },
                "2026-11-15",
                true,
            ),
            (
                "a year, 27 days on",
                Goal { due: Some(day("2027-10-01")), ..goal.clone() },
                "2026-11-28",
                false,
            ),
            ("a year, 28 days on", Goal { due: Some(day("2027-10-01")), ..goal.clone() }, "2026-11-29", true),
            ("open end, 55 days on", goal.clone(), "2026-12-26", false),
            ("its own rhythm", Goal { review_days: Some(7), ..goal.clone() }, "2026-11-08", true),
            ("never looked at", Goal { reviewed_on: None, ..goal.clone() }, "2026-11-01", true),
            ("reached", Goal { state: GoalState::Achieved, reviewed_on: None, ..goal }, "2027-11-01", false),
        ] {
            assert_eq!(goal.is_due_for_review(day(on)), due, "{what}");
        }
    }
}
