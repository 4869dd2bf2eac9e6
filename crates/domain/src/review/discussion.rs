//! The discussion: time to read before it, a second talk after it where one of the two wants it, and what has to be settled
//! before the review is accepted and signed.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::point::{Known, Point, PointAuthor};
use super::state::ReviewState;
use crate::one_on_one::due;
use crate::workday::{WorkCalendar, Zone};
use crate::{PointId, Refusal};

/// So long before the discussion the person has the text (a default of ours: a night to sleep over it).
pub const TIME_TO_READ: TimeDelta = TimeDelta::hours(24);
/// One or two disagreements that both name are fine; from so many on, the two may want to talk again.
const MANY_DISAGREEMENTS: usize = 3;

/// What happened around the discussion, in the order of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discussion {
    /// When the version that is talked about was shared.
    pub shared_at: Option<DateTime<Utc>>,
    /// When the two talk.
    pub planned_at: Option<DateTime<Utc>>,
    /// When they had talked.
    pub held_at: Option<DateTime<Utc>>,
    /// Who wanted a second talk.
    pub second_wanted_by: Option<PointAuthor>,
    /// When the second talk is.
    pub second_at: Option<DateTime<Utc>>,
    /// When they had talked again.
    pub second_held_at: Option<DateTime<Utc>>,
}

impl Discussion {
    /// Whether the two may talk at `at`.
    ///
    /// # Errors
    /// Refuses a talk about a text that is not out, or that was shared less than a day before.
    pub fn check_plan(&self, at: DateTime<Utc>) -> Result<(), Refusal> {
        let Some(shared) = self.shared_at else {
            return Err(Refusal::new("review.not_shared", "The text is not shared yet.")
                .next("Share it first: it is read before it is talked about."));
        };
        if at < shared + TIME_TO_READ {
            return Err(Refusal::new(
                "review.too_soon",
                "That is less than a day after the text was shared.",
            )
            .next("Choose a later time, so that there is time to read."));
        }
        Ok(())
    }

    /// Whether a second talk may take place at `at`: in the working time between 24 and 48 hours after the first, or on the
    /// first working day after that where there is none ([`due::follow_up`]).
    ///
    /// # Errors
    /// Refuses one before the first was held, and outside of that time.
    pub fn check_second(
        &self,
        at: DateTime<Utc>,
        zone: &Zone,
        calendar: &WorkCalendar,
    ) -> Result<(), Refusal> {
        let Some(held) = self.held_at else {
            return Err(Refusal::new("review.not_discussed", "The two of you have not talked yet.")
                .next("Plan the first talk."));
        };
        let wanted = due::follow_up(held, zone, calendar);
        if !wanted.between.iter().any(|(from, until)| (*from..=*until).contains(&at)) {
            return Err(Refusal::new("review.second_talk", "A second talk is one or two days later.")
                .next("Choose working time in between: slept over, and still fresh."));
        }
        Ok(())
    }

    /// The day before which a point has to have been talked about, so that it surprises nobody: that of the talk, as it is
    /// planned or as early as it can be; once the two have talked, today.
    pub fn day_of_talk(&self, now: DateTime<Utc>, zone: &Zone) -> NaiveDate {
        let earliest = self.shared_at.unwrap_or(now) + TIME_TO_READ;
        let talk = match self.held_at {
            Some(_) => now,
            None => self.planned_at.unwrap_or(earliest).max(now),
        };
        zone.wall(talk).date()
    }

    /// Whether a second talk is wanted and was not held.
    pub fn has_open_second(&self) -> bool {
        self.second_wanted_by.is_some() && self.second_held_at.is_none()
    }

    /// Whether the person may accept the review now.
    ///
    /// # Errors
    /// Refuses before the two have talked, before the time to read is over, and while a second talk is open.
    pub fn check_accept(&self, now: DateTime<Utc>) -> Result<(), Refusal> {
        let Some(held) = self.held_at.filter(|held| *held <= now) else {
            return Err(Refusal::new("review.not_discussed", "The two of you have not talked yet.")
                .next("Talk about it first; accepting comes after that."));
        };
        self.check_plan(held)?;
        if self.has_open_second() {
            return Err(Refusal::new("review.second_open", "A second talk is wanted and was not held yet.")
                .next("Hold it, or agree that it is not needed."));
        }
        Ok(())
    }

