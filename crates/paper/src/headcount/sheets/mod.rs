//! Every table of the worksheet, in the order of its sheets.

use std::collections::HashMap;

use domain::StaffRowId;
use domain::headcount::{AssumptionKey, Forecast, StaffRow, forecast};

use super::Sheets;
use super::grid::Grid;

mod answers;
pub(super) mod assumptions;
mod joining;
mod months;
mod people;
mod scenarios;
pub(super) mod slices;
pub(super) mod summary;
mod work;

/// What the tables are made from.
pub(super) struct Material<'a> {
    pub sheets: &'a Sheets<'a>,
    pub forecast: Forecast,
    rows: HashMap<StaffRowId, &'a StaffRow>,
}

impl<'a> Material<'a> {
    pub fn of(sheets: &'a Sheets<'a>) -> Self {
        let rows = sheets.inputs.staff.iter().map(|row| (row.id, row)).collect();
        Self { sheets, forecast: forecast(sheets.inputs), rows }
    }

    fn row(&self, id: StaffRowId) -> Option<&'a StaffRow> {
        self.rows.get(&id).copied()
    }

    /// The number of a role in formulas, from 1; 0 for none.
    fn role_number(&self, name: &str) -> usize {
        self.forecast.role(name).map_or(0, |place| place + 1)
    }

    fn assumed(&self, key: AssumptionKey) -> f64 {
        self.sheets.inputs.assumed(key)
    }

    /// How many months after the start of the plan a month lies, where there is one.
    fn index(&self, month: domain::headcount::Month) -> f64 {
        f64::from(self.sheets.inputs.index(month))
    }
}

/// Every table.
pub(super) fn tables(made: &Material) -> Vec<Grid> {
    vec![
        summary::table(made),
        assumptions::table(made),
        people::table(made),
        joining::table(made),
        joining::reductions(made),
        work::table(made),
        months::demand(made),
        months::supply(made),
        months::gap(made),
        scenarios::table(made),
        answers::table(made),
        slices::table(made),
    ]
}

pub(super) use months::block;

/// The column of the first month on the sheets of demand, supply and gap, counted from 0.
pub(super) fn first_month() -> u16 {
    u16::try_from(months::BEFORE).unwrap_or(0)
}
