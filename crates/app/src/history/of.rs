//! Every version of one record.

use std::collections::HashMap;

use domain::{PersonId, RecordId};
use serde::{Deserialize, Serialize};
use store::history::{self, What};

use crate::call::OpenCall;
use crate::desk::OpenDesk;
use crate::stamp::Instant;
use crate::{Fault, words};

/// Lists the versions of a record, newest first.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Of {
    /// Which record.
    pub record: RecordId,
}

/// What one deed did to the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Version {
    /// The deed.
    pub deed: u64,
    /// The deed's name.
    pub name: String,
    /// When it was done.
    pub at: Instant,
    /// What it did to the record, in a few words.
    pub sentence: String,
    /// The fields that are different.
    pub fields: Vec<FieldChange>,
    /// Whether it was undone since.
    pub undone: bool,
}

/// What happened to one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FieldChange {
    /// The field.
    pub field: String,
    /// The field, as a person calls it.
    pub label: String,
    /// What stood there.
    pub before: Option<String>,
    /// What stands there since.
    pub after: Option<String>,
}

impl OpenCall for Of {
    type Reply = Vec<Version>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let names = store::noun::person::names(desk.read())?;
        let versions = history::of(desk.read(), self.record)?;
        Ok(versions.into_iter().map(|version| shown(version, &names)).collect())
    }
}

fn shown(version: history::Version, names: &HashMap<PersonId, String>) -> Version {
    let fields: Vec<_> = version
        .fields
        .into_iter()
        .map(|change| FieldChange {
            label: words::field(change.field),
            before: change.before.map(|text| by_name(text, names)),
            after: change.after.map(|text| by_name(text, names)),
            field: change.field.to_owned(),
        })
        .collect();
    let noun = words::noun(version.noun);
    let sentence = match (version.what, fields.as_slice()) {
        (What::Made, _) => format!("The {noun} was made"),
        (What::Removed, _) => format!("The {noun} was removed"),
        (What::PutBack, _) => format!("The {noun} was put back"),
        (What::Changed, [one]) => format!("{} changed", one.label),
        (What::Changed, several) => format!("{} fields changed", several.len()),
    };
    Version {
        deed: version.deed,
        name: version.name,
        at: Instant(version.at),
        sentence,
        fields,
        undone: version.undone,
    }
}

/// A person who is pointed at reads better by name than by identifier.
fn by_name(text: String, names: &HashMap<PersonId, String>) -> String {
    text.parse().ok().and_then(|id: PersonId| names.get(&id).cloned()).unwrap_or(text)
}
