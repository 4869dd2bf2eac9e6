//! Text to cells: separators, quotes and line ends, with the row and column of everything.

/// The separators a table may have. Where two fit equally well the later one is meant: prose is full of commas, has few
/// semicolons and no tabs.
const SEPARATORS: [char; 3] = [',', ';', '\t'];
/// How many rows are looked at to tell the separator.
const LOOK_AT: usize = 20;
/// The most cells of a row that are told apart. No table may have nearly as many, and a file of nothing but separators
/// would otherwise take four times its own size.
const MOST_CELLS: usize = 1 << 16;

/// One row as it stands in the file. The cells lie in one text, because tables have many small ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cells {
    text: String,
    ends: Vec<u32>,
}

impl Cells {
    /// How many cells the row has.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The cell at `place`, from 0; empty where there is none.
    pub(crate) fn get(&self, place: usize) -> &str {
        let start = place.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        let end = self.ends.get(place).copied();
        match (start, end) {
            (Some(start), Some(end)) => self.text.get(start as usize..end as usize).unwrap_or_default(),
            _ => "",
        }
    }

    /// Whether nothing but spaces stands in the row.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Adds a cell behind the others.
    pub(crate) fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.end_cell();
    }

    fn end_cell(&mut self) {
        if self.ends.len() < MOST_CELLS {
            // A table is at most 256 MB, so that a place in it always fits.
            self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        }
    }
}

/// A row with its number, as a spreadsheet counts: a line break within quotes does not begin a new row.
#[derive(Debug)]
pub(crate) struct NumberedRow {
    pub(crate) number: u32,
    pub(crate) cells: Cells,
    /// The column (from 1) of a quote that is never closed.
    pub(crate) open_quote: Option<u64>,
}

/// Takes a table apart row by row.
pub(crate) struct Splitter<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    separator: char,
    number: u32,
}

impl<'a> Splitter<'a> {
    pub(crate) fn new(text: &'a str, separator: char) -> Self {
        Self { rest: text.chars().peekable(), separator, number: 0 }
    }

    /// The text of a quoted cell up to its closing quote; false when there is none.
    fn take_quoted(&mut self, cells: &mut Cells) -> bool {
        while let Some(letter) = self.rest.next() {
            if letter != '"' {
                cells.text.push(letter);
            } else if self.rest.next_if_eq(&'"').is_some() {
                cells.text.push('"');
            } else {
                return true;
            }
        }
        false
    }
}

impl Iterator for Splitter<'_> {
    type Item = NumberedRow;

    fn next(&mut self) -> Option<NumberedRow> {
        self.rest.peek()?;
        self.number += 1;
        let mut cells = Cells::default();
        let mut open_quote = None;
        let mut at_start = true;
        loop {
            match self.rest.next() {
                None | Some('\n') => break,
                Some('\r') => {
                    self.rest.next_if_eq(&'\n');
                    break;
                }
                Some(letter) if letter == self.separator => {
                    cells.end_cell();
                    at_start = true;
                }
                Some('"') if at_start => {
                    if !self.take_quoted(&mut cells) {
                        open_quote = Some(cells.len() as u64 + 1);
                    }
                    at_start = false;
                }
                Some(letter) => {
                    cells.text.push(letter);
                    at_start = false;
                }
            }
        }
        cells.end_cell();
        Some(NumberedRow { number: self.number, cells, open_quote })
    }
}

/// The text without a first line that only names its separator (`sep=;`), and the separator.
///
/// Without such a line it is the one under which the most of the first rows have as many cells as the header.
pub(crate) fn separator_of(text: &str) -> (&str, char) {
    if let Some(rest) = text.strip_prefix("sep=")
        && let Some(separator) = rest.chars().next()
        && SEPARATORS.contains(&separator)
    {
        let rest = &rest[separator.len_utf8()..];
        if let Some(rest) = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])) {
            return (rest, separator);
        }
    }
    let fit = |separator: char| {
        let mut rows = Splitter::new(text, separator).filter(|row| !row.cells.is_blank()).take(LOOK_AT);
        let columns = rows.next().map_or(0, |header| header.cells.len());
        let alike = rows.filter(|row| row.cells.len() == columns).count();
        (columns > 1, alike, columns)
    };
    let best = SEPARATORS.into_iter().max_by_key(|separator| fit(*separator));
    (text, best.unwrap_or(','))
}

/// The row and column, both from 1, in which the text that follows `before` stands.
pub(crate) fn place_after(before: &str) -> (u64, u64) {
    let next = format!("{before}.");
    let (text, separator) = separator_of(&next);
    let last = Splitter::new(text, separator).last();
    last.map_or((1, 1), |row| (u64::from(row.number), row.cells.len() as u64))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, separator: char) -> Vec<(u32, Vec<String>)> {
        Splitter::new(text, separator)
            .map(|row| {
                let cells = (0..row.cells.len()).map(|place| row.cells.get(place).to_owned());
                (row.number, cells.collect())
            })
            .collect()
    }

    #[test]
    fn quotes_separators_and_line_ends_are_kept_apart() {
        for ends in ["\n", "\r\n", "\r"] {
            let text = [r#"a,"b, ""c""",d"#, "", r#"x"y,,"#].join(ends);
            assert_eq!(
                rows(&text, ','),
                [
                    (1, vec!["a".into(), "b, \"c\"".into(), "d".into()]),
                    (2, vec![String::new()]),
                    (3, vec!["x\"y".into(), String::new(), String::new()]),
                ],
                "{ends:?}"
            );
        }
    }

    #[test]
    fn a_row_of_nothing_but_separators_stays_small() {
        let row = Splitter::new(&",".repeat(MOST_CELLS + 5), ',').next().expect("a row");
        assert_eq!((row.cells.len(), row.cells.is_blank()), (MOST_CELLS, true));
    }

    #[test]
    fn a_line_break_in_quotes_is_no_new_row() {
        assert_eq!(
            rows("a;\"1\n2\"\nb;c", ';'),
            [(1, vec!["a".into(), "1\n2".into()]), (2, vec!["b".into(), "c".into()])]
        );
    }

    #[test]
    fn a_quote_that_is_never_closed_is_named() {
        let last = Splitter::new("a,b\nc,\"d\ne,f\n", ',').last().expect("a row");
        assert_eq!((last.number, last.open_quote), (2, Some(2)));
    }

    #[test]
    fn the_separator_is_what_makes_the_rows_alike() {
        for (text, separator) in [
            ("name,role\nAna,\"Lead; South\"\n", ','),
            ("name;role, level\nAna;Lead, 3\n", ';'),
            ("name\trole\nAna\tLead, South; North\n", '\t'),
            ("name\nAna, Bo\n", '\t'),
            ("sep=;\nname;role\n", ';'),
        ] {
            assert_eq!(separator_of(text).1, separator, "{text:?}");
        }
        assert_eq!(separator_of("sep=;\r\nname;role\n").0, "name;role\n");
    }
}
