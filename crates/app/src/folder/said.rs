//! What a note says beside its line, as it crosses the door.

use domain::folder::{Metric, Note, typed_tags};
use domain::goal::Goal;
use domain::one_on_one::Meeting;
use domain::{GoalId, MeetingId, PersonId, Refusal};
use store::StoreFault;
use store::noun::Reading;

use crate::desk::need;

/// What is given is said from now on; what is not stays as it was.
#[derive(Default)]
pub(super) struct Said {
    pub example: Option<String>,
    pub consequence: Option<String>,
    /// As it is typed; empty for none.
    pub metric: Option<String>,
    pub tags: Option<Vec<String>>,
    pub goals: Option<Vec<GoalId>>,
}

impl Said {
    /// Says it in a note.
    ///
    /// # Errors
    /// Refuses a metric without a figure, and a goal of somebody else.
    pub fn put_into(self, note: &mut Note, read: &Reading) -> Result<(), StoreFault> {
        let Self { example, consequence, metric, tags, goals } = self;
        note.example = example.unwrap_or_else(|| note.example.clone()).trim().to_owned();
        note.consequence = consequence.unwrap_or_else(|| note.consequence.clone()).trim().to_owned();
        if let Some(metric) = metric {
            note.metric = if metric.trim().is_empty() { None } else { Some(Metric::typed(&metric)?) };
        }
        if let Some(tags) = tags {
            note.tags = typed_tags(&tags.join(" "));
        }
        if let Some(goals) = goals {
            for goal in &goals {
                let goal: Goal = need(read, *goal)?;
                check_same(goal.person, note.person, "goal")?;
            }
            note.goals = goals;
        }
        Ok(())
    }
}

/// The 1:1s that a note was talked about in have to be with its person.
pub(super) fn check_meetings(
    read: &Reading,
    meetings: &[MeetingId],
    person: PersonId,
) -> Result<(), StoreFault> {
    for meeting in meetings {
        let meeting: Meeting = need(read, *meeting)?;
        check_same(meeting.person, person, "1:1")?;
    }
    Ok(())
}

fn check_same(one: PersonId, other: PersonId, what: &str) -> Result<(), Refusal> {
    if one == other {
        return Ok(());
    }
    Err(Refusal::new("note.elsewhere", format!("That {what} is somebody else's."))
        .next("Choose one of the person the note is about."))
}
