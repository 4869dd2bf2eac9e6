//! A folder's cycle in figures: is it even, is it spread over the year, does anything wait too long.

use chrono::{Days, NaiveDate};

use super::Polarity;
use crate::{balance::Balance, cycle::Cycle};

/// Constructive points that wait this many days to be talked about are warned of.
pub const RAISE_WITHIN_DAYS: i64 = 14;
/// After this many days without a note, one is asked for.
pub const NUDGE_AFTER_DAYS: i64 = 30;
/// What happened in a cycle's last so many days is recent.
const RECENT_DAYS: u64 = 60;
/// Praise this old is no longer timely: it still counts for the review, and nobody is reminded to say it.
const PRAISE_STAYS_TIMELY_DAYS: i64 = 60;
/// From this many notes on, they can be said to be mostly recent.
const FEWEST: u32 = 5;

/// A note as the figures need it. Those set aside are not among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The day it happened.
    pub on: NaiveDate,
    /// Praise or to improve.
    pub polarity: Polarity,
    /// Whether it was talked about.
    pub is_raised: bool,
}

/// A quarter of a cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quarter {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// What was kept in it.
    pub balance: Balance,
    /// It is over, the person was there, and nothing was kept.
    pub is_empty: bool,
}

/// The figures of one folder in one cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookBack {
    /// What was kept in the cycle.
    pub balance: Balance,
    /// Its quarters, in order.
    pub quarters: [Quarter; 4],
    /// How much of it, in percent, happened in the last 60 days of the cycle, or before today while it runs.
    pub recent_percent: u32,
    /// More than half of it is recent: what happened lately would count for more than the rest of the year.
    pub is_mostly_recent: bool,
    /// Days since the newest note, or since the person was there when there is none; none once the cycle is over.
    pub quiet_days: Option<i64>,
    /// Constructive notes that wait to be talked about.
    pub waiting: u32,
    /// How many days the oldest of them has waited.
    pub oldest_waiting_days: Option<i64>,
    /// How many days the oldest praise has waited that was not said yet and is still timely.
    pub praise_waiting_days: Option<i64>,
}

impl LookBack {
    /// Looks back on `cycle` on `today`. `marks` are the folder's notes of that cycle; `there_since` is the day the person
    /// came, if it is known.
    pub fn on(cycle: Cycle, marks: &[Mark], there_since: Option<NaiveDate>, today: NaiveDate) -> Self {
        let until = cycle.to.min(today);
        let recent_from = until - Days::new(RECENT_DAYS - 1);
        let recent = count(marks.iter().filter(|mark| mark.on >= recent_from));
        let all = count(marks.iter());
        let there = there_since.map_or(cycle.from, |since| since.max(cycle.from));
        let newest = marks.iter().map(|mark| mark.on).max().unwrap_or(there);
        let unraised =
            |polarity| marks.iter().filter(move |mark| mark.polarity == polarity && !mark.is_raised);
        let waiting = || unraised(Polarity::Constructive);
        let age = |mark: &Mark| (today - mark.on).num_days();
        Self {
            balance: balance_of(marks.iter()),
            quarters: cycle.quarters().map(|(from, to)| {
                let balance = balance_of(marks.iter().filter(|mark| (from..=to).contains(&mark.on)));
                let is_over = to < today && there <= to;
                Quarter { from, to, balance, is_empty: is_over && balance == Balance::default() }
            }),
            recent_percent: (recent * 100).checked_div(all).unwrap_or_default(),
            is_mostly_recent: all >= FEWEST && recent * 2 > all,
            quiet_days: (today <= cycle.to).then(|| (today - newest).num_days().max(0)),
            waiting: count(waiting()),
            oldest_waiting_days: waiting().map(age).max(),
            praise_waiting_days: unraised(Polarity::Praise)
                .map(age)
                .filter(|days| *days <= PRAISE_STAYS_TIMELY_DAYS)
                .max(),
        }
    }

    /// Whether a note is asked for.
    pub fn is_quiet(&self) -> bool {
        self.quiet_days.is_some_and(|days| days >= NUDGE_AFTER_DAYS)
    }

    /// Whether something has waited too long to be talked about.
    pub fn waits_too_long(&self) -> bool {
        self.oldest_waiting_days.is_some_and(|days| days >= RAISE_WITHIN_DAYS)
    }
}

fn count<'a>(marks: impl Iterator<Item = &'a Mark>) -> u32 {
    u32::try_from(marks.count()).unwrap_or(u32::MAX)
}

