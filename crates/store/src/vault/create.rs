//! The ceremony that makes a vault: it exists only once two ways into it were proven.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use domain::Refusal;
use seal::key::VaultKey;
use seal::passphrase::{Cost, Passphrase};
use seal::random::make_random_bytes;
use seal::recovery::{GROUPS, RecoveryCode};
use seal::slots::SlotFile;

use super::cipher::{self, Changes};
use super::folder::{create_private, sync_dir};
use super::head::Head;
use super::journal::Journal;
use super::transact::empty_log;
use super::{Folder, Vault, Way, capture, mark, migrate, open, way};
use crate::fault::{Result, StoreFault};
use crate::log;

/// A recovery code that was made and waits for its owner to prove that it was kept.
pub(crate) struct Kit {
    code: RecoveryCode,
    ask: [usize; 2],
}

impl Kit {
    /// Draws a code, and the two groups that have to be typed back.
    pub(crate) fn make() -> Result<Self> {
        let [one, other] = make_random_bytes::<2>()?.map(usize::from);
        let first = one % GROUPS;
        let second = (first + 1 + other % (GROUPS - 1)) % GROUPS;
        Ok(Self { code: RecoveryCode::make_random()?, ask: [first.min(second), first.max(second)] })
    }

    pub(crate) fn code(&self) -> &RecoveryCode {
        &self.code
    }
    pub(crate) fn groups(&self) -> Vec<String> {
        self.code.groups()
    }
    pub(crate) fn ask(&self) -> [usize; 2] {
        self.ask
    }

    /// Refuses unless both groups were typed back as they are.
    pub(crate) fn check(&self, typed: [&str; 2]) -> Result<()> {
        match self.ask.iter().zip(typed).find(|&(&group, text)| !self.code.matches_group(group, text)) {
            None => Ok(()),
            Some((group, _)) => Err(Refusal::new(
                "vault.kit_groups",
                format!("Group {} is not what stands on the kit.", group + 1),
            )
            .next("Look at the kit again and type the group as it is printed.")
            .into()),
        }
    }

    /// The way in that the printed kit gives, through the text that is printed.
    pub(crate) fn way(&self) -> Result<Way> {
        Way::kit(&zeroize::Zeroizing::new(self.groups().join("-")))
    }
}

/// A vault that is being made. Until [`Creation::confirm`] nothing stands where it will be.
pub struct Creation {
    folder: Folder,
    site: Folder,
    passphrase: Way,
    kit: Kit,
    finished: bool,
}

impl Creation {
    /// Builds a vault beside `folder`, with new keys, and leaves it unconfirmed.
    ///
    /// # Errors
    /// When the folder is not free, the passphrase is too weak, or the disk fails.
    pub fn begin(folder: &Folder, passphrase: String, cost: Cost) -> Result<Self> {
        folder.check_free()?;
        let passphrase = Passphrase::from_string(passphrase);
        let key = VaultKey::make_random()?;
        let kit = Kit::make()?;
        let mut slots = SlotFile::make(make_random_bytes()?);
        slots.put_passphrase(&key, &passphrase, cost)?;
        slots.put_recovery(&key, kit.code())?;
        let site = build(folder)?;
        // From here on whatever is given up is taken down again.
        let creation = Self {
            folder: folder.clone(),
            site,
            passphrase: Way::Passphrase(passphrase),
            kit,
            finished: false,
        };
        create_private(&creation.site.database())?;
        finish_building(&creation.site, &key, &slots.encode(&key))?;
        Ok(creation)
    }

    /// The groups of the recovery code, to print or save. The caller has to forget them afterwards.
    pub fn groups(&self) -> Vec<String> {
        self.kit.groups()
    }

    /// Which two groups have to be typed back, counted from 0.
    pub fn ask(&self) -> [usize; 2] {
        self.kit.ask()
    }

    /// Confirms that the kit was kept, opens the new vault with the kit and with the passphrase, lets `first` write into
    /// it, and puts it in place. May be tried again after a refusal.
    ///
    /// # Errors
    /// A refusal when a group differs; whatever `first` says; and faults of the disk.
    pub fn confirm(
        &mut self,
        typed: [&str; 2],
        first: impl FnOnce(&mut Vault) -> Result<()>,
    ) -> Result<Vault> {
        if self.finished {
            return Err(StoreFault::AlreadyExists);
        }
        self.kit.check(typed)?;
        let kit = self.kit.way()?;
        let by_kit = open(&self.site, &kit, false)?.vault;
        let mut vault = open(&self.site, &self.passphrase, false)?.vault;
        if !vault.key.is_same_as(&by_kit.key) {
            return Err(StoreFault::damaged("The two ways in do not lead into the same vault."));
        }
        drop(by_kit);
        first(&mut vault)?;
        vault.close()?;
        move_in(&self.site, &self.folder)?;
        self.finished = true;
        Ok(open(&self.folder, &kit, false)?.vault)
    }
}

impl Drop for Creation {
    fn drop(&mut self) {
        if !self.finished {
            // If it stays behind, the next ceremony removes it.
            let _ = fs::remove_dir_all(self.site.path());
        }
    }
}

/// Makes the folder in which a vault for `folder` is built, in place of what a ceremony left that was cut off.
pub(crate) fn build(folder: &Folder) -> Result<Folder> {
    let site = folder.under_construction();
    match fs::read_dir(site.path()) {
        Ok(entries) => {
            for entry in entries {
                if !is_ours(Path::new(&entry?.file_name())) {
                    return Err(StoreFault::AlreadyExists);
                }
            }
            fs::remove_dir_all(site.path())?;
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error.into()),
    }
    site.make()?;
    Ok(site)
}

/// Whether a name is one that a vault under construction has.
fn is_ours(name: &Path) -> bool {
    let name = name.to_string_lossy();
    let name = name.strip_suffix(".tmp").unwrap_or(&name);
    name.starts_with("vault.db")
        || ["slots", "head", "journal", "journal.before", "backups", "capture.key"].contains(&name)
}

/// Adds to a database everything that makes it a vault: its shape, the slots, the journal, the head.
pub(crate) fn finish_building(site: &Folder, key: &VaultKey, slots: &[u8]) -> Result<()> {
    way::write_slots(site, slots)?;
    let mut connection = cipher::open(&site.database(), &key.derive_database_key(), Changes::InLog)?;
    migrate::migrate_draft(&mut connection)?;
    mark::know_slots(&connection, &[slots])?;
    mark::draw_device(&connection)?;
    let position = log::position(&connection)?;
    let mut journal = Journal::open(site, key.derive_journal_key())?;
    let end = journal.renew(&position)?;
    Head::open(site, key.derive_head_key())?.write_anew(&position, end)?;
    capture::put_key(site, key, SlotFile::decode(slots)?.vault())?;
    empty_log(&connection)?;
    drop(connection);
    site.sync()
}

/// Puts a finished vault where it belongs.
pub(crate) fn move_in(site: &Folder, folder: &Folder) -> Result<()> {
    // An empty folder may be there; one with something in it cannot be removed this way.
    match fs::remove_dir(folder.path()) {
        Err(error) if error.kind() == ErrorKind::DirectoryNotEmpty => return Err(StoreFault::AlreadyExists),
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    fs::rename(site.path(), folder.path())?;
    sync_dir(folder.path().parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new(".")))
}

#[cfg(test)]
mod tests;
