//! A vault to harm: made once by the ceremony, copied for each drill.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use app::Desk;
use app::clock::Clock;
use serde_json::{Value, json};
use store::Vault;
use store::noun::Noun;
use store::noun::dump;
use store::vault::{Folder, Way};

use super::{Chance, Place, write_at_random};

/// The passphrase of every vault that a drill makes.
pub const PASSPHRASE: &str = "lantern orchard quiet violin";

/// A vault with a little of everything in it, closed, in a place of its own. Its passphrase costs as little as a vault
/// accepts, so that a drill can be many.
pub struct Trial {
    /// Where it is.
    pub place: Place,
    /// The code of its recovery kit.
    pub kit: String,
}

impl Trial {
    /// A copy of the one vault that all drills begin with: the same records, the same keys.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        static MADE: OnceLock<(BTreeMap<PathBuf, Vec<u8>>, String)> = OnceLock::new();
        let (files, kit) = MADE.get_or_init(|| {
            let trial = Self::empty();
            let desk = trial.open();
            write_at_random(&desk, &mut Chance::of_drill("a vault to begin with"), 30, &trial.place.desk());
            lock(&desk);
            (files_of(&trial.place.vault()), trial.kit)
        });
        let place = Place::new();
        let vault = place.vault();
        for folder in [vault.clone(), vault.join("backups")] {
            fs::create_dir(&folder).expect("a folder");
            fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))
                .expect("permissions");
        }
        for (path, bytes) in files {
            fs::write(vault.join(path), bytes).expect("a file");
        }
        Self { place, kit: kit.clone() }
    }

    /// A new vault with nothing but its owner in it, and keys of its own.
    ///
    /// # Panics
    /// When the ceremony does not lead through.
    pub fn empty() -> Self {
        let place = Place::new();
        let desk = desk_at(&place.vault());
        let made = json!({ "owner_name": "Rosa Lindqvist", "passphrase": PASSPHRASE });
        let kit = call(&desk, "vault.create", made);
        let groups: Vec<&str> =
            kit["groups"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let asked = kit["ask"].as_array().into_iter().flatten().filter_map(Value::as_u64);
        let typed: Vec<&str> = asked.map(|group| groups[usize::try_from(group).expect("a group")]).collect();
        call(&desk, "vault.confirm_kit", json!({ "groups": typed }));
        lock(&desk);
        Self { place, kit: groups.join("-") }
    }

    /// Opens it as the window does, with the kit: that costs nothing.
    ///
    /// # Panics
    /// When it does not open, or has something to say.
    pub fn open(&self) -> Desk {
        let desk = desk_at(&self.place.vault());
        let opened = call(&desk, "vault.unlock", json!({ "kit": self.kit }));
        assert_eq!(opened["findings"], json!([]), "a clean vault gave cause to speak");
        desk
    }

    /// The way in by the kit.
    ///
    /// # Panics
    /// Never: the kit is the one that was printed.
    pub fn way(&self) -> Way {
        Way::kit(&self.kit).expect("the printed code")
    }

    /// Where it is, as the store says it.
    pub fn folder(&self) -> Folder {
        Folder::at(self.place.vault())
    }

    /// Everything in it.
    pub fn records(&self) -> Vec<String> {
        records_through(&self.place.vault(), &self.way())
    }
}

/// A desk at the vault in `folder`.
pub fn desk_at(folder: &Path) -> Desk {
    Desk::for_a_test(folder.to_owned(), Clock::of_this_machine(), |_| {})
}

/// Everything in the vault in `folder`, opened by `way`, in an order and a form that never depend on how it came there.
///
/// # Panics
/// When it does not open.
pub fn records_through(folder: &Path, way: &Way) -> Vec<String> {
    let opened = store::vault::open(&Folder::at(folder), way, false);
    let opened = opened.unwrap_or_else(|fault| panic!("{} does not open: {fault}", folder.display()));
    let records = records_of(&opened.vault);
    opened.vault.close().expect("closed");
    records
}

/// Everything in an open vault: every field of every record, and the bytes of every attached file.
///
/// # Panics
/// When it cannot be read.
pub fn records_of(vault: &Vault) -> Vec<String> {
    let mut records = Vec::new();
    dump::each_record(vault.read(), |noun, id, fields| {
        let fields: Vec<String> =
            fields.iter().map(|(column, value)| format!("{}={value:?}", column.name)).collect();
        records.push(format!("{} {id} {}", noun.word(), fields.join(" ")));
        if noun == Noun::Attachment {
            records.push(format!("{id} holds {:?}", store::attachment::content(vault.read(), id.into())?));
        }
        Ok(())
    })
    .expect("every record can be read");
    records
}

/// Every file below a folder, by its path in it, with what it holds: to see that nothing was changed.
///
/// # Panics
/// When the folder cannot be read.
pub fn files_of(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("a folder") {
            let entry = entry.expect("an entry");
            let path = entry.path();
            if entry.file_type().expect("a type").is_dir() {
                folders.push(path);
            } else {
                let bytes = fs::read(&path).unwrap_or_default();
                files.insert(path.strip_prefix(folder).expect("below it").to_owned(), bytes);
            }
        }
    }
    files
}

/// The files that differ between two looks at a folder, to say in a sentence what changed.
pub fn differing(before: &BTreeMap<PathBuf, Vec<u8>>, after: &BTreeMap<PathBuf, Vec<u8>>) -> Vec<PathBuf> {
    let all: BTreeSet<&PathBuf> = before.keys().chain(after.keys()).collect();
    all.into_iter().filter(|path| before.get(*path) != after.get(*path)).cloned().collect()
}

/// Copies a folder as a careful person would: everything in it, with its permissions.
///
/// # Panics
/// When the disk says no.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    fs::set_permissions(to, fs::metadata(from).expect("there").permissions()).expect("permissions");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// Makes a call that has to work.
///
/// # Panics
/// When it does not.
pub fn call(desk: &Desk, name: &str, args: Value) -> Value {
    desk.call(name, args, None).unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
}

/// Locks the vault.
///
/// # Panics
/// When it does not lock.
pub fn lock(desk: &Desk) {
    call(desk, "vault.lock", json!({}));
}
