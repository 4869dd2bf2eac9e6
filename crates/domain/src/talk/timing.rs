//! How long things take around a talk, and what waits.

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use super::{CheckIn, Conversation, FollowUp, Talk, TalkState, Trend};

/// Something seen and not talked about is warned of after so many days (a default of ours).
const TALK_WITHIN: i64 = 14;
/// No answer is forced at once; after so many days of silence somebody asks (a default of ours).
const ANSWER_WITHIN: i64 = 7;
/// Progress that was found so many times in a row without a word of praise is reminded of.
const PRAISE_AFTER: u32 = 2;

/// What waits around a talk. The page has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Waits {
    /// Seen two weeks ago or more, and not talked about.
    Talk,
    /// An answer may come until today or came due before.
    Answer,
    /// A week of silence after the talk.
    Silence,
    /// It was to be looked at by today.
    Check,
    /// Somebody answered a week ago, and the person has not heard.
    Telling,
    /// It became better twice, and nobody said so.
    Praise,
    /// The manager is unsure, and has not asked HR yet.
    Hr,
}

/// The figures of a talk on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timing {
    /// Days from the first notice to the talk, or to today while it waits.
    pub days_to_raise: i64,
    /// Looks that were held.
    pub checks_held: u32,
    /// Looks that were due: those held, and the one that is overdue.
    pub checks_due: u32,
    /// What waits, the most urgent first.
    pub waits: Vec<Waits>,
}

impl Timing {
    /// The figures of a talk. `follow_ups` are its looks, oldest first; `asked_hr` says whether HR was turned to.
    pub fn of(
        talk: &Talk,
        conversations: &[Conversation],
        follow_ups: &[FollowUp],
        check_ins: &[CheckIn],
        asked_hr: bool,
        today: NaiveDate,
    ) -> Self {
        let days_to_raise = (talk.discussed_on.unwrap_or(today) - talk.first_seen).num_days().max(0);
        let is_open = talk.state != TalkState::Closed;
        let overdue = is_open && talk.next_check.is_some_and(|day| day <= today);
        let held = u32::try_from(follow_ups.len()).unwrap_or(u32::MAX);
        let unanswered = conversations.iter().filter(|held| held.answered_on.is_none());
        let (mut answer, mut silence) = (false, false);
        for conversation in unanswered {
            silence |= today - conversation.at.date() >= TimeDelta::days(ANSWER_WITHIN);
            answer |= conversation.response_due <= today;
        }
        let untold = check_ins.iter().any(|asked| asked.is_untold(today));
        let waits = [
            (talk.state.is_ahead() && days_to_raise >= TALK_WITHIN, Waits::Talk),
            (silence, Waits::Silence),
            (answer && !silence, Waits::Answer),
            (overdue, Waits::Check),
            (untold, Waits::Telling),
            (praise_gap(follow_ups) >= PRAISE_AFTER, Waits::Praise),
            (talk.hr == super::HrWish::Unsure && !asked_hr, Waits::Hr),
        ];
        Self {
            days_to_raise,
            checks_held: held,
            checks_due: held.saturating_add(u32::from(overdue)),
            waits: waits.into_iter().filter_map(|(waits, what)| (waits && is_open).then_some(what)).collect(),
        }
    }
}

/// How many times in a row, up to now, it was found better without anybody saying so.
pub fn praise_gap(follow_ups: &[FollowUp]) -> u32 {
    let unsaid = |look: &&FollowUp| look.found == Trend::Better && look.said_aloud.trim().is_empty();
    u32::try_from(follow_ups.iter().rev().take_while(unsaid).count()).unwrap_or(u32::MAX)
}
