//! Taking an attached file out of the vault.

use domain::AttachmentId;
use domain::attachment::Attachment;
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;

/// Removes an attached file. It can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Remove {
    /// Which file.
    pub id: AttachmentId,
}

impl OpenCall for Remove {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            need::<Attachment>(deed.read(), self.id)?;
            deed.remove::<Attachment>(self.id).map(|_| ())
        })
    }
}
