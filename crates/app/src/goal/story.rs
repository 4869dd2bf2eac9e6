//! A goal's story: what moved, what is in the way, and that it was looked at.

use domain::folder::Metric;
use domain::goal::{Entry, EntryKind, Goal};
use domain::{GoalEntryId, GoalId};
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::{Made, Saved};
use crate::stamp::{Day, given};

/// Says that a goal was looked at today, so that it comes up again after its interval. What was seen is kept in its
/// story; nothing said means that nothing moved.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Reviewed {
    /// Which goal.
    pub id: GoalId,
    /// What was seen, Markdown.
    pub text: Option<String>,
    /// The figure today, as it is typed.
    pub value: Option<String>,
}

impl OpenCall for Reviewed {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        desk.save(Self::NAME, |deed| {
            let goal: Goal = need(deed.read(), self.id)?;
            let text = self.text.unwrap_or_default();
            let value = typed(self.value.as_deref())?;
            let before = store::noun::goal::story(deed.read(), goal.id)?;
            let last = before.iter().rev().find_map(|entry| entry.value.as_ref());
            let has_moved =
                !text.trim().is_empty() || value.as_ref().is_some_and(|value| Some(value) != last);
            let entry = Entry {
                value,
                has_moved,
                ..Entry::said(GoalEntryId::make(), goal.id, EntryKind::Progress, text, today)
            };
            entry.check(today)?;
            deed.put(&entry)?;
            deed.put(&Goal { reviewed_on: Some(today), ..goal })
        })
    }
}

/// Adds an entry to a goal's story.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct AddEntry {
    /// Of which goal.
    pub goal: GoalId,
    /// What it tells.
    pub kind: EntryKind,
    /// What happened, Markdown.
    pub text: String,
    /// The figure that day, as it is typed.
    pub value: Option<String>,
    /// The day; today when absent.
    pub on: Option<Day>,
}

impl OpenCall for AddEntry {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let done = desk.deed(Self::NAME, |deed| {
            let goal: Goal = need(deed.read(), self.goal)?;
            let on = self.on.map_or(today, |day| day.0);
            let entry = Entry {
                value: typed(self.value.as_deref())?,
                ..Entry::said(GoalEntryId::make(), goal.id, self.kind, self.text, on)
            };
            entry.check(today)?;
            deed.put(&entry)?;
            Ok(entry.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

/// Changes an entry of a goal's story. What is absent stays as it was.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct EditEntry {
    /// Which entry.
    pub id: GoalEntryId,
    /// What happened, Markdown.
    pub text: Option<String>,
    /// The figure that day, as it is typed; empty for none.
    pub value: Option<String>,
    /// The day.
    pub on: Option<Day>,
    /// The day an obstacle was out of the way; `null` while it is not.
    #[serde(default, deserialize_with = "given")]
    pub resolved_on: Option<Option<Day>>,
}

impl OpenCall for EditEntry {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        desk.save(Self::NAME, |deed| {
            let before: Entry = need(deed.read(), self.id)?;
            let entry = Entry {
                text: self.text.unwrap_or(before.text),
                value: match &self.value {
                    None => before.value,
                    line => typed(line.as_deref())?,
                },
                on: self.on.map_or(before.on, |day| day.0),
                resolved_on: self.resolved_on.map_or(before.resolved_on, |day| day.map(|day| day.0)),
                ..before
            };
            entry.check(today)?;
            deed.put(&entry)
        })
    }
}

/// Takes an entry out of a goal's story. It can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RemoveEntry {
    /// Which entry.
    pub id: GoalEntryId,
}

impl OpenCall for RemoveEntry {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            need::<Entry>(deed.read(), self.id)?;
            store::noun::goal::remove_entry(deed, self.id)
        })
    }
}

/// A figure as it is typed; none where nothing is.
fn typed(line: Option<&str>) -> Result<Option<Metric>, domain::Refusal> {
    line.map(str::trim).filter(|line| !line.is_empty()).map(Metric::typed).transpose()
}
