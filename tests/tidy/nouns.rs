//! The window passes calls on. The moment it knows what a call is about, it starts to decide.

use crate::text::{literals, tokens, without_comments, without_tests};
use crate::{Broken, Tree};

/// Pieces of names that only the product knows. "folder" and "note" are the desktop's words too, and are looked for
/// only where a call is named.
const NOUNS: &[&str] = &[
    "person",
    "people",
    "employee",
    "meeting",
    "margin",
    "goal",
    "review",
    "headcount",
    "roster",
    "attachment",
    "passphrase",
    "one_on_one",
    "oneonone",
    "polarity",
    "praise",
];
/// What the names of calls begin with.
const CALLS: &[&str] = &[
    "vault.",
    "settings.",
    "person.",
    "roster.",
    "one_on_one.",
    "folder.",
    "mail.",
    "action.",
    "goal.",
    "review.",
    "attachment.",
    "today.",
    "search.",
    "history.",
    "portable.",
    "demo.",
    "app.",
];

pub fn named(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, text) in tree.of_kind("src-tauri/src/", ".rs") {
        let code = without_comments(without_tests(text));
        for (line, word) in tokens(&code) {
            let word = word.to_lowercase();
            if let Some(noun) = NOUNS.iter().find(|noun| word.contains(**noun)) {
                complaints.push(format!("{path}:{line}: the window names “{noun}”"));
            }
        }
        for (line, literal) in literals(&code) {
            if CALLS.iter().any(|call| literal.starts_with(call)) {
                complaints.push(format!("{path}:{line}: the window names the call “{literal}”"));
            }
        }
    }
    complaints
}

pub const NAMED: &[Broken] = &[
    ("src-tauri/src/door.rs", "if reply[\"polarity\"] == 1 {}", "polarity"),
    ("src-tauri/src/tray.rs", "fn next_meeting() {}", "meeting"),
    ("src-tauri/src/leaving.rs", "desk.call(\"vault.lock\", args)", "vault.lock"),
];
