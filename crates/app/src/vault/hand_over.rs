//! Handing over what no save has confirmed, before the vault locks; and what came back of it.

use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::call::{OpenCall, OutsideCall};
use crate::desk::{House, OpenDesk, UnsavedText, Work};
use crate::reply::None;

/// Hands over texts that no save has confirmed, so that the lock loses none of them. Never waits for a save: it takes
/// neither the open desk nor a lock of the vault.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct HandOver {
    /// The texts.
    pub texts: Vec<UnsavedText>,
    /// Whether these take the place of what was handed over before.
    pub begins: bool,
    /// Whether that is all: the vault may lock now.
    pub ends: bool,
}

/// Where the texts are now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HandedOver {
    /// On the disk, sealed. If not, they wait in this program's memory, sealed, until it ends.
    pub durable: bool,
}

impl OutsideCall for HandOver {
    type Reply = HandedOver;

    fn run(self, house: &House, _work: &Work) -> Result<Self::Reply, Fault> {
        let durable = house.unsaved().take_over(self.texts, self.begins, self.ends)?;
        Ok(HandedOver { durable })
    }
}

/// Texts that were handed over before the last lock and could not be put where they belong.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct LeftOver {}

impl OpenCall for LeftOver {
    type Reply = Vec<UnsavedText>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        Ok(desk.house().unsaved().left_over())
    }
}

/// Forgets those texts: their owner has them now, or does not want them.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ForgetLeftOver {}

impl OpenCall for ForgetLeftOver {
    type Reply = None;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.house().unsaved().forget_left_over();
        Ok(None {})
    }
}
