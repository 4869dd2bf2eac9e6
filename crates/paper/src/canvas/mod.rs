//! The one place that knows the PDF library: text, boxes and curves on a page, measured from its top left corner, and the
//! order in which they are read.

mod document;
mod ops;
mod tags;

use std::collections::BTreeMap;

use printpdf::{Mm, Pt};

use crate::typeface::{Cut, Face, Font, Shown, Typecase};

pub(crate) use document::{Document, written};
pub(crate) use tags::{Node, Role, Tags};

/// A4 in millimetres.
pub(crate) const WIDTH: f32 = 210.0;
pub(crate) const HEIGHT: f32 = 297.0;

/// A colour as red, green and blue.
pub(crate) type Ink = [u8; 3];

/// A page that is being drawn. Lengths are millimetres, sizes of letters are points.
pub(crate) struct Canvas {
    width: f32,
    height: f32,
    drawn: Vec<Drawn>,
    /// How many pieces of it are read.
    pieces: i64,
}

impl Default for Canvas {
    fn default() -> Self {
        Self::new(WIDTH, HEIGHT)
    }
}

/// Something on a page.
enum Drawn {
    Text(Text),
    Fill([f32; 4], Ink),
    Stroke(Vec<CurvePoint>, f32, Ink),
    Shape(Vec<CurvePoint>, Ink),
    /// A line with straight parts: its points, its width, its ink, and how long dashes and the room between them are.
    Line(Vec<CurvePoint>, f32, Ink, Option<[f32; 2]>),
    /// What follows is a piece of the text that is read; its number counts from 0 on each page.
    Begin(Role, i64),
    /// What follows repeats or adorns, and is not read.
    BeginArtifact,
    End,
}

/// Text in one font on one line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Text {
    /// Where its left end and its baseline are.
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) font: Font,
    pub(crate) size: f32,
    pub(crate) ink: Ink,
    /// How far it is turned, in degrees against the clock.
    pub(crate) turned: f32,
    pub(crate) parts: Vec<Part>,
    /// Whether it is part of what is read; the hyphen of a divided word is not.
    pub(crate) is_read: bool,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part {
    Letters(String),
    Glyphs(Vec<Glyph>),
    /// Room, in thousandths of the size.
    Room(f32),
}

/// A glyph that was chosen for more than its letter.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    /// How far it is moved, and how far the next one is from where this one would stand; thousandths of the size.
    pub(crate) dx: f32,
    pub(crate) dy: f32,
    pub(crate) advance: f32,
    /// The letters that it stands for.
    pub(crate) text: String,
}

impl Canvas {
    /// An empty page of this size.
    pub(crate) fn new(width: f32, height: f32) -> Self {
        Self { width, height, drawn: Vec::new(), pieces: 0 }
    }

    /// Its width and height.
    pub(crate) fn size(&self) -> (f32, f32) {
        (self.width, self.height)
    }

    /// One line of text with its left end and baseline at `x` and `y`. A letter that the face has not comes from another of
    /// those in the program.
    pub(crate) fn text(&mut self, x: f32, y: f32, face: Face, size: f32, ink: Ink, text: &str) {
        let mut x = x;
        for (face, piece) in face.pieces(text) {
            let wide = width(face, size, &piece);
            let parts = vec![Part::Letters(piece)];
            self.set(Text { x, y, font: Font::Own(face), size, ink, turned: 0.0, parts, is_read: true });
            x += wide;
        }
    }

    /// Sets a text.
    pub(crate) fn set(&mut self, text: Text) {
        self.drawn.push(Drawn::Text(text));
    }

    /// A filled box.
    pub(crate) fn fill(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        self.drawn.push(Drawn::Fill([x, y, width, height], ink));
    }

    /// A line through points; of three after a corner, the first two pull a curve.
    pub(crate) fn stroke(&mut self, points: &[CurvePoint], width: f32, ink: Ink) {
        self.drawn.push(Drawn::Stroke(points.to_vec(), width, ink));
    }

    /// A filled shape, with curves as in [`stroke`](Self::stroke).
    pub(crate) fn shape(&mut self, points: &[CurvePoint], ink: Ink) {
        self.drawn.push(Drawn::Shape(points.to_vec(), ink));
    }

