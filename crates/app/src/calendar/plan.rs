//! What an import would make of each event, against what the vault holds now. Looking and applying ask the same.

use std::collections::HashMap;

use chrono::{Days, NaiveDate, NaiveDateTime};
use domain::one_on_one::{EVERY_SECOND_WEEK, Meeting, Pair, WEEKLY};
use domain::person::Relation;
use domain::workday::Holiday;
use domain::{HolidayId, MeetingId, PairId, PersonId};
use paper::calendar::{Calendar, Event, Known, Match, Moved, Said, When, match_person};
use store::noun::{holiday, pair, person};

use super::known::{meetings, uid_of};
use crate::Fault;
use crate::desk::OpenDesk;
use crate::workplace::Workplace;

/// A calendar that lies on the desk between looking at it and applying it.
pub struct Import {
    pub(super) file_name: String,
    pub(super) calendar: Calendar,
}

const PAST: Said = Said { rule: "calendar.past", sentence: "It is over." };
const OVERLAP: Said = Said {
    rule: "calendar.overlap",
    sentence: "You meet this person in another series already. End that one first, or leave this one.",
};
const NOBODY: Said =
    Said { rule: "calendar.nobody", sentence: "A 1:1 needs somebody. Choose whom it is with." };
const HELD: Said = Said { rule: "calendar.held", sentence: "It took place already, so it stays as it is." };
const AT_EASE: Said = Said {
    rule: "calendar.at_ease",
    sentence: "Sparser than weekly is for two who are at ease with it. Importing it says that you both are.",
};
const SPARSE: Said = Said {
    rule: "calendar.sparse",
    sentence: "Sparser than every second week needs a reason. Say why when you choose it.",
};

/// What would come of an event.
pub(super) enum Planned {
    /// A series, with slots that do not take place or are moved.
    Series { pair: Pair, before: Option<Pair>, cancelled: Vec<NaiveDateTime>, moved: Vec<Moved> },
    /// A single 1:1.
    Meeting { meeting: Meeting, before: Option<Meeting> },
    /// Days off that are not known yet.
    DaysOff { days: Vec<Holiday>, known: u64 },
}

/// Everything that an event is compared with.
pub(super) struct Planner {
    known: Known,
    pairs: Vec<Pair>,
    meetings: HashMap<String, Meeting>,
    days_off: Vec<NaiveDate>,
    /// Those for whom a series was planned out of this file already, with its name.
    planned: HashMap<PersonId, String>,
    place: Workplace,
    now: chrono::DateTime<chrono::Utc>,
    today: NaiveDate,
}

impl Planner {
    pub(super) fn read(desk: &OpenDesk) -> Result<Self, Fault> {
        let read = desk.read();
        let today = desk.today();
        let owner = desk.owner()?;
        let people = person::all(read)?;
        let others = people
            .iter()
            .filter(|person| person.relation != Relation::Me && !person.has_left_by(today))
            .map(|person| (person.id, person.name.as_str(), person.email.as_str()));
        Ok(Self {
            known: Known::new((&owner.name, &owner.email), others),
            pairs: pair::all(read)?,
            meetings: meetings(read)?.into_iter().map(|named| (named.uid, named.meeting)).collect(),
            days_off: holiday::all(read)?.into_iter().map(|holiday| holiday.on).collect(),
            planned: HashMap::new(),
            place: Workplace::read(desk)?,
            now: desk.now(),
            today,
        })
    }

    /// With whom an event is: whom somebody chose, else whoever was found.
    pub(super) fn person_of(
        &self,
        event: &Event,
        chosen: Option<PersonId>,
    ) -> Result<Option<PersonId>, Said> {
        if let When::Days { .. } = event.when {
            return Ok(None);
        }
        if chosen.is_some() {
            return Ok(chosen);
        }
        // What is in the vault already is with whom it is there.
        if let Some(person) = self.person_by_uid(&event.uid) {
            return Ok(Some(person));
        }
        match match_person(event, &self.known) {
            Match::One(person) => Ok(Some(person)),
            Match::None(said) => Err(said),
        }
    }

    fn person_by_uid(&self, uid: &str) -> Option<PersonId> {
        let pair = self.pair_by_uid(uid).map(|pair| pair.person);
        pair.or_else(|| self.meetings.get(uid).map(|meeting| meeting.person))
    }

    fn pair_by_uid(&self, uid: &str) -> Option<&Pair> {
        self.pairs.iter().find(|pair| !uid.is_empty() && uid_of(pair) == uid)
    }

