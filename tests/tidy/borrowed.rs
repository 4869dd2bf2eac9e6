//! Code of other people: under a licence that lets this be given away, from the one registry, and not what was decided
//! against. The lists stand in deny.toml, which `cargo deny check` reads as well.

use std::process::Command;

use house_tests::house;
use serde_json::Value;

use crate::{Broken, Tree};

const LIST: &str = "deny.toml";

pub fn not_allowed(tree: &Tree) -> Vec<String> {
    // A made-up tree brings its own packages, as cargo would tell them.
    let told = match tree.text("metadata.json") {
        Some(made_up) => made_up.to_owned(),
        None if tree.is_real => metadata(),
        None => return Vec::new(),
    };
    let list = tree.text(LIST).unwrap_or(include_str!("../../deny.toml"));
    let rules = Rules::read(list);
    let told: Value = serde_json::from_str(&told).expect("cargo answers with JSON");
    let packages = told["packages"].as_array().expect("a list of packages");
    packages.iter().flat_map(|package| rules.complaints(package)).collect()
}

struct Rules {
    licences: Vec<String>,
    banned: Vec<String>,
    registries: Vec<String>,
}

impl Rules {
    fn read(list: &str) -> Self {
        let list: toml::Table = list.parse().expect("deny.toml is TOML");
        let texts = |table: &str, key: &str| -> Vec<String> {
            let items = list[table][key].as_array().expect("a list");
            let text =
                |item: &toml::Value| item.as_str().or_else(|| item.get("crate")?.as_str()).map(str::to_owned);
            items.iter().filter_map(text).collect()
        };
        Self {
            licences: texts("licenses", "allow"),
            banned: texts("bans", "deny"),
            registries: texts("sources", "allow-registry"),
        }
    }

    fn complaints(&self, package: &Value) -> Vec<String> {
        let name = package["name"].as_str().unwrap_or_default();
        let mut complaints = Vec::new();
        let licence = package["license"].as_str().unwrap_or("none named");
        if !self.allows(licence) {
            complaints.push(format!("{name} has the licence {licence}, which {LIST} does not allow"));
        }
        if self.banned.iter().any(|banned| banned == name) {
            complaints.push(format!("{name} was decided against; {LIST} says why"));
        }
        // A package of the house has no source.
        if let Some(source) = package["source"].as_str()
            && !self.registries.iter().any(|registry| source == format!("registry+{registry}"))
        {
            complaints.push(format!("{name} comes from {source}"));
        }
        complaints
    }

    /// Whether an expression such as `(MIT OR Apache-2.0) AND Unicode-3.0` can be met. The old way of writing OR is `/`.
    fn allows(&self, expression: &str) -> bool {
        let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let mut rest = words.as_slice();
        let met = self.any(&mut rest);
        met && rest.is_empty()
    }

    fn any(&self, words: &mut &[&str]) -> bool {
        let mut met = self.all(words);
        while let ["OR", rest @ ..] = *words {
            *words = rest;
            met |= self.all(words);
        }
        met
    }

    fn all(&self, words: &mut &[&str]) -> bool {
        let mut met = self.one(words);
        while let ["AND", rest @ ..] = *words {
            *words = rest;
            met &= self.one(words);
        }
        met
    }

    fn one(&self, words: &mut &[&str]) -> bool {
        if let ["(", rest @ ..] = *words {
            *words = rest;
            let met = self.any(words);
            return match *words {
                [")", rest @ ..] => {
                    *words = rest;
                    met
                }
                _ => false,
            };
        }
        let (name, rest) = match *words {
            [licence, "WITH", exception, rest @ ..] => (format!("{licence} WITH {exception}"), rest),
            [licence, rest @ ..] => ((*licence).to_owned(), rest),
            [] => return false,
        };
        *words = rest;
        self.licences.contains(&name)
    }
}

fn metadata() -> String {
    let told = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--offline", "--format-version", "1"])
        .current_dir(house::root())
        .output()
        .expect("cargo starts");
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    String::from_utf8(told.stdout).expect("cargo writes text")
}

pub const NOT_ALLOWED: &[Broken] = &[
    ("metadata.json", r#"{"packages":[{"name":"a","license":"GPL-3.0-only"}]}"#, "licence GPL-3.0-only"),
    (
        "metadata.json",
        r#"{"packages":[{"name":"a","license":"MIT AND SSPL-1.0"}]}"#,
        "licence MIT AND SSPL-1.0",
    ),
    ("metadata.json", r#"{"packages":[{"name":"a"}]}"#, "none named"),
    ("metadata.json", r#"{"packages":[{"name":"openssl","license":"MIT"}]}"#, "decided against"),
    (
        "metadata.json",
        r#"{"packages":[{"name":"a","license":"MIT","source":"git+https://example.org/a"}]}"#,
        "comes from",
    ),
];

#[test]
fn licence_expressions_are_read_as_they_are_meant() {
    let rules = Rules::read(
        "[licenses]\nallow=['MIT','Apache-2.0','Unicode-3.0']\n[bans]\ndeny=[]\n[sources]\nallow-registry=[]",
    );
    for met in
        ["MIT", "MIT/GPL-3.0-only", "(MIT OR GPL-3.0-only) AND Unicode-3.0", "GPL-2.0-only OR Apache-2.0"]
    {
        assert!(rules.allows(met), "{met}");
    }
    for unmet in
        ["", "MIT AND GPL-3.0-only", "GPL-3.0-only OR (MIT AND BSL-1.0)", "Apache-2.0 WITH LLVM-exception"]
    {
        assert!(!rules.allows(unmet), "{unmet}");
    }
}
