//! Rows with cells side by side: tables, the facts below a title, signatures.

use super::compose::{BASELINE, Composer, run};
use super::flow::{MEASURE, Mark, Row};
use super::style::{self, FAINT, HAIR, SOFT, Style};
use super::{Signature, Table};
use crate::canvas::{Ink, Node, Part, Role, Text, millimetres};
use crate::typeface::Font;

/// The room between two columns.
const GUTTER: f32 = 4.0;
/// The room above and below what is in a cell of a table.
const PADDING: f32 = 1.7;
/// A table of so many rows or fewer stays in one piece.
const SMALL_TABLE: usize = 8;
/// A column is never narrower, unless there are too many.
const NARROWEST: f32 = 14.0;

/// A text in a cell.
struct Stack {
    text: String,
    style: Style,
    node: Node,
}

/// A cell: where it begins, how wide it is, whether its lines end together at the right, and its texts from top to bottom.
struct Cell {
    x: f32,
    width: f32,
    is_number: bool,
    stack: Vec<Stack>,
}

impl Composer<'_, '_> {
    /// What is known of it, three side by side.
    pub(super) fn facts(&mut self, facts: &[(String, String)]) {
        // The middle one has room for two days.
        const COLUMNS: [(f32, f32); 3] = [(0.0, 43.0), (47.0, 53.0), (104.0, 46.0)];
        let list = self.tags.add(self.parent, Role::List);
        let hair = |y: f32| Mark::Fill { place: [0.0, y, MEASURE, 0.2], ink: HAIR, reaches_up: false };
        self.space(4.4);
        self.add(Row { height: 0.2, marks: vec![hair(0.0)], ..Row::default() });
        self.stay(2.6);
        for (chunk, place) in facts.chunks(COLUMNS.len()).zip(0..) {
            let cells = chunk.iter().zip(COLUMNS).map(|((name, value), (x, width))| {
                let item = self.tags.add(list, Role::Item);
                let label = self.tags.add(item, Role::ItemLabel);
                let body = self.tags.add(item, Role::ItemBody);
                let stack = vec![
                    Stack { text: name.clone(), style: style::FACT_NAME, node: label },
                    Stack { text: value.clone(), style: style::FACT_VALUE, node: body },
                ];
                Cell { x, width, is_number: false, stack }
            });
            let cells: Vec<Cell> = cells.collect();
            if place > 0 {
                self.stay(2.2);
            }
            self.cells(&cells, Row::default(), (0.0, 0.0), &[]);
        }
        self.stay(2.6);
        self.add(Row { height: 0.2, marks: vec![hair(0.0)], ..Row::default() });
    }

    /// A table: the names of its columns, and its rows.
    pub(super) fn table(&mut self, table: &Table) {
        let mut widths = self.columns(table);
        let numbers: Vec<bool> = (0..table.columns.len()).map(|column| table.is_number(column)).collect();
        // Numbers stand at the right, and what they are of has the room that is left.
        let taken = widths.iter().sum::<f32>() + GUTTER * widths.len().saturating_sub(1) as f32;
        if let [false, rest @ ..] = numbers.as_slice()
            && rest.contains(&true)
            && let Some(first) = widths.first_mut()
        {
            *first += (MEASURE - taken).max(0.0);
        }
        let node = self.tags.add(self.parent, Role::Table);
        let mut x = 0.0;
        let places: Vec<(f32, f32, bool)> = widths
            .iter()
            .zip(numbers)
            .map(|(width, is_number)| {
                let place = (x, *width, is_number);
                x += width + GUTTER;
                place
            })
            .collect();
        self.space(3.0);
        let from = self.rows.len();
        let cells = self.row_of(node, &table.columns, &places, style::TABLE_HEAD, Role::HeadCell);
        let rule = [(1.0, SOFT)];
        self.cells(&cells, Row::default(), (0.0, PADDING * 0.7), &rule);
        let head = self.heads.len();
        let rows = self.rows.get(from..).unwrap_or_default().to_vec();
        self.heads.push(rows.into_iter().map(|row| Row { gap: 0.0, ..row }).collect());
        for (row, place) in table.rows.iter().zip(0..) {
            let cells = self.row_of(node, row, &places, style::TABLE_CELL, Role::Cell);
            let is_last = place + 1 == table.rows.len();
            let rule = if is_last { [(0.6, HAIR)] } else { [(0.6, FAINT)] };
            // A small table stays in one piece, and no table leaves its last row alone.
            self.is_held = place == 0 || is_last || table.rows.len() <= SMALL_TABLE;
            let row = Row { head: Some(head), ..Row::default() };
            self.cells(&cells, row, (PADDING, PADDING), &rule);
        }
        self.space(4.6);
    }

    fn row_of(
        &mut self,
        table: Node,
        texts: &[String],
        places: &[(f32, f32, bool)],
        style: Style,
        role: Role,
    ) -> Vec<Cell> {
        let row = self.tags.add(table, Role::Row);
        let cells = texts.iter().zip(places).map(|(text, (x, width, is_number))| {
            let node = self.tags.add(row, role);
            let stack = vec![Stack { text: text.clone(), style, node }];
            Cell { x: *x, width: *width, is_number: *is_number, stack }
        });
        cells.collect()
    }