    /// A line through points, its corners round and its ends plain; dashed where lengths of dashes and of the room between
    /// them are given.
    pub(crate) fn line(&mut self, points: &[[f32; 2]], width: f32, ink: Ink, dash: Option<[f32; 2]>) {
        let points = points.iter().map(|[x, y]| CurvePoint::On(*x, *y)).collect();
        self.drawn.push(Drawn::Line(points, width, ink, dash));
    }

    /// A filled area with straight sides.
    pub(crate) fn area(&mut self, points: &[[f32; 2]], ink: Ink) {
        let points: Vec<CurvePoint> = points.iter().map(|[x, y]| CurvePoint::On(*x, *y)).collect();
        self.shape(&points, ink);
    }

    /// What is drawn until [`end`](Self::end) is read as part of a node.
    pub(crate) fn begin(&mut self, tags: &mut Tags, node: Node, page: usize) {
        self.drawn.push(Drawn::Begin(tags.role(node), self.pieces));
        tags.show(node, page, self.pieces);
        self.pieces += 1;
    }

    /// What is drawn until [`end`](Self::end) is not read.
    pub(crate) fn begin_artifact(&mut self) {
        self.drawn.push(Drawn::BeginArtifact);
    }

    /// The end of what was begun.
    pub(crate) fn end(&mut self) {
        self.drawn.push(Drawn::End);
    }

    /// Adds what this page shows of each font.
    fn add_shown(&self, case: &Typecase<'_>, all: &mut BTreeMap<Font, Shown>) {
        for drawn in &self.drawn {
            let Drawn::Text(text) = drawn else { continue };
            let Some((cast, ..)) = case.cast(text.font) else { continue };
            let shown = all.entry(text.font).or_default();
            for part in &text.parts {
                match part {
                    Part::Letters(letters) => {
                        for letter in letters.chars() {
                            if let Some((glyph, _)) = cast.letters.get(letter) {
                                shown.add_letter(letter, glyph);
                            }
                        }
                    }
                    Part::Glyphs(glyphs) => {
                        glyphs.iter().for_each(|glyph| shown.add_glyph(glyph.id, &glyph.text));
                    }
                    Part::Room(_) => {}
                }
            }
        }
    }

    /// The texts drawn so far: where each ends at the right, in millimetres, and what it says. Spaces at the end are not
    /// counted.
    #[cfg(test)]
    pub(crate) fn right_ends(&self) -> Vec<(f32, String)> {
        self.texts().into_iter().map(|(_, end, said)| (end, said)).collect()
    }

    /// The texts drawn so far, each with where it ends at the right and what it says.
    #[cfg(test)]
    pub(crate) fn texts(&self) -> Vec<(&Text, f32, String)> {
        let texts = self.drawn.iter().filter_map(|drawn| match drawn {
            Drawn::Text(text) => Some(text),
            _ => None,
        });
        let case = Typecase::default();
        texts
            .map(|text| {
                let (mut end, mut room, mut said) = (text.x, 0.0, String::new());
                for part in &text.parts {
                    match part {
                        Part::Letters(letters) => {
                            for letter in letters.chars() {
                                room += f32::from(case.letter_width(text.font, letter));
                                if letter != ' ' {
                                    end = text.x + millimetres(text.size * room / 1000.0);
                                }
                                said.push(letter);
                            }
                        }
                        Part::Glyphs(glyphs) => {
                            for glyph in glyphs {
                                room += glyph.advance;
                                said.push_str(&glyph.text);
                            }
                            end = text.x + millimetres(text.size * room / 1000.0);
                        }
                        Part::Room(more) => room += more,
                    }
                }
                (text, end, said)
            })
            .collect()
    }

    /// The boxes filled so far, as left, top, width and height.
    #[cfg(test)]
    pub(crate) fn boxes(&self) -> Vec<[f32; 4]> {
        let boxes = self.drawn.iter().filter_map(|drawn| match drawn {
            Drawn::Fill(place, _) => Some(*place),
            _ => None,
        });
        boxes.collect()
    }
}

/// How wide a text is in millimetres.
pub(crate) fn width(face: Face, size: f32, text: &str) -> f32 {
    millimetres(face.width(text) * size)
}

/// Points in millimetres.
pub(crate) fn millimetres(points: f32) -> f32 {
    Mm::from(Pt(points)).0
}

/// A point of a curve: on it, or pulling it.
#[derive(Clone, Copy)]
pub(crate) enum CurvePoint {
    On(f32, f32),
    Pull(f32, f32),
}
