//! Writing the points of a review and of a self review.

use domain::folder::Polarity;
use domain::review::{Point, Review, ReviewSection, ReviewText, SelfReview};
use domain::{PointId, ReviewId, SelfReviewId};
use serde::Deserialize;
use store::StoreFault;
use store::gate::Deed;
use store::noun::review;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::{Made, Saved};
use crate::stamp::given;

/// Keeps a point: a new one, or what changed of one that is there.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct SavePoint {
    /// Which point; none for a new one.
    pub id: Option<PointId>,
    /// Of which review. A point stays in its own.
    pub review: ReviewId,
    /// In which of its two texts; in the review when absent. A point stays where it is.
    pub of: Option<ReviewText>,
    /// Where a new point stands; where things went well when absent.
    pub section: Option<ReviewSection>,
    /// A new point stands right after this one; at the end of its section when absent.
    pub after: Option<PointId>,
    /// The message in one line.
    pub message: Option<String>,
    /// The paragraph, Markdown with chips.
    pub text: Option<String>,
    /// Praise or to improve, where the section leaves that open.
    #[serde(default, deserialize_with = "given")]
    pub marked: Option<Option<Polarity>>,
    /// It is about how somebody works with others.
    pub is_soft: Option<bool>,
    /// It is talked about together with the others of its kind.
    pub is_touchy: Option<bool>,
    /// The person wants it on the agenda; the manager does when absent.
    pub by_employee: Option<bool>,
    /// Seconds spent writing since the last time something was kept.
    pub seconds: Option<u32>,
}

impl OpenCall for SavePoint {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let done = desk.deed(Self::NAME, |deed| {
            let (of, point) = match self.id {
                Some(id) => {
                    // Whether it may be written in says the review it stands in, whichever was named.
                    let point: Point = need(deed.read(), id)?;
                    (need::<Review>(deed.read(), point.review)?, point)
                }
                None => {
                    let of: Review = need(deed.read(), self.review)?;
                    let point = self.begun(deed, &of)?;
                    (of, point)
                }
            };
            let point = Point {
                marked: self.marked.unwrap_or(point.marked),
                is_soft: self.is_soft.unwrap_or(point.is_soft),
                is_touchy: self.is_touchy.unwrap_or(point.is_touchy),
                message: self.message.unwrap_or(point.message),
                text: self.text.unwrap_or(point.text),
                ..point
            };
            point.check()?;
            write_in(deed, &of, point.of)?;
            deed.put(&point)?;
            if let Some(seconds) = self.seconds.filter(|seconds| *seconds > 0)
                && point.of == ReviewText::Review
            {
                let of: Review = need(deed.read(), of.id)?;
                deed.put(&Review { seconds: of.seconds.saturating_add(seconds), ..of })?;
            }
            Ok(point.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

impl SavePoint {
    /// A new point in its place; those behind it move on by one.
    fn begun(&self, deed: &mut Deed<'_>, of: &Review) -> Result<Point, StoreFault> {
        let text = self.of.unwrap_or_default();
        let after = match self.after {
            Some(after) => Some(need::<Point>(deed.read(), after)?),
            None => None,
        };
        let section = self.section.or(after.as_ref().map(|after| after.section)).unwrap_or_default();
        let mut point = Point::begun(PointId::make(), of.id, text, section);
        if self.by_employee == Some(true) {
            point.author = domain::review::PointAuthor::Employee;
        }
        settle(deed, &mut point, after.map(|after| after.id))?;
        Ok(point)
    }
}

/// Gives a point its place behind `after`, or at the end of its section, and numbers the others of the section anew.
fn settle(deed: &mut Deed<'_>, point: &mut Point, after: Option<PointId>) -> Result<(), StoreFault> {
    let others = review::points(deed.read(), point.review)?.into_iter();
    let others: Vec<Point> = others
        .filter(|other| other.of == point.of && other.section == point.section && other.id != point.id)
        .collect();
    let at = after.and_then(|after| others.iter().position(|other| other.id == after));
    let at = at.map_or(others.len(), |at| at + 1);
    point.place = place(at);
    for (number, other) in others.into_iter().enumerate() {
        let number = if number < at { place(number) } else { place(number + 1) };
        if other.place != number {
            deed.put(&Point { place: number, ..other })?;
        }
    }
    Ok(())
}

fn place(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Whether one of the two texts may be written in now; a self review is being written from then on.
pub(crate) fn write_in(deed: &mut Deed<'_>, of: &Review, text: ReviewText) -> Result<(), StoreFault> {
    match text {
        ReviewText::Review => Ok(of.check_open()?),
        ReviewText::SelfReview => {
            let own = review::self_review(deed.read(), of.id)?
                .unwrap_or_else(|| SelfReview::begun(SelfReviewId::make(), of.id));
            deed.put(&own.written()?)
        }
    }
}

/// Moves a point to another place of its text.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct MovePoint {
    /// Which point.
    pub id: PointId,
    /// Into which section.
    pub section: ReviewSection,
    /// Right after this one; to the beginning of the section when absent.
    pub after: Option<PointId>,
}

impl OpenCall for MovePoint {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            let mut point: Point = need(deed.read(), self.id)?;
            let of: Review = need(deed.read(), point.review)?;
            write_in(deed, &of, point.of)?;
            point.section = self.section;
            settle(deed, &mut point, self.after)?;
            if self.after.is_none() {
                to_the_front(deed, &mut point)?;
            }
            deed.put(&point)
        })
    }
}

/// Puts a point before the others of its section.
fn to_the_front(deed: &mut Deed<'_>, point: &mut Point) -> Result<(), StoreFault> {
    point.place = 0;
    let others = review::points(deed.read(), point.review)?.into_iter();
    let others = others
        .filter(|other| other.of == point.of && other.section == point.section && other.id != point.id)
        .collect::<Vec<_>>();
    for (number, other) in others.into_iter().enumerate() {
        deed.put(&Point { place: place(number + 1), ..other })?;
    }
    Ok(())
}

/// Takes a point out. It can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RemovePoint {
    /// Which point.
    pub id: PointId,
}

impl OpenCall for RemovePoint {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            let point: Point = need(deed.read(), self.id)?;
            let of: Review = need(deed.read(), point.review)?;
            write_in(deed, &of, point.of)?;
            review::remove_part::<Point>(deed, point.id)
        })
    }
}
