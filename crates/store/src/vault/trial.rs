#![allow(clippy::unwrap_used)]
//! Vaults for tests: made once, copied for each.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use chrono::{NaiveDate, Utc};
use domain::folder::{Note, Polarity};
use domain::{NoteId, PersonId};
use seal::passphrase::Cost;
use tempfile::TempDir;

use super::create::Creation;
use super::{Folder, Opened, Vault, Way, open};
use crate::fault::Result;
use crate::noun;

pub(crate) const PASSPHRASE: &str = "seven quiet harbours";

/// A vault in a room of its own, closed.
pub(crate) struct Trial {
    pub(crate) room: TempDir,
    pub(crate) folder: Folder,
    pub(crate) kit: String,
}

/// A place for one test, in memory where the system offers that: tests make many small synced writes.
pub(crate) fn room() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

/// A ceremony carried through.
pub(crate) fn create(folder: &Folder) -> (Vault, String) {
    let mut creation = Creation::begin(folder, PASSPHRASE.into(), Cost::FLOOR).unwrap();
    let groups = creation.groups();
    let [one, other] = creation.ask();
    let vault = creation.confirm([&groups[one], &groups[other]], |_| Ok(())).unwrap();
    (vault, groups.join("-"))
}

impl Trial {
    /// A vault without any record.
    pub(crate) fn new() -> Self {
        static MADE: OnceLock<Trial> = OnceLock::new();
        let made = MADE.get_or_init(|| {
            let room = room();
            let folder = Folder::at(room.path().join("vault"));
            let (vault, kit) = create(&folder);
            vault.close().unwrap();
            Self { room, folder, kit }
        });
        made.copy()
    }

    /// A vault with `count` notes, closed and at rest.
    pub(crate) fn with_notes(count: usize) -> Self {
        let trial = Self::new();
        let mut vault = trial.open();
        for n in 0..count {
            keep(&mut vault, &format!("note {n}")).unwrap();
        }
        vault.close().unwrap();
        trial
    }

    /// Another vault with the same content and the same keys.
    pub(crate) fn copy(&self) -> Self {
        let room = room();
        let folder = Folder::at(room.path().join("vault"));
        copy_folder(self.folder.path(), folder.path());
        Self { room, folder, kit: self.kit.clone() }
    }

    /// The way in that costs nothing.
    pub(crate) fn way(&self) -> Way {
        Way::kit(&self.kit).unwrap()
    }
    pub(crate) fn try_open(&self) -> Result<Opened> {
        open(&self.folder, &self.way(), false)
    }
    /// Opens, and nothing may have come to light.
    pub(crate) fn open(&self) -> Vault {
        let opened = self.try_open().unwrap();
        assert_eq!(opened.findings, [], "a clean vault gave cause to speak");
        opened.vault
    }
}

pub(crate) fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    fs::set_permissions(to, fs::metadata(from).unwrap().permissions()).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Keeps one note: one deed.
pub(crate) fn keep(vault: &mut Vault, text: &str) -> Result<()> {
    let on = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    let note = Note::line(NoteId::make(), PersonId::make(), Polarity::Praise, text, on);
    vault.deed("folder.keep_note", Utc::now(), |deed| deed.put(&note))?;
    Ok(())
}

/// The texts of all notes.
pub(crate) fn kept(vault: &Vault) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    noun::each::<Note>(vault.read(), |note| {
        texts.insert(note.text);
        Ok(())
    })
    .unwrap();
    texts
}

/// What [`Trial::with_notes`] kept.
pub(crate) fn notes(count: usize) -> BTreeSet<String> {
    (0..count).map(|n| format!("note {n}")).collect()
}

/// The names in a folder and the hashes of the files, to see that nothing was changed. SQLite's index over its log is
/// left out: it is made anew whenever somebody looks.
pub(crate) fn contents(folder: &Folder) -> Vec<(String, [u8; 32])> {
    let mut contents = Vec::new();
    for entry in fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() && path != folder.database_index() {
            let mut digest = seal::chain::Digest::start();
            digest.add(&fs::read(&path).unwrap());
            contents.push((path.file_name().unwrap().to_string_lossy().into_owned(), digest.finish()));
        }
    }
    contents.sort();
    contents
}

/// Changes one byte of a file.
pub(crate) fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at] ^= 0x10;
    fs::write(path, bytes).unwrap();
}
