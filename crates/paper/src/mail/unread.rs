//! Why a message was not read.

use serde::{Deserialize, Serialize};

/// Why a message was not read. No sentence repeats anything of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unread {
    /// Larger than a message may be.
    TooLarge,
    /// Parts in parts in parts.
    TooDeep,
    /// Too many parts.
    TooManyParts,
    /// A head that is too long.
    LongHead,
    /// No message at all.
    NoMessage,
    /// An Outlook item.
    Outlook,
    /// An archive; those are never opened.
    Archive,
    /// It took too long.
    TooSlow,
    /// The process that reads broke off.
    Broke,
    /// It went away while the folder was read.
    Gone,
    /// The file could not be read.
    Machine,
    /// More was read than is held at once.
    NoRoom,
}

impl Unread {
    /// The rule, stable.
    pub fn rule(self) -> &'static str {
        match self {
            Self::TooLarge => "mail.too_large",
            Self::TooDeep => "mail.too_deep",
            Self::TooManyParts => "mail.too_many_parts",
            Self::LongHead => "mail.long_head",
            Self::NoMessage => "mail.no_message",
            Self::Outlook => "mail.outlook",
            Self::Archive => "mail.archive",
            Self::TooSlow => "mail.too_slow",
            Self::Broke => "mail.broke",
            Self::Gone => "mail.gone",
            Self::Machine => "mail.machine",
            Self::NoRoom => "mail.no_room",
        }
    }

    /// What happened, and what to do next.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::TooLarge => {
                "It is larger than 25 MB. Save it without its attachments and bring it in again."
            }
            Self::TooDeep => {
                "Its parts lie more than 8 deep in one another. Copy its text and paste it instead."
            }
            Self::TooManyParts => "It has more than 1,000 parts. Copy its text and paste it instead.",
            Self::LongHead => {
                "Its head is longer than any mail program writes. Copy its text and paste it instead."
            }
            Self::NoMessage => "This is no message. Save it as .eml in your mail program.",
            Self::Outlook => "This is an item of Outlook. Save it as .eml, or copy its text and paste it.",
            Self::Archive => {
                "This is an archive; archives are not opened. Unpack it and bring in what is in it."
            }
            Self::TooSlow => "Reading it took longer than 10 seconds. Copy its text and paste it instead.",
            Self::Broke => "It could not be read: the reading broke off. Copy its text and paste it instead.",
            Self::Gone => "It was moved or removed while the folder was read. Bring the folder in again.",
            Self::Machine => "The file could not be read. Check who may read it, and try again.",
            Self::NoRoom => {
                "More was chosen than is looked at at once. Keep what is here, then bring it in again."
            }
        }
    }
}
