//! Any noun, under one roof: what a folder carries.

use chrono::NaiveDate;
use domain::{
    RecordId, Refusal,
    action::Action,
    attachment::Attachment,
    folder::Note,
    goal::Goal,
    one_on_one::{Margin, Meeting, Section},
    person::Person,
    review::Review,
    text,
};

/// A kind of record, in the order a folder carries them: what others point at comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Noun {
    /// [`Person`]
    Person,
    /// [`Meeting`]
    OneOnOne,
    /// [`Section`]
    Section,
    /// [`Margin`]
    Margin,
    /// [`Note`]
    Note,
    /// [`Goal`]
    Goal,
    /// [`Review`]
    Review,
    /// [`Action`]
    Action,
    /// [`Attachment`]
    Attachment,
}

impl Noun {
    /// Every noun, in order.
    pub const ALL: [Self; 9] = [
        Self::Person,
        Self::OneOnOne,
        Self::Section,
        Self::Margin,
        Self::Note,
        Self::Goal,
        Self::Review,
        Self::Action,
        Self::Attachment,
    ];

    /// Its name in the folder.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::OneOnOne => "one_on_one",
            Self::Section => "section",
            Self::Margin => "margin",
            Self::Note => "note",
            Self::Goal => "goal",
            Self::Review => "review",
            Self::Action => "action",
            Self::Attachment => "attachment",
        }
    }
}

/// A record of any noun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// A person.
    Person(Person),
    /// A 1:1.
    OneOnOne(Meeting),
    /// A section of a 1:1 document.
    Section(Section),
    /// A private margin.
    Margin(Margin),
    /// A note of a fuzzy folder.
    Note(Note),
    /// A goal.
    Goal(Goal),
    /// A review draft.
    Review(Review),
    /// A promise.
    Action(Action),
    /// What is known of an attached file.
    Attachment(Attachment),
}

impl Record {
    /// Which noun it is.
    pub fn noun(&self) -> Noun {
        match self {
            Self::Person(_) => Noun::Person,
            Self::OneOnOne(_) => Noun::OneOnOne,
            Self::Section(_) => Noun::Section,
            Self::Margin(_) => Noun::Margin,
            Self::Note(_) => Noun::Note,
            Self::Goal(_) => Noun::Goal,
            Self::Review(_) => Noun::Review,
            Self::Action(_) => Noun::Action,
            Self::Attachment(_) => Noun::Attachment,
        }
    }

    /// Which record it is.
    pub fn id(&self) -> RecordId {
        match self {
            Self::Person(person) => person.id.record(),
            Self::OneOnOne(meeting) => meeting.id.record(),
            Self::Section(section) => section.id.record(),
            Self::Margin(margin) => margin.id.record(),
            Self::Note(note) => note.id.record(),
            Self::Goal(goal) => goal.id.record(),
            Self::Review(review) => review.id.record(),
            Self::Action(action) => action.id.record(),
            Self::Attachment(attachment) => attachment.id.record(),
        }
    }

    /// Whether a vault may keep the record. What depends on the day it was written on was checked then.
    pub(super) fn check(&self) -> Result<(), Refusal> {
        match self {
            Self::Person(person) => person.check().and_then(|()| text::check_text(&person.about)),
            Self::OneOnOne(meeting) => meeting.check(),
            Self::Section(section) => {
                text::check_line("title", &section.title).and_then(|()| text::check_text(&section.text))
            }
            Self::Margin(margin) => text::check_text(&margin.text),
            Self::Note(note) => note.check(NaiveDate::MAX),
            Self::Goal(goal) => goal.check(),
            Self::Review(review) => review.check(),
            Self::Action(action) => action.check(),
            Self::Attachment(attachment) => attachment.check(),
        }
    }
}
