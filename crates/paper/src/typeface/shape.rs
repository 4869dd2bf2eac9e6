//! Glyphs for letters that look different beside each other: joined, stacked, with marks. Only fonts of the machine have
//! such letters; those in the program are set letter by letter.

use std::cell::RefCell;

use allsorts::Font as ShapingFont;
use allsorts::binary::read::ReadScope;
use allsorts::font::MatchingPresentation;
use allsorts::font_data::{DynamicFontTableProvider, FontData};
use allsorts::glyph_position::{GlyphLayout, TextDirection};
use allsorts::gsub::{FeatureMask, FeatureMaskExt};

use crate::canvas::Glyph;

/// A font that is asked for glyphs; what it has looked up once it keeps.
pub(super) struct Shaper<'a>(RefCell<Option<ShapingFont<DynamicFontTableProvider<'a>>>>);

/// Ends the joining of letters without a space. It has no glyph of its own.
pub(crate) const NON_JOINER: char = '\u{200c}';

impl<'a> Shaper<'a> {
    /// For one font of a file. One that cannot be asked shapes nothing.
    pub(super) fn new(file: &'a [u8], index: usize) -> Self {
        let read = || {
            let data = ReadScope::new(file).read::<FontData<'_>>().ok()?;
            ShapingFont::new(data.table_provider(index).ok()?).ok()
        };
        Self(RefCell::new(read()))
    }

    /// The glyphs of a text of one script, from left to right; none where the font cannot be asked. `units` are those of
    /// the font that make up its size.
    pub(super) fn shape(&self, text: &str, is_rightward: bool, units: u16) -> Option<Vec<Glyph>> {
        let mut font = self.0.try_borrow_mut().ok()?;
        let font = font.as_mut()?;
        let mut glyphs = Vec::new();
        for part in text.split(NON_JOINER).filter(|part| !part.is_empty()) {
            glyphs.extend(shape(font, part, is_rightward, units)?);
        }
        // They come in the order they are read in.
        if !is_rightward {
            glyphs.reverse();
        }
        Some(glyphs)
    }
}

fn shape(
    font: &mut ShapingFont<DynamicFontTableProvider<'_>>,
    text: &str,
    is_rightward: bool,
    units: u16,
) -> Option<Vec<Glyph>> {
    let script = text.chars().find_map(script_tag).unwrap_or(u32::from_be_bytes(*b"DFLT"));
    let raw = font.map_glyphs(text, script, MatchingPresentation::NotRequired);
    // A font whose rules are broken still has its glyphs.
    let infos = match font.shape(raw, script, None, FeatureMask::default_mask(), &[], None, true) {
        Ok(infos) | Err((_, infos)) => infos,
    };
    let direction = if is_rightward { TextDirection::LeftToRight } else { TextDirection::RightToLeft };
    let places = GlyphLayout::new(font, &infos, direction, false).glyph_positions().ok()?;
    let scaled = |length: i32| length as f32 * 1000.0 / f32::from(units.max(1));
    let glyphs = infos.iter().zip(places).map(|(info, place)| Glyph {
        id: info.glyph.glyph_index,
        dx: scaled(place.x_offset),
        dy: scaled(place.y_offset),
        advance: scaled(place.hori_advance),
        text: said(info.glyph.unicodes.iter().copied(), text),
    });
    Some(glyphs.collect())
}

/// The letters that a glyph stands for. A letter that was taken apart and put together again on the way is told twice.
fn said(letters: impl Iterator<Item = char>, text: &str) -> String {
    let said: String = letters.collect();
    let mut once = said.clone();
    once.truncate(said.chars().next().map_or(0, char::len_utf8));
    let is_twice = said.len() == 2 * once.len() && said == once.repeat(2);
    if is_twice && !text.contains(&said) { once } else { said }
}

/// The tag of a letter's script, as in OpenType.
fn script_tag(letter: char) -> Option<u32> {
    let tag = match letter {
        '\u{530}'..='\u{58f}' => b"armn",
        '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}' => b"hebr",
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}' => b"arab",
        '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' => b"arab",
        '\u{700}'..='\u{74f}' => b"syrc",
        '\u{780}'..='\u{7bf}' => b"thaa",
        '\u{900}'..='\u{97f}' => b"deva",
        '\u{980}'..='\u{9ff}' => b"beng",
        '\u{a00}'..='\u{a7f}' => b"guru",
        '\u{a80}'..='\u{aff}' => b"gujr",
        '\u{b00}'..='\u{b7f}' => b"orya",
        '\u{b80}'..='\u{bff}' => b"taml",
        '\u{c00}'..='\u{c7f}' => b"telu",
        '\u{c80}'..='\u{cff}' => b"knda",
        '\u{d00}'..='\u{d7f}' => b"mlym",
        '\u{d80}'..='\u{dff}' => b"sinh",
        '\u{e00}'..='\u{e7f}' => b"thai",
        '\u{e80}'..='\u{eff}' => b"lao ",
        '\u{f00}'..='\u{fff}' => b"tibt",
        '\u{1000}'..='\u{109f}' => b"mymr",
        '\u{1780}'..='\u{17ff}' => b"khmr",
        _ => return None,
    };
    Some(u32::from_be_bytes(*tag))
}

/// Whether a letter may look different beside others.
pub(crate) fn is_shaped(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{590}'..='\u{1cff}' | '\u{a800}'..='\u{abff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
}
