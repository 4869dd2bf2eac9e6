//! Keeping, changing or dropping a promise.

use domain::ActionId;
use domain::action::{Action, ActionState};
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;
use crate::stamp::{Day, given};

/// Changes what is given and leaves the rest.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Set {
    /// Which promise.
    pub id: ActionId,
    /// What was promised.
    pub text: Option<String>,
    /// By when; `null` for no day.
    #[serde(default, deserialize_with = "given")]
    pub due: Option<Option<Day>>,
    /// Kept, or owed after all.
    pub done: Option<bool>,
    /// Dropped, for this reason.
    pub dropped_because: Option<String>,
}

impl OpenCall for Set {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let state = match (self.done, &self.dropped_because) {
            (Some(true), Some(_)) => {
                return Err(Fault::wrong_use("An action is either done or dropped, not both."));
            }
            (_, Some(_)) => Some(ActionState::Dropped),
            (Some(true), None) => Some(ActionState::Done),
            (Some(false), None) => Some(ActionState::Open),
            (None, None) => None,
        };
        desk.save(Self::NAME, |deed| {
            let mut action: Action = need(deed.read(), self.id)?;
            action.text = self.text.map_or(action.text, |text| text.trim().to_owned());
            if let Some(due) = self.due {
                action.due = due.map(|day| day.0);
            }
            if let Some(state) = state {
                action.state = state;
                action.dropped_because = self.dropped_because.unwrap_or_default();
            }
            action.check()?;
            deed.put(&action)
        })
    }
}
