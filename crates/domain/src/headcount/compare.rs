//! Two plans side by side: what went in differently, and by how much the gap differs.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{AssumptionKey, Inputs, Measure, forecast};

/// A part of the inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum InputPart {
    /// When it starts, how far it reaches, how far facts reach.
    Time,
    /// An assumption.
    Assumption,
    /// Somebody who is there.
    Staff,
    /// A requisition.
    Requisition,
    /// A promotion.
    Promotion,
    /// A reduction.
    Reduction,
    /// A target.
    Target,
    /// An initiative.
    Initiative,
    /// The run load of a role.
    RunLoad,
}

/// One thing that went in differently.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// An assumption has another value.
    Assumption {
        /// Which.
        key: AssumptionKey,
        /// Its value in the first.
        before: f64,
        /// Its value in the second.
        after: f64,
    },
    /// Only the second has it. The place is that in the second's list.
    Added(InputPart, usize),
    /// Only the first has it. The place is that in the first's list.
    Removed(InputPart, usize),
    /// Both have it, and it differs. The places are those in the first's and the second's list.
    Changed(InputPart, usize, usize),
    /// The start, the reach, or the end of facts differ.
    Time,
}

/// The gap of one role at one horizon in both.
#[derive(Clone, Debug, PartialEq)]
pub struct GapChange {
    /// The role; none for all.
    pub role: Option<String>,
    /// The horizon, in months from the start of each.
    pub month: u32,
    /// The gap in the first, in FTE; 0 where it does not have the role.
    pub before: f64,
    /// The gap in the second, in FTE; 0 where it does not have the role.
    pub after: f64,
}

impl GapChange {
    /// By how much the gap is wider in the second; below zero it is smaller.
    pub fn by(&self) -> f64 {
        self.after - self.before
    }
}

/// Two plans side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What went in differently: time, assumptions, then list by list in the order of [`InputPart`].
    pub inputs: Vec<Difference>,
    /// The gaps, horizon by horizon: each role in the order of names, then all. Horizons are those that both reach.
    pub gaps: Vec<GapChange>,
}

/// Compares two plans. Things are the same where they have the same identifier; run load, reductions and targets have
/// none, and are the same where role and month are.
pub fn compare(before: &Inputs, after: &Inputs) -> Comparison {
    let mut inputs = Vec::new();
    let time = |of: &Inputs| (of.starts, of.months, of.known_until);
    if time(before) != time(after) {
        inputs.push(Difference::Time);
    }
    for key in AssumptionKey::ALL {
        let (before, after) = (before.assumed(key), after.assumed(key));
        if before.to_bits() != after.to_bits() {
            inputs.push(Difference::Assumption { key, before, after });
        }
    }
    lists(&mut inputs, InputPart::Staff, &before.staff, &after.staff, |row| row.id);
    lists(&mut inputs, InputPart::Requisition, &before.requisitions, &after.requisitions, |one| one.id);
    lists(&mut inputs, InputPart::Promotion, &before.promotions, &after.promotions, |one| one.row);
    let fewer = (&before.reductions, &after.reductions);
    lists(&mut inputs, InputPart::Reduction, fewer.0, fewer.1, |one| (one.role.clone(), one.month));
    lists(&mut inputs, InputPart::Target, &before.targets, &after.targets, |one| {
        (one.role.clone(), one.month)
    });
    lists(&mut inputs, InputPart::Initiative, &before.initiatives, &after.initiatives, |one| one.id);
    lists(&mut inputs, InputPart::RunLoad, &before.run_load, &after.run_load, |one| one.role.clone());

    let (first, second) = (forecast(before), forecast(after));
    let roles: BTreeSet<&String> = first.roles.iter().chain(&second.roles).collect();
    let mut gaps = Vec::new();
    for month in first.horizons().filter(|month| *month <= second.months) {
        for role in &roles {
            let gap =
                |of: &super::Forecast| of.role(role).map_or(0.0, |place| of.cell(Measure::Gap, place, month));
            let (before, after) = (gap(&first), gap(&second));
            gaps.push(GapChange { role: Some((*role).clone()), month, before, after });
        }
        let (before, after) = (first.total(Measure::Gap, month), second.total(Measure::Gap, month));
        gaps.push(GapChange { role: None, month, before, after });
    }
    Comparison { inputs, gaps }
}

/// What differs in two lists, in the order of the second, and after it what only the first has. Where one key stands
/// several times, the first is matched with the first, the second with the second.
fn lists<T: PartialEq, K: Ord>(
    found: &mut Vec<Difference>,
    part: InputPart,
    before: &[T],
    after: &[T],
    key: impl Fn(&T) -> K,
) {
    let mut places: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (place, one) in before.iter().enumerate().rev() {
        places.entry(key(one)).or_default().push(place);
    }
    for (place, one) in after.iter().enumerate() {
        match places.get_mut(&key(one)).and_then(Vec::pop) {
            None => found.push(Difference::Added(part, place)),
            Some(other) if before[other] != *one => found.push(Difference::Changed(part, other, place)),
            Some(_) => {}
        }
    }
    let mut gone: Vec<usize> = places.into_values().flatten().collect();
    gone.sort_unstable();
    found.extend(gone.into_iter().map(|place| Difference::Removed(part, place)));
}

#[cfg(test)]
mod tests {
    use super::super::month::month;
    use super::super::{Reduction, sample};
    use super::*;

    #[test]
    fn what_went_in_differently_is_named() {
        let before = sample::inputs();
        let mut after = before.clone();
        after.assumptions = after.assumptions.with(AssumptionKey::LeadLoss, 0.5).expect("in range");
        after.staff[3].fte = 0.8;
        after.requisitions.remove(0);
        after.run_load[0].hours += 120.0;
        after.reductions.push(Reduction {
            role: "Systems engineer, junior".into(),
            month: month("2028-01"),
            fte: 2.0,
        });
        let found = compare(&before, &after);
        let lead_loss = Difference::Assumption { key: AssumptionKey::LeadLoss, before: 0.7, after: 0.5 };
        assert_eq!(
            found.inputs,
            [
                lead_loss,
                Difference::Changed(InputPart::Staff, 3, 3),
                Difference::Removed(InputPart::Requisition, 0),
                Difference::Added(InputPart::Reduction, 1),
                Difference::Changed(InputPart::RunLoad, 0, 0),
            ]
        );
        let later = Inputs { known_until: None, ..before.clone() };
        assert_eq!(compare(&before, &later).inputs, [Difference::Time]);
    }

    #[test]
    fn the_gap_is_compared_for_each_role_and_horizon() {
        let before = sample::inputs();
        let same = compare(&before, &before);
        assert_eq!(same.inputs, []);
        assert_eq!(same.gaps.len(), 3 * 4);
        assert!(same.gaps.iter().all(|gap| gap.by().to_bits() == 0.0_f64.to_bits()));
        let mut after = before.clone();
        after.run_load.push(sample::run_load("Manager", 240.0));
        after.months = 24;
        let found = compare(&before, &after);
        assert_eq!(found.gaps.len(), 2 * 5, "horizons that both reach");
        for gap in &found.gaps {
            let is_touched = gap.role.as_deref().is_none_or(|role| role == "Manager");
            let grown = (0..gap.month / 12).fold(2.0, |fte, _| fte * 1.08);
            assert!((gap.by() - if is_touched { grown } else { 0.0 }).abs() < 1e-9, "{gap:?}");
        }
    }
}
