//! A goal's story: what moved, and what stood in the way.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{GoalEntryId, GoalId, Refusal, folder::Metric, text};

/// What an entry tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// How far it has come.
    Progress,
    /// Something in the way.
    Obstacle,
}

impl EntryKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Progress, Self::Obstacle];
}

/// One entry of a goal's story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which entry.
    pub id: GoalEntryId,
    /// Of which goal.
    pub goal: GoalId,
    /// What it tells.
    pub kind: EntryKind,
    /// The day.
    pub on: NaiveDate,
    /// What happened, Markdown.
    pub text: String,
    /// The figure that day, for a goal that is measured.
    pub value: Option<Metric>,
    /// Whether anything moved since the entry before. An obstacle moves nothing.
    pub has_moved: bool,
    /// The day an obstacle was out of the way.
    pub resolved_on: Option<NaiveDate>,
}

impl Entry {
    /// An entry that says one thing.
    pub fn said(
        id: GoalEntryId,
        goal: GoalId,
        kind: EntryKind,
        text: impl Into<String>,
        on: NaiveDate,
    ) -> Self {
        let has_moved = kind == EntryKind::Progress;
        Self { id, goal, kind, on, text: text.into(), value: None, has_moved, resolved_on: None }
    }

    /// Whether the entry may be kept as it stands.
    ///
    /// # Errors
    /// Refuses an entry that says nothing (a look that found nothing moved may), one of a day that is still to come, and an obstacle that was out of the way
    /// before it was there.
    pub fn check(&self, today: NaiveDate) -> Result<(), Refusal> {
        text::check_text(&self.text)?;
        if let Some(value) = &self.value {
            value.check()?;
        }
        // A look that found nothing moved says so by itself.
        let says_nothing = self.text.trim().is_empty() && self.value.is_none();
        if says_nothing && (self.has_moved || self.kind == EntryKind::Obstacle) {
            return Err(Refusal::new("goal.entry_empty", "This entry says nothing yet.")
                .next("Write what has changed, or give the figure."));
        }
        if self.on > today {
            return Err(Refusal::new("goal.entry_ahead", "This day is still to come.")
                .next("Choose today or an earlier day."));
        }
        if self.resolved_on.is_some_and(|day| day < self.on) {
            return Err(Refusal::new(
                "goal.resolved_before",
                "This obstacle would be gone before it was there.",
            )
            .next("Choose the day it was out of the way, or a later one."));
        }
        Ok(())
    }
}
