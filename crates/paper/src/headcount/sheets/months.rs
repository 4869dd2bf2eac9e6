//! Demand, supply and gap: roles down, months across, each cell a formula over the rows of the other sheets.

use domain::headcount::Measure;

use super::Material;
use crate::headcount::formulas::{At, Block, measure};
use crate::headcount::grid::{Cell, Column, FIRST, Grid, Look, Row, letters};
use crate::headcount::words;

/// The columns before the months: the number of the role, what is counted, the role.
pub const BEFORE: usize = 3;

const DEMAND: [Measure; 3] = [Measure::Demand, Measure::Initiatives, Measure::Run];
const SUPPLY: [Measure; 10] = [
    Measure::Supply,
    Measure::People,
    Measure::Leavers,
    Measure::Joined,
    Measure::Reduced,
    Measure::Interviews,
    Measure::Guidance,
    Measure::Training,
    Measure::LeadLoss,
    Measure::Heads,
];
const GAP: [Measure; 1] = [Measure::Gap];

/// The sheets of demand, supply and gap, and what each counts, block below block.
const SHEETS: [(&str, &[Measure]); 3] = [("Demand", &DEMAND), ("Supply", &SUPPLY), ("Gap", &GAP)];

/// Where the rows of a measure stand.
pub fn block(made: &Material, of: Measure) -> Block {
    let height = u32::try_from(made.forecast.roles.len()).unwrap_or(0) + 1;
    let mut found = Block { sheet: SHEETS[0].0, total: FIRST };
    for (sheet, measures) in SHEETS {
        if let Some(place) = measures.iter().position(|measure| *measure == of) {
            found = Block { sheet, total: FIRST + u32::try_from(place).unwrap_or(0) * height };
        }
    }
    found
}

pub fn demand(made: &Material) -> Grid {
    table(made, SHEETS[0], "Demand: the work, in FTE", "Initiatives, and run load as it grows or shrinks.")
}

pub fn supply(made: &Material) -> Grid {
    let about = "People less leavers, with those who joined, less everything that takes from their time. \
                 Heads count each person as one. A supply below zero means that the plan has to be thought over.";
    table(made, SHEETS[1], "Supply: the people, in FTE", about)
}

pub fn gap(made: &Material) -> Grid {
    let about = "Demand less supply. Above zero people are missing, below zero work is.";
    table(made, SHEETS[2], "Gap: the work less the people, in FTE", about)
}

fn table(made: &Material, (sheet, measures): (&'static str, &[Measure]), title: &str, about: &str) -> Grid {
    let forecast = &made.forecast;
    let mut columns =
        vec![Column::given("No.", 5.0), Column::given("What", 17.0), Column::given("Role", 27.0)];
    columns.extend((0..=forecast.months).map(|month| {
        let is_extrapolated = forecast.is_extrapolated(month);
        let name = forecast.starts.plus(i32::try_from(month).unwrap_or(0)).to_string();
        let heading = if is_extrapolated { format!("~{name}") } else { name };
        Column { month: Some(month), is_extrapolated, ..Column::computed(&heading, 8.5) }
    }));
    let mark = match made.sheets.inputs.known_until.filter(|_| columns.iter().any(|one| one.is_extrapolated))
    {
        Some(known) => {
            format!(" Facts reach until {known}; numbers with ~ are extrapolated, and promise nothing.")
        }
        None => String::new(),
    };
    let mut grid = Grid::new(sheet, title, &format!("{about}{mark}"), columns);
    grid.frozen = 3;
    for &measure in measures {
        grid.rows.push(total(made, measure));
        grid.rows.extend((0..forecast.roles.len()).map(|role| row(made, measure, role)));
    }
    grid
}

fn heads_of_row(number: f64, of: Measure, role: &str) -> Vec<Cell> {
    vec![Cell::whole(number), Cell::text(words::measure(of)), Cell::text(role)]
}

fn total(made: &Material, of: Measure) -> Row {
    let roles = made.forecast.roles.len();
    let block = block(made, of);
    let mut cells = heads_of_row(0.0, of, "All roles");
    cells.extend((0..=made.forecast.months).zip(BEFORE..).map(|(month, column)| {
        let column = letters(column);
        let number = made.forecast.total(of, month);
        if roles == 0 {
            return Cell::number(number, Look::Tenth);
        }
        let (first, last) = (block.row(0), block.row(roles - 1));
        Cell::formula(format!("SUM({column}{first}:{column}{last})"), number, Look::Tenth)
    }));
    Row { cells, is_total: true }
}

fn row(made: &Material, of: Measure, role: usize) -> Row {
    let mut cells =
        heads_of_row(f64::from(u32::try_from(role).unwrap_or(0) + 1), of, &made.forecast.roles[role]);
    let block = |measure| block(made, measure);
    cells.extend((0..=made.forecast.months).zip(BEFORE..).map(|(month, column)| {
        let at = At { column, role, block: &block };
        Cell::formula(measure(of, &at), made.forecast.cell(of, role, month), Look::Tenth)
    }));
    Row::of(cells)
}
