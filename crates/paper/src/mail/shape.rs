//! A look at a message before it is read: its size, the depth and number of its parts, the length of its heads.
//!
//! One pass over the lines with a stack that is never deeper than the limit, so a bomb costs no more than reading it.

use super::Unread;
use super::limits::{DEPTH, HEAD_BYTES, HEADS_BYTES, MESSAGE_BYTES, PARTS};

/// Whether a message may be handed to the reader.
///
/// # Errors
/// What is beyond the limits, or no message at all.
pub fn check_shape(bytes: &[u8]) -> Result<(), Unread> {
    if bytes.len() > MESSAGE_BYTES {
        return Err(Unread::TooLarge);
    }
    if let Some(other) = known_otherwise(bytes) {
        return Err(other);
    }
    let mut walk = Walk { in_head: true, parts: 1, ..Walk::default() };
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        walk.line(line)?;
    }
    // A message that ends within its head is one without a text.
    if walk.in_head && !walk.has_head {
        walk.end_head()?;
    }
    if walk.has_head { Ok(()) } else { Err(Unread::NoMessage) }
}

/// What people mistake for a message, known by its first bytes.
fn known_otherwise(bytes: &[u8]) -> Option<Unread> {
    const ARCHIVES: [&[u8]; 6] = [b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"7z\xbc\xaf", b"Rar!"];
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(Unread::Outlook);
    }
    ARCHIVES.iter().any(|magic| bytes.starts_with(magic)).then_some(Unread::Archive)
}

/// Where the walk over the lines is.
#[derive(Default)]
struct Walk {
    /// What lies around this line: the boundary of a part, or nothing for a message within a message.
    around: Vec<Vec<u8>>,
    in_head: bool,
    /// The two fields of this head that decide what follows, unfolded and in lower case where that does not matter.
    kind: Vec<u8>,
    coding: Vec<u8>,
    field: Field,
    head_bytes: usize,
    heads_bytes: usize,
    has_fields: bool,
    parts: usize,
    has_head: bool,
}

/// Which field a folded line belongs to.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Field {
    #[default]
    Other,
    Kind,
    Coding,
}

impl Walk {
    fn line(&mut self, line: &[u8]) -> Result<(), Unread> {
        if line.starts_with(b"--") && self.boundary(&line[2..])? {
            return Ok(());
        }
        if !self.in_head {
            return Ok(());
        }
        self.head_bytes += line.len();
        self.heads_bytes += line.len();
        if self.head_bytes > HEAD_BYTES || self.heads_bytes > HEADS_BYTES {
            return Err(Unread::LongHead);
        }
        let bare = line.trim_ascii_end();
        if bare.is_empty() {
            // Empty lines before the first field are passed over, as the reader does.
            return if self.has_fields || !self.around.is_empty() { self.end_head() } else { Ok(()) };
        }
        self.field_line(bare);
        Ok(())
    }

    fn field_line(&mut self, line: &[u8]) {
        if !line.starts_with(b" ") && !line.starts_with(b"\t") {
            let colon = line.iter().position(|byte| *byte == b':');
            let name = line[..colon.unwrap_or(0)].trim_ascii_end();
            self.has_fields |= colon.is_some() && is_field_name(name);
            self.field = if name.eq_ignore_ascii_case(b"content-type") {
                Field::Kind
            } else if name.eq_ignore_ascii_case(b"content-transfer-encoding") {
                Field::Coding
            } else {
                Field::Other
            };
        }
        match self.field {
            Field::Kind => self.kind.extend_from_slice(line),
            Field::Coding => self.coding.extend_from_slice(line),
            Field::Other => {}
        }
    }

    /// What follows a head: parts, a message, or words.
    fn end_head(&mut self) -> Result<(), Unread> {
        self.has_head |= self.has_fields;
        self.in_head = false;
        let kind = String::from_utf8_lossy(&self.kind).to_ascii_lowercase();
        let coding = String::from_utf8_lossy(&self.coding).to_ascii_lowercase();
        if kind.contains("multipart/")
            && let Some(boundary) = boundary_of(&self.kind)
        {
            self.enter(boundary)?;
        } else if (kind.contains("message/rfc822") || kind.contains("message/global"))
            && !coding.contains("base64")
            && !coding.contains("quoted-printable")
        {
            self.enter(Vec::new())?;
            self.begin_head();
        }
        Ok(())
    }

    fn enter(&mut self, boundary: Vec<u8>) -> Result<(), Unread> {
        self.around.push(boundary);
        if self.around.len() > DEPTH { Err(Unread::TooDeep) } else { Ok(()) }
    }

