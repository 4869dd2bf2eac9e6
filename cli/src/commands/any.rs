//! Any call by its name, and the table.

use app::Fault;
use app::call::{Needs, Pace, Place};
use app::doors::{self, DOORS};
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::ask;
use crate::desk::Vault;
use crate::layout::columns;

/// Makes a call by its name.
pub fn call(vault: &mut Vault, name: &str, args: String) -> Result<Answer, Fault> {
    let args: Value = serde_json::from_str(&ask::text_or_input(args)?).map_err(|_| {
        Fault::wrong_use("The arguments are not JSON.").next("Write them like {\"limit\": 5}.")
    })?;
    if doors::door(name).is_some_and(|door| door.needs == Needs::Open) {
        vault.unlock()?;
    }
    let reply = vault.desk().call(name, args, Some("nook"))?;
    let text = serde_json::to_string_pretty(&reply).unwrap_or_default();
    Ok(Answer::new(text, reply).with(vault.findings()))
}

/// Lists the table.
pub fn doors() -> Answer {
    let needs = |needs| match needs {
        Needs::Outside => "outside",
        Needs::Locked => "locked",
        Needs::Open => "open",
    };
    let pace = |pace| if pace == Pace::Long { "long" } else { "quick" };
    let place = |place| match place {
        Place::Open(_) => "a file to read",
        Place::Save(..) | Place::Copy(_) => "a file to write",
        Place::Folder => "a folder",
    };
    let mut rows = Vec::new();
    let mut lines = Vec::new();
    for door in DOORS {
        let files: Vec<_> =
            door.files.iter().map(|&(field, kind)| format!("{field}: {}", place(kind))).collect();
        rows.push(vec![
            door.name.to_owned(),
            needs(door.needs).into(),
            pace(door.pace).into(),
            files.join(", "),
        ]);
        let fields: Vec<_> = door.files.iter().map(|(field, _)| field).collect();
        lines.push(json!({ "name": door.name, "needs": needs(door.needs), "pace": pace(door.pace), "files": fields }));
    }
    Answer::new(columns(&rows), Value::Array(lines))
}
