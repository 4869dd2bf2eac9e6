//! The owner's 1:1s as a calendar file.

use std::path::{Path, PathBuf};

use domain::one_on_one::{MeetingState, Pair};
use domain::person::Person;
use paper::calendar::{CalendarSheet, EventSheet, Moved, make_calendar};
use serde::Deserialize;
use store::noun::{self, pair};

use super::known::{Named, meetings, uid_of};
use crate::call::OpenCall;
use crate::desk::OpenDesk;
use crate::reply::SavedFile;
use crate::{Fault, files};

/// Writes every series and single 1:1 into a calendar file, where it is no longer encrypted: when, how long, and nothing
/// that was written.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// Whether the titles say with whom; they say "1:1" alone when absent.
    pub names: Option<bool>,
    /// Where to.
    #[cfg_attr(test, ts(skip))]
    pub file: PathBuf,
}

/// The title of an event.
const TITLE: &str = "1:1";

impl OpenCall for Export {
    type Reply = SavedFile;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        write(desk, &self.file, self.names == Some(true))?;
        Ok(SavedFile { file: files::name_of(&self.file) })
    }
}

/// Writes every series and single 1:1 into a calendar file.
pub(super) fn write(desk: &OpenDesk, file: &Path, names: bool) -> Result<(), Fault> {
    let events = events(desk, names)?;
    let here = desk.house().clock().zone().clone();
    let text = make_calendar(&CalendarSheet { made_at: desk.now(), here, events });
    files::write("The calendar", file, text.as_bytes())
}

fn events(desk: &OpenDesk, names: bool) -> Result<Vec<EventSheet>, Fault> {
    let read = desk.read();
    let _moment = noun::one_moment(read)?;
    let people = noun::person::names(read)?;
    let title = |person| match people.get(&person) {
        Some(name) if names => format!("{TITLE} with {name}"),
        _ => TITLE.to_owned(),
    };
    let mut rest = meetings(read)?;
    let mut events = Vec::new();
    for pair in pair::all(read)? {
        let left_on = noun::get::<Person>(read, pair.person)?.and_then(|person| person.left_on);
        let ends_on = pair.ends_on.into_iter().chain(left_on).min();
        if ends_on.is_some_and(|last| last < pair.begins.date()) {
            continue;
        }
        let (slots, others): (Vec<_>, Vec<_>) = rest.into_iter().partition(|named| is_slot(named, &pair));
        rest = others;
        let mut event = EventSheet {
            uid: uid_of(&pair),
            summary: title(pair.person),
            starts: pair.begins,
            zone: pair.zone.clone(),
            minutes: pair.minutes,
            sequence: 0,
            is_cancelled: false,
            every_days: Some(pair.every_days),
            ends_on,
            cancelled: Vec::new(),
            moved: Vec::new(),
        };
        for Named { meeting, moves, .. } in slots {
            let Some(slot) = meeting.slot else { continue };
            event.sequence = event.sequence.max(moves);
            if meeting.state == MeetingState::Cancelled {
                event.cancelled.push(slot);
            } else if (meeting.starts, meeting.minutes) != (slot, pair.minutes) {
                event.moved.push(Moved { slot, starts: meeting.starts, minutes: meeting.minutes });
            }
        }
        events.push(event);
    }
    events.extend(rest.into_iter().map(|Named { meeting, uid, moves }| EventSheet {
        uid,
        summary: title(meeting.person),
        starts: meeting.starts,
        zone: meeting.zone,
        minutes: meeting.minutes,
        sequence: moves,
        is_cancelled: meeting.state == MeetingState::Cancelled,
        every_days: None,
        ends_on: None,
        cancelled: Vec::new(),
        moved: Vec::new(),
    }));
    Ok(events)
}

/// Whether a meeting stands for a slot of the series as it is now, on the same clock.
fn is_slot(named: &Named, pair: &Pair) -> bool {
    let meeting = &named.meeting;
    meeting.pair == Some(pair.id)
        && meeting.zone == pair.zone
        && meeting.slot.is_some_and(|slot| slot >= pair.begins && pair.has_slot(slot))
}
