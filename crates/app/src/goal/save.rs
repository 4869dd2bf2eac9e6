//! Keeping a goal.

use domain::goal::{Goal, GoalState};
use domain::person::Person;
use domain::{GoalId, PersonId};
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Made;
use crate::stamp::{Day, given};

/// Keeps a goal: a new one, or everything about one that is there.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Save {
    /// Which goal; none for a new one.
    pub id: Option<GoalId>,
    /// Whose goal.
    pub person: PersonId,
    /// In one line.
    pub title: String,
    /// Its full wording, Markdown.
    pub text: String,
    /// By when; as it was when absent, and `null` for no day.
    #[serde(default, deserialize_with = "given")]
    pub due: Option<Option<Day>>,
    /// How far it has come; as it was when absent.
    pub state: Option<GoalState>,
    /// Days from one look at it to the next; as it was when absent, and `null` for what its length suggests.
    #[serde(default, deserialize_with = "given")]
    pub review_days: Option<Option<u32>>,
}

impl OpenCall for Save {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let done = desk.deed(Self::NAME, |deed| {
            let before = self.id.map(|id| need::<Goal>(deed.read(), id)).transpose()?;
            need::<Person>(deed.read(), self.person)?;
            let before = before.unwrap_or_else(|| Goal::named(GoalId::make(), self.person, ""));
            let goal = Goal {
                person: self.person,
                title: self.title.trim().to_owned(),
                text: self.text,
                due: self.due.map_or(before.due, |due| due.map(|day| day.0)),
                state: self.state.unwrap_or(before.state),
                review_days: self.review_days.unwrap_or(before.review_days),
                ..before
            };
            goal.check()?;
            deed.put(&goal)?;
            Ok(goal.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::desk::trial::Trial;

    #[test]
    fn a_day_left_out_stays_and_null_takes_it_away() {
        let trial = Trial::begin();
        let maya = trial.person("Maya Okafor");
        let goal = |more: Value| {
            let mut args = json!({ "person": maya, "title": "Speak once", "text": "" });
            args.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
            trial.call("goal.save", args)["id"].clone()
        };
        let due = || trial.call("goal.list", json!({ "person": maya }))[0]["due"].clone();
        let id = goal(json!({}));
        assert_eq!(due(), Value::Null);
        for (more, expected) in [
            (json!({ "id": id, "due": "2026-12-31" }), json!("2026-12-31")),
            (json!({ "id": id }), json!("2026-12-31")),
            (json!({ "id": id, "due": null }), Value::Null),
        ] {
            goal(more.clone());
            assert_eq!(due(), expected, "{more}");
        }
    }
}
