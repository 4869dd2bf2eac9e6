//! Keeping what is known of a person.

use domain::person::{self, Employment, Relation, Skill};
use domain::{PersonId, Refusal, text};
use serde::Deserialize;
use store::StoreFault;
use store::noun::Reading;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Made;
use crate::stamp::Day;

/// Keeps a person: a new one, or everything about one who is there.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Save {
    /// Who; none for somebody new.
    #[cfg_attr(test, ts(optional))]
    pub id: Option<PersonId>,
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

/// More skills than anybody lists.
const MOST_SKILLS: usize = 200;

impl OpenCall for Save {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let is_new = self.id.is_none();
        let kept = person::Person {
            id: self.id.unwrap_or_else(PersonId::make),
            name: self.name.trim().to_owned(),
            role: self.role,
            level: self.level,
            site: self.site,
            team: self.team,
            manager: self.manager,
            relation: self.relation,
            employment: self.employment,
            started_on: self.started_on.map(|day| day.0),
            left_on: self.left_on.map(|day| day.0),
            email: self.email,
            phone: self.phone,
            skills: self.skills,
            about: self.about,
        };
        kept.check()?;
        text::check_text(&kept.about)?;
        if kept.skills.len() > MOST_SKILLS {
            return Err(Refusal::new("person.many_skills", "That is more than 200 skills.")
                .next("Keep the ones that matter.")
                .into());
        }
        let done = desk.deed(Self::NAME, |deed| {
            if !is_new {
                need::<person::Person>(deed.read(), kept.id)?;
            }
            check_owner(deed.read(), &kept)?;
            check_manager(deed.read(), &kept)?;
            deed.put(&kept)
        })?;
        Ok(Made { id: kept.id.record(), deed: done.deed })
    }
}

/// A vault has one owner, and keeps them.
fn check_owner(read: &Reading, kept: &person::Person) -> Result<(), StoreFault> {
    let owner = store::noun::person::owner(read)?.map(|owner| owner.id);
    if (owner == Some(kept.id)) == (kept.relation == Relation::Me) {
        return Ok(());
    }
    Err(Refusal::new("person.one_owner", "A vault has exactly one owner.")
        .next("Choose another relation for this person.")
        .into())
}

/// The manager is in the roster, and nobody ends up above themselves.
fn check_manager(read: &Reading, kept: &person::Person) -> Result<(), StoreFault> {
    let mut above = kept.manager;
    let mut steps = 0;
    while let Some(id) = above {
        let manager: person::Person = need(read, id)?;
        above = manager.manager;
        steps += 1;
        if above == Some(kept.id) || steps > 100 {
            return Err(Refusal::new("person.manager_circle", "These two would manage each other.")
                .next("Choose another manager, or change theirs first.")
                .into());
        }
    }
    Ok(())
}
