//! The one place that knows the PDF library: text, boxes and curves on a page, measured from its top left corner.

use printpdf::{
    BuiltinFont, Color, Line, LineCapStyle, LinePoint, Mm, Op, PaintMode, PdfDocument, PdfFontHandle,
    PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem, WindingOrder,
    win_ansi_char,
};

use crate::PaperFault;

/// A4 in millimetres.
pub(super) const WIDTH: f32 = 210.0;
const HEIGHT: f32 = 297.0;

/// The typefaces every PDF reader has. Nothing is embedded, so the page stays a few kilobytes.
#[derive(Clone, Copy)]
pub(super) enum Face {
    /// For titles and what is read.
    Serif,
    SerifBold,
    /// For labels.
    Sans,
    SansBold,
    /// For the code: every letter as wide as the next.
    Mono,
}

/// A colour as red, green and blue.
pub(super) type Ink = [u8; 3];

/// A page that is being drawn. Lengths are millimetres, sizes of letters are points.
#[derive(Default)]
pub(super) struct Canvas {
    ops: Vec<Op>,
}

impl Canvas {
    /// One line of text with its left end and baseline at `x` and `y`.
    pub(super) fn text(&mut self, x: f32, y: f32, face: Face, size: f32, ink: Ink, text: &str) {
        let font = match face {
            Face::Serif => BuiltinFont::TimesRoman,
            Face::SerifBold => BuiltinFont::TimesBold,
            Face::Sans => BuiltinFont::Helvetica,
            Face::SansBold => BuiltinFont::HelveticaBold,
            Face::Mono => BuiltinFont::CourierBold,
        };
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
    pub(super) fn fill(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
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
    pub(super) fn stroke(&mut self, points: &[CurvePoint], width: f32, ink: Ink) {
        self.ops.extend([
            Op::SetOutlineColor { col: colour(ink) },
            Op::SetOutlineThickness { pt: Mm(width).into() },
            Op::SetLineCapStyle { cap: LineCapStyle::Round },
            Op::DrawLine { line: Line { points: line_points(points), is_closed: false } },
        ]);
    }

    /// A filled shape, with curves as in [`stroke`](Self::stroke).
    pub(super) fn shape(&mut self, points: &[CurvePoint], ink: Ink) {
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
    pub(super) fn boxes(&self) -> Vec<[f32; 4]> {
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

    /// The document with this one page.
    pub(super) fn into_pdf(self, title: &str) -> Result<Vec<u8>, PaperFault> {
        let mut document = PdfDocument::new(title);
        document.metadata.info.creator = "Inglenook".to_owned();
        document.with_pages(vec![PdfPage::new(Mm(WIDTH), Mm(HEIGHT), self.ops)]);
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
        file.save_to(&mut bytes).map_err(|_| PaperFault::Drawing {
            sentence: "The page could not be put together.".to_owned(),
        })?;
        Ok(bytes)
    }
}

/// A point of a curve: on it, or pulling it.
#[derive(Clone, Copy)]
pub(super) enum CurvePoint {
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

/// Whether the typefaces have a letter.
pub(super) fn has_letter(letter: char) -> bool {
    (0x20..=0xff).any(|byte| win_ansi_char(byte) == letter && letter != '\u{fffd}' && !letter.is_control())
}
