//! The library that stands between a child and its files: built once with the system's C compiler.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use tempfile::TempDir;

use crate::ground;

/// The built library.
pub fn library() -> &'static Path {
    static BUILT: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = BUILT.get_or_init(|| {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("shim.so");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drills/shim.c");
        let built = Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-o"])
            .args([&path, &source])
            .args(["-ldl", "-lpthread"])
            .output()
            .unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        (room, path)
    });
    path
}

/// The child `name` with the library under it, looking after `root`. With `log`, every change is written down there.
pub fn watched(name: &str, orders: &[&str], root: &Path, log: Option<&Path>) -> Command {
    let mut command = ground::child(name, orders);
    command.env("LD_PRELOAD", library()).env("INGLENOOK_SHIM_ROOT", root);
    if let Some(log) = log {
        command.env("INGLENOOK_SHIM_LOG", log);
    }
    command
}

/// Lets the call number `at` fail, and all after it if `sticky`.
pub fn arm(at: u64, full: bool, sticky: bool) {
    fs::remove_file(format!("/inglenook-shim/arm/{at}/{}/{}", u8::from(full), u8::from(sticky))).unwrap();
}

/// Lets everything work again. Returns how many calls were made since, and the first one that failed.
pub fn disarm() -> (u64, Option<String>) {
    fs::remove_file("/inglenook-shim/disarm").unwrap();
    let state = fs::read_link("/inglenook-shim/state").unwrap();
    let state = state.to_string_lossy();
    let (seen, failed) = state.split_once(' ').unwrap();
    (seen.parse().unwrap(), Some(failed.to_owned()).filter(|call| !call.is_empty()))
}

/// One thing a program did to its files.
#[derive(Debug)]
pub struct Done {
    pub what: What,
    pub path: String,
    pub other: String,
    pub inode: u64,
    pub offset: usize,
    pub bytes: Vec<u8>,
}

/// What kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Made,
    Wrote,
    Cut,
    Synced,
    SyncedFolder,
    Unlinked,
    Renamed,
    Linked,
    Acknowledged,
}

/// Reads what was written down.
pub fn read_log(log: &Path) -> Vec<Done> {
    let bytes = fs::read(log).unwrap();
    let mut rest = &bytes[..];
    let mut all = Vec::new();
    let mut take = |length: usize| {
        let (taken, left) = rest.split_at(length.min(rest.len()));
        rest = left;
        taken
    };
    loop {
        let head = take(32);
        if head.is_empty() {
            return all;
        }
        let number = |from: usize, length: usize| {
            head[from..from + length].iter().rev().fold(0_u64, |number, byte| number << 8 | u64::from(*byte))
        };
        let what = match head[0] {
            b'N' => What::Made,
            b'W' => What::Wrote,
            b'T' => What::Cut,
            b'S' => What::Synced,
            b'D' => What::SyncedFolder,
            b'U' => What::Unlinked,
            b'R' => What::Renamed,
            b'L' => What::Linked,
            b'A' => What::Acknowledged,
            other => panic!("{other} is nothing the library writes"),
        };
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let path = text(take(number(4, 2) as usize));
        let other = text(take(number(6, 2) as usize));
        // Only a write and an acknowledgement carry bytes.
        let bytes = take(number(24, 4) as usize).to_vec();
        all.push(Done { what, path, other, inode: number(8, 8), offset: number(16, 8) as usize, bytes });
    }
}
