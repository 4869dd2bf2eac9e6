//! The typefaces of a printed page. They travel inside the program and, cut down to the letters that are used, inside
//! every page it makes: what is read looks the same on every machine, and no name is refused for its letters as long as
//! they are Latin, Greek or Cyrillic. They are licensed under the SIL Open Font License (`crates/paper/fonts/OFL.txt`).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use printpdf::ParsedFont;
use subsetter::GlyphRemapper;
use unicode_normalization::UnicodeNormalization;

use crate::PaperFault;

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Face {
    /// For titles and what is read.
    Serif,
    SerifBold,
    /// For a word that is stressed.
    SerifItalic,
    /// For labels.
    Sans,
    SansBold,
    /// For a code that is typed off the page: every letter as wide as the next.
    Mono,
    /// For what was written as code.
    Code,
    /// For pictures within a text; nobody chooses it, a letter that no other face has takes it.
    Emoji,
}

impl Face {
    /// Every one there is.
    pub(crate) const ALL: [Self; 8] = [
        Self::Serif,
        Self::SerifBold,
        Self::SerifItalic,
        Self::Sans,
        Self::SansBold,
        Self::Mono,
        Self::Code,
        Self::Emoji,
    ];

    /// The name its designers gave it.
    fn name(self) -> &'static str {
        match self {
            Self::Serif => "SourceSerif4-Regular",
            Self::SerifBold => "SourceSerif4-SemiBold",
            Self::SerifItalic => "SourceSerif4-Italic",
            Self::Sans => "Inter-Regular",
            Self::SansBold => "Inter-SemiBold",
            Self::Mono => "SourceCodePro-SemiBold",
            Self::Code => "SourceCodePro-Regular",
            Self::Emoji => "NotoEmoji-Regular",
        }
    }

    /// Its name as a cut-down face carries it: six letters that mark it as cut down, and its own.
    pub(crate) fn cut_name(self) -> String {
        format!("INGLEN+{}", self.name())
    }

    fn file(self) -> &'static [u8] {
        match self {
            Self::Serif => include_bytes!("../fonts/SourceSerif4-Regular.ttf"),
            Self::SerifBold => include_bytes!("../fonts/SourceSerif4-SemiBold.ttf"),
            Self::SerifItalic => include_bytes!("../fonts/SourceSerif4-Italic.ttf"),
            Self::Sans => include_bytes!("../fonts/Inter-Regular.ttf"),
            Self::SansBold => include_bytes!("../fonts/Inter-SemiBold.ttf"),
            Self::Mono => include_bytes!("../fonts/SourceCodePro-SemiBold.ttf"),
            Self::Code => include_bytes!("../fonts/SourceCodePro-Regular.ttf"),
            Self::Emoji => include_bytes!("../fonts/NotoEmoji-Regular.ttf"),
        }
    }

    /// Read once, when the first page is drawn; none only if the file in the program were damaged.
    fn parsed(self) -> Option<&'static ParsedFont> {
        static PARSED: LazyLock<BTreeMap<Face, ParsedFont>> = LazyLock::new(|| {
            Face::ALL
                .into_iter()
                .filter_map(|face| Some((face, ParsedFont::from_bytes(face.file(), 0, &mut Vec::new())?)))
                .collect()
        });
        PARSED.get(&self)
    }

    fn glyph(self, letter: char) -> Option<u16> {
        self.parsed()?.lookup_glyph_index(u32::from(letter)).filter(|glyph| *glyph > 0)
    }

    /// The face that draws a letter of a text in this one: this one, else the first other that has it.
    pub(crate) fn of_letter(self, letter: char) -> Option<Self> {
        let others = [Self::Serif, Self::Sans, Self::Emoji];
        std::iter::once(self).chain(others).find(|face| face.glyph(letter).is_some())
    }

    /// How wide a letter is, in parts of its size. What no face has is as wide as a digit.
    fn letter_width(self, letter: char) -> f32 {
        const USUAL: f32 = 0.5;
        let width = || {
            let face = self.of_letter(letter)?;
            let (font, glyph) = (face.parsed()?, face.glyph(letter)?);
            Some(f32::from(font.get_glyph_width(glyph)?) / f32::from(font.units_per_em.max(1)))
        };
        width().unwrap_or(USUAL)
    }

    /// How wide a text is, in parts of its size.
    pub(crate) fn width(self, text: &str) -> f32 {
        text.chars().map(|letter| self.letter_width(letter)).sum()
    }

    /// A text in pieces of one face each.
    pub(crate) fn pieces(self, text: &str) -> Vec<(Self, String)> {
        let mut pieces: Vec<(Self, String)> = Vec::new();
        for letter in text.chars() {
            let face = self.of_letter(letter).unwrap_or(self);
            match pieces.last_mut() {
                Some((last, piece)) if *last == face => piece.push(letter),
                _ => pieces.push((face, letter.into())),
            }
        }
        pieces
    }

    /// This face with nothing but these letters, to go into a document.
    ///
    /// # Errors
    /// When the file in the program is damaged.
    pub(crate) fn cut_to(self, letters: &BTreeSet<char>) -> Result<ParsedFont, PaperFault> {
        let fault =
            || PaperFault::Drawing { sentence: "A typeface of the page could not be read.".to_owned() };
        let whole = self.parsed().ok_or_else(fault)?;
        let mut kept = GlyphRemapper::new();
        let glyphs: BTreeMap<u32, u16> = letters
            .iter()
            .filter_map(|letter| Some((u32::from(*letter), kept.remap(self.glyph(*letter)?))))
            .collect();
        let bytes = subsetter::subset(self.file(), 0, &kept).map_err(|_| fault())?;
        let width = |(new, old)| Some((new, whole.get_glyph_width(old)?));
        Ok(ParsedFont {
            original_bytes: bytes,
            font_name: Some(self.cut_name()),
            codepoint_to_glyph: glyphs,
            glyph_widths: (0..).zip(kept.remapped_gids()).filter_map(width).collect(),
            ..whole.clone()
        })
    }
}

