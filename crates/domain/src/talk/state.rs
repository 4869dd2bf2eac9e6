//! How far a talk has come, and how it moves on.

use serde::{Deserialize, Serialize};

use crate::Refusal;

/// How far a talk has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TalkState {
    /// Something was noticed.
    #[default]
    Noticed,
    /// The message is being written.
    Preparing,
    /// It can be talked about.
    Ready,
    /// It was talked about.
    Discussed,
    /// It is looked at again and again.
    Following,
    /// It has become better.
    Improved,
    /// HR has taken it up.
    Escalated,
    /// It is over.
    Closed,
}

impl TalkState {
    /// Every state, in the order a talk goes through them.
    pub const ALL: [Self; 8] = [
        Self::Noticed,
        Self::Preparing,
        Self::Ready,
        Self::Discussed,
        Self::Following,
        Self::Improved,
        Self::Escalated,
        Self::Closed,
    ];

    /// The states it can move on to.
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Noticed => &[Self::Preparing],
            Self::Preparing => &[Self::Ready],
            Self::Ready => &[Self::Discussed, Self::Preparing],
            Self::Discussed => &[Self::Following],
            Self::Following => &[Self::Improved, Self::Escalated],
            // What comes back is followed again.
            Self::Improved => &[Self::Closed, Self::Following],
            Self::Escalated => &[Self::Following, Self::Closed],
            Self::Closed => &[],
        }
    }

    /// Whether its message, example, consequence and owner are settled.
    pub fn is_prepared(self) -> bool {
        !matches!(self, Self::Noticed | Self::Preparing)
    }

    /// Whether it waits to be talked about.
    pub fn is_ahead(self) -> bool {
        matches!(self, Self::Noticed | Self::Preparing | Self::Ready)
    }

    /// Whether a talk may move on to another state.
    ///
    /// # Errors
    /// Refuses a move that is not in [`TalkState::next`]; the same state again is no move and passes.
    pub fn check_move(self, to: Self) -> Result<(), Refusal> {
        if self == to || self.next().contains(&to) {
            return Ok(());
        }
        let (what, next) = match (self, to) {
            (Self::Closed, _) => ("This talk is closed.", "Begin a new one for what has come up since."),
            (from, Self::Closed) if from.is_ahead() => (
                "Only what was talked about can be closed.",
                "Remove it if it was a mistake, or go on preparing it.",
            ),
            _ => ("A talk goes step by step.", "Take the step that comes next."),
        };
        Err(Refusal::new("talk.step", what).next(next))
    }
}
