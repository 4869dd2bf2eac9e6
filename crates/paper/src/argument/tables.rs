//! The tables of an argument. A number of a month that facts do not reach begins with “≈”, and the head above it says that it
//! is extrapolated.

use domain::headcount::{Choice, Month, RoleOutlook, Way};

use super::{Argument, ArgumentHorizon, GapOptions};
use crate::chart::{about, number, percent, say_month};
use crate::leaving::Table;

/// More roles than these are added up in one row.
const MOST_ROLES: usize = 40;

fn month_of(argument: &Argument, months: u32) -> Month {
    argument.starts.plus(i32::try_from(months).unwrap_or(0))
}

/// A number to one decimal, as one that is known or one that is not.
fn shown(value: f64, is_extrapolated: bool) -> String {
    format!("{}{}", about(is_extrapolated), number(value, 1))
}

/// All roles together, a horizon each; none without horizons.
pub(super) fn horizons(argument: &Argument) -> Option<Table> {
    if argument.horizons.is_empty() {
        return None;
    }
    let has_chance = argument.horizons.iter().any(|horizon| horizon.covered.is_some());
    let row = |horizon: &ArgumentHorizon| {
        let (outlook, all) = (&horizon.outlook, &horizon.outlook.all);
        let is_extrapolated = outlook.is_extrapolated;
        let month = say_month(month_of(argument, outlook.month));
        let extrapolated = if is_extrapolated { ", extrapolated" } else { "" };
        let mut cells = vec![format!("{} months: {month}{extrapolated}", outlook.month)];
        cells.extend([all.demand, all.supply, all.gap].map(|value| shown(value, is_extrapolated)));
        if has_chance {
            let shown = |share: f64| format!("{}{}", about(is_extrapolated), percent(share, 0));
            cells.push(horizon.covered.map(shown).unwrap_or_default());
        }
        cells
    };
    let mut columns = vec!["All roles, in", "Work, FTE", "People, FTE", "Gap, FTE"];
    if has_chance {
        columns.push("Chance that the work is covered");
    }
    let rows = argument.horizons.iter().map(row).collect();
    Some(Table { columns: columns.into_iter().map(str::to_owned).collect(), rows })
}

/// Heads of each role now and at each horizon, with the gap at the last horizon that facts reach, or else at the first; none
/// without horizons.
pub(super) fn roles(argument: &Argument) -> Option<Table> {
    let horizons = &argument.horizons;
    let first = horizons.first()?;
    let known = horizons.iter().rev().find(|horizon| !horizon.outlook.is_extrapolated);
    let gap_at = &known.unwrap_or(first).outlook;
    let mark = |is_extrapolated| if is_extrapolated { ", extrapolated" } else { "" };
    let head = |horizon: &ArgumentHorizon| {
        let outlook = &horizon.outlook;
        format!("{} months{}", outlook.month, mark(outlook.is_extrapolated))
    };
    let mut columns = vec!["Role".to_owned(), "Now".to_owned()];
    columns.extend(horizons.iter().map(head));
    columns.push(format!("Gap at {} months{}", gap_at.month, mark(gap_at.is_extrapolated)));

    // What a row shows of a role, as bare numbers, so that several can be added up.
    let of = |role: &dyn Fn(&ArgumentHorizon) -> Option<&RoleOutlook>| {
        let heads_now = role(first).map_or(0.0, |role| role.heads_now);
        let heads = horizons.iter().map(|horizon| role(horizon).map_or(0.0, |role| role.heads));
        let gap = horizons.iter().find(|horizon| horizon.outlook.month == gap_at.month).and_then(role);
        let gap = gap.map_or(0.0, |role| role.gap);
        std::iter::once(heads_now).chain(heads).chain([gap]).collect::<Vec<f64>>()
    };
    let names: Vec<&str> = first.outlook.roles.iter().filter_map(|role| role.role.as_deref()).collect();
    let mut numbers: Vec<(String, Vec<f64>)> = Vec::new();
    for name in &names {
        let find = |horizon: &'_ ArgumentHorizon| {
            horizon.outlook.roles.iter().position(|role| role.role.as_deref() == Some(name))
        };
        numbers.push(((*name).to_owned(), of(&|horizon| horizon.outlook.roles.get(find(horizon)?))));
    }
    let mut rows = capped(numbers);
    rows.push(("All".to_owned(), of(&|horizon| Some(&horizon.outlook.all))));
    let marks: Vec<bool> = std::iter::once(false)
        .chain(horizons.iter().map(|horizon| horizon.outlook.is_extrapolated))
        .chain([gap_at.is_extrapolated])
        .collect();
    let row = |(name, values): (String, Vec<f64>)| {
        let cells = values.into_iter().zip(&marks).map(|(value, mark)| shown(value, *mark));
        std::iter::once(name).chain(cells).collect()
    };
    Some(Table { columns, rows: rows.into_iter().map(row).collect() })
}

