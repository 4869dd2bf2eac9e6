//! Asking somebody, and the messages that go to them.

use domain::person::{Person, Relation};
use domain::review::{InputState, PeerInput, Review};
use domain::{PeerInputId, PersonId, Refusal, ReviewId};
use paper::leaving::Mail;
use serde::Deserialize;

use super::approve::{ASKS_FOR_THE_LINE, code_of};
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::leaving::{MailText, compose};
use crate::reply::Made;

/// Asks somebody for a review: puts them on the list. What is sent to them is composed apart.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// For which review.
    pub review: ReviewId,
    /// Who is asked, by name; the name in the roster when absent.
    pub author: Option<String>,
    /// Who is asked, where they are in the roster.
    pub person: Option<PersonId>,
    /// What they are to the person the review is about.
    pub relation: Relation,
    /// Their team, in a word; that of the roster when absent.
    pub team: Option<String>,
}

impl OpenCall for Ask {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let done = desk.deed(Self::NAME, |deed| {
            let of: Review = need(deed.read(), self.review)?;
            let asked = match self.person {
                Some(person) => Some(need::<Person>(deed.read(), person)?),
                None => None,
            };
            if self.person == Some(of.person) {
                let refusal = Refusal::new("input.themselves", "The review is about this person.");
                return Err(refusal.next("What they say themselves is the self review.").into());
            }
            let named = asked.as_ref().map(|asked| asked.name.clone()).unwrap_or_default();
            let of_team = asked.map(|asked| asked.team).unwrap_or_default();
            let input = PeerInput {
                id: PeerInputId::make(),
                review: of.id,
                author: self.author.map_or(named, |author| author.trim().to_owned()),
                person: self.person,
                relation: self.relation,
                team: self.team.map_or(of_team, |team| team.trim().to_owned()),
                state: InputState::Requested,
                asked_on: today,
                notes: String::new(),
                words: String::new(),
                approved: None,
            };
            input.check()?;
            deed.put(&input)?;
            Ok(input.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

/// What a message is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ComposeWhat {
    /// Asks for five minutes.
    Request,
    /// Asks whether the words are right.
    Approval,
}

/// Composes the message to somebody who is asked. It says whom the review is about and never what others said.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Compose {
    /// Which input.
    pub id: PeerInputId,
    /// What for.
    pub what: ComposeWhat,
    /// Opens the owner's mail program with it.
    pub open: Option<bool>,
}

impl OpenCall for Compose {
    type Reply = MailText;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let input: PeerInput = need(desk.read(), self.id)?;
        let of: Review = need(desk.read(), input.review)?;
        let about: Person = need(desk.read(), of.person)?;
        let asked: Option<Person> = match input.person {
            Some(person) => store::noun::get(desk.read(), person)?,
            None => None,
        };
        let to = asked.map(|asked| asked.email).unwrap_or_default();
        let owner = desk.owner()?.name;
        let first = |name: &str| name.split_whitespace().next().unwrap_or_default().to_owned();
        let greeting = format!("Hello {},", first(&input.author));
        let (subject, lines) = match self.what {
            ComposeWhat::Request => (
                format!("Five minutes about working with {}", about.name),
                vec![
                    greeting,
                    String::new(),
                    format!("I am preparing the review of {} for {}.", about.name, of.cycle),
                    "Do you have five minutes for me?".to_owned(),
                    String::new(),
                    "- What went well when you worked together?".to_owned(),
                    "- What could have gone better, and what came of it?".to_owned(),
                    String::new(),
                    "I write up what you say and send it to you. I use only words that you approve, and without your name."
                        .to_owned(),
                ],
            ),
            ComposeWhat::Approval => {
                if input.words.trim().is_empty() {
                    let refusal = Refusal::new("input.no_words", "There are no words to approve yet.");
                    return Err(Fault::from(refusal.next("Write up what was said.")));
                }
                let mut lines = vec![
                    greeting,
                    String::new(),
                    "Thank you for your time. May I use these words, without your name?".to_owned(),
                    String::new(),
                ];
                lines.extend(input.words.trim().lines().map(|line| format!("> {line}")));
                lines.extend([
                    String::new(),
                    ASKS_FOR_THE_LINE.to_owned(),
                    format!("Approved: {}", code_of(&input)),
                    String::new(),
                    "If not, tell me what to change. You may also decline.".to_owned(),
                ]);
                ("Are these words right?".to_owned(), lines)
            }
        };
        let mut lines = lines;
        lines.extend([String::new(), first(&owner)]);
        let mail = Mail { to, subject, body: lines.join("\r\n"), is_cut: false };
        Ok(compose(desk, mail, self.open))
    }
}
