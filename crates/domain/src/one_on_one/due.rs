//! What is due around a 1:1, and when.
//!
//! "Hours" are elapsed hours, whatever the clocks do meanwhile; days are days of the calendar where the meeting is.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use super::MeetingState;
use crate::workday::{WorkCalendar, Zone};

/// Earlier documents are read again so many hours ahead, which leaves time to act on them.
const HISTORY_HOURS: i64 = 24;
/// A blank document goes out so many hours before a first meeting.
const TEMPLATE_HOURS: i64 = 48;
/// A document arrives by this hour of the working day before.
const DOCUMENT_BY_HOUR: u32 = 17;
/// Notes that are not out after so many hours are worth a word.
const NOTES_HOURS: i64 = 2;
/// What was left untouched is taken up again from and until so many hours after the end.
const FOLLOW_UP_HOURS: (i64, i64) = (24, 48);
/// More days than this since the last 1:1 are too many.
pub const GAP_DAYS: i64 = 14;
/// A move rate looks at so many of the last occurrences.
const RATE_OVER: usize = 8;
/// So many moves among the last [`MOVES_AMONG`] are worth a word.
const MOVES_TOLD: usize = 2;
const MOVES_AMONG: usize = 4;

/// When earlier documents are to be read by.
pub fn history_due(starts: DateTime<Utc>) -> DateTime<Utc> {
    starts - TimeDelta::hours(HISTORY_HOURS)
}

/// When the blank document of a first meeting is to be sent by.
pub fn template_due(starts: DateTime<Utc>) -> DateTime<Utc> {
    starts - TimeDelta::hours(TEMPLATE_HOURS)
}

/// When notes are worth a reminder after a meeting ended.
pub fn notes_due(ended: DateTime<Utc>) -> DateTime<Utc> {
    ended + TimeDelta::hours(NOTES_HOURS)
}

/// The wall time by which the employee's document is to arrive.
pub fn document_due(starts: NaiveDateTime, calendar: &WorkCalendar) -> NaiveDateTime {
    calendar.before(starts.date()).and_time(document_hour())
}

/// The wall time at which the employee is reminded of it for the first time: one working day earlier.
pub fn document_reminder(starts: NaiveDateTime, calendar: &WorkCalendar) -> NaiveDateTime {
    calendar.before(calendar.before(starts.date())).and_time(document_hour())
}

fn document_hour() -> NaiveTime {
    NaiveTime::from_hms_opt(DOCUMENT_BY_HOUR, 0, 0).unwrap_or_default()
}

/// When the points that were left may be taken up again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// Stretches of working time to choose from, in order; never empty.
    pub between: Vec<(DateTime<Utc>, DateTime<Utc>)>,
    /// Whether it is later than it should be, because no working time lies within 24 to 48 hours.
    pub late: bool,
}

/// The working time between 24 and 48 hours after `ended`; where there is none, the first working day after it.
pub fn follow_up(ended: DateTime<Utc>, zone: &Zone, calendar: &WorkCalendar) -> FollowUp {
    let (first, last) =
        (ended + TimeDelta::hours(FOLLOW_UP_HOURS.0), ended + TimeDelta::hours(FOLLOW_UP_HOURS.1));
    let between: Vec<_> = zone
        .wall(first)
        .date()
        .iter_days()
        .take_while(|day| *day <= zone.wall(last).date())
        .filter_map(|day| calendar.hours(day, zone))
        .map(|(from, until)| (from.max(first), until.min(last)))
        .filter(|(from, until)| from < until)
        .collect();
    if !between.is_empty() {
        return FollowUp { between, late: false };
    }
    let day = calendar.after(zone.wall(last).date().pred_opt().unwrap_or_default());
    FollowUp { between: calendar.hours(day, zone).into_iter().collect(), late: true }
}

/// Days since the two last met.
pub fn gap_days(last_held: NaiveDate, today: NaiveDate) -> i64 {
    (today - last_held).num_days()
}

/// Whether that is too long. Exactly two weeks are not.
pub fn is_gap_red(gap_days: i64) -> bool {
    gap_days > GAP_DAYS
}

/// How often the last occurrences were moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moves {
    /// Moved among them.
    pub moved: u32,
    /// Held, moved and cancelled, eight at most; none says nothing about anybody.
    pub of: u32,
    /// Whether the last four hold two moves or more.
    pub told: bool,
}

