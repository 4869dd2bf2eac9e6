//! What others say about somebody's work: asked for, written up, and used only in the exact words its author approved.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::person::Relation;
use crate::{PeerInputId, PersonId, Refusal, ReviewId, text};

/// Where an input stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum InputState {
    /// Asked for.
    #[default]
    Requested,
    /// They said something, in a talk or in writing.
    Received,
    /// The words to use are written up.
    WrittenUp,
    /// Its author is asked whether the words are right.
    SentForApproval,
    /// Its author approved the words as they stand.
    Approved,
    /// Its author wants other words.
    ChangesAsked,
    /// Its author does not want to be quoted.
    Declined,
}

impl InputState {
    /// Every state.
    pub const ALL: [Self; 7] = [
        Self::Requested,
        Self::Received,
        Self::WrittenUp,
        Self::SentForApproval,
        Self::Approved,
        Self::ChangesAsked,
        Self::Declined,
    ];

    /// The states that may follow.
    pub fn next(self) -> &'static [Self] {
        use InputState::{Approved, ChangesAsked, Declined, Received, Requested, SentForApproval, WrittenUp};
        match self {
            Requested => &[Received, Declined],
            Received | ChangesAsked => &[WrittenUp, Declined],
            WrittenUp => &[SentForApproval, Declined],
            SentForApproval => &[Approved, ChangesAsked, Declined],
            // Words that change are asked about again; and anybody may take their words back.
            Approved => &[WrittenUp, Declined],
            Declined => &[],
        }
    }

    /// Whether this may follow.
    ///
    /// # Errors
    /// Refuses a step that leaves the author out, and any after they declined.
    pub fn check_move(self, to: Self) -> Result<(), Refusal> {
        if self.next().contains(&to) {
            return Ok(());
        }
        Err(Refusal::new("input.step", "Words are written up, then approved by the one who said them.")
            .next("Take the next of these steps."))
    }
}

/// A fingerprint of exact words: SHA-256 of their UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WordsHash(pub [u8; 32]);

/// What one person says for a review. Who they are leaves with nothing: no export, file name or search holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeerInput {
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
    /// Their team, in a word; empty where it does not matter.
    pub team: String,
    /// How far it has come.
    pub state: InputState,
    /// The day it was asked for.
    pub asked_on: NaiveDate,
    /// What they said, Markdown, for the owner alone.
    pub notes: String,
    /// The words to use, Markdown.
    pub words: String,
    /// The fingerprint of the words that were approved.
    pub approved: Option<WordsHash>,
}

impl PeerInput {
    /// Whether its words may be used as they stand: approved, and not changed since. `hash` is the fingerprint of
    /// [`PeerInput::words`].
    pub fn is_usable(&self, hash: WordsHash) -> bool {
        self.state == InputState::Approved && self.approved == Some(hash)
    }

    /// The input after its words were changed: what was approved no longer is.
    #[must_use]
    pub fn with_words(self, words: String) -> Self {
        if words == self.words {
            return self;
        }
        let asked = matches!(
            self.state,
            InputState::Approved
                | InputState::SentForApproval
                | InputState::ChangesAsked
                | InputState::Received
        );
        let state = if asked { InputState::WrittenUp } else { self.state };
        Self { words, approved: None, state, ..self }
    }

    /// Whether it may be kept as it stands.
    ///
    /// # Errors
    /// Refuses one that asks nobody, and an approval of no words.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("name", &self.author)?;
        text::check_line("team", &self.team)?;
        text::check_text(&self.notes)?;
        text::check_text(&self.words)?;
        if self.author.trim().is_empty() {
            return Err(Refusal::new("input.nobody", "Nobody is asked yet.").next("Say whom you ask."));
        }
        let is_out = matches!(self.state, InputState::SentForApproval | InputState::Approved);
        if is_out && self.words.trim().is_empty() {
            return Err(Refusal::new("input.no_words", "There are no words to approve yet.")
                .next("Write up what was said."));
        }
        Ok(())
    }
}

/// What the list of those who are asked lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OneSided {
    /// All are the same to the person: only peers, only partners.
    OneRelation,
    /// All are of one team.
    OneTeam,
}

/// Whether those who are asked see the person from one side only. With one there is no list to judge.
pub fn one_sided(inputs: &[PeerInput]) -> Vec<OneSided> {
    let asked: Vec<&PeerInput> = inputs.iter().filter(|input| input.state != InputState::Declined).collect();
    let [first, rest @ ..] = asked.as_slice() else { return Vec::new() };
    if rest.is_empty() {
        return Vec::new();
    }
    let team = first.team.trim();
    [
        (rest.iter().all(|input| input.relation == first.relation), OneSided::OneRelation),
        (!team.is_empty() && rest.iter().all(|input| input.team.trim() == team), OneSided::OneTeam),
    ]
    .into_iter()
    .filter_map(|(is_so, what)| is_so.then_some(what))
    .collect()
}

/// Whether the person could tell whose words these are: nobody else who was asked is the same to them.
pub fn stands_alone(input: &PeerInput, all: &[PeerInput]) -> bool {
    let same = |other: &&PeerInput| {
        other.relation == input.relation && other.state != InputState::Declined && other.id != input.id
    };
    all.iter().find(same).is_none()
}

#[cfg(test)]
mod tests {
    use super::InputState::*;
    use super::*;

