//! The one place that knows the PDF library: text, boxes and curves on a page, measured from its top left corner.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;

use printpdf::{
    BuiltinFont, Color, Line, LineCapStyle, LinePoint, Mm, Op, PaintMode, PdfDocument, PdfFontHandle,
    PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem, WindingOrder,
    win_ansi_char,
};

use crate::PaperFault;

/// A4 in millimetres.
pub(crate) const WIDTH: f32 = 210.0;
pub(crate) const HEIGHT: f32 = 297.0;

/// The typefaces every PDF reader has. Nothing is embedded, so the page stays a few kilobytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Face {
    /// For titles and what is read.
    Serif,
    SerifBold,
    /// For a word that is stressed.
    SerifItalic,
    /// For labels.
    Sans,
    SansBold,
    /// For the code: every letter as wide as the next.
    Mono,
    /// For what was written as code.
    Code,
}

impl Face {
    fn font(self) -> BuiltinFont {
        match self {
            Self::Serif => BuiltinFont::TimesRoman,
            Self::SerifBold => BuiltinFont::TimesBold,
            Self::SerifItalic => BuiltinFont::TimesItalic,
            Self::Sans => BuiltinFont::Helvetica,
            Self::SansBold => BuiltinFont::HelveticaBold,
            Self::Mono => BuiltinFont::CourierBold,
            Self::Code => BuiltinFont::Courier,
        }
    }
}

/// A colour as red, green and blue.
pub(crate) type Ink = [u8; 3];

/// A page that is being drawn. Lengths are millimetres, sizes of letters are points.
#[derive(Default)]
pub(crate) struct Canvas {
    ops: Vec<Op>,
}

impl Canvas {
    /// One line of text with its left end and baseline at `x` and `y`.
    pub(crate) fn text(&mut self, x: f32, y: f32, face: Face, size: f32, ink: Ink, text: &str) {
        let font = face.font();
        self.ops.extend([
            Op::StartTextSection,
            Op::SetTextCursor { pos: at(x, y) },
            Op::SetFont { font: PdfFontHandle::Builtin(font), size: Pt(size) },
            Op::SetFillColor { col: colour(ink) },
            Op::ShowText { items: vec![TextItem::Text(text.to_owned())] },
            Op::EndTextSection,
        ]);
    }

    /// A filled box.
    pub(crate) fn fill(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        let corner = at(x, y + height);
        self.ops.extend([
            Op::SetFillColor { col: colour(ink) },
            Op::DrawRectangle {
                rectangle: Rect {
                    x: corner.x,
                    y: corner.y,
                    width: Mm(width).into(),
                    height: Mm(height).into(),
                    mode: Some(PaintMode::Fill),
                    winding_order: Some(WindingOrder::NonZero),
                },
            },
        ]);
    }

    /// A line through points; of three after a corner, the first two pull a curve.
    pub(crate) fn stroke(&mut self, points: &[CurvePoint], width: f32, ink: Ink) {
        self.ops.extend([
            Op::SetOutlineColor { col: colour(ink) },
            Op::SetOutlineThickness { pt: Mm(width).into() },
            Op::SetLineCapStyle { cap: LineCapStyle::Round },
            Op::DrawLine { line: Line { points: line_points(points), is_closed: false } },
        ]);
    }

    /// A filled shape, with curves as in [`stroke`](Self::stroke).
    pub(crate) fn shape(&mut self, points: &[CurvePoint], ink: Ink) {
        self.ops.extend([
            Op::SetFillColor { col: colour(ink) },
            Op::DrawPolygon {
                polygon: Polygon {
                    rings: vec![PolygonRing { points: line_points(points) }],
                    mode: PaintMode::Fill,
                    winding_order: WindingOrder::NonZero,
                },
            },
        ]);
    }

    /// The boxes filled so far, as left, top, width and height.
    #[cfg(test)]
    pub(crate) fn boxes(&self) -> Vec<[f32; 4]> {
        let boxes = self.ops.iter().filter_map(|op| match op {
            Op::DrawRectangle { rectangle } => Some(rectangle),
            _ => None,
        });
        let millimetres = |length: Pt| Mm::from(length).0;
        boxes
            .map(|r| {
                let (width, height) = (millimetres(r.width), millimetres(r.height));
                [millimetres(r.x), HEIGHT - millimetres(r.y) - height, width, height]
            })
            .collect()
    }
}

/// The document of these pages.
///
/// # Errors
/// When the library cannot put it together.
pub(crate) fn into_pdf(pages: Vec<Canvas>, title: &str) -> Result<Vec<u8>, PaperFault> {
    let mut document = PdfDocument::new(title);
    document.metadata.info.creator = "Inglenook".to_owned();
    let pages = pages.into_iter().map(|page| PdfPage::new(Mm(WIDTH), Mm(HEIGHT), page.ops));
    document.with_pages(pages.collect());
    let mut file = document.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
    // The library writes the oldest version there is, a day in 1970, and an empty claim to a print standard.
    file.version = "1.7".to_owned();
    let drawing = |_| PaperFault::Drawing { sentence: "The page could not be put together.".to_owned() };
    let about = file.trailer.get(b"Info").and_then(|about| about.as_reference()).map_err(drawing)?;
    let about = file.get_object_mut(about).and_then(|about| about.as_dict_mut()).map_err(drawing)?;
    for key in [&b"GTS_PDFXVersion"[..], b"CreationDate", b"ModDate", b"Identifier"] {
        about.remove(key);
    }
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)
        .map_err(|_| PaperFault::Drawing { sentence: "The page could not be put together.".to_owned() })?;
    Ok(bytes)
}

