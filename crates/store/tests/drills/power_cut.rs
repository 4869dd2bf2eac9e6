//! The power is cut: what was not synced is there, is not there, or is there in part.
//!
//! A child does its work with every change written down. Then the work is played back up to a moment; of what was not
//! synced by then, writes are kept, dropped, or torn into sectors, and only some of the new names exist. The folder that
//! comes out is opened with the real code.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use chrono::Utc;
use seal::passphrase::Cost;
use store::StoreFault;
use store::vault::{Folder, Severity};

use crate::ground::*;
use crate::shim::{Done, What, read_log, watched};

const NAME: &str = "power_cut::whatever_was_acknowledged_survives_a_power_cut";

/// What a disk holds, and what it only may hold.
#[derive(Default)]
struct Disk {
    root: String,
    files: Vec<File>,
    /// Which file an inode number means now; the system uses the numbers again.
    inodes: HashMap<u64, usize>,
    names: BTreeMap<String, usize>,
    /// Changes to names that no sync of their folder made durable yet.
    renamed: Vec<Renamed>,
    /// The names as the program sees them.
    seen: BTreeMap<String, usize>,
}

#[derive(Default)]
struct File {
    durable: Vec<u8>,
    pending: Vec<Change>,
}

enum Change {
    Write(usize, Vec<u8>),
    Cut(usize),
}

struct Renamed {
    folder: String,
    gone: Option<String>,
    new: Option<(String, usize)>,
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>, sector_survives: &mut dyn FnMut() -> bool) {
        match self {
            Self::Cut(length) => bytes.resize(*length, 0),
            Self::Write(offset, new) => {
                let mut at = 0;
                while at < new.len() {
                    let end = new.len().min(((offset + at) / 512 + 1) * 512 - offset);
                    if sector_survives() {
                        if bytes.len() < offset + end {
                            bytes.resize(offset + end, 0);
                        }
                        bytes[offset + at..offset + end].copy_from_slice(&new[at..end]);
                    }
                    at = end;
                }
            }
        }
    }
}

impl Disk {
    /// A disk on which everything in `root` is durable.
    fn of(root: &Path) -> Self {
        let mut disk = Self { root: root.to_string_lossy().into_owned(), ..Self::default() };
        for folder in [root.to_owned(), root.join("backups")] {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_file() && !path.to_string_lossy().ends_with("-shm") {
                    let file = disk.add(fs::metadata(&path).unwrap().ino(), fs::read(&path).unwrap());
                    disk.names.insert(path.to_string_lossy().into_owned(), file);
                }
            }
        }
        disk.seen = disk.names.clone();
        disk
    }

    fn add(&mut self, inode: u64, durable: Vec<u8>) -> usize {
        self.files.push(File { durable, pending: Vec::new() });
        self.inodes.insert(inode, self.files.len() - 1);
        self.files.len() - 1
    }

    fn rename(&mut self, path: &str, gone: Option<String>, new: Option<(String, usize)>) {
        let folder = Path::new(path).parent().unwrap().to_string_lossy().into_owned();
        if let Some(gone) = &gone {
            self.seen.remove(gone);
        }
        if let Some((name, file)) = &new {
            self.seen.insert(name.clone(), *file);
        }
        self.renamed.push(Renamed { folder, gone, new });
    }

    fn play(&mut self, done: &Done) {
        let file = self.inodes.get(&done.inode).copied();
        match (done.what, file) {
            (What::Made, _) => {
                let file = self.add(done.inode, Vec::new());
                self.rename(&done.path, None, Some((done.path.clone(), file)));
            }
            (What::Wrote, Some(file)) => {
                self.files[file].pending.push(Change::Write(done.offset, done.bytes.clone()));
            }
            (What::Cut, Some(file)) => self.files[file].pending.push(Change::Cut(done.offset)),
            (What::Synced, Some(file)) => {
                let File { durable, pending } = &mut self.files[file];
                pending.drain(..).for_each(|change| change.apply(durable, &mut || true));
            }
            (What::SyncedFolder, _) => {
                let (durable, pending) = std::mem::take(&mut self.renamed)
                    .into_iter()
                    .partition(|renamed| renamed.folder == done.path);
                self.renamed = pending;
                let _: Vec<()> =
                    Vec::into_iter(durable).map(|renamed| apply_name(&mut self.names, &renamed)).collect();
            }
            (What::Unlinked, _) => self.rename(&done.path, Some(done.path.clone()), None),
            (What::Renamed, _) => {
                let file = self.seen[&done.path];
                self.rename(&done.path, Some(done.path.clone()), Some((done.other.clone(), file)));
            }
            (What::Linked, _) => {
                let file = self.seen[&done.path];
                self.rename(&done.other, None, Some((done.other.clone(), file)));
            }
            (What::Acknowledged, _) => {}
            (what, None) => panic!("{what:?} to a file nobody opened: {}", done.path),
        }
    }

    /// One folder that a power cut at this moment may leave.
    fn image(&self, to: &Path, chance: &mut Chance) {
        let mut names = self.names.clone();
        let survive = chance.below(self.renamed.len() as u64 + 1) as usize;
        self.renamed[..survive].iter().for_each(|renamed| apply_name(&mut names, renamed));
        copy_empty(to);
        for (name, file) in names {
            let File { durable, pending } = &self.files[file];
            let mut bytes = durable.clone();
            for change in pending {
                match chance.below(100) {
                    0..30 => {}
                    30..60 => change.apply(&mut bytes, &mut || chance.in_100(50)),
                    _ => change.apply(&mut bytes, &mut || true),
                }
            }
            fs::write(to.join(name.strip_prefix(&self.root).unwrap().trim_start_matches('/')), bytes)
                .unwrap();
        }
    }
}

