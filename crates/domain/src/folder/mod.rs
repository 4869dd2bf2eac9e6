//! The fuzzy folder: what the owner noticed about one person through the year, warm and constructive.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{GoalId, MeetingId, NoteId, PersonId, Refusal, text};

mod look_back;
mod metric;
mod source;
mod tag;

pub use look_back::{LookBack, Mark, NUDGE_AFTER_DAYS, Quarter, RAISE_WITHIN_DAYS};
pub use metric::Metric;
pub use source::{Source, SourceKind};
pub use tag::{MOST_TAGS, TAG_CHARACTERS, check_tags, typed_tags};

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
    /// One moment that shows it, Markdown; may be empty.
    pub example: String,
    /// What came of it, Markdown; may be empty.
    pub consequence: String,
    /// A figure that shows it.
    pub metric: Option<Metric>,
    /// Words that gather notes.
    pub tags: Vec<String>,
    /// The goals it is about.
    pub goals: Vec<GoalId>,
    /// The 1:1s in which it was talked about.
    pub raised_in: Vec<MeetingId>,
    /// Why it was set aside.
    pub dismissed_because: String,
    /// When it was written down; not known of notes from before this was kept.
    pub kept_at: Option<DateTime<Utc>>,
}

/// How many goals and 1:1s a note may be linked to.
const MOST_LINKS: usize = 50;

impl Note {
    /// A note of one line about something that happened on a day.
    pub fn line(
        id: NoteId,
        person: PersonId,
        polarity: Polarity,
        text: impl Into<String>,
        on: NaiveDate,
    ) -> Self {
        Self {
            id,
            person,
            polarity,
            kind: NoteKind::default(),
            text: text.into(),
            on,
            raised_on: None,
            dismissed: false,
            example: String::new(),
            consequence: String::new(),
            metric: None,
            tags: Vec::new(),
            goals: Vec::new(),
            raised_in: Vec::new(),
            dismissed_because: String::new(),
            kept_at: None,
        }
    }

    /// Whether the note may be kept, on `today`.
    ///
    /// # Errors
    /// Refuses an empty note, a day in the future, a note that was raised before it happened, and parts that are too long
    /// or too many.
    pub fn check(&self, today: NaiveDate) -> Result<(), Refusal> {
        for text in [&self.text, &self.example, &self.consequence] {
            text::check_text(text)?;
        }
        text::check_line("reason", &self.dismissed_because)?;
        self.metric.as_ref().map_or(Ok(()), Metric::check)?;
        check_tags(&self.tags)?;
        if self.goals.len().max(self.raised_in.len()) > MOST_LINKS {
            return Err(Refusal::new("note.too_many_links", "The note is linked to too many goals or 1:1s.")
                .next("Keep the links that matter, and write another note."));
        }
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

    /// Whether it is about how somebody works with others and nothing shows it yet: no example and no figure.
    pub fn lacks_example(&self) -> bool {
        let is_soft = matches!(self.kind, NoteKind::Leadership | NoteKind::Difficulty);
        is_soft && self.example.trim().is_empty() && self.metric.is_none()
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
        Note::line(NoteId::make(), PersonId::make(), Polarity::Praise, text, day(on))
    }

    #[test]
    fn b10_a_note_about_working_with_others_asks_for_an_example() {
        let soft = Note { kind: NoteKind::Leadership, ..note("Calm in the outage", "2026-11-02") };
        let figure = Metric::typed("104 s").ok();
        for (note, lacks) in [
            (soft.clone(), true),
            (Note { kind: NoteKind::Difficulty, ..soft.clone() }, true),
            (Note { kind: NoteKind::Delivery, ..soft.clone() }, false),
            (Note { kind: NoteKind::Other, ..soft.clone() }, false),
            (Note { example: "Took the call at 3 am".into(), ..soft.clone() }, false),
            (Note { example: " ".into(), ..soft.clone() }, true),
            (Note { metric: figure, ..soft }, false),
        ] {
            assert_eq!(note.lacks_example(), lacks, "{note:?}");
        }
    }

    #[test]
    fn the_parts_of_a_note_are_bounded() {
        let one = note("x", "2026-11-02");
        let long = "x".repeat(text::TEXT_BYTES + 1);
        for (note, rule) in [
            (Note { example: long.clone(), ..one.clone() }, "text.too_long"),
            (Note { consequence: long, ..one.clone() }, "text.too_long"),
            (Note { dismissed_because: "a\nb".into(), ..one.clone() }, "text.line_breaks"),
            (Note { tags: vec!["two words".into()], ..one.clone() }, "tag.no_word"),
            (Note { goals: vec![GoalId::make(); MOST_LINKS + 1], ..one.clone() }, "note.too_many_links"),
            (Note { raised_in: vec![MeetingId::make(); MOST_LINKS + 1], ..one }, "note.too_many_links"),
        ] {
            assert_eq!(note.check(day("2026-11-22")).expect_err(rule).rule, rule);
        }
    }

    #[test]
    fn br1_a_note_is_about_something_that_has_happened() {
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
