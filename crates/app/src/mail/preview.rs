//! Looking at mail before anything changes.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::folder::SourceKind;
use domain::person::Person;
use domain::{PersonId, Refusal};
use paper::mail::{Message, PastedKind, Somebody, Unread, guess_person, is_mbox, read_pasted};
use serde::Deserialize;

use super::reader::Reader;
use super::{Found, Import, MOST, MOST_BYTES, MailNews, MailPreview, files};
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// How many lines a preview shows.
const SHOWN: usize = 100;
/// What stands for a file's name where words were pasted.
const PASTED: &str = "";

/// Reads a message (.eml), a mailbox file (mbox) or words (.txt) and says what could be kept of it.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Preview {
    /// The file. A folder that was dropped is read as one.
    #[cfg_attr(test, ts(skip))]
    pub file: PathBuf,
    /// Adds to what was read before, for several files at once.
    pub import: Option<String>,
}

/// Reads a folder: a Maildir, or one with messages in it.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct PreviewFolder {
    /// The folder.
    #[cfg_attr(test, ts(skip))]
    pub folder: PathBuf,
    /// Adds to what was read before.
    pub import: Option<String>,
}

/// Reads pasted words: a message, a piece of a chat, or text.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct PreviewText {
    /// The words.
    pub text: String,
    /// Adds to what was read before.
    pub import: Option<String>,
}

impl OpenCall for Preview {
    type Reply = MailPreview;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        look(desk, self.import, |looking| looking.at(&self.file))
    }
}

impl OpenCall for PreviewFolder {
    type Reply = MailPreview;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        look(desk, self.import, |looking| looking.at(&self.folder))
    }
}

impl OpenCall for PreviewText {
    type Reply = MailPreview;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        domain::text::check_text(&self.text)?;
        if self.text.trim().is_empty() {
            return Err(Refusal::new("mail.nothing_pasted", "There are no words to read.")
                .next("Copy a message or a piece of a chat, and paste it.")
                .into());
        }
        look(desk, self.import, |looking| looking.at_text(&self.text, PASTED))
    }
}

/// Looks at mail, and lays what was found into the drawer. Nothing lies there when it was stopped or failed.
fn look(
    desk: &OpenDesk,
    into: Option<String>,
    work: impl FnOnce(&mut Looking<'_>) -> Result<(), Fault>,
) -> Result<MailPreview, Fault> {
    let before = into.as_deref().map(|name| desk.drawer().mail(name).cloned()).transpose()?;
    let people = store::noun::person::all(desk.read())?;
    let mut looking = Looking {
        desk,
        reader: Reader::new(desk.house().reads(), desk.work().clone()),
        known_people: people.iter().map(Somebody::new).collect(),
        people,
        import: before.unwrap_or_default(),
        told: None,
    };
    work(&mut looking)?;
    let import = looking.import;
    let name = desk.drawer().put_mail(import.clone(), into);
    import.preview(name, desk, SHOWN)
}

struct Looking<'a> {
    desk: &'a OpenDesk,
    reader: Reader,
    people: Vec<Person>,
    known_people: Vec<Somebody>,
    import: Import,
    /// The last step that was told.
    told: Option<u64>,
}

