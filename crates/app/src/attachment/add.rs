//! Attaching a file.

use std::path::PathBuf;

use domain::attachment::LARGEST;
use domain::{RecordId, Refusal};
use serde::Deserialize;
use store::noun::Noun;

use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, is_there};
use crate::files;
use crate::reply::{Made, RecordKind};
use crate::{Fault, words};

/// Takes a copy of a file into the vault. The file itself stays where it is.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Add {
    /// The record it is kept with.
    pub record: RecordId,
    /// What that record is.
    pub kind: RecordKind,
    /// The file.
    #[cfg_attr(test, ts(skip))]
    pub file: PathBuf,
}

impl OpenCall for Add {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let noun = self.kind.noun();
        if noun == Noun::Attachment {
            return Err(Fault::wrong_use("A file cannot be attached to a file."));
        }
        let bytes = files::read("The file", &self.file, LARGEST)?.ok_or_else(|| {
            Refusal::new("attachment.too_large", "The file is larger than 25 MB.")
                .next("Attach a smaller file, or keep a link to it in the text.")
        })?;
        let name = files::name_of(&self.file);
        let now = desk.now();
        let done = desk.deed(Self::NAME, |deed| {
            if !is_there(deed.read(), noun, self.record)? {
                return Err(words::missing(noun).into());
            }
            store::attachment::add(deed, self.record, &name, &bytes, now)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}
