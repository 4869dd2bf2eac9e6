//! The private sheet of a cycle: the team side by side, for the manager alone. It has no way out: no export and no share.

use domain::folder::Polarity;
use domain::goal::GoalState;
use domain::review::{ReviewState, ReviewText, surprises};
use domain::{PersonId, ReviewId};
use serde::{Deserialize, Serialize};
use store::noun::{goal, note, review};

use super::get::words;
use super::ground::{Grounds, in_cycle, is_of_cycle};
use super::line::{BalanceLine, cycle_named, of_text};
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;
use crate::workplace::Workplace;

/// Lays the reviews of a cycle side by side.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Calibration {
    /// Which cycle.
    pub cycle: String,
}

/// One person on the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CalibrationRow {
    /// Which review.
    pub id: ReviewId,
    /// About whom.
    pub person: PersonId,
    /// About whom, by name.
    pub person_name: String,
    /// Where the review stands.
    pub state: ReviewState,
    /// How many words it has.
    pub words: u32,
    /// How even it is.
    pub balance: BalanceLine,
    /// How many constructive points come as a surprise.
    pub surprises: u32,
    /// Notes of praise in the cycle.
    pub praise_notes: u32,
    /// Notes to improve in the cycle.
    pub constructive_notes: u32,
    /// Goals of the cycle.
    pub goals: u32,
    /// Of these, met.
    pub goals_met: u32,
    /// Of these, partly met.
    pub goals_partly: u32,
    /// Of these, not met.
    pub goals_missed: u32,
    /// Points the two see differently.
    pub disagreements: u32,
}

impl OpenCall for Calibration {
    type Reply = Vec<CalibrationRow>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (read, today, now) = (desk.read(), desk.today(), desk.now());
        let _moment = store::noun::one_moment(read)?;
        let zone = Workplace::read(desk)?.zone;
        let (cycle, _) = cycle_named(read, &self.cycle, today)?;
        let mut rows = Vec::new();
        for line in review::lines_of_cycle(read, &self.cycle)? {
            let of = line.review;
            let points = of_text(&review::points(read, of.id)?, ReviewText::Review);
            let grounds = Grounds::of(read, &points, today)?;
            let beside = grounds.beside(&points);
            let grounded: Vec<_> = beside.iter().map(|(point, known)| (*point, known.as_slice())).collect();
            // What was talked about later surprised all the same.
            let discussion = of.discussion.day_of_talk(of.discussion.held_at.unwrap_or(now), &zone);
            let filter = in_cycle(of.person, &cycle);
            let notes = note::lines(read, &filter)?;
            let many = |polarity| count(notes.iter().filter(|line| line.note.polarity == polarity).count());
            let goals: Vec<GoalState> = goal::lines(read, Some(of.person), false)?
                .into_iter()
                .filter(|line| is_of_cycle(&line.goal, &cycle))
                .map(|line| line.goal.state)
                .collect();
            let of_state = |state| count(goals.iter().filter(|one| **one == state).count());
            rows.push(CalibrationRow {
                words: words(&of, &points),
                balance: BalanceLine::of(&points),
                surprises: count(surprises(&grounded, discussion)),
                praise_notes: many(Polarity::Praise),
                constructive_notes: many(Polarity::Constructive),
                goals: count(goals.len()),
                goals_met: of_state(GoalState::Achieved),
                goals_partly: of_state(GoalState::PartlyAchieved),
                goals_missed: of_state(GoalState::Missed),
                disagreements: count(domain::review::disagreements(&points)),
                id: of.id,
                person: of.person,
                person_name: line.person_name,
                state: of.state,
            });
        }
        Ok(rows)
    }
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}