    /// How wide each column is.
    fn columns(&mut self, table: &Table) -> Vec<f32> {
        let many = table.columns.len().max(1) as f32;
        let room = MEASURE - GUTTER * (many - 1.0);
        let mut wishes = Vec::new();
        let mut needs = Vec::new();
        for (place, name) in table.columns.iter().enumerate() {
            let cells =
                table.rows.iter().filter_map(|row| row.get(place)).map(|cell| (cell, style::TABLE_CELL));
            let texts = std::iter::once((name, style::TABLE_HEAD)).chain(cells);
            let (mut wish, mut need) = (NARROWEST, NARROWEST);
            for (text, style) in texts {
                let width = |text: &str| millimetres(style.face.width(text) * style.size);
                wish = wish.max(width(text) + 0.5);
                need = text.split_whitespace().map(width).fold(need, f32::max);
            }
            wishes.push(wish);
            // A long word does not push the others out; it is cut.
            needs.push(need.min(room / many).max(NARROWEST.min(room / many)));
        }
        share(&wishes, &needs, room)
    }

    /// Who signed, two side by side below a line each.
    pub(super) fn signatures(&mut self, signatures: &[Signature]) {
        const GAP: f32 = 10.0;
        // Nobody signs a page with nothing on it: what stands above the heading comes along.
        if let Some(heading) = self.rows.get_mut(self.heading) {
            heading.is_held = true;
        }
        let width = (MEASURE - GAP) / 2.0;
        self.space(6.0);
        let around = self.parent;
        for (pair, place) in signatures.chunks(2).zip(0..) {
            let mut cells = Vec::new();
            let mut rules = Vec::new();
            for (signature, column) in pair.iter().zip(0_u8..) {
                let x = f32::from(column) * (width + GAP);
                self.parent = self.tags.add(around, Role::Division);
                let lines = [
                    (signature.name.clone(), style::SIGNER),
                    (signature.said.clone(), style::FACT),
                    (signature.fingerprint.clone(), style::FINGERPRINT),
                ];
                let lines = lines.into_iter().filter(|(text, _)| !text.is_empty());
                let stack = lines.map(|(text, style)| {
                    let node = self.tags.add(self.parent, Role::Paragraph);
                    Stack { text, style, node }
                });
                cells.push(Cell { x, width, is_number: false, stack: stack.collect() });
                let place = [x, 0.0, width, 0.25];
                rules.push(Mark::Fill { place, ink: SOFT, reaches_up: false });
            }
            if place > 0 {
                self.space(7.0);
            }
            let row = Row { marks: rules, ..Row::default() };
            self.cells(&cells, row, (2.2, 0.0), &[]);
        }
        self.parent = around;
    }

    /// Adds a row of cells, with this room above and below its texts and lines under it. One that is higher than a page
    /// comes apart between its lines.
    fn cells(&mut self, cells: &[Cell], row: Row, (above, below): (f32, f32), rules: &[(f32, Ink)]) {
        let mut columns: Vec<Vec<(f32, f32, Vec<Mark>)>> = Vec::new();
        for cell in cells {
            let mut lines = Vec::new();
            let mut y = 0.0;
            for Stack { text, style, node } in &cell.stack {
                let mut parts = text.split('\n').peekable();
                while let Some(part) = parts.next() {
                    let mut set = self.lines(&[run(style.face, part)], *style, cell.width);
                    // Whoever listens hears two words and not one.
                    let last = set.last_mut().and_then(|line| line.texts.last_mut());
                    if let Some(last) = last.filter(|_| parts.peek().is_some()) {
                        last.parts.push(Part::Letters(" ".to_owned()));
                    }
                    for line in set {
                        let room =
                            if cell.is_number { (cell.width - reach(&line.texts)).max(0.0) } else { 0.0 };
                        let marks = line.texts.into_iter().map(|text| {
                            let y = style.leading * BASELINE;
                            Mark::Text(Text { x: text.x + cell.x + room, y, ..text }, *node)
                        });
                        lines.push((y, style.leading, marks.collect()));
                        y += style.leading;
                    }
                }
            }
            columns.push(lines);
        }
        let end = |lines: &Vec<(f32, f32, Vec<Mark>)>| lines.last().map_or(0.0, |(y, height, _)| y + height);
        let height = columns.iter().map(end).fold(0.0, f32::max);
        let ruled = |y: f32| {
            let rule = move |(width, ink): &(f32, Ink)| Mark::Fill {
                place: [0.0, y, MEASURE, 0.25 * width],
                ink: *ink,
                reaches_up: false,
            };
            rules.iter().map(rule)
        };
        let lowered = |marks: Vec<Mark>, by: f32| {
            marks.into_iter().map(move |mark| match mark {
                Mark::Text(text, node) => Mark::Text(Text { y: text.y + by, ..text }, node),
                other => other,
            })
        };
        if above + height + below <= self.page / 2.0 {
            let mut marks = row.marks.clone();
            for (y, _, texts) in columns.into_iter().flatten() {
                marks.extend(lowered(texts, above + y));
            }
            marks.extend(ruled(above + height + below));
            self.add(Row { height: above + height + below, marks, ..row });
            return;
        }
        let many = columns.iter().map(Vec::len).max().unwrap_or_default();
        let mut columns: Vec<_> = columns.into_iter().map(Vec::into_iter).collect();
        for place in 0..many {
            let mut marks = Vec::new();
            let mut height = 0.0_f32;
            let top = if place == 0 { above } else { 0.0 };
            for (_, line, texts) in columns.iter_mut().filter_map(Iterator::next) {
                height = height.max(line);
                marks.extend(lowered(texts, top));
            }
            height += top;
            if place + 1 == many {
                height += below;
                marks.extend(ruled(height));
            }
            let is_held = place == 1 || place + 1 == many;
            self.add(Row { height, marks, is_held, head: row.head, gap: 0.0 });
        }
    }
}

