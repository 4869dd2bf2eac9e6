//! What a plan intends: who joins, who is promoted, where heads are taken away, and the work ahead.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Month, StaffKind};
use crate::{InitiativeId, Refusal, RequisitionId, StaffRowId, text};

/// The most people one requisition may ask for.
pub const MOST_AT_ONCE: u32 = 1000;

/// How somebody joins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RequisitionKind {
    /// A hire from outside.
    #[default]
    Hire,
    /// A contractor.
    Contract,
    /// An intern.
    Intern,
    /// Somebody who comes from another part of the house: trained, and not interviewed.
    Transfer,
}

impl RequisitionKind {
    /// How somebody who joins so works here.
    pub fn staff(self) -> StaffKind {
        match self {
            Self::Hire | Self::Transfer => StaffKind::Employee,
            Self::Contract => StaffKind::Contractor,
            Self::Intern => StaffKind::Intern,
        }
    }

    /// Whether candidates are interviewed.
    pub fn is_recruited(self) -> bool {
        self != Self::Transfer
    }
}

/// A planned joining of one or more people of one role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Requisition {
    /// Which.
    pub id: RequisitionId,
    /// The role they will fill.
    pub role: String,
    /// The level asked for. It is said, and no level is worth more than another.
    pub level: String,
    /// The skill asked for.
    pub skill: String,
    /// Where.
    pub site: String,
    /// The month in which they are meant to start.
    pub start: Month,
    /// The first month without them, for contracts and internships that end.
    pub until: Option<Month>,
    /// How many.
    pub count: u32,
    /// How they join.
    pub kind: RequisitionKind,
    /// The challenge and the way to grow that can be offered.
    pub growth_path: String,
    /// Who looks after them. The mentor's role gives the hours for interviews, guidance and training; with none, their
    /// own role does.
    pub mentor: Option<StaffRowId>,
}

/// What a requisition can do without, but better not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RequisitionWarning {
    /// It offers no way to grow.
    NoGrowthPath,
    /// Nobody would look after whoever joins.
    NoMentor,
}

impl Requisition {
    /// A requisition for hires of a role, with nothing more said.
    pub fn new(id: RequisitionId, role: &str, start: Month, count: u32) -> Self {
        Self {
            id,
            role: role.to_owned(),
            level: String::new(),
            skill: String::new(),
            site: String::new(),
            start,
            until: None,
            count,
            kind: RequisitionKind::Hire,
            growth_path: String::new(),
            mentor: None,
        }
    }

    /// What is missing that hiring should not go without.
    pub fn warnings(&self) -> Vec<RequisitionWarning> {
        let mut found = Vec::new();
        if self.growth_path.trim().is_empty() {
            found.push(RequisitionWarning::NoGrowthPath);
        }
        if self.mentor.is_none() {
            found.push(RequisitionWarning::NoMentor);
        }
        found
    }

    /// Whether the requisition may be kept as it stands, in a plan that starts in `starts`.
    ///
    /// # Errors
    /// Refuses one without a role, a start before the plan's, an end that is not after the start, and a count outside 1
    /// to [`MOST_AT_ONCE`].
    pub fn check(&self, starts: Month) -> Result<(), Refusal> {
        for (field, line) in
            [("role", &self.role), ("level", &self.level), ("skill", &self.skill), ("site", &self.site)]
        {
            text::check_line(field, line)?;
        }
        text::check_text(&self.growth_path)?;
        if self.role.trim().is_empty() {
            return Err(Refusal::new("headcount.no_role", "This requisition has no role.")
                .next("Say which role is to be filled."));
        }
        if self.start < starts {
            return Err(Refusal::new("headcount.start_past", "Somebody would start before the plan does.")
                .next("Choose a month of the plan, or add them to the people there are."));
        }
        if self.until.is_some_and(|until| until <= self.start) {
            return Err(Refusal::new("headcount.until", "This would end before it begins.")
                .next("Choose a later month for its end."));
        }
        if !(1..=MOST_AT_ONCE).contains(&self.count) {
            return Err(Refusal::new(
                "headcount.count",
                format!("One requisition is for 1 to {MOST_AT_ONCE} people."),
            )
            .next("Split it, or take it out."));
        }
        Ok(())
    }
}

/// How many people of each level are asked for to start by a month and are not meant to be gone by then, in the order of the
/// levels' names. Beside [`super::level_mix`] it shows the levels then; neither says that one level is worth more.
pub fn levels_asked(requisitions: &[Requisition], at: Month) -> BTreeMap<&str, u32> {
    let mut levels = BTreeMap::new();
    for one in requisitions.iter().filter(|one| one.start <= at && one.until.is_none_or(|until| until > at)) {
        *levels.entry(one.level.as_str()).or_default() += one.count;
    }
    levels
}

