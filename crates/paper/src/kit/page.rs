//! The kit as one page of A4. Warm on the screen, and nothing on it depends on colour.

use super::{
    KitSheet,
    mark::draw_mark,
    square::draw_square,
    words::{CODE, FOOT, KEEP, KEEP_STEPS, PURPOSE, SQUARE, TITLE, USE, USE_STEPS},
};
use crate::{
    PaperFault,
    canvas::{Canvas, Document, Ink, WIDTH, width},
    markdown::say_day,
    typeface::{self, Face, Typecase},
};

const INK: Ink = [0x2b, 0x25, 0x21];
const SOFT: Ink = [0x5d, 0x53, 0x4b];
const HAIR: Ink = [0xd3, 0xc8, 0xba];
const GROUND: Ink = [0xfb, 0xf3, 0xe3];
const EDGE: Ink = [0xea, 0xd9, 0xb8];
const EMBER: Ink = [0xb8, 0x48, 0x1f];
const WHITE: Ink = [0xff, 0xff, 0xff];
const BLACK: Ink = [0, 0, 0];

const LEFT: f32 = 24.0;
pub(super) const RIGHT: f32 = WIDTH - 24.0;
/// The most groups that fit, and the most letters one has.
const GROUPS: usize = 10;
const GROUP_LETTERS: usize = 6;
/// Where the facts about the kit stand, and how large.
const FACTS: f32 = LEFT + 26.0;
const FACT_SIZE: f32 = 12.0;

/// Draws the kit.
///
/// A name in a script that the page has no letters for is left as a line to be filled in by hand.
///
/// # Errors
/// When the code is not one that the page has room for.
pub fn make_kit_pdf(sheet: &KitSheet) -> Result<Vec<u8>, PaperFault> {
    let plain = |group: &String| {
        (1..=GROUP_LETTERS).contains(&group.len())
            && group.bytes().all(|letter| letter.is_ascii_alphanumeric())
    };
    if sheet.groups.is_empty() || sheet.groups.len() > GROUPS || !sheet.groups.iter().all(plain) {
        return Err(PaperFault::Drawing { sentence: "The recovery code does not fit its page.".to_owned() });
    }
    let case = Typecase::default();
    let document = Document {
        pages: vec![draw(sheet)?],
        title: "Inglenook recovery kit".to_owned(),
        language: "en",
        dated: Some(sheet.made_on),
        tags: None,
        case: &case,
    };
    document.into_pdf()
}

/// The page itself.
pub(super) fn draw(sheet: &KitSheet) -> Result<Canvas, PaperFault> {
    let mut canvas = Canvas::default();
    draw_head(&mut canvas, sheet);
    draw_code(&mut canvas, sheet)?;
    draw_steps(&mut canvas, 205.5, USE, &USE_STEPS);
    draw_steps(&mut canvas, 233.5, KEEP, &KEEP_STEPS);
    draw_foot(&mut canvas);
    Ok(canvas)
}

fn draw_head(canvas: &mut Canvas, sheet: &KitSheet) {
    draw_mark(canvas, LEFT - 2.0, 21.0, 17.0, INK, EMBER);
    canvas.text(LEFT + 19.0, 28.0, Face::SansBold, 9.0, SOFT, "INGLENOOK");
    canvas.text(LEFT + 19.0, 37.0, Face::SerifBold, 27.0, INK, TITLE);
    for (sentence, line) in PURPOSE.iter().zip(0_u8..) {
        canvas.text(LEFT, 51.0 + 5.6 * f32::from(line), Face::Serif, 10.5, INK, sentence);
    }
    let made_on = say_day(sheet.made_on);
    let facts = [("Vault", &sheet.vault_label), ("Belongs to", &sheet.owner), ("Made on", &made_on)];
    for ((label, value), line) in facts.into_iter().zip(0_u8..) {
        let y = 69.0 + 7.4 * f32::from(line);
        canvas.text(LEFT, y, Face::Sans, 9.5, SOFT, label);
        match printable(value) {
            Some(value) => canvas.text(FACTS, y, Face::Serif, FACT_SIZE, INK, &value),
            None => canvas.fill(FACTS, y + 0.8, 70.0, 0.2, HAIR),
        }
    }
}

fn draw_code(canvas: &mut Canvas, sheet: &KitSheet) -> Result<(), PaperFault> {
    let (top, bottom) = (93.0, 193.5);
    canvas.fill(LEFT - 0.3, top - 0.3, RIGHT - LEFT + 0.6, bottom - top + 0.6, EDGE);
    canvas.fill(LEFT, top, RIGHT - LEFT, bottom - top, GROUND);
    canvas.text(LEFT + 9.0, top + 11.0, Face::SansBold, 10.0, SOFT, CODE);
    for (group, place) in sheet.groups.iter().zip(0_u8..) {
        let x = LEFT + 9.0 + 43.0 * f32::from(place % 2);
        let y = top + 27.0 + 16.0 * f32::from(place / 2);
        let number = (place + 1).to_string();
        canvas.text(x, y, Face::Sans, 9.0, SOFT, &number);
        canvas.text(x + 6.0, y, Face::Mono, 25.0, BLACK, group);
    }
    let (size, frame) = (54.0, 5.0);
    let (left, above) = (RIGHT - 9.0 - size - frame, top + 16.0 + frame);
    canvas.fill(left - frame, above - frame, size + 2.0 * frame, size + 2.0 * frame, WHITE);
    draw_square(canvas, (left, above), size, BLACK, &sheet.code())?;
    canvas.text(left - frame, above + size + frame + 6.0, Face::Sans, 9.0, SOFT, SQUARE);
    Ok(())
}

fn draw_steps(canvas: &mut Canvas, top: f32, heading: &str, steps: &[&str]) {
    canvas.text(LEFT, top, Face::SerifBold, 13.0, INK, heading);
    for (step, number) in steps.iter().zip(1_u8..) {
        let y = top + 0.6 + 5.8 * f32::from(number);
        canvas.text(LEFT, y, Face::Sans, 9.0, SOFT, &number.to_string());
        canvas.text(LEFT + 6.0, y, Face::Serif, 10.0, INK, step);
    }
}

fn draw_foot(canvas: &mut Canvas) {
    for (label, x, width) in
        [("Put away on", LEFT, 44.0), ("Where", LEFT + 52.0, 52.0), ("Signature", LEFT + 112.0, 50.0)]
    {
        canvas.fill(x, 267.0, width, 0.25, SOFT);
        canvas.text(x, 271.6, Face::Sans, 8.5, SOFT, label);
    }
    canvas.text(LEFT, 283.0, Face::Serif, 8.8, SOFT, FOOT);
}

/// A name in the letters the page has, cut where its line ends. None when letters would be lost.
fn printable(name: &str) -> Option<String> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = typeface::printable(&name)?;
    let mut shown = letters.clone();
    while width(Face::Serif, FACT_SIZE, &shown) > RIGHT - FACTS {
        letters.pop();
        shown = format!("{letters}\u{2026}");
    }
    (!shown.is_empty()).then_some(shown)
}
