//! The newest deeds.

use serde::{Deserialize, Serialize};
use store::history;

use crate::call::OpenCall;
use crate::desk::{OpenDesk, page};
use crate::stamp::Instant;
use crate::{Fault, words};

/// Lists the newest deeds.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Recent {
    /// At most so many.
    pub limit: Option<u32>,
}

/// A deed in one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DeedLine {
    /// Which deed.
    pub deed: u64,
    /// Its name.
    pub name: String,
    /// When it was done.
    pub at: Instant,
    /// What it did, in a few words.
    pub sentence: String,
    /// Whether it was undone since.
    pub undone: bool,
    /// The deed that it undid.
    pub undoes: Option<u64>,
}

impl OpenCall for Recent {
    type Reply = Vec<DeedLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let line = |deed: history::DeedLine| DeedLine {
            deed: deed.deed,
            at: Instant(deed.at),
            sentence: words::deed(&deed.name).to_owned(),
            name: deed.name,
            undone: deed.undone,
            undoes: deed.undoes,
        };
        Ok(history::recent(desk.read(), page(self.limit))?.into_iter().map(line).collect())
    }
}
