//! The work there is now, in slices, and what they show.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::{Month, RunLoad};
use crate::{Refusal, StaffRowId, text};

/// What sort of work it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LoadKind {
    /// What the craft is about.
    Technical,
    /// Agreeing, writing, teaching, planning.
    Soft,
    /// What comes in between and cannot wait.
    Interrupt,
    /// Manual, repeated, and of no lasting worth.
    Toil,
}

impl LoadKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Technical, Self::Soft, Self::Interrupt, Self::Toil];
}

/// Hours of one kind of work in one month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LoadSlice {
    /// Whose work it is.
    pub team: String,
    /// Who does it, where that is known.
    pub person: Option<StaffRowId>,
    /// When.
    pub month: Month,
    /// What sort of work it is.
    pub kind: LoadKind,
    /// The level (or the role) that the work asks for, whoever does it.
    pub level_needed: String,
    /// Hours.
    pub hours: f64,
    /// Whether it belongs to this organisation.
    pub belongs_here: bool,
}

impl LoadSlice {
    /// Whether the slice may be kept as it stands.
    ///
    /// # Errors
    /// Refuses hours below zero, what is no number, and one person's hours beyond the hours that the month has.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("team", &self.team)?;
        text::check_line("level", &self.level_needed)?;
        if !(self.hours >= 0.0 && self.hours.is_finite()) {
            return Err(Refusal::new("headcount.hours", "Hours are a number from 0 on.")
                .next("Check the column that hours are read from."));
        }
        if self.person.is_some() {
            check_month(self.month, self.hours)?;
        }
        Ok(())
    }
}

fn check_month(month: Month, hours: f64) -> Result<(), Refusal> {
    if hours <= f64::from(month.days() * 24) {
        return Ok(());
    }
    Err(Refusal::new(
        "headcount.hours_a_day",
        format!("One person would work more than 24 hours a day in {month}."),
    )
    .next("Check whether the hours are those of a whole team."))
}

/// Whether slices may be kept together.
///
/// # Errors
/// Refuses the first that [`LoadSlice::check`] refuses, and one person’s slices that together ask for more hours than a
/// month has.
pub fn check_load(slices: &[LoadSlice]) -> Result<(), Refusal> {
    let mut by_person: HashMap<(StaffRowId, Month), f64> = HashMap::new();
    for slice in slices {
        slice.check()?;
        if let Some(person) = slice.person {
            let hours = by_person.entry((person, slice.month)).or_default();
            *hours += slice.hours;
            check_month(slice.month, *hours)?;
        }
    }
    Ok(())
}

/// How the work rests on few people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Concentration {
    /// How many people have hours.
    pub people: u32,
    /// How many of them are the top fifth: a fifth rounded up, so that it is never nobody.
    pub top: u32,
    /// The share of named hours on the top fifth; 0 where nobody has any.
    pub share: f64,
    /// Hours that name nobody, and are in no share.
    pub unnamed_hours: f64,
}

/// The share of hours that the fifth of people with the most hours carry.
pub fn concentration(slices: &[LoadSlice]) -> Concentration {
    let mut by_person: BTreeMap<StaffRowId, f64> = BTreeMap::new();
    let mut unnamed_hours = 0.0;
    for slice in slices {
        match slice.person {
            Some(person) => *by_person.entry(person).or_default() += slice.hours,
            None => unnamed_hours += slice.hours,
        }
    }
    let mut hours: Vec<f64> = by_person.into_values().filter(|hours| *hours > 0.0).collect();
    hours.sort_by(|one, other| other.total_cmp(one));
    let top = hours.len().div_ceil(5);
    let all: f64 = hours.iter().sum();
    Concentration {
        people: u32::try_from(hours.len()).unwrap_or(u32::MAX),
        top: u32::try_from(top).unwrap_or(u32::MAX),
        share: if all > 0.0 { hours[..top].iter().sum::<f64>() / all } else { 0.0 },
        unnamed_hours,
    }
}

/// Heads of a level against the work that asks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelBalance {
    /// The level.
    pub level: String,
    /// How many people have it.
    pub heads: f64,
    /// How much work asks for it, in FTE.
    pub needed: f64,
    /// Heads beyond the work; below zero there is more work than heads.
    pub surplus: f64,
}

