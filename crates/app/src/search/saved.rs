//! Searches that are kept by name.

use domain::saved_search::SavedSearch;
use domain::{Refusal, SavedSearchId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::noun::saved_search;

use super::Find;
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::{Made, Saved};

/// Lists the kept searches, by name.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SavedList {}

/// A kept search.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SavedSearchLine {
    /// Which search.
    pub id: SavedSearchId,
    /// What it is called.
    pub name: String,
    /// What it asks: the arguments of `search.find`.
    #[cfg_attr(test, ts(as = "Find"))]
    pub asked: Value,
}

impl OpenCall for SavedList {
    type Reply = Vec<SavedSearchLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let kept = saved_search::all(desk.read())?;
        // One that a later version kept, and this one cannot ask, is left out and stays in the vault.
        let line = |search: SavedSearch| {
            let asked: Value = serde_json::from_str(&search.asked).ok()?;
            Find::deserialize(&asked).ok()?;
            Some(SavedSearchLine { id: search.id, name: search.name, asked })
        };
        Ok(kept.into_iter().filter_map(line).collect())
    }
}

/// Keeps a search by name: a new one, or another name or question for one that is there.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct SaveSearch {
    /// Which search; none for a new one.
    pub id: Option<SavedSearchId>,
    /// What it is called.
    pub name: String,
    /// What it asks: the arguments of `search.find`.
    #[cfg_attr(test, ts(as = "Find"))]
    pub asked: Value,
}

impl OpenCall for SaveSearch {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        if Find::deserialize(&self.asked).is_err() {
            return Err(Fault::wrong_use("This is no search."));
        }
        let done = desk.deed(Self::NAME, |deed| {
            if let Some(id) = self.id {
                need::<SavedSearch>(deed.read(), id)?;
            }
            let search = SavedSearch {
                id: self.id.unwrap_or_else(SavedSearchId::make),
                name: self.name.trim().to_owned(),
                asked: self.asked.to_string(),
            };
            search.check()?;
            let taken = saved_search::all(deed.read())?
                .iter()
                .any(|other| other.id != search.id && other.name == search.name);
            if taken {
                return Err(Refusal::new("saved_search.twice", "There is a kept search of this name.")
                    .next("Choose another name, or change that one.")
                    .into());
            }
            deed.put(&search)?;
            Ok(search.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

/// Takes a kept search away. What it finds stays. It can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RemoveSearch {
    /// Which search.
    pub id: SavedSearchId,
}

impl OpenCall for RemoveSearch {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            need::<SavedSearch>(deed.read(), self.id)?;
            deed.remove::<SavedSearch>(self.id)?;
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::desk::trial::Trial;

    #[test]
    fn a_search_is_kept_by_name_and_asked_again() {
        let trial = Trial::begin();
        let maya = trial.person("Maya Okafor");
        trial.call(
            "folder.keep_note",
            json!({ "person": maya, "polarity": "praise", "text": "Led the drill" }),
        );
        let asked = json!({ "query": "", "person": maya, "kinds": ["note"], "polarity": "praise" });
        let save = |more: Value| {
            let mut args = json!({ "name": "Praise of Maya", "asked": asked });
            args.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
            args
        };
        let id = trial.call("search.save", save(json!({})))["id"].clone();
        let kept = trial.call("search.saved", json!({}));
        assert_eq!((&kept[0]["name"], &kept[0]["asked"]), (&json!("Praise of Maya"), &asked));
        let found = trial.call("search.find", kept[0]["asked"].clone());
        assert_eq!(found["hits"].as_array().map(Vec::len), Some(1), "choices without a word find as well");
        assert_eq!(trial.refused("search.save", save(json!({}))).rule.as_deref(), Some("saved_search.twice"));
        trial.call("search.save", save(json!({ "id": id, "name": "Maya" })));
        assert_eq!(trial.call("search.saved", json!({}))[0]["name"], "Maya");
        trial.refused("search.save", save(json!({ "name": "x", "asked": { "surprise": 1 } })));
        let another = trial.call("search.save", save(json!({ "name": "adepts" })))["id"].clone();
        trial.call(
            "search.save",
            save(json!({ "id": another, "name": "adepts", "asked": { "query": "drill" } })),
        );
        let names = trial.call("search.saved", json!({}));
        let names: Vec<_> = names.as_array().expect("searches").iter().map(|one| &one["name"]).collect();
        assert_eq!(names, ["adepts", "Maya"], "by name, whatever letters it begins with");
        trial.call("search.remove_saved", json!({ "id": id }));
        trial.call("search.remove_saved", json!({ "id": another }));
        assert_eq!(trial.call("search.saved", json!({})), json!([]));
        for (door, args, rule) in [
            ("search.remove_saved", json!({ "id": id }), "record.missing"),
            ("search.save", save(json!({ "id": id })), "record.missing"),
            ("search.save", save(json!({ "name": " " })), "saved_search.no_name"),
        ] {
            assert_eq!(trial.refused(door, args).rule.as_deref(), Some(rule));
        }
    }

    /// Another program, of a later version, kept a search that this one cannot ask.
    #[test]
    fn a_search_of_a_later_version_is_left_out_and_stays() {
        let trial = Trial::begin();
        let id =
            trial.call("search.save", json!({ "name": "Later", "asked": { "query": "x" } }))["id"].clone();
        let out = trial.place("out");
        trial.call("portable.export", json!({ "folder": out }));
        let records = out.join("records/saved_search.jsonl");
        let later = std::fs::read_to_string(&records).expect("searches").replace("query", "riddle");
        std::fs::write(&records, later).expect("written");
        trial.call("portable.import", json!({ "folder": out }));
        assert_eq!(trial.call("search.saved", json!({})), json!([]));
        trial.call("history.undo", json!({}));
        assert_eq!(trial.call("search.saved", json!({}))[0]["id"], id);
    }
}
