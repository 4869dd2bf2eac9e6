//! Every table as CSV: RFC 4180, UTF-8 with the mark by which a spreadsheet knows it, equal bytes for equal inputs.

use super::Sheets;
use super::grid::{Grid, Value};
use super::sheets::{Material, tables};

/// The mark without which Excel takes UTF-8 for something else.
const MARK: &str = "\u{FEFF}";

/// One table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvTable {
    /// What the table is called, in small letters, without an ending: `people`, `gap`.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Makes every table of the worksheet, in the order of its sheets: headings, then rows. Numbers are written so that they
/// read back to the last digit, months as `2026-11`.
///
/// No cell of text can act as a formula in the spreadsheet that opens the file: one that could gets an apostrophe before
/// it.
pub fn make_csv(sheets: &Sheets) -> Vec<CsvTable> {
    let made = Material::of(sheets);
    tables(&made)
        .iter()
        .map(|grid| CsvTable { name: grid.sheet.to_lowercase(), bytes: bytes(grid) })
        .collect()
}

fn bytes(grid: &Grid) -> Vec<u8> {
    let mut out = MARK.to_owned();
    let headings = grid.columns.iter().map(|column| quoted(&column.plain_heading()));
    end_row(&mut out, headings);
    for row in &grid.rows {
        // A row may be shorter than the headings; every line has as many cells.
        let missing = grid.columns.len().saturating_sub(row.cells.len());
        let cells = row.cells.iter().map(|cell| text_of(&cell.value));
        end_row(&mut out, cells.chain(std::iter::repeat_n(String::new(), missing)));
    }
    out.into_bytes()
}

fn end_row(out: &mut String, cells: impl Iterator<Item = String>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            out.push(',');
        }
        out.push_str(&cell);
    }
    out.push_str("\r\n");
}

fn text_of(value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => quoted(text),
        // Adding 0 takes the sign off a zero.
        Value::Number(number) | Value::Formula(_, number) => (number + 0.0).to_string(),
        Value::Month(month) => month.to_string(),
    }
}

/// A text as a cell: harmless, and in quotes where it needs them.
fn quoted(text: &str) -> String {
    let text = harmless(text);
    if text.contains(['"', ',', ';', '\t', '\r', '\n']) || text.starts_with(' ') || text.ends_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// A text that no spreadsheet takes for a formula: an apostrophe stands before one that begins with `=`, `+`, `-` or `@`,
/// in their full-width forms too, also after spaces and marks that nobody sees, and before one that begins with a
/// control.
fn harmless(text: &str) -> String {
    let is_unseen = |letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
    };
    let begins = text.trim_start_matches(is_unseen).chars().next();
    let acts = matches!(
        begins,
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '−' | '﹢' | '﹣' | '﹦' | '﹫')
    );
    let is_control = text.chars().next().is_some_and(char::is_control);
    // Nothing stands in a file for what is nothing.
    let text = text.replace('\0', "");
    if acts || is_control { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_never_acts_as_a_formula() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("\n=1", "\"'\n=1\""),
            ("\0=1", "'=1"),
            ("\0name", "'name"),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠1", "'＠1"),
            ("  =1", "'  =1"),
            ("\u{FEFF}=1", "'\u{FEFF}=1"),
            ("=HYPERLINK(\"http://a\",\"b\")", "\"'=HYPERLINK(\"\"http://a\"\",\"\"b\"\")\""),
            ("Ana = Bo", "Ana = Bo"),
            ("a, b", "\"a, b\""),
            ("say \"a\"", "\"say \"\"a\"\"\""),
            ("", ""),
        ] {
            assert_eq!(quoted(text), cell, "{text:?}");
        }
    }

    #[test]
    fn numbers_read_back_to_the_last_digit() {
        for number in [0.1 + 0.2, -0.0, 1.0 / 3.0, -2.5, 1e-300, 123_456_789.123_456_79] {
            let text = text_of(&Value::Number(number));
            let read: f64 = text.parse().expect("a number");
            assert_eq!((read + 0.0).to_bits(), (number + 0.0).to_bits(), "{text}");
        }
    }
}
