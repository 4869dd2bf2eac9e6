//! The 1:1s.

use std::path::PathBuf;

use app::one_on_one::{
    Export, Get, List, MeetingKind, MeetingLine, MeetingPage, MeetingState, Plan, SetState, Side, Write,
};
use app::stamp::{Day, WallTime};
use app::{Desk, Fault};

use super::json;
use crate::answer::Answer;
use crate::layout::{columns, one_line, wrapped};
use crate::{ask, who};

/// How many of the last characters of an identifier a list shows. The first ones are its moment, which many share.
const SHOWN: usize = 8;
/// How many 1:1s are looked through for one that ends as was typed.
const LOOKED_THROUGH: u32 = 500;

/// Lists 1:1s, newest first.
pub fn list(desk: &Desk, person: Option<String>, limit: u32) -> Result<Answer, Fault> {
    let person = person.map(|name| who::find(desk, &name)).transpose()?.map(|person| person.id);
    let lines = desk.run(List { person, limit: Some(limit), ..List::default() })?;
    let rows: Vec<_> = lines.iter().map(row).collect();
    let text = if rows.is_empty() { "No 1:1s yet.".to_owned() } else { columns(&rows) };
    Ok(Answer::new(text, json(&lines)?))
}

fn row(line: &MeetingLine) -> Vec<String> {
    vec![
        short(&line.id.to_string()),
        line.starts.0.format("%Y-%m-%d %H:%M").to_string(),
        line.state.word().to_owned(),
        line.person_name.clone(),
        one_line(&line.headline),
    ]
}

/// The end of an identifier, as lists show it.
pub(super) fn short(id: &str) -> String {
    id.chars().skip(id.chars().count().saturating_sub(SHOWN)).collect()
}

/// Plans a 1:1.
pub fn plan(
    desk: &Desk,
    name: &str,
    starts: WallTime,
    minutes: Option<u32>,
    first: bool,
) -> Result<Answer, Fault> {
    let person = who::find(desk, name)?;
    let kind = first.then_some(MeetingKind::Initial);
    let made = desk.run(Plan { person: person.id, starts, zone: None, minutes, kind, follows: None })?;
    let when = starts.0.format("%A %-d %B at %H:%M");
    Ok(Answer::new(format!("Planned with {} for {when}: {}", person.name, made.id), json(&made)?))
}

/// Moves a 1:1 to another time.
pub fn move_to(
    desk: &Desk,
    id: &str,
    starts: WallTime,
    because: String,
    theirs: bool,
) -> Result<Answer, Fault> {
    let page = page(desk, id)?;
    let made = desk.run(SetState {
        id: page.id,
        state: MeetingState::Moved,
        reason: Some(because),
        starts: Some(starts),
        by: Some(if theirs { Side::Theirs } else { Side::Mine }),
    })?;
    let when = starts.0.format("%A %-d %B at %H:%M");
    Ok(Answer::new(format!("Moved to {when}: {}", made.id), json(&made)?))
}

/// Says that a 1:1 took place.
pub fn hold(desk: &Desk, id: &str) -> Result<Answer, Fault> {
    become_(desk, id, MeetingState::Held)
}

/// Closes a 1:1.
pub fn close(desk: &Desk, id: &str) -> Result<Answer, Fault> {
    become_(desk, id, MeetingState::Closed)
}

fn become_(desk: &Desk, id: &str, state: MeetingState) -> Result<Answer, Fault> {
    let page = page(desk, id)?;
    let made = desk.run(SetState { id: page.id, state, reason: None, starts: None, by: None })?;
    let day = page.starts.0.format("%A %-d %B");
    Ok(Answer::new(format!("The 1:1 with {} on {day} is {}.", page.person.name, state.word()), json(&made)?))
}

/// Writes the shared notes of the 1:1 with somebody on a day.
pub fn export(desk: &Desk, name: &str, on: Day, file: PathBuf) -> Result<Answer, Fault> {
    let person = who::find(desk, name)?;
    let of_day = List { person: Some(person.id), from: Some(on), to: Some(on), limit: None };
    let mut lines = desk.run(of_day)?;
    lines.retain(|line| !matches!(line.state, MeetingState::Moved | MeetingState::Cancelled));
    let line = match lines.as_slice() {
        [line] => line,
        [] => {
            return Err(Fault::wrong_use("There is no 1:1 with this person on that day.")
                .next("`nook meeting list --person NAME` shows them."));
        }
        _ => {
            return Err(Fault::wrong_use("There is more than one 1:1 with this person on that day.")
                .next("Write one with `nook call one_on_one.export`, by its identifier."));
        }
    };
    let saved = desk.run(Export { id: line.id, size: None, file })?;
    let text = format!("Wrote {}. It is not encrypted: give it to {} alone.", saved.file, person.name);
    Ok(Answer::new(text, json(&saved)?))
}

/// Shows a 1:1 with its document.
pub fn show(desk: &Desk, id: &str) -> Result<Answer, Fault> {
    let page = page(desk, id)?;
    let mut text = format!(
        "1:1 with {}, {}, {} minutes, {}\n",
        page.person.name,
        page.starts.0.format("%A %-d %B %Y %H:%M"),
        page.minutes,
        page.state.word()
    );
    for (number, section) in (1..).zip(&page.sections) {
        text.push_str(&format!("\n{number}. {}\n", section.title));
        let written = if section.text.trim().is_empty() { "—" } else { &section.text };
        text.push_str(&format!("{}\n", wrapped(written, "")));
    }
    if !page.margin.text.is_empty() {
        text.push_str(&format!("\nFor you alone\n{}\n", wrapped(&page.margin.text, "")));
    }
    Ok(Answer::new(text, json(&page)?))
}

/// Writes a section of a 1:1 document.
pub fn write(desk: &Desk, id: &str, section: &str, text: String) -> Result<Answer, Fault> {
    let page = page(desk, id)?;
    let wanted = section.trim().to_lowercase();
    let mut found = (1..).zip(&page.sections).filter(|(number, section)| {
        number.to_string() == wanted || section.title.to_lowercase().starts_with(&wanted)
    });
    let (Some((_, section)), None) = (found.next(), found.next()) else {
        return Err(Fault::wrong_use("That names no section, or more than one.")
            .next("Name it by its number, as `nook one-on-one show` lists it."));
    };
    let saved = desk.run(Write { section: section.id, text: ask::text_or_input(text)? })?;
    let sentence = if saved.deed.is_some() { "Written." } else { "Nothing is different." };
    Ok(Answer::new(sentence, json(&saved)?))
}

/// The 1:1 with that identifier, or the one whose identifier ends so.
fn page(desk: &Desk, id: &str) -> Result<MeetingPage, Fault> {
    if let Ok(id) = id.parse() {
        return desk.run(Get { id });
    }
    let mut lines = desk.run(List { limit: Some(LOOKED_THROUGH), ..List::default() })?;
    lines.retain(|line| line.id.to_string().ends_with(id) && id.len() >= 4);
    match lines.as_slice() {
        [line] => desk.run(Get { id: line.id }),
        [] => Err(Fault::wrong_use("There is no such 1:1.").next("`nook one-on-one list` shows them.")),
        _ => Err(Fault::wrong_use("More than one 1:1 is called so.")
            .next("Type more of the identifier, or all of it.")),
    }
}
