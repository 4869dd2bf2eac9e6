//! Opening with this computer's keychain, or no longer.

use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// Lets this computer's keychain open the vault, or no longer. The passphrase and the kit open it as before.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Keychain {
    /// Whether it may.
    pub on: bool,
}

/// Whether this computer's keychain may open the vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct KeychainState {
    /// Whether it may.
    pub keychain: bool,
}

impl OpenCall for Keychain {
    type Reply = KeychainState;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.vault().set_keychain(self.on)?;
        Ok(KeychainState { keychain: desk.vault().opens_with_keychain()? })
    }
}
