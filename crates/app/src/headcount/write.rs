//! Writing answers and the argument, while somebody types.

use domain::headcount::{Plan, PlanPlace, PlanText};
use domain::{PlanId, PlanTextId};
use serde::{Deserialize, Serialize};
use store::noun::headcount;

use super::whole::check_open;
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::stamp::Instant;

/// Keeps a text of a plan: an answer, or a part of its argument. What is absent stays as it was.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Write {
    /// Of which plan.
    pub plan: PlanId,
    /// Where it stands.
    pub place: PlanPlace,
    /// The text, Markdown.
    pub text: Option<String>,
    /// Why an answer is empty.
    pub empty_because: Option<String>,
    /// Who owns what an answer is about.
    pub owner: Option<String>,
}

/// A text that was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WrittenPlanText {
    /// Which.
    pub id: PlanTextId,
    /// The text as it is kept.
    pub text: String,
    /// When.
    pub at: Instant,
    /// The deed, to undo it by; null when nothing was different.
    pub deed: Option<u64>,
}

impl OpenCall for Write {
    type Reply = WrittenPlanText;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let now = desk.now();
        let done = desk.deed(Self::NAME, |deed| {
            check_open(&need::<Plan>(deed.read(), self.plan)?)?;
            let there =
                headcount::texts(deed.read(), self.plan)?.into_iter().find(|text| text.place == self.place);
            let before =
                there.unwrap_or_else(|| PlanText::begun(PlanTextId::make(), self.plan, self.place, now));
            let mut text = PlanText {
                text: self.text.unwrap_or_else(|| before.text.clone()),
                empty_because: self.empty_because.unwrap_or_else(|| before.empty_because.clone()),
                owner: self.owner.unwrap_or_else(|| before.owner.clone()),
                ..before.clone()
            };
            text.check()?;
            if text != before {
                text.at = now;
                deed.put(&text)?;
            }
            Ok(text)
        })?;
        let PlanText { id, text, at, .. } = done.value;
        Ok(WrittenPlanText { id, text, at: Instant(at), deed: done.deed })
    }
}