/// How wide letters are, so that lines can be broken. Reading a typeface takes a moment; one measure serves a document.
pub(crate) struct Measure {
    faces: HashMap<Face, HashMap<char, f32>>,
}

/// The width of a letter that a typeface says nothing of, in parts of its size: that of a digit.
const USUAL_WIDTH: f32 = 0.5;
/// The width of a space, which the library's typefaces leave out, in the same parts: with serifs and without.
const SPACE_WIDTH: [f32; 2] = [0.25, 0.278];
const CODE_WIDTH: f32 = 0.6;

impl Measure {
    /// The widths of these faces.
    pub(crate) fn of(faces: &[Face]) -> Self {
        let widths = |face: &Face| {
            let font = face.font().get_parsed_font();
            let em = font.as_ref().map_or(1000.0, |font| f32::from(font.units_per_em.max(1)));
            let letters = font.into_iter().flat_map(|font| {
                let width = |glyph: &u16| font.glyph_widths.get(glyph).copied().unwrap_or_default();
                let letters = font.codepoint_to_glyph.iter();
                letters
                    .filter_map(|(code, glyph)| Some((char::from_u32(*code)?, f32::from(width(glyph)) / em)))
                    .collect::<Vec<_>>()
            });
            (*face, letters.collect())
        };
        Self { faces: faces.iter().map(widths).collect() }
    }

    /// How wide a text is in millimetres.
    pub(crate) fn width(&self, face: Face, size: f32, text: &str) -> f32 {
        let letters = self.faces.get(&face);
        let width = |letter: char| match letter {
            _ if matches!(face, Face::Mono | Face::Code) => CODE_WIDTH,
            ' ' | '\u{a0}' => SPACE_WIDTH[usize::from(matches!(face, Face::Sans | Face::SansBold))],
            letter => {
                // A letter with a mark is as wide as the letter without.
                let bare = std::iter::once(letter).nfd().next().unwrap_or(letter);
                letters
                    .and_then(|known| known.get(&letter).or(known.get(&bare)))
                    .copied()
                    .unwrap_or(USUAL_WIDTH)
            }
        };
        Mm::from(Pt(text.chars().map(width).sum::<f32>() * size)).0
    }
}

/// A point of a curve: on it, or pulling it.
#[derive(Clone, Copy)]
pub(crate) enum CurvePoint {
    On(f32, f32),
    Pull(f32, f32),
}

fn line_points(points: &[CurvePoint]) -> Vec<LinePoint> {
    points
        .iter()
        .map(|point| match *point {
            CurvePoint::On(x, y) => LinePoint { p: at(x, y), bezier: false },
            CurvePoint::Pull(x, y) => LinePoint { p: at(x, y), bezier: true },
        })
        .collect()
}

fn at(x: f32, y: f32) -> Point {
    Point::new(Mm(x), Mm(HEIGHT - y))
}

fn colour([red, green, blue]: Ink) -> Color {
    let part = |part: u8| f32::from(part) / 255.0;
    Color::Rgb(Rgb { r: part(red), g: part(green), b: part(blue), icc_profile: None })
}

/// Every letter that the typefaces have.
pub(crate) fn letters() -> HashSet<char> {
    (0x20..=0xff).map(win_ansi_char).filter(|letter| *letter != '\u{fffd}' && !letter.is_control()).collect()
}

/// Whether the typefaces have a letter.
pub(crate) fn has_letter(letter: char) -> bool {
    (0x20..=0xff).any(|byte| win_ansi_char(byte) == letter && letter != '\u{fffd}' && !letter.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_a_width_of_its_own_typeface() {
        let faces = [Face::Serif, Face::SerifBold, Face::SerifItalic, Face::Sans];
        let measure = Measure::of(&faces);
        for face in faces {
            let unknown = letters().into_iter().filter(|letter| {
                !measure.faces[&face].contains_key(letter)
                    && ![' ', '\u{a0}', '\u{ad}', '€', 'Ž', 'ž'].contains(letter)
            });
            assert_eq!(unknown.collect::<String>(), "");
        }
        // Adobe's own metrics of Times: 722, 500 and 250 thousandths of the size.
        for (text, thousandths) in
            [("A", 722.0), ("5", 500.0), (" ", 250.0), ("\u{2014}", 1000.0), ("€", 500.0), ("Ž", 611.0)]
        {
            let points = Pt::from(Mm(measure.width(Face::Serif, 10.0, text))).0;
            assert!((points * 100.0 - thousandths).abs() < 2.0, "{text}: {points}");
        }
    }
}
