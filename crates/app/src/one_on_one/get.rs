//! One 1:1 with its document, what to prepare it from, and the private margin.

use domain::one_on_one::{DocumentState, Facts, Meeting, MeetingKind, MeetingState, Range, SectionKind, due};
use domain::person::Relation;
use domain::{MeetingId, SectionId};
use serde::{Deserialize, Serialize};
use store::noun::action::ActionFilter;
use store::noun::meeting::Written;
use store::noun::note::NoteFilter;
use store::noun::{self, action, goal, meeting, note, person};

use super::MeetingLine;
use super::beside::{Annotation, Parted, Point, PrepState, RemarkText};
use super::hints::{self, Hint};
use super::story::Story;
use crate::action::ActionLine;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};
use crate::folder::NoteLine;
use crate::goal::GoalLine;
use crate::pair::PairPage;
use crate::person::PersonLine;
use crate::stamp::{Day, Instant, WallTime};
use crate::workplace::Workplace;
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
    /// The rhythm of the two.
    pub pair: PairPage,
    /// Where it comes from and where it went; for nobody else.
    pub story: Story,
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
    /// Which kind of meeting.
    pub kind: MeetingKind,
    /// How far its document has come.
    pub document: DocumentState,
    /// Whether the owner writes the document, because the other is their manager.
    pub is_mine: bool,
    /// When the document was handed in.
    pub submitted_at: Option<Instant>,
    /// By when it is to be handed in, on the clock of the meeting's zone.
    pub document_due: WallTime,
    /// When the blank document went out.
    pub template_sent_at: Option<Instant>,
    /// By when the blank document of a first meeting is to go out; none for any other.
    pub template_due: Option<Instant>,
    /// By when the earlier documents are to be read again.
    pub history_due: Instant,
    /// The document.
    pub sections: Vec<Section>,
    /// Its agenda: the topics of a first meeting, and points that somebody added.
    pub agenda: Vec<Point>,
    /// What was added to the document for both to read.
    pub remarks: Vec<RemarkText>,
    /// What the owner wrote beside single sections, and notes carried along; for nobody else.
    pub annotations: Vec<Annotation>,
    /// What the owner did to prepare it; for nobody else.
    pub prep: PrepState,
    /// What is worth a word.
    pub hints: Vec<Hint>,
    /// Goals that are to be looked at this time.
    pub goals_due: Vec<GoalLine>,
    /// What the two said when they parted.
    pub parted: Parted,
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
    /// Whether one line is all it asks for.
    pub brief: bool,
    /// How far its remarks about the environment reach.
    pub ranges: Vec<Range>,
    /// Whether it was talked about.
    pub is_talked: bool,
    /// What it said when the owner last read the document, where that was something else.
    pub read_text: Option<String>,
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
        let place = Workplace::read(desk)?;
        let sections = meeting::sections(read, of.id)?;
        let annotations = meeting::annotations(read, of.id)?;
        let margin = meeting::margin(read, of.id)?;
        let is_written = sections.iter().any(|written| !written.value.text.trim().is_empty());
        let is_annotated = !annotations.is_empty()
            || margin.as_ref().is_some_and(|written| !written.value.text.trim().is_empty());
        let facts = Facts {
            is_written,
            is_submitted: of.submitted_at.is_some(),
            is_annotated,
            meeting: of.state,
            understanding: of.understanding(),
            is_sent: of.notes_sent_at.is_some(),
        };
        let prep = PrepState::of(read, &of)?;
        let starts_at = place.zone_of(&of.zone).instant(of.starts);
        let goals_due = goal::lines(read, Some(of.person), true)?
            .into_iter()
            .map(|line| GoalLine::on(line, of.starts.date()))
            .filter(|line| line.is_due_for_review)
            .collect();
        let hints = hints::around(read, &of, &sections)?;
        Ok(MeetingPage {
            id: of.id,
            person: PersonLine::of(line.clone(), today),
            pair: PairPage::of(desk, of.person, &met)?,
            story: Story::of(read, &of)?,
            owner_name: owner.map(|owner| owner.name).unwrap_or_default(),
            starts: WallTime(of.starts),
            zone: of.zone.clone(),
            minutes: of.minutes,
            state: of.state,
            kind: of.kind,
            document: facts.state(),
            is_mine: line.relation == Relation::MyManager,
            submitted_at: of.submitted_at.map(Instant),
            document_due: WallTime(due::document_due(of.starts, &place.calendar)),
            template_sent_at: of.template_sent_at.map(Instant),
            template_due: (of.kind == MeetingKind::Initial).then(|| Instant(due::template_due(starts_at))),
            history_due: Instant(due::history_due(starts_at)),
            sections: sections
                .into_iter()
                .map(|written| section(read, written, prep.document_at.map(|at| at.0)))
                .collect::<Result<_, _>>()?,
            agenda: Point::of(read, of.id)?,
            remarks: RemarkText::of(read, of.id)?,
            annotations: annotations.into_iter().map(Annotation::from).collect(),
            prep,
            hints,
            goals_due,
            parted: Parted::of(&of),
            margin: margin.map_or_else(MarginText::default, |written| MarginText {
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

/// A section with what it said when the owner last read it.
fn section(
    read: &noun::Reading,
    written: Written<domain::one_on_one::Section>,
    read_at: Option<chrono::DateTime<chrono::Utc>>,
) -> Result<Section, Fault> {
    let Written { value, changed_at } = written;
    let changed_since = read_at.filter(|read_at| changed_at.is_some_and(|changed| changed > *read_at));
    let read_text = match changed_since {
        Some(at) => Some(store::history::text_at(read, value.id.record(), "text", at)?.unwrap_or_default()),
        None => None,
    };
    Ok(Section {
        id: value.id,
        kind: value.kind,
        title: value.title,
        aim: value.kind.aim().to_owned(),
        changed_at: changed_at.map(Instant),
        brief: value.brief,
        ranges: value.ranges,
        is_talked: value.is_talked,
        read_text: read_text.filter(|earlier| *earlier != value.text),
        text: value.text,
    })
}
