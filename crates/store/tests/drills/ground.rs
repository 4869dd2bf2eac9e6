//! What all drills stand on: vaults, chance, and the same test binary run as another process.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Command, Stdio};

use chrono::{NaiveDate, Utc};
use domain::folder::{Note, Polarity};
use domain::{NoteId, PersonId};
use seal::passphrase::Cost;
use store::fault::Result;
use store::vault::create::Creation;
use store::vault::{Folder, Opened, Way, open};
use store::{Vault, noun};
use tempfile::TempDir;

pub const PASSPHRASE: &str = "seven quiet harbours";

/// How often a drill of this size runs.
pub fn scaled(size: u64) -> u64 {
    let scale = std::env::var("INGLENOOK_DRILL_SCALE").ok().and_then(|text| text.parse().ok()).unwrap_or(100);
    (size * scale / 100).max(1)
}

/// A place in memory, where the system offers that.
pub fn room() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

/// Repeatable chance (splitmix64).
pub struct Chance(u64);

impl Chance {
    /// Starts from the seed that is asked for, or from `seed`, and says so: output is shown when a test fails.
    pub fn from(seed: u64) -> Self {
        let seed =
            std::env::var("INGLENOOK_DRILL_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(seed);
        println!("seed {seed}");
        Self(seed)
    }
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
    pub fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }
    pub fn in_100(&mut self, per_cent: u64) -> bool {
        self.below(100) < per_cent
    }
}

/// Makes a vault and says the text of its kit.
pub fn create(folder: &Folder) -> String {
    let mut creation = Creation::begin(folder, PASSPHRASE.into(), Cost::FLOOR).unwrap();
    let (groups, [one, other]) = (creation.groups(), creation.ask());
    creation.confirm([&groups[one], &groups[other]], |_| Ok(())).unwrap().close().unwrap();
    groups.join("-")
}

pub fn by_kit(folder: &Folder, kit: &str) -> Result<Opened> {
    open(folder, &Way::kit(kit).unwrap(), false)
}

/// Keeps one note: one deed.
pub fn keep(vault: &mut Vault, text: &str) -> Result<()> {
    vault.deed("folder.keep_note", Utc::now(), |deed| deed.put(&note(text)))?;
    Ok(())
}

/// Keeps many notes in one deed, as an import does.
pub fn keep_all(vault: &mut Vault, texts: &[String]) -> Result<()> {
    vault.deed("import", Utc::now(), |deed| texts.iter().try_for_each(|text| deed.put(&note(text))))?;
    Ok(())
}

fn note(text: &str) -> Note {
    let on = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    Note::line(NoteId::make(), PersonId::make(), Polarity::Constructive, text, on)
}

/// The texts of all notes.
pub fn kept(vault: &Vault) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    noun::each::<Note>(vault.read(), |note| {
        texts.insert(note.text);
        Ok(())
    })
    .unwrap();
    texts
}

pub fn unwatched(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Checks everything; all has to be well.
pub fn is_sound(vault: &mut Vault) {
    assert_eq!(vault.check(&mut unwatched).unwrap().findings, []);
}

pub fn copy_folder(from: &Path, to: &Path) {
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

/// Changes one bit of a file.
pub fn flip(path: &Path, at: u64, bit: u64) {
    let mut bytes = fs::read(path).unwrap();
    let at = usize::try_from(at).unwrap();
    bytes[at] ^= 1 << (bit % 8);
    fs::write(path, bytes).unwrap();
}

const CHILD: &str = "INGLENOOK_DRILL_CHILD";

/// The test `name` of this binary as another process; what it is to do stands in [`orders`].
pub fn child(name: &str, orders: &[&str]) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", name, "--nocapture", "--test-threads=1"])
        .env(CHILD, orders.join("\n"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    command
}

/// What this process is to do, if it is a child.
pub fn orders() -> Option<Vec<String>> {
    std::env::var(CHILD).ok().map(|orders| orders.lines().map(str::to_owned).collect())
}

/// Tells the parent something, in one system call.
pub fn tell(line: &str) {
    std::io::stderr().write_all(format!("{line}\n").as_bytes()).unwrap();
}
