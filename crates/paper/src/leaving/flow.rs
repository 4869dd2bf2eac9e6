//! Rows that follow each other, and the pages they fall into. A heading never ends a page, a paragraph leaves at least two
//! lines on either side of a break, and a table names its columns again where it goes on.

use super::figure::Drawing;
use super::style::{RUNNING, SOFT, WATER};
use super::{PaperSize, Print};
use crate::canvas::{Canvas, Ink, Node, Part, Tags, Text, millimetres, width};
use crate::typeface::{Face, Font};

/// The room that text takes, in the middle of the paper.
pub(super) const MEASURE: f32 = 150.0;
/// Where the first row of a page begins, and how far from the foot the last one ends.
const TOP: f32 = 27.0;
const BOTTOM: f32 = 27.0;
/// The baselines of the running head and of the foot, from their edge of the paper.
const HEAD: f32 = 16.5;
const FOOT: f32 = 14.5;

/// Something on a row. Places are from the row's left end and its top.
#[derive(Clone, Debug)]
pub(super) enum Mark {
    /// Text, and the piece of the reading order that it is part of.
    Text(Text, Node),
    /// A filled box: left, top, width and height. One that reaches up goes on from the row before.
    Fill { place: [f32; 4], ink: Ink, reaches_up: bool },
    /// A picture, all of it one piece of the reading order.
    Figure(Drawing, Node),
}

/// What stays in one piece: a line of text, a row of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// The room above it, unless it begins a page.
    pub(super) gap: f32,
    pub(super) height: f32,
    /// Whether it stays on the page of the row before.
    pub(super) is_held: bool,
    /// The table head that is repeated when it begins a page.
    pub(super) head: Option<usize>,
    pub(super) marks: Vec<Mark>,
}

/// Everything that is printed of one thing.
pub(super) struct Flow {
    pub(super) rows: Vec<Row>,
    /// The heads of its tables.
    pub(super) heads: Vec<Vec<Row>>,
    /// What stands above all of its pages but the first, one line.
    pub(super) running: Vec<Text>,
}

/// The rows of a page: a table head to repeat, and from which row to which.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    head: Option<usize>,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// The height that rows can have on a page.
pub(super) fn page_room(size: PaperSize) -> f32 {
    size.height() - TOP - BOTTOM
}

impl Flow {
    /// Which rows come on which page.
    pub(super) fn spans(&self, room: f32) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut from = 0;
        while from < self.rows.len() {
            let head = self.rows.get(from).and_then(|row| row.head);
            let mut height = self.head_height(head);
            let mut to = from;
            for row in &self.rows[from..] {
                height += if to == from { row.height } else { row.gap + row.height };
                if height > room && to > from {
                    break;
                }
                to += 1;
            }
            // Back to where a page may end; a stretch that is held together for longer than a page ends where it must.
            if to < self.rows.len() {
                let held = |row: &usize| self.rows.get(*row).is_some_and(|row| row.is_held);
                to = (from + 1..=to).rev().find(|row| !held(row)).unwrap_or(to);
            }
            spans.push(Span { head, from, to });
            from = to;
        }
        spans
    }

    fn head_height(&self, head: Option<usize>) -> f32 {
        let head = head.and_then(|head| self.heads.get(head));
        head.map_or(0.0, |rows| rows.iter().map(|row| row.height).sum())
    }

    /// Draws the pages; `before` is how many there are already.
    pub(super) fn draw(&self, print: &Print<'_>, tags: &mut Tags, before: usize) -> Vec<Canvas> {
        let (wide, high) = (print.size.width(), print.size.height());
        let left = (wide - MEASURE) / 2.0;
        let mut pages = Vec::new();
        for (span, number) in self.spans(page_room(print.size)).into_iter().zip(before..) {
            let mut canvas = Canvas::new(wide, high);
            canvas.begin_artifact();
            if print.is_draft {
                watermark(&mut canvas);
            }
            if number > before {
                for text in &self.running {
                    canvas.set(moved(text, left, HEAD));
                }
            }
            let head = span.head.and_then(|head| self.heads.get(head)).map_or(&[][..], Vec::as_slice);
            let mut tops = Vec::new();
            let mut y = TOP;
            for row in head {
                fill(&mut canvas, row, (left, y), false);
                for mark in &row.marks {
                    if let Mark::Text(text, _) = mark {
                        canvas.set(moved(text, left, y));
                    }
                }
                y += row.height;
            }
            let rows = self.rows.get(span.from..span.to).unwrap_or_default();
            for (row, place) in rows.iter().zip(0..) {
                let is_first = place == 0;
                y += if is_first { 0.0 } else { row.gap };
                fill(&mut canvas, row, (left, y), !is_first);
                tops.push(y);
                y += row.height;
            }
            canvas.end();
            read(&mut canvas, tags, number, rows, left, &tops);
            pages.push(canvas);
        }
        pages
    }
}

