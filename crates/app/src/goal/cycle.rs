//! The goals of a cycle: as they were on its first day, and what became of them.

use chrono::NaiveDate;
use domain::cycle::Cycle;
use domain::goal::{Goal, GoalState, Wording, WordingReason};
use domain::person::Person;
use domain::{PersonId, WordingId};
use serde::{Deserialize, Serialize};
use store::noun::goal;

use super::line::{EntryLine, GoalLine, WordingLine};
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};
use crate::settings::Settings;
use crate::stamp::Day;

/// What the deed is called that keeps the goals on the first day of a cycle.
const DEED: &str = "goal.begin_cycle";

/// Compares somebody's goals of a cycle: as they were at its beginning, and now.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct CycleOf {
    /// Whose.
    pub person: PersonId,
    /// A day of the cycle; today when absent.
    pub on: Option<Day>,
}

/// The goals of a cycle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CyclePage {
    /// What the cycle is called.
    pub cycle: String,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// The goals that were open at any moment of it.
    pub goals: Vec<ThenAndNow>,
}

/// One goal, then and now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ThenAndNow {
    /// As it was when the cycle began, or when work on it began within the cycle; none while it has not begun.
    pub then: Option<WordingLine>,
    /// As it is.
    pub now: GoalLine,
    /// Whether it was worded otherwise.
    pub is_reworded: bool,
    /// What was written down about it within the cycle: progress and obstacles, oldest first.
    pub story: Vec<EntryLine>,
}

impl OpenCall for CycleOf {
    type Reply = CyclePage;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (read, today) = (desk.read(), desk.today());
        let _moment = store::noun::one_moment(read)?;
        need::<Person>(read, self.person)?;
        let month = Settings::read(read)?.cycle_month;
        let cycle = Cycle::holding(self.on.map_or(today, |day| day.0), month);
        let within = |day: NaiveDate| cycle.from <= day && day <= cycle.to;
        let mut goals = Vec::new();
        for line in goal::lines(read, Some(self.person), false)? {
            let of = line.goal.clone();
            let has_begun = of.starts_on.or(of.endorsed_on).is_none_or(|day| day <= cycle.to);
            let is_over = of.ended_on.is_some_and(|day| day < cycle.from);
            if !has_begun || is_over {
                continue;
            }
            let then = first_words(goal::wordings(read, of.id)?, &of, &cycle);
            let story = goal::story(read, of.id)?.into_iter().filter(|entry| within(entry.on));
            goals.push(ThenAndNow {
                is_reworded: then.as_ref().is_some_and(|then| !is_worded_as(then, &of)),
                then: then.map(WordingLine::from),
                story: story.map(EntryLine::from).collect(),
                now: GoalLine::on(line, today),
            });
        }
        Ok(CyclePage { cycle: cycle.name(), from: Day(cycle.from), to: Day(cycle.to), goals })
    }
}

/// The words of a goal when the cycle began: what was kept on its first day or since; where nothing was, nothing has
/// changed since it was agreed, and the words are those of now.
fn first_words(wordings: Vec<Wording>, goal: &Goal, cycle: &Cycle) -> Option<Wording> {
    let kept = wordings.into_iter().find(|kept| kept.on >= cycle.from);
    let is_agreed = goal.state != GoalState::Proposed && goal.state != GoalState::Endorsed;
    kept.or_else(|| {
        let id = WordingId::from(goal.id.record());
        is_agreed.then(|| Wording::of(id, goal, WordingReason::Cycle, "", cycle.from))
    })
}

fn is_worded_as(kept: &Wording, goal: &Goal) -> bool {
    let now = Wording::of(kept.id, goal, kept.reason, &kept.because, kept.on);
    now == Wording { state: now.state, ..kept.clone() }
}

/// Keeps the words of every running goal once a cycle, on its first day or the first day after it that the vault is open.
///
/// # Errors
/// When the vault cannot be read or written.
pub(crate) fn begin(desk: &mut OpenDesk) -> Result<(), Fault> {
    let today = desk.today();
    let cycle = Cycle::holding(today, Settings::read(desk.read())?.cycle_month);
    // A goal that began within the cycle has its first words already.
    let goals = goal::without_wording_since(desk.read(), cycle.from)?;
    if goals.is_empty() {
        return Ok(());
    }
    desk.deed(DEED, |deed| {
        for goal in &goals {
            deed.put(&Wording::of(WordingId::make(), goal, WordingReason::Cycle, "", today))?;
        }
        Ok(())
    })?;
    Ok(())
}