impl Looking<'_> {
    fn at(&mut self, path: &Path) -> Result<(), Fault> {
        self.told = None;
        if let Some(words) = words_of(path)? {
            return self.at_text(&words, &crate::files::name_of(path));
        }
        let thrown_away = files::each(path, |raw| {
            self.tell(raw.progress)?;
            let read = match raw.bytes {
                Ok(bytes) => self.reader.read(bytes)?,
                Err(why) => Err(why),
            };
            match read {
                Ok(message) => self.found(message, SourceKind::Mail, raw.file, raw.number),
                Err(why) => {
                    self.import.miss(raw.file, raw.number, why);
                    Ok(())
                }
            }
        })?;
        self.import.thrown_away += thrown_away;
        Ok(())
    }

    /// Words that are no file of a mail program. `file` is the name of theirs.
    fn at_text(&mut self, text: &str, file: &str) -> Result<(), Fault> {
        if is_raw(text) {
            return match self.reader.read(text.as_bytes().to_vec())? {
                Ok(message) => self.found(message, SourceKind::Mail, file, 1),
                Err(why) => {
                    self.import.miss(file, 1, why);
                    Ok(())
                }
            };
        }
        let pasted = read_pasted(text);
        let kind = match pasted.kind {
            PastedKind::Mail => SourceKind::Mail,
            PastedKind::Chat => SourceKind::Chat,
            PastedKind::Text => SourceKind::Document,
        };
        let message = Message {
            from: pasted.from(),
            sent_at: pasted.sent_at,
            subject: pasted.subject,
            text: pasted.text,
            ..Message::default()
        };
        self.found(message, kind, file, 1)
    }

    /// Tells how far it is, in two hundred steps, and stops when it is told to.
    fn tell(&mut self, (done, total): (u64, u64)) -> Result<(), Fault> {
        const STEPS: u64 = 200;
        let step = done.saturating_mul(STEPS) / total.max(1);
        if self.told == Some(step) && !self.desk.work().is_stopped() {
            return Ok(());
        }
        self.told = Some(step);
        let read = self.import.found.len();
        self.desk.work().step(step, Some(STEPS), &format!("Reading messages, {read} so far"))
    }

    fn found(
        &mut self,
        mut message: Message,
        kind: SourceKind,
        file: &str,
        number: u64,
    ) -> Result<(), Fault> {
        let identity = message.identity();
        let news = if self.import.known.contains(&identity) {
            MailNews::Twice
        } else if store::noun::source::knows_message(self.desk.read(), &identity)? {
            MailNews::Kept
        } else {
            MailNews::New
        };
        // What is known already is shown and not kept again: its files need not lie here.
        if news != MailNews::New {
            message.attachments.iter_mut().for_each(|file| file.bytes = Vec::new());
        }
        let files: usize = message.attachments.iter().map(|file| file.bytes.len()).sum();
        let bytes = files + message.text.len() + 1_000;
        if self.import.found.len() >= MOST || self.import.bytes + bytes > MOST_BYTES {
            self.import.miss(file, number, Unread::NoRoom);
            return Ok(());
        }
        self.import.bytes += bytes;
        self.import.known.insert(identity.clone());
        let guess = guess_person(&message, &self.known_people);
        let sender = sender_of(&message, &self.people);
        let message = Arc::new(message);
        self.import.found.push(Found { message, identity, kind, news, guess, sender });
        Ok(())
    }
}

/// Who sent it, when exactly one person of the roster has that address.
fn sender_of(message: &Message, people: &[Person]) -> Option<PersonId> {
    let address = message.from.address.trim();
    let fits: HashSet<PersonId> = people
        .iter()
        .filter(|person| !address.is_empty() && person.email.trim().eq_ignore_ascii_case(address))
        .map(|person| person.id)
        .collect();
    if fits.len() == 1 { fits.into_iter().next() } else { None }
}

/// The words of a text file (`.txt`): a message that was copied, a chat that was saved. None for a mailbox, which may be
/// called so too, for what is no text, and for what is too long to be one.
fn words_of(path: &Path) -> Result<Option<String>, Fault> {
    let is_named_so = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("txt"));
    if !is_named_so || path.is_dir() {
        return Ok(None);
    }
    let bytes = crate::files::read("The file", path, domain::text::TEXT_BYTES as u64)?.unwrap_or_default();
    if is_mbox(&bytes) {
        return Ok(None);
    }
    let text = String::from_utf8(bytes).unwrap_or_default();
    let words = text.trim_start_matches('\u{feff}');
    let is_text = !words.trim().is_empty() && domain::text::check_text(words).is_ok();
    Ok(is_text.then(|| words.to_owned()))
}

/// Whether pasted words are a message as it was sent, with a head that only machines write.
fn is_raw(text: &str) -> bool {
    let head = text
        .trim_start()
        .split("\n\n")
        .next()
        .unwrap_or_default()
        .split("\r\n\r\n")
        .next()
        .unwrap_or_default();
    head.lines().any(|line| {
        let name = line.split(':').next().unwrap_or_default();
        ["message-id", "mime-version", "received", "content-type"]
            .iter()
            .any(|known| name.eq_ignore_ascii_case(known))
    })
}
