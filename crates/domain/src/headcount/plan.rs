//! A plan: one organisation, one version, from a first draft to an answer.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::inputs::{USUAL_MONTHS, check_reach};
use super::{Answer, Contributor, ContributorKind, Month, PlanQuestion};
use crate::{PlanId, Refusal, text};

/// Where a plan stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PlanState {
    /// Being thought about.
    #[default]
    Draft,
    /// Others were asked.
    Consulted,
    /// Written down.
    Documented,
    /// Before senior management.
    Presented,
    /// Agreed.
    Agreed,
    /// Refused.
    Refused,
    /// A later version took its place.
    Superseded,
}

impl PlanState {
    /// Every state, in order.
    pub const ALL: [Self; 7] = [
        Self::Draft,
        Self::Consulted,
        Self::Documented,
        Self::Presented,
        Self::Agreed,
        Self::Refused,
        Self::Superseded,
    ];

    /// The states that may follow.
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Draft => &[Self::Consulted],
            // What others say may send one back to think.
            Self::Consulted => &[Self::Documented, Self::Draft],
            Self::Documented => &[Self::Presented, Self::Draft],
            Self::Presented => &[Self::Agreed, Self::Refused],
            Self::Agreed | Self::Refused => &[Self::Superseded],
            Self::Superseded => &[],
        }
    }

    /// Whether the plan may still be written in. From presenting on, a new version is the way to change it.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Consulted | Self::Documented)
    }
}

/// Whether the people there are suit the organisation now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Suits {
    /// They do.
    Yes,
    /// In part.
    Partly,
    /// They do not.
    No,
}

/// Whether the plan is realistic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Realistic {
    /// It is.
    Realistic,
    /// It is not, and the numbers are the case for asking less.
    NotRealistic,
}

/// A judgement with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Verdict<T> {
    /// The judgement.
    pub is: T,
    /// Why, in a few words.
    pub because: String,
}

/// One version of a headcount plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Which version of which plan.
    pub id: PlanId,
    /// The organisation that it is for.
    pub organisation: String,
    /// 1, 2, 3 …
    pub version: u32,
    /// The version it was copied from.
    pub before: Option<PlanId>,
    /// The plan that it is another way for. None for a plan itself; what differs is then found by comparing the two.
    pub baseline: Option<PlanId>,
    /// What it is called: a plan in a few words, a scenario by what is different in it. May be empty.
    pub name: String,
    /// Where it stands.
    pub state: PlanState,
    /// Its first month.
    pub starts: Month,
    /// The last month that is looked at, counted from the start; 36 reaches three years.
    pub months: u32,
    /// The last month that facts reach; what follows is extrapolated. None where all of it is known.
    pub known_until: Option<Month>,
    /// The day by which it is looked at again.
    pub review_by: NaiveDate,
    /// Whether the people suit the organisation now.
    pub suits: Option<Verdict<Suits>>,
    /// Whether it is realistic.
    pub realistic: Option<Verdict<Realistic>>,
    /// Why no peer or no customer was asked; empty otherwise.
    pub unasked_because: String,
}

impl Plan {
    /// A first version that is begun. It is looked at again a quarter after its start (a default of ours).
    pub fn begun(id: PlanId, organisation: impl Into<String>, starts: Month) -> Self {
        Self {
            id,
            organisation: organisation.into(),
            version: 1,
            before: None,
            baseline: None,
            name: String::new(),
            state: PlanState::Draft,
            starts,
            months: USUAL_MONTHS,
            known_until: None,
            review_by: starts.plus(3).first_day(),
            suits: None,
            realistic: None,
            unasked_because: String::new(),
        }
    }

    /// The next version: a copy that is a draft again and starts in `starts`. Judgements are made anew.
    #[must_use]
    pub fn next_version(&self, id: PlanId, starts: Month) -> Self {
        Self {
            id,
            version: self.version.saturating_add(1),
            before: Some(self.id),
            name: self.name.clone(),
            months: self.months,
            known_until: self.known_until,
            ..Self::begun(id, self.organisation.clone(), starts)
        }
    }

    /// Another way for this plan: a copy by another name, that is judged on its own. A scenario of a scenario is one of
    /// the same plan.
    #[must_use]
    pub fn scenario(&self, id: PlanId, name: impl Into<String>) -> Self {
        Self {
            id,
            baseline: Some(self.baseline.unwrap_or(self.id)),
            name: name.into(),
            state: PlanState::Draft,
            suits: None,
            realistic: None,
            ..self.clone()
        }
    }

