//! A chart on a page: its title and its unit as text, and below them the drawing in ink, which is one piece of the reading
//! order with its description said instead of it.

use super::compose::{Composer, run};
use super::flow::{MEASURE, Mark, Row, moved};
use super::paragraph::Setting;
use super::style::{self, Style};
use crate::canvas::{Canvas, Role, Text};
use crate::chart::{Anchor, Chart, Shape, ink};
use crate::typeface::Face;

/// A chart in millimetres, measured from its top left corner.
#[derive(Clone, Debug)]
pub(super) struct Drawing {
    /// What is not text.
    shapes: Vec<Shape>,
    texts: Vec<Text>,
    /// How many millimetres a unit of the chart is.
    scale: f32,
}

/// How wide lines are, and how long their dashes and the room between them.
const LINE: f32 = 0.5;
const LINE_DASH: [f32; 2] = [1.3, 1.0];
const RULE: f32 = 0.22;
const RULE_DASH: [f32; 2] = [0.7, 0.7];

/// Letters are measured in points on a page, of which an inch has 72.
const POINTS: f32 = 72.0 / 25.4;

#[allow(clippy::cast_possible_truncation)] // places on a page
fn short(value: f64) -> f32 {
    value as f32
}

impl Composer<'_, '_> {
    /// A chart, in one piece with its title.
    pub(super) fn figure(&mut self, chart: &Chart) {
        let scale = MEASURE / short(chart.width.max(1.0));
        self.space(5.0);
        self.plain(&chart.title, style::MESSAGE, Role::SubHeading);
        self.stay(0.2);
        self.plain(&chart.unit, style::CAPTION, Role::Paragraph);
        self.stay(1.6);
        let node = self.tags.add_figure(self.parent, &chart.description);
        let (mut shapes, mut texts) = (Vec::new(), Vec::new());
        for shape in &chart.shapes {
            match shape {
                Shape::Label { role, x, y, anchor, size, is_bold, text } => {
                    let face = if *is_bold { Face::SansBold } else { Face::Sans };
                    let size = short(*size) * scale * POINTS;
                    let style = Style { face, size, leading: size, ink: ink(*role, false), ..LETTERING };
                    let place = (short(*x) * scale, short(*y) * scale);
                    texts.extend(self.lettered(text, style, place, *anchor));
                }
                shape => shapes.push(shape.clone()),
            }
        }
        let drawing = Drawing { shapes, texts, scale };
        let height = short(chart.height) * scale;
        self.add(Row { height, marks: vec![Mark::Figure(drawing, node)], ..Row::default() });
        self.space(4.0);
    }

    /// A text on one line. It goes the way of every other text, so that letters of all scripts are found.
    fn lettered(&mut self, text: &str, style: Style, (x, y): (f32, f32), anchor: Anchor) -> Vec<Text> {
        let texts = self.lines(&[run(style.face, text)], style, MEASURE).into_iter().next();
        let texts = texts.map(|line| line.texts).unwrap_or_default();
        let start = texts.iter().map(|text| text.x).reduce(f32::min).unwrap_or_default();
        let wide = crate::canvas::width(style.face, style.size, text);
        let x = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - wide / 2.0,
            Anchor::End => x - wide,
        };
        texts.iter().map(|text| moved(text, x - start, y)).collect()
    }
}

const LETTERING: Style = Style { setting: Setting::Ragged, divides: false, ..style::CAPTION };

impl Drawing {
    /// Draws it with its top left corner at a place.
    pub(super) fn draw(&self, canvas: &mut Canvas, left: f32, top: f32) {
        let place = |[x, y]: &[f64; 2]| [left + short(*x) * self.scale, top + short(*y) * self.scale];
        for shape in &self.shapes {
            match shape {
                Shape::Area { role, points, is_extrapolated } => {
                    let points: Vec<[f32; 2]> = points.iter().map(place).collect();
                    canvas.area(&points, ink(*role, *is_extrapolated));
                }
                Shape::Line { role, points, is_extrapolated } => {
                    let points: Vec<[f32; 2]> = points.iter().map(place).collect();
                    let dash = is_extrapolated.then_some(LINE_DASH);
                    canvas.line(&points, LINE, ink(*role, *is_extrapolated), dash);
                }
                Shape::Bar { role, x, y, width, height, is_extrapolated } => {
                    let [x, y] = place(&[*x, *y]);
                    let (width, height) = (short(*width) * self.scale, short(*height) * self.scale);
                    canvas.fill(x, y, width, height, ink(*role, *is_extrapolated));
                }
                Shape::Rule { role, from, to, is_dashed } => {
                    let dash = is_dashed.then_some(RULE_DASH);
                    canvas.line(&[place(from), place(to)], RULE, ink(*role, false), dash);
                }
                // Texts were set when the row was made.
                Shape::Label { .. } => {}
            }
        }
        for text in &self.texts {
            canvas.set(moved(text, left, top));
        }
    }
}
