//! Setting a hint aside, for a reason, and taking that back.

use domain::dismissal::Dismissal;
use domain::{DismissalId, RecordId};
use serde::{Deserialize, Serialize};
use store::noun::dismissal;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, is_there, need};
use crate::reply::{Made, RecordKind, Saved};
use crate::stamp::Day;

/// Sets a hint aside in one record, for as long as its sentence stays the same.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Dismiss {
    /// The record whose text it stands in.
    pub record: RecordId,
    /// What kind of record.
    pub kind: RecordKind,
    /// The rule.
    pub rule: String,
    /// The finding's mark.
    pub mark: String,
    /// Why it does not apply.
    pub because: String,
}

impl OpenCall for Dismiss {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let done = desk.deed(Self::NAME, |deed| {
            let noun = self.kind.noun();
            if !is_there(deed.read(), noun, self.record)? {
                return Err(crate::words::missing(noun).into());
            }
            let known = dismissal::of(deed.read(), self.record)?;
            let before = known.into_iter().find(|kept| kept.rule == self.rule && kept.mark == self.mark);
            let aside = Dismissal {
                id: before.map_or_else(DismissalId::make, |kept| kept.id),
                record: self.record,
                rule: self.rule,
                mark: self.mark,
                because: self.because.trim().to_owned(),
                on: today,
            };
            aside.check()?;
            deed.put(&aside)?;
            Ok(aside.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

/// Takes back that a hint was set aside.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct TakeBack {
    /// Which.
    pub id: DismissalId,
}

impl OpenCall for TakeBack {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            need::<Dismissal>(deed.read(), self.id)?;
            deed.remove::<Dismissal>(self.id)?;
            Ok(())
        })
    }
}

/// Lists what was set aside in a record, oldest first.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Dismissed {
    /// Which record.
    pub record: RecordId,
}

/// A hint that was set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DismissalLine {
    /// Which.
    pub id: DismissalId,
    /// The rule.
    pub rule: String,
    /// Why it does not apply.
    pub because: String,
    /// The day.
    pub on: Day,
}

impl OpenCall for Dismissed {
    type Reply = Vec<DismissalLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let line = |aside: Dismissal| {
            let Dismissal { id, record: _, rule, mark: _, because, on } = aside;
            DismissalLine { id, rule, because, on: Day(on) }
        };
        Ok(dismissal::of(desk.read(), self.record)?.into_iter().map(line).collect())
    }
}
