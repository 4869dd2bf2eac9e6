//! The forecast with chance: many runs of the same plan, each with its own luck.
//!
//! What is drawn: whether and when each person leaves (attrition, or what is known of them); for each hire how long the
//! search takes, offers that are declined included; how many candidates it takes; how long the newcomer ramps up; whether and
//! when they leave again. Work is not drawn: the gap's bands are those of supply, turned round.
//!
//! The stream of draws is ChaCha with eight rounds, whose every bit is specified, with the seed as the key and the number of
//! the run as the stream. Draws are compared with tables that are made of sums, products and quotients alone. So one seed
//! gives the same bands on every machine, in every year, and in whatever order runs are made.

mod draw;
mod plan;

use draw::Draws;
use plan::{Prepared, Run};

use super::{Inputs, Measure, Month, forecast};

/// Three values that a tenth, half and nine tenths of the runs do not exceed: the value at rank ⌈share × runs⌉.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Band {
    /// A tenth of the runs has at most this.
    pub p10: f64,
    /// Half of the runs have at most this.
    pub p50: f64,
    /// Nine tenths of the runs have at most this.
    pub p90: f64,
}

impl Band {
    /// The band of runs, which are reordered for it.
    fn of(runs: &mut [f64]) -> Self {
        let mut at = |share: usize| match (runs.len() * share).div_ceil(10).checked_sub(1) {
            Some(rank) => *runs.select_nth_unstable_by(rank, f64::total_cmp).1,
            None => 0.0,
        };
        Self { p10: at(1), p50: at(5), p90: at(9) }
    }

    /// The band of `from` − value.
    fn below(self, from: f64) -> Self {
        Self { p10: from - self.p90, p50: from - self.p50, p90: from - self.p10 }
    }
}

/// One role at one horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleChance {
    /// The role.
    pub role: String,
    /// Its supply, in FTE.
    pub supply: Band,
    /// Its gap, in FTE.
    pub gap: Band,
    /// The share of runs in which its supply covers its demand.
    pub covered: f64,
}

/// All roles at one horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct HorizonChance {
    /// The horizon, in months from the start.
    pub month: u32,
    /// Whether it lies beyond what facts reach.
    pub is_extrapolated: bool,
    /// The share of runs in which the supply of all covers the demand of all, whoever does whose work.
    pub covered: f64,
    /// The share of runs in which every role covers its own demand.
    pub every_role_covered: f64,
    /// People who were there at the start, or have signed, and have left by then.
    pub left: Band,
    /// People who have joined by requisition or backfill by then.
    pub joined: Band,
    /// Each role, in the order of the forecast.
    pub roles: Vec<RoleChance>,
}

/// What many runs show.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulation {
    /// The seed that gives the same again.
    pub seed: u64,
    /// How many runs.
    pub runs: u32,
    /// Month 0.
    pub starts: Month,
    /// The supply of all roles, a month each from month 0 on, in FTE.
    pub supply: Vec<Band>,
    /// The gap of all roles, a month each, in FTE.
    pub gap: Vec<Band>,
    /// At 12, 24 and 36 months, as far as the plan reaches.
    pub horizons: Vec<HorizonChance>,
}

/// After so many runs the caller is told how far it is.
const TOLD_EVERY: u32 = 256;

/// Supply that is short of demand by less covers it: sums of many parts are rounded.
const ROUNDING: f64 = 1e-9;

/// Runs a plan many times. `inputs` are such as [`Inputs::check`] accepts; fewer than one run counts as one.
///
/// `progress` is told how many runs are done, and stops the simulation by answering false: then there is no result.
pub fn simulate(
    inputs: &Inputs,
    seed: u64,
    runs: u32,
    progress: &mut dyn FnMut(u32) -> bool,
) -> Option<Simulation> {
    let runs = runs.max(1);
    let count = runs as usize;
    let forecast = forecast(inputs);
    let (roles, months) = (forecast.roles.len(), inputs.months as usize + 1);
    let horizons: Vec<usize> = forecast.horizons().map(|horizon| horizon as usize).collect();
    let at = |measure, role| forecast.line(measure, role);
    let demand: Vec<f64> = (0..=inputs.months).map(|month| forecast.total(Measure::Demand, month)).collect();

    let prepared = Prepared::of(inputs, &forecast.roles, &horizons);
    let mut draws = Draws::of(seed);
    let mut run = Run::of(&prepared);
    // For each month, then each horizon and role, a value a run.
    let mut supply = vec![0.0; months * count];
    let mut by_role = vec![0.0; horizons.len() * roles * count];
    let mut left = vec![0.0; horizons.len() * count];
    let mut joined = vec![0.0; horizons.len() * count];
    let mut covered = vec![[0_u32; 2]; horizons.len()];
    let mut role_covered = vec![0_u32; horizons.len() * roles];
    let mut total = vec![0.0; months];
    for number in 0..count {
        let done = u32::try_from(number).unwrap_or(u32::MAX);
        if done.is_multiple_of(TOLD_EVERY) && !progress(done) {
            return None;
        }
        draws.begin(number as u64);
        run.draw(&prepared, &mut draws);
        total.fill(0.0);
        for line in run.supply.chunks_exact(months) {
            total.iter_mut().zip(line).for_each(|(sum, value)| *sum += value);
        }
        for (month, value) in total.iter().enumerate() {
            supply[month * count + number] = *value;
        }
        for (place, &horizon) in horizons.iter().enumerate() {
            let mut is_every = true;
            for role in 0..roles {
                let value = run.supply[role * months + horizon];
                by_role[(place * roles + role) * count + number] = value;
                let is_covered = value + ROUNDING >= at(Measure::Demand, role)[horizon];
                role_covered[place * roles + role] += u32::from(is_covered);
                is_every &= is_covered;
            }
            covered[place][0] += u32::from(total[horizon] + ROUNDING >= demand[horizon]);
            covered[place][1] += u32::from(is_every);
            left[place * count + number] = f64::from(run.left[place]);
            joined[place * count + number] = f64::from(run.joined[place]);
        }
    }
    if !progress(runs) {
        return None;
    }

    let share = |of: u32| f64::from(of) / f64::from(runs);
    let supply: Vec<Band> = supply.chunks_exact_mut(count).map(Band::of).collect();
    let gap = supply.iter().zip(&demand).map(|(band, demand)| band.below(*demand)).collect();
    let horizons = horizons.iter().enumerate().map(|(place, &month)| HorizonChance {
        month: u32::try_from(month).unwrap_or(u32::MAX),
        is_extrapolated: forecast.is_extrapolated(u32::try_from(month).unwrap_or(u32::MAX)),
        covered: share(covered[place][0]),
        every_role_covered: share(covered[place][1]),
        left: Band::of(&mut left[place * count..][..count]),
        joined: Band::of(&mut joined[place * count..][..count]),
        roles: (0..roles)
            .map(|role| {
                let supply = Band::of(&mut by_role[(place * roles + role) * count..][..count]);
                RoleChance {
                    role: forecast.roles[role].clone(),
                    supply,
                    gap: supply.below(at(Measure::Demand, role)[month]),
                    covered: share(role_covered[place * roles + role]),
                }
            })
            .collect(),
    });
    let horizons = horizons.collect();
    Some(Simulation { seed, runs, starts: inputs.starts, supply, gap, horizons })
}

#[cfg(test)]
mod tests;
