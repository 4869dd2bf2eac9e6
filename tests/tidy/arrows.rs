//! Who may know whom. The picture stands in docs/ARCHITECTURE.md; this table is the one that is enforced.

use crate::text::{tokens, without_comments};
use crate::{Broken, Tree};

/// Package, and the packages of the house it may name. Tests and build scripts are held to the same.
const ALLOWED: &[(&str, &str, &[&str])] = &[
    ("crates/domain", "domain", &[]),
    ("crates/seal", "seal", &[]),
    ("crates/store", "store", &["domain", "seal"]),
    ("crates/paper", "paper", &["domain"]),
    ("crates/wire", "wire", &[]),
    ("crates/app", "app", &["domain", "paper", "store", "wire"]),
    ("cli", "nook", &["app"]),
    ("src-tauri", "inglenook", &["app"]),
    ("server", "inglenook-server", &["wire"]),
    ("tests", "house-tests", &["app", "domain", "paper", "seal", "store"]),
    ("benches", "house-bench", &["app", "domain", "house-tests", "store"]),
];

pub fn wrong_arrows(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, text) in tree.of_kind("", "Cargo.toml").filter(|(path, _)| *path != "Cargo.toml") {
        let folder = path.trim_end_matches("/Cargo.toml");
        let Some((_, _, allowed)) = ALLOWED.iter().find(|(of, _, _)| *of == folder) else {
            complaints.push(format!("{path} is a package that the table of arrows does not know"));
            continue;
        };
        let is_of_the_house = |name: &String| ALLOWED.iter().any(|(_, package, _)| package == name);
        for named in dependencies(text).iter().filter(|name| is_of_the_house(name)) {
            if !allowed.contains(&named.as_str()) {
                complaints.push(format!("{path} names {named}, which {folder} may not know"));
            }
        }
    }
    complaints
}

pub const WRONG_ARROWS: &[Broken] = &[
    ("crates/domain/Cargo.toml", "[dependencies]\nstore.workspace = true", "names store"),
    ("crates/store/Cargo.toml", "[dev-dependencies]\napp = { path = \"../app\" }", "names app"),
    ("crates/seal/Cargo.toml", "[target.'cfg(unix)'.dependencies]\ndomain = \"1\"", "names domain"),
    ("src-tauri/Cargo.toml", "[dependencies.storage]\npackage = \"store\"\nversion = \"1\"", "names store"),
    ("server/Cargo.toml", "[dependencies]\ndomain.workspace = true", "names domain"),
    ("crates/misc/Cargo.toml", "[dependencies]", "does not know"),
];

/// SQL is one crate's business. Its library is named in the workspace's list, in the store, and in the benches, which
/// measure the store against the bare library.
const SQL_IS_HERE: &[&str] = &["crates/store/", "benches/"];

pub fn sql_outside(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, text) in tree.files() {
        let at_home = path == "Cargo.toml" || SQL_IS_HERE.iter().any(|home| path.starts_with(home));
        let named = match path.rsplit('.').next() {
            Some("toml") => {
                path.ends_with("Cargo.toml") && dependencies(text).iter().any(|name| name == "rusqlite")
            }
            Some("rs") => {
                let code = without_comments(text);
                tokens(&code).any(|(_, word)| word == "rusqlite") && !path.starts_with("tests/tidy/")
            }
            _ => false,
        };
        if named && !at_home {
            complaints.push(format!("{path} names rusqlite; ask the store"));
        }
    }
    complaints
}

pub const SQL_OUTSIDE: &[Broken] = &[
    ("crates/app/Cargo.toml", "[dependencies]\nrusqlite.workspace = true", "names rusqlite"),
    ("crates/app/src/person/get.rs", "use rusqlite::Connection;", "names rusqlite"),
];

/// The compiler refuses `unsafe`, and one file may lift that: the one that hands SQLCipher its key.
const UNSAFE_IS_HERE: &str = "crates/store/src/vault/cipher.rs";

pub fn unsafe_outside(tree: &Tree) -> Vec<String> {
    let sources = tree
        .of_kind("", ".rs")
        .filter(|(path, _)| *path != UNSAFE_IS_HERE && !path.starts_with("tests/tidy/"));
    let lifted = sources.filter(|(_, text)| {
        // To forbid it once more, for good, is welcome.
        let code = without_comments(text).replace("#![forbid(unsafe_code)]", "");
        tokens(&code).any(|(_, word)| matches!(word, "unsafe" | "unsafe_code"))
    });
    lifted.map(|(path, _)| format!("{path} has unsafe code; only {UNSAFE_IS_HERE} may")).collect()
}

pub const UNSAFE_OUTSIDE: &[Broken] = &[
    ("crates/app/src/lib.rs", "fn f() { unsafe { g() } }", "has unsafe code"),
    ("cli/src/main.rs", "#![allow(unsafe_code)]", "has unsafe code"),
];

/// Every package that a manifest depends on in any way, under its real name.
fn dependencies(manifest: &str) -> Vec<String> {
    let manifest: toml::Table = manifest.parse().expect("a manifest is TOML");
    let targets = manifest.get("target").and_then(toml::Value::as_table).into_iter().flatten();
    let scopes = targets.filter_map(|(_, target)| target.as_table()).chain([&manifest]);
    let lists = scopes.flat_map(|scope| {
        ["dependencies", "dev-dependencies", "build-dependencies"]
            .map(|list| scope.get(list)?.as_table())
            .into_iter()
    });
    let entries = lists.flatten().flatten();
    let real_name = |(name, how): (&String, &toml::Value)| {
        how.get("package").and_then(toml::Value::as_str).unwrap_or(name).to_owned()
    };
    entries.map(real_name).collect()
}
