//! What is written in a plan: the answers to its questions, and its argument.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Answer, PlanQuestion};
use crate::{PlanId, PlanTextId, Refusal, text};

/// A part of the argument to those who decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ArgumentPart {
    /// What is asked for.
    Ask,
    /// The numbers it rests on.
    Numbers,
    /// What is missing, or left over.
    Gap,
    /// What could be done.
    Options,
    /// What follows from each answer.
    Consequences,
}

impl ArgumentPart {
    /// Every part, in the order they are read.
    pub const ALL: [Self; 5] = [Self::Ask, Self::Numbers, Self::Gap, Self::Options, Self::Consequences];
}

/// Where in a plan a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PlanPlace {
    /// Below a question.
    Answer(PlanQuestion),
    /// In the argument.
    Argument(ArgumentPart),
}

/// One written text of a plan. There is at most one for each place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanText {
    /// Which text.
    pub id: PlanTextId,
    /// Of which plan.
    pub plan: PlanId,
    /// Where it stands.
    pub place: PlanPlace,
    /// The text, Markdown. A number of the plan's own is a link to what it is ([`super::figures_in`]).
    pub text: String,
    /// For an answer: why it is empty; empty otherwise.
    pub empty_because: String,
    /// For an answer: who owns what it is about.
    pub owner: String,
    /// When it was last written.
    pub at: DateTime<Utc>,
}

impl PlanText {
    /// An empty text.
    pub fn begun(id: PlanTextId, plan: PlanId, place: PlanPlace, at: DateTime<Utc>) -> Self {
        let [text, empty_because, owner] = [const { String::new() }; 3];
        Self { id, plan, place, text, empty_because, owner, at }
    }

    /// The text as an answer, where it is one.
    pub fn answer(&self) -> Option<Answer> {
        let PlanPlace::Answer(question) = self.place else { return None };
        Some(Answer {
            question,
            text: self.text.clone(),
            empty_because: self.empty_because.clone(),
            owner: self.owner.clone(),
            at: self.at,
        })
    }

    /// Whether the text may be kept as it stands; drafts may be incomplete.
    ///
    /// # Errors
    /// Refuses texts that are too long and lines with breaks.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_text(&self.text)?;
        text::check_line("reason", &self.empty_because)?;
        text::check_line("owner", &self.owner)
    }
}
