//! Is everything still what was written? The log knows what every record must be; this compares.
//!
//! A page of the database that was replaced by an older one is valid in itself: no checksum notices it. Here it shows,
//! because the record on it no longer has the digest of its last change, or the chain over the log breaks.

use std::{collections::HashMap, ops::ControlFlow};

use domain::{RecordId, attachment::Attachment};
use seal::chain::Chain;

use super::{COLUMNS, ChangeKind, Header, Logged, NO_RECORD, Summary, digest_of_row};
use crate::{
    attachment,
    fault::{Result, StoreFault},
    noun::{self, Kind, Noun, Reading, Row, Table, collect},
    prose,
    search::Passage,
};

/// Something that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuditFinding {
    /// The database file contradicts itself.
    Structure,
    /// The search index does not match the records. It can be made again.
    Search,
    /// The log was changed, or lost something, at this deed.
    Chain {
        /// The first deed whose link does not fit.
        deed: u64,
    },
    /// A record is not what its last change made it, or is missing, or was never made.
    Record {
        /// Its kind.
        noun: Noun,
        /// Which one.
        record: RecordId,
    },
    /// An attached file is not what was attached.
    Content {
        /// Which attachment.
        record: RecordId,
    },
}

/// What an audit saw.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// Deeds whose links were checked.
    pub deeds: u64,
    /// Records that were compared.
    pub records: u64,
    /// What is wrong, in the order it was found; empty when all is well.
    pub findings: Vec<AuditFinding>,
}

/// How many steps lie between two reports of progress.
const STEP: u64 = 512;

/// Compares everything with the log. `progress` hears (done, total) and may stop it.
///
/// # Errors
/// [`StoreFault::Cancelled`] when it was stopped; what reading can fail with. What is wrong with the vault is no
/// error but a finding.
pub fn audit(read: &Reading, progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>) -> Result<Audit> {
    compare(read, true, progress)
}

/// The same on a connection that cannot write. The search index is then looked at by itself and not compared with its
/// passages: SQLite asks for that by a write.
///
/// # Errors
/// As [`audit`].
pub fn audit_reading(read: &Reading, progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>) -> Result<Audit> {
    compare(read, false, progress)
}

fn compare(
    read: &Reading,
    with_index: bool,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<Audit> {
    let changes: u64 = noun::one(read, "SELECT count(*) FROM change", [])?.unwrap_or(0);
    let mut audit = Auditor {
        read,
        progress,
        done: 0,
        total: changes * 2,
        seen: Audit::default(),
        expected: HashMap::new(),
    };
    audit.structure()?;
    audit.chain()?;
    for noun in Noun::ALL {
        audit.table(noun.table())?;
    }
    audit.left_over();
    if with_index {
        audit.search()?;
    }
    (audit.progress)(audit.total, audit.total).is_continue().then_some(()).ok_or(StoreFault::Cancelled)?;
    Ok(audit.seen)
}

struct Auditor<'a> {
    read: &'a Reading,
    progress: &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    done: u64,
    total: u64,
    seen: Audit,
    /// The digest of each record's last change.
    expected: HashMap<(Noun, RecordId), [u8; 32]>,
}

