//! Fuzzy folders: keeping a note, and looking at what was kept.

use app::folder::{FolderCycle, KeepNote, List, LookBack, NoteLine, Polarity, SourceGiven, Verdict};
use app::{Desk, Fault};
use serde::Serialize;

use super::json;
use crate::answer::Answer;
use crate::arguments::Note;
use crate::layout::{count, wrapped};
use crate::{ask, who};

/// Keeps one note in somebody's fuzzy folder.
pub fn note(desk: &Desk, asked: Note) -> Result<Answer, Fault> {
    let person = who::find(desk, asked.person.as_deref().unwrap_or_default())?;
    let text = ask::text_or_input(asked.text)?;
    let kept = desk.run(KeepNote {
        person: person.id,
        polarity: if asked.praise { Polarity::Praise } else { Polarity::Constructive },
        kind: asked.kind.map(Into::into),
        text,
        on: asked.on,
        example: asked.example,
        consequence: asked.consequence,
        metric: asked.metric,
        tags: Some(asked.tags),
        goals: None,
        source: asked.from.map(|who| SourceGiven { who: Some(who), ..SourceGiven::default() }),
    })?;
    Ok(Answer::new(format!("Kept in the fuzzy folder of {}.", person.name), json(&kept)?))
}

/// A folder: how its year stands, and its notes.
#[derive(Serialize)]
struct Folder {
    cycle: FolderCycle,
    notes: Vec<NoteLine>,
}

/// Shows the notes about somebody, newest first, and how the year stands. Where they came from is not among it.
pub fn folder(desk: &Desk, name: &str, limit: u32) -> Result<Answer, Fault> {
    let person = who::find(desk, name)?;
    let cycle = desk.run(LookBack { person: person.id, on: None })?;
    let notes = desk.run(List { person: Some(person.id), limit: Some(limit), ..List::default() })?;
    let mut text = format!("{}, {}: {}\n", person.name, cycle.name, in_figures(&cycle));
    for hint in hints(&cycle) {
        text.push_str(&format!("{hint}\n"));
    }
    for note in &notes {
        text.push_str(&format!("\n{}\n", in_words(note)));
    }
    let answer = json(&Folder { cycle, notes })?;
    Ok(Answer::new(text, answer))
}

fn in_figures(cycle: &FolderCycle) -> String {
    let share = cycle.praise_percent.map(|percent| format!(", {percent} % praise")).unwrap_or_default();
    format!("{} praise, {} to improve{share}.", cycle.praise, cycle.constructive)
}

/// What is worth a thought. Hints, never rules.
fn hints(cycle: &FolderCycle) -> Vec<String> {
    let mut hints = Vec::new();
    match cycle.verdict {
        Verdict::Glowing => hints.push("Mostly praise. What could be better is missing.".to_owned()),
        Verdict::ShortChanged => {
            hints.push("Mostly points to improve. What went well is missing.".to_owned())
        }
        Verdict::Nothing | Verdict::TooFew | Verdict::Even => {}
    }
    for quarter in cycle.quarters.iter().filter(|quarter| quarter.is_empty) {
        hints.push(format!("Nothing was kept from {} to {}.", quarter.from, quarter.to));
    }
    if cycle.is_mostly_recent {
        hints.push("More than half happened in the last 60 days.".to_owned());
    }
    if let Some(days) = cycle.quiet_days {
        hints.push(format!("No note for {days} days."));
    }
    if let Some(days) = cycle.waiting_days {
        let waiting = count(cycle.waiting.into(), "point to improve waits", "points to improve wait");
        hints.push(format!("{waiting} to be talked about, the oldest for {days} days."));
    }
    hints
}

fn in_words(note: &NoteLine) -> String {
    let what = match note.polarity {
        Polarity::Praise => "praise",
        Polarity::Constructive => "to improve",
    };
    let state = match note.raised_on {
        _ if note.dismissed => format!(", set aside: {}", note.dismissed_because),
        Some(day) => format!(", raised on {day}"),
        None => ", not yet raised".to_owned(),
    };
    let mut lines = vec![format!("{}  {what}{state}", note.on), wrapped(&format!("  {}", note.text), "  ")];
    for (label, said) in
        [("Example", &note.example), ("Consequence", &note.consequence), ("Figure", &note.metric)]
    {
        if !said.is_empty() {
            lines.push(wrapped(&format!("  {label}: {said}"), "  "));
        }
    }
    if !note.tags.is_empty() {
        lines.push(format!("  Tags: {}", note.tags.join(", ")));
    }
    lines.join("\n")
}
