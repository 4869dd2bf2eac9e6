//! What the chips of a review lead to, looked up.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};
use domain::PersonId;
use domain::folder::Note;
use domain::goal::{Goal, GoalState};
use domain::one_on_one::{Meeting, MeetingState};
use domain::review::chip::{Target, chips};
use domain::review::{Known, PeerInput, Point, ReviewCycle, WordsHash};
use domain::talk::Talk;
use store::noun::note::NoteFilter;
use store::noun::{Reading, get};
use store::signature::fingerprint;

use store::StoreFault;

/// Everything that some points rest on, by its chip. What is gone stands in no list.
pub(super) struct Grounds(HashMap<Target, Known>);

impl Grounds {
    /// Looks up what the points rest on, as it is today.
    pub(super) fn of(read: &Reading, points: &[Point], today: NaiveDate) -> Result<Self, StoreFault> {
        let mut known = HashMap::new();
        for chip in points.iter().flat_map(|point| chips(&point.text)) {
            if chip.target.is_evidence()
                && !known.contains_key(&chip.target)
                && let Some(found) = look_up(read, chip.target, today)?
            {
                known.insert(chip.target, found);
            }
        }
        Ok(Self(known))
    }

    /// What one point rests on, in the order of its text.
    pub(super) fn below(&self, point: &Point) -> Vec<Known> {
        point.evidence().iter().filter_map(|target| self.0.get(target).copied()).collect()
    }

    /// Points with what they rest on, for the rules.
    pub(super) fn beside<'a>(&self, points: &'a [Point]) -> Vec<(&'a Point, Vec<Known>)> {
        points.iter().map(|point| (point, self.below(point))).collect()
    }
}

fn look_up(read: &Reading, target: Target, today: NaiveDate) -> Result<Option<Known>, StoreFault> {
    let known = |talked_on, shows| Known { target, talked_on, shows, is_usable: true };
    Ok(match target {
        Target::Note(id) => get::<Note>(read, id)?.map(|note| known(note.raised_on, shows(&note))),
        Target::Meeting(id) => get::<Meeting>(read, id)?
            .map(|meeting| known(met_on(meeting.state, meeting.starts, today), false)),
        Target::Goal(id) => get::<Goal>(read, id)?.map(|_| known(None, true)),
        Target::Talk(id) => {
            get::<Talk>(read, id)?.map(|talk| known(talk.discussed_on, !talk.example.trim().is_empty()))
        }
        Target::Quote(id) => get::<PeerInput>(read, id)?
            .map(|input| Known { is_usable: input.is_usable(hash_of(&input)), ..known(None, true) }),
        Target::New => None,
    })
}

/// Whether a note shows something: a figure or an example.
pub(super) fn shows(note: &Note) -> bool {
    note.metric.is_some() || !note.example.trim().is_empty()
}

/// The day on which the two have talked: what is planned, moved or cancelled is no talk. One that was held before the day it
/// was planned for took place today at the latest.
pub(super) fn met_on(state: MeetingState, starts: NaiveDateTime, today: NaiveDate) -> Option<NaiveDate> {
    let took_place = matches!(state, MeetingState::Held | MeetingState::NotesSent | MeetingState::Closed);
    took_place.then(|| starts.date().min(today))
}

/// The fingerprint of the words of an input, as they stand.
pub(crate) fn hash_of(input: &PeerInput) -> WordsHash {
    WordsHash(fingerprint(input.words.as_bytes()))
}

/// Which notes of a person stand in a cycle.
pub(super) fn in_cycle(person: PersonId, cycle: &ReviewCycle) -> NoteFilter {
    NoteFilter {
        person: Some(person),
        since: Some(cycle.from),
        before: cycle.until.succ_opt(),
        ..NoteFilter::default()
    }
}

