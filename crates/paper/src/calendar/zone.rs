//! A time zone as a calendar file explains it (RFC 5545, section 3.6.5): made from the rules that are built in, so that
//! a calendar on another machine, with older rules, shows the same hours.

use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Utc};
use domain::workday::{Standing, Zone};

/// Changes are looked at for so many years: as long as weekdays take to fall on every day of a month.
const YEARS: i32 = 30;
/// A rule has to hold for so many years to be one.
const FEWEST: usize = 10;

/// A change of the clock: from how much ahead of Greenwich, to what.
struct Change {
    /// What the clock showed before.
    wall: NaiveDateTime,
    from: i32,
    to: Standing,
}

/// The lines of the zone from `since` on.
pub(super) fn lines(zone: &Zone, since: DateTime<Utc>) -> Vec<String> {
    let mut lines = vec!["BEGIN:VTIMEZONE".to_owned(), format!("TZID:{}", zone.name())];
    let first = zone.standing(since);
    let last_year = since.year() + YEARS;
    let mut offset = first.offset;
    let changes: Vec<Change> = zone
        .changes(since)
        .take_while(|to| to.since.year() < last_year)
        .map(|to| {
            let from = std::mem::replace(&mut offset, to.offset);
            Change { wall: to.since.naive_utc() + TimeDelta::seconds(from.into()), from, to }
        })
        .collect();
    let begins = since.naive_utc() + TimeDelta::seconds(first.offset.into());
    component(&mut lines, &Change { wall: begins, from: first.offset, to: first }, None);
    // Each kind of change by itself: to summer time, and back.
    let mut kinds: Vec<(i32, i32, bool)> = changes.iter().map(kind_of).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        let of_kind: Vec<&Change> = changes.iter().filter(|change| kind_of(change) == kind).collect();
        let (single, ruled) = of_kind.split_at(rule_from(&of_kind));
        for change in single {
            component(&mut lines, change, None);
        }
        if let Some(first) = ruled.first() {
            component(&mut lines, first, rule_of(ruled).as_deref());
        }
    }
    lines.push("END:VTIMEZONE".to_owned());
    lines
}

fn kind_of(change: &Change) -> (i32, i32, bool) {
    (change.from, change.to.offset, change.to.is_summer)
}

/// From which change on all of a kind follow one rule to the end of what is looked at; their number where none do.
fn rule_from(changes: &[&Change]) -> usize {
    let until = changes.last().map_or(0, |last| last.wall.year());
    let is_ruled = |from: &usize| {
        let rest = changes.get(*from..).unwrap_or_default();
        rest.len() >= FEWEST
            && rest.len() + 1 >= usize::try_from(until - rest[0].wall.year()).unwrap_or(0)
            && rule_of(rest).is_some()
    };
    (0..changes.len()).find(is_ruled).unwrap_or(changes.len())
}

/// The yearly rule that all of these follow.
fn rule_of(changes: &[&Change]) -> Option<String> {
    const NAMES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let first = changes.first()?.wall;
    let is_yearly = changes.windows(2).all(|two| two[0].wall.year() + 1 == two[1].wall.year());
    let is_alike = changes.iter().all(|change| {
        let wall = change.wall;
        wall.month() == first.month() && wall.weekday() == first.weekday() && wall.time() == first.time()
    });
    if !is_yearly || !is_alike {
        return None;
    }
    let day = NAMES.get(usize::try_from(first.weekday().num_days_from_monday()).ok()?)?;
    let days = || changes.iter().map(|change| change.wall.day());
    let is_last = changes.iter().all(|change| (change.wall + TimeDelta::days(7)).month() != first.month());
    let (lowest, highest) = (days().min()?, days().max()?);
    let which = if is_last {
        format!("BYDAY=-1{day}")
    } else if (lowest - 1) / 7 == (highest - 1) / 7 {
        format!("BYDAY={}{day}", (lowest - 1) / 7 + 1)
    } else if highest - lowest == 6 {
        let list: Vec<String> = (lowest..=highest).map(|day| day.to_string()).collect();
        format!("BYMONTHDAY={};BYDAY={day}", list.join(","))
    } else {
        return None;
    };
    Some(format!("RRULE:FREQ=YEARLY;BYMONTH={};{which}", first.month()))
}

fn component(lines: &mut Vec<String>, change: &Change, rule: Option<&str>) {
    let kind = if change.to.is_summer { "DAYLIGHT" } else { "STANDARD" };
    lines.push(format!("BEGIN:{kind}"));
    lines.push(format!("DTSTART:{}", change.wall.format("%Y%m%dT%H%M%S")));
    lines.extend(rule.map(str::to_owned));
    lines.push(format!("TZOFFSETFROM:{}", offset(change.from)));
    lines.push(format!("TZOFFSETTO:{}", offset(change.to.offset)));
    lines.push(format!("TZNAME:{}", change.to.name));
    lines.push(format!("END:{kind}"));
}

fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{NaiveDate, NaiveTime, Weekday};

    /// What a program that knows nothing but the lines makes of them: the offset in seconds at an instant.
    struct Told(Vec<Part>);

    /// From when on, by which rule (month, day, days of the month), from and to how far ahead of Greenwich.
    type Part = (NaiveDateTime, Option<(u32, String, Vec<u32>)>, i32, i32);

    impl Told {
        fn read(lines: &[String]) -> Self {
            let seconds = |text: &str| {
                let (sign, rest) = text.split_at(1);
                let part = |from: usize| rest[from..from + 2].parse::<i32>().expect("a number");
                (part(0) * 3600 + part(2) * 60) * if sign == "-" { -1 } else { 1 }
            };
            let mut told = Vec::new();
            let mut one = Part::default();
            for line in lines {
                match line.split_once(':').expect("a line") {
                    ("DTSTART", at) => {
                        one.0 = NaiveDateTime::parse_from_str(at, "%Y%m%dT%H%M%S").expect("a time")
                    }
                    ("TZOFFSETFROM", text) => one.2 = seconds(text),
                    ("TZOFFSETTO", text) => one.3 = seconds(text),
                    ("RRULE", rule) => {
                        let part = |name: &str| {
                            rule.split(';').find_map(|part| part.strip_prefix(name)).map(str::to_owned)
                        };
                        let days = part("BYMONTHDAY=").unwrap_or_default();
                        let days = days.split(',').filter_map(|day| day.parse().ok()).collect();
                        let month = part("BYMONTH=").and_then(|month| month.parse().ok());
                        one.1 = Some((month.expect("a month"), part("BYDAY=").expect("a day"), days));
                    }
                    ("END", "STANDARD" | "DAYLIGHT") => {
                        told.push(std::mem::take(&mut one));
                    }
                    _ => {}
                }
            }
            Self(told)
        }

        fn offset_at(&self, at: NaiveDateTime) -> i32 {
            let onsets = self.0.iter().flat_map(|(start, rule, from, to)| {
                let days: Vec<NaiveDate> = match rule {
                    None => vec![start.date()],
                    Some((month, day, of)) => (start.year()..=at.year())
                        .filter_map(|year| onset(year, *month, day, of))
                        .filter(|day| *day >= start.date())
                        .collect(),
                };
                let time: NaiveTime = start.time();
                days.into_iter()
                    .map(move |day| (day.and_time(time) - TimeDelta::seconds((*from).into()), *to))
            });
            onsets.filter(|(onset, _)| *onset <= at).max_by_key(|(onset, _)| *onset).expect("an offset").1
        }
    }

    fn onset(year: i32, month: u32, day: &str, of: &[u32]) -> Option<NaiveDate> {
        let (place, name) = day.split_at(day.len() - 2);
        let weekday: Weekday = match name {
            "MO" => Weekday::Mon,
            "TU" => Weekday::Tue,
            "WE" => Weekday::Wed,
            "TH" => Weekday::Thu,
            "FR" => Weekday::Fri,
            "SA" => Weekday::Sat,
            _ => Weekday::Sun,
        };
        let mut days = NaiveDate::from_ymd_opt(year, month, 1)?
            .iter_days()
            .take_while(|day| day.month() == month)
            .filter(|day| day.weekday() == weekday && (of.is_empty() || of.contains(&day.day())));
        match place {
            "" => days.next(),
            "-1" => days.last(),
            nth => days.nth(nth.parse::<usize>().ok()? - 1),
        }
    }

    #[test]
    fn what_the_lines_say_is_what_the_zone_does_for_a_generation() {
        let since: DateTime<Utc> = "2026-11-19T12:00:00Z".parse().expect("a moment");
        for (name, is_ruled) in [
            ("Europe/Lisbon", true),
            ("America/New_York", true),
            ("Australia/Lord_Howe", true),
            ("Asia/Jerusalem", true),
            ("Europe/Dublin", true),
            ("America/Santiago", true),
            ("Africa/Casablanca", false),
            ("Asia/Kolkata", false),
        ] {
            let zone = Zone::named(name).expect("a zone");
            let lines = lines(&zone, since);
            assert_eq!(lines.iter().any(|line| line.starts_with("RRULE")), is_ruled, "{name}: {lines:?}");
            let told = Told::read(&lines);
            let hours = (0..29 * 366 * 24).step_by(31);
            for at in hours.map(|hours| since + TimeDelta::hours(hours)) {
                let offset = zone.standing(at).offset;
                assert_eq!(told.offset_at(at.naive_utc()), offset, "{name} at {at}: {lines:?}");
            }
            assert!(lines.len() < 500, "{name}: {} lines", lines.len());
        }
    }
}
