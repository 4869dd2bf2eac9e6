//! Cycles of reviews: begun for several people at once, and their dates.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use domain::person::Person;
use domain::review::{Review, ReviewCycle, ReviewStep, SelfReview};
use domain::{PersonId, ReviewCycleId, ReviewId, SelfReviewId};
use serde::{Deserialize, Serialize};
use store::noun::review;

use super::line::{ReviewCycleLine, cycle_named};
use super::list::{ReviewLine, lines_on};
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Made;
use crate::stamp::Day;

/// Gives a cycle its dates and begins a review for everybody who is named and has none in it. One deed.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct BeginCycle {
    /// What it is called, such as "2026".
    pub name: String,
    /// The first day it looks back on.
    pub from: Day,
    /// The last day it looks back on.
    pub until: Day,
    /// The day by which self reviews are in.
    pub self_review_by: Option<Day>,
    /// The day by which drafts are shared.
    pub share_by: Option<Day>,
    /// The day by which the two have talked.
    pub discuss_by: Option<Day>,
    /// The day by which both have signed.
    pub sign_by: Option<Day>,
    /// About whom; reviews that are there stay.
    pub people: Vec<PersonId>,
    /// Who writes them; the owner of the vault when absent.
    pub reviewer: Option<PersonId>,
    /// Whether a self review is asked for; it is when absent.
    pub with_self_review: Option<bool>,
}

impl OpenCall for BeginCycle {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let name = self.name.trim().to_owned();
        let done = desk.deed(Self::NAME, |deed| {
            let before = review::cycle(deed.read(), &name)?;
            let day = |day: Option<Day>| day.map(|day| day.0);
            let cycle = ReviewCycle {
                id: before.map_or_else(ReviewCycleId::make, |cycle| cycle.id),
                name: name.clone(),
                from: self.from.0,
                until: self.until.0,
                self_review_by: day(self.self_review_by),
                share_by: day(self.share_by),
                discuss_by: day(self.discuss_by),
                sign_by: day(self.sign_by),
            };
            cycle.check()?;
            deed.put(&cycle)?;
            let there: HashSet<PersonId> = review::lines_of_cycle(deed.read(), &name)?
                .into_iter()
                .map(|line| line.review.person)
                .collect();
            if let Some(reviewer) = self.reviewer {
                need::<Person>(deed.read(), reviewer)?;
            }
            for person in self.people.iter().filter(|person| !there.contains(person)) {
                need::<Person>(deed.read(), *person)?;
                let of = Review {
                    reviewer: self.reviewer,
                    ..Review::begun(ReviewId::make(), *person, name.clone())
                };
                of.check()?;
                deed.put(&of)?;
                if self.with_self_review != Some(false) {
                    deed.put(&SelfReview::begun(SelfReviewId::make(), of.id))?;
                }
            }
            Ok(cycle.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

/// Lists the cycles, the newest first, each with its reviews.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Cycles {}

/// A cycle and its reviews.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CycleOverview {
    /// The cycle.
    pub cycle: ReviewCycleLine,
    /// Its reviews, by name.
    pub reviews: Vec<ReviewLine>,
    /// How many stand at each step, in the order of the steps.
    pub steps: Vec<StepCount>,
}

/// How many reviews stand at a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct StepCount {
    /// The step.
    pub step: ReviewStep,
    /// How many.
    pub reviews: u32,
}

impl OpenCall for Cycles {
    type Reply = Vec<CycleOverview>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (read, today) = (desk.read(), desk.today());
        let _moment = store::noun::one_moment(read)?;
        let mut reviews: BTreeMap<String, Vec<ReviewLine>> = BTreeMap::new();
        for cycle in review::cycles(read)? {
            reviews.entry(cycle.name).or_default();
        }
        for line in lines_on(desk, review::lines(read, None, None)?, today)? {
            reviews.entry(line.cycle.clone()).or_default().push(line);
        }
        let mut shown: Vec<(NaiveDate, CycleOverview)> = Vec::new();
        for (name, reviews) in reviews {
            let (cycle, is_kept) = cycle_named(read, &name, today)?;
            let steps = STEPS.map(|step| StepCount {
                step,
                reviews: u32::try_from(reviews.iter().filter(|line| line.next.step == step).count())
                    .unwrap_or(u32::MAX),
            });
            let steps = steps.to_vec();
            shown.push((
                cycle.until,
                CycleOverview { cycle: ReviewCycleLine::of(&cycle, is_kept), reviews, steps },
            ));
        }
        shown.sort_by(|(one, a), (other, b)| other.cmp(one).then(b.cycle.name.cmp(&a.cycle.name)));
        Ok(shown.into_iter().map(|(_, cycle)| cycle).collect())
    }
}

const STEPS: [ReviewStep; 5] = [
    ReviewStep::SelfReview,
    ReviewStep::Draft,
    ReviewStep::TimeToRead,
    ReviewStep::Discussion,
    ReviewStep::Signed,
];
