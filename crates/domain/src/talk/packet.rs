//! What HR is given of a talk: a packet of the parts that its owner picked.
//!
//! A talk is its owner's alone, and [`Packet::share`] is the one way by which something of it becomes a value that may
//! leave. What a packet is made from ([`PacketFrom`]) has no place for notes, where they came from, or check-ins; and
//! the packet has none for the subject, what speaks for the class, advice of HR, and reasons, which are the owner's own.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Conversation, FollowUp, HrConsult, HrPart, ParticipantPart, Talk, Trend};
use crate::action::{Action, ActionState};
use crate::{HrConsultId, PersonId, Refusal};

/// The parts of a talk that are picked for HR. Nothing is picked by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct PacketParts {
    /// The message, its example, and what came of it.
    pub message: Option<bool>,
    /// The conversations: when, who was there, what was said, what the two see differently, the answer.
    pub conversations: Option<bool>,
    /// The plan: each step with who owes it, whose idea it was, and its day.
    pub plan: Option<bool>,
    /// How it went since: each look with what was found, and what came of it in the end.
    pub progress: Option<bool>,
    /// What was asked in one turn to HR.
    pub question: Option<HrConsultId>,
}

impl PacketParts {
    fn is_empty(&self) -> bool {
        let ticks = [self.message, self.conversations, self.plan, self.progress];
        ticks.iter().all(|tick| *tick != Some(true)) && self.question.is_none()
    }
}

/// What a packet is made from.
#[derive(Clone, Copy, Debug)]
pub struct PacketFrom<'a> {
    /// The talk.
    pub talk: &'a Talk,
    /// Its conversations, oldest first.
    pub conversations: &'a [Conversation],
    /// The promises of its plan, in the order they were made.
    pub plan: &'a [Action],
    /// Its looks, oldest first.
    pub follow_ups: &'a [FollowUp],
    /// Its turns to HR.
    pub turns: &'a [HrConsult],
    /// What people are called.
    pub names: &'a HashMap<PersonId, String>,
}

/// What HR is given. Only [`Packet::share`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Packet {
    /// Whom it is about.
    pub person: String,
    /// Who gives it.
    pub owner: String,
    /// The day it was put together.
    pub on: NaiveDate,
    /// What HR is asked.
    pub question: Option<PacketQuestion>,
    /// What was to be said.
    pub message: Option<PacketMessage>,
    /// What was said.
    pub conversations: Vec<PacketConversation>,
    /// What was agreed.
    pub plan: Vec<PacketStep>,
    /// How it went since.
    pub looks: Vec<PacketLook>,
    /// What came of it in the end; empty while that is open, or was not picked.
    pub outcome: String,
}

/// What HR is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PacketQuestion {
    /// What they are asked for.
    pub part: HrPart,
    /// Who of HR.
    pub who: String,
    /// The day they were asked.
    pub on: NaiveDate,
    /// The question, Markdown.
    pub text: String,
}

/// What was to be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PacketMessage {
    /// The message in one sentence.
    pub message: String,
    /// What happened, Markdown.
    pub example: String,
    /// What came of it, Markdown.
    pub consequence: String,
}

/// One conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PacketConversation {
    /// The day.
    pub on: NaiveDate,
    /// Who was there, and what for.
    pub there: Vec<(String, ParticipantPart)>,
    /// What was said, Markdown.
    pub outcome: String,
    /// What the two see differently, Markdown.
    pub differences: String,
    /// The day the answer came.
    pub answered_on: Option<NaiveDate>,
    /// The answer, Markdown.
    pub answer: String,
}

/// One step of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PacketStep {
    /// Who owes it.
    pub owner: String,
    /// Whose idea it was; empty where nobody said.
    pub author: String,
    /// What was agreed.
    pub text: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Whether it is still owed.
    pub state: ActionState,
}

/// One look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PacketLook {
    /// The day.
    pub on: NaiveDate,
    /// What was found.
    pub found: Trend,
    /// What was seen, Markdown.
    pub text: String,
    /// The progress that was named aloud.
    pub said_aloud: String,
}

