//! Looking at how it goes after a talk.

use domain::talk::{FollowUp, Talk, TalkState, Trend};
use domain::{FollowUpId, TalkId};
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::{Made, Saved};
use crate::stamp::Day;

/// Writes down a look, and when the next one is: one deed. What was discussed is followed from now on.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct FollowUpOn {
    /// Which talk.
    pub talk: TalkId,
    /// The day; today when absent.
    pub on: Option<Day>,
    /// What was found.
    pub found: Trend,
    /// What was seen, Markdown.
    pub text: Option<String>,
    /// The progress that was named aloud to the person.
    pub said_aloud: Option<String>,
    /// The day of the next look. Left out, the day that is set has to lie ahead.
    pub next_check: Option<Day>,
}

impl OpenCall for FollowUpOn {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let done = desk.deed(Self::NAME, |deed| {
            let before: Talk = need(deed.read(), self.talk)?;
            if before.state.is_ahead() || before.state == TalkState::Closed {
                return Err(domain::Refusal::new(
                    "talk.nothing_to_follow",
                    "Only what was talked about, and is not closed, is followed up.",
                )
                .next("Write down the talk first, or begin a new one.")
                .into());
            }
            let look = FollowUp {
                id: FollowUpId::make(),
                talk: before.id,
                on: self.on.map_or(today, |day| day.0),
                found: self.found,
                text: self.text.unwrap_or_default(),
                said_aloud: self.said_aloud.unwrap_or_default().trim().to_owned(),
            };
            look.check(today)?;
            deed.put(&look)?;
            let talk = Talk { next_check: self.next_check.map(|day| day.0).or(before.next_check), ..before };
            let talk = match talk.state {
                TalkState::Discussed | TalkState::Following => talk.moved(TalkState::Following, today)?,
                _ => talk,
            };
            talk.check()?;
            deed.put(&talk)?;
            Ok(look.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

/// Takes a look out. It can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RemoveFollowUp {
    /// Which look.
    pub id: FollowUpId,
}

impl OpenCall for RemoveFollowUp {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            need::<FollowUp>(deed.read(), self.id)?;
            store::noun::talk::remove_part::<FollowUp>(deed, self.id.record())
        })
    }
}
