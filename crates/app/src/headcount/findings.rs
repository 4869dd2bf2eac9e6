//! What a plan finds among its people and its work: the computed helper beside each answer.

use domain::PlanId;
use domain::headcount::{AssumptionKey, Inputs, LoadSlice};
use domain::headcount::{
    Breadth, HORIZONS, LevelBalance, LoadKind, Month, Promotion, StaffRow, breadth, concentration,
    is_mismatched, kind_mix, leavers, level_balance, level_mix, levels_asked, load_shares, managers_needed,
    months_without, needed_by_level, over_span, single_points, site_mix,
};
use serde::{Deserialize, Serialize};

use super::whole::Whole;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// Looks through the people and the work of a plan.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Findings {
    /// Of which plan.
    pub id: PlanId,
}

/// What a plan finds. People are called as the plan shows them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountFindings {
    /// How many people are there now.
    pub heads: u32,
    /// Who is a specialist.
    pub specialists: Vec<String>,
    /// Who is a generalist.
    pub generalists: Vec<String>,
    /// Heads by level, now and at 12, 24, 36 months with those who are to join.
    pub levels: Vec<HeadcountMix>,
    /// Heads by site, now.
    pub sites: Vec<HeadcountShare>,
    /// Employees, contractors, interns, now.
    pub kinds: [u32; 3],
    /// Where people would like to go, as far as they allowed it to be read.
    pub paths: Vec<HeadcountPath>,
    /// Who may leave within twelve months, with the confidence.
    pub leavers: Vec<HeadcountShare>,
    /// How many heads that is.
    pub expected_leavers: f64,
    /// What one person alone can do, now and at 12, 24, 36 months.
    pub single_points: Vec<HeadcountSinglePoint>,
    /// Who manages more people than the span allows, and how many.
    pub over_span: Vec<HeadcountShare>,
    /// How many managers the people take by the span.
    pub managers_needed: f64,
    /// The work there is.
    pub work: HeadcountWork,
}

/// Heads of one level over time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountMix {
    /// The level; empty where it is not said.
    pub name: String,
    /// Heads now, and at 12, 24 and 36 months as far as the plan reaches.
    pub heads: Vec<u32>,
}

/// Something and how much of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountShare {
    /// What, or who.
    pub name: String,
    /// How much.
    pub amount: f64,
}

/// Where somebody would like to go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountPath {
    /// Who.
    pub name: String,
    /// Their likely next role.
    pub next_role: String,
}

/// A skill that rests on one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountSinglePoint {
    /// The skill.
    pub skill: String,
    /// The lowest level from which on only one person has it, 1 to 5.
    pub from_level: u32,
    /// Who has it.
    pub holder: String,
    /// Whether they are likely to leave, or to lead, at some time.
    pub is_moving_on: bool,
    /// When it is so: months from the start, 0 for now.
    pub months: Vec<u32>,
}

/// What the work shows. All zero and empty where none was imported.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountWork {
    /// All hours.
    pub hours: f64,
    /// The share of technical work.
    pub technical: f64,
    /// The share of soft work.
    pub soft: f64,
    /// The share of interrupts.
    pub interrupts: f64,
    /// The share of toil.
    pub toil: f64,
    /// The share that belongs elsewhere.
    pub elsewhere: f64,
    /// How many people carry the most: a fifth of those who are named.
    pub top_people: u32,
    /// The share of named hours on them.
    pub top_share: f64,
    /// The hours of each of those who are named, most first.
    pub by_person: Vec<HeadcountShare>,
    /// Level against the level that the work asks for.
    pub levels: Vec<HeadcountLevel>,
    /// Whether level and work do not match somewhere, also where the totals do.
    pub is_mismatched: bool,
    /// Months between the first and the last without any work.
    pub months_without: Vec<Month>,
}

/// Heads of a level against the work that asks for it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountLevel {
    /// The level.
    pub level: String,
    /// How many people have it.
    pub heads: f64,
    /// How much work asks for it, in FTE.
    pub needed: f64,
    /// Heads beyond the work; below zero there is more work than heads.
    pub surplus: f64,
}

impl OpenCall for Findings {
    type Reply = HeadcountFindings;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let whole = Whole::now(desk.read(), self.id)?;
        let (inputs, slices) = (whole.inputs()?, whole.slices());
        let rows = &inputs.staff;
        let called = |row| whole.shown_name(row);
        let amount = |(row, amount): (_, f64)| HeadcountShare { name: called(row), amount };
        let named = |of: Breadth| -> Vec<String> {
            let is_so = |row: &&StaffRow| breadth(row) == of;
            rows.iter().filter(is_so).map(|row| row.shown_name().into_owned()).collect()
        };
        let months: Vec<u32> =
            [0].into_iter().chain(HORIZONS).filter(|month| *month <= inputs.months).collect();
        let leaving = leavers(rows, inputs.starts, 12);
        let sites = site_mix(rows, inputs.starts);
        let kinds = kind_mix(rows, inputs.starts);
        let heads = kinds.iter().sum();
        let span = inputs.assumed(AssumptionKey::ManagerSpan);
        Ok(HeadcountFindings {
            heads,
            specialists: named(Breadth::Specialist),
            generalists: named(Breadth::Generalist),
            levels: levels_over(&inputs, &months),
            sites: sites
                .into_iter()
                .map(|(site, heads)| HeadcountShare { name: site.to_owned(), amount: f64::from(heads) })
                .collect(),
            kinds,
            paths: rows.iter().filter_map(path_of).collect(),
            leavers: leaving.rows.into_iter().map(amount).collect(),
            expected_leavers: leaving.expected_heads,
            single_points: points_over(&inputs, &months),
            over_span: over_span(rows, span)
                .into_iter()
                .map(|(row, count)| amount((row, f64::from(count))))
                .collect(),
            managers_needed: managers_needed(f64::from(heads), span),
            work: work_of(&whole, &inputs, &slices),
        })
    }
}

