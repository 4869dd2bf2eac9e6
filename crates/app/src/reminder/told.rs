//! Telling once: what is due and was not told yet, at hours when it may be.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use domain::RecordId;
use domain::one_on_one::MeetingState;
use domain::one_on_one::reminder::ReminderKind;
use domain::talk::Waits;
use store::noun::meeting::{self, MeetingFilter};

use super::due::due_now;
use crate::desk::OpenDesk;
use crate::settings::Settings;
use crate::talk::TalkLine;
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

/// What the desktop is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    /// Something around a 1:1.
    Meeting(ReminderKind),
    /// The day came by which an answer may come after a talk.
    TalkAnswer,
    /// A week of silence after a talk.
    TalkSilence,
    /// The day came on which a talk is looked at again.
    TalkCheck,
}

impl About {
    /// What waits around a talk and has a day; the rest stands on Today alone.
    fn talk(waits: Waits) -> Option<Self> {
        match waits {
            Waits::Answer => Some(Self::TalkAnswer),
            Waits::Silence => Some(Self::TalkSilence),
            Waits::Check => Some(Self::TalkCheck),
            Waits::Talk | Waits::Telling | Waits::Praise | Waits::Hr => None,
        }
    }

    /// Numbers that stand in vaults; they keep their meaning.
    fn number(self) -> u8 {
        match self {
            Self::Meeting(ReminderKind::SendTemplate) => 1,
            Self::Meeting(ReminderKind::ReadHistory) => 2,
            Self::Meeting(ReminderKind::FillDocument) => 3,
            Self::Meeting(ReminderKind::DocumentDue) => 4,
            Self::Meeting(ReminderKind::DocumentLate) => 5,
            Self::Meeting(ReminderKind::ReadDocument) => 6,
            Self::Meeting(ReminderKind::SendNotes) => 7,
            Self::Meeting(ReminderKind::MeetAgain) => 8,
            Self::TalkAnswer => 9,
            Self::TalkSilence => 10,
            Self::TalkCheck => 11,
        }
    }
}

/// One thing to tell.
pub(crate) struct News {
    /// Of what.
    pub about: About,
    /// Whom it is about.
    pub person_name: String,
    record: RecordId,
}

impl News {
    fn key(&self) -> (u8, RecordId) {
        (self.about.number(), self.record)
    }
}

/// What is due, whether it was told or not.
fn all_news(desk: &OpenDesk) -> Result<Vec<News>, Fault> {
    let mut all: Vec<News> = due_now(desk)?
        .into_iter()
        .map(|line| News {
            about: About::Meeting(line.kind),
            record: line.meeting.map_or(line.person.record(), domain::MeetingId::record),
            person_name: line.person_name,
        })
        .collect();
    for talk in TalkLine::all(desk.read(), None, true, desk.today())? {
        all.extend(talk.waits.iter().copied().filter_map(About::talk).map(|about| News {
            about,
            record: talk.id.record(),
            person_name: talk.person_name.clone(),
        }));
    }
    Ok(all)
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
    let due = all_news(desk)?;
    let new: Vec<&News> = due.iter().filter(|one| !told.0.contains(&one.key())).collect();
    let sentence = words::reminder(&new, settings.reminders_name_people);
    // What is over makes room; should it become due again, it is told again.
    told.0 = due.iter().map(News::key).collect();
    Ok(sentence)
}

/// Whether a 1:1 of today is going on.
fn is_talking(desk: &OpenDesk) -> Result<bool, Fault> {
    let today = Some(desk.today());
    let filter = MeetingFilter { from: today, to: today, ..MeetingFilter::default() };
    Ok(meeting::lines(desk.read(), &filter)?.iter().any(|line| line.state == MeetingState::InProgress))
}
