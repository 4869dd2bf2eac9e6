//! A plan with everything that belongs to it, as it stands.

use domain::headcount::{
    Answer, Assumption, AssumptionKey, Contributor, Entry, Inputs, LoadSlice, Plan, PlanEntry, PlanText,
    StaffRow, WorkImport, inputs_of,
};
use domain::{PlanId, Refusal, StaffRowId};
use store::StoreFault;
use store::noun::{self, Reading, headcount};

use crate::desk::need;

/// A plan with everything that belongs to it.
pub struct Whole {
    /// The plan.
    pub plan: Plan,
    /// Its entries, in the order they were made.
    pub entries: Vec<PlanEntry>,
    /// Its texts.
    pub texts: Vec<PlanText>,
    /// What was imported.
    pub imports: Vec<WorkImport>,
}

impl Whole {
    /// Reads a plan as it stands at one moment.
    pub fn now(read: &Reading, id: PlanId) -> Result<Self, StoreFault> {
        let _moment = noun::one_moment(read)?;
        Self::read(read, id)
    }

    /// Reads a plan inside a deed, or inside a moment that is held already.
    pub fn read(read: &Reading, id: PlanId) -> Result<Self, StoreFault> {
        Ok(Self {
            plan: need(read, id)?,
            entries: headcount::entries(read, id)?,
            texts: headcount::texts(read, id)?,
            imports: headcount::imports(read, id)?,
        })
    }

    /// All work that was imported.
    pub fn slices(&self) -> Vec<LoadSlice> {
        self.imports.iter().flat_map(|import| &import.slices).cloned().collect()
    }

    /// What its forecast is made of.
    pub fn inputs(&self) -> Result<Inputs, StoreFault> {
        Ok(inputs_of(&self.plan, &self.entries, &self.slices())?)
    }

    /// What its forecast would be made of, were some things assumed otherwise.
    pub fn inputs_if(&self, assumed: &[Assumed]) -> Result<Inputs, StoreFault> {
        let mut inputs = self.inputs()?;
        for Assumed { key, value } in assumed {
            inputs.assumptions = inputs.assumptions.with(*key, *value)?;
        }
        Ok(inputs)
    }

    /// Its people.
    pub fn staff(&self) -> impl Iterator<Item = &StaffRow> {
        self.entries.iter().filter_map(|entry| match &entry.entry {
            Entry::Staff(row) => Some(row),
            _ => None,
        })
    }

    /// What the plan calls one of its people.
    pub fn shown_name(&self, row: StaffRowId) -> String {
        self.staff()
            .find(|staff| staff.id == row)
            .map(|row| row.shown_name().into_owned())
            .unwrap_or_default()
    }

    /// The assumptions that somebody set.
    pub fn assumptions(&self) -> impl Iterator<Item = &Assumption> {
        self.entries.iter().filter_map(|entry| match &entry.entry {
            Entry::Assumption(one) => Some(one),
            _ => None,
        })
    }

    /// Whose views were heard.
    pub fn contributors(&self) -> Vec<Contributor> {
        let heard = self.entries.iter().filter_map(|entry| match &entry.entry {
            Entry::Contributor(one) => Some(one.clone()),
            _ => None,
        });
        heard.collect()
    }

    /// The answers that were written.
    pub fn answers(&self) -> Vec<Answer> {
        self.texts.iter().filter_map(PlanText::answer).collect()
    }
}

/// Something that is assumed for the moment, and not kept.
#[derive(Clone, Copy, Debug, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Assumed {
    /// Which assumption.
    pub key: AssumptionKey,
    /// Its value, in the unit of the key.
    pub value: f64,
}

/// Refuses to change a plan that was presented.
pub fn check_open(plan: &Plan) -> Result<(), Refusal> {
    if plan.state.is_open() {
        return Ok(());
    }
    Err(Refusal::new("headcount.closed", "This plan was presented, and stays as it was.")
        .next("Begin its next version: a copy that can be changed."))
}
