//! What was done, and taking it back.

use app::history::{Of, Undo, Version};
use app::{Desk, Fault};

use super::json;
use crate::answer::Answer;
use crate::layout::{one_line, wrapped};

/// Shows every version of a record.
pub fn history(desk: &Desk, id: &str) -> Result<Answer, Fault> {
    let record = id.parse().map_err(|_| {
        Fault::wrong_use("That is not an identifier.").next("Copy one from an answer with --json.")
    })?;
    let versions = desk.run(Of { record })?;
    let text = if versions.is_empty() {
        "Nothing is known of that record.".to_owned()
    } else {
        versions.iter().map(version_in_words).collect::<Vec<_>>().join("\n")
    };
    Ok(Answer::new(text, json(&versions)?))
}

fn version_in_words(version: &Version) -> String {
    let undone = if version.undone { "  (undone since)" } else { "" };
    let at = version.at.0.format("%Y-%m-%d %H:%M UTC");
    let mut text = format!("{:>6}  {at}  {}{undone}\n", version.deed, version.sentence);
    for field in &version.fields {
        let shown = |value: &Option<String>| value.as_deref().map_or("—".to_owned(), one_line);
        let line = format!("        {}: {} → {}", field.label, shown(&field.before), shown(&field.after));
        text.push_str(&wrapped(&line, "  "));
        text.push('\n');
    }
    text
}

/// Takes a change back.
pub fn undo(desk: &Desk, deed: Option<u64>) -> Result<Answer, Fault> {
    let undone = desk.run(Undo { deed })?;
    Ok(Answer::new(format!("Undone: {}.", undone.sentence), json(&undone)?))
}
