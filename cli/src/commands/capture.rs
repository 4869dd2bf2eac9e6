//! Writing something down while the vault is locked, and looking through it afterwards.

use app::capture::{CaptureLine, Choice, Keep, Remove, Take, Waiting, WaitingCaptures};
use app::folder::Polarity;
use app::{Desk, Fault};
use serde_json::json as answer;

use super::json;
use super::one_on_one::short;
use crate::answer::Answer;
use crate::arguments::{Captured, Note};
use crate::layout::{count, wrapped};
use crate::{ask, who};

/// Seals a note to the vault. Nobody is looked up, and no passphrase is asked for.
pub fn note(desk: &Desk, asked: Note) -> Result<Answer, Fault> {
    let polarity = if asked.praise { Polarity::Praise } else { Polarity::Constructive };
    desk.run(Keep { about: asked.person, polarity, text: ask::text_or_input(asked.text)? })?;
    Ok(Answer::new("Kept. It waits, sealed, until you open the vault: `nook captured`.", answer!({})))
}

/// Lists, keeps as notes, or throws away.
pub fn captured(desk: &Desk, what: Option<Captured>) -> Result<Answer, Fault> {
    match what {
        None | Some(Captured::List) => list(desk),
        Some(Captured::Take { id, person, praise, constructive }) => {
            let polarity = match (praise, constructive) {
                (true, _) => Some(Polarity::Praise),
                (_, true) => Some(Polarity::Constructive),
                _ => None,
            };
            take(desk, id, person, polarity)
        }
        Some(Captured::Remove { id }) => {
            let waiting = desk.run(Waiting {})?;
            let ids = waiting.captures.iter().map(|one| one.id.record());
            let ids = ids.chain(waiting.unread.iter().filter_map(|one| one.id));
            let id = one_called(ids, &id, ToString::to_string)?;
            let done = desk.run(Remove { id })?;
            Ok(Answer::new("Thrown away.", json(&done)?))
        }
    }
}

fn list(desk: &Desk) -> Result<Answer, Fault> {
    let waiting = desk.run(Waiting {})?;
    let mut text = String::new();
    for one in &waiting.captures {
        text.push_str(&format!("{}\n\n", in_words(one)));
    }
    for one in &waiting.unread {
        text.push_str(&format!("captures/{} cannot be read and is left where it is.\n", one.file));
    }
    if waiting.more > 0 {
        text.push_str(&format!("{} after these.\n", count(waiting.more.into(), "more waits", "more wait")));
    }
    if text.is_empty() {
        text.push_str("Nothing waits.");
    }
    Ok(Answer::new(text.trim_end(), json(&waiting)?))
}

fn in_words(one: &CaptureLine) -> String {
    let what = if one.polarity == Polarity::Praise { "praise" } else { "to improve" };
    let whom = match &one.person {
        Some(guess) => guess.name.clone(),
        None if one.about.is_empty() => "nobody named".to_owned(),
        None => format!("“{}”, who is not clear", one.about),
    };
    let head = format!("{}  {}  {what}  {whom}", short(&one.id.to_string()), one.on);
    format!("{head}\n{}", wrapped(&format!("  {}", one.text), "  "))
}

/// Keeps one, or all whose person is clear.
fn take(
    desk: &Desk,
    id: Option<String>,
    person: Option<String>,
    polarity: Option<Polarity>,
) -> Result<Answer, Fault> {
    let waiting = desk.run(Waiting {})?;
    let captures = match &id {
        Some(id) => {
            let person = person.map(|name| who::find(desk, &name)).transpose()?;
            let one = one_called(waiting.captures.iter(), id, |one| one.id.to_string())?;
            let guess = one.person.as_ref().map(|guess| guess.id);
            let person = person.map(|person| person.id).or(guess).ok_or_else(|| {
                Fault::wrong_use("It is not clear whom that is about.").next("Name a person with --person.")
            })?;
            vec![Choice { id: one.id, person, polarity, text: None, kind: None }]
        }
        None => clear_ones(&waiting),
    };
    let taken = desk.run(Take { captures })?;
    let kept = count(taken.notes.len() as u64, "note is kept", "notes are kept");
    Ok(Answer::new(format!("{kept}."), json(&taken)?))
}

fn clear_ones(waiting: &WaitingCaptures) -> Vec<Choice> {
    let clear = waiting.captures.iter().filter_map(|one| Some((one.id, one.person.as_ref()?.id)));
    clear.map(|(id, person)| Choice { id, person, polarity: None, text: None, kind: None }).collect()
}

/// The one whose identifier is, or ends, so.
fn one_called<T>(all: impl Iterator<Item = T>, id: &str, name: impl Fn(&T) -> String) -> Result<T, Fault> {
    let mut fitting: Vec<T> = all.filter(|one| id.len() >= 4 && name(one).ends_with(id)).collect();
    if fitting.len() > 1 {
        return Err(Fault::wrong_use("More than one is called so.").next("Type more of the identifier."));
    }
    fitting
        .pop()
        .ok_or_else(|| Fault::wrong_use("Nothing that waits is called so.").next("`nook captured` lists it."))
}
