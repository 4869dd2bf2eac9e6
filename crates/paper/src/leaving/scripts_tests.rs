//! Text in scripts that the typefaces in the program have not, with fonts as a machine may have them: pieces of Noto, cut to
//! a few words (SIL Open Font License, as `crates/paper/fonts/OFL.txt`).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::compose::{Composer, LineOf, run};
use super::flow::MEASURE;
use super::style;
use super::{Fallback, Print, make_pdf};
use crate::canvas::{Part, Tags};
use crate::review::tests::{point, review};
use crate::typeface::{Face, Typecase};

const HEBREW: &[u8] = include_bytes!("../../../../tests/data/fonts/hebrew.ttf");
const ARABIC: &[u8] = include_bytes!("../../../../tests/data/fonts/arabic.ttf");
const HAN: &[u8] = include_bytes!("../../../../tests/data/fonts/han.otf");

fn fallbacks() -> [Fallback<'static>; 3] {
    [HEBREW, ARABIC, HAN].map(|bytes| Fallback { bytes, index: 0 })
}

/// The lines of a text: what stands on each from left to right, with where each text begins.
fn lines(text: &str) -> Vec<Vec<(f32, String)>> {
    let fallbacks = fallbacks();
    let case = Typecase::with(&fallbacks);
    let mut tags = Tags::default();
    let mut composer = Composer::new(&case, &mut tags, Tags::ROOT, 240.0);
    let lines = composer.lines(&[run(Face::Serif, text)], style::BODY, MEASURE);
    let texts = |line: LineOf| {
        let said = |part: &Part| match part {
            Part::Letters(letters) => letters.clone(),
            Part::Glyphs(glyphs) => glyphs.iter().map(|glyph| glyph.text.as_str()).collect(),
            Part::Room(_) => String::new(),
        };
        line.texts.iter().map(|text| (text.x, text.parts.iter().map(said).collect())).collect()
    };
    lines.into_iter().map(texts).collect()
}

fn joined(line: &[(f32, String)]) -> String {
    line.iter().map(|(_, text)| text.as_str()).collect()
}

#[test]
fn words_that_are_read_to_the_left_stand_from_right_to_left() {
    for (text, shown) in [
        ("plain (so)", "plain (so)"),
        ("in שלום (אב) 20 then", "in 20 (בא) םולש then"),
        ("שלום, (אב)", "(בא) ,םולש"),
        ("שלום Maya 20 אב", "בא Maya 20 םולש"),
        ("عربي", "يبرع"),
        ("أنا", "انأ"),
    ] {
        let lines = lines(text);
        assert_eq!(lines.len(), 1, "{text}");
        assert_eq!(joined(&lines[0]).trim(), shown, "{text}");
        let is_left = lines[0][0].0 < 1.0;
        assert_eq!(is_left, text.starts_with(|letter: char| letter.is_ascii()), "{text}");
    }
}

#[test]
fn letters_join_and_marks_stand_on_them() {
    let case_of = |text: &str| {
        let fallbacks = fallbacks();
        let case = Typecase::with(&fallbacks);
        let font = case.of_letter(Face::Serif, text.chars().next().expect("a letter")).expect("a font");
        case.shape(font, text, false).expect("glyphs")
    };
    let ids = |text: &str| case_of(text).iter().map(|glyph| glyph.id).collect::<Vec<_>>();
    // Three letters that join are other glyphs than each of them alone, and not joined with a sign between them.
    let alone = [ids("ن"), ids("ص"), ids("س")].concat();
    let joined = ids("سصن");
    assert!(joined.len() == 3 && joined.iter().all(|glyph| !alone.contains(glyph)), "{joined:?} {alone:?}");
    assert_ne!(ids("سص"), ids("س\u{200c}ص"));
    assert!(ids("لا").iter().all(|glyph| ![ids("ل"), ids("ا")].concat().contains(glyph)), "lam and alef lean");
    let marked = case_of("שָ");
    assert!(marked.iter().any(|glyph| glyph.advance == 0.0 && glyph.dx != 0.0), "{marked:?}");
}

#[test]
fn chinese_breaks_between_characters_and_never_before_a_stop() {
    let text = "李小龙，汉字（区域）。".repeat(20);
    let lines = lines(&text);
    assert!(lines.len() >= 4, "{lines:?}");
    for line in &lines {
        let said = joined(line);
        assert!(!said.starts_with(['，', '。', '）']) && !said.ends_with('（'), "{said}");
    }
    assert_eq!(lines.iter().map(|line| joined(line)).collect::<String>(), text);
}

#[test]
fn a_review_in_these_scripts_is_printed_and_its_fonts_are_cut_down() {
    let mut review = review();
    review.person = "李小龙".into();
    review.sections[2].points = vec![point("שלום", "عربي سلام\n\n- שלום\n- 汉字"), point("x", "אב 李 ع 🎉")];
    let fallbacks = fallbacks();
    let print = Print { fallbacks: &fallbacks, ..Print::default() };
    let pdf = make_pdf(&[review.clone()], &print).expect("pages");
    assert!(pdf == make_pdf(&[review.clone()], &print).expect("pages"));
    assert!(pdf.len() < 90_000, "{}", pdf.len());
    assert!(super::said(&pdf).concat().contains("李小龙"));
    // Each font is needed, and the letters of a missing one are named.
    for (place, script) in [(0, "Hebrew letters"), (1, "Arabic letters"), (2, "Chinese characters")] {
        let mut fewer = fallbacks.to_vec();
        fewer.remove(place);
        let fault = make_pdf(&[review.clone()], &Print { fallbacks: &fewer, ..Print::default() });
        assert!(fault.expect_err(script).sentence().contains(script));
    }
    // What is no font is passed over.
    let broken: Vec<Vec<u8>> =
        vec![vec![], b"no font".to_vec(), HEBREW[..900].to_vec(), HAN[..3000].to_vec()];
    let broken: Vec<Fallback<'_>> =
        broken.iter().map(|bytes| Fallback { bytes, index: 3 }).chain(fallbacks).collect();
    assert!(make_pdf(&[review], &Print { fallbacks: &broken, ..Print::default() }).is_ok());
}
