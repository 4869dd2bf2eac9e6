//! Filling an empty vault with the demonstration.

use std::collections::HashMap;

use chrono::NaiveTime;
use domain::person::{Person, Relation};
use domain::{PersonId, Refusal};
use serde::{Deserialize, Serialize};
use store::StoreFault;

use super::cast::CAST;
use super::documents::PREPARED;
use super::growth::TALKS;
use super::pen::Pen;
use super::reviews::REVIEWS;
use super::story::{GOALS, NOTES, PROMISES, TRY_OUTS, WISHES};
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::OpenDesk;
use crate::review::Signs;

/// When today's three conversations start, and how long they take.
const TODAY: [(u32, u32, u32); 3] = [(10, 0, 30), (11, 30, 60), (15, 0, 30)];

/// Fills the vault with a made-up team. Only an empty vault is filled, so that nothing real is ever beside it.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Fill {}

/// The team that was made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Filled {
    /// How many people there are now, the owner not counted.
    pub people: u32,
}

impl OpenCall for Fill {
    type Reply = Filled;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let zone = desk.house().clock().zone().clone();
        let owner = desk.owner()?;
        let signs = Signs::of(desk)?;
        if store::noun::person::all(desk.read())?.len() > 1 {
            return Err(Refusal::new("demo.not_empty", "This vault already holds people.")
                .next("The demonstration has a vault of its own: make it with `nook demo`.")
                .into());
        }
        desk.deed(Self::NAME, |deed| {
            let mut owner = owner;
            if owner.role.is_empty() {
                owner.role = "Engineering manager".into();
                owner.team = "Live services".into();
                owner.site = "Vancouver".into();
                deed.put(&owner)?;
            }
            write_everything(&mut Pen::new(deed, today, &zone), &owner, &signs)
        })?;
        Ok(Filled { people: u32::try_from(CAST.len()).unwrap_or(u32::MAX) })
    }
}

fn write_everything(pen: &mut Pen<'_, '_>, owner: &Person, signs: &Signs) -> Result<(), StoreFault> {
    let mut cast: HashMap<&str, Person> = HashMap::new();
    for role in &CAST {
        let manager = (role.relation == Relation::DirectReport).then_some(owner.id);
        let person = pen.person(role, manager)?;
        pen.half_year(&person, role)?;
        pen.series(&person, role)?;
        cast.insert(role.name, person);
    }
    let who = |name: &str| -> Result<PersonId, StoreFault> {
        cast.get(name).map(|person| person.id).ok_or(StoreFault::Missing)
    };
    for (planned, (hour, minute, minutes)) in PREPARED.iter().zip(TODAY) {
        let starts = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        if let Some(person) = cast.get(planned.name) {
            pen.prepared(person, starts, minutes, planned)?;
        }
    }
    for (name, in_days) in [("Tomás Lindqvist", 1), ("Ruth Vance", 3), ("Sam Nakai", 2)] {
        if let Some(person) = cast.get(name) {
            pen.planned(person, in_days, NaiveTime::from_hms_opt(14, 0, 0).unwrap_or_default())?;
        }
    }
    for note in NOTES {
        pen.note(who(note.0)?, note)?;
    }
    for promise in PROMISES {
        let about = who(promise.0)?;
        pen.promise(about, if promise.1 { owner.id } else { about }, promise)?;
    }
    let grounds = pen.grounds()?;
    for goal in GOALS {
        pen.goal(who(goal.0)?, goal, &grounds)?;
    }
    for hard in TALKS {
        pen.talk((owner.id, &owner.name), who(hard.name)?, hard)?;
    }
    for wish in WISHES {
        pen.wish(who(wish.0)?, wish)?;
    }
    for tried in TRY_OUTS {
        pen.exploration(who(tried.name)?, tried)?;
    }
    pen.cycle()?;
    for told in REVIEWS {
        if let Some(person) = cast.get(told.name) {
            pen.review(person, told, signs)?;
        }
    }
    Ok(())
}
