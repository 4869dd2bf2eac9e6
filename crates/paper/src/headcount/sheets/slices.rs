//! The work there is now in slices, one row each, ready for a pivot table.

use super::Material;
use crate::headcount::grid::{Cell, Column, Grid, Look, Row};
use crate::headcount::words;

/// What the sheet is called.
pub const SHEET: &str = "Data";

/// One row for each slice, in their order. People are called as everywhere else; a slice of nobody has an empty cell.
pub fn table(made: &Material) -> Grid {
    let columns = vec![
        Column::given("Team", 26.0),
        Column::given("Person", 22.0),
        Column::given("Month", 10.0),
        Column::given("Kind", 12.0),
        Column::given("Level needed", 26.0),
        Column::given("Hours", 11.0),
        Column::given("Belongs here", 10.0),
    ];
    let about = "Hours of work, a row for each slice. Choose the table and insert a pivot table to look at it from any side.";
    let mut grid = Grid::new(SHEET, "The work there is now", about, columns);
    let rows = made.sheets.slices.iter().map(|slice| {
        let person = slice.person.map(|id| {
            made.row(id).map_or_else(|| "Not in this plan".to_owned(), |row| row.shown_name().into_owned())
        });
        Row::of(vec![
            Cell::text(slice.team.as_str()),
            Cell::text(person.unwrap_or_default()),
            Cell::month(slice.month),
            Cell::text(words::load_kind(slice.kind)),
            Cell::text(slice.level_needed.as_str()),
            Cell::number(slice.hours, Look::Tenth),
            Cell::text(if slice.belongs_here { "Yes" } else { "No" }),
        ])
    });
    grid.rows = rows.collect();
    grid
}
