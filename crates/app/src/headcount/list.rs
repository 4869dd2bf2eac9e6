//! The plans there are.

use domain::headcount::Entry;
use serde::{Deserialize, Serialize};
use store::noun::headcount;

use super::HeadcountPlan;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// Lists headcount plans: by organisation, the newest version first, each followed by its scenarios.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct List {}

/// A plan as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountLine {
    /// The plan.
    pub plan: HeadcountPlan,
    /// How many people stand in it.
    pub people: u32,
    /// How many of the 25 questions are answered, or empty for a reason.
    pub answered: u32,
}

impl OpenCall for List {
    type Reply = Vec<HeadcountLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (read, today) = (desk.read(), desk.today());
        let _moment = store::noun::one_moment(read)?;
        let mut plans = headcount::all(read)?;
        let newest_of = |plan: &domain::headcount::Plan| plan.baseline.unwrap_or(plan.id);
        let versions: std::collections::HashMap<_, _> =
            plans.iter().map(|plan| (plan.id, (plan.organisation.clone(), plan.version))).collect();
        plans.sort_by_cached_key(|plan| {
            let of = newest_of(plan);
            let (organisation, version) = versions.get(&of).cloned().unwrap_or_default();
            (organisation.to_lowercase(), std::cmp::Reverse(version), of, plan.baseline.is_some(), plan.id)
        });
        plans
            .into_iter()
            .map(|plan| {
                let entries = headcount::entries(read, plan.id)?;
                let people = entries.iter().filter(|entry| matches!(entry.entry, Entry::Staff(_))).count();
                let texts = headcount::texts(read, plan.id)?;
                let answers = texts.iter().filter_map(domain::headcount::PlanText::answer);
                let answered = answers.filter(domain::headcount::Answer::is_complete).count();
                Ok(HeadcountLine {
                    plan: HeadcountPlan::on(plan, today),
                    people: u32::try_from(people).unwrap_or(u32::MAX),
                    answered: u32::try_from(answered).unwrap_or(u32::MAX),
                })
            })
            .collect()
    }
}
