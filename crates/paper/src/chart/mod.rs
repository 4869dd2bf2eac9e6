//! Charts of a headcount plan as geometry: computed once, drawn the same on the screen and on paper.
//!
//! A [`Chart`] is lines, areas, bars and texts in its own units, one of which is a pixel where it is shown at its own
//! size. What a shape looks like is said by its [`Role`] and by nothing else, so the page colours it by its tokens, by day
//! and by night, and the printed page by inks. Each chart has a table with the same numbers, for whoever listens to it
//! and for whoever would rather read, and one description that says what there is to be seen.
//!
//! A month that facts do not reach is never drawn as if it were known: its lines are dashed, its areas and bars lighter,
//! its numbers begin with “≈”, and a rule says where it begins.

mod concentration;
mod funnel;
mod lines;
mod mix;
mod pairs;
mod palette;
mod plan;
mod points;
mod scale;
mod sketch;
mod svg;

use serde::Serialize;

pub use concentration::concentration;
pub use funnel::hiring_funnel;
pub use lines::{ChartMark, initiative_marks, work_against_people};
pub use mix::{Mix, level_mix, site_mix};
pub(crate) use palette::ink;
pub use plan::plan_charts;
pub use points::{NamedPoint, single_points};
pub(crate) use scale::{about, number, percent, say_month};
pub use svg::make_svg;

/// How wide every chart is, in its own units.
pub const CHART_WIDTH: f64 = 640.0;

/// A chart.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Chart {
    /// What it is about.
    pub title: String,
    /// In what its numbers are counted, in a line below the title.
    pub unit: String,
    /// What there is to be seen, in a sentence or a few.
    pub description: String,
    /// How wide it is, in its own units.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// What is drawn, from back to front. Places are from the top left corner.
    pub shapes: Vec<Shape>,
    /// The same as a table.
    pub table: ChartTable,
}

/// The numbers of a chart in words and digits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ChartTable {
    /// What the columns are called.
    pub columns: Vec<String>,
    /// The rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<String>>,
}

/// What a shape stands for. Each has a colour on the screen and an ink on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ChartRole"))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Work.
    Work,
    /// People.
    People,
    /// Where eight of ten runs of a simulation end.
    Band80,
    /// How it is now.
    Now,
    /// How it is meant to be then.
    Then,
    /// What to look at.
    Warn,
    /// What is the ground of something else.
    Quiet,
    /// Words that say less than others.
    Muted,
    /// The line that numbers are counted from.
    Axis,
    /// The lines that numbers are read at.
    Grid,
    /// Words.
    Ink,
}

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ChartAnchor"))]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// Something that is drawn.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ChartShape"))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Shape {
    /// A filled area within points.
    Area {
        /// What it stands for.
        role: Role,
        /// Its corners.
        points: Vec<[f64; 2]>,
        /// Whether it lies beyond what facts reach.
        is_extrapolated: bool,
    },
    /// A line through points.
    Line {
        /// What it stands for.
        role: Role,
        /// Where it goes.
        points: Vec<[f64; 2]>,
        /// Whether it lies beyond what facts reach.
        is_extrapolated: bool,
    },
    /// A filled box.
    Bar {
        /// What it stands for.
        role: Role,
        /// Its left end.
        x: f64,
        /// Its top.
        y: f64,
        /// How wide it is.
        width: f64,
        /// How high it is.
        height: f64,
        /// Whether it lies beyond what facts reach.
        is_extrapolated: bool,
    },
    /// A thin straight line.
    Rule {
        /// What it stands for.
        role: Role,
        /// Where it begins.
        from: [f64; 2],
        /// Where it ends.
        to: [f64; 2],
        /// Whether it is dashed.
        is_dashed: bool,
    },
    /// A text on one line.
    Label {
        /// What it stands for.
        role: Role,
        /// Where its anchor stands.
        x: f64,
        /// Where its baseline is.
        y: f64,
        /// Which end stands there.
        anchor: Anchor,
        /// How high its letters are: the size of the font.
        size: f64,
        /// Whether it is set in semibold.
        is_bold: bool,
        /// What it says.
        text: String,
    },
}

#[cfg(test)]
pub(crate) mod tests;
