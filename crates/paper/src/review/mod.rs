//! A performance review as it leaves: what its reader is meant to have.
//!
//! [`ReviewPaper`] is the whole of what can leave of a review. It has no place for what a point rests on, a private note, a
//! hint of the coach, a figure about its writing or the words of somebody else, so none of them can slip in. What is left in
//! a text of links to the vault is taken out once more when it is made ([`clean()`]).

mod blocks;
mod clean;

use chrono::{DateTime, NaiveDate, Utc};
use domain::folder::Polarity;
use domain::review::ReviewSection;

pub use clean::clean;

/// A review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewPaper {
    /// Whom it is about.
    pub person: String,
    /// What they do, such as a role and a team; may be empty.
    pub person_role: String,
    /// Who wrote it.
    pub reviewer: String,
    /// The cycle, such as `2026` or `2026 H1`.
    pub cycle: String,
    /// The first day that it is about.
    pub from: NaiveDate,
    /// The last one.
    pub until: NaiveDate,
    /// The language that it is written in, as in BCP 47: `en`.
    pub language: String,
    /// How far it is.
    pub status: ReviewStatus,
    /// What happened when: shared, discussed, talked about again, accepted.
    pub dates: Vec<ReviewDate>,
    /// Its sections. They are read in the order of [`ReviewSection::ALL`], whatever order they come in.
    pub sections: Vec<PaperSection>,
    /// The goals of the cycle, a table in the section about goals.
    pub goals: Vec<PaperGoal>,
    /// Who signed it.
    pub signatures: Vec<PaperSignature>,
}

/// How far a review is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewStatus {
    /// It is being written, and says so on each page.
    Draft,
    /// The person has it to read.
    Shared {
        /// How often it was shared, counted from 1.
        version: u32,
        /// The day it was.
        on: NaiveDate,
    },
    /// It no longer changes.
    Final {
        /// Since which day.
        on: NaiveDate,
    },
}

/// Something that happened on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewDate {
    /// What, such as `Discussed`.
    pub what: String,
    /// When.
    pub on: NaiveDate,
}

/// The points of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperSection {
    /// Which section.
    pub section: ReviewSection,
    /// What it says, in order.
    pub points: Vec<PaperPoint>,
}

/// A point.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperPoint {
    /// Its message in one line; may be empty.
    pub message: String,
    /// What is said of it, Markdown without chips ([`domain::review::chip::without_chips`]).
    pub text: String,
    /// Praise or to improve. Said only where its section does not.
    pub polarity: Option<Polarity>,
    /// Whether the person put it there.
    pub by_employee: bool,
    /// What the two see differently; empty where they agree.
    pub disagreement: String,
}

/// A goal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperGoal {
    /// What it is.
    pub title: String,
    /// What became of it, in a word.
    pub state: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Where it began, with its unit; these three may be empty.
    pub from: String,
    /// Where it should go.
    pub target: String,
    /// Where it is.
    pub now: String,
    /// What came of it, in a line; may be empty.
    pub outcome: String,
}

/// In which part somebody signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignerPart {
    /// Who wrote the review.
    Manager,
    /// Whom it is about.
    Employee,
}

impl SignerPart {
    /// As it is written in a signed file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Manager => "manager",
            Self::Employee => "employee",
        }
    }

    /// From what is written in a signed file.
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Manager, Self::Employee].into_iter().find(|part| part.word() == word)
    }
}

/// A signature as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperSignature {
    /// Who signed.
    pub name: String,
    /// In which part.
    pub part: SignerPart,
    /// When.
    pub signed_at: DateTime<Utc>,
    /// The fingerprint of their key, as people compare it; may be empty.
    pub fingerprint: String,
}

#[cfg(test)]
pub(crate) mod tests;
