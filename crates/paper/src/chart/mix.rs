//! How levels and sites are mixed, now and then.

use std::collections::{BTreeMap, BTreeSet};

use domain::headcount::{Inputs, Month, Requisition, levels_asked};

use super::Chart;
use super::Role;
use super::pairs::{About, Pair, Series, capped, pairs_chart};
use super::scale::{about, number, say_month};
use super::sketch::nothing;

/// Heads by name in one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mix {
    /// When.
    pub month: Month,
    /// Whether that lies beyond what facts reach.
    pub is_extrapolated: bool,
    /// How many heads; none has a name that says less or more than another.
    pub heads: BTreeMap<String, u32>,
}

impl Mix {
    /// The levels so many months after the start: people who are likely to be there, and the levels that are asked for to
    /// start by then.
    pub fn of_levels(inputs: &Inputs, month: u32) -> Self {
        let at = month_of(inputs, month);
        let there = domain::headcount::level_mix(&inputs.staff, at);
        Self::of(inputs, at, there, levels_asked(&inputs.requisitions, at))
    }

    /// The sites so many months after the start, counted in the same way.
    pub fn of_sites(inputs: &Inputs, month: u32) -> Self {
        let at = month_of(inputs, month);
        let there = domain::headcount::site_mix(&inputs.staff, at);
        let mut asked: BTreeMap<&str, u32> = BTreeMap::new();
        let is_there = |one: &&Requisition| one.start <= at && one.until.is_none_or(|until| until > at);
        for one in inputs.requisitions.iter().filter(is_there) {
            *asked.entry(one.site.as_str()).or_default() += one.count;
        }
        Self::of(inputs, at, there, asked)
    }

    fn of(inputs: &Inputs, month: Month, there: BTreeMap<&str, u32>, asked: BTreeMap<&str, u32>) -> Self {
        let mut heads: BTreeMap<String, u32> = BTreeMap::new();
        for (name, count) in there.into_iter().chain(asked) {
            *heads.entry(name.trim().to_owned()).or_default() += count;
        }
        Self { month, is_extrapolated: inputs.known_until.is_some_and(|known| month > known), heads }
    }
}

fn month_of(inputs: &Inputs, month: u32) -> Month {
    inputs.starts.plus(i32::try_from(month.min(inputs.months)).unwrap_or(0))
}

/// Heads by level, now and then, in the order of the levels' names: no level is worth more than another.
pub fn level_mix(now: &Mix, then: &Mix) -> Chart {
    let about = About { title: "Levels, now and then", unit: "Heads by level", rows: "Level" };
    mix(&about, "No level", "There is nobody in this plan yet, so there are no levels to show.", now, then)
}

/// Heads by site, now and then, in the order of the sites' names.
pub fn site_mix(now: &Mix, then: &Mix) -> Chart {
    let about = About { title: "Sites, now and then", unit: "Heads by site", rows: "Site" };
    mix(&about, "No site", "There is nobody in this plan yet, so there are no sites to show.", now, then)
}

fn mix(what: &About<'_>, unnamed: &str, missing: &str, now: &Mix, then: &Mix) -> Chart {
    let names: BTreeSet<&String> = now.heads.keys().chain(then.heads.keys()).collect();
    if names.is_empty() {
        return nothing(what.title, what.unit, missing);
    }
    let heads = |mix: &Mix, name: &String| f64::from(mix.heads.get(name).copied().unwrap_or(0));
    let pair = |name: &String| Pair {
        name: if name.is_empty() { unnamed.to_owned() } else { name.clone() },
        values: [heads(now, name), heads(then, name)],
    };
    let pairs = capped(names.into_iter().map(pair).collect());
    let series = |role, mix: &Mix| Series {
        role,
        name: format!("{}{}", say_month(mix.month), if mix.is_extrapolated { ", extrapolated" } else { "" }),
        is_extrapolated: mix.is_extrapolated,
    };
    let both = [series(Role::Now, now), series(Role::Then, then)];
    let said = |pair: &Pair| {
        let shown = |value: f64, mix: &Mix| format!("{}{}", about(mix.is_extrapolated), number(value, 0));
        let [now, then] = [shown(pair.values[0], now), shown(pair.values[1], then)];
        format!("{}: {now}, then {then}", pair.name)
    };
    let said: Vec<String> = pairs.iter().map(said).collect();
    let description =
        format!("{} in {} and in {}. {}.", what.unit, both[0].name, both[1].name, said.join("; "));
    pairs_chart(what, &both, &pairs, description)
}
