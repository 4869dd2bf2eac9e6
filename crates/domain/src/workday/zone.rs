//! A wall clock somewhere: what it shows, and which instant that is.
//!
//! Zones come from the data that is built in, so that every machine gives the same answer. A wall time that does not
//! exist, because the clock was put forward over it, means the time that follows the gap by as much as it lay inside
//! it; one that exists twice means the first (RFC 5545, section 3.3.5).

use chrono::{DateTime, NaiveDateTime, Utc};
use jiff::civil;
use jiff::tz::TimeZone;

use crate::Refusal;

/// An IANA time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Zone {
    /// Greenwich.
    pub const UTC: Self = Self(TimeZone::UTC);

    /// The zone of this name, such as `Europe/Lisbon`.
    ///
    /// # Errors
    /// Refuses a name that no zone has.
    pub fn named(name: &str) -> Result<Self, Refusal> {
        TimeZone::get(name).map(Self).map_err(|_| {
            Refusal::new("workday.zone", "There is no time zone of that name.")
                .next("Use a name like Europe/Lisbon or America/Vancouver.")
        })
    }

    /// A clock that is ahead of Greenwich by so many seconds, all year round.
    pub fn ahead_by(seconds: i32) -> Self {
        jiff::tz::Offset::from_seconds(seconds).map_or(Self::UTC, |offset| Self(TimeZone::fixed(offset)))
    }

    /// Its name; empty for one without.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or_default()
    }

    /// The instant at which the clock of this zone shows `wall`.
    pub fn instant(&self, wall: NaiveDateTime) -> DateTime<Utc> {
        civil_of(wall)
            .and_then(|wall| self.0.to_ambiguous_timestamp(wall).compatible().ok())
            .and_then(|stamp| DateTime::from_timestamp(stamp.as_second(), 0))
            // Only beyond the years 9999: no zone has rules there.
            .unwrap_or_else(|| wall.and_utc())
    }

    /// What the clock of this zone shows at `instant`, to the second.
    pub fn wall(&self, instant: DateTime<Utc>) -> NaiveDateTime {
        let seconds = instant.timestamp();
        let offset =
            jiff::Timestamp::from_second(seconds).map_or(0, |stamp| self.0.to_offset(stamp).seconds());
        DateTime::from_timestamp(seconds + i64::from(offset), 0)
            .map_or(instant.naive_utc(), |at| at.naive_utc())
    }

    /// How the clock of this zone stands at `instant`.
    pub fn standing(&self, instant: DateTime<Utc>) -> Standing {
        let stamp = jiff::Timestamp::from_second(instant.timestamp()).unwrap_or_default();
        let info = self.0.to_offset_info(stamp);
        Standing {
            since: instant,
            offset: info.offset().seconds(),
            is_summer: info.dst().is_dst(),
            name: info.abbreviation().to_owned(),
        }
    }

    /// Every change of this clock after `instant`, in order; without an end where the zone has a rule.
    pub fn changes(&self, instant: DateTime<Utc>) -> impl Iterator<Item = Standing> + '_ {
        let stamp = jiff::Timestamp::from_second(instant.timestamp()).unwrap_or_default();
        self.0.following(stamp).filter_map(|change| {
            Some(Standing {
                since: DateTime::from_timestamp(change.timestamp().as_second(), 0)?,
                offset: change.offset().seconds(),
                is_summer: change.dst().is_dst(),
                name: change.abbreviation().to_owned(),
            })
        })
    }

    /// Whether the clock of this zone ever shows `wall`.
    pub fn shows(&self, wall: NaiveDateTime) -> bool {
        self.wall(self.instant(wall)) == wall
    }
}

/// How a clock stands from a moment on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// From when on.
    pub since: DateTime<Utc>,
    /// Ahead of Greenwich, in seconds; negative when behind.
    pub offset: i32,
    /// Whether it is put forward for the summer.
    pub is_summer: bool,
    /// What that is called, such as `WEST`.
    pub name: String,
}

fn civil_of(wall: NaiveDateTime) -> Option<civil::DateTime> {
    use chrono::{Datelike, Timelike};
    let part = |value: u32| i8::try_from(value).ok();
    civil::DateTime::new(
        i16::try_from(wall.year()).ok()?,
        part(wall.month())?,
        part(wall.day())?,
        part(wall.hour())?,
        part(wall.minute())?,
        part(wall.second())?,
        0,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wall(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").expect("a wall time")
    }

    #[test]
    fn ten_o_clock_stays_ten_o_clock_across_a_change_of_the_clocks() {
        for (zone, at, instant) in [
            ("Europe/Lisbon", "2026-10-22T10:00", "2026-10-22T09:00:00+00:00"),
            ("Europe/Lisbon", "2026-10-29T10:00", "2026-10-29T10:00:00+00:00"),
            ("America/New_York", "2026-03-05T10:00", "2026-03-05T15:00:00+00:00"),
            ("America/New_York", "2026-03-12T10:00", "2026-03-12T14:00:00+00:00"),
            ("Asia/Kolkata", "2026-03-12T10:00", "2026-03-12T04:30:00+00:00"),
            // Vancouver and Edmonton stopped changing their clocks in 2026; older data says otherwise.
            ("America/Vancouver", "2026-12-01T10:00", "2026-12-01T17:00:00+00:00"),
        ] {
            let named = Zone::named(zone).expect("a zone");
            assert_eq!(named.instant(wall(at)).to_rfc3339(), instant, "{zone} {at}");
            assert_eq!(named.wall(named.instant(wall(at))), wall(at), "{zone} {at} and back");
        }
    }

    #[test]
    fn a_missing_hour_is_the_one_after_the_gap_and_a_double_hour_is_its_first() {
        let berlin = Zone::named("Europe/Berlin").expect("a zone");
        for (at, instant, shown) in [
            ("2026-03-29T02:30", "2026-03-29T01:30:00+00:00", "2026-03-29T03:30"),
            ("2026-10-25T02:30", "2026-10-25T00:30:00+00:00", "2026-10-25T02:30"),
        ] {
            assert_eq!(berlin.instant(wall(at)).to_rfc3339(), instant, "{at}");
            assert_eq!(berlin.wall(berlin.instant(wall(at))), wall(shown), "{at}");
        }
        assert!(!berlin.shows(wall("2026-03-29T02:30")));
        assert!(berlin.shows(wall("2026-10-25T02:30")));
    }

    #[test]
    fn a_zone_that_does_not_exist_is_refused() {
        for name in ["Middle/Earth", "", "Europe/Lisbon; DROP"] {
            assert_eq!(Zone::named(name).expect_err("no zone").rule, "workday.zone", "{name}");
        }
    }
}
