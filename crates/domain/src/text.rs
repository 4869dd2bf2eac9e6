//! What a line and a text may hold.

use crate::Refusal;

/// The longest single line (name, role, title), in characters.
pub const LINE_CHARACTERS: usize = 300;
/// The longest text (section, note, review), in bytes of UTF-8.
pub const TEXT_BYTES: usize = 512 * 1024;

/// Whether a single-line field may be kept.
///
/// # Errors
/// Refuses line breaks and other control characters, and lines over [`LINE_CHARACTERS`].
pub fn check_line(field: &str, line: &str) -> Result<(), Refusal> {
    if line.chars().count() > LINE_CHARACTERS {
        return Err(Refusal::new(
            "text.line_too_long",
            format!("The {field} is longer than {LINE_CHARACTERS} characters."),
        )
        .next("Shorten it."));
    }
    if line.chars().any(char::is_control) {
        return Err(Refusal::new(
            "text.line_breaks",
            format!("The {field} may only be one line of plain text."),
        )
        .next("Take out the line break."));
    }
    Ok(())
}

/// Whether a text may be kept.
///
/// # Errors
/// Refuses texts over [`TEXT_BYTES`] and texts with a NUL, which no text a person types contains.
pub fn check_text(text: &str) -> Result<(), Refusal> {
    if text.len() > TEXT_BYTES {
        return Err(Refusal::new("text.too_long", "This text is longer than half a megabyte.")
            .next("Split it, or attach it as a file."));
    }
    if text.contains('\0') {
        return Err(Refusal::new("text.nul", "This text holds a character that no text may hold (NUL).")
            .next("Paste it as plain text."));
    }
    Ok(())
}

/// How many words a text has.
pub fn count_words(text: &str) -> u32 {
    u32::try_from(text.split_whitespace().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_texts_are_bounded() {
        assert_eq!(check_line("name", &"é".repeat(LINE_CHARACTERS)), Ok(()));
        for (line, rule) in
            [("x".repeat(LINE_CHARACTERS + 1), "text.line_too_long"), ("a\nb".into(), "text.line_breaks")]
        {
            assert_eq!(check_line("name", &line).expect_err(rule).rule, rule);
        }
        assert_eq!(check_text(&"x".repeat(TEXT_BYTES)), Ok(()));
        for (text, rule) in [("x".repeat(TEXT_BYTES + 1), "text.too_long"), ("a\0b".into(), "text.nul")] {
            assert_eq!(check_text(&text).expect_err(rule).rule, rule);
        }
    }

    #[test]
    fn words_are_what_stands_between_spaces() {
        for (text, words) in [("", 0), ("  \n", 0), ("one", 1), ("Write up the\ndrill – by Friday", 7)] {
            assert_eq!(count_words(text), words, "{text:?}");
        }
    }
}
