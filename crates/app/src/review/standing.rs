//! Where somebody stands, all year: what was talked about with them, what became of their goals, and what was agreed. It holds
//! nothing that was not said to them.

use domain::folder::Polarity;
use domain::goal::GoalState;
use domain::person::Person;
use domain::talk::TalkState;
use domain::{GoalId, NoteId, PersonId, TalkId};
use serde::{Deserialize, Serialize};
use store::noun::{goal, note, talk};

use super::ground::{in_cycle, is_of_cycle};
use super::line::cycle_named;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};
use crate::goal::GoalLine;
use crate::settings::Settings;
use crate::stamp::Day;

/// Shows where somebody stands in the cycle that holds today.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// Who.
    pub person: PersonId,
}

/// Where somebody stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct StandingPage {
    /// What the cycle is called.
    pub cycle: String,
    /// Talks that were held, the newest first.
    pub talks: Vec<StandingTalk>,
    /// Goals of the cycle.
    pub goals: Vec<StandingGoal>,
    /// Notes that were talked about, the newest first.
    pub said: Vec<StandingNote>,
}

/// A talk that was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct StandingTalk {
    /// Which talk.
    pub id: TalkId,
    /// What it was about.
    pub title: String,
    /// What was said, in one sentence.
    pub message: String,
    /// The day.
    pub on: Day,
    /// How far it has come since.
    pub state: TalkState,
}

/// A goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct StandingGoal {
    /// Which goal.
    pub id: GoalId,
    /// In one line.
    pub title: String,
    /// How far it has come.
    pub state: GoalState,
    /// From start to target, in percent; none for a goal that is not measured.
    pub percent: Option<u8>,
    /// By when.
    pub due: Option<Day>,
}

/// A note that was talked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct StandingNote {
    /// Which note.
    pub id: NoteId,
    /// Praise or to improve.
    pub polarity: Polarity,
    /// What happened, Markdown.
    pub text: String,
    /// The day it was talked about.
    pub on: Day,
}

impl OpenCall for Standing {
    type Reply = StandingPage;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (read, today) = (desk.read(), desk.today());
        let _moment = store::noun::one_moment(read)?;
        let of: Person = need(read, self.person)?;
        let month = Settings::read(read)?.cycle_month;
        let name = domain::cycle::Cycle::holding(today, month).name();
        let (cycle, _) = cycle_named(read, &name, today)?;
        let mut talks = Vec::new();
        for line in talk::lines(read, Some(of.id), false)? {
            let talk = line.talk;
            if let Some(on) = talk.discussed_on.filter(|on| cycle.holds(*on)) {
                talks.push(StandingTalk {
                    id: talk.id,
                    title: talk.title,
                    message: talk.message,
                    on: Day(on),
                    state: talk.state,
                });
            }
        }
        talks.sort_by_key(|talk| std::cmp::Reverse((talk.on, talk.id)));
        let goals = goal::lines(read, Some(of.id), false)?
            .into_iter()
            .filter(|line| is_of_cycle(&line.goal, &cycle))
            .map(|line| GoalLine::on(line, today))
            .map(|goal| StandingGoal {
                id: goal.id,
                title: goal.title,
                state: goal.state,
                percent: goal.percent,
                due: goal.due,
            })
            .collect();
        let filter = in_cycle(of.id, &cycle);
        let mut said: Vec<StandingNote> = note::lines(read, &filter)?
            .into_iter()
            .filter_map(|line| {
                let on = line.note.raised_on?;
                let note = line.note;
                Some(StandingNote { id: note.id, polarity: note.polarity, text: note.text, on: Day(on) })
            })
            .collect();
        said.sort_by_key(|note| std::cmp::Reverse((note.on, note.id)));
        Ok(StandingPage { cycle: cycle.name, talks, goals, said })
    }
}
