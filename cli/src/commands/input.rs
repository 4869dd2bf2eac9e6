//! What others say for a review.

use app::input::{
    Ask, Compose, ComposeWhat, InputLine, InputState, List, OneSided, ReadApproval, Relation, Save,
};
use app::{Desk, Fault};

use super::one_on_one::short;
use super::{json, review};
use crate::answer::Answer;
use crate::arguments::{Asked, Input};
use crate::ask;
use crate::layout::{columns, wrapped};

/// Does what was asked about what others say.
pub fn input(desk: &Desk, asked: Input) -> Result<Answer, Fault> {
    match asked {
        Input::List { name, cycle } => {
            let of = review::find(desk, &name, cycle.as_deref())?;
            list(desk, of.id)
        }
        Input::Request { name, author, relation, team, cycle } => {
            let of = review::find(desk, &name, cycle.as_deref())?;
            let relation = match relation {
                Asked::Peer => Relation::Peer,
                Asked::Partner => Relation::Partner,
                Asked::Report => Relation::DirectReport,
                Asked::Manager => Relation::MyManager,
                Asked::Other => Relation::Other,
            };
            let made = desk.run(Ask {
                review: of.id,
                author: Some(author),
                person: None,
                relation,
                team: Some(team),
            })?;
            let mail = desk.run(Compose { id: made.id.into(), what: ComposeWhat::Request, open: None })?;
            Ok(Answer::new(format!("{}\n\n{}", mail.subject, mail.body.replace("\r\n", "\n")), json(&made)?))
        }
        Input::Record { id, words, notes } => {
            let found = find(desk, &id)?;
            let keep = Save {
                id: found.id,
                author: None,
                relation: None,
                team: None,
                notes,
                words: Some(ask::text_or_input(words)?),
            };
            let saved = desk.run(keep)?;
            let mail = desk.run(Compose { id: found.id, what: ComposeWhat::Approval, open: None })?;
            Ok(Answer::new(format!("{}\n\n{}", mail.subject, mail.body.replace("\r\n", "\n")), json(&saved)?))
        }
        Input::Approve { id, answer } => {
            let found = find(desk, &id)?;
            let read = ReadApproval { id: found.id, answer: ask::text_or_input(answer)? };
            let done = desk.run(read)?;
            Ok(Answer::new("The words are approved as they stand.".to_owned(), json(&done)?))
        }
    }
}

fn list(desk: &Desk, id: app::review::ReviewId) -> Result<Answer, Fault> {
    let found = desk.run(List { review: id })?;
    let rows: Vec<_> = found
        .inputs
        .iter()
        .map(|one| {
            let alone = if one.stands_alone { "could be told" } else { "" };
            vec![
                short(&one.id.to_string()),
                state(one.state).to_owned(),
                one.author.clone(),
                alone.to_owned(),
            ]
        })
        .collect();
    let mut said = vec![if rows.is_empty() { "Nobody was asked yet.".to_owned() } else { columns(&rows) }];
    said.extend(found.one_sided.iter().map(|one| {
        let sentence = match one {
            OneSided::OneRelation => "All are the same to the person. Ask somebody else as well.",
            OneSided::OneTeam => "All are of one team. Ask somebody else as well.",
        };
        wrapped(sentence, "")
    }));
    Ok(Answer::new(said.join("\n"), json(&found)?))
}

fn state(state: InputState) -> &'static str {
    match state {
        InputState::Requested => "asked",
        InputState::Received => "said",
        InputState::WrittenUp => "written up",
        InputState::SentForApproval => "to be approved",
        InputState::Approved => "approved",
        InputState::ChangesAsked => "other words wanted",
        InputState::Declined => "declined",
    }
}

/// The input with that identifier, or the one whose identifier ends so.
fn find(desk: &Desk, id: &str) -> Result<InputLine, Fault> {
    let mut found = Vec::new();
    for of in desk.run(app::review::List::default())? {
        found.extend(desk.run(List { review: of.id })?.inputs);
    }
    found.retain(|one| one.id.to_string().ends_with(id) && id.len() >= 4);
    if found.len() > 1 {
        return Err(Fault::wrong_use("More than one is called so.").next("Type more of the identifier."));
    }
    found
        .pop()
        .ok_or_else(|| Fault::wrong_use("There is no such input.").next("`nook input list NAME` shows them."))
}
