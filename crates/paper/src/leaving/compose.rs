//! The blocks of what leaves, as rows of a page.

use super::Block;
use super::flow::{Flow, MEASURE, Mark, Row};
use super::marked::Run;
use super::paragraph::{Broken, break_lines};
use super::prose::grown;
use super::style::{self, Style};
use super::words::{After, Piece, Segment, Splitting};
use crate::PaperFault;
use crate::canvas::{Ink, Node, Part, Role, Tags, Text, millimetres};
use crate::typeface::{Face, Font, Typecase};

/// Turns blocks into rows.
pub(super) struct Composer<'a, 'f> {
    pub(super) tags: &'a mut Tags,
    /// What the pieces of the reading order are put into.
    pub(super) parent: Node,
    pub(super) rows: Vec<Row>,
    pub(super) heads: Vec<Vec<Row>>,
    /// The list that the next item belongs to.
    pub(super) list: Option<Node>,
    /// The row of the last heading.
    pub(super) heading: usize,
    /// How high a page is.
    pub(super) page: f32,
    case: &'a Typecase<'f>,
    /// The room above the next row, beyond what it asks for itself.
    pub(super) gap: f32,
    /// Whether the next row stays with the last.
    pub(super) is_held: bool,
    /// Whether words may be divided.
    pub(super) divides: bool,
    /// Whether what was set last is read to the left.
    pub(super) is_leftward: bool,
    /// Letters that no font has.
    lacking: Option<&'static str>,
}

/// A line of text: what stands on it, from its left end and its baseline, and its height.
pub(super) struct LineOf {
    pub(super) texts: Vec<Text>,
}

/// Where the baseline of a line is, as a part of its height.
pub(super) const BASELINE: f32 = 0.74;

impl<'a, 'f> Composer<'a, 'f> {
    /// For rows on pages of this height, in millimetres.
    pub(super) fn new(case: &'a Typecase<'f>, tags: &'a mut Tags, parent: Node, page: f32) -> Self {
        Self {
            tags,
            parent,
            rows: Vec::new(),
            heads: Vec::new(),
            list: None,
            heading: 0,
            page,
            case,
            gap: 0.0,
            is_held: false,
            divides: true,
            is_leftward: false,
            lacking: None,
        }
    }

    /// Adds a block.
    pub(super) fn put(&mut self, block: &Block<'_>) {
        if !matches!(block, Block::Item(_)) {
            self.list = None;
        }
        match block {
            Block::Kicker(kicker) => {
                self.plain(kicker, style::KICKER, Role::Paragraph);
                self.stay(0.4);
            }
            Block::Title(title) => {
                self.plain(title, style::TITLE, Role::Title);
                self.stay(0.8);
            }
            Block::Subtitle(line) => {
                self.plain(line, style::SUBTITLE, Role::Paragraph);
                self.stay(1.5);
            }
            Block::Fact(fact) => {
                self.space(1.6);
                self.plain(fact, style::FACT, Role::Paragraph);
            }
            Block::Facts(facts) => self.facts(facts),
            Block::Notice(notice) => self.notice(notice),
            Block::Label(label) => {
                self.space(3.2);
                self.plain(label, style::FACT, Role::Paragraph);
                self.stay(0.0);
            }
            Block::Heading(heading) => {
                self.space(8.5);
                self.heading = self.rows.len();
                self.plain(heading, style::HEADING, Role::Heading);
                self.stay(1.2);
            }
            Block::Point(point) => self.point(point),
            Block::Aside(name, text) => self.aside(name, text),
            Block::Item(item) => self.item("\u{2022}", 0, &[run(Face::Serif, item)]),
            Block::Prose(markdown) => {
                self.space(1.6);
                self.prose(markdown, style::BODY, 0.0);
            }
            Block::Table(table) => self.table(table),
            Block::Figure(chart) => self.figure(chart),
            Block::Signatures(signatures) => self.signatures(signatures),
        }
    }

