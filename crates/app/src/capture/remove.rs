//! Throwing away what was caught while the vault was locked.

use domain::RecordId;
use serde::Deserialize;

use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;
use crate::reply::None;
use crate::words::capture_gone;

/// Throws one away for good, whether it can be read or not. It was never a record, so nothing brings it back.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Remove {
    /// Which one.
    pub id: RecordId,
}

impl OpenCall for Remove {
    type Reply = None;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let captures = desk.vault().captures()?;
        if !captures.list()?.iter().any(|caught| caught.id == Some(self.id)) {
            return Err(capture_gone().into());
        }
        captures.remove(&[self.id])?;
        Ok(None {})
    }
}
