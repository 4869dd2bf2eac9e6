//! What today holds, and searching.

use app::search::{Find, Found, Hit};
use app::today::{Get, Today};
use app::{Desk, Fault};

use super::json;
use crate::answer::Answer;
use crate::layout::{columns, count, one_line, wrapped};

/// What today holds.
pub fn today(desk: &Desk) -> Result<Answer, Fault> {
    let today = desk.run(Get {})?;
    let answer = json(&today)?;
    Ok(Answer::new(day_in_words(&today), answer))
}

fn day_in_words(today: &Today) -> String {
    let mut text = today.day.0.format("%A %-d %B %Y").to_string();
    text.push_str("\n\n");
    if today.meetings.is_empty() {
        text.push_str("No 1:1 today.\n");
    }
    let meetings: Vec<_> = today
        .meetings
        .iter()
        .map(|meeting| {
            vec![
                meeting.line.starts.0.format("%H:%M").to_string(),
                meeting.person.name.clone(),
                format!(
                    "{} of 5 sections written, {}, {}",
                    meeting.written,
                    count(u64::from(meeting.new_notes), "note to raise", "notes to raise"),
                    count(u64::from(meeting.open_actions), "open promise", "open promises")
                ),
            ]
        })
        .collect();
    text.push_str(&columns(&meetings));
    let promises: Vec<_> = today
        .promises
        .iter()
        .map(|action| {
            let due = action.due.map(|due| format!("due {due}")).unwrap_or_default();
            let owner = if action.mine { "you".to_owned() } else { action.owner_name.clone() };
            vec![due, owner, action.text.clone()]
        })
        .collect();
    section(&mut text, "Promises", &columns(&promises));
    let waiting: Vec<_> = today
        .unraised
        .iter()
        .map(|note| vec![note.on.to_string(), note.person_name.clone(), one_line(&note.text)])
        .collect();
    section(&mut text, "To be raised", &columns(&waiting));
    let quiet: Vec<_> = today
        .ribbon
        .iter()
        .filter(|line| line.quiet)
        .map(|line| {
            let met = line.person.last_met.map_or("not met yet".to_owned(), |day| format!("last met {day}"));
            vec![line.person.name.clone(), met]
        })
        .collect();
    section(&mut text, "Not met for four weeks", &columns(&quiet));
    text
}

fn section(text: &mut String, title: &str, lines: &str) {
    if !lines.is_empty() {
        text.push_str(&format!("\n{title}\n{lines}"));
    }
}

/// Searches everything.
pub fn search(desk: &Desk, query: String, limit: u32) -> Result<Answer, Fault> {
    let found = desk.run(Find { query, limit: Some(limit), ..Find::default() })?;
    let answer = json(&found)?;
    Ok(Answer::new(found_in_words(&found), answer))
}

fn found_in_words(found: &Found) -> String {
    let people: Vec<_> =
        found.people.iter().map(|person| vec![person.name.clone(), person.role.clone()]).collect();
    let mut text = columns(&people);
    for hit in &found.hits {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&hit_in_words(hit));
    }
    if text.is_empty() { "Nothing found.".to_owned() } else { text }
}

/// What was found, with the words that were searched for between asterisks.
fn hit_in_words(hit: &Hit) -> String {
    let on = hit.on.map(|day| format!("{day}  ")).unwrap_or_default();
    let parts =
        hit.snippet.iter().map(|part| if part.hit { format!("*{}*", part.text) } else { part.text.clone() });
    let snippet = one_line(&parts.collect::<String>());
    let title = if hit.title.is_empty() { String::new() } else { format!("  {}", one_line(&hit.title)) };
    format!("{on}{}{title}\n{}\n", hit.person_name, wrapped(&format!("  {snippet}"), ""))
}
