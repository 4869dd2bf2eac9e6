//! Kerning: how much closer or further apart two letters stand than their widths say. Each pair is asked of the font once
//! and then known for as long as the program runs, for a page has thousands of pairs but only a few hundred different ones.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock};

use allsorts::Font as ShapingFont;
use allsorts::binary::read::ReadScope;
use allsorts::font::MatchingPresentation;
use allsorts::font_data::{DynamicFontTableProvider, FontData};
use allsorts::gsub::FeatureMask;

use super::Face;

struct Kerns {
    font: ShapingFont<DynamicFontTableProvider<'static>>,
    units: i32,
    /// By the two letters, for those that most texts are made of.
    common: Vec<Option<i16>>,
    others: HashMap<(char, char), i16>,
}

/// Letters before this one are common.
const COMMON: usize = 0x80;

impl Kerns {
    fn read(face: Face) -> Option<Mutex<Self>> {
        let data = ReadScope::new(face.file()).read::<FontData<'_>>().ok()?;
        let font = ShapingFont::new(data.table_provider(0).ok()?).ok()?;
        let units = i32::from(face.cast()?.font.units_per_em.max(1));
        Some(Mutex::new(Self { font, units, common: vec![None; COMMON * COMMON], others: HashMap::new() }))
    }

    /// In thousandths of the size; below zero where the two stand closer.
    fn between(&mut self, pair: (char, char)) -> i16 {
        let (one, next) = (pair.0 as usize, pair.1 as usize);
        let place = (one < COMMON && next < COMMON).then_some(one * COMMON + next);
        let known = match place {
            Some(place) => self.common.get(place).copied().flatten(),
            None => self.others.get(&pair).copied(),
        };
        if let Some(known) = known {
            return known;
        }
        let latin = u32::from_be_bytes(*b"latn");
        let text: String = [pair.0, pair.1].iter().collect();
        let glyphs = self.font.map_glyphs(&text, latin, MatchingPresentation::NotRequired);
        let shaped = self.font.shape(glyphs, latin, None, FeatureMask::empty(), &[], None, true);
        let units = match shaped.as_deref() {
            Ok([first, _]) => i32::from(first.kerning),
            _ => 0,
        };
        let kern = i16::try_from(units * 1000 / self.units).unwrap_or_default();
        match place.and_then(|place| self.common.get_mut(place)) {
            Some(known) => *known = Some(kern),
            None => drop(self.others.insert(pair, kern)),
        }
        kern
    }
}

/// How far the letters of a text stand apart beyond their widths, in thousandths of the size, each with the byte before
/// which that room is. Letters of code and pictures all stand as they are.
pub(super) fn kerns(face: Face, text: &str) -> Vec<(usize, i16)> {
    static KERNS: [OnceLock<Option<Mutex<Kerns>>>; Face::ALL.len()] =
        [const { OnceLock::new() }; Face::ALL.len()];
    if matches!(face, Face::Mono | Face::Code | Face::Emoji) {
        return Vec::new();
    }
    let kerns = KERNS.get(face as usize).and_then(|kerns| kerns.get_or_init(|| Kerns::read(face)).as_ref());
    let Some(mut kerns) = kerns.and_then(|kerns| kerns.lock().ok()) else { return Vec::new() };
    let pairs = text.chars().zip(text.char_indices().skip(1));
    let found = pairs.filter(|(one, (_, next))| one.is_alphabetic() || next.is_alphabetic());
    let found = found.map(|(one, (place, next))| (place, kerns.between((one, next))));
    found.filter(|(_, kern)| *kern != 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_lean_where_their_designers_let_them() {
        for (face, text, leans) in [
            (Face::Serif, "To", true),
            (Face::SerifBold, "AV", true),
            (Face::Sans, "To", true),
            (Face::Serif, "nn", false),
            (Face::Serif, "10", false),
            (Face::Code, "To", false),
        ] {
            for _ in 0..2 {
                let kerns = kerns(face, text);
                assert_eq!(
                    kerns.first().is_some_and(|(place, kern)| *place == 1 && *kern < 0),
                    leans,
                    "{face:?} {text}"
                );
            }
        }
        let many = kerns(Face::Serif, "Tó “To” Tomás");
        assert!(many.iter().all(|(place, _)| "Tó “To” Tomás".is_char_boundary(*place)), "{many:?}");
    }
}
