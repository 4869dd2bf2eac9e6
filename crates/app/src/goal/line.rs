//! A goal as it crosses the door.

use chrono::{Days, NaiveDate};
use domain::folder::Metric;
use domain::goal::{
    Entry, EntryKind, GoalState, GroundKind, Wording, WordingReason, percent, review_interval,
};
use domain::{GoalEntryId, GoalId, GroundId, PersonId, WordingId};
use serde::Serialize;
use store::noun::goal;

use crate::stamp::Day;

/// A goal, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct GoalLine {
    /// Which goal.
    pub id: GoalId,
    /// Whose goal.
    pub person: PersonId,
    /// Their name.
    pub person_name: String,
    /// In one line.
    pub title: String,
    /// What exactly, Markdown.
    pub text: String,
    /// How both will know, Markdown.
    pub measure: String,
    /// What makes it possible, Markdown.
    pub achievable: String,
    /// Why it matters, Markdown.
    pub relevant: String,
    /// What kind of goal it is; empty for none.
    pub category: String,
    /// What it rests on.
    pub ground: Option<GroundId>,
    /// That, in one line; empty for nothing.
    pub ground_title: String,
    /// The day work on it begins.
    pub starts_on: Option<Day>,
    /// By when.
    pub due: Option<Day>,
    /// How far it has come.
    pub state: GoalState,
    /// The states it can move on to.
    pub next_states: Vec<GoalState>,
    /// The figure it starts from.
    pub start_value: Option<Metric>,
    /// The figure it aims at.
    pub target: Option<Metric>,
    /// The newest figure.
    pub value: Option<Metric>,
    /// How far that is from start to target, in percent; none for a goal that is not measured.
    pub percent: Option<u8>,
    /// Whether it is growth.
    pub is_growth: bool,
    /// Days from one look at it to the next; what its length suggests when absent.
    pub review_days: Option<u32>,
    /// Days from one look to the next, as they come out of everything that is known.
    pub review_interval: u32,
    /// The day it was last looked at.
    pub reviewed_on: Option<Day>,
    /// The day of the next look; none for a goal that has ended, and for one that was never looked at.
    pub next_review: Option<Day>,
    /// Whether it is to be looked at today.
    pub is_due_for_review: bool,
    /// How many obstacles are still in the way.
    pub obstacles: u32,
    /// The day its person said that the words are their own.
    pub own_words_on: Option<Day>,
    /// The day the manager endorsed it.
    pub endorsed_on: Option<Day>,
    /// The day it ended.
    pub ended_on: Option<Day>,
    /// Why it was dropped, or what came of it.
    pub outcome: String,
    /// The manager's comment, for both to read, Markdown.
    pub comment: String,
}

impl GoalLine {
    /// The goal as it stands on a day.
    pub(crate) fn on(line: goal::GoalLine, today: NaiveDate) -> Self {
        let goal::GoalLine { goal, person_name, ground_title, is_junior, story, obstacles } = line;
        let interval = review_interval(&goal, &story, is_junior, today);
        let next = goal.reviewed_on.and_then(|day| day.checked_add_days(Days::new(u64::from(interval))));
        Self {
            percent: percent(&goal, &story),
            value: story.iter().rev().find_map(|entry| entry.value.clone()),
            review_interval: interval,
            next_review: next.filter(|_| goal.state.is_open()).map(Day),
            is_due_for_review: goal.is_due_for_review(today, interval),
            next_states: goal.state.next().to_vec(),
            obstacles,
            ground_title,
            person_name,
            id: goal.id,
            person: goal.person,
            title: goal.title,
            text: goal.text,
            measure: goal.measure,
            achievable: goal.achievable,
            relevant: goal.relevant,
            category: goal.category,
            ground: goal.ground,
            starts_on: goal.starts_on.map(Day),
            due: goal.due.map(Day),
            state: goal.state,
            start_value: goal.start_value,
            target: goal.target,
            is_growth: goal.is_growth,
            review_days: goal.review_days,
            reviewed_on: goal.reviewed_on.map(Day),
            own_words_on: goal.own_words_on.map(Day),
            endorsed_on: goal.endorsed_on.map(Day),
            ended_on: goal.ended_on.map(Day),
            outcome: goal.outcome,
            comment: goal.comment,
        }
    }
}

/// One entry of a goal's story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EntryLine {
    /// Which entry.
    pub id: GoalEntryId,
    /// What it tells.
    pub kind: EntryKind,
    /// The day.
    pub on: Day,
    /// What happened, Markdown.
    pub text: String,
    /// The figure that day.
    pub value: Option<Metric>,
    /// Whether anything moved since the entry before.
    pub has_moved: bool,
    /// The day an obstacle was out of the way.
    pub resolved_on: Option<Day>,
}

impl From<Entry> for EntryLine {
    fn from(entry: Entry) -> Self {
        let Entry { id, goal: _, kind, on, text, value, has_moved, resolved_on } = entry;
        Self { id, kind, on: Day(on), text, value, has_moved, resolved_on: resolved_on.map(Day) }
    }
}

/// A goal as it was worded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WordingLine {
    /// Which wording.
    pub id: WordingId,
    /// The day it was kept.
    pub on: Day,
    /// Why it was kept.
    pub reason: WordingReason,
    /// Why the goal was revised; empty otherwise.
    pub because: String,
    /// How far it had come.
    pub state: GoalState,
    /// In one line.
    pub title: String,
    /// What exactly, Markdown.
    pub text: String,
    /// How both will know, Markdown.
    pub measure: String,
    /// What makes it possible, Markdown.
    pub achievable: String,
    /// Why it matters, Markdown.
    pub relevant: String,
    /// By when.
    pub due: Option<Day>,
    /// The figure it aimed at.
    pub target: Option<Metric>,
}

impl From<Wording> for WordingLine {
    fn from(wording: Wording) -> Self {
        Self {
            id: wording.id,
            on: Day(wording.on),
            reason: wording.reason,
            because: wording.because,
            state: wording.state,
            title: wording.title,
            text: wording.text,
            measure: wording.measure,
            achievable: wording.achievable,
            relevant: wording.relevant,
            due: wording.due.map(Day),
            target: wording.target,
        }
    }
}

/// Something that goals rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct GroundLine {
    /// Which.
    pub id: GroundId,
    /// What kind it is.
    pub kind: GroundKind,
    /// In one line.
    pub title: String,
    /// In full, Markdown.
    pub text: String,
    /// The last day it holds.
    pub until: Option<Day>,
    /// Whether new goals can rest on it today.
    pub holds: bool,
    /// How many goals rest on it.
    pub goals: u32,
}
