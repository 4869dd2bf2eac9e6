//! What was found, as it crosses the door.

use domain::PersonId;
use paper::mail::Sure;
use serde::Serialize;

use super::{Found, Import};
use crate::Fault;
use crate::desk::OpenDesk;
use crate::stamp::Instant;

/// How many letters of a message are shown in a list.
const BEGINNING: usize = 300;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MailPreview {
    /// Which import, to look further, to add to it and to keep from it.
    pub import: String,
    /// How many messages were read.
    pub found: u64,
    /// How many of them are new.
    pub new: u64,
    /// How many are in the vault already, or were read twice.
    pub known: u64,
    /// For how many of the new ones it is certain whom they are about.
    pub certain: u64,
    /// The first of them; `mail.found` has all.
    pub lines: Vec<MailLine>,
    /// What was not read, and why.
    pub unread: Vec<UnreadMail>,
    /// How many more there are of those.
    pub more_unread: u64,
    /// How many were passed over because their owner threw them away in the mail program.
    pub thrown_away: u64,
}

/// A message, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MailLine {
    /// Which message of the import; stays the same.
    pub message: u32,
    /// Whether it is new.
    pub news: MailNews,
    /// Who sent it, as it says.
    pub from: String,
    /// When it says it was sent.
    pub sent_at: Option<Instant>,
    /// What it is about.
    pub subject: String,
    /// How its words begin.
    pub beginning: String,
    /// Its attached files.
    pub files: Vec<MailFile>,
    /// What was left out of it.
    pub left_out: Vec<MailSaid>,
    /// Whom it seems to be about.
    pub person: Option<PersonId>,
    /// Whom it seems to be about, by name.
    pub person_name: String,
    /// How sure that is.
    pub sure: MailSure,
    /// Why.
    pub because: String,
}

/// An attached file of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MailFile {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
}

/// Whether a message is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MailNews {
    /// It is not in the vault.
    New,
    /// It is in the vault already.
    Kept,
    /// The same message stands further up.
    Twice,
}

/// How sure it is whom a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MailSure {
    /// An address or a whole name says so.
    Certain,
    /// It fits best.
    Likely,
    /// Somebody has to choose.
    No,
}

/// Something to be said of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MailSaid {
    /// The rule, such as `mail.pictures`; stable.
    pub rule: String,
    /// What it says.
    pub sentence: String,
}

/// A message that was not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct UnreadMail {
    /// The name of its file.
    pub file: String,
    /// Which message of that file, from 1.
    pub number: u64,
    /// The rule, such as `mail.too_deep`; stable.
    pub rule: String,
    /// Why, and what to do next.
    pub sentence: String,
}

impl Import {
    /// What was found, with the first `lines` of it.
    pub(super) fn preview(
        &self,
        import: String,
        desk: &OpenDesk,
        lines: usize,
    ) -> Result<MailPreview, Fault> {
        let new = self.found.iter().filter(|found| found.news == MailNews::New);
        let certain = new.clone().filter(|found| found.guess.sure == Sure::Certain).count();
        let names = Names::of(desk)?;
        let lines =
            (0..).zip(&self.found).take(lines).map(|(place, found)| found.line(place, found.news, &names));
        let unread = self.unread.iter().map(|missed| UnreadMail {
            file: missed.file.clone(),
            number: missed.number,
            rule: missed.why.rule().to_owned(),
            sentence: missed.why.sentence().to_owned(),
        });
        Ok(MailPreview {
            import,
            found: self.found.len() as u64,
            new: new.count() as u64,
            known: self.found.iter().filter(|found| found.news != MailNews::New).count() as u64,
            certain: certain as u64,
            lines: lines.collect(),
            unread: unread.collect(),
            more_unread: self.more_unread,
            thrown_away: self.thrown_away,
        })
    }
}

/// What people are called.
pub(super) struct Names(std::collections::HashMap<PersonId, String>);

impl Names {
    pub(super) fn of(desk: &OpenDesk) -> Result<Self, Fault> {
        let people = store::noun::person::all(desk.read())?;
        Ok(Self(people.into_iter().map(|person| (person.id, person.name)).collect()))
    }
}

impl Found {
    pub(super) fn line(&self, message: u32, news: MailNews, names: &Names) -> MailLine {
        let person = self.guess.person.filter(|person| names.0.contains_key(person));
        MailLine {
            message,
            news,
            from: self.message.from.shown(),
            sent_at: self.message.sent_at.map(|at| Instant(at.to_utc())),
            subject: self.message.subject.clone(),
            beginning: beginning(&self.message.text),
            files: self
                .message
                .attachments
                .iter()
                .map(|file| MailFile { name: file.name.clone(), bytes: file.size })
                .collect(),
            left_out: self
                .message
                .left_out
                .iter()
                .map(|what| MailSaid { rule: what.rule().to_owned(), sentence: what.sentence().to_owned() })
                .collect(),
            person,
            person_name: person.and_then(|person| names.0.get(&person).cloned()).unwrap_or_default(),
            sure: match self.guess.sure {
                Sure::Certain => MailSure::Certain,
                Sure::Likely => MailSure::Likely,
                Sure::No => MailSure::No,
            },
            because: self.guess.because.to_owned(),
        }
    }
}

/// The first words, on one line.
fn beginning(text: &str) -> String {
    let mut shown = String::new();
    for word in text.split_whitespace() {
        if shown.chars().count() + word.chars().count() > BEGINNING {
            if shown.is_empty() {
                shown.extend(word.chars().take(BEGINNING));
            }
            shown.push('\u{2026}');
            break;
        }
        if !shown.is_empty() {
            shown.push(' ');
        }
        shown.push_str(word);
    }
    shown
}
