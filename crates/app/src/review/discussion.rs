//! Around the talk: sharing, time to read, the talk itself, a second one, accepting, closing.

use chrono::{DateTime, Utc};
use domain::folder::Polarity;
use domain::goal::{Goal, GoalState};
use domain::review::chip::without_chips;
use domain::review::{
    Discussion, Known, Point, PointAuthor, Review, ReviewState, ReviewText, ReviewVersion, VersionReason,
    accepted, check_ready,
};
use domain::workday::Zone;
use domain::{GoalId, PointId, Refusal, ReviewId, ReviewVersionId};
use serde::{Deserialize, Serialize};
use store::StoreFault;
use store::gate::Deed;
use store::noun::review;

use super::ground::Grounds;
use super::line::of_text;
use super::sheet;
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;
use crate::stamp::WallTime;
use crate::workplace::Workplace;

/// Shares a review: freezes what it says as a version, which the person reads before the two talk.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Which review.
    pub id: ReviewId,
}

/// A version that was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MadeVersion {
    /// Which version.
    pub id: ReviewVersionId,
    /// Its number, counted from 1.
    pub number: u32,
    /// How many goals were drafted from what is to improve.
    pub goals: u32,
    /// The deed, to undo it by.
    pub deed: Option<u64>,
}

impl OpenCall for Share {
    type Reply = MadeVersion;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let now = desk.now();
        let signs = sheet::Signs::of(desk)?;
        let done = desk.deed(Self::NAME, |deed| {
            let of: Review = need(deed.read(), self.id)?;
            let of = if of.state == ReviewState::Draft { of.moved(ReviewState::Ready)? } else { of };
            deed.put(&of)?;
            share_at(deed, of.id, now, &signs)
        })?;
        let (id, number) = done.value;
        Ok(MadeVersion { id, number, goals: 0, deed: done.deed })
    }
}

/// Shares a review that is ready, at a moment.
pub(crate) fn share_at(
    deed: &mut Deed<'_>,
    id: ReviewId,
    at: DateTime<Utc>,
    signs: &sheet::Signs,
) -> Result<(ReviewVersionId, u32), StoreFault> {
    let of: Review = need(deed.read(), id)?;
    let discussion = Discussion { shared_at: Some(at), ..Discussion::default() };
    let of = Review { discussion, ..of.moved(ReviewState::Shared)? };
    check_honest(deed, &of, at, signs.zone())?;
    deed.put(&of)?;
    freeze(deed, &of, VersionReason::Shared, at, signs)
}

/// What honesty demands before anything leaves.
fn check_honest(deed: &Deed<'_>, of: &Review, now: DateTime<Utc>, zone: &Zone) -> Result<(), StoreFault> {
    if !of.text.trim().is_empty() {
        let refusal = Refusal::new("review.loose_text", "Some of the text is in no point yet.");
        return Err(refusal.next("Divide it into points, or take it out.").into());
    }
    let points = of_text(&review::points(deed.read(), of.id)?, ReviewText::Review);
    let grounds = Grounds::of(deed.read(), &points, zone.wall(now).date())?;
    let beside = grounds.beside(&points);
    let grounded: Vec<(&Point, &[Known])> =
        beside.iter().map(|(point, known)| (*point, known.as_slice())).collect();
    Ok(check_ready(&grounded, of.discussion.day_of_talk(now, zone))?)
}

/// Keeps what a review says now as a version.
fn freeze(
    deed: &mut Deed<'_>,
    of: &Review,
    reason: VersionReason,
    now: DateTime<Utc>,
    signs: &sheet::Signs,
) -> Result<(ReviewVersionId, u32), StoreFault> {
    let before = review::around(deed.read(), of.id)?.versions;
    let number = before.iter().map(|version| version.number).max().unwrap_or(0) + 1;
    let content = sheet::content(deed.read(), of, reason, number, now, signs)?;
    let version =
        ReviewVersion { id: ReviewVersionId::make(), review: of.id, number, made_at: now, reason, content };
    deed.put(&version)?;
    Ok((version.id, number))
}

