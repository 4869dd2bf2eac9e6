//! Opening a vault: the right key, the right database, and nothing missing that nobody was told about.

use std::sync::Arc;

use chrono::Utc;
use rusqlite::Connection;
use seal::key::VaultKey;

use super::backup::{Reason, unwatched};
use super::cipher::{self, Changes};
use super::head::Head;
use super::journal::Journal;
use super::visit::Visit;
use super::way::{Entrance, SlotsOnDisk, Source};
use super::{Finding, Folder, Vault, Way, mark, migrate};
use crate::fault::{Result, StoreFault};
use crate::gate::Hand;

/// A vault that was opened, and what came to light.
#[derive(Debug)]
pub struct Opened {
    /// The vault.
    pub vault: Vault,
    /// What its owner should hear.
    pub findings: Vec<Finding>,
}

/// Opens the vault in `folder`. What can be mended is mended and named in the findings.
///
/// # Errors
/// [`StoreFault::WrongKey`]; [`StoreFault::FromTheFuture`], with nothing changed; and [`StoreFault::Damaged`] when
/// something cannot be brought back. Only with `accept_loss` is a vault opened that has lost something.
pub fn open(folder: &Folder, way: &Way, accept_loss: bool) -> Result<Opened> {
    loop {
        let on_disk = SlotsOnDisk::read(folder)?;
        let entrances = on_disk.entrances(way)?;
        let Some(first) = entrances.first() else { return Err(StoreFault::WrongKey) };
        let mut journal = Journal::open(folder, first.key.derive_journal_key())?;
        journal.lock()?;
        // Deriving the key took its time. If the slots were changed meanwhile, all of it counts for nothing.
        if SlotsOnDisk::read(folder)? == on_disk {
            let opened = enter(folder, entrances, on_disk.copy_is_same(), journal, accept_loss, None)?;
            return opened.pay_backup();
        }
    }
}

/// A vault that was opened, before the backup that may be owed.
struct Entered {
    opened: Opened,
    backup_owed: bool,
}

impl Entered {
    /// Makes the backup that takes the place of a lost journal. Without it nothing is lost yet, so a failure is told
    /// and no more.
    fn pay_backup(self) -> Result<Opened> {
        let Opened { mut vault, mut findings } = self.opened;
        if self.backup_owed
            && let Err(fault) = vault.back_up(Utc::now(), Reason::Journal, &mut unwatched)
        {
            findings.push(Finding::notice(
                format!("A fresh backup could not be made. {fault}"),
                fault.next().unwrap_or("Make a backup."),
            ));
        }
        Ok(Opened { vault, findings })
    }
}

fn enter(
    folder: &Folder,
    entrances: Vec<Entrance>,
    copy_is_same: bool,
    mut journal: Journal,
    accept_loss: bool,
    broken: Option<&'static str>,
) -> Result<Entered> {
    let (entrance, connection) = find_database(folder, entrances)?;
    if let Some(connection) = &connection {
        migrate::shape_of(connection)?;
    }
    journal.set_key(entrance.key.derive_journal_key());
    let head = Head::open(folder, entrance.key.derive_head_key())?;
    let mut visit =
        Visit { folder, findings: Vec::new(), backup_owed: false, entrance, journal, head, accept_loss };
    visit.remove_drafts()?;
    let connection = visit.finish_rotation(connection)?;
    let (connection, broken) = visit.bring_to_present(connection, broken)?;
    let (connection, whole) = visit.settle(connection, broken)?;
    visit.check_slots(&connection, copy_is_same)?;
    visit.check_folder()?;
    visit.check_capture_key(&connection);
    if whole.journal_was_lost {
        visit.journal.renew(&whole.position)?;
        visit.backup_owed = true;
    }
    let end = visit.journal.len()?;
    visit.head.write_if_other(&whole.position, end)?;
    visit.journal.unlock();
    let Visit { findings, backup_owed, entrance, journal, head, .. } = visit;
    let vault = Vault {
        folder: folder.clone(),
        id: *entrance.slots.vault(),
        hand: Hand::of(mark::device(&connection)?)?,
        key: entrance.key,
        connection,
        journal,
        head,
        uncertain: false,
        restless: true,
        log_left: false,
    };
    Ok(Entered { opened: Opened { vault, findings }, backup_owed })
}

