//! What the owner is reminded of around their 1:1s, and when.
//!
//! Reminders are computed from what stands in the vault and from what was already shown, never scheduled: a machine
//! that slept through the moment shows them when it wakes, for as long as they still help.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::{MeetingState, due};
use crate::MeetingId;
use crate::workday::{WorkCalendar, Zone};

/// What a reminder is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReminderKind {
    /// Send the blank document of a first meeting.
    SendTemplate,
    /// Read the earlier documents.
    ReadHistory,
    /// Fill one's own document: a working day ahead, and again when it is due.
    FillDocument,
    /// The document is due now.
    DocumentDue,
    /// The other's document has not arrived.
    DocumentLate,
    /// A fresh document is there to be read.
    ReadDocument,
    /// The notes are not out yet.
    SendNotes,
    /// The two have not met for more than two weeks.
    MeetAgain,
}

/// One meeting, as far as reminders go by it.
#[derive(Clone, Debug)]
pub struct Around {
    /// Which meeting.
    pub meeting: MeetingId,
    /// When it starts.
    pub starts: DateTime<Utc>,
    /// How far it has come.
    pub state: MeetingState,
    /// It is the first of the two.
    pub is_first: bool,
    /// The owner writes its document, because the other is the manager.
    pub is_mine: bool,
    /// When the blank document went out.
    pub template_sent: bool,
    /// When the document was handed in.
    pub submitted: Option<DateTime<Utc>>,
    /// The earlier documents were read again for this meeting.
    pub history_read: bool,
    /// The document was read after it was handed in.
    pub document_read: bool,
    /// When the meeting ended.
    pub ended: Option<DateTime<Utc>>,
}

/// Something to be reminded of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reminder {
    /// From when on.
    pub at: DateTime<Utc>,
    /// About what.
    pub kind: ReminderKind,
    /// Around which meeting.
    pub meeting: MeetingId,
}

/// What is due around a meeting at `now`, in the order of the moments it was due from. What no longer helps, because
/// the meeting has begun or the thing is done, is not in it.
pub fn due_around(
    around: &Around,
    now: DateTime<Utc>,
    zone: &Zone,
    calendar: &WorkCalendar,
) -> Vec<Reminder> {
    let wall = zone.wall(around.starts);
    let document_due = zone.instant(due::document_due(wall, calendar));
    let ahead = around.state.is_ahead() && now < around.starts;
    let waits = ahead && around.submitted.is_none();
    let mut found = Vec::new();
    let mut say = |is_so: bool, at: DateTime<Utc>, kind: ReminderKind| {
        if is_so && at <= now {
            found.push(Reminder { at, kind, meeting: around.meeting });
        }
    };
    say(
        waits && around.is_first && !around.is_mine && !around.template_sent,
        due::template_due(around.starts),
        ReminderKind::SendTemplate,
    );
    say(ahead && !around.history_read, due::history_due(around.starts), ReminderKind::ReadHistory);
    if around.is_mine {
        let early = zone.instant(due::document_reminder(wall, calendar));
        say(waits && now < document_due, early, ReminderKind::FillDocument);
        say(waits, document_due, ReminderKind::DocumentDue);
    } else {
        say(waits, document_due, ReminderKind::DocumentLate);
        if let Some(arrived) = around.submitted {
            say(ahead && !around.document_read, arrived, ReminderKind::ReadDocument);
        }
    }
    if let Some(ended) = around.ended {
        say(around.state == MeetingState::Held, due::notes_due(ended), ReminderKind::SendNotes);
    }
    found.sort_unstable();
    found
}

/// Hours in which nothing makes itself heard, on the clock of the wall; they may span midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuietHours {
    /// From then on.
    pub from: NaiveTime,
    /// Until then.
    pub until: NaiveTime,
}

impl QuietHours {
    /// Whether it is quiet at this time of the day. From and until alike is never quiet.
    pub fn hold(&self, time: NaiveTime) -> bool {
        if self.from <= self.until {
            (self.from..self.until).contains(&time)
        } else {
            time >= self.from || time < self.until
        }
    }
}

