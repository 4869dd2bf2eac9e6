//! A font cut down to what a document shows of it.

use std::collections::BTreeMap;

use printpdf::ParsedFont;
use subsetter::GlyphRemapper;

use super::{Font, Typecase};
use crate::PaperFault;

/// What a document shows of a font: each glyph, with the text it stands for.
pub(crate) type Shown = BTreeMap<u16, String>;

/// A font cut down, and where its glyphs went.
pub(crate) struct Cut {
    pub(crate) font: ParsedFont,
    pub(crate) glyphs: BTreeMap<u16, u16>,
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
        let glyphs: BTreeMap<u16, u16> = shown.keys().map(|glyph| (*glyph, kept.remap(*glyph))).collect();
        let bytes = subsetter::subset(file, index, &kept).map_err(|_| fault())?;
        let whole = &cast.font;
        let letter = |(old, new): (&u16, &u16)| {
            let mut letters = shown.get(old)?.chars();
            let letter = letters.next().filter(|_| letters.next().is_none())?;
            Some((u32::from(letter), *new))
        };
        let width = |(new, old)| Some((new, whole.get_glyph_width(old)?));
        let cut = ParsedFont {
            original_bytes: bytes,
            font_index: 0,
            font_name: Some(font.id()),
            codepoint_to_glyph: glyphs.iter().filter_map(letter).collect(),
            glyph_widths: (0..).zip(kept.remapped_gids()).filter_map(width).collect(),
            units_per_em: whole.units_per_em,
            font_metrics: whole.font_metrics.clone(),
            font_type: whole.font_type.clone(),
            pdf_font_metrics: whole.pdf_font_metrics.clone(),
        };
        Ok(Cut { font: cut, glyphs })
    }
}
