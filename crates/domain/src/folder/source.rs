//! Where a note came from: kept apart from the note, for the owner alone.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{NoteId, PersonId, Refusal, SourceId, text};

/// How something reached the owner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// Somebody said it.
    #[default]
    Said,
    /// A message by mail.
    Mail,
    /// A message in a chat.
    Chat,
    /// A document or a page.
    Document,
}

/// Who said what a note is about, and how they said it. It is never shared, printed, quoted or searched with the note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Which source.
    pub id: SourceId,
    /// Of which note.
    pub note: NoteId,
    /// How it reached the owner.
    pub kind: SourceKind,
    /// Who it was, as they were named there: a name, an address, or both. May be empty.
    pub who: String,
    /// Who it was, when they are in the roster.
    pub person: Option<PersonId>,
    /// When a message was sent, or something was said.
    pub sent_at: Option<DateTime<Utc>>,
    /// What a message was about.
    pub subject: String,
    /// A message's own identifier, by which it is known again; without the brackets.
    pub message_id: String,
    /// The original words.
    pub text: String,
}

impl Source {
    /// A source of which nothing is known yet.
    pub fn of(id: SourceId, note: NoteId, kind: SourceKind) -> Self {
        Self {
            id,
            note,
            kind,
            who: String::new(),
            person: None,
            sent_at: None,
            subject: String::new(),
            message_id: String::new(),
            text: String::new(),
        }
    }

    /// Whether it may be kept.
    ///
    /// # Errors
    /// Refuses a source that says nothing, and lines that are none.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("source", &self.who)?;
        text::check_line("subject", &self.subject)?;
        text::check_line("message's identifier", &self.message_id)?;
        text::check_text(&self.text)?;
        let says_nothing = [&self.who, &self.subject, &self.text].iter().all(|part| part.trim().is_empty());
        if says_nothing && self.person.is_none() {
            return Err(Refusal::new("source.empty", "The source is empty.")
                .next("Say who it was, or paste the original words."));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_says_who_or_what() {
        let source = Source::of(SourceId::make(), NoteId::make(), SourceKind::Said);
        assert_eq!(source.check().expect_err("nothing").rule, "source.empty");
        for full in [
            Source { who: "Jun".into(), ..source.clone() },
            Source { person: Some(PersonId::make()), ..source.clone() },
            Source { text: "She led it.".into(), ..source.clone() },
        ] {
            assert_eq!(full.check(), Ok(()));
        }
        let broken = Source { subject: "a\nb".into(), who: "Jun".into(), ..source };
        assert_eq!(broken.check().expect_err("lines").rule, "text.line_breaks");
    }
}
