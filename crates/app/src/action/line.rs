//! A promise in one line of a list.

use domain::action::ActionState;
use domain::{ActionId, MeetingId, PersonId, TalkId};
use serde::Serialize;

use crate::stamp::Day;

/// A promise, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ActionLine {
    /// Which promise.
    pub id: ActionId,
    /// In whose 1:1 it is carried along.
    pub about: PersonId,
    /// In whose 1:1 it is carried along, by name.
    pub about_name: String,
    /// Who owes it.
    pub owner: PersonId,
    /// Who owes it, by name.
    pub owner_name: String,
    /// Whether the owner of the vault owes it.
    pub mine: bool,
    /// What was promised.
    pub text: String,
    /// By when.
    pub due: Option<Day>,
    /// Whether it is still owed.
    pub state: ActionState,
    /// The day it was made.
    pub since: Day,
    /// The 1:1 it was made in.
    pub meeting: Option<MeetingId>,
    /// The talk whose plan it is part of.
    pub talk: Option<TalkId>,
    /// Whose idea it was, where it is part of a plan.
    pub author: Option<PersonId>,
}

impl ActionLine {
    /// The line of a stored promise in the vault of `me`.
    pub fn of(line: store::noun::action::ActionLine, me: Option<PersonId>) -> Self {
        let action = line.action;
        Self {
            mine: me == Some(action.owner),
            id: action.id,
            about: action.about,
            about_name: line.about_name,
            owner: action.owner,
            owner_name: line.owner_name,
            text: action.text,
            due: action.due.map(Day),
            state: action.state,
            since: Day(action.since),
            meeting: action.meeting,
            talk: action.talk,
            author: action.author,
        }
    }
}
