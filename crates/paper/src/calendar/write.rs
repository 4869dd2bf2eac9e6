//! Writing a calendar file.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDateTime, TimeDelta, Utc};
use domain::workday::Zone;

use super::{CalendarSheet, EventSheet, zone};

/// A line is folded so that none has more bytes than this (RFC 5545, section 3.1).
const WIDEST: usize = 75;

/// A calendar file with these events.
pub fn make_calendar(sheet: &CalendarSheet) -> String {
    let mut out = Out::default();
    out.put("BEGIN:VCALENDAR");
    out.put("VERSION:2.0");
    out.put("PRODID:-//Inglenook//Inglenook//EN");
    out.put("CALSCALE:GREGORIAN");
    for (zone, since) in zones(sheet).into_values() {
        for line in zone::lines(&zone, since) {
            out.put(&line);
        }
    }
    for event in &sheet.events {
        out.event(event, sheet);
    }
    out.put("END:VCALENDAR");
    out.text
}

/// The zones that are named, each with a moment before its first use.
fn zones(sheet: &CalendarSheet) -> BTreeMap<String, (Zone, DateTime<Utc>)> {
    let mut zones = BTreeMap::new();
    for event in &sheet.events {
        let clock = clock_of(event, &sheet.here);
        if clock.name().is_empty() || *clock.name() == *"UTC" {
            continue;
        }
        let moved = event.moved.iter().map(|moved| moved.starts);
        let first = moved.chain([event.starts]).min().unwrap_or(event.starts);
        let since = clock.instant(first) - TimeDelta::days(1);
        let known = zones.entry(clock.name().to_owned()).or_insert((clock, since));
        known.1 = known.1.min(since);
    }
    zones
}

fn clock_of(event: &EventSheet, here: &Zone) -> Zone {
    if event.zone.is_empty() {
        here.clone()
    } else {
        Zone::named(&event.zone).unwrap_or_else(|_| here.clone())
    }
}

#[derive(Default)]
struct Out {
    text: String,
}

impl Out {
    fn event(&mut self, event: &EventSheet, sheet: &CalendarSheet) {
        let clock = clock_of(event, &sheet.here);
        let status = if event.is_cancelled { "CANCELLED" } else { "CONFIRMED" };
        self.begin(event, sheet, status);
        self.time("DTSTART", &clock, event.starts);
        self.put(&format!("DURATION:PT{}M", event.minutes));
        if let Some(every_days) = event.every_days {
            self.put(&rule(event, every_days, &clock));
            for slot in &event.cancelled {
                self.time("EXDATE", &clock, *slot);
            }
        }
        self.put("END:VEVENT");
        for moved in &event.moved {
            self.begin(event, sheet, "CONFIRMED");
            self.time("RECURRENCE-ID", &clock, moved.slot);
            self.time("DTSTART", &clock, moved.starts);
            self.put(&format!("DURATION:PT{}M", moved.minutes));
            self.put("END:VEVENT");
        }
    }

    fn begin(&mut self, event: &EventSheet, sheet: &CalendarSheet, status: &str) {
        self.put("BEGIN:VEVENT");
        self.put(&format!("UID:{}", escaped(&event.uid)));
        self.put(&format!("DTSTAMP:{}", sheet.made_at.format("%Y%m%dT%H%M%SZ")));
        self.put(&format!("SEQUENCE:{}", event.sequence));
        self.put(&format!("SUMMARY:{}", escaped(&event.summary)));
        self.put(&format!("STATUS:{status}"));
    }

    /// A time on a clock; a clock without a name, which never changes, is told in Greenwich's time.
    fn time(&mut self, name: &str, clock: &Zone, wall: NaiveDateTime) {
        match clock.name() {
            "" | "UTC" => self.put(&format!("{name}:{}", clock.instant(wall).format("%Y%m%dT%H%M%SZ"))),
            zone => self.put(&format!("{name};TZID={zone}:{}", wall.format("%Y%m%dT%H%M%S"))),
        }
    }

    /// A line, folded between letters.
    fn put(&mut self, line: &str) {
        let mut used = 0;
        for letter in line.chars() {
            if used + letter.len_utf8() > WIDEST {
                self.text.push_str("\r\n ");
                used = 1;
            }
            self.text.push(letter);
            used += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

fn rule(event: &EventSheet, every_days: u32, clock: &Zone) -> String {
    let (unit, interval) =
        if every_days.is_multiple_of(7) { ("WEEKLY", every_days / 7) } else { ("DAILY", every_days) };
    let until = event.ends_on.map(|last| {
        let after = last.checked_add_days(Days::new(1)).unwrap_or(last).and_time(chrono::NaiveTime::MIN);
        format!(";UNTIL={}", (clock.instant(after) - TimeDelta::seconds(1)).format("%Y%m%dT%H%M%SZ"))
    });
    format!("RRULE:FREQ={unit};INTERVAL={interval}{}", until.unwrap_or_default())
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}
