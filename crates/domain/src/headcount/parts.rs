//! The smallest parts of a forecast: what one person, requisition or piece of work adds to one measure of one role.
//!
//! The forecast adds them up, the explanation lists them, and the simulation takes them without the chance of leaving.
//! Because all three walk the same parts, a number and its explanation cannot differ.

use serde::Serialize;

use super::joining::{Joining, joinings, search_months};
use super::tables::Tables;
use super::{AssumptionKey, Inputs, Measure, StaffKind, StaffRow};

/// What a part comes from: a place in the list of that name of [`Inputs`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// Somebody who is there: `staff`.
    Staff(usize),
    /// Somebody who is there and becomes a lead: `staff`.
    Promoted(usize),
    /// A requisition: `requisitions`.
    Requisition(usize),
    /// The backfill of a promotion: `promotions`.
    Backfill(usize),
    /// A reduction: `reductions`.
    Reduction(usize),
    /// An initiative: `initiatives`.
    Initiative(usize),
    /// The run load of a role: `run_load`.
    RunLoad(usize),
    /// Another measure of the same role and month, taken as it is or taken away.
    Measure(Measure),
}

/// A number that a part is multiplied with or divided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "HeadcountFactorKind"))]
#[serde(rename_all = "snake_case")]
pub enum Factor {
    /// FTE: a share of full time, or what an initiative takes.
    Fte,
    /// How many people.
    Count,
    /// Output beside that of an employee.
    Output,
    /// The share that a lead gives up.
    LeadLoss,
    /// Hours a month, or hours for one candidate.
    Hours,
    /// Candidates for one who joins.
    CandidatesPerHire,
    /// Divides: productive hours a month.
    ProductiveHours,
    /// Divides: months over which interviews are spread.
    InterviewMonths,
    /// The share of full output that a newcomer gives.
    Ramp,
    /// The share that is expected to be still there.
    Stays,
    /// The share that is expected to have left.
    Leaves,
    /// How much the run load has grown since the start.
    Growth,
    /// The value of another measure.
    Value,
}

impl Factor {
    /// Whether a part is divided by it.
    pub fn divides(self) -> bool {
        matches!(self, Self::ProductiveHours | Self::InterviewMonths)
    }
}

/// Factors applied from left to right, starting from 1.
pub(super) fn product(factors: &[(Factor, f64)]) -> f64 {
    factors.iter().fold(
        1.0,
        |so_far, (factor, value)| {
            if factor.divides() { so_far / value } else { so_far * value }
        },
    )
}

/// Whether somebody stays.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Stay {
    /// Until their end, if there is one.
    Sure,
    /// As attrition says, from a month on.
    Attrition { since: i32 },
    /// They leave in a month with a confidence, or stay for good.
    Own { at: i32, confidence: f64 },
}

/// One part. Months are counted from the start of the plan.
pub(super) struct Part<'a> {
    pub measure: Measure,
    pub role: usize,
    pub cause: Cause,
    /// What it amounts to before ramp, leaving and growth.
    pub factors: &'a [(Factor, f64)],
    /// The first month of it.
    pub from: i32,
    /// The first month without it.
    pub until: i32,
    /// The month from which its ramp counts.
    pub ramped_since: Option<i32>,
    pub stay: Stay,
    /// Whether it is about having left instead of still being there.
    pub is_gone: bool,
    pub grows: bool,
}