/// The texts of rows with these tops, each as part of what it belongs to.
fn read(canvas: &mut Canvas, tags: &mut Tags, page: usize, rows: &[Row], left: f32, tops: &[f32]) {
    let mut open = None;
    for (row, top) in rows.iter().zip(tops) {
        for mark in &row.marks {
            let (text, node) = match mark {
                Mark::Text(text, node) => (text, node),
                Mark::Fill { .. } => continue,
                Mark::Figure(drawing, node) => {
                    if open.take().is_some() {
                        canvas.end();
                    }
                    canvas.begin(tags, *node, page);
                    drawing.draw(canvas, left, *top);
                    canvas.end();
                    continue;
                }
            };
            let wanted = text.is_read.then_some(*node);
            if open.is_some() && open != wanted {
                canvas.end();
            }
            match wanted {
                Some(node) if open != wanted => canvas.begin(tags, node, page),
                Some(_) => {}
                None => canvas.begin_artifact(),
            }
            canvas.set(moved(text, left, *top));
            if wanted.is_none() {
                canvas.end();
            }
            open = wanted;
        }
    }
    if open.is_some() {
        canvas.end();
    }
}

/// Says on each page which one it is.
pub(super) fn number(pages: &mut [Canvas], size: PaperSize) {
    let many = pages.len();
    let right = (size.width() + MEASURE) / 2.0;
    for (page, number) in pages.iter_mut().zip(1..) {
        let said = format!("Page {number} of {many}");
        let x = right - width(RUNNING.face, RUNNING.size, &said);
        page.begin_artifact();
        page.text(x, size.height() - FOOT, RUNNING.face, RUNNING.size, SOFT, &said);
        page.end();
    }
}

pub(super) fn moved(text: &Text, x: f32, y: f32) -> Text {
    Text { x: text.x + x, y: text.y + y, ..text.clone() }
}

fn fill(canvas: &mut Canvas, row: &Row, (left, top): (f32, f32), has_above: bool) {
    for mark in &row.marks {
        if let Mark::Fill { place: [x, y, wide, high], ink, reaches_up } = mark {
            let up = if *reaches_up && has_above { row.gap } else { 0.0 };
            canvas.fill(left + x, top + y - up, *wide, high + up, *ink);
        }
    }
}

/// The word that says what this is, from corner to corner and under everything.
fn watermark(canvas: &mut Canvas) {
    const WORD: &str = "DRAFT";
    const SIZE: f32 = 170.0;
    let (wide, high) = canvas.size();
    let turned = 54.0_f32;
    let (sine, cosine) = turned.to_radians().sin_cos();
    // The middle of the word is the middle of the page: half its length back, half the height of its capitals down.
    let (half, rise) = (width(Face::SansBold, SIZE, WORD) / 2.0, millimetres(SIZE * 0.727) / 2.0);
    let x = wide / 2.0 - half * cosine + rise * sine;
    let y = high / 2.0 + half * sine + rise * cosine;
    canvas.set(Text {
        x,
        y,
        font: Font::Own(Face::SansBold),
        size: SIZE,
        ink: WATER,
        turned,
        parts: vec![Part::Letters(WORD.to_owned())],
        is_read: false,
    });
}
