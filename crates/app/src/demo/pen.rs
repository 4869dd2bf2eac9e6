//! Writes the demonstration: from days that count back to records with a date.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use domain::action::{Action, ActionState};
use domain::career::{Exploration, Wish};
use domain::folder::{Metric, Note, Source, SourceKind};
use domain::one_on_one::{
    AgendaItem, BuiltIn, Factors, Margin, Meeting, MeetingKind, MeetingState, Pair, Prep, Section, Side,
    make_agenda,
};
use domain::person::{Person, Skill};
use domain::week::weeks_until;
use domain::workday::{WorkCalendar, Zone};
use domain::{MeetingId, PersonId, RecordId};
use store::StoreFault;
use store::gate::Deed;

use super::cast::Role;
use super::documents::{MARGINS, Prepared, Texts, ordinary};
use super::story::{DETAILS, Noticed, Promised, Tried, Wished};
use crate::chance::Chance;

/// How many weeks the cast's ribbons cover.
const WEEKS: u32 = 26;

/// Writes records of a made-up half year that ends today.
pub struct Pen<'a, 'b> {
    pub(super) deed: &'a mut Deed<'b>,
    chance: Chance,
    pub(super) today: NaiveDate,
    zone: &'a Zone,
}

impl<'a, 'b> Pen<'a, 'b> {
    /// A pen whose identifiers and choices follow from the day alone. Times of day are on the clock of `zone`.
    pub fn new(deed: &'a mut Deed<'b>, today: NaiveDate, zone: &'a Zone) -> Self {
        let seed = u64::from(today.to_epoch_days().unsigned_abs());
        Self { deed, chance: Chance::of(seed), today, zone }
    }

    /// The day so many days ago.
    pub fn ago(&self, days: u64) -> NaiveDate {
        self.today - Days::new(days)
    }

    pub(super) fn ahead(&self, days: i64) -> NaiveDate {
        self.today + TimeDelta::days(days)
    }

    pub(super) fn id<T: From<RecordId>>(&mut self, on: NaiveDate) -> T {
        self.chance.id(noon(on))
    }

    /// Somebody of the cast.
    pub fn person(&mut self, role: &Role, manager: Option<PersonId>) -> Result<Person, StoreFault> {
        let started = self.ago(role.started_days_ago);
        let mut person = Person::named(self.id(started), role.name, role.relation);
        person.role = role.role.into();
        person.level = role.level.into();
        person.site = role.site.into();
        person.team = role.team.into();
        person.started_on = Some(started);
        person.email = format!("{}@example.org", address(role.name));
        person.skills = role.skills.iter().map(|&(name, level)| Skill { name: name.into(), level }).collect();
        person.about = role.about.into();
        person.manager = manager;
        self.deed.put(&person)?;
        Ok(person)
    }

    /// Every 1:1 of somebody's last half year, as their ribbon says.
    pub fn half_year(&mut self, person: &Person, role: &Role) -> Result<(), StoreFault> {
        let Some((weekday, hour, minute)) = role.regular else { return Ok(()) };
        for (monday, mark) in weeks_until(self.today, WEEKS).into_iter().zip(role.weeks.chars()) {
            let regular = monday + Days::new(weekday);
            let other_day = monday + Days::new((weekday + 2) % 5);
            let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
            match mark {
                'm' => self.held(person, regular.and_time(time), None)?,
                'x' => {
                    let from = self.moved(person, regular.and_time(time))?;
                    self.held(person, other_day.and_time(time), from)?;
                }
                'o' => drop(self.moved(person, regular.and_time(time))?),
                _ => {}
            }
        }
        Ok(())
    }

    /// The series that the half year came from: its next times, and what it was chosen by.
    pub fn series(&mut self, person: &Person, role: &Role) -> Result<(), StoreFault> {
        let Some((weekday, hour, minute)) = role.regular else { return Ok(()) };
        let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        let next = (1..=7).map(|days| self.ahead(days));
        let next = next.into_iter().find(|day| u64::from(day.weekday().num_days_from_monday()) == weekday);
        let Some(next) = next else { return Ok(()) };
        let mut pair = Pair::weekly(self.id(self.today), person.id, next.and_time(time), 30);
        pair.at_ease_mine = true;
        pair.at_ease_theirs = self.chance.happens(60);
        pair.factors = Factors { level: role.level.into(), load: "Nine people".into(), ..Factors::default() };
        pair.factors_on = Some(self.ago(60));
        self.deed.put(&pair)
    }

