//! A cycle of reviews: which months it looks back on, and what is to be done by when.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ReviewStep;
use crate::cycle::Cycle;
use crate::{Refusal, ReviewCycleId, text};

/// A cycle of reviews. Reviews belong to it by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewCycle {
    /// Which cycle.
    pub id: ReviewCycleId,
    /// What it is called, such as `2026` or `2026 H1`.
    pub name: String,
    /// The first day it looks back on.
    pub from: NaiveDate,
    /// The last day it looks back on.
    pub until: NaiveDate,
    /// The day by which self reviews are in.
    pub self_review_by: Option<NaiveDate>,
    /// The day by which drafts are shared.
    pub share_by: Option<NaiveDate>,
    /// The day by which the two have talked.
    pub discuss_by: Option<NaiveDate>,
    /// The day by which both have signed.
    pub sign_by: Option<NaiveDate>,
}

/// What is to be done next in a review, and by when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The step that is to be taken.
    pub step: ReviewStep,
    /// The day by which it is to be done.
    pub by: NaiveDate,
}

impl ReviewCycle {
    /// The cycle of a name that nobody gave dates: the year in it, or the one that holds `today`, from the first of
    /// `month`.
    pub fn named(id: ReviewCycleId, name: &str, today: NaiveDate, month: u32) -> Self {
        let year = name
            .split(|letter: char| !letter.is_ascii_digit())
            .find(|digits| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20")))
            .and_then(|digits| digits.parse().ok());
        // A cycle that runs over New Year is named by the year it begins in.
        let month = if (1..=12).contains(&month) { month } else { 1 };
        let day = year.and_then(|year| NaiveDate::from_ymd_opt(year, month, 1)).unwrap_or(today);
        let Cycle { from, to } = Cycle::holding(day, month);
        Self {
            id,
            name: name.to_owned(),
            from,
            until: to,
            self_review_by: None,
            share_by: None,
            discuss_by: None,
            sign_by: None,
        }
    }

    /// The day by which a step is to be done. There is none for time to read: the discussion ends it.
    pub fn by(&self, step: ReviewStep) -> Option<NaiveDate> {
        match step {
            ReviewStep::SelfReview => self.self_review_by,
            ReviewStep::Draft => self.share_by,
            ReviewStep::TimeToRead | ReviewStep::Discussion => self.discuss_by,
            ReviewStep::Signed => self.sign_by,
        }
    }

    /// What is next for a review that stands at `step`, where a day was set for it.
    pub fn next(&self, step: ReviewStep) -> Option<Deadline> {
        self.by(step).map(|by| Deadline { step, by })
    }

    /// Whether a day lies in it.
    pub fn holds(&self, day: NaiveDate) -> bool {
        (self.from..=self.until).contains(&day)
    }

    /// Its two halves, each with its first and last day.
    pub fn halves(&self) -> [(NaiveDate, NaiveDate); 2] {
        let half = (self.until - self.from).num_days() / 2;
        let middle = self.from + chrono::Days::new(half.unsigned_abs());
        [(self.from, middle), (middle.succ_opt().unwrap_or(middle), self.until)]
    }

    /// Whether it may be kept as it stands.
    ///
    /// # Errors
    /// Refuses a cycle without a name, one that ends before it begins, and days in the wrong order.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("cycle", &self.name)?;
        if self.name.trim().is_empty() {
            return Err(Refusal::new("review.no_cycle", "A review belongs to a cycle.")
                .next("Name it, for example by its year."));
        }
        if self.until < self.from {
            return Err(Refusal::new("review.cycle_days", "The cycle ends before it begins.")
                .next("Choose a later last day."));
        }
        let by = [self.self_review_by, self.share_by, self.discuss_by, self.sign_by];
        let days: Vec<NaiveDate> = by.into_iter().flatten().collect();
        if days.is_sorted() {
            return Ok(());
        }
        Err(Refusal::new("review.cycle_order", "The days are not in the order of the steps.")
            .next("Self review comes first, then sharing, the discussion, and signing last."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn named(name: &str, month: u32) -> ReviewCycle {
        ReviewCycle::named(ReviewCycleId::make(), name, day("2026-11-28"), month)
    }

    #[test]
    fn a_cycle_without_dates_is_the_year_in_its_name() {
        for (name, month, from, until) in [
            ("2026", 1, "2026-01-01", "2026-12-31"),
            ("Winter 2025", 1, "2025-01-01", "2025-12-31"),
            ("2025/26", 4, "2025-04-01", "2026-03-31"),
            ("the first", 1, "2026-01-01", "2026-12-31"),
            ("round 12", 4, "2026-04-01", "2027-03-31"),
            ("round 20", 1, "2026-01-01", "2026-12-31"),
            ("no 20260", 1, "2026-01-01", "2026-12-31"),
            ("2025", 12, "2025-12-01", "2026-11-30"),
            // A month that is none is January.
            ("2025", 0, "2025-01-01", "2025-12-31"),
            ("2025", 13, "2025-01-01", "2025-12-31"),
            ("9999", 1, "2026-01-01", "2026-12-31"),
        ] {
            let cycle = named(name, month);
            assert_eq!((cycle.from, cycle.until), (day(from), day(until)), "{name}");
            assert_eq!(cycle.check(), Ok(()), "{name}");
        }
    }

    #[test]
    fn a_cycle_holds_its_first_and_its_last_day() {
        let cycle = named("2026", 1);
        for (on, held) in
            [("2025-12-31", false), ("2026-01-01", true), ("2026-12-31", true), ("2027-01-01", false)]
        {
            assert_eq!(cycle.holds(day(on)), held, "{on}");
        }
    }

    #[test]
    fn the_halves_of_a_cycle_leave_no_day_out() {
        for (from, until, middle) in [
            ("2026-01-01", "2026-12-31", "2026-07-02"),
            ("2026-01-01", "2026-01-01", "2026-01-01"),
            ("2028-01-01", "2028-12-31", "2028-07-01"),
        ] {
            let cycle = ReviewCycle { from: day(from), until: day(until), ..named("2026", 1) };
            let [first, second] = cycle.halves();
            assert_eq!((first.0, first.1, second.1), (day(from), day(middle), day(until)), "{from}");
            assert_eq!(second.0, first.1.succ_opt().expect("a day"), "{from}");
        }
    }

    #[test]
    fn the_steps_of_a_cycle_have_their_days_in_order() {
        let whole = ReviewCycle {
            self_review_by: Some(day("2026-11-20")),
            share_by: Some(day("2026-12-04")),
            discuss_by: Some(day("2026-12-16")),
            sign_by: Some(day("2026-12-22")),
            ..named("2026", 1)
        };
        for (what, cycle, rule) in [
            ("whole", whole.clone(), None),
            ("one left out", ReviewCycle { share_by: None, ..whole.clone() }, None),
            ("the same day twice", ReviewCycle { share_by: whole.discuss_by, ..whole.clone() }, None),
            (
                "signed before it is discussed",
                ReviewCycle { sign_by: whole.share_by, ..whole.clone() },
                Some("review.cycle_order"),
            ),
            (
                "ends before it begins",
                ReviewCycle { until: day("2025-12-31"), ..whole.clone() },
                Some("review.cycle_days"),
            ),
            ("one day", ReviewCycle { from: whole.until, ..whole.clone() }, None),
            ("no name", ReviewCycle { name: " ".into(), ..whole.clone() }, Some("review.no_cycle")),
            (
                "a name of two lines",
                ReviewCycle { name: "2026\nH1".into(), ..whole.clone() },
                Some("text.line_breaks"),
            ),
        ] {
            assert_eq!(cycle.check().err().map(|refusal| refusal.rule), rule, "{what}");
        }
        for (step, by) in [
            (ReviewStep::SelfReview, whole.self_review_by),
            (ReviewStep::Draft, whole.share_by),
            (ReviewStep::TimeToRead, whole.discuss_by),
            (ReviewStep::Discussion, whole.discuss_by),
            (ReviewStep::Signed, whole.sign_by),
        ] {
            assert_eq!(whole.next(step), by.map(|by| Deadline { step, by }), "{step:?}");
        }
        assert_eq!(named("2026", 1).next(ReviewStep::Draft), None, "no day was set");
    }
}
