//! Keeping a goal. Its words are its person's; once agreed they are only revised, and the first ones are kept.

use domain::folder::Metric;
use domain::goal::{Goal, GoalState, Ground, Wording, WordingReason};
use domain::person::{Person, Relation};
use domain::{GoalId, GroundId, PersonId, Refusal, WordingId};
use serde::{Deserialize, Serialize};
use store::StoreFault;

use super::Asked;
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::stamp::{Day, given};

/// Keeps a goal: a new one, or everything about one that is there. What is absent stays as it was.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Save {
    /// Which goal; none for a new one.
    pub id: Option<GoalId>,
    /// Whose goal.
    pub person: PersonId,
    /// In one line.
    pub title: String,
    /// What exactly, Markdown.
    pub text: String,
    /// How both will know, Markdown.
    pub measure: Option<String>,
    /// What makes it possible, Markdown.
    pub achievable: Option<String>,
    /// Why it matters, Markdown.
    pub relevant: Option<String>,
    /// What kind of goal it is; empty for none.
    pub category: Option<String>,
    /// What it rests on; `null` for nothing.
    #[serde(default, deserialize_with = "given")]
    pub ground: Option<Option<GroundId>>,
    /// The day work on it begins; `null` for no day.
    #[serde(default, deserialize_with = "given")]
    pub starts_on: Option<Option<Day>>,
    /// By when; `null` for no day.
    #[serde(default, deserialize_with = "given")]
    pub due: Option<Option<Day>>,
    /// The figure it starts from, as it is typed; empty for none.
    pub start_value: Option<String>,
    /// The figure it aims at, as it is typed; empty for none.
    pub target: Option<String>,
    /// Whether it is growth.
    pub is_growth: Option<bool>,
    /// How far a new goal has come: proposed unless said otherwise. One that runs already was endorsed by whoever
    /// writes it down.
    pub state: Option<GoalState>,
    /// Days from one look at it to the next; `null` for what its length suggests.
    #[serde(default, deserialize_with = "given")]
    pub review_days: Option<Option<u32>>,
    /// Whether the words are its person's own.
    pub own_words: Option<bool>,
    /// The manager's comment, for both to read, Markdown.
    pub comment: Option<String>,
    /// Why an agreed goal is worded anew.
    pub because: Option<String>,
}

/// A goal that was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SavedGoal {
    /// Which goal.
    pub id: GoalId,
    /// The deed, to undo it by; none when nothing was different.
    pub deed: Option<u64>,
    /// What could still be said. Nothing of it has to be.
    pub questions: Vec<Asked>,
}

impl OpenCall for Save {
    type Reply = SavedGoal;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let done = desk.deed(Self::NAME, |deed| {
            let before = self.id.map(|id| need::<Goal>(deed.read(), id)).transpose()?;
            let person: Person = need(deed.read(), before.as_ref().map_or(self.person, |goal| goal.person))?;
            if before.is_some() && person.id != self.person {
                return Err(Refusal::new("goal.other_person", "That goal is somebody else's.")
                    .next("Write it down as a new one.")
                    .into());
            }
            if let Some(Some(ground)) = self.ground {
                need::<Ground>(deed.read(), ground)?;
            }
            let new = Goal::named(GoalId::make(), person.id, "");
            let mut goal = self.written(before.clone().unwrap_or(new), today)?;
            match &before {
                None => goal = begun(goal, self.state.unwrap_or_default(), today)?,
                Some(before) if !goal.is_worded_as(before) => {
                    if before.state.is_open() && before.state != GoalState::Active {
                        // An endorsement holds for the words it was given for.
                        goal.state = GoalState::Proposed;
                        goal.endorsed_on = None;
                    } else {
                        let because = self.because.as_deref().unwrap_or_default();
                        let kept =
                            Wording::of(WordingId::make(), before, WordingReason::Revised, because, today);
                        kept.check()?;
                        deed.put(&kept)?;
                    }
                    if self.own_words.is_none() && person.relation != Relation::Me {
                        goal.own_words_on = None;
                    }
                }
                Some(_) => {}
            }
            if person.relation == Relation::Me && goal.own_words_on.is_none() {
                goal.own_words_on = Some(today);
            }
            goal.check()?;
            if before.is_none() && goal.state == GoalState::Active {
                deed.put(&Wording::of(WordingId::make(), &goal, WordingReason::Started, "", today))?;
            }
            deed.put(&goal)?;
            Ok(goal)
        })?;
        Ok(SavedGoal { id: done.value.id, deed: done.deed, questions: Asked::of(&done.value) })
    }
}

/// A new goal in its first state.
fn begun(goal: Goal, state: GoalState, today: chrono::NaiveDate) -> Result<Goal, Refusal> {
    match state {
        GoalState::Proposed => Ok(goal),
        GoalState::Endorsed => goal.moved(GoalState::Endorsed, "", today),
        GoalState::Active => goal.moved(GoalState::Endorsed, "", today)?.moved(GoalState::Active, "", today),
        _ => Err(Refusal::new("goal.ends_at_once", "A new goal has not ended yet.")
            .next("Write it down as active, then say how it ended.")),
    }
}

impl Save {
    /// What is given, written into a goal.
    fn written(&self, goal: Goal, today: chrono::NaiveDate) -> Result<Goal, StoreFault> {
        let said = |given: &Option<String>, before: String| {
            given.as_ref().map_or(before, |text| text.trim().to_owned())
        };
        let figure = |given: &Option<String>, before: Option<Metric>| match given.as_deref().map(str::trim) {
            None => Ok(before),
            Some("") => Ok(None),
            Some(line) => Metric::typed(line).map(Some),
        };
        Ok(Goal {
            title: self.title.trim().to_owned(),
            text: self.text.clone(),
            measure: said(&self.measure, goal.measure),
            achievable: said(&self.achievable, goal.achievable),
            relevant: said(&self.relevant, goal.relevant),
            category: said(&self.category, goal.category),
            comment: said(&self.comment, goal.comment),
            ground: self.ground.unwrap_or(goal.ground),
            starts_on: self.starts_on.map_or(goal.starts_on, |day| day.map(|day| day.0)),
            due: self.due.map_or(goal.due, |day| day.map(|day| day.0)),
            start_value: figure(&self.start_value, goal.start_value)?,
            target: figure(&self.target, goal.target)?,
            is_growth: self.is_growth.unwrap_or(goal.is_growth),
            review_days: self.review_days.unwrap_or(goal.review_days),
            own_words_on: match self.own_words {
                None => goal.own_words_on,
                Some(true) => goal.own_words_on.or(Some(today)),
                Some(false) => None,
            },
            ..goal
        })
    }
}
