//! Taking a person and everything about them out of the vault.

use domain::person::{Person, Relation};
use domain::{PersonId, Refusal};
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;

/// Removes a person with their 1:1s, notes, goals, actions and reviews. One deed, and it can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Remove {
    /// Who.
    pub id: PersonId,
}

impl OpenCall for Remove {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            let person: Person = need(deed.read(), self.id)?;
            if person.relation == Relation::Me {
                return Err(
                    Refusal::new("person.owner", "The owner of a vault cannot be removed from it.").into()
                );
            }
            store::noun::person::remove(deed, self.id)
        })
    }
}
