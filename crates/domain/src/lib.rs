//! The nouns of Inglenook and the rules about them.
//!
//! Everything here is pure: functions are told the time, nothing reads a file, a clock or a network. A rule that
//! says no returns a [`Refusal`] that names it; what could be better but is allowed is left to hints of later
//! rooms. The store keeps these nouns, the doors show them, paper turns them into files.

pub mod action;
pub mod attachment;
pub mod balance;
pub mod career;
pub mod coach;
pub mod cycle;
pub mod dismissal;
pub mod folder;
pub mod goal;
pub mod headcount;
pub mod id;
pub mod one_on_one;
pub mod person;
pub mod refusal;
pub mod review;
pub mod saved_search;
pub mod spelling;
pub mod talk;
pub mod text;
pub mod week;
pub mod workday;

pub use id::{
    ActionId, AgendaId, AttachmentId, CheckInId, ConversationId, DeviceId, DismissalId, ExplorationId,
    FollowUpId, GoalEntryId, GoalId, GroundId, HolidayId, HrConsultId, InitiativeId, MarginId, MeetingId,
    NoteId, PairId, PeerInputId, PersonId, PlanEntryId, PlanId, PlanTextId, PointId, PrepId, RecordId,
    RemarkId, RequisitionId, ReviewCycleId, ReviewId, ReviewVersionId, SavedSearchId, SectionId,
    SelfReviewId, SignatureId, SigningKeyId, SourceId, StaffRowId, TalkId, TemplateId, WishId, WordingId,
    WorkImportId,
};
pub use refusal::Refusal;
