//! A review's parts as they cross the door.

use chrono::NaiveDate;
use domain::balance::{Balance, Verdict};
use domain::folder::Polarity;
use domain::one_on_one::due::follow_up;
use domain::review::{
    Discussion, Look, Point, PointAuthor, Review, ReviewCycle, ReviewSection, ReviewStep, ReviewText,
    SelfReview, SelfReviewState,
};
use domain::workday::{WorkCalendar, Zone};
use domain::{PointId, ReviewCycleId};
use serde::Serialize;
use store::noun::Reading;

use crate::Fault;
use crate::settings::Settings;
use crate::stamp::{Day, WallTime};

/// One point of a review or of its self review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReviewPointLine {
    /// Which point.
    pub id: PointId,
    /// Where it stands.
    pub section: ReviewSection,
    /// Praise or to improve, as its section or its mark says; none for a plain paragraph.
    pub polarity: Option<Polarity>,
    /// It is about how somebody works with others.
    pub is_soft: bool,
    /// It is talked about together with the others of its kind.
    pub is_touchy: bool,
    /// The message in one line.
    pub message: String,
    /// The paragraph, Markdown with chips.
    pub text: String,
    /// How many words it has.
    pub words: u32,
    /// Who put it there.
    pub author: PointAuthor,
    /// What was asked because it was not clear.
    pub question: String,
    /// What was answered, Markdown.
    pub answer: String,
    /// Parked in the talk since then.
    pub is_parked: bool,
    /// What the two see differently.
    pub disagreement: String,
    /// The two have agreed on it.
    pub is_agreed: bool,
    /// Its text says that it is new.
    pub is_declared_new: bool,
}

impl From<Point> for ReviewPointLine {
    fn from(point: Point) -> Self {
        Self {
            polarity: point.polarity(),
            words: point.words(),
            is_declared_new: point.is_declared_new(),
            id: point.id,
            section: point.section,
            is_soft: point.is_soft,
            is_touchy: point.is_touchy,
            message: point.message,
            text: point.text,
            author: point.author,
            question: point.question,
            answer: point.answer,
            is_parked: point.is_parked,
            disagreement: point.disagreement,
            is_agreed: point.is_agreed,
        }
    }
}

/// The points of one of the two texts, in the order of reading.
pub(super) fn of_text(points: &[Point], of: ReviewText) -> Vec<Point> {
    points.iter().filter(|point| point.of == of).cloned().collect()
}

/// The cycle of a review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReviewCycleLine {
    /// Which cycle; none while nobody gave it dates.
    pub id: Option<ReviewCycleId>,
    /// What it is called.
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
}

impl ReviewCycleLine {
    pub(super) fn of(cycle: &ReviewCycle, is_kept: bool) -> Self {
        Self {
            id: is_kept.then_some(cycle.id),
            name: cycle.name.clone(),
            from: Day(cycle.from),
            until: Day(cycle.until),
            self_review_by: cycle.self_review_by.map(Day),
            share_by: cycle.share_by.map(Day),
            discuss_by: cycle.discuss_by.map(Day),
            sign_by: cycle.sign_by.map(Day),
        }
    }
}

/// The cycle of a name: as it was given dates, or as its name says.
pub(super) fn cycle_named(
    read: &Reading,
    name: &str,
    today: NaiveDate,
) -> Result<(ReviewCycle, bool), Fault> {
    Ok(match store::noun::review::cycle(read, name)? {
        Some(cycle) => (cycle, true),
        None => {
            let month = Settings::read(read)?.cycle_month;
            (ReviewCycle::named(ReviewCycleId::make(), name, today, month), false)
        }
    })
}

/// What is next for a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReviewNext {
    /// The step it stands at.
    pub step: ReviewStep,
    /// The day by which that step is to be done, where one was set.
    pub by: Option<Day>,
    /// That day is over.
    pub is_late: bool,
    /// The two are to talk, at this time on the owner's clock.
    pub talk_at: Option<WallTime>,
}

impl ReviewNext {
    pub(super) fn of(
        review: &Review,
        self_review: Option<SelfReviewState>,
        cycle: &ReviewCycle,
        today: NaiveDate,
        zone: &Zone,
    ) -> Self {
        let step = step_of(review, self_review);
        let times = &review.discussion;
        // Once the two have talked, the day by which they were to is met.
        let due = if times.held_at.is_some() { ReviewStep::Signed } else { step };
        let by = if review.closed_at.is_some() { None } else { cycle.next(due).map(|next| next.by) };
        let ahead = [
            times.planned_at.filter(|_| times.held_at.is_none()),
            times.second_at.filter(|_| times.has_open_second()),
        ];
        Self {
            step,
            by: by.map(Day),
            is_late: by.is_some_and(|by| by < today),
            talk_at: ahead.into_iter().flatten().next_back().map(|at| WallTime(zone.wall(at))),
        }
    }
}

