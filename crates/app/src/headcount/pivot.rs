//! The work of a plan by any two of its sides.

use domain::PlanId;
use domain::headcount::{Axis, AxisKey, LoadKind, pivot};
use serde::{Deserialize, Serialize};

use super::whole::Whole;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// Adds up the hours of a plan's work by two of its sides.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Pivoted {
    /// Of which plan.
    pub id: PlanId,
    /// What stands in the rows.
    pub rows: Axis,
    /// What stands in the columns.
    pub columns: Axis,
}

/// Hours by two sides.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountPivot {
    /// What the rows stand for, in their order.
    pub rows: Vec<PivotKey>,
    /// What the columns stand for, in their order.
    pub columns: Vec<PivotKey>,
    /// Hours, row by row.
    pub cells: Vec<Vec<f64>>,
    /// Hours of each row.
    pub row_totals: Vec<f64>,
    /// Hours of each column.
    pub column_totals: Vec<f64>,
    /// All hours.
    pub total: f64,
}

/// What a row or a column stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum PivotKey {
    /// A team, a level, a person as the plan shows them, or a month; empty for nobody and for what is not said.
    Name {
        /// Which.
        name: String,
    },
    /// A kind of work.
    Work {
        /// Which.
        of: LoadKind,
    },
    /// Whether it belongs here.
    Belongs {
        /// Whether it does.
        here: bool,
    },
}

impl OpenCall for Pivoted {
    type Reply = HeadcountPivot;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let whole = Whole::now(desk.read(), self.id)?;
        let slices = whole.slices();
        let found = pivot(&slices, self.rows, self.columns);
        let say = |key: &AxisKey<'_>| match key {
            AxisKey::Text(text) => PivotKey::Name { name: (*text).to_owned() },
            AxisKey::Person(row) => {
                PivotKey::Name { name: row.map(|row| whole.shown_name(row)).unwrap_or_default() }
            }
            AxisKey::Month(month) => PivotKey::Name { name: month.to_string() },
            AxisKey::Kind(of) => PivotKey::Work { of: *of },
            AxisKey::BelongsHere(here) => PivotKey::Belongs { here: *here },
        };
        let width = found.columns.len().max(1);
        Ok(HeadcountPivot {
            rows: found.rows.iter().map(say).collect(),
            columns: found.columns.iter().map(say).collect(),
            cells: found.cells.chunks(width).map(<[f64]>::to_vec).collect(),
            row_totals: found.row_totals,
            column_totals: found.column_totals,
            total: found.total,
        })
    }
}