fn apply_name(names: &mut BTreeMap<String, usize>, renamed: &Renamed) {
    if let Some(gone) = &renamed.gone {
        names.remove(gone);
    }
    if let Some((name, file)) = &renamed.new {
        names.insert(name.clone(), *file);
    }
}

fn copy_empty(to: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::create_dir_all(to.join("backups")).unwrap();
    for folder in [to.to_owned(), to.join("backups")] {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).unwrap();
    }
}

/// What the child does. Every note is acknowledged once it is kept.
fn work(folder: &Folder, kit: &str, what: &str) {
    let mut vault = by_kit(folder, kit).unwrap().vault;
    let keep_many = |vault: &mut store::Vault, from: u64, to: u64| {
        for n in from..to {
            let text = format!("{what} {n}");
            keep(vault, &text).unwrap();
            tell(&format!("ack {text}"));
        }
    };
    match what {
        "write" => {
            keep_many(&mut vault, 0, 12);
            vault.idle().unwrap();
            keep_many(&mut vault, 12, 16);
            let texts: Vec<_> = (100..400).map(|n| format!("{what} {n}")).collect();
            keep_all(&mut vault, &texts).unwrap();
            texts.iter().for_each(|text| tell(&format!("ack {text}")));
            vault.backup_before_import(Utc::now(), &mut unwatched).unwrap();
            keep_many(&mut vault, 16, 20);
            vault.reopen().unwrap();
            keep_many(&mut vault, 20, 24);
            vault.close().unwrap();
        }
        "rotate" => {
            keep_many(&mut vault, 0, 2);
            let rotation = vault.begin_rotation(PASSPHRASE.into(), Cost::FLOOR).unwrap();
            let (groups, [one, other]) = (rotation.groups(), rotation.ask());
            tell(&format!("kit {}", groups.join("-")));
            vault
                .finish_rotation(&rotation, [&groups[one], &groups[other]], Utc::now(), &mut unwatched)
                .unwrap();
            keep_many(&mut vault, 2, 4);
        }
        _ => keep_many(&mut vault, 0, 3),
    }
}

