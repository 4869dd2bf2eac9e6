//! No path of the machine somebody happened to work on.

use crate::text::without_tests;
use crate::{Broken, Tree};

/// Where nobody's files are but the writer's. Written in two halves, so that this file does not break its own rule.
const OF_ONE_MACHINE: &[(&str, &str)] = &[("/ro", "ot/"), ("/wo", "rk/"), ("/mn", "t/")];
/// Where somebody's files are. A test or a preview may make one up.
const HOMES: &[(&str, &str)] = &[("/ho", "me/"), ("/Us", "ers/"), ("C:\\Us", "ers\\")];

pub fn machine_paths(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, text) in
        tree.files().filter(|(path, _)| !path.ends_with(".lock") && !path.ends_with("-lock.json"))
    {
        let code =
            if path.ends_with("tests.rs") || path.starts_with("ui/dev/") { "" } else { without_tests(text) };
        let code_lines = code.lines().count();
        for (number, line) in text.lines().enumerate() {
            let homes = if number < code_lines { HOMES } else { &[] };
            let mut begins = OF_ONE_MACHINE.iter().chain(homes).map(|(a, b)| format!("{a}{b}"));
            let found = begins.find(|begin| stands_alone(line, begin));
            if let Some(begin) = found {
                complaints.push(format!("{path}:{}: {begin}… is a path of one machine", number + 1));
            }
        }
    }
    complaints
}

/// Whether an absolute path begins with this: not the middle of a longer one, and not an address.
fn stands_alone(line: &str, begin: &str) -> bool {
    line.match_indices(begin).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + begin.len()..].chars().next();
        !before.is_some_and(|letter| letter.is_alphanumeric() || "._-~/".contains(letter))
            && after.is_some_and(|letter| letter.is_ascii_alphanumeric() || letter == '.')
    })
}

pub const MACHINE_PATHS: &[Broken] = &[
    ("scripts/a.sh", concat!("cd /ho", "me/anna/inglenook"), "a.sh:1"),
    ("crates/a/src/tests.rs", concat!("\"/ro", "ot/vault\""), "tests.rs:1"),
    ("docs/A.md", concat!("see `/wo", "rk/main`"), "one machine"),
];