/// How far the texts of a line reach, without a space at its end; without end where that is not known, so that they stay
/// where they are.
fn reach(texts: &[Text]) -> f32 {
    let Some(last) = texts.last() else { return 0.0 };
    let Font::Own(face) = last.font else { return f32::INFINITY };
    let many = last.parts.len();
    let wide = last.parts.iter().zip(1..).map(|(part, place)| match part {
        Part::Letters(letters) if place == many => face.width(letters.trim_end()),
        Part::Letters(letters) => face.width(letters),
        Part::Glyphs(glyphs) => glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() / 1000.0,
        Part::Room(room) => room / 1000.0,
    });
    last.x + millimetres(wide.sum::<f32>() * last.size)
}

/// Shares the room among columns: each as wide as it would like to be where there is room for that. Else those that ask for
/// no more than their even share get what they ask for, and the others share what is left, a long text a little more than a
/// short one and each at least what it needs.
fn share(wishes: &[f32], needs: &[f32], room: f32) -> Vec<f32> {
    if wishes.iter().sum::<f32>() <= room {
        return wishes.to_vec();
    }
    let mut widths: Vec<Option<f32>> = vec![None; wishes.len()];
    let mut left = room;
    loop {
        let open = widths.iter().filter(|width| width.is_none()).count();
        let even = left / open.max(1) as f32;
        let modest = (0..wishes.len()).find(|place| widths[*place].is_none() && wishes[*place] <= even);
        let Some(place) = modest else { break };
        widths[place] = Some(wishes[place]);
        left -= wishes[place];
    }
    let open = |place: &usize| widths[*place].is_none();
    let all: f32 = (0..wishes.len()).filter(open).map(|place| wishes[place].sqrt()).sum();
    let part = |place: usize| left * wishes[place].sqrt() / all.max(1.0);
    let lacking: f32 =
        (0..wishes.len()).filter(open).map(|place| (needs[place] - part(place)).max(0.0)).sum();
    let spare: f32 = (0..wishes.len()).filter(open).map(|place| (part(place) - needs[place]).max(0.0)).sum();
    let given = (lacking / spare.max(0.001)).min(1.0);
    let width = |place: usize| {
        widths[place].unwrap_or_else(|| {
            let (part, need) = (part(place), needs[place]);
            if part < need { need } else { part - (part - need) * given }
        })
    };
    (0..wishes.len()).map(width).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_one_of_numbers_where_all_its_cells_are() {
        for (cells, is_number) in [
            (&["1.5", "\u{2248} 12", "\u{2212}0.3", ""][..], true),
            (&["57 %", "5 %"], true),
            (&["12", "none"], false),
            (&["", ""], false),
            (&["%"], false),
            (&["31 Mar 2027"], false),
            (&[], false),
        ] {
            let rows = cells.iter().map(|cell| vec![(*cell).to_owned()]).collect();
            let table = Table { columns: vec!["A".to_owned()], rows };
            assert_eq!(table.is_number(0), is_number, "{cells:?}");
        }
    }

    #[test]
    fn columns_share_the_room_and_no_long_text_starves_a_short_one() {
        for (wishes, needs, expected) in [
            (vec![20.0, 30.0], vec![10.0, 10.0], vec![20.0, 30.0]),
            (vec![20.0, 400.0], vec![10.0, 10.0], vec![20.0, 80.0]),
            (vec![90.0, 90.0], vec![10.0, 10.0], vec![50.0, 50.0]),
            (vec![90.0, 90.0], vec![60.0, 10.0], vec![60.0, 40.0]),
            (vec![160.0, 90.0, 10.0], vec![20.0, 20.0, 10.0], vec![51.43, 38.57, 10.0]),
        ] {
            let widths = share(&wishes, &needs, 100.0);
            let is_near =
                widths.iter().zip(&expected).all(|(width, expected)| (width - expected).abs() < 0.01);
            assert!(is_near && widths.len() == expected.len(), "{wishes:?}: {widths:?}");
        }
    }
}
