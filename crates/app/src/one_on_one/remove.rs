//! Taking a 1:1 out of the vault.

use domain::MeetingId;
use domain::one_on_one::Meeting;
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;

/// Removes a 1:1 with its document and margin. It can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Remove {
    /// Which 1:1.
    pub id: MeetingId,
}

impl OpenCall for Remove {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            need::<Meeting>(deed.read(), self.id)?;
            store::noun::meeting::remove(deed, self.id)
        })
    }
}