fn balance_of<'a>(marks: impl Iterator<Item = &'a Mark>) -> Balance {
    marks.fold(Balance::default(), |mut balance, mark| {
        match mark.polarity {
            Polarity::Praise => balance.praise += 1,
            Polarity::Constructive => balance.constructive += 1,
        }
        balance
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn mark(on: &str, polarity: Polarity, is_raised: bool) -> Mark {
        Mark { on: day(on), polarity, is_raised }
    }

    fn look(marks: &[Mark], since: Option<&str>, today: &str) -> LookBack {
        let cycle = Cycle::holding(day("2026-06-01"), 1);
        LookBack::on(cycle, marks, since.map(day), day(today))
    }

    #[test]
    fn b8_a_quarter_that_is_over_and_empty_is_flagged() {
        let marks =
            [mark("2026-01-05", Polarity::Praise, false), mark("2026-09-30", Polarity::Praise, false)];
        for (since, today, empty) in [
            (None, "2026-11-22", [false, true, false, false]),
            (None, "2026-06-30", [false, false, false, false]),
            (None, "2026-07-01", [false, true, false, false]),
            (Some("2026-07-01"), "2026-11-22", [false, false, false, false]),
            (Some("2026-06-30"), "2026-11-22", [false, true, false, false]),
            (None, "2027-01-01", [false, true, false, true]),
        ] {
            let seen = look(&marks, since, today).quarters.map(|quarter| quarter.is_empty);
            assert_eq!(seen, empty, "{since:?} on {today}");
        }
    }

    #[test]
    fn b8_after_thirty_days_without_a_note_one_is_asked_for() {
        let one = [mark("2026-10-01", Polarity::Praise, true)];
        for (marks, since, today, days, quiet) in [
            (&one[..], None, "2026-10-30", Some(29), false),
            (&one[..], None, "2026-10-31", Some(30), true),
            (&[], None, "2026-01-30", Some(29), false),
            (&[], None, "2026-01-31", Some(30), true),
            (&[], Some("2026-03-01"), "2026-03-20", Some(19), false),
            (&[], None, "2027-01-01", None, false),
        ] {
            let seen = look(marks, since, today);
            assert_eq!((seen.quiet_days, seen.is_quiet()), (days, quiet), "{today}");
        }
    }

    #[test]
    fn b9_what_was_not_talked_about_for_fourteen_days_is_warned_of() {
        let marks = [
            mark("2026-10-01", Polarity::Constructive, true),
            mark("2026-10-02", Polarity::Praise, false),
            mark("2026-10-03", Polarity::Constructive, false),
            mark("2026-10-09", Polarity::Constructive, false),
        ];
        for (marks, today, waiting, oldest, late) in [
            (&marks[..], "2026-10-16", 2, Some(13), false),
            (&marks[..], "2026-10-17", 2, Some(14), true),
            (&marks[..2], "2026-10-17", 0, None, false),
        ] {
            let seen = look(marks, None, today);
            assert_eq!(
                (seen.waiting, seen.oldest_waiting_days, seen.waits_too_long()),
                (waiting, oldest, late),
                "{today}"
            );
        }
    }

    #[test]
    fn d18_praise_waits_like_a_point_to_improve_as_long_as_it_is_timely() {
        let marks = [
            mark("2026-08-01", Polarity::Praise, false),
            mark("2026-09-01", Polarity::Constructive, false),
            mark("2026-10-01", Polarity::Praise, true),
            mark("2026-10-02", Polarity::Praise, false),
            mark("2026-10-09", Polarity::Praise, false),
        ];
        for (marks, today, days) in [
            (&marks[..1], "2026-08-14", Some(13)),
            (&marks[..1], "2026-09-30", Some(60)),
            (&marks[..1], "2026-10-01", None),
            (&marks[..], "2026-10-16", Some(14)),
            (&marks[1..3], "2026-10-16", None),
        ] {
            assert_eq!(look(marks, None, today).praise_waiting_days, days, "{today}");
        }
    }

    #[test]
    fn b8_recent_events_dominate_above_half() {
        let marks = |early: usize, late: usize| {
            let one = |on| move |_| mark(on, Polarity::Praise, false);
            (0..early).map(one("2026-02-01")).chain((0..late).map(one("2026-11-02"))).collect::<Vec<_>>()
        };
        for (early, late, today, percent, dominates) in [
            (5, 5, "2026-12-31", 50, false),
            (4, 5, "2026-12-31", 55, true),
            (0, 4, "2026-12-31", 100, false),
            (0, 5, "2026-12-31", 100, true),
            (4, 5, "2027-06-01", 55, true),
            (0, 0, "2026-12-31", 0, false),
        ] {
            let seen = look(&marks(early, late), None, today);
            assert_eq!(
                (seen.recent_percent, seen.is_mostly_recent),
                (percent, dominates),
                "{early} and {late} on {today}"
            );
        }
        // The last sixty days are those up to the cycle's end: 2 November to 31 December.
        let edge = |on| look(&[mark(on, Polarity::Praise, false)], None, "2027-02-01").recent_percent;
        assert_eq!((edge("2026-11-01"), edge("2026-11-02")), (0, 100));
    }

    #[test]
    fn b7_praise_and_constructive_are_counted_by_cycle_and_quarter() {
        let marks = [
            mark("2026-01-01", Polarity::Praise, false),
            mark("2026-03-31", Polarity::Constructive, true),
            mark("2026-04-01", Polarity::Praise, false),
        ];
        let seen = look(&marks, None, "2026-11-22");
        assert_eq!(seen.balance, Balance { praise: 2, constructive: 1 });
        assert_eq!(seen.quarters[0].balance, Balance { praise: 1, constructive: 1 });
        assert_eq!(seen.quarters[1].balance, Balance { praise: 1, constructive: 0 });
    }
}
