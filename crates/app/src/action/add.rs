//! Making a promise.

use domain::action::{Action, ActionState};
use domain::one_on_one::Meeting;
use domain::person::Person;
use domain::talk::Talk;
use domain::{ActionId, MeetingId, PersonId, Refusal, TalkId};
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Made;
use crate::stamp::Day;

/// Adds a promise that one of two people made.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Add {
    /// In whose 1:1 it is carried along.
    pub about: PersonId,
    /// The 1:1 it was made in.
    pub meeting: Option<MeetingId>,
    /// What was promised, in one line.
    pub text: String,
    /// Who owes it.
    pub owner: PersonId,
    /// By when.
    pub due: Option<Day>,
    /// The talk whose plan it is part of.
    pub talk: Option<TalkId>,
    /// Whose idea it was, where it is part of a plan.
    pub author: Option<PersonId>,
}

impl OpenCall for Add {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let action = Action {
            id: ActionId::make(),
            about: self.about,
            owner: self.owner,
            meeting: self.meeting,
            text: self.text.trim().to_owned(),
            due: self.due.map(|day| day.0),
            since: desk.today(),
            state: ActionState::Open,
            dropped_because: String::new(),
            talk: self.talk,
            author: self.author,
        };
        action.check()?;
        let done = desk.deed(Self::NAME, |deed| {
            need::<Person>(deed.read(), action.about)?;
            need::<Person>(deed.read(), action.owner)?;
            if let Some(id) = action.meeting {
                let meeting: Meeting = need(deed.read(), id)?;
                check_with(&meeting, action.about)?;
            }
            if let Some(id) = action.talk {
                check_plan(&need(deed.read(), id)?, action.about)?;
            }
            if let Some(author) = action.author {
                need::<Person>(deed.read(), author)?;
            }
            deed.put(&action)
        })?;
        Ok(Made { id: action.id.record(), deed: done.deed })
    }
}

/// Refuses a promise about one person out of a 1:1 with another.
pub(super) fn check_with(meeting: &Meeting, about: PersonId) -> Result<(), Refusal> {
    if meeting.person == about {
        return Ok(());
    }
    Err(Refusal::new("action.other_meeting", "That 1:1 was with somebody else.")
        .next("Choose a 1:1 with this person, or none."))
}

/// A plan is made together: what nobody has talked about yet must not show beside a 1:1.
fn check_plan(talk: &Talk, about: PersonId) -> Result<(), Refusal> {
    if talk.person != about {
        return Err(Refusal::new("action.talk_with_another", "This talk is with somebody else.")
            .next("Choose a talk with the same person."));
    }
    if talk.state.is_ahead() {
        return Err(Refusal::new("action.plan_too_early", "A plan is made together, after the talk.")
            .next("Write down the talk first. What you have in mind until then belongs to its notes."));
    }
    Ok(())
}
