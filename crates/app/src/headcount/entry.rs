//! Keeping and taking out one thing that a plan is made of.

use domain::headcount::{Entry, Plan, PlanEntry, inputs_of};
use domain::{PlanEntryId, PlanId, Refusal, StaffRowId};
use serde::Deserialize;
use store::StoreFault;
use store::gate::Deed;
use store::noun::headcount;

use super::whole::{Whole, check_open};
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::{Made, Saved};

/// Keeps one thing that a plan is made of: a new one, or another saying of one that is there. An assumption stands once for
/// each key: a new one takes the place of the one before. What does not fit with the rest of the plan is refused.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct PutEntry {
    /// Of which plan.
    pub plan: PlanId,
    /// Which entry; none for a new one.
    pub id: Option<PlanEntryId>,
    /// What it says. A new person of number 0 is given the next number.
    pub entry: Entry,
}

impl OpenCall for PutEntry {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let done = desk.deed(Self::NAME, |deed| {
            let whole = Whole::read(deed.read(), self.plan)?;
            check_open(&whole.plan)?;
            let there = match self.id {
                Some(id) => Some(whole.entries.iter().find(|entry| entry.id == id).ok_or_else(not_there)?),
                None => same(&whole, &self.entry),
            };
            if there.is_some_and(|there| there.entry.kind() != self.entry.kind()) {
                return Err(not_there().into());
            }
            let mut entry = self.entry;
            if let Entry::Staff(row) = &mut entry
                && row.number == 0
            {
                row.number = next_number(&whole);
            }
            entry.check(whole.plan.starts)?;
            let put = PlanEntry {
                id: there.map_or_else(PlanEntryId::make, |there| there.id),
                plan: whole.plan.id,
                entry,
            };
            let others = whole.entries.iter().filter(|other| other.id != put.id).cloned();
            let all: Vec<PlanEntry> = others.chain([put.clone()]).collect();
            inputs_of(&whole.plan, &all, &[])?;
            deed.put(&put)?;
            Ok(put.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

fn not_there() -> Refusal {
    Refusal::new("headcount.entry_gone", "That is not in this plan any more.").next("Look at the plan again.")
}

/// The entry whose place a new one takes.
fn same<'a>(whole: &'a Whole, new: &Entry) -> Option<&'a PlanEntry> {
    let is_same = |entry: &Entry| match (entry, new) {
        (Entry::Assumption(one), Entry::Assumption(other)) => one.key == other.key,
        (Entry::RunLoad(one), Entry::RunLoad(other)) => one.role == other.role,
        (Entry::Target(one), Entry::Target(other)) => (&one.role, one.month) == (&other.role, other.month),
        _ => false,
    };
    whole.entries.iter().find(|entry| is_same(&entry.entry))
}

/// The number of the next row. A number is never given twice, also where a row went.
pub fn next_number(whole: &Whole) -> u32 {
    whole.staff().map(|row| row.number).max().unwrap_or(0).saturating_add(1)
}

/// Takes something out of a plan. A person goes with their promotion, and is nobody's manager or mentor any more.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RemoveEntry {
    /// Which.
    pub id: PlanEntryId,
}

impl OpenCall for RemoveEntry {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            let entry: PlanEntry = need(deed.read(), self.id)?;
            check_open(&need::<Plan>(deed.read(), entry.plan)?)?;
            if let Entry::Staff(row) = &entry.entry {
                let_go(deed, entry.plan, row.id)?;
            }
            deed.remove::<PlanEntry>(entry.id)?;
            Ok(())
        })
    }
}

/// Nothing else in the plan counts on this person any more.
fn let_go(deed: &mut Deed<'_>, plan: PlanId, gone: StaffRowId) -> Result<(), StoreFault> {
    for entry in headcount::entries(deed.read(), plan)? {
        let changed = match entry.entry {
            Entry::Staff(mut row) if row.manager == Some(gone) => {
                row.manager = None;
                Entry::Staff(row)
            }
            Entry::Requisition(mut requisition) if requisition.mentor == Some(gone) => {
                requisition.mentor = None;
                Entry::Requisition(requisition)
            }
            Entry::Promotion(promotion) if promotion.row == gone => {
                deed.remove::<PlanEntry>(entry.id)?;
                continue;
            }
            _ => continue,
        };
        deed.put(&PlanEntry { id: entry.id, plan: entry.plan, entry: changed })?;
    }
    Ok(())
}