/// Whether a goal was worked on within a cycle.
pub(super) fn is_of_cycle(goal: &Goal, cycle: &ReviewCycle) -> bool {
    let is_agreed = !matches!(goal.state, GoalState::Proposed | GoalState::Endorsed);
    is_agreed
        && goal.ended_on.is_none_or(|day| day >= cycle.from)
        && goal.starts_on.or(goal.endorsed_on).is_none_or(|day| day <= cycle.until)
}

#[cfg(test)]
mod tests {
    use domain::folder::Polarity;
    use domain::{GoalId, NoteId, ReviewCycleId};

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn e2_the_two_have_talked_where_a_one_on_one_took_place_and_not_after_today() {
        use MeetingState::{Cancelled, Closed, Held, InProgress, Moved, NotesSent, Planned, Prepped};
        let today = day("2026-11-19");
        for (state, took_place) in [
            (Planned, false),
            (Prepped, false),
            (InProgress, false),
            (Held, true),
            (NotesSent, true),
            (Closed, true),
            (Moved, false),
            (Cancelled, false),
        ] {
            for (starts, on) in [("2026-11-18", "2026-11-18"), ("2026-11-20", "2026-11-19")] {
                let starts = day(starts).and_hms_opt(10, 0, 0).expect("a time");
                assert_eq!(met_on(state, starts, today), took_place.then(|| day(on)), "{state:?} {starts}");
            }
        }
    }

    #[test]
    fn a_goal_is_of_the_cycle_it_was_agreed_and_worked_on_in() {
        let cycle = ReviewCycle::named(ReviewCycleId::make(), "2026", day("2026-11-19"), 1);
        let goal = |state, starts_on: Option<&str>, endorsed_on: Option<&str>, ended_on: Option<&str>| Goal {
            state,
            starts_on: starts_on.map(day),
            endorsed_on: endorsed_on.map(day),
            ended_on: ended_on.map(day),
            ..Goal::named(GoalId::make(), PersonId::make(), "Failover")
        };
        for (what, goal, is_of_it) in [
            ("proposed", goal(GoalState::Proposed, None, None, None), false),
            ("endorsed", goal(GoalState::Endorsed, None, Some("2026-05-01"), None), false),
            ("under way", goal(GoalState::Active, None, None, None), true),
            ("begun on the last day", goal(GoalState::Active, Some("2026-12-31"), None, None), true),
            ("begun after it", goal(GoalState::Active, Some("2027-01-01"), Some("2026-12-01"), None), false),
            ("agreed after it", goal(GoalState::Active, None, Some("2027-01-01"), None), false),
            ("met on the first day", goal(GoalState::Achieved, None, None, Some("2026-01-01")), true),
            ("met before it", goal(GoalState::Achieved, None, None, Some("2025-12-31")), false),
            ("not met", goal(GoalState::Missed, None, None, Some("2026-12-31")), true),
        ] {
            assert_eq!(is_of_cycle(&goal, &cycle), is_of_it, "{what}");
        }
    }

    #[test]
    fn notes_of_a_cycle_are_those_of_one_person_from_its_first_to_its_last_day() {
        let (person, today) = (PersonId::make(), day("2026-11-19"));
        let filter = in_cycle(person, &ReviewCycle::named(ReviewCycleId::make(), "2026", today, 1));
        assert_eq!(filter.person, Some(person));
        assert_eq!((filter.since, filter.before), (Some(day("2026-01-01")), Some(day("2027-01-01"))));
    }

    #[test]
    fn e6_a_figure_or_an_example_shows_something() {
        let bare =
            Note::line(NoteId::make(), PersonId::make(), Polarity::Praise, "Faster.", day("2026-05-05"));
        for (what, note, shown) in [
            ("a sentence", bare.clone(), false),
            ("a blank example", Note { example: " ".into(), ..bare.clone() }, false),
            ("an example", Note { example: "On 2 October.".into(), ..bare.clone() }, true),
            (
                "a figure",
                Note { metric: Some(domain::folder::Metric::typed("104 s").expect("a figure")), ..bare },
                true,
            ),
        ] {
            assert_eq!(shows(&note), shown, "{what}");
        }
    }
}
