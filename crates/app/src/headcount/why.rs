//! Why a number of a plan is what it is.

use domain::headcount::{Cause, Factor, Inputs, Measure, forecast, why};
use domain::{PlanId, Refusal};
use serde::{Deserialize, Serialize};

use super::whole::Whole;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// Explains one number of a plan, down to the people and the work it comes from.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Why {
    /// Of which plan.
    pub id: PlanId,
    /// What is counted.
    pub measure: Measure,
    /// Of which role; none for all.
    pub role: Option<String>,
    /// In which month, counted from the start.
    pub month: u32,
}

/// Why a number is what it is: the sum of its steps, each with its sign, added from first to last.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountWhy {
    /// What is counted.
    pub measure: Measure,
    /// Of which role; null for all.
    pub role: Option<String>,
    /// In which month, counted from the start.
    pub month: u32,
    /// The number.
    pub result: f64,
    /// Whether the month lies beyond what facts reach.
    pub is_extrapolated: bool,
    /// The steps. None is hidden, also where it comes to nothing.
    pub steps: Vec<HeadcountStep>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountStep {
    /// The kind of thing that it comes from.
    pub of: HeadcountCause,
    /// What that thing is called: a person as the plan shows them, an initiative, a role.
    pub name: String,
    /// For another measure: which.
    pub measure: Option<Measure>,
    /// Whether it is taken away.
    pub is_taken_away: bool,
    /// The numbers it is made of, applied from left to right.
    pub factors: Vec<HeadcountFactor>,
    /// What they come to.
    pub value: f64,
}

/// A number that a step is multiplied with, or divided by.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountFactor {
    /// Which number.
    pub is: Factor,
    /// Whether it divides.
    pub divides: bool,
    /// Its value.
    pub value: f64,
}

/// The kind of thing that a step comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HeadcountCause {
    /// Somebody who is there.
    Staff,
    /// Somebody who is there and becomes a lead.
    Promoted,
    /// A requisition.
    Requisition,
    /// The backfill of somebody who becomes a lead.
    Backfill,
    /// A reduction.
    Reduction,
    /// An initiative.
    Initiative,
    /// The run load of a role.
    RunLoad,
    /// Another number of the plan.
    Measure,
}

impl OpenCall for Why {
    type Reply = HeadcountWhy;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let inputs = Whole::now(desk.read(), self.id)?.inputs()?;
        let roles = forecast(&inputs).roles;
        let role =
            self.role.as_ref().map(|role| roles.iter().position(|known| known == role).ok_or_else(no_cell));
        let found = why(&inputs, self.measure, role.transpose()?, self.month).ok_or_else(no_cell)?;
        let steps = found.steps.into_iter().map(|step| {
            let (of, mut name, measure) = cause_of(&inputs, step.cause);
            if let Some(role) = step.role {
                name.clone_from(&roles[role]);
            }
            HeadcountStep {
                of,
                name,
                measure,
                is_taken_away: step.sign < 0.0,
                factors: step
                    .factors
                    .into_iter()
                    .map(|(is, value)| HeadcountFactor { is, divides: is.divides(), value })
                    .collect(),
                value: step.value,
            }
        });
        Ok(HeadcountWhy {
            measure: found.measure,
            role: self.role,
            month: found.month,
            result: found.result,
            is_extrapolated: found.is_extrapolated,
            steps: steps.collect(),
        })
    }
}

/// What a step comes from, by kind and by what the plan calls it.
fn cause_of(inputs: &Inputs, cause: Cause) -> (HeadcountCause, String, Option<Measure>) {
    let staff = |place: usize| inputs.staff.get(place).map(|row| row.shown_name().into_owned());
    let promoted = |place: usize| {
        let row = inputs.promotions.get(place)?.row;
        inputs.staff.iter().find(|staff| staff.id == row).map(|row| row.shown_name().into_owned())
    };
    let (kind, name) = match cause {
        Cause::Staff(place) => (HeadcountCause::Staff, staff(place)),
        Cause::Promoted(place) => (HeadcountCause::Promoted, staff(place)),
        Cause::Requisition(place) => {
            (HeadcountCause::Requisition, inputs.requisitions.get(place).map(|one| one.role.clone()))
        }
        Cause::Backfill(place) => (HeadcountCause::Backfill, promoted(place)),
        Cause::Reduction(place) => {
            (HeadcountCause::Reduction, inputs.reductions.get(place).map(|one| one.role.clone()))
        }
        Cause::Initiative(place) => {
            (HeadcountCause::Initiative, inputs.initiatives.get(place).map(|one| one.name.clone()))
        }
        Cause::RunLoad(place) => {
            (HeadcountCause::RunLoad, inputs.run_load.get(place).map(|one| one.role.clone()))
        }
        Cause::Measure(measure) => return (HeadcountCause::Measure, String::new(), Some(measure)),
    };
    (kind, name.unwrap_or_default(), None)
}

fn no_cell() -> Refusal {
    Refusal::new("headcount.no_cell", "This plan has no such number.")
        .next("Name a role of the plan and a month that it reaches.")
}
