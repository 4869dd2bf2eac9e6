//! The typefaces of a printed page. They travel inside the program and, cut down to the letters that are used, inside
//! every page it makes: what is read looks the same on every machine, and no name is refused for its letters as long as
//! they are Latin, Greek or Cyrillic. They are licensed under the SIL Open Font License (`crates/paper/fonts/OFL.txt`).
//! Letters of other scripts come from fonts of the machine, which the caller hands over ([`Typecase`]).

mod case;
mod cut;
mod kern;
mod letters;
mod printable;
mod script;
mod shape;

use std::sync::OnceLock;

use printpdf::ParsedFont;

pub use case::Fallback;
pub(crate) use case::{Font, Typecase};
pub(crate) use cut::{Cut, Shown};
pub(crate) use letters::LetterTable;
pub(crate) use printable::{clean, printable};
pub(crate) use shape::{NON_JOINER, is_shaped};

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

/// A face as it was read from its file.
pub(crate) struct Cast {
    pub(crate) font: ParsedFont,
    pub(crate) letters: LetterTable,
}

impl Cast {
    /// Reads one face of a font file; none where it is no font.
    pub(crate) fn read(file: &[u8], index: usize) -> Option<Self> {
        let font = ParsedFont::from_bytes(file, index, &mut Vec::new())?;
        let letters = LetterTable::of(&font);
        Some(Self { font, letters })
    }
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

    fn file(self) -> &'static [u8] {
        match self {
            Self::Serif => include_bytes!("../../fonts/SourceSerif4-Regular.ttf"),
            Self::SerifBold => include_bytes!("../../fonts/SourceSerif4-SemiBold.ttf"),
            Self::SerifItalic => include_bytes!("../../fonts/SourceSerif4-Italic.ttf"),
            Self::Sans => include_bytes!("../../fonts/Inter-Regular.ttf"),
            Self::SansBold => include_bytes!("../../fonts/Inter-SemiBold.ttf"),
            Self::Mono => include_bytes!("../../fonts/SourceCodePro-SemiBold.ttf"),
            Self::Code => include_bytes!("../../fonts/SourceCodePro-Regular.ttf"),
            Self::Emoji => include_bytes!("../../fonts/NotoEmoji-Regular.ttf"),
        }
    }

    /// Each is read once, when a page first needs it; none only if the file in the program were damaged.
    fn cast(self) -> Option<&'static Cast> {
        static CAST: [OnceLock<Option<Cast>>; Face::ALL.len()] = [const { OnceLock::new() }; Face::ALL.len()];
        CAST.get(self as usize)?.get_or_init(|| Cast::read(self.file(), 0)).as_ref()
    }

    /// The glyph of a letter and its width in thousandths of the size, where this face has it.
    fn letter(self, letter: char) -> Option<(u16, u16)> {
        self.cast()?.letters.get(letter)
    }

    /// The face that draws a letter of a text in this one: this one, else the first other that has it.
    pub(crate) fn of_letter(self, letter: char) -> Option<Self> {
        let others = [Self::Serif, Self::Sans, Self::Emoji];
        std::iter::once(self).chain(others).find(|face| face.letter(letter).is_some())
    }

    /// How wide a text is, in parts of its size. A letter that no face has is as wide as a digit.
    pub(crate) fn width(self, text: &str) -> f32 {
        let usual = 500;
        let width =
            |letter| self.of_letter(letter).and_then(|face| face.letter(letter)).map_or(usual, |(_, w)| w);
        text.chars().map(|letter| f32::from(width(letter))).sum::<f32>() / 1000.0
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_is_whole_and_carries_its_name() {
        for face in Face::ALL {
            let font = &face.cast().expect("readable").font;
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
            ("a\u{7}b\u{202e}c\u{0}", Some("abc")),
        ] {
            assert_eq!(printable(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_face_is_cut_to_the_letters_of_a_document() {
        let (case, serif) = (Typecase::default(), Font::Own(Face::Serif));
        // A space and one that does not break are one glyph of it.
        let letters = "\u{a0}Maya Kayal\u{131}";
        let mut shown = Shown::default();
        for letter in letters.chars() {
            shown.add_letter(letter, Face::Serif.letter(letter).expect("a glyph").0);
        }
        let cut = case.cut(serif, &shown).expect("cut");
        let bytes = cut.font.original_bytes.len();
        assert!(bytes * 20 < Face::Serif.file().len(), "{bytes}");
        let whole = &Face::Serif.cast().expect("whole").font;
        for letter in letters.chars() {
            let (old, _) = Face::Serif.letter(letter).expect("a glyph");
            let new = cut.font.lookup_glyph_index(letter.into()).expect("kept");
            assert_eq!(cut.glyphs.get(&old), Some(&new), "{letter}");
            assert_eq!(cut.font.get_glyph_width(new), whole.get_glyph_width(old), "{letter}");
        }
        assert_eq!(cut.same.into_iter().collect::<Vec<_>>(), [('\u{a0}', ' ')]);
    }

    #[test]
    fn letters_that_no_font_has_are_called_by_their_names() {
        let case = Typecase::default();
        for (text, name) in [
            ("well 李小龙", "Chinese characters"),
            ("ひらがな", "Japanese letters"),
            ("한국", "Korean letters"),
            ("שלום", "Hebrew letters"),
            ("مها", "Arabic letters"),
            ("नमस्ते", "Devanagari letters"),
            ("ไทย", "Thai letters"),
            ("\u{10fffd}", "rare signs"),
        ] {
            assert_eq!(clean(text, &case), Err(name), "{text}");
        }
    }
}
