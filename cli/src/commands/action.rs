//! What was promised.

use app::action::{ActionLine, Add, List, ReadLine, Set};
use app::{Desk, Fault};

use super::json;
use super::one_on_one::short;
use crate::answer::Answer;
use crate::layout::{columns, one_line};
use crate::who;

/// Lists promises.
pub fn list(desk: &Desk, person: Option<String>, mine: bool, past: bool) -> Result<Answer, Fault> {
    let person = person.map(|name| who::find(desk, &name)).transpose()?.map(|person| person.id);
    let lines = desk.run(List { person, mine: Some(mine), open: Some(!past) })?;
    let rows: Vec<_> = lines.iter().map(row).collect();
    let text = match (rows.is_empty(), past) {
        (true, false) => "Nothing is owed.".to_owned(),
        (true, true) => "Nothing was done or dropped yet.".to_owned(),
        (false, _) => columns(&rows),
    };
    Ok(Answer::new(text, json(&lines)?))
}

fn row(line: &ActionLine) -> Vec<String> {
    let due = line.due.map(|due| format!("due {due}")).unwrap_or_default();
    vec![short(&line.id.to_string()), due, owner(line), line.about_name.clone(), one_line(&line.text)]
}

/// Who owes a promise, as it is said to the owner of the vault.
pub(super) fn owner(line: &ActionLine) -> String {
    if line.mine { "you".to_owned() } else { line.owner_name.clone() }
}

/// Makes a promise out of a typed line.
pub fn add(desk: &Desk, line: String, person: &str) -> Result<Answer, Fault> {
    let about = who::find(desk, person)?;
    let read = desk.run(ReadLine { line, about: about.id, meeting: None })?;
    let owner = read.owner.ok_or_else(|| {
        Fault::wrong_use("The name before the colon fits several people.").next("Type more of the name.")
    })?;
    let made = desk.run(Add {
        about: about.id,
        meeting: None,
        text: read.text.clone(),
        owner,
        due: read.due,
        talk: None,
        author: None,
    })?;
    let due = read.due.map(|due| format!(" by {due}")).unwrap_or_default();
    Ok(Answer::new(format!("{} owes{due}: {}", read.owner_name, read.text), json(&made)?))
}

/// Says that a promise is done.
pub fn done(desk: &Desk, id: &str) -> Result<Answer, Fault> {
    set(desk, id, Some(true), None, "Done")
}

/// Says that a promise is no longer owed.
pub fn drop(desk: &Desk, id: &str, because: String) -> Result<Answer, Fault> {
    set(desk, id, None, Some(because), "Dropped")
}

fn set(
    desk: &Desk,
    id: &str,
    done: Option<bool>,
    dropped_because: Option<String>,
    word: &str,
) -> Result<Answer, Fault> {
    let line = find(desk, id)?;
    let saved = desk.run(Set { id: line.id, text: None, owner: None, due: None, done, dropped_because })?;
    Ok(Answer::new(format!("{word}: {}", line.text), json(&saved)?))
}

/// The promise with that identifier, or the one whose identifier ends so.
fn find(desk: &Desk, id: &str) -> Result<ActionLine, Fault> {
    let mut lines = desk.run(List::default())?;
    lines.retain(|line| line.id.to_string().ends_with(id) && id.len() >= 4);
    if lines.len() > 1 {
        return Err(
            Fault::wrong_use("More than one promise is called so.").next("Type more of the identifier.")
        );
    }
    lines.pop().ok_or_else(|| {
        Fault::wrong_use("There is no such promise.").next("`nook action list` shows what is owed.")
    })
}