    fn held(
        &mut self,
        person: &Person,
        starts: NaiveDateTime,
        moved_from: Option<MeetingId>,
    ) -> Result<(), StoreFault> {
        // A made-up past stays in the past, whatever weekday it is today.
        if starts.date() >= self.today {
            return Ok(());
        }
        let mut meeting = Meeting::planned(self.id(starts.date()), person.id, starts, 30);
        meeting.moved_from = moved_from;
        // What is older than a week is done with: notes went out a few minutes after it, with the same understanding.
        meeting.state = if starts.date() < self.ago(7) { MeetingState::Closed } else { MeetingState::Held };
        let began = self.zone.instant(starts);
        meeting.submitted_at = Some(began - TimeDelta::hours(21));
        (meeting.began_at, meeting.ended_at) = (Some(began), Some(began + TimeDelta::minutes(28)));
        (meeting.same_mine, meeting.same_theirs) = (true, true);
        if meeting.state == MeetingState::Closed {
            meeting.notes_sent_at = Some(began + TimeDelta::minutes(41));
        }
        self.deed.put(&meeting)?;
        let mut texts = Vec::new();
        for part in BuiltIn::People.sections() {
            texts.push((part.kind, self.chance.pick(ordinary(part.kind)).copied().unwrap_or_default()));
        }
        self.document(&meeting, &texts)?;
        if self.chance.happens(25) {
            let margin = self.chance.pick(MARGINS).copied().unwrap_or_default();
            self.margin(&meeting, margin)?;
        }
        Ok(())
    }

    /// None for one that would lie ahead.
    fn moved(&mut self, person: &Person, starts: NaiveDateTime) -> Result<Option<MeetingId>, StoreFault> {
        if starts.date() >= self.today {
            return Ok(None);
        }
        let mut meeting = Meeting::planned(self.id(starts.date()), person.id, starts, 30);
        meeting.state = MeetingState::Moved;
        meeting.reason = "a release needed both of us".into();
        meeting.moved_by = Some(if self.chance.happens(50) { Side::Mine } else { Side::Theirs });
        self.deed.put(&meeting)?;
        self.document(&meeting, &[])?;
        Ok(Some(meeting.id))
    }

    /// A 1:1 of today, prepared: handed in the day before, or a first one whose blank document went out early.
    pub fn prepared(
        &mut self,
        person: &Person,
        starts: NaiveTime,
        minutes: u32,
        planned: &Prepared,
    ) -> Result<(), StoreFault> {
        let starts = self.today.and_time(starts);
        let mut meeting = Meeting::planned(self.id(self.today), person.id, starts, minutes);
        let before = self.zone.instant(starts) - TimeDelta::hours(20);
        if planned.is_first {
            meeting.kind = MeetingKind::Initial;
            meeting.template_sent_at = Some(before - TimeDelta::days(3));
        }
        meeting.submitted_at = Some(before);
        self.deed.put(&meeting)?;
        self.document(&meeting, planned.texts)?;
        self.margin(&meeting, planned.margin)?;
        if planned.is_first {
            for item in make_agenda(meeting.id, 0) {
                let id = self.id(self.today);
                self.deed.put(&AgendaItem { id, ..item })?;
            }
        }
        for (kind, text) in planned.beside {
            let section = store::noun::meeting::sections(self.deed.read(), meeting.id)?;
            let section = section.into_iter().find(|written| written.value.kind == *kind);
            let section = section.map(|written| written.value.id);
            let id = self.id(self.today);
            self.deed.put(&Margin { section, ..Margin::beside(id, meeting.id, *text) })?;
        }
        let prep = Prep { history_at: Some(before), ..Prep::begun(self.id(self.today), meeting.id) };
        self.deed.put(&Prep { seconds: 140, ..prep })
    }

