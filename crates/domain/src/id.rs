//! Identifiers: one newtype a noun, so that a person can never be passed where a meeting is meant.
//!
//! All are version 7 UUIDs: unique without a server and sorted by the time they were made.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Any record, whatever its noun: what the change log and the search point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
#[serde(transparent)]
pub struct RecordId(pub Uuid);

impl RecordId {
    /// The sixteen bytes as they stand in the store.
    pub fn as_bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }
    /// From the sixteen bytes of the store.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(Uuid::from_bytes(bytes))
    }
}

impl std::fmt::Display for RecordId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for RecordId {
    type Err = uuid::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(Uuid::parse_str(text)?))
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new identifier, made now. The only place of this crate that looks at the outside: UUIDs of
            /// version 7 carry the moment they were made, which orders them, and nothing decides by it.
            pub fn make() -> Self {
                Self(Uuid::now_v7())
            }
            /// The same identifier without its noun.
            pub fn record(self) -> RecordId {
                RecordId(self.0)
            }
        }
        impl From<RecordId> for $name {
            fn from(id: RecordId) -> Self {
                Self(id.0)
            }
        }
        impl From<$name> for RecordId {
            fn from(id: $name) -> Self {
                id.record()
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(Self(Uuid::parse_str(text)?))
            }
        }
    )* };
}

ids! {
    /// A person of the roster, the owner included.
    PersonId,
    /// One 1:1 meeting and its document.
    MeetingId,
    /// One section of a 1:1 document.
    SectionId,
    /// The owner's private margin beside one 1:1 document.
    MarginId,
    /// One entry of a fuzzy folder.
    NoteId,
    /// Where one note came from.
    SourceId,
    /// One goal.
    GoalId,
    /// One entry in a goal's story: progress, or an obstacle.
    GoalEntryId,
    /// How one goal was worded at one moment.
    WordingId,
    /// Something that goals rest on: a value or a goal of the company.
    GroundId,
    /// One hard talk, from the first notice until it is closed.
    TalkId,
    /// One conversation about one or more talks.
    ConversationId,
    /// One look at how it goes after a talk.
    FollowUpId,
    /// One question to somebody whom a talk concerns.
    CheckInId,
    /// One turn to HR about a talk.
    HrConsultId,
    /// One search that is kept by name.
    SavedSearchId,
    /// One hint of the writing coach that was set aside.
    DismissalId,
    /// One review draft.
    ReviewId,
    /// One cycle of reviews with its dates.
    ReviewCycleId,
    /// One point of a review.
    PointId,
    /// What one person writes about their own year.
    SelfReviewId,
    /// One version of a review that was shared.
    ReviewVersionId,
    /// One signature below a review.
    SignatureId,
    /// The key that an owner signs with.
    SigningKeyId,
    /// What one person says for a review.
    PeerInputId,
    /// One promise somebody made.
    ActionId,
    /// The two people of a 1:1 and their rhythm.
    PairId,
    /// One template of 1:1 documents.
    TemplateId,
    /// One point of a meeting's agenda.
    AgendaId,
    /// What the owner did to prepare one meeting.
    PrepId,
    /// Something added to a document for both to read.
    RemarkId,
    /// One day off of the workplace.
    HolidayId,
    /// One wish somebody has for their career.
    WishId,
    /// One try-out of a role.
    ExplorationId,
    /// One attached file.
    AttachmentId,
    /// One version of a headcount plan.
    PlanId,
    /// One entry of a plan: a row of its people, an assumption, a planned hire.
    PlanEntryId,
    /// One written text of a plan: an answer, or a part of its argument.
    PlanTextId,
    /// One import of work into a plan.
    WorkImportId,
    /// One row of a plan's people.
    StaffRowId,
    /// One planned hire, contract, internship or transfer.
    RequisitionId,
    /// One big piece of work ahead.
    InitiativeId,
    /// One installation that writes to a vault.
    DeviceId,
}
