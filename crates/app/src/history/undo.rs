//! Taking a deed back.

use domain::Refusal;
use serde::{Deserialize, Serialize};
use store::history;

use crate::call::{Call, OpenCall};
use crate::desk::{LONGEST_PAGE, OpenDesk};
use crate::settings::Settings;
use crate::{Fault, words};

/// The deed that made the vault and wrote its owner. A vault without an owner is none, so it stays.
const MAKING_OF_THE_VAULT: u64 = 1;

/// Takes a deed back, with a deed of its own that can be taken back too.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Undo {
    /// Which deed; the newest that is not undone when absent. Settings are set, and only undone by their number.
    pub deed: Option<u64>,
}

/// What was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Undone {
    /// The deed that did the taking back.
    pub deed: u64,
    /// What was taken back, in a few words for the middle of a sentence: "note kept".
    pub sentence: String,
}

impl OpenCall for Undo {
    type Reply = Undone;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let target = match self.deed {
            Some(deed) => deed,
            None => history::newest_to_undo(desk.read(), Settings::NAME)?
                .filter(|deed| *deed != MAKING_OF_THE_VAULT)
                .ok_or_else(|| Refusal::new("history.nothing", "There is nothing to undo."))?,
        };
        if target == MAKING_OF_THE_VAULT {
            return Err(Refusal::new("history.making", "The making of the vault cannot be undone.").into());
        }
        let near = history::recent(desk.read(), LONGEST_PAGE)?;
        let what = near
            .iter()
            .find(|line| line.deed == target)
            .map_or("An older change", |line| words::deed(&line.name));
        let deed = desk.undo(target)?;
        Ok(Undone { deed, sentence: lower_first(what) })
    }
}

/// Lower case for the middle of a sentence; "1:1" stays as it is.
fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|c| c.to_ascii_lowercase()).into_iter().chain(characters).collect()
}
