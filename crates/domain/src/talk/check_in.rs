//! One question to somebody whom a talk concerns: does the plan work. Who was asked, and what they said, is private.

use chrono::{NaiveDate, TimeDelta};

use crate::{CheckInId, PersonId, Refusal, TalkId, text};

/// An answer that the person has not heard of is flagged after so many days (a default of ours).
const TOLD_WITHIN: i64 = 7;

/// One question and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckIn {
    /// Which.
    pub id: CheckInId,
    /// About which talk.
    pub talk: TalkId,
    /// Who is asked, as one writes it.
    pub from: String,
    /// Who is asked, where they are in the roster.
    pub person: Option<PersonId>,
    /// The day they were asked.
    pub asked_on: NaiveDate,
    /// What they were asked, Markdown.
    pub question: String,
    /// The day they answered.
    pub answered_on: Option<NaiveDate>,
    /// What they said, Markdown.
    pub answer: String,
    /// The day the person heard what follows from it, without a name.
    pub told_on: Option<NaiveDate>,
}

impl CheckIn {
    /// Whether it may be kept as it stands.
    ///
    /// # Errors
    /// Refuses one that asks nobody, and days out of their order.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("name", &self.from)?;
        text::check_text(&self.question)?;
        text::check_text(&self.answer)?;
        if self.from.trim().is_empty() {
            return Err(Refusal::new("check_in.nobody", "This question is put to nobody yet.")
                .next("Say who is asked. Only you see it."));
        }
        let out_of_order = self.answered_on.is_some_and(|day| day < self.asked_on)
            || self.told_on.is_some_and(|told| self.answered_on.is_none_or(|answered| told < answered));
        if out_of_order {
            return Err(Refusal::new("check_in.order", "These days are out of order.")
                .next("First it is asked, then answered, then told."));
        }
        Ok(())
    }

    /// Whether the person should have heard of the answer by `today`.
    pub fn is_untold(&self, today: NaiveDate) -> bool {
        self.told_on.is_none()
            && self.answered_on.is_some_and(|answered| today - answered > TimeDelta::days(TOLD_WITHIN))
    }
}
