//! The two people of a 1:1 and how often they meet: weekly to begin with, and never sparser than every second week
//! without a reason.
//!
//! Times are wall times in a zone: a meeting at ten stays at ten when the clocks change. The slots of a pair are
//! computed and never stored; a slot becomes a meeting when somebody opens, moves or cancels it.

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::MINUTES;
use crate::workday::Zone;
use crate::{PairId, PersonId, Refusal, TemplateId, text};

/// Every week: how everybody begins.
pub const WEEKLY: u32 = 7;
/// The sparsest rhythm that needs no reason.
pub const EVERY_SECOND_WEEK: u32 = 14;
/// The sparsest rhythm at all: beyond a year it is no rhythm.
const SPARSEST: u32 = 366;

/// What a rhythm depends on, in the owner's words. They are kept with their day and never added up to a score.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Factors {
    /// The person's level.
    pub level: String,
    /// How the work goes.
    pub performance: String,
    /// How far they work on their own.
    pub autonomy: String,
    /// How long they have been with the organisation.
    pub tenure_here: String,
    /// How long they have been on this team.
    pub tenure_on_team: String,
    /// What the manager has to carry.
    pub load: String,
}

impl Factors {
    /// The six, in the order a form shows them.
    pub fn all(&self) -> [&str; 6] {
        [&self.level, &self.performance, &self.autonomy, &self.tenure_here, &self.tenure_on_team, &self.load]
    }
}

/// The 1:1s of the owner and one other person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Which pair.
    pub id: PairId,
    /// The other person.
    pub person: PersonId,
    /// The first slot of the present rhythm, on the clock of `zone`. Slots follow it every `every_days` days.
    pub begins: NaiveDateTime,
    /// The IANA zone of that clock; empty: where the owner is.
    pub zone: String,
    /// Usual length in minutes.
    pub minutes: u32,
    /// Days from one slot to the next.
    pub every_days: u32,
    /// Why it is sparser than every second week; empty otherwise.
    pub sparse_because: String,
    /// Whether the owner is at ease with 1:1s by now.
    pub at_ease_mine: bool,
    /// Whether the other is.
    pub at_ease_theirs: bool,
    /// What the rhythm was chosen by.
    pub factors: Factors,
    /// The day those were written down.
    pub factors_on: Option<NaiveDate>,
    /// The template of new documents; the built-in one that fits the person when absent.
    pub template: Option<TemplateId>,
    /// The last day of the series, once it has ended.
    pub ends_on: Option<NaiveDate>,
    /// What the calendar it came from calls it (RFC 5545, UID); empty for one that was made here.
    pub calendar_uid: String,
}

impl Pair {
    /// A new pair: weekly, from `begins` on.
    pub fn weekly(id: PairId, person: PersonId, begins: NaiveDateTime, minutes: u32) -> Self {
        Self {
            id,
            person,
            begins,
            zone: String::new(),
            minutes,
            every_days: WEEKLY,
            sparse_because: String::new(),
            at_ease_mine: false,
            at_ease_theirs: false,
            factors: Factors::default(),
            factors_on: None,
            template: None,
            ends_on: None,
            calendar_uid: String::new(),
        }
    }

    /// Whether the pair may be kept as it stands.
    ///
    /// # Errors
    /// Refuses a rhythm sparser than weekly before both are at ease, one sparser than every second week without a
    /// reason, a length outside [`MINUTES`], a zone that does not exist, and an end before the beginning.
    pub fn check(&self) -> Result<(), Refusal> {
        for (field, line) in [("time zone", &self.zone), ("reason", &self.sparse_because)] {
            text::check_line(field, line)?;
        }
        for factor in self.factors.all() {
            text::check_line("factor", factor)?;
        }
        if !self.zone.is_empty() {
            Zone::named(&self.zone)?;
        }
        if !MINUTES.contains(&self.minutes) {
            return Err(Refusal::new("pair.minutes", "A 1:1 takes between 10 minutes and 8 hours.")
                .next("Ten minutes are still worth holding. Choose a length in that range."));
        }
        if !(1..=SPARSEST).contains(&self.every_days) {
            return Err(Refusal::new("pair.rhythm", "A rhythm is between one day and one year.")
                .next("Weekly is how most pairs begin."));
        }
        if self.every_days > WEEKLY && !(self.at_ease_mine && self.at_ease_theirs) {
            return Err(Refusal::new(
                "pair.at_ease",
                "Everybody begins weekly, until both are at ease with it.",
            )
            .next("Ask in your next 1:1, tick both, then choose every second week."));
        }
        if self.every_days > EVERY_SECOND_WEEK && self.sparse_because.trim().is_empty() {
            return Err(Refusal::new("pair.sparse", "Sparser than every second week needs a reason.")
                .next("Say why in one line, or choose every second week."));
        }
        if self.ends_on.is_some_and(|last| last < self.begins.date()) {
            return Err(Refusal::new("pair.ends_before", "The series ends before it begins.")
                .next("Check the two dates."));
        }
        Ok(())
    }

