//! What would close a gap, other than more people as well: each way with its effect, in numbers from the plan itself.
//!
//! A way is a change of the inputs ([`apply`]), and its effect is the difference of two forecasts. So the chance that
//! it gives is found by simulating the changed inputs.

use serde::{Deserialize, Serialize};

use super::joining::search_months;
use super::{
    AssumptionKey, Forecast, Initiative, Inputs, Measure, Reduction, Requisition, RequisitionKind, forecast,
};
use crate::RequisitionId;

/// A way to close a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Hire as many as are missing, so early that they have ramped up by the horizon where time allows.
    Hire,
    /// Automate toil: the assumed share of its hours is saved.
    Automate,
    /// Drop toil: its hours are saved, and nobody does it any more.
    Drop,
    /// Give what belongs elsewhere to where it belongs.
    MoveAway,
    /// Put off initiatives that take this role at the horizon, by the assumed months.
    Defer,
    /// Take as many interns as are missing, half a year before the horizon and until after it.
    Interns,
    /// Let people of the role with the largest surplus grow into this one, as many as both sides have.
    GrowJuniors,
}

impl Way {
    /// Every way. Hiring stands first because it is asked for first; the order says nothing of worth.
    pub const ALL: [Self; 7] = [
        Self::Hire,
        Self::Automate,
        Self::Drop,
        Self::MoveAway,
        Self::Defer,
        Self::Interns,
        Self::GrowJuniors,
    ];
}

/// One way and what it does.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The way.
    pub way: Way,
    /// How much of it: people, hours a month, or initiatives; 0 where there is nothing to take it from.
    pub amount: f64,
    /// For growing: from which role.
    pub from: Option<String>,
    /// By how much the gap of the role changes at the horizon, in FTE; below zero it closes.
    pub effect: f64,
    /// By how much the gap of all roles changes, in FTE.
    pub effect_on_all: f64,
}

/// Interns are taken so many months before the horizon, to have learned what they can by then (a default of ours).
const INTERN_MONTHS: i32 = 6;

/// What each way does to the gap of a role at a horizon.
pub fn options(inputs: &Inputs, role: &str, horizon: u32) -> Vec<Choice> {
    let before = forecast(inputs);
    let effect = |way| {
        let (changed, amount, from) = change(inputs, &before, role, horizon, way);
        let after = forecast(&changed);
        let gap = |of: &Forecast| of.role(role).map_or(0.0, |role| of.cell(Measure::Gap, role, horizon));
        Choice {
            way,
            amount,
            from,
            effect: gap(&after) - gap(&before),
            effect_on_all: after.total(Measure::Gap, horizon) - before.total(Measure::Gap, horizon),
        }
    };
    Way::ALL.map(effect).to_vec()
}

/// The inputs once a way is taken for a role at a horizon: the same where there is nothing to take it from.
pub fn apply(inputs: &Inputs, role: &str, horizon: u32, way: Way) -> Inputs {
    change(inputs, &forecast(inputs), role, horizon, way).0
}

fn change(
    inputs: &Inputs,
    before: &Forecast,
    role: &str,
    horizon: u32,
    way: Way,
) -> (Inputs, f64, Option<String>) {
    let mut changed = inputs.clone();
    let horizon = horizon.min(inputs.months);
    let gap = before.role(role).map_or(0.0, |role| before.cell(Measure::Gap, role, horizon));
    let at = i32::try_from(horizon).unwrap_or(0);
    let mut grown_from = None;
    let amount = match way {
        Way::Hire => {
            let ramp = whole(inputs.assumed(AssumptionKey::RampMonths));
            let earliest = search_months(inputs).min(at);
            let start = (at - ramp).max(earliest);
            add(&mut changed, role, whole(gap.max(0.0)), start, None, RequisitionKind::Hire)
        }
        Way::Interns => {
            let start = (at - INTERN_MONTHS).max(0);
            let count = whole(gap.max(0.0));
            add(&mut changed, role, count, start, Some(at + 1), RequisitionKind::Intern)
        }
        Way::Automate => {
            let share = inputs.assumed(AssumptionKey::AutomationShare);
            take(&mut changed, role, |load| load.toil_hours * share)
        }
        Way::Drop => take(&mut changed, role, |load| load.toil_hours),
        Way::MoveAway => take(&mut changed, role, |load| load.elsewhere_hours),
        Way::Defer => defer(&mut changed, role, horizon),
        Way::GrowJuniors => {
            let surplus = |place: &usize| -before.cell(Measure::Gap, *place, horizon);
            let most = (0..before.roles.len())
                .filter(|place| before.roles[*place] != role)
                .max_by(|one, other| surplus(one).total_cmp(&surplus(other)).then(other.cmp(one)));
            let count = most.map_or(0.0, |place| surplus(&place).min(gap).max(0.0).floor());
            if let Some(place) = most.filter(|_| count >= 1.0) {
                let from = before.roles[place].clone();
                let start = (at - whole(inputs.assumed(AssumptionKey::RampMonths))).max(0);
                changed.reductions.push(Reduction {
                    role: from.clone(),
                    month: inputs.starts.plus(start),
                    fte: count,
                });
                add(&mut changed, role, whole(count), start, None, RequisitionKind::Transfer);
                grown_from = Some(from);
            }
            count
        }
    };
    (changed, amount, grown_from)
}

