//! Changing a note: its words, its day, whether it was raised.

use chrono::NaiveDate;
use domain::folder::{Note, NoteKind, Polarity};
use domain::one_on_one::Meeting;
use domain::{GoalId, MeetingId, NoteId, Refusal};
use serde::Deserialize;
use store::StoreFault;
use store::noun::Reading;

use super::said::{Said, check_meetings};
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;
use crate::stamp::{Day, given};

/// Changes what is given and leaves the rest.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct EditNote {
    /// Which note.
    pub id: NoteId,
    /// Praise or to improve.
    pub polarity: Option<Polarity>,
    /// What it is about.
    pub kind: Option<NoteKind>,
    /// What happened, Markdown.
    pub text: Option<String>,
    /// The day it happened.
    pub on: Option<Day>,
    /// The day it was talked about; `null` when it was not after all.
    #[serde(default, deserialize_with = "given")]
    pub raised_on: Option<Option<Day>>,
    /// The 1:1s in which it was talked about. With them it was raised on the day of the first, if no day is known.
    pub raised_in: Option<Vec<MeetingId>>,
    /// Whether it is set aside.
    pub dismissed: Option<bool>,
    /// Why it is set aside, in one line.
    pub dismissed_because: Option<String>,
    /// One moment that shows it, Markdown.
    pub example: Option<String>,
    /// What came of it, Markdown.
    pub consequence: Option<String>,
    /// A figure and its unit, such as `104 s`; empty for none.
    pub metric: Option<String>,
    /// Words that gather notes.
    pub tags: Option<Vec<String>>,
    /// The goals it is about.
    pub goals: Option<Vec<GoalId>>,
}

impl OpenCall for EditNote {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        desk.save(Self::NAME, |deed| {
            let mut note: Note = need(deed.read(), self.id)?;
            note.polarity = self.polarity.unwrap_or(note.polarity);
            note.kind = self.kind.unwrap_or(note.kind);
            note.text = self.text.unwrap_or(note.text);
            note.on = self.on.map_or(note.on, |day| day.0);
            if let Some(dismissed) = self.dismissed {
                note.dismissed = dismissed;
                note.dismissed_because = self.dismissed_because.unwrap_or_default().trim().to_owned();
                check_reason(&note)?;
            }
            let said = Said {
                example: self.example,
                consequence: self.consequence,
                metric: self.metric,
                tags: self.tags,
                goals: self.goals,
            };
            said.put_into(&mut note, deed.read())?;
            if let Some(meetings) = self.raised_in {
                check_meetings(deed.read(), &meetings, note.person)?;
                note.raised_in = meetings;
                note.raised_on = note.raised_on.or(first_day(deed.read(), &note.raised_in)?);
            }
            if let Some(raised) = self.raised_on {
                note.raised_on = raised.map(|day| day.0);
                if note.raised_on.is_none() {
                    note.raised_in.clear();
                }
            }
            note.check(today)?;
            deed.put(&note)
        })
    }
}

/// What is set aside says why, so that its owner still knows in December.
fn check_reason(note: &Note) -> Result<(), Refusal> {
    if note.dismissed && note.dismissed_because.is_empty() {
        return Err(Refusal::new("note.no_reason", "A note is set aside for a reason.")
            .next("Say why in one line, such as: it was a misunderstanding."));
    }
    Ok(())
}

/// The day of the earliest of these 1:1s.
fn first_day(read: &Reading, meetings: &[MeetingId]) -> Result<Option<NaiveDate>, StoreFault> {
    let days = meetings.iter().map(|id| need::<Meeting>(read, *id).map(|meeting| meeting.starts.date()));
    Ok(days.collect::<Result<Vec<_>, _>>()?.into_iter().min())
}
