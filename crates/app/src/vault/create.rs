//! Making a vault, first half: the passphrase is taken, the recovery kit is shown.

use std::sync::Arc;

use domain::PersonId;
use domain::person::{Person, Relation};
use serde::Deserialize;
use store::vault::create::Creation;

use super::{Ceremony, Kit, KitFor};
use crate::Fault;
use crate::call::LockedCall;
use crate::desk::{House, Session};
use crate::secret::Secret;

/// Begins a vault. It exists only once its recovery kit was confirmed; asking again begins anew.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// Whose vault it is.
    pub owner_name: String,
    /// The passphrase.
    pub passphrase: Secret,
}

impl LockedCall for Create {
    type Reply = Kit;

    fn run(self, session: &mut Session, house: &Arc<House>) -> Result<Self::Reply, Fault> {
        let Session::Locked(desk) = session else { return Err(Fault::already_open()) };
        let owner_name = self.owner_name.trim().to_owned();
        Person::named(PersonId::make(), owner_name.clone(), Relation::Me).check()?;
        // A ceremony that was given up makes room for this one first.
        desk.ceremony = None;
        let passphrase = self.passphrase.expose().to_owned();
        let creation = Creation::begin(house.folder(), passphrase, house.cost())?;
        let kit_for = KitFor::NewVault(Box::new(creation));
        let ceremony = Ceremony { kit_for, owner_name, made_on: house.clock().today() };
        let kit = ceremony.kit(house.path());
        desk.ceremony = Some(ceremony);
        Ok(kit)
    }
}
