//! Reading a calendar file. One pass over its lines finds the events; a second over the events brings each series
//! together with what was moved in it, in whatever order the file has them.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};
use domain::workday::Zone;

use super::event::{self, Draft, Part};
use super::lines::{Property, unfolded};
use super::stamp::Zones;
use super::{Calendar, Event, Moved, Said, Series, Unused, When};
use crate::{PaperFault, Place};

/// More events than anybody meets people at; what comes after is counted and left.
const MOST_EVENTS: usize = 20_000;
/// So many of the events that nothing can be made of are named; more are counted.
const MOST_UNUSED: usize = 500;
/// An event has fewer lines than this, or it is broken.
const MOST_LINES: usize = 2_000;
/// A series has fewer moves than this, or it is broken.
const MOST_MOVES: usize = 1_000;

pub(super) const BROKEN: Said = Said {
    rule: "calendar.broken",
    sentence: "The file breaks off within this event. Export it from your calendar again.",
};
const TWICE: Said =
    Said { rule: "calendar.twice", sentence: "The file has this event twice. The first one is used." };
const NOWHERE: Said = Said {
    rule: "calendar.move_nowhere",
    sentence: "It moves a meeting of a series that the file does not have. Export the whole series.",
};
const BEFORE: Said = Said {
    rule: "calendar.move_before",
    sentence: "It moves a meeting from before its series begins. Plan it as a single 1:1.",
};

/// Reads a calendar file; `here` is the owner's own zone, for times without one. Of days off that come every year, those
/// from a year before `today` to three years after it are taken.
///
/// # Errors
/// When it is no calendar file at all. Whatever else is wrong in it is in the reply.
pub fn read_calendar(bytes: &[u8], here: &Zone, today: NaiveDate) -> Result<Calendar, PaperFault> {
    let (parts, zones) = parts(bytes)?;
    let mut calendar = Calendar::default();
    let mut drafts = Vec::new();
    for part in parts {
        match event::draft(&part, &zones, here, today) {
            Ok(draft) => drafts.push((part, draft)),
            Err(said) => calendar.leave(&part, said, None),
        }
    }
    let (moves, heads): (Vec<_>, Vec<_>) = drafts.into_iter().partition(|(_, draft)| draft.slot.is_some());
    let mut by_uid = HashMap::new();
    for (part, draft) in heads {
        let on = draft.on();
        if by_uid.contains_key(&draft.uid) {
            calendar.leave(&part, TWICE, Some(on));
            continue;
        }
        by_uid.insert(draft.uid.clone(), calendar.events.len());
        calendar.events.extend(draft.into_events());
    }
    for (part, draft) in moves {
        let on = draft.on();
        let head = by_uid.get(&draft.uid).and_then(|place| calendar.events.get_mut(*place));
        if let Err(said) = head.ok_or(NOWHERE).and_then(|head| join(head, &draft, here)) {
            calendar.leave(&part, said, Some(on));
        }
    }
    Ok(calendar)
}

/// Puts a moved or cancelled meeting into its series.
fn join(head: &mut Event, draft: &Draft, here: &Zone) -> Result<(), Said> {
    let (When::At { starts, zone, .. }, Some(series), Some(slot)) =
        (&head.when, &mut head.series, &draft.slot)
    else {
        return Err(NOWHERE);
    };
    let clock = event::clock_named(zone);
    let slot = slot.on_clock(*starts, &clock, here);
    if slot < *starts {
        return Err(BEFORE);
    }
    if !is_slot(*starts, series, slot) || series.moved.len() + series.cancelled.len() > MOST_MOVES {
        return Err(NOWHERE);
    }
    if draft.is_cancelled {
        series.cancelled.push(slot);
        return Ok(());
    }
    let (at, minutes) = draft.time(*starts, &clock, here);
    series.moved.retain(|moved| moved.slot != slot);
    series.moved.push(Moved { slot, starts: at, minutes });
    Ok(())
}

/// Whether a series has a slot then.
pub(super) fn is_slot(starts: NaiveDateTime, series: &Series, slot: NaiveDateTime) -> bool {
    let days = (slot.date() - starts.date()).num_days();
    slot.time() == starts.time()
        && days >= 0
        && days % i64::from(series.every_days.max(1)) == 0
        && series.ends_on.is_none_or(|last| slot.date() <= last)
}

impl Calendar {
    fn leave(&mut self, part: &Part, said: Said, on: Option<chrono::NaiveDate>) {
        if self.unused.len() >= MOST_UNUSED {
            self.more_unused += 1;
            return;
        }
        self.unused.push(Unused { line: part.line, summary: part.summary(), on, said });
    }
}

/// The events of a file as they stand in it, and the zones it explains.
fn parts(bytes: &[u8]) -> Result<(Vec<Part>, Zones), PaperFault> {
    let mut parts: Vec<Part> = Vec::new();
    let mut zones = Zones::default();
    let mut is_calendar = false;
    let mut open: Option<Part> = None;
    // Components within the open event, whose lines are not the event's own.
    let mut within = 0_u32;
    let mut zone_name: Option<String> = None;
    for (line, text) in unfolded(bytes) {
        let Some(property) = Property::of(&text) else { continue };
        let is = |word: &str| property.value.trim().eq_ignore_ascii_case(word);
        match (property.name.as_str(), &mut open) {
            ("BEGIN", _) if is("VEVENT") => {
                // One that never ended is broken; the next one is not.
                if let Some(broken) = open.replace(Part::at(line)) {
                    parts.push(broken.broken());
                }
                within = 0;
            }
            ("END", Some(_)) if is("VEVENT") => parts.extend(open.take()),
            ("END", Some(_)) if is("VCALENDAR") => parts.extend(open.take().map(Part::broken)),
            ("BEGIN", Some(_)) => within += 1,
            ("END", Some(_)) => within = within.saturating_sub(1),
            (_, Some(part)) if within == 0 => {
                if part.properties.len() >= MOST_LINES {
                    part.is_broken = true;
                } else if event::is_read(&property.name) {
                    part.properties.push(property);
                }
            }
            (_, Some(_)) => {}
            ("BEGIN", None) if is("VCALENDAR") => is_calendar = true,
            ("BEGIN", None) if is("VTIMEZONE") => zone_name = None,
            ("TZID", None) => zone_name = Some(property.value.trim().to_owned()),
            ("X-LIC-LOCATION", None) => {
                if let Some(name) = zone_name.take() {
                    zones.said.insert(name, property.value.trim().to_owned());
                }
            }
            _ => {}
        }
        if parts.len() >= MOST_EVENTS {
            break;
        }
    }
    parts.extend(open.take().map(Part::broken));
    if !is_calendar {
        return Err(PaperFault::unreadable(
            Place::default(),
            "This is no calendar file.",
            "Export your calendar as an .ics file, and choose that.",
        ));
    }
    Ok((parts, zones))
}
