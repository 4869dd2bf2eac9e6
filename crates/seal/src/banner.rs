//! The first line of a file: who wrote it, what it is, and in which version, readable without a key.
//!
//! For example `INGLENOOK SLOTS 1` and a line feed. The version stands in clear so that an older Inglenook
//! can tell a newer file from a broken one and leave it alone.

/// The first line that one kind of file has in the version this code writes.
pub(crate) struct Banner {
    /// Everything before the version, with the space.
    pub(crate) kind: &'static str,
    /// The version this code writes and reads.
    pub(crate) version: u32,
}

/// What the first line of some bytes says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum FirstLine<'a> {
    /// The wanted kind of file in the version this code knows; the bytes behind the line.
    Known(&'a [u8]),
    /// The wanted kind of file, in a version that came later.
    Newer(u32),
    /// The bytes end inside the line.
    Short,
    /// Something else.
    Foreign,
}

/// No version will need more digits, and a decoder should not read on for ever.
const MOST_DIGITS: usize = 4;

impl Banner {
    /// The whole line, with the line feed.
    pub(crate) fn line(&self) -> String {
        format!("{}{}\n", self.kind, self.version)
    }

    /// Reads the first line of `bytes`.
    pub(crate) fn read<'a>(&self, bytes: &'a [u8]) -> FirstLine<'a> {
        if self.line().as_bytes().starts_with(bytes) && bytes.len() < self.line().len() {
            return FirstLine::Short;
        }
        let Some(behind) = bytes.strip_prefix(self.kind.as_bytes()) else { return FirstLine::Foreign };
        let digits = behind.iter().take(MOST_DIGITS).take_while(|byte| byte.is_ascii_digit()).count();
        let version = behind[..digits].iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'));
        match behind.get(digits) {
            None if digits > 0 => FirstLine::Short,
            Some(b'\n') if behind[0] == b'0' => FirstLine::Foreign,
            Some(b'\n') if version == self.version => FirstLine::Known(&behind[digits + 1..]),
            Some(b'\n') if version > self.version => FirstLine::Newer(version),
            _ => FirstLine::Foreign,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SLOTS: Banner = Banner { kind: "INGLENOOK SLOTS ", version: 2 };

    #[test]
    fn tells_known_newer_short_and_foreign_apart() {
        assert_eq!(SLOTS.line(), "INGLENOOK SLOTS 2\n");
        assert_eq!(SLOTS.read(b"INGLENOOK SLOTS 2\nrest"), FirstLine::Known(b"rest"));
        assert_eq!(SLOTS.read(b"INGLENOOK SLOTS 2\n"), FirstLine::Known(b""));
        assert_eq!(SLOTS.read(b"INGLENOOK SLOTS 3\nrest"), FirstLine::Newer(3));
        assert_eq!(SLOTS.read(b"INGLENOOK SLOTS 10\n"), FirstLine::Newer(10));
        assert_eq!(SLOTS.read(b"INGLENOOK SLOTS 9999\n"), FirstLine::Newer(9999));
        assert_eq!(SLOTS.read(b""), FirstLine::Short);
        assert_eq!(SLOTS.read(b"INGLENOOK SLO"), FirstLine::Short);
        assert_eq!(SLOTS.read(b"INGLENOOK SLOTS 12"), FirstLine::Short);
        for foreign in [
            "INGLENOOK SLOTS 0\n",
            "INGLENOOK SLOTS 1\n",
            "INGLENOOK SLOTS 02\n",
            "INGLENOOK SLOTS \n",
            "INGLENOOK SLOTS x\n",
            "INGLENOOK SLOTS 99999\n",
            "INGLENOOK BACKUP 2\n",
            "SQLite format 3\0",
        ] {
            assert_eq!(SLOTS.read(foreign.as_bytes()), FirstLine::Foreign, "{foreign:?}");
        }
    }
}
