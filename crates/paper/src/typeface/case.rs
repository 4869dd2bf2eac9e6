//! All the faces that a document may use: those in the program, and fonts of the machine for the scripts they lack.

use super::kern::kerns;
use super::shape::Shaper;
use super::{Cast, Face};
use crate::canvas::Glyph;

/// A font of the machine, for letters that the typefaces in the program have not. Where several have a letter, the first
/// draws it.
#[derive(Clone, Copy, Debug)]
pub struct Fallback<'a> {
    /// The font's file: TrueType, OpenType or a collection of these.
    pub bytes: &'a [u8],
    /// Which font of a collection, counted from 0.
    pub index: u32,
}

/// One of the fonts of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Font {
    /// One in the program.
    Own(Face),
    /// One of the machine, by its place among those handed over.
    Fallback(usize),
}

impl Font {
    /// Its name within a document.
    pub(crate) fn id(self) -> String {
        match self {
            Self::Own(face) => format!("INGLEN+{}", face.name()),
            Self::Fallback(place) => format!("INGLEN+Fallback{place}"),
        }
    }
}

/// The fonts that a document may use.
#[derive(Default)]
pub(crate) struct Typecase<'a> {
    fallbacks: Vec<(Fallback<'a>, Cast, Shaper<'a>)>,
}

impl<'a> Typecase<'a> {
    /// The faces in the program, and these. What is no font is passed over.
    pub(crate) fn with(fallbacks: &[Fallback<'a>]) -> Self {
        let read = |one: &Fallback<'a>| {
            let index = usize::try_from(one.index).ok()?;
            Some((*one, Cast::read(one.bytes, index)?, Shaper::new(one.bytes, index)))
        };
        Self { fallbacks: fallbacks.iter().filter_map(read).collect() }
    }

    /// A font as it was read, with its file and its place in it.
    pub(crate) fn cast(&self, font: Font) -> Option<(&Cast, &[u8], u32)> {
        match font {
            Font::Own(face) => Some((face.cast()?, face.file(), 0)),
            Font::Fallback(place) => {
                let (fallback, cast, _) = self.fallbacks.get(place)?;
                Some((cast, fallback.bytes, fallback.index))
            }
        }
    }

    /// The font that draws a letter of a text in a face.
    pub(crate) fn of_letter(&self, face: Face, letter: char) -> Option<Font> {
        let fallback = || {
            let place = self.fallbacks.iter().position(|(_, cast, _)| cast.letters.get(letter).is_some());
            place.map(Font::Fallback)
        };
        face.of_letter(letter).map(Font::Own).or_else(fallback)
    }

    /// How wide a letter of a font is, in thousandths of its size. One that it has not is as wide as a digit.
    pub(crate) fn letter_width(&self, font: Font, letter: char) -> u16 {
        const USUAL: u16 = 500;
        self.cast(font).and_then(|(cast, ..)| cast.letters.get(letter)).map_or(USUAL, |(_, width)| width)
    }

    /// How far letters stand apart beyond their widths: before which byte, and how many thousandths of the size.
    pub(crate) fn kerns(&self, font: Font, text: &str) -> Vec<(usize, i16)> {
        match font {
            Font::Own(face) => kerns(face, text),
            Font::Fallback(_) => Vec::new(),
        }
    }

    /// The glyphs of a text in a font of the machine, from left to right; none where they are simply its letters.
    pub(crate) fn shape(&self, font: Font, text: &str, is_rightward: bool) -> Option<Vec<Glyph>> {
        let Font::Fallback(place) = font else { return None };
        let (_, cast, shaper) = self.fallbacks.get(place)?;
        shaper.shape(text, is_rightward, cast.font.units_per_em)
    }
}
