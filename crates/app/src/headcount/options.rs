//! What would close a gap, and how likely it would.

use domain::headcount::{Choice, Way, apply, forecast, options};
use domain::{PlanId, Refusal};
use serde::{Deserialize, Serialize};

use super::simulate::{USUAL_SEED, run};
use super::whole::Whole;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// Runs for each way: fewer than for the plan itself, for the chances are compared and not read to the digit.
const RUNS: u32 = 2_000;

/// Compares what would close the gap of a role at a month: hiring, automating, dropping, moving away, putting off, interns,
/// growing juniors.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// Of which plan.
    pub id: PlanId,
    /// Of which role.
    pub role: String,
    /// At which horizon: 12, 24 or 36 months from the start.
    pub month: u32,
}

/// One way, and what it does.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountOption {
    /// The way.
    pub way: Way,
    /// How much of it: people, hours a month, or initiatives; 0 where there is nothing to take it from.
    pub amount: f64,
    /// For growing: from which role.
    pub from: Option<String>,
    /// By how much the gap of the role changes, in FTE; below zero it closes.
    pub effect: f64,
    /// By how much the gap of all roles changes, in FTE.
    pub effect_on_all: f64,
    /// The gap that is left of the role, in FTE.
    pub gap: f64,
    /// The share of runs in which the role is then covered.
    pub chance: f64,
    /// The same without it.
    pub chance_before: f64,
}

impl OpenCall for Options {
    type Reply = Vec<HeadcountOption>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let inputs = Whole::now(desk.read(), self.id)?.inputs()?;
        let before = forecast(&inputs);
        let refused = || {
            Refusal::new("headcount.no_cell", "This plan has no such number.")
                .next("Name a role of the plan, and 12, 24 or 36 months that it reaches.")
        };
        let role = before.role(&self.role).ok_or_else(refused)?;
        if !before.horizons().any(|month| month == self.month) {
            return Err(refused().into());
        }
        let gap = before.cell(domain::headcount::Measure::Gap, role, self.month);
        let chance = |inputs: &domain::headcount::Inputs| -> Result<f64, Fault> {
            let bands = run(desk, inputs, USUAL_SEED, RUNS)?;
            let horizon = bands.horizons.into_iter().find(|horizon| horizon.month == self.month);
            let of = horizon.and_then(|horizon| horizon.roles.into_iter().find(|one| one.role == self.role));
            Ok(of.map_or(0.0, |role| role.covered))
        };
        let chance_before = chance(&inputs)?;
        options(&inputs, &self.role, self.month)
            .into_iter()
            .map(|Choice { way, amount, from, effect, effect_on_all }| {
                let chance = if amount > 0.0 {
                    chance(&apply(&inputs, &self.role, self.month, way))?
                } else {
                    chance_before
                };
                let gap = gap + effect;
                Ok(HeadcountOption { way, amount, from, effect, effect_on_all, gap, chance, chance_before })
            })
            .collect()
    }
}
