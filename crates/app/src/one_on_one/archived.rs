//! What no longer changes, and whose a document is.

use domain::Refusal;
use domain::one_on_one::{Meeting, MeetingState};
use domain::person::Relation;

/// Refuses what would change an archived document.
pub(super) fn refuse(meeting: &Meeting) -> Result<(), Refusal> {
    if meeting.state != MeetingState::Closed {
        return Ok(());
    }
    Err(Refusal::new("one_on_one.closed", "This 1:1 is closed; its texts no longer change.")
        .next("Add a correction below it, or write in the next one."))
}

/// Refuses to let a manager write in a document that the other person has handed in.
pub(super) fn refuse_theirs(meeting: &Meeting, relation: Relation) -> Result<(), Refusal> {
    if meeting.submitted_at.is_none() || relation == Relation::MyManager {
        return Ok(());
    }
    Err(Refusal::new("one_on_one.theirs", "This document was handed in, and its words are theirs.")
        .next("Write beside it, or say that it was not handed in after all."))
}
