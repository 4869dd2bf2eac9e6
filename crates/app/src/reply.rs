//! The small replies that several rooms share, and what a hit or a history can belong to.

use domain::RecordId;
use serde::{Deserialize, Serialize};
use store::noun::Noun;

use crate::stamp::Instant;

/// No arguments, or nothing to answer beyond "done".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "Record<string, never>"))]
#[serde(deny_unknown_fields)]
pub struct None {}

/// The record that a call made or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Made {
    /// Its identifier.
    pub id: RecordId,
}

/// What was kept, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Saved {
    /// The moment it was kept.
    pub at: Instant,
    /// The deed; none when nothing was different.
    pub deed: Option<u64>,
}

/// The file that a call wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SavedFile {
    /// Its name, without folders.
    pub file: String,
}

/// What an import brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Brought {
    /// Records that are new.
    pub added: u64,
    /// Records that were there and are different now.
    pub changed: u64,
    /// Records that were there already.
    pub unchanged: u64,
    /// The one deed that did it; none when nothing was different.
    pub deed: Option<u64>,
}

/// What a hit or a history belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// Somebody of the roster.
    Person,
    /// A 1:1.
    OneOnOne,
    /// A section of a 1:1 document.
    Section,
    /// The private margin beside a 1:1 document.
    Margin,
    /// An entry of a fuzzy folder.
    Note,
    /// A goal.
    Goal,
    /// A review draft.
    Review,
    /// A promise.
    Action,
    /// An attached file.
    Attachment,
}

impl RecordKind {
    /// The store's noun for it.
    pub fn noun(self) -> Noun {
        match self {
            Self::Person => Noun::Person,
            Self::OneOnOne => Noun::Meeting,
            Self::Section => Noun::Section,
            Self::Margin => Noun::Margin,
            Self::Note => Noun::Note,
            Self::Goal => Noun::Goal,
            Self::Review => Noun::Review,
            Self::Action => Noun::Action,
            Self::Attachment => Noun::Attachment,
        }
    }

    /// The kind of the store's noun; none for a setting, which is no record a person opens.
    pub fn of(noun: Noun) -> Option<Self> {
        Some(match noun {
            Noun::Person => Self::Person,
            Noun::Meeting => Self::OneOnOne,
            Noun::Section => Self::Section,
            Noun::Margin => Self::Margin,
            Noun::Note => Self::Note,
            Noun::Goal => Self::Goal,
            Noun::Review => Self::Review,
            Noun::Action => Self::Action,
            Noun::Attachment => Self::Attachment,
            Noun::Setting => return Option::None,
        })
    }
}
