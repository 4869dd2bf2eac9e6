//! Demand, supply and gap for each role and month, without chance: every number is an expected value.

use super::parts::{product, walk};
use super::tables::Tables;
use super::{Inputs, Measure, Month};

/// The months at which a plan is always looked at.
pub const HORIZONS: [u32; 3] = [12, 24, 36];

/// The numbers of a plan. Month 0 is the month it starts in.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// Month 0.
    pub starts: Month,
    /// The last month, counted from the start.
    pub months: u32,
    /// The first month that is extrapolated, counted from the start; none where all is known.
    pub extrapolated_from: Option<u32>,
    /// The roles, in the order of their names.
    pub roles: Vec<String>,
    /// For each measure, for each role, for each month: one number.
    cells: Vec<f64>,
}

impl Forecast {
    fn width(&self) -> usize {
        self.months as usize + 1
    }

    /// The place of a role.
    pub fn role(&self, name: &str) -> Option<usize> {
        self.roles.binary_search_by(|role| role.as_str().cmp(name)).ok()
    }

    /// A measure of a role, a number a month from month 0 on; empty for a role that is not there.
    pub fn line(&self, measure: Measure, role: usize) -> &[f64] {
        if role >= self.roles.len() {
            return &[];
        }
        let from = (measure as usize * self.roles.len() + role) * self.width();
        &self.cells[from..from + self.width()]
    }

    /// A measure of a role in a month; 0 outside.
    pub fn cell(&self, measure: Measure, role: usize, month: u32) -> f64 {
        self.line(measure, role).get(month as usize).copied().unwrap_or(0.0)
    }

    /// A measure of all roles in a month: the roles' cells, added in their order.
    pub fn total(&self, measure: Measure, month: u32) -> f64 {
        (0..self.roles.len()).fold(0.0, |sum, role| sum + self.cell(measure, role, month))
    }

    /// A measure of one role, or of all where there is none.
    pub fn value(&self, measure: Measure, role: Option<usize>, month: u32) -> f64 {
        match role {
            Some(role) => self.cell(measure, role, month),
            None => self.total(measure, month),
        }
    }

    /// Whether a month lies beyond what facts reach. Such a number is never shown as committed.
    pub fn is_extrapolated(&self, month: u32) -> bool {
        self.extrapolated_from.is_some_and(|from| month >= from)
    }

    /// Whether a role has less than nothing left in a month: interviews, guidance, training and leading take more than its
    /// people have. Such a plan has to be thought over.
    pub fn needs_rethinking(&self, role: usize, month: u32) -> bool {
        self.cell(Measure::Supply, role, month) < 0.0
    }

    /// Every role and month that needs rethinking, role by role.
    pub fn rethinks(&self) -> Vec<(usize, u32)> {
        let all = (0..self.roles.len()).flat_map(|role| (0..=self.months).map(move |month| (role, month)));
        all.filter(|&(role, month)| self.needs_rethinking(role, month)).collect()
    }

    /// The horizons that it reaches.
    pub fn horizons(&self) -> impl Iterator<Item = u32> {
        let months = self.months;
        HORIZONS.into_iter().filter(move |horizon| *horizon <= months)
    }
}

/// Makes the forecast of inputs that [`Inputs::check`] accepts. It works for nobody as well as for thousands.
///
/// A cell is the sum of its parts: what each person, requisition and piece of work adds, which [`super::why()`] lists. Demand,
/// supply and gap are then sums of other measures ([`Measure::terms`]). All numbers are added in one fixed order.
pub fn forecast(inputs: &Inputs) -> Forecast {
    let roles = inputs.roles();
    let width = inputs.months as usize + 1;
    let plane = roles.len() * width;
    let tables = Tables::of(inputs);
    let mut cells = vec![0.0; Measure::ALL.len() * plane];
    walk(inputs, &roles, |part| {
        let amount = product(part.factors);
        let line = part.measure as usize * plane + part.role * width;
        let range = part.range(inputs.months);
        let first = i32::try_from(range.start).unwrap_or(0);
        for (month, cell) in (first..).zip(&mut cells[line..line + width][range]) {
            *cell += part.value(amount, &tables, month);
        }
    });
    for measure in Measure::ALL.into_iter().filter(|measure| !measure.terms().is_empty()) {
        let (before, rest) = cells.split_at_mut(measure as usize * plane);
        for (sign, term) in measure.terms() {
            let term = &before[*term as usize * plane..][..plane];
            for (cell, value) in rest[..plane].iter_mut().zip(term) {
                *cell += sign * value;
            }
        }
    }
    let extrapolated_from =
        inputs.known_until.map(|known| u32::try_from(inputs.index(known) + 1).unwrap_or(0));
    Forecast { starts: inputs.starts, months: inputs.months, extrapolated_from, roles, cells }
}

#[cfg(test)]
#[path = "forecast_tests.rs"]
mod tests;
