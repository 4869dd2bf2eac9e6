//! What the letters of a script are called, for a person who has to find a font for them.

/// The first and the last letter of a block, and what its letters are called.
const NAMES: [(u32, u32, &str); 38] = [
    (0x0370, 0x03ff, "Greek letters"),
    (0x0400, 0x052f, "Cyrillic letters"),
    (0x0530, 0x058f, "Armenian letters"),
    (0x0590, 0x05ff, "Hebrew letters"),
    (0x0600, 0x06ff, "Arabic letters"),
    (0x0700, 0x074f, "Syriac letters"),
    (0x0750, 0x077f, "Arabic letters"),
    (0x0780, 0x07bf, "Thaana letters"),
    (0x08a0, 0x08ff, "Arabic letters"),
    (0x0900, 0x097f, "Devanagari letters"),
    (0x0980, 0x09ff, "Bengali letters"),
    (0x0a00, 0x0a7f, "Gurmukhi letters"),
    (0x0a80, 0x0aff, "Gujarati letters"),
    (0x0b00, 0x0b7f, "Odia letters"),
    (0x0b80, 0x0bff, "Tamil letters"),
    (0x0c00, 0x0c7f, "Telugu letters"),
    (0x0c80, 0x0cff, "Kannada letters"),
    (0x0d00, 0x0d7f, "Malayalam letters"),
    (0x0d80, 0x0dff, "Sinhala letters"),
    (0x0e00, 0x0e7f, "Thai letters"),
    (0x0e80, 0x0eff, "Lao letters"),
    (0x0f00, 0x0fff, "Tibetan letters"),
    (0x1000, 0x109f, "Burmese letters"),
    (0x10a0, 0x10ff, "Georgian letters"),
    (0x1100, 0x11ff, "Korean letters"),
    (0x1200, 0x139f, "Ethiopic letters"),
    (0x1780, 0x17ff, "Khmer letters"),
    (0x1800, 0x18af, "Mongolian letters"),
    (0x2e80, 0x303f, "Chinese characters"),
    (0x3040, 0x30ff, "Japanese letters"),
    (0x3100, 0x312f, "Chinese characters"),
    (0x3130, 0x318f, "Korean letters"),
    (0x3400, 0x9fff, "Chinese characters"),
    (0xac00, 0xd7ff, "Korean letters"),
    (0xf900, 0xfaff, "Chinese characters"),
    (0xfb1d, 0xfb4f, "Hebrew letters"),
    (0xfb50, 0xfdff, "Arabic letters"),
    (0x20000, 0x3ffff, "Chinese characters"),
];

/// What the letters of this letter's kind are called.
pub(crate) fn name_of(letter: char) -> &'static str {
    let letter = u32::from(letter);
    let named = NAMES.iter().find(|(first, last, _)| (*first..=*last).contains(&letter));
    named.map_or("rare signs", |(.., name)| name)
}
