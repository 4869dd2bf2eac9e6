//! domain is told the time and does no IO; seal turns bytes into bytes. Neither looks at the machine it runs on.

use crate::text::{without_comments, without_tests};
use crate::{Broken, Tree};

const WORLD: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "std::time::SystemTime",
    "Instant::now",
    "SystemTime::now",
    "Utc::now",
    "Local::now",
    "File::open",
    "println!",
    "eprintln!",
];

pub fn impure(tree: &Tree) -> Vec<String> {
    let sources = tree.of_kind("crates/domain/src/", ".rs").chain(tree.of_kind("crates/seal/src/", ".rs"));
    let mut complaints = Vec::new();
    for (path, text) in sources.filter(|(path, _)| !path.ends_with("tests.rs")) {
        let code = without_comments(without_tests(text));
        for piece in WORLD.iter().filter(|piece| code.contains(**piece)) {
            complaints.push(format!("{path} uses {piece}; let the caller tell it"));
        }
    }
    complaints
}

pub const IMPURE: &[Broken] = &[
    ("crates/domain/src/person/mod.rs", "let today = chrono::Local::now();", "Local::now"),
    ("crates/seal/src/key.rs", "use std::fs;", "std::fs"),
];
