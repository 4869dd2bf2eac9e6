//! A font cut down to what a document shows of it.

use std::collections::BTreeMap;

use printpdf::ParsedFont;
use subsetter::GlyphRemapper;

use super::{Font, Typecase};
use crate::PaperFault;

/// What a document shows of a font.
#[derive(Default)]
pub(crate) struct Shown {
    /// Each glyph, with the text it stands for.
    glyphs: BTreeMap<u16, String>,
    /// The glyph of each letter that is set by itself. Two letters may share one, such as a space and one that does not
    /// break.
    letters: BTreeMap<char, u16>,
}

impl Shown {
    /// Adds a letter that is set by itself.
    pub(crate) fn add_letter(&mut self, letter: char, glyph: u16) {
        if self.letters.insert(letter, glyph).is_some() {
            return;
        }
        // Of two letters with one glyph the plainer one is read, whichever comes first.
        let said = self.glyphs.entry(glyph).or_insert_with(|| letter.into());
        if said.chars().next().is_none_or(|other| letter < other) {
            *said = letter.into();
        }
    }

    /// Adds a glyph that was chosen for a text.
    pub(crate) fn add_glyph(&mut self, glyph: u16, text: &str) {
        self.glyphs.entry(glyph).or_insert_with(|| text.to_owned());
    }
}

/// A font cut down, and where its glyphs went.
pub(crate) struct Cut {
    pub(crate) font: ParsedFont,
    pub(crate) glyphs: BTreeMap<u16, u16>,
    /// Letters that are set as another one with the same glyph, so that a reader of the file is told one of them.
    pub(crate) same: BTreeMap<char, char>,
}

impl Typecase<'_> {
    /// A font with nothing but these glyphs, to go into a document.
    ///
    /// # Errors
    /// When its file is damaged.
    pub(crate) fn cut(&self, font: Font, shown: &Shown) -> Result<Cut, PaperFault> {
        let fault =
            || PaperFault::Drawing { sentence: "A typeface of the page could not be read.".to_owned() };
        let (cast, file, index) = self.cast(font).ok_or_else(fault)?;
        let mut kept = GlyphRemapper::new();
        let glyphs: BTreeMap<u16, u16> =
            shown.glyphs.keys().map(|glyph| (*glyph, kept.remap(*glyph))).collect();
        let bytes = subsetter::subset(file, index, &kept).map_err(|_| fault())?;
        let whole = &cast.font;
        let letter = |(letter, old): (&char, &u16)| Some((u32::from(*letter), *glyphs.get(old)?));
        let width = |(new, old)| Some((new, whole.get_glyph_width(old)?));
        let cut = ParsedFont {
            original_bytes: bytes,
            font_index: 0,
            font_name: Some(font.id()),
            codepoint_to_glyph: shown.letters.iter().filter_map(letter).collect(),
            glyph_widths: (0..).zip(kept.remapped_gids()).filter_map(width).collect(),
            units_per_em: whole.units_per_em,
            font_metrics: whole.font_metrics.clone(),
            font_type: whole.font_type,
            pdf_font_metrics: whole.pdf_font_metrics.clone(),
        };
        let same = shown.letters.iter().filter_map(|(letter, glyph)| {
            let plain = shown.glyphs.get(glyph)?.chars().next()?;
            let is_other = plain != *letter && shown.letters.get(&plain) == Some(glyph);
            is_other.then_some((*letter, plain))
        });
        Ok(Cut { font: cut, glyphs, same: same.collect() })
    }
}
