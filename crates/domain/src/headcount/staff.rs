//! The people of a plan, a row each, and what a row may say.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::Month;
use crate::person::Skill;
use crate::{PersonId, Refusal, StaffRowId, text};

/// How somebody works here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StaffKind {
    /// Employed without an end.
    #[default]
    Employee,
    /// For a contract.
    Contractor,
    /// For an internship.
    Intern,
}

/// That somebody is likely to leave. Where the thought comes from is never part of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Leaving {
    /// The first month without them.
    pub month: Month,
    /// How likely it is, as a share: 1 is certain.
    pub confidence: f64,
}

/// One person of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StaffRow {
    /// Which row. Names are not unique and identify nobody.
    pub id: StaffRowId,
    /// Who it is, where they stand in the roster.
    pub person: Option<PersonId>,
    /// Their number within the plan, given once; what they are called where they are not named.
    pub number: u32,
    /// Their name.
    pub name: String,
    /// Whether they agreed that the plan names them and their path.
    pub may_be_named: bool,
    /// Their level, such as `senior`. Levels have no order here.
    pub level: String,
    /// Their role: what forecasts count by, such as `Network engineer, senior`.
    pub role: String,
    /// Where they work; empty where that does not matter.
    pub site: String,
    /// What they know.
    pub skills: Vec<Skill>,
    /// How they work here.
    pub kind: StaffKind,
    /// The share of full time they work, above 0 up to 1.
    pub fte: f64,
    /// The first month with them.
    pub starts: Month,
    /// That they are likely to leave. With none, an employee leaves as the plan's attrition says.
    pub leaves_by: Option<Leaving>,
    /// The row of their manager.
    pub manager: Option<StaffRowId>,
    /// Whether they lead now, and give up output for it.
    pub is_lead: bool,
    /// Their likely next role. Only with their consent.
    pub next_role: Option<String>,
}

impl StaffRow {
    /// A row of an employee who works full time, is not named, and of whom nothing else is known.
    pub fn new(id: StaffRowId, number: u32, name: &str, role: &str, level: &str, starts: Month) -> Self {
        Self {
            id,
            person: None,
            number,
            name: name.to_owned(),
            may_be_named: false,
            level: level.to_owned(),
            role: role.to_owned(),
            site: String::new(),
            skills: Vec::new(),
            kind: StaffKind::Employee,
            fte: 1.0,
            starts,
            leaves_by: None,
            manager: None,
            is_lead: false,
            next_role: None,
        }
    }

    /// What the plan calls them: their name where they agreed, `Person 7` otherwise.
    pub fn shown_name(&self) -> Cow<'_, str> {
        if self.may_be_named {
            Cow::Borrowed(&self.name)
        } else {
            Cow::Owned(format!("Person {}", self.number))
        }
    }

    /// Whether the row may be kept as it stands.
    ///
    /// # Errors
    /// Refuses a row without a role, a share of full time or a confidence that is no share, a skill outside 1 to 5, a
    /// leaver before the start, somebody who manages themselves, and a next role without consent.
    pub fn check(&self) -> Result<(), Refusal> {
        for (field, line) in
            [("name", &self.name), ("level", &self.level), ("role", &self.role), ("site", &self.site)]
        {
            text::check_line(field, line)?;
        }
        let no = |rule, sentence: &str, next: &str| Err(Refusal::new(rule, sentence).next(next));
        if self.role.trim().is_empty() {
            return no("headcount.no_role", "This person has no role.", "Say which role they fill now.");
        }
        if !(self.fte > 0.0 && self.fte <= 1.0) {
            return no(
                "headcount.fte",
                "The share of full time is above 0 and at most 1.",
                "Write 1 for full time and 0.5 for half of it.",
            );
        }
        for skill in &self.skills {
            text::check_line("skill", &skill.name)?;
            if skill.name.trim().is_empty() || !(1..=5).contains(&skill.level) {
                return no(
                    "headcount.skill_level",
                    "A skill has a name and a level from 1 to 5.",
                    "Choose 1 for a beginning, 5 for what others learn from.",
                );
            }
        }
        if let Some(leaving) = self.leaves_by {
            if leaving.month < self.starts {
                return no(
                    "headcount.leaves_before_start",
                    "Somebody would leave before they start.",
                    "Check both months.",
                );
            }
            if !(0.0..=1.0).contains(&leaving.confidence) {
                return no(
                    "headcount.confidence",
                    "A confidence is a share from 0 to 1.",
                    "Write 0.5 for as likely as not.",
                );
            }
        }
        if self.manager == Some(self.id) {
            return no(
                "headcount.circular",
                "Somebody would report to themselves.",
                "Choose another manager, or none.",
            );
        }
        if self.next_role.is_some() && !self.may_be_named {
            return no(
                "headcount.no_consent",
                "A likely next role enters a plan only with the person’s consent.",
                "Ask them first, or leave it out.",
            );
        }
        Ok(())
    }
}