impl Auditor<'_> {
    fn step(&mut self) -> Result<()> {
        self.done += 1;
        let stop = self.done.is_multiple_of(STEP)
            && (self.progress)(self.done.min(self.total), self.total).is_break();
        if stop { Err(StoreFault::Cancelled) } else { Ok(()) }
    }

    fn found(&mut self, finding: AuditFinding) {
        if !self.seen.findings.contains(&finding) {
            self.seen.findings.push(finding);
        }
    }

    fn structure(&mut self) -> Result<()> {
        let verdict: Option<String> = noun::one(self.read, "PRAGMA integrity_check(1)", [])?;
        if verdict.as_deref() != Some("ok") {
            self.found(AuditFinding::Structure);
        }
        Ok(())
    }

    /// Walks the log from its beginning.
    fn chain(&mut self) -> Result<()> {
        let read = self.read;
        let mut deeds = read.prepare(
            "SELECT seq, name, at, device, device_seq, undoes, touched, chain FROM deed ORDER BY seq",
        )?;
        let mut changes = read.prepare(&format!("SELECT {COLUMNS} FROM change WHERE seq = ? ORDER BY id"))?;
        let mut deeds = deeds.query([])?;
        let mut chain = Chain::START;
        let (mut link, mut next_id) = (Vec::new(), 1);
        while let Some(row) = deeds.next()? {
            let header = Header {
                seq: row.get(0)?,
                name: row.get(1)?,
                at: row.get(2)?,
                device: row.get(3)?,
                device_seq: row.get(4)?,
                undoes: row.get(5)?,
            };
            self.seen.deeds += 1;
            let mut fits = header.seq == self.seen.deeds;
            link.clear();
            let mut summary = Summary::default();
            header.write(&mut link);
            let mut rows = changes.query([header.seq])?;
            while let Some(row) = rows.next()? {
                let change = Logged::from_row(row)?;
                change.as_change().write(&mut link);
                summary.add(&change.as_change());
                fits &= change.id == next_id;
                next_id = change.id + 1;
                self.expected.insert((change.noun, change.record), change.digest);
                if change.kind == ChangeKind::Removed {
                    self.expected.insert((change.noun, change.record), NO_RECORD);
                }
                self.step()?;
            }
            fits &= summary.to_cbor() == row.get::<_, Vec<u8>>(6)?;
            chain = chain.derive_next(&link);
            if !fits || chain.0 != row.get::<_, [u8; 32]>(7)? {
                // What follows cannot fit either; the first one is the news.
                self.found(AuditFinding::Chain { deed: header.seq });
                chain = Chain(row.get(7)?);
            }
        }
        let stray: bool =
            noun::one(read, "SELECT coalesce(max(id), 0) >= ? FROM change", [next_id])?.unwrap_or(false);
        if stray {
            self.found(AuditFinding::Chain { deed: self.seen.deeds + 1 });
        }
        Ok(())
    }

    fn table(&mut self, table: &'static Table) -> Result<()> {
        let read = self.read;
        noun::each_row(read, table, |id, row| {
            self.seen.records += 1;
            let expected = self.expected.remove(&(table.noun, id));
            if expected != Some(digest_of_row(table, id, &row)) || !self.states_match(table, id, &row)? {
                self.found(AuditFinding::Record { noun: table.noun, record: id });
            }
            if !self.passage_matches(table, id, &row)? {
                self.found(AuditFinding::Search);
            }
            if table.noun == Noun::Attachment
                && let Some(file) = noun::get::<Attachment>(read, id)?
                && attachment::content_of(read, &file).is_err()
            {
                self.found(AuditFinding::Content { record: id });
            }
            self.step()
        })
    }

    /// Whether the editing state of each text still reads that text.
    fn states_match(&self, table: &Table, id: RecordId, row: &Row) -> Result<bool> {
        for (column, value) in table.columns.iter().zip(row) {
            if column.kind == Kind::Prose
                && let Some(state) = crate::gate::state_of(self.read, id, column.name)?
                && prose::text_of(&state).ok().as_deref() != value.as_text()
            {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn passage_matches(&self, table: &Table, id: RecordId, row: &Row) -> Result<bool> {
        let expected = Passage::of(self.read, table, id, row)?;
        let expected = expected.map(|passage| (passage.day, passage.person, passage.words.into_owned()));
        let stands = collect(
            self.read,
            "SELECT id >> 24, person, words FROM passage WHERE record = ?",
            [id.as_bytes()],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        Ok(stands == Vec::from_iter(expected))
    }

    /// Records the log knows of that are not there.
    fn left_over(&mut self) {
        let mut missing: Vec<_> = self
            .expected
            .drain()
            .filter(|(_, digest)| *digest != NO_RECORD)
            .map(|(record, _)| record)
            .collect();
        missing.sort_unstable();
        for (noun, record) in missing {
            self.found(AuditFinding::Record { noun, record });
        }
    }

    fn search(&mut self) -> Result<()> {
        // Rank 1 compares the index with the passages, and not only with itself.
        let whole = self
            .read
            .prepare("INSERT INTO passage_index (passage_index, rank) VALUES ('integrity-check', 1)")?
            .execute([]);
        match whole {
            Ok(_) => Ok(()),
            Err(error) => match StoreFault::from(error) {
                StoreFault::Damaged(_) => {
                    self.found(AuditFinding::Search);
                    Ok(())
                }
                fault => Err(fault),
            },
        }
    }
}

#[cfg(test)]
mod tests;
