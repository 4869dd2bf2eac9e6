//! What a person wrote, as rows: paragraphs, lists, quotes and code, and the blocks that are made of it.

use super::Point;
use super::compose::{Composer, run};
use super::flow::{MEASURE, Mark, Row};
use super::marked::{self, Line, Run};
use super::style::{self, AMBER, HAIR, Style};
use crate::canvas::{Ink, Node, Role, Text};
use crate::typeface::Face;

/// How far a level of a list is set in.
const STEP: f32 = 5.6;
/// How far a quote is set in, and where the bar beside it stands.
const INSET: f32 = 5.0;
const BAR: f32 = 0.55;

impl Composer<'_, '_> {
    /// What a person wrote, Markdown.
    pub(super) fn prose(&mut self, markdown: &str, style: Style, indent: f32) {
        let bar = bar(indent, true);
        let mut was_quote = false;
        for line in marked::read(markdown) {
            if !matches!(line, Line::Item(..) | Line::Empty) {
                self.list = None;
            }
            let is_quote = matches!(line, Line::Quote(_));
            match line {
                Line::Empty => self.space(2.4),
                Line::Heading(runs) => {
                    self.space(3.4);
                    let node = self.tags.add(self.parent, Role::SubHeading);
                    self.set(&bold(runs), style::MESSAGE, indent, node, &bar);
                    self.stay(0.5);
                }
                Line::Item(depth, mark, runs) => self.item_in(&mark, depth, &runs, style, indent),
                Line::Quote(runs) => {
                    let node = self.tags.add(self.parent, Role::Quote);
                    let style = Style { ink: style::SOFT, ..style::LOOSE };
                    self.set(&runs, style, indent + INSET, node, &[beside(indent, HAIR, was_quote)]);
                }
                Line::Plain(runs) => {
                    let node = self.tags.add(self.parent, Role::Paragraph);
                    self.set(&runs, style, indent, node, &bar);
                }
                Line::Code(code) => {
                    // Spaces at the beginning are the shape of code; breaking it between words would lose it.
                    let code = code.replace('\t', "    ").replace(' ', "\u{a0}");
                    let node = self.tags.add(self.parent, Role::Code);
                    self.set(&[run(Face::Code, &code)], style::CODE, indent + INSET, node, &bar);
                }
            }
            was_quote = is_quote;
        }
        self.list = None;
    }

    /// An item of a list.
    pub(super) fn item(&mut self, mark: &str, depth: u8, runs: &[Run]) {
        self.item_in(mark, depth, runs, style::LOOSE, 0.0);
    }

    fn item_in(&mut self, mark: &str, depth: u8, runs: &[Run], style: Style, indent: f32) {
        let style = Style { setting: style::LOOSE.setting, ..style };
        let list = match self.list {
            Some(list) => list,
            None => self.tags.add(self.parent, Role::List),
        };
        self.list = Some(list);
        self.space(0.9);
        let item = self.tags.add(list, Role::Item);
        let label = self.tags.add(item, Role::ItemLabel);
        let body = self.tags.add(item, Role::ItemBody);
        let from = indent + STEP * f32::from(depth);
        let first = self.rows.len();
        self.set(runs, style, from + STEP, body, &bar(indent, true));
        let x = if self.is_leftward {
            // The mark stands where reading begins.
            self.shift(first, -STEP);
            MEASURE - STEP + 1.0
        } else {
            from + 1.0
        };
        let marks = self.lines(&[run(Face::Serif, mark)], style, STEP * 2.0);
        let texts = marks.into_iter().flat_map(|line| line.texts);
        let Some(row) = self.rows.get_mut(first) else { return };
        let baseline = row.marks.iter().find_map(|mark| match mark {
            Mark::Text(text, _) => Some(text.y),
            Mark::Fill { .. } | Mark::Figure(..) => None,
        });
        let y = baseline.unwrap_or_default();
        let marks = texts.map(|text| Mark::Text(Text { x: text.x + x, y, ..text }, label));
        row.marks.splice(0..0, marks);
    }

    /// Moves the texts of all rows from one on.
    fn shift(&mut self, first: usize, by: f32) {
        for row in self.rows.iter_mut().skip(first) {
            for mark in &mut row.marks {
                if let Mark::Text(text, _) = mark {
                    text.x += by;
                }
            }
        }
    }

    /// A message, what is said of it, and who put it there.
    pub(super) fn point(&mut self, point: &Point<'_>) {
        self.space(4.2);
        if !point.message.trim().is_empty() {
            self.plain(&point.message, style::MESSAGE, Role::SubHeading);
            self.stay(0.4);
        }
        if !point.caption.is_empty() {
            self.plain(&point.caption, style::CAPTION, Role::Paragraph);
            self.stay(0.6);
        }
        if point.text.trim().is_empty() {
            self.is_held = false;
        } else {
            self.prose(&point.text, style::BODY, 0.0);
        }
    }

    /// What stands beside the text above it, with a bar.
    pub(super) fn aside(&mut self, name: &str, text: &str) {
        self.stay(2.6);
        let around = self.parent;
        self.parent = self.tags.add(around, Role::Division);
        let node = self.tags.add(self.parent, Role::Paragraph);
        self.set(&[run(style::ASIDE_NAME.face, name)], style::ASIDE_NAME, INSET, node, &bar(INSET, false));
        self.stay(0.2);
        self.prose(text, style::ASIDE, INSET);
        self.parent = around;
    }

    /// What has to be known of all of it.
    pub(super) fn notice(&mut self, notice: &str) {
        self.space(4.0);
        let node: Node = self.tags.add(self.parent, Role::Paragraph);
        let style = Style { ink: AMBER, ..style::FACT };
        self.set(&[run(style.face, notice)], style, INSET, node, &bar(INSET, false));
        self.space(1.0);
    }
}

/// The bar beside what is set in.
fn bar(indent: f32, reaches_up: bool) -> Vec<Mark> {
    if indent > 0.0 { vec![beside(0.0, AMBER, reaches_up)] } else { Vec::new() }
}

fn beside(indent: f32, ink: Ink, reaches_up: bool) -> Mark {
    // The height of the row it stands on is filled in when the row is.
    Mark::Fill { place: [indent + 1.0, 0.0, BAR, 0.0], ink, reaches_up }
}

fn bold(runs: Vec<Run>) -> Vec<Run> {
    let bold = |run: Run| if run.face == Face::Code { run } else { Run { face: Face::SerifBold, ..run } };
    runs.into_iter().map(bold).collect()
}

/// A bar as high as its row.
pub(super) fn grown(row: Row) -> Row {
    let height = row.height;
    let grow = |mark| match mark {
        Mark::Fill { place: [x, y, wide, 0.0], ink, reaches_up } => {
            Mark::Fill { place: [x, y, wide, height], ink, reaches_up }
        }
        mark => mark,
    };
    Row { marks: row.marks.into_iter().map(grow).collect(), ..row }
}