/// The step a review stands at. Where nobody asked for a self review there is nothing to wait for.
pub(super) fn step_of(review: &Review, self_review: Option<SelfReviewState>) -> ReviewStep {
    review.state.step(self_review.is_none_or(|state| state == SelfReviewState::Taken))
}

/// The times around the talk about a review, on the owner's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReviewTimes {
    /// When the version that is talked about was shared.
    pub shared_at: Option<WallTime>,
    /// The earliest moment of the talk: a day after sharing.
    pub talk_from: Option<WallTime>,
    /// When the two talk.
    pub planned_at: Option<WallTime>,
    /// When they had talked.
    pub held_at: Option<WallTime>,
    /// Who wanted a second talk.
    pub second_wanted_by: Option<PointAuthor>,
    /// The earliest moment of a second talk, in working time; none before the first was held.
    pub second_from: Option<WallTime>,
    /// When the second talk is.
    pub second_at: Option<WallTime>,
    /// When they had talked again.
    pub second_held_at: Option<WallTime>,
    /// When the person accepted the review.
    pub accepted_at: Option<WallTime>,
    /// When it was closed.
    pub closed_at: Option<WallTime>,
}

impl ReviewTimes {
    pub(super) fn of(review: &Review, zone: &Zone, calendar: &WorkCalendar) -> Self {
        let on_the_wall = |at: Option<chrono::DateTime<chrono::Utc>>| at.map(|at| WallTime(zone.wall(at)));
        let Discussion { shared_at, planned_at, held_at, second_wanted_by, second_at, second_held_at } =
            review.discussion;
        let second_from =
            held_at.and_then(|held| follow_up(held, zone, calendar).between.first().map(|(from, _)| *from));
        Self {
            shared_at: on_the_wall(shared_at),
            talk_from: on_the_wall(shared_at.map(|at| at + domain::review::TIME_TO_READ)),
            planned_at: on_the_wall(planned_at),
            held_at: on_the_wall(held_at),
            second_wanted_by,
            second_from: on_the_wall(second_from),
            second_at: on_the_wall(second_at),
            second_held_at: on_the_wall(second_held_at),
            accepted_at: on_the_wall(review.accepted_at),
            closed_at: on_the_wall(review.closed_at),
        }
    }
}

/// A self review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SelfReviewLine {
    /// Where it stands.
    pub state: SelfReviewState,
    /// What was said when it was passed back last, Markdown.
    pub note: String,
    /// How often it was passed back.
    pub returns: u32,
    /// The day it was handed in last.
    pub handed_in_on: Option<Day>,
    /// Its points, in the order of reading.
    pub points: Vec<ReviewPointLine>,
    /// How many words it has.
    pub words: u32,
    /// How even it is.
    pub balance: BalanceLine,
    /// It has five sentences or fewer.
    pub is_short: bool,
    /// It names nothing to improve.
    pub is_all_glowing: bool,
}

impl SelfReviewLine {
    pub(super) fn of(own: SelfReview, points: Vec<Point>) -> Self {
        let Look { words, is_short, is_all_glowing, words_wanted: _ } = look_at(&points);
        Self {
            state: own.state,
            note: own.note,
            returns: own.returns,
            handed_in_on: own.handed_in_on.map(Day),
            balance: BalanceLine::of(&points),
            words,
            is_short,
            is_all_glowing,
            points: points.into_iter().map(ReviewPointLine::from).collect(),
        }
    }
}

/// What a self review says by its form.
pub(super) fn look_at(points: &[Point]) -> Look {
    let texts = points.iter().map(|point| domain::review::chip::without_chips(&point.text));
    Look::at(&texts.collect::<Vec<_>>().join("\n\n"), points)
}

/// How even a text is, by its points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BalanceLine {
    /// Points of praise.
    pub praise: u32,
    /// Points to improve.
    pub constructive: u32,
    /// The share of praise in percent; none without a point.
    pub percent: Option<u32>,
    /// What the share says.
    pub verdict: Verdict,
    /// How many points of praise are missing for 60 %.
    pub missing_praise: u32,
    /// How many points to improve are missing for 60 %.
    pub missing_constructive: u32,
}

impl BalanceLine {
    pub(super) fn of<'a>(points: impl IntoIterator<Item = &'a Point>) -> Self {
        let balance: Balance = domain::review::balance_of(points);
        Self {
            praise: balance.praise,
            constructive: balance.constructive,
            percent: balance.percent(),
            verdict: balance.verdict(),
            missing_praise: balance.missing_praise(),
            missing_constructive: balance.missing_constructive(),
        }
    }
}
