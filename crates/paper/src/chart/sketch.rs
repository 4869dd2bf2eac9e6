//! A chart that is being drawn.

use super::{Anchor, CHART_WIDTH, Chart, ChartTable, Role, Shape};
use crate::typeface::Face;

/// The sizes of its texts.
pub(super) const SMALL: f64 = 11.0;
pub(super) const MIDDLE: f64 = 12.0;

/// Shapes, from back to front.
#[derive(Default)]
pub(super) struct Sketch {
    pub(super) shapes: Vec<Shape>,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Lettering {
    pub(super) role: Role,
    pub(super) anchor: Anchor,
    pub(super) size: f64,
    pub(super) is_bold: bool,
}

/// What most texts of a chart look like.
pub(super) const PLAIN: Lettering =
    Lettering { role: Role::Muted, anchor: Anchor::Start, size: SMALL, is_bold: false };

impl Sketch {
    pub(super) fn label(&mut self, x: f64, y: f64, lettering: Lettering, text: impl Into<String>) {
        let Lettering { role, anchor, size, is_bold } = lettering;
        self.shapes.push(Shape::Label { role, x, y, anchor, size, is_bold, text: text.into() });
    }

    pub(super) fn rule(&mut self, role: Role, from: [f64; 2], to: [f64; 2], is_dashed: bool) {
        self.shapes.push(Shape::Rule { role, from, to, is_dashed });
    }

    pub(super) fn bar(&mut self, role: Role, [x, y, width, height]: [f64; 4], is_extrapolated: bool) {
        self.shapes.push(Shape::Bar { role, x, y, width, height, is_extrapolated });
    }
}

/// How wide a text is in the letters of the interface, which are those of the printed page.
pub(super) fn width(text: &str, size: f64, is_bold: bool) -> f64 {
    let face = if is_bold { Face::SansBold } else { Face::Sans };
    f64::from(face.width(text)) * size
}

/// A text that takes no more than this room, with an ellipsis where it was cut.
pub(super) fn cut(text: &str, size: f64, is_bold: bool, room: f64) -> String {
    // Whatever a name is written in, one line of it is shown.
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if width(&text, size, is_bold) <= room {
        return text;
    }
    let mut kept = String::new();
    for letter in text.chars() {
        kept.push(letter);
        if width(&kept, size, is_bold) + width("\u{2026}", size, is_bold) > room {
            kept.pop();
            break;
        }
    }
    format!("{}\u{2026}", kept.trim_end())
}

/// A chart of nothing: one sentence that says what is missing.
pub(super) fn nothing(title: &str, unit: &str, sentence: &str) -> Chart {
    let mut sketch = Sketch::default();
    sketch.label(0.0, 24.0, Lettering { size: MIDDLE, ..PLAIN }, sentence);
    Chart {
        title: title.to_owned(),
        unit: unit.to_owned(),
        description: sentence.to_owned(),
        width: CHART_WIDTH,
        height: 36.0,
        shapes: sketch.shapes,
        table: ChartTable::default(),
    }
}

/// A table of these columns.
pub(super) fn table<const N: usize>(columns: [&str; N], rows: Vec<Vec<String>>) -> ChartTable {
    ChartTable { columns: columns.map(str::to_owned).into(), rows }
}
