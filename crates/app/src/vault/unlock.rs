//! Opening the vault.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use store::StoreFault;
use store::vault::{self, Way};

use super::Finding;
use crate::Fault;
use crate::call::LockedCall;
use crate::desk::{House, OpenDesk, Session};
use crate::secret::Secret;

/// Opens the vault by one of the ways in.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Unlock {
    /// With the passphrase.
    pub passphrase: Option<Secret>,
    /// With the code of the recovery kit.
    pub kit: Option<Secret>,
    /// With this computer's keychain.
    pub keychain: Option<bool>,
    /// Goes on although something that was named cannot be brought back.
    pub accept_loss: Option<bool>,
}

/// The vault was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Unlocked {
    /// Whose vault it is.
    pub owner: String,
    /// What came to light.
    pub findings: Vec<Finding>,
}

impl LockedCall for Unlock {
    type Reply = Unlocked;

    fn run(self, session: &mut Session, house: &Arc<House>) -> Result<Self::Reply, Fault> {
        let Session::Locked(desk) = session else { return Err(Fault::already_open()) };
        let way = way_in(self.passphrase, self.kit, self.keychain == Some(true))?;
        let opened = match vault::open(house.folder(), &way, self.accept_loss == Some(true)) {
            Ok(opened) => opened,
            Err(fault) => {
                if let StoreFault::Damaged(damage) = &fault {
                    desk.damage = Some(damage.sentence.clone());
                }
                return Err(fault.into());
            }
        };
        let open = OpenDesk::new(house, opened.vault)?;
        let owner = open.owner()?.name;
        *session = Session::Open(Box::new(open));
        Ok(Unlocked { owner, findings: opened.findings.into_iter().map(Into::into).collect() })
    }
}

/// The one way in that was given.
///
/// # Errors
/// When none was given or more than one, or a code that is mistyped.
pub(super) fn way_in(passphrase: Option<Secret>, kit: Option<Secret>, keychain: bool) -> Result<Way, Fault> {
    match (passphrase, kit, keychain) {
        (Some(passphrase), None, false) => Ok(Way::passphrase(passphrase.expose().to_owned())),
        (None, Some(code), false) => Ok(Way::kit(code.expose())?),
        (None, None, true) => Ok(Way::Keychain),
        _ => Err(Fault::wrong_use("A vault is opened by one way in: passphrase, recovery kit or keychain.")),
    }
}
