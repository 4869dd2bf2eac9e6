//! What leaves the vault to be read by somebody: as Markdown, as pages to print, as a message, and as plain text.
//!
//! Each kind of it says of what blocks it is made ([`Leaving`]), and all its forms are made of these, so that what was
//! looked at as text is what stands in the file.

mod compose;
mod figure;
mod flow;
mod grid;
mod mail;
mod marked;
mod page;
mod paragraph;
mod print;
mod prose;
mod style;
mod words;

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::chart::{Chart, ChartTable};
pub use crate::typeface::Fallback;
pub use mail::{LONGEST_URL, Mail, make_mail, make_text};
pub use page::make_markdown;
pub(crate) use print::compose;
pub use print::{PaperSize, Print, make_pdf};

/// Something that leaves, whole.
pub trait Leaving {
    /// What a PDF says in its properties.
    const KIND: &'static str;
    /// Said where a message has no room for all of it.
    const REST: &'static str;

    /// The subject of a message with it, and what a printed page of it says above its text.
    fn subject(&self) -> String;

    /// The day that it is of: a PDF of it says that it was made then.
    fn dated(&self) -> Option<NaiveDate> {
        None
    }

    /// The language of its words, as in BCP 47.
    fn language(&self) -> &str {
        "en"
    }

    /// Whether it is a draft, which its pages then say however they are printed.
    fn is_draft(&self) -> bool {
        false
    }

    /// What it says, in reading order.
    fn blocks(&self) -> Vec<Block<'_>>;
}

/// A piece of what leaves. All texts are plain but for what a person wrote, which is Markdown.
#[derive(Clone, Debug, PartialEq)]
pub enum Block<'a> {
    /// What kind of thing it is, above its title.
    Kicker(String),
    /// What it is.
    Title(String),
    /// A line right below the title.
    Subtitle(String),
    /// A line about it.
    Fact(String),
    /// What is known of it: what each thing is called, and what it is.
    Facts(Vec<(String, String)>),
    /// What has to be known of all of it.
    Notice(String),
    /// What stands right below it.
    Label(String),
    /// A heading.
    Heading(&'a str),
    /// What a person wrote, Markdown.
    Prose(Cow<'a, str>),
    /// One message and what is said of it.
    Point(Point<'a>),
    /// What stands beside what was said last: what it is called, and Markdown.
    Aside(String, Cow<'a, str>),
    /// A line of a list.
    Item(String),
    /// A table.
    Table(Table),
    /// A chart: drawn on a page, a table in Markdown, one line in a message.
    Figure(Cow<'a, Chart>),
    /// Who signed.
    Signatures(Vec<Signature>),
}

/// One message and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point<'a> {
    /// The message in one line, plain text; may be empty.
    pub message: Cow<'a, str>,
    /// What has to be known of it, plain text; may be empty.
    pub caption: String,
    /// What is said of it, Markdown; may be empty.
    pub text: Cow<'a, str>,
}

/// A table of plain text. A row has as many cells as there are columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What the columns are called.
    pub columns: Vec<String>,
    /// The rows, each with its cells.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// Whether a column has numbers and nothing else, which then stand below each other at their last digits.
    fn is_number(&self, column: usize) -> bool {
        let cells = || self.rows.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_empty());
        let is_sign =
            |letter: char| letter.is_ascii_digit() || " .,%+-\u{2212}\u{2248}\u{a0}".contains(letter);
        let is_number =
            |cell: &String| cell.chars().all(is_sign) && cell.contains(|one: char| one.is_ascii_digit());
        cells().next().is_some() && cells().all(is_number)
    }
}

impl From<&ChartTable> for Table {
    fn from(table: &ChartTable) -> Self {
        Self { columns: table.columns.clone(), rows: table.rows.clone() }
    }
}

/// Somebody who signed, plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Who.
    pub name: String,
    /// As what, and when.
    pub said: String,
    /// The fingerprint of the key that signed; may be empty.
    pub fingerprint: String,
}

#[cfg(test)]
mod pages_tests;
#[cfg(test)]
mod scripts_tests;

/// What stands on each page of a PDF, piece by piece and without tags.
#[cfg(test)]
pub(crate) fn said(pdf: &[u8]) -> Vec<String> {
    use printpdf::{PdfDocument, PdfParseOptions};
    let document = PdfDocument::parse(pdf, &PdfParseOptions::default(), &mut Vec::new());
    let pages = document.map(|document| document.extract_text()).unwrap_or_default();
    pages.into_iter().map(|pieces| pieces.concat()).collect()
}
