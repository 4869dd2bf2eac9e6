use super::super::month::month;
use super::super::{
    AssumptionKey, Leaving, Promotion, Reduction, Requisition, RequisitionKind, StaffKind, sample,
};
use super::*;
use crate::RequisitionId;

const ROLE: &str = "Storage engineer";

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-12
}

fn with(mut inputs: Inputs, set: &[(AssumptionKey, f64)]) -> Inputs {
    for (key, value) in set {
        inputs.assumptions = inputs.assumptions.with(*key, *value).expect("in range");
    }
    inputs
}

/// Nobody leaves by chance, and nobody needs time to learn or to be found.
fn calm(inputs: Inputs) -> Inputs {
    use AssumptionKey::{Attrition, HoursPerCandidate, RampMonths, TrainingHours};
    with(inputs, &[(Attrition, 0.0), (HoursPerCandidate, 0.0), (RampMonths, 0.0), (TrainingHours, 0.0)])
}

fn hires(start: &str, count: u32) -> Requisition {
    Requisition::new(RequisitionId::make(), ROLE, month(start), count)
}

#[test]
fn f8_f_3_supply_demand_and_gap_at_twelve_twenty_four_and_thirty_six_months() {
    let mut inputs = calm(Inputs {
        staff: sample::staff(ROLE, 6),
        requisitions: vec![hires("2028-01", 3)],
        initiatives: vec![sample::initiative(ROLE, "2027-11", "2028-12", 2.0)],
        run_load: vec![sample::run_load(ROLE, 600.0)],
        ..sample::empty()
    });
    inputs.staff[0].leaves_by = Some(Leaving { month: month("2028-06"), confidence: 0.5 });
    let found = forecast(&inputs);
    for (at, demand, supply) in [(0, 5.0, 6.0), (12, 7.0, 6.0), (24, 7.0, 8.5), (36, 5.0, 8.5)] {
        assert!(near(found.cell(Measure::Demand, 0, at), demand), "demand at {at}");
        assert!(near(found.cell(Measure::Supply, 0, at), supply), "supply at {at}");
        assert!(near(found.cell(Measure::Gap, 0, at), demand - supply), "gap at {at}");
        assert!(near(found.cell(Measure::Heads, 0, at), supply), "heads at {at}");
    }
    assert_eq!(found.horizons().collect::<Vec<_>>(), HORIZONS);
    assert_eq!(forecast(&Inputs { months: 48, ..inputs }).line(Measure::Gap, 0).len(), 49, "more is allowed");
}

#[test]
fn f9_f_r3_what_lies_beyond_the_facts_is_marked() {
    for (known, from) in [(None, None), (Some("2028-04"), Some(18)), (Some("2026-11"), Some(1))] {
        let found = forecast(&Inputs { known_until: known.map(month), ..sample::empty() });
        assert_eq!(found.extrapolated_from, from);
        for at in 0..=36 {
            assert_eq!(found.is_extrapolated(at), from.is_some_and(|from| at >= from));
        }
    }
}

#[test]
fn f2_a_group_may_shrink_by_a_fifth() {
    let inputs = calm(Inputs {
        staff: sample::staff(ROLE, 20),
        reductions: vec![Reduction { role: ROLE.into(), month: month("2027-05"), fte: 4.0 }],
        run_load: vec![sample::run_load(ROLE, 1920.0)],
        ..sample::empty()
    });
    let found = forecast(&inputs);
    for (at, heads, gap) in [(5, 20.0, -4.0), (6, 16.0, 0.0), (36, 16.0, 0.0)] {
        assert!(near(found.cell(Measure::Heads, 0, at), heads) && near(found.cell(Measure::Gap, 0, at), gap));
    }
    let shrinking = with(inputs, &[(AssumptionKey::RunGrowth, -0.2)]);
    assert!(near(forecast(&shrinking).cell(Measure::Run, 0, 12), 12.8), "work may shrink as well");
}

#[test]
fn f3_attrition_takes_its_yearly_share_and_confidence_its_own() {
    let mut inputs = with(
        calm(Inputs { staff: sample::staff(ROLE, 10), ..sample::empty() }),
        &[(AssumptionKey::Attrition, 0.2)],
    );
    let found = forecast(&inputs);
    for (at, left) in [(0, 0.0), (12, 2.0), (24, 3.6), (36, 4.88)] {
        assert!((found.cell(Measure::Leavers, 0, at) - left).abs() < 1e-9, "at {at}");
    }
    for row in &mut inputs.staff {
        row.leaves_by = Some(Leaving { month: month("2027-01"), confidence: 0.25 });
    }
    let found = forecast(&inputs);
    for (at, left) in [(1, 0.0), (2, 2.5), (36, 2.5)] {
        assert!(near(found.cell(Measure::Leavers, 0, at), left), "at {at}");
    }
}