    /// Whether it is time to look at the plan again. A scenario is looked at with its plan.
    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.state != PlanState::Superseded && self.baseline.is_none() && self.review_by <= today
    }

    /// Whether the plan may be kept as it stands.
    ///
    /// # Errors
    /// Refuses a plan without an organisation, a scenario without a name, a reach of no month or more than
    /// [`super::MOST_MONTHS`], facts that end before the plan starts, and a judgement without a reason.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("organisation", &self.organisation)?;
        text::check_line("name", &self.name)?;
        text::check_line("reason", &self.unasked_because)?;
        if self.organisation.trim().is_empty() {
            return Err(Refusal::new("headcount.no_organisation", "A plan is for an organisation.")
                .next("Name the teams that it is for."));
        }
        if self.baseline.is_some() && self.name.trim().is_empty() {
            return Err(Refusal::new("headcount.no_name", "This scenario has no name.")
                .next("Say in a few words what is different in it."));
        }
        check_reach(self.months)?;
        if self.known_until.is_some_and(|known| known < self.starts) {
            return Err(Refusal::new("headcount.known_until", "The facts would end before the plan starts.")
                .next("Choose a later month, or start the plan earlier."));
        }
        let reasons = [
            self.suits.as_ref().map(|verdict| &verdict.because),
            self.realistic.as_ref().map(|verdict| &verdict.because),
        ];
        for because in reasons.into_iter().flatten() {
            text::check_line("reason", because)?;
            if because.trim().is_empty() {
                return Err(Refusal::new("headcount.no_reason", "A judgement asks for a reason.")
                    .next("Say in a few words why."));
            }
        }
        Ok(())
    }

    /// The plan after a move to `state`.
    ///
    /// # Errors
    /// Refuses a step that leaves another out; consulting while nobody was asked; documenting without a peer’s and a
    /// customer’s view or a reason; presenting without all 25 answers, an owner for infrastructure, and a judgement
    /// whether the people suit the organisation.
    pub fn moved(
        self,
        state: PlanState,
        answers: &[Answer],
        contributors: &[Contributor],
    ) -> Result<Self, Refusal> {
        if !self.state.next().contains(&state) {
            return Err(Refusal::new("headcount.step", "A plan takes one step at a time.")
                .next("Ask others, write it down, present it, and note what was decided."));
        }
        match state {
            PlanState::Consulted => self.check_asked(contributors, false)?,
            PlanState::Documented => self.check_asked(contributors, true)?,
            PlanState::Presented => {
                check_answers(answers)?;
                if self.suits.is_none() {
                    return Err(Refusal::new(
                        "headcount.no_suits",
                        "It is not said whether the people suit the organisation now.",
                    )
                    .next("Say yes, no or partly, and why."));
                }
            }
            _ => {}
        }
        Ok(Self { state, ..self })
    }

    fn check_asked(&self, contributors: &[Contributor], both: bool) -> Result<(), Refusal> {
        let has = |kind| contributors.iter().any(|contributor| contributor.kind == kind);
        let is_asked = if both {
            has(ContributorKind::Peer) && has(ContributorKind::Customer)
        } else {
            !contributors.is_empty()
        };
        if is_asked || !self.unasked_because.trim().is_empty() {
            return Ok(());
        }
        Err(Refusal::new("headcount.unasked", "The views of others are missing.")
            .next("Ask at least one peer and one customer, or say why not."))
    }

    /// Whether the plan may leave as a document.
    ///
    /// # Errors
    /// Refuses while nobody said whether it is realistic.
    pub fn check_export(&self) -> Result<(), Refusal> {
        if self.realistic.is_some() {
            return Ok(());
        }
        Err(Refusal::new("headcount.no_realistic", "It is not said whether this plan is realistic.")
            .next("Look at the ramp, then say whether it is, and why."))
    }
}

/// Whether every question has its answer.
///
/// # Errors
/// Refuses where one of the 25 is missing, or empty without a reason, and where infrastructure has no owner.
pub fn check_answers(answers: &[Answer]) -> Result<(), Refusal> {
    let find = |question| answers.iter().find(|answer| answer.question == question);
    let open = PlanQuestion::ALL
        .iter()
        .filter(|&&question| !find(question).is_some_and(Answer::is_complete))
        .count();
    if open > 0 {
        return Err(Refusal::new(
            "headcount.unanswered",
            if open == 1 {
                "One question is still open.".to_owned()
            } else {
                format!("{open} questions are still open.")
            },
        )
        .next("Answer them, or say why an answer stays empty."));
    }
    let is_owned =
        |question: &PlanQuestion| find(*question).is_some_and(|answer| !answer.owner.trim().is_empty());
    if PlanQuestion::ALL.iter().filter(|question| question.needs_owner()).all(is_owned) {
        return Ok(());
    }
    Err(Refusal::new("headcount.no_owner", "Nobody owns the growth of facilities and tools yet.")
        .next("Name the owner in that answer."))
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
