//! The desk that a command works at.

use std::path::PathBuf;

use app::vault::{Finding, Status, Unlock, VaultState};
use app::{Desk, Fault, Happening, places};

use crate::answer::say;
use crate::ask;

/// How a command gets at the vault.
pub struct Vault {
    desk: Desk,
    findings: Vec<Finding>,
}

impl Vault {
    /// The vault in `folder`, or the user's own; locked.
    ///
    /// # Errors
    /// When nobody says where that is.
    pub fn locked(folder: Option<PathBuf>) -> Result<Self, Fault> {
        let folder = match folder {
            Some(folder) => folder,
            None => places::vault_folder()?,
        };
        Ok(Self { desk: Desk::at(folder, report), findings: Vec::new() })
    }

    /// The same, open: by a variable, else by the keychain, else by what is typed.
    ///
    /// # Errors
    /// When it does not open.
    pub fn open(folder: Option<PathBuf>) -> Result<Self, Fault> {
        let mut vault = Self::locked(folder)?;
        vault.unlock()?;
        Ok(vault)
    }

    /// Opens it.
    ///
    /// # Errors
    /// When it does not open.
    pub fn unlock(&mut self) -> Result<(), Fault> {
        let status = self.desk.run(Status {})?;
        if status.state == VaultState::None {
            return Err(Fault::wrong_use("There is no vault here.")
                .next("Make one with `nook init`, or name its folder with --vault."));
        }
        if let Some(passphrase) = ask::given(ask::PASSPHRASE) {
            return self.enter(Unlock { passphrase: Some(passphrase), ..Unlock::default() });
        }
        if let Some(kit) = ask::given(ask::KIT) {
            return self.enter(Unlock { kit: Some(kit), ..Unlock::default() });
        }
        if status.keychain && self.enter(Unlock { keychain: Some(true), ..Unlock::default() }).is_ok() {
            return Ok(());
        }
        let passphrase = ask::passphrase(ask::PASSPHRASE, "Passphrase: ")?;
        self.enter(Unlock { passphrase: Some(passphrase), ..Unlock::default() })
    }

    fn enter(&mut self, way: Unlock) -> Result<(), Fault> {
        self.findings = self.desk.run(way)?.findings;
        Ok(())
    }

    /// The desk.
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Empties a long log, and makes the day's backup if something was written and the newest one is of another day. What
    /// could not be done is said and changes nothing about the answer.
    pub fn tidy_up(&self) {
        if let Err(fault) = self.desk.tidy_up() {
            let next = fault.next.map(|next| format!(" {next}")).unwrap_or_default();
            say(&format!("Notice: The vault could not be tidied up or backed up. {}{next}", fault.sentence));
        }
    }

    /// What came to light when it was opened.
    pub fn findings(&mut self) -> Vec<Finding> {
        std::mem::take(&mut self.findings)
    }
}

/// Long work says how far it is, to whoever watches.
fn report(happening: Happening) {
    if let Happening::Progress { done, total: Some(total), sentence, .. } = happening
        && total > 0
        && crate::answer::is_conversation()
    {
        say(&format!("{sentence}: {}%", done.min(total) * 100 / total));
    }
}
