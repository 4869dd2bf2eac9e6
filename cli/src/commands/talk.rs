//! Hard talks.

use std::path::PathBuf;

use app::talk::{
    Begin, ExportPacket, FollowUpOn, Gap, Get, List, Packet, PacketParts, TalkLine, TalkState, Trend, Waits,
};
use app::{Desk, Fault};

use super::json;
use super::one_on_one::short;
use crate::answer::{Answer, say};
use crate::arguments::{Found, GivenPart, Talk};
use crate::layout::{columns, one_line, wrapped};
use crate::who;

/// Does what was asked about talks.
pub fn talk(desk: &Desk, asked: Talk) -> Result<Answer, Fault> {
    match asked {
        Talk::List { person, all } => list(desk, person, all),
        Talk::Begin { person, title, since } => {
            let person = who::find(desk, &person)?;
            let made = desk.run(Begin { person: person.id, title, first_seen: since, notes: None })?;
            Ok(Answer::new(format!("Talk with {} begun. Only you see it.", person.name), json(&made)?))
        }
        Talk::Show { id } => show(desk, &id),
        Talk::Check { id, found, text, said, next } => {
            let talk = find(desk, &id)?;
            let found = match found {
                Found::Better => Trend::Better,
                Found::Same => Trend::Same,
                Found::Worse => Trend::Worse,
            };
            let look =
                FollowUpOn { talk: talk.id, on: None, found, text, said_aloud: said, next_check: next };
            let made = desk.run(look)?;
            let next = find(desk, &id)?.next_check.map(|day| format!(" Next look on {day}."));
            Ok(Answer::new(format!("Kept with: {}.{}", talk.title, next.unwrap_or_default()), json(&made)?))
        }
        Talk::Packet { id, parts, output } => packet(desk, &id, &parts, output),
    }
}

fn list(desk: &Desk, person: Option<String>, all: bool) -> Result<Answer, Fault> {
    let person = person.map(|name| who::find(desk, &name)).transpose()?.map(|person| person.id);
    let talks = desk.run(List { person, only_open: Some(!all) })?;
    let rows: Vec<_> = talks
        .iter()
        .map(|talk| {
            let waits = talk.waits.first().map(|waits| in_words(*waits, talk)).unwrap_or_default();
            let name = talk.person_name.clone();
            vec![
                short(&talk.id.to_string()),
                state(talk.state).to_owned(),
                name,
                one_line(&talk.title),
                waits,
            ]
        })
        .collect();
    let text = if rows.is_empty() { "No talks.".to_owned() } else { columns(&rows) };
    Ok(Answer::new(text, json(&talks)?))
}

fn state(state: TalkState) -> &'static str {
    match state {
        TalkState::Noticed => "noticed",
        TalkState::Preparing => "preparing",
        TalkState::Ready => "ready",
        TalkState::Discussed => "discussed",
        TalkState::Following => "following",
        TalkState::Improved => "improved",
        TalkState::Escalated => "with HR",
        TalkState::Closed => "closed",
    }
}

fn in_words(waits: Waits, talk: &TalkLine) -> String {
    match waits {
        Waits::Talk => format!("not talked about for {} days", talk.days_to_raise),
        Waits::Answer => "the answer is due".to_owned(),
        Waits::Silence => "a week without an answer".to_owned(),
        Waits::Check => "to be looked at".to_owned(),
        Waits::Telling => "somebody answered, and they have not heard".to_owned(),
        Waits::Praise => "better twice, and nobody said so".to_owned(),
        Waits::Hr => "you were unsure: ask HR".to_owned(),
    }
}

fn gap(gap: Gap) -> &'static str {
    match gap {
        Gap::Message => "the message in one sentence",
        Gap::Example => "an example",
        Gap::Consequence => "what came of it",
        Gap::Ownership => "your word that you stand behind it",
        Gap::SeenMyself => "your word that you saw it",
        Gap::Facilitator => "who leads the talk",
        Gap::Evidence => "evidence, or whom it can be followed up by",
    }
}

fn show(desk: &Desk, id: &str) -> Result<Answer, Fault> {
    let page = desk.run(Get { id: find(desk, id)?.id })?;
    let talk = &page.talk;
    let mut lines = vec![
        wrapped(&talk.title, ""),
        format!("{}, {}, noticed on {}", talk.person_name, state(talk.state), talk.first_seen),
    ];
    for (label, said) in [
        ("Message", &talk.message),
        ("Example", &talk.example),
        ("Consequence", &talk.consequence),
        ("Outcome", &talk.outcome),
    ] {
        if !said.trim().is_empty() {
            lines.push(wrapped(&format!("  {label}: {said}"), "  "));
        }
    }
    if !talk.gaps.is_empty() {
        let missing: Vec<_> = talk.gaps.iter().map(|missing| gap(*missing)).collect();
        lines.push(wrapped(&format!("Missing: {}.", missing.join("; ")), "  "));
    }
    for named in &page.named {
        lines.push(format!("{} is named in it.", named.name));
    }
    lines.extend(page.plan.iter().map(|step| wrapped(&format!("  - {}", step.text), "    ")));
    lines.extend(talk.waits.iter().map(|waits| super::capital(&in_words(*waits, talk))));
    Ok(Answer::new(lines.join("\n"), json(&page)?))
}

/// What HR is given: looked at, or written into a file. Who else is named in it is said beside it, not in it.
fn packet(desk: &Desk, id: &str, given: &[GivenPart], file: Option<PathBuf>) -> Result<Answer, Fault> {
    let id = find(desk, id)?.id;
    let ticked = |part: GivenPart| given.contains(&part).then_some(true);
    let mut parts = PacketParts {
        message: ticked(GivenPart::Message),
        conversations: ticked(GivenPart::Conversations),
        plan: ticked(GivenPart::Plan),
        progress: ticked(GivenPart::Progress),
        question: None,
    };
    if given.contains(&GivenPart::Question) {
        let asked = desk.run(Get { id })?.hr.into_iter().rfind(|turn| !turn.question.trim().is_empty());
        parts.question = Some(asked.map(|turn| turn.id).ok_or_else(|| {
            Fault::wrong_use("No question to HR is written down with this talk.").next("Leave that part out.")
        })?);
    }
    let preview = desk.run(Packet { id, parts })?;
    if !preview.names.is_empty() {
        say(&wrapped(&format!("It names {}.", preview.names.join(", ")), ""));
    }
    let Some(file) = file else { return Ok(Answer::new(preview.text.clone(), json(&preview)?)) };
    let saved = desk.run(ExportPacket { id, parts, size: None, file })?;
    Ok(Answer::new(format!("Wrote {}. It is not encrypted: give it to HR alone.", saved.file), json(&saved)?))
}

/// The talk with that identifier, or the one whose identifier ends so.
fn find(desk: &Desk, id: &str) -> Result<TalkLine, Fault> {
    let mut talks = desk.run(List::default())?;
    talks.retain(|talk| talk.id.to_string().ends_with(id) && id.len() >= 4);
    if talks.len() > 1 {
        return Err(Fault::wrong_use("More than one talk is called so.").next("Type more of the identifier."));
    }
    talks
        .pop()
        .ok_or_else(|| Fault::wrong_use("There is no such talk.").next("`nook talk list --all` shows them."))
}