    /// The slots of the present rhythm from `from` up to but not including `to`, in order.
    pub fn slots(&self, from: NaiveDateTime, to: NaiveDateTime) -> impl Iterator<Item = NaiveDateTime> + '_ {
        let step = u64::from(self.every_days.max(1));
        let passed = (from.date() - self.begins.date()).num_days().max(0);
        let first = Days::new(passed.unsigned_abs() / step * step);
        let last = self.ends_on;
        // From one to the next: a step within a year costs a fraction of a step from the beginning.
        std::iter::successors(self.begins.checked_add_days(first), move |slot| {
            slot.checked_add_days(Days::new(step))
        })
        .take_while(move |slot| *slot < to && last.is_none_or(|last| slot.date() <= last))
        .skip_while(move |slot| *slot < from)
    }

    /// Whether `slot` is one of its slots.
    pub fn has_slot(&self, slot: NaiveDateTime) -> bool {
        slot.checked_add_days(Days::new(1)).is_some_and(|end| self.slots(slot, end).next() == Some(slot))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wall(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").expect("a wall time")
    }

    fn pair() -> Pair {
        Pair::weekly(PairId::make(), PersonId::make(), wall("2026-09-03T10:00"), 30)
    }

    #[test]
    fn a9_a10_a11_a_rhythm_begins_weekly_and_is_never_sparse_without_a_reason() {
        let at_ease = Pair { at_ease_mine: true, at_ease_theirs: true, ..pair() };
        let half = Pair { at_ease_mine: true, ..pair() };
        let reason = "on leave until March".to_owned();
        for (what, pair, rule) in [
            ("weekly", pair(), None),
            ("every day", Pair { every_days: 1, ..pair() }, None),
            ("every second week at once", Pair { every_days: 14, ..pair() }, Some("pair.at_ease")),
            ("every second week, one at ease", Pair { every_days: 14, ..half }, Some("pair.at_ease")),
            ("every second week, both at ease", Pair { every_days: 14, ..at_ease.clone() }, None),
            ("15 days", Pair { every_days: 15, ..at_ease.clone() }, Some("pair.sparse")),
            ("15 days, with a reason", Pair { every_days: 15, sparse_because: reason, ..at_ease }, None),
            ("never", Pair { every_days: 0, ..pair() }, Some("pair.rhythm")),
            ("9 minutes", Pair { minutes: 9, ..pair() }, Some("pair.minutes")),
            ("nowhere", Pair { zone: "Middle/Earth".into(), ..pair() }, Some("workday.zone")),
            ("backwards", Pair { ends_on: "2026-09-02".parse().ok(), ..pair() }, Some("pair.ends_before")),
        ] {
            assert_eq!(pair.check().err().map(|refusal| refusal.rule), rule, "{what}");
        }
    }

    #[test]
    fn slots_follow_the_rhythm_between_any_two_moments() {
        let weekly = pair();
        let second = Pair { every_days: 14, ends_on: "2026-10-15".parse().ok(), ..pair() };
        for (pair, from, to, slots) in [
            (&weekly, "2026-08-01T00:00", "2026-09-11T00:00", &["2026-09-03T10:00", "2026-09-10T10:00"][..]),
            (&weekly, "2026-09-03T10:01", "2026-09-10T10:00", &[]),
            (&weekly, "2026-09-03T10:00", "2026-09-03T10:01", &["2026-09-03T10:00"]),
            (&weekly, "2036-09-01T00:00", "2036-09-08T00:00", &["2036-09-04T10:00"]),
            (&second, "2026-09-20T00:00", "2027-01-01T00:00", &["2026-10-01T10:00", "2026-10-15T10:00"]),
        ] {
            let found: Vec<NaiveDateTime> = pair.slots(wall(from), wall(to)).collect();
            assert_eq!(found, slots.iter().map(|slot| wall(slot)).collect::<Vec<_>>(), "{from} to {to}");
        }
        assert!(weekly.has_slot(wall("2026-09-17T10:00")));
        assert!(!weekly.has_slot(wall("2026-09-17T10:30")));
        assert!(!weekly.has_slot(wall("2026-08-27T10:00")));
    }
}