    /// What would come of an event with this person.
    pub(super) fn plan(
        &mut self,
        event: &Event,
        person: Option<PersonId>,
        because: &str,
    ) -> Result<Planned, Said> {
        match (&event.when, &event.series, person) {
            (When::Days { from, count }, ..) => self.days_off(event, *from, *count),
            (When::At { starts, zone, minutes }, Some(series), Some(person)) => {
                let last = series.ends_on;
                if last.is_some_and(|last| last < self.today) {
                    return Err(PAST);
                }
                let before = self.pair_by_uid(&event.uid).cloned();
                self.check_overlap(person, &event.uid, before.as_ref())?;
                let (begins, zone) = self.at_home(*starts, zone);
                let shift = begins - *starts;
                let mut pair =
                    before.clone().unwrap_or_else(|| Pair::weekly(PairId::make(), person, begins, *minutes));
                pair.begins = begins;
                pair.zone = zone;
                pair.minutes = *minutes;
                pair.every_days = series.every_days;
                pair.ends_on = last;
                if before.is_none() {
                    pair.calendar_uid.clone_from(&event.uid);
                }
                if series.every_days > WEEKLY {
                    (pair.at_ease_mine, pair.at_ease_theirs) = (true, true);
                }
                if !because.trim().is_empty() {
                    because.trim().clone_into(&mut pair.sparse_because);
                }
                self.planned.insert(person, event.uid.clone());
                let wall = self.place.zone_of(&pair.zone).wall(self.now);
                let is_ahead = |slot: &NaiveDateTime| *slot >= wall;
                let cancelled = series.cancelled.iter().map(|slot| *slot + shift).filter(is_ahead).collect();
                let moved = series.moved.iter().map(|moved| Moved {
                    slot: moved.slot + shift,
                    starts: moved.starts + shift,
                    ..*moved
                });
                let moved = moved.filter(|moved| is_ahead(&moved.starts)).collect();
                Ok(Planned::Series { pair, before, cancelled, moved })
            }
            (When::At { starts, zone, minutes }, None, Some(person)) => {
                let (starts, zone) = self.at_home(*starts, zone);
                let clock = self.place.zone_of(&zone);
                // A time that the clock leaves out is as much later.
                let starts = clock.wall(clock.instant(starts));
                let before = self.meetings.get(&event.uid).filter(|_| !event.uid.is_empty()).cloned();
                match &before {
                    Some(before) if !before.state.is_ahead() => return Err(HELD),
                    None if clock.instant(starts) < self.now => return Err(PAST),
                    _ => {}
                }
                let mut meeting = before
                    .clone()
                    .unwrap_or_else(|| Meeting::planned(MeetingId::make(), person, starts, *minutes));
                meeting.starts = starts;
                meeting.zone = zone;
                meeting.minutes = *minutes;
                if before.is_none() {
                    meeting.calendar_uid.clone_from(&event.uid);
                }
                Ok(Planned::Meeting { meeting, before })
            }
            (When::At { .. }, _, None) => Err(NOBODY),
        }
    }

    fn days_off(&mut self, event: &Event, from: NaiveDate, count: u32) -> Result<Planned, Said> {
        let all: Vec<NaiveDate> =
            (0..count).filter_map(|n| from.checked_add_days(Days::new(n.into()))).collect();
        if all.last().is_none_or(|last| *last < self.today) {
            return Err(PAST);
        }
        let mut days = Vec::new();
        for on in &all {
            if !self.days_off.contains(on) {
                self.days_off.push(*on);
                days.push(Holiday { id: HolidayId::make(), on: *on, name: event.summary.clone() });
            }
        }
        let known = (all.len() - days.len()) as u64;
        Ok(Planned::DaysOff { days, known })
    }

    /// Refuses a second series with somebody, be the first one in the vault or in the same file.
    fn check_overlap(&self, person: PersonId, uid: &str, own: Option<&Pair>) -> Result<(), Said> {
        let is_other = |pair: &&Pair| {
            pair.person == person
                && pair.ends_on.is_none_or(|last| last >= self.today)
                && own.is_none_or(|own| own.id != pair.id)
        };
        let is_planned = self.planned.get(&person).is_some_and(|planned| planned != uid || uid.is_empty());
        if is_planned || self.pairs.iter().any(|pair| is_other(&pair)) { Err(OVERLAP) } else { Ok(()) }
    }

    /// A time as the owner writes it: without a zone where it is the owner's own, or where the owner's clock never
    /// changes and the time is told in Greenwich's.
    fn at_home(&self, starts: NaiveDateTime, zone: &str) -> (NaiveDateTime, String) {
        if zone == self.place.zone.name() {
            return (starts, String::new());
        }
        if zone == "UTC" && self.place.zone.name().is_empty() {
            return (self.place.zone.wall(starts.and_utc()), String::new());
        }
        (starts, zone.to_owned())
    }
}

/// What is to be said of a plan beyond what the file says.
pub(super) fn notes(planned: &Planned) -> Vec<Said> {
    let mut notes = Vec::new();
    if let Planned::Series { pair, before, .. } = planned {
        if pair.every_days > WEEKLY
            && before.as_ref().is_none_or(|before| !(before.at_ease_mine && before.at_ease_theirs))
        {
            notes.push(AT_EASE);
        }
        if pair.every_days > EVERY_SECOND_WEEK && pair.sparse_because.is_empty() {
            notes.push(SPARSE);
        }
    }
    notes
}
