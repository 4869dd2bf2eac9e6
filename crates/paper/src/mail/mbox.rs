//! A mailbox file as messages, one after the other, never more than one in memory.
//!
//! A message begins at a `From ` line as mail programs write it: after an empty line, with a sender and a date, and with a
//! field of a head below it. Whatever else begins with `From ` in a letter is a sentence. What a `Content-Length` claims is
//! not believed. `>From ` in a text is `From ` again.

use std::io::{self, BufRead, Read};

use super::limits::MESSAGE_BYTES;

/// The longest piece of a line that is looked at as one.
const LINE: u64 = 64 * 1024;

/// The next message of a mailbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Its bytes, without the line that begins it.
    Message(Vec<u8>),
    /// One that is larger than a message may be; it was passed over.
    TooLarge,
}

/// The messages of a mailbox file.
pub struct Mbox<R> {
    reader: R,
    /// Bytes read so far.
    at: u64,
    /// A line that was looked at ahead of its turn.
    ahead: Option<Vec<u8>>,
    is_begun: bool,
}

/// Whether a file that begins like this is a mailbox.
pub fn is_mbox(begins: &[u8]) -> bool {
    let begins = begins.trim_ascii_start();
    begins.starts_with(b"From ")
        && is_envelope(begins.split(|byte| *byte == b'\n').next().unwrap_or_default())
}

impl<R: BufRead> Mbox<R> {
    /// The messages that this reader holds.
    pub fn new(reader: R) -> Self {
        Self { reader, at: 0, ahead: None, is_begun: false }
    }

    /// How many bytes were read so far.
    pub fn bytes_read(&self) -> u64 {
        self.at
    }

    /// A line, or the next piece of one that is very long; empty at the end.
    fn line(&mut self) -> io::Result<Vec<u8>> {
        if let Some(line) = self.ahead.take() {
            return Ok(line);
        }
        let mut line = Vec::new();
        let count = (&mut self.reader).take(LINE).read_until(b'\n', &mut line)?;
        self.at += count as u64;
        Ok(line)
    }

    /// Whether a message begins at this line; looks at the line after it.
    fn begins(&mut self, line: &[u8]) -> io::Result<bool> {
        if !line.starts_with(b"From ") || !is_envelope(line) {
            return Ok(false);
        }
        let next = self.line()?;
        let is_field = is_field(&next);
        self.ahead = Some(next);
        Ok(is_field)
    }

    fn next_piece(&mut self) -> io::Result<Option<Piece>> {
        if !self.is_begun {
            // What stands before the first message is none.
            loop {
                let line = self.line()?;
                if line.is_empty() {
                    return Ok(None);
                }
                if self.begins(&line)? {
                    break;
                }
            }
            self.is_begun = true;
        }
        let (mut message, mut is_too_large) = (Vec::new(), false);
        let (mut is_after_empty, mut is_line_start) = (false, true);
        loop {
            let line = self.line()?;
            if line.is_empty() {
                self.is_begun = false;
                if message.is_empty() && !is_too_large {
                    return Ok(None);
                }
                break;
            }
            if is_line_start && is_after_empty && self.begins(&line)? {
                break;
            }
            is_after_empty = is_line_start && line.trim_ascii().is_empty();
            let bare = if is_line_start { unquoted(&line) } else { &line };
            is_line_start = line.ends_with(b"\n");
            if message.len() + bare.len() > MESSAGE_BYTES {
                is_too_large = true;
                message = Vec::new();
            }
            if !is_too_large {
                message.extend_from_slice(bare);
            }
        }
        Ok(Some(if is_too_large { Piece::TooLarge } else { Piece::Message(message) }))
    }
}

impl<R: BufRead> Iterator for Mbox<R> {
    type Item = io::Result<Piece>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_piece().transpose()
    }
}

/// A line without the sign that mail programs put before a `From ` of the text.
fn unquoted(line: &[u8]) -> &[u8] {
    let quotes = line.iter().take_while(|byte| **byte == b'>').count();
    if quotes > 0 && line[quotes..].starts_with(b"From ") { &line[1..] } else { line }
}

