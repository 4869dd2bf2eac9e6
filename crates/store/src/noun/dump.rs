//! Everything a vault holds, record by record, in an order that never depends on how it came there.

use domain::RecordId;

use super::{Column, Kind, Noun, Reading, Value, day_of, each_row, instant_of, person, setting, wall_of};
use crate::fault::Result;

/// Calls `each` with every record of every noun: nouns in the order of their numbers, records in the order of their
/// identifiers, fields in the order of the table.
///
/// # Errors
/// What reading can fail with, and what `each` returns.
pub fn each_record(
    read: &Reading,
    mut each: impl FnMut(Noun, RecordId, &[(&'static Column, Value)]) -> Result<()>,
) -> Result<()> {
    for noun in Noun::ALL {
        let table = noun.table();
        each_row(read, table, |id, row| {
            let fields: Vec<_> = table.columns.iter().zip(row).collect();
            each(noun, id, &fields)
        })?;
    }
    Ok(())
}

/// A field as a person reads it: days and times in ISO form, choices as their word, lists as `name level, …`, shapes as
/// `name value, …`. None for what is not there, and for a secret.
pub fn text_of(column: &Column, value: &Value) -> Option<String> {
    match (column.kind, value) {
        (Kind::Secret, _) | (_, Value::Null) => None,
        (Kind::Day, Value::Int(number)) => day_of(*number).map(|day| day.to_string()),
        (Kind::Wall, Value::Int(number)) => {
            wall_of(*number).map(|wall| wall.format("%Y-%m-%dT%H:%M").to_string())
        }
        (Kind::Instant, Value::Int(number)) => {
            instant_of(*number).map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true))
        }
        (Kind::Flag, Value::Int(flag)) => Some(if *flag == 0 { "no" } else { "yes" }.to_owned()),
        (Kind::Json, Value::Text(json)) => Some(plain_json(json)),
        (_, Value::Int(number)) => Some(number.to_string()),
        (_, Value::Text(text)) => Some(text.clone()),
        (Kind::Id, value) => value.as_id().map(|id| RecordId::from_bytes(id).to_string()),
        (Kind::Cbor, Value::Bytes(bytes)) => Some(plain(bytes)),
        (_, Value::Bytes(bytes)) => Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect()),
    }
}

fn plain(bytes: &[u8]) -> String {
    if let Ok(skills) = person::read_skills(bytes) {
        let skills: Vec<_> = skills.iter().map(|skill| format!("{} {}", skill.name, skill.level)).collect();
        return skills.join(", ");
    }
    if let Ok(lines) = super::cbor::read_lines(bytes) {
        let lines: Vec<_> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        return lines.join(", ");
    }
    if let Ok(sections) = super::template::read_sections(bytes) {
        let titles: Vec<_> = sections.into_iter().map(|section| section.title).collect();
        return titles.join(", ");
    }
    match setting::read_plain(bytes) {
        Ok(setting::Plain::Text(text)) => text,
        Ok(setting::Plain::Number(number)) => number.to_string(),
        Ok(setting::Plain::Flag(flag)) => if flag { "on" } else { "off" }.to_owned(),
        Err(_) => String::new(),
    }
}

/// What a shape says, each of its values behind its name, without what is empty.
fn plain_json(json: &str) -> String {
    fn say(value: &serde_json::Value) -> Option<String> {
        use serde_json::Value;
        let all = |parts: Vec<String>| (!parts.is_empty()).then(|| parts.join(", "));
        match value {
            Value::Null => None,
            Value::Bool(flag) => Some(if *flag { "yes" } else { "no" }.to_owned()),
            Value::Number(number) => Some(number.to_string()),
            Value::String(text) => (!text.is_empty()).then(|| text.clone()),
            Value::Array(list) => all(list.iter().filter_map(say).collect()),
            Value::Object(fields) => all(fields
                .iter()
                .filter_map(|(name, value)| {
                    say(value).map(|value| format!("{} {value}", name.replace('_', " ")))
                })
                .collect()),
        }
    }
    serde_json::from_str(json).ok().as_ref().and_then(say).unwrap_or_default()
}
