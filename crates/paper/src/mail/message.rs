//! One message: who sent it, when, about what, its words and its attached files.

use chrono::{DateTime, FixedOffset};
use mail_parser::{Address, MessageParser, MessagePart, MimeHeaders, PartType};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::limits::{ADDRESSEES, DEPTH, FILES, FILES_BYTES, PARTS};
use super::{Unread, check_shape, date, reduce_html, tidy};

/// A message that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Its own identifier, without the brackets; empty when it has none that can be kept.
    pub message_id: String,
    /// Who sent it.
    pub from: Mailbox,
    /// Whom it was sent to, copies included.
    pub to: Vec<Mailbox>,
    /// When it says it was sent.
    pub sent_at: Option<DateTime<FixedOffset>>,
    /// What it is about.
    pub subject: String,
    /// Its words. Those of a message within it stand below, with who sent that one.
    pub text: String,
    /// Its attached files.
    pub attachments: Vec<Attached>,
    /// What was left out, each kind once.
    pub left_out: Vec<LeftOut>,
}

/// A name and an address; either may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mailbox {
    /// The name.
    pub name: String,
    /// The address.
    pub address: String,
}

impl Mailbox {
    /// Both as one line.
    pub fn shown(&self) -> String {
        match (self.name.as_str(), self.address.as_str()) {
            ("", address) => address.to_owned(),
            (name, "") => name.to_owned(),
            (name, address) => tidy::line(&format!("{name} <{address}>")),
        }
    }
}

/// An attached file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    /// Its name, without folders.
    pub name: String,
    /// What its sender says it is, such as `application/pdf`.
    pub media_type: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its bytes, as they are: an archive is not opened.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

/// What was left out of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// Pictures within the text.
    Pictures,
    /// What showing it would have fetched from elsewhere.
    Remote,
    /// Scripts, forms and embedded things.
    Active,
    /// Words that its sender hid.
    Hidden,
    /// Words beyond the longest text.
    Words,
    /// Files beyond the largest, or too many of them.
    Files,
    /// Letters that its encoding does not have: it says another than it is written in.
    Letters,
    /// A part whose encoding is broken; what could be read of it is there.
    Broken,
    /// A date that is none.
    Date,
}

impl LeftOut {
    /// The rule, stable.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Pictures => "mail.pictures",
            Self::Remote => "mail.remote",
            Self::Active => "mail.active",
            Self::Hidden => "mail.hidden",
            Self::Words => "mail.words",
            Self::Files => "mail.files",
            Self::Letters => "mail.letters",
            Self::Broken => "mail.damaged_part",
            Self::Date => "mail.date",
        }
    }

    /// What it says.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Pictures => "Pictures within the text are left out.",
            Self::Remote => "Nothing was fetched from elsewhere.",
            Self::Active => "Scripts and forms are left out.",
            Self::Hidden => "Words that its sender hid are left out.",
            Self::Words => "It is longer than a text may be; the end is left out.",
            Self::Files => "Attached files beyond 25 MB or 100 files are left out.",
            Self::Letters => "Some letters cannot be read: it says another encoding than it is written in.",
            Self::Broken => "A part of it is damaged; what can be read of it is here.",
            Self::Date => "Its date cannot be read.",
        }
    }
}

impl Message {
    /// What it is known by: its own identifier, or else the digest of what it says.
    pub fn identity(&self) -> String {
        if !self.message_id.is_empty() {
            return self.message_id.clone();
        }
        let mut digest = Sha256::new();
        let at = self.sent_at.map(|at| at.timestamp().to_string()).unwrap_or_default();
        for part in [&self.from.address, &self.from.name, &at, &self.subject, &self.text] {
            digest.update((part.len() as u64).to_le_bytes());
            digest.update(part.as_bytes());
        }
        let hex: String = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        format!("sha256:{hex}")
    }

    fn leave_out(&mut self, what: LeftOut) {
        if !self.left_out.contains(&what) {
            self.left_out.push(what);
        }
    }
}

