//! Checking the vault from end to end.

use serde::{Deserialize, Serialize};

use super::Finding;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;
use crate::stamp::Instant;

/// Reads everything and compares it with what is known of it.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Check {}

/// What the check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Checked {
    /// What was found; nothing when all is well.
    pub findings: Vec<Finding>,
    /// How many records there are.
    pub records: u64,
    /// How many changes led there.
    pub changes: u64,
    /// How many rolling backups there are.
    pub backups: u64,
    /// When the newest was made.
    pub newest_backup: Option<Instant>,
    /// Whether the vault has to be repaired.
    pub broken: bool,
}

impl OpenCall for Check {
    type Reply = Checked;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let work = desk.work().clone();
        let checked = desk.vault().check(&mut work.teller("Checking every record"))?;
        Ok(Checked {
            findings: checked.findings.into_iter().map(Into::into).collect(),
            records: checked.records,
            changes: checked.changes,
            backups: checked.backups,
            newest_backup: checked.newest_backup.map(Instant),
            broken: checked.broken,
        })
    }
}
