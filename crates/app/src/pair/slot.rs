//! The slots of a rhythm. They are computed; one becomes a meeting when somebody opens, moves or cancels it.

use std::collections::HashSet;

use chrono::{NaiveDate, NaiveDateTime};
use domain::goal::GoalState;
use domain::one_on_one::{
    BuiltIn, FIRST_MINUTES, Meeting, MeetingKind, Pair, Template, TemplateSection, make_agenda, make_sections,
};
use domain::person::Person;
use domain::{MeetingId, PairId, PersonId, Refusal};
use serde::{Deserialize, Serialize};
use store::StoreFault;
use store::gate::Deed;
use store::noun::{self, Reading, goal, meeting, pair};

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Made;
use crate::stamp::WallTime;
use crate::workplace::Workplace;

/// A slot that nobody has opened yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Slot {
    /// Of which pair.
    pub pair: PairId,
    /// With whom.
    pub person: PersonId,
    /// With whom, by name.
    pub person_name: String,
    /// When it starts, on the clock of the pair's zone.
    pub starts: WallTime,
    /// Its usual length in minutes.
    pub minutes: u32,
    /// Whether it falls on a day off, so that it wants to be moved.
    pub is_day_off: bool,
}

/// The slots of every running pair (or of one person's) from `from` up to `to` on the owner's clock, in order, less those
/// that a meeting stands for already.
///
/// # Errors
/// When the vault cannot be read.
pub(crate) fn between(
    desk: &OpenDesk,
    person: Option<PersonId>,
    from: NaiveDateTime,
    to: NaiveDateTime,
) -> Result<Vec<Slot>, Fault> {
    let read = desk.read();
    let pairs = match person {
        Some(person) => pair::of_person(read, person)?,
        None => pair::all(read)?,
    };
    let place = Workplace::read(desk)?;
    let mut slots = Vec::new();
    for pair in pairs {
        let Some(other) = noun::get::<Person>(read, pair.person)? else { continue };
        if other.has_left_by(desk.today()) {
            continue;
        }
        // The same moments on the clock of the series, which may hang in another zone.
        let there = place.zone_of(&pair.zone);
        let (from, to) = (there.wall(place.zone.instant(from)), there.wall(place.zone.instant(to)));
        let taken: HashSet<NaiveDateTime> =
            meeting::slots_taken(read, pair.id, pair.person, from, to)?.into_iter().collect();
        let free = pair.slots(from, to).filter(|slot| !taken.contains(slot));
        slots.extend(free.map(|starts| Slot {
            pair: pair.id,
            person: pair.person,
            person_name: other.name.clone(),
            starts: WallTime(starts),
            minutes: pair.minutes,
            is_day_off: !place.calendar.is_working(starts.date()),
        }));
    }
    slots.sort_by_key(|slot| (slot.starts, slot.person));
    Ok(slots)
}

/// The running pair with a person: the newest one that has not ended.
///
/// # Errors
/// When the vault cannot be read.
pub(crate) fn running(
    read: &Reading,
    person: PersonId,
    today: NaiveDate,
) -> Result<Option<Pair>, StoreFault> {
    let pairs = pair::of_person(read, person)?;
    Ok(pairs.into_iter().find(|pair| pair.ends_on.is_none_or(|last| last >= today)))
}

/// The same at this desk, today.
///
/// # Errors
/// When the vault cannot be read.
pub(crate) fn present(desk: &OpenDesk, person: PersonId) -> Result<Option<Pair>, Fault> {
    Ok(running(desk.read(), person, desk.today())?)
}

/// Opens a slot: the meeting that stands for it, made now if it is not there yet.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OpenSlot {
    /// Of which pair.
    pub pair: PairId,
    /// Which slot.
    pub slot: WallTime,
}

impl OpenCall for OpenSlot {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let slot = self.slot.0;
        let pair: Pair = need(desk.read(), self.pair)?;
        let mut there = meeting::at_slot(desk.read(), pair.id, slot)?;
        if there.is_none() {
            there = meeting::starting_at(desk.read(), pair.person, slot)?;
        }
        if let Some(there) = there {
            return Ok(Made { id: there.record(), deed: None });
        }
        if !pair.has_slot(slot) {
            return Err(Refusal::new("pair.no_slot", "The series has no 1:1 at that time.")
                .next("Choose one of its times, or plan a single 1:1.")
                .into());
        }
        let is_first = meeting::met(desk.read(), pair.person)?.count == 0
            && meeting::first_of_pair(desk.read(), pair.id)?.is_none();
        let done = desk.deed(Self::NAME, |deed| {
            let mut made = Meeting::planned(MeetingId::make(), pair.person, slot, pair.minutes);
            made.zone.clone_from(&pair.zone);
            made.pair = Some(pair.id);
            made.slot = Some(slot);
            if is_first {
                made.kind = MeetingKind::Initial;
                made.minutes = FIRST_MINUTES;
            }
            put_with_document(deed, made, pair.template)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

/// Puts a new meeting with its empty document, and for a first one its agenda.
///
/// # Errors
/// What writing can fail with.
pub(crate) fn put_with_document(
    deed: &mut Deed<'_>,
    mut made: Meeting,
    template: Option<domain::TemplateId>,
) -> Result<MeetingId, StoreFault> {
    let (sections, version) = template_of(deed.read(), made.person, template)?;
    made.template = template;
    made.template_version = version;
    made.check()?;
    deed.put(&made)?;
    for section in make_sections(made.id, &sections) {
        deed.put(&section)?;
    }
    if made.kind == MeetingKind::Initial {
        let goals = goal::lines(deed.read(), Some(made.person), true)?;
        let active = goals.iter().filter(|line| line.goal.state == GoalState::Active).count();
        for item in make_agenda(made.id, u32::try_from(active).unwrap_or(u32::MAX)) {
            deed.put(&item)?;
        }
    }
    Ok(made.id)
}

/// The sections of a new document with a person, and their version: the chosen template, else the built-in one for
/// people who manage others or for everybody else.
fn template_of(
    read: &Reading,
    person: PersonId,
    chosen: Option<domain::TemplateId>,
) -> Result<(Vec<TemplateSection>, u32), StoreFault> {
    if let Some(template) = chosen.map(|id| noun::get::<Template>(read, id)).transpose()?.flatten() {
        return Ok((template.sections, template.version));
    }
    let manages = noun::person::manages(read, person)?;
    let built_in = if manages { BuiltIn::Managers } else { BuiltIn::People };
    Ok((built_in.sections(), BuiltIn::VERSION))
}
