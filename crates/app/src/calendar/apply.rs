//! Applying a calendar: everything that was chosen in one deed, so that one undo takes it back.

use domain::one_on_one::{Meeting, MeetingState, Pair};
use domain::person::{Person, Relation};
use domain::{MeetingId, PersonId, Refusal};
use paper::calendar::{Moved, Said};
use serde::Deserialize;
use store::StoreFault;
use store::gate::Deed;
use store::noun::meeting;

use super::plan::{Planned, Planner};
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::one_on_one::move_to;
use crate::pair::{put_with_document, running};
use crate::reply::Brought;

/// Brings the chosen events in. Planned again against what is there now, so nothing that changed since the preview is
/// undone, and what is there already is not doubled.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Apply {
    /// Which import.
    pub import: String,
    /// What of it.
    pub chosen: Vec<Chosen>,
}

/// An event that was chosen.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    /// Which event.
    pub event: u32,
    /// With whom, where somebody else is meant than was found, or nobody was.
    pub person: Option<PersonId>,
    /// Why a series is sparser than every second week.
    pub because: Option<String>,
}

/// Kept as the reason of what a calendar moved or left out.
const BECAUSE: &str = "Changed in the calendar";

impl OpenCall for Apply {
    type Reply = Brought;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let planned = self.plan(desk)?;
        let today = desk.today();
        let done = desk.deed(Self::NAME, |deed| {
            let mut brought = Count::default();
            for planned in planned {
                match planned {
                    Planned::Series { pair, before, cancelled, moved } => {
                        pair.check()?;
                        brought.count(before.as_ref(), &pair);
                        deed.put(&pair)?;
                        for slot in cancelled {
                            brought.of(cancel(deed, &pair, slot)?);
                        }
                        for moved in moved {
                            brought.of(place(deed, &pair, moved)?);
                        }
                    }
                    Planned::Meeting { meeting, before: None } => {
                        let pair = running(deed.read(), meeting.person, today)?;
                        put_with_document(deed, meeting, pair.and_then(|pair| pair.template))?;
                        brought.of(News::Added);
                    }
                    Planned::Meeting { meeting, before: Some(before) } => {
                        brought.of(change(deed, &before, &meeting)?);
                    }
                    Planned::DaysOff { days, known } => {
                        brought.unchanged += known;
                        for day in days {
                            day.check()?;
                            deed.put(&day)?;
                            brought.of(News::Added);
                        }
                    }
                }
            }
            Ok(brought)
        })?;
        desk.drawer().take_calendar(&self.import);
        let Count { added, changed, unchanged } = done.value;
        Ok(Brought { added, changed, unchanged, deed: done.deed })
    }
}

impl Apply {
    fn plan(&self, desk: &OpenDesk) -> Result<Vec<Planned>, Fault> {
        let mut planner = Planner::read(desk)?;
        let drawer = desk.drawer();
        let import = drawer.calendar(&self.import)?;
        let mut seen = Vec::new();
        let mut all = Vec::new();
        for chosen in &self.chosen {
            let place = usize::try_from(chosen.event).unwrap_or(usize::MAX);
            let event = import.calendar.events.get(place).ok_or_else(|| {
                Fault::wrong_use("The calendar has no such event.").next("Choose among those of the preview.")
            })?;
            if seen.contains(&chosen.event) {
                continue;
            }
            seen.push(chosen.event);
            if let Some(id) = chosen.person {
                let person: Person = need(desk.read(), id)?;
                if person.relation == Relation::Me {
                    return Err(Refusal::new("one_on_one.with_yourself", "A 1:1 needs somebody else.")
                        .next("Choose another person.")
                        .into());
                }
            }
            let person = planner.person_of(event, chosen.person).map_err(refused)?;
            let because = chosen.because.as_deref().unwrap_or_default();
            all.push(planner.plan(event, person, because).map_err(refused)?);
        }
        Ok(all)
    }
}

fn refused(said: Said) -> Fault {
    Refusal::new(said.rule, said.sentence).next("Leave it out, or change it in your calendar.").into()
}

/// What became of a record.
enum News {
    Added,
    Changed,
    Unchanged,
}

#[derive(Default)]
struct Count {
    added: u64,
    changed: u64,
    unchanged: u64,
}

impl Count {
    fn of(&mut self, news: News) {
        match news {
            News::Added => self.added += 1,
            News::Changed => self.changed += 1,
            News::Unchanged => self.unchanged += 1,
        }
    }

    fn count<T: PartialEq>(&mut self, before: Option<&T>, after: &T) {
        self.of(match before {
            None => News::Added,
            Some(before) if before == after => News::Unchanged,
            Some(_) => News::Changed,
        });
    }
}

/// The meeting that stands for a slot of a series, wherever it was moved since.
fn at(deed: &Deed<'_>, pair: &Pair, slot: chrono::NaiveDateTime) -> Result<Option<Meeting>, StoreFault> {
    let found = meeting::at_slot(deed.read(), pair.id, slot)?;
    found.map(|id| need(deed.read(), id)).transpose()
}

fn of_slot(pair: &Pair, moved: Moved) -> Meeting {
    let mut meeting = Meeting::planned(MeetingId::make(), pair.person, moved.starts, moved.minutes);
    meeting.zone.clone_from(&pair.zone);
    meeting.pair = Some(pair.id);
    meeting.slot = Some(moved.slot);
    meeting
}

/// A slot that the calendar leaves out.
fn cancel(deed: &mut Deed<'_>, pair: &Pair, slot: chrono::NaiveDateTime) -> Result<News, StoreFault> {
    let before = at(deed, pair, slot)?;
    match &before {
        Some(before) if !before.state.is_ahead() => return Ok(News::Unchanged),
        _ => {}
    }
    let is_new = before.is_none();
    let meeting =
        before.unwrap_or_else(|| of_slot(pair, Moved { slot, starts: slot, minutes: pair.minutes }));
    deed.put(&Meeting { state: MeetingState::Cancelled, reason: BECAUSE.to_owned(), ..meeting })?;
    Ok(if is_new { News::Added } else { News::Changed })
}

/// A slot that the calendar puts elsewhere.
fn place(deed: &mut Deed<'_>, pair: &Pair, moved: Moved) -> Result<News, StoreFault> {
    match at(deed, pair, moved.slot)? {
        None => {
            let meeting = of_slot(pair, moved);
            meeting.check()?;
            put_with_document(deed, meeting, pair.template)?;
            Ok(News::Added)
        }
        Some(before) if before.state.is_ahead() => {
            let after = Meeting { starts: moved.starts, minutes: moved.minutes, ..before.clone() };
            change(deed, &before, &after)
        }
        Some(_) => Ok(News::Unchanged),
    }
}

/// A meeting that is there and ahead: what is at another time was moved, with everything that was written for it.
fn change(deed: &mut Deed<'_>, before: &Meeting, after: &Meeting) -> Result<News, StoreFault> {
    after.check()?;
    if before == after {
        return Ok(News::Unchanged);
    }
    if (before.starts, &before.zone) == (after.starts, &after.zone) {
        deed.put(after)?;
        return Ok(News::Changed);
    }
    let old = Meeting { state: MeetingState::Moved, reason: BECAUSE.to_owned(), ..before.clone() };
    let id = move_to(deed, &old, after.starts)?;
    let new: Meeting = need(deed.read(), id)?;
    deed.put(&Meeting { zone: after.zone.clone(), minutes: after.minutes, ..new })?;
    Ok(News::Changed)
}
