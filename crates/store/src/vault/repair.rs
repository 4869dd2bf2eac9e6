//! Rebuilding a database from the newest verified backup and the journals.
//!
//! The new database is built beside the old one, audited, and then takes its place; the old one is kept. What cannot be
//! brought back is counted, and given up only if its owner says so.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

use super::backup::{Shelf, extract, unwatched};
use super::cipher::{self, Changes};
use super::finding::count_of_changes;
use super::folder::{create_private, remove_if_there};
use super::journal::Journaled;
use super::settle::{catch_up, survey};
use super::visit::Visit;
use super::{Finding, Folder, migrate};
use crate::fault::{Damage, Result, StoreFault};
use crate::log::{self, Position};

/// What is wrong, and what the broken database says about itself.
pub(super) struct Claim {
    /// Why it is to be rebuilt, in one sentence.
    pub(super) why: &'static str,
    /// How far it says it has come, if it says anything.
    pub(super) present: Option<Position>,
    /// Whether it could be used as it is: old perhaps, but whole.
    pub(super) usable: bool,
}

/// A database that was built anew and not put in place yet.
struct Built {
    path: PathBuf,
    position: Position,
    since: Option<DateTime<Utc>>,
}

impl Drop for Built {
    fn drop(&mut self) {
        // Once it was put in place nothing is there under this name; a leftover goes when the vault is opened next.
        let _ = fs::remove_file(&self.path);
    }
}

/// Rebuilds the database and puts it in place. Needs the journal's lock, and that nobody else uses the vault.
pub(super) fn rebuild(visit: &mut Visit<'_>, claim: &Claim) -> Result<Vec<Finding>> {
    visit.head.alone()?;
    let known = furthest_known(visit, claim)?;
    let mut best = best_built(visit, known)?;
    if let (Some(present), Some(built), true) = (claim.present, &best, claim.usable)
        && built.position.seq < present.seq
    {
        // What stands there reaches further than anything that could be built.
        best = None;
    }
    let reached = match (&best, claim.present) {
        (Some(built), _) => built.position.seq,
        (None, Some(present)) if claim.usable => present.seq,
        _ => return Err(beyond_repair(known, claim.why)),
    };
    let missing = known.saturating_sub(reached);
    let since = best.as_ref().and_then(|built| built.since);
    if missing > 0 && !visit.accept_loss {
        return Err(StoreFault::Damaged(Damage {
            missing_changes: missing,
            since,
            sentence: format!(
                "{} {} cannot be brought back{}.",
                claim.why,
                count_of_changes(missing),
                since.map_or_else(String::new, |since| format!(
                    ", all made after {}",
                    since.format("%Y-%m-%d %H:%M UTC")
                ))
            ),
        }));
    }
    let aside = match &best {
        Some(built) => Some(put_in_place(visit.folder, &built.path)?),
        None => None,
    };
    visit.head.together()?;
    let kept = aside.map_or_else(String::new, |aside| {
        format!(" The file as it was is kept as {}.", aside.file_name().unwrap_or_default().to_string_lossy())
    });
    Ok(vec![if missing > 0 {
        Finding::lost(
            format!("{} {} are lost.{kept}", claim.why, count_of_changes(missing)),
            "If there is another backup of this vault, restore it into a new folder and compare.",
        )
    } else {
        let behind = claim.present.map_or(0, |present| known.saturating_sub(present.seq));
        let brought_back = match behind {
            0 => "Nothing is lost.".to_owned(),
            behind => format!("{} were missing and were brought back.", count_of_changes(behind)),
        };
        Finding::mended(format!(
            "{} It was rebuilt from the backups and the journal. {brought_back}{kept}",
            claim.why
        ))
    }])
}

/// The furthest any witness says the vault had come.
fn furthest_known(visit: &mut Visit<'_>, claim: &Claim) -> Result<u64> {
    let marked = visit.head.read()?.mark.map_or(0, |mark| mark.seq);
    let journaled = survey(visit.journal.tail(0)?, 0)?.map_or(0, |survey| survey.last.seq);
    let present = claim.present.map_or(0, |present| present.seq);
    Ok(marked.max(journaled).max(present))
}