/// A step of a review around its talk.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "snake_case", tag = "step", deny_unknown_fields)]
pub enum TalkStep {
    /// What was shared is taken back, to be changed before the talk.
    TakeBack,
    /// The two talk at this time, on the owner's clock.
    Plan {
        /// When.
        at: WallTime,
    },
    /// The two talk now, or have talked.
    Hold,
    /// One of the two wants to talk again.
    WantSecond {
        /// Who.
        by: PointAuthor,
        /// When; may be settled later.
        at: Option<WallTime>,
    },
    /// The two have talked again.
    HoldSecond,
    /// Nobody wants the second talk any more.
    DropSecond,
    /// The person accepts the review.
    Accept,
}

/// Moves a review one step around its talk.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct MoveTalk {
    /// Which review.
    pub id: ReviewId,
    /// Which step.
    pub to: TalkStep,
}

impl OpenCall for MoveTalk {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let now = desk.now();
        let place = Workplace::read(desk)?;
        desk.save(Self::NAME, |deed| {
            let of: Review = need(deed.read(), self.id)?;
            let times = of.discussion;
            let of = match self.to {
                TalkStep::TakeBack => {
                    Review { discussion: Discussion::default(), ..of.moved(ReviewState::Draft)? }
                }
                TalkStep::Plan { at } => {
                    let at = place.zone.instant(at.0);
                    times.check_plan(at)?;
                    let of =
                        if of.state == ReviewState::Shared { of.moved(ReviewState::Reading)? } else { of };
                    if of.state != ReviewState::Reading {
                        return Err(Refusal::new("review.talk_over", "The two of you have talked.")
                            .next("Plan a second talk where one is wanted.")
                            .into());
                    }
                    Review { discussion: Discussion { planned_at: Some(at), ..times }, ..of }
                }
                TalkStep::Hold => {
                    times.check_plan(now)?;
                    let of =
                        if of.state == ReviewState::Shared { of.moved(ReviewState::Reading)? } else { of };
                    let discussion = Discussion {
                        held_at: Some(now),
                        planned_at: times.planned_at.or(Some(now)),
                        ..times
                    };
                    Review { discussion, ..of.moved(ReviewState::Discussed)? }
                }
                TalkStep::WantSecond { by, at } => {
                    let at = at.map(|at| place.zone.instant(at.0));
                    if let Some(at) = at {
                        times.check_second(at, &place.zone, &place.calendar)?;
                    }
                    let of =
                        if of.state == ReviewState::FollowUp { of } else { of.moved(ReviewState::FollowUp)? };
                    let discussion = Discussion {
                        second_wanted_by: times
                            .second_wanted_by
                            .filter(|_| times.has_open_second())
                            .or(Some(by)),
                        second_at: at.or(times.second_at.filter(|_| times.has_open_second())),
                        second_held_at: None,
                        ..times
                    };
                    Review { discussion, accepted_at: None, ..of }
                }
                TalkStep::HoldSecond => {
                    check_second_open(&times)?;
                    Review { discussion: Discussion { second_held_at: Some(now), ..times }, ..of }
                }
                TalkStep::DropSecond => {
                    check_second_open(&times)?;
                    let discussion = Discussion { second_wanted_by: None, second_at: None, ..times };
                    Review { discussion, ..of }
                }
                TalkStep::Accept => {
                    times.check_accept(now)?;
                    let points = of_text(&review::points(deed.read(), of.id)?, ReviewText::Review);
                    Review { accepted_at: Some(now), ..of.moved(accepted(&points))? }
                }
            };
            deed.put(&of)
        })
    }
}

fn check_second_open(times: &Discussion) -> Result<(), Refusal> {
    if times.has_open_second() {
        return Ok(());
    }
    Err(Refusal::new("review.no_second", "No second talk is open.").next("Ask for one first."))
}

/// Writes down what the two said about a point while they talk.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct DiscussPoint {
    /// Which point.
    pub id: PointId,
    /// The two agree on it.
    pub is_agreed: Option<bool>,
    /// It is parked; it has to come back.
    pub is_parked: Option<bool>,
    /// What the two see differently; empty where they agree.
    pub disagreement: Option<String>,
    /// What was asked because it was not clear.
    pub question: Option<String>,
    /// What was answered, Markdown.
    pub answer: Option<String>,
}

