//! How the vault stands.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use store::vault::{self, State};

use super::label_of;
use crate::call::LockedCall;
use crate::desk::{House, Session};
use crate::{Fault, places};

/// Asks how the vault stands. Looks, and changes nothing.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Status {}

/// How a vault stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum VaultState {
    /// There is none yet.
    None,
    /// It is there and locked.
    Locked,
    /// It is open in this program.
    Open,
    /// Something is wrong with it; opening it may mend that.
    Damaged,
}

/// How the vault stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct VaultStatus {
    /// In a word.
    pub state: VaultState,
    /// Where it is.
    pub folder: String,
    /// What it is called.
    pub label: String,
    /// Whether this computer's keychain may open it.
    pub keychain: bool,
    /// Whether it is the demonstration.
    pub demo: bool,
    /// What is wrong with it.
    pub reason: Option<String>,
    /// Minutes without a hand on the keyboard until it locks.
    pub lock_after_minutes: u32,
}

impl LockedCall for Status {
    type Reply = VaultStatus;

    fn run(self, session: &mut Session, house: &Arc<House>) -> Result<Self::Reply, Fault> {
        let stands = vault::status(house.folder())?;
        let (state, reason) = match (session, stands.state) {
            (Session::Open(_), _) => (VaultState::Open, None),
            (_, State::Absent) => (VaultState::None, None),
            (_, State::Damaged { reason }) => (VaultState::Damaged, Some(reason)),
            (_, State::FromTheFuture) => {
                (VaultState::Damaged, Some(store::StoreFault::FromTheFuture.to_string()))
            }
            (Session::Locked(desk), State::Locked) => match &desk.damage {
                Some(reason) => (VaultState::Damaged, Some(reason.clone())),
                None => (VaultState::Locked, None),
            },
        };
        Ok(VaultStatus {
            state,
            folder: house.path().to_string_lossy().into_owned(),
            label: label_of(house.path()),
            keychain: stands.keychain,
            demo: places::is_demo(house.path()),
            reason,
            lock_after_minutes: house.lock_after_minutes(),
        })
    }
}
