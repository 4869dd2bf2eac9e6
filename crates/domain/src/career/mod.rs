//! Where somebody would like to go: wishes at one, three and five years, interests, likes and dislikes, and try-outs of
//! roles inside the company.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{ExplorationId, PersonId, Refusal, WishId, text};

/// What a wish is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum WishKind {
    /// Where to be in one year.
    OneYear,
    /// Where to be in three years.
    ThreeYears,
    /// Where to be in five years.
    FiveYears,
    /// What interests them.
    Interest,
    /// What they like doing.
    Like,
    /// Somebody they admire, and why.
    Admired,
    /// A role they would not want, and why.
    Dislike,
    /// The role they are likely to take next.
    NextRole,
}

impl WishKind {
    /// Every kind, in the order a first meeting asks.
    pub const ALL: [Self; 8] = [
        Self::OneYear,
        Self::ThreeYears,
        Self::FiveYears,
        Self::Interest,
        Self::Like,
        Self::Admired,
        Self::Dislike,
        Self::NextRole,
    ];
}

/// One wish. A later one of the same kind stands beside it; the earlier is kept, because wishes change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Which wish.
    pub id: WishId,
    /// Whose.
    pub person: PersonId,
    /// What it is about.
    pub kind: WishKind,
    /// In their words, Markdown; empty only when they do not know yet.
    pub text: String,
    /// They do not know yet, which is a valid answer.
    pub unknown: bool,
    /// Why they dislike a role.
    pub why: String,
    /// Whether a dislike comes from experience; otherwise it is assumed.
    pub first_hand: bool,
    /// The day it was said.
    pub on: NaiveDate,
    /// When they expect to move into the role, for [`WishKind::NextRole`].
    pub expected_on: Option<NaiveDate>,
    /// They allow it to be read by the headcount plan, for [`WishKind::NextRole`]. Nothing else of a career ever is.
    pub may_plan: bool,
}

impl Wish {
    /// Something that was wished for.
    pub fn said(
        id: WishId,
        person: PersonId,
        kind: WishKind,
        text: impl Into<String>,
        on: NaiveDate,
    ) -> Self {
        let text = text.into();
        Self {
            id,
            person,
            kind,
            text,
            unknown: false,
            why: String::new(),
            first_hand: false,
            on,
            expected_on: None,
            may_plan: false,
        }
    }

    /// Whether the wish may be kept as it stands.
    ///
    /// # Errors
    /// Refuses an empty wish that is not "don't know yet", and a dislike without a reason.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_text(&self.text)?;
        text::check_text(&self.why)?;
        if self.text.trim().is_empty() && !self.unknown {
            return Err(Refusal::new("wish.empty", "Nothing is written here yet.")
                .next("Write it in their words, or choose “don’t know yet”."));
        }
        if self.kind == WishKind::Dislike && !self.unknown && self.why.trim().is_empty() {
            return Err(Refusal::new(
                "wish.dislike_why",
                "A role that somebody would not want asks for the reason.",
            )
            .next("Ask why, and whether it was first-hand or assumed."));
        }
        if self.kind != WishKind::NextRole && (self.may_plan || self.expected_on.is_some()) {
            return Err(Refusal::new("wish.not_a_role", "Only a next role can be planned with.")
                .next("Keep it as the role they are likely to take next."));
        }
        Ok(())
    }
}

/// A try-out of a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exploration {
    /// Which try-out.
    pub id: ExplorationId,
    /// Whose.
    pub person: PersonId,
    /// The role.
    pub role: String,
    /// Why it might fit.
    pub why: String,
    /// What happens next.
    pub next_step: String,
    /// Whom to talk to.
    pub contact: String,
    /// What came of it; empty while it goes on.
    pub outcome: String,
    /// The day it was planned.
    pub on: NaiveDate,
}

impl Exploration {
    /// Whether the try-out may be kept as it stands.
    ///
    /// # Errors
    /// Refuses one without a role, and one without a next step while it goes on.
    pub fn check(&self) -> Result<(), Refusal> {
        for (field, line) in
            [("role", &self.role), ("next step", &self.next_step), ("contact", &self.contact)]
        {
            text::check_line(field, line)?;
        }
        text::check_text(&self.why)?;
        text::check_text(&self.outcome)?;
        if self.role.trim().is_empty() {
            return Err(Refusal::new("exploration.no_role", "A try-out needs a role.")
                .next("Name the role that is to be tried."));
        }
        if self.next_step.trim().is_empty() && self.outcome.trim().is_empty() {
            return Err(Refusal::new("exploration.no_step", "A try-out needs a next step.")
                .next("Say what happens next, or what came of it."));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a5_c9_not_knowing_yet_is_an_answer_and_a_dislike_has_a_reason() {
        let on = "2026-11-19".parse().expect("a day");
        let wish =
            Wish::said(WishId::make(), PersonId::make(), WishKind::ThreeYears, "Lead a small team", on);
        let next = Wish { kind: WishKind::NextRole, expected_on: Some(on), may_plan: true, ..wish.clone() };
        let dislike = Wish { kind: WishKind::Dislike, text: "On-call lead".into(), ..wish.clone() };
        for (what, wish, rule) in [
            ("a wish", wish.clone(), None),
            ("nothing", Wish { text: " ".into(), ..wish.clone() }, Some("wish.empty")),
            ("c9 a next role that may be planned with", next, None),
            ("c9 another wish that may", Wish { may_plan: true, ..wish.clone() }, Some("wish.not_a_role")),
            ("not known yet", Wish { text: String::new(), unknown: true, ..wish }, None),
            ("a bare dislike", dislike.clone(), Some("wish.dislike_why")),
            ("a dislike with its reason", Wish { why: "Tried it in spring".into(), ..dislike }, None),
        ] {
            assert_eq!(wish.check().err().map(|refusal| refusal.rule), rule, "{what}");
        }
    }

    #[test]
    fn a6_c8_a_try_out_has_a_next_step_until_something_came_of_it() {
        let planned = Exploration {
            id: ExplorationId::make(),
            person: PersonId::make(),
            role: "Release manager".into(),
            why: String::new(),
            next_step: "Sit in on Tuesday’s release".into(),
            contact: String::new(),
            outcome: String::new(),
            on: "2026-11-19".parse().expect("a day"),
        };
        let stepless = Exploration { next_step: String::new(), ..planned.clone() };
        for (what, tried, rule) in [
            ("planned", planned.clone(), None),
            ("no role", Exploration { role: " ".into(), ..planned }, Some("exploration.no_role")),
            ("no step", stepless.clone(), Some("exploration.no_step")),
            ("ended", Exploration { outcome: "Not for now".into(), ..stepless }, None),
        ] {
            assert_eq!(tried.check().err().map(|refusal| refusal.rule), rule, "{what}");
        }
    }
}
