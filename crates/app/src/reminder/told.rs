//! Telling once: what is due and was not told yet, at hours when it may be.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use domain::RecordId;
use domain::one_on_one::MeetingState;
use domain::one_on_one::reminder::ReminderKind;
use store::noun::meeting::{self, MeetingFilter};

use super::ReminderLine;
use super::due::due_now;
use crate::desk::OpenDesk;
use crate::settings::Settings;
use crate::{Fault, words};

/// So often somebody looks whether anything has become due.
pub(crate) const LOOK_EVERY: TimeDelta = TimeDelta::seconds(20);

/// Which reminders were told, by what they are about and around which record. The vault notes it beside its records, so
/// that a reminder is not told again at every opening.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told(BTreeSet<(u8, RecordId)>);

impl Told {
    /// From the bytes that the vault noted. What cannot be read was told to nobody.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Self {
        let read = |entry: &[u8; 17]| {
            let (kind, record) = entry.split_first()?;
            Some((*kind, RecordId::from_bytes(record.try_into().ok()?)))
        };
        Self(bytes.as_chunks::<17>().0.iter().filter_map(read).collect())
    }

    /// As the vault notes it: 17 bytes each, the kind and the record.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|(kind, record)| [*kind].into_iter().chain(*record.as_bytes())).collect()
    }
}

fn key(line: &ReminderLine) -> (u8, RecordId) {
    (number(line.kind), line.meeting.map_or(line.person.record(), domain::MeetingId::record))
}

/// Numbers that stand in vaults; they keep their meaning.
fn number(kind: ReminderKind) -> u8 {
    match kind {
        ReminderKind::SendTemplate => 1,
        ReminderKind::ReadHistory => 2,
        ReminderKind::FillDocument => 3,
        ReminderKind::DocumentDue => 4,
        ReminderKind::DocumentLate => 5,
        ReminderKind::ReadDocument => 6,
        ReminderKind::SendNotes => 7,
        ReminderKind::MeetAgain => 8,
    }
}

/// What is to be told now, as one sentence for the desktop; none when nothing is new, when the owner wants none, in
/// quiet hours, or while two people talk. What waits meanwhile is told afterwards, as long as it still helps.
///
/// # Errors
/// When the vault cannot be read.
pub(crate) fn news(desk: &OpenDesk, told: &mut Told) -> Result<Option<String>, Fault> {
    let settings = Settings::read(desk.read())?;
    if !settings.reminders || settings.quiet_hours().hold(desk.wall().time()) || is_talking(desk)? {
        return Ok(None);
    }
    let due = due_now(desk)?;
    let new: Vec<&ReminderLine> = due.iter().filter(|line| !told.0.contains(&key(line))).collect();
    let sentence = words::reminder(&new, settings.reminders_name_people);
    // What is over makes room; should it become due again, it is told again.
    told.0 = due.iter().map(key).collect();
    Ok(sentence)
}

/// Whether a 1:1 of today is going on.
fn is_talking(desk: &OpenDesk) -> Result<bool, Fault> {
    let today = Some(desk.today());
    let filter = MeetingFilter { from: today, to: today, ..MeetingFilter::default() };
    Ok(meeting::lines(desk.read(), &filter)?.iter().any(|line| line.state == MeetingState::InProgress))
}
