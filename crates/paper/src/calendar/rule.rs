//! Recurrence rules, as far as a series of 1:1s goes by one: every so many weeks or days (RFC 5545, section 3.3.10).

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};
use domain::workday::Zone;

use super::stamp::{Clock, Stamp, day_of};

/// A rule that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) every_days: u32,
    pub(super) ends_on: Option<NaiveDate>,
}

/// The sparsest rule, in days, and the most occurrences that are counted.
const SPARSEST: u32 = 366;
const MOST: u32 = 10_000;

/// The rule of a series that starts at `starts`; none when it repeats in another way.
pub(super) fn read(text: &str, starts: NaiveDateTime, clock: &Clock, here: &Zone) -> Option<Rule> {
    let (mut unit, mut interval, mut count, mut until) = (None, 1_u32, None, None);
    for part in text.split(';').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=')?;
        match name.to_ascii_uppercase().as_str() {
            "FREQ" => {
                unit = match value.to_ascii_uppercase().as_str() {
                    "WEEKLY" => Some(7),
                    "DAILY" => Some(1),
                    _ => return None,
                }
            }
            "INTERVAL" => {
                interval = value.parse().ok().filter(|interval| (1..=SPARSEST).contains(interval))?
            }
            "COUNT" => count = Some(value.parse::<u32>().ok().filter(|count| (1..=MOST).contains(count))?),
            "UNTIL" => until = Some(last_day(value, starts, clock, here)?),
            // The week's first day says nothing of a rule with one day a week.
            "WKST" => {}
            "BYDAY" if value.eq_ignore_ascii_case(day_name(starts)) => {}
            _ => return None,
        }
    }
    let every_days = unit? * interval;
    let counted = count
        .map(|count| starts.date().checked_add_days(Days::new(u64::from(count - 1) * u64::from(every_days))));
    let ends_on = match counted {
        Some(last) => Some(last?),
        None => until,
    };
    (every_days <= SPARSEST).then_some(Rule { every_days, ends_on })
}

/// The last day on which a slot is not later than `until`.
fn last_day(until: &str, starts: NaiveDateTime, clock: &Clock, here: &Zone) -> Option<NaiveDate> {
    if let Some(day) = day_of(until) {
        return Some(day);
    }
    let property = super::lines::Property::of(&format!("UNTIL:{until}"))?;
    let wall = Stamp::of(&property, &super::stamp::Zones::default()).ok()?.on_clock(starts, clock, here);
    if wall.time() >= starts.time() { Some(wall.date()) } else { wall.date().pred_opt() }
}

fn day_name(starts: NaiveDateTime) -> &'static str {
    const NAMES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let place = starts.weekday().num_days_from_monday();
    usize::try_from(place).ok().and_then(|place| NAMES.get(place)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekly_rules_are_read_and_others_are_not_guessed() {
        // A Thursday.
        let starts: NaiveDateTime = "2026-11-19T15:00:00".parse().expect("a time");
        let lisbon = Zone::named("Europe/Lisbon").expect("a zone");
        let clock = Clock::Of("Europe/Lisbon".into(), lisbon);
        let day = |text: &str| text.parse().ok();
        for (text, expected) in [
            ("FREQ=WEEKLY", Some((7, None))),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;WKST=MO", Some((14, None))),
            ("FREQ=DAILY;INTERVAL=10", Some((10, None))),
            ("FREQ=WEEKLY;COUNT=3", Some((7, day("2026-12-03")))),
            ("FREQ=WEEKLY;UNTIL=20261210", Some((7, day("2026-12-10")))),
            ("FREQ=WEEKLY;UNTIL=20261210T150000Z", Some((7, day("2026-12-10")))),
            ("FREQ=WEEKLY;UNTIL=20261210T145959Z", Some((7, day("2026-12-09")))),
            ("FREQ=WEEKLY;BYDAY=MO,TH", None),
            ("FREQ=WEEKLY;BYDAY=FR", None),
            ("FREQ=MONTHLY;BYDAY=3TH", None),
            ("FREQ=WEEKLY;BYSETPOS=1", None),
            ("FREQ=WEEKLY;INTERVAL=0", None),
            ("FREQ=WEEKLY;INTERVAL=4294967295", None),
            ("FREQ=WEEKLY;COUNT=4294967295", None),
            ("INTERVAL=2", None),
            ("WEEKLY", None),
        ] {
            let read = read(text, starts, &clock, &Zone::UTC).map(|rule| (rule.every_days, rule.ends_on));
            assert_eq!(read, expected, "{text}");
        }
    }
}
