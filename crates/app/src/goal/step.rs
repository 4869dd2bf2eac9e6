//! Moving a goal on.

use domain::goal::{Goal, GoalState, Wording, WordingReason};
use domain::{GoalId, WordingId};
use serde::Deserialize;
use store::StoreFault;
use store::gate::Deed;
use store::noun::goal::wordings;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;

/// Moves a goal to another state.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct SetState {
    /// Which goal.
    pub id: GoalId,
    /// The state it moves to.
    pub to: GoalState,
    /// Why it was dropped, or what came of it; asked for when it is dropped.
    pub outcome: Option<String>,
}

impl OpenCall for SetState {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        desk.save(Self::NAME, |deed| {
            let goal: Goal = need(deed.read(), self.id)?;
            let was = goal.state;
            let goal = goal.moved(self.to, self.outcome.as_deref().unwrap_or_default(), today)?;
            if goal.state != was && goal.state == GoalState::Active {
                keep_first_words(deed, &goal, today)?;
            }
            deed.put(&goal)
        })
    }
}

/// Endorses a goal, and starts it at once if asked to: one deed.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Endorse {
    /// Which goal.
    pub id: GoalId,
    /// Whether work on it begins today.
    pub start: Option<bool>,
}

impl OpenCall for Endorse {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        desk.save(Self::NAME, |deed| {
            let goal: Goal = need(deed.read(), self.id)?;
            let mut goal = goal.moved(GoalState::Endorsed, "", today)?;
            if self.start == Some(true) {
                goal = goal.moved(GoalState::Active, "", today)?;
                keep_first_words(deed, &goal, today)?;
            }
            deed.put(&goal)
        })
    }
}

/// The words a goal started with are kept for the review, once.
fn keep_first_words(deed: &mut Deed<'_>, goal: &Goal, today: chrono::NaiveDate) -> Result<(), StoreFault> {
    let has_first = wordings(deed.read(), goal.id)?.iter().any(|kept| kept.reason == WordingReason::Started);
    if !has_first {
        deed.put(&Wording::of(WordingId::make(), goal, WordingReason::Started, "", today))?;
    }
    Ok(())
}
