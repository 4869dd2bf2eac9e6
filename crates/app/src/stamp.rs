//! Days and moments as they cross the door: always the same few texts, whatever language is on the other side.

use std::fmt;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A day of the calendar, `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
#[serde(transparent)]
pub struct Day(pub NaiveDate);

/// A moment, RFC 3339 in UTC, to the millisecond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
pub struct Instant(pub DateTime<Utc>);

/// What the clock on the wall says where a meeting is, `YYYY-MM-DDTHH:MM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
pub struct WallTime(pub NaiveDateTime);

/// A time of the day, `HH:MM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
pub struct TimeOfDay(pub NaiveTime);

impl TimeOfDay {
    /// A full hour; midnight for anything that is none.
    pub fn hour(hour: u32) -> Self {
        Self(NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default())
    }
}

/// The one form of a time of the day.
const TIME: &str = "%H:%M";

/// The one form of a wall time.
const WALL: &str = "%Y-%m-%dT%H:%M";

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Millis, true))
    }
}

impl fmt::Display for WallTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.format(WALL).fmt(f)
    }
}

impl std::str::FromStr for Day {
    type Err = chrono::ParseError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.format(TIME).fmt(f)
    }
}

impl std::str::FromStr for TimeOfDay {
    type Err = chrono::ParseError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        NaiveTime::parse_from_str(text, TIME).map(Self)
    }
}

impl Serialize for TimeOfDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| de::Error::custom("a time of the day is written HH:MM"))
    }
}

impl std::str::FromStr for WallTime {
    type Err = chrono::ParseError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        NaiveDateTime::parse_from_str(text, WALL).map(Self)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for WallTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for WallTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| de::Error::custom("a wall time is written YYYY-MM-DDTHH:MM"))
    }
}

/// Tells "leave it" (absent), "take it away" (`null`) and "set it" apart in an argument.
///
/// # Errors
/// Whatever the value itself is refused for.
pub fn given<'de, T, D>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::deserialize(deserializer).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stamp_has_one_text() {
        let at: DateTime<Utc> = "2026-11-22T16:04:05.006Z".parse().expect("a moment");
        let day: Day = "2026-11-22".parse().expect("a day");
        let wall: WallTime = "2026-11-22T09:30".parse().expect("a wall time");
        assert_eq!(
            serde_json::to_string(&(Instant(at), day, wall)).expect("json"),
            r#"["2026-11-22T16:04:05.006Z","2026-11-22","2026-11-22T09:30"]"#
        );
        assert_eq!(serde_json::from_str::<WallTime>(r#""2026-11-22T09:30""#).expect("json"), wall);
        for wrong in ["2026-11-22", "2026-11-22T9:3:1", "2026-11-22T09:30:00", "tomorrow"] {
            assert!(wrong.parse::<WallTime>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn absent_null_and_given_are_three_things() {
        #[derive(Deserialize)]
        struct Args {
            #[serde(default, deserialize_with = "given")]
            due: Option<Option<Day>>,
        }
        for (json, due) in [
            ("{}", None),
            (r#"{"due":null}"#, Some(None)),
            (r#"{"due":"2026-01-02"}"#, Some(Some("2026-01-02".parse().expect("a day")))),
        ] {
            assert_eq!(serde_json::from_str::<Args>(json).expect(json).due, due, "{json}");
        }
    }
}
