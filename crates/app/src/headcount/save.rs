//! Keeping a plan itself: its name, its time, the judgements about it.

use domain::headcount::{Month, Plan, Verdict};
use domain::{PlanId, Refusal};
use serde::Deserialize;

use super::whole::check_open;
use super::{RealisticVerdict, SuitsVerdict};
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Made;
use crate::stamp::{Day, given};

/// Keeps a headcount plan: a new one, or what is said of one that is there. What is absent stays as it was.
#[derive(Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Save {
    /// Which plan; none for a new one.
    pub id: Option<PlanId>,
    /// The organisation that it is for. A new plan needs it.
    pub organisation: Option<String>,
    /// What it is called.
    pub name: Option<String>,
    /// Its first month; this month for a new plan that does not say.
    pub starts: Option<Month>,
    /// How far it reaches, in months.
    pub months: Option<u32>,
    /// The last month that facts reach; `null` where all of it is known.
    #[serde(default, deserialize_with = "given")]
    pub known_until: Option<Option<Month>>,
    /// The day by which it is looked at again.
    pub review_by: Option<Day>,
    /// Whether the people suit the organisation now; `null` while nobody says.
    #[serde(default, deserialize_with = "given")]
    pub suits: Option<Option<SuitsVerdict>>,
    /// Whether it is realistic; `null` while nobody says.
    #[serde(default, deserialize_with = "given")]
    pub realistic: Option<Option<RealisticVerdict>>,
    /// Why no peer or no customer was asked.
    pub unasked_because: Option<String>,
}

impl OpenCall for Save {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let done = desk.deed(Self::NAME, |deed| {
            let before: Plan = match self.id {
                Some(id) => need(deed.read(), id)?,
                None => {
                    let starts = self.starts.unwrap_or(Month::of(today));
                    Plan::begun(PlanId::make(), self.organisation.clone().unwrap_or_default(), starts)
                }
            };
            check_open(&before)?;
            let starts = self.starts.unwrap_or(before.starts);
            if before.baseline.is_some() && starts != before.starts {
                return Err(Refusal::new("headcount.scenario_starts", "A scenario starts with its plan.")
                    .next("Change the start of the plan, or begin another plan.")
                    .into());
            }
            let review_by = self.review_by.map_or(before.review_by, |day| day.0);
            let plan = Plan {
                organisation: self.organisation.map_or(before.organisation, |line| line.trim().to_owned()),
                name: self.name.map_or(before.name, |line| line.trim().to_owned()),
                starts,
                months: self.months.unwrap_or(before.months),
                known_until: self.known_until.unwrap_or(before.known_until),
                review_by,
                suits: match self.suits {
                    Some(said) => said.map(|SuitsVerdict { is, because }| Verdict { is, because }),
                    None => before.suits,
                },
                realistic: match self.realistic {
                    Some(said) => said.map(|RealisticVerdict { is, because }| Verdict { is, because }),
                    None => before.realistic,
                },
                unasked_because: self.unasked_because.unwrap_or(before.unasked_because),
                ..before
            };
            plan.check()?;
            deed.put(&plan)?;
            Ok(plan.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}