    /// What somebody wants, or does not know yet.
    pub fn wish(&mut self, person: PersonId, &(_, ago, kind, text): &Wished) -> Result<(), StoreFault> {
        let on = self.ago(ago);
        let wish = Wish { unknown: text.is_empty(), ..Wish::said(self.id(on), person, kind, text, on) };
        wish.check()?;
        self.deed.put(&wish)
    }

    /// A role that somebody tries out.
    pub fn exploration(&mut self, person: PersonId, tried: &Tried) -> Result<(), StoreFault> {
        let on = self.ago(tried.ago);
        let id = self.id(on);
        let exploration = Exploration {
            id,
            person,
            role: tried.role.into(),
            why: tried.why.into(),
            next_step: tried.next_step.into(),
            contact: tried.contact.into(),
            outcome: String::new(),
            on,
        };
        exploration.check()?;
        self.deed.put(&exploration)
    }

    /// A 1:1 that is only planned, so many working days ahead.
    pub fn planned(&mut self, person: &Person, in_days: usize, starts: NaiveTime) -> Result<(), StoreFault> {
        let calendar = WorkCalendar::default();
        let ahead = std::iter::successors(Some(self.today), |day| Some(calendar.after(*day)));
        let day = ahead.take(in_days + 1).last().unwrap_or(self.today);
        let meeting = Meeting::planned(self.id(self.today), person.id, day.and_time(starts), 30);
        self.deed.put(&meeting)?;
        self.document(&meeting, &[])
    }

    fn document(&mut self, meeting: &Meeting, texts: Texts<'_>) -> Result<(), StoreFault> {
        for (place, part) in (0..).zip(BuiltIn::People.sections()) {
            let text = texts.iter().find(|(kind, _)| *kind == part.kind).map_or("", |(_, text)| text);
            let empty = Section::of(&part, self.id(meeting.starts.date()), meeting.id, place);
            self.deed.put(&Section { text: text.into(), ..empty })?;
        }
        Ok(())
    }

    fn margin(&mut self, meeting: &Meeting, text: &str) -> Result<(), StoreFault> {
        let id = self.id(meeting.starts.date());
        self.deed.put(&Margin::beside(id, meeting.id, text))
    }

    /// A note.
    pub fn note(
        &mut self,
        person: PersonId,
        &(_, ago, polarity, kind, raised_after, text): &Noticed,
    ) -> Result<(), StoreFault> {
        let on = self.ago(ago);
        let raised_on = raised_after.map(|days| on + Days::new(days));
        let mut note = Note {
            kind,
            raised_on,
            kept_at: Some(noon(on)),
            ..Note::line(self.id(on), person, polarity, text, on)
        };
        if let Some(detail) = DETAILS.iter().find(|detail| text.starts_with(detail.of)) {
            note.example = detail.example.into();
            note.consequence = detail.consequence.into();
            note.metric = Metric::typed(detail.metric).ok();
            note.tags = detail.tags.iter().map(|&tag| tag.into()).collect();
            if let Some((who, words)) = detail.from {
                let source = Source {
                    who: who.into(),
                    text: words.into(),
                    ..Source::of(self.id(on), note.id, SourceKind::Chat)
                };
                self.deed.put(&source)?;
            }
        }
        self.deed.put(&note)
    }

    /// A promise.
    pub fn promise(
        &mut self,
        about: PersonId,
        owner: PersonId,
        &(_, _, due, since, done, text): &Promised,
    ) -> Result<(), StoreFault> {
        let since = self.ago(since);
        let state = if done { ActionState::Done } else { ActionState::Open };
        let id = self.id(since);
        self.deed.put(&Action {
            id,
            about,
            owner,
            meeting: None,
            text: text.into(),
            due: Some(self.ahead(due)),
            since,
            state,
            dropped_because: String::new(),
            talk: None,
            author: None,
        })
    }
}

fn noon(on: NaiveDate) -> DateTime<Utc> {
    on.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default()).and_utc()
}

/// `maya.okafor` for "Maya Okafor"; letters outside of ASCII lose what makes them so.
fn address(name: &str) -> String {
    name.chars()
        .map(|c| match c {
            ' ' => '.',
            'á' => 'a',
            other => other.to_ascii_lowercase(),
        })
        .collect()
}
