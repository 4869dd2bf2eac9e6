//! What stands around a plan: answers, the people who were asked, what is done at once, and what changed.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::PlanQuestion;
use crate::{ActionId, Refusal, text};

/// The answer to one question of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// To which question.
    pub question: PlanQuestion,
    /// The answer, Markdown; may be empty for a reason.
    pub text: String,
    /// Why it is empty; empty otherwise.
    pub empty_because: String,
    /// Who owns what it is about, where the question asks for one.
    pub owner: String,
    /// When it was last written.
    pub at: DateTime<Utc>,
}

impl Answer {
    /// Whether it says something, or why not.
    pub fn is_complete(&self) -> bool {
        !self.text.trim().is_empty() || !self.empty_because.trim().is_empty()
    }

    /// Whether it may be kept as it stands; drafts may be incomplete.
    ///
    /// # Errors
    /// Refuses texts that are too long and lines with breaks.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_text(&self.text)?;
        text::check_line("reason", &self.empty_because)?;
        text::check_line("owner", &self.owner)
    }
}

/// Whose view somebody brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ContributorKind {
    /// Somebody who manages beside the author.
    Peer,
    /// Somebody the organisation works for.
    Customer,
    /// Anybody else.
    Other,
}

/// Somebody whose view went into a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Contributor {
    /// Who.
    pub name: String,
    /// Whose view they bring.
    pub kind: ContributorKind,
    /// The day they were heard.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
}

/// What is done about a concern that cannot wait for the plan, and how long that carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Concern {
    /// What the concern is.
    pub text: String,
    /// The action that moves load or people.
    pub action: Option<ActionId>,
    /// The day until which it serves us.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub serves_until: NaiveDate,
}

impl Concern {
    /// Whether the concern may be kept as it stands.
    ///
    /// # Errors
    /// Refuses an empty concern, and one that nothing is done about.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("concern", &self.text)?;
        if self.text.trim().is_empty() {
            return Err(Refusal::new("headcount.concern_empty", "The concern is empty.")
                .next("Say in one line what cannot wait."));
        }
        if self.action.is_none() {
            return Err(Refusal::new("headcount.concern_action", "Nothing is done about this concern yet.")
                .next("Add the action that moves load or people."));
        }
        Ok(())
    }

    /// Whether what was done no longer carries on a day.
    pub fn is_over(&self, today: NaiveDate) -> bool {
        self.serves_until < today
    }
}

/// What makes one look at a plan again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ChangeFactor {
    /// Where the organisation wants to go.
    Strategy,
    /// How much work there is, and of which kind.
    Load,
    /// The labour market.
    Market,
    /// The people and what they want.
    People,
}

/// One entry of a plan's change log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Change {
    /// The day of it.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    /// What changed.
    pub factor: ChangeFactor,
    /// How, in one line.
    pub text: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn f7_a_concern_has_an_action_and_a_day_until_which_it_serves() {
        let concern = Concern {
            text: "Nights rest on two people".into(),
            action: Some(ActionId::make()),
            serves_until: day("2027-03-31"),
        };
        assert_eq!(concern.check(), Ok(()));
        assert!(!concern.is_over(day("2027-03-31")) && concern.is_over(day("2027-04-01")));
        for (concern, rule) in [
            (Concern { text: " ".into(), ..concern.clone() }, "headcount.concern_empty"),
            (Concern { action: None, ..concern }, "headcount.concern_action"),
        ] {
            assert_eq!(concern.check().expect_err(rule).rule, rule);
        }
    }
}
