//! One durable save of an edited 1:1 document through the door, against one bare durable commit of the same bytes.

use rusqlite::params;
use serde_json::json;

use crate::clocked::{Times, millis, ratio, time};
use crate::prepared::{Prepared, call, opened, shelf};
use crate::sheet::Line;
use crate::{Outcome, floor};

const SAVES: usize = 200;
/// Any 32 bytes: the floor pays for the cipher, not for a secret.
const KEY: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

/// Measures saves and bare commits in turn.
pub fn measure(vault: &Prepared) -> Outcome<Vec<Line>> {
    let desk = opened(vault)?;
    // What is closed no longer changes; a cancelled one may still be written in.
    let meetings = call(&desk, "one_on_one.list", json!({ "limit": 200 }))?;
    let open = meetings.as_array().into_iter().flatten().find(|meeting| meeting["state"] == "cancelled");
    let id = open.map(|meeting| &meeting["id"]).ok_or("no 1:1 to write in")?;
    let page = call(&desk, "one_on_one.get", json!({ "id": id }))?;
    let section = page["sections"][0]["id"].clone();
    let before = page["sections"][0]["text"].as_str().unwrap_or_default().to_owned();

    let path = shelf()?.join("commit.db");
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(path.with_file_name(format!("commit.db{ending}")));
    }
    let bare = floor::database(&path, Some(KEY))?;
    bare.execute_batch("CREATE TABLE section (id INTEGER PRIMARY KEY, text TEXT NOT NULL); INSERT INTO section VALUES (1, '')")?;

    let (mut door, mut commit) = (Times::default(), Times::default());
    let mut text = before.clone();
    for n in 0..SAVES {
        text.push_str(if n % 9 == 8 { ".\n\nAnd" } else { " again" });
        let (through, reply) =
            time(|| call(&desk, "one_on_one.write", json!({ "section": section, "text": text })));
        let (floor, written) =
            time(|| bare.execute("UPDATE section SET text = ?1 WHERE id = 1", params![text]));
        reply?;
        written?;
        door.push(through);
        commit.push(floor);
    }
    call(&desk, "one_on_one.write", json!({ "section": section, "text": before }))?;
    Ok(vec![Line {
        what: format!("one durable save: median of {SAVES}"),
        measured: millis(door.median()),
        floor: millis(commit.median()),
        figure: ratio(door.median(), commit.median()),
        owed: 3.0,
        unit: "×",
    }])
}
