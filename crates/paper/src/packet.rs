//! What HR is given of a talk, as it leaves. What stands in it was chosen in `domain` ([`Packet::share`]).

use chrono::NaiveDate;
use domain::action::ActionState;
use domain::talk::{
    HrPart, Packet, PacketConversation, PacketLook, PacketMessage, PacketQuestion, PacketStep,
    ParticipantPart, Trend,
};

use crate::leaving::{Block, Leaving};
use crate::markdown::say_day;

impl Leaving for Packet {
    const KIND: &'static str = "For HR";
    const REST: &'static str = "The whole is in the file that goes with this message.";

    fn subject(&self) -> String {
        // Subjects are read by more than the one they are for.
        "For HR, in confidence".to_owned()
    }

    fn dated(&self) -> Option<NaiveDate> {
        Some(self.on)
    }

    fn blocks(&self) -> Vec<Block<'_>> {
        let mut blocks = vec![
            Block::Title(format!("For HR, about {}", self.person)),
            Block::Fact(format!("From {}, {}", self.owner, say_day(self.on))),
        ];
        blocks.extend(self.question.iter().flat_map(question));
        blocks.extend(self.message.iter().flat_map(message));
        if !self.conversations.is_empty() {
            blocks.push(Block::Heading("What was said"));
            blocks.extend(self.conversations.iter().flat_map(conversation));
        }
        if !self.plan.is_empty() {
            blocks.push(Block::Heading("The plan"));
            blocks.extend(self.plan.iter().map(step));
        }
        if !(self.looks.is_empty() && is_bare(&self.outcome)) {
            blocks.push(Block::Heading("How it goes"));
            blocks.extend(self.looks.iter().flat_map(look));
            blocks.extend(said("In the end:", &self.outcome));
        }
        blocks
    }
}

fn is_bare(text: &str) -> bool {
    text.trim().is_empty()
}

/// A text below what it is; nothing where it says nothing.
fn said<'a>(what: &str, text: &'a str) -> Vec<Block<'a>> {
    if is_bare(text) { Vec::new() } else { vec![Block::Label(what.to_owned()), Block::Prose(text.into())] }
}

fn question(asked: &PacketQuestion) -> Vec<Block<'_>> {
    let part = match asked.part {
        HrPart::SoundingBoard => "to think aloud",
        HrPart::Guidance => "for advice",
        HrPart::Attendance => "to come along",
    };
    let mut blocks = vec![Block::Heading("What I ask of HR")];
    blocks.extend(said(&format!("{}, {}, {part}:", asked.who, say_day(asked.on)), &asked.text));
    blocks
}

fn message(message: &PacketMessage) -> Vec<Block<'_>> {
    let mut blocks = vec![Block::Heading("The message")];
    if !is_bare(&message.message) {
        blocks.push(Block::Prose((&message.message).into()));
    }
    blocks.extend(said("An example:", &message.example));
    blocks.extend(said("What came of it:", &message.consequence));
    blocks
}

fn conversation(held: &PacketConversation) -> Vec<Block<'_>> {
    let there: Vec<String> = held.there.iter().map(|(name, part)| present(name, *part)).collect();
    let mut blocks = vec![Block::Label(format!("{}: {}", say_day(held.on), there.join(", ")))];
    if !is_bare(&held.outcome) {
        blocks.push(Block::Prose((&held.outcome).into()));
    }
    blocks.extend(said("What the two see differently:", &held.differences));
    let answered = match held.answered_on {
        Some(day) => format!("The answer, {}:", say_day(day)),
        None => "The answer:".to_owned(),
    };
    blocks.extend(said(&answered, &held.answer));
    blocks
}

fn present(name: &str, part: ParticipantPart) -> String {
    match part {
        ParticipantPart::Manager | ParticipantPart::Employee | ParticipantPart::Other => name.to_owned(),
        ParticipantPart::Facilitator => format!("{name} (led the talk)"),
        ParticipantPart::Hr => format!("{name} (HR)"),
    }
}

fn step(step: &PacketStep) -> Block<'_> {
    let due = step.due.map(|due| format!(", by {}", say_day(due))).unwrap_or_default();
    let author = if is_bare(&step.author) { String::new() } else { format!(" (idea of {})", step.author) };
    let state = match step.state {
        ActionState::Open => "",
        ActionState::Done => ", done",
        ActionState::Dropped => ", no longer owed",
    };
    Block::Item(format!("{}: {}{due}{state}{author}", step.owner, step.text))
}

