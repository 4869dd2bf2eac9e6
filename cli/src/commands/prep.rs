//! What to prepare the next 1:1 with somebody from.

use app::action::{self, ActionLine};
use app::folder::{self, NoteLine, Polarity};
use app::goal::GoalLine;
use app::one_on_one::{Get, Hint, List, MeetingLine, MeetingPage, SectionKind};
use app::pair;
use app::person::PersonLine;
use app::stamp::WallTime;
use app::{Desk, Fault};
use serde::Serialize;

use super::action::owner;
use super::json;
use super::one_on_one::short;
use crate::answer::Answer;
use crate::layout::{columns, count, one_line, wrapped};
use crate::who;

/// How many earlier documents are shown, and how many 1:1s are looked through for them.
const DOCUMENTS: usize = 3;
const LOOKED_THROUGH: u32 = 50;
/// How many notes are looked through for new ones.
const NOTES: u32 = 100;

/// Everything that a preparation needs, in the order it is read.
#[derive(Serialize)]
struct Prep {
    person: PersonLine,
    /// When the two meet next.
    starts: WallTime,
    /// How long it takes, in minutes.
    minutes: u32,
    /// The 1:1, where it is more than a slot of the series by now.
    meeting: Option<MeetingPage>,
    /// What is owed, the owner's own promises first.
    promises: Vec<ActionLine>,
    /// Goals that are to be looked at.
    goals_due: Vec<GoalLine>,
    /// What was noticed since the two last met, and was not raised yet.
    notes: Vec<NoteLine>,
    /// What is worth a word.
    hints: Vec<Hint>,
    /// The last documents.
    documents: Vec<MeetingLine>,
}

/// Shows what the next 1:1 with somebody is prepared from. Nothing is written, not even a slot of the series opened.
pub fn prep(desk: &Desk, name: &str) -> Result<Answer, Fault> {
    let person = who::find(desk, name)?;
    let slot = desk.run(pair::Get { person: person.id })?.slots.into_iter().next();
    let meeting = next_meeting(desk, &person)?;
    let meeting = meeting.filter(|page| slot.as_ref().is_none_or(|slot| page.starts <= slot.starts));
    let (starts, minutes) = match (&meeting, slot) {
        (Some(page), _) => (page.starts, page.minutes),
        (None, Some(slot)) => (slot.starts, slot.minutes),
        (None, None) => {
            return Err(Fault::wrong_use(format!("No 1:1 with {} is planned.", person.name))
                .next("Plan one with `nook meeting new`."));
        }
    };
    let list = List { person: Some(person.id), limit: Some(LOOKED_THROUGH), ..List::default() };
    let documents = desk.run(list)?.into_iter().filter(|line| line.state.has_met()).take(DOCUMENTS).collect();
    let owed = action::List { person: Some(person.id), open: Some(true), ..action::List::default() };
    let mut promises = desk.run(owed)?;
    // Stable: each kind stays in the order it is due.
    promises.sort_by_key(|line| !line.mine);
    let kept = folder::List { person: Some(person.id), limit: Some(NOTES), ..folder::List::default() };
    let mut notes = desk.run(kept)?;
    notes.retain(|note| {
        note.raised_on.is_none() && !note.dismissed && person.last_met.is_none_or(|met| note.on >= met)
    });
    let (goals_due, hints) =
        meeting.as_ref().map(|page| (page.goals_due.clone(), page.hints.clone())).unwrap_or_default();
    let prep = Prep { person, starts, minutes, meeting, promises, goals_due, notes, hints, documents };
    Ok(Answer::new(in_words(&prep), json(&prep)?))
}

/// The next planned 1:1 with somebody.
fn next_meeting(desk: &Desk, person: &PersonLine) -> Result<Option<MeetingPage>, Fault> {
    let Some(next) = person.next else { return Ok(None) };
    let day = Some(app::stamp::Day(next.0.date()));
    let of_day = List { person: Some(person.id), from: day, to: day, limit: None };
    let found = desk.run(of_day)?.into_iter().find(|line| line.starts == next && line.state.is_ahead());
    found.map(|line| desk.run(Get { id: line.id })).transpose()
}

