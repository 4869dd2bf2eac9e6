//! Saying that a goal was looked at.

use domain::GoalId;
use domain::goal::Goal;
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;

/// Says that a goal was looked at today, so that it comes up again after its interval.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Reviewed {
    /// Which goal.
    pub id: GoalId,
}

impl OpenCall for Reviewed {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        desk.save(Self::NAME, |deed| {
            let goal: Goal = need(deed.read(), self.id)?;
            deed.put(&Goal { reviewed_on: Some(today), ..goal })
        })
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use serde_json::{Value, json};

    use crate::desk::trial::Trial;

    #[test]
    fn a25_a_goal_comes_up_again_after_its_interval() {
        let trial = Trial::begin();
        let maya = trial.person("Maya Okafor");
        let save = |more: Value| {
            let mut args = json!({ "person": maya, "title": "Speak once", "text": "", "due": "2027-01-31" });
            args.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
            trial.call("goal.save", args)["id"].clone()
        };
        let id = save(json!({}));
        let plan = json!({ "person": maya, "starts": "2026-12-10T15:00" });
        let meeting = trial.call("one_on_one.plan", plan)["id"].clone();
        let is_due = || trial.call("one_on_one.get", json!({ "id": meeting }))["goals_due"] != json!([]);
        let line = || trial.call("goal.list", json!({ "person": maya }))[0].clone();
        assert!(is_due(), "never looked at");
        trial.call("goal.reviewed", json!({ "id": id }));
        assert_eq!(line()["reviewed_on"], "2026-11-19");
        assert!(is_due(), "three weeks later, and it ends within a quarter: every two weeks");
        save(json!({ "id": id, "review_days": 28 }));
        assert!(!is_due(), "its own interval");
        save(json!({ "id": id }));
        assert_eq!(line()["review_days"], 28, "left out it stays");
        save(json!({ "id": id, "review_days": null }));
        assert_eq!((&line()["review_days"], is_due()), (&Value::Null, true));
        trial.hands.turn(TimeDelta::days(14));
        trial.call("goal.reviewed", json!({ "id": id }));
        assert!(!is_due(), "looked at last week");
        let wrong = json!({ "id": id, "person": maya, "title": "x", "text": "", "review_days": 0 });
        assert_eq!(trial.refused("goal.save", wrong).rule.as_deref(), Some("goal.review_days"));
    }
}