/// Builds from one backup after the other, the newest first, and from nothing at last, until one reaches as far as is
/// known. Returns the one that came furthest.
fn best_built(visit: &Visit<'_>, known: u64) -> Result<Option<Built>> {
    let mut bases: Vec<Option<PathBuf>> =
        Shelf::of(visit.folder).all()?.into_iter().map(|backup| Some(backup.path)).collect();
    if reaches_back_to_nothing(visit)? {
        bases.push(None);
    }
    let mut best: Option<Built> = None;
    for base in bases {
        let built = match build(visit, base.as_deref()) {
            Ok(built) => built,
            // A backup that is broken itself; an older one may not be.
            Err(StoreFault::Damaged(_) | StoreFault::NotAVault) => continue,
            Err(fault) => return Err(fault),
        };
        let enough = built.position.seq >= known;
        if best.as_ref().is_none_or(|best| best.position.seq < built.position.seq) {
            best = Some(built);
        }
        if enough {
            break;
        }
    }
    Ok(best)
}

/// Whether a journal begins where the vault began.
fn reaches_back_to_nothing(visit: &Visit<'_>) -> Result<bool> {
    let begins = |mut tail: super::journal::Tail<'_>| -> Result<bool> {
        Ok(matches!(tail.next()?, Journaled::Base(Position { seq: 0, .. })))
    };
    let before = match visit.journal.before()? {
        Some(tail) => begins(tail)?,
        None => false,
    };
    Ok(before || begins(visit.journal.tail(0)?)?)
}

fn build(visit: &Visit<'_>, base: Option<&Path>) -> Result<Built> {
    let key = &visit.entrance.key;
    let mut built =
        Built { path: visit.folder.new_draft()?, position: Position { seq: 0, chain: [0; 32] }, since: None };
    match base {
        Some(backup) => extract(backup, key, &built.path)?,
        None => drop(create_private(&built.path)?),
    }
    let mut connection = cipher::open(&built.path, &key.derive_database_key(), Changes::InMemory)?;
    // A draft is synced once, as a whole.
    connection.pragma_update(None, "synchronous", "OFF")?;
    migrate::migrate_draft(&mut connection)?;
    if let Some(before) = visit.journal.before()? {
        catch_up(&mut connection, before)?;
    }
    built.position = catch_up(&mut connection, visit.journal.tail(0)?)?;
    built.since = newest_change(&connection)?;
    if !log::audit(&connection, &mut unwatched)?.findings.is_empty() {
        return Err(StoreFault::damaged("A database that was rebuilt did not pass its check."));
    }
    drop(connection);
    File::open(&built.path)?.sync_all()?;
    Ok(built)
}

fn newest_change(connection: &Connection) -> Result<Option<DateTime<Utc>>> {
    let at: Option<i64> = connection
        .query_row("SELECT at FROM deed ORDER BY seq DESC LIMIT 1", [], |row| row.get(0))
        .optional()?;
    Ok(at.and_then(DateTime::from_timestamp_millis))
}

/// Puts a new database in the place of the old one, which is kept under another name. Returns that name.
///
/// The old log goes first: SQLite would apply it to whatever database it finds beside it. Cut off in between, the old
/// database is found broken again, and all of this is done once more.
fn put_in_place(folder: &Folder, draft: &Path) -> Result<PathBuf> {
    let aside = folder.put_aside(Utc::now());
    if folder.database_log().exists() {
        let mut log = aside.clone().into_os_string();
        log.push("-wal");
        fs::rename(folder.database_log(), log)?;
    }
    remove_if_there(&folder.database_index())?;
    if folder.database().exists() && fs::hard_link(folder.database(), &aside).is_err() {
        fs::rename(folder.database(), &aside)?;
    }
    folder.sync()?;
    fs::rename(draft, folder.database())?;
    folder.sync()?;
    Ok(aside)
}

fn beyond_repair(missing: u64, why: &str) -> StoreFault {
    StoreFault::Damaged(Damage {
        missing_changes: missing,
        since: None,
        sentence: format!("{why} There is no backup in its folder to rebuild it from."),
    })
}

#[cfg(test)]
mod tests;
