use super::*;
use crate::RequisitionId;
use crate::headcount::month::month;
use crate::headcount::{AssumptionKey, Leaving, Requisition, RequisitionKind, sample};

const ROLE: &str = "Storage engineer";
const RUNS: u32 = 4000;

fn with(mut inputs: Inputs, set: &[(AssumptionKey, f64)]) -> Inputs {
    for (key, value) in set {
        inputs.assumptions = inputs.assumptions.with(*key, *value).expect("in range");
    }
    inputs
}

fn run(inputs: &Inputs, seed: u64) -> Simulation {
    simulate(inputs, seed, RUNS, &mut |_| true).expect("not stopped")
}

/// Whether a share of runs is within three standard errors of its chance.
fn agrees(share: f64, chance: f64) -> bool {
    (share - chance).abs() <= 3.0 * (chance * (1.0 - chance) / f64::from(RUNS)).sqrt() + 1e-12
}

/// The chance of at most `most` successes among `of`, each with the same chance.
fn binomial_at_most(most: u32, of: u32, chance: f64) -> f64 {
    let mut term = (0..of).fold(1.0, |term, _| term * (1.0 - chance));
    let mut sum = 0.0;
    for k in 0..=most {
        sum += term;
        term *= f64::from(of - k) / f64::from(k + 1) * chance / (1.0 - chance);
    }
    sum
}

#[test]
fn attrition_agrees_with_the_binomial_distribution() {
    for (people, attrition, demand) in [(20, 0.1, 16.0), (20, 0.1, 18.0), (50, 0.2, 33.0), (1, 0.5, 1.0)] {
        let mut inputs = with(
            Inputs { staff: sample::staff(ROLE, people), ..sample::empty() },
            &[(AssumptionKey::Attrition, attrition)],
        );
        inputs.initiatives = vec![sample::initiative(ROLE, "2026-11", "2030-11", demand)];
        let found = run(&inputs, 7);
        let mut stays = 1.0;
        for horizon in &found.horizons {
            stays *= 1.0 - attrition;
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let may_leave = people - demand as u32;
            let chance = binomial_at_most(may_leave, people, 1.0 - stays);
            assert!(
                agrees(horizon.covered, chance),
                "{people} people at {}: {} against {chance}",
                horizon.month,
                horizon.covered
            );
            assert_eq!(horizon.covered.to_bits(), horizon.roles[0].covered.to_bits());
        }
    }
}

#[test]
fn time_to_hire_agrees_with_the_geometric_distribution() {
    use AssumptionKey::{
        Attrition, HoursPerCandidate, MonthsToHire, OfferAcceptance, RampMonths, TrainingHours,
    };
    for (mean, acceptance) in [(3.0, 1.0), (4.0, 0.5), (12.0, 0.8), (24.0, 0.3)] {
        let mut inputs = with(
            sample::empty(),
            &[
                (Attrition, 0.0),
                (HoursPerCandidate, 0.0),
                (TrainingHours, 0.0),
                (RampMonths, 0.0),
                (MonthsToHire, mean),
                (OfferAcceptance, acceptance),
            ],
        );
        inputs.requisitions = vec![Requisition::new(RequisitionId::make(), ROLE, month("2026-11"), 1)];
        inputs.initiatives = vec![sample::initiative(ROLE, "2026-11", "2030-11", 1.0)];
        let found = run(&inputs, 11);
        for horizon in &found.horizons {
            let not_yet = (0..horizon.month).fold(1.0, |left, _| left * (1.0 - acceptance / mean));
            assert!(agrees(horizon.covered, 1.0 - not_yet), "{mean} and {acceptance} at {}", horizon.month);
        }
    }
}

#[test]
fn what_is_known_of_somebody_is_drawn_by_its_confidence() {
    let mut inputs = Inputs { staff: sample::staff(ROLE, 1), ..sample::empty() };
    inputs.staff[0].leaves_by = Some(Leaving { month: month("2028-01"), confidence: 0.3 });
    inputs.initiatives = vec![sample::initiative(ROLE, "2026-11", "2030-11", 1.0)];
    let found = run(&inputs, 3);
    let covered: Vec<f64> = found.horizons.iter().map(|horizon| horizon.covered).collect();
    assert!(agrees(covered[0], 1.0) && agrees(covered[1], 0.7) && agrees(covered[2], 0.7), "{covered:?}");
}