fn in_words(prep: &Prep) -> String {
    let when = prep.starts.0.format("%A %-d %B %Y %H:%M");
    let mut text = format!("1:1 with {}, {when}, {} minutes", prep.person.name, prep.minutes);
    match &prep.meeting {
        Some(page) => text.push_str(&format!(
            ", {}  {}\n\n{}",
            page.state.word(),
            short(&page.id.to_string()),
            due(page)
        )),
        None => text.push_str(", not opened yet\n"),
    }
    let promises: Vec<_> = prep
        .promises
        .iter()
        .map(|line| {
            let due = line.due.map(|due| format!("due {due}")).unwrap_or_default();
            vec![short(&line.id.to_string()), due, owner(line), one_line(&line.text)]
        })
        .collect();
    section(&mut text, "Promises", &columns(&promises));
    let goals: Vec<_> = prep
        .goals_due
        .iter()
        .map(|goal| {
            vec![
                goal.reviewed_on.map_or("never looked at".into(), |on| format!("looked at {on}")),
                goal.title.clone(),
            ]
        })
        .collect();
    section(&mut text, "Goals to look at", &columns(&goals));
    let notes: Vec<_> = prep
        .notes
        .iter()
        .map(|note| {
            let word = if note.polarity == Polarity::Praise { "praise" } else { "to improve" };
            vec![note.on.to_string(), word.to_owned(), one_line(&note.text)]
        })
        .collect();
    section(&mut text, "New in the fuzzy folder", &columns(&notes));
    let hints: String = prep.hints.iter().map(|hint| format!("{}\n", wrapped(&said(hint), "  "))).collect();
    section(&mut text, "Worth a word", &hints);
    let documents: Vec<_> = prep
        .documents
        .iter()
        .map(|line| vec![line.starts.0.format("%Y-%m-%d").to_string(), one_line(&line.headline)])
        .collect();
    section(&mut text, "The last documents", &columns(&documents));
    text
}

/// What is due before the 1:1, and what is done of it.
fn due(page: &MeetingPage) -> String {
    let read = |at: bool| if at { "read" } else { "not read yet" };
    let document = match (page.submitted_at, page.is_mine) {
        (Some(_), _) => "handed in".to_owned(),
        (None, mine) => format!(
            "{} by {}",
            if mine { "yours to hand in" } else { "due" },
            page.document_due.0.format("%A %H:%M")
        ),
    };
    let prep = &page.prep;
    columns(&[
        vec!["Earlier documents".into(), read(prep.history_at.is_some()).into()],
        vec!["Document".into(), format!("{document}, {}", read(prep.document_at.is_some()))],
        vec!["Fuzzy folder".into(), read(prep.folder_at.is_some()).into()],
    ])
}

fn section(text: &mut String, title: &str, lines: &str) {
    if !lines.is_empty() {
        text.push_str(&format!("\n{title}\n{lines}"));
    }
}

fn said(hint: &Hint) -> String {
    let documents = |n: u32| count(n.into(), "document", "documents in a row");
    match hint {
        Hint::NoOpportunities { documents: n } => {
            format!("Nothing under opportunities in {}.", documents(*n))
        }
        Hint::NoLearning { documents: n } => {
            format!("Nothing was learned in {}. Talk about challenge.", documents(*n))
        }
        Hint::MostlyStatus => "Most of the words are about status. Make room for career and team.".into(),
        Hint::Quiet { about, days } => {
            let about = match about {
                SectionKind::Goals => "goals",
                SectionKind::Learning => "learning",
                SectionKind::Needs => "what they need from you",
                _ => "this",
            };
            format!("Not a word on {about} for {days} days.")
        }
        Hint::OddLength => "A first 1:1 takes 60 to 90 minutes.".into(),
        Hint::FirstNotHeld => "The first 1:1 was never held.".into(),
    }
}
