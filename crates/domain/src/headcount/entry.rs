//! What a plan is made of, entry by entry, and the inputs that they come to.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    Assumption, Assumptions, Change, Concern, Contributor, Initiative, Inputs, LoadSlice, Month, Plan,
    Promotion, Reduction, Requisition, RunLoad, StaffRow, Target, run_load,
};
use crate::{PersonId, PlanEntryId, PlanId, Refusal, text};

/// One thing that a plan is made of. How each is written as JSON is how vaults keep it, and never changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PlanEntry"))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Entry {
    /// Somebody who is there.
    Staff(StaffRow),
    /// Who is to join.
    Requisition(Requisition),
    /// Who is to lead.
    Promotion(Promotion),
    /// Where heads are taken away.
    Reduction(Reduction),
    /// How many heads are aimed for.
    Target(Target),
    /// Work ahead.
    Initiative(Initiative),
    /// The work that never ends, of one role, as somebody says it.
    RunLoad(RunLoad),
    /// What is assumed.
    Assumption(Assumption),
    /// Whose view was heard.
    Contributor(Contributor),
    /// What cannot wait for the plan.
    Concern(Concern),
    /// What changed since.
    Change(Change),
}

/// What an entry is, without what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// [`Entry::Staff`]
    Staff,
    /// [`Entry::Requisition`]
    Requisition,
    /// [`Entry::Promotion`]
    Promotion,
    /// [`Entry::Reduction`]
    Reduction,
    /// [`Entry::Target`]
    Target,
    /// [`Entry::Initiative`]
    Initiative,
    /// [`Entry::RunLoad`]
    RunLoad,
    /// [`Entry::Assumption`]
    Assumption,
    /// [`Entry::Contributor`]
    Contributor,
    /// [`Entry::Concern`]
    Concern,
    /// [`Entry::Change`]
    Change,
}

impl Entry {
    /// What it is.
    pub fn kind(&self) -> EntryKind {
        match self {
            Self::Staff(_) => EntryKind::Staff,
            Self::Requisition(_) => EntryKind::Requisition,
            Self::Promotion(_) => EntryKind::Promotion,
            Self::Reduction(_) => EntryKind::Reduction,
            Self::Target(_) => EntryKind::Target,
            Self::Initiative(_) => EntryKind::Initiative,
            Self::RunLoad(_) => EntryKind::RunLoad,
            Self::Assumption(_) => EntryKind::Assumption,
            Self::Contributor(_) => EntryKind::Contributor,
            Self::Concern(_) => EntryKind::Concern,
            Self::Change(_) => EntryKind::Change,
        }
    }

    /// Who of the roster it is about.
    pub fn person(&self) -> Option<PersonId> {
        if let Self::Staff(row) = self { row.person } else { None }
    }

    /// Whether the entry may be kept by itself, in a plan that starts in `starts`. Whether all of them fit together is
    /// for [`Inputs::check`] to say.
    ///
    /// # Errors
    /// Refuses what the rule of each refuses.
    pub fn check(&self, starts: Month) -> Result<(), Refusal> {
        match self {
            Self::Staff(row) => row.check(),
            Self::Requisition(requisition) => requisition.check(starts),
            Self::Promotion(promotion) => {
                text::check_line("role", promotion.backfill_role.as_deref().unwrap_or_default())
            }
            Self::Reduction(Reduction { role, .. }) | Self::Target(Target { role, .. }) => check_role(role),
            Self::RunLoad(load) => check_role(&load.role),
            Self::Initiative(initiative) => {
                check_named(
                    &initiative.name,
                    "This initiative has no name.",
                    "Say in a few words what it is.",
                )?;
                initiative.needs.iter().try_for_each(|need| check_role(&need.role))
            }
            Self::Assumption(assumption) => {
                text::check_line("source", &assumption.source)?;
                assumption.key.check(assumption.value)
            }
            Self::Contributor(contributor) => {
                let next = "Say who was heard, by name or by what they do.";
                check_named(&contributor.name, "It is not said who was heard.", next)
            }
            Self::Concern(concern) => concern.check(),
            Self::Change(change) => {
                check_named(&change.text, "It is not said what changed.", "Say in one line what changed.")
            }
        }
    }
}

fn check_role(role: &str) -> Result<(), Refusal> {
    check_named(role, "A role is missing.", "Say which role it is about.")
}

fn check_named(line: &str, sentence: &str, next: &str) -> Result<(), Refusal> {
    text::check_line("line", line)?;
    if line.trim().is_empty() {
        return Err(Refusal::new("headcount.nameless", sentence).next(next));
    }
    Ok(())
}

/// An entry of one plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanEntry {
    /// Which entry. A copy of a plan has entries of its own; rows, requisitions and initiatives keep their identifiers
    /// in it, so that two plans can be compared.
    pub id: PlanEntryId,
    /// Of which plan.
    pub plan: PlanId,
    /// What it says.
    pub entry: Entry,
}

/// What a plan's forecast is made of: its time, its entries, and the work that was imported. What somebody says of a role's
/// run load stands in place of what was imported for it.
///
/// # Errors
/// Refuses what [`Inputs::check`] refuses.
pub fn inputs_of(plan: &Plan, entries: &[PlanEntry], slices: &[LoadSlice]) -> Result<Inputs, Refusal> {
    let mut inputs =
        Inputs { months: plan.months, known_until: plan.known_until, ..Inputs::empty(plan.starts) };
    let mut assumed = Vec::new();
    for PlanEntry { entry, .. } in entries {
        match entry {
            Entry::Staff(row) => inputs.staff.push(row.clone()),
            Entry::Requisition(one) => inputs.requisitions.push(one.clone()),
            Entry::Promotion(one) => inputs.promotions.push(one.clone()),
            Entry::Reduction(one) => inputs.reductions.push(one.clone()),
            Entry::Target(one) => inputs.targets.push(one.clone()),
            Entry::Initiative(one) => inputs.initiatives.push(one.clone()),
            Entry::RunLoad(one) => inputs.run_load.push(one.clone()),
            Entry::Assumption(one) => assumed.push(one.clone()),
            Entry::Contributor(_) | Entry::Concern(_) | Entry::Change(_) => {}
        }
    }
    let said: BTreeSet<String> = inputs.run_load.iter().map(|load| load.role.clone()).collect();
    inputs.run_load.extend(run_load(slices).into_iter().filter(|load| !said.contains(&load.role)));
    inputs.assumptions = Assumptions::of(&assumed)?;
    inputs.check()?;
    Ok(inputs)
}

#[cfg(test)]
#[path = "entry_tests.rs"]
mod tests;
