//! Opening a vault: the right key, the right database, and nothing missing that nobody was told about.

use std::sync::Arc;

use chrono::Utc;
use rusqlite::Connection;
use seal::key::VaultKey;

use super::backup::{Reason, newest_seq, unwatched};
use super::cipher::{self, Changes};
use super::finding::count_of_changes;
use super::folder::remove_if_there;
use super::head::Head;
use super::journal::Journal;
use super::repair::{Claim, rebuild};
use super::settle::{Verdict, Whole, settle};
use super::way::{Entrance, SlotsOnDisk, Source, promote_next, write_copy, write_slots};
use super::{Finding, Folder, Vault, Way, mark, migrate, rotate};
use crate::fault::{Result, StoreFault};
use crate::log;

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
    let (mut connection, whole) = visit.settle(connection, broken)?;
    visit.check_slots(&connection, copy_is_same)?;
    visit.check_folder()?;
    if whole.journal_was_lost {
        visit.journal.renew(&whole.position)?;
        visit.backup_owed = true;
    }
    if migrate::shape_of(&connection)? < migrate::PRESENT {
        migrate::migrate(&mut connection)?;
    }
    let end = visit.journal.len()?;
    visit.head.write_if_other(&whole.position, end)?;
    visit.journal.unlock();
    let Visit { findings, backup_owed, entrance, journal, head, .. } = visit;
    let vault = Vault {
        folder: folder.clone(),
        id: *entrance.slots.vault(),
        device: mark::device(&connection)?,
        key: entrance.key,
        connection,
        journal,
        head,
        uncertain: false,
        restless: true,
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

/// One opening under way, with the journal locked.
pub(super) struct Visit<'a> {
    pub(super) folder: &'a Folder,
    pub(super) findings: Vec<Finding>,
    pub(super) backup_owed: bool,
    pub(super) entrance: Entrance,
    pub(super) journal: Journal,
    pub(super) head: Head,
    pub(super) accept_loss: bool,
}

