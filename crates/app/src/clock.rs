//! The clock on the wall. The only place of the house that asks what time it is.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, FixedOffset, Local, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use domain::workday::Zone;

/// Tells the time; cheap to clone. A test sets its own.
#[derive(Clone)]
pub struct Clock {
    tell: Arc<dyn Fn() -> DateTime<FixedOffset> + Send + Sync>,
    zone: Zone,
}

impl Clock {
    /// The clock of this machine, in its own time zone.
    pub fn of_this_machine() -> Self {
        let here = iana_time_zone::get_timezone().ok().and_then(|name| Zone::named(&name).ok());
        // A machine that does not say where it is keeps the distance from Greenwich that it has now.
        let zone = here.unwrap_or_else(|| Zone::ahead_by(Local::now().offset().local_minus_utc()));
        Self { tell: Arc::new(|| Local::now().fixed_offset()), zone }
    }

    /// A clock that stands still until its [`Hands`] are moved.
    pub fn standing(at: DateTime<FixedOffset>) -> (Self, Hands) {
        let hands = Hands(Arc::new(Mutex::new(at)));
        let shown = hands.clone();
        let zone = Zone::ahead_by(at.offset().local_minus_utc());
        (Self { tell: Arc::new(move || shown.read()), zone }, hands)
    }

    /// This moment.
    pub fn now(&self) -> DateTime<Utc> {
        (self.tell)().to_utc()
    }

    /// This day, where the owner is.
    pub fn today(&self) -> NaiveDate {
        (self.tell)().date_naive()
    }

    /// What the clock on the wall shows, where the owner is.
    pub fn wall(&self) -> NaiveDateTime {
        (self.tell)().naive_local()
    }

    /// The zone of the wall it hangs on.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }
}

/// The hands of a standing clock.
#[derive(Clone)]
pub struct Hands(Arc<Mutex<DateTime<FixedOffset>>>);

impl Hands {
    /// Moves the clock by `by`, forwards or backwards.
    pub fn turn(&self, by: TimeDelta) {
        let mut at = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *at += by;
    }

    fn read(&self) -> DateTime<FixedOffset> {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_standing_clock_moves_only_by_hand_and_knows_its_own_midnight() {
        let at = DateTime::parse_from_rfc3339("2026-11-22T23:30:00-05:00").expect("a moment");
        let (clock, hands) = Clock::standing(at);
        assert_eq!(clock.now().to_rfc3339(), "2026-11-23T04:30:00+00:00");
        assert_eq!(clock.today().to_string(), "2026-11-22", "the owner's day, not Greenwich's");
        hands.turn(TimeDelta::minutes(31));
        assert_eq!(clock.wall().to_string(), "2026-11-23 00:01:00");
    }
}
