//! What leaves as the text of a message, short enough for a link that opens a mail program.

use super::{Block, Leaving, Table};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The longest `mailto:` link, in characters: about what the mail programs of all systems take.
pub const LONGEST_URL: usize = 1800;

/// A prepared message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// To whom; empty where no address is known.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its text, in lines that end with CR LF as RFC 6068 asks for, without an end after the last.
    pub body: String,
    /// Whether the text did not fit and was cut.
    pub is_cut: bool,
}

/// The message with this to `to`, cut between lines so that its link, with every part encoded as by
/// `encodeURIComponent`, has no more than [`LONGEST_URL`] characters.
pub fn make_mail<L: Leaving>(what: &L, to: &str) -> Mail {
    let subject = what.subject();
    let around = "mailto:?subject=&body=".len() + encoded(to) + encoded(&subject);
    let lines = lines(what);
    let whole = lines.join("\r\n");
    if around + encoded(&whole) <= LONGEST_URL {
        return Mail { to: to.to_owned(), subject, body: whole, is_cut: false };
    }
    let mut body = String::new();
    let mut used = around + encoded("\r\n\r\n") + encoded(L::REST);
    for line in &lines {
        let longer = if body.is_empty() { encoded(line) } else { encoded("\r\n") + encoded(line) };
        if used + longer > LONGEST_URL {
            cut_line(&mut body, line, LONGEST_URL.saturating_sub(used));
            break;
        }
        if !body.is_empty() {
            body.push_str("\r\n");
        }
        body.push_str(line);
        used += longer;
    }
    let body = format!("{}\r\n\r\n{}", body.trim_end(), L::REST);
    Mail { to: to.to_owned(), subject, body, is_cut: true }
}

/// As many whole words of a line as fit into so many characters of the link.
fn cut_line(body: &mut String, line: &str, room: usize) {
    let mut kept = String::new();
    let mut used = encoded("\r\n") + encoded(" …");
    for word in line.split_whitespace() {
        used += encoded(word) + encoded(" ");
        if used > room {
            break;
        }
        kept.push_str(word);
        kept.push(' ');
    }
    if !kept.is_empty() {
        if !body.is_empty() {
            body.push_str("\r\n");
        }
        body.push_str(&kept);
        body.push('…');
    }
}

/// All of it as plain text, as it would stand in a message with room enough.
pub fn make_text<L: Leaving>(what: &L) -> String {
    lines(what).join("\n")
}

/// All of it as lines of plain text; what people wrote stays Markdown, which reads well as it is.
fn lines<L: Leaving>(what: &L) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let (mut was_item, mut was_label, mut kicker) = (false, false, None);
    for block in what.blocks() {
        let is_item = matches!(block, Block::Item(_));
        let is_below = matches!(block, Block::Prose(_));
        let is_right_below = matches!(block, Block::Subtitle(_));
        if !(lines.is_empty() || is_item && was_item || was_label && is_below || is_right_below) {
            lines.push(String::new());
        }
        was_label = matches!(block, Block::Label(_));
        was_item = is_item;
        match block {
            Block::Kicker(line) => kicker = Some(line),
            Block::Title(title) => lines.push(match kicker.take() {
                Some(kicker) => format!("{kicker}: {title}"),
                None => title,
            }),
            Block::Subtitle(text) | Block::Fact(text) | Block::Label(text) | Block::Notice(text) => {
                lines.push(text);
            }
            Block::Facts(facts) => {
                lines.extend(facts.into_iter().map(|(name, value)| format!("{name}: {value}")));
            }
            Block::Heading(text) => lines.push(text.to_uppercase()),
            Block::Prose(text) => lines.extend(written(&text)),
            Block::Point(point) => {
                let about = [point.message.into_owned(), point.caption];
                lines.extend(about.into_iter().filter(|line| !line.trim().is_empty()));
                lines.extend(written(&point.text));
            }
            Block::Aside(name, text) => {
                lines.push(format!("{name}:"));
                lines.extend(written(&text));
            }
            Block::Item(text) => lines.push(format!("- {text}")),
            Block::Table(table) => lines.extend(table_lines(&table)),
            Block::Figure(chart) => {
                lines.push(format!("{} (a chart in the file): {}", chart.title, chart.description));
            }
            Block::Signatures(signatures) => lines.extend(signatures.into_iter().flat_map(|one| {
                [format!("{}, {}", one.name, one.said), one.fingerprint]
                    .into_iter()
                    .filter(|line| !line.is_empty())
            })),
        }
    }
    lines
}

/// What a person wrote, line by line.
fn written(text: &str) -> impl Iterator<Item = String> {
    text.trim().lines().map(|line| line.trim_end().to_owned())
}

/// The rows of a table below each other: the first cell, and what stands under which column beside it.
fn table_lines(table: &Table) -> Vec<String> {
    let mut lines = Vec::new();
    for row in &table.rows {
        let mut cells = table.columns.iter().zip(row).filter(|(_, cell)| !cell.trim().is_empty());
        lines.extend(cells.next().map(|(_, cell)| format!("- {cell}")));
        lines.extend(cells.map(|(column, cell)| format!("  {column}: {cell}")));
    }
    lines
}

/// What stands in a link as it is, as by `encodeURIComponent`.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// How many characters a text takes in a link.
fn encoded(text: &str) -> usize {
    utf8_percent_encode(text, PLAIN).map(str::len).sum()
}

impl Mail {
    /// The message as a link that a mail program opens (RFC 6068).
    pub fn link(&self) -> String {
        let part = |text| utf8_percent_encode(text, PLAIN);
        format!("mailto:{}?subject={}&body={}", part(&self.to), part(&self.subject), part(&self.body))
    }
}
