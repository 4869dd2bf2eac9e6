//! Bytes to text: which encoding a table was saved in, and where it breaks.

use std::borrow::Cow;

use super::cells::place_after;
use crate::{PaperFault, Place};

const SAVE_AS_UTF8: &str = "In the spreadsheet choose \u{201c}Save as\u{201d} and the type \u{201c}CSV UTF-8\u{201d}, then choose that file.";

/// The text of a table: UTF-8 with or without a byte-order mark, or UTF-16 with one.
///
/// # Errors
/// Names the row and column of the first byte that is not text, refuses more than `largest` bytes, and recognises spreadsheets that were never saved as
/// CSV. There is no guessing at older encodings: a wrong guess garbles names without a word.
pub(crate) fn decode(bytes: &[u8], largest: usize) -> Result<Cow<'_, str>, PaperFault> {
    if bytes.len() > largest {
        return Err(PaperFault::unreadable(
            Place::default(),
            format!("The file is larger than {} MB.", largest / (1024 * 1024)),
            "Split the table into smaller files.",
        ));
    }
    let text = match bytes {
        [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => {
            return Err(PaperFault::unreadable(
                Place::default(),
                "This is a spreadsheet file, not a CSV file.",
                SAVE_AS_UTF8,
            ));
        }
        [0xff, 0xfe, rest @ ..] => Cow::Owned(decode_utf16(rest, u16::from_le_bytes)?),
        [0xfe, 0xff, rest @ ..] => Cow::Owned(decode_utf16(rest, u16::from_be_bytes)?),
        [0xef, 0xbb, 0xbf, rest @ ..] => Cow::Borrowed(decode_utf8(rest)?),
        bytes => Cow::Borrowed(decode_utf8(bytes)?),
    };
    match text.find('\0') {
        None => Ok(text),
        Some(at) => Err(not_text(&text[..at])),
    }
}

fn decode_utf8(bytes: &[u8]) -> Result<&str, PaperFault> {
    std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let (row, column) = place_after(&String::from_utf8_lossy(before));
        PaperFault::unreadable(
            Place::cell(row, column),
            "The file is not in UTF-8, so its letters cannot be read with certainty.",
            SAVE_AS_UTF8,
        )
    })
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, PaperFault> {
    let (pairs, left_over) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    for letter in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match letter {
            Ok(letter) => text.push(letter),
            Err(_) => return Err(not_text(&text)),
        }
    }
    if left_over.is_empty() { Ok(text) } else { Err(not_text(&text)) }
}

fn not_text(before: &str) -> PaperFault {
    let (row, column) = place_after(before);
    PaperFault::unreadable(
        Place::cell(row, column),
        "There is something here that is not text.",
        SAVE_AS_UTF8,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place_of(bytes: &[u8]) -> (Option<u64>, Option<u64>) {
        match decode(bytes, usize::MAX) {
            Err(PaperFault::Unreadable { place, .. }) => (place.row, place.column),
            other => panic!("{other:?}"),
        }
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_with_a_mark_gives_the_same_text() {
        let text = "name;team\nZoë 🦊;Süd\n";
        let with_mark = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            with_mark,
            utf16(text, u16::to_le_bytes),
            utf16(text, u16::to_be_bytes),
        ] {
            assert_eq!(decode(&bytes, usize::MAX).expect("text"), text);
        }
    }

    #[test]
    fn the_first_bad_byte_is_named_by_row_and_column() {
        // "Müller" as Windows-1252 writes it, in the second column of the third row
        assert_eq!(place_of(b"name,team\nAna,North\nBo,M\xfcller\n"), (Some(3), Some(2)));
        assert_eq!(place_of(b"\xfcber,team\n"), (Some(1), Some(1)));
        assert_eq!(place_of(b"a;\"b\nc\";d\nx;y;\xff"), (Some(2), Some(3)));
        assert_eq!(place_of(b"a,b\n1,\0"), (Some(2), Some(2)));
    }

    #[test]
    fn broken_utf16_is_named_too() {
        let mut lonely = utf16("a,b\n1,", u16::to_le_bytes);
        lonely.extend(0xd800_u16.to_le_bytes());
        assert_eq!(place_of(&lonely), (Some(2), Some(2)));
        let mut odd = utf16("a,b\n", u16::to_be_bytes);
        odd.push(0);
        assert_eq!(place_of(&odd), (Some(2), Some(1)));
    }

    #[test]
    fn a_workbook_is_not_a_table() {
        for bytes in [&b"PK\x03\x04rest"[..], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"] {
            let fault = decode(bytes, usize::MAX).expect_err("a workbook");
            assert!(fault.sentence().contains("not a CSV file"), "{fault:?}");
            assert!(fault.next().expect("advice").contains("CSV UTF-8"));
        }
    }
}
