//! Holding a talk: who was there, what was said, and by when an answer may come.

use domain::folder::Note;
use domain::talk::{Conversation, Participant, Talk, TalkState, default_response_due};
use domain::{ConversationId, Refusal, TalkId};
use serde::Deserialize;
use store::StoreFault;
use store::gate::Deed;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::{Made, Saved};
use crate::stamp::{Day, WallTime, given};

/// Writes down that a talk was held. What was ready becomes discussed, the notes it rests on count as raised, and a day
/// is set by which an answer may come: one deed.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Hold {
    /// What it was about; all with the same person.
    pub talks: Vec<TalkId>,
    /// When, on the owner's clock; now when absent.
    pub at: Option<WallTime>,
    /// Who was there.
    pub participants: Vec<Participant>,
    /// What was said, Markdown.
    pub outcome: Option<String>,
    /// What the two see differently, Markdown.
    pub differences: Option<String>,
    /// The day by which an answer may come; within two working days when absent.
    pub response_due: Option<Day>,
}

impl OpenCall for Hold {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (today, now) = (desk.today(), desk.wall());
        let at = self.at.map_or(now, |at| at.0);
        let on = at.date();
        let done = desk.deed(Self::NAME, |deed| {
            let talks = talks_of(deed, &self.talks)?;
            let conversation = Conversation {
                id: ConversationId::make(),
                person: talks.first().map(|talk| talk.person).ok_or_else(about_nothing)?,
                talks: self.talks,
                at,
                participants: named_by_us(self.participants),
                outcome: self.outcome.unwrap_or_default(),
                differences: self.differences.unwrap_or_default(),
                response_due: self.response_due.map_or_else(|| default_response_due(on), |day| day.0),
                answered_on: None,
                answer: String::new(),
            };
            check_held(&conversation, today)?;
            conversation.check(&talks)?;
            deed.put(&conversation)?;
            for talk in talks {
                raise_notes(deed, &talk, on)?;
                if talk.state.is_ahead() {
                    let discussed = talk.moved(TalkState::Discussed, today)?;
                    deed.put(&Talk { discussed_on: Some(on), ..discussed })?;
                }
            }
            Ok(conversation.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

/// Nothing is written down of a talk before it was held.
fn check_held(conversation: &Conversation, today: chrono::NaiveDate) -> Result<(), Refusal> {
    if conversation.at.date() <= today {
        return Ok(());
    }
    Err(Refusal::new("conversation.ahead", "This talk is still to come.")
        .next("Write it down once it was held."))
}

fn about_nothing() -> Refusal {
    Refusal::new("conversation.no_talk", "This conversation is about nothing yet.")
        .next("Choose what was talked about.")
}

/// The talks of a conversation, which all have to be with the same person.
fn talks_of(deed: &Deed<'_>, ids: &[TalkId]) -> Result<Vec<Talk>, StoreFault> {
    let talks = ids.iter().map(|id| need::<Talk>(deed.read(), *id)).collect::<Result<Vec<_>, _>>()?;
    if talks.windows(2).any(|pair| pair[0].person != pair[1].person) {
        return Err(Refusal::new("conversation.two_people", "These talks are with different people.")
            .next("Write down a conversation for each of them.")
            .into());
    }
    Ok(talks)
}

fn named_by_us(participants: Vec<Participant>) -> Vec<Participant> {
    participants
        .into_iter()
        .map(|there| Participant { name: there.name.trim().to_owned(), ..there })
        .collect()
}

/// What a talk rests on was talked about that day.
fn raise_notes(deed: &mut Deed<'_>, talk: &Talk, on: chrono::NaiveDate) -> Result<(), StoreFault> {
    for id in &talk.notes {
        // A note that was removed since is no longer there to be raised.
        if let Some(note) = deed.get::<Note>(*id)?
            && note.raised_on.is_none()
        {
            deed.put(&Note { raised_on: Some(on.max(note.on)), ..note })?;
        }
    }
    Ok(())
}

/// Changes what is given of a conversation and leaves the rest.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct SaveConversation {
    /// Which conversation.
    pub id: ConversationId,
    /// When it was held.
    pub at: Option<WallTime>,
    /// Who was there.
    pub participants: Option<Vec<Participant>>,
    /// What was said, Markdown.
    pub outcome: Option<String>,
    /// What the two see differently, Markdown.
    pub differences: Option<String>,
    /// The day by which an answer may come.
    pub response_due: Option<Day>,
    /// The day it came; `null` while it has not.
    #[serde(default, deserialize_with = "given")]
    pub answered_on: Option<Option<Day>>,
    /// The answer, Markdown.
    pub answer: Option<String>,
}

impl OpenCall for SaveConversation {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        desk.save(Self::NAME, |deed| {
            let before: Conversation = need(deed.read(), self.id)?;
            let talks = talks_of(deed, &before.talks)?;
            let conversation = Conversation {
                at: self.at.map_or(before.at, |at| at.0),
                participants: self.participants.map_or(before.participants, named_by_us),
                outcome: self.outcome.unwrap_or(before.outcome),
                differences: self.differences.unwrap_or(before.differences),
                response_due: self.response_due.map_or(before.response_due, |day| day.0),
                answered_on: self.answered_on.map_or(before.answered_on, |day| day.map(|day| day.0)),
                answer: self.answer.unwrap_or(before.answer),
                ..before
            };
            check_held(&conversation, today)?;
            conversation.check(&talks)?;
            deed.put(&conversation)
        })
    }
}

/// Takes a conversation away. Its talks stay where they are. It can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RemoveConversation {
    /// Which conversation.
    pub id: ConversationId,
}

impl OpenCall for RemoveConversation {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            need::<Conversation>(deed.read(), self.id)?;
            store::noun::talk::remove_part::<Conversation>(deed, self.id.record())
        })
    }
}
