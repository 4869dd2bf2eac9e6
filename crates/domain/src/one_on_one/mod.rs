//! The regular meeting of two people, and its document.
//!
//! The document belongs to the pair; what the owner writes beside it belongs to the owner alone and stands in records of
//! its own, because visibility goes by record: [`Margin`] is private, [`Prep`] is private, a [`Section`] is shared.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    MarginId, MeetingId, NoteId, PairId, PersonId, PrepId, Refusal, RemarkId, SectionId, TemplateId, text,
};

mod document;
pub mod due;
mod first;
mod pair;
pub mod reminder;
mod state;
mod template;
pub use document::{
    DocumentState, Facts, LEARNING_STREAK, Understanding, blank_streak, is_mostly_status, needs_in,
};
pub use first::{
    AgendaItem, FIRST_MINUTES, FIRST_RANGE, Topic, check_agenda, invitation, is_odd_length, make_agenda,
};
pub use pair::{EVERY_SECOND_WEEK, Factors, Pair, WEEKLY};
pub use state::MeetingState;
pub use template::{Aim, BuiltIn, Range, SectionKind, Template, TemplateSection, check_sections, unserved};

/// The shortest and longest planned length, in minutes. Ten minutes are still worth holding.
pub const MINUTES: std::ops::RangeInclusive<u32> = 10..=480;
/// The usual length, in minutes.
pub const USUAL_MINUTES: u32 = 30;

/// Which kind of meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MeetingKind {
    /// The first of the two: longer, with an agenda of its own.
    Initial,
    /// Any other.
    #[default]
    Regular,
    /// Takes up what another one left.
    FollowUp,
}

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The owner of the vault.
    Mine,
    /// The other person.
    Theirs,
}

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
    /// Which kind of meeting.
    pub kind: MeetingKind,
    /// The series it belongs to.
    pub pair: Option<PairId>,
    /// The slot of that series it stands for, wherever it was moved since.
    pub slot: Option<NaiveDateTime>,
    /// The meeting whose open points it takes up.
    pub follows: Option<MeetingId>,
    /// Who asked for the move or cancellation.
    pub moved_by: Option<Side>,
    /// The template its document was made from; the built-in one when absent.
    pub template: Option<TemplateId>,
    /// That template's version then.
    pub template_version: u32,
    /// When the blank document went out.
    pub template_sent_at: Option<DateTime<Utc>>,
    /// When the document was handed in by its author.
    pub submitted_at: Option<DateTime<Utc>>,
    /// The owner said: same understanding.
    pub same_mine: bool,
    /// The other said so.
    pub same_theirs: bool,
    /// Where the two differ; empty otherwise.
    pub difference: String,
    /// When the notes went out.
    pub notes_sent_at: Option<DateTime<Utc>>,
    /// What the calendar it came from calls it (RFC 5545, UID).
    pub calendar_uid: String,
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
            kind: MeetingKind::Regular,
            pair: None,
            slot: None,
            follows: None,
            moved_by: None,
            template: None,
            template_version: BuiltIn::VERSION,
            template_sent_at: None,
            submitted_at: None,
            same_mine: false,
            same_theirs: false,
            difference: String::new(),
            notes_sent_at: None,
            calendar_uid: String::new(),
        }
    }

    /// Whether the meeting may be kept as it stands.
    ///
    /// # Errors
    /// Refuses a length outside [`MINUTES`].
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("reason", &self.reason)?;
        text::check_line("time zone", &self.zone)?;
        text::check_text(&self.difference)?;
        if !MINUTES.contains(&self.minutes) {
            return Err(Refusal::new("one_on_one.minutes", "A 1:1 takes between 10 minutes and 8 hours.")
                .next("Ten minutes are still worth holding. Choose a length in that range."));
        }
        Ok(())
    }

    /// What the two said of their understanding; nothing until both ticked or a difference is written down.
    pub fn understanding(&self) -> Option<Understanding> {
        if !self.difference.trim().is_empty() {
            return Some(Understanding::Differs(self.difference.clone()));
        }
        (self.same_mine && self.same_theirs).then_some(Understanding::Same)
    }

    /// Minutes from the end of the meeting until its notes were out.
    pub fn minutes_to_send(&self) -> Option<i64> {
        Some((self.notes_sent_at? - self.ended_at?).num_minutes().max(0))
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
    /// One line of text is all it asks for.
    pub brief: bool,
    /// How far its remarks about the environment reach.
    pub ranges: Vec<Range>,
    /// It was talked about.
    pub is_talked: bool,
}

impl Section {
    /// The empty section that a template asks for.
    pub fn of(part: &TemplateSection, id: SectionId, meeting: MeetingId, place: u32) -> Self {
        Self {
            id,
            meeting,
            place,
            kind: part.kind,
            title: part.title.clone(),
            text: String::new(),
            brief: part.brief,
            ranges: Vec::new(),
            is_talked: false,
        }
    }
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
    /// Beside which section; beside the whole document when absent.
    pub section: Option<SectionId>,
    /// The note of the fuzzy folder that was carried here.
    pub note: Option<NoteId>,
}

