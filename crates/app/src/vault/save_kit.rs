//! Writing the recovery kit to a file, to print it.

use std::path::PathBuf;
use std::sync::Arc;

use domain::Refusal;
use paper::kit::{KitSheet, make_kit_pdf, make_kit_text};
use serde::Deserialize;
use zeroize::Zeroizing;

use super::{Ceremony, label_of};
use crate::call::LockedCall;
use crate::desk::{House, Session};
use crate::reply::SavedFile;
use crate::{Fault, files};

/// Writes the kit that is being shown. Only between making a kit and confirming it: afterwards nobody can.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct SaveKit {
    /// What it is written as; by the file's ending when absent.
    pub format: Option<KitFormat>,
    /// Where to.
    #[cfg_attr(test, ts(skip))]
    pub file: PathBuf,
}

/// What a recovery kit is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum KitFormat {
    /// One page to print.
    Pdf,
    /// Plain text.
    Txt,
}

impl LockedCall for SaveKit {
    type Reply = SavedFile;

    fn run(self, session: &mut Session, house: &Arc<House>) -> Result<Self::Reply, Fault> {
        let is_text = self.file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("txt"));
        let format = self.format.unwrap_or(if is_text { KitFormat::Txt } else { KitFormat::Pdf });
        let sheet = match session {
            Session::Locked(desk) => desk.ceremony.as_ref().map(|ceremony| sheet_of(ceremony, house)),
            Session::Open(desk) => desk.drawer().rotation.as_ref().map(|ceremony| sheet_of(ceremony, house)),
        };
        let sheet = sheet.ok_or_else(|| {
            Refusal::new("vault.no_kit", "There is no recovery kit to save now.")
                .next("A kit can be saved while it is shown. Afterwards make a new one.")
        })?;
        let bytes = Zeroizing::new(match format {
            KitFormat::Pdf => make_kit_pdf(&sheet)?,
            KitFormat::Txt => make_kit_text(&sheet).into_bytes(),
        });
        files::write("The recovery kit", &self.file, &bytes)?;
        Ok(SavedFile { file: files::name_of(&self.file) })
    }
}

fn sheet_of(ceremony: &Ceremony, house: &House) -> KitSheet {
    KitSheet {
        vault_label: label_of(house.path()),
        owner: ceremony.owner_name.clone(),
        groups: ceremony.groups(),
        made_on: ceremony.made_on,
    }
}
