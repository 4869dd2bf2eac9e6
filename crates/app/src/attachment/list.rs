//! The files kept with a record.

use domain::{AttachmentId, RecordId};
use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;
use crate::stamp::Instant;

/// Lists the files of a record.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Which record.
    pub record: RecordId,
}

/// An attached file, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AttachmentLine {
    /// Which file.
    pub id: AttachmentId,
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// When it was added.
    pub added_at: Instant,
}

impl OpenCall for List {
    type Reply = Vec<AttachmentLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let line = |file: domain::attachment::Attachment| AttachmentLine {
            id: file.id,
            name: file.name,
            bytes: file.bytes,
            added_at: Instant(file.added_at),
        };
        Ok(store::attachment::of(desk.read(), self.record)?.into_iter().map(line).collect())
    }
}
