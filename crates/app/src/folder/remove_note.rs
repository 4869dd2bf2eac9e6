//! Taking a note out of the folder.

use domain::NoteId;
use domain::folder::Note;
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::None;

/// Removes a note. It can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RemoveNote {
    /// Which note.
    pub id: NoteId,
}

impl OpenCall for RemoveNote {
    type Reply = None;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.deed(Self::NAME, |deed| {
            need::<Note>(deed.read(), self.id)?;
            deed.remove::<Note>(self.id)
        })?;
        Ok(None {})
    }
}