impl Visit<'_> {
    /// Removes what a backup or a repair left that was cut off, unless another program may be at it.
    fn remove_drafts(&self) -> Result<()> {
        let drafts = self.folder.leftover_drafts()?;
        if !drafts.is_empty() && self.head.alone().is_ok() {
            for draft in drafts {
                remove_if_there(&draft)?;
            }
        }
        self.head.together()
    }

    /// Carries a change of the key to its end, or takes back one that had not reached the database.
    fn finish_rotation(&mut self, connection: Option<Connection>) -> Result<Option<Connection>> {
        let Some(connection) = connection else { return Ok(None) };
        match self.entrance.source {
            Source::Next => promote_next(self.folder, &self.entrance.bytes)?,
            Source::Slots if self.folder.slots_next().exists() => {
                remove_if_there(&self.folder.slots_next())?;
                mark::set_rotating(&connection, false)?;
            }
            Source::Slots | Source::Copy => {}
        }
        if mark::is_rotating(&connection)? {
            let Entrance { key, bytes, .. } = &self.entrance;
            rotate::settle_in(self.folder, &connection, &mut self.journal, &mut self.head, key, bytes)?;
            self.backup_owed = true;
        }
        Ok(Some(connection))
    }

    /// Compares the witnesses, and rebuilds the database if they cannot be brought together, or if it is known to be
    /// `broken`.
    fn settle(
        &mut self,
        connection: Option<Connection>,
        broken: Option<&'static str>,
    ) -> Result<(Connection, Whole)> {
        let Some(mut connection) = connection else {
            return self.rebuild(Claim { why: "The database cannot be read.", present: None, usable: false });
        };
        let present = log::position(&connection).ok();
        let compared = match broken {
            Some(why) => Err(why),
            None => match self.compare(&mut connection) {
                Ok(verdict) => Ok(verdict),
                Err(StoreFault::Damaged(_)) => Err("Part of the database cannot be read."),
                Err(fault) => return Err(fault),
            },
        };
        match compared {
            Ok(Verdict::Whole(whole)) => {
                self.tell(&whole);
                Ok((connection, whole))
            }
            Ok(Verdict::Broken(why)) => {
                drop(connection);
                self.rebuild(Claim { why, present, usable: true })
            }
            Err(why) => {
                drop(connection);
                self.rebuild(Claim { why, present, usable: false })
            }
        }
    }

    fn compare(&mut self, connection: &mut Connection) -> Result<Verdict> {
        let verdict = settle(connection, &mut self.journal, &mut self.head)?;
        if let Verdict::Whole(whole) = &verdict
            && newest_seq(self.folder)? > whole.position.seq
        {
            return Ok(Verdict::Broken("The database is older than a backup of it."));
        }
        Ok(verdict)
    }

    fn tell(&mut self, whole: &Whole) {
        if whole.mended > 0 {
            self.findings.push(Finding::mended(format!(
                "{} were missing from the database and were brought back from the journal.",
                count_of_changes(whole.mended)
            )));
        }
        if whole.head_was_lost {
            self.findings.push(Finding::notice(
                "The file that remembers how far the vault had come (head) was missing or damaged. It was written anew.",
                "Run a check. If you did not touch the folder, check the disk.",
            ));
        }
        if whole.journal_was_lost {
            self.findings.push(Finding::notice(
                "The journal was missing or damaged. Nothing in the vault is lost; a fresh backup takes its place.",
                "Run a check. If you did not touch the folder, check the disk.",
            ));
        }
    }

    fn rebuild(&mut self, claim: Claim) -> Result<(Connection, Whole)> {
        let findings = rebuild(self, &claim)?;
        self.findings.extend(findings);
        let connection = open_database(self.folder, &self.entrance)?;
        let position = log::position(&connection)?;
        mark::know_slots(&connection, &[&self.entrance.bytes])?;
        mark::set_rotating(&connection, false)?;
        let journal_end = self.journal.renew(&position)?;
        self.head.write_anew(&position, journal_end)?;
        // The backups that led here may not reach the present any more.
        self.backup_owed = true;
        let whole = Whole { position, journal_end, mended: 0, head_was_lost: false, journal_was_lost: false };
        Ok((connection, whole))
    }

    /// Makes sure the slot file is the one that was written last, and that its copy is the same.
    fn check_slots(&mut self, connection: &Connection, copy_is_same: bool) -> Result<()> {
        let Entrance { source, bytes, .. } = &self.entrance;
        let known = mark::knows_slots(connection, bytes)?;
        match source {
            Source::Copy if !known => return Err(StoreFault::WrongKey),
            Source::Copy => {
                write_slots(self.folder, bytes)?;
                self.findings.push(Finding::mended(
                    "The file with the ways into this vault (slots) was damaged or missing. It was brought back.",
                ));
            }
            Source::Slots if !known => self.findings.push(Finding::notice(
                "The file with the ways into this vault (slots) is an older one that was put back. Old passphrases and \
                 kits may open the vault again.",
                "Change the passphrase, or change the key of the vault if an old kit is in the wrong hands.",
            )),
            Source::Slots | Source::Next => {}
        }
        if *source == Source::Slots && !copy_is_same {
            write_copy(self.folder, bytes)?;
        }
        if !mark::knows_only(connection, bytes)? {
            mark::know_slots(connection, &[bytes])?;
        }
        Ok(())
    }

    fn check_folder(&mut self) -> Result<()> {
        if self.folder.close_to_others()? {
            self.findings.push(Finding::mended(
                "Other users could look into the folder of this vault. Now they cannot.",
            ));
        }
        if let Some(program) = self.folder.synced_by() {
            self.findings.push(Finding::notice(
                format!(
                    "This vault is in a folder that {program} copies. That can bring old versions of it back."
                ),
                "Move the vault to another folder, and put backups there instead.",
            ));
        }
        Ok(())
    }
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
