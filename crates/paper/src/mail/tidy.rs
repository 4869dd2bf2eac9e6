//! Words of strangers as words that may be kept: no signs that steer a screen, lines that are lines, within bounds.

use domain::text::{LINE_CHARACTERS, TEXT_BYTES};

/// One line: white space is single spaces, nothing steers the screen, and it is not longer than a line may be.
pub(super) fn line(text: &str) -> String {
    let mut line = String::new();
    let mut count = 0;
    let mut gap = false;
    for letter in text.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !steers(*c)) {
        if letter.is_whitespace() {
            gap = !line.is_empty();
            continue;
        }
        if count + usize::from(gap) >= LINE_CHARACTERS {
            // Room for the sign that says so.
            while line.chars().count() >= LINE_CHARACTERS {
                line.pop();
            }
            line.push('\u{2026}');
            return line;
        }
        if std::mem::take(&mut gap) {
            line.push(' ');
            count += 1;
        }
        line.push(letter);
        count += 1;
    }
    line
}

/// A text: lines end in a line feed, nothing steers the screen, no more than two empty lines follow one another. The
/// second says whether it was cut because it is longer than a text may be.
pub(super) fn text(text: &str) -> (String, bool) {
    let mut tidy = String::with_capacity(text.len().min(TEXT_BYTES));
    let mut empty = 0;
    let mut line = String::new();
    for raw in text.split('\n') {
        line.clear();
        line.extend(raw.chars().filter(|c| *c == '\t' || !c.is_control() && !steers(*c)));
        let bare = line.trim_end();
        if bare.is_empty() {
            empty += 1;
            continue;
        }
        if !tidy.is_empty() {
            tidy.extend(std::iter::repeat_n('\n', 1 + empty.min(2)));
        }
        empty = 0;
        for letter in bare.chars() {
            if tidy.len() + letter.len_utf8() > TEXT_BYTES {
                tidy.truncate(tidy.trim_end().len());
                return (tidy, true);
            }
            tidy.push(letter);
        }
    }
    (tidy, false)
}

/// A file's name: no folders, and something where there is nothing.
pub(super) fn file_name(name: &str, otherwise: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = line(last);
    if name.is_empty() || name == "." || name == ".." { otherwise.to_owned() } else { name }
}

/// Signs that turn the order of letters round or cannot be seen.
fn steers(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_names_are_plain() {
        let long = "x".repeat(400);
        for (said, tidy) in [
            ("  Re:\r\n\t release\u{0} plan ", "Re: release plan"),
            ("\u{202e}evil\u{202c}", "evil"),
            ("", ""),
        ] {
            assert_eq!(line(said), tidy, "{said:?}");
        }
        assert_eq!((line(&long).chars().count(), line(&long).ends_with('…')), (LINE_CHARACTERS, true));
        assert_eq!(line(&"x".repeat(LINE_CHARACTERS)).chars().count(), LINE_CHARACTERS);
        for (said, name) in [
            ("../../etc/passwd", "passwd"),
            ("C:\\a\\plan.pdf", "plan.pdf"),
            ("..", "file"),
            ("a\nb.txt", "a b.txt"),
            ("x/", "file"),
        ] {
            assert_eq!(file_name(said, "file"), name, "{said:?}");
        }
    }

    #[test]
    fn texts_keep_their_lines() {
        assert_eq!(text("\r\n\r\na \r\n\r\n\r\n\r\n\r\nb\0\u{7}\tc\r\n").0, "a\n\n\nb\tc");
        let (cut, was_cut) = text(&"é".repeat(TEXT_BYTES));
        assert!(was_cut && cut.len() <= TEXT_BYTES);
        for odd in ["a\n\u{1}\n\u{7f}", "\u{202e}\n\nx", &("x".repeat(TEXT_BYTES - 1) + "\n\n\nyy")] {
            let once = text(odd).0;
            assert_eq!(text(&once), (once.clone(), false), "what is tidy stays");
        }
    }
}
