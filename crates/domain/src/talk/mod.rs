//! Hard talks: from the first notice of something that could be better until it is.
//!
//! A talk keeps its message, one example, what came of it, and who answers for saying it. It is the owner's own: none of
//! its records is ever shared by itself. Who said what about somebody stays with the notes it rests on
//! ([`crate::folder::Source`]) and with check-ins, both private.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{NoteId, PersonId, Refusal, TalkId, text};

mod check_in;
mod conversation;
mod follow_up;
mod hr;
mod packet;
mod ready;
mod state;
mod timing;

pub use check_in::CheckIn;
pub use conversation::{Conversation, Participant, ParticipantPart, default_response_due};
pub use follow_up::{FollowUp, Trend};
pub use hr::{HrConsult, HrPart};
pub use packet::{
    Packet, PacketConversation, PacketFrom, PacketLook, PacketMessage, PacketParts, PacketQuestion,
    PacketStep,
};
pub use ready::Gap;
pub use state::TalkState;
pub use timing::{Timing, Waits, praise_gap};

/// Whether something was done, or is seen so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TalkClass {
    /// Not known yet.
    #[default]
    Unclear,
    /// What somebody does or leaves undone.
    Performance,
    /// How others see it. It is talked about too, with another plan.
    Perception,
}

impl TalkClass {
    /// Every class.
    pub const ALL: [Self; 3] = [Self::Unclear, Self::Performance, Self::Perception];
}

/// What stands behind a name in the message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Naming {
    /// Nobody is named.
    #[default]
    Nobody,
    /// The manager saw it.
    ObservedMyself,
    /// The other person comes along, and somebody leads the talk.
    Facilitated,
}

impl Naming {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Nobody, Self::ObservedMyself, Self::Facilitated];
}

/// Whether HR is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HrWish {
    /// Nothing was said about it.
    #[default]
    No,
    /// The manager does not know.
    Unsure,
    /// They come along.
    Attends,
}

impl HrWish {
    /// Every wish.
    pub const ALL: [Self; 3] = [Self::No, Self::Unsure, Self::Attends];
}

/// One thing to talk about, and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    /// Which talk.
    pub id: TalkId,
    /// With whom.
    pub person: PersonId,
    /// What it is about, in one line, for the owner alone.
    pub title: String,
    /// The day it was noticed first.
    pub first_seen: NaiveDate,
    /// How far it has come.
    pub state: TalkState,
    /// Whether it was done or is seen so.
    pub class: TalkClass,
    /// What speaks for that, Markdown.
    pub class_because: String,
    /// A soft or third-party subject, which asks for evidence or for whom it can be followed up by.
    pub is_touchy: bool,
    /// Whom or what it can be followed up by.
    pub follow_up_by: String,
    /// The message in one sentence.
    pub message: String,
    /// What happened, Markdown.
    pub example: String,
    /// What came of it, Markdown.
    pub consequence: String,
    /// The manager stands behind the message.
    pub is_owned: bool,
    /// Whether somebody is named in it.
    pub naming: Naming,
    /// The manager saw it and says so.
    pub seen_myself: bool,
    /// Who leads a talk between the two.
    pub facilitator: String,
    /// Whether that person was trained for it.
    pub is_facilitator_trained: bool,
    /// Whether HR is wanted.
    pub hr: HrWish,
    /// The notes of the fuzzy folder it rests on.
    pub notes: Vec<NoteId>,
    /// The day it is looked at next.
    pub next_check: Option<NaiveDate>,
    /// The day it was talked about.
    pub discussed_on: Option<NaiveDate>,
    /// The day it was closed.
    pub closed_on: Option<NaiveDate>,
    /// What came of it in the end.
    pub outcome: String,
}

