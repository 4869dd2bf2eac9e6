//! The fuzzy folder: what the owner noticed about one person through the year, warm and constructive.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{NoteId, PersonId, Refusal, text};

/// Whether a note is praise or something to improve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// Worth praising.
    Praise,
    /// An area to improve.
    Constructive,
}

/// What a note is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// Something delivered.
    Delivery,
    /// Leading others.
    Leadership,
    /// A hard moment.
    Difficulty,
    /// Anything else.
    #[default]
    Other,
}

/// One entry of somebody's fuzzy folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Which note.
    pub id: NoteId,
    /// Whose folder it is in.
    pub person: PersonId,
    /// Praise or to improve.
    pub polarity: Polarity,
    /// What it is about.
    pub kind: NoteKind,
    /// What happened, Markdown.
    pub text: String,
    /// The day it happened.
    pub on: NaiveDate,
    /// The day it was talked about, once it was.
    pub raised_on: Option<NaiveDate>,
    /// Set aside by the owner.
    pub dismissed: bool,
}

impl Note {
    /// Whether the note may be kept, on `today`.
    ///
    /// # Errors
    /// Refuses an empty note, a day in the future, and a note that was raised before it happened.
    pub fn check(&self, today: NaiveDate) -> Result<(), Refusal> {
        text::check_text(&self.text)?;
        if self.text.trim().is_empty() {
            return Err(
                Refusal::new("note.empty", "The note is empty.").next("Write one line about what happened.")
            );
        }
        if self.on > today {
            return Err(Refusal::new(
                "note.on_the_future",
                "A note is about something that has happened; its day is in the future.",
            )
            .next("Choose today or an earlier day."));
        }
        if self.raised_on.is_some_and(|raised| raised < self.on) {
            return Err(Refusal::new("note.raised_before", "The note was raised before it happened.")
                .next("Check the two dates."));
        }
        Ok(())
    }

    /// Whether the note still waits to be talked about.
    pub fn is_unraised(&self) -> bool {
        self.raised_on.is_none() && !self.dismissed
    }

    /// Days from the day it happened to `today`.
    pub fn age_days(&self, today: NaiveDate) -> i64 {
        (today - self.on).num_days()
    }
}

/// The first day of the longest empty stretches, so that a year can be remembered evenly: every stretch of at least
/// `days` days between `from` and `to` (both included) on which nothing in `on` happened, as first and last empty day.
pub fn empty_spells(
    on: &[NaiveDate],
    from: NaiveDate,
    to: NaiveDate,
    days: i64,
) -> Vec<(NaiveDate, NaiveDate)> {
    let mut inside: Vec<NaiveDate> = on.iter().copied().filter(|day| (from..=to).contains(day)).collect();
    inside.sort_unstable();
    let mut spells = Vec::new();
    let mut free_from = Some(from);
    for day in inside.into_iter().map(Some).chain([None]) {
        let free_to = day.map_or(Some(to), |day| day.pred_opt());
        if let (Some(start), Some(end)) = (free_from, free_to)
            && (end - start).num_days() + 1 >= days
        {
            spells.push((start, end));
        }
        free_from = day.and_then(|day| day.succ_opt());
    }
    spells
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn note(text: &str, on: &str) -> Note {
        Note {
            id: NoteId::make(),
            person: PersonId::make(),
            polarity: Polarity::Praise,
            kind: NoteKind::Other,
            text: text.into(),
            on: day(on),
            raised_on: None,
            dismissed: false,
        }
    }

    #[test]
    fn a_note_is_about_something_that_has_happened() {
        let today = day("2026-11-22");
        assert_eq!(note("Led the drill", "2026-11-22").check(today), Ok(()));
        assert_eq!(note(" ", "2026-11-22").check(today).expect_err("empty").rule, "note.empty");
        assert_eq!(note("x", "2026-11-23").check(today).expect_err("future").rule, "note.on_the_future");
        let raised = Note { raised_on: Some(day("2026-11-01")), ..note("x", "2026-11-02") };
        assert_eq!(raised.check(today).expect_err("raised").rule, "note.raised_before");
    }

    #[test]
    fn empty_spells_name_the_gaps_of_a_year() {
        let on = [day("2026-04-05"), day("2026-05-19"), day("2026-05-20"), day("2025-01-01")];
        let spells = empty_spells(&on, day("2026-04-01"), day("2026-06-30"), 30);
        assert_eq!(spells, [(day("2026-04-06"), day("2026-05-18")), (day("2026-05-21"), day("2026-06-30"))]);
        assert_eq!(
            empty_spells(&[], day("2026-01-01"), day("2026-01-30"), 30),
            [(day("2026-01-01"), day("2026-01-30"))]
        );
        assert_eq!(empty_spells(&[], day("2026-01-01"), day("2026-01-29"), 30), []);
    }
}
