//! A large made-up vault to measure with: ten years of a busy manager at scale 1.
//!
//! Written through the same gate as everything else, in large deeds, so that what is measured is what people have.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use domain::folder::{Note, NoteKind, Polarity};
use domain::goal::{Goal, GoalState};
use domain::one_on_one::{BuiltIn, Meeting, MeetingState, Section};
use domain::person::{Person, Relation};
use domain::review::Review;
use serde::Serialize;

use crate::Fault;
use crate::chance::Chance;
use crate::desk::OpenDesk;

mod lexicon;
use lexicon::Lexicon;

/// Ten years.
const DAYS: u64 = 3_653;
/// How many records one deed carries.
const A_DEED: usize = 2_000;
/// The name of the deeds.
const DEED: &str = "bench.fill";

/// How much to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Size {
    /// People over the years.
    pub people: u64,
    /// 1:1 documents of five sections.
    pub documents: u64,
    /// Notes.
    pub notes: u64,
    /// Goals.
    pub goals: u64,
    /// Reviews.
    pub reviews: u64,
}

impl Size {
    /// The size of ten busy years, `scale` times. At least one of everything.
    pub fn at(scale: f64) -> Self {
        // A scale is a small positive number typed by hand; rounding it is all the precision there is.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let times = |count: u64| ((count as f64 * scale).round().max(1.0)) as u64;
        Self {
            people: times(200),
            documents: times(12_000),
            notes: times(60_000),
            goals: times(3_000),
            reviews: times(800),
        }
    }

    fn records(self) -> u64 {
        self.people + self.documents * 6 + self.notes + self.goals + self.reviews
    }
}

/// Fills a vault with made-up records of `size`, the same ones for the same seed and day.
///
/// # Errors
/// When the vault cannot be written, or the work was stopped; what was written until then stays.
pub fn fill(desk: &mut OpenDesk, size: Size, seed: u64) -> Result<Size, Fault> {
    let today = desk.today();
    let mut chance = Chance::of(seed);
    let lexicon = Lexicon::of(&mut chance);
    let mut writer = Writer { desk, chance, lexicon, today, done: 0, total: size.records() };
    let people = writer.people(size.people)?;
    writer.documents(size.documents, &people)?;
    writer.notes(size.notes, &people)?;
    writer.goals(size.goals, &people)?;
    writer.reviews(size.reviews, &people)?;
    Ok(size)
}

struct Writer<'a> {
    desk: &'a mut OpenDesk,
    chance: Chance,
    lexicon: Lexicon,
    today: NaiveDate,
    done: u64,
    total: u64,
}

/// One record of any of the nouns that are made up in numbers.
enum Made {
    Person(Box<Person>),
    Document(Box<Meeting>, Vec<Section>),
    Note(Note),
    Goal(Goal),
    Review(Review),
}