/// When the two should have met again at the latest, after they last did.
pub fn meet_again_at(last_held: DateTime<Utc>) -> DateTime<Utc> {
    last_held + TimeDelta::days(due::GAP_DAYS + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> DateTime<Utc> {
        format!("{text}:00Z").parse().expect("an instant")
    }

    fn kinds(around: &Around, now: &str) -> Vec<ReminderKind> {
        let found = due_around(around, utc(now), &Zone::UTC, &WorkCalendar::default());
        found.iter().map(|reminder| reminder.kind).collect()
    }

    /// Thursday at ten, with a report; nothing is done yet.
    fn thursday() -> Around {
        Around {
            meeting: MeetingId::make(),
            starts: utc("2026-11-19T10:00"),
            state: MeetingState::Planned,
            is_first: false,
            is_mine: false,
            template_sent: false,
            submitted: None,
            history_read: false,
            document_read: false,
            ended: None,
        }
    }

    #[test]
    fn a7_a18_a34_a41_each_reminder_comes_at_its_moment_and_goes_when_it_no_longer_helps() {
        use ReminderKind::{
            DocumentDue, DocumentLate, FillDocument, ReadDocument, ReadHistory, SendNotes, SendTemplate,
        };
        let plain = thursday();
        let first = Around { is_first: true, ..thursday() };
        let mine = Around { is_mine: true, history_read: true, ..thursday() };
        let sent = Around { submitted: Some(utc("2026-11-18T12:00")), history_read: true, ..thursday() };
        let read = Around { document_read: true, ..sent.clone() };
        let held = Around { state: MeetingState::Held, ended: Some(utc("2026-11-19T10:30")), ..thursday() };
        let out = Around { state: MeetingState::NotesSent, ..held.clone() };
        for (what, around, now, due) in [
            ("long before", &plain, "2026-11-18T09:59", &[][..]),
            ("24 hours before", &plain, "2026-11-18T10:00", &[ReadHistory]),
            ("not arrived by five", &plain, "2026-11-18T17:00", &[ReadHistory, DocumentLate]),
            ("slept until it began", &plain, "2026-11-19T10:00", &[]),
            ("48 hours before the first", &first, "2026-11-17T10:00", &[SendTemplate]),
            ("mine, two working days ahead", &mine, "2026-11-17T17:00", &[FillDocument]),
            ("mine, due", &mine, "2026-11-18T17:00", &[DocumentDue]),
            ("arrived", &sent, "2026-11-18T12:00", &[ReadDocument]),
            ("arrived and read", &read, "2026-11-18T18:00", &[]),
            ("ended a while ago", &held, "2026-11-19T12:29", &[]),
            ("ended two hours ago", &held, "2026-11-19T12:30", &[SendNotes]),
            ("slept a week after it", &held, "2026-11-26T12:30", &[SendNotes]),
            ("notes are out", &out, "2026-11-26T12:30", &[]),
        ] {
            assert_eq!(kinds(around, now), due, "{what}");
        }
    }

    #[test]
    fn quiet_hours_may_span_midnight() {
        let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").expect("a time");
        for (from, until, at, quiet) in [
            ("12:00", "13:00", "12:00", true),
            ("12:00", "13:00", "13:00", false),
            ("20:00", "08:00", "23:30", true),
            ("20:00", "08:00", "07:59", true),
            ("20:00", "08:00", "08:00", false),
            ("09:00", "09:00", "09:00", false),
        ] {
            let hours = QuietHours { from: time(from), until: time(until) };
            assert_eq!(hours.hold(time(at)), quiet, "{from} to {until} at {at}");
        }
    }

    #[test]
    fn a11_the_reminder_to_meet_again_comes_once_two_weeks_have_passed() {
        assert_eq!(meet_again_at(utc("2026-11-01T10:00")), utc("2026-11-16T10:00"));
    }
}