    /// Whether the review may be closed.
    ///
    /// # Errors
    /// Refuses while it is not accepted, a point is parked, or a second talk is open.
    pub fn check_close(&self, state: ReviewState, points: &[Point]) -> Result<(), Refusal> {
        if !state.is_accepted() {
            return Err(Refusal::new("review.not_accepted", "The review is not accepted yet.")
                .next("It is signed after both have talked and the person has accepted it."));
        }
        if points.iter().any(|point| point.is_parked) {
            return Err(Refusal::new("review.parked", "A point is parked and did not come back yet.")
                .next("Talk about it, or take it out of the review."));
        }
        if self.has_open_second() {
            return Err(Refusal::new("review.second_open", "A second talk is wanted and was not held yet.")
                .next("Hold it, or agree that it is not needed."));
        }
        Ok(())
    }
}

/// The state that accepting leads to: with a disagreement it says so.
pub fn accepted(points: &[Point]) -> ReviewState {
    if disagreements(points) == 0 { ReviewState::Accepted } else { ReviewState::AcceptedWithDisagreement }
}

/// How many points the two see differently.
pub fn disagreements(points: &[Point]) -> usize {
    points.iter().filter(|point| !point.disagreement.trim().is_empty()).count()
}

/// Whether the two see so much differently that another talk may help. It hints.
pub fn are_many(disagreements: usize) -> bool {
    disagreements >= MANY_DISAGREEMENTS
}

