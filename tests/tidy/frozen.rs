//! A released migration is never edited: vaults made with it are out there. Each stands in migrations/SHA256SUMS with
//! its digest, so a change to one shows in two files and is made on purpose or not at all.

use std::collections::BTreeMap;
use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::{Broken, Tree};

const SUMS: &str = "migrations/SHA256SUMS";

pub fn thawed(tree: &Tree) -> Vec<String> {
    let sums = tree.text(SUMS).unwrap_or_default();
    let pinned: BTreeMap<&str, &str> =
        sums.lines().filter_map(|line| line.split_once("  ")).map(|(digest, path)| (path, digest)).collect();
    let mut complaints = Vec::new();
    for (path, text) in tree.of_kind("migrations/", ".sql") {
        match pinned.get(path.trim_start_matches("migrations/")) {
            None => complaints.push(format!("{path} is not in {SUMS}")),
            Some(digest) if *digest != sha256(text) => {
                complaints.push(format!("{path} is not what {SUMS} says; write a new migration instead"));
            }
            Some(_) => {}
        }
    }
    for path in pinned.keys().filter(|path| !tree.has(&format!("migrations/{path}"))) {
        complaints
            .push(format!("migrations/{path} is gone; vaults that were made with it could not be opened"));
    }
    complaints
}

fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

pub const THAWED: &[Broken] = &[
    ("migrations/store/0001_first.sql", "create table t (x)", "is not in"),
    (SUMS, "00  store/0001_first.sql", "is gone"),
];

#[test]
fn an_edited_migration_is_noticed() {
    let sums = format!("{}  store/0001.sql", sha256("create table t (x)"));
    let as_released = Tree::made_up(&[("migrations/store/0001.sql", "create table t (x)"), (SUMS, &sums)]);
    assert_eq!(thawed(&as_released), Vec::<String>::new());
    let edited = Tree::made_up(&[("migrations/store/0001.sql", "create table t (x, y)"), (SUMS, &sums)]);
    assert!(thawed(&edited)[0].contains("write a new migration"));
}
