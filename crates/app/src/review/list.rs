//! The reviews of one person, or of everybody.

use std::collections::HashMap;

use domain::review::{ReviewCycle, ReviewState, ReviewText};
use domain::{PersonId, ReviewId};
use serde::{Deserialize, Serialize};
use store::noun::review;

use super::get::words;
use super::line::{BalanceLine, ReviewNext, cycle_named, of_text};
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;
use crate::workplace::Workplace;

/// Lists reviews.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// About whom; about everybody when absent.
    pub person: Option<PersonId>,
    /// Only of this cycle.
    pub cycle: Option<String>,
    /// At most so many, the newest cycles first; all when absent.
    pub limit: Option<u32>,
}

/// A review, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReviewLine {
    /// Which review.
    pub id: ReviewId,
    /// About whom.
    pub person: PersonId,
    /// About whom, by name.
    pub person_name: String,
    /// Which cycle.
    pub cycle: String,
    /// How many words it has.
    pub words: u32,
    /// Where it stands.
    pub state: ReviewState,
    /// What is next.
    pub next: ReviewNext,
    /// How even it is.
    pub balance: BalanceLine,
}

impl OpenCall for List {
    type Reply = Vec<ReviewLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (read, today) = (desk.read(), desk.today());
        let _moment = store::noun::one_moment(read)?;
        let lines = match &self.cycle {
            Some(cycle) => review::lines_of_cycle(read, cycle)?,
            None => review::lines(read, self.person, self.limit)?,
        };
        let lines =
            lines.into_iter().filter(|line| self.person.is_none_or(|person| line.review.person == person));
        let most = self.limit.map_or(usize::MAX, |limit| limit as usize);
        lines_on(desk, lines.take(most), today)
    }
}

/// Reviews as lists show them.
pub(crate) fn lines_on(
    desk: &OpenDesk,
    lines: impl IntoIterator<Item = review::ReviewLine>,
    today: chrono::NaiveDate,
) -> Result<Vec<ReviewLine>, Fault> {
    let read = desk.read();
    let zone = Workplace::read(desk)?.zone;
    let mut cycles: HashMap<String, ReviewCycle> = HashMap::new();
    let mut shown = Vec::new();
    for line in lines {
        let of = line.review;
        if !cycles.contains_key(&of.cycle) {
            cycles.insert(of.cycle.clone(), cycle_named(read, &of.cycle, today)?.0);
        }
        let Some(cycle) = cycles.get(&of.cycle) else { continue };
        let points = of_text(&review::points(read, of.id)?, ReviewText::Review);
        let own = review::self_review(read, of.id)?.map(|own| own.state);
        shown.push(ReviewLine {
            next: ReviewNext::of(&of, own, cycle, today, &zone),
            words: words(&of, &points),
            balance: BalanceLine::of(&points),
            id: of.id,
            person: of.person,
            person_name: line.person_name,
            cycle: of.cycle,
            state: of.state,
        });
    }
    Ok(shown)
}

/// A step is named so many days before it is to be done.
const STEP_AHEAD_DAYS: i64 = 14;
/// A talk is named so many days ahead.
const TALK_AHEAD_DAYS: i64 = 7;
/// A cycle is looked at for so many days after the last of its own days.
const CYCLE_OVER_DAYS: u64 = 180;

/// What is next in the reviews: steps that are to be taken soon or are late, and talks that come. Only cycles that were given
/// dates are looked at: the drafts of years past wait for nobody.
pub(crate) fn coming(desk: &OpenDesk, today: chrono::NaiveDate) -> Result<Vec<ReviewLine>, Fault> {
    let read = desk.read();
    let mut all = Vec::new();
    for cycle in review::cycles(read)? {
        let days = [cycle.self_review_by, cycle.share_by, cycle.discuss_by, cycle.sign_by];
        let last = days.into_iter().flatten().chain([cycle.until]).max().unwrap_or(cycle.until);
        if last + chrono::Days::new(CYCLE_OVER_DAYS) < today {
            continue;
        }
        let open = review::lines_of_cycle(read, &cycle.name)?.into_iter();
        all.extend(open.filter(|line| line.review.state != ReviewState::Closed));
    }
    let within = |day: chrono::NaiveDate, days: i64| (day - today).num_days() <= days;
    let mut soon: Vec<ReviewLine> = lines_on(desk, all, today)?
        .into_iter()
        .filter(|line| {
            let next = &line.next;
            next.by.is_some_and(|by| within(by.0, STEP_AHEAD_DAYS))
                || next.talk_at.is_some_and(|at| within(at.0.date(), TALK_AHEAD_DAYS))
        })
        .collect();
    soon.sort_by_key(|line| {
        let day = line.next.talk_at.map(|at| at.0.date()).or(line.next.by.map(|by| by.0));
        (day, line.person_name.clone(), line.id)
    });
    Ok(soon)
}
