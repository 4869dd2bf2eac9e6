//! The roles side by side at one horizon.

use std::collections::HashMap;

use super::{Forecast, Inputs, Measure};

/// What a role looks like at a horizon. All of it is expected values.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleOutlook {
    /// The role; none for all of them.
    pub role: Option<String>,
    /// Heads at the start.
    pub heads_now: f64,
    /// Heads at the horizon.
    pub heads: f64,
    /// Heads that are aimed for by then: the latest target up to the horizon.
    pub target: Option<f64>,
    /// Heads that were there at the start, or have signed, and have left.
    pub leavers: f64,
    /// People who are to join by requisition or backfill by then, however they join.
    pub to_join: f64,
    /// Work, in FTE.
    pub demand: f64,
    /// People, in FTE.
    pub supply: f64,
    /// Work less people, in FTE.
    pub gap: f64,
}

/// Every role at a horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// The horizon, in months from the start.
    pub month: u32,
    /// Whether it lies beyond what facts reach, and is never shown as committed.
    pub is_extrapolated: bool,
    /// The roles, in the order of the forecast.
    pub roles: Vec<RoleOutlook>,
    /// All of them together. There is a target where at least one role has one; roles without count as they are expected.
    pub all: RoleOutlook,
}

/// Puts the roles side by side at a horizon. `forecast` is the forecast of these inputs.
pub fn outlook(inputs: &Inputs, forecast: &Forecast, month: u32) -> Outlook {
    let month = month.min(forecast.months);
    let at = i32::try_from(month).unwrap_or(i32::MAX);
    let mut targets = HashMap::new();
    for target in inputs.targets.iter().filter(|target| inputs.index(target.month) <= at) {
        let latest = targets.entry(target.role.as_str()).or_insert(target);
        if target.month >= latest.month {
            *latest = target;
        }
    }
    let mut to_join: HashMap<&str, f64> = HashMap::new();
    for joining in super::joining::joinings(inputs).filter(|joining| joining.start <= at) {
        *to_join.entry(joining.role).or_default() += f64::from(joining.count);
    }
    let left = heads_left(inputs, forecast, at);
    let one = |(place, role): (usize, &String)| RoleOutlook {
        role: Some(role.clone()),
        heads_now: forecast.cell(Measure::Heads, place, 0),
        heads: forecast.cell(Measure::Heads, place, month),
        target: targets.get(role.as_str()).map(|target| target.heads),
        leavers: left[place],
        to_join: to_join.get(role.as_str()).copied().unwrap_or(0.0),
        demand: forecast.cell(Measure::Demand, place, month),
        supply: forecast.cell(Measure::Supply, place, month),
        gap: forecast.cell(Measure::Gap, place, month),
    };
    let roles: Vec<RoleOutlook> = forecast.roles.iter().enumerate().map(one).collect();
    let sum = |of: fn(&RoleOutlook) -> f64| roles.iter().map(of).fold(0.0, |sum, one| sum + one);
    let all = RoleOutlook {
        role: None,
        heads_now: sum(|one| one.heads_now),
        heads: sum(|one| one.heads),
        target: (!targets.is_empty()).then(|| sum(|one| one.target.unwrap_or(one.heads))),
        leavers: sum(|one| one.leavers),
        to_join: sum(|one| one.to_join),
        demand: sum(|one| one.demand),
        supply: sum(|one| one.supply),
        gap: sum(|one| one.gap),
    };
    Outlook { month, is_extrapolated: forecast.is_extrapolated(month), roles, all }
}

/// How many heads of the staff are expected to have left by a month, a role each.
fn heads_left(inputs: &Inputs, forecast: &Forecast, at: i32) -> Vec<f64> {
    let tables = super::tables::Tables::of(inputs);
    let mut left = vec![0.0; forecast.roles.len()];
    super::parts::walk(inputs, &forecast.roles, |part| {
        let is_staff = matches!(part.cause, super::Cause::Staff(_));
        if part.measure == Measure::Heads && is_staff && part.from <= at {
            left[part.role] += 1.0 - part.chance(&tables, at).unwrap_or(1.0);
        }
    });
    left
}

#[cfg(test)]
mod tests {
    use super::super::month::month;
    use super::super::{Target, forecast, sample};
    use super::*;

    #[test]
    fn f8_the_roles_stand_side_by_side_and_add_up() {
        let inputs = sample::inputs();
        let forecast = forecast(&inputs);
        for horizon in forecast.horizons() {
            let found = outlook(&inputs, &forecast, horizon);
            assert_eq!(found.roles.len(), 3);
            assert_eq!(found.is_extrapolated, horizon >= 18);
            assert!((found.all.gap - forecast.total(Measure::Gap, horizon)).abs() < 1e-9);
            for role in &found.roles {
                assert!((role.gap - (role.demand - role.supply)).abs() < 1e-9);
            }
        }
        let found = outlook(&inputs, &forecast, 12);
        let storage = found.roles.iter().find(|one| one.role.as_deref() == Some("Storage engineer"));
        let storage = storage.expect("a role");
        assert!((storage.heads_now - 5.0).abs() < 1e-12 && (storage.to_join - 3.0).abs() < 1e-12);
        assert!(storage.leavers > 0.6 && storage.leavers < 1.1, "{}", storage.leavers);
    }

    #[test]
    fn f2_a_target_may_be_below_what_is_there() {
        let mut inputs = Inputs { staff: sample::staff("Storage engineer", 10), ..sample::empty() };
        let aim = |text: &str, heads| Target { role: "Storage engineer".into(), month: month(text), heads };
        inputs.targets = vec![aim("2028-06", 6.0), aim("2027-06", 8.0)];
        let forecast = forecast(&inputs);
        for (at, target) in [(0, None), (6, None), (7, Some(8.0)), (18, Some(8.0)), (24, Some(6.0))] {
            assert_eq!(outlook(&inputs, &forecast, at).all.target, target, "at {at}");
        }
    }
}
