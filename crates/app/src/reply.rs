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
    /// The deed, to undo it by; none when nothing was different.
    pub deed: Option<u64>,
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
    /// The two people of a 1:1 and their rhythm.
    Pair,
    /// A template of 1:1 documents.
    Template,
    /// A point of a meeting's agenda.
    Agenda,
    /// What the owner did to prepare a meeting.
    Prep,
    /// Something added to a document for both to read.
    Remark,
    /// A day off of the workplace.
    Holiday,
    /// A wish for a career.
    Wish,
    /// A try-out of a role.
    Exploration,
    /// Where a note came from.
    Source,
    /// An entry of a goal's story.
    GoalEntry,
    /// A goal as it was worded.
    Wording,
    /// A value or goal of the company.
    Ground,
    /// A hard talk.
    Talk,
    /// A conversation about talks.
    Conversation,
    /// A look at how it goes after a talk.
    FollowUp,
    /// A question to somebody whom a talk concerns.
    CheckIn,
    /// A turn to HR.
    HrConsult,
    /// A kept search.
    SavedSearch,
    /// A hint of the coach that was set aside.
    Dismissal,
    /// A cycle of reviews with its dates.
    ReviewCycle,
    /// A point of a review or of its self review.
    ReviewPoint,
    /// What a person writes about their own year.
    SelfReview,
    /// What one person says for a review.
    PeerInput,
    /// One version of a review that was shared.
    ReviewVersion,
    /// A signature below a review.
    Signature,
    /// A version or a scenario of a headcount plan.
    Plan,
    /// One thing that a headcount plan is made of.
    PlanEntry,
    /// An answer of a headcount plan, or a part of its argument.
    PlanText,
    /// Work that was imported into a headcount plan.
    WorkImport,
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
            Self::Pair => Noun::Pair,
            Self::Template => Noun::Template,
            Self::Agenda => Noun::Agenda,
            Self::Prep => Noun::Prep,
            Self::Remark => Noun::Remark,
            Self::Holiday => Noun::Holiday,
            Self::Wish => Noun::Wish,
            Self::Exploration => Noun::Exploration,
            Self::Source => Noun::Source,
            Self::GoalEntry => Noun::GoalEntry,
            Self::Wording => Noun::Wording,
            Self::Ground => Noun::Ground,
            Self::Talk => Noun::Talk,
            Self::Conversation => Noun::Conversation,
            Self::FollowUp => Noun::FollowUp,
            Self::CheckIn => Noun::CheckIn,
            Self::HrConsult => Noun::HrConsult,
            Self::SavedSearch => Noun::SavedSearch,
            Self::Dismissal => Noun::Dismissal,
            Self::ReviewCycle => Noun::ReviewCycle,
            Self::ReviewPoint => Noun::Point,
            Self::SelfReview => Noun::SelfReview,
            Self::PeerInput => Noun::PeerInput,
            Self::ReviewVersion => Noun::ReviewVersion,
            Self::Signature => Noun::Signature,
            Self::Plan => Noun::Plan,
            Self::PlanEntry => Noun::PlanEntry,
            Self::PlanText => Noun::PlanText,
            Self::WorkImport => Noun::WorkImport,
            Self::Attachment => Noun::Attachment,
        }
    }

    /// The kind of the store's noun; none for a setting and a key, which are no records a person opens.
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
            Noun::Pair => Self::Pair,
            Noun::Template => Self::Template,
            Noun::Agenda => Self::Agenda,
            Noun::Prep => Self::Prep,
            Noun::Remark => Self::Remark,
            Noun::Holiday => Self::Holiday,
            Noun::Wish => Self::Wish,
            Noun::Exploration => Self::Exploration,
            Noun::Source => Self::Source,
            Noun::GoalEntry => Self::GoalEntry,
            Noun::Wording => Self::Wording,
            Noun::Ground => Self::Ground,
            Noun::Talk => Self::Talk,
            Noun::Conversation => Self::Conversation,
            Noun::FollowUp => Self::FollowUp,
            Noun::CheckIn => Self::CheckIn,
            Noun::HrConsult => Self::HrConsult,
            Noun::SavedSearch => Self::SavedSearch,
            Noun::Dismissal => Self::Dismissal,
            Noun::ReviewCycle => Self::ReviewCycle,
            Noun::Point => Self::ReviewPoint,
            Noun::SelfReview => Self::SelfReview,
            Noun::PeerInput => Self::PeerInput,
            Noun::ReviewVersion => Self::ReviewVersion,
            Noun::Signature => Self::Signature,
            Noun::Plan => Self::Plan,
            Noun::PlanEntry => Self::PlanEntry,
            Noun::PlanText => Self::PlanText,
            Noun::WorkImport => Self::WorkImport,
            Noun::Attachment => Self::Attachment,
            Noun::Setting | Noun::SigningKey => return Option::None,
        })
    }
}