/// The rows with the widest gaps in the order they come in, and the rest added up in one.
fn capped(rows: Vec<(String, Vec<f64>)>) -> Vec<(String, Vec<f64>)> {
    if rows.len() <= MOST_ROLES + 1 {
        return rows;
    }
    let gap = |place: &usize| rows[*place].1.last().map_or(0.0, |gap| gap.abs());
    let mut places: Vec<usize> = (0..rows.len()).collect();
    places.sort_by(|one, other| gap(other).total_cmp(&gap(one)).then(one.cmp(other)));
    let kept: Vec<usize> = places.into_iter().take(MOST_ROLES).collect();
    let mut rest: Option<Vec<f64>> = None;
    let mut many = 0_usize;
    let mut shown = Vec::new();
    for (place, (name, values)) in rows.into_iter().enumerate() {
        if kept.contains(&place) {
            shown.push((name, values));
            continue;
        }
        many += 1;
        rest = Some(match rest {
            None => values,
            Some(sum) => sum.iter().zip(&values).map(|(sum, value)| sum + value).collect(),
        });
    }
    shown.extend(rest.map(|rest| (format!("and {many} more roles"), rest)));
    shown
}

/// What stands above a table of options.
pub(super) fn option_label(argument: &Argument, options: &GapOptions) -> String {
    let month = say_month(month_of(argument, options.month));
    let extrapolated = if options.is_extrapolated { ", extrapolated" } else { "" };
    format!("{}, in {} months ({month}{extrapolated}):", options.role, options.month)
}

/// What each way does to a gap.
pub(super) fn options(options: &GapOptions) -> Table {
    let row = |choice: &Choice| {
        let effect = |value: f64| shown(value, options.is_extrapolated);
        let mut cells = vec![way(choice.way).to_owned(), amount(choice)];
        cells.extend([choice.effect, choice.effect_on_all].map(effect));
        cells
    };
    let columns = ["Way", "How much", "Changes this gap by, FTE", "All gaps by, FTE"];
    Table { columns: columns.map(str::to_owned).into(), rows: options.choices.iter().map(row).collect() }
}

/// What a way is called.
fn way(way: Way) -> &'static str {
    match way {
        Way::Hire => "Hire",
        Way::Automate => "Automate toil",
        Way::Drop => "Drop toil",
        Way::MoveAway => "Give work to where it belongs",
        Way::Defer => "Put initiatives off",
        Way::Interns => "Take interns",
        Way::GrowJuniors => "Let people grow into it",
    }
}

fn amount(choice: &Choice) -> String {
    if choice.amount <= 0.0 {
        return "nothing to take it from".to_owned();
    }
    let (one, many) = match choice.way {
        Way::Hire | Way::GrowJuniors => ("person", "people"),
        Way::Interns => ("intern", "interns"),
        Way::Defer => ("initiative", "initiatives"),
        Way::Automate | Way::Drop | Way::MoveAway => ("hour a month", "hours a month"),
    };
    let shown = number(choice.amount, 0);
    let noun = if shown == "1" { one } else { many };
    match &choice.from {
        Some(from) => format!("{shown} {noun} from {from}"),
        None => format!("{shown} {noun}"),
    }
}