#[test]
fn f12_interviews_guidance_and_training_take_from_supply() {
    let mut inputs = calm(Inputs {
        staff: sample::staff(ROLE, 4),
        requisitions: vec![hires("2027-05", 2), hires("2027-11", 3)],
        ..sample::empty()
    });
    inputs.requisitions[1].kind = RequisitionKind::Intern;
    inputs.requisitions[1].until = Some(month("2028-02"));
    use AssumptionKey::{
        CandidatesPerHire, HoursPerCandidate, MonthsToHire, OfferAcceptance, TrainingHours, TrainingMonths,
    };
    let inputs = with(
        inputs,
        &[
            (HoursPerCandidate, 6.0),
            (CandidatesPerHire, 10.0),
            (MonthsToHire, 2.0),
            (OfferAcceptance, 0.5),
            (TrainingHours, 24.0),
            (TrainingMonths, 2.0),
        ],
    );
    let found = forecast(&inputs);
    // Two hires: 120 hours over the four months before May 2027. Three interns: 180 over the four before November.
    for (at, measure, fte) in [
        (1, Measure::Interviews, 0.0),
        (2, Measure::Interviews, 0.25),
        (5, Measure::Interviews, 0.25),
        (6, Measure::Interviews, 0.0),
        (8, Measure::Interviews, 0.375),
        (12, Measure::Interviews, 0.0),
        (6, Measure::Training, 0.4),
        (7, Measure::Training, 0.4),
        (8, Measure::Training, 0.0),
        (11, Measure::Guidance, 0.0),
        (12, Measure::Guidance, 0.5),
        (14, Measure::Guidance, 0.5),
        (15, Measure::Guidance, 0.0),
        (12, Measure::Joined, 2.9),
        (15, Measure::Joined, 2.0),
        (12, Measure::Supply, 6.4),
    ] {
        assert!(near(found.cell(measure, 0, at), fte), "{measure:?} at {at}: {}", found.cell(measure, 0, at));
    }
}

#[test]
fn f12_a_supply_below_zero_is_to_be_thought_over() {
    let inputs = Inputs { requisitions: vec![hires("2027-02", 20)], ..sample::empty() };
    let found = forecast(&inputs);
    assert!(found.needs_rethinking(0, 0) && !found.needs_rethinking(0, 36));
    assert_eq!(found.rethinks().first(), Some(&(0, 0)), "nobody is there to interview");
    assert_eq!(forecast(&sample::empty()).rethinks(), [], "nobody and nothing");
}

#[test]
fn f14_a_lead_loses_most_of_their_output_and_a_backfill_ramps_up() {
    let mut inputs = calm(Inputs { staff: sample::staff(ROLE, 4), ..sample::empty() });
    inputs.promotions = vec![Promotion::new(inputs.staff[1].id, month("2027-05"))];
    let inputs = with(inputs, &[(AssumptionKey::RampMonths, 4.0)]);
    let found = forecast(&inputs);
    for (at, loss, joined) in [(5, 0.0, 0.0), (6, 0.7, 0.2), (8, 0.7, 0.6), (10, 0.7, 1.0), (36, 0.7, 1.0)] {
        assert!(near(found.cell(Measure::LeadLoss, 0, at), loss), "loss at {at}");
        assert!(near(found.cell(Measure::Joined, 0, at), joined), "backfill at {at}");
        assert!(near(found.cell(Measure::Supply, 0, at), 4.0 - loss + joined), "supply at {at}");
    }
    let mut other = inputs.clone();
    other.promotions[0].backfill_role = Some("Systems engineer, junior".into());
    let found = forecast(&other);
    assert!(near(found.cell(Measure::Joined, 1, 36), 1.0) && near(found.cell(Measure::Supply, 0, 36), 3.3));
    let unfilled = Promotion { backfill: None, ..inputs.promotions[0].clone() };
    let found = forecast(&Inputs { promotions: vec![unfilled], ..inputs });
    assert!(near(found.cell(Measure::Supply, 0, 36), 3.3));
}

#[test]
fn interns_and_contractors_give_what_is_assumed_and_leave_only_as_known() {
    let mut inputs = Inputs { staff: sample::staff(ROLE, 2), ..sample::empty() };
    inputs.staff[0].kind = StaffKind::Intern;
    inputs.staff[1].kind = StaffKind::Contractor;
    inputs.staff[1].fte = 0.5;
    let found = forecast(&inputs);
    assert!(near(found.cell(Measure::People, 0, 36), 0.3 + 0.45));
    assert!(near(found.cell(Measure::Leavers, 0, 36), 0.0));
    assert!(near(found.cell(Measure::Guidance, 0, 36), 28.0 / 120.0));
}

#[test]
fn f19_equal_inputs_give_equal_numbers() {
    let inputs = sample::inputs();
    let (one, other) = (forecast(&inputs), forecast(&inputs.clone()));
    for measure in Measure::ALL {
        for role in 0..one.roles.len() {
            let bits =
                |of: &Forecast| of.line(measure, role).iter().map(|cell| cell.to_bits()).collect::<Vec<_>>();
            assert_eq!(bits(&one), bits(&other), "{measure:?}");
        }
    }
}

#[test]
fn a_plan_of_nobody_and_one_of_five_thousand_are_forecast_alike() {
    let found = forecast(&sample::empty());
    assert_eq!((found.roles.len(), found.total(Measure::Gap, 36).to_bits()), (0, 0.0_f64.to_bits()));
    assert_eq!(found.line(Measure::Gap, 0), &[] as &[f64]);
    let many = calm(Inputs { staff: sample::staff(ROLE, 5000), ..sample::empty() });
    assert!((forecast(&many).total(Measure::Supply, 36) - 5000.0).abs() < 1e-6);
}
