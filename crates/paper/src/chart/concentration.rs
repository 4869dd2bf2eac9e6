//! How the work rests on few people. Nobody is named: bars are sorted by their height and say nothing of whose they are.

use std::collections::BTreeMap;

use domain::StaffRowId;
use domain::headcount::LoadSlice;

use super::scale::{Scale, number, percent};
use super::sketch::{Lettering, PLAIN, SMALL, Sketch, nothing, table, width};
use super::{Anchor, CHART_WIDTH, Chart, Role};

const TITLE: &str = "Work that rests on few";
const UNIT: &str = "Hours by person, most first, in all months there is data for";
const PLOT_HEIGHT: f64 = 170.0;
const TOP: f64 = 24.0;
/// More bars than these would be hairs; a bar is then the mean of several people.
const MOST_BARS: usize = 60;

/// The hours of each person from most to least, with the fifth marked that has the most.
pub fn concentration(slices: &[LoadSlice]) -> Chart {
    let found = domain::headcount::concentration(slices);
    let hours = hours_by_person(slices);
    if hours.is_empty() {
        return nothing(
            TITLE,
            UNIT,
            "No work names the person who does it yet, so nothing can be said here.",
        );
    }
    let top = usize::try_from(found.top).unwrap_or(usize::MAX).min(hours.len());
    let size = hours.len().div_ceil(MOST_BARS);
    let bars = |hours: &[f64], is_top: bool| {
        let mean = |some: &[f64]| some.iter().sum::<f64>() / some.len().max(1) as f64;
        hours.chunks(size).map(|some| (mean(some), is_top)).collect::<Vec<_>>()
    };
    let (first, rest) = hours.split_at(top);
    let all: Vec<(f64, bool)> = bars(first, true).into_iter().chain(bars(rest, false)).collect();

    let bottom = TOP + PLOT_HEIGHT;
    let scale = Scale::of(0.0, hours.first().copied().unwrap_or(0.0), 4.0).between(bottom, TOP);
    let left = scale.ticks().map(|(_, text)| width(&text, SMALL, false)).fold(0.0, f64::max) + 8.0;
    let mut sketch = Sketch::default();
    for (value, text) in scale.ticks() {
        let y = scale.place(value);
        let role = if value == 0.0 { Role::Axis } else { Role::Grid };
        sketch.rule(role, [left, y], [CHART_WIDTH, y], false);
        sketch.label(left - 6.0, y + 4.0, Lettering { anchor: Anchor::End, ..PLAIN }, text);
    }
    // A few bars stand together at the left instead of far from each other.
    let pitch = ((CHART_WIDTH - left) / all.len() as f64).min(40.0);
    let place = |bar: f64| ((left + pitch * bar) * 100.0).round() / 100.0;
    for ((value, is_top), bar) in all.iter().zip(0_u8..) {
        let x = place(f64::from(bar) + 0.12);
        let y = (scale.place(*value) * 100.0).round() / 100.0;
        let role = if *is_top { Role::Warn } else { Role::Now };
        sketch.bar(role, [x, y, place(f64::from(bar) + 0.88) - x, bottom - y], false);
    }
    let share = percent(found.share, 0);
    let carry = if found.top == 1 { "carries" } else { "carry" };
    let people = if found.people == 1 { "person" } else { "people" };
    let said = format!("{} of {} {people} {carry} {share} of the hours", found.top, found.people);
    sketch.label(left + 2.0, 13.0, Lettering { role: Role::Warn, is_bold: true, ..PLAIN }, said.clone());
    if size > 1 {
        let text = format!("each bar is the mean of up to {size} people");
        sketch.label(CHART_WIDTH, 13.0, Lettering { anchor: Anchor::End, ..PLAIN }, text);
    }
    let sum = |hours: &[f64]| hours.iter().sum::<f64>();
    let row = |name: &str, many: usize, hours: f64, share: String| {
        vec![name.to_owned(), many.to_string(), number(hours, 0), share]
    };
    let mut rows = vec![row("The fifth with the most hours", top, sum(first), share)];
    rows.push(row("Everybody else", rest.len(), sum(rest), percent(1.0 - found.share, 0)));
    let mut description = format!("{said}.");
    if found.unnamed_hours > 0.0 {
        let hours = number(found.unnamed_hours, 0);
        description.push_str(&format!(" Beside these, {hours} hours name nobody and are in no share."));
        rows.push(vec!["Hours that name nobody".to_owned(), String::new(), hours, String::new()]);
    }
    Chart {
        title: TITLE.to_owned(),
        unit: UNIT.to_owned(),
        description,
        width: CHART_WIDTH,
        height: bottom + 8.0,
        shapes: sketch.shapes,
        table: table(["Who", "People", "Hours", "Share"], rows),
    }
}

/// The hours of everybody who has any, most first.
fn hours_by_person(slices: &[LoadSlice]) -> Vec<f64> {
    let mut by_person: BTreeMap<StaffRowId, f64> = BTreeMap::new();
    for (person, hours) in slices.iter().filter_map(|slice| Some((slice.person?, slice.hours))) {
        *by_person.entry(person).or_default() += hours;
    }
    let mut hours: Vec<f64> = by_person.into_values().filter(|hours| *hours > 0.0).collect();
    hours.sort_by(|one, other| other.total_cmp(one));
    hours
}
