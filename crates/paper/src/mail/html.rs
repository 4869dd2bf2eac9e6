//! HTML as text that can be read: paragraphs, lists and tables stay; scripts, styles, pictures and what the sender hid
//! do not. Nothing is fetched and nothing is shown as HTML afterwards.
//!
//! A tokenizer and no tree: depth costs nothing, and the time grows with the length alone.

use std::cell::{Cell, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::limits::HTML_BYTES;

/// HTML as text, and what was left out on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reduced {
    /// The text.
    pub text: String,
    /// Pictures that are not shown.
    pub pictures: u32,
    /// Addresses elsewhere that showing it would have fetched.
    pub remote: u32,
    /// Scripts, forms and embedded things.
    pub active: u32,
    /// Stretches that the sender hid.
    pub hidden: u32,
    /// Whether it was longer than is read.
    pub cut: bool,
}

/// Reduces HTML to text.
pub fn reduce_html(html: &str) -> Reduced {
    let mut end = html.len().min(HTML_BYTES);
    while !html.is_char_boundary(end) {
        end -= 1;
    }
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(&html[..end]));
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    // It would stop for a script that is to run; this sink never asks for that.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut reduced = tokenizer.sink.writer.take().reduced;
    reduced.cut |= end < html.len();
    reduced
}