impl Packet {
    /// The parts that were picked, as they are given to HR on a day by `owner`.
    ///
    /// # Errors
    /// Refuses a packet of nothing, be it that nothing was picked or that nothing stands there yet, and a question that
    /// was asked about another talk.
    pub fn share(
        from: PacketFrom<'_>,
        parts: &PacketParts,
        owner: PersonId,
        on: NaiveDate,
    ) -> Result<Self, Refusal> {
        if parts.is_empty() {
            return Err(Refusal::new("talk.packet_empty", "Nothing is chosen for HR yet.")
                .next("Choose at least one part, and read what leaves."));
        }
        let PacketFrom { talk, conversations, plan, follow_ups, turns, names } = from;
        let name = |id: PersonId| names.get(&id).cloned().unwrap_or_default();
        let is_picked = |part: Option<bool>| part == Some(true);
        let packet = Self {
            person: name(talk.person),
            owner: name(owner),
            on,
            question: parts
                .question
                .map(|id| question(turns, id))
                .transpose()?
                .filter(|asked| said(&asked.text)),
            message: is_picked(parts.message).then(|| message(talk)).filter(PacketMessage::says_something),
            conversations: picked(parts.conversations, conversations, conversation),
            plan: picked(parts.plan, plan, |step| PacketStep {
                owner: name(step.owner),
                author: step.author.map(name).unwrap_or_default(),
                text: step.text.clone(),
                due: step.due,
                state: step.state,
            }),
            looks: picked(parts.progress, follow_ups, look),
            outcome: if is_picked(parts.progress) { talk.outcome.clone() } else { String::new() },
        };
        if packet.is_bare() {
            return Err(Refusal::new("talk.packet_bare", "Nothing is written yet in what is chosen.")
                .next("Choose another part, or write it first."));
        }
        Ok(packet)
    }

    /// Whether it says nothing.
    fn is_bare(&self) -> bool {
        self.question.is_none()
            && self.message.is_none()
            && self.conversations.is_empty()
            && self.plan.is_empty()
            && self.looks.is_empty()
            && !said(&self.outcome)
    }

    /// Every text that somebody wrote, to look for names in. Names that have a place of their own are in
    /// [`Packet::people`].
    pub fn texts(&self) -> Vec<&str> {
        let Self { person: _, owner: _, on: _, question, message, conversations, plan, looks, outcome } =
            self;
        let mut texts = vec![outcome.as_str()];
        texts.extend(question.iter().map(|asked| asked.text.as_str()));
        texts.extend(
            message.iter().flat_map(|said| [said.message.as_str(), &said.example, &said.consequence]),
        );
        for held in conversations {
            texts.extend([held.outcome.as_str(), &held.differences, &held.answer]);
        }
        texts.extend(plan.iter().map(|step| step.text.as_str()));
        texts.extend(looks.iter().flat_map(|look| [look.text.as_str(), &look.said_aloud]));
        texts
    }

    /// Everybody who has a place of their own in it, but for the person and whoever gives it.
    pub fn people(&self) -> Vec<&str> {
        let there = self.conversations.iter().flat_map(|held| &held.there);
        let others =
            there.filter(|(_, part)| !matches!(part, ParticipantPart::Manager | ParticipantPart::Employee));
        let mut people: Vec<&str> = others.map(|(name, _)| name.as_str()).collect();
        people.extend(self.question.iter().map(|asked| asked.who.as_str()));
        people.extend(self.plan.iter().flat_map(|step| [step.owner.as_str(), &step.author]));
        people.retain(|name| said(name) && *name != self.person && *name != self.owner);
        people
    }
}

impl PacketMessage {
    fn says_something(&self) -> bool {
        [&self.message, &self.example, &self.consequence].into_iter().any(|text| said(text))
    }
}

fn said(text: &str) -> bool {
    !text.trim().is_empty()
}

