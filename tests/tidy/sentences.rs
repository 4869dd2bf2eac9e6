//! What people read is plain and kind: no exclamation marks, and not the words this field is tired of.

use crate::text::literals;
use crate::{Broken, Tree};

/// A word, and what to say instead.
const HARSH_WORDS: &[(&str, &str)] = &[
    ("negative", "constructive"),
    ("weakness", "area for improvement"),
    ("weaknesses", "areas for improvement"),
    ("deliver", "discuss"),
    ("delivers", "discusses"),
    ("delivered", "discussed"),
    ("delivering", "discussing"),
    ("oops", "what happened"),
    ("please", "nothing: the sentence is polite without it"),
];

pub fn harsh(tree: &Tree) -> Vec<String> {
    let shown = tree.files().filter(|(path, _)| path.ends_with("words.ts") || path.ends_with("/words.rs"));
    let mut complaints = Vec::new();
    for (path, text) in shown {
        for (line, sentence) in literals(text) {
            if sentence.contains('!') && !sentence.contains("${") {
                complaints.push(format!("{path}:{line}: an exclamation mark in “{sentence}”"));
            }
            for word in sentence.split(|letter: char| !letter.is_alphabetic()) {
                if let Some((harsh, instead)) =
                    HARSH_WORDS.iter().find(|(harsh, _)| word.eq_ignore_ascii_case(harsh))
                {
                    complaints.push(format!("{path}:{line}: “{harsh}”; say: {instead}"));
                }
            }
        }
    }
    complaints
}

pub const HARSH: &[Broken] = &[
    ("ui/src/rooms/folder/words.ts", "export const words = { a: \"Negative notes\" };", "constructive"),
    ("ui/src/rooms/review/words.ts", "a: `Deliver the review to ${name}`", "discuss"),
    ("src-tauri/src/words.rs", "const A: &str = \"Saved!\";", "exclamation"),
];
