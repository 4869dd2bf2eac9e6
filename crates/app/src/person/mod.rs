//! The people of the roster.

use domain::person::{Employment, Relation, Skill};
use domain::{PersonId, person};
use serde::Serialize;

use crate::stamp::Day;

mod export_year;
mod get;
mod line;
mod list;
mod remove;
mod save;
mod week;
mod year;

pub use export_year::ExportYear;
pub use get::{Get, PersonFacts, PersonPage};
pub use line::PersonLine;
pub use list::List;
pub use remove::Remove;
pub use save::Save;
pub use week::{Week, fill_weeks};
pub use year::{Spell, Year, YearOf};

/// Everything that is known of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Person {
    /// Which person.
    pub id: PersonId,
    /// Full name.
    pub name: String,
    /// Role.
    pub role: String,
    /// Level or grade.
    pub level: String,
    /// Where they work.
    pub site: String,
    /// Their team.
    pub team: String,
    /// Who they report to.
    pub manager: Option<PersonId>,
    /// What they are to the owner.
    pub relation: Relation,
    /// How they are employed.
    pub employment: Employment,
    /// First day.
    pub started_on: Option<Day>,
    /// Last day, once known.
    pub left_on: Option<Day>,
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// What they can do.
    pub skills: Vec<Skill>,
    /// The owner's private notes about them, Markdown.
    pub about: String,
}

impl From<person::Person> for Person {
    fn from(of: person::Person) -> Self {
        Self {
            id: of.id,
            name: of.name,
            role: of.role,
            level: of.level,
            site: of.site,
            team: of.team,
            manager: of.manager,
            relation: of.relation,
            employment: of.employment,
            started_on: of.started_on.map(Day),
            left_on: of.left_on.map(Day),
            email: of.email,
            phone: of.phone,
            skills: of.skills,
            about: of.about,
        }
    }
}