/// Reads one message.
///
/// # Errors
/// What is beyond the limits, or no message.
pub fn read_message(bytes: &[u8]) -> Result<Message, Unread> {
    check_shape(bytes)?;
    let parsed = MessageParser::default().parse(bytes).ok_or(Unread::NoMessage)?;
    if count_parts(&parsed, 0)? > PARTS {
        return Err(Unread::TooManyParts);
    }
    let mut reading = Reading::default();
    reading.body(&parsed, 0);
    let mut message = reading.message;
    let (text, was_cut) = tidy::text(&reading.text);
    if was_cut {
        message.leave_out(LeftOut::Words);
    }
    if text.contains('\u{fffd}') {
        message.leave_out(LeftOut::Letters);
    }
    message.text = text;
    message.from = first(parsed.from()).or_else(|| first(parsed.sender())).unwrap_or_default();
    message.to = [parsed.to(), parsed.cc()]
        .into_iter()
        .flatten()
        .flat_map(Address::iter)
        .take(ADDRESSEES)
        .map(mailbox)
        .collect();
    message.subject = tidy::line(parsed.subject().unwrap_or_default());
    message.sent_at = parsed.date().and_then(date::read);
    if message.sent_at.is_none() && parsed.header("Date").is_some() {
        message.leave_out(LeftOut::Date);
    }
    // An identifier that is cut would be another.
    let id = parsed.message_id().unwrap_or_default().trim();
    if domain::text::check_line("id", id).is_ok() && id == tidy::line(id) {
        message.message_id = id.to_owned();
    }
    Ok(message)
}

/// All parts, also those of messages within; refuses what lies too deep before anything walks into it.
fn count_parts(message: &mail_parser::Message<'_>, depth: usize) -> Result<usize, Unread> {
    if depth > DEPTH {
        return Err(Unread::TooDeep);
    }
    let mut count = message.parts.len();
    for part in &message.parts {
        if let PartType::Message(inner) = &part.body {
            count += count_parts(inner, depth + 1)?;
        }
    }
    Ok(count)
}

fn first(addresses: Option<&Address<'_>>) -> Option<Mailbox> {
    addresses?.iter().map(mailbox).find(|found| !found.name.is_empty() || !found.address.is_empty())
}

fn mailbox(address: &mail_parser::Addr<'_>) -> Mailbox {
    Mailbox {
        name: tidy::line(address.name().unwrap_or_default()),
        address: tidy::line(address.address().unwrap_or_default()),
    }
}

#[derive(Default)]
struct Reading {
    message: Message,
    text: String,
    files_bytes: usize,
}

impl Reading {
    /// The words and files of a message, and below them those of the messages within it.
    fn body(&mut self, parsed: &mail_parser::Message<'_>, depth: usize) {
        let begun = self.text.len();
        for part in &parsed.text_body {
            if let Some(part) = parsed.part(*part) {
                self.words(part);
            }
        }
        if self.text[begun..].trim().is_empty() {
            for part in &parsed.html_body {
                if let Some(part) = parsed.part(*part).filter(|part| part.is_text_html()) {
                    self.words(part);
                }
            }
        }
        for part in &parsed.attachments {
            if let Some(part) = parsed.part(*part) {
                self.attached(part, depth);
            }
        }
    }

    fn words(&mut self, part: &MessagePart<'_>) {
        if part.is_encoding_problem {
            self.message.leave_out(LeftOut::Broken);
            if let Some(bytes) = mended(part) {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                return if is_html(part) { self.html(&text) } else { self.paragraph(&text) };
            }
        }
        match &part.body {
            PartType::Text(text) => self.paragraph(text),
            PartType::Html(html) => self.html(html),
            // A picture between two texts.
            PartType::InlineBinary(_) => self.message.leave_out(LeftOut::Pictures),
            _ => {}
        }
    }

    fn html(&mut self, html: &str) {
        let reduced = reduce_html(html);
        for (is_left_out, what) in [
            (reduced.pictures > 0, LeftOut::Pictures),
            (reduced.remote > 0, LeftOut::Remote),
            (reduced.active > 0, LeftOut::Active),
            (reduced.hidden > 0, LeftOut::Hidden),
            (reduced.cut, LeftOut::Words),
        ] {
            if is_left_out {
                self.message.leave_out(what);
            }
        }
        self.paragraph(&reduced.text);
    }

    fn paragraph(&mut self, text: &str) {
        if !self.text.is_empty() && !text.trim().is_empty() {
            self.text.push_str("\n\n");
        }
        self.text.push_str(text);
    }

    fn attached(&mut self, part: &MessagePart<'_>, depth: usize) {
        let is_named = part.attachment_name().is_some();
        match &part.body {
            // Words whose encoding is broken are words.
            _ if part.is_encoding_problem && !is_named && !is_attachment(part) && is_words(part) => {
                self.words(part)
            }
            PartType::Message(inner) if depth < DEPTH => self.inner(inner, depth),
            PartType::InlineBinary(_) if !is_named => self.message.leave_out(LeftOut::Pictures),
            PartType::Binary(_) | PartType::InlineBinary(_)
                if part.content_id().is_some() && !is_attachment(part) && is_picture(part) =>
            {
                self.message.leave_out(LeftOut::Pictures);
            }
            // The other side of an alternative; the words were taken from the plain one.
            PartType::Html(_) if !is_named && !is_attachment(part) => {}
            PartType::Multipart(_) | PartType::Message(_) => {}
            body => {
                let bytes = match body {
                    PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes.as_ref(),
                    PartType::Text(text) | PartType::Html(text) => text.as_bytes(),
                    PartType::Multipart(_) | PartType::Message(_) => return,
                };
                self.file(part, bytes);
            }
        }
    }

