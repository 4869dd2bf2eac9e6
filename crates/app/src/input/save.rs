//! Writing down what was said, and how far it has come.

use domain::person::Relation;
use domain::review::{InputState, PeerInput};
use domain::{PeerInputId, Refusal};
use serde::Deserialize;
use store::noun::review;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Saved;

/// Keeps what changed of an input. Words that change have to be approved anew.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Save {
    /// Which input.
    pub id: PeerInputId,
    /// Who is asked, by name.
    pub author: Option<String>,
    /// What they are to the person the review is about.
    pub relation: Option<Relation>,
    /// Their team, in a word.
    pub team: Option<String>,
    /// What they said, Markdown, for the owner alone.
    pub notes: Option<String>,
    /// The words to use, Markdown.
    pub words: Option<String>,
}

impl OpenCall for Save {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            let input: PeerInput = need(deed.read(), self.id)?;
            let mut input = PeerInput {
                author: self.author.map_or(input.author, |author| author.trim().to_owned()),
                relation: self.relation.unwrap_or(input.relation),
                team: self.team.map_or(input.team, |team| team.trim().to_owned()),
                notes: self.notes.unwrap_or(input.notes),
                ..input
            };
            let said = |input: &PeerInput| !input.notes.trim().is_empty();
            if input.state == InputState::Requested && said(&input) {
                input.state = InputState::Received;
            }
            if let Some(words) = self.words {
                if input.state == InputState::Requested && !words.trim().is_empty() {
                    input.state = InputState::Received;
                }
                input = input.with_words(words);
            }
            input.check()?;
            deed.put(&input)
        })
    }
}

/// Moves an input one step. Approving goes by the words themselves.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// Which input.
    pub id: PeerInputId,
    /// To which state.
    pub to: InputState,
}

impl OpenCall for Move {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            let input: PeerInput = need(deed.read(), self.id)?;
            if self.to == InputState::Approved {
                let refusal = Refusal::new("input.approve", "Words are approved as they stand.");
                return Err(refusal.next("Record which words were approved.").into());
            }
            input.state.check_move(self.to)?;
            let input = PeerInput { state: self.to, approved: None, ..input };
            input.check()?;
            deed.put(&input)
        })
    }
}

/// Takes somebody off the list, with what they said. It can be undone.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Remove {
    /// Which input.
    pub id: PeerInputId,
}

impl OpenCall for Remove {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        desk.save(Self::NAME, |deed| {
            need::<PeerInput>(deed.read(), self.id)?;
            review::remove_part::<PeerInput>(deed, self.id)
        })
    }
}
