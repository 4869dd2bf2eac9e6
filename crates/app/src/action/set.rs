//! Keeping, changing or dropping a promise.

use domain::action::{Action, ActionState};
use domain::person::Person;
use domain::{ActionId, PersonId};
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
    /// Who owes it.
    pub owner: Option<PersonId>,
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
            if let Some(owner) = self.owner {
                need::<Person>(deed.read(), owner)?;
                action.owner = owner;
            }
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

#[cfg(test)]
mod tests {
    use domain::PersonId;
    use serde_json::{Value, json};

    use crate::desk::trial::Trial;

    #[test]
    fn words_owner_and_day_change_one_by_one() {
        let trial = Trial::begin();
        let maya = trial.person("Maya Okafor");
        let me = trial.call("person.list", json!({}))[0]["id"].clone();
        let action = json!({ "about": maya, "owner": me, "text": "Find a reader", "due": "2026-11-17" });
        let id = trial.call("action.add", action)["id"].clone();
        let stands = || trial.call("action.list", json!({ "person": maya }))[0].clone();
        for (change, field, expected) in [
            (json!({ "text": " Find two readers " }), "text", json!("Find two readers")),
            (json!({ "owner": maya }), "owner_name", json!("Maya Okafor")),
            (json!({ "done": true }), "owner", maya.clone()),
            (json!({ "due": null }), "due", Value::Null),
            (json!({ "due": "2026-12-01" }), "due", json!("2026-12-01")),
        ] {
            let mut args = change.clone();
            args["id"] = id.clone();
            trial.call("action.set", args);
            assert_eq!(stands()[field], expected, "{change}");
        }
        let stranger = trial.refused("action.set", json!({ "id": id, "owner": PersonId::make().record() }));
        assert_eq!(stranger.rule.as_deref(), Some("record.missing"));
        assert_eq!(stands()["owner"], maya);
    }
}
