//! Which letters a face has and how wide they are, found without searching for the letters that most texts are made of.

use std::collections::BTreeMap;

use printpdf::ParsedFont;

/// Letters before this one stand in a row.
const COMMON: u32 = 0x2200;

/// The letters of a face.
pub(crate) struct LetterTable {
    common: Vec<Option<(u16, u16)>>,
    others: BTreeMap<u32, (u16, u16)>,
}

impl LetterTable {
    /// The letters of a font. Widths are whole thousandths of the size, cut as the PDF library cuts them: a line ends where
    /// a reader of the file will see it end.
    pub(crate) fn of(font: &ParsedFont) -> Self {
        let units = u32::from(font.units_per_em.max(1));
        let mut table = Self { common: vec![None; COMMON as usize], others: BTreeMap::new() };
        for (letter, glyph) in &font.codepoint_to_glyph {
            let advance = u32::from(font.glyph_widths.get(glyph).copied().unwrap_or_default());
            let width = u16::try_from(advance * 1000 / units).unwrap_or(u16::MAX);
            if *glyph == 0 {
                continue;
            }
            match table.common.get_mut(*letter as usize) {
                Some(place) => *place = Some((*glyph, width)),
                None => drop(table.others.insert(*letter, (*glyph, width))),
            }
        }
        table
    }

    /// The glyph of a letter and its width in thousandths of the size.
    pub(crate) fn get(&self, letter: char) -> Option<(u16, u16)> {
        let letter = u32::from(letter);
        match self.common.get(letter as usize) {
            Some(place) => *place,
            None => self.others.get(&letter).copied(),
        }
    }
}
