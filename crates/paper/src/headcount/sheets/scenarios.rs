//! The gap of every scenario at the horizons, as values: each scenario rests on inputs of its own.

use domain::headcount::{HORIZONS, Inputs, Measure, forecast};

use super::Material;
use crate::headcount::grid::{Cell, Column, Grid, Look, Row};

/// The first is the scenario of the other sheets, as it left; then the others in their order.
pub fn table(made: &Material) -> Grid {
    let mut columns = vec![Column::given("Scenario", 30.0), Column::given("Role", 30.0)];
    for month in HORIZONS {
        columns.push(Column::given(&format!("Gap at month {month}"), 12.0));
        columns.push(Column::given("Rests on", 17.0));
    }
    let about = "Gaps in FTE when this worksheet was made. They do not follow changes made here.";
    let mut grid = Grid::new("Scenarios", "Scenarios side by side", about, columns);
    grid.frozen = 2;
    let this = (made.sheets.scenario, made.sheets.inputs);
    for (name, inputs) in std::iter::once(&this).chain(made.sheets.scenarios) {
        grid.rows.extend(rows(name, inputs));
    }
    grid
}

fn rows(name: &str, inputs: &Inputs) -> Vec<Row> {
    let forecast = forecast(inputs);
    let roles = std::iter::once(None).chain((0..forecast.roles.len()).map(Some));
    let row = |role: Option<usize>| {
        let shown = role.map_or("All roles", |role| &forecast.roles[role]);
        let mut cells = vec![Cell::text(name), Cell::text(shown)];
        for month in HORIZONS {
            if month > forecast.months {
                cells.extend([Cell::EMPTY, Cell::text("beyond the plan")]);
                continue;
            }
            let gap = forecast.value(Measure::Gap, role, month);
            let rests_on = if forecast.is_extrapolated(month) { "extrapolation" } else { "facts" };
            cells.extend([Cell::number(gap, Look::Tenth), Cell::text(rests_on)]);
        }
        Row { cells, is_total: role.is_none() }
    };
    roles.map(row).collect()
}
