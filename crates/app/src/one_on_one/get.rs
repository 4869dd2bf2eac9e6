//! One 1:1 with its document, what to prepare it from, and the private margin.

use domain::one_on_one::{Meeting, MeetingState, SectionKind};
use domain::{MeetingId, SectionId};
use serde::{Deserialize, Serialize};
use store::noun::action::ActionFilter;
use store::noun::note::NoteFilter;
use store::noun::{action, meeting, note, person};

use super::MeetingLine;
use crate::action::ActionLine;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};
use crate::folder::NoteLine;
use crate::person::PersonLine;
use crate::stamp::{Day, Instant, WallTime};
use crate::{Fault, words};

/// How many earlier 1:1s stand beside the document.
const PREVIOUS: u32 = 12;
/// How many notes and actions stand beside the document.
const BESIDE: u32 = 100;

/// Opens a 1:1.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Get {
    /// Which 1:1.
    pub id: MeetingId,
}

/// A 1:1 and everything beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MeetingPage {
    /// Which 1:1.
    pub id: MeetingId,
    /// With whom.
    pub person: PersonLine,
    /// The name of the other of the two.
    pub owner_name: String,
    /// When it starts.
    pub starts: WallTime,
    /// The zone of that clock; empty where the owner is.
    pub zone: String,
    /// Planned length in minutes.
    pub minutes: u32,
    /// How far it has come.
    pub state: MeetingState,
    /// The document.
    pub sections: Vec<Section>,
    /// What the owner writes beside it, for nobody else.
    pub margin: MarginText,
    /// Earlier 1:1s of the two that took place, newest first.
    pub previous: Vec<MeetingLine>,
    /// What the two still owe.
    pub open_actions: Vec<ActionLine>,
    /// What was noticed since they last met.
    pub notes_since: Vec<NoteLine>,
    /// The last day they met before this.
    pub last_met: Option<Day>,
    /// How often they have met.
    pub met_count: u32,
    /// The first day they met.
    pub first_met: Option<Day>,
}

/// A section of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Section {
    /// Which section.
    pub id: SectionId,
    /// What it is about.
    pub kind: SectionKind,
    /// Its heading.
    pub title: String,
    /// Why it is there.
    pub aim: String,
    /// What is written in it, Markdown.
    pub text: String,
    /// When it was last changed.
    pub changed_at: Option<Instant>,
}

/// The private margin.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MarginText {
    /// What is written in it, Markdown.
    pub text: String,
    /// When it was last changed.
    pub changed_at: Option<Instant>,
}

impl OpenCall for Get {
    type Reply = MeetingPage;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (read, today) = (desk.read(), desk.today());
        let _moment = store::noun::one_moment(read)?;
        let of: Meeting = need(read, self.id)?;
        let line = person::line(read, of.person, desk.wall())?
            .ok_or_else(|| words::missing(store::noun::Noun::Person))?;
        let owner = person::owner(read)?;
        let previous = meeting::previous(read, of.person, of.starts, PREVIOUS)?;
        let last_met = previous.first().map(|line| line.starts.date());
        let met = meeting::met(read, of.person)?;
        let notes = NoteFilter {
            person: Some(of.person),
            since: last_met,
            limit: Some(BESIDE),
            ..NoteFilter::default()
        };
        let owed = ActionFilter {
            about: Some(of.person),
            open: Some(true),
            limit: Some(BESIDE),
            ..ActionFilter::default()
        };
        let owner_id = owner.as_ref().map(|owner| owner.id);
        Ok(MeetingPage {
            id: of.id,
            person: PersonLine::of(line, today),
            owner_name: owner.map(|owner| owner.name).unwrap_or_default(),
            starts: WallTime(of.starts),
            zone: of.zone,
            minutes: of.minutes,
            state: of.state,
            sections: meeting::sections(read, of.id)?
                .into_iter()
                .map(|written| Section {
                    id: written.value.id,
                    kind: written.value.kind,
                    title: written.value.title,
                    aim: written.value.kind.aim().to_owned(),
                    text: written.value.text,
                    changed_at: written.changed_at.map(Instant),
                })
                .collect(),
            margin: meeting::margin(read, of.id)?.map_or_else(MarginText::default, |written| MarginText {
                text: written.value.text,
                changed_at: written.changed_at.map(Instant),
            }),
            previous: previous.into_iter().map(Into::into).collect(),
            open_actions: action::lines(read, &owed)?
                .into_iter()
                .map(|line| ActionLine::of(line, owner_id))
                .collect(),
            notes_since: note::lines(read, &notes)?
                .into_iter()
                .map(|line| NoteLine::of(line, today))
                .collect(),
            last_met: last_met.map(Day),
            met_count: met.count,
            first_met: met.first.map(Day),
        })
    }
}
