//! How a goal was worded at one moment. A review compares what was agreed with what became of it, so a wording is kept
//! when work on a goal begins, when it is revised, and on the first day of a cycle.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{GoalId, Refusal, WordingId, folder::Metric, text};

use super::{Goal, GoalState};

/// Why a wording was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum WordingReason {
    /// Work on the goal began.
    Started,
    /// The goal was revised; these are the words before.
    Revised,
    /// A cycle began.
    Cycle,
}

impl WordingReason {
    /// Every reason.
    pub const ALL: [Self; 3] = [Self::Started, Self::Revised, Self::Cycle];
}

/// A goal as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// Which wording.
    pub id: WordingId,
    /// Of which goal.
    pub goal: GoalId,
    /// The day it was kept.
    pub on: NaiveDate,
    /// Why it was kept.
    pub reason: WordingReason,
    /// Why the goal was revised; empty otherwise.
    pub because: String,
    /// How far it had come.
    pub state: GoalState,
    /// In one line.
    pub title: String,
    /// What exactly.
    pub text: String,
    /// How both will know.
    pub measure: String,
    /// What makes it possible.
    pub achievable: String,
    /// Why it matters.
    pub relevant: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// The figure it aimed at.
    pub target: Option<Metric>,
}

impl Wording {
    /// The goal as it is now.
    pub fn of(id: WordingId, goal: &Goal, reason: WordingReason, because: &str, on: NaiveDate) -> Self {
        Self {
            id,
            goal: goal.id,
            on,
            reason,
            because: because.trim().to_owned(),
            state: goal.state,
            title: goal.title.clone(),
            text: goal.text.clone(),
            measure: goal.measure.clone(),
            achievable: goal.achievable.clone(),
            relevant: goal.relevant.clone(),
            due: goal.due,
            target: goal.target.clone(),
        }
    }

    /// Whether it may be kept as it stands.
    ///
    /// # Errors
    /// Refuses a revision without a reason.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("title", &self.title)?;
        text::check_line("reason", &self.because)?;
        for text in [&self.text, &self.measure, &self.achievable, &self.relevant] {
            text::check_text(text)?;
        }
        if self.reason == WordingReason::Revised && self.because.trim().is_empty() {
            return Err(Refusal::new("goal.revise_reason", "Revising a goal asks for a reason.")
                .next("Say what has changed since it was agreed."));
        }
        Ok(())
    }
}
