//! The lines of a calendar file: unfolded, and split into name, parameters and value (RFC 5545, section 3.1).

use std::borrow::Cow;

/// A longer line is an attached file or a mistake; what goes beyond is left out.
const LONGEST: usize = 64 * 1024;

/// The whole lines of a file with the number of the first line each is made of. One pass, whatever is in them.
pub(super) fn unfolded(bytes: &[u8]) -> impl Iterator<Item = (u64, Cow<'_, str>)> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut physical = bytes.split(|byte| *byte == b'\n').zip(1_u64..).peekable();
    std::iter::from_fn(move || {
        let (first, number) = physical.next()?;
        let first = trimmed(first);
        let first = first.get(..LONGEST).unwrap_or(first);
        if !physical.peek().is_some_and(|(next, _)| is_folded(next)) {
            return Some((number, String::from_utf8_lossy(first)));
        }
        // A letter may be folded in the middle of its bytes, so the text is put together first.
        let mut whole = first.to_vec();
        while let Some((next, _)) = physical.next_if(|(next, _)| is_folded(next)) {
            let more = trimmed(next).get(1..).unwrap_or_default();
            let room = LONGEST.saturating_sub(whole.len()).min(more.len());
            whole.extend(more.iter().take(room));
        }
        Some((number, Cow::Owned(String::from_utf8_lossy(&whole).into_owned())))
    })
}

fn is_folded(line: &[u8]) -> bool {
    matches!(line.first(), Some(b' ' | b'\t'))
}

fn trimmed(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// A line in its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Property {
    /// In capitals.
    pub(super) name: String,
    /// Names in capitals.
    params: Vec<(String, String)>,
    pub(super) value: String,
}

impl Property {
    /// The parts of a line; none when it has no name or no value.
    pub(super) fn of(line: &str) -> Option<Self> {
        let mut parts = Vec::new();
        let (mut from, mut is_quoted, mut value) = (0, false, None);
        for (at, letter) in line.char_indices() {
            match letter {
                '"' => is_quoted = !is_quoted,
                ';' if !is_quoted => {
                    parts.push(&line[from..at]);
                    from = at + 1;
                }
                ':' if !is_quoted => {
                    parts.push(&line[from..at]);
                    value = Some(&line[at + 1..]);
                    break;
                }
                _ => {}
            }
        }
        let mut parts = parts.into_iter();
        let name = parts.next().filter(|name| !name.is_empty() && !name.contains(' '))?;
        let params = parts
            .filter_map(|part| part.split_once('='))
            .map(|(name, value)| (name.to_ascii_uppercase(), value.trim_matches('"').to_owned()));
        Some(Self { name: name.to_ascii_uppercase(), params: params.collect(), value: value?.to_owned() })
    }

    /// A parameter.
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// The value as text, without its escapes, on one line.
    pub(super) fn text(&self) -> String {
        let mut text = String::with_capacity(self.value.len());
        let mut letters = self.value.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => match letters.next() {
                    Some('n' | 'N') | None => text.push(' '),
                    Some(other) => text.push(other),
                },
                letter if letter.is_control() => text.push(' '),
                letter => text.push(letter),
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_unfolded_wherever_they_were_cut() {
        let file = "\u{feff}A:one\r\n  two\r\n\tthree\nB:é\r\nC";
        let mut bytes = file.as_bytes().to_vec();
        // The two bytes of one letter on two lines.
        let at = bytes.iter().position(|byte| *byte == 0xc3).expect("the letter") + 1;
        bytes.splice(at..at, b"\r\n ".iter().copied());
        let lines: Vec<_> = unfolded(&bytes).map(|(number, line)| (number, line.into_owned())).collect();
        let expected = [(1, "A:one twothree"), (4, "B:é"), (6, "C")].map(|(n, line)| (n, line.to_owned()));
        assert_eq!(lines, expected);
        let long = format!("A:{}\n {}\nB:x", "x".repeat(LONGEST), "y".repeat(LONGEST));
        let lengths: Vec<usize> = unfolded(long.as_bytes()).map(|(_, line)| line.len()).collect();
        assert_eq!(lengths, [LONGEST, 3]);
    }

    #[test]
    fn a_line_is_a_name_parameters_and_a_value() {
        let line = r#"attendee;CN="Okafor; Maya: E4";ROLE=CHAIR:mailto:maya@example.org"#;
        let property = Property::of(line).expect("a property");
        assert_eq!(
            (property.name.as_str(), property.value.as_str()),
            ("ATTENDEE", "mailto:maya@example.org")
        );
        assert_eq!(property.param("CN"), Some("Okafor; Maya: E4"));
        assert_eq!(Property::of(r"SUMMARY:a\, b\nc\\d").map(|p| p.text()).as_deref(), Some(r"a, b c\d"));
        for broken in ["", "no value", ":no name", "two words:x", "A;B=\"open:x"] {
            assert_eq!(Property::of(broken), None, "{broken}");
        }
    }
}
