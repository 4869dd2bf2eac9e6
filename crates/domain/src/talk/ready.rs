//! What a talk needs before it is ready.

use serde::{Deserialize, Serialize};

use super::{Naming, Talk};

/// Something that misses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// The message in one sentence.
    Message,
    /// An example.
    Example,
    /// What came of it.
    Consequence,
    /// The manager's word that they stand behind it.
    Ownership,
    /// That the manager saw it, where somebody is named for that reason.
    SeenMyself,
    /// Who leads the talk, where the other person comes along.
    Facilitator,
    /// Evidence, or whom it can be followed up by, for a touchy subject.
    Evidence,
}

impl Gap {
    /// In the middle of a sentence.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Message => "the message",
            Self::Example => "an example",
            Self::Consequence => "what came of it",
            Self::Ownership => "your word that you stand behind it",
            Self::SeenMyself => "your word that you saw it",
            Self::Facilitator => "who leads the talk",
            Self::Evidence => "evidence, or whom it can be followed up by,",
        }
    }
}

/// What misses, in the order the page asks for it.
pub(super) fn gaps(talk: &Talk) -> Vec<Gap> {
    let empty = |text: &str| text.trim().is_empty();
    let touchy_and_bare = talk.is_touchy && empty(&talk.class_because) && empty(&talk.follow_up_by);
    [
        (empty(&talk.message), Gap::Message),
        (empty(&talk.example), Gap::Example),
        (empty(&talk.consequence), Gap::Consequence),
        (!talk.is_owned, Gap::Ownership),
        (talk.naming == Naming::ObservedMyself && !talk.seen_myself, Gap::SeenMyself),
        (talk.naming == Naming::Facilitated && empty(&talk.facilitator), Gap::Facilitator),
        (touchy_and_bare && talk.notes.is_empty(), Gap::Evidence),
    ]
    .into_iter()
    .filter_map(|(misses, gap)| misses.then_some(gap))
    .collect()
}
