//! One review.

use domain::person::{Person, Relation};
use domain::review::chip::without_chips;
use domain::review::{Review, ReviewState, ReviewText, SelfReview};
use domain::text::count_words;
use domain::{PersonId, ReviewId, SelfReviewId};
use serde::{Deserialize, Serialize};
use store::noun::{person, review};

use super::line::{
    ReviewCycleLine, ReviewNext, ReviewPointLine, ReviewTimes, SelfReviewLine, cycle_named, of_text,
};
use super::version::VersionLine;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};
use crate::workplace::Workplace;

/// Opens a review.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Get {
    /// Which review.
    pub id: ReviewId,
}

/// A review with its texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReviewPage {
    /// Which review.
    pub id: ReviewId,
    /// About whom.
    pub person: PersonId,
    /// About whom, by name.
    pub person_name: String,
    /// It is about the owner of the vault, who writes the self review.
    pub is_own: bool,
    /// Who writes it, by name.
    pub reviewer_name: String,
    /// Which cycle.
    pub cycle: ReviewCycleLine,
    /// Where it stands.
    pub state: ReviewState,
    /// What is next.
    pub next: ReviewNext,
    /// Whether its points may be written in.
    pub is_open: bool,
    /// What is written and in no point yet, Markdown.
    pub text: String,
    /// Its points, in the order of reading.
    pub points: Vec<ReviewPointLine>,
    /// How many words it has.
    pub words: u32,
    /// The self review; none where nobody asked for one.
    pub self_review: Option<SelfReviewLine>,
    /// The times around the talk.
    pub times: ReviewTimes,
    /// What was shared, newest first.
    pub versions: Vec<VersionLine>,
    /// How many others were asked.
    pub inputs: u32,
    /// Seconds spent writing.
    pub seconds: u32,
}

impl OpenCall for Get {
    type Reply = ReviewPage;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (read, today) = (desk.read(), desk.today());
        let _moment = store::noun::one_moment(read)?;
        let place = Workplace::read(desk)?;
        let zone = place.zone;
        let of: Review = need(read, self.id)?;
        let about: Person = need(read, of.person)?;
        let around = review::around(read, of.id)?;
        let (cycle, is_kept) = cycle_named(read, &of.cycle, today)?;
        let is_own = about.relation == Relation::Me;
        let points = of_text(&around.points, ReviewText::Review);
        let own_points = of_text(&around.points, ReviewText::SelfReview);
        let state = around.self_review.as_ref().map(|own| own.state);
        // Who it is about may always write; others only see what was asked for.
        let own =
            around.self_review.or_else(|| is_own.then(|| SelfReview::begun(SelfReviewId::make(), of.id)));
        let reviewer_name = match of.reviewer {
            Some(reviewer) => person::name_of(read, reviewer)?.unwrap_or_default(),
            None => desk.owner()?.name,
        };
        let mut versions = Vec::new();
        for version in around.versions.iter().rev() {
            versions.push(VersionLine::of(read, version, &zone)?);
        }
        Ok(ReviewPage {
            next: ReviewNext::of(&of, state, &cycle, today, &zone),
            times: ReviewTimes::of(&of, &zone, &place.calendar),
            cycle: ReviewCycleLine::of(&cycle, is_kept),
            words: words(&of, &points),
            self_review: own.map(|own| SelfReviewLine::of(own, own_points)),
            points: points.into_iter().map(ReviewPointLine::from).collect(),
            inputs: u32::try_from(around.inputs.len()).unwrap_or(u32::MAX),
            versions,
            is_open: of.state.is_open(),
            id: of.id,
            person: of.person,
            person_name: about.name,
            is_own,
            reviewer_name,
            state: of.state,
            text: of.text,
            seconds: of.seconds,
        })
    }
}

/// How many words a review has: those of its points, and what is in no point yet.
pub(super) fn words(review: &Review, points: &[domain::review::Point]) -> u32 {
    let loose = count_words(&without_chips(&review.text));
    points.iter().map(domain::review::Point::words).fold(loose, u32::saturating_add)
}
