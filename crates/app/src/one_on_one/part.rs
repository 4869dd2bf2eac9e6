//! Leaving a meeting: what both understood, what was raised, and when to take up what is left.

use chrono::{DateTime, Utc};
use domain::folder::Note;
use domain::one_on_one::{Meeting, MeetingState, SectionKind, due};
use domain::{MeetingId, NoteId};
use serde::{Deserialize, Serialize};
use store::StoreFault;
use store::noun::{Reading, agenda, meeting};

use super::archived;
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;
use crate::stamp::WallTime;
use crate::workplace::Workplace;

/// Keeps what the two said when they parted: same understanding on both sides, or where they differ. A meeting that was
/// still going on has ended with it.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Which 1:1.
    pub id: MeetingId,
    /// The owner says: same understanding.
    pub same_mine: Option<bool>,
    /// The other says so.
    pub same_theirs: Option<bool>,
    /// Where the two differ, Markdown.
    pub difference: Option<String>,
    /// Notes of the fuzzy folder that were talked about.
    pub raised: Option<Vec<NoteId>>,
}

impl OpenCall for Part {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (now, today) = (desk.now(), desk.today());
        desk.save(Self::NAME, |deed| {
            let mut of: Meeting = need(deed.read(), self.id)?;
            archived::refuse(&of)?;
            if !of.state.has_met() {
                of.state.check_move(MeetingState::Held, "")?;
                of.state = MeetingState::Held;
                of.ended_at = of.ended_at.or(Some(now));
            }
            of.same_mine = self.same_mine.unwrap_or(of.same_mine);
            of.same_theirs = self.same_theirs.unwrap_or(of.same_theirs);
            of.difference = self.difference.unwrap_or(of.difference);
            of.check()?;
            deed.put(&of)?;
            let on = of.starts.date().min(today);
            for id in self.raised.unwrap_or_default() {
                let mut note: Note = need(deed.read(), id)?;
                note.raised_on = Some(note.raised_on.unwrap_or(on.max(note.on)));
                if !note.raised_in.contains(&of.id) {
                    note.raised_in.push(of.id);
                }
                note.check(today)?;
                deed.put(&note)?;
            }
            Ok(())
        })
    }
}

/// Proposes when to take up what a meeting left.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// After which 1:1.
    pub id: MeetingId,
}

/// When to take up what was left, and what that is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Proposal {
    /// Points and sections with text that nobody ticked as talked about.
    pub left: Vec<String>,
    /// Times to begin, on the clock of the meeting's zone.
    pub starts: Vec<WallTime>,
    /// Whether they are later than they should be: no working time lies within 24 to 48 hours.
    pub late: bool,
}

/// Proposed times are this far apart, in minutes, and so many at most.
const STEP_MINUTES: i64 = 60;
const TIMES: usize = 6;

impl OpenCall for FollowUp {
    type Reply = Proposal;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let of: Meeting = need(desk.read(), self.id)?;
        let place = Workplace::read(desk)?;
        let zone = place.zone_of(&of.zone);
        let ended = of.ended_at.unwrap_or_else(|| desk.now());
        let found = due::follow_up(ended, &zone, &place.calendar);
        let starts = found.between.iter().flat_map(|between| times(*between)).take(TIMES);
        let left = points_left(desk.read(), of.id)?;
        Ok(Proposal { left, starts: starts.map(|at| WallTime(zone.wall(at))).collect(), late: found.late })
    }
}

/// What a meeting left: titles of sections with text that nobody ticked, then the points that somebody added. Personal
/// sections are not among them: they are never asked for, and an agenda leaves with the notes.
pub(super) fn points_left(read: &Reading, of: MeetingId) -> Result<Vec<String>, StoreFault> {
    let sections = meeting::sections(read, of)?.into_iter();
    let points = agenda::of(read, of)?.into_iter();
    Ok(sections
        .filter(|written| written.value.kind != SectionKind::Personal)
        .filter(|written| !written.value.is_talked && !written.value.text.trim().is_empty())
        .map(|written| written.value.title)
        .chain(points.filter(|item| !item.done && item.topic.is_none()).map(|item| item.text))
        .collect())
}

/// Full hours within a stretch, and its beginning.
fn times((from, until): (DateTime<Utc>, DateTime<Utc>)) -> impl Iterator<Item = DateTime<Utc>> {
    (0..).map(move |n| from + chrono::TimeDelta::minutes(STEP_MINUTES * n)).take_while(move |at| *at < until)
}
