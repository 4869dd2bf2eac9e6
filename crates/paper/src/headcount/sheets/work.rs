//! The work that never ends, and the work ahead.

use domain::headcount::AssumptionKey;

use super::Material;
use crate::headcount::formulas::{NEVER, months_after_start, role_number};
use crate::headcount::grid::{Allowed, Cell, Column, FIRST, Grid, Look, Row};

/// The words by which formulas tell run load from initiatives.
const RUN_LOAD: &str = "Run load";
const INITIATIVE: &str = "Initiative";

/// Run load, a row for each role; then initiatives, a row for each role that they take.
pub fn table(made: &Material) -> Grid {
    let amount = Allowed::Between(0.0, 1e9);
    let columns = vec![
        Column::given("What", 12.0),
        Column::given("Called", 32.0),
        Column::input("Role", 28.0, Allowed::Anything),
        Column::input("Hours a month", 11.0, amount.clone()),
        Column::given("Of which toil", 11.0),
        Column::given("Of which belong elsewhere", 12.0),
        Column::input("FTE a month", 10.0, amount),
        Column::input("First month", 10.0, Allowed::Anything),
        Column::input("Last month", 10.0, Allowed::Anything),
        Column::computed("Role number", 8.0).named("work_role"),
        Column::computed("Never ends", 8.0).named("work_runs"),
        Column::computed("From month", 8.0).named("work_from"),
        Column::computed("To month", 8.0).named("work_to"),
        Column::computed("FTE at the start", 9.0).named("work_fte"),
    ];
    let about =
        "Run load is counted in hours, initiatives in FTE. Change hours, FTE or months, and the gap follows.";
    let mut grid = Grid::new("Work", "The work there is and the work ahead", about, columns);
    (grid.frozen, grid.printed) = (2, 9);
    let inputs = made.sheets.inputs;
    let productive = made.assumed(AssumptionKey::ProductiveHours);
    let mut at = FIRST - 1;
    let mut calculated = |role: &str, runs: bool, [from, to]: [Option<domain::headcount::Month>; 2], fte| {
        at += 1;
        [
            role_number(&format!("C{at}"), made.role_number(role)),
            Cell::formula(format!("IF(A{at}=\"{RUN_LOAD}\",1,0)"), f64::from(u8::from(runs)), Look::Whole),
            months_after_start(&format!("H{at}"), from, inputs.starts, -NEVER),
            months_after_start(&format!("I{at}"), to, inputs.starts, NEVER),
            Cell::formula(format!("IF(K{at}=1,D{at}/productive_hours,G{at})"), fte, Look::Tenth),
        ]
    };
    for load in &inputs.run_load {
        let given = [
            Cell::text(RUN_LOAD),
            Cell::EMPTY,
            Cell::text(&load.role),
            Cell::number(load.hours, Look::Tenth),
            Cell::number(load.toil_hours, Look::Tenth),
            Cell::number(load.elsewhere_hours, Look::Tenth),
            Cell::EMPTY,
            Cell::EMPTY,
            Cell::EMPTY,
        ];
        let calculated = calculated(&load.role, true, [None, None], load.hours / productive);
        grid.rows.push(Row::of(given.into_iter().chain(calculated).collect()));
    }
    for one in &inputs.initiatives {
        for need in &one.needs {
            let given = [
                Cell::text(INITIATIVE),
                Cell::prose(&one.name),
                Cell::text(&need.role),
                Cell::EMPTY,
                Cell::EMPTY,
                Cell::EMPTY,
                Cell::number(need.fte, Look::Tenth),
                Cell::month(one.from),
                Cell::month(one.to),
            ];
            let calculated = calculated(&need.role, false, [Some(one.from), Some(one.to)], need.fte);
            grid.rows.push(Row::of(given.into_iter().chain(calculated).collect()));
        }
    }
    grid
}