#[test]
fn the_mean_of_the_runs_is_the_forecast_where_nothing_but_leaving_is_drawn() {
    let mut inputs = sample::inputs();
    inputs.requisitions.retain(|requisition| requisition.kind == RequisitionKind::Transfer);
    inputs.promotions[0].backfill = None;
    let inputs = with(inputs, &[(AssumptionKey::Spread, 0.0)]);
    let forecast = crate::headcount::forecast(&inputs);
    let horizons = [12, 24, 36];
    let prepared = Prepared::of(&inputs, &forecast.roles, &horizons);
    let (mut draws, mut run) = (Draws::of(5), Run::of(&prepared));
    let mut sums = vec![(0.0, 0.0); run.supply.len()];
    for number in 0..RUNS {
        draws.begin(u64::from(number));
        run.draw(&prepared, &mut draws);
        for ((sum, squares), value) in sums.iter_mut().zip(&run.supply) {
            *sum += value;
            *squares += value * value;
        }
    }
    let runs = f64::from(RUNS);
    for role in 0..forecast.roles.len() {
        for (at, expected) in forecast.line(Measure::Supply, role).iter().enumerate() {
            let (sum, squares) = sums[role * 37 + at];
            let mean = sum / runs;
            let error = ((squares / runs - mean * mean).max(0.0) / runs).sqrt();
            assert!((mean - expected).abs() <= 4.0 * error + 1e-9, "role {role} at {at}: {mean}, {expected}");
        }
    }
}

#[test]
fn bands_are_ordered_and_a_seed_repeats() {
    let inputs = sample::inputs();
    let found = run(&inputs, 42);
    assert_eq!(found, run(&inputs, 42));
    assert_ne!(found.supply, run(&inputs, 43).supply);
    assert_eq!((found.supply.len(), found.gap.len(), found.horizons.len()), (37, 37, 3));
    let of_roles = found.horizons.iter().flat_map(|horizon| &horizon.roles);
    let bands = of_roles.flat_map(|role| [role.supply, role.gap]).chain(found.gap.clone());
    let counts = found.horizons.iter().flat_map(|horizon| [horizon.left, horizon.joined]);
    for band in bands.chain(found.supply.clone()).chain(counts) {
        assert!(band.p10 <= band.p50 && band.p50 <= band.p90, "{band:?}");
    }
    for horizon in &found.horizons {
        assert!(horizon.every_role_covered <= horizon.covered + 1e-12);
        assert_eq!(horizon.is_extrapolated, horizon.month >= 18);
    }
}

/// The first runs of the sample, frozen: were they to change, every seed that somebody noted would be worth nothing.
#[test]
fn a_seed_gives_the_same_for_ever() {
    let found = simulate(&sample::inputs(), 2026, 500, &mut |_| true).expect("not stopped");
    let shown: Vec<String> = [12, 24, 36]
        .map(|at: usize| {
            let Band { p10, p50, p90 } = found.supply[at];
            format!("{p10:.9} {p50:.9} {p90:.9}")
        })
        .to_vec();
    assert_eq!(
        shown,
        [
            "8.039202363 9.740025430 11.176167576",
            "7.904629211 9.833333333 10.933333333",
            "6.933333333 8.933333333 10.633333333"
        ]
    );
}

#[test]
fn a_simulation_tells_how_far_it_is_and_can_be_stopped() {
    let mut told = Vec::new();
    let found = simulate(&sample::empty(), 1, 1000, &mut |done| {
        told.push(done);
        done < 512
    });
    assert_eq!((found, told), (None, vec![0, 256, 512]));
    let mut last = 0;
    let nobody = simulate(&sample::empty(), 1, 1000, &mut |done| {
        last = done;
        true
    });
    assert_eq!(last, 1000);
    assert!(nobody.is_some_and(|found| found.horizons.iter().all(|horizon| horizon.covered >= 1.0)));
}

#[test]
fn a_band_is_taken_by_rank() {
    let mut runs: Vec<f64> = (1..=10).rev().map(f64::from).collect();
    assert_eq!(Band::of(&mut runs), Band { p10: 1.0, p50: 5.0, p90: 9.0 });
    assert_eq!(Band::of(&mut [3.0]), Band { p10: 3.0, p50: 3.0, p90: 3.0 });
    assert_eq!(Band { p10: 1.0, p50: 5.0, p90: 9.0 }.below(10.0), Band { p10: 1.0, p50: 5.0, p90: 9.0 });
}
