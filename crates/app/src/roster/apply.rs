//! Applying an import: everybody in one deed, so that one undo takes it back.

use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::OpenDesk;
use crate::reply::Brought;

/// Brings the people in. Planned again against who is there now, so nothing that changed since the preview is undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Apply {
    /// Which import.
    pub import: String,
}

impl OpenCall for Apply {
    type Reply = Brought;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let plan = desk.drawer().import(&self.import)?.plan(desk)?;
        let done = desk.deed(Self::NAME, |deed| {
            plan.added.iter().try_for_each(|person| deed.put(person))?;
            plan.changed.iter().try_for_each(|change| deed.put(&change.after))
        })?;
        desk.drawer().take_import(&self.import);
        Ok(Brought {
            added: plan.added.len() as u64,
            changed: plan.changed.len() as u64,
            unchanged: plan.unchanged as u64,
            deed: done.deed,
        })
    }
}
