//! One event of a calendar file.

use chrono::{Months, NaiveDate, NaiveDateTime};
use domain::one_on_one::{MINUTES, USUAL_MINUTES};
use domain::workday::Zone;

use super::lines::Property;
use super::read::{BROKEN, is_slot};
use super::rule;
use super::stamp::{BadStamp, Clock, Stamp, Zones, length_of};
use super::yearly;
use super::{Event, Guest, Said, Series, When};

/// What is read of an event; the rest is skipped.
const READ: &[&str] = &[
    "UID",
    "SUMMARY",
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "RDATE",
    "EXDATE",
    "EXRULE",
    "RECURRENCE-ID",
    "ATTENDEE",
    "ORGANIZER",
    "STATUS",
];
/// More guests than this are a gathering, whoever they are.
const MOST_GUESTS: usize = 50;
/// A day off may be so many days long; longer is a holiday of one's own.
const MOST_DAYS: i64 = 14;
/// So many slots that do not take place are kept.
const MOST_EXCEPTIONS: usize = 1_000;

const NO_START: Said = Said {
    rule: "calendar.no_start",
    sentence: "It has no beginning that can be read. Open it in your calendar and set its time again.",
};
const ZONE: Said = Said {
    rule: "calendar.zone",
    sentence: "Its time zone is not known here. Choose a city's zone for it in your calendar.",
};
const RULE: Said = Said {
    rule: "calendar.rule",
    sentence: "It repeats in a way that a series of 1:1s does not. Make it weekly, or plan single ones.",
};
const DAYS_REPEAT: Said = Said {
    rule: "calendar.days_repeat",
    sentence: "It repeats in a way that is not read here. Days off are taken one by one, or every year.",
};
const DAYS_FAR: Said = Said {
    rule: "calendar.days_far",
    sentence: "None of its days lies between a year ago and three years ahead.",
};
const LENGTH: Said = Said {
    rule: "calendar.minutes",
    sentence: "A 1:1 takes between 10 minutes and 8 hours. Change its length in your calendar.",
};
const TOO_LONG: Said =
    Said { rule: "calendar.days", sentence: "It is longer than two weeks. Days off are shorter." };
const CANCELLED: Said = Said { rule: "calendar.cancelled", sentence: "It was cancelled." };
const MISSING_HOUR: Said = Said {
    rule: "calendar.missing_hour",
    sentence: "The clocks are put forward over its time that day, so it starts as much later.",
};
const NO_END: Said = Said { rule: "calendar.no_end", sentence: "It has no end, so it takes half an hour." };

/// An event as it stands in the file.
pub(super) struct Part {
    pub(super) line: u64,
    pub(super) properties: Vec<Property>,
    pub(super) is_broken: bool,
}

impl Part {
    pub(super) fn at(line: u64) -> Self {
        Self { line, properties: Vec::new(), is_broken: false }
    }

    pub(super) fn broken(mut self) -> Self {
        self.is_broken = true;
        self
    }

    fn get(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }

    pub(super) fn summary(&self) -> String {
        self.get("SUMMARY").map(|summary| summary.text().chars().take(200).collect()).unwrap_or_default()
    }
}

/// Whether lines of that name are read at all.
pub(super) fn is_read(name: &str) -> bool {
    READ.contains(&name)
}

/// An event with its fields understood, before it is joined with others.
pub(super) struct Draft {
    pub(super) uid: String,
    summary: String,
    start: Stamp,
    minutes: u32,
    days: u32,
    /// The days it begins on, where it comes every year.
    yearly: Option<Vec<NaiveDate>>,
    series: Option<Series>,
    guests: Vec<Guest>,
    notes: Vec<Said>,
    /// The slot of a series that this one stands for.
    pub(super) slot: Option<Stamp>,
    pub(super) is_cancelled: bool,
}

