//! One person's page.

use domain::PersonId;
use domain::person::{self, hue_of, initials_of};
use serde::{Deserialize, Serialize};

use super::Person;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};
use crate::stamp::WallTime;

/// Opens a person's page.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Get {
    /// Whose page.
    pub id: PersonId,
}

/// A person and what the year with them looks like in numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PersonPage {
    /// Everything that is known of them.
    pub person: Person,
    /// The letters of their picture.
    pub initials: String,
    /// The colour of their picture, 0 to 5.
    pub hue: u8,
    /// The numbers.
    pub facts: PersonFacts,
    /// Who they report to, by name.
    pub manager_name: Option<String>,
    /// How many people report to them.
    pub reports: u32,
}

/// Numbers about the time with a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PersonFacts {
    /// 1:1s that took place.
    pub met: u32,
    /// 1:1s that were moved.
    pub moved: u32,
    /// Notes of praise.
    pub praise: u32,
    /// Constructive notes.
    pub constructive: u32,
    /// The next planned 1:1.
    pub next: Option<WallTime>,
    /// Whole months with the organisation.
    pub with_us_months: Option<u32>,
}

impl OpenCall for Get {
    type Reply = PersonPage;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let of: person::Person = need(desk.read(), self.id)?;
        let facts = store::noun::person::facts(desk.read(), self.id, desk.wall())?;
        let manager_name = match of.manager {
            Some(manager) => store::noun::person::name_of(desk.read(), manager)?,
            None => None,
        };
        Ok(PersonPage {
            initials: initials_of(&of.name),
            hue: hue_of(&of.name),
            facts: PersonFacts {
                met: facts.met,
                moved: facts.moved,
                praise: facts.praise,
                constructive: facts.constructive,
                next: facts.next.map(WallTime),
                with_us_months: of.months_with_us(desk.today()),
            },
            manager_name,
            reports: facts.reports,
            person: of.into(),
        })
    }
}
