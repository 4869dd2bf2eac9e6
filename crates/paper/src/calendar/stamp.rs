//! Moments and lengths as a calendar file writes them (RFC 5545, sections 3.3.4 to 3.3.6).

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use domain::workday::Zone;

use super::lines::Property;
use super::windows::iana_of;

/// A day, or a time on some clock.
#[derive(Clone, Debug)]
pub(super) enum Stamp {
    Day(NaiveDate),
    At(NaiveDateTime, Clock),
}

/// Which clock a time is on.
#[derive(Clone, Debug)]
pub(super) enum Clock {
    /// Where the owner is.
    Here,
    /// In a zone, by its IANA name.
    Of(String, Zone),
}

/// Why a stamp cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BadStamp {
    Date,
    Zone,
}

impl Clock {
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Here => "",
            Self::Of(name, _) => name,
        }
    }

    pub(super) fn zone<'a>(&'a self, here: &'a Zone) -> &'a Zone {
        match self {
            Self::Here => here,
            Self::Of(_, zone) => zone,
        }
    }
}

impl Stamp {
    /// The stamps of a property, which may be several with commas between them.
    pub(super) fn all_of(property: &Property, zones: &Zones) -> Result<Vec<Self>, BadStamp> {
        property
            .value
            .split(',')
            .map(|value| Self::read(value.trim(), property.param("TZID"), zones))
            .collect()
    }

    /// The one stamp of a property.
    pub(super) fn of(property: &Property, zones: &Zones) -> Result<Self, BadStamp> {
        Self::read(property.value.trim(), property.param("TZID"), zones)
    }

    fn read(value: &str, zone: Option<&str>, zones: &Zones) -> Result<Self, BadStamp> {
        let (day, time) = value.split_once('T').map_or((value, None), |(day, time)| (day, Some(time)));
        let day = day_of(day).ok_or(BadStamp::Date)?;
        let Some(time) = time else { return Ok(Self::Day(day)) };
        let (time, is_utc) = time.strip_suffix(['Z', 'z']).map_or((time, false), |time| (time, true));
        let wall = day.and_time(time_of(time).ok_or(BadStamp::Date)?);
        let clock = match zone {
            _ if is_utc => Clock::Of("UTC".to_owned(), Zone::UTC),
            None | Some("") => Clock::Here,
            Some(name) => zones.named(name).ok_or(BadStamp::Zone)?,
        };
        Ok(Self::At(wall, clock))
    }

    pub(super) fn day(&self) -> NaiveDate {
        match self {
            Self::Day(day) => *day,
            Self::At(wall, _) => wall.date(),
        }
    }

    /// The moment, with days beginning at midnight where the owner is.
    pub(super) fn instant(&self, here: &Zone) -> DateTime<Utc> {
        match self {
            Self::Day(day) => here.instant(day.and_time(chrono::NaiveTime::MIN)),
            Self::At(wall, clock) => clock.zone(here).instant(*wall),
        }
    }

    /// What the clock of a series shows then; a day stands for the slot on it.
    pub(super) fn on_clock(&self, starts: NaiveDateTime, clock: &Clock, here: &Zone) -> NaiveDateTime {
        match self {
            Self::Day(day) => day.and_time(starts.time()),
            // The same clock again needs no way around, which would move a time in the hour that is left out.
            Self::At(wall, own) if own.name() == clock.name() => *wall,
            Self::At(..) => clock.zone(here).wall(self.instant(here)),
        }
    }
}

pub(super) fn day_of(text: &str) -> Option<NaiveDate> {
    let is_day = text.len() == 8 && text.bytes().all(|digit| digit.is_ascii_digit());
    let part = |from, to| text.get(from..to)?.parse::<u32>().ok();
    let year = i32::try_from(part(0, 4).filter(|_| is_day)?).ok()?;
    NaiveDate::from_ymd_opt(year, part(4, 6)?, part(6, 8)?).filter(|_| (1900..=2200).contains(&year))
}

fn time_of(text: &str) -> Option<chrono::NaiveTime> {
    let is_time = [4, 6].contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit());
    let part = |from, to| text.get(from..to)?.parse::<u32>().ok();
    chrono::NaiveTime::from_hms_opt(part(0, 2).filter(|_| is_time)?, part(2, 4)?, 0)
}

/// A length such as `PT30M` or `P1DT2H`; none for one that is not, or that goes back in time.
pub(super) fn length_of(text: &str) -> Option<TimeDelta> {
    let rest = text.strip_prefix('+').unwrap_or(text).strip_prefix('P')?;
    let (mut seconds, mut number, mut is_time) = (0_i64, None::<i64>, false);
    for letter in rest.chars() {
        let unit = match (letter, is_time) {
            ('0'..='9', _) => {
                let digit = i64::from(letter.to_digit(10)?);
                number = Some(number.unwrap_or(0).checked_mul(10)?.checked_add(digit)?);
                continue;
            }
            ('T', false) => {
                is_time = true;
                continue;
            }
            ('W', false) => 7 * 86_400,
            ('D', false) => 86_400,
            ('H', true) => 3600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        seconds = seconds.checked_add(number.take()?.checked_mul(unit)?)?;
    }
    if number.is_some() { None } else { TimeDelta::try_seconds(seconds) }
}

/// The zones that a file names: by themselves, or by what it says of them.
#[derive(Default)]
pub(super) struct Zones {
    /// The IANA names that a file gives for its own names.
    pub(super) said: HashMap<String, String>,
}

impl Zones {
    fn named(&self, name: &str) -> Option<Clock> {
        let clock = |name: &str| {
            Zone::named(name).ok().map(|zone| {
                Clock::Of(if zone.name().is_empty() { name } else { zone.name() }.to_owned(), zone.clone())
            })
        };
        // Some programs put a path of their own before it: /example.org/20260101/Europe/Lisbon.
        let ends = name.match_indices('/').map(|(at, _)| &name[at + 1..]).filter(|end| end.contains('/'));
        clock(name)
            .or_else(|| ends.filter_map(clock).next())
            .or_else(|| self.said.get(name).and_then(|said| clock(said)))
            .or_else(|| iana_of(name).and_then(clock))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read() {
        for (text, minutes) in [
            ("PT30M", Some(30)),
            ("P1DT2H", Some(26 * 60)),
            ("P1W", Some(7 * 24 * 60)),
            ("PT1H30M0S", Some(90)),
            ("-PT30M", None),
            ("PT30", None),
            ("P30M", None),
            ("", None),
            ("PT99999999999999999999H", None),
        ] {
            assert_eq!(length_of(text).map(|length| length.num_minutes()), minutes, "{text}");
        }
    }

    #[test]
    fn zones_are_known_by_the_names_that_programs_give_them() {
        let zones = Zones { said: [("Mine".to_owned(), "Europe/Lisbon".to_owned())].into() };
        for (name, iana) in [
            ("Europe/Lisbon", Some("Europe/Lisbon")),
            ("/example.org/20260101/America/Argentina/Salta", Some("America/Argentina/Salta")),
            ("Mine", Some("Europe/Lisbon")),
            ("W. Europe Standard Time", Some("Europe/Berlin")),
            ("Middle Earth", None),
        ] {
            let found = zones.named(name);
            assert_eq!(found.as_ref().map(Clock::name), iana, "{name}");
        }
    }
}
