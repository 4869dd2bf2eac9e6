//! What stands around a document: agenda, remarks, notes in the margin, preparation, the parting.

use domain::one_on_one::{Meeting, RemarkKind, Topic, Understanding};
use domain::{AgendaId, MarginId, NoteId, RemarkId, SectionId};
use serde::Serialize;
use store::StoreFault;
use store::noun::meeting::Written;
use store::noun::{Reading, agenda, prep, remark};

use crate::stamp::{Day, Instant};

/// A point of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Point {
    /// Which point.
    pub id: AgendaId,
    /// What a first meeting talks about; none for a point that somebody added.
    pub topic: Option<Topic>,
    /// The point that somebody added.
    pub text: String,
    /// Whether it was talked about.
    pub done: bool,
    /// Why it stays open.
    pub open_because: String,
}

impl Point {
    pub(super) fn of(read: &Reading, meeting: domain::MeetingId) -> Result<Vec<Self>, StoreFault> {
        let items = agenda::of(read, meeting)?;
        Ok(items
            .into_iter()
            .map(|item| Self {
                id: item.id,
                topic: item.topic,
                text: item.text,
                done: item.done,
                open_because: item.open_because,
            })
            .collect())
    }
}

/// Something added to a document for both to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RemarkText {
    /// Which remark.
    pub id: RemarkId,
    /// Below which section; below the whole document when absent.
    pub section: Option<SectionId>,
    /// Why it is there.
    pub kind: RemarkKind,
    /// What it says, Markdown.
    pub text: String,
    /// The day it was added.
    pub on: Day,
}

impl RemarkText {
    pub(super) fn of(read: &Reading, meeting: domain::MeetingId) -> Result<Vec<Self>, StoreFault> {
        let remarks = remark::of(read, meeting)?;
        Ok(remarks
            .into_iter()
            .map(|remark| Self {
                id: remark.id,
                section: remark.section,
                kind: remark.kind,
                text: remark.text,
                on: Day(remark.on),
            })
            .collect())
    }
}

/// A private note beside a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Annotation {
    /// Which note of the margin.
    pub id: MarginId,
    /// Beside which section.
    pub section: Option<SectionId>,
    /// The note of the fuzzy folder that was carried along.
    pub note: Option<NoteId>,
    /// What it says, Markdown.
    pub text: String,
    /// When it was last changed.
    pub changed_at: Option<Instant>,
}

impl From<Written<domain::one_on_one::Margin>> for Annotation {
    fn from(written: Written<domain::one_on_one::Margin>) -> Self {
        let Written { value, changed_at } = written;
        Self {
            id: value.id,
            section: value.section,
            note: value.note,
            text: value.text,
            changed_at: changed_at.map(Instant),
        }
    }
}

/// What the owner did to prepare a 1:1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PrepState {
    /// When the earlier documents were read again.
    pub history_at: Option<Instant>,
    /// When the document was read.
    pub document_at: Option<Instant>,
    /// When the fuzzy folder was looked through.
    pub folder_at: Option<Instant>,
    /// Seconds spent so far.
    pub seconds: u32,
    /// Seconds spent on the last eight with the same person, the newest first.
    pub earlier_seconds: Vec<u32>,
}

/// A trend looks at so many preparations.
const TREND: u32 = 8;

impl PrepState {
    pub(super) fn of(read: &Reading, meeting: &Meeting) -> Result<Self, StoreFault> {
        let earlier_seconds = prep::seconds_before(read, meeting.person, meeting.starts, TREND)?;
        let Some(prep) = prep::of(read, meeting.id)? else {
            return Ok(Self { earlier_seconds, ..Self::default() });
        };
        Ok(Self {
            history_at: prep.history_at.map(Instant),
            document_at: prep.document_at.map(Instant),
            folder_at: prep.folder_at.map(Instant),
            seconds: prep.seconds,
            earlier_seconds,
        })
    }
}

/// What the two said when they parted, and the notes on their way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Parted {
    /// The owner said: same understanding.
    pub same_mine: bool,
    /// The other said so.
    pub same_theirs: bool,
    /// Where the two differ, Markdown.
    pub difference: String,
    /// When the meeting began.
    pub began_at: Option<Instant>,
    /// When it ended.
    pub ended_at: Option<Instant>,
    /// When the notes went out.
    pub notes_sent_at: Option<Instant>,
    /// Minutes from the end until then.
    pub minutes_to_send: Option<i64>,
    /// Whether the two agree, once both said something.
    pub agreed: Option<bool>,
}

impl Parted {
    pub(super) fn of(meeting: &Meeting) -> Self {
        Self {
            same_mine: meeting.same_mine,
            same_theirs: meeting.same_theirs,
            difference: meeting.difference.clone(),
            began_at: meeting.began_at.map(Instant),
            ended_at: meeting.ended_at.map(Instant),
            notes_sent_at: meeting.notes_sent_at.map(Instant),
            minutes_to_send: meeting.minutes_to_send(),
            agreed: meeting.understanding().map(|understanding| understanding == Understanding::Same),
        }
    }
}
