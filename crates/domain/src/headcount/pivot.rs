//! Hours by any two sides of a slice, with totals.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{LoadKind, LoadSlice, Month};
use crate::StaffRowId;

/// A side by which work is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Axis {
    /// By team.
    Team,
    /// By person.
    Person,
    /// By the level that the work asks for.
    Level,
    /// By kind.
    Kind,
    /// By month.
    Month,
    /// By whether it belongs here.
    BelongsHere,
}

/// What one row or column stands for. Keys of one axis are ordered: texts by code point, people by when their row was
/// made with nobody first, kinds as [`LoadKind::ALL`], months by time, what belongs elsewhere before what belongs here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AxisKey<'a> {
    /// A team or a level.
    Text(&'a str),
    /// A person, or nobody named.
    Person(Option<StaffRowId>),
    /// A kind.
    Kind(LoadKind),
    /// A month.
    Month(Month),
    /// Whether it belongs here.
    BelongsHere(bool),
}

impl Axis {
    /// Where a slice falls on this axis.
    pub fn key(self, slice: &LoadSlice) -> AxisKey<'_> {
        match self {
            Self::Team => AxisKey::Text(&slice.team),
            Self::Person => AxisKey::Person(slice.person),
            Self::Level => AxisKey::Text(&slice.level_needed),
            Self::Kind => AxisKey::Kind(slice.kind),
            Self::Month => AxisKey::Month(slice.month),
            Self::BelongsHere => AxisKey::BelongsHere(slice.belongs_here),
        }
    }
}

/// Hours by two axes. Only keys that occur have a row or a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Pivot<'a> {
    /// The rows' keys, in their order.
    pub rows: Vec<AxisKey<'a>>,
    /// The columns' keys, in their order.
    pub columns: Vec<AxisKey<'a>>,
    /// Hours, row by row: `rows × columns` cells.
    pub cells: Vec<f64>,
    /// Hours of each row: its cells added from left to right.
    pub row_totals: Vec<f64>,
    /// Hours of each column: its cells added from top to bottom.
    pub column_totals: Vec<f64>,
    /// All hours: the rows' totals added from top to bottom.
    pub total: f64,
}

impl Pivot<'_> {
    /// The hours of one cell; 0 outside.
    pub fn cell(&self, row: usize, column: usize) -> f64 {
        if column >= self.columns.len() {
            return 0.0;
        }
        self.cells.get(row * self.columns.len() + column).copied().unwrap_or(0.0)
    }
}

/// Keys in the order they were met, each with its number.
struct Interned<'a> {
    numbers: HashMap<AxisKey<'a>, usize>,
    keys: Vec<AxisKey<'a>>,
    /// The key before, and its number: slices often come in runs.
    last: Option<(AxisKey<'a>, usize)>,
}

impl<'a> Interned<'a> {
    fn new() -> Self {
        Self { numbers: HashMap::new(), keys: Vec::new(), last: None }
    }

    fn number(&mut self, key: AxisKey<'a>) -> usize {
        if let Some((last, number)) = self.last
            && last == key
        {
            return number;
        }
        let next = self.keys.len();
        let number = *self.numbers.entry(key).or_insert(next);
        if number == next {
            self.keys.push(key);
        }
        self.last = Some((key, number));
        number
    }

    /// For each place in the keys' order, the number met there.
    fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.keys.len()).collect();
        order.sort_by_key(|&number| self.keys[number]);
        order
    }
}

