//! Looking at the same spreadsheet with other columns.

use paper::roster::Mapping;
use serde::Deserialize;

use super::RosterPreview;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// Says what the import would do with this mapping.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Remap {
    /// Which import.
    pub import: String,
    /// Which column fills which field.
    #[cfg_attr(test, ts(type = "Record<string, string>"))]
    pub mapping: Mapping,
}

impl OpenCall for Remap {
    type Reply = RosterPreview;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let mut drawer = desk.drawer();
        let import = drawer.import_mut(&self.import)?;
        let before = std::mem::replace(&mut import.mapping, self.mapping);
        match import.plan(desk) {
            Ok(plan) => Ok(import.preview(self.import, &plan)),
            Err(fault) => {
                import.mapping = before;
                Err(fault)
            }
        }
    }
}
