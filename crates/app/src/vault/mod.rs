//! The vault itself: making it, opening and locking it, keeping copies of it.

use std::path::Path;

use chrono::NaiveDate;
use serde::Serialize;
use store::vault::create::Creation;
use store::vault::rotate::Rotation;

use crate::places;
use crate::stamp::Day;

mod backup;
mod change_passphrase;
mod check;
mod confirm_kit;
mod confirm_rotation;
mod create;
mod finding;
mod hand_over;
mod keychain;
mod lock;
mod repair;
mod restore;
mod rotate;
mod save_kit;
mod status;
mod unlock;

pub use backup::{BackedUp, Backup};
pub use change_passphrase::ChangePassphrase;
pub use check::{Check, Checked};
pub use confirm_kit::ConfirmKit;
pub use confirm_rotation::ConfirmRotation;
pub use create::Create;
pub use finding::{Finding, Findings, Severity};
pub use hand_over::{ForgetLeftOver, HandOver, HandedOver, LeftOver};
pub use keychain::{Keychain, KeychainState};
pub use lock::Lock;
pub use repair::Repair;
pub use restore::{Restore, Restored};
pub use rotate::Rotate;
pub use save_kit::{KitFormat, SaveKit};
pub use status::{Status, VaultState, VaultStatus};
pub use unlock::{Unlock, Unlocked};

/// A recovery kit that was made and waits until its owner has proven to have kept it.
pub struct Ceremony {
    /// What the kit will open.
    pub kit_for: KitFor,
    /// Whose vault it is.
    pub owner_name: String,
    /// The day on the kit.
    pub made_on: NaiveDate,
}

/// What a recovery kit will open.
pub enum KitFor {
    /// A vault that is being made. Boxed, because it holds much more than the other.
    NewVault(Box<Creation>),
    /// A vault whose key is being changed.
    NewKey(Box<Rotation>),
}

impl Ceremony {
    /// The groups of the code.
    fn groups(&self) -> Vec<String> {
        match &self.kit_for {
            KitFor::NewVault(creation) => creation.groups(),
            KitFor::NewKey(rotation) => rotation.groups(),
        }
    }

    /// What the screen shows of it.
    fn kit(&self, folder: &Path) -> Kit {
        let ask = match &self.kit_for {
            KitFor::NewVault(creation) => creation.ask(),
            KitFor::NewKey(rotation) => rotation.ask(),
        };
        let ask = ask.map(|place| u32::try_from(place).unwrap_or_default());
        Kit { vault: label_of(folder), groups: self.groups(), ask, made_on: Day(self.made_on) }
    }
}

/// A recovery kit, to be printed or written down. Shown once.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Kit {
    /// What the vault is called.
    pub vault: String,
    /// The code, in groups of four.
    pub groups: Vec<String>,
    /// Which two groups have to be typed back, counted from 0.
    pub ask: [u32; 2],
    /// The day it was made.
    pub made_on: Day,
}

/// What a vault is called: by its folder, unless that is the usual one.
pub fn label_of(folder: &Path) -> String {
    match folder.file_name().map(|name| name.to_string_lossy()) {
        _ if places::is_demo(folder) => "Demonstration".to_owned(),
        Some(name) if name != "vault" => name.into_owned(),
        _ => "Inglenook".to_owned(),
    }
}
