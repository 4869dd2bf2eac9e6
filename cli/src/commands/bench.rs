//! The vault to measure with.

use std::path::PathBuf;

use app::bench::{self, Size};
use app::vault::{Status, VaultState};
use app::{Fault, Secret};

use super::init::make_without_kit;
use super::json;
use crate::answer::Answer;
use crate::ask;
use crate::desk::Vault;

/// Whose vault it is.
const OWNER: &str = "Bench Owner";

/// Makes the vault if it is not there, and fills it.
pub fn fill(folder: Option<PathBuf>, scale: f64, seed: u64) -> Result<Answer, Fault> {
    let folder = folder.ok_or_else(|| {
        Fault::wrong_use("The bench vault needs a folder of its own.").next("Name it with --vault.")
    })?;
    if !(scale > 0.0 && scale <= 100.0) {
        return Err(Fault::wrong_use("The scale is a number above 0 and up to 100."));
    }
    let mut vault = Vault::locked(Some(folder))?;
    if vault.desk().run(Status {})?.state == VaultState::None {
        let passphrase = ask::passphrase(ask::PASSPHRASE, "Passphrase of the bench vault: ")?;
        make_without_kit(vault.desk(), OWNER, Secret::new(passphrase.expose().to_owned()))?;
    } else {
        vault.unlock()?;
    }
    let size = vault.desk().on_open(|desk| bench::fill(desk, Size::at(scale), seed))?;
    let text = format!(
        "Made up: {} people, {} 1:1 documents, {} notes, {} goals, {} reviews.",
        size.people, size.documents, size.notes, size.goals, size.reviews
    );
    Ok(Answer::new(text, json(&size)?))
}
