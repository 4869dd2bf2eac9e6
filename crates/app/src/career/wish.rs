//! Keeping and taking away a wish.

use domain::career::{Wish, WishKind};
use domain::person::Person;
use domain::{PersonId, Refusal, WishId};
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::{Made, Saved};
use crate::stamp::{Day, given};

/// Keeps a wish: a new one of today, or the wording of one that is there. What is absent stays as it was.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct SaveWish {
    /// Which wish; none for a new one, which stands beside the earlier ones of its kind.
    pub id: Option<WishId>,
    /// Whose.
    pub person: PersonId,
    /// What it is about.
    pub kind: WishKind,
    /// In their words, Markdown; may be empty when they do not know yet.
    pub text: String,
    /// They do not know yet, which is a valid answer.
    pub unknown: Option<bool>,
    /// Why they dislike a role; asked for with a dislike.
    pub why: Option<String>,
    /// Whether a dislike comes from experience or is assumed; asked for with a dislike.
    pub first_hand: Option<bool>,
    /// When they expect to move into a next role; as it was when absent, and `null` for no day.
    #[serde(default, deserialize_with = "given")]
    pub expected_on: Option<Option<Day>>,
    /// They allow the headcount plan to read their next role.
    pub may_plan: Option<bool>,
}

impl OpenCall for SaveWish {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let done = desk.deed(Self::NAME, |deed| {
            need::<Person>(deed.read(), self.person)?;
            let before = self.id.map(|id| need::<Wish>(deed.read(), id)).transpose()?;
            if before.as_ref().is_some_and(|before| before.person != self.person) {
                return Err(Refusal::new("wish.other_person", "That wish is somebody else's.")
                    .next("Write it down as a new one.")
                    .into());
            }
            let was_dislike = before.as_ref().is_some_and(|before| before.kind == WishKind::Dislike);
            let before =
                before.unwrap_or_else(|| Wish::said(WishId::make(), self.person, self.kind, "", today));
            let wish = Wish {
                kind: self.kind,
                text: self.text,
                unknown: self.unknown.unwrap_or(before.unknown),
                why: self.why.unwrap_or(before.why),
                first_hand: self.first_hand.unwrap_or(before.first_hand),
                expected_on: self.expected_on.map_or(before.expected_on, |day| day.map(|day| day.0)),
                may_plan: self.may_plan.unwrap_or(before.may_plan),
                ..before
            };
            wish.check()?;
            let is_dislike = wish.kind == WishKind::Dislike && !wish.unknown;
            if is_dislike && !was_dislike && self.first_hand.is_none() {
                return Err(Refusal::new(
                    "wish.dislike_first_hand",
                    "A role that somebody would not want asks whether they know it.",
                )
                .next("Say whether it is first-hand or assumed.")
                .into());
            }
            deed.put(&wish)?;
            Ok(wish.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

/// Takes a wish away. It can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RemoveWish {
    /// Which wish.
    pub id: WishId,
}

impl OpenCall for RemoveWish {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            need::<Wish>(deed.read(), self.id)?;
            deed.remove::<Wish>(self.id).map(|_| ())
        })
    }
}