/// Level against level needed, in the order of the levels' names.
pub fn level_balance(heads: &[(&str, f64)], needed: &[(&str, f64)]) -> Vec<LevelBalance> {
    let mut levels: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    for (level, count) in heads {
        levels.entry(level).or_default().0 += count;
    }
    for (level, fte) in needed {
        levels.entry(level).or_default().1 += fte;
    }
    let balance = |(level, (heads, needed)): (&str, (f64, f64))| LevelBalance {
        level: level.to_owned(),
        heads,
        needed,
        surplus: heads - needed,
    };
    levels.into_iter().map(balance).collect()
}

/// Whether some level has more heads than work while another has more work than heads, each by at least `tolerance` FTE.
/// Totals that match do not hide it.
pub fn is_mismatched(levels: &[LevelBalance], tolerance: f64) -> bool {
    levels.iter().any(|level| level.surplus > 0.0 && level.surplus >= tolerance)
        && levels.iter().any(|level| level.surplus < 0.0 && -level.surplus >= tolerance)
}

/// What the work asks for by level, in FTE: hours a month of the months that have data ÷ productive hours.
pub fn needed_by_level(slices: &[LoadSlice], productive_hours: f64) -> BTreeMap<&str, f64> {
    let months = months_with(slices);
    let mut levels: BTreeMap<&str, f64> = BTreeMap::new();
    for slice in slices {
        *levels.entry(slice.level_needed.as_str()).or_default() += slice.hours;
    }
    for hours in levels.values_mut() {
        *hours = *hours / months / productive_hours;
    }
    levels
}

/// The run load as it is now, a role each: hours a month of the months that have data. What a slice asks for is taken for
/// the role.
pub fn run_load(slices: &[LoadSlice]) -> Vec<RunLoad> {
    let months = months_with(slices);
    let mut roles: BTreeMap<&str, [f64; 3]> = BTreeMap::new();
    for slice in slices {
        let [hours, toil, elsewhere] = roles.entry(slice.level_needed.as_str()).or_default();
        *hours += slice.hours;
        *toil += if slice.kind == LoadKind::Toil { slice.hours } else { 0.0 };
        *elsewhere += if slice.belongs_here { 0.0 } else { slice.hours };
    }
    let load = |(role, [hours, toil, elsewhere]): (&str, [f64; 3])| RunLoad {
        role: role.to_owned(),
        hours: hours / months,
        toil_hours: toil / months,
        elsewhere_hours: elsewhere / months,
    };
    roles.into_iter().map(load).collect()
}

/// How many months have data; 1 for none, so that nothing is divided by it.
fn months_with(slices: &[LoadSlice]) -> f64 {
    let months: BTreeSet<Month> = slices.iter().map(|slice| slice.month).collect();
    f64::from(u32::try_from(months.len().max(1)).unwrap_or(u32::MAX))
}

/// Shares of all hours, each from 0 to 1; all 0 where there are none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LoadShares {
    /// All hours.
    pub hours: f64,
    /// By kind, in the order of [`LoadKind::ALL`]. They add up to 1.
    pub kinds: [f64; 4],
    /// What belongs elsewhere, of whatever kind.
    pub elsewhere: f64,
}

impl LoadShares {
    /// The share of one kind.
    pub fn of(&self, kind: LoadKind) -> f64 {
        self.kinds[kind as usize]
    }
}

/// How much of the work is of which kind, and how much belongs elsewhere.
pub fn load_shares(slices: &[LoadSlice]) -> LoadShares {
    let mut found = LoadShares::default();
    for slice in slices {
        found.hours += slice.hours;
        found.kinds[slice.kind as usize] += slice.hours;
        found.elsewhere += if slice.belongs_here { 0.0 } else { slice.hours };
    }
    if found.hours > 0.0 {
        found.kinds = found.kinds.map(|hours| hours / found.hours);
        found.elsewhere /= found.hours;
    }
    found
}

/// The months from one to another, both included, for which there is no slice.
pub fn months_without(slices: &[LoadSlice], from: Month, to: Month) -> Vec<Month> {
    let with: BTreeSet<Month> = slices.iter().map(|slice| slice.month).collect();
    let count = to.since(from).max(-1) + 1;
    (0..count).map(|after| from.plus(after)).filter(|month| !with.contains(month)).collect()
}

#[cfg(test)]
#[path = "work_tests.rs"]
mod tests;
