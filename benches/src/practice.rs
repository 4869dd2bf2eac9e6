//! What somebody waits for around a 1:1: the page that prepares it, Today, and what the series bring in ten years.

use std::collections::HashSet;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};
use domain::one_on_one::Pair;
use domain::workday::WorkCalendar;
use domain::{PairId, PersonId};
use serde_json::json;

use crate::Outcome;
use crate::clocked::{Times, time};
use crate::prepared::{Prepared, call, opened};
use crate::sheet::Line;

/// How often each is asked.
const ROUNDS: usize = 40;
/// So many series stand beside each other, for so many years, with days off in each.
const SERIES: u32 = 60;
const YEARS: u64 = 10;
const DAYS_OFF_A_YEAR: u32 = 12;

/// Measures the three.
pub fn measure(vault: &Prepared) -> Outcome<Vec<Line>> {
    let desk = opened(vault)?;
    let meetings = call(&desk, "one_on_one.list", json!({ "limit": ROUNDS }))?;
    let mut preparing = Times::default();
    for meeting in meetings.as_array().into_iter().flatten() {
        let (took, page) = time(|| call(&desk, "one_on_one.get", json!({ "id": meeting["id"] })));
        let page = page?;
        let (rhythm, pair) = time(|| call(&desk, "pair.get", json!({ "person": page["person"]["id"] })));
        pair?;
        preparing.push(took + rhythm);
    }
    let mut today = Times::default();
    for _ in 0..ROUNDS {
        let (day, reply) = time(|| call(&desk, "today.get", json!({})));
        reply?;
        let (due, reply) = time(|| call(&desk, "reminder.due", json!({})));
        reply?;
        today.push(day + due);
    }
    let mut expanding = Times::default();
    let (pairs, calendar) = series()?;
    // Every seventh occurrence was moved: the vault knows its slot.
    let (from, until) = stretch(&pairs)?;
    let taken: Vec<HashSet<NaiveDateTime>> =
        pairs.iter().map(|pair| pair.slots(from, until).step_by(7).collect()).collect();
    for _ in 0..ROUNDS {
        let (took, slots) = time(|| expand(&pairs, &taken, &calendar));
        if slots < 15_000 {
            return Err(format!("only {slots} slots in ten years of sixty series").into());
        }
        expanding.push(took);
    }
    Ok(vec![
        Line::in_ms("preparation of a 1:1", &preparing, 10.0),
        Line::in_ms("Today with what is due", &today, 20.0),
        Line::in_ms("ten years of 60 series", &expanding, 5.0),
    ])
}

/// Sixty series that begin in the same weeks, and a calendar with days off.
fn series() -> Outcome<(Vec<Pair>, WorkCalendar)> {
    let begins = first_day()?;
    let mut pairs = Vec::new();
    for n in 0..SERIES {
        let day = begins + Days::new(u64::from(n % 5));
        let at = day.and_hms_opt(9 + n / 10, 0, 0).ok_or("no such hour")?;
        let mut pair = Pair::weekly(PairId::make(), PersonId::make(), at, 30);
        pair.every_days = if n % 3 == 0 { 14 } else { 7 };
        pairs.push(pair);
    }
    let years = i32::try_from(YEARS)?;
    let off =
        (0..years).flat_map(|year| (1..=DAYS_OFF_A_YEAR).map(move |month| (begins.year() + year, month)));
    let off = off.filter_map(|(year, month)| NaiveDate::from_ymd_opt(year, month, 10 + month));
    Ok((pairs, WorkCalendar::default().with_holidays(off)))
}

fn first_day() -> Outcome<NaiveDate> {
    Ok(NaiveDate::from_ymd_opt(2016, 1, 4).ok_or("no such day")?)
}

fn stretch(pairs: &[Pair]) -> Outcome<(NaiveDateTime, NaiveDateTime)> {
    let from = pairs.iter().map(|pair| pair.begins).min().ok_or("no series")?;
    Ok((from, from + Days::new(YEARS * 366)))
}

/// Every slot of every series but those from which a meeting was moved away, each told whether it falls on a day off.
fn expand(pairs: &[Pair], taken: &[HashSet<NaiveDateTime>], calendar: &WorkCalendar) -> usize {
    let Ok((from, until)) = stretch(pairs) else { return 0 };
    let mut found: Vec<(NaiveDateTime, bool)> = Vec::new();
    for (pair, taken) in pairs.iter().zip(taken) {
        let free = pair.slots(from, until).filter(|slot| !taken.contains(slot));
        found.extend(free.map(|slot| (slot, calendar.is_working(slot.date()))));
    }
    found.sort_unstable();
    std::hint::black_box(&found).len()
}
