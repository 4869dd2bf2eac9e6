//! Changing the vault's key, first half: a new recovery kit is shown.

use serde::Deserialize;

use super::{Ceremony, Kit, KitFor};
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;
use crate::secret::Secret;

/// Begins a change of the vault's key, for when a kit was lost or seen. Nothing is changed before the new kit was
/// confirmed.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Rotate {
    /// The passphrase, once more.
    pub passphrase: Secret,
}

impl OpenCall for Rotate {
    type Reply = Kit;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (cost, made_on, owner_name) = (desk.house().cost(), desk.today(), desk.owner()?.name);
        let rotation = desk.vault().begin_rotation(self.passphrase.expose().to_owned(), cost)?;
        let ceremony = Ceremony { kit_for: KitFor::NewKey(Box::new(rotation)), owner_name, made_on };
        let kit = ceremony.kit(desk.house().path());
        desk.drawer().rotation = Some(ceremony);
        Ok(kit)
    }
}
