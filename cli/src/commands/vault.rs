//! The vault itself: copies of it, checking it, its ways in.

use std::path::PathBuf;

use app::vault::{Backup, ChangePassphrase, Check, Keychain, Repair, Restore, Unlock};
use app::{Desk, Fault};
use serde_json::json as object;

use super::json;
use crate::answer::Answer;
use crate::arguments::Switch;
use crate::ask::{self, NEW_PASSPHRASE};
use crate::desk::Vault;
use crate::layout::count;

/// What `check` exits with when something is wrong.
const DAMAGED: u8 = 4;

/// Writes a backup.
pub fn backup(desk: &Desk, file: PathBuf) -> Result<Answer, Fault> {
    if file.exists() {
        return Err(Fault::wrong_use("There is a file by that name already.").next("Choose another name."));
    }
    let done = desk.run_as(Backup { file }, "nook")?;
    let records = count(done.records, "record", "records");
    Ok(Answer::new(format!("Backed up and read back: {records}, {} changes.", done.changes), json(&done)?))
}

/// Makes a vault out of a backup.
pub fn restore(file: PathBuf, folder: PathBuf) -> Result<Answer, Fault> {
    let vault = Vault::locked(Some(folder.clone()))?;
    let (passphrase, kit) = ask::passphrase_or_kit("Passphrase of the backup: ")?;
    let restored = vault.desk().run_as(Restore { file, folder, passphrase, kit }, "nook")?;
    let records = count(restored.records, "record", "records");
    Ok(Answer::new(format!("Restored: {records}, {} changes.", restored.changes), json(&restored)?))
}

/// Checks the vault, and mends it on request.
pub fn check(desk: &Desk, repair: bool, accept_loss: bool) -> Result<Answer, Fault> {
    let checked = desk.run_as(Check {}, "nook")?;
    let newest =
        checked.newest_backup.map_or("none yet".to_owned(), |at| at.0.format("%Y-%m-%d").to_string());
    let text = format!(
        "{} and {} checked. {}, the newest: {newest}. {}",
        count(checked.records, "record", "records"),
        count(checked.changes, "change", "changes"),
        count(checked.backups, "backup", "backups"),
        if checked.findings.is_empty() { "All is well." } else { "" }
    );
    let answer = Answer::new(text.trim_end(), json(&checked)?).with(checked.findings);
    if !checked.broken {
        return Ok(answer);
    }
    if !repair {
        return Ok(answer.exits_with(DAMAGED));
    }
    let mended = desk.run(Repair { accept_loss: Some(accept_loss) })?;
    Ok(answer.with(mended.findings))
}

/// Asks every program that has the vault open to lock it.
pub fn lock(vault: &Vault) -> Result<Answer, Fault> {
    vault.desk().ask_others_to_lock()?;
    Ok(Answer::new("Every program that has this vault open locks it now.", object!({})))
}

/// Changes the passphrase.
pub fn passphrase(folder: Option<PathBuf>) -> Result<Answer, Fault> {
    let vault = Vault::locked(folder)?;
    let desk = vault.desk();
    let (old, kit) = ask::passphrase_or_kit("Passphrase until now: ")?;
    let opened = desk.run(Unlock { passphrase: old.clone(), kit: kit.clone(), ..Unlock::default() })?;
    let new = ask::new_passphrase(NEW_PASSPHRASE)?;
    let done = desk.run(ChangePassphrase { old, kit, new })?;
    let text = "The passphrase is changed. The recovery kit stays as it is.";
    Ok(Answer::new(text, object!({})).with(opened.findings).with(done.findings))
}

/// Lets the keychain open the vault, or no longer.
pub fn keychain(desk: &Desk, state: Switch) -> Result<Answer, Fault> {
    let done = desk.run(Keychain { on: state == Switch::On })?;
    let text = if done.keychain {
        "This computer's keychain opens the vault from now on."
    } else {
        "The keychain does not open the vault any longer."
    };
    Ok(Answer::new(text, json(&done)?))
}
