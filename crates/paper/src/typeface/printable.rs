//! Text as it can be set: in the letters that a page has.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::script::name_of;
use super::{Face, NON_JOINER, Typecase, is_shaped};

/// A text in the letters that a page has: composed, with spaces and hyphens of other widths as the usual ones, and without
/// what only joins, turns or colours the letters around it, or steers a machine.
///
/// # Errors
/// With what the letters are called that no font has.
pub(crate) fn clean(text: &str, case: &Typecase<'_>) -> Result<String, &'static str> {
    let mut cleaned = String::with_capacity(text.len());
    // Most text is composed already.
    if is_nfc(text) {
        add(text.chars(), case, &mut cleaned)?;
    } else {
        add(text.nfc(), case, &mut cleaned)?;
    }
    Ok(cleaned)
}

fn add(
    letters: impl Iterator<Item = char>,
    case: &Typecase<'_>,
    cleaned: &mut String,
) -> Result<(), &'static str> {
    for letter in letters {
        match letter {
            // Between letters that join it is spelling: it keeps the two beside it apart.
            NON_JOINER if cleaned.chars().next_back().is_some_and(is_shaped) => cleaned.push(letter),
            ' '..='~' => cleaned.push(letter),
            '\t' => cleaned.push_str("    "),
            '\n' | '\u{2028}' | '\u{2029}' | '\u{2002}'..='\u{200a}' | '\u{3000}' => cleaned.push(' '),
            // Joiners, marks of direction, and which look or tone of skin a picture should have.
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{61c}'
            | '\u{feff}'
            | '\u{ad}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{1f3fb}'..='\u{1f3ff}'
            | '\u{e0000}'..='\u{e01ef}' => {}
            letter if letter.is_control() => {}
            '\u{202f}' => cleaned.push('\u{a0}'),
            '\u{2010}' | '\u{2011}' => cleaned.push('-'),
            letter => {
                case.of_letter(Face::Serif, letter).ok_or_else(|| name_of(letter))?;
                cleaned.push(letter);
            }
        }
    }
    Ok(())
}

/// As [`clean`], with the typefaces in the program alone. None when a letter is left that no face has.
pub(crate) fn printable(text: &str) -> Option<String> {
    clean(text, &Typecase::default()).ok()
}
