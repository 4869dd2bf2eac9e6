//! The numbers of a written argument, and which of them no longer hold.

use serde::{Deserialize, Serialize};

use super::{AssumptionKey, Comparison, Forecast, Inputs, Measure, Simulation, planned_pace};

/// A number in an argument.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Figure {
    /// What it is, such as `gap/24/Storage engineer`; [`figures`] gives the keys.
    pub key: String,
    /// Its value when it was written.
    pub value: f64,
    /// To how many decimals it is written.
    pub decimals: u8,
}

impl Figure {
    /// The number as it is written. A zero has no sign.
    pub fn shown(&self) -> String {
        shown(self.value, self.decimals)
    }
}

fn shown(value: f64, decimals: u8) -> String {
    let text = format!("{value:.*}", usize::from(decimals));
    match text.strip_prefix('-') {
        Some(rest) if rest.bytes().all(|letter| matches!(letter, b'0' | b'.')) => rest.to_owned(),
        _ => text,
    }
}

/// A number that no longer holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Stale {
    /// Which.
    pub key: String,
    /// As it was written.
    pub was: String,
    /// As it would be written now; none where there is no such number any more.
    pub is: Option<String>,
}

/// Which of the written numbers no longer hold, in the order they are written. A number holds as long as it would be written
/// the same: what changes behind the last decimal shown changes nothing for a reader.
pub fn stale(written: &[Figure], now: &[Figure]) -> Vec<Stale> {
    let now: std::collections::HashMap<&str, f64> =
        now.iter().map(|figure| (figure.key.as_str(), figure.value)).collect();
    let one = |figure: &Figure| {
        let was = figure.shown();
        let is = now.get(figure.key.as_str()).map(|value| shown(*value, figure.decimals));
        (is.as_ref() != Some(&was)).then(|| Stale { key: figure.key.clone(), was, is })
    };
    written.iter().filter_map(one).collect()
}

/// Every number that an argument may hold, by key, as it is now.
///
/// `demand`, `supply`, `gap` and `heads` have a horizon and a role or `all` (`gap/24/all`), and heads also `now` (`heads/0/all`);
/// `hires`, `pace` and `reachable` have a horizon; `allowed` and `ramp_months` have neither. With a simulation there are
/// `chance`, `supply_low` and `supply_high` with a horizon; with a comparison `gap_change` with a horizon and a role or `all`.
pub fn figures(
    inputs: &Inputs,
    forecast: &Forecast,
    simulation: Option<&Simulation>,
    comparison: Option<&Comparison>,
) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut put = |key: String, value: f64, decimals: u8| found.push(Figure { key, value, decimals });
    let roles = || (0..forecast.roles.len()).map(Some).chain([None]);
    let name = |role: Option<usize>| role.map_or("all", |role| forecast.roles[role].as_str());
    for role in roles() {
        put(format!("heads/0/{}", name(role)), forecast.value(Measure::Heads, role, 0), 0);
    }
    for month in forecast.horizons() {
        for (measure, key) in [
            (Measure::Demand, "demand"),
            (Measure::Supply, "supply"),
            (Measure::Gap, "gap"),
            (Measure::Heads, "heads"),
        ] {
            for role in roles() {
                put(format!("{key}/{month}/{}", name(role)), forecast.value(measure, role, month), 1);
            }
        }
        let pace = planned_pace(inputs, month);
        put(format!("hires/{month}"), pace.hires, 0);
        put(format!("pace/{month}"), pace.needed, 2);
        put(format!("reachable/{month}"), pace.reachable, 0);
    }
    put("allowed".into(), planned_pace(inputs, inputs.months).allowed, 2);
    put("ramp_months".into(), inputs.assumed(AssumptionKey::RampMonths), 0);
    for horizon in simulation.iter().flat_map(|simulation| &simulation.horizons) {
        let month = horizon.month;
        put(format!("chance/{month}"), horizon.covered, 2);
        if let Some(band) = simulation.and_then(|simulation| simulation.supply.get(month as usize)) {
            put(format!("supply_low/{month}"), band.p10, 1);
            put(format!("supply_high/{month}"), band.p90, 1);
        }
    }
    for gap in comparison.iter().flat_map(|comparison| &comparison.gaps) {
        let role = gap.role.as_deref().unwrap_or("all");
        put(format!("gap_change/{}/{role}", gap.month), gap.by(), 1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::{compare, forecast, sample, simulate};
    use super::*;

    fn now(inputs: &Inputs) -> Vec<Figure> {
        let simulation = simulate(inputs, 1, 50, &mut |_| true);
        let comparison = compare(inputs, inputs);
        figures(inputs, &forecast(inputs), simulation.as_ref(), Some(&comparison))
    }

    #[test]
    fn f15_a_number_that_no_longer_holds_is_marked() {
        let inputs = sample::inputs();
        let written = now(&inputs);
        assert_eq!(stale(&written, &written), []);
        let mut keys: Vec<&str> = written.iter().map(|figure| figure.key.as_str()).collect();
        keys.sort_unstable();
        assert!(keys.is_sorted_by(|one, other| one < other), "no key stands twice");
        let mut more = inputs.clone();
        more.run_load[0].hours += 120.0;
        let found = stale(&written, &now(&more));
        let keys: Vec<&str> = found.iter().map(|stale| stale.key.as_str()).collect();
        assert!(keys.contains(&"gap/12/Storage engineer") && keys.contains(&"gap/12/all"));
        assert!(!keys.contains(&"gap/12/Network engineer") && !keys.contains(&"hires/12"));
    }

    #[test]
    fn a_number_holds_as_long_as_it_is_written_the_same() {
        let figure = |key: &str, value, decimals| Figure { key: key.into(), value, decimals };
        let written = [figure("gap/12/all", 2.04, 1), figure("pace/12", 0.67, 2), figure("gone", 1.0, 0)];
        let now = [figure("gap/12/all", 1.96, 9), figure("pace/12", 0.68, 0)];
        let stale_now = stale(&written, &now);
        let shown: Vec<_> =
            stale_now.iter().map(|one| (one.key.as_str(), one.was.as_str(), one.is.as_deref())).collect();
        assert_eq!(shown, [("pace/12", "0.67", Some("0.68")), ("gone", "1", None)]);
        for (value, decimals, text) in [(-0.04, 1, "0.0"), (-0.06, 1, "-0.1"), (12.0, 0, "12")] {
            assert_eq!(figure("", value, decimals).shown(), text);
        }
    }
}
