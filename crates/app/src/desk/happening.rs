//! What the house says by itself.

use std::sync::Arc;

use serde::Serialize;

use crate::vault::Finding;

/// Something that happened without being asked for. The one event of the door.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Happening {
    /// The vault is different now: from this program or from another.
    Changed {
        /// The newest deed.
        seq: u64,
    },
    /// The vault was locked.
    Locked {
        /// Why.
        because: LockedBecause,
    },
    /// A long call goes on.
    Progress {
        /// Which one, as its caller named it.
        job: String,
        /// How much is done.
        done: u64,
        /// Of how much, where that is known.
        total: Option<u64>,
        /// What it is doing.
        sentence: String,
    },
    /// The desktop's shortcut for a quick note was pressed.
    Capture,
    /// Files were dropped on the window. A call that opens a file takes the next of them when it says so.
    Dropped {
        /// How many.
        files: u32,
    },
    /// The vault is about to lock: what is in hand is to be saved or handed over now.
    Closing,
    /// Something around the owner's 1:1s is due. It names nobody unless the owner wants it to.
    Remind {
        /// What, in one or two sentences.
        sentence: String,
    },
    /// A message was prepared that the owner wants to see in their mail program. For whoever holds the window, not for the
    /// page.
    Compose {
        /// The message as a `mailto:` link.
        link: String,
    },
    /// Something came to light about the vault that its owner should hear.
    Found {
        /// What.
        findings: Vec<Finding>,
    },
}

/// Why the vault was locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LockedBecause {
    /// Somebody asked for it here.
    Request,
    /// Nobody touched it for a while.
    Idle,
    /// The computer went to sleep, or its screen was locked.
    Suspend,
    /// Another program asked for it, such as `nook lock`.
    OtherProgram,
}

/// Whoever listens.
pub type Hear = Arc<dyn Fn(Happening) + Send + Sync>;
