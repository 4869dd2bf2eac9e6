//! A person of the roster: who they are, what they are to the owner of the vault, what they can do.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{PersonId, Refusal, text};

mod look;
pub use look::{hue_of, initials_of};

/// What somebody is to the owner of the vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The owner. Exactly one person of a vault.
    Me,
    /// Reports to the owner.
    DirectReport,
    /// The owner reports to them.
    MyManager,
    /// Works beside the owner.
    Peer,
    /// A partner or customer outside the team.
    Partner,
    /// Human resources.
    Hr,
    /// Reports to a direct report.
    SkipLevel,
    /// Anybody else.
    Other,
}

impl Relation {
    /// Every relation, in the order a list shows them.
    pub const ALL: [Self; 8] = [
        Self::Me,
        Self::DirectReport,
        Self::MyManager,
        Self::Peer,
        Self::Partner,
        Self::Hr,
        Self::SkipLevel,
        Self::Other,
    ];
}

/// How somebody is employed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Employment {
    /// A regular employee.
    #[default]
    Employee,
    /// A contractor.
    Contractor,
    /// An intern.
    Intern,
}

/// Something a person can do, and how well.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Skill {
    /// The skill's name, as the team says it.
    pub name: String,
    /// 1 (learning it) to 5 (others learn it from them).
    pub level: u8,
}

/// A person of the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Which person.
    pub id: PersonId,
    /// Full name, as people say it.
    pub name: String,
    /// Role, such as "Senior systems engineer".
    pub role: String,
    /// Level or grade, in the organisation's own words.
    pub level: String,
    /// Where they work.
    pub site: String,
    /// Their team.
    pub team: String,
    /// Who they report to, where that person is in the roster.
    pub manager: Option<PersonId>,
    /// What they are to the owner.
    pub relation: Relation,
    /// How they are employed.
    pub employment: Employment,
    /// First day.
    pub started_on: Option<NaiveDate>,
    /// Last day, once known.
    pub left_on: Option<NaiveDate>,
    /// Work e-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// What they can do.
    pub skills: Vec<Skill>,
    /// The owner's own notes about them, private prose in Markdown.
    pub about: String,
}

/// Words in a level that name somebody at the beginning.
const JUNIOR: [&str; 6] = ["junior", "intern", "trainee", "apprentice", "graduate", "entry"];

impl Person {
    /// What they do and in which team, as a line below their name; empty where neither is known.
    pub fn role_and_team(&self) -> String {
        let parts = [self.role.trim(), self.team.trim()].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    }

    /// Whether their level says that they are at the beginning. Levels are each company's own words; one that says
    /// nothing of the kind is taken as not junior.
    pub fn is_junior(&self) -> bool {
        let level = crate::spelling::fold(&self.level);
        self.employment == Employment::Intern || level.split(' ').any(|word| JUNIOR.contains(&word))
    }

    /// A person of whom only the name and the relation are known.
    pub fn named(id: PersonId, name: impl Into<String>, relation: Relation) -> Self {
        Self {
            id,
            name: name.into(),
            relation,
            role: String::new(),
            level: String::new(),
            site: String::new(),
            team: String::new(),
            manager: None,
            employment: Employment::Employee,
            started_on: None,
            left_on: None,
            email: String::new(),
            phone: String::new(),
            skills: Vec::new(),
            about: String::new(),
        }
    }

    /// Whether the person may be kept as it stands.
    ///
    /// # Errors
    /// Refuses an empty or overlong name, a last day before the first, somebody who manages themselves, and a
    /// skill without a name or outside 1 to 5.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.name.trim().is_empty() {
            return Err(Refusal::new("person.no_name", "A person needs a name.")
                .next("Type the name and save again."));
        }
        for (field, value) in [
            ("name", &self.name),
            ("role", &self.role),
            ("level", &self.level),
            ("site", &self.site),
            ("team", &self.team),
            ("e-mail", &self.email),
            ("phone", &self.phone),
        ] {
            text::check_line(field, value)?;
        }
        if let (Some(start), Some(end)) = (self.started_on, self.left_on)
            && end < start
        {
            return Err(Refusal::new("person.left_before_start", "The last day is before the first day.")
                .next("Change one of the two dates."));
        }
        if self.manager == Some(self.id) {
            return Err(Refusal::new("person.own_manager", "Nobody can be their own manager.")
                .next("Choose another manager."));
        }
        for skill in &self.skills {
            if skill.name.trim().is_empty() || !(1..=5).contains(&skill.level) {
                return Err(Refusal::new("person.skill", "A skill needs a name and a level from 1 to 5.")
                    .next("Fill in both, or take the skill away."));
            }
        }
        Ok(())
    }

    /// Whether the person has left by `day`.
    pub fn has_left_by(&self, day: NaiveDate) -> bool {
        self.left_on.is_some_and(|left| left < day)
    }

    /// Whole months with the organisation on `day`; none before the first day or when it is unknown.
    pub fn months_with_us(&self, day: NaiveDate) -> Option<u32> {
        let start = self.started_on?;
        let end = self.left_on.map_or(day, |left| left.min(day));
        let whole = end.years_since(start)?;
        let anniversary = start.checked_add_months(chrono::Months::new(whole * 12))?;
        let mut months = 0;
        while anniversary.checked_add_months(chrono::Months::new(months + 1)).is_some_and(|next| next <= end)
        {
            months += 1;
        }
        Some(whole * 12 + months)
    }
}

#[cfg(test)]
mod tests;