/// A text in the letters that a page has: composed, with spaces and hyphens of other widths as the usual ones, and
/// without what only joins or colours the letters around it. None when a letter is left that no face has.
pub(crate) fn printable(text: &str) -> Option<String> {
    let mut printable = String::with_capacity(text.len());
    for letter in text.nfc() {
        match letter {
            // Joiners, marks of direction, and which look or tone of skin a picture should have.
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
            | '\u{ad}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{1f3fb}'..='\u{1f3ff}' => {}
            '\t' => printable.push_str("    "),
            '\u{2002}'..='\u{200a}' => printable.push(' '),
            '\u{202f}' => printable.push('\u{a0}'),
            '\u{2010}' | '\u{2011}' => printable.push('-'),
            letter => {
                Face::Serif.of_letter(letter)?;
                printable.push(letter);
            }
        }
    }
    Some(printable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_is_whole_and_carries_its_name() {
        for face in Face::ALL {
            let font = face.parsed().expect("readable");
            assert!(font.codepoint_to_glyph.len() > 500, "{face:?}");
            let name = face.name();
            let utf16: Vec<u8> = name.encode_utf16().flat_map(u16::to_be_bytes).collect();
            let has = |needle: &[u8]| face.file().windows(needle.len()).any(|window| window == needle);
            assert!(has(&utf16) || has(name.as_bytes()), "{name}");
        }
    }

    #[test]
    fn letters_are_as_wide_as_their_designers_made_them() {
        // Advance widths in thousandths of the size, from the fonts' own tables of metrics.
        for (face, text, thousandths) in [
            (Face::Mono, "i", 600.0),
            (Face::Mono, "ŁM", 1200.0),
            (Face::Code, "\u{a0}", 600.0),
            (Face::Serif, "5", 529.0),
        ] {
            let width = face.width(text) * 1000.0;
            assert!((width - thousandths).abs() < 1.0, "{face:?} {text}: {width}");
        }
        assert!(Face::SerifBold.width("Maya") > Face::Serif.width("Maya"));
        assert!(Face::Serif.width("🎉") > 1.0, "a picture is as wide as it is drawn");
    }

    #[test]
    fn a_letter_comes_from_the_first_face_that_has_it() {
        for (face, text, expected) in [
            (Face::SerifBold, "Göğüş", vec![(Face::SerifBold, "Göğüş")]),
            (Face::Serif, "Łódź Ναός Маша ạ → ✓", vec![(Face::Serif, "Łódź Ναός Маша ạ → ✓")]),
            (
                Face::Serif,
                "well 🎉 ★",
                vec![(Face::Serif, "well "), (Face::Emoji, "🎉"), (Face::Serif, " "), (Face::Sans, "★")],
            ),
        ] {
            let pieces = face.pieces(text);
            let pieces: Vec<_> = pieces.iter().map(|(face, piece)| (*face, piece.as_str())).collect();
            assert_eq!(pieces, expected);
        }
    }

    #[test]
    fn what_joins_letters_is_left_out_and_what_no_face_has_is_told() {
        for (text, expected) in [
            ("e\u{301}te\u{301}", Some("été")),
            ("non\u{2011}breaking\u{202f}space", Some("non-breaking\u{a0}space")),
            ("👩🏽\u{200d}💻 \u{2764}\u{fe0f}", Some("👩💻 \u{2764}")),
            ("李小龙", None),
            ("שלום", None),
            ("a\u{7}b", None),
        ] {
            assert_eq!(printable(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_face_is_cut_to_the_letters_of_a_document() {
        let letters = "Maya Kayalı".chars().collect();
        let cut = Face::Serif.cut_to(&letters).expect("cut");
        assert!(cut.original_bytes.len() * 20 < Face::Serif.file().len(), "{}", cut.original_bytes.len());
        assert_eq!(cut.codepoint_to_glyph.keys().count(), letters.len());
        for letter in letters {
            let (new, old) = (cut.lookup_glyph_index(letter.into()), Face::Serif.glyph(letter));
            let (new, old) = (new.expect("kept"), old.expect("there"));
            let whole = Face::Serif.parsed().expect("whole");
            assert_eq!(cut.get_glyph_width(new), whole.get_glyph_width(old), "{letter}");
        }
    }
}