/// Plays `images` power cuts of one work on a copy of `base`. `alarm` says whether a finding is in order.
fn cut(base: &Folder, kit: &str, what: &str, images: u64, chance: &mut Chance, alarm: bool) {
    let room = room();
    let (folder, log) = (Folder::at(room.path().join("vault")), room.path().join("log"));
    copy_folder(base.path(), folder.path());
    let _ = fs::remove_file(folder.database_index());
    let before = by_kit_kept(base, kit, &room.path().join("before"));
    let mut disk = Disk::of(folder.path());
    let path = folder.path().to_string_lossy().into_owned();
    let output = watched(NAME, &[&path, kit, what], folder.path(), Some(&log))
        .stderr(std::process::Stdio::piped())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let next_kit = said.lines().find_map(|line| line.strip_prefix("kit ")).map(str::to_owned);
    let all: BTreeSet<String> =
        said.lines().filter_map(|line| line.strip_prefix("ack ")).map(str::to_owned).collect();

    let dones = read_log(&log);
    let mut moments: Vec<usize> =
        (0..images).map(|_| chance.below(dones.len() as u64 + 1) as usize).collect();
    moments.sort_unstable();
    let mut moments = moments.into_iter().peekable();
    let mut acknowledged = before.clone();
    let mut opened_by_next = 0;
    for at in 0..=dones.len() {
        while moments.next_if_eq(&at).is_some() {
            let place = Folder::at(room.path().join("image"));
            disk.image(place.path(), chance);
            let context = format!("{what}, cut after {at} of {} calls", dones.len());
            let (opened, by_next) = match (by_kit(&place, kit), &next_kit) {
                (Err(StoreFault::WrongKey), Some(next)) => (by_kit(&place, next), true),
                (opened, _) => (opened, false),
            };
            opened_by_next += u64::from(by_next);
            let opened = opened.unwrap_or_else(|fault| {
                let names: Vec<_> =
                    fs::read_dir(place.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
                panic!("{context}: {fault:?} with {names:?}")
            });
            let quiet = opened.findings.iter().all(|finding| alarm && finding.severity == Severity::Mended);
            assert!(quiet, "{context}: {:?}", opened.findings);
            let mut vault = opened.vault;
            let there = kept(&vault);
            let lost: Vec<_> = acknowledged.difference(&there).collect();
            assert!(lost.is_empty(), "{context}: acknowledged and lost: {lost:?}");
            assert!(
                there.difference(&before).all(|text| all.contains(text)),
                "{context}: something nobody wrote"
            );
            if chance.in_100(15) {
                is_sound(&mut vault);
                keep(&mut vault, "and on").unwrap();
            }
            if let Some(next) = &next_kit {
                drop(vault);
                let other = if by_next { kit } else { next };
                assert!(
                    matches!(by_kit(&place, other), Err(StoreFault::WrongKey)),
                    "{context}: both keys open it"
                );
            }
            fs::remove_dir_all(place.path()).unwrap();
        }
        if let Some(done) = dones.get(at) {
            disk.play(done);
            if done.what == What::Acknowledged {
                acknowledged.insert(String::from_utf8_lossy(&done.bytes[4..]).trim_end().to_owned());
            }
        }
    }
    assert_eq!(next_kit.is_some() && images > 50, opened_by_next > 0);
    println!("{what}: {images} images over {} calls", dones.len());
}

/// What a vault holds, without touching it.
fn by_kit_kept(base: &Folder, kit: &str, place: &Path) -> BTreeSet<String> {
    copy_folder(base.path(), place);
    kept(&by_kit(&Folder::at(place), kit).unwrap().vault)
}

#[test]
fn whatever_was_acknowledged_survives_a_power_cut() {
    if let Some(orders) = orders() {
        return work(&Folder::at(&orders[0]), &orders[1], &orders[2]);
    }
    let room = room();
    let base = Folder::at(room.path().join("base"));
    let kit = create(&base);
    let mut vault = by_kit(&base, &kit).unwrap().vault;
    for n in 0..5 {
        keep(&mut vault, &format!("before {n}")).unwrap();
    }
    vault.backup_if_due(Utc::now(), &mut unwatched).unwrap().unwrap();
    keep(&mut vault, "before 5").unwrap();
    vault.close().unwrap();
    let mut chance = Chance::from(2);
    cut(&base, &kit, "write", scaled(1200), &mut chance, false);
    cut(&base, &kit, "rotate", scaled(400), &mut chance, false);

    // Cut again while the vault is being mended: once from the journal, once by rebuilding it.
    for damage in 0..2 {
        let broken = Folder::at(room.path().join(format!("broken {damage}")));
        copy_folder(base.path(), broken.path());
        if damage == 0 {
            let mut vault = by_kit(&broken, &kit).unwrap().vault;
            (6..9).for_each(|n| keep(&mut vault, &format!("before {n}")).unwrap());
            drop(vault);
            fs::remove_file(broken.database_log()).unwrap();
        } else {
            flip(&broken.database(), 100, 1);
        }
        cut(&broken, &kit, "mend", scaled(200), &mut chance, true);
    }
}
