//! One conversation about one or more talks: who was there, what was said, and by when an answer may come.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};

use super::{HrWish, Naming, Talk};
use crate::{ConversationId, PersonId, Refusal, TalkId, text};

/// What somebody is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ParticipantPart {
    /// The manager.
    Manager,
    /// The person it is about.
    Employee,
    /// The other person, where two are brought together.
    Other,
    /// Who leads a talk between the two.
    Facilitator,
    /// HR.
    Hr,
}

impl ParticipantPart {
    /// Every part.
    pub const ALL: [Self; 5] = [Self::Manager, Self::Employee, Self::Other, Self::Facilitator, Self::Hr];
}

/// Somebody who is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// What they are there for.
    pub part: ParticipantPart,
    /// Who of the roster; none for somebody who is not in it.
    pub person: Option<PersonId>,
    /// Their name, as it was when it was written.
    pub name: String,
}

/// One conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversation {
    /// Which conversation.
    pub id: ConversationId,
    /// With whom.
    pub person: PersonId,
    /// What it was about; at least one.
    pub talks: Vec<TalkId>,
    /// When, on the owner's clock.
    pub at: NaiveDateTime,
    /// Who was there.
    pub participants: Vec<Participant>,
    /// What was said, Markdown.
    pub outcome: String,
    /// What the two see differently, Markdown.
    pub differences: String,
    /// The day by which an answer may come. Nobody has to answer at once.
    pub response_due: NaiveDate,
    /// The day the answer came.
    pub answered_on: Option<NaiveDate>,
    /// The answer, Markdown.
    pub answer: String,
}

/// The day by which an answer may come: two days later, and never on a weekend. A default of ours, which may be changed:
/// no answer is forced at once, and no weeks of silence follow.
pub fn default_response_due(on: NaiveDate) -> NaiveDate {
    let day = on + TimeDelta::days(2);
    match day.weekday() {
        Weekday::Sat => day + TimeDelta::days(2),
        Weekday::Sun => day + TimeDelta::days(1),
        _ => day,
    }
}

impl Conversation {
    /// Whether the conversation may be kept with the talks it is about.
    ///
    /// # Errors
    /// Refuses one about nothing, without the manager or the person, without HR where the facilitator is not trained or
    /// HR was to come, without a facilitator where one was to lead, and an answer due before it was held.
    pub fn check(&self, talks: &[Talk]) -> Result<(), Refusal> {
        text::check_text(&self.outcome)?;
        text::check_text(&self.differences)?;
        text::check_text(&self.answer)?;
        for participant in &self.participants {
            text::check_line("name", &participant.name)?;
        }
        let has =
            |part: ParticipantPart| self.participants.iter().any(|participant| participant.part == part);
        if self.talks.is_empty() {
            return Err(Refusal::new("conversation.no_talk", "This conversation is about nothing yet.")
                .next("Choose what was talked about."));
        }
        if self.participants.iter().any(|participant| participant.name.trim().is_empty()) {
            return Err(Refusal::new("conversation.no_name", "Somebody who was there has no name.")
                .next("Write their name, or take them out."));
        }
        if !has(ParticipantPart::Manager) {
            return Err(Refusal::new(
                "conversation.no_manager",
                "A manager is always present at such a talk.",
            )
            .next("Add yourself. HR alone cannot hold it."));
        }
        if !has(ParticipantPart::Employee) {
            return Err(Refusal::new("conversation.no_employee", "The person it is about was not there.")
                .next("Add them."));
        }
        let facilitated = talks.iter().filter(|talk| talk.naming == Naming::Facilitated);
        for talk in facilitated {
            if !has(ParticipantPart::Facilitator) || !has(ParticipantPart::Other) {
                return Err(Refusal::new(
                    "conversation.no_facilitator",
                    "This talk names somebody, so they and a facilitator have to be there.",
                )
                .next("Add both, or take the name out of the message."));
            }
            if !talk.is_facilitator_trained && !has(ParticipantPart::Hr) {
                return Err(Refusal::new(
                    "conversation.untrained",
                    "The facilitator is not trained for this, so HR has to be there.",
                )
                .next("Add somebody from HR, or say that the facilitator is trained."));
            }
        }
        if talks.iter().any(|talk| talk.hr == HrWish::Attends) && !has(ParticipantPart::Hr) {
            return Err(Refusal::new("conversation.no_hr", "HR was to come along and is not there.")
                .next("Add somebody from HR, or change that in the preparation."));
        }
        if self.response_due < self.at.date() {
            return Err(Refusal::new("conversation.due_before", "The answer would be due before the talk.")
                .next("Choose that day or a later one."));
        }
        Ok(())
    }
}