impl Talk {
    /// Something that was noticed.
    pub fn noticed(id: TalkId, person: PersonId, title: impl Into<String>, first_seen: NaiveDate) -> Self {
        Self {
            id,
            person,
            title: title.into(),
            first_seen,
            state: TalkState::default(),
            class: TalkClass::default(),
            class_because: String::new(),
            is_touchy: false,
            follow_up_by: String::new(),
            message: String::new(),
            example: String::new(),
            consequence: String::new(),
            is_owned: false,
            naming: Naming::default(),
            seen_myself: false,
            facilitator: String::new(),
            is_facilitator_trained: false,
            hr: HrWish::default(),
            notes: Vec::new(),
            next_check: None,
            discussed_on: None,
            closed_on: None,
            outcome: String::new(),
        }
    }

    /// Whether the talk may be kept as it stands. Where it stands is checked when it moves ([`Talk::moved`]).
    ///
    /// # Errors
    /// Refuses a talk that says nothing, and one that is Ready or beyond while something it needs is taken away.
    pub fn check(&self) -> Result<(), Refusal> {
        for (field, line) in [
            ("subject", &self.title),
            ("message", &self.message),
            ("follow-up", &self.follow_up_by),
            ("facilitator", &self.facilitator),
            ("outcome", &self.outcome),
        ] {
            text::check_line(field, line)?;
        }
        for text in [&self.class_because, &self.example, &self.consequence] {
            text::check_text(text)?;
        }
        if self.title.trim().is_empty() {
            return Err(Refusal::new("talk.no_title", "A talk needs a subject.")
                .next("Say in a few words what it is about. Only you see it."));
        }
        if self.state.is_prepared() && !self.gaps().is_empty() {
            return Err(not_ready(&self.gaps()));
        }
        if self.state == TalkState::Following && self.next_check.is_none() {
            return Err(no_next_check());
        }
        Ok(())
    }

    /// What still misses before the talk is ready, in the order the page asks for it.
    pub fn gaps(&self) -> Vec<Gap> {
        ready::gaps(self)
    }

    /// The talk in another state.
    ///
    /// # Errors
    /// Refuses a move that skips a step, Ready while something misses, and Following without a day ahead on which it is
    /// looked at next.
    pub fn moved(self, to: TalkState, today: NaiveDate) -> Result<Self, Refusal> {
        self.state.check_move(to)?;
        let gaps = self.gaps();
        if to.is_prepared() && !gaps.is_empty() {
            return Err(not_ready(&gaps));
        }
        if to == TalkState::Following && self.next_check.is_none_or(|day| day <= today) {
            return Err(no_next_check());
        }
        let moved = Self {
            state: to,
            discussed_on: if to == TalkState::Discussed {
                self.discussed_on.or(Some(today))
            } else {
                self.discussed_on
            },
            next_check: if to == TalkState::Closed { None } else { self.next_check },
            closed_on: (to == TalkState::Closed).then_some(today),
            ..self
        };
        moved.check()?;
        Ok(moved)
    }

    /// The talk with another day on which it is looked at next.
    ///
    /// # Errors
    /// While it is followed, refuses a day that does not lie ahead, and none at all. The day that is set already may have
    /// passed meanwhile.
    pub fn looked_at_next(self, day: Option<NaiveDate>, today: NaiveDate) -> Result<Self, Refusal> {
        let is_ahead = day.is_some_and(|day| day > today);
        if self.state == TalkState::Following && day != self.next_check && !is_ahead {
            return Err(no_next_check());
        }
        Ok(Self { next_check: day, ..self })
    }
}

fn not_ready(gaps: &[Gap]) -> Refusal {
    let missing: Vec<&str> = gaps.iter().map(|gap| gap.words()).collect();
    Refusal::new("talk.not_ready", format!("This talk is not ready: {} missing.", in_a_row(&missing)))
        .next("Fill it in, then say that it is ready.")
}

fn no_next_check() -> Refusal {
    Refusal::new("talk.no_next_check", "Following up needs a day ahead on which you look at it next.")
        .next("Choose that day first.")
}

/// `a, b and c are`, `a is`.
fn in_a_row(parts: &[&str]) -> String {
    match parts {
        [] => String::new(),
        [one] => format!("{one} is"),
        [many @ .., last] => format!("{} and {last} are", many.join(", ")),
    }
}

#[cfg(test)]
mod tests;