/// The first entrance whose key the database knows. If none does, the database is broken.
fn find_database(folder: &Folder, entrances: Vec<Entrance>) -> Result<(Entrance, Option<Connection>)> {
    let mut shut = None;
    let knows_next = entrances.iter().any(|entrance| entrance.source == Source::Next);
    for entrance in entrances {
        match open_database(folder, &entrance) {
            Ok(connection) => return Ok((entrance, Some(connection))),
            Err(StoreFault::Damaged(_)) => shut = shut.or(Some(entrance)),
            Err(fault) => return Err(fault),
        }
    }
    match shut {
        None => Err(StoreFault::WrongKey),
        // The next key, of a change that never reached the database, opens nothing.
        Some(Entrance { source: Source::Next, .. }) => Err(StoreFault::WrongKey),
        // Nor does the old one once it did. Only who knows both, by the passphrase, can tell this from damage.
        Some(_) if folder.slots_next().exists() && !knows_next => Err(StoreFault::WrongKey),
        // Neither is an old copy of the slots beside new ones, with a database that has the new key.
        Some(Entrance { source: Source::Copy, .. }) if SlotsOnDisk::read(folder)?.decode().is_ok() => {
            Err(StoreFault::WrongKey)
        }
        Some(entrance) => Ok((entrance, None)),
    }
}

pub(super) fn open_database(folder: &Folder, entrance: &Entrance) -> Result<Connection> {
    if !folder.database().exists() {
        return Err(StoreFault::damaged("The database of this vault is missing."));
    }
    let connection = cipher::open(&folder.database(), &entrance.key.derive_database_key(), Changes::InLog)?;
    if migrate::shape_of(&connection)? == 0 {
        return Err(StoreFault::damaged("The database of this vault is empty."));
    }
    // What is needed before the database is compared with anything must be readable now.
    mark::read_all(&connection)?;
    Ok(connection)
}

impl Vault {
    /// Opens the same vault again with the keys at hand, after the disk failed. What was not acknowledged may be gone;
    /// what was is there, or is named.
    ///
    /// # Errors
    /// As [`open`]. The vault then stays unusable.
    pub fn reopen(&mut self) -> Result<Vec<Finding>> {
        // Closed first: what this connection still believes about the disk must not be believed any longer.
        self.uncertain = true;
        self.connection = Connection::open_in_memory()?;
        self.head.leave();
        let opened = again(&self.folder, &self.key, false, None)?;
        *self = opened.vault;
        Ok(opened.findings)
    }

    /// Rebuilds the database from the newest backup and the journal, after a check found something wrong in it. The
    /// database as it is stays beside the new one.
    ///
    /// # Errors
    /// As [`open`]: changes that cannot be brought back are named, and given up only with `accept_loss`.
    pub fn repair(self, accept_loss: bool) -> Result<Opened> {
        let (folder, key) = (self.folder.clone(), Arc::clone(&self.key));
        drop(self);
        again(&folder, &key, accept_loss, Some("The check found something wrong in the database."))
    }
}

/// Opens a vault whose key is at hand.
fn again(
    folder: &Folder,
    key: &Arc<VaultKey>,
    accept_loss: bool,
    broken: Option<&'static str>,
) -> Result<Opened> {
    let mut journal = Journal::open(folder, key.derive_journal_key())?;
    journal.lock()?;
    let on_disk = SlotsOnDisk::read(folder)?;
    let entrance = on_disk.entrance(Arc::clone(key))?;
    enter(folder, vec![entrance], on_disk.copy_is_same(), journal, accept_loss, broken)?.pay_backup()
}

#[cfg(test)]
mod tests;
