//! Two plans side by side.

use domain::PlanId;
use domain::headcount::{AssumptionKey, Difference, InputPart, Inputs, Month, compare};
use serde::{Deserialize, Serialize};

use super::whole::Whole;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// Compares a plan with another, such as a scenario with its plan: what went in differently, and by how much the gap does.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Compare {
    /// The first.
    pub id: PlanId,
    /// The second.
    pub with: PlanId,
}

/// Two plans side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountCompared {
    /// What went in differently.
    pub differences: Vec<HeadcountDifference>,
    /// The gaps, horizon by horizon: each role, then all.
    pub gaps: Vec<HeadcountGapChange>,
}

/// One thing that went in differently.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountDifference {
    /// What kind of thing.
    pub part: InputPart,
    /// For an assumption: which.
    pub key: Option<AssumptionKey>,
    /// What it is called: a person as the plan shows them, a role, an initiative; empty for time and assumptions.
    pub name: String,
    /// What it says in the first, in short; null where only the second has it.
    pub before: Option<String>,
    /// What it says in the second, in short; null where only the first has it.
    pub after: Option<String>,
}

/// The gap of one role at one horizon in both.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountGapChange {
    /// The role; null for all.
    pub role: Option<String>,
    /// In months from the start of each.
    pub month: u32,
    /// The gap in the first, in FTE.
    pub before: f64,
    /// The gap in the second, in FTE.
    pub after: f64,
    /// By how much it is wider in the second; below zero it is smaller.
    pub by: f64,
}

impl OpenCall for Compare {
    type Reply = HeadcountCompared;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let _moment = store::noun::one_moment(desk.read())?;
        let first = Whole::read(desk.read(), self.id)?.inputs()?;
        let second = Whole::read(desk.read(), self.with)?.inputs()?;
        let found = compare(&first, &second);
        Ok(HeadcountCompared {
            differences: found.inputs.iter().map(|one| difference(&first, &second, one)).collect(),
            gaps: found
                .gaps
                .into_iter()
                .map(|gap| HeadcountGapChange {
                    by: gap.by(),
                    role: gap.role,
                    month: gap.month,
                    before: gap.before,
                    after: gap.after,
                })
                .collect(),
        })
    }
}

fn difference(first: &Inputs, second: &Inputs, of: &Difference) -> HeadcountDifference {
    let both = |part, before: Option<(String, String)>, after: Option<(String, String)>| {
        let name = after.as_ref().or(before.as_ref()).map(|(name, _)| name.clone()).unwrap_or_default();
        let said = |of: Option<(String, String)>| of.map(|(_, said)| said);
        HeadcountDifference { part, key: None, name, before: said(before), after: said(after) }
    };
    match of {
        Difference::Time => {
            let time = |of: &Inputs| Some((String::new(), time(of)));
            both(InputPart::Time, time(first), time(second))
        }
        Difference::Assumption { key, before, after } => HeadcountDifference {
            part: InputPart::Assumption,
            key: Some(*key),
            name: String::new(),
            before: Some(before.to_string()),
            after: Some(after.to_string()),
        },
        Difference::Added(part, place) => both(*part, None, say(second, *part, *place)),
        Difference::Removed(part, place) => both(*part, say(first, *part, *place), None),
        Difference::Changed(part, before, after) => {
            both(*part, say(first, *part, *before), say(second, *part, *after))
        }
    }
}

fn time(of: &Inputs) -> String {
    let known = of.known_until.map(|known| format!(", known until {known}")).unwrap_or_default();
    format!("{}, {} months{known}", of.starts, of.months)
}

/// A thing of the inputs: what it is called, and what it says in short.
fn say(inputs: &Inputs, part: InputPart, place: usize) -> Option<(String, String)> {
    let until = |until: Option<Month>| until.map(|until| format!(" until {until}")).unwrap_or_default();
    Some(match part {
        InputPart::Time | InputPart::Assumption => return None,
        InputPart::Staff => {
            let row = inputs.staff.get(place)?;
            let leaves = row
                .leaves_by
                .map(|leaving| {
                    format!(", leaves in {} ({} %)", leaving.month, whole_percent(leaving.confidence))
                })
                .unwrap_or_default();
            (
                row.shown_name().into_owned(),
                format!("{}, {} FTE from {}{leaves}", row.role, row.fte, row.starts),
            )
        }
        InputPart::Requisition => {
            let one = inputs.requisitions.get(place)?;
            (one.role.clone(), format!("{} from {}{}", one.count, one.start, until(one.until)))
        }
        InputPart::Promotion => {
            let one = inputs.promotions.get(place)?;
            let row = inputs.staff.iter().find(|row| row.id == one.row)?;
            let fill = one.backfill.map_or_else(String::new, |month| format!(", backfill in {month}"));
            (row.shown_name().into_owned(), format!("leads from {}{fill}", one.month))
        }
        InputPart::Reduction => {
            let one = inputs.reductions.get(place)?;
            (one.role.clone(), format!("{} FTE fewer from {}", one.fte, one.month))
        }
        InputPart::Target => {
            let one = inputs.targets.get(place)?;
            (one.role.clone(), format!("{} heads by {}", one.heads, one.month))
        }
        InputPart::Initiative => {
            let one = inputs.initiatives.get(place)?;
            let needs: Vec<_> = one.needs.iter().map(|need| format!("{} {}", need.fte, need.role)).collect();
            (one.name.clone(), format!("{} to {}: {}", one.from, one.to, needs.join(", ")))
        }
        InputPart::RunLoad => {
            let one = inputs.run_load.get(place)?;
            let (toil, away) = (one.toil_hours, one.elsewhere_hours);
            (one.role.clone(), format!("{} hours a month, toil {toil}, elsewhere {away}", one.hours))
        }
    })
}

#[allow(clippy::cast_possible_truncation)] // 0 to 100
fn whole_percent(share: f64) -> i32 {
    (share * 100.0).round() as i32
}