/// Whether the people of a plan fit together. Two people of one name do.
///
/// # Errors
/// Refuses the first row that [`StaffRow::check`] refuses, a row or number that stands twice, a manager who has no row,
/// and reporting lines that come back to where they began, naming those in the circle as the plan shows them.
pub fn check_staff(rows: &[StaffRow]) -> Result<(), Refusal> {
    let mut places = HashMap::with_capacity(rows.len());
    let mut numbers = HashMap::with_capacity(rows.len());
    for (place, row) in rows.iter().enumerate() {
        row.check()?;
        if places.insert(row.id, place).is_some() || numbers.insert(row.number, place).is_some() {
            return Err(Refusal::new("headcount.row_twice", "One person stands in the plan twice.")
                .next("Take one of the two rows out."));
        }
    }
    let mut managers = Vec::with_capacity(rows.len());
    for row in rows {
        let place = row.manager.map(|manager| places.get(&manager).copied());
        if place == Some(None) {
            return Err(Refusal::new("headcount.no_manager", "A manager is not in the plan.")
                .next("Add them, or leave the manager empty."));
        }
        managers.push(place.flatten());
    }
    match circle(&managers) {
        None => Ok(()),
        Some(circle) => {
            let names: Vec<_> = circle.iter().map(|&place| rows[place].shown_name()).collect();
            Err(Refusal::new(
                "headcount.circular",
                format!("These people report to each other in a circle: {}.", names.join(", ")),
            )
            .next("Give one of them another manager, or none."))
        }
    }
}

/// The first circle of reporting lines, in the order they report.
fn circle(managers: &[Option<usize>]) -> Option<Vec<usize>> {
    // 0 is not seen, otherwise the walk that saw it: a row of this very walk closes a circle.
    let mut seen_in = vec![0_usize; managers.len()];
    for start in 0..managers.len() {
        let walk = start + 1;
        let mut at = start;
        while seen_in[at] == 0 {
            seen_in[at] = walk;
            match managers[at] {
                Some(manager) => at = manager,
                None => break,
            }
        }
        if seen_in[at] == walk && managers[at].is_some() {
            let mut found = vec![at];
            let mut next = managers[at];
            while let Some(place) = next.filter(|&place| place != at) {
                found.push(place);
                next = managers[place];
            }
            return Some(found);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::month::month;
    use super::*;

    fn row(number: u32) -> StaffRow {
        let name = format!("N{number}");
        StaffRow::new(StaffRowId::make(), number, &name, "Storage engineer", "senior", month("2024-01"))
    }

    #[test]
    fn a_row_is_refused_by_its_rule() {
        let leaves = |text, confidence| Some(Leaving { month: month(text), confidence });
        let skill = |level| vec![Skill { name: "Storage".into(), level }];
        let base = row(1);
        for (row, rule) in [
            (base.clone(), ""),
            (StaffRow { role: " ".into(), ..base.clone() }, "headcount.no_role"),
            (StaffRow { fte: 0.0, ..base.clone() }, "headcount.fte"),
            (StaffRow { fte: f64::NAN, ..base.clone() }, "headcount.fte"),
            (StaffRow { skills: skill(0), ..base.clone() }, "headcount.skill_level"),
            (StaffRow { skills: skill(6), ..base.clone() }, "headcount.skill_level"),
            (StaffRow { skills: skill(5), ..base.clone() }, ""),
            (StaffRow { leaves_by: leaves("2023-12", 1.0), ..base.clone() }, "headcount.leaves_before_start"),
            (StaffRow { leaves_by: leaves("2024-01", 1.0), ..base.clone() }, ""),
            (StaffRow { leaves_by: leaves("2027-01", 1.1), ..base.clone() }, "headcount.confidence"),
            (StaffRow { manager: Some(base.id), ..base.clone() }, "headcount.circular"),
            (StaffRow { next_role: Some("Lead".into()), ..base.clone() }, "headcount.no_consent"),
            (StaffRow { next_role: Some("Lead".into()), may_be_named: true, ..base.clone() }, ""),
        ] {
            assert_eq!(row.check().err().map_or("", |refusal| refusal.rule), rule, "{row:?}");
        }
    }

    #[test]
    fn f_r2_who_did_not_agree_has_a_number_and_no_name() {
        let quiet = row(7);
        assert_eq!(quiet.shown_name(), "Person 7");
        assert_eq!(StaffRow { may_be_named: true, ..quiet }.shown_name(), "N7");
    }

    #[test]
    fn reporting_lines_that_come_back_are_refused_by_name() {
        let mut rows: Vec<StaffRow> = (1..=5).map(row).collect();
        rows[1].name = rows[0].name.clone();
        assert_eq!(check_staff(&rows), Ok(()), "two people of one name");
        let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
        for (at, manager) in [(0, 1), (1, 2), (2, 3)] {
            rows[at].manager = Some(ids[manager]);
        }
        rows[2].may_be_named = true;
        assert_eq!(check_staff(&rows), Ok(()), "a line that ends");
        rows[3].manager = Some(ids[1]);
        let refusal = check_staff(&rows).expect_err("a circle");
        assert_eq!(
            (refusal.rule, refusal.sentence.as_str()),
            ("headcount.circular", "These people report to each other in a circle: Person 2, N3, Person 4.")
        );
        rows[3].manager = Some(StaffRowId::make());
        assert_eq!(check_staff(&rows).expect_err("a stranger").rule, "headcount.no_manager");
        rows[3].manager = None;
        rows[4].number = 1;
        assert_eq!(check_staff(&rows).expect_err("a number twice").rule, "headcount.row_twice");
        assert_eq!(check_staff(&[]), Ok(()), "nobody");
    }
}