/// Looks at work by two axes, in one pass over the slices.
pub fn pivot(slices: &[LoadSlice], rows: Axis, columns: Axis) -> Pivot<'_> {
    let (mut down, mut across) = (Interned::new(), Interned::new());
    // A row each, as long as the columns it has met.
    let mut met: Vec<Vec<f64>> = Vec::new();
    for slice in slices {
        let row = down.number(rows.key(slice));
        let column = across.number(columns.key(slice));
        if row == met.len() {
            met.push(Vec::new());
        }
        let cells = &mut met[row];
        if column >= cells.len() {
            cells.resize(column + 1, 0.0);
        }
        cells[column] += slice.hours;
    }
    let (row_order, column_order) = (down.order(), across.order());
    let width = column_order.len();
    let mut found = Pivot {
        rows: row_order.iter().map(|&row| down.keys[row]).collect(),
        columns: column_order.iter().map(|&column| across.keys[column]).collect(),
        cells: Vec::with_capacity(row_order.len() * width),
        row_totals: Vec::with_capacity(row_order.len()),
        column_totals: vec![0.0; width],
        total: 0.0,
    };
    for &row in &row_order {
        let mut row_total = 0.0;
        for (place, &column) in column_order.iter().enumerate() {
            let hours = met[row].get(column).copied().unwrap_or(0.0);
            found.cells.push(hours);
            row_total += hours;
            found.column_totals[place] += hours;
        }
        found.row_totals.push(row_total);
        found.total += row_total;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::month::month;
    use super::*;

    const AXES: [Axis; 6] =
        [Axis::Team, Axis::Person, Axis::Level, Axis::Kind, Axis::Month, Axis::BelongsHere];

    fn slice(team: &str, level: &str, text: &str, kind: LoadKind, hours: f64) -> LoadSlice {
        LoadSlice {
            team: team.into(),
            person: None,
            month: month(text),
            kind,
            level_needed: level.into(),
            hours,
            belongs_here: level != "other",
        }
    }

    #[test]
    fn f5_work_is_looked_at_by_any_two_sides() {
        let slices = [
            slice("Storage", "senior", "2026-11", LoadKind::Toil, 3.0),
            slice("Network", "junior", "2026-10", LoadKind::Technical, 5.0),
            slice("Storage", "junior", "2026-10", LoadKind::Toil, 7.0),
            slice("Storage", "senior", "2026-11", LoadKind::Toil, 1.0),
        ];
        let found = pivot(&slices, Axis::Team, Axis::Level);
        assert_eq!(found.rows, [AxisKey::Text("Network"), AxisKey::Text("Storage")]);
        assert_eq!(found.columns, [AxisKey::Text("junior"), AxisKey::Text("senior")]);
        assert_eq!(found.cells, [5.0, 0.0, 7.0, 4.0]);
        assert_eq!((found.row_totals, found.column_totals), (vec![5.0, 11.0], vec![12.0, 4.0]));
        let found = pivot(&slices, Axis::Month, Axis::Kind);
        assert_eq!(found.rows, [AxisKey::Month(month("2026-10")), AxisKey::Month(month("2026-11"))]);
        assert_eq!(found.cells, [5.0, 7.0, 0.0, 4.0]);
    }

    #[test]
    fn f5_every_pivot_adds_up_and_turning_it_changes_no_cell() {
        let slices: Vec<_> = (0..500_u32)
            .map(|at| {
                let kind = LoadKind::ALL[(at % 4) as usize];
                let mut one = slice(
                    ["Storage", "Network", "Web"][(at % 3) as usize],
                    ["senior", "junior", "other"][(at / 7 % 3) as usize],
                    ["2026-09", "2026-11", "2026-10"][(at / 5 % 3) as usize],
                    kind,
                    f64::from(at),
                );
                one.person = (at % 2 == 0).then(|| StaffRowId(uuid::Uuid::from_u128(u128::from(at % 6))));
                one
            })
            .collect();
        for rows in AXES {
            for columns in AXES {
                let (found, turned) = (pivot(&slices, rows, columns), pivot(&slices, columns, rows));
                assert!((found.total - 124_750.0).abs() < 1e-6, "{rows:?} {columns:?}");
                assert!(found.rows.is_sorted() && found.columns.is_sorted());
                for row in 0..found.rows.len() {
                    for column in 0..found.columns.len() {
                        assert_eq!(found.cell(row, column).to_bits(), turned.cell(column, row).to_bits());
                    }
                }
            }
        }
        assert_eq!(pivot(&[], Axis::Team, Axis::Month).total.to_bits(), 0.0_f64.to_bits());
    }
}