/// Whether the line is `From`, a sender, and a date such as `Mon Nov 23 09:15:00 2026`, in whatever order programs write
/// its zone and year.
fn is_envelope(line: &[u8]) -> bool {
    const DAYS: [&[u8]; 7] = [b"Mon", b"Tue", b"Wed", b"Thu", b"Fri", b"Sat", b"Sun"];
    const MONTHS: [&[u8]; 12] =
        [b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec"];
    if line.len() > 1_000 {
        return false;
    }
    let words: Vec<&[u8]> = line.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()).collect();
    let Some(day) = words.iter().position(|word| DAYS.contains(&word.strip_suffix(b",").unwrap_or(word)))
    else {
        return false;
    };
    let rest = &words[day + 1..];
    let is_time = |word: &&&[u8]| {
        let figures = word.iter().filter(|byte| **byte == b':').count();
        figures >= 1 && word.iter().all(|byte| byte.is_ascii_digit() || *byte == b':')
    };
    let is_year = |word: &&&[u8]| word.len() == 4 && word.iter().all(u8::is_ascii_digit);
    day >= 1
        && rest.len() <= 7
        && rest.iter().any(|word| MONTHS.contains(word))
        && rest.iter().any(|word| is_time(&word))
        && rest.iter().any(|word| is_year(&word))
}

/// Whether the line is a field of a head, or a line that mail programs put among them.
fn is_field(line: &[u8]) -> bool {
    if line.starts_with(b">From ") {
        return true;
    }
    let Some(colon) = line.iter().position(|byte| *byte == b':') else { return false };
    (1..=100).contains(&colon) && line[..colon].iter().all(u8::is_ascii_graphic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<String> {
        let pieces = Mbox::new(text.as_bytes()).map(|piece| match piece.expect("read") {
            Piece::Message(bytes) => String::from_utf8(bytes).expect("text"),
            Piece::TooLarge => "too large".to_owned(),
        });
        pieces.collect()
    }

    const FROM: &str = "From ana@example.org Mon Nov 23 09:15:00 2026\n";

    #[test]
    fn sentences_that_begin_with_from_are_no_messages() {
        let text = format!(
            "{FROM}Subject: one\nContent-Length: 4294967296\n\nFrom now on we meet on Mon.\n\nFrom Mon Nov 23 2026 to May.\n\n\
             From bo@example.org Mon Nov 23 09:15:00 2026\nand no head follows.\n>From here\n>>From there\n\n\
             {FROM}Subject: two\r\n\r\nlast"
        );
        let found = split(&text);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].ends_with("and no head follows.\nFrom here\n>From there\n\n"), "{found:?}");
        assert_eq!(found[1], "Subject: two\r\n\r\nlast");
    }

    #[test]
    fn what_begins_a_message_is_told_from_what_does_not() {
        for (line, is_one) in [
            ("From ana@example.org Mon Nov 23 09:15:00 2026", true),
            ("From MAILER-DAEMON Sat Jan  3 01:05:34 1996 +0100", true),
            ("From - Mon Nov 23 09:15:00 2026\r", true),
            ("From ana@example.org Mon, 23 Nov 2026 09:15:00 +0000", true),
            ("From Monday on, 09:15 is fine", false),
            ("From ana@example.org", false),
            ("From Mon Nov 23 09:15:00 2026", true),
            ("From the desk of Ana on Mon: see you in Nov 2026", false),
        ] {
            assert_eq!(is_envelope(line.as_bytes()), is_one, "{line}");
        }
        assert!(is_mbox(FROM.as_bytes()) && !is_mbox(b"From: ana@example.org\n") && !is_mbox(b""));
    }

    #[test]
    fn a_message_that_is_too_large_is_passed_over_and_the_next_one_read() {
        let large = format!("{FROM}Subject: x\n\n{}\n\n{FROM}Subject: y\n\nz\n", "x".repeat(MESSAGE_BYTES));
        assert_eq!(split(&large), ["too large", "Subject: y\n\nz\n"]);
        assert_eq!(split(""), Vec::<String>::new());
        assert_eq!(split("no mailbox at all"), Vec::<String>::new());
        assert_eq!(split(FROM), Vec::<String>::new());
    }
}
