//! From one loose text to points.

use domain::review::{Piece, Point, Review, ReviewText, divide};
use domain::{PointId, Refusal, ReviewId};
use serde::{Deserialize, Serialize};
use store::StoreFault;
use store::gate::Deed;
use store::noun::review;

use super::point::write_in;
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};

/// Divides what is written in no point yet: its headings say the section, its paragraphs become points behind those that
/// are there. One deed, and it can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Divide {
    /// Which review.
    pub id: ReviewId,
}

/// What came of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Divided {
    /// How many points it became.
    pub points: u32,
    /// The deed, to undo it by.
    pub deed: Option<u64>,
}

impl OpenCall for Divide {
    type Reply = Divided;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let done = desk.deed(Self::NAME, |deed| {
            let of: Review = need(deed.read(), self.id)?;
            let points = add_pieces(deed, &of, ReviewText::Review, divide(&of.text))?;
            deed.put(&Review { text: String::new(), ..of })?;
            Ok(points)
        })?;
        Ok(Divided { points: done.value, deed: done.deed })
    }
}

/// Adds pieces as points at the end of their sections; answers how many.
pub(super) fn add_pieces(
    deed: &mut Deed<'_>,
    of: &Review,
    text: ReviewText,
    pieces: Vec<Piece>,
) -> Result<u32, StoreFault> {
    if pieces.is_empty() {
        return Err(Refusal::new("review.no_text", "There is no text to divide.")
            .next("Write something first.")
            .into());
    }
    write_in(deed, of, text)?;
    let there = review::points(deed.read(), of.id)?;
    let mut added: Vec<Point> = Vec::new();
    for piece in pieces {
        let here = |point: &&Point| point.of == text && point.section == piece.section;
        let place = there.iter().chain(&added).filter(here).map(|point| point.place + 1).max().unwrap_or(0);
        let point = Point {
            place,
            message: piece.message,
            text: piece.text,
            ..Point::begun(PointId::make(), of.id, text, piece.section)
        };
        point.check()?;
        deed.put(&point)?;
        added.push(point);
    }
    Ok(u32::try_from(added.len()).unwrap_or(u32::MAX))
}
