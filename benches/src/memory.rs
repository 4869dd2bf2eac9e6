//! The most memory a process has while it searches and opens documents, without the web view.

use std::path::Path;

use serde_json::json;

use crate::Outcome;
use crate::prepared::{Prepared, call, opened, run};
use crate::sheet::{Line, say};

/// Has a process of its own measured.
pub fn measure(vault: &Prepared) -> Outcome<Vec<Line>> {
    let mut child = std::process::Command::new(std::env::current_exe()?);
    let output = run(child.arg("memory-of").arg(&vault.folder).arg(&vault.code))?;
    let megabytes: f64 = String::from_utf8(output.stdout)?.trim().parse()?;
    Ok(vec![Line {
        what: "memory while searching and opening".into(),
        measured: format!("{megabytes:.0} MB"),
        floor: String::new(),
        figure: megabytes,
        owed: 150.0,
        unit: "MB",
    }])
}

/// Works like a person in a hurry, then prints the most memory that took, in MB.
pub fn be_measured(folder: &Path, code: &str) -> Outcome<()> {
    let desk = opened(&Prepared { folder: folder.to_owned(), code: code.to_owned() })?;
    let meetings = call(&desk, "one_on_one.list", json!({ "limit": 200 }))?;
    for meeting in meetings.as_array().into_iter().flatten() {
        call(&desk, "one_on_one.get", json!({ "id": meeting["id"] }))?;
    }
    for query in ["a", "ag", "again", "the", "team drill", "\"of the\"", "release", "z"] {
        for limit in [20, 50] {
            call(&desk, "search.find", json!({ "query": query, "limit": limit }))?;
        }
    }
    for person in call(&desk, "person.list", json!({}))?.as_array().into_iter().flatten() {
        call(&desk, "person.get", json!({ "id": person["id"] }))?;
        call(&desk, "folder.list", json!({ "person": person["id"], "limit": 100 }))?;
    }
    call(&desk, "today.get", json!({}))?;
    let status = std::fs::read_to_string("/proc/self/status")?;
    let peak =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("this system does not tell")?;
    let kilobytes: f64 = peak.trim().trim_end_matches(" kB").parse()?;
    say(&format!("{:.1}", kilobytes / 1024.0));
    Ok(())
}