#[derive(Default)]
struct Sink {
    writer: RefCell<Writer>,
    /// Whether what follows is no text: the inside of a script, a style or a title.
    is_raw: Cell<bool>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut writer = self.writer.borrow_mut();
        match token {
            Token::CharacterTokens(text) if !self.is_raw.get() => writer.text(&text),
            Token::TagToken(tag) => {
                self.is_raw.set(false);
                match tag.kind {
                    TagKind::StartTag => {
                        if let Some(kind) = raw_kind(&tag.name) {
                            writer.reduced.active +=
                                u32::from(&*tag.name != "style" && &*tag.name != "title");
                            self.is_raw.set(true);
                            return TokenSinkResult::RawData(kind);
                        }
                        writer.start(&tag);
                    }
                    TagKind::EndTag => writer.end(&tag.name),
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Elements whose inside is no HTML.
fn raw_kind(name: &str) -> Option<RawKind> {
    match name {
        "script" => Some(RawKind::ScriptData),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => Some(RawKind::Rawtext),
        "title" | "textarea" => Some(RawKind::Rcdata),
        _ => None,
    }
}

/// Lists and quotations deeper than this are set as if they were not.
const DEEPEST: usize = 8;

#[derive(Default)]
struct Writer {
    reduced: Reduced,
    /// Line feeds that are due before the next letter.
    due: usize,
    gap: bool,
    mark: String,
    quotes: usize,
    /// How deep the line before was quoted.
    quoted: usize,
    lists: Vec<Option<u32>>,
    pre: usize,
    /// What the sender hid: the element, and how many of its kind are open within.
    hidden: Option<(String, usize)>,
    links: Vec<(String, usize)>,
}

impl Writer {
    fn text(&mut self, text: &str) {
        if self.hidden.is_some() {
            return;
        }
        for letter in text.chars() {
            match letter {
                // Spacers that cannot be seen.
                '\u{200b}' | '\u{200c}' | '\u{feff}' | '\u{ad}' | '\u{34f}' => {}
                '\n' if self.pre > 0 => self.due = (self.due + 1).min(2),
                letter if letter.is_whitespace() && self.pre == 0 => self.gap = true,
                letter => self.letter(letter),
            }
        }
    }

    fn letter(&mut self, letter: char) {
        if self.reduced.text.len() > HTML_BYTES {
            self.reduced.cut = true;
            return;
        }
        let is_start = self.reduced.text.is_empty() || self.due > 0;
        if is_start {
            self.begin_line();
        } else if self.gap && !self.reduced.text.ends_with(' ') {
            self.reduced.text.push(' ');
        }
        self.gap = false;
        self.reduced.text.push(letter);
    }

    fn begin_line(&mut self) {
        let quote = "> ".repeat(self.quotes.min(DEEPEST));
        if !self.reduced.text.is_empty() {
            let between = "> ".repeat(self.quotes.min(self.quoted).min(DEEPEST));
            for _ in 1..self.due {
                self.reduced.text.push('\n');
                self.reduced.text.push_str(between.trim_end());
            }
            self.reduced.text.push('\n');
        }
        (self.due, self.quoted) = (0, self.quotes);
        self.reduced.text.push_str(&quote);
        if !self.lists.is_empty() {
            let depth = self.lists.len().min(DEEPEST);
            let indent = if self.mark.is_empty() { depth } else { depth - 1 };
            self.reduced.text.push_str(&"  ".repeat(indent));
        }
        self.reduced.text.push_str(&std::mem::take(&mut self.mark));
    }

    fn end_line(&mut self, lines: usize) {
        self.due = self.due.max(lines);
        self.gap = false;
    }

    fn is_in_line(&self) -> bool {
        self.due == 0 && !self.reduced.text.is_empty()
    }

    fn start(&mut self, tag: &Tag) {
        let name = &*tag.name;
        if let Some((hidden, open)) = &mut self.hidden {
            // A paragraph ends where the next block begins, said or not.
            if hidden == "p" && lines_of(name) > 0 {
                self.hidden = None;
            } else {
                *open += usize::from(hidden == name);
                return;
            }
        }
        for attribute in &tag.attrs {
            let is_source =
                matches!(&*attribute.name.local, "src" | "background" | "srcset" | "data" | "poster");
            if is_source && is_elsewhere(&attribute.value)
                || name == "link" && &*attribute.name.local == "href"
            {
                self.reduced.remote += 1;
            }
        }
        let is_void =
            matches!(name, "br" | "hr" | "img" | "input" | "meta" | "link" | "wbr" | "col" | "area" | "base");
        if matches!(
            name,
            "svg" | "math" | "object" | "embed" | "applet" | "template" | "form" | "input" | "button"
        ) {
            self.reduced.active += 1;
        }
        if !is_void && !tag.self_closing && (is_hidden(tag) || matches!(name, "svg" | "math" | "template")) {
            self.reduced.hidden += u32::from(is_hidden(tag));
            self.hidden = Some((name.to_owned(), 1));
            return;
        }
        self.open(tag, name);
    }

    fn open(&mut self, tag: &Tag, name: &str) {
        match name {
            "br" => {
                self.due = (self.due + 1).min(2);
                self.gap = false;
            }
            "hr" => {
                self.end_line(1);
                "---".chars().for_each(|letter| self.letter(letter));
                self.end_line(1);
            }
            "img" => self.picture(tag),
            "a" => {
                let address = attribute(tag, "href").unwrap_or_default().trim().to_owned();
                self.links.truncate(DEEPEST);
                self.links.push((address, self.reduced.text.len()));
            }
            "ul" | "ol" => {
                self.end_line(if self.lists.is_empty() { 2 } else { 1 });
                self.lists.push((name == "ol").then_some(0));
                self.lists.truncate(100);
            }
            "li" => {
                self.end_line(1);
                self.mark = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number = number.saturating_add(1);
                        format!("{number}. ")
                    }
                    _ => "- ".to_owned(),
                };
            }
            "blockquote" => {
                self.end_line(2);
                self.quotes = (self.quotes + 1).min(100);
            }
            "pre" => {
                self.end_line(2);
                self.pre += 1;
            }
            "td" | "th" if self.is_in_line() => {
                let text = &mut self.reduced.text;
                if !text.ends_with('\n') {
                    text.truncate(text.trim_end().len());
                    text.push_str(" | ");
                }
                self.gap = false;
            }
            other => match lines_of(other) {
                0 => {}
                lines => self.end_line(lines),
            },
        }
    }

    fn end(&mut self, name: &str) {
        if let Some((hidden, open)) = &mut self.hidden {
            if hidden == name {
                *open -= 1;
                if *open == 0 {
                    self.hidden = None;
                }
            }
            return;
        }
        match name {
            "a" => self.end_link(),
            "ul" | "ol" => {
                self.lists.pop();
                self.mark.clear();
                self.end_line(if self.lists.is_empty() { 2 } else { 1 });
            }
            "blockquote" => {
                self.quotes = self.quotes.saturating_sub(1);
                self.end_line(2);
            }
            "pre" => {
                self.pre = self.pre.saturating_sub(1);
                self.end_line(2);
            }
            "td" | "th" => self.gap = true,
            other => match lines_of(other) {
                0 => {}
                lines => self.end_line(lines),
            },
        }
    }

    /// A link is its words, and where it leads when the words do not say so.
    fn end_link(&mut self) {
        const LONGEST: usize = 500;
        let Some((address, begun)) = self.links.pop() else { return };
        let is_said = ["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
        let bare = address.trim_start_matches("mailto:");
        let words = self.reduced.text.get(begun..).unwrap_or_default();
        if is_said
            && bare.len() <= LONGEST
            && !words.trim().is_empty()
            && !words.contains(bare.trim_end_matches('/'))
        {
            let shown = format!(" ({bare})");
            shown.chars().filter(|letter| !letter.is_control()).for_each(|letter| self.letter(letter));
        }
    }

    fn picture(&mut self, tag: &Tag) {
        self.reduced.pictures += 1;
        let said = attribute(tag, "alt").unwrap_or_default().trim().to_owned();
        if !said.is_empty() && said.len() <= 300 {
            format!("[{said}]").chars().for_each(|letter| self.text(letter.encode_utf8(&mut [0; 4])));
        }
    }
}

/// How many line feeds stand before and after an element.
fn lines_of(name: &str) -> usize {
    match name {
        "p" | "table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "figure" | "dl" => 2,
        "div" | "tr" | "section" | "article" | "header" | "footer" | "main" | "nav" | "aside" | "center"
        | "form" | "fieldset" | "address" | "figcaption" | "dt" | "dd" | "li" | "body" | "caption"
        | "thead" | "tbody" | "tfoot" | "option" | "legend" | "summary" | "details" => 1,
        _ => 0,
    }
}

fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

/// Whether the sender hid it: what a reader of the message would not have seen.
fn is_hidden(tag: &Tag) -> bool {
    if attribute(tag, "hidden").is_some() {
        return true;
    }
    let Some(style) = attribute(tag, "style") else { return false };
    let bare: String =
        style.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect();
    bare.split(';').any(|said| {
        let said = said.trim_end_matches("!important");
        matches!(said, "display:none" | "visibility:hidden" | "opacity:0" | "mso-hide:all")
            || ["font-size:0", "max-height:0", "line-height:0"].iter().any(|zero| {
                said.strip_prefix(zero).is_some_and(|unit| matches!(unit, "" | "px" | "pt" | "em"))
            })
    })
}

fn is_elsewhere(address: &str) -> bool {
    let address = address.trim_start();
    ["http:", "https:", "//", "ftp:"]
        .iter()
        .any(|scheme| address.get(..scheme.len()).is_some_and(|begins| begins.eq_ignore_ascii_case(scheme)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_text_that_can_be_read() {
        for (html, text) in [
            ("<p>One</p><p>Two<br>three</p>", "One\n\nTwo\nthree"),
            ("a&nbsp;&amp; b&#x21;", "a & b!"),
            ("<ul><li>one<li>two<ol><li>in</ol></ul>after", "- one\n- two\n  1. in\n\nafter"),
            (
                "<table><tr><th>Who<th>What</tr><tr><td>Ana<td> drill </td></tr></table>",
                "Who | What\nAna | drill",
            ),
            ("a<blockquote>said<br><br>more</blockquote>ok", "a\n\n> said\n>\n> more\n\nok"),
            ("<pre>a  b\n  c</pre>", "a  b\n  c"),
            ("see <a href='https://example.org/x'>the plan</a>", "see the plan (https://example.org/x)"),
            ("<a href=\"https://example.org/\">https://example.org</a>", "https://example.org"),
            ("<a href='javascript:alert(1)'>click</a>", "click"),
            ("<title>no</title><style>p{}</style>yes<script>alert('<b>')</script>", "yes"),
            ("<div style='display: none'>pre<div>header</div></div>seen", "seen"),
            ("<p hidden>no<p>yes", "yes"),
            ("<img src='http://x.example.org/t.gif' alt='Thanks'>", "[Thanks]"),
            ("<svg><text>no</text></svg>yes<math>no</math>", "yes"),
            ("x &lt;script&gt; y", "x <script> y"),
            ("<!-- no --><![CDATA[no]]>yes", "yes"),
            ("<p>open <b>never closed", "open never closed"),
            ("plain & simple < text", "plain & simple < text"),
            ("", ""),
        ] {
            assert_eq!(reduce_html(html).text, text, "{html}");
        }
    }

    #[test]
    fn what_is_left_out_is_counted() {
        let reduced = reduce_html(
            "<link href=x><body background='//a.example.org'><img src=https://b.example.org><img src=cid:1>\
             <script src=http://c.example.org></script><iframe src=x></iframe><span style='font-size:0px'>z</span>",
        );
        assert_eq!((reduced.pictures, reduced.remote, reduced.active, reduced.hidden), (2, 3, 2, 1));
    }

    #[test]
    fn depth_and_length_are_no_trouble() {
        let deep = "<div>".repeat(200_000) + "in" + &"</div>".repeat(200_000);
        assert_eq!(reduce_html(&deep).text, "in");
        let quoted = "<blockquote><ul><li>".repeat(20_000) + "x";
        assert!(reduce_html(&quoted).text.len() < 1_000);
        let long = reduce_html(&"word ".repeat(2_000_000));
        assert!(long.cut && long.text.len() <= HTML_BYTES + 1);
    }
}