    /// All rows, below a line that stands above every page but the first.
    ///
    /// # Errors
    /// When a text has letters that no font has.
    pub(super) fn into_flow(mut self, running: &str) -> Result<Flow, PaperFault> {
        let runs = [run(style::RUNNING.face, running)];
        let first = self.lines(&runs, style::RUNNING, MEASURE).into_iter().next();
        let running = first.map(|line| line.texts).unwrap_or_default();
        match self.lacking {
            Some(script) => Err(PaperFault::Letters { script }),
            None => Ok(Flow { rows: self.rows, heads: self.heads, running }),
        }
    }

    /// Leaves room above the next row.
    pub(super) fn space(&mut self, height: f32) {
        self.gap = self.gap.max(height);
    }

    /// The next row stays with the last, with this room between.
    pub(super) fn stay(&mut self, height: f32) {
        self.gap = self.gap.max(height);
        self.is_held = true;
    }

    /// Adds a row, with what was asked for above it.
    pub(super) fn add(&mut self, row: Row) {
        let gap = row.gap + std::mem::take(&mut self.gap);
        let is_held = std::mem::take(&mut self.is_held) || row.is_held;
        self.rows.push(grown(Row { gap, is_held, ..row }));
    }

    /// A text of one face, all of it read as one piece; a heading stays in one piece on the page as well.
    pub(super) fn plain(&mut self, text: &str, style: Style, role: Role) {
        let node = self.tags.add(self.parent, role);
        self.set(&[run(style.face, text)], style, 0.0, node, &[]);
    }

    /// Sets a text in rows of its own, `indent` millimetres in, with these marks on each.
    pub(super) fn set(&mut self, runs: &[Run], style: Style, indent: f32, node: Node, marks: &[Mark]) {
        let lines = self.lines(runs, style, MEASURE - indent);
        let many = lines.len();
        let is_whole = matches!(self.tags.role(node), Role::Title | Role::Heading | Role::SubHeading);
        for (line, place) in lines.into_iter().zip(0..) {
            // Never one line alone on either side.
            let is_held = place > 0 && (is_whole || place == 1 || place + 1 == many);
            let texts = line.texts.into_iter().map(|text| Text {
                x: text.x + indent,
                y: text.y + style.leading * BASELINE,
                ..text
            });
            let marks = marks.iter().cloned().chain(texts.map(|text| Mark::Text(text, node))).collect();
            self.add(Row { height: style.leading, is_held, marks, ..Row::default() });
        }
    }

    /// A text broken into lines, each placed on its baseline.
    pub(super) fn lines(&mut self, runs: &[Run], style: Style, room: f32) -> Vec<LineOf> {
        let splitting =
            Splitting { case: self.case, size: style.size, room, divides: style.divides && self.divides };
        let (segments, level) = match splitting.split(runs) {
            Ok(split) => split,
            // Letters that cannot be shown are remembered, and nothing is written then.
            Err(script) => {
                self.lacking.get_or_insert(script);
                return Vec::new();
            }
        };
        let hyphen = self.hyphen(Font::Own(style.face), style.size).width;
        let broken = break_lines(&segments, room, hyphen, style.setting);
        let last = broken.len().saturating_sub(1);
        let lines = broken.iter().zip(0..);
        let lines: Vec<(LineOf, f32)> =
            lines.map(|(line, place)| self.line(&segments, *line, style, place == last)).collect();
        self.is_leftward = !level.is_multiple_of(2);
        if !self.is_leftward {
            return lines.into_iter().map(|(line, _)| line).collect();
        }
        // What is read to the left begins at the right end of the line.
        let moved = |(line, width): (LineOf, f32)| {
            let by = (room - width).max(0.0);
            LineOf { texts: line.texts.into_iter().map(|text| Text { x: text.x + by, ..text }).collect() }
        };
        lines.into_iter().map(moved).collect()
    }

