//! The points of a meeting: sections and agenda, ticked as they are talked about.

use domain::one_on_one::{AgendaItem, Meeting, Range, Section};
use domain::{AgendaId, MeetingId, Refusal, SectionId};
use serde::Deserialize;
use store::noun::agenda;

use super::archived;
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::{Made, Saved};

/// Ticks a section as talked about, or says how far its remarks about the environment reach.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct MarkSection {
    /// Which section.
    pub section: SectionId,
    /// Whether it was talked about.
    pub talked: Option<bool>,
    /// How far its remarks reach.
    pub ranges: Option<Vec<Range>>,
}

impl OpenCall for MarkSection {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            let mut section: Section = need(deed.read(), self.section)?;
            let meeting: Meeting = need(deed.read(), section.meeting)?;
            archived::refuse(&meeting)?;
            section.is_talked = self.talked.unwrap_or(section.is_talked);
            if let Some(ranges) = self.ranges {
                section.ranges = Range::ALL.into_iter().filter(|range| ranges.contains(range)).collect();
            }
            deed.put(&section)
        })
    }
}

/// Adds a point to a meeting's agenda.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AddPoint {
    /// Of which 1:1.
    pub meeting: MeetingId,
    /// The point, in one line.
    pub text: String,
}

impl OpenCall for AddPoint {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let done = desk.deed(Self::NAME, |deed| {
            let meeting: Meeting = need(deed.read(), self.meeting)?;
            archived::refuse(&meeting)?;
            let there = agenda::of(deed.read(), meeting.id)?;
            let item = AgendaItem {
                id: AgendaId::make(),
                meeting: meeting.id,
                place: there.last().map_or(0, |last| last.place + 1),
                topic: None,
                text: self.text.trim().to_owned(),
                done: false,
                open_because: String::new(),
            };
            item.check()?;
            deed.put(&item)?;
            Ok(item.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

/// Ticks a point of the agenda, or says why it stays open. A point that somebody added may be taken away.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct SetPoint {
    /// Which point.
    pub id: AgendaId,
    /// Whether it was talked about.
    pub done: Option<bool>,
    /// Why it stays open.
    pub open_because: Option<String>,
    /// Takes the point away.
    pub remove: Option<bool>,
}

impl OpenCall for SetPoint {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            let mut item: AgendaItem = need(deed.read(), self.id)?;
            let meeting: Meeting = need(deed.read(), item.meeting)?;
            archived::refuse(&meeting)?;
            if self.remove == Some(true) {
                if item.topic.is_some() {
                    return Err(Refusal::new("agenda.topic", "Every first meeting has this point.")
                        .next("Say why it stays open instead.")
                        .into());
                }
                return deed.remove::<AgendaItem>(item.id).map(|_| ());
            }
            item.done = self.done.unwrap_or(item.done);
            item.open_because = self.open_because.unwrap_or(item.open_because);
            item.check()?;
            deed.put(&item)
        })
    }
}
