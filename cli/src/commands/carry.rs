//! Bringing records in, and taking them out.

use std::path::PathBuf;

use app::portable;
use app::roster::{Apply, Preview, Relation, Remap, RosterPreview};
use app::{Desk, Fault};
use serde_json::json as object;

use super::json;
use crate::answer::{Answer, say};
use crate::layout::{count, wrapped};

/// Imports people from a CSV file.
pub fn import_roster(
    desk: &Desk,
    file: PathBuf,
    dry_run: bool,
    map: &[String],
    others: Option<String>,
) -> Result<Answer, Fault> {
    let mut preview = desk.run(Preview { file, mapping: None })?;
    if !map.is_empty() || others.is_some() {
        let otherwise = others.map(relation).transpose()?;
        let mut mapping = serde_json::to_value(&preview.mapping).unwrap_or_default();
        for pair in map {
            let (field, column) = pair.split_once('=').ok_or_else(|| {
                Fault::wrong_use("A mapping is written FIELD=COLUMN.")
                    .next("For example --map name=\"Full name\".")
            })?;
            mapping[field.trim()] = column.trim().into();
        }
        let args = object!({ "import": preview.import, "mapping": mapping, "otherwise": otherwise });
        let mapping = serde_json::from_value::<Remap>(args).map_err(|_| {
            Fault::wrong_use("There is no such field.").next(
                "Fields: name, given_name, family_name, role, level, site, team, manager, relation, employment, \
                 started_on, left_on, email, phone, skills.",
            )
        })?;
        preview = desk.run(mapping)?;
    }
    if preview.unplaced > 0 && preview.otherwise == Relation::Other {
        let people = count(preview.unplaced, "person", "people");
        let sentence =
            format!("The file does not say what {people} are to you. Say it with --others direct_report.");
        say(&wrapped(&sentence, ""));
    }
    for reject in &preview.rejected {
        say(&wrapped(&format!("Row {}, {}: {}", reject.row, reject.column, reject.sentence), "  "));
    }
    if dry_run {
        return Ok(Answer::new(format!("Would import: {}.", counted(&preview)), json(&preview)?));
    }
    let brought = desk.run(Apply { import: preview.import.clone() })?;
    Ok(Answer::new(format!("Imported: {}.", counted(&preview)), json(&brought)?))
}

/// A relation by its name, with spaces or hyphens if one likes.
fn relation(word: String) -> Result<Relation, Fault> {
    let word = word.trim().to_lowercase().replace([' ', '-'], "_");
    serde_json::from_value(word.into()).map_err(|_| {
        Fault::wrong_use("There is no such relation.")
            .next("Relations: direct_report, skip_level, my_manager, peer, partner, hr, other.")
    })
}

fn counted(preview: &RosterPreview) -> String {
    let left_out = match preview.rejected.len() {
        0 => String::new(),
        rejected => format!(", {}", count(rejected as u64, "line left out", "lines left out")),
    };
    let new = count(preview.added, "new person", "new people");
    format!("{new}, {} changed, {} as before{left_out}", preview.changed, preview.unchanged)
}

/// Imports a portable folder.
pub fn import_portable(desk: &Desk, folder: PathBuf) -> Result<Answer, Fault> {
    let brought = desk.run_as(portable::Import { folder }, "nook")?;
    let text = format!(
        "Imported: {}, {} changed, {} as before.",
        count(brought.added, "new record", "new records"),
        brought.changed,
        brought.unchanged
    );
    Ok(Answer::new(text, json(&brought)?))
}

/// Exports everything.
pub fn export_portable(desk: &Desk, folder: PathBuf, without_sources: bool) -> Result<Answer, Fault> {
    let written = desk.run_as(portable::Export { folder, without_sources }, "nook")?;
    let (records, files) =
        (count(written.records, "record", "records"), count(written.files, "file", "files"));
    let text = format!(
        "Exported {records} into {files}. They are not encrypted: keep them where only you can read them."
    );
    Ok(Answer::new(wrapped(&text, ""), json(&written)?))
}
