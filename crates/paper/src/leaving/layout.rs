//! What leaves as pages of A4: lines are broken between words, pages between lines, and a heading never stands alone at the
//! foot of a page.

use super::marked::{self, Line, Run};
use super::{Block, Leaving};
use crate::PaperFault;
use crate::canvas::{Canvas, HEIGHT, Ink, WIDTH, into_pdf, width};
use crate::typeface::{Face, printable};

const INK: Ink = [0x2b, 0x25, 0x21];
const SOFT: Ink = [0x5d, 0x53, 0x4b];
const HAIR: Ink = [0xd3, 0xc8, 0xba];

const LEFT: f32 = 24.0;
const RIGHT: f32 = WIDTH - 24.0;
const TOP: f32 = 26.0;
/// Where the last line of a page may stand.
const BOTTOM: f32 = HEIGHT - 26.0;
const FOOT: f32 = HEIGHT - 14.0;
/// How far a level of a list is set in.
const STEP: f32 = 6.0;

/// One thing or several as a PDF, each beginning on a page of its own.
///
/// # Errors
/// [`PaperFault::Letters`] when a text has letters that the typefaces of a PDF have not; Markdown carries them.
pub fn make_pdf<L: Leaving>(all: &[L]) -> Result<Vec<u8>, PaperFault> {
    let mut sheet = Sheet { pages: Vec::new(), y: BOTTOM, is_lacking: false };
    for one in all {
        sheet.turn();
        for block in one.blocks() {
            sheet.put(&block);
        }
    }
    if sheet.is_lacking {
        return Err(PaperFault::Letters);
    }
    let mut pages = sheet.pages;
    let many = pages.len();
    for (page, number) in pages.iter_mut().zip(1..) {
        let said = format!("{number} of {many}");
        let left = RIGHT - width(Face::Sans, 8.5, &said);
        page.text(left, FOOT, Face::Sans, 8.5, SOFT, &said);
    }
    into_pdf(pages, L::KIND)
}

/// How a line is set.
#[derive(Clone, Copy)]
struct Style {
    size: f32,
    /// From one baseline to the next, in millimetres.
    leading: f32,
    ink: Ink,
    /// Where it begins, in millimetres from the left margin.
    indent: f32,
}

const BODY: Style = Style { size: 11.0, leading: 5.3, ink: INK, indent: 0.0 };

/// The pages so far, and where the next line comes.
struct Sheet {
    pages: Vec<Canvas>,
    y: f32,
    is_lacking: bool,
}

impl Sheet {
    fn put(&mut self, block: &Block<'_>) {
        match block {
            Block::Title(title) => {
                let style = Style { size: 19.0, leading: 8.5, ..BODY };
                self.set(&[run(Face::SerifBold, title)], style, "");
            }
            Block::Fact(fact) => {
                self.gap(1.5);
                self.set(&[run(Face::Sans, fact)], Style { size: 9.0, ink: SOFT, ..BODY }, "");
            }
            Block::Label(label) => {
                self.gap(3.0);
                self.keep(14.0);
                self.set(&[run(Face::Sans, label)], Style { size: 9.0, ink: SOFT, ..BODY }, "");
            }
            Block::Heading(heading) => {
                self.gap(5.0);
                self.keep(24.0);
                self.set(&[run(Face::SerifBold, heading)], Style { size: 13.5, leading: 6.2, ..BODY }, "");
            }
            Block::Item(item) => {
                self.set(&[run(Face::Serif, item)], Style { indent: STEP, ..BODY }, "\u{2022}");
            }
            Block::Prose(markdown) => {
                self.gap(1.0);
                for line in marked::read(markdown) {
                    self.line(line);
                }
            }
        }
    }

    fn line(&mut self, line: Line) {
        match line {
            Line::Empty => self.gap(2.4),
            Line::Heading(mut runs) => {
                for run in runs.iter_mut().filter(|run| run.face != Face::Code) {
                    run.face = Face::SerifBold;
                }
                self.gap(2.0);
                self.keep(18.0);
                self.set(&runs, BODY, "");
            }
            Line::Item(depth, mark, runs) => {
                let indent = STEP * (f32::from(depth) + 1.0);
                self.set(&runs, Style { indent, ..BODY }, &mark);
            }
            Line::Quote(runs) => {
                let (from, page) = (self.y, self.pages.len());
                self.set(&runs, Style { indent: STEP, ink: SOFT, ..BODY }, "");
                if page == self.pages.len() {
                    let (top, height) = (from + 1.4, self.y - from);
                    self.canvas().fill(LEFT + 2.0, top, 0.5, height, HAIR);
                }
            }
            Line::Plain(runs) => self.set(&runs, BODY, ""),
            Line::Code(code) => {
                // Spaces at the beginning are the shape of code; breaking it between words would lose it.
                let code = code.replace('\t', "    ").replace(' ', "\u{a0}");
                self.set(
                    &[Run { face: Face::Code, text: code }],
                    Style { size: 9.5, indent: STEP, ..BODY },
                    "",
                );
            }
        }
    }

