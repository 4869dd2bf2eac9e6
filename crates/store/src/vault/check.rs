//! Looking through everything a vault has: database, log, journal, slots, backups.

use std::path::Path;

use chrono::{DateTime, Utc};

use super::backup::{Progress, Reason, Shelf, pages_are_genuine, verify};
use super::journal::Tail;
use super::settle::survey;
use super::transact::empty_log;
use super::way::SlotsOnDisk;
use super::{Finding, Vault};
use crate::fault::{Result, StoreFault};
use crate::log::{self, Audit, AuditFinding};

/// What a check saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What is wrong; empty when all is well.
    pub findings: Vec<Finding>,
    /// How many records there are.
    pub records: u64,
    /// How many changes led there.
    pub changes: u64,
    /// How many rolling backups there are.
    pub backups: u64,
    /// When the newest of them was made.
    pub newest_backup: Option<DateTime<Utc>>,
    /// Whether [`Vault::repair`] is called for.
    pub broken: bool,
}

const REPAIR: &str =
    "Repair the vault. It is rebuilt from its backups, and the file as it is stays beside it.";

impl Vault {
    /// Checks everything. A journal that is damaged is replaced by a fresh backup; nothing else is changed.
    ///
    /// # Errors
    /// [`StoreFault::Cancelled`] when `progress` stops it; faults of the disk. What is wrong with the vault is no error
    /// but a finding.
    pub fn check(&mut self, progress: Progress<'_>) -> Result<Checked> {
        let shelf = Shelf::of(&self.folder).all()?;
        let mut checked = Checked {
            findings: Vec::new(),
            records: 0,
            changes: 0,
            backups: shelf.len() as u64,
            newest_backup: shelf.first().map(|backup| backup.at.and_utc()),
            broken: false,
        };
        match self.check_database(&mut checked, &mut *progress) {
            Err(StoreFault::Damaged(damage)) => checked.broken_by(damage.sentence),
            other => other?,
        }
        self.check_journal(&mut checked, progress)?;
        for backup in shelf {
            let Err(fault) = verify(&backup.path, &self.key) else { continue };
            if fault.is_machine() {
                return Err(fault);
            }
            checked.findings.push(broken_backup(&backup.path));
        }
        if !SlotsOnDisk::read(&self.folder)?.copy_is_same() {
            checked.findings.push(Finding::notice(
                "The file with the ways into this vault (slots) and its copy differ.",
                "Lock the vault and open it again. That brings the good one back.",
            ));
        }
        Ok(checked)
    }

    fn check_database(&self, checked: &mut Checked, progress: Progress<'_>) -> Result<()> {
        checked.changes = log::position(&self.connection)?.seq;
        // Only pages in the database file can be checked one by one. Those still in the log are read by the audit.
        if empty_log(&self.connection)? && !pages_are_genuine(&self.connection)? {
            checked.broken_by("A page of the database was changed from outside.");
        }
        let audit = log::audit(&self.connection, progress)?;
        checked.records = audit.records;
        checked.broken |= !audit.findings.is_empty();
        checked.findings.extend(findings_of(&audit));
        Ok(())
    }

    /// The journal must lead, whole, from a backup to where the database is.
    fn check_journal(&mut self, checked: &mut Checked, progress: Progress<'_>) -> Result<()> {
        self.journal.lock()?;
        let surveyed = (|| {
            let position = log::position(&self.connection)?;
            let reaches = |tail: Tail<'_>, length| -> Result<bool> {
                let survey = survey(tail, position.seq)?;
                Ok(survey
                    .is_some_and(|survey| survey.chain_there == Some(position.chain) && survey.end == length))
            };
            reaches(self.journal.tail(0)?, self.journal.len()?)
        })();
        self.journal.unlock();
        match surveyed {
            Ok(true) => {}
            Ok(false) | Err(StoreFault::Damaged(_)) if checked.broken => {
                checked.findings.push(Finding::notice("The journal is damaged.", REPAIR));
            }
            Ok(false) | Err(StoreFault::Damaged(_)) => {
                self.back_up(Utc::now(), Reason::Journal, progress)?;
                checked.findings.push(Finding::mended(
                    "The journal was damaged. Nothing in the vault is lost; a fresh backup takes its place.",
                ));
            }
            Err(fault) => return Err(fault),
        }
        Ok(())
    }
}

impl Checked {
    fn broken_by(&mut self, sentence: impl Into<String>) {
        self.broken = true;
        self.findings.push(broken(sentence));
    }
}

/// Something for which the vault has to be repaired.
pub(super) fn broken(sentence: impl Into<String>) -> Finding {
    Finding::notice(sentence, REPAIR)
}

/// A rolling backup that nobody can come back from.
pub(super) fn broken_backup(path: &Path) -> Finding {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Finding::notice(format!("The backup {name} is damaged."), "Make a new backup, then delete this one.")
}

/// What an audit found, as sentences.
pub(super) fn findings_of(audit: &Audit) -> Vec<Finding> {
    let sentence = |(finding, count): (&AuditFinding, usize)| match finding {
        AuditFinding::Record { .. } if count == 1 => "1 record is not as it was written last.".to_owned(),
        AuditFinding::Content { .. } if count == 1 => "1 attached file is not as it was attached.".to_owned(),
        AuditFinding::Structure => "The database file contradicts itself.".to_owned(),
        AuditFinding::Search => "The search index does not match the records.".to_owned(),
        AuditFinding::Chain { deed } => format!("The history was changed at change {deed}."),
        AuditFinding::Record { .. } => format!("{count} records are not as they were written last."),
        AuditFinding::Content { .. } => format!("{count} attached files are not as they were attached."),
    };
    counted(&audit.findings).into_iter().map(sentence).map(broken).collect()
}

/// One finding of each kind, and how many of the kind there are.
fn counted(findings: &[AuditFinding]) -> Vec<(&AuditFinding, usize)> {
    let mut counted: Vec<(&AuditFinding, usize)> = Vec::new();
    for finding in findings {
        match counted
            .iter_mut()
            .find(|(other, _)| std::mem::discriminant(*other) == std::mem::discriminant(finding))
        {
            Some((_, count)) => *count += 1,
            None => counted.push((finding, 1)),
        }
    }
    counted
}

#[cfg(test)]
mod tests;