    fn hyphen(&self, font: Font, size: f32) -> Piece {
        let width = millimetres(f32::from(self.case.letter_width(font, '-')) * size / 1000.0);
        Piece { font, size, text: "-".to_owned(), width, level: 0, drawn: None }
    }

    /// One line, with its pieces where they stand, and how wide it is without the space at its end.
    fn line(&self, segments: &[Segment], broken: Broken, style: Style, is_last: bool) -> (LineOf, f32) {
        let on_line = segments.get(broken.from..broken.to).unwrap_or_default();
        let mut order: Vec<(&Piece, bool)> = Vec::new();
        let mut end = None;
        for (segment, place) in on_line.iter().zip(broken.from..) {
            order.extend(segment.pieces.iter().map(|piece| (piece, false)));
            match &segment.after {
                After::Space(space) if place + 1 < broken.to => order.push((space, true)),
                // Whoever listens hears two words and not one.
                After::Space(space) if !is_last => end = Some(space),
                _ => {}
            }
        }
        let mut set = Setter { texts: Vec::new(), x: 0.0, end: 0.0, ink: style.ink };
        put_in_order(&mut order);
        for (piece, is_space) in order {
            if is_space { set.space(piece, broken.wider) } else { set.put(piece) }
        }
        let divided = on_line.last().and_then(|segment| segment.pieces.last()).filter(|_| broken.is_divided);
        if let Some(piece) = divided {
            set.apart(&self.hyphen(piece.font, piece.size));
        }
        let width = set.x;
        if let Some(space) = end {
            set.space(space, 0.0);
        }
        (LineOf { texts: set.texts }, width)
    }
}

/// Puts the pieces of a line in the order in which they stand from left to right (rule L2 of UAX 9).
fn put_in_order(pieces: &mut [(&Piece, bool)]) {
    let highest = pieces.iter().map(|(piece, _)| piece.level).max().unwrap_or_default();
    for level in (1..=highest).rev() {
        for run in pieces.chunk_by_mut(|(one, _), (next, _)| (one.level >= level) == (next.level >= level)) {
            if run.first().is_some_and(|(piece, _)| piece.level >= level) {
                run.reverse();
            }
        }
    }
}

/// Puts pieces one after the other.
struct Setter {
    texts: Vec<Text>,
    /// Where the next piece stands, and where the last text ends.
    x: f32,
    end: f32,
    ink: Ink,
}

impl Setter {
    fn put(&mut self, piece: &Piece) {
        let ink = self.ink;
        let parts = match &piece.drawn {
            Some(parts) => parts.clone(),
            None => vec![Part::Letters(piece.text.clone())],
        };
        match self.texts.last_mut() {
            Some(last) if last.font == piece.font && last.size == piece.size && self.end == self.x => {
                for part in parts {
                    match (last.parts.last_mut(), part) {
                        (Some(Part::Letters(letters)), Part::Letters(more)) => letters.push_str(&more),
                        (_, part) => last.parts.push(part),
                    }
                }
            }
            _ => self.texts.push(Text {
                x: self.x,
                y: 0.0,
                font: piece.font,
                size: piece.size,
                ink,
                turned: 0.0,
                parts,
                is_read: true,
            }),
        }
        self.x += piece.width;
        self.end = self.x;
    }

    /// A space, this part of its width wider than it is.
    fn space(&mut self, space: &Piece, wider: f32) {
        self.put(space);
        if wider != 0.0 {
            let more = space.width * wider;
            if let Some(last) = self.texts.last_mut() {
                last.parts.push(Part::Room(more * 1000.0 / (millimetres(1.0) * space.size)));
            }
            self.x += more;
            self.end = self.x;
        }
    }

    /// A piece by itself that is not read.
    fn apart(&mut self, piece: &Piece) {
        self.end = f32::NAN;
        self.put(piece);
        if let Some(last) = self.texts.last_mut() {
            last.is_read = false;
        }
    }
}

/// A text in one face.
pub(super) fn run(face: Face, text: &str) -> Run {
    Run { face, text: text.to_owned() }
}
