//! A plan with chance: how likely the work is covered.

use domain::PlanId;
use domain::headcount::{Band, Inputs, Simulation, simulate};
use serde::{Deserialize, Serialize};

use super::whole::{Assumed, Whole};
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// How many runs are made unless said otherwise.
pub const USUAL_RUNS: u32 = 10_000;
/// The most runs that may be asked for.
const MOST_RUNS: u32 = 1_000_000;
/// The seed unless said otherwise: the same plan then shows the same band whenever it is opened.
pub const USUAL_SEED: u64 = 1;

/// Runs a plan many times, each with its own luck. The same seed gives the same answer on every machine.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Simulate {
    /// Of which plan.
    pub id: PlanId,
    /// How many runs; 10,000 when absent, a million at most.
    pub runs: Option<u32>,
    /// The seed; 1 when absent.
    pub seed: Option<u32>,
    /// What is assumed otherwise for the moment.
    pub assume: Option<Vec<Assumed>>,
}

/// What a tenth, half and nine tenths of the runs do not exceed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountBand {
    /// A tenth has at most this.
    pub p10: f64,
    /// Half has at most this.
    pub p50: f64,
    /// Nine tenths have at most this.
    pub p90: f64,
}

impl From<Band> for HeadcountBand {
    fn from(Band { p10, p50, p90 }: Band) -> Self {
        Self { p10, p50, p90 }
    }
}

/// What many runs show. FTE but for people who left and joined.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountBands {
    /// The seed that gives the same again.
    pub seed: u64,
    /// How many runs.
    pub runs: u32,
    /// The people of all roles, a month each from month 0 on.
    pub supply: Vec<HeadcountBand>,
    /// Work less people, a month each.
    pub gap: Vec<HeadcountBand>,
    /// At 12, 24 and 36 months, as far as the plan reaches.
    pub horizons: Vec<HeadcountChance>,
}

/// The chances at one horizon.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountChance {
    /// In months from the start.
    pub month: u32,
    /// Whether it lies beyond what facts reach.
    pub is_extrapolated: bool,
    /// The share of runs in which the people of all roles cover the work of all, whoever does whose.
    pub covered: f64,
    /// The share of runs in which every role covers its own work.
    pub every_role_covered: f64,
    /// People who left by then.
    pub left: HeadcountBand,
    /// People who joined by then.
    pub joined: HeadcountBand,
    /// Each role.
    pub roles: Vec<HeadcountRoleChance>,
}

/// The chance of one role.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountRoleChance {
    /// Which role.
    pub role: String,
    /// Its people.
    pub supply: HeadcountBand,
    /// Work less people.
    pub gap: HeadcountBand,
    /// The share of runs in which its people cover its work.
    pub covered: f64,
}

impl OpenCall for Simulate {
    type Reply = HeadcountBands;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let inputs = Whole::now(desk.read(), self.id)?.inputs_if(&self.assume.unwrap_or_default())?;
        let runs = self.runs.unwrap_or(USUAL_RUNS).clamp(1, MOST_RUNS);
        let seed = self.seed.map_or(USUAL_SEED, u64::from);
        let bands = run(desk, &inputs, seed, runs)?;
        let horizon = |chance: domain::headcount::HorizonChance| HeadcountChance {
            month: chance.month,
            is_extrapolated: chance.is_extrapolated,
            covered: chance.covered,
            every_role_covered: chance.every_role_covered,
            left: chance.left.into(),
            joined: chance.joined.into(),
            roles: chance
                .roles
                .into_iter()
                .map(|role| HeadcountRoleChance {
                    role: role.role,
                    supply: role.supply.into(),
                    gap: role.gap.into(),
                    covered: role.covered,
                })
                .collect(),
        };
        Ok(HeadcountBands {
            seed: bands.seed,
            runs: bands.runs,
            supply: bands.supply.into_iter().map(HeadcountBand::from).collect(),
            gap: bands.gap.into_iter().map(HeadcountBand::from).collect(),
            horizons: bands.horizons.into_iter().map(horizon).collect(),
        })
    }
}

/// Runs inputs, telling how far it is; stops when asked to.
pub fn run(desk: &OpenDesk, inputs: &Inputs, seed: u64, runs: u32) -> Result<Simulation, Fault> {
    let mut stopped = None;
    let bands = simulate(inputs, seed, runs, &mut |done| {
        let step = desk.work().step(u64::from(done), Some(u64::from(runs)), "Trying the plan out");
        stopped = step.err();
        stopped.is_none()
    });
    match (bands, stopped) {
        (_, Some(fault)) => Err(fault),
        (Some(bands), None) => Ok(bands),
        (None, None) => Err(Fault::machine("The plan could not be tried out.")),
    }
}