/// What of a list was picked, each as it is shared.
fn picked<T, P>(part: Option<bool>, all: &[T], share: impl Fn(&T) -> P) -> Vec<P> {
    if part == Some(true) { all.iter().map(share).collect() } else { Vec::new() }
}

fn message(talk: &Talk) -> PacketMessage {
    PacketMessage {
        message: talk.message.clone(),
        example: talk.example.clone(),
        consequence: talk.consequence.clone(),
    }
}

fn question(turns: &[HrConsult], id: HrConsultId) -> Result<PacketQuestion, Refusal> {
    let turn = turns.iter().find(|turn| turn.id == id).ok_or_else(|| {
        Refusal::new("talk.packet_question", "This turn to HR is not about this talk.")
            .next("Choose one that stands on its page.")
    })?;
    Ok(PacketQuestion { part: turn.part, who: turn.who.clone(), on: turn.on, text: turn.question.clone() })
}

fn conversation(held: &Conversation) -> PacketConversation {
    PacketConversation {
        on: held.at.date(),
        there: held.participants.iter().map(|there| (there.name.clone(), there.part)).collect(),
        outcome: held.outcome.clone(),
        differences: held.differences.clone(),
        answered_on: held.answered_on,
        answer: held.answer.clone(),
    }
}

fn look(look: &FollowUp) -> PacketLook {
    PacketLook {
        on: look.on,
        found: look.found,
        text: look.text.clone(),
        said_aloud: look.said_aloud.clone(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::TalkId;

    fn talk() -> Talk {
        let on = "2026-11-10".parse().unwrap();
        Talk {
            class_because: "BECAUSE".into(),
            message: "It came late.".into(),
            ..Talk::noticed(TalkId::make(), PersonId::make(), "TITLE", on)
        }
    }

    fn shared(talk: &Talk, turns: &[HrConsult], parts: PacketParts) -> Result<Packet, Refusal> {
        let (me, on) = (PersonId::make(), "2026-11-19".parse().unwrap());
        let names =
            HashMap::from([(talk.person, "Maya Okafor".to_owned()), (me, "Dana Castellan".to_owned())]);
        let from = PacketFrom { talk, conversations: &[], plan: &[], follow_ups: &[], turns, names: &names };
        Packet::share(from, &parts, me, on)
    }

    fn asked(question: &str) -> HrConsult {
        HrConsult {
            id: HrConsultId::make(),
            talk: TalkId::make(),
            part: HrPart::Guidance,
            who: "Ada Frisk".into(),
            on: "2026-11-18".parse().unwrap(),
            question: question.into(),
            advice: "ADVICE".into(),
        }
    }

    #[test]
    fn d_r5_a_packet_holds_what_was_picked_and_is_refused_when_that_is_nothing() {
        let (talk, turn, silent) = (talk(), asked("How do I say it?"), asked(" "));
        let turns = [turn.clone(), silent.clone()];
        let message = PacketParts { message: Some(true), ..PacketParts::default() };
        let question = |id| PacketParts { question: Some(id), ..PacketParts::default() };
        let packet = shared(&talk, &turns, message).unwrap();
        assert_eq!((packet.person.as_str(), packet.owner.as_str()), ("Maya Okafor", "Dana Castellan"));
        assert_eq!((packet.texts().concat(), packet.people()), ("It came late.".to_owned(), vec![]));
        let packet = shared(&talk, &turns, question(turn.id)).unwrap();
        assert_eq!((packet.texts().concat(), packet.people()), (turn.question, vec!["Ada Frisk"]));
        for (what, parts, rule) in [
            ("nothing", PacketParts::default(), "talk.packet_empty"),
            ("unticked", PacketParts { message: Some(false), ..PacketParts::default() }, "talk.packet_empty"),
            ("not written", PacketParts { plan: Some(true), ..PacketParts::default() }, "talk.packet_bare"),
            ("not asked", question(silent.id), "talk.packet_bare"),
            ("asked elsewhere", question(HrConsultId::make()), "talk.packet_question"),
        ] {
            assert_eq!(shared(&talk, &turns, parts).unwrap_err().rule, rule, "{what}");
        }
    }
}
