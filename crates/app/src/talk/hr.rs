//! Turning to HR.

use domain::talk::{HrConsult, HrPart, Talk};
use domain::{HrConsultId, Refusal, TalkId};
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::{Made, Saved};
use crate::stamp::Day;

/// Writes down a turn to HR: a new one, or more about one that is there. What is absent stays as it was.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct ConsultHr {
    /// Which turn; none for a new one.
    pub id: Option<HrConsultId>,
    /// About which talk.
    pub talk: TalkId,
    /// What they are asked for.
    pub part: HrPart,
    /// Who of HR.
    pub who: String,
    /// The day; today when absent.
    pub on: Option<Day>,
    /// What was asked, Markdown.
    pub question: Option<String>,
    /// What they said, Markdown.
    pub advice: Option<String>,
}

impl OpenCall for ConsultHr {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let done = desk.deed(Self::NAME, |deed| {
            need::<Talk>(deed.read(), self.talk)?;
            let before = self.id.map(|id| need::<HrConsult>(deed.read(), id)).transpose()?;
            if before.as_ref().is_some_and(|turn| turn.talk != self.talk) {
                return Err(Refusal::new("hr_consult.other_talk", "That turn to HR was about another talk.")
                    .next("Write it down as a new one.")
                    .into());
            }
            let (on, question, advice) = before
                .map_or((today, String::new(), String::new()), |turn| (turn.on, turn.question, turn.advice));
            let turn = HrConsult {
                id: self.id.unwrap_or_else(HrConsultId::make),
                talk: self.talk,
                part: self.part,
                who: self.who.trim().to_owned(),
                on: self.on.map_or(on, |day| day.0),
                question: self.question.unwrap_or(question),
                advice: self.advice.unwrap_or(advice),
            };
            turn.check()?;
            deed.put(&turn)?;
            Ok(turn.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

/// Takes a turn to HR away. It can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RemoveConsult {
    /// Which.
    pub id: HrConsultId,
}

impl OpenCall for RemoveConsult {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            need::<HrConsult>(deed.read(), self.id)?;
            store::noun::talk::remove_part::<HrConsult>(deed, self.id.record())
        })
    }
}