    fn file(&mut self, part: &MessagePart<'_>, bytes: &[u8]) {
        let mended = if part.is_encoding_problem { mended(part) } else { None };
        let bytes = mended.as_deref().unwrap_or(bytes);
        if part.is_encoding_problem {
            self.message.leave_out(LeftOut::Broken);
        }
        if self.message.attachments.len() >= FILES || self.files_bytes + bytes.len() > FILES_BYTES {
            self.message.leave_out(LeftOut::Files);
            return;
        }
        self.files_bytes += bytes.len();
        let otherwise = format!("file {}", self.message.attachments.len() + 1);
        let media_type = part.content_type().map(|kind| match kind.subtype() {
            Some(subtype) => format!("{}/{subtype}", kind.ctype()),
            None => kind.ctype().to_owned(),
        });
        self.message.attachments.push(Attached {
            name: tidy::file_name(part.attachment_name().unwrap_or_default(), &otherwise),
            media_type: tidy::line(&media_type.unwrap_or_default()),
            size: bytes.len() as u64,
            bytes: bytes.to_vec(),
        });
    }

    /// A message within the message: who sent it, and its words below.
    fn inner(&mut self, inner: &mail_parser::Message<'_>, depth: usize) {
        let mut head = String::from("--- Message within this one ---\n");
        if let Some(from) = first(inner.from()) {
            head.push_str(&format!("From: {}\n", from.shown()));
        }
        if let Some(at) = inner.date().and_then(date::read) {
            head.push_str(&format!("Date: {}\n", at.format("%Y-%m-%d %H:%M %:z")));
        }
        if let Some(subject) = inner.subject() {
            head.push_str(&format!("Subject: {}\n", tidy::line(subject)));
        }
        self.paragraph(head.trim_end());
        self.body(inner, depth + 1);
    }
}

/// What can be read of a part in base64 that is cut off or has other signs in it.
fn mended(part: &MessagePart<'_>) -> Option<Vec<u8>> {
    let coding = part.content_transfer_encoding().unwrap_or_default();
    coding.eq_ignore_ascii_case("base64").then(|| from_base64(part.contents()))
}

/// The bytes of base64 up to where it ends; signs that do not belong there are passed over.
fn from_base64(text: &[u8]) -> Vec<u8> {
    let (mut bytes, mut held, mut bits) = (Vec::with_capacity(text.len() / 4 * 3), 0_u32, 0);
    for sign in text {
        let value = match sign {
            b'A'..=b'Z' => sign - b'A',
            b'a'..=b'z' => sign - b'a' + 26,
            b'0'..=b'9' => sign - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        held = (held << 6 | u32::from(value)) & 0xff_ffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xff).unwrap_or_default());
        }
    }
    bytes
}

fn is_words(part: &MessagePart<'_>) -> bool {
    part.content_type().is_none_or(|kind| kind.ctype().eq_ignore_ascii_case("text"))
}

fn is_html(part: &MessagePart<'_>) -> bool {
    part.content_type().is_some_and(|kind| {
        kind.ctype().eq_ignore_ascii_case("text")
            && kind.subtype().is_some_and(|of| of.eq_ignore_ascii_case("html"))
    })
}

fn is_attachment(part: &MessagePart<'_>) -> bool {
    part.content_disposition().is_some_and(mail_parser::ContentType::is_attachment)
}

fn is_picture(part: &MessagePart<'_>) -> bool {
    part.content_type().is_some_and(|kind| kind.ctype().eq_ignore_ascii_case("image"))
}

/// The words that are the sender's own, as a note begins with: without what is quoted and without the signature. All of
/// them when nothing else is there.
pub fn own_words(text: &str) -> String {
    let mut own: Vec<&str> = Vec::new();
    for line in text.lines() {
        let bare = line.trim_end();
        if matches!(bare, "--" | "-- ") || bare.starts_with("-----Original Message") {
            break;
        }
        if bare.trim_start().starts_with('>') {
            // The line above says who is quoted.
            let says_who = |line: &&&str| line.trim_end().ends_with(':') && line.len() < 200;
            while own.last().is_some_and(|line| line.is_empty()) {
                own.pop();
            }
            if own.len() > 1 && own.last().as_ref().is_some_and(says_who) {
                own.pop();
            }
            own.push("");
            continue;
        }
        own.push(bare);
    }
    let own = tidy::text(&own.join("\n")).0;
    if own.trim().is_empty() { text.trim().to_owned() } else { own }
}
