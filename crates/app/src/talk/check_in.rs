//! Asking those whom a talk concerns whether its plan works.

use domain::person::Person;
use domain::talk::{CheckIn, Talk};
use domain::{CheckInId, PersonId, TalkId};
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::{Made, Saved};
use crate::stamp::{Day, given};

/// Asks somebody. Who was asked is as private as where a note came from.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// About which talk.
    pub talk: TalkId,
    /// Who is asked.
    pub from: String,
    /// Who is asked, where they are in the roster.
    pub person: Option<PersonId>,
    /// The day; today when absent.
    pub asked_on: Option<Day>,
    /// What they are asked, Markdown.
    pub question: Option<String>,
}

impl OpenCall for Ask {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let done = desk.deed(Self::NAME, |deed| {
            need::<Talk>(deed.read(), self.talk)?;
            if let Some(person) = self.person {
                need::<Person>(deed.read(), person)?;
            }
            let asked = CheckIn {
                id: CheckInId::make(),
                talk: self.talk,
                from: self.from.trim().to_owned(),
                person: self.person,
                asked_on: self.asked_on.map_or(today, |day| day.0),
                question: self.question.unwrap_or_default(),
                answered_on: None,
                answer: String::new(),
                told_on: None,
            };
            asked.check()?;
            deed.put(&asked)?;
            Ok(asked.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

/// Writes down an answer, or that the person heard what follows from it. What is absent stays as it was.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct SaveCheckIn {
    /// Which.
    pub id: CheckInId,
    /// What they were asked, Markdown.
    pub question: Option<String>,
    /// The day they answered; `null` while they have not.
    #[serde(default, deserialize_with = "given")]
    pub answered_on: Option<Option<Day>>,
    /// What they said, Markdown.
    pub answer: Option<String>,
    /// The day the person heard; `null` while they have not.
    #[serde(default, deserialize_with = "given")]
    pub told_on: Option<Option<Day>>,
}

impl OpenCall for SaveCheckIn {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            let before: CheckIn = need(deed.read(), self.id)?;
            let asked = CheckIn {
                question: self.question.unwrap_or(before.question),
                answered_on: self.answered_on.map_or(before.answered_on, |day| day.map(|day| day.0)),
                answer: self.answer.unwrap_or(before.answer),
                told_on: self.told_on.map_or(before.told_on, |day| day.map(|day| day.0)),
                ..before
            };
            asked.check()?;
            deed.put(&asked)
        })
    }
}

/// Takes a question away with its answer. It can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RemoveCheckIn {
    /// Which.
    pub id: CheckInId,
}

impl OpenCall for RemoveCheckIn {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            need::<CheckIn>(deed.read(), self.id)?;
            store::noun::talk::remove_part::<CheckIn>(deed, self.id.record())
        })
    }
}