impl Part<'_> {
    /// A part that is certain, counts in every month, and amounts to 1 until its factors are set.
    fn of(measure: Measure, role: usize, cause: Cause) -> Self {
        Self {
            measure,
            role,
            cause,
            factors: &[],
            from: 0,
            until: i32::MAX,
            ramped_since: None,
            stay: Stay::Sure,
            is_gone: false,
            grows: false,
        }
    }

    /// The months in which it counts, within `0..=months`.
    pub fn range(&self, months: u32) -> std::ops::Range<usize> {
        let last = i32::try_from(months).unwrap_or(i32::MAX - 1) + 1;
        let place = |month: i32| usize::try_from(month.clamp(0, last)).unwrap_or(0);
        place(self.from)..place(self.until).max(place(self.from))
    }

    /// Its ramp in a month, where it has one.
    pub fn ramp(&self, tables: &Tables, month: i32) -> Option<f64> {
        self.ramped_since.map(|since| tables.ramp(month - since))
    }

    /// The share that stays or has left in a month, where that is not certain.
    pub fn chance(&self, tables: &Tables, month: i32) -> Option<f64> {
        let stays = match self.stay {
            Stay::Sure if self.is_gone => return Some(0.0),
            Stay::Sure => return None,
            Stay::Attrition { since } => tables.stays(month - since),
            Stay::Own { at, confidence } if month >= at => 1.0 - confidence,
            Stay::Own { .. } => 1.0,
        };
        Some(if self.is_gone { 1.0 - stays } else { stays })
    }

    /// How much it has grown by a month, where it grows.
    pub fn growth(&self, tables: &Tables, month: i32) -> Option<f64> {
        self.grows.then(|| tables.growth(month))
    }

    /// Its value in a month: amount × ramp × chance × growth, in this order, so that it is the same to the last digit
    /// wherever it is computed. `amount` is the product of its factors.
    pub fn value(&self, amount: f64, tables: &Tables, month: i32) -> f64 {
        let factors = [self.ramp(tables, month), self.chance(tables, month), self.growth(tables, month)];
        factors.into_iter().flatten().fold(amount, |so_far, factor| so_far * factor)
    }
}

/// Walks over every part, always in the same order: work, staff, joinings, reductions.
pub(super) fn walk(inputs: &Inputs, roles: &[String], mut visit: impl FnMut(&Part)) {
    let role = |name: &String| roles.binary_search(name).unwrap_or(0);
    walk_work(inputs, &role, &mut visit);
    walk_staff(inputs, &role, &mut visit);
    for joining in joinings(inputs) {
        walk_joining(inputs, &joining, [role(joining.role), role(joining.host)], &mut visit);
    }
    for (place, reduction) in inputs.reductions.iter().enumerate() {
        let (of, cause) = (role(&reduction.role), Cause::Reduction(place));
        let from = inputs.index(reduction.month);
        for (measure, fte) in [(Measure::Reduced, reduction.fte), (Measure::Heads, -reduction.fte)] {
            visit(&Part { factors: &[(Factor::Fte, fte)], from, ..Part::of(measure, of, cause) });
        }
    }
}

fn walk_work(inputs: &Inputs, role: &impl Fn(&String) -> usize, visit: &mut impl FnMut(&Part)) {
    for (place, initiative) in inputs.initiatives.iter().enumerate() {
        let (from, until) = (inputs.index(initiative.from), inputs.index(initiative.to) + 1);
        for need in &initiative.needs {
            let factors = &[(Factor::Fte, need.fte)];
            let base = Part::of(Measure::Initiatives, role(&need.role), Cause::Initiative(place));
            visit(&Part { factors, from, until, ..base });
        }
    }
    for (place, load) in inputs.run_load.iter().enumerate() {
        let factors = &[(Factor::Hours, load.hours), productive(inputs)];
        let base = Part::of(Measure::Run, role(&load.role), Cause::RunLoad(place));
        visit(&Part { factors, grows: true, ..base });
    }
}

fn walk_staff(inputs: &Inputs, role: &impl Fn(&String) -> usize, visit: &mut impl FnMut(&Part)) {
    let leads_from = leads_from(inputs);
    for (place, row) in inputs.staff.iter().enumerate() {
        let from = inputs.index(row.starts);
        let stay = stay_of(inputs, row, from);
        let output = (Factor::Output, output(inputs, row.kind));
        let full = &[(Factor::Fte, row.fte), output];
        let there = |measure| Part { from, stay, ..Part::of(measure, role(&row.role), Cause::Staff(place)) };
        let people = Part { factors: full, ramped_since: Some(from), ..there(Measure::People) };
        visit(&Part { stay: Stay::Sure, ..people });
        visit(&Part { measure: Measure::Leavers, is_gone: true, ..people });
        visit(&Part { factors: &[(Factor::Count, 1.0)], ..there(Measure::Heads) });
        if let Some((from, cause)) = leads_from[place] {
            let factors = &[full[0], output, (Factor::LeadLoss, inputs.assumed(AssumptionKey::LeadLoss))];
            visit(&Part { measure: Measure::LeadLoss, factors, from, cause, ..people });
        }
        visit_care(inputs, row.kind, 1.0, there(Measure::Guidance), visit);
    }
}