fn look(look: &PacketLook) -> Vec<Block<'_>> {
    let found = match look.found {
        Trend::Better => "better",
        Trend::Same => "the same",
        Trend::Worse => "further away",
    };
    let mut blocks = vec![Block::Label(format!("{}: {found}", say_day(look.on)))];
    if !is_bare(&look.text) {
        blocks.push(Block::Prose((&look.text).into()));
    }
    blocks.extend(said("Said to them:", &look.said_aloud));
    blocks
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::HashMap;

    use domain::action::Action;
    use domain::talk::{Conversation, FollowUp, HrConsult, PacketFrom, PacketParts, Participant, Talk};
    use domain::{ActionId, ConversationId, FollowUpId, HrConsultId, PersonId, TalkId};

    use super::*;
    use crate::leaving::{make_mail, make_markdown, make_text};

    fn packet() -> Packet {
        let (me, maya) = (PersonId::make(), PersonId::make());
        let talk = Talk {
            message: "The record has to come first.".into(),
            example: "On 3 November it came after.".into(),
            consequence: "An hour was lost.".into(),
            outcome: "On time for a month".into(),
            ..Talk::noticed(TalkId::make(), maya, "Records", "2026-11-03".parse().unwrap())
        };
        let there = |part, name: &str| Participant { part, person: None, name: name.into() };
        let held = Conversation {
            id: ConversationId::make(),
            person: maya,
            talks: vec![talk.id],
            at: "2026-11-10T14:00:00".parse().unwrap(),
            participants: vec![
                there(ParticipantPart::Manager, "Dana Castellan"),
                there(ParticipantPart::Employee, "Maya Okafor"),
                there(ParticipantPart::Facilitator, "Piet Lund"),
                there(ParticipantPart::Hr, "Ada Frisk"),
            ],
            outcome: "A checklist.".into(),
            differences: String::new(),
            response_due: "2026-11-12".parse().unwrap(),
            answered_on: "2026-11-12".parse().ok(),
            answer: "Agreed.".into(),
        };
        let step = Action {
            id: ActionId::make(),
            about: maya,
            owner: maya,
            meeting: None,
            text: "Write *the* record first".into(),
            due: "2026-12-04".parse().ok(),
            since: "2026-11-10".parse().unwrap(),
            state: ActionState::Open,
            dropped_because: String::new(),
            talk: Some(talk.id),
            author: Some(me),
        };
        let look = |on: &str, found, text: &str, said: &str| FollowUp {
            id: FollowUpId::make(),
            talk: talk.id,
            on: on.parse().unwrap(),
            found,
            text: text.into(),
            said_aloud: said.into(),
        };
        let turn = HrConsult {
            id: HrConsultId::make(),
            talk: talk.id,
            part: HrPart::Guidance,
            who: "Ada Frisk".into(),
            on: "2026-11-18".parse().unwrap(),
            question: "What comes next?".into(),
            advice: String::new(),
        };
        let tick = Some(true);
        let parts = PacketParts {
            message: tick,
            conversations: tick,
            plan: tick,
            progress: tick,
            question: Some(turn.id),
        };
        let from = PacketFrom {
            talk: &talk,
            conversations: &[held],
            plan: &[step],
            follow_ups: &[
                look("2026-11-17", Trend::Same, "", ""),
                look("2026-11-18", Trend::Better, "Both in time.", "Thank you."),
            ],
            turns: &[turn],
            names: &HashMap::from([(me, "Dana Castellan".to_owned()), (maya, "Maya Okafor".to_owned())]),
        };
        Packet::share(from, &parts, me, "2026-11-19".parse().unwrap()).unwrap()
    }

    #[test]
    fn d_r5_a_packet_reads_in_order_and_its_text_is_what_the_file_says() {
        let text = "For HR, about Maya Okafor\n\nFrom Dana Castellan, 19 November 2026\n\n\
             WHAT I ASK OF HR\n\nAda Frisk, 18 November 2026, for advice:\nWhat comes next?\n\n\
             THE MESSAGE\n\nThe record has to come first.\n\nAn example:\nOn 3 November it came after.\n\n\
             What came of it:\nAn hour was lost.\n\n\
             WHAT WAS SAID\n\n10 November 2026: Dana Castellan, Maya Okafor, Piet Lund (led the talk), Ada Frisk (HR)\n\
             A checklist.\n\nThe answer, 12 November 2026:\nAgreed.\n\n\
             THE PLAN\n\n- Maya Okafor: Write *the* record first, by 4 December 2026 (idea of Dana Castellan)\n\n\
             HOW IT GOES\n\n17 November 2026: the same\n\n18 November 2026: better\nBoth in time.\n\n\
             Said to them:\nThank you.\n\nIn the end:\nOn time for a month";
        assert_eq!(make_text(&packet()), text);
        assert_eq!(make_mail(&packet(), "").body.replace("\r\n", "\n"), text);
        let markdown = make_markdown(&[packet()]);
        assert!(markdown.starts_with(
            "# For HR, about Maya Okafor\n\nFrom Dana Castellan, 19 November 2026\n\n## What I ask of HR\n\n"
        ));
        let plain = |text: &str| text.replace(['#', '\\', '-', '\n', ' '], "").to_lowercase();
        assert_eq!(plain(&markdown), plain(text), "no word more, and none less");
    }
}
