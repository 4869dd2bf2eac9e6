//! A document that names a file has to name one that is there.

use crate::{Broken, Tree};

/// Rooms of the house that are planned, and already in the table of arrows.
const PLANNED: &[&str] = &["crates/wire", "server/"];

pub fn gone(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, text) in tree.of_kind("", ".md").filter(|(path, _)| !path.contains("node_modules")) {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for (number, line) in outside_blocks(text) {
            let linked = links(line).filter(|link| !link.contains("://") && !link.starts_with(['#', 'm']));
            for link in linked {
                let file = link.split('#').next().unwrap_or_default();
                if !tree.has(&join(folder, file)) {
                    complaints.push(format!("{path}:{number}: links to {link}, which is not there"));
                }
            }
            for name in quoted(line).filter(|name| looks_like_a_path(tree, name)) {
                if !tree.has(name) && !tree.has(&join(folder, name)) {
                    complaints.push(format!("{path}:{number}: names `{name}`, which is not there"));
                }
            }
        }
    }
    complaints
}

/// The lines that are not in a code block: a block shows what a program prints or what somebody types.
fn outside_blocks(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut inside = false;
    text.lines().enumerate().filter_map(move |(number, line)| {
        let fence = line.trim_start().starts_with("```");
        inside ^= fence;
        (!inside && !fence).then_some((number + 1, line))
    })
}

fn links(line: &str) -> impl Iterator<Item = &str> {
    line.split("](").skip(1).filter_map(|rest| rest.split(')').next())
}

fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// A path below a folder of the repository, plainly written: no pattern, no placeholder, nothing that is built.
fn looks_like_a_path(tree: &Tree, name: &str) -> bool {
    let plain = name.chars().all(|letter| letter.is_ascii_alphanumeric() || "._-/@".contains(letter));
    let built = ["target/", "out/", "ui/dist", "ui/node_modules"].iter().any(|built| name.starts_with(built));
    let built = built || PLANNED.contains(&name);
    let first = name.split('/').next().unwrap_or_default();
    plain
        && !built
        && !name.contains("NNNN")
        && name.contains('/')
        && !first.is_empty()
        && (tree.has(first) || !tree.is_real)
}

fn join(folder: &str, file: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in file.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    parts.join("/")
}

pub const GONE: &[Broken] = &[
    ("docs/A.md", "Read [the map](../crates/nowhere.rs).", "links to ../crates/nowhere.rs"),
    ("README.md", "It is in `crates/app/src/gone.rs`.", "names `crates/app/src/gone.rs`"),
];
