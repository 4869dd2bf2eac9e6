//! A calendar file that follows the vault, for other programs to subscribe to.
//!
//! The open window writes it anew a moment after something was done; what `nook` does is in it once a window is open. Where
//! it lies is noted beside the records: the path belongs to this machine, is in nobody's history, and does not travel in a
//! portable folder, so that no folder from elsewhere can have a file written.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use store::vault::Aside;

use super::export::write;
use crate::call::OpenCall;
use crate::desk::OpenDesk;
use crate::reply::{None, SavedFile};
use crate::{Fault, files};

/// Writes every series and single 1:1 into a calendar file, and again whenever something was done. It is not encrypted:
/// when, how long, and nothing that was written.
#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Keep {
    /// Whether the titles say with whom.
    pub names: bool,
    /// Where to.
    #[cfg_attr(test, ts(skip))]
    pub file: PathBuf,
}

impl OpenCall for Keep {
    type Reply = SavedFile;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        // First the file: what cannot be written is not promised.
        write(desk, &self.file, self.names)?;
        let reply = SavedFile { file: files::name_of(&self.file) };
        note(desk, Some(&self))?;
        Ok(reply)
    }
}

/// Asks for the calendar file that follows the vault.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Kept {}

/// The calendar file that follows the vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct KeptCalendar {
    /// Where it lies, for its owner to read; none when there is no such file.
    pub place: Option<String>,
    /// Whether its titles say with whom.
    pub names: bool,
    /// Why it could not be written the last time.
    pub trouble: Option<String>,
}

impl OpenCall for Kept {
    type Reply = KeptCalendar;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let kept = kept(desk)?;
        Ok(KeptCalendar {
            place: kept.as_ref().map(|kept| kept.file.display().to_string()),
            names: kept.is_some_and(|kept| kept.names),
            trouble: desk.calendar_trouble.as_ref().map(|(_, why)| why.clone()),
        })
    }
}

/// The calendar file follows the vault no longer. The file stays where it is.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct StopKeeping {}

impl OpenCall for StopKeeping {
    type Reply = None;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        note(desk, Option::None)?;
        Ok(None {})
    }
}

/// Where the file lies that follows the vault, if there is one.
pub(crate) fn kept(desk: &mut OpenDesk) -> Result<Option<Keep>, Fault> {
    // What an older program cannot read is no file to write.
    Ok(serde_json::from_slice(&desk.vault().aside(Aside::Calendar)?).ok())
}

/// Writes that file once more, if there is one.
pub(crate) fn write_kept(desk: &mut OpenDesk) -> Result<(), Fault> {
    match kept(desk)? {
        Some(kept) => write(desk, &kept.file, kept.names),
        Option::None => Ok(()),
    }
}

fn note(desk: &mut OpenDesk, keep: Option<&Keep>) -> Result<(), Fault> {
    // The path was text at the door, so it is text here.
    let bytes = keep.and_then(|keep| serde_json::to_vec(keep).ok()).unwrap_or_default();
    desk.vault().note_aside(Aside::Calendar, &bytes)?;
    desk.calendar_trouble = Option::None;
    Ok(())
}