/// The moves among the last occurrences, newest first. What still lies ahead does not count.
pub fn moves(newest_first: &[MeetingState]) -> Moves {
    let over: Vec<MeetingState> = newest_first
        .iter()
        .copied()
        .filter(|state| state.has_met() || matches!(state, MeetingState::Moved | MeetingState::Cancelled))
        .take(RATE_OVER)
        .collect();
    let moved_in =
        |states: &[MeetingState]| states.iter().filter(|state| **state == MeetingState::Moved).count();
    let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
    Moves {
        moved: count(moved_in(&over)),
        of: count(over.len()),
        told: moved_in(over.get(..MOVES_AMONG).unwrap_or(&over)) >= MOVES_TOLD,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> DateTime<Utc> {
        format!("{text}:00Z").parse().expect("an instant")
    }

    fn wall(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").expect("a wall time")
    }

    #[test]
    fn a18_history_is_due_24_elapsed_hours_ahead_also_when_the_clocks_change() {
        let berlin = Zone::named("Europe/Berlin").expect("a zone");
        for (starts, due) in [
            ("2026-11-19T10:00", "2026-11-18T10:00"),
            // The night in between has 23 hours, then 25.
            ("2026-03-29T10:00", "2026-03-28T09:00"),
            ("2026-10-25T10:00", "2026-10-24T11:00"),
        ] {
            assert_eq!(berlin.wall(history_due(berlin.instant(wall(starts)))), wall(due), "{starts}");
        }
    }

    #[test]
    fn a34_a_document_arrives_by_five_on_the_working_day_before() {
        let calendar = WorkCalendar::default()
            .with_holidays(["2026-12-24", "2026-12-25"].map(|day| day.parse().expect("a day")));
        for (starts, reminder, due) in [
            ("2026-11-19T10:00", "2026-11-17T17:00", "2026-11-18T17:00"),
            ("2026-11-16T09:00", "2026-11-12T17:00", "2026-11-13T17:00"),
            ("2026-12-28T09:00", "2026-12-22T17:00", "2026-12-23T17:00"),
        ] {
            assert_eq!(document_reminder(wall(starts), &calendar), wall(reminder), "{starts}");
            assert_eq!(document_due(wall(starts), &calendar), wall(due), "{starts}");
        }
    }

    #[test]
    fn a39_what_was_left_is_taken_up_within_24_to_48_hours_of_working_time() {
        let (calendar, zone) = (WorkCalendar::default(), Zone::UTC);
        // 19 November 2026 is a Thursday.
        for (ended, between, late) in [
            ("2026-11-19T15:00", &[("2026-11-20T15:00", "2026-11-20T17:00")][..], false),
            ("2026-11-20T15:00", &[("2026-11-23T09:00", "2026-11-23T17:00")], true),
            (
                "2026-11-17T12:00",
                &[("2026-11-18T12:00", "2026-11-18T17:00"), ("2026-11-19T09:00", "2026-11-19T12:00")],
                false,
            ),
            ("2026-11-21T10:00", &[("2026-11-23T09:00", "2026-11-23T10:00")], false),
        ] {
            let between = between.iter().map(|(from, until)| (utc(from), utc(until))).collect();
            assert_eq!(follow_up(utc(ended), &zone, &calendar), FollowUp { between, late }, "{ended}");
        }
    }

    #[test]
    fn a11_more_than_two_weeks_are_red_and_exactly_two_are_not() {
        for (held, red) in [("2026-11-08", false), ("2026-11-07", true), ("2026-11-22", false)] {
            let gap = gap_days(held.parse().expect("a day"), "2026-11-22".parse().expect("a day"));
            assert_eq!(is_gap_red(gap), red, "{held}");
        }
    }

    #[test]
    fn a14_moves_are_counted_over_the_last_eight_and_told_from_two_in_four() {
        use MeetingState::{Cancelled, Closed, Held, Moved, Planned};
        for (states, moved, of, told) in [
            (&[][..], 0, 0, false),
            (&[Planned, Planned], 0, 0, false),
            (&[Planned, Moved, Held, Closed, Moved, Held], 2, 5, true),
            (&[Moved, Held, Cancelled, Held, Moved, Moved], 3, 6, false),
            (&[Held, Held, Held, Held, Held, Held, Held, Held, Moved, Moved], 0, 8, false),
        ] {
            assert_eq!(moves(states), Moves { moved, of, told }, "{states:?}");
        }
    }
}
