//! What goals rest on: values, and goals of the company, the organisation or the team.

use domain::goal::{Ground, GroundKind};
use domain::{GroundId, Refusal};
use serde::Deserialize;
use store::noun::ground;

use super::line::GroundLine;
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::{Made, Saved};
use crate::stamp::{Day, given};

/// Lists what goals can rest on, the widest first.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Grounds {}

impl OpenCall for Grounds {
    type Reply = Vec<GroundLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let line = |(ground, goals): (Ground, u32)| GroundLine {
            holds: ground.holds_on(today),
            id: ground.id,
            kind: ground.kind,
            title: ground.title,
            text: ground.text,
            until: ground.until.map(Day),
            goals,
        };
        Ok(ground::all(desk.read())?.into_iter().map(line).collect())
    }
}

/// Keeps something that goals can rest on. What is absent stays as it was.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct SaveGround {
    /// Which; none for a new one.
    pub id: Option<GroundId>,
    /// What kind it is.
    pub kind: GroundKind,
    /// In one line.
    pub title: String,
    /// In full, Markdown.
    pub text: Option<String>,
    /// The last day it holds; `null` for no end.
    #[serde(default, deserialize_with = "given")]
    pub until: Option<Option<Day>>,
}

impl OpenCall for SaveGround {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let done = desk.deed(Self::NAME, |deed| {
            let before = self.id.map(|id| need::<Ground>(deed.read(), id)).transpose()?;
            let twin = ground::all(deed.read())?
                .into_iter()
                .any(|(other, _)| Some(other.id) != self.id && other.title.trim() == self.title.trim());
            if twin {
                return Err(Refusal::new("ground.twice", "There is one with these words already.")
                    .next("Rest the goal on that one, or say it in other words.")
                    .into());
            }
            let (text, until) = before.map_or((String::new(), None), |before| (before.text, before.until));
            let ground = Ground {
                id: self.id.unwrap_or_else(GroundId::make),
                kind: self.kind,
                title: self.title.trim().to_owned(),
                text: self.text.unwrap_or(text),
                until: self.until.map_or(until, |day| day.map(|day| day.0)),
            };
            ground.check()?;
            deed.put(&ground)?;
            Ok(ground.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

/// Takes it away; goals that rested on it stay, on their own. It can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RemoveGround {
    /// Which.
    pub id: GroundId,
}

impl OpenCall for RemoveGround {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            need::<Ground>(deed.read(), self.id)?;
            ground::remove(deed, self.id)
        })
    }
}