impl Margin {
    /// The margin beside a whole document.
    pub fn beside(id: MarginId, meeting: MeetingId, text: impl Into<String>) -> Self {
        Self { id, meeting, text: text.into(), section: None, note: None }
    }
}

/// Why a remark stands in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RemarkKind {
    /// Text that the owner chose to share: a copy, never the margin itself.
    Shared,
    /// Added after the document was archived, which itself no longer changes.
    Correction,
}

/// What the owner added to a document for both to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Which remark.
    pub id: RemarkId,
    /// In which meeting's document.
    pub meeting: MeetingId,
    /// Below which section; below the whole document when absent.
    pub section: Option<SectionId>,
    /// Why it is there.
    pub kind: RemarkKind,
    /// What it says, Markdown.
    pub text: String,
    /// The day it was added.
    pub on: NaiveDate,
}

impl Remark {
    /// Whether the remark may be kept as it stands.
    ///
    /// # Errors
    /// Refuses an empty one.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_text(&self.text)?;
        if self.text.trim().is_empty() {
            return Err(Refusal::new("remark.empty", "There is nothing to add yet.").next("Write it first."));
        }
        Ok(())
    }
}

/// What the owner did to prepare a meeting; for nobody else to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prep {
    /// Which preparation.
    pub id: PrepId,
    /// Of which meeting.
    pub meeting: MeetingId,
    /// When the earlier documents were read again.
    pub history_at: Option<DateTime<Utc>>,
    /// When the document was read.
    pub document_at: Option<DateTime<Utc>>,
    /// When the fuzzy folder was looked through.
    pub folder_at: Option<DateTime<Utc>>,
    /// Seconds spent so far.
    pub seconds: u32,
}

impl Prep {
    /// Nothing done yet.
    pub fn begun(id: PrepId, meeting: MeetingId) -> Self {
        Self { id, meeting, history_at: None, document_at: None, folder_at: None, seconds: 0 }
    }

    /// Whether all three are ticked.
    pub fn is_complete(&self) -> bool {
        self.history_at.is_some() && self.document_at.is_some() && self.folder_at.is_some()
    }
}

/// The empty sections of a new document, in the template's order.
pub fn make_sections(meeting: MeetingId, template: &[TemplateSection]) -> Vec<Section> {
    template
        .iter()
        .zip(0..)
        .map(|(part, place)| Section::of(part, SectionId::make(), meeting, place))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meeting() -> Meeting {
        let starts = "2026-11-19T10:00:00".parse().expect("a time");
        Meeting::planned(MeetingId::make(), PersonId::make(), starts, USUAL_MINUTES)
    }

    #[test]
    fn a12_ten_minutes_are_still_worth_holding() {
        for (minutes, held) in [(9, false), (10, true), (USUAL_MINUTES, true), (480, true), (481, false)] {
            assert_eq!(Meeting { minutes, ..meeting() }.check().is_ok(), held, "{minutes}");
        }
    }

    #[test]
    fn a_new_document_has_the_templates_sections_in_order_and_empty() {
        let of = MeetingId::make();
        let template = BuiltIn::Managers.sections();
        let sections = make_sections(of, &template);
        let kinds: Vec<_> = sections.iter().map(|part| (part.place, part.kind, part.brief)).collect();
        let wanted: Vec<_> =
            template.iter().zip(0..).map(|(part, place)| (place, part.kind, part.brief)).collect();
        assert_eq!(kinds, wanted);
        assert!(sections.iter().all(|section| section.meeting == of && section.text.is_empty()));
    }

    #[test]
    fn a40_both_say_the_same_or_a_difference_is_written_down() {
        let same = Meeting { same_mine: true, same_theirs: true, ..meeting() };
        let differs = Understanding::Differs("the date".into());
        for (what, meeting, understanding) in [
            ("nobody said anything", meeting(), None),
            ("one alone", Meeting { same_mine: true, ..meeting() }, None),
            ("both", same.clone(), Some(Understanding::Same)),
            (
                "a difference outweighs the ticks",
                Meeting { difference: "the date".into(), ..same },
                Some(differs),
            ),
        ] {
            assert_eq!(meeting.understanding(), understanding, "{what}");
        }
    }

    #[test]
    fn a41_minutes_to_send_run_from_the_end_of_the_meeting() {
        let at = |text: &str| Some(text.parse().expect("an instant"));
        let ended = Meeting { ended_at: at("2026-11-19T10:30:00Z"), ..meeting() };
        assert_eq!(ended.minutes_to_send(), None);
        let sent = Meeting { notes_sent_at: at("2026-11-19T10:42:30Z"), ..ended };
        assert_eq!(sent.minutes_to_send(), Some(12));
    }
}
