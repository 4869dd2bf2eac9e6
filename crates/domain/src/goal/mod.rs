//! Goals: what somebody wants to reach, by when, and how both will know.
//!
//! The five SMART fields are: specific ([`Goal::text`]), measurable ([`Goal::measure`]), achievable, relevant, and
//! time-bound ([`Goal::due`]). The text is the person's own; the manager endorses it, names its category and comments.

use chrono::NaiveDate;

use crate::{GoalId, GroundId, PersonId, Refusal, folder::Metric, text};

mod entry;
mod ground;
mod progress;
mod smart;
mod state;
mod wording;

pub use entry::{Entry, EntryKind};
pub use ground::{Ground, GroundKind};
pub use progress::{percent, review_interval};
pub use smart::{Letter, Question, questions};
pub use state::GoalState;
pub use wording::{Wording, WordingReason};

/// What somebody wants to reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Which goal.
    pub id: GoalId,
    /// Whose goal.
    pub person: PersonId,
    /// In one line.
    pub title: String,
    /// What exactly, Markdown: its full wording.
    pub text: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// How far it has come.
    pub state: GoalState,
    /// Days from one look at it to the next; what its length suggests when absent.
    pub review_days: Option<u32>,
    /// The day it was last looked at.
    pub reviewed_on: Option<NaiveDate>,
    /// How both will know that it is reached.
    pub measure: String,
    /// What makes it possible: time, skill, help.
    pub achievable: String,
    /// Why it matters.
    pub relevant: String,
    /// What kind of goal it is, in the manager's words; empty for none.
    pub category: String,
    /// What it rests on.
    pub ground: Option<GroundId>,
    /// The day work on it begins.
    pub starts_on: Option<NaiveDate>,
    /// The figure it starts from.
    pub start_value: Option<Metric>,
    /// The figure it aims at, in the unit of the start.
    pub target: Option<Metric>,
    /// Whether it is growth: something new to learn, or a challenge.
    pub is_growth: bool,
    /// The day its person said that the words are their own; none while they are somebody else's draft.
    pub own_words_on: Option<NaiveDate>,
    /// The day the manager endorsed it.
    pub endorsed_on: Option<NaiveDate>,
    /// The day it ended.
    pub ended_on: Option<NaiveDate>,
    /// Why it was dropped, or what came of it.
    pub outcome: String,
    /// The manager's comment, for both to read.
    pub comment: String,
}

/// What may be chosen instead of the usual interval, in days.
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
            measure: String::new(),
            achievable: String::new(),
            relevant: String::new(),
            category: String::new(),
            ground: None,
            starts_on: None,
            start_value: None,
            target: None,
            is_growth: false,
            own_words_on: None,
            endorsed_on: None,
            ended_on: None,
            outcome: String::new(),
            comment: String::new(),
        }
    }

    /// Whether the goal may be kept as it stands.
    ///
    /// # Errors
    /// Refuses a goal without a title, one that ends before it starts, one that is looked at less than once a year or
    /// more than once a day, and figures in two units.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.review_days.is_some_and(|days| !REVIEWED_EVERY.contains(&days)) {
            return Err(Refusal::new(
                "goal.review_days",
                "A goal is looked at every day at most, once a year at least.",
            )
            .next("Choose between 1 and 366 days, or none for what its length suggests."));
        }
        for (field, line) in
            [("title", &self.title), ("category", &self.category), ("outcome", &self.outcome)]
        {
            text::check_line(field, line)?;
        }
        for text in [&self.text, &self.measure, &self.achievable, &self.relevant, &self.comment] {
            text::check_text(text)?;
        }
        for metric in [&self.start_value, &self.target].into_iter().flatten() {
            metric.check()?;
        }
        if self.title.trim().is_empty() {
            return Err(Refusal::new("goal.no_title", "A goal needs a title.")
                .next("Say in one line what is to be reached."));
        }
        if let (Some(starts), Some(due)) = (self.starts_on, self.due)
            && due <= starts
        {
            return Err(Refusal::new("goal.ends_before_it_starts", "This goal is due before it starts.")
                .next("Choose a later day for its end, or an earlier one for its start."));
        }
        if let (Some(start), Some(target)) = (&self.start_value, &self.target)
            && start.unit != target.unit
        {
            return Err(Refusal::new("goal.two_units", "The start and the target are in different units.")
                .next("Give both figures in the same unit."));
        }
        Ok(())
    }

    /// Whether the two goals are worded alike: what the person wrote, not where it stands.
    pub fn is_worded_as(&self, other: &Self) -> bool {
        let words = |goal: &Self| {
            (
                [&goal.title, &goal.text, &goal.measure, &goal.achievable, &goal.relevant].map(String::clone),
                (goal.due, goal.start_value.clone(), goal.target.clone()),
            )
        };
        words(self) == words(other)
    }

    /// The goal in another state.
    ///
    /// # Errors
    /// Refuses a move that skips a step: active only what was endorsed, and nothing out of an end but back to active; and
    /// dropping it without a reason.
    pub fn moved(self, to: GoalState, outcome: &str, today: NaiveDate) -> Result<Self, Refusal> {
        self.state.check_move(to)?;
        // Goals that were dropped before a reason was asked for are fine as they are.
        if to == GoalState::Dropped && self.state != to && outcome.trim().is_empty() {
            return Err(Refusal::new("goal.drop_reason", "Dropping a goal asks for a reason.")
                .next("Say why it is no longer worth reaching."));
        }
        let ends = !to.is_open();
        let moved = Self {
            state: to,
            endorsed_on: match to {
                GoalState::Proposed => None,
                GoalState::Endorsed => Some(today),
                _ => self.endorsed_on,
            },
            ended_on: ends.then_some(today),
            outcome: if ends { outcome.trim().to_owned() } else { String::new() },
            starts_on: match to {
                // A goal with a day that is already past its end keeps none.
                GoalState::Active => {
                    self.starts_on.or((self.due.is_none_or(|due| due > today)).then_some(today))
                }
                _ => self.starts_on,
            },
            ..self
        };
        moved.check()?;
        Ok(moved)
    }

    /// Whether the goal is to be looked at by `day`, at `interval` days from one look to the next
    /// ([`review_interval`]). One that was never looked at is; one that has ended is not.
    pub fn is_due_for_review(&self, day: NaiveDate, interval: u32) -> bool {
        self.state.is_open()
            && self.reviewed_on.is_none_or(|reviewed| (day - reviewed).num_days() >= i64::from(interval))
    }
}

#[cfg(test)]
mod tests;
