//! One opening under way: the witnesses are brought together, and what comes to light is kept to be told.

use chrono::Utc;
use rusqlite::Connection;

use super::backup::{before_migration, newest_seq};
use super::capture::{self, KeyFile};
use super::finding::count_of_changes;
use super::folder::remove_if_there;
use super::head::Head;
use super::journal::Journal;
use super::open::open_database;
use super::repair::{Claim, rebuild};
use super::settle::{Verdict, Whole, settle};
use super::way::{Entrance, Source, promote_next, write_copy, write_slots};
use super::{Finding, Folder, mark, migrate, rotate};
use crate::fault::{Result, StoreFault};
use crate::log;

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
    pub(super) fn remove_drafts(&self) -> Result<()> {
        let drafts = self.folder.leftover_drafts()?;
        if !drafts.is_empty() && self.head.alone().is_ok() {
            for draft in drafts {
                remove_if_there(&draft)?;
            }
        }
        self.head.together()
    }

    /// Carries a change of the key to its end, or takes back one that had not reached the database.
    pub(super) fn finish_rotation(&mut self, connection: Option<Connection>) -> Result<Option<Connection>> {
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

    /// Brings an older database to the present shape, before anything is compared: deeds from the journal are done again
    /// in that shape only. A database that does not pass the rehearsal is known to be broken.
    pub(super) fn bring_to_present(
        &mut self,
        connection: Option<Connection>,
        broken: Option<&'static str>,
    ) -> Result<(Option<Connection>, Option<&'static str>)> {
        let Some(mut connection) = connection else { return Ok((None, broken)) };
        if broken.is_some() || migrate::shape_of(&connection)? == migrate::present() {
            return Ok((Some(connection), broken));
        }
        // An older program that has it open would go on writing in the old shape.
        self.head.alone()?;
        let Entrance { key, bytes, .. } = &self.entrance;
        let migrated = before_migration(self.folder, &connection, key, bytes, Utc::now())
            .and_then(|proof| migrate::migrate_vault(&mut connection, &proof));
        self.head.together()?;
        match migrated {
            Ok(()) => Ok((Some(connection), None)),
            Err(StoreFault::Damaged(_)) => Ok((
                Some(connection),
                Some("The database did not pass the check before it gets its new shape."),
            )),
            Err(fault) => Err(fault),
        }
    }

    /// Compares the witnesses, and rebuilds the database if they cannot be brought together, or if it is known to be
    /// `broken`.
    pub(super) fn settle(
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
    pub(super) fn check_slots(&mut self, connection: &Connection, copy_is_same: bool) -> Result<()> {
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

    pub(super) fn check_folder(&mut self) -> Result<()> {
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

    /// Makes sure that notes caught while the vault is locked are sealed to it. A vault that was not opened since it could
    /// do that has no such file yet.
    pub(super) fn check_capture_key(&mut self, connection: &Connection) {
        let Entrance { key, slots, .. } = &self.entrance;
        match capture::check_key(self.folder, key, slots.vault(), connection) {
            Ok(KeyFile::InOrder | KeyFile::Made) => {}
            Ok(KeyFile::Damaged) => self.findings.push(Finding::mended(
                "The file that lets you write something down while the vault is locked (capture.key) was damaged. It was \
                 written anew.",
            )),
            Ok(KeyFile::Anothers) => self.findings.push(Finding::notice(
                "The file that lets you write something down while the vault is locked (capture.key) was not this \
                 vault's. It was written anew. What was written down meanwhile cannot be read here.",
                "If you did not touch the folder, find out who can write to it, and write down again what is missing.",
            )),
            Err(fault) => self.findings.push(Finding::notice(
                format!("Nothing can be written down while the vault is locked. {fault}"),
                fault.next().unwrap_or("Open the vault again."),
            )),
        }
    }
}
