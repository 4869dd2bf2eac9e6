//! The notes of a 1:1 as they leave: what both may read.
//!
//! [`Notes`] is the whole of what can leave. It has no place for a margin, a preparation, a note of the fuzzy folder or a
//! reason that was kept for the owner alone, so none of them can slip in.

use chrono::{NaiveDate, NaiveDateTime};
use domain::action::ActionState;
use domain::one_on_one::{RemarkKind, Topic, Understanding};

use crate::leaving::{Block, Leaving};
use crate::markdown::say_day;

/// The shared part of one 1:1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notes {
    /// One of the two: the owner of the vault.
    pub owner: String,
    /// The other.
    pub person: String,
    /// When it started, on the clock of `zone`.
    pub starts: NaiveDateTime,
    /// The zone of that clock; empty where the owner is.
    pub zone: String,
    /// Planned length in minutes.
    pub minutes: u32,
    /// The sections of its document, in order, but for personal ones.
    pub sections: Vec<NotesSection>,
    /// Its agenda.
    pub agenda: Vec<NotesPoint>,
    /// What was added below the whole document.
    pub remarks: Vec<NotesRemark>,
    /// What the two said of their understanding when they parted.
    pub understanding: Option<Understanding>,
    /// What was promised there.
    pub promises: Vec<NotesPromise>,
}

/// A section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotesSection {
    /// Its heading.
    pub title: String,
    /// What is written in it, Markdown.
    pub text: String,
    /// What was added below it.
    pub remarks: Vec<NotesRemark>,
}

/// A remark for both to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotesRemark {
    /// Why it is there.
    pub kind: RemarkKind,
    /// What it says, Markdown.
    pub text: String,
    /// The day it was added.
    pub on: NaiveDate,
}

/// A point of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotesPoint {
    /// What a first meeting talks about; none for a point that somebody added.
    pub topic: Option<Topic>,
    /// The point that somebody added.
    pub text: String,
    /// Whether it was talked about.
    pub done: bool,
}

/// A promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotesPromise {
    /// Who owes it, by name.
    pub owner: String,
    /// What was promised.
    pub text: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Whether it is still owed.
    pub state: ActionState,
}

impl Leaving for Notes {
    const KIND: &'static str = "Notes of a 1:1";
    const REST: &'static str = "The whole is in the file of these notes.";

    fn subject(&self) -> String {
        format!("Notes of our 1:1 on {}", say_day(self.starts.date()))
    }

    fn dated(&self) -> Option<NaiveDate> {
        Some(self.starts.date())
    }

    fn blocks(&self) -> Vec<Block<'_>> {
        blocks(self)
    }
}

fn blocks(notes: &Notes) -> Vec<Block<'_>> {
    let mut blocks =
        vec![Block::Title(format!("1:1 of {} and {}", notes.owner, notes.person)), Block::Fact(when(notes))];
    let head = blocks.len();
    for section in &notes.sections {
        if section.text.trim().is_empty() && section.remarks.is_empty() {
            continue;
        }
        blocks.push(Block::Heading(&section.title));
        if !section.text.trim().is_empty() {
            blocks.push(Block::Prose((&section.text).into()));
        }
        blocks.extend(section.remarks.iter().flat_map(remark));
    }
    if !notes.remarks.is_empty() {
        blocks.push(Block::Heading("Added to the document"));
        blocks.extend(notes.remarks.iter().flat_map(remark));
    }
    if !notes.agenda.is_empty() {
        blocks.push(Block::Heading("Agenda"));
        blocks.extend(notes.agenda.iter().map(|point| {
            let text: &str = point.topic.map_or(point.text.as_str(), |of| topic(of));
            Block::Item(format!("{text}, {}", if point.done { "talked about" } else { "left open" }))
        }));
    }
    match &notes.understanding {
        Some(Understanding::Same) => {
            blocks.push(Block::Heading("What we understood"));
            blocks.push(Block::Fact("We both left with the same understanding.".to_owned()));
        }
        Some(Understanding::Differs(difference)) => {
            blocks.push(Block::Heading("Where we differ"));
            blocks.push(Block::Prose(difference.into()));
        }
        None => {}
    }
    if !notes.promises.is_empty() {
        blocks.push(Block::Heading("What was promised"));
        blocks.extend(notes.promises.iter().map(promise));
    }
    if blocks.len() == head {
        blocks.push(Block::Fact("Nothing is written yet.".to_owned()));
    }
    blocks
}

fn when(notes: &Notes) -> String {
    let zone = if notes.zone.is_empty() { String::new() } else { format!(" ({})", notes.zone) };
    let starts = notes.starts;
    format!(
        "{} {}, {}{zone}, {} minutes",
        starts.format("%A"),
        say_day(starts.date()),
        starts.format("%H:%M"),
        notes.minutes
    )
}

fn remark(remark: &NotesRemark) -> [Block<'_>; 2] {
    let word = match remark.kind {
        RemarkKind::Shared => "Added",
        RemarkKind::Correction => "Corrected",
    };
    [Block::Fact(format!("{word} on {}:", say_day(remark.on))), Block::Prose((&remark.text).into())]
}

fn promise(promise: &NotesPromise) -> Block<'_> {
    let due = promise.due.map(|due| format!(", by {}", say_day(due))).unwrap_or_default();
    let state = match promise.state {
        ActionState::Open => "",
        ActionState::Done => " (done)",
        ActionState::Dropped => " (no longer owed)",
    };
    Block::Item(format!("{}: {}{due}{state}", promise.owner, promise.text))
}

fn topic(topic: Topic) -> &'static str {
    match topic {
        Topic::GroundRules => "Ground rules",
        Topic::Goals => "First goals",
        Topic::Document => "The document: who writes what, and by when",
        Topic::Cadence => "How often we meet",
        Topic::KeepingTheSlot => "What may outrank the meeting",
        Topic::StandingAims => "What these meetings are for",
    }
}

#[cfg(test)]
mod tests;
