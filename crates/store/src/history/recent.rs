//! What was done lately.

use super::is_undone;
use crate::{
    fault::Result,
    log::{TouchedLine, read_summary},
    noun::{Reading, collect, instant_of, misplaced},
};
use chrono::{DateTime, Utc};

/// A deed in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeedLine {
    /// Its number.
    pub deed: u64,
    /// Its name, such as `folder.keep_note`.
    pub name: String,
    /// When it was done.
    pub at: DateTime<Utc>,
    /// What it touched.
    pub touched: Vec<TouchedLine>,
    /// Whether it was undone since.
    pub undone: bool,
    /// The deed it undid.
    pub undoes: Option<u64>,
}

/// The newest deeds, newest first.
///
/// # Errors
/// What reading can fail with.
pub fn recent(read: &Reading, limit: u32) -> Result<Vec<DeedLine>> {
    let mut deeds = collect(
        read,
        "SELECT seq, name, at, undoes, touched FROM deed ORDER BY seq DESC LIMIT ?",
        [limit],
        |row| {
            Ok(DeedLine {
                deed: row.get(0)?,
                name: row.get(1)?,
                at: instant_of(row.get(2)?).ok_or_else(misplaced)?,
                undoes: row.get(3)?,
                touched: read_summary(row.get_ref(4)?.as_blob().map_err(|_| misplaced())?)?,
                undone: false,
            })
        },
    )?;
    for deed in &mut deeds {
        deed.undone = is_undone(read, deed.deed)?;
    }
    Ok(deeds)
}

/// The newest deed that can still be undone in one step: not an undo itself, not undone already, and not of the name
/// that is `passed_over`.
///
/// # Errors
/// What reading can fail with.
pub fn newest_to_undo(read: &Reading, passed_over: &str) -> Result<Option<u64>> {
    let mut statement =
        read.prepare_cached("SELECT seq FROM deed WHERE undoes IS NULL AND name <> ? ORDER BY seq DESC")?;
    let mut rows = statement.query([passed_over])?;
    while let Some(row) = rows.next()? {
        let deed = row.get(0)?;
        if !is_undone(read, deed)? {
            return Ok(Some(deed));
        }
    }
    Ok(None)
}
