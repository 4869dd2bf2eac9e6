//! A folder's cycle in figures.

use domain::PersonId;
use domain::balance::{Balance, Verdict};
use domain::cycle::Cycle;
use domain::folder::{self, NUDGE_AFTER_DAYS, RAISE_WITHIN_DAYS};
use domain::person::{Person, Relation};
use serde::{Deserialize, Serialize};
use store::noun::note;

use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};
use crate::settings::Settings;
use crate::stamp::Day;

/// Looks back on one cycle of somebody's folder: hints, and never a rule.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct LookBack {
    /// Whose folder.
    pub person: PersonId,
    /// A day of the cycle; today when absent.
    pub on: Option<Day>,
}

/// One cycle of a folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FolderCycle {
    /// What the cycle is called, such as `2026` or `2026/27`.
    pub name: String,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// Notes of praise.
    pub praise: u32,
    /// Notes to improve.
    pub constructive: u32,
    /// The share of praise in percent; none when nothing was kept.
    pub praise_percent: Option<u32>,
    /// What the share says.
    pub verdict: Verdict,
    /// The four quarters.
    pub quarters: Vec<FolderQuarter>,
    /// How much, in percent, happened in the last 60 days.
    pub recent_percent: u32,
    /// More than half of it did.
    pub is_mostly_recent: bool,
    /// Days since the newest note, once they are 30 or more.
    pub quiet_days: Option<i64>,
    /// Notes to improve that wait to be talked about. Those about the owner wait for nobody.
    pub waiting: u32,
    /// How many days the oldest has waited, once they are 14 or more.
    pub waiting_days: Option<i64>,
}

/// A quarter of a cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FolderQuarter {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// Notes of praise.
    pub praise: u32,
    /// Notes to improve.
    pub constructive: u32,
    /// It is over, the person was there, and nothing was kept.
    pub is_empty: bool,
}

impl OpenCall for LookBack {
    type Reply = FolderCycle;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (read, today) = (desk.read(), desk.today());
        let _moment = store::noun::one_moment(read)?;
        let person: Person = need(read, self.person)?;
        let cycle = Cycle::holding(self.on.map_or(today, |day| day.0), Settings::read(read)?.cycle_month);
        let marks = note::marks(read, person.id, cycle.from, cycle.to)?;
        let seen = folder::LookBack::on(cycle, &marks, person.started_on, today);
        let Balance { praise, constructive } = seen.balance;
        let waits = person.relation != Relation::Me;
        Ok(FolderCycle {
            name: cycle.name(),
            from: Day(cycle.from),
            to: Day(cycle.to),
            praise,
            constructive,
            praise_percent: seen.balance.percent(),
            verdict: seen.balance.verdict(),
            quarters: seen.quarters.iter().map(|quarter| FolderQuarter::of(*quarter)).collect(),
            recent_percent: seen.recent_percent,
            is_mostly_recent: seen.is_mostly_recent,
            quiet_days: seen.quiet_days.filter(|days| *days >= NUDGE_AFTER_DAYS),
            waiting: if waits { seen.waiting } else { 0 },
            waiting_days: seen.oldest_waiting_days.filter(|days| waits && *days >= RAISE_WITHIN_DAYS),
        })
    }
}

impl FolderQuarter {
    fn of(quarter: folder::Quarter) -> Self {
        Self {
            from: Day(quarter.from),
            to: Day(quarter.to),
            praise: quarter.balance.praise,
            constructive: quarter.balance.constructive,
            is_empty: quarter.is_empty,
        }
    }
}
