//! How far a goal has come, and how it moves on.

use serde::{Deserialize, Serialize};

use crate::Refusal;

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
    /// Every state, in the order a goal goes through them.
    pub const ALL: [Self; 7] = [
        Self::Proposed,
        Self::Endorsed,
        Self::Active,
        Self::Achieved,
        Self::PartlyAchieved,
        Self::Missed,
        Self::Dropped,
    ];

    /// Whether the goal is still ahead or being worked on.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Proposed | Self::Endorsed | Self::Active)
    }

    /// The states it can move on to.
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Proposed => &[Self::Endorsed, Self::Dropped],
            Self::Endorsed => &[Self::Active, Self::Proposed, Self::Dropped],
            Self::Active => &[Self::Achieved, Self::PartlyAchieved, Self::Missed, Self::Dropped],
            // Taken up again.
            Self::Achieved | Self::PartlyAchieved | Self::Missed => &[Self::Active],
            Self::Dropped => &[Self::Proposed],
        }
    }

    /// Whether a goal may move on to another state.
    ///
    /// # Errors
    /// Refuses a move that is not in [`GoalState::next`]; the same state again is no move and passes.
    pub fn check_move(self, to: Self) -> Result<(), Refusal> {
        if self == to || self.next().contains(&to) {
            return Ok(());
        }
        Err(match (self, to) {
            (Self::Proposed, Self::Active) => {
                Refusal::new("goal.not_endorsed", "Only an endorsed goal can become active.")
                    .next("Endorse it first, or endorse and start it in one step.")
            }
            (Self::Proposed | Self::Endorsed, _) => {
                Refusal::new("goal.not_active", "This goal has not been worked on yet.")
                    .next("Start it first, or drop it and say why.")
            }
            _ => Refusal::new("goal.ended", "This goal has ended.").next("Take it up again first."),
        })
    }
}
