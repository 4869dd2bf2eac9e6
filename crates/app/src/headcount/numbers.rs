//! What a plan comes to: demand, supply and gap, the ramp, and whether it is realistic.

use domain::PlanId;
use domain::headcount::{
    Forecast, Inputs, Limit, Measure, Month, Outlook, RoleOutlook, forecast, interview_peak, outlook,
    planned_pace,
};
use serde::{Deserialize, Serialize};

use super::whole::{Assumed, Whole};
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// Makes the forecast of a plan.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    /// Of which plan.
    pub id: PlanId,
    /// What is assumed otherwise for the moment: what a slider says before it is let go.
    pub assume: Option<Vec<Assumed>>,
}

/// What a plan comes to. FTE but for heads; gaps above zero are people missing, below zero people to spare.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountNumbers {
    /// Month 0.
    pub starts: Month,
    /// How many months it reaches behind month 0.
    pub months: u32,
    /// The first month that is extrapolated, counted from the start. Such a number is never shown as committed.
    pub extrapolated_from: Option<u32>,
    /// All roles together, then each role in the order of their names.
    pub lines: Vec<HeadcountSeries>,
    /// The roles side by side at 12, 24 and 36 months, as far as the plan reaches.
    pub horizons: Vec<HeadcountHorizon>,
    /// Where interviews, guidance, training and leading take more than the people have: role and months.
    pub rethink: Vec<HeadcountRethink>,
    /// The month with the most interviews, and the hours they take in it.
    pub interview_peak: HeadcountPeak,
}

/// One role over time, a number a month from month 0 on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountSeries {
    /// Which role; null for all.
    pub role: Option<String>,
    /// Work.
    pub demand: Vec<f64>,
    /// People.
    pub supply: Vec<f64>,
    /// Work less people.
    pub gap: Vec<f64>,
    /// Heads.
    pub heads: Vec<f64>,
}

/// The roles at one horizon.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountHorizon {
    /// In months from the start.
    pub month: u32,
    /// Whether it lies beyond what facts reach.
    pub is_extrapolated: bool,
    /// All roles together.
    pub all: HeadcountRole,
    /// Each role.
    pub roles: Vec<HeadcountRole>,
    /// The ramp up to then.
    pub pace: HeadcountPace,
}

/// One role at one horizon.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountRole {
    /// The role; null for all.
    pub role: Option<String>,
    /// Heads at the start.
    pub heads_now: f64,
    /// Heads then.
    pub heads: f64,
    /// Heads that are aimed for.
    pub target: Option<f64>,
    /// Heads that have left by then.
    pub leavers: f64,
    /// People who are to join by then.
    pub to_join: f64,
    /// Work.
    pub demand: f64,
    /// People.
    pub supply: f64,
    /// Work less people.
    pub gap: f64,
}

impl From<RoleOutlook> for HeadcountRole {
    fn from(role: RoleOutlook) -> Self {
        let RoleOutlook { role, heads_now, heads, target, leavers, to_join, demand, supply, gap } = role;
        Self { role, heads_now, heads, target, leavers, to_join, demand, supply, gap }
    }
}

/// A ramp in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountPace {
    /// People who are to be recruited.
    pub hires: f64,
    /// Hires a month that takes.
    pub needed: f64,
    /// Hires a month that can be carried.
    pub allowed: f64,
    /// What allows least.
    pub limit: Limit,
    /// Hires that can be carried in all of the time.
    pub reachable: f64,
    /// Hours a month that interviews take at that pace.
    pub interview_hours: f64,
    /// Whether it can be carried.
    pub is_feasible: bool,
}

/// Months in which a role has less than nothing left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountRethink {
    /// Which role.
    pub role: String,
    /// The first such month, counted from the start.
    pub from: u32,
    /// How many such months there are.
    pub months: u32,
}

/// A month and its hours.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountPeak {
    /// Counted from the start.
    pub month: u32,
    /// Hours in it.
    pub hours: f64,
}

impl OpenCall for Numbers {
    type Reply = HeadcountNumbers;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let whole = Whole::now(desk.read(), self.id)?;
        let inputs = whole.inputs_if(&self.assume.unwrap_or_default())?;
        Ok(HeadcountNumbers::of(&inputs, &forecast(&inputs)))
    }
}

impl HeadcountNumbers {
    /// The numbers of a forecast, which is that of these inputs.
    pub fn of(inputs: &Inputs, forecast: &Forecast) -> Self {
        let roles = (0..forecast.roles.len()).map(Some);
        let line = |measure, role: Option<usize>| {
            (0..=forecast.months).map(|month| forecast.value(measure, role, month)).collect()
        };
        let series = |role: Option<usize>| HeadcountSeries {
            role: role.map(|role| forecast.roles[role].clone()),
            demand: line(Measure::Demand, role),
            supply: line(Measure::Supply, role),
            gap: line(Measure::Gap, role),
            heads: line(Measure::Heads, role),
        };
        let horizon = |month| {
            let Outlook { month, is_extrapolated, roles, all } = outlook(inputs, forecast, month);
            let pace = planned_pace(inputs, month);
            HeadcountHorizon {
                month,
                is_extrapolated,
                all: all.into(),
                roles: roles.into_iter().map(HeadcountRole::from).collect(),
                pace: HeadcountPace {
                    hires: pace.hires,
                    needed: pace.needed,
                    allowed: pace.allowed,
                    limit: pace.limit,
                    reachable: pace.reachable,
                    interview_hours: pace.interview_hours,
                    is_feasible: pace.is_feasible,
                },
            }
        };
        let mut rethink: Vec<HeadcountRethink> = Vec::new();
        for (role, month) in forecast.rethinks() {
            let role = &forecast.roles[role];
            match rethink.last_mut().filter(|last| last.role == *role) {
                Some(last) => last.months += 1,
                None => rethink.push(HeadcountRethink { role: role.clone(), from: month, months: 1 }),
            }
        }
        let (month, hours) = interview_peak(inputs, forecast);
        Self {
            starts: forecast.starts,
            months: forecast.months,
            extrapolated_from: forecast.extrapolated_from,
            lines: std::iter::once(None).chain(roles).map(series).collect(),
            horizons: forecast.horizons().map(horizon).collect(),
            rethink,
            interview_peak: HeadcountPeak { month, hours },
        }
    }
}
