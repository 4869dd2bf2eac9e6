//! A talk, and what belongs to it, as they cross the door.

use chrono::NaiveDate;
use domain::talk::{
    CheckIn, Conversation, FollowUp, Gap, HrConsult, HrPart, HrWish, Naming, Participant, TalkClass,
    TalkState, Timing, Trend, Waits,
};
use domain::{CheckInId, ConversationId, FollowUpId, HrConsultId, NoteId, PersonId, TalkId};
use serde::Serialize;
use store::noun::Reading;
use store::noun::talk::{self, Around};

use crate::Fault;
use crate::stamp::{Day, WallTime};

/// A talk, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TalkLine {
    /// Which talk.
    pub id: TalkId,
    /// With whom.
    pub person: PersonId,
    /// Their name.
    pub person_name: String,
    /// What it is about, for the owner alone.
    pub title: String,
    /// The day it was noticed first.
    pub first_seen: Day,
    /// How far it has come.
    pub state: TalkState,
    /// The states it can move on to.
    pub next_states: Vec<TalkState>,
    /// Whether it was done or is seen so.
    pub class: TalkClass,
    /// What speaks for that, Markdown.
    pub class_because: String,
    /// A soft or third-party subject.
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
    /// The notes it rests on.
    pub notes: Vec<NoteId>,
    /// The day it is looked at next.
    pub next_check: Option<Day>,
    /// The day it was talked about.
    pub discussed_on: Option<Day>,
    /// The day it was closed.
    pub closed_on: Option<Day>,
    /// What came of it in the end.
    pub outcome: String,
    /// What misses before it is ready.
    pub gaps: Vec<Gap>,
    /// Days from the first notice to the talk, or to today while it waits.
    pub days_to_raise: i64,
    /// Looks that were held.
    pub checks_held: u32,
    /// Looks that were due.
    pub checks_due: u32,
    /// What waits, the most urgent first.
    pub waits: Vec<Waits>,
}

impl TalkLine {
    /// The talk as it stands on a day.
    pub(crate) fn on(line: talk::TalkLine, around: &Around, today: NaiveDate) -> Self {
        let talk::TalkLine { talk, person_name } = line;
        let Around { conversations, follow_ups, check_ins, hr } = around;
        let timing = Timing::of(&talk, conversations, follow_ups, check_ins, !hr.is_empty(), today);
        Self {
            gaps: talk.gaps(),
            next_states: talk.state.next().to_vec(),
            days_to_raise: timing.days_to_raise,
            checks_held: timing.checks_held,
            checks_due: timing.checks_due,
            waits: timing.waits,
            person_name,
            id: talk.id,
            person: talk.person,
            title: talk.title,
            first_seen: Day(talk.first_seen),
            state: talk.state,
            class: talk.class,
            class_because: talk.class_because,
            is_touchy: talk.is_touchy,
            follow_up_by: talk.follow_up_by,
            message: talk.message,
            example: talk.example,
            consequence: talk.consequence,
            is_owned: talk.is_owned,
            naming: talk.naming,
            seen_myself: talk.seen_myself,
            facilitator: talk.facilitator,
            is_facilitator_trained: talk.is_facilitator_trained,
            hr: talk.hr,
            notes: talk.notes,
            next_check: talk.next_check.map(Day),
            discussed_on: talk.discussed_on.map(Day),
            closed_on: talk.closed_on.map(Day),
            outcome: talk.outcome,
        }
    }

    /// The talks with somebody, or with everybody, as they stand on a day.
    pub(crate) fn all(
        read: &Reading,
        person: Option<PersonId>,
        only_open: bool,
        today: NaiveDate,
    ) -> Result<Vec<Self>, Fault> {
        let mut all = Vec::new();
        for line in talk::lines(read, person, only_open)? {
            let around = talk::around(read, line.talk.id)?;
            all.push(Self::on(line, &around, today));
        }
        Ok(all)
    }
}

/// A conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ConversationLine {
    /// Which conversation.
    pub id: ConversationId,
    /// What it was about.
    pub talks: Vec<TalkId>,
    /// When, on the owner's clock.
    pub at: WallTime,
    /// Who was there.
    pub participants: Vec<Participant>,
    /// What was said, Markdown.
    pub outcome: String,
    /// What the two see differently, Markdown.
    pub differences: String,
    /// The day by which an answer may come.
    pub response_due: Day,
    /// The day it came.
    pub answered_on: Option<Day>,
    /// The answer, Markdown.
    pub answer: String,
}

impl From<Conversation> for ConversationLine {
    fn from(one: Conversation) -> Self {
        Self {
            id: one.id,
            talks: one.talks,
            at: WallTime(one.at),
            participants: one.participants,
            outcome: one.outcome,
            differences: one.differences,
            response_due: Day(one.response_due),
            answered_on: one.answered_on.map(Day),
            answer: one.answer,
        }
    }
}

/// A look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FollowUpLine {
    /// Which look.
    pub id: FollowUpId,
    /// The day.
    pub on: Day,
    /// What was found.
    pub found: Trend,
    /// What was seen, Markdown.
    pub text: String,
    /// The progress that was named aloud.
    pub said_aloud: String,
}

impl From<FollowUp> for FollowUpLine {
    fn from(look: FollowUp) -> Self {
        let FollowUp { id, talk: _, on, found, text, said_aloud } = look;
        Self { id, on: Day(on), found, text, said_aloud }
    }
}

/// A question to somebody whom a talk concerns. As private as where a note came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CheckInLine {
    /// Which.
    pub id: CheckInId,
    /// Who is asked.
    pub from: String,
    /// Who is asked, where they are in the roster.
    pub person: Option<PersonId>,
    /// The day they were asked.
    pub asked_on: Day,
    /// What they were asked, Markdown.
    pub question: String,
    /// The day they answered.
    pub answered_on: Option<Day>,
    /// What they said, Markdown.
    pub answer: String,
    /// The day the person heard what follows from it.
    pub told_on: Option<Day>,
    /// They answered a week ago, and the person has not heard.
    pub is_untold: bool,
}

impl CheckInLine {
    pub(super) fn on(asked: CheckIn, today: NaiveDate) -> Self {
        Self {
            is_untold: asked.is_untold(today),
            id: asked.id,
            from: asked.from,
            person: asked.person,
            asked_on: Day(asked.asked_on),
            question: asked.question,
            answered_on: asked.answered_on.map(Day),
            answer: asked.answer,
            told_on: asked.told_on.map(Day),
        }
    }
}

/// A turn to HR.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ConsultLine {
    /// Which.
    pub id: HrConsultId,
    /// What they are asked for.
    pub part: HrPart,
    /// Who of HR.
    pub who: String,
    /// The day.
    pub on: Day,
    /// What was asked, Markdown.
    pub question: String,
    /// What they said, Markdown.
    pub advice: String,
}

impl From<HrConsult> for ConsultLine {
    fn from(turn: HrConsult) -> Self {
        let HrConsult { id, talk: _, part, who, on, question, advice } = turn;
        Self { id, part, who, on: Day(on), question, advice }
    }
}