fn path_of(row: &StaffRow) -> Option<HeadcountPath> {
    let next_role = row.next_role.clone().filter(|_| row.may_be_named)?;
    Some(HeadcountPath { name: row.shown_name().into_owned(), next_role })
}

fn at(inputs: &Inputs, month: u32) -> Month {
    inputs.starts.plus(i32::try_from(month).unwrap_or(i32::MAX))
}

/// Heads by level at each of some months: those who are there, and those who are to join by then.
fn levels_over(inputs: &Inputs, months: &[u32]) -> Vec<HeadcountMix> {
    let mut levels: std::collections::BTreeMap<&str, Vec<u32>> = std::collections::BTreeMap::new();
    for (place, month) in months.iter().enumerate() {
        let then = at(inputs, *month);
        for (level, heads) in
            level_mix(&inputs.staff, then).into_iter().chain(levels_asked(&inputs.requisitions, then))
        {
            levels.entry(level).or_insert_with(|| vec![0; months.len()])[place] += heads;
        }
    }
    levels.into_iter().map(|(name, heads)| HeadcountMix { name: name.to_owned(), heads }).collect()
}

fn points_over(inputs: &Inputs, months: &[u32]) -> Vec<HeadcountSinglePoint> {
    let mut found: Vec<HeadcountSinglePoint> = Vec::new();
    let promotions: &[Promotion] = &inputs.promotions;
    for month in months {
        for point in single_points(&inputs.staff, promotions, at(inputs, *month)) {
            let holder = inputs.staff.iter().find(|row| row.id == point.holder);
            let holder = holder.map(|row| row.shown_name().into_owned()).unwrap_or_default();
            let from_level = u32::from(point.from_level);
            let known = found
                .iter_mut()
                .find(|one| one.skill == point.skill && one.from_level == from_level && one.holder == holder);
            match known {
                Some(known) => known.months.push(*month),
                None => found.push(HeadcountSinglePoint {
                    skill: point.skill,
                    from_level,
                    holder,
                    is_moving_on: point.is_moving_on,
                    months: vec![*month],
                }),
            }
        }
    }
    found
}

fn work_of(whole: &Whole, inputs: &Inputs, slices: &[LoadSlice]) -> HeadcountWork {
    let (shares, few) = (load_shares(slices), concentration(slices));
    let mut by_person: std::collections::BTreeMap<_, f64> = std::collections::BTreeMap::new();
    for slice in slices {
        if let Some(person) = slice.person {
            *by_person.entry(person).or_default() += slice.hours;
        }
    }
    let mut by_person: Vec<HeadcountShare> = by_person
        .into_iter()
        .map(|(row, amount)| HeadcountShare { name: whole.shown_name(row), amount })
        .collect();
    by_person.sort_by(|one, other| other.amount.total_cmp(&one.amount).then(one.name.cmp(&other.name)));
    let mut levels = Vec::new();
    if !slices.is_empty() {
        let heads: Vec<(&str, f64)> = level_mix(&inputs.staff, inputs.starts)
            .into_iter()
            .map(|(level, heads)| (level, f64::from(heads)))
            .collect();
        let needed: Vec<(&str, f64)> =
            needed_by_level(slices, inputs.assumed(AssumptionKey::ProductiveHours)).into_iter().collect();
        levels = level_balance(&heads, &needed);
    }
    let (first, last) =
        (slices.iter().map(|slice| slice.month).min(), slices.iter().map(|slice| slice.month).max());
    HeadcountWork {
        hours: shares.hours,
        technical: shares.of(LoadKind::Technical),
        soft: shares.of(LoadKind::Soft),
        interrupts: shares.of(LoadKind::Interrupt),
        toil: shares.of(LoadKind::Toil),
        elsewhere: shares.elsewhere,
        top_people: few.top,
        top_share: few.share,
        by_person,
        is_mismatched: is_mismatched(&levels, inputs.assumed(AssumptionKey::LevelTolerance)),
        levels: levels
            .into_iter()
            .map(|LevelBalance { level, heads, needed, surplus }| HeadcountLevel {
                level,
                heads,
                needed,
                surplus,
            })
            .collect(),
        months_without: match (first, last) {
            (Some(first), Some(last)) => months_without(slices, first, last),
            _ => Vec::new(),
        },
    }
}
