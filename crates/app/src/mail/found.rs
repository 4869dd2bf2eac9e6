//! Looking further at what was read: the rest of the list, and one whole message.

use serde::{Deserialize, Serialize};

use super::line::Names;
use super::{MailLine, MailNews};
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, page};
use crate::reply::None;
use paper::mail::{Sure, own_words};

/// Which of the messages are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MailFilter {
    /// All of them.
    #[default]
    All,
    /// The new ones.
    New,
    /// The new ones of which it is certain whom they are about.
    Certain,
    /// The new ones for which somebody has to look.
    Open,
}

/// Lists messages of an import, in the order they were read.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct FoundMail {
    /// Which import.
    pub import: String,
    /// Only messages after this one.
    pub after: Option<u32>,
    /// Which of them; all when absent.
    pub only: Option<MailFilter>,
    /// At most so many.
    pub limit: Option<u32>,
}

impl OpenCall for FoundMail {
    type Reply = Vec<MailLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let names = Names::of(desk)?;
        let (only, limit) = (self.only.unwrap_or_default(), page(self.limit));
        let drawer = desk.drawer();
        let import = drawer.mail(&self.import)?;
        let mut lines = Vec::new();
        for (place, found) in (0..).zip(&import.found) {
            if lines.len() >= limit as usize {
                break;
            }
            if self.after.is_some_and(|after| place <= after) {
                continue;
            }
            let news = found.news(desk.read())?;
            let (is_new, is_certain) = (news == MailNews::New, found.guess.sure == Sure::Certain);
            let is_asked_for = match only {
                MailFilter::All => true,
                MailFilter::New => is_new,
                MailFilter::Certain => is_new && is_certain,
                MailFilter::Open => is_new && !is_certain,
            };
            if is_asked_for {
                lines.push(found.line(place, news, &names));
            }
        }
        Ok(lines)
    }
}

/// Reads one whole message of an import.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ReadMail {
    /// Which import.
    pub import: String,
    /// Which message.
    pub message: u32,
}

/// Forgets messages that were looked at and not kept. They were never on the disk.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Forget {
    /// Which import.
    pub import: String,
}

impl OpenCall for Forget {
    type Reply = None;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.drawer().forget_mail(&self.import);
        Ok(None {})
    }
}

/// A whole message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MailPage {
    /// What a list shows of it.
    pub line: MailLine,
    /// Whom it was sent to, as it says.
    pub to: Vec<String>,
    /// All its words.
    pub text: String,
    /// What a note begins with: the sender's own words, without quotations and signature.
    pub note: String,
}

impl OpenCall for ReadMail {
    type Reply = MailPage;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let names = Names::of(desk)?;
        let drawer = desk.drawer();
        let found = drawer.mail(&self.import)?.get(self.message)?;
        Ok(MailPage {
            line: found.line(self.message, found.news(desk.read())?, &names),
            to: found.message.to.iter().map(paper::mail::Mailbox::shown).collect(),
            text: found.message.text.clone(),
            note: own_words(&found.message.text),
        })
    }
}
