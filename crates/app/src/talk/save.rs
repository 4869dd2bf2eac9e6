//! Beginning, preparing and moving a talk.

use domain::folder::Note;
use domain::person::{Person, Relation};
use domain::talk::{HrWish, Naming, Talk, TalkClass, TalkState};
use domain::{NoteId, PersonId, Refusal, TalkId};
use serde::Deserialize;
use store::StoreFault;
use store::noun::{Reading, talk};

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::{Made, Saved};
use crate::stamp::{Day, given};

/// Begins a talk: something was noticed.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Begin {
    /// With whom.
    pub person: PersonId,
    /// What it is about, in one line, for the owner alone.
    pub title: String,
    /// The day it was noticed first; the day of the oldest note when absent, else today.
    pub first_seen: Option<Day>,
    /// The notes it rests on.
    pub notes: Option<Vec<NoteId>>,
}

impl OpenCall for Begin {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let done = desk.deed(Self::NAME, |deed| {
            let person: Person = need(deed.read(), self.person)?;
            if person.relation == Relation::Me {
                return Err(Refusal::new("talk.with_oneself", "A talk is with somebody else.")
                    .next("Keep a note in your own folder instead.")
                    .into());
            }
            let notes = self.notes.unwrap_or_default();
            let oldest = check_notes(deed.read(), &notes, person.id)?;
            let first_seen = self.first_seen.map(|day| day.0).or(oldest).unwrap_or(today);
            check_first_seen(first_seen, today)?;
            let talk =
                Talk { notes, ..Talk::noticed(TalkId::make(), person.id, self.title.trim(), first_seen) };
            talk.check()?;
            deed.put(&talk)?;
            Ok(talk.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

/// The notes a talk rests on have to be in its person's folder. Answers the day of the oldest.
fn check_notes(
    read: &Reading,
    notes: &[NoteId],
    person: PersonId,
) -> Result<Option<chrono::NaiveDate>, StoreFault> {
    let mut oldest = None;
    for id in notes {
        let note: Note = need(read, *id)?;
        if note.person != person {
            return Err(Refusal::new("talk.note_of_another", "This note is about somebody else.")
                .next("Choose notes about the same person.")
                .into());
        }
        oldest = Some(oldest.map_or(note.on, |day: chrono::NaiveDate| day.min(note.on)));
    }
    Ok(oldest)
}

fn check_first_seen(day: chrono::NaiveDate, today: chrono::NaiveDate) -> Result<(), Refusal> {
    if day <= today {
        return Ok(());
    }
    Err(Refusal::new("talk.seen_ahead", "This day is still to come.").next("Choose today or an earlier day."))
}

/// Changes what is given of a talk and leaves the rest.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Save {
    /// Which talk.
    pub id: TalkId,
    /// What it is about, for the owner alone.
    pub title: Option<String>,
    /// The day it was noticed first.
    pub first_seen: Option<Day>,
    /// Whether it was done or is seen so.
    pub class: Option<TalkClass>,
    /// What speaks for that, Markdown.
    pub class_because: Option<String>,
    /// A soft or third-party subject.
    pub is_touchy: Option<bool>,
    /// Whom or what it can be followed up by.
    pub follow_up_by: Option<String>,
    /// The message in one sentence.
    pub message: Option<String>,
    /// What happened, Markdown.
    pub example: Option<String>,
    /// What came of it, Markdown.
    pub consequence: Option<String>,
    /// The manager stands behind the message.
    pub is_owned: Option<bool>,
    /// Whether somebody is named in it.
    pub naming: Option<Naming>,
    /// The manager saw it and says so.
    pub seen_myself: Option<bool>,
    /// Who leads a talk between the two.
    pub facilitator: Option<String>,
    /// Whether that person was trained for it.
    pub is_facilitator_trained: Option<bool>,
    /// Whether HR is wanted.
    pub hr: Option<HrWish>,
    /// The notes it rests on.
    pub notes: Option<Vec<NoteId>>,
    /// The day it is looked at next; `null` for none. While it is followed, a day that lies ahead.
    #[serde(default, deserialize_with = "given")]
    pub next_check: Option<Option<Day>>,
    /// What came of it in the end.
    pub outcome: Option<String>,
}

impl OpenCall for Save {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        desk.save(Self::NAME, |deed| {
            let before: Talk = need(deed.read(), self.id)?;
            if let Some(notes) = &self.notes {
                check_notes(deed.read(), notes, before.person)?;
            }
            let line =
                |given: Option<String>, before: String| given.map_or(before, |line| line.trim().to_owned());
            let talk = Talk {
                title: line(self.title, before.title),
                first_seen: self.first_seen.map_or(before.first_seen, |day| day.0),
                class: self.class.unwrap_or(before.class),
                class_because: self.class_because.unwrap_or(before.class_because),
                is_touchy: self.is_touchy.unwrap_or(before.is_touchy),
                follow_up_by: line(self.follow_up_by, before.follow_up_by),
                message: line(self.message, before.message),
                example: self.example.unwrap_or(before.example),
                consequence: self.consequence.unwrap_or(before.consequence),
                is_owned: self.is_owned.unwrap_or(before.is_owned),
                naming: self.naming.unwrap_or(before.naming),
                seen_myself: self.seen_myself.unwrap_or(before.seen_myself),
                facilitator: line(self.facilitator, before.facilitator),
                is_facilitator_trained: self.is_facilitator_trained.unwrap_or(before.is_facilitator_trained),
                hr: self.hr.unwrap_or(before.hr),
                notes: self.notes.unwrap_or(before.notes),
                outcome: line(self.outcome, before.outcome),
                ..before
            };
            let talk = match self.next_check {
                Some(day) => talk.looked_at_next(day.map(|day| day.0), today)?,
                None => talk,
            };
            check_first_seen(talk.first_seen, today)?;
            talk.check()?;
            deed.put(&talk)
        })
    }
}

/// Moves a talk to another state.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct SetState {
    /// Which talk.
    pub id: TalkId,
    /// The state it moves to.
    pub to: TalkState,
    /// The day it is looked at next; needed to follow it.
    pub next_check: Option<Day>,
    /// What came of it in the end.
    pub outcome: Option<String>,
}

impl OpenCall for SetState {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        desk.save(Self::NAME, |deed| {
            let before: Talk = need(deed.read(), self.id)?;
            let talk = Talk {
                next_check: self.next_check.map(|day| day.0).or(before.next_check),
                outcome: self.outcome.map_or(before.outcome, |line| line.trim().to_owned()),
                ..before
            };
            deed.put(&talk.moved(self.to, today)?)
        })
    }
}

/// Removes a talk with everything that belongs to it. It can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Remove {
    /// Which talk.
    pub id: TalkId,
}

impl OpenCall for Remove {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            need::<Talk>(deed.read(), self.id)?;
            talk::remove(deed, self.id)
        })
    }
}
