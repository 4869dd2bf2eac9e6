//! Writing an attached file out of the vault.

use std::path::PathBuf;

use domain::AttachmentId;
use serde::Deserialize;

use crate::call::OpenCall;
use crate::desk::OpenDesk;
use crate::reply::SavedFile;
use crate::{Fault, files};

/// Writes a copy of an attached file to the disk, where it is no longer encrypted.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Save {
    /// Which file.
    pub id: AttachmentId,
    /// What the dialog calls the copy at first.
    pub name: Option<String>,
    /// Where to.
    #[cfg_attr(test, ts(skip))]
    pub file: PathBuf,
}

impl OpenCall for Save {
    type Reply = SavedFile;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let bytes = store::attachment::content(desk.read(), self.id)?;
        files::write("The copy", &self.file, &bytes)?;
        Ok(SavedFile { file: files::name_of(&self.file) })
    }
}
