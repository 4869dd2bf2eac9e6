//! tokens, kit, rooms, frame: each knows the ones before it. Rooms never know each other, and only `door/` knows the
//! window.

use crate::text::literals;
use crate::{Broken, Tree};

/// What every room may use and no room owns.
const SHARED: &[&str] = &["parts", "ways"];

pub fn doors_between(tree: &Tree) -> Vec<String> {
    let sources = tree.files().filter(|(path, _)| {
        path.starts_with("ui/src/") && [".ts", ".svelte", ".js"].iter().any(|ending| path.ends_with(ending))
    });
    let mut complaints = Vec::new();
    for (path, text) in sources {
        for named in imports(text) {
            if named.starts_with("@tauri-apps/") && !path.starts_with("ui/src/door/") {
                complaints.push(format!("{path} talks to the window; only door/ does"));
            }
            let Some(target) = resolve(path, &named) else { continue };
            if let Some(sentence) = wrong_way(path, &target) {
                complaints.push(format!("{path} imports {named}: {sentence}"));
            }
        }
    }
    complaints
}

fn wrong_way(from: &str, to: &str) -> Option<&'static str> {
    let layer =
        |path: &str| path.trim_start_matches("ui/src/").split('/').next().unwrap_or_default().to_owned();
    match (layer(from).as_str(), layer(to).as_str()) {
        ("door", "kit" | "rooms" | "frame") => Some("a door knows nobody behind it"),
        ("kit", "rooms" | "frame") => Some("the kit knows no noun"),
        ("rooms", "frame") => Some("a room does not know the frame around it"),
        ("rooms", "rooms") => {
            let (mine, other) = (room(from), room(to));
            (mine != other && !SHARED.contains(&other)).then_some("rooms do not know each other")
        }
        _ => None,
    }
}

fn room(path: &str) -> &str {
    let name = path.trim_start_matches("ui/src/rooms/").split('/').next().unwrap_or_default();
    name.split('.').next().unwrap_or_default()
}

/// What stands after `from` or `import`.
fn imports(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines() {
        let is_import = line.contains("from \"") || line.contains("import \"") || line.contains("import(\"");
        if is_import {
            found.extend(literals(line).into_iter().map(|(_, name)| name).filter(|name| !name.contains(' ')));
        }
    }
    found
}

/// A relative import as a path below the root.
fn resolve(from: &str, named: &str) -> Option<String> {
    if !named.starts_with('.') {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in named.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

pub const DOORS_BETWEEN: &[Broken] = &[
    ("ui/src/rooms/person/Page.svelte", "import Note from \"../folder/Note.svelte\";", "each other"),
    (
        "ui/src/rooms/goal/state.svelte.ts",
        "import { x } from \"../../frame/house.svelte\";",
        "frame around it",
    ),
    ("ui/src/kit/Button.svelte", "import { words } from \"../rooms/goal/words\";", "no noun"),
    ("ui/src/rooms/today/Page.svelte", "import { invoke } from \"@tauri-apps/api/core\";", "only door/"),
    ("ui/src/door/door.ts", "const late = () => import(\"../frame/Window.svelte\");", "behind it"),
];