/// Understands an event.
///
/// Of what comes every year, the days near `today` are taken.
pub(super) fn draft(part: &Part, zones: &Zones, here: &Zone, today: NaiveDate) -> Result<Draft, Said> {
    if part.is_broken {
        return Err(BROKEN);
    }
    let stamp = |name: &str| part.get(name).map(|property| Stamp::of(property, zones)).transpose();
    let start = stamp("DTSTART").map_err(bad)?.ok_or(NO_START)?;
    let slot = stamp("RECURRENCE-ID").map_err(bad)?;
    let is_cancelled =
        part.get("STATUS").is_some_and(|status| status.value.trim().eq_ignore_ascii_case("CANCELLED"));
    if is_cancelled && slot.is_none() {
        return Err(CANCELLED);
    }
    let mut notes = Vec::new();
    let length = match (stamp("DTEND").map_err(bad)?, part.get("DURATION")) {
        (Some(end), _) => Some(end.instant(here) - start.instant(here)),
        (None, Some(length)) => Some(length_of(length.value.trim()).ok_or(LENGTH)?),
        (None, None) => None,
    };
    let (mut minutes, mut days) = (USUAL_MINUTES, 1);
    match (&start, length) {
        (Stamp::At(..), Some(length)) if !is_cancelled && !length.is_zero() => {
            minutes = u32::try_from(length.num_minutes())
                .ok()
                .filter(|given| MINUTES.contains(given))
                .ok_or(LENGTH)?;
        }
        (Stamp::At(..), _) => notes.push(NO_END),
        (Stamp::Day(_), length) => {
            // An hour more or less where the clocks change within it.
            let whole = length.map_or(1, |length| (length.num_hours() + 2) / 24);
            days = u32::try_from(whole.max(1))
                .ok()
                .filter(|days| i64::from(*days) <= MOST_DAYS)
                .ok_or(TOO_LONG)?;
        }
    }
    let series = series(part, &start, zones, here)?;
    let yearly = match &start {
        Stamp::Day(first) if repeats(part) => Some(yearly_days(part, *first, zones, today)?),
        _ => None,
    };
    if let Stamp::At(wall, clock) = &start
        && !clock.zone(here).shows(*wall)
    {
        notes.push(MISSING_HOUR);
    }
    let uid = uid_of(part);
    let guests = guests(part);
    Ok(Draft {
        uid,
        summary: part.summary(),
        start,
        minutes,
        days,
        yearly,
        series,
        guests,
        notes,
        slot,
        is_cancelled,
    })
}

/// What its calendar knows an event by. One without a name is known by its time and title, so that the same file twice
/// still doubles nothing.
fn uid_of(part: &Part) -> String {
    let plain =
        |text: &str| text.trim().chars().filter(|letter| !letter.is_control()).take(500).collect::<String>();
    let given = part.get("UID").map(|uid| plain(&uid.value)).unwrap_or_default();
    if !given.is_empty() {
        return given;
    }
    let start = part.get("DTSTART").map(|start| plain(&start.value)).unwrap_or_default();
    format!("{start} {}", part.summary()).trim_end().to_owned()
}

fn repeats(part: &Part) -> bool {
    ["RRULE", "RDATE", "EXRULE"].iter().any(|name| part.get(name).is_some())
}

/// The rule of an event that repeats by one rule and nothing else.
fn only_rule(part: &Part) -> Option<&str> {
    let mut rules = part.properties.iter().filter(|property| property.name == "RRULE");
    let is_more = part.get("RDATE").is_some() || part.get("EXRULE").is_some();
    let rule = rules.next().filter(|_| !is_more)?;
    rules.next().is_none().then_some(rule.value.trim())
}

/// How long before and after today days off are of use: reviews look back a year, rhythms ahead.
const YEARS_BACK: u32 = 1;
const YEARS_AHEAD: u32 = 3;

/// The days on which a day off that comes every year begins, but for those that are taken out.
fn yearly_days(
    part: &Part,
    first: NaiveDate,
    zones: &Zones,
    today: NaiveDate,
) -> Result<Vec<NaiveDate>, Said> {
    let from = today - Months::new(12 * YEARS_BACK);
    let until = today + Months::new(12 * YEARS_AHEAD);
    let mut days =
        only_rule(part).and_then(|rule| yearly::days(rule, first, &(from..=until))).ok_or(DAYS_REPEAT)?;
    for property in part.properties.iter().filter(|property| property.name == "EXDATE") {
        let out: Vec<NaiveDate> =
            Stamp::all_of(property, zones).map_err(bad)?.iter().map(Stamp::day).collect();
        days.retain(|day| !out.contains(day));
    }
    if days.is_empty() { Err(DAYS_FAR) } else { Ok(days) }
}

