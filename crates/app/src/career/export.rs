//! A development plan as a file: what somebody wants to learn and where they would like to go.

use std::path::PathBuf;

use domain::PersonId;
use domain::career::WishKind;
use domain::person::Person;
use paper::development::{DevelopmentPlan, GrowthGoal, RoleExploration};
use serde::Deserialize;
use store::noun::{career, goal};

use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};
use crate::goal::GoalLine;
use crate::leaving::{Form, SheetSize};
use crate::reply::SavedFile;
use crate::review::in_a_word;
use crate::words;

/// Writes the development plan of a person as PDF or Markdown: growth goals that are open, wishes for one, three and five
/// years, and roles to try out.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct ExportPlan {
    /// Whose.
    pub person: PersonId,
    /// What it is printed on.
    pub size: Option<SheetSize>,
    /// Where to: a name that ends in `.pdf` or `.md`.
    #[cfg_attr(test, ts(skip))]
    pub file: PathBuf,
}

impl OpenCall for ExportPlan {
    type Reply = SavedFile;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let form = Form::of(&self.file)?;
        let plan = plan_of(desk, self.person)?;
        form.write(&self.file, &[plan], self.size)
    }
}

fn plan_of(desk: &OpenDesk, person: PersonId) -> Result<DevelopmentPlan, Fault> {
    let (read, today) = (desk.read(), desk.today());
    let _moment = store::noun::one_moment(read)?;
    let of: Person = need(read, person)?;
    let wishes = career::wishes(read, person)?;
    // The newest of a kind is what somebody wants now.
    let wish = |kind: WishKind| {
        let newest = wishes.iter().filter(|wish| wish.kind == kind).max_by_key(|wish| (wish.on, wish.id));
        newest.map(|wish| wish.text.clone()).unwrap_or_default()
    };
    let goals = goal::lines(read, Some(person), true)?
        .into_iter()
        .filter(|line| line.goal.is_growth)
        .map(|line| GoalLine::on(line, today))
        .map(|goal| GrowthGoal {
            title: goal.title,
            state: in_a_word(goal.state).to_owned(),
            due: goal.due.map(|day| day.0),
            next_step: words::first_line(&goal.text).to_owned(),
        });
    let explorations = career::explorations(read, person)?.into_iter().map(|tried| RoleExploration {
        role: tried.role,
        why: tried.why,
        next_step: tried.next_step,
        contact: tried.contact,
        outcome: tried.outcome,
    });
    Ok(DevelopmentPlan {
        person_role: of.role_and_team(),
        person: of.name.clone(),
        manager: desk.owner()?.name,
        on: today,
        language: "en".to_owned(),
        goals: goals.collect(),
        in_one_year: wish(WishKind::OneYear),
        in_three_years: wish(WishKind::ThreeYears),
        in_five_years: wish(WishKind::FiveYears),
        explorations: explorations.collect(),
    })
}
