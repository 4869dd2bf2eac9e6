//! Looking at a spreadsheet before anything changes.

use std::path::PathBuf;

use domain::Refusal;
use paper::roster::{Mapping, RosterPlan};
use serde::Deserialize;

use super::{Import, RosterPreview};
use crate::call::OpenCall;
use crate::desk::OpenDesk;
use crate::{Fault, files};

/// The largest spreadsheet that is read, in bytes.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Reads a CSV file and says what it would do.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Preview {
    /// The file.
    #[cfg_attr(test, ts(skip))]
    pub file: PathBuf,
    /// Which column fills which field; guessed from the headings when absent.
    #[cfg_attr(test, ts(optional, type = "Record<string, string>"))]
    pub mapping: Option<Mapping>,
}

impl OpenCall for Preview {
    type Reply = RosterPreview;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let bytes = files::read("The list", &self.file, LARGEST)?.ok_or_else(|| {
            Refusal::new("roster.too_large", "The list is larger than 16 MB.")
                .next("Split it, and import the parts.")
        })?;
        let is_guessed = self.mapping.is_none();
        let import = Import::read(files::name_of(&self.file), &bytes, self.mapping)?;
        let plan = match import.plan(desk) {
            // Headings that say nothing are no mistake: the columns are shown, and somebody maps them.
            Err(_) if is_guessed => RosterPlan::default(),
            plan => plan?,
        };
        let id = desk.drawer().put_import(import);
        desk.drawer().import(&id).map(|import| import.preview(id.clone(), &plan))
    }
}
