//! What is due now, from what stands in the vault.

use std::collections::HashSet;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use domain::one_on_one::reminder::{Around, ReminderKind, due_around, meet_again_at};
use domain::one_on_one::{Meeting, MeetingKind, MeetingState, due};
use domain::person::{Person, Relation};
use domain::{MeetingId, PersonId};
use serde::{Deserialize, Serialize};
use store::noun::meeting::{self, MeetingFilter};
use store::noun::{self, person, prep};

use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};
use crate::pair::between;
use crate::stamp::{Instant, WallTime};
use crate::workplace::Workplace;

/// Meetings from so many days ago until so many days ahead can be worth a reminder.
const DAYS_BACK: u64 = 7;
const DAYS_AHEAD: u64 = 14;
/// Slots that nobody has opened are looked at so many days ahead.
const SLOT_DAYS: u64 = 2;

/// Reads what is due around the owner's 1:1s, what was due first coming first.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Due {}

/// Something to be reminded of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReminderLine {
    /// About what.
    pub kind: ReminderKind,
    /// Around which 1:1; none where nobody has opened it yet, or where the two have none ahead.
    pub meeting: Option<MeetingId>,
    /// With whom.
    pub person: PersonId,
    /// With whom, by name.
    pub person_name: String,
    /// When the 1:1 starts, on the clock of its place.
    pub starts: Option<WallTime>,
    /// From when on it is due.
    pub at: Instant,
}

impl OpenCall for Due {
    type Reply = Vec<ReminderLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        due_now(desk)
    }
}

/// What is due now.
///
/// # Errors
/// When the vault cannot be read.
pub(super) fn due_now(desk: &OpenDesk) -> Result<Vec<ReminderLine>, Fault> {
    let read = desk.read();
    let _moment = noun::one_moment(read)?;
    let (now, today) = (desk.now(), desk.today());
    let place = Workplace::read(desk)?;
    let filter = MeetingFilter {
        from: today.checked_sub_days(Days::new(DAYS_BACK)),
        to: today.checked_add_days(Days::new(DAYS_AHEAD)),
        ..MeetingFilter::default()
    };
    let mut found = Vec::new();
    for line in meeting::lines(read, &filter)? {
        if matches!(line.state, MeetingState::Closed | MeetingState::Moved | MeetingState::Cancelled) {
            continue;
        }
        let of: Meeting = need(read, line.id)?;
        let Some(other) = noun::get::<Person>(read, of.person)? else { continue };
        let zone = place.zone_of(&of.zone);
        let prepared = prep::of(read, of.id)?;
        let around = Around {
            meeting: of.id,
            starts: zone.instant(of.starts),
            state: of.state,
            is_first: of.kind == MeetingKind::Initial,
            is_mine: other.relation == Relation::MyManager,
            template_sent: of.template_sent_at.is_some(),
            submitted: of.submitted_at,
            history_read: prepared.as_ref().is_some_and(|prep| prep.history_at.is_some()),
            document_read: prepared.as_ref().is_some_and(|prep| {
                prep.document_at
                    .is_some_and(|read_at| of.submitted_at.is_none_or(|arrived| read_at >= arrived))
            }),
            ended: of.ended_at,
        };
        found.extend(due_around(&around, now, &zone, &place.calendar).into_iter().map(|reminder| {
            ReminderLine {
                kind: reminder.kind,
                meeting: Some(of.id),
                person: of.person,
                person_name: other.name.clone(),
                starts: Some(WallTime(of.starts)),
                at: Instant(reminder.at),
            }
        }));
    }
    let until = desk.wall().checked_add_days(Days::new(SLOT_DAYS)).unwrap_or(desk.wall());
    for slot in between(desk, None, desk.wall(), until)? {
        let at = due::history_due(place.zone.instant(slot.starts.0));
        if at <= now {
            found.push(ReminderLine {
                kind: ReminderKind::ReadHistory,
                meeting: None,
                person: slot.person,
                person_name: slot.person_name,
                starts: Some(slot.starts),
                at: Instant(at),
            });
        }
    }
    let has_one_ahead: HashSet<PersonId> = found.iter().map(|line| line.person).collect();
    for line in person::lines(read, desk.wall(), Some(today))? {
        let Some(last) = line.last_met else { continue };
        let is_waiting = line.relation == Relation::DirectReport
            && line.next.is_none()
            && !has_one_ahead.contains(&line.id)
            && due::is_gap_red(due::gap_days(last, today));
        if is_waiting {
            found.push(ReminderLine {
                kind: ReminderKind::MeetAgain,
                meeting: None,
                person: line.id,
                person_name: line.name,
                starts: None,
                at: Instant(midnight(&place, last).map_or(now, meet_again_at)),
            });
        }
    }
    found.sort_by_key(|line| (line.at, line.kind, line.person));
    Ok(found)
}

/// The end of a day where the owner is; the last 1:1 took place before it.
fn midnight(place: &Workplace, day: NaiveDate) -> Option<DateTime<Utc>> {
    Some(place.zone.instant(day.and_hms_opt(0, 0, 0)?) + TimeDelta::days(1))
}
