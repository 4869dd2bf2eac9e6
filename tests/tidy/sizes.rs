//! A file is one subject: nobody should have to scroll through more than this to understand it.

use crate::text::without_tests;
use crate::{Broken, Tree};

/// Lines that are not tests.
const CEILING: usize = 500;

pub fn too_long(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, text) in tree.files() {
        let code = match path.rsplit('.').next() {
            // Generated from the table of doors.
            _ if path == "ui/src/door/calls.ts" => continue,
            _ if path.ends_with(".test.ts") || path.ends_with("tests.rs") => continue,
            Some("rs") => without_tests(text),
            Some("ts" | "svelte" | "js" | "css" | "sh") => text,
            _ => continue,
        };
        let lines = code.lines().count();
        if lines > CEILING {
            complaints.push(format!("{path} has {lines} lines; {CEILING} is the most a file may have"));
        }
    }
    complaints
}

/// A file of one line more than the ceiling.
const LONG: &str = {
    const LINES: [u8; CEILING + 1] = [b'\n'; CEILING + 1];
    match std::str::from_utf8(&LINES) {
        Ok(text) => text,
        Err(_) => "",
    }
};

pub const TOO_LONG: &[Broken] = &[
    ("crates/app/src/desk/mod.rs", LONG, "501 lines"),
    ("ui/src/rooms/person/Page.svelte", LONG, "501 lines"),
];

#[test]
fn tests_at_the_end_of_a_file_do_not_count() {
    let long_tests = format!("fn f() {{}}\n#[cfg(test)]\nmod tests {{{LONG}}}");
    assert_eq!(too_long(&Tree::made_up(&[("crates/app/src/a.rs", &long_tests)])), Vec::<String>::new());
}
