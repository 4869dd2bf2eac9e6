//! Taking a template away.

use domain::TemplateId;
use domain::one_on_one::{Pair, Template};
use serde::Deserialize;
use store::noun::pair;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;

/// Takes a template away. Series that used it go on with the built-in one; documents that are there stay as they are.
/// It can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Remove {
    /// Which template.
    pub id: TemplateId,
}

impl OpenCall for Remove {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            need::<Template>(deed.read(), self.id)?;
            for pair in pair::all(deed.read())? {
                if pair.template == Some(self.id) {
                    deed.put(&Pair { template: None, ..pair })?;
                }
            }
            deed.remove::<Template>(self.id).map(|_| ())
        })
    }
}
