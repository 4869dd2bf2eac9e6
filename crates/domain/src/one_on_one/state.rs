//! How a 1:1 comes along: the states and the moves between them.

use serde::{Deserialize, Serialize};

use crate::Refusal;

/// How far a meeting has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MeetingState {
    /// In the calendar.
    Planned,
    /// In the calendar, and the owner has prepared it.
    Prepped,
    /// The two are talking.
    InProgress,
    /// It took place; notes may still be finished.
    Held,
    /// It took place and its notes are out.
    NotesSent,
    /// Done: its texts no longer change.
    Closed,
    /// It took place at another time instead; the new meeting points back here.
    Moved,
    /// It did not take place.
    Cancelled,
}

impl MeetingState {
    /// Every state.
    pub const ALL: [Self; 8] = [
        Self::Planned,
        Self::Prepped,
        Self::InProgress,
        Self::Held,
        Self::NotesSent,
        Self::Closed,
        Self::Moved,
        Self::Cancelled,
    ];

    /// Whether a meeting may go from this state to `to`. Holding without preparing or starting is allowed: people meet
    /// first and tidy up later. What is closed stays closed; a correction is appended.
    pub fn may_become(self, to: Self) -> bool {
        use MeetingState::{Cancelled, Closed, Held, InProgress, Moved, NotesSent, Planned, Prepped};
        matches!(
            (self, to),
            (Planned, Prepped)
                | (Planned | Prepped, InProgress | Held | Moved | Cancelled)
                | (Prepped | InProgress | Cancelled, Planned)
                | (InProgress, Held)
                | (Held, InProgress | NotesSent | Closed)
                | (NotesSent, Closed)
        )
    }

    /// Checks a move, with the reason that moving and cancelling ask for.
    ///
    /// # Errors
    /// Refuses moves that [`may_become`](Self::may_become) rules out, and a move or cancellation without a reason.
    pub fn check_move(self, to: Self, reason: &str) -> Result<(), Refusal> {
        if !self.may_become(to) {
            return Err(Refusal::new(
                "one_on_one.state",
                format!("A 1:1 that is {} cannot become {}.", self.word(), to.word()),
            )
            .next("Open the 1:1 to see what it can become."));
        }
        if matches!(to, Self::Moved | Self::Cancelled) && reason.trim().is_empty() {
            return Err(Refusal::new("one_on_one.reason", "Say what outranks this 1:1.")
                .next("Give a short reason; it is kept for you alone."));
        }
        Ok(())
    }

    /// Whether it still lies ahead, so that its time and length may change.
    pub fn is_ahead(self) -> bool {
        matches!(self, Self::Planned | Self::Prepped)
    }

    /// Whether the two have met.
    pub fn has_met(self) -> bool {
        matches!(self, Self::Held | Self::NotesSent | Self::Closed)
    }

    /// The state as a word in a sentence.
    pub fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Prepped => "prepared",
            Self::InProgress => "in progress",
            Self::Held => "held",
            Self::NotesSent => "held and sent out",
            Self::Closed => "closed",
            Self::Moved => "moved",
            Self::Cancelled => "cancelled",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::MeetingState::{
        self, Cancelled, Closed, Held, InProgress, Moved, NotesSent, Planned, Prepped,
    };

    #[test]
    fn exactly_these_moves_are_allowed() {
        let allowed = [
            (Planned, Prepped),
            (Planned, InProgress),
            (Planned, Held),
            (Planned, Moved),
            (Planned, Cancelled),
            (Prepped, Planned),
            (Prepped, InProgress),
            (Prepped, Held),
            (Prepped, Moved),
            (Prepped, Cancelled),
            (InProgress, Held),
            (InProgress, Planned),
            (Held, InProgress),
            (Held, NotesSent),
            (Held, Closed),
            (NotesSent, Closed),
            (Cancelled, Planned),
        ];
        for from in MeetingState::ALL {
            for to in MeetingState::ALL {
                let reason = "a release";
                assert_eq!(
                    from.check_move(to, reason).is_ok(),
                    allowed.contains(&(from, to)),
                    "{from:?} to {to:?}"
                );
            }
        }
    }

    #[test]
    fn moving_and_cancelling_ask_for_a_reason() {
        for to in [Moved, Cancelled] {
            assert_eq!(Planned.check_move(to, "  ").expect_err("no reason").rule, "one_on_one.reason");
        }
        assert_eq!(Planned.check_move(Held, ""), Ok(()));
    }
}
