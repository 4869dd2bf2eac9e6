//! The kinds of goals. The manager names them; the person writes the goals.

use std::collections::BTreeMap;

use domain::goal::Goal;
use domain::{Refusal, text};
use serde::{Deserialize, Serialize};
use store::StoreFault;
use store::noun::Reading;
use store::noun::goal;
use store::noun::setting::{self, Plain, Setting};

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::OpenDesk;
use crate::reply::Saved;

/// The setting that holds the names, a line each.
const KEY: &str = "goal_categories";

/// Lists the kinds of goals that the manager named, in their order, then others that goals have.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Categories {}

/// A kind of goals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CategoryLine {
    /// What it is called.
    pub name: String,
    /// How many goals are of this kind.
    pub goals: u32,
    /// Whether the manager named it.
    pub is_named: bool,
}

impl OpenCall for Categories {
    type Reply = Vec<CategoryLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let mut used: BTreeMap<String, u32> = goal::categories(desk.read())?.into_iter().collect();
        let named = named(desk.read())?.into_iter().map(|name| CategoryLine {
            goals: used.remove(&name).unwrap_or(0),
            name,
            is_named: true,
        });
        let mut all: Vec<CategoryLine> = named.collect();
        all.extend(used.into_iter().map(|(name, goals)| CategoryLine { name, goals, is_named: false }));
        Ok(all)
    }
}

fn named(read: &Reading) -> Result<Vec<String>, StoreFault> {
    Ok(match setting::get(read, KEY)? {
        Some(Plain::Text(text)) => text.lines().map(str::to_owned).collect(),
        _ => Vec::new(),
    })
}

/// Names the kinds of goals, in the order they are offered.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SaveCategories {
    /// Their names.
    pub names: Vec<String>,
}

impl OpenCall for SaveCategories {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let mut names: Vec<String> = Vec::new();
        for name in self.names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
            text::check_line("category", name)?;
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
        desk.save(Self::NAME, |deed| deed.put(&Setting::new(KEY, Plain::Text(names.join("\n")))))
    }
}

/// Renames a kind of goals, in the list and in every goal of it: one deed.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RenameCategory {
    /// What it is called now.
    pub from: String,
    /// What it shall be called.
    pub to: String,
}

impl OpenCall for RenameCategory {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let to = self.to.trim().to_owned();
        text::check_line("category", &to)?;
        if to.is_empty() {
            return Err(Refusal::new("category.no_name", "A kind of goals needs a name.")
                .next("Say in a few words what these goals are for.")
                .into());
        }
        desk.save(Self::NAME, |deed| {
            let mut names = named(deed.read())?;
            let was_there = names.contains(&to);
            names.retain(|name| !was_there || *name != self.from);
            names.iter_mut().filter(|name| **name == self.from).for_each(|name| name.clone_from(&to));
            deed.put(&Setting::new(KEY, Plain::Text(names.join("\n"))))?;
            for goal in goal::of_category(deed.read(), &self.from)? {
                deed.put(&Goal { category: to.clone(), ..goal })?;
            }
            Ok(())
        })
    }
}
