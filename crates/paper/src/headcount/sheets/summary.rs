//! The first sheet: what the plan comes to.

use domain::headcount::{Measure, outlook};
use sha2::{Digest, Sha256};

use super::Material;
use super::months::{BEFORE, block};
use crate::headcount::formulas::Block;
use crate::headcount::grid::{Cell, Column, Grid, Look, Purpose, Row, Value, letters};

/// What the sheet is called.
pub const SHEET: &str = "Summary";
/// The row of the headings, counted from 0: above it stand the lines about the plan and the chart.
pub const HEADINGS: u32 = 28;
/// The first row of the chart, counted from 0.
pub const CHART: u32 = 7;
/// What the line begins with that tells of which inputs a worksheet is made.
pub const MADE_OF: &str = "Made of the inputs ";

/// The roles side by side at each horizon.
pub fn table(made: &Material) -> Grid {
    let (inputs, forecast) = (made.sheets.inputs, &made.forecast);
    let mut columns = vec![Column::given("Role", 30.0), Column::computed("Heads now", 9.0)];
    let looks: Vec<_> = horizons(made).map(|month| outlook(inputs, forecast, month)).collect();
    for look in &looks {
        let month = forecast.starts.plus(i32::try_from(look.month).unwrap_or(0));
        let mark = if look.is_extrapolated { "~" } else { "" };
        for what in ["Demand", "Supply", "Gap", "Heads", "Aimed for"] {
            let heading = format!("{mark}{month}\n{what}");
            let is_extrapolated = look.is_extrapolated;
            columns.push(Column { is_extrapolated, ..Column::computed(&heading, 9.0) });
        }
    }
    let title = format!("Headcount plan: {}", made.sheets.organisation);
    let mut grid = Grid::new(SHEET, title, "", columns);
    (grid.headings, grid.about) = (HEADINGS, about(made));
    grid.rows.push(Row { cells: cells(made, &looks, None), is_total: true });
    grid.rows.extend((0..forecast.roles.len()).map(|role| Row::of(cells(made, &looks, Some(role)))));
    grid
}

/// The horizons that the plan reaches, or its last month where it reaches none.
fn horizons(made: &Material) -> impl Iterator<Item = u32> {
    let last = made.forecast.horizons().next().is_none().then_some(made.forecast.months);
    made.forecast.horizons().chain(last)
}

fn about(made: &Material) -> Vec<String> {
    let inputs = made.sheets.inputs;
    let last = inputs.starts.plus(i32::try_from(inputs.months).unwrap_or(0));
    let facts = inputs.known_until.filter(|known| *known < last).map_or_else(
        || "Facts reach as far as the plan.".to_owned(),
        |known| {
            format!(
                "Facts reach until {known}; numbers with ~ before them are extrapolated, and promise nothing."
            )
        },
    );
    vec![
        format!(
            "Scenario “{}”, version {}, made on {}.",
            made.sheets.scenario, made.sheets.version, made.sheets.on
        ),
        format!("From {} to {last}. {facts}", inputs.starts),
        "All numbers are expected values in full-time equivalents (FTE). A gap above zero: people are missing. Below zero: work is."
            .to_owned(),
        "The numbers are formulas: change an assumption, a requisition or the work in its sheet, and they follow.".to_owned(),
    ]
}

fn cells(made: &Material, looks: &[domain::headcount::Outlook], role: Option<usize>) -> Vec<Cell> {
    let name = role.map_or("All roles", |role| &made.forecast.roles[role]);
    let number = |measure, month: u32| {
        let Block { sheet, .. } = block(made, measure);
        let row = role.map_or_else(|| block(made, measure).total, |role| block(made, measure).row(role));
        let column = letters(BEFORE + month as usize);
        Cell::formula(
            format!("{sheet}!{column}{row}"),
            made.forecast.value(measure, role, month),
            Look::Tenth,
        )
    };
    let mut cells = vec![Cell::text(name), number(Measure::Heads, 0)];
    for look in looks {
        let measures = [Measure::Demand, Measure::Supply, Measure::Gap, Measure::Heads];
        cells.extend(measures.map(|measure| number(measure, look.month)));
        let target = role.map_or(look.all.target, |role| look.roles[role].target);
        cells.push(target.map_or(Cell::EMPTY, |heads| Cell::number(heads, Look::Tenth)));
    }
    cells
}

/// The line that tells of which inputs a worksheet is made: a hash of everything in the tables that is not calculated
/// and no assumption. An edited copy carries it back.
pub fn made_of(made: &Material, grids: &[Grid]) -> String {
    let inputs = made.sheets.inputs;
    let mut hash = Sha256::new();
    let mut take = |text: &str| {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
    };
    take(&format!("{} {} {:?}", inputs.starts, inputs.months, inputs.known_until));
    let are_inputs = |grid: &&Grid| ["People", "Joining", "Reductions", "Work"].contains(&grid.sheet);
    for grid in grids.iter().filter(are_inputs) {
        take(grid.sheet);
        for row in &grid.rows {
            for (cell, _) in
                row.cells.iter().zip(&grid.columns).filter(|(_, column)| column.purpose != Purpose::Computed)
            {
                match &cell.value {
                    Value::Empty | Value::Formula(..) => take(""),
                    Value::Text(text) => take(text),
                    Value::Number(number) => take(&format!("{:x}", number.to_bits())),
                    Value::Month(month) => take(&month.to_string()),
                }
            }
        }
    }
    let found: String = hash.finalize().iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    format!("{MADE_OF}{found}.")
}
