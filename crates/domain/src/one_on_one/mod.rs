//! The regular meeting of two people, and its document.
//!
//! The document belongs to the pair and has five sections; the margin beside it belongs to the owner alone and is a
//! record of its own, because visibility goes by record.

use chrono::{DateTime, NaiveDateTime, Utc};

use crate::{MarginId, MeetingId, PersonId, Refusal, SectionId, text};

pub mod due;
mod first;
mod pair;
pub mod reminder;
mod state;
mod template;
pub use first::{
    AgendaItem, FIRST_MINUTES, FIRST_RANGE, Topic, check_agenda, invitation, is_odd_length, make_agenda,
};
pub use pair::{EVERY_SECOND_WEEK, Factors, Pair, WEEKLY};
pub use state::MeetingState;
pub use template::{SectionKind, TemplateSection, people_template};

/// The shortest and longest planned length, in minutes. Ten minutes are still worth holding.
pub const MINUTES: std::ops::RangeInclusive<u32> = 10..=480;
/// The usual length, in minutes.
pub const USUAL_MINUTES: u32 = 30;

/// One 1:1: planned, held, moved or cancelled, with one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Which meeting.
    pub id: MeetingId,
    /// With whom.
    pub person: PersonId,
    /// Start, as the clock on the wall says it where the meeting is.
    pub starts: NaiveDateTime,
    /// The IANA zone of that wall clock, such as `Europe/Lisbon`; empty: where the owner is.
    pub zone: String,
    /// Planned length in minutes.
    pub minutes: u32,
    /// How far it has come.
    pub state: MeetingState,
    /// Why it was moved or cancelled; empty otherwise.
    pub reason: String,
    /// The meeting that this one was moved from.
    pub moved_from: Option<MeetingId>,
    /// When it really began.
    pub began_at: Option<DateTime<Utc>>,
    /// When it really ended.
    pub ended_at: Option<DateTime<Utc>>,
}

impl Meeting {
    /// A planned meeting.
    pub fn planned(id: MeetingId, person: PersonId, starts: NaiveDateTime, minutes: u32) -> Self {
        Self {
            id,
            person,
            starts,
            minutes,
            zone: String::new(),
            state: MeetingState::Planned,
            reason: String::new(),
            moved_from: None,
            began_at: None,
            ended_at: None,
        }
    }

    /// Whether the meeting may be kept as it stands.
    ///
    /// # Errors
    /// Refuses a length outside [`MINUTES`].
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("reason", &self.reason)?;
        text::check_line("time zone", &self.zone)?;
        if !MINUTES.contains(&self.minutes) {
            return Err(Refusal::new("one_on_one.minutes", "A 1:1 takes between 10 minutes and 8 hours.")
                .next("Ten minutes are still worth holding. Choose a length in that range."));
        }
        Ok(())
    }
}

/// One section of a 1:1 document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Which section.
    pub id: SectionId,
    /// Of which meeting's document.
    pub meeting: MeetingId,
    /// Where it stands in the document, from 0.
    pub place: u32,
    /// What it is about.
    pub kind: SectionKind,
    /// Its heading, frozen when the document was made: changing a template leaves old documents alone.
    pub title: String,
    /// What is written in it, Markdown.
    pub text: String,
}

/// What the owner writes beside a document for nobody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Margin {
    /// Which margin.
    pub id: MarginId,
    /// Beside which meeting's document.
    pub meeting: MeetingId,
    /// What is written in it, Markdown.
    pub text: String,
}

/// The empty sections of a new document, in the template's order.
pub fn make_sections(meeting: MeetingId) -> Vec<Section> {
    people_template()
        .iter()
        .zip(0..)
        .map(|(part, place)| Section {
            id: SectionId::make(),
            meeting,
            place,
            kind: part.kind,
            title: part.title.to_owned(),
            text: String::new(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_minutes_are_still_worth_holding() {
        let starts = "2026-11-19T10:00:00".parse().expect("a time");
        for (minutes, held) in [(9, false), (10, true), (USUAL_MINUTES, true), (480, true), (481, false)] {
            let meeting = Meeting::planned(MeetingId::make(), PersonId::make(), starts, minutes);
            assert_eq!(meeting.check().is_ok(), held, "{minutes}");
        }
    }

    #[test]
    fn a_new_document_has_the_templates_sections_in_order_and_empty() {
        let meeting = MeetingId::make();
        let sections = make_sections(meeting);
        let kinds: Vec<_> = sections.iter().map(|section| (section.place, section.kind)).collect();
        let template: Vec<_> =
            people_template().iter().zip(0..).map(|(part, place)| (place, part.kind)).collect();
        assert_eq!(kinds, template);
        assert!(sections.iter().all(|section| section.meeting == meeting && section.text.is_empty()));
    }
}
