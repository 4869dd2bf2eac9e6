//! What the calendar calls the meetings and series of the vault.

use std::collections::HashMap;

use domain::MeetingId;
use domain::one_on_one::{Meeting, MeetingState, Pair};
use store::noun::{Reading, each};

use crate::Fault;

/// After the identifier of what was made here, so that no other program gives the same name.
const OURS: &str = "@inglenook";

/// A meeting with its name in calendars.
pub(super) struct Named {
    pub(super) meeting: Meeting,
    pub(super) uid: String,
    /// How often it was moved.
    pub(super) moves: u32,
}

/// What calendars call a series.
pub(super) fn uid_of(pair: &Pair) -> String {
    if pair.calendar_uid.is_empty() { format!("{}{OURS}", pair.id) } else { pair.calendar_uid.clone() }
}

/// Every meeting but those that took place at another time instead; a moved one is called what the first one was.
pub(super) fn meetings(read: &Reading) -> Result<Vec<Named>, Fault> {
    let mut all: Vec<Meeting> = Vec::new();
    each(read, |meeting: Meeting| {
        all.push(meeting);
        Ok(())
    })?;
    let from: HashMap<MeetingId, Option<MeetingId>> =
        all.iter().map(|meeting| (meeting.id, meeting.moved_from)).collect();
    let named = |meeting: Meeting| {
        let (mut first, mut moves) = (meeting.id, 0_u32);
        // A chain cannot be longer than there are meetings; one that bites its tail ends there.
        while let Some(Some(earlier)) = from.get(&first)
            && usize::try_from(moves).is_ok_and(|moves| moves < from.len())
        {
            (first, moves) = (*earlier, moves + 1);
        }
        let uid = if meeting.calendar_uid.is_empty() {
            format!("{first}{OURS}")
        } else {
            meeting.calendar_uid.clone()
        };
        Named { meeting, uid, moves }
    };
    Ok(all.into_iter().filter(|meeting| meeting.state != MeetingState::Moved).map(named).collect())
}