    fn begin_head(&mut self) {
        self.in_head = true;
        self.kind.clear();
        self.coding.clear();
        self.field = Field::Other;
        self.head_bytes = 0;
    }

    /// Whether the line is a boundary of what lies around it; then a part begins or ends.
    fn boundary(&mut self, after: &[u8]) -> Result<bool, Unread> {
        let found = self.around.iter().rposition(|b| !b.is_empty() && after.starts_with(b));
        let Some(place) = found else { return Ok(false) };
        let ends = after[self.around[place].len()..].starts_with(b"--");
        self.around.truncate(if ends { place } else { place + 1 });
        if ends {
            self.in_head = false;
        } else {
            self.parts += 1;
            self.begin_head();
        }
        if self.parts > PARTS { Err(Unread::TooManyParts) } else { Ok(true) }
    }
}

fn is_field_name(name: &[u8]) -> bool {
    !name.is_empty() && name.len() <= 100 && name.iter().all(|byte| byte.is_ascii_graphic())
}

/// The boundary that a content type names.
fn boundary_of(kind: &[u8]) -> Option<Vec<u8>> {
    let place = kind.windows(8).position(|piece| piece.eq_ignore_ascii_case(b"boundary"))?;
    let rest = kind[place + 8..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let boundary = match rest.strip_prefix(b"\"") {
        Some(quoted) => quoted.split(|byte| *byte == b'"').next(),
        None => rest.split(|byte| *byte == b';' || byte.is_ascii_whitespace()).next(),
    }?;
    (!boundary.is_empty()).then(|| boundary.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested(depth: usize) -> Vec<u8> {
        let mut text = b"Subject: x\r\n".to_vec();
        for n in 0..depth {
            text.extend(
                format!("Content-Type: multipart/mixed; boundary=\"b{n}x\"\r\n\r\n--b{n}x\r\n").bytes(),
            );
        }
        text.extend(b"\r\nend");
        text
    }

    #[test]
    fn what_is_within_the_limits_is_let_through_and_what_is_beyond_is_not() {
        let parts = |count: usize| {
            [b"Content-Type: multipart/mixed; boundary=b\n\n".as_slice(), &b"--b\n\nx\n".repeat(count)]
                .concat()
        };
        let head = |bytes: usize| [b"Subject: ".as_slice(), &b"x".repeat(bytes), b"\n\ntext"].concat();
        let many = [b"Subject: x\n".as_slice(), &b"X-Y: z\n".repeat(60_000), b"\n"].concat();
        let messages = |depth: usize| {
            [&b"Content-Type: message/rfc822\n\n".repeat(depth)[..], b"Subject: x\n\ny"].concat()
        };
        let cases: Vec<(&str, Vec<u8>, Result<(), Unread>)> = vec![
            ("plain", b"From: a@example.org\r\n\r\nHello".to_vec(), Ok(())),
            ("only a head", b"From: a@example.org".to_vec(), Ok(())),
            ("eight deep", nested(DEPTH), Ok(())),
            ("nine deep", nested(DEPTH + 1), Err(Unread::TooDeep)),
            ("ten thousand deep", nested(10_000), Err(Unread::TooDeep)),
            ("messages in messages", messages(8), Ok(())),
            ("too many messages in messages", messages(9), Err(Unread::TooDeep)),
            ("many parts", parts(PARTS - 1), Ok(())),
            ("too many parts", parts(PARTS), Err(Unread::TooManyParts)),
            ("a million parts", parts(1_000_000), Err(Unread::TooManyParts)),
            ("a long head", head(HEAD_BYTES - 100), Ok(())),
            ("a head bomb", head(HEAD_BYTES), Err(Unread::LongHead)),
            ("a head of many lines", many, Err(Unread::LongHead)),
            ("too large", vec![b'x'; MESSAGE_BYTES + 1], Err(Unread::TooLarge)),
            ("nothing", Vec::new(), Err(Unread::NoMessage)),
            ("only words", b"no head at all".to_vec(), Err(Unread::NoMessage)),
            ("zip", b"PK\x03\x04rest".to_vec(), Err(Unread::Archive)),
            ("Outlook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), Err(Unread::Outlook)),
        ];
        for (name, bytes, expected) in cases {
            assert_eq!(check_shape(&bytes), expected, "{name}");
        }
    }

    #[test]
    fn a_line_of_dashes_is_no_part() {
        let text =
            b"Content-Type: multipart/mixed; boundary=cut\n\n--cut\n\n----------\n--other\n--cut--\n--cut\n";
        assert_eq!(check_shape(text), Ok(()));
    }
}
