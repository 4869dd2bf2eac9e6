//! The Markdown that people write, read for a printed page: headings, lists, quotes, code, and stress within a
//! line. What means nothing here stays as it was typed; line breaks stay where they were set.

use crate::typeface::Face;

/// A line of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// A heading.
    Heading(Vec<Run>),
    /// A point of a list: how deep, its mark, what it says.
    Item(u8, String, Vec<Run>),
    /// A quoted line.
    Quote(Vec<Run>),
    /// Any other line.
    Plain(Vec<Run>),
    /// A line of code, as it stands.
    Code(String),
    /// Nothing.
    Empty,
}

/// A stretch of a line in one face.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) face: Face,
    pub(super) text: String,
}

/// Lists are set in this many levels at most.
const DEEPEST: usize = 4;

/// The lines of a Markdown text.
pub(super) fn read(markdown: &str) -> Vec<Line> {
    let mut is_code = false;
    let mut lines = Vec::new();
    for line in markdown.trim().lines() {
        let bare = line.trim();
        if bare.starts_with("```") || bare.starts_with("~~~") {
            is_code = !is_code;
            // Code stands apart from what is around it.
            if !lines.is_empty() && lines.last() != Some(&Line::Empty) {
                lines.push(Line::Empty);
            }
        } else if is_code {
            lines.push(Line::Code(line.trim_end().to_owned()));
        } else {
            lines.push(read_line(line, bare));
        }
    }
    lines
}

fn read_line(line: &str, bare: &str) -> Line {
    if bare.is_empty() {
        return Line::Empty;
    }
    let hashes = bare.len() - bare.trim_start_matches('#').len();
    if (1..=6).contains(&hashes)
        && let Some(heading) = bare[hashes..].strip_prefix(' ')
    {
        return Line::Heading(runs(heading.trim().trim_end_matches('#').trim_end()));
    }
    if let Some(quoted) = bare.strip_prefix('>') {
        return Line::Quote(runs(quoted.trim()));
    }
    let depth = (line.chars().take_while(|c| c.is_whitespace()).count() / 2).min(DEEPEST);
    let depth = u8::try_from(depth).unwrap_or_default();
    if let Some((mark, rest)) = bare.split_once(' ') {
        let number = mark.strip_suffix(['.', ')']).filter(|number| {
            (1..=3).contains(&number.len()) && number.bytes().all(|digit| digit.is_ascii_digit())
        });
        if ["-", "*", "+"].contains(&mark) {
            let rest = rest.trim();
            // A box to tick is drawn as one.
            let boxes = [("[ ] ", "\u{2610}"), ("[x] ", "\u{2611}"), ("[X] ", "\u{2611}")];
            let ticked = boxes.iter().find_map(|(typed, mark)| Some((*mark, rest.strip_prefix(typed)?)));
            let (mark, rest) = ticked.unwrap_or(("\u{2022}", rest));
            return Line::Item(depth, mark.to_owned(), runs(rest));
        }
        if let Some(number) = number {
            return Line::Item(depth, format!("{number}."), runs(rest.trim()));
        }
    }
    Line::Plain(runs(bare))
}

/// The marks that stress what stands between two of them, the longer ones first.
const MARKS: [(&str, Face); 5] = [
    ("**", Face::SerifBold),
    ("__", Face::SerifBold),
    ("*", Face::SerifItalic),
    ("_", Face::SerifItalic),
    ("`", Face::Code),
];

fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut rest = text;
    let mut before = None;
    while let Some(letter) = rest.chars().next() {
        let after = &rest[letter.len_utf8()..];
        if letter == '\\'
            && let Some(escaped) = after.chars().next().filter(char::is_ascii_punctuation)
        {
            push(&mut runs, Face::Serif, &after[..escaped.len_utf8()]);
            (rest, before) = (&after[escaped.len_utf8()..], Some(escaped));
        } else if let Some((face, inner, left)) = stressed(rest, before) {
            push(&mut runs, face, inner);
            (rest, before) = (left, inner.chars().next_back());
        } else {
            push(&mut runs, Face::Serif, &rest[..letter.len_utf8()]);
            (rest, before) = (after, Some(letter));
        }
    }
    runs
}

/// What is stressed at the beginning of `text`, and what comes after it.
fn stressed(text: &str, before: Option<char>) -> Option<(Face, &str, &str)> {
    let (mark, face) = MARKS.into_iter().find(|(mark, _)| text.starts_with(mark))?;
    let inside = &text[mark.len()..];
    let end = inside.find(mark)?;
    let (inner, left) = (&inside[..end], &inside[end + mark.len()..]);
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    // An underscore within a word is no stress: names of files have them.
    let is_within = mark.starts_with('_') && (is_letter(before) || is_letter(left.chars().next()));
    let is_loose = face != Face::Code && (inner.starts_with(' ') || inner.ends_with(' '));
    (!inner.is_empty() && !is_within && !is_loose).then_some((face, inner, left))
}

fn push(runs: &mut Vec<Run>, face: Face, text: &str) {
    match runs.last_mut() {
        Some(last) if last.face == face => last.text.push_str(text),
        _ => runs.push(Run { face, text: text.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_and_what_means_nothing_stays() {
        use Face::{Code, Serif, SerifBold, SerifItalic};
        for (text, expected) in [
            ("a **bold** day", vec![(Serif, "a "), (SerifBold, "bold"), (Serif, " day")]),
            ("*so* and `x*y`", vec![(SerifItalic, "so"), (Serif, " and "), (Code, "x*y")]),
            ("snake_case_name 2 * 3 * 4", vec![(Serif, "snake_case_name 2 * 3 * 4")]),
            (r"1\. not \*stressed\*", vec![(Serif, "1. not *stressed*")]),
            ("left **open", vec![(Serif, "left **open")]),
        ] {
            let read = runs(text);
            let read: Vec<_> = read.iter().map(|run| (run.face, run.text.as_str())).collect();
            assert!(read == expected, "{text}");
        }
    }

    #[test]
    fn lines_are_headings_points_quotes_and_code() {
        let text = "## Drill ##\n\n- one\n- [ ] open\n- [x] done\n  2) two\n> said\n```\n a\n```\n#5 is no heading\n1234. nor a point";
        let kinds: Vec<String> = read(text)
            .iter()
            .map(|line| match line {
                Line::Heading(runs) => format!("heading {}", runs[0].text),
                Line::Item(depth, mark, runs) => format!("item {depth} {mark} {}", runs[0].text),
                Line::Quote(runs) => format!("quote {}", runs[0].text),
                Line::Plain(runs) => format!("plain {}", runs[0].text),
                Line::Code(code) => format!("code{code}"),
                Line::Empty => "empty".to_owned(),
            })
            .collect();
        assert_eq!(
            kinds,
            [
                "heading Drill",
                "empty",
                "item 0 \u{2022} one",
                "item 0 \u{2610} open",
                "item 0 \u{2611} done",
                "item 1 2. two",
                "quote said",
                "empty",
                "code a",
                "empty",
                "plain #5 is no heading",
                "plain 1234. nor a point"
            ]
        );
    }
}
