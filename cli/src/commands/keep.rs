//! Keeping a note.

use app::folder::{KeepNote, Polarity};
use app::{Desk, Fault};

use super::json;
use crate::answer::Answer;
use crate::arguments::Note;
use crate::{ask, who};

/// Keeps one note in somebody's fuzzy folder.
pub fn note(desk: &Desk, asked: Note) -> Result<Answer, Fault> {
    let person = who::find(desk, &asked.person)?;
    let text = ask::text_or_input(asked.text)?;
    let polarity = if asked.praise { Polarity::Praise } else { Polarity::Constructive };
    let kept = desk.run(KeepNote { person: person.id, polarity, kind: None, text, on: asked.on })?;
    Ok(Answer::new(format!("Kept in the fuzzy folder of {}.", person.name), json(&kept)?))
}
