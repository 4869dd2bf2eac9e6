//! The self review: written by the person it is about, handed in, passed back for more thought, taken.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

use super::point::Point;
use crate::folder::Polarity;
use crate::{Refusal, ReviewId, SelfReviewId, text};

/// A self review of so many sentences or fewer is short (a default of ours).
const SHORT_SENTENCES: usize = 5;

/// Where a self review stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SelfReviewState {
    /// Nothing is written.
    #[default]
    NotStarted,
    /// Being written.
    Draft,
    /// Handed in.
    Submitted,
    /// Passed back for more thought, with a note.
    Returned,
    /// The manager has taken it.
    Taken,
}

/// A self review. Its points are kept with the review they prepare ([`super::ReviewText::SelfReview`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelfReview {
    /// Which self review.
    pub id: SelfReviewId,
    /// For which review.
    pub review: ReviewId,
    /// Where it stands.
    pub state: SelfReviewState,
    /// What was said when it was passed back last, Markdown.
    pub note: String,
    /// How often it was passed back.
    pub returns: u32,
    /// The day it was handed in last.
    pub handed_in_on: Option<NaiveDate>,
}

impl SelfReview {
    /// One that nobody has written in.
    pub fn begun(id: SelfReviewId, review: ReviewId) -> Self {
        let state = SelfReviewState::NotStarted;
        Self { id, review, state, note: String::new(), returns: 0, handed_in_on: None }
    }

    /// The self review once something is written in it.
    ///
    /// # Errors
    /// Refuses while it is handed in, and after it was taken: only its author changes it, and not behind the reader's back.
    pub fn written(self) -> Result<Self, Refusal> {
        match self.state {
            SelfReviewState::NotStarted | SelfReviewState::Returned => {
                Ok(Self { state: SelfReviewState::Draft, ..self })
            }
            SelfReviewState::Draft => Ok(self),
            SelfReviewState::Submitted | SelfReviewState::Taken => {
                Err(Refusal::new("self_review.handed_in", "The self review is handed in.")
                    .next("It can be written in again once it is passed back."))
            }
        }
    }

    /// The self review, handed in on a day.
    ///
    /// # Errors
    /// Refuses one that is not being written.
    pub fn handed_in(self, on: NaiveDate) -> Result<Self, Refusal> {
        self.state.check_move(SelfReviewState::Submitted)?;
        Ok(Self { state: SelfReviewState::Submitted, handed_in_on: Some(on), ..self })
    }

    /// The self review, passed back for more thought.
    ///
    /// # Errors
    /// Refuses one that was not handed in, and to pass it back without a word.
    pub fn passed_back(self, note: String) -> Result<Self, Refusal> {
        self.state.check_move(SelfReviewState::Returned)?;
        check_return(&note)?;
        Ok(Self { state: SelfReviewState::Returned, note, returns: self.returns.saturating_add(1), ..self })
    }

    /// The self review, taken by the manager.
    ///
    /// # Errors
    /// Refuses one that was not handed in.
    pub fn taken(self) -> Result<Self, Refusal> {
        self.state.check_move(SelfReviewState::Taken)?;
        Ok(Self { state: SelfReviewState::Taken, ..self })
    }
}

impl SelfReviewState {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::NotStarted, Self::Draft, Self::Submitted, Self::Returned, Self::Taken];

    /// Whether this may follow.
    ///
    /// # Errors
    /// Refuses a step that leaves another out, and any after it was taken.
    pub fn check_move(self, to: Self) -> Result<(), Refusal> {
        use SelfReviewState::{Draft, NotStarted, Returned, Submitted, Taken};
        if matches!(
            (self, to),
            (NotStarted | Returned, Draft) | (Draft, Submitted) | (Submitted, Returned | Taken)
        ) {
            return Ok(());
        }
        Err(Refusal::new(
            "self_review.step",
            "A self review is written, handed in, then taken or passed back.",
        )
        .next("Take the next of these steps."))
    }

    /// Whether its author may write in it.
    pub fn is_open(self) -> bool {
        matches!(self, Self::NotStarted | Self::Draft | Self::Returned)
    }
}

/// What to say when a self review is passed back.
///
/// # Errors
/// Refuses to pass it back without a word.
pub fn check_return(note: &str) -> Result<(), Refusal> {
    text::check_text(note)?;
    if note.trim().is_empty() {
        return Err(Refusal::new("self_review.return_note", "A self review is passed back with a note.")
            .next("Say what to think about once more."));
    }
    Ok(())
}

/// What a self review says by its form. It hints, and never judges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// How many words it has.
    pub words: u32,
    /// It has five sentences or fewer.
    pub is_short: bool,
    /// It names nothing to improve.
    pub is_all_glowing: bool,
    /// How many words the manager's review should have at least; 0 where the self review is not short.
    pub words_wanted: u32,
}

