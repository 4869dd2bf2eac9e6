//! Locking the vault.

use serde::Deserialize;

use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;
use crate::reply::None;

/// Locks the vault and forgets its keys. Long work is stopped.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Lock {}

impl OpenCall for Lock {
    type Reply = None;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.leave();
        Ok(None {})
    }
}