impl OpenCall for DiscussPoint {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            let point: Point = need(deed.read(), self.id)?;
            let of: Review = need(deed.read(), point.review)?;
            of.check_open()?;
            if point.of == ReviewText::SelfReview {
                return Err(Refusal::new("review.self_point", "A self review is its author's.")
                    .next("Mark the points of the review.")
                    .into());
            }
            if !of.state.is_discussed() {
                return Err(Refusal::new("review.not_discussed", "The two of you have not talked yet.")
                    .next("Begin the talk first.")
                    .into());
            }
            let mut point = Point {
                is_agreed: self.is_agreed.unwrap_or(point.is_agreed),
                is_parked: self.is_parked.unwrap_or(point.is_parked),
                disagreement: self.disagreement.unwrap_or(point.disagreement),
                question: self.question.unwrap_or(point.question),
                answer: self.answer.unwrap_or(point.answer),
                ..point
            };
            // One of them at most: the newest word counts.
            if self.is_agreed == Some(true) {
                point.is_parked = false;
                point.disagreement = String::new();
            } else if point.is_parked || !point.disagreement.trim().is_empty() {
                point.is_agreed = false;
            }
            point.check()?;
            deed.put(&point)
        })
    }
}

/// Shares what was changed after the talk, as a version of its own.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Amend {
    /// Which review.
    pub id: ReviewId,
}

impl OpenCall for Amend {
    type Reply = MadeVersion;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let now = desk.now();
        let signs = sheet::Signs::of(desk)?;
        let done = desk.deed(Self::NAME, |deed| {
            let of: Review = need(deed.read(), self.id)?;
            let of = if of.state == ReviewState::Amended { of } else { of.moved(ReviewState::Amended)? };
            check_honest(deed, &of, now, signs.zone())?;
            deed.put(&of)?;
            freeze(deed, &of, VersionReason::Amended, now, &signs)
        })?;
        let (id, number) = done.value;
        Ok(MadeVersion { id, number, goals: 0, deed: done.deed })
    }
}

/// Closes a review: its final version is made, which both sign, and each point to improve becomes a proposed goal.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// Which review.
    pub id: ReviewId,
    /// Whether goals are drafted; they are when absent.
    pub with_goals: Option<bool>,
}

impl OpenCall for Close {
    type Reply = MadeVersion;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let now = desk.now();
        let signs = sheet::Signs::of(desk)?;
        let done = desk.deed(Self::NAME, |deed| {
            let of: Review = need(deed.read(), self.id)?;
            let points = of_text(&review::points(deed.read(), of.id)?, ReviewText::Review);
            of.discussion.check_close(of.state, &points)?;
            check_honest(deed, &of, now, signs.zone())?;
            let of = Review { closed_at: Some(now), ..of.moved(ReviewState::Closed)? };
            deed.put(&of)?;
            let mut goals = 0;
            if self.with_goals != Some(false) {
                for point in points.iter().filter(|point| point.polarity() == Some(Polarity::Constructive)) {
                    deed.put(&goal_of(&of, point))?;
                    goals += 1;
                }
            }
            let (id, number) = freeze(deed, &of, VersionReason::Final, now, &signs)?;
            Ok((id, number, goals))
        })?;
        let (id, number, goals) = done.value;
        Ok(MadeVersion { id, number, goals, deed: done.deed })
    }
}

/// A goal that a point to improve proposes. The person puts it into their own words.
fn goal_of(of: &Review, point: &Point) -> Goal {
    let text = without_chips(&point.text);
    let title =
        if point.message.trim().is_empty() { first_words(&text) } else { point.message.trim().to_owned() };
    Goal {
        text,
        state: GoalState::Proposed,
        is_growth: true,
        ..Goal::named(GoalId::make(), of.person, title)
    }
}

/// The beginning of a text as a line.
fn first_words(text: &str) -> String {
    const MOST: usize = 80;
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
    match line.char_indices().nth(MOST) {
        None => line.to_owned(),
        Some((end, _)) => {
            let cut = &line[..end];
            format!("{}…", cut[..cut.rfind(' ').unwrap_or(cut.len())].trim_end())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::first_words;

    #[test]
    fn a_goal_without_a_message_is_called_by_the_first_words_of_its_text() {
        for (text, title) in [
            ("\n  Late.\nTwice.", "Late.".to_owned()),
            ("", String::new()),
            (&"word ".repeat(40), format!("{}…", ["word"; 16].join(" "))),
            (&"é".repeat(80), "é".repeat(80)),
            (&"é".repeat(81), format!("{}…", "é".repeat(80))),
        ] {
            assert_eq!(first_words(text), title);
        }
    }
}
