//! Texts set for a terminal: wrapped to its width, columns in line. No colour: words do.

/// The width that lines are set for when nobody knows how wide the terminal is.
const USUAL: usize = 80;
/// Longer lines are hard to read, however wide the terminal is.
const WIDEST: usize = 100;

/// How wide a line may be.
pub fn width() -> usize {
    let of_terminal = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let of_shell = || std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    of_terminal.or_else(of_shell).unwrap_or(USUAL).clamp(40, WIDEST)
}

/// A text with its lines wrapped. Lines after the first of a paragraph begin with `hang`.
pub fn wrapped(text: &str, hang: &str) -> String {
    wrapped_to(text, hang, width())
}

fn wrapped_to(text: &str, hang: &str, width: usize) -> String {
    let mut out = String::new();
    for (number, paragraph) in text.lines().enumerate() {
        if number > 0 {
            out.push('\n');
        }
        let indent: String = paragraph.chars().take_while(|c| *c == ' ').collect();
        let mut used = indent.chars().count();
        out.push_str(&indent);
        let mut is_first = true;
        for word in paragraph.split_whitespace() {
            let length = word.chars().count();
            if !is_first && used + 1 + length > width {
                out.push('\n');
                out.push_str(&indent);
                out.push_str(hang);
                used = indent.chars().count() + hang.chars().count();
            } else if !is_first {
                out.push(' ');
                used += 1;
            }
            out.push_str(word);
            used += length;
            is_first = false;
        }
    }
    out
}

/// Rows in columns. The last column takes what is left and is cut with an ellipsis.
pub fn columns(rows: &[Vec<String>]) -> String {
    columns_to(rows, width())
}

fn columns_to(rows: &[Vec<String>], width: usize) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..count).map(|column| widest(column).unwrap_or(0)).collect();
    let before_last: usize = widths.iter().take(count.saturating_sub(1)).map(|width| width + 2).sum();
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            if column + 1 == count {
                line.push_str(&cut(&one_line(cell), width.saturating_sub(before_last).max(12)));
            } else {
                let room = widths.get(column).copied().unwrap_or(0) + 2;
                line.push_str(cell);
                line.extend(std::iter::repeat_n(' ', room.saturating_sub(cell.chars().count())));
            }
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// A text with its line breaks as spaces.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of at most so many characters.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// `1 person`, `2 people`.
pub fn count(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_wrapped_between_words_and_hang() {
        assert_eq!(wrapped_to("one two three four", "  ", 10), "one two\n  three\n  four");
        assert_eq!(wrapped_to("  - é é é é é é\nend", "", 8), "  - é é\n  é é é\n  é\nend");
        assert_eq!(wrapped_to("a\n\nb", "", 8), "a\n\nb");
        assert_eq!(
            wrapped_to("incomprehensibilities", "", 8),
            "incomprehensibilities",
            "a word is never cut"
        );
    }

    #[test]
    fn columns_stand_in_line_and_the_last_one_gives_way() {
        let rows = vec![
            vec!["Tomás".into(), "met\nyesterday".into()],
            vec!["Jo".into(), "a very long sentence that does not fit".into()],
        ];
        assert_eq!(columns_to(&rows, 24), "Tomás  met yesterday\nJo     a very long sent…\n");
        assert_eq!(columns_to(&[], 24), "");
    }

    #[test]
    fn one_is_not_many() {
        assert_eq!(
            (count(1, "file", "files"), count(0, "file", "files")),
            ("1 file".into(), "0 files".into())
        );
    }
}
