//! Calendar files, out and in.

use std::path::PathBuf;

use app::calendar::{Apply, CalendarPreview, Chosen, EventKind, EventLine, Export, NewsKind, Preview};
use app::{Desk, Fault};

use super::json;
use crate::answer::{Answer, say};
use crate::layout::{columns, count, one_line, wrapped};

/// Writes every 1:1 into a calendar file.
pub fn export(desk: &Desk, file: PathBuf, names: bool) -> Result<Answer, Fault> {
    let saved = desk.run(Export { names: Some(names), file })?;
    let text = format!("Wrote {}. It is not encrypted.", saved.file);
    Ok(Answer::new(text, json(&saved)?))
}

/// Looks at a calendar file, and applies what it found where that was asked for.
pub fn import(desk: &Desk, file: PathBuf, apply: bool, days_off: bool) -> Result<Answer, Fault> {
    let preview = desk.run(Preview { file })?;
    if !apply {
        return Ok(Answer::new(in_words(&preview), json(&preview)?));
    }
    say_unused(&preview);
    let wanted = preview.events.iter().filter(|line| days_off || line.kind != EventKind::DayOff);
    let chosen = wanted.map(|line| Chosen { event: line.event, person: None, because: None }).collect();
    let brought = desk.run(Apply { import: preview.import, chosen })?;
    let text = format!(
        "Imported: {} new, {} changed, {} as before.",
        brought.added, brought.changed, brought.unchanged
    );
    Ok(Answer::new(text, json(&brought)?))
}

fn in_words(preview: &CalendarPreview) -> String {
    say_unused(preview);
    if preview.events.is_empty() {
        return "Nothing in it can be used.".to_owned();
    }
    let rows: Vec<_> = preview.events.iter().map(row).collect();
    format!("{}\nNothing was changed. Bring it in with --apply.", columns(&rows))
}

fn row(line: &EventLine) -> Vec<String> {
    let news = match line.news {
        NewsKind::New => "new",
        NewsKind::Changed => "changed",
        NewsKind::Unchanged => "as before",
    };
    let (when, what) = match (line.kind, line.every_days) {
        (EventKind::DayOff, _) => (line.starts.0.format("%Y-%m-%d").to_string(), "day off".to_owned()),
        (_, Some(days)) => (line.starts.to_string(), format!("every {}", count(days.into(), "day", "days"))),
        (_, None) => (line.starts.to_string(), "once".to_owned()),
    };
    let said: String = line.said.iter().map(|said| format!(" {}", said.sentence)).collect();
    vec![news.to_owned(), when, what, line.person_name.clone(), format!("{}{said}", one_line(&line.summary))]
}

/// What cannot be used is said beside the answer.
fn say_unused(preview: &CalendarPreview) {
    for event in &preview.unused {
        let on = event.on.map(|day| format!("{day}, ")).unwrap_or_default();
        let title = if event.summary.is_empty() { "without a title" } else { &event.summary };
        say(&wrapped(&format!("Left out: {on}{}: {}", one_line(title), event.said.sentence), "  "));
    }
    if preview.more_unused > 0 {
        say(&format!("Left out: {} more.", preview.more_unused));
    }
}