/// Understands how an event repeats.
fn series(part: &Part, start: &Stamp, zones: &Zones, here: &Zone) -> Result<Option<Series>, Said> {
    let Stamp::At(starts, clock) = start else { return Ok(None) };
    if !repeats(part) {
        return Ok(None);
    }
    let rule = only_rule(part).and_then(|rule| rule::read(rule, *starts, clock, here)).ok_or(RULE)?;
    let mut series = Series {
        every_days: rule.every_days,
        ends_on: rule.ends_on,
        cancelled: Vec::new(),
        moved: Vec::new(),
    };
    for property in part.properties.iter().filter(|property| property.name == "EXDATE") {
        for stamp in Stamp::all_of(property, zones).map_err(bad)? {
            let slot = stamp.on_clock(*starts, clock, here);
            // One that is no slot takes nothing away.
            if is_slot(*starts, &series, slot) && series.cancelled.len() < MOST_EXCEPTIONS {
                series.cancelled.push(slot);
            }
        }
    }
    Ok(Some(series))
}

fn bad(stamp: BadStamp) -> Said {
    match stamp {
        BadStamp::Date => NO_START,
        BadStamp::Zone => ZONE,
    }
}

fn guests(part: &Part) -> Vec<Guest> {
    let mut guests: Vec<Guest> = Vec::new();
    for property in
        part.properties.iter().filter(|property| ["ATTENDEE", "ORGANIZER"].contains(&property.name.as_str()))
    {
        // A room is no guest.
        if property
            .param("CUTYPE")
            .is_some_and(|kind| ["ROOM", "RESOURCE"].iter().any(|room| kind.eq_ignore_ascii_case(room)))
        {
            continue;
        }
        let mail = mail_of(&property.value)
            .or_else(|| property.param("EMAIL").and_then(mail_of))
            .unwrap_or_default();
        let name = property.param("CN").unwrap_or_default().trim().chars().take(200).collect::<String>();
        let is_there =
            guests.iter().any(|guest| if mail.is_empty() { guest.name == name } else { guest.mail == mail });
        if !is_there && (!mail.is_empty() || !name.is_empty()) && guests.len() < MOST_GUESTS {
            guests.push(Guest { mail, name });
        }
    }
    guests
}

/// An address, if the text is one.
fn mail_of(text: &str) -> Option<String> {
    let text = text.trim();
    let address = match text.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => &text[7..],
        _ => text,
    };
    let (name, host) = address.split_once('@')?;
    let is_one = !name.is_empty() && host.contains('.') && !address.contains(char::is_whitespace);
    (is_one && address.len() <= 254).then(|| address.to_lowercase())
}

/// The clock of a zone that was understood once.
pub(super) fn clock_named(zone: &str) -> Clock {
    Zone::named(zone).map_or(Clock::Here, |found| Clock::Of(zone.to_owned(), found))
}

impl Draft {
    pub(super) fn on(&self) -> NaiveDate {
        self.start.day()
    }

    /// When it starts on the clock of a series, and how long it takes.
    pub(super) fn time(&self, starts: NaiveDateTime, clock: &Clock, here: &Zone) -> (NaiveDateTime, u32) {
        (self.start.on_clock(starts, clock, here), self.minutes)
    }

    /// The events it is: one, or one a year.
    pub(super) fn into_events(self) -> Vec<Event> {
        let Self { uid, summary, series, guests, notes, days: count, yearly, .. } = self;
        let starts = match (self.start, yearly) {
            (Stamp::Day(from), None) => vec![When::Days { from, count }],
            (Stamp::Day(_), Some(years)) => {
                years.into_iter().map(|from| When::Days { from, count }).collect()
            }
            (Stamp::At(starts, clock), _) => {
                vec![When::At { starts, zone: clock.name().to_owned(), minutes: self.minutes }]
            }
        };
        let is_one = starts.len() == 1;
        let event = |when: When| {
            let uid = match &when {
                When::Days { from, .. } if !is_one => format!("{uid} {from}"),
                _ => uid.clone(),
            };
            let (series, guests, notes) = (series.clone(), guests.clone(), notes.clone());
            Event { uid, summary: summary.clone(), when, series, guests, notes }
        };
        starts.into_iter().map(event).collect()
    }
}
