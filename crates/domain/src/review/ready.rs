//! What honesty demands before a review is shared. It blocks; all else only hints.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::point::{Known, Point, is_surprise};
use crate::folder::Polarity;
use crate::{PointId, Refusal};

/// What stands in the way of sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ShareGap {
    /// The review has no point at all.
    NoPoint,
    /// A constructive point rests on nothing.
    NoEvidence,
    /// A constructive point was not talked about before, and its text does not say that it is new.
    Surprise,
    /// A point uses words whose author has not approved them as they stand.
    QuoteNotApproved,
}

impl ShareGap {
    /// The sentence of a refusal.
    fn sentence(self) -> &'static str {
        match self {
            Self::NoPoint => "The review has no point yet.",
            Self::NoEvidence => "A point to improve rests on nothing yet.",
            Self::Surprise => "A point to improve would come as a surprise.",
            Self::QuoteNotApproved => "A quote is not approved as it stands.",
        }
    }

    fn next(self) -> &'static str {
        match self {
            Self::NoPoint => "Write what went well and what to improve.",
            Self::NoEvidence => "Put what happened beside it, from the year’s evidence.",
            Self::Surprise => "Link the 1:1 or talk where it was said, or say in the text that it is new.",
            Self::QuoteNotApproved => "Ask its author to approve these words, or take the quote out.",
        }
    }
}

/// A gap, and the point it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What is missing.
    pub gap: ShareGap,
    /// In which point; none for the whole review.
    pub point: Option<PointId>,
}

/// A point with what it rests on, looked up.
pub type Grounded<'a> = (&'a Point, &'a [Known]);

/// What stands in the way of sharing, point by point in their order. `discussion` is the day the two talk about it.
pub fn gaps(points: &[Grounded], discussion: NaiveDate) -> Vec<Gap> {
    if points.iter().all(|(point, _)| point.polarity().is_none()) {
        return vec![Gap { gap: ShareGap::NoPoint, point: None }];
    }
    let mut found = Vec::new();
    for (point, evidence) in points {
        let mut gap = |is_so: bool, gap: ShareGap| {
            if is_so {
                found.push(Gap { gap, point: Some(point.id) });
            }
        };
        let to_improve = point.polarity() == Some(Polarity::Constructive);
        gap(to_improve && evidence.is_empty(), ShareGap::NoEvidence);
        let is_surprise = is_surprise(point, evidence, discussion);
        gap(is_surprise && !point.is_declared_new(), ShareGap::Surprise);
        gap(evidence.iter().any(|one| !one.is_usable), ShareGap::QuoteNotApproved);
    }
    found
}

/// How many constructive points come as a surprise, declared or not. The goal is none.
pub fn surprises(points: &[Grounded], discussion: NaiveDate) -> usize {
    points.iter().filter(|(point, evidence)| is_surprise(point, evidence, discussion)).count()
}

/// Whether a review may be shared.
///
/// # Errors
/// Refuses while honesty demands more, and names the first gap.
pub fn check_ready(points: &[Grounded], discussion: NaiveDate) -> Result<(), Refusal> {
    match gaps(points, discussion).first() {
        None => Ok(()),
        Some(first) => Err(Refusal::new("review.not_ready", first.gap.sentence()).next(first.gap.next())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::chip::Target;
    use crate::review::point::{ReviewSection, sample};
    use crate::{MeetingId, PeerInputId};

    const NEW: &str = "Hard to reach. [new](inglenook:new)";

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn e2_e_r1_a_constructive_point_has_evidence_and_is_linked_or_says_that_it_is_new() {
        let met = |on: &str| Known {
            target: Target::Meeting(MeetingId::make()),
            talked_on: Some(day(on)),
            shows: false,
            is_usable: true,
        };
        let bare = Known { talked_on: None, ..met("2026-07-09") };
        for (text, evidence, wanted) in [
            ("Hard to reach.", vec![], vec![ShareGap::NoEvidence, ShareGap::Surprise]),
            ("Hard to reach.", vec![bare], vec![ShareGap::Surprise]),
            ("Hard to reach.", vec![met("2026-07-09")], vec![]),
            ("Hard to reach.", vec![met("2026-12-15")], vec![ShareGap::Surprise]),
            (NEW, vec![bare], vec![]),
            (NEW, vec![], vec![ShareGap::NoEvidence]),
        ] {
            let point = sample(ReviewSection::ToImprove, text);
            let found = gaps(&[(&point, &evidence)], day("2026-12-15"));
            assert_eq!(found.iter().map(|gap| gap.gap).collect::<Vec<_>>(), wanted, "{text} {evidence:?}");
            assert!(found.iter().all(|gap| gap.point == Some(point.id)));
        }
        let praise = sample(ReviewSection::WentWell, "Calm.");
        assert_eq!(check_ready(&[(&praise, &[])], day("2026-12-15")), Ok(()), "praise needs nothing");
    }

    #[test]
    fn e15_words_that_were_not_approved_are_not_shared() {
        let quote = Known {
            target: Target::Quote(PeerInputId::make()),
            talked_on: None,
            shows: true,
            is_usable: false,
        };
        let praise = sample(ReviewSection::WentWell, "Calm.");
        let refusal = check_ready(&[(&praise, &[quote])], day("2026-12-15")).expect_err("not approved");
        assert_eq!(
            (refusal.rule, refusal.sentence.as_ref()),
            ("review.not_ready", "A quote is not approved as it stands.")
        );
        let approved = [Known { is_usable: true, ..quote }];
        assert_eq!(check_ready(&[(&praise, &approved)], day("2026-12-15")), Ok(()));
    }

    #[test]
    fn a_review_without_a_point_says_nothing() {
        let summary = sample(ReviewSection::Summary, "A year.");
        assert_eq!(
            gaps(&[(&summary, &[])], day("2026-12-15")),
            [Gap { gap: ShareGap::NoPoint, point: None }]
        );
        assert_eq!(gaps(&[], day("2026-12-15")).len(), 1);
    }

    #[test]
    fn e_3_surprises_are_counted_also_those_that_say_so() {
        let (said, unsaid) =
            (sample(ReviewSection::ToImprove, NEW), sample(ReviewSection::ToImprove, "Late."));
        assert_eq!(surprises(&[(&said, &[]), (&unsaid, &[])], day("2026-12-15")), 2);
    }
}
