//! A promise somebody made, with an owner and a due day. Nothing that was promised is forgotten.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{ActionId, MeetingId, PersonId, Refusal, TalkId, text};

pub mod typed;

/// Whether a promise is still owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ActionState {
    /// Still owed.
    Open,
    /// Kept.
    Done,
    /// Given up, with a reason.
    Dropped,
}

/// A promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Which promise.
    pub id: ActionId,
    /// In whose 1:1 it is carried along.
    pub about: PersonId,
    /// Who owes it.
    pub owner: PersonId,
    /// The meeting it was made in.
    pub meeting: Option<MeetingId>,
    /// What was promised, in one line.
    pub text: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// The day it was made.
    pub since: NaiveDate,
    /// Whether it is still owed.
    pub state: ActionState,
    /// Why it was dropped; empty otherwise.
    pub dropped_because: String,
    /// The talk whose plan it is part of.
    pub talk: Option<TalkId>,
    /// Whose idea it was, where it is part of a plan.
    pub author: Option<PersonId>,
}

impl Action {
    /// Whether the promise may be kept as it stands.
    ///
    /// # Errors
    /// Refuses an empty promise, and dropping one without a reason.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("action", &self.text)?;
        text::check_line("reason", &self.dropped_because)?;
        if self.text.trim().is_empty() {
            return Err(Refusal::new("action.empty", "The action is empty.")
                .next("Say in one line what is to be done."));
        }
        if self.state == ActionState::Dropped && self.dropped_because.trim().is_empty() {
            return Err(Refusal::new("action.drop_reason", "Dropping an action asks for a reason.")
                .next("Say why it is no longer owed."));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_says_something_and_is_dropped_for_a_reason() {
        let promise = Action {
            id: ActionId::make(),
            about: PersonId::make(),
            owner: PersonId::make(),
            meeting: None,
            text: "Write up the drill".into(),
            due: None,
            since: "2026-11-19".parse().expect("a day"),
            state: ActionState::Open,
            dropped_because: String::new(),
            talk: None,
            author: None,
        };
        assert_eq!(promise.check(), Ok(()));
        let empty = Action { text: " ".into(), ..promise.clone() };
        assert_eq!(empty.check().expect_err("empty").rule, "action.empty");
        let dropped = Action { state: ActionState::Dropped, ..promise };
        assert_eq!(dropped.check().expect_err("no reason").rule, "action.drop_reason");
        assert_eq!(Action { dropped_because: "The talk was cancelled".into(), ..dropped }.check(), Ok(()));
    }
}
