//! Keeping and taking away a try-out of a role.

use domain::career::Exploration;
use domain::person::Person;
use domain::{ExplorationId, PersonId, Refusal};
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::{Made, Saved};

/// Keeps a try-out: a new one of today, or what is known of one that is there. What is absent stays as it was.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct SaveExploration {
    /// Which try-out; none for a new one.
    pub id: Option<ExplorationId>,
    /// Whose.
    pub person: PersonId,
    /// The role.
    pub role: String,
    /// Why it might fit, Markdown.
    pub why: Option<String>,
    /// What happens next; asked for until something came of it.
    pub next_step: Option<String>,
    /// Whom to talk to.
    pub contact: Option<String>,
    /// What came of it, Markdown.
    pub outcome: Option<String>,
}

impl OpenCall for SaveExploration {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let done = desk.deed(Self::NAME, |deed| {
            need::<Person>(deed.read(), self.person)?;
            let before = self.id.map(|id| need::<Exploration>(deed.read(), id)).transpose()?;
            if before.as_ref().is_some_and(|before| before.person != self.person) {
                return Err(Refusal::new("exploration.other_person", "That try-out is somebody else's.")
                    .next("Write it down as a new one.")
                    .into());
            }
            let before = before.unwrap_or_else(|| Exploration {
                id: ExplorationId::make(),
                person: self.person,
                role: String::new(),
                why: String::new(),
                next_step: String::new(),
                contact: String::new(),
                outcome: String::new(),
                on: today,
            });
            let tried = Exploration {
                role: self.role.trim().to_owned(),
                why: self.why.unwrap_or(before.why),
                next_step: self.next_step.unwrap_or(before.next_step),
                contact: self.contact.unwrap_or(before.contact),
                outcome: self.outcome.unwrap_or(before.outcome),
                ..before
            };
            tried.check()?;
            deed.put(&tried)?;
            Ok(tried.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

/// Takes a try-out away. It can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RemoveExploration {
    /// Which try-out.
    pub id: ExplorationId,
}

impl OpenCall for RemoveExploration {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            need::<Exploration>(deed.read(), self.id)?;
            deed.remove::<Exploration>(self.id).map(|_| ())
        })
    }
}