impl Look {
    /// Looks at a self review: its text, and its points.
    pub fn at(whole: &str, points: &[Point]) -> Self {
        let words = text::count_words(whole);
        let is_short = words > 0 && count_sentences(whole) <= SHORT_SENTENCES;
        let improves = points.iter().any(|point| point.polarity() == Some(Polarity::Constructive));
        Self {
            words,
            is_short,
            is_all_glowing: !points.is_empty() && !improves,
            words_wanted: if is_short { words.saturating_mul(2) } else { 0 },
        }
    }
}

/// How many sentences a text has, as Unicode divides them (UAX #29).
fn count_sentences(text: &str) -> usize {
    text.unicode_sentences().count()
}

#[cfg(test)]
mod tests {
    use super::SelfReviewState::*;
    use super::*;
    use crate::review::point::{ReviewSection, sample};

    #[test]
    fn e10_a_self_review_is_handed_in_and_may_come_back() {
        for from in SelfReviewState::ALL {
            for to in SelfReviewState::ALL {
                let may = [
                    (NotStarted, Draft),
                    (Draft, Submitted),
                    (Submitted, Returned),
                    (Submitted, Taken),
                    (Returned, Draft),
                ];
                assert_eq!(from.check_move(to).is_ok(), may.contains(&(from, to)), "{from:?} to {to:?}");
            }
        }
        assert_eq!(SelfReviewState::ALL.map(SelfReviewState::is_open), [true, true, false, true, false]);
    }

    #[test]
    fn e10_it_comes_back_with_a_word() {
        for (note, rule) in [
            ("", "self_review.return_note"),
            (" \n", "self_review.return_note"),
            ("\0", "text.nul"),
            ("More on July.", ""),
        ] {
            assert_eq!(check_return(note).err().map_or("", |refusal| refusal.rule), rule);
        }
    }

    #[test]
    fn e10_e_r5_only_what_is_open_is_written_in_and_only_what_was_handed_in_is_taken() {
        let on: NaiveDate = "2026-11-20".parse().expect("a day");
        let rule = |outcome: Result<SelfReview, Refusal>| outcome.err().map_or("", |refusal| refusal.rule);
        let (step, handed_in) = ("self_review.step", "self_review.handed_in");
        for (state, written, submitted, taken) in [
            (NotStarted, "", step, step),
            (Draft, "", "", step),
            (Submitted, handed_in, step, ""),
            (Returned, "", step, step),
            (Taken, handed_in, step, step),
        ] {
            let own = || SelfReview { state, ..SelfReview::begun(SelfReviewId::make(), ReviewId::make()) };
            assert_eq!(rule(own().written()), written, "{state:?}");
            assert_eq!(rule(own().handed_in(on)), submitted, "{state:?}");
            assert_eq!(rule(own().taken()), taken, "{state:?}");
            assert_eq!(rule(own().passed_back("More on July.".into())), taken, "{state:?}");
        }
        let own =
            SelfReview { state: Submitted, ..SelfReview::begun(SelfReviewId::make(), ReviewId::make()) };
        assert_eq!(rule(own.clone().passed_back(" ".into())), "self_review.return_note");
        assert_eq!(own.passed_back("More.".into()).expect("passed back").returns, 1);
    }

    #[test]
    fn e9_a_short_self_review_asks_the_manager_for_twice_its_words() {
        let sentences = |count: usize| "I did well this year. ".repeat(count);
        for (count, short, wanted) in [(0, false, 0), (1, true, 10), (5, true, 50), (6, false, 0)] {
            let look = Look::at(&sentences(count), &[]);
            assert_eq!((look.is_short, look.words_wanted), (short, wanted), "{count} sentences");
        }
    }

    #[test]
    fn sentences_are_those_that_a_reader_sees() {
        for (text, count) in [
            ("", 0),
            ("...", 0),
            ("I did well", 1),
            ("I did well. You too!", 2),
            ("It took 1.5 hours. Fine.", 2),
            ("Tools, e.g. scripts, helped.", 1),
            ("- one\n- two\n", 2),
            ("それは良い。次は？", 2),
        ] {
            assert_eq!(count_sentences(text), count, "{text}");
        }
    }

    #[test]
    fn e3_a_self_review_that_names_nothing_to_improve_is_all_glowing() {
        let well = sample(ReviewSection::WentWell, "a");
        let improve = sample(ReviewSection::ToImprove, "b");
        for (points, glowing) in [(vec![], false), (vec![well.clone()], true), (vec![well, improve], false)] {
            assert_eq!(Look::at("I did well.", &points).is_all_glowing, glowing);
        }
    }
}
