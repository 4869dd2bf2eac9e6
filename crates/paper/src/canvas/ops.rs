//! What was drawn, as the library's operations.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, FontId, Line, LineCapStyle, LineDashPattern, LineJoinStyle, LinePoint, Mm,
    Op, PaintMode, PdfFontHandle, Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem, TextMatrix,
    WindingOrder,
};

use super::{Canvas, CurvePoint, Cut, Drawn, Font, Glyph, Ink, Part, Text};

impl Canvas {
    /// The page as operations, with its fonts cut down.
    pub(super) fn into_ops(self, cuts: &BTreeMap<Font, Cut>) -> Vec<Op> {
        let height = self.height;
        let mut ops = Vec::with_capacity(self.drawn.len() * 6);
        for drawn in self.drawn {
            match drawn {
                Drawn::Text(text) => set(&mut ops, height, cuts, text),
                Drawn::Fill([x, y, wide, high], ink) => {
                    let corner = at(height, x, y + high);
                    let rectangle = Rect {
                        x: corner.x,
                        y: corner.y,
                        width: Mm(wide).into(),
                        height: Mm(high).into(),
                        mode: Some(PaintMode::Fill),
                        winding_order: Some(WindingOrder::NonZero),
                    };
                    ops.extend([Op::SetFillColor { col: colour(ink) }, Op::DrawRectangle { rectangle }]);
                }
                Drawn::Stroke(points, width, ink) => ops.extend([
                    Op::SetOutlineColor { col: colour(ink) },
                    Op::SetOutlineThickness { pt: Mm(width).into() },
                    Op::SetLineCapStyle { cap: LineCapStyle::Round },
                    Op::DrawLine { line: Line { points: line_points(height, &points), is_closed: false } },
                ]),
                Drawn::Shape(points, ink) => ops.extend([
                    Op::SetFillColor { col: colour(ink) },
                    Op::DrawPolygon {
                        polygon: Polygon {
                            rings: vec![PolygonRing { points: line_points(height, &points) }],
                            mode: PaintMode::Fill,
                            winding_order: WindingOrder::NonZero,
                        },
                    },
                ]),
                Drawn::Line(points, width, ink, dash) => {
                    let dash = dash.map(|lengths| lengths.map(|length| Pt::from(Mm(length)).0));
                    let pattern = |lengths: [f32; 2]| LineDashPattern::new(0.0, &lengths);
                    ops.extend([
                        Op::SetOutlineColor { col: colour(ink) },
                        Op::SetOutlineThickness { pt: Mm(width).into() },
                        Op::SetLineCapStyle { cap: LineCapStyle::Butt },
                        Op::SetLineJoinStyle { join: LineJoinStyle::Round },
                        Op::SetLineDashPattern { dash: dash.map_or_else(LineDashPattern::solid, pattern) },
                        Op::DrawLine {
                            line: Line { points: line_points(height, &points), is_closed: false },
                        },
                        // What is drawn next is not dashed unless it says so.
                        Op::SetLineDashPattern { dash: LineDashPattern::solid() },
                    ]);
                }
                Drawn::Begin(role, number) => {
                    let map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(number))]);
                    ops.push(Op::BeginMarkedContentWithProperties {
                        tag: role.name().to_owned(),
                        properties: DictItem::Dict { map },
                    });
                }
                Drawn::BeginArtifact => ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() }),
                Drawn::End => ops.push(Op::EndMarkedContent),
            }
        }
        ops
    }
}

fn set(ops: &mut Vec<Op>, height: f32, cuts: &BTreeMap<Font, Cut>, text: Text) {
    let font = text.font;
    let pos = at(height, text.x, text.y);
    let place = match text.turned {
        0.0 => Op::SetTextCursor { pos },
        turned => {
            let (sine, cosine) = turned.to_radians().sin_cos();
            let matrix = TextMatrix::Raw([cosine, sine, -sine, cosine, pos.x.0, pos.y.0]);
            Op::SetTextMatrix { matrix }
        }
    };
    ops.extend([
        Op::StartTextSection,
        place,
        Op::SetFillColor { col: colour(text.ink) },
        Op::SetFont { font: PdfFontHandle::External(FontId(font.id())), size: Pt(text.size) },
    ]);
    let mut items = Vec::with_capacity(text.parts.len());
    for part in text.parts {
        match part {
            Part::Letters(letters) => items.push(TextItem::Text(match cuts.get(&font) {
                Some(cut) if !cut.same.is_empty() => {
                    letters.chars().map(|letter| cut.same.get(&letter).copied().unwrap_or(letter)).collect()
                }
                _ => letters,
            })),
            Part::Room(room) => items.push(TextItem::Offset(-room)),
            Part::Glyphs(glyphs) => {
                for glyph in glyphs {
                    show(ops, &mut items, cuts.get(&font), &glyph, text.size);
                }
            }
        }
    }
    ops.extend([Op::ShowText { items }, Op::EndTextSection]);
}

/// One glyph, moved from where its width alone would put it.
fn show(ops: &mut Vec<Op>, items: &mut Vec<TextItem>, cut: Option<&Cut>, glyph: &Glyph, size: f32) {
    let Some(cut) = cut else { return };
    let id = cut.glyphs.get(&glyph.id).copied().unwrap_or_default();
    let units = f32::from(cut.font.units_per_em.max(1));
    let own = cut.font.get_glyph_width(id).map_or(0.0, |width| (f32::from(width) * 1000.0 / units).floor());
    if glyph.dx != 0.0 {
        items.push(TextItem::Offset(-glyph.dx));
    }
    let rise = |ops: &mut Vec<Op>, items: &mut Vec<TextItem>, by: f32| {
        ops.push(Op::ShowText { items: std::mem::take(items) });
        ops.push(Op::SetLineOffset { multiplier: by * size / 1000.0 });
    };
    if glyph.dy != 0.0 {
        rise(ops, items, glyph.dy);
    }
    items.push(TextItem::GlyphIds(vec![Codepoint::with_cid(id, 0.0, glyph.text.clone())]));
    if glyph.dy != 0.0 {
        rise(ops, items, 0.0);
    }
    let back = glyph.dx + own - glyph.advance;
    if back != 0.0 {
        items.push(TextItem::Offset(back));
    }
}

fn line_points(height: f32, points: &[CurvePoint]) -> Vec<LinePoint> {
    let point = |point: &CurvePoint| match *point {
        CurvePoint::On(x, y) => LinePoint { p: at(height, x, y), bezier: false },
        CurvePoint::Pull(x, y) => LinePoint { p: at(height, x, y), bezier: true },
    };
    points.iter().map(point).collect()
}

fn at(height: f32, x: f32, y: f32) -> Point {
    Point::new(Mm(x), Mm(height - y))
}

fn colour([red, green, blue]: Ink) -> Color {
    let part = |part: u8| f32::from(part) / 255.0;
    Color::Rgb(Rgb { r: part(red), g: part(green), b: part(blue), icc_profile: None })
}
