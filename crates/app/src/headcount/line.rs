//! A plan and its parts as they cross the door.

use domain::headcount::{
    Entry, Month, Plan, PlanEntry, PlanPlace, PlanState, PlanText, Realistic, RequisitionWarning, Suits,
    Verdict, WorkImport,
};
use domain::{PlanEntryId, PlanId, PlanTextId};
use serde::{Deserialize, Serialize};

use crate::stamp::{Day, Instant};

/// Whether the people there are suit the organisation now, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SuitsVerdict {
    /// The judgement.
    pub is: Suits,
    /// Why, in a few words.
    pub because: String,
}

/// Whether a plan is realistic, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RealisticVerdict {
    /// The judgement.
    pub is: Realistic,
    /// Why, in a few words.
    pub because: String,
}

/// A version or a scenario of a headcount plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountPlan {
    /// Which.
    pub id: PlanId,
    /// The organisation that it is for.
    pub organisation: String,
    /// What it is called; may be empty.
    pub name: String,
    /// 1, 2, 3 …
    pub version: u32,
    /// The version it was copied from.
    pub before: Option<PlanId>,
    /// The plan that it is a scenario of.
    pub baseline: Option<PlanId>,
    /// Where it stands.
    pub state: PlanState,
    /// The states that may follow.
    pub next_states: Vec<PlanState>,
    /// Whether it may still be changed.
    pub is_open: bool,
    /// Its first month.
    pub starts: Month,
    /// How far it reaches, in months.
    pub months: u32,
    /// The last month that facts reach; null where all of it is known.
    pub known_until: Option<Month>,
    /// The day by which it is looked at again.
    pub review_by: Day,
    /// Whether that day has come.
    pub is_due: bool,
    /// Whether the people suit the organisation now.
    pub suits: Option<SuitsVerdict>,
    /// Whether it is realistic.
    pub realistic: Option<RealisticVerdict>,
    /// Why no peer or no customer was asked; empty otherwise.
    pub unasked_because: String,
}

impl HeadcountPlan {
    /// A plan as it is on a day.
    pub fn on(plan: Plan, today: chrono::NaiveDate) -> Self {
        Self {
            next_states: plan.state.next().to_vec(),
            is_open: plan.state.is_open(),
            is_due: plan.is_due(today),
            suits: plan.suits.map(|Verdict { is, because }| SuitsVerdict { is, because }),
            realistic: plan.realistic.map(|Verdict { is, because }| RealisticVerdict { is, because }),
            id: plan.id,
            organisation: plan.organisation,
            name: plan.name,
            version: plan.version,
            before: plan.before,
            baseline: plan.baseline,
            state: plan.state,
            starts: plan.starts,
            months: plan.months,
            known_until: plan.known_until,
            review_by: Day(plan.review_by),
            unasked_because: plan.unasked_because,
        }
    }
}

/// One thing that a plan is made of.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountEntryLine {
    /// Which.
    pub id: PlanEntryId,
    /// What it says.
    pub entry: Entry,
    /// What a requisition can do without, but better not.
    pub warnings: Vec<RequisitionWarning>,
}

impl From<PlanEntry> for HeadcountEntryLine {
    fn from(entry: PlanEntry) -> Self {
        let warnings = match &entry.entry {
            Entry::Requisition(requisition) => requisition.warnings(),
            _ => Vec::new(),
        };
        Self { id: entry.id, entry: entry.entry, warnings }
    }
}

/// One written text of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountTextLine {
    /// Which.
    pub id: PlanTextId,
    /// Where it stands.
    pub place: PlanPlace,
    /// The text, Markdown.
    pub text: String,
    /// Why an answer is empty; empty otherwise.
    pub empty_because: String,
    /// Who owns what an answer is about.
    pub owner: String,
    /// When it was last written.
    pub at: Instant,
}

impl From<PlanText> for HeadcountTextLine {
    fn from(text: PlanText) -> Self {
        let PlanText { id, plan: _, place, text, empty_because, owner, at } = text;
        Self { id, place, text, empty_because, owner, at: Instant(at) }
    }
}

/// Work that was imported from one file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WorkLine {
    /// What the file was called.
    pub name: String,
    /// The day it was read in.
    pub on: Day,
    /// How many pieces of work.
    pub slices: u64,
    /// Hours.
    pub hours: f64,
    /// The first month.
    pub from: Option<Month>,
    /// The last month.
    pub to: Option<Month>,
}

impl WorkLine {
    /// What was imported, a line for each file: the records of one name and day are of one file.
    pub fn all(imports: &[WorkImport]) -> Vec<Self> {
        let mut lines: Vec<Self> = Vec::new();
        for import in imports {
            let known = lines.iter().position(|line| line.name == import.name && line.on.0 == import.on);
            let place = known.unwrap_or_else(|| {
                let (name, on) = (import.name.clone(), Day(import.on));
                lines.push(Self { name, on, slices: 0, hours: 0.0, from: None, to: None });
                lines.len() - 1
            });
            let line = &mut lines[place];
            line.slices += import.slices.len() as u64;
            for slice in &import.slices {
                line.hours += slice.hours;
                line.from = Some(line.from.map_or(slice.month, |from| from.min(slice.month)));
                line.to = Some(line.to.map_or(slice.month, |to| to.max(slice.month)));
            }
        }
        lines
    }
}