fn walk_joining(inputs: &Inputs, joining: &Joining, [role, host]: [usize; 2], visit: &mut impl FnMut(&Part)) {
    let (from, until, kind) = (joining.start, joining.until, joining.kind.staff());
    let stay = match kind {
        StaffKind::Employee => Stay::Attrition { since: from },
        StaffKind::Contractor | StaffKind::Intern => Stay::Sure,
    };
    let count = (Factor::Count, f64::from(joining.count));
    let there = |measure, role| Part { from, until, stay, ..Part::of(measure, role, joining.cause) };
    let factors = &[count, (Factor::Output, output(inputs, kind))];
    visit(&Part { factors, ramped_since: Some(from), ..there(Measure::Joined, role) });
    visit(&Part { factors: &[count], ..there(Measure::Heads, role) });
    if joining.kind.is_recruited() {
        let (opens, closes) = joining.interviews(search_months(inputs));
        let factors = &[
            count,
            (Factor::CandidatesPerHire, inputs.assumed(AssumptionKey::CandidatesPerHire)),
            (Factor::Hours, inputs.assumed(AssumptionKey::HoursPerCandidate)),
            (Factor::InterviewMonths, f64::from(closes - opens)),
            productive(inputs),
        ];
        let base = Part::of(Measure::Interviews, host, joining.cause);
        visit(&Part { factors, from: opens, until: closes, ..base });
    }
    visit_care(inputs, kind, f64::from(joining.count), there(Measure::Guidance, host), visit);
}

fn productive(inputs: &Inputs) -> (Factor, f64) {
    (Factor::ProductiveHours, inputs.assumed(AssumptionKey::ProductiveHours))
}

/// The hours that others give to somebody: guidance for interns and contractors, training for new employees.
fn visit_care(inputs: &Inputs, kind: StaffKind, count: f64, there: Part, visit: &mut impl FnMut(&Part)) {
    let (measure, hours, until) = match kind {
        StaffKind::Intern => (Measure::Guidance, AssumptionKey::InternGuidance, there.until),
        StaffKind::Contractor => (Measure::Guidance, AssumptionKey::ContractorGuidance, there.until),
        StaffKind::Employee => {
            let until = there.from.saturating_add(training_months(inputs)).min(there.until);
            (Measure::Training, AssumptionKey::TrainingHours, until)
        }
    };
    let factors = &[(Factor::Count, count), (Factor::Hours, inputs.assumed(hours)), productive(inputs)];
    visit(&Part { measure, factors, until, ..there });
}

/// The output of somebody beside that of an employee.
pub(super) fn output(inputs: &Inputs, kind: StaffKind) -> f64 {
    match kind {
        StaffKind::Employee => 1.0,
        StaffKind::Contractor => inputs.assumed(AssumptionKey::ContractorOutput),
        StaffKind::Intern => inputs.assumed(AssumptionKey::InternOutput),
    }
}

/// For how many whole months a newcomer is trained, rounded up.
#[allow(clippy::cast_possible_truncation)] // 0 to 36
pub(super) fn training_months(inputs: &Inputs) -> i32 {
    inputs.assumed(AssumptionKey::TrainingMonths).ceil() as i32
}

/// From when each of the staff leads, and what makes it so.
fn leads_from(inputs: &Inputs) -> Vec<Option<(i32, Cause)>> {
    let places: std::collections::HashMap<_, _> =
        inputs.staff.iter().enumerate().map(|(place, row)| (row.id, place)).collect();
    let of = |(place, row): (usize, &StaffRow)| {
        row.is_lead.then(|| (inputs.index(row.starts), Cause::Staff(place)))
    };
    let mut found: Vec<_> = inputs.staff.iter().enumerate().map(of).collect();
    for promotion in &inputs.promotions {
        if let Some(&place) = places.get(&promotion.row) {
            // Nobody leads before they are there.
            let month = inputs.index(promotion.month.max(inputs.staff[place].starts));
            found[place].get_or_insert((month, Cause::Promoted(place)));
        }
    }
    found
}

/// Whether somebody who is there stays: by what is known of them, else by attrition, which is for employees only.
pub(super) fn stay_of(inputs: &Inputs, row: &StaffRow, from: i32) -> Stay {
    match (row.leaves_by, row.kind) {
        (Some(leaving), _) => Stay::Own { at: inputs.index(leaving.month), confidence: leaving.confidence },
        (None, StaffKind::Employee) => Stay::Attrition { since: from.max(0) },
        (None, _) => Stay::Sure,
    }
}
