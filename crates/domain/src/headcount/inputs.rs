//! Everything a forecast is made of, and nothing else: equal inputs give equal forecasts.

use std::collections::{BTreeSet, HashSet};

use super::{
    AssumptionKey, Assumptions, Initiative, Month, Promotion, Reduction, Requisition, RunLoad, StaffRow,
    Target, check_staff,
};
use crate::Refusal;

/// The longest a forecast may reach, in months.
pub const MOST_MONTHS: u32 = 120;
/// How far a plan reaches until somebody says otherwise, in months.
pub(super) const USUAL_MONTHS: u32 = 36;

/// Whether a forecast may reach so many months.
pub(super) fn check_reach(months: u32) -> Result<(), Refusal> {
    if (1..=MOST_MONTHS).contains(&months) {
        return Ok(());
    }
    Err(Refusal::new("headcount.reach", "A plan reaches 1 to 120 months.").next("Choose 36 for three years."))
}

/// What a forecast is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// The month that is month 0.
    pub starts: Month,
    /// The last month that is looked at, counted from the start; 36 reaches three years.
    pub months: u32,
    /// The last month that facts reach; none where all of it is known.
    pub known_until: Option<Month>,
    /// The people there are, and those who have signed.
    pub staff: Vec<StaffRow>,
    /// Who is to join.
    pub requisitions: Vec<Requisition>,
    /// Who is to lead.
    pub promotions: Vec<Promotion>,
    /// Where heads are taken away.
    pub reductions: Vec<Reduction>,
    /// How many heads are aimed for.
    pub targets: Vec<Target>,
    /// The work ahead.
    pub initiatives: Vec<Initiative>,
    /// The work that never ends.
    pub run_load: Vec<RunLoad>,
    /// What is assumed.
    pub assumptions: Assumptions,
}

impl Inputs {
    /// Inputs of nobody and nothing, over three years.
    pub fn empty(starts: Month) -> Self {
        Self {
            starts,
            months: USUAL_MONTHS,
            known_until: None,
            staff: Vec::new(),
            requisitions: Vec::new(),
            promotions: Vec::new(),
            reductions: Vec::new(),
            targets: Vec::new(),
            initiatives: Vec::new(),
            run_load: Vec::new(),
            assumptions: Assumptions::default(),
        }
    }

    /// What is assumed for a key.
    pub fn assumed(&self, key: AssumptionKey) -> f64 {
        self.assumptions.get(key)
    }

    /// How many months a month is after the start; below zero before it.
    pub fn index(&self, month: Month) -> i32 {
        month.since(self.starts)
    }

    /// Every role that is named anywhere, once, in the order of their names.
    pub fn roles(&self) -> Vec<String> {
        let staff = self.staff.iter().map(|row| &row.role);
        let joins = self.requisitions.iter().map(|requisition| &requisition.role);
        let fills = self.promotions.iter().filter_map(|promotion| promotion.backfill_role.as_ref());
        let fewer = self.reductions.iter().map(|reduction| &reduction.role);
        let aims = self.targets.iter().map(|target| &target.role);
        let needs = self.initiatives.iter().flat_map(|initiative| &initiative.needs).map(|need| &need.role);
        let run = self.run_load.iter().map(|load| &load.role);
        let named = staff.chain(joins).chain(fills).chain(fewer).chain(aims).chain(needs).chain(run);
        named.collect::<BTreeSet<_>>().into_iter().cloned().collect()
    }

    /// Whether a forecast may be made of them.
    ///
    /// # Errors
    /// Refuses a reach of no month or more than [`MOST_MONTHS`], what [`check_staff`] and [`Requisition::check`] refuse, a
    /// promotion of somebody who is not there, leads already or is promoted twice, an initiative that ends before it
    /// begins, and any hours, needs or targets below zero.
    pub fn check(&self) -> Result<(), Refusal> {
        let no = |rule, sentence: &str, next: &str| Err(Refusal::new(rule, sentence).next(next));
        check_reach(self.months)?;
        check_staff(&self.staff)?;
        self.requisitions.iter().try_for_each(|requisition| requisition.check(self.starts))?;
        let may_lead: HashSet<_> = self.staff.iter().filter(|row| !row.is_lead).map(|row| row.id).collect();
        let mut promoted = HashSet::new();
        for promotion in &self.promotions {
            if !may_lead.contains(&promotion.row) || !promoted.insert(promotion.row) {
                return no(
                    "headcount.promotion",
                    "Somebody cannot be promoted to lead: they lead already, or are not in the plan.",
                    "Take this promotion out, or choose another person.",
                );
            }
            let before = |month: Month| month < self.starts;
            if before(promotion.month) || promotion.backfill.is_some_and(before) {
                return no(
                    "headcount.start_past",
                    "Somebody would start before the plan does.",
                    "Choose a month of the plan.",
                );
            }
        }
        if self.initiatives.iter().any(|initiative| initiative.to < initiative.from) {
            return no(
                "headcount.initiative_months",
                "An initiative would end before it begins.",
                "Check both months.",
            );
        }
        let is_amount = |amount: &f64| *amount >= 0.0 && amount.is_finite();
        let needs = self.initiatives.iter().flat_map(|initiative| &initiative.needs).map(|need| need.fte);
        let loads = self.run_load.iter().flat_map(|load| [load.hours, load.toil_hours, load.elsewhere_hours]);
        let heads = self.targets.iter().map(|target| target.heads);
        let fewer = self.reductions.iter().map(|reduction| reduction.fte);
        if !needs.chain(loads).chain(heads).chain(fewer).all(|amount| is_amount(&amount)) {
            return no(
                "headcount.amount",
                "An amount is below zero, or no number.",
                "Write hours, heads and FTE as numbers from 0 on.",
            );
        }
        if self.run_load.iter().any(|load| load.toil_hours.max(load.elsewhere_hours) > load.hours + 1e-9) {
            return no(
                "headcount.parts",
                "A part of the hours is more than all of them.",
                "Check the toil, and what belongs elsewhere.",
            );
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::month::month;
    use super::super::sample;
    use super::*;
    use crate::StaffRowId;

    #[test]
    fn inputs_are_refused_by_their_rule() {
        let base = sample::inputs();
        assert_eq!(base.check(), Ok(()));
        assert_eq!(Inputs::empty(month("2026-11")).check(), Ok(()), "nobody and nothing");
        let with = |change: fn(&mut Inputs)| {
            let mut inputs = base.clone();
            change(&mut inputs);
            inputs.check().err().map_or("", |refusal| refusal.rule)
        };
        for (change, rule) in [
            ((|inputs| inputs.months = 0) as fn(&mut Inputs), "headcount.reach"),
            (|inputs| inputs.months = 121, "headcount.reach"),
            (|inputs| inputs.months = 120, ""),
            (|inputs| inputs.promotions[0].row = StaffRowId::make(), "headcount.promotion"),
            (|inputs| inputs.promotions.push(inputs.promotions[0].clone()), "headcount.promotion"),
            (|inputs| inputs.promotions[0].month = month("2026-10"), "headcount.start_past"),
            (|inputs| inputs.initiatives[0].to = month("2020-01"), "headcount.initiative_months"),
            (|inputs| inputs.run_load[0].hours = -1.0, "headcount.amount"),
            (|inputs| inputs.initiatives[0].needs[0].fte = f64::NAN, "headcount.amount"),
            (|inputs| inputs.run_load[0].toil_hours = 1e6, "headcount.parts"),
        ] {
            assert_eq!(with(change), rule);
        }
    }
}
