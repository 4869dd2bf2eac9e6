//! An input as it crosses the door. Only the owner of the vault ever sees it.

use domain::person::Relation;
use domain::review::{InputState, PeerInput, stands_alone};
use domain::{PeerInputId, PersonId, ReviewId};
use serde::Serialize;

use crate::review::hash_of;
use crate::stamp::Day;

/// What one person says for a review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct InputLine {
    /// Which input.
    pub id: PeerInputId,
    /// For which review.
    pub review: ReviewId,
    /// Who is asked, by name.
    pub author: String,
    /// Who is asked, where they are in the roster.
    pub person: Option<PersonId>,
    /// What they are to the person the review is about.
    pub relation: Relation,
    /// Their team, in a word.
    pub team: String,
    /// How far it has come.
    pub state: InputState,
    /// The states that may follow.
    pub next_states: Vec<InputState>,
    /// The day it was asked for.
    pub asked_on: Day,
    /// What they said, Markdown, for the owner alone.
    pub notes: String,
    /// The words to use, Markdown.
    pub words: String,
    /// Whether the words may be used as they stand.
    pub is_usable: bool,
    /// Nobody else who was asked is the same to the person, so they could tell whose words these are.
    pub stands_alone: bool,
}

impl InputLine {
    pub(super) fn of(input: PeerInput, all: &[PeerInput]) -> Self {
        Self {
            is_usable: input.is_usable(hash_of(&input)),
            stands_alone: stands_alone(&input, all),
            next_states: input.state.next().to_vec(),
            id: input.id,
            review: input.review,
            author: input.author,
            person: input.person,
            relation: input.relation,
            team: input.team,
            state: input.state,
            asked_on: Day(input.asked_on),
            notes: input.notes,
            words: input.words,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e_r2_words_may_be_used_where_these_very_words_were_approved() {
        let input = PeerInput {
            id: PeerInputId::make(),
            review: ReviewId::make(),
            author: "Sam Nakai".into(),
            person: None,
            relation: Relation::Peer,
            team: String::new(),
            state: InputState::Approved,
            asked_on: "2026-11-20".parse().expect("a day"),
            notes: String::new(),
            words: "Answers when it matters.".into(),
            approved: None,
        };
        let approved = PeerInput { approved: Some(hash_of(&input)), ..input.clone() };
        // Two machines may each have changed a part of it.
        let other = PeerInput { words: "Answers.".into(), ..approved.clone() };
        let sent = PeerInput { state: InputState::SentForApproval, ..approved.clone() };
        for (what, input, usable) in [
            ("never approved", input, false),
            ("approved", approved, true),
            ("other words", other, false),
            ("not answered yet", sent, false),
        ] {
            assert_eq!(InputLine::of(input, &[]).is_usable, usable, "{what}");
        }
    }
}