/// That somebody of the people there are becomes a lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Promotion {
    /// Who.
    pub row: StaffRowId,
    /// The first month as a lead.
    pub month: Month,
    /// The month in which the backfill starts; none where nobody takes over.
    pub backfill: Option<Month>,
    /// The role of the backfill, often a more junior one; none for the same role.
    pub backfill_role: Option<String>,
}

impl Promotion {
    /// A promotion with a backfill of the same role in the same month.
    pub fn new(row: StaffRowId, month: Month) -> Self {
        Self { row, month, backfill: Some(month), backfill_role: None }
    }
}

/// That a role gets smaller by plan, beyond what attrition does. Contraction is as much a plan as growth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Reduction {
    /// Which role.
    pub role: String,
    /// The first month with fewer.
    pub month: Month,
    /// By how many FTE.
    pub fte: f64,
}

/// How many heads a role is meant to have in a month: more than now, as many, or fewer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Target {
    /// Which role.
    pub role: String,
    /// When.
    pub month: Month,
    /// How many heads.
    pub heads: f64,
}

/// What an initiative takes of one role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Need {
    /// Which role.
    pub role: String,
    /// How many FTE, in each month that it lasts.
    pub fte: f64,
}

/// One big piece of work ahead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Initiative {
    /// Which.
    pub id: InitiativeId,
    /// What it is called.
    pub name: String,
    /// Its first month.
    pub from: Month,
    /// Its last month.
    pub to: Month,
    /// What it takes.
    pub needs: Vec<Need>,
}

/// The work that never ends, of one role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RunLoad {
    /// Which role.
    pub role: String,
    /// Hours a month now.
    pub hours: f64,
    /// How many of them are toil.
    pub toil_hours: f64,
    /// How many of them belong elsewhere. They may be toil as well.
    pub elsewhere_hours: f64,
}

#[cfg(test)]
mod tests {
    use super::super::month::month;
    use super::*;

    #[test]
    fn f16_a_requisition_without_growth_or_mentor_is_warned_about_and_kept() {
        let bare = Requisition::new(RequisitionId::make(), "Storage engineer", month("2027-01"), 1);
        assert_eq!(bare.warnings(), [RequisitionWarning::NoGrowthPath, RequisitionWarning::NoMentor]);
        assert_eq!(bare.check(month("2026-11")), Ok(()));
        let kind = Requisition {
            growth_path: "Owns replication in a year".into(),
            mentor: Some(StaffRowId::make()),
            ..bare
        };
        assert_eq!(kind.warnings(), []);
    }

    #[test]
    fn f17_the_levels_asked_for_are_said_and_not_ranked() {
        let asked = |level: &str, start: &str, until: Option<&str>, count| Requisition {
            level: level.into(),
            until: until.map(month),
            ..Requisition::new(RequisitionId::make(), "Storage engineer", month(start), count)
        };
        let all = [
            asked("senior", "2027-01", None, 1),
            asked("junior", "2027-01", None, 3),
            asked("junior", "2027-03", Some("2027-06"), 2),
            asked("", "2027-04", None, 1),
        ];
        for (at, levels) in [
            ("2026-12", &[][..]),
            ("2027-02", &[("junior", 3), ("senior", 1)]),
            ("2027-05", &[("", 1), ("junior", 5), ("senior", 1)]),
            ("2027-06", &[("", 1), ("junior", 3), ("senior", 1)]),
        ] {
            let found: Vec<_> = levels_asked(&all, month(at)).into_iter().collect();
            assert_eq!(found, levels, "{at}");
        }
    }

    #[test]
    fn a_requisition_is_refused_by_its_rule() {
        let base = Requisition::new(RequisitionId::make(), "Storage engineer", month("2027-01"), 1);
        for (requisition, rule) in [
            (Requisition { role: String::new(), ..base.clone() }, "headcount.no_role"),
            (Requisition { start: month("2026-10"), ..base.clone() }, "headcount.start_past"),
            (Requisition { until: Some(month("2027-01")), ..base.clone() }, "headcount.until"),
            (Requisition { count: 0, ..base.clone() }, "headcount.count"),
            (Requisition { count: 1001, ..base.clone() }, "headcount.count"),
        ] {
            assert_eq!(requisition.check(month("2026-11")).expect_err(rule).rule, rule);
        }
    }
}
