//! What is assumed: the cells that everything else follows.

use domain::headcount::{AssumptionKey, Unit};

use super::Material;
use crate::headcount::grid::{Allowed, Cell, Column, FIRST, Grid, Look, Row};
use crate::headcount::words;

/// What the sheet is called.
pub const SHEET: &str = "Assumptions";
/// The column of the values, counted from 0.
pub const VALUE: usize = 2;

/// One row each, in the order of [`AssumptionKey::ALL`]; then what formulas take from them.
pub fn table(made: &Material) -> Grid {
    let columns = vec![
        Column::given("Key", 22.0),
        Column::given("What is assumed", 58.0),
        Column::input("Value", 11.0, Allowed::Anything),
        Column::given("Unit", 17.0),
        Column::given("In the plan", 11.0),
        Column::given("Least", 9.0),
        Column::given("Most", 11.0),
        Column::given("Default", 9.0),
        Column::input("Where it comes from", 48.0, Allowed::Anything),
    ];
    let mut grid = Grid::new(
        SHEET,
        "Assumptions",
        "Change a value in the third column, and every sheet follows. Defaults are starting points and rest on no source.",
        columns,
    );
    grid.rows.extend(AssumptionKey::ALL.map(|key| row(made, key)));
    grid.rows.extend(taken_from_them(made));
    grid
}

/// The cell of a value, as a spreadsheet calls it.
pub fn cell_of(key: AssumptionKey) -> String {
    let row = FIRST as usize + key as usize;
    format!("{SHEET}!C{row}")
}

fn row(made: &Material, key: AssumptionKey) -> Row {
    let spec = key.spec();
    let look = if spec.unit == Unit::Share { Look::Percent } else { Look::Tenth };
    let number = |number| Cell::number(number, look);
    let source = made.sheets.sources.iter().find(|one| one.key == key);
    let source = source.map_or(words::DEFAULT, |one| &one.source);
    Row::of(vec![
        Cell::text(words::key(key)),
        Cell::prose(words::assumption(key)),
        number(made.assumed(key)),
        Cell::text(words::unit(spec.unit)),
        number(made.assumed(key)),
        number(spec.least),
        number(spec.most),
        number(spec.default),
        Cell::prose(source),
    ])
}

fn taken_from_them(made: &Material) -> [Row; 4] {
    use AssumptionKey::{Attrition, MonthsToHire, OfferAcceptance, TrainingMonths};
    let row = |key: &str, what: &str, cell: Cell, unit: &str| {
        Row::of(vec![Cell::text(key), Cell::prose(what), cell, Cell::text(unit)])
    };
    let search = made.assumed(MonthsToHire) / made.assumed(OfferAcceptance);
    [
        row(
            "kept_a_year",
            "Calculated: the share of employees who are still there after a year",
            Cell::formula("1-attrition", 1.0 - made.assumed(Attrition), Look::Percent),
            "share",
        ),
        row(
            "search_months",
            "Calculated: how many months before somebody starts the search for them begins",
            Cell::formula("ROUND(months_to_hire/offer_acceptance,0)", search.round(), Look::Tenth),
            "months",
        ),
        row(
            "training_whole_months",
            "Calculated: the months of training, rounded up to whole ones",
            Cell::formula("ROUNDUP(training_months,0)", made.assumed(TrainingMonths).ceil(), Look::Tenth),
            "months",
        ),
        row(
            "plan_start",
            "The first month of the plan. It is fixed: the headings do not follow it",
            Cell::month(made.sheets.inputs.starts),
            "month",
        ),
    ]
}

/// The names that formulas know a cell of the third column by: row by row.
pub fn names() -> impl Iterator<Item = &'static str> {
    let derived = ["kept_a_year", "search_months", "training_whole_months", "plan_start"];
    AssumptionKey::ALL.into_iter().map(words::key).chain(derived)
}
