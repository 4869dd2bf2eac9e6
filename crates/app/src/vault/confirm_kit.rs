//! Making a vault, second half: two groups of the kit are typed back, and the vault exists.

use std::sync::Arc;

use domain::person::{Person, Relation};
use domain::{PersonId, Refusal};
use serde::Deserialize;

use super::{KitFor, Unlocked};
use crate::Fault;
use crate::call::LockedCall;
use crate::desk::{House, LockedDesk, OpenDesk, Session};

/// The deed that writes the owner into a new vault.
const DEED: &str = "vault.create";

/// Confirms the recovery kit, proves both ways in, and opens the new vault. May be tried again after a mistake.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ConfirmKit {
    /// The two groups that were asked for.
    pub groups: [String; 2],
}

impl LockedCall for ConfirmKit {
    type Reply = Unlocked;

    fn run(self, session: &mut Session, house: &Arc<House>) -> Result<Self::Reply, Fault> {
        let Session::Locked(LockedDesk { ceremony: Some(ceremony), .. }) = session else {
            return Err(no_ceremony());
        };
        let KitFor::NewVault(creation) = &mut ceremony.kit_for else { return Err(no_ceremony()) };
        let owner = Person::named(PersonId::make(), ceremony.owner_name.clone(), Relation::Me);
        let [first, second] = self.groups.each_ref().map(String::as_str);
        let now = house.clock().now();
        let vault = creation.confirm([first, second], |vault| {
            vault.deed(DEED, now, |deed| deed.put(&owner))?;
            Ok(())
        })?;
        *session = Session::Open(Box::new(OpenDesk::new(house, vault)?));
        Ok(Unlocked { owner: owner.name, findings: Vec::new() })
    }
}

fn no_ceremony() -> Fault {
    Refusal::new("vault.no_ceremony", "There is no recovery kit to confirm.")
        .next("Begin with a passphrase.")
        .into()
}
