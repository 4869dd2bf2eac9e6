//! Moving a plan along, copying it, and removing it.

use domain::headcount::{Entry, Month, Plan, PlanEntry, PlanState, PlanText, WorkImport};
use domain::{PlanEntryId, PlanId, PlanTextId, Refusal, WorkImportId};
use serde::Deserialize;
use store::noun::headcount;

use super::whole::{Whole, check_open};
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::{Made, Saved};

/// Moves a plan along: others are asked, it is written down, presented, agreed or refused.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// Which.
    pub id: PlanId,
    /// To where.
    pub to: PlanState,
}

impl OpenCall for Move {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            let whole = Whole::read(deed.read(), self.id)?;
            if whole.plan.baseline.is_some() {
                return Err(Refusal::new(
                    "headcount.scenario_moved",
                    "A scenario moves along with its plan.",
                )
                .next("Move the plan along.")
                .into());
            }
            whole.inputs()?;
            let moved = whole.plan.clone().moved(self.to, &whole.answers(), &whole.contributors())?;
            deed.put(&moved)?;
            // From presenting on a scenario stays as it was shown, too.
            for scenario in headcount::scenarios(deed.read(), self.id)? {
                deed.put(&Plan { state: self.to, ..scenario })?;
            }
            Ok(())
        })
    }
}

/// As what a plan is copied.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum CopyAs {
    /// Another way for the same plan.
    Scenario {
        /// What is different in it, in a few words.
        name: String,
    },
    /// The next version of it; this one is then superseded once it was decided on.
    Version,
}

/// Copies a plan with all that belongs to it: as a scenario, or as its next version.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Copy {
    /// Which.
    pub id: PlanId,
    /// As what.
    pub to: CopyAs,
}

impl OpenCall for Copy {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let done = desk.deed(Self::NAME, |deed| {
            let whole = Whole::read(deed.read(), self.id)?;
            let id = PlanId::make();
            let copy = match self.to {
                CopyAs::Scenario { name } => {
                    check_open(&whole.plan)?;
                    Plan { state: whole.plan.state, ..whole.plan.scenario(id, name.trim()) }
                }
                CopyAs::Version => {
                    if whole.plan.baseline.is_some() {
                        return Err(Refusal::new(
                            "headcount.scenario_version",
                            "A next version is one of the plan, not of a scenario.",
                        )
                        .next("Open the plan, and begin its next version.")
                        .into());
                    }
                    let starts = Month::of(today).max(whole.plan.starts);
                    if whole.plan.state.next().contains(&PlanState::Superseded) {
                        deed.put(&Plan { state: PlanState::Superseded, ..whole.plan.clone() })?;
                    }
                    whole.plan.next_version(id, starts)
                }
            };
            copy.check()?;
            deed.put(&copy)?;
            for PlanEntry { entry, .. } in whole.entries {
                if let Some(entry) = kept(entry, copy.starts) {
                    deed.put(&PlanEntry { id: PlanEntryId::make(), plan: id, entry })?;
                }
            }
            for text in whole.texts {
                deed.put(&PlanText { id: PlanTextId::make(), plan: id, ..text })?;
            }
            for import in whole.imports {
                deed.put(&WorkImport { id: WorkImportId::make(), plan: id, ..import })?;
            }
            Ok(id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

/// An entry in a copy that starts in a month. What was to begin before then begins with it: whoever joined since stands among
/// the people once they are taken from the roster, and their requisition is taken out by hand.
fn kept(entry: Entry, starts: Month) -> Option<Entry> {
    Some(match entry {
        Entry::Requisition(one) if one.until.is_some_and(|until| until <= starts) => return None,
        Entry::Requisition(mut one) => {
            one.start = one.start.max(starts);
            Entry::Requisition(one)
        }
        Entry::Promotion(mut one) => {
            one.month = one.month.max(starts);
            one.backfill = one.backfill.map(|month| month.max(starts));
            Entry::Promotion(one)
        }
        Entry::Initiative(one) if one.to < starts => return None,
        other => other,
    })
}

/// Removes a plan with its scenarios and all that belongs to them. It can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Remove {
    /// Which.
    pub id: PlanId,
}

impl OpenCall for Remove {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            need::<Plan>(deed.read(), self.id)?;
            headcount::remove(deed, self.id)?;
            Ok(())
        })
    }
}
