//! What HR is given of a talk: looked at first, then written into a file or prepared as a message.

use std::collections::BTreeSet;
use std::path::PathBuf;

use domain::TalkId;
use domain::action::Action;
use domain::person::Relation;
use domain::spelling::fold;
use domain::talk::{self as rules, HrConsult, PacketFrom, PacketParts, Talk};
use paper::leaving::{make_mail, make_text};
use serde::{Deserialize, Serialize};
use store::noun::talk::{self, Around};
use store::noun::{Reading, person};

use super::named::named_in;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};
use crate::leaving::{Form, MailText, SheetSize, compose};
use crate::reply::SavedFile;

/// Shows what HR would be given of a talk, word for word. Nothing leaves.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Packet {
    /// Of which talk.
    pub id: TalkId,
    /// What of it.
    pub parts: PacketParts,
}

/// What HR would be given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PacketPreview {
    /// All of it, as plain text.
    pub text: String,
    /// Other people who are named in it, by name: those of the roster, and those who were there.
    pub names: Vec<String>,
    /// What belongs to this talk and is given to nobody.
    pub withheld: Vec<Withheld>,
}

/// What belongs to a talk and is given to nobody, whatever was picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Withheld {
    /// What it is about, in the owner's own line.
    Subject,
    /// What speaks for calling it so.
    Because,
    /// The notes it rests on, and where they came from.
    Notes,
    /// Whom else the owner asked, and what they said.
    CheckIns,
    /// What HR advised.
    Advice,
}

impl OpenCall for Packet {
    type Reply = PacketPreview;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let read = desk.read();
        let _moment = store::noun::one_moment(read)?;
        let (talk, around, packet) = shared(desk, self.id, &self.parts)?;
        let mut names: BTreeSet<String> = named_in(read, &packet.texts().join("\n"), talk.person)?
            .into_iter()
            .map(|named| named.name)
            .collect();
        names.extend(packet.people().into_iter().map(str::to_owned));
        let withheld = [
            (true, Withheld::Subject),
            (!talk.class_because.trim().is_empty(), Withheld::Because),
            (!talk.notes.is_empty(), Withheld::Notes),
            (!around.check_ins.is_empty(), Withheld::CheckIns),
            (around.hr.iter().any(|turn| !turn.advice.trim().is_empty()), Withheld::Advice),
        ];
        Ok(PacketPreview {
            text: make_text(&packet),
            names: names.into_iter().collect(),
            withheld: withheld.into_iter().filter_map(|(is_there, what)| is_there.then_some(what)).collect(),
        })
    }
}

/// Writes what HR is given of a talk into a file, where it is no longer encrypted.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct ExportPacket {
    /// Of which talk.
    pub id: TalkId,
    /// What of it.
    pub parts: PacketParts,
    /// What it is printed on.
    pub size: Option<SheetSize>,
    /// Where to: a name that ends in `.pdf` or `.md`.
    #[cfg_attr(test, ts(skip))]
    pub file: PathBuf,
}

impl OpenCall for ExportPacket {
    type Reply = SavedFile;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let form = Form::of(&self.file)?;
        let packet = {
            let _moment = store::noun::one_moment(desk.read())?;
            shared(desk, self.id, &self.parts)?.2
        };
        form.write(&self.file, &[packet], self.size)
    }
}

/// Prepares a message with what HR is given of a talk, short enough for a `mailto:` link. Nothing is sent.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct MailPacket {
    /// Of which talk.
    pub id: TalkId,
    /// What of it.
    pub parts: PacketParts,
    /// Whether the owner's mail program is to open with it, where a window can do that.
    pub open: Option<bool>,
}

impl OpenCall for MailPacket {
    type Reply = MailText;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let _moment = store::noun::one_moment(desk.read())?;
        let (_, around, packet) = shared(desk, self.id, &self.parts)?;
        let to = address(desk.read(), &around.hr, &self.parts)?;
        Ok(compose(desk, make_mail(&packet, &to), self.open))
    }
}

/// The packet of a talk, with the talk and what stands around it. This is the only place that asks for one.
fn shared(desk: &OpenDesk, id: TalkId, parts: &PacketParts) -> Result<(Talk, Around, rules::Packet), Fault> {
    let read = desk.read();
    let talk: Talk = need(read, id)?;
    let around = talk::around(read, id)?;
    let mut plan: Vec<Action> = talk::plan(read, id)?.into_iter().map(|line| line.action).collect();
    // In the order they were made, which is that of their identifiers.
    plan.sort_by_key(|step| step.id);
    let from = PacketFrom {
        talk: &talk,
        conversations: &around.conversations,
        plan: &plan,
        follow_ups: &around.follow_ups,
        turns: &around.hr,
        names: &person::names(read)?,
    };
    let packet = rules::Packet::share(from, parts, desk.owner()?.id, desk.today())?;
    Ok((talk, around, packet))
}

/// The address of whoever of HR was asked: in the turn whose question is picked, or else in the last one. Nobody but
/// somebody who is HR in the roster is written to.
fn address(read: &Reading, turns: &[HrConsult], parts: &PacketParts) -> Result<String, Fault> {
    let asked = turns.iter().find(|turn| Some(turn.id) == parts.question).or(turns.last());
    let Some(who) = asked.map(|turn| fold(&turn.who)) else { return Ok(String::new()) };
    let of_hr =
        person::all(read)?.into_iter().find(|one| one.relation == Relation::Hr && fold(&one.name) == who);
    Ok(of_hr.map(|one| one.email.trim().to_owned()).unwrap_or_default())
}

#[cfg(test)]
mod tests;
