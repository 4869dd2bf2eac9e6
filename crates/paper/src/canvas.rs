//! The one place that knows the PDF library: text, boxes and curves on a page, measured from its top left corner.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{
    Color, FontId, Line, LineCapStyle, LinePoint, Mm, Op, PaintMode, PdfDocument, PdfFont, PdfFontHandle,
    PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem, WindingOrder,
};

use crate::PaperFault;
use crate::typeface::Face;

/// A4 in millimetres.
pub(crate) const WIDTH: f32 = 210.0;
pub(crate) const HEIGHT: f32 = 297.0;

/// A colour as red, green and blue.
pub(crate) type Ink = [u8; 3];

/// A page that is being drawn. Lengths are millimetres, sizes of letters are points.
#[derive(Default)]
pub(crate) struct Canvas {
    ops: Vec<Op>,
    /// The letters that each face draws.
    letters: BTreeMap<Face, BTreeSet<char>>,
}

impl Canvas {
    /// One line of text with its left end and baseline at `x` and `y`. A letter that the face has not comes from another.
    pub(crate) fn text(&mut self, x: f32, y: f32, face: Face, size: f32, ink: Ink, text: &str) {
        let mut ops = vec![
            Op::StartTextSection,
            Op::SetTextCursor { pos: at(x, y) },
            Op::SetFillColor { col: colour(ink) },
        ];
        for (face, piece) in face.pieces(text) {
            self.letters.entry(face).or_default().extend(piece.chars());
            ops.extend([
                Op::SetFont { font: PdfFontHandle::External(FontId(face.cut_name())), size: Pt(size) },
                Op::ShowText { items: vec![TextItem::Text(piece)] },
            ]);
        }
        ops.push(Op::EndTextSection);
        self.ops.extend(ops);
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

    /// The texts drawn so far: where each ends at the right, in millimetres, and what it says.
    #[cfg(test)]
    pub(crate) fn right_ends(&self) -> Vec<(f32, String)> {
        let mut ends: Vec<(f32, String)> = Vec::new();
        let mut set = None;
        for op in &self.ops {
            match op {
                Op::SetTextCursor { pos } => ends.push((Mm::from(pos.x).0, String::new())),
                Op::SetFont { font: PdfFontHandle::External(id), size } => {
                    set = Face::ALL.into_iter().find(|face| face.cut_name() == id.0).zip(Some(size.0));
                }
                Op::ShowText { items } => {
                    let [TextItem::Text(text)] = items.as_slice() else { continue };
                    let (Some((end, all)), Some((face, size))) = (ends.last_mut(), set) else { continue };
                    *end += width(face, size, text);
                    all.push_str(text);
                }
                _ => {}
            }
        }
        ends
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
    let mut letters: BTreeMap<Face, BTreeSet<char>> = BTreeMap::new();
    for (face, used) in pages.iter().flat_map(|page| &page.letters) {
        letters.entry(*face).or_default().extend(used);
    }
    for (face, letters) in letters {
        let font = PdfFont::new(face.cut_to(&letters)?);
        document.resources.fonts.map.insert(FontId(face.cut_name()), font);
    }
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
    file.compress();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)
        .map_err(|_| PaperFault::Drawing { sentence: "The page could not be put together.".to_owned() })?;
    Ok(bytes)
}

/// How wide a text is in millimetres.
pub(crate) fn width(face: Face, size: f32, text: &str) -> f32 {
    Mm::from(Pt(face.width(text) * size)).0
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