    /// Sets a text, as many lines as it takes, the first with a mark before it.
    fn set(&mut self, runs: &[Run], style: Style, mark: &str) {
        let words = self.words(runs, style);
        let mut mark = mark;
        for line in broken(words, RIGHT - LEFT - style.indent) {
            self.advance(style.leading);
            let y = self.y;
            if !mark.is_empty() {
                let x = LEFT + style.indent - STEP + 1.0;
                self.canvas().text(x, y, Face::Serif, style.size, style.ink, mark);
                mark = "";
            }
            for (x, face, text) in line {
                self.canvas().text(LEFT + style.indent + x, y, face, style.size, style.ink, &text);
            }
        }
    }

    /// The text as words, each with its pieces and their widths. Words that are wider than the line are cut.
    fn words(&mut self, runs: &[Run], style: Style) -> Vec<Word> {
        let room = RIGHT - LEFT - style.indent;
        let mut words = vec![Word::default()];
        for run in runs {
            // Letters that cannot be shown are remembered, and nothing is written then.
            let Some(text) = printable(&run.text) else {
                self.is_lacking = true;
                continue;
            };
            for (place, part) in text.split(' ').enumerate() {
                if place > 0 {
                    let space = width(run.face, style.size, " ");
                    words.push(Word { space, ..Word::default() });
                }
                for piece in cut(part, run.face, style.size, room) {
                    let wide = width(run.face, style.size, &piece);
                    let is_full =
                        words.last().is_some_and(|word| word.width > 0.0 && word.width + wide > room);
                    if is_full {
                        words.push(Word::default());
                    }
                    if let Some(word) = words.last_mut()
                        && !piece.is_empty()
                    {
                        word.width += wide;
                        word.pieces.push((run.face, piece, wide));
                    }
                }
            }
        }
        words
    }

    fn gap(&mut self, height: f32) {
        if self.y > TOP {
            self.y += height;
        }
    }

    /// Turns the page unless so much of it is left.
    fn keep(&mut self, height: f32) {
        if self.y + height > BOTTOM {
            self.turn();
        }
    }

    fn advance(&mut self, leading: f32) {
        if self.y + leading > BOTTOM {
            self.turn();
        }
        self.y += leading;
    }

    fn turn(&mut self) {
        self.pages.push(Canvas::default());
        self.y = TOP - BODY.leading;
    }

    fn canvas(&mut self) -> &mut Canvas {
        if self.pages.is_empty() {
            self.pages.push(Canvas::default());
        }
        // There is one: it was made a line above.
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }
}

fn run(face: Face, text: &str) -> Run {
    Run { face, text: text.to_owned() }
}

/// A word in pieces that each fit into a line.
fn cut(word: &str, face: Face, size: f32, room: f32) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0.0;
    for letter in word.chars() {
        let wide = width(face, size, letter.encode_utf8(&mut [0; 4]));
        if used + wide > room {
            pieces.push(String::new());
            used = 0.0;
        }
        used += wide;
        if let Some(piece) = pieces.last_mut() {
            piece.push(letter);
        }
    }
    pieces
}

/// A word in pieces of one face each, with the space before it.
#[derive(Default)]
struct Word {
    pieces: Vec<(Face, String, f32)>,
    width: f32,
    space: f32,
}

/// Words broken into lines of at most `room` millimetres: for each line, where its pieces stand.
fn broken(words: Vec<Word>, room: f32) -> Vec<Vec<(f32, Face, String)>> {
    let mut lines = vec![Vec::new()];
    let mut x = 0.0;
    for word in words {
        let is_first = lines.last().is_none_or(Vec::is_empty);
        if !is_first && x + word.space + word.width > room {
            lines.push(Vec::new());
            x = 0.0;
        } else if !is_first {
            x += word.space;
        }
        for (face, text, width) in word.pieces {
            let Some(line) = lines.last_mut() else { continue };
            line.push((x, face, text));
            x += width;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_before_the_word_that_does_not_fit() {
        let word =
            |width: f32| Word { pieces: vec![(Face::Serif, "x".to_owned(), width)], width, space: 2.0 };
        let lines = broken(vec![word(10.0), word(10.0), word(10.0), word(22.5), word(0.4)], 25.0);
        let places: Vec<Vec<f32>> =
            lines.iter().map(|line| line.iter().map(|(x, ..)| *x).collect()).collect();
        assert_eq!(places, [vec![0.0, 12.0], vec![0.0], vec![0.0, 24.5]]);
    }
}
