//! Who needs a thought today: people without goals, a folder that has gone quiet, goals and talks that wait for a look.

use chrono::NaiveDate;
use domain::cycle::Cycle;
use domain::folder::{LookBack, NUDGE_AFTER_DAYS, RAISE_WITHIN_DAYS};
use domain::{PersonId, person::Person};
use serde::Serialize;
use store::noun::{Reading, career, get, goal, note};

use crate::Fault;
use crate::goal::GoalLine;
use crate::person::PersonLine;
use crate::settings::Settings;

/// Why somebody needs a thought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CareKind {
    /// Constructive notes wait to be talked about for two weeks or more.
    NotesWait,
    /// Goals are to be looked at.
    GoalsDue,
    /// No goal is being worked on.
    NoGoals,
    /// Goals are there, and nothing among them is growth.
    NoGrowth,
    /// No note for thirty days or more.
    QuietFolder,
    /// Praise was not said for two weeks or more: as timely as the rest, and the last to be named.
    PraiseWaits,
}

/// One thing that somebody needs a thought for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Care {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub person_name: String,
    /// Why.
    pub kind: CareKind,
    /// For how many days, for notes and praise that wait and a quiet folder; how many goals, for goals to be looked at; else 0.
    pub count: u32,
}

/// What the direct reports need a thought for, the most urgent kind first, then by name.
pub(super) fn of_reports(
    read: &Reading,
    today: NaiveDate,
    reports: &[PersonLine],
) -> Result<Vec<Care>, Fault> {
    let cycle = Cycle::holding(today, Settings::read(read)?.cycle_month);
    let active = goal::active(read)?;
    let mut all = Vec::new();
    for report in reports {
        let mut care = |kind, count: u64| {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            all.push(Care { person: report.id, person_name: report.name.clone(), kind, count });
        };
        let at_work = active.get(&report.id).copied().unwrap_or_default();
        if at_work.goals == 0 {
            care(CareKind::NoGoals, 0);
        } else if at_work.growth == 0 && !explores(read, report.id)? {
            care(CareKind::NoGrowth, 0);
        }
        let goals = goal::lines(read, Some(report.id), true)?;
        let due =
            goals.into_iter().filter(|line| GoalLine::on(line.clone(), today).is_due_for_review).count();
        if due > 0 {
            care(CareKind::GoalsDue, due as u64);
        }
        let marks = note::marks(read, report.id, cycle.from, cycle.to)?;
        let there_since = get::<Person>(read, report.id)?.and_then(|person| person.started_on);
        let seen = LookBack::on(cycle, &marks, there_since, today);
        let days = |days: Option<i64>, from: i64| days.filter(|days| *days >= from).map(i64::unsigned_abs);
        if let Some(days) = days(seen.oldest_waiting_days, RAISE_WITHIN_DAYS) {
            care(CareKind::NotesWait, days);
        }
        if let Some(days) = days(seen.quiet_days, NUDGE_AFTER_DAYS) {
            care(CareKind::QuietFolder, days);
        }
        if let Some(days) = days(seen.praise_waiting_days, RAISE_WITHIN_DAYS) {
            care(CareKind::PraiseWaits, days);
        }
    }
    all.sort_by(|a, b| (a.kind, &a.person_name, a.person).cmp(&(b.kind, &b.person_name, b.person)));
    Ok(all)
}

/// Whether somebody tries out a role: that is growth as well.
fn explores(read: &Reading, person: PersonId) -> Result<bool, Fault> {
    Ok(career::explorations(read, person)?.iter().any(|tried| tried.outcome.trim().is_empty()))
}
