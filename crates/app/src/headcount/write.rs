//! Writing answers and the argument, while somebody types.

use domain::headcount::{Figure, Plan, PlanPlace, PlanText, figures, forecast, refresh_figures};
use domain::{PlanId, PlanTextId};
use serde::{Deserialize, Serialize};
use store::StoreFault;
use store::noun::headcount;

use super::whole::{Whole, check_open};
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
    /// Writes the plan's own numbers in it as they are now.
    pub renew_figures: Option<bool>,
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
            if self.renew_figures.unwrap_or(false) {
                text.text = refresh_figures(&text.text, &figures_of(&Whole::read(deed.read(), self.plan)?)?);
            }
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

/// Every number that a text may hold, as it is now. Chances have to be drawn, and are asked for by themselves.
pub fn figures_of(whole: &Whole) -> Result<Vec<Figure>, StoreFault> {
    let inputs = whole.inputs()?;
    Ok(figures(&inputs, &forecast(&inputs), None, None))
}
