//! The first file of a folder: which format it is in and what must be there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{FORMAT, FolderIn, Noun, path, read::read_whole};
use crate::{PaperFault, Place};

/// The largest first file that is looked at, in bytes.
const LARGEST: u64 = 64 * 1024;
const NAME: &str = "inglenook portable folder";

/// What a folder says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// How many records of each noun the folder carries, by the noun's name.
    pub counts: BTreeMap<String, u64>,
    /// The format's number, [`FORMAT`] for folders of this version.
    pub format: u32,
    /// Which program and version made it. For people; nothing decides by it.
    pub made_by: String,
    /// What kind of folder it is.
    what: String,
}

/// The one field that every format, however new, has in the same place.
#[derive(Deserialize)]
struct Format {
    format: u32,
    what: String,
}

impl Manifest {
    pub(super) fn of(counts: &BTreeMap<Noun, u64>) -> Self {
        let count = |noun: Noun| (noun.name().to_owned(), counts.get(&noun).copied().unwrap_or(0));
        Self {
            counts: Noun::ALL.into_iter().map(count).collect(),
            format: FORMAT,
            made_by: concat!("Inglenook ", env!("CARGO_PKG_VERSION")).to_owned(),
            what: NAME.to_owned(),
        }
    }

    /// How many records of a noun the folder carries.
    pub fn count(&self, noun: Noun) -> u64 {
        self.counts.get(noun.name()).copied().unwrap_or(0)
    }

    /// How many records the folder carries in all.
    pub fn records(&self) -> u64 {
        self.counts.values().fold(0, |sum, count| sum.saturating_add(*count))
    }

    pub(super) fn to_bytes(&self) -> serde_json::Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    pub(super) fn read(folder: &impl FolderIn) -> Result<Self, PaperFault> {
        let wrong = |sentence: &str| {
            let next = "Choose the folder that holds the file inglenook.json, as it was exported.";
            PaperFault::unreadable(Place::file(path::MANIFEST), sentence, next)
        };
        let bytes = read_whole(folder, path::MANIFEST, LARGEST)?
            .ok_or_else(|| wrong("This folder was not exported by Inglenook."))?;
        let format: Format =
            serde_json::from_slice(&bytes).map_err(|_| wrong("The folder's first file cannot be read."))?;
        if format.what != NAME {
            return Err(wrong("This folder was not exported by Inglenook."));
        }
        if format.format > FORMAT {
            return Err(PaperFault::Newer { found: format.format, known: FORMAT });
        }
        let manifest: Self =
            serde_json::from_slice(&bytes).map_err(|_| wrong("The folder's first file cannot be read."))?;
        if manifest.counts.keys().any(|name| Noun::ALL.iter().all(|noun| noun.name() != name)) {
            return Err(wrong("The folder's first file names records that this format does not have."));
        }
        Ok(manifest)
    }
}