impl Writer<'_> {
    /// Makes `count` records with `make` and writes them in large deeds.
    fn write(&mut self, count: u64, mut make: impl FnMut(&mut Self, u64) -> Made) -> Result<(), Fault> {
        let mut waiting = Vec::with_capacity(A_DEED);
        for number in 0..count {
            let made = make(self, number);
            waiting.push(made);
            if waiting.len() == A_DEED {
                self.flush(&mut waiting)?;
            }
        }
        self.flush(&mut waiting)
    }

    fn flush(&mut self, waiting: &mut Vec<Made>) -> Result<(), Fault> {
        let records = std::mem::take(waiting);
        let mut written = 0;
        self.desk.deed(DEED, |deed| {
            for made in &records {
                written += match made {
                    Made::Person(person) => deed.put(&**person).map(|()| 1)?,
                    Made::Note(note) => deed.put(note).map(|()| 1)?,
                    Made::Goal(goal) => deed.put(goal).map(|()| 1)?,
                    Made::Review(review) => deed.put(review).map(|()| 1)?,
                    Made::Document(meeting, sections) => {
                        deed.put(&**meeting)?;
                        sections.iter().try_for_each(|section| deed.put(section))?;
                        6
                    }
                };
            }
            Ok(())
        })?;
        self.done += written;
        self.desk.work().step(self.done, Some(self.total), "Writing made-up records")
    }

    fn some_day(&mut self) -> NaiveDate {
        self.today - Days::new(1 + self.chance.below(DAYS))
    }

    fn id<T: From<domain::RecordId>>(&mut self, on: NaiveDate) -> T {
        self.chance.id(on.and_time(NaiveTime::MIN).and_utc())
    }

    fn person_of(&mut self, people: &[Person]) -> domain::PersonId {
        // A few people fill most of the folders, as everywhere.
        let first = self.chance.below(people.len() as u64);
        let rank = self.chance.below(first + 1);
        usize::try_from(rank)
            .ok()
            .and_then(|rank| people.get(rank))
            .map_or_else(domain::PersonId::make, |p| p.id)
    }

    fn people(&mut self, count: u64) -> Result<Vec<Person>, Fault> {
        let owner = self.desk.owner()?.id;
        let mut people = Vec::new();
        self.write(count, |writer, number| {
            let started = writer.some_day();
            let relation = if number < 12 { Relation::DirectReport } else { Relation::Other };
            let mut person =
                Person::named(writer.id(started), writer.lexicon.full_name(&mut writer.chance), relation);
            person.manager = (relation == Relation::DirectReport).then_some(owner);
            person.role = writer.lexicon.words(&mut writer.chance, 2);
            person.team = writer.lexicon.words(&mut writer.chance, 1);
            person.started_on = Some(started);
            if number >= 40 && writer.chance.happens(60) {
                let stayed = Days::new(60 + writer.chance.below(1_500));
                person.left_on = started.checked_add_days(stayed).filter(|left| *left < writer.today);
            }
            people.push(person.clone());
            Made::Person(Box::new(person))
        })?;
        Ok(people)
    }

    fn documents(&mut self, count: u64, people: &[Person]) -> Result<(), Fault> {
        self.write(count, |writer, _| {
            let on = writer.some_day();
            let half_hours = i64::try_from(writer.chance.below(16)).unwrap_or(0);
            let starts = on.and_time(NaiveTime::MIN) + TimeDelta::minutes(540 + 30 * half_hours);
            let mut meeting = Meeting::planned(writer.id(on), writer.person_of(people), starts, 30);
            meeting.state =
                if writer.chance.happens(8) { MeetingState::Cancelled } else { MeetingState::Closed };
            let words = writer.chance.between(150, 600);
            let mut sections = Vec::with_capacity(5);
            for (place, part) in (0..).zip(BuiltIn::People.sections()) {
                let text = writer.lexicon.text(&mut writer.chance, words / 5);
                sections.push(Section { text, ..Section::of(&part, writer.id(on), meeting.id, place) });
            }
            Made::Document(Box::new(meeting), sections)
        })
    }

    fn notes(&mut self, count: u64, people: &[Person]) -> Result<(), Fault> {
        self.write(count, |writer, _| {
            let on = writer.some_day();
            let kinds = [NoteKind::Delivery, NoteKind::Leadership, NoteKind::Difficulty, NoteKind::Other];
            let words = writer.chance.between(20, 120);
            let raised_after = writer.chance.below(30);
            let raised = on + Days::new(raised_after);
            // In this order, so that the same seed gives the same vault.
            let (id, person) = (writer.id(on), writer.person_of(people));
            let polarity = if writer.chance.happens(60) { Polarity::Praise } else { Polarity::Constructive };
            let kind = writer.chance.pick(&kinds).copied().unwrap_or_default();
            let text = writer.lexicon.text(&mut writer.chance, words);
            Made::Note(Note {
                kind,
                raised_on: (raised < writer.today && writer.chance.happens(95)).then_some(raised),
                dismissed: writer.chance.happens(2),
                ..Note::line(id, person, polarity, text, on)
            })
        })
    }

    fn goals(&mut self, count: u64, people: &[Person]) -> Result<(), Fault> {
        self.write(count, |writer, _| {
            let on = writer.some_day();
            let states =
                [GoalState::Active, GoalState::Achieved, GoalState::PartlyAchieved, GoalState::Missed];
            let (id, person) = (writer.id(on), writer.person_of(people));
            let title = writer.lexicon.words(&mut writer.chance, 5);
            Made::Goal(Goal {
                text: writer.lexicon.text(&mut writer.chance, 40),
                due: Some(on + Days::new(180)),
                state: writer.chance.pick(&states).copied().unwrap_or_default(),
                ..Goal::named(id, person, title)
            })
        })
    }

    fn reviews(&mut self, count: u64, people: &[Person]) -> Result<(), Fault> {
        self.write(count, |writer, _| {
            let on = writer.some_day();
            let (id, person) = (writer.id(on), writer.person_of(people));
            let text = writer.lexicon.text(&mut writer.chance, 500);
            Made::Review(Review { text, ..Review::begun(id, person, on.format("%Y").to_string()) })
        })
    }
}

#[cfg(test)]
mod tests;