    fn input(relation: Relation, team: &str) -> PeerInput {
        PeerInput {
            id: PeerInputId::make(),
            review: ReviewId::make(),
            author: "Ana Quill".into(),
            person: None,
            relation,
            team: team.into(),
            state: Requested,
            asked_on: "2026-11-20".parse().expect("a day"),
            notes: String::new(),
            words: "She explains it so that I can act on it.".into(),
            approved: None,
        }
    }

    #[test]
    fn e15_words_reach_approval_only_by_their_author() {
        let may = [
            (Requested, Received),
            (Requested, Declined),
            (Received, WrittenUp),
            (Received, Declined),
            (WrittenUp, SentForApproval),
            (WrittenUp, Declined),
            (SentForApproval, Approved),
            (SentForApproval, ChangesAsked),
            (SentForApproval, Declined),
            (Approved, WrittenUp),
            (Approved, Declined),
            (ChangesAsked, WrittenUp),
            (ChangesAsked, Declined),
        ];
        for from in InputState::ALL {
            for to in InputState::ALL {
                assert_eq!(from.check_move(to).is_ok(), may.contains(&(from, to)), "{from:?} to {to:?}");
            }
        }
    }

    #[test]
    fn e_r2_words_that_change_are_asked_about_anew_however_far_they_had_come() {
        let hash = Some(WordsHash([1; 32]));
        for (from, to) in [
            (Requested, Requested),
            (Received, WrittenUp),
            (WrittenUp, WrittenUp),
            (SentForApproval, WrittenUp),
            (Approved, WrittenUp),
            (ChangesAsked, WrittenUp),
            (Declined, Declined),
        ] {
            let given = PeerInput { state: from, approved: hash, ..input(Relation::Peer, "") };
            // A space more is another text, and has another fingerprint.
            let changed = given.clone().with_words(format!("{} ", given.words));
            assert_eq!((changed.state, changed.approved), (to, None), "{from:?}");
        }
    }

    #[test]
    fn e15_e_r2_a_changed_word_voids_the_approval() {
        let (exact, other) = (WordsHash([1; 32]), WordsHash([2; 32]));
        let approved =
            PeerInput { state: Approved, approved: Some(exact), ..input(Relation::Peer, "Hearth") };
        for (given, hash, usable) in [
            (approved.clone(), exact, true),
            (approved.clone(), other, false),
            (PeerInput { state: SentForApproval, ..approved.clone() }, exact, false),
            (PeerInput { approved: None, ..approved.clone() }, exact, false),
        ] {
            assert_eq!(given.is_usable(hash), usable, "{:?}", given.state);
        }
        let edited = approved.clone().with_words("She explains it.".into());
        assert_eq!((edited.state, edited.approved), (WrittenUp, None));
        assert_eq!(approved.clone().with_words(approved.words.clone()), approved, "nothing changed");
    }

    #[test]
    fn e15_nothing_is_approved_where_nothing_was_said() {
        for (words, state, rule) in [
            ("", Received, ""),
            ("", SentForApproval, "input.no_words"),
            (" ", Approved, "input.no_words"),
            ("She explains.", SentForApproval, ""),
        ] {
            let given = PeerInput { words: words.into(), state, ..input(Relation::Peer, "") };
            assert_eq!(given.check().err().map_or("", |refusal| refusal.rule), rule, "{words:?} {state:?}");
        }
        let whole = input(Relation::Peer, "");
        for (what, given, rule) in [
            ("nobody", PeerInput { author: " ".into(), ..whole.clone() }, "input.nobody"),
            ("name", PeerInput { author: "a\nb".into(), ..whole.clone() }, "text.line_breaks"),
            ("team", PeerInput { team: "a\nb".into(), ..whole.clone() }, "text.line_breaks"),
            ("notes", PeerInput { notes: "\0".into(), ..whole.clone() }, "text.nul"),
            ("words", PeerInput { words: "\0".into(), ..whole.clone() }, "text.nul"),
        ] {
            assert_eq!(given.check().expect_err(what).rule, rule, "{what}");
        }
    }

    #[test]
    fn e13_those_who_are_asked_see_more_than_one_side() {
        use OneSided::{OneRelation, OneTeam};
        let peer = |team| input(Relation::Peer, team);
        let partner = |team| input(Relation::Partner, team);
        let gone = PeerInput { state: Declined, ..partner("Forge") };
        for (asked, wanted) in [
            (vec![], vec![]),
            (vec![peer("Hearth")], vec![]),
            (vec![peer("Hearth"), peer("Hearth")], vec![OneRelation, OneTeam]),
            (vec![peer("Hearth"), peer("Forge")], vec![OneRelation]),
            (vec![peer("Hearth"), partner("Hearth")], vec![OneTeam]),
            (vec![peer("Hearth"), partner("Forge")], vec![]),
            (vec![peer(""), partner("")], vec![]),
            (vec![peer("Hearth"), peer("Hearth"), gone], vec![OneRelation, OneTeam]),
        ] {
            assert_eq!(one_sided(&asked), wanted);
        }
    }

    #[test]
    fn e16_a_quote_whose_author_could_be_told_is_warned_of() {
        let (one, two, alone) =
            (input(Relation::Peer, ""), input(Relation::Peer, ""), input(Relation::Partner, ""));
        let all = [one.clone(), two, alone.clone()];
        assert_eq!((stands_alone(&one, &all), stands_alone(&alone, &all)), (false, true));
        let declined = [one.clone(), PeerInput { state: Declined, ..all[1].clone() }];
        assert!(stands_alone(&one, &declined), "who declined hides nobody");
    }
}
