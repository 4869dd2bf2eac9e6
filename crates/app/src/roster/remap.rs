//! Looking at the same spreadsheet with other columns.

use domain::Refusal;
use domain::person::Relation;
use paper::roster::Mapping;
use serde::Deserialize;

use super::RosterPreview;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// Says what the import would do with this mapping.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Remap {
    /// Which import.
    pub import: String,
    /// Which column fills which field.
    #[cfg_attr(test, ts(type = "Record<string, string>"))]
    pub mapping: Mapping,
    /// What people are to the owner of whom nothing in the file says so; as it was when absent.
    pub otherwise: Option<Relation>,
}

impl OpenCall for Remap {
    type Reply = RosterPreview;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let mut drawer = desk.drawer();
        let import = drawer.import_mut(&self.import)?;
        if self.otherwise == Some(Relation::Me) {
            return Err(Refusal::new("roster.one_me", "Only you can be \u{201c}me\u{201d}.")
                .next("Choose another relation.")
                .into());
        }
        let otherwise = self.otherwise.unwrap_or(import.otherwise);
        let before = (
            std::mem::replace(&mut import.mapping, self.mapping),
            std::mem::replace(&mut import.otherwise, otherwise),
        );
        match import.plan(desk) {
            Ok(plan) => Ok(import.preview(self.import, &plan)),
            Err(fault) => {
                (import.mapping, import.otherwise) = before;
                Err(fault)
            }
        }
    }
}