/// A number rounded up.
#[allow(clippy::cast_possible_truncation)] // heads and months
fn whole(number: f64) -> i32 {
    number.ceil() as i32
}

fn add(
    inputs: &mut Inputs,
    role: &str,
    count: i32,
    start: i32,
    until: Option<i32>,
    kind: RequisitionKind,
) -> f64 {
    let count = u32::try_from(count).unwrap_or(0);
    if count > 0 {
        // It is never kept, so its identifier may be any.
        let id = RequisitionId(uuid::Uuid::nil());
        let base = Requisition::new(id, role, inputs.starts.plus(start), count);
        let until = until.map(|until| inputs.starts.plus(until));
        inputs.requisitions.push(Requisition { kind, until, ..base });
    }
    f64::from(count)
}

/// Takes hours off the run load of a role, and says how many.
fn take(inputs: &mut Inputs, role: &str, hours: impl Fn(&super::RunLoad) -> f64) -> f64 {
    let mut taken = 0.0;
    for load in inputs.run_load.iter_mut().filter(|load| load.role == role) {
        let off = hours(load).clamp(0.0, load.hours);
        load.hours -= off;
        load.toil_hours = load.toil_hours.min(load.hours);
        load.elsewhere_hours = load.elsewhere_hours.min(load.hours);
        taken += off;
    }
    taken
}

/// Puts off the initiatives that take a role at a horizon and have not begun at the start of the plan.
fn defer(inputs: &mut Inputs, role: &str, horizon: u32) -> f64 {
    let months = whole(inputs.assumed(AssumptionKey::DeferMonths));
    let at = inputs.starts.plus(i32::try_from(horizon).unwrap_or(0));
    let starts = inputs.starts;
    let is_open = |one: &Initiative| {
        one.from > starts
            && (one.from..=one.to).contains(&at)
            && one.needs.iter().any(|need| need.role == role && need.fte > 0.0)
    };
    let mut count = 0.0;
    for one in inputs.initiatives.iter_mut().filter(|one| is_open(one)) {
        one.from = one.from.plus(months);
        one.to = one.to.plus(months);
        count += 1.0;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    const ROLE: &str = "Storage engineer";
    const OTHER: &str = "Systems engineer, junior";

    /// Four storage engineers, work for seven: a run load of six, and one in a title that begins in October 2027.
    fn short() -> Inputs {
        let mut inputs = Inputs {
            staff: sample::staff(ROLE, 4),
            run_load: vec![sample::run_load(ROLE, 720.0)],
            initiatives: vec![sample::initiative(ROLE, "2027-10", "2029-12", 1.0)],
            ..sample::empty()
        };
        for mut row in sample::staff(OTHER, 2) {
            row.number += 10;
            inputs.staff.push(row);
        }
        inputs.assumptions = inputs.assumptions.with(AssumptionKey::Attrition, 0.0).expect("in range");
        inputs
    }

    #[test]
    fn f18_every_gap_has_seven_ways_beside_each_other() {
        let found = options(&short(), ROLE, 12);
        let guided = 3.0 * 20.0 / 120.0;
        for (choice, (way, amount, effect)) in found.iter().zip([
            (Way::Hire, 3.0, -3.0),
            (Way::Automate, 90.0, -0.75),
            (Way::Drop, 180.0, -1.5),
            (Way::MoveAway, 72.0, -0.6),
            (Way::Defer, 1.0, -1.0),
            (Way::Interns, 3.0, guided - 0.9),
            (Way::GrowJuniors, 2.0, -2.0),
        ]) {
            assert_eq!(choice.way, way);
            assert!((choice.amount - amount).abs() < 1e-9, "{choice:?}");
            assert!((choice.effect - effect).abs() < 1e-9, "{choice:?}");
        }
        assert_eq!(found[6].from.as_deref(), Some(OTHER));
        assert!(found[6].effect_on_all.abs() < 1e-9, "growing moves people, it makes none");
    }

    #[test]
    fn f18_a_way_is_a_change_of_the_inputs() {
        let inputs = short();
        for choice in options(&inputs, ROLE, 24) {
            let changed = apply(&inputs, ROLE, 24, choice.way);
            assert_eq!(changed.check(), Ok(()), "{choice:?}");
            let gap = forecast(&changed).total(Measure::Gap, 24) - forecast(&inputs).total(Measure::Gap, 24);
            assert!((gap - choice.effect_on_all).abs() < 1e-12);
        }
    }

    #[test]
    fn f2_where_no_one_is_missing_no_one_is_hired() {
        for choice in options(&short(), OTHER, 12) {
            assert!(choice.amount.abs() < 1e-12 && choice.effect.abs() < 1e-12, "{choice:?}");
        }
        assert!(options(&sample::empty(), ROLE, 36).iter().all(|choice| choice.amount.abs() < 1e-12));
    }
}
