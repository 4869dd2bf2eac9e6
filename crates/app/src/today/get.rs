//! Today, in one answer.

use chrono::{Days, NaiveDate, NaiveTime};
use domain::folder::Polarity;
use domain::one_on_one::MeetingState;
use domain::person::Relation;
use serde::{Deserialize, Serialize};
use store::noun::action::{self, ActionFilter};
use store::noun::meeting::{self, MeetingFilter};
use store::noun::note::{self, NoteFilter};
use store::noun::person;

use super::RibbonLine;
use super::care::{self, Care};
use super::ribbon::ribbon;
use crate::Fault;
use crate::action::ActionLine;
use crate::call::OpenCall;
use crate::capture;
use crate::desk::OpenDesk;
use crate::folder::NoteLine;
use crate::one_on_one::MeetingLine;
use crate::pair::{Slot, between};
use crate::person::PersonLine;
use crate::review::{self, ReviewLine};
use crate::stamp::Day;
use crate::talk::TalkLine;

/// More promises or notes than this are looked at in their own room.
const MOST: u32 = 60;

/// Lays out the day.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Get {}

/// The day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Today {
    /// Which day it is where the owner is.
    pub day: Day,
    /// Whose day it is.
    pub owner_name: String,
    /// Today's 1:1s, in the order of the day.
    pub meetings: Vec<TodayMeeting>,
    /// What the series bring today that nobody has opened yet.
    pub slots: Vec<Slot>,
    /// What is promised and still owed, the owner's own first.
    pub promises: Vec<ActionLine>,
    /// Constructive notes that wait to be talked about, newest first.
    pub unraised: Vec<NoteLine>,
    /// Talks that wait for something.
    pub talks: Vec<TalkLine>,
    /// Reviews whose next step is to be taken within two weeks, or whose talk is within one: the most urgent first.
    pub reviews: Vec<ReviewLine>,
    /// Who needs a thought, and why.
    pub care: Vec<Care>,
    /// Six months with each direct report.
    pub ribbon: Vec<RibbonLine>,
    /// How many people are here, the owner not counted.
    pub people: u32,
    /// How many notes wait that were written down while the vault was locked.
    pub captured: u32,
    /// Days since the newest backup; none when there is none.
    pub backup_age_days: Option<i64>,
}

/// One of today's 1:1s.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TodayMeeting {
    /// The 1:1.
    pub line: MeetingLine,
    /// With whom.
    pub person: PersonLine,
    /// Notes that wait to be talked about with them.
    pub new_notes: u32,
    /// What the two still owe.
    pub open_actions: u32,
    /// How many of the sections have text.
    pub written: u32,
}

impl OpenCall for Get {
    type Reply = Today;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let captured = capture::count(desk)?;
        let (read, today) = (desk.read(), desk.today());
        let _moment = store::noun::one_moment(read)?;
        let owner = person::owner(read)?;
        let me = owner.as_ref().map(|owner| owner.id);
        let reports: Vec<PersonLine> =
            person::lines_of(read, Relation::DirectReport, desk.wall(), Some(today))?
                .into_iter()
                .map(|line| PersonLine::of(line, today))
                .collect();
        let open = ActionFilter { open: Some(true), ..ActionFilter::default() };
        let mut owed: Vec<ActionLine> =
            action::lines(read, &open)?.into_iter().map(|line| ActionLine::of(line, me)).collect();
        let meetings = meetings_of(desk, today, &owed)?;
        owed.sort_by_key(|action| !action.mine);
        owed.truncate(MOST as usize);
        let midnight = today.and_time(NaiveTime::MIN);
        let waiting = NoteFilter {
            polarity: Some(Polarity::Constructive),
            waiting: true,
            limit: Some(MOST),
            ..NoteFilter::default()
        };
        Ok(Today {
            day: Day(today),
            owner_name: owner.map(|owner| owner.name).unwrap_or_default(),
            meetings,
            slots: between(desk, None, midnight, midnight + Days::new(1))?,
            promises: owed,
            unraised: note::lines(read, &waiting)?
                .into_iter()
                .map(|line| NoteLine::of(line, today))
                .collect(),
            talks: TalkLine::all(read, None, true, today)?
                .into_iter()
                .filter(|talk| !talk.waits.is_empty())
                .collect(),
            reviews: review::coming(desk, today)?,
            care: care::of_reports(read, today, &reports)?,
            ribbon: ribbon(desk, today, reports)?,
            people: person::count(read, Some(today))?,
            captured,
            backup_age_days: desk.newest_backup()?.map(|at| (desk.now() - at).num_days().max(0)),
        })
    }
}

fn meetings_of(desk: &OpenDesk, today: NaiveDate, owed: &[ActionLine]) -> Result<Vec<TodayMeeting>, Fault> {
    let filter = MeetingFilter { from: Some(today), to: Some(today), ..MeetingFilter::default() };
    let mut lines = meeting::lines(desk.read(), &filter)?;
    lines.retain(|line| !matches!(line.state, MeetingState::Moved | MeetingState::Cancelled));
    lines.sort_by_key(|line| (line.starts, line.id));
    let mut meetings = Vec::with_capacity(lines.len());
    for line in lines {
        let Some(person) = person::line(desk.read(), line.person, desk.wall())? else { continue };
        let person = PersonLine::of(person, today);
        if person.left {
            continue;
        }
        meetings.push(TodayMeeting {
            new_notes: person.unraised,
            open_actions: count(owed.iter().filter(|action| action.about == line.person).count()),
            written: line.filled,
            line: line.into(),
            person,
        });
    }
    Ok(meetings)
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}

/// The last day of the week that begins on `monday`.
pub(super) fn sunday_of(monday: NaiveDate) -> NaiveDate {
    monday + Days::new(6)
}