/// The agenda: points that facts speak for first, then the others, and the touchy ones together at the end, each group in
/// the order of the text. Both sides' points are in it.
pub fn agenda(points: &[(&Point, &[Known])]) -> Vec<PointId> {
    let mut order: Vec<&(&Point, &[Known])> =
        points.iter().filter(|(point, _)| point.polarity().is_some()).collect();
    order.sort_by_key(|(point, evidence)| {
        (point.is_touchy, evidence.is_empty(), point.section, point.place, point.id)
    });
    order.into_iter().map(|(point, _)| point.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::NoteId;
    use crate::review::chip::Target;
    use crate::review::point::{ReviewSection, sample};

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("a moment")
    }

    fn rule(outcome: Result<(), Refusal>) -> &'static str {
        outcome.err().map_or("", |refusal| refusal.rule)
    }

    /// Shared on Monday noon, talked about on Thursday noon.
    fn held() -> Discussion {
        Discussion {
            shared_at: Some(at("2026-12-14T12:00:00Z")),
            planned_at: Some(at("2026-12-17T12:00:00Z")),
            held_at: Some(at("2026-12-17T12:00:00Z")),
            ..Discussion::default()
        }
    }

    #[test]
    fn e23_there_is_a_day_to_read_before_the_two_talk() {
        let shared = Discussion { held_at: None, ..held() };
        for (of, when, wanted) in [
            (&Discussion::default(), "2026-12-15T12:00:00Z", "review.not_shared"),
            (&shared, "2026-12-15T11:59:59Z", "review.too_soon"),
            (&shared, "2026-12-15T12:00:00Z", ""),
        ] {
            assert_eq!(rule(of.check_plan(at(when))), wanted, "{when}");
        }
    }

    #[test]
    fn e23_nothing_is_accepted_before_the_talk_and_the_time_to_read() {
        let hasty = Discussion { held_at: Some(at("2026-12-14T18:00:00Z")), ..held() };
        let second = Discussion { second_wanted_by: Some(PointAuthor::Employee), ..held() };
        let twice = Discussion { second_held_at: Some(at("2026-12-18T12:00:00Z")), ..second };
        for (of, now, wanted) in [
            (&Discussion { held_at: None, ..held() }, "2026-12-18T12:00:00Z", "review.not_discussed"),
            (&held(), "2026-12-17T11:00:00Z", "review.not_discussed"),
            (&held(), "2026-12-17T12:00:00Z", ""),
            (&hasty, "2026-12-18T12:00:00Z", "review.too_soon"),
            (&second, "2026-12-18T12:00:00Z", "review.second_open"),
            (&twice, "2026-12-18T12:00:00Z", ""),
        ] {
            assert_eq!(rule(of.check_accept(at(now))), wanted, "{of:?} at {now}");
        }
    }

    #[test]
    fn e2_what_was_said_before_the_day_of_the_talk_surprises_nobody() {
        let shared = Discussion { planned_at: None, held_at: None, ..held() };
        let planned = Discussion { held_at: None, ..held() };
        for (of, ahead, now, wanted) in [
            // As early as it can be: a day after it is shared, by the owner's clock.
            (&Discussion::default(), 0, "2026-12-14T12:00:00Z", "2026-12-15"),
            (&Discussion::default(), 9, "2026-12-14T18:00:00Z", "2026-12-16"),
            (&shared, 0, "2026-12-14T13:00:00Z", "2026-12-15"),
            (&shared, 0, "2026-12-16T13:00:00Z", "2026-12-16"),
            (&planned, 0, "2026-12-14T13:00:00Z", "2026-12-17"),
            (&planned, 0, "2026-12-19T13:00:00Z", "2026-12-19"),
            (&held(), 0, "2026-12-18T13:00:00Z", "2026-12-18"),
        ] {
            let day = of.day_of_talk(at(now), &Zone::ahead_by(ahead * 3600));
            assert_eq!(day.to_string(), wanted, "{of:?} at {now}");
        }
    }

    #[test]
    fn e24_a_second_talk_is_one_or_two_working_days_later_whoever_wants_it() {
        let (zone, calendar) = (Zone::ahead_by(0), WorkCalendar::default());
        let friday = Discussion { held_at: Some(at("2026-12-18T12:00:00Z")), ..held() };
        for (of, when, wanted) in [
            (&Discussion { held_at: None, ..held() }, "2026-12-18T12:00:00Z", "review.not_discussed"),
            (&held(), "2026-12-17T15:00:00Z", "review.second_talk"),
            (&held(), "2026-12-18T12:00:00Z", ""),
            (&held(), "2026-12-21T12:00:00Z", "review.second_talk"),
            (&friday, "2026-12-21T12:00:00Z", ""),
            (&friday, "2026-12-22T12:00:00Z", "review.second_talk"),
        ] {
            assert_eq!(rule(of.check_second(at(when), &zone, &calendar)), wanted, "{when}");
        }
    }

    #[test]
    fn e20_e_r3_a_review_closes_with_nothing_parked_and_no_talk_open() {
        let point = sample(ReviewSection::ToImprove, "Late.");
        let parked = Point { is_parked: true, ..point.clone() };
        let open = Discussion { second_wanted_by: Some(PointAuthor::Manager), ..held() };
        for (of, state, points, wanted) in [
            (&held(), ReviewState::Discussed, vec![point.clone()], "review.not_accepted"),
            (&held(), ReviewState::Accepted, vec![point.clone()], ""),
            (&held(), ReviewState::AcceptedWithDisagreement, vec![point.clone()], ""),
            (&held(), ReviewState::Accepted, vec![point.clone(), parked], "review.parked"),
            (&open, ReviewState::Accepted, vec![point], "review.second_open"),
        ] {
            assert_eq!(rule(of.check_close(state, &points)), wanted, "{state:?}");
        }
    }

    #[test]
    fn e19_a_disagreement_or_two_are_fine() {
        let agreed = sample(ReviewSection::ToImprove, "Late.");
        let differs = Point { disagreement: "It was once.".into(), ..agreed.clone() };
        for (differing, state, many) in [
            (0, ReviewState::Accepted, false),
            (1, ReviewState::AcceptedWithDisagreement, false),
            (2, ReviewState::AcceptedWithDisagreement, false),
            (3, ReviewState::AcceptedWithDisagreement, true),
        ] {
            let mut points = vec![differs.clone(); differing];
            points.push(agreed.clone());
            let count = disagreements(&points);
            assert_eq!((count, accepted(&points), are_many(count)), (differing, state, many));
        }
    }

    #[test]
    fn e18_e21_facts_come_first_and_what_is_touchy_stays_together() {
        let fact =
            [Known { target: Target::Note(NoteId::make()), talked_on: None, shows: true, is_usable: true }];
        let backed = sample(ReviewSection::ToImprove, "a");
        let bare = sample(ReviewSection::WentWell, "b");
        let touchy = Point { is_touchy: true, ..sample(ReviewSection::WentWell, "c") };
        let theirs =
            Point { author: PointAuthor::Employee, place: 1, ..sample(ReviewSection::WentWell, "d") };
        let touchy_too = Point { is_touchy: true, ..sample(ReviewSection::ToImprove, "e") };
        let plain = sample(ReviewSection::Summary, "f");
        let points: Vec<(&Point, &[Known])> = vec![
            (&touchy_too, &[]),
            (&touchy, &fact),
            (&theirs, &[]),
            (&bare, &[]),
            (&backed, &fact),
            (&plain, &[]),
        ];
        assert_eq!(agenda(&points), [backed.id, bare.id, theirs.id, touchy.id, touchy_too.id]);
    }
}
