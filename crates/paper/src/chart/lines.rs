//! Work against people, month by month.

use domain::headcount::{Band, Forecast, Inputs, Measure, Simulation};

use super::scale::{Scale, number, say_month, short_month};
use super::sketch::{Lettering, MIDDLE, PLAIN, SMALL, Sketch, cut, nothing, table, width};
use super::{Anchor, CHART_WIDTH, Chart, ChartTable, Role, Shape};

/// Something that happens in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartMark {
    /// When, in months from the start.
    pub month: u32,
    /// What, in a few words.
    pub text: String,
}

/// More marks than these would stand on each other.
const MOST_MARKS: usize = 3;

/// When the initiatives of a plan begin, those of the start left out, in the order of time. A chart shows the first three.
pub fn initiative_marks(inputs: &Inputs) -> Vec<ChartMark> {
    let mark = |one: &domain::headcount::Initiative| {
        let month =
            u32::try_from(inputs.index(one.from)).ok().filter(|month| (1..=inputs.months).contains(month))?;
        Some(ChartMark { month, text: one.name.clone() })
    };
    let mut marks: Vec<ChartMark> = inputs.initiatives.iter().filter_map(mark).collect();
    marks.sort_by_key(|mark| mark.month);
    marks
}

const TITLE: &str = "Work against people";
const UNIT: &str = "Full-time equivalents (FTE), by month";
const PLOT_HEIGHT: f64 = 216.0;
/// The height of a line of texts above the plot, and of what stands below it.
const STRIP: f64 = 16.0;
const FOOT: f64 = 24.0;
/// The room around a text.
const AIR: f64 = 6.0;

/// The work and the people of all roles together: two lines, around that of people the band that eight of ten runs end in,
/// and rules where something begins and where facts end.
pub fn work_against_people(
    forecast: &Forecast,
    simulation: Option<&Simulation>,
    marks: &[ChartMark],
) -> Chart {
    if forecast.roles.is_empty() {
        return nothing(TITLE, UNIT, "There are no people and no work in this plan yet.");
    }
    let line =
        |measure| (0..=forecast.months).map(|month| forecast.total(measure, month)).collect::<Vec<f64>>();
    let (work, people) = (line(Measure::Demand), line(Measure::Supply));
    let bands: Option<&[Band]> =
        simulation.map(|simulation| simulation.supply.as_slice()).filter(|bands| bands.len() == people.len());
    let all = || {
        let ends = bands.into_iter().flatten().flat_map(|band| [band.p10, band.p90]);
        work.iter().chain(&people).copied().chain(ends)
    };
    let scale = Scale::of(all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max), 5.0);

    let ends = ends(forecast, &work, &people, bands.is_some());
    let left = scale.ticks().map(|(_, text)| width(&text, SMALL, false)).fold(0.0, f64::max) + AIR + 2.0;
    let right = CHART_WIDTH - ends.iter().map(|end| end.width).fold(0.0, f64::max) - AIR * 2.0;
    let months = f64::from(forecast.months.max(1));
    let x = |month: u32| left + f64::from(month) / months * (right - left);
    let (placed, strips) = place(&rules(forecast, marks), x);
    let top = 6.0 + STRIP * strips;
    let bottom = top + PLOT_HEIGHT;
    let scale = scale.between(bottom, top);
    let at = |month: usize, value: f64| {
        let month = u32::try_from(month).unwrap_or(u32::MAX);
        [rounded(x(month)), rounded(scale.place(value))]
    };

    let mut sketch = Sketch::default();
    let known = last_known(forecast);
    if let Some(bands) = bands {
        for (months, is_extrapolated) in stretches(known, people.len()) {
            let upper = months.clone().map(|month| at(month, bands[month].p90));
            let lower = months.rev().map(|month| at(month, bands[month].p10));
            let points = upper.chain(lower).collect();
            sketch.shapes.push(Shape::Area { role: Role::Band80, points, is_extrapolated });
        }
    }
    for (value, text) in scale.ticks() {
        let y = rounded(scale.place(value));
        let role = if value == 0.0 { Role::Axis } else { Role::Grid };
        sketch.rule(role, [left, y], [right, y], false);
        sketch.label(left - AIR, y + 4.0, Lettering { anchor: Anchor::End, ..PLAIN }, text);
    }
    months_below(&mut sketch, forecast, x, bottom);
    for rule in placed {
        rule.draw(&mut sketch, top, bottom);
    }
    for (role, values) in [(Role::People, &people), (Role::Work, &work)] {
        for (months, is_extrapolated) in stretches(known, values.len()) {
            let points = months.map(|month| at(month, values[month])).collect();
            sketch.shapes.push(Shape::Line { role, points, is_extrapolated });
        }
    }
    draw_ends(&mut sketch, ends, right, |value| scale.place(value), (top, bottom));
    Chart {
        title: TITLE.to_owned(),
        unit: UNIT.to_owned(),
        description: description(forecast, &work, &people, bands),
        width: CHART_WIDTH,
        height: bottom + FOOT,
        shapes: sketch.shapes,
        table: table_of(forecast, &work, &people, bands),
    }
}

/// Places to a hundredth, so that equal charts are equal to the last digit.
fn rounded(place: f64) -> f64 {
    (place * 100.0).round() / 100.0
}

/// The last month that facts reach; none where they reach none.
fn last_known(forecast: &Forecast) -> Option<u32> {
    forecast.extrapolated_from.map_or(Some(forecast.months), |from| from.checked_sub(1))
}

/// The months that are drawn as known and those that are drawn as extrapolated. The line between the last that is known and
/// the first that is not is extrapolated.
fn stretches(known: Option<u32>, many: usize) -> Vec<(std::ops::Range<usize>, bool)> {
    let Some(known) = known else { return vec![(0..many, true)] };
    let known = (known as usize).min(many.saturating_sub(1));
    let all = [(0..known + 1, false), (known..many, true)];
    // A stretch of one month has no line, unless it is all there is.
    all.into_iter()
        .filter(|(months, is_extrapolated)| months.len() > 1 || many == 1 && !is_extrapolated)
        .collect()
}

/// The months below the plot, so many apart that none touches the next.
fn months_below(sketch: &mut Sketch, forecast: &Forecast, x: impl Fn(u32) -> f64, bottom: f64) {
    let apart = x(1) - x(0);
    let widest = width("May 00", SMALL, false) + AIR * 2.0;
    let step = [1_u32, 2, 3, 6, 12, 24].into_iter().find(|step| f64::from(*step) * apart >= widest);
    for month in (0..=forecast.months).step_by(step.unwrap_or(60) as usize) {
        let at = rounded(x(month));
        sketch.rule(Role::Axis, [at, bottom], [at, bottom + 4.0], false);
        let text = short_month(forecast.starts.plus(i32::try_from(month).unwrap_or(0)));
        sketch.label(at, bottom + 17.0, Lettering { anchor: Anchor::Middle, ..PLAIN }, text);
    }
}

/// A rule from top to bottom with its words above.
struct Rule {
    role: Role,
    x: f64,
    text: String,
    /// In which line above the plot the words stand, counted from the plot, and at which side; none where there is no room.
    words: Option<(f64, Anchor)>,
}

impl Rule {
    fn new(role: Role, month: u32, text: String) -> (u32, Self) {
        (month, Self { role, x: 0.0, text, words: None })
    }

    /// From where to where the words reach.
    fn reach(&self, anchor: Anchor) -> (f64, f64) {
        let wide = width(&self.text, SMALL, true) + AIR * 2.0;
        if anchor == Anchor::End { (self.x - wide, self.x) } else { (self.x, self.x + wide) }
    }

    fn draw(self, sketch: &mut Sketch, top: f64, bottom: f64) {
        let line = self.words.map_or(0.0, |(line, _)| line);
        let from = top - STRIP * line - if self.words.is_some() { 13.0 } else { 0.0 };
        sketch.rule(self.role, [rounded(self.x), from], [rounded(self.x), bottom], true);
        if let Some((line, anchor)) = self.words {
            let x = if anchor == Anchor::End { self.x - AIR } else { self.x + AIR };
            let lettering = Lettering { role: self.role, anchor, is_bold: true, ..PLAIN };
            sketch.label(rounded(x), top - STRIP * line - 4.0, lettering, self.text);
        }
    }
}

fn rules(forecast: &Forecast, marks: &[ChartMark]) -> Vec<(u32, Rule)> {
    let month = |month: u32| forecast.starts.plus(i32::try_from(month).unwrap_or(0));
    let begins = marks.iter().filter(|mark| mark.month <= forecast.months).take(MOST_MARKS).map(|mark| {
        let text = cut(&format!("{}: {}", short_month(month(mark.month)), mark.text), SMALL, true, 210.0);
        Rule::new(Role::Warn, mark.month, text)
    });
    let ends = match last_known(forecast) {
        None => Some(Rule::new(Role::Muted, 0, "all of it is extrapolated".to_owned())),
        Some(known) if known < forecast.months => {
            let text = format!("extrapolated after {}", short_month(month(known)));
            Some(Rule::new(Role::Muted, known, text))
        }
        Some(_) => None,
    };
    // From the right to the left: words go to the right of their rule, above those they would reach.
    let mut rules: Vec<(u32, Rule)> = ends.into_iter().chain(begins).collect();
    rules.sort_by_key(|(month, _)| std::cmp::Reverse(*month));
    rules
}

/// Puts the words of rules where none stands on another and no rule goes through any, and says how many lines they take.
fn place(rules: &[(u32, Rule)], x: impl Fn(u32) -> f64) -> (Vec<Rule>, f64) {
    let mut placed: Vec<Rule> = Vec::new();
    let mut most = 0.0_f64;
    for (month, rule) in rules {
        let mut rule = Rule { x: x(*month), text: rule.text.clone(), ..*rule };
        let fits = |line: f64, anchor: Anchor| {
            let (from, to) = rule.reach(anchor);
            from >= 0.0
                && to <= CHART_WIDTH
                && placed.iter().all(|other| {
                    let Some((other_line, other_anchor)) = other.words else { return true };
                    let (other_from, other_to) = other.reach(other_anchor);
                    let is_apart = line != other_line || to <= other_from || from >= other_to;
                    // A rule goes down from its own line through those below it.
                    let inside = |x: f64, (from, to): (f64, f64)| from < x && x < to;
                    let is_crossed = other_line > line && inside(other.x, (from, to))
                        || line > other_line && inside(rule.x, (other_from, other_to));
                    is_apart && !is_crossed
                })
        };
        let lines = [0.0, 1.0, 2.0, 3.0];
        let places = lines.into_iter().flat_map(|line| [(line, Anchor::Start), (line, Anchor::End)]);
        rule.words = places.into_iter().find(|(line, anchor)| fits(*line, *anchor));
        if let Some((line, _)) = rule.words {
            most = most.max(line + 1.0);
        }
        placed.push(rule);
    }
    (placed, most)
}

/// The words at the right end of a line.
struct End {
    role: Role,
    value: f64,
    lines: Vec<(String, bool)>,
    width: f64,
}

fn ends(forecast: &Forecast, work: &[f64], people: &[f64], has_band: bool) -> Vec<End> {
    let last = |values: &[f64]| values.last().copied().unwrap_or(0.0);
    let about = about(forecast, forecast.months);
    let end = |role, name: &str, value: f64, note: Option<&str>| {
        let first = (format!("{name} {about}{}", number(value, 1)), true);
        let lines: Vec<(String, bool)> =
            [first].into_iter().chain(note.map(|note| (note.to_owned(), false))).collect();
        let wide = lines.iter().map(|(text, is_bold)| width(text, MIDDLE, *is_bold)).fold(0.0, f64::max);
        End { role, value, lines, width: wide }
    };
    vec![
        end(Role::Work, "work", last(work), None),
        end(Role::People, "people", last(people), has_band.then_some("P10 to P90")),
    ]
}

/// What stands before a number of a month that facts do not reach.
fn about(forecast: &Forecast, month: u32) -> &'static str {
    super::about(forecast.is_extrapolated(month))
}

/// Words at the ends of lines, moved apart where they would touch.
fn draw_ends(
    sketch: &mut Sketch,
    mut ends: Vec<End>,
    right: f64,
    place: impl Fn(f64) -> f64,
    (top, bottom): (f64, f64),
) {
    const LEADING: f64 = 15.0;
    let height = |end: &End| LEADING * end.lines.len() as f64;
    ends.sort_by(|one, other| other.value.total_cmp(&one.value));
    let mut tops: Vec<f64> = ends.iter().map(|end| place(end.value) - LEADING / 2.0).collect();
    if let ([first, second], [above, below]) = (tops.as_mut_slice(), ends.as_slice()) {
        let lacking = (*first + height(above) - *second).max(0.0);
        *first = (*first - lacking / 2.0).clamp(top - LEADING / 2.0, bottom - height(above) - height(below));
        *second = second.max(*first + height(above)).min(bottom + LEADING / 2.0 - height(below));
    }
    for (end, top) in ends.into_iter().zip(tops) {
        for ((text, is_bold), line) in end.lines.into_iter().zip(0_u8..) {
            let lettering = Lettering { role: end.role, size: MIDDLE, is_bold, ..PLAIN };
            sketch.label(
                rounded(right + AIR),
                rounded(top + 11.5 + LEADING * f64::from(line)),
                lettering,
                text,
            );
        }
    }
}

fn description(forecast: &Forecast, work: &[f64], people: &[f64], bands: Option<&[Band]>) -> String {
    let month = |place: u32| say_month(forecast.starts.plus(i32::try_from(place).unwrap_or(0)));
    let last = forecast.months as usize;
    let first = |value: f64| format!("{}{}", about(forecast, 0), number(value, 1));
    let (first_work, first_people) = (first(work[0]), first(people[0]));
    let about = about(forecast, forecast.months);
    let shown = |value: f64| format!("{about}{}", number(value, 1));
    let (last_work, last_people) = (shown(work[last]), shown(people[last]));
    let mut text = format!(
        "Work goes from {first_work} FTE in {} to {last_work} in {}; people go from {first_people} to {last_people}.",
        month(0),
        month(forecast.months),
    );
    if let Some(band) = bands.and_then(|bands| bands.last()) {
        let (low, high) = (shown(band.p10), shown(band.p90));
        text.push_str(&format!(" In eight of ten runs people end between {low} and {high}."));
    }
    match last_known(forecast) {
        None => text.push_str(" All of it is extrapolated."),
        Some(known) if known < forecast.months => {
            text.push_str(&format!(" What comes after {} is extrapolated.", month(known)));
        }
        Some(_) => {}
    }
    text
}

fn table_of(forecast: &Forecast, work: &[f64], people: &[f64], bands: Option<&[Band]>) -> ChartTable {
    let row = |place: u32| {
        let (at, about) = (place as usize, about(forecast, place));
        let month = say_month(forecast.starts.plus(i32::try_from(place).unwrap_or(0)));
        let month = if about.is_empty() { month } else { format!("{month} (extrapolated)") };
        let shown = |value: f64| format!("{about}{}", number(value, 1));
        let mut cells = vec![month, shown(work[at]), shown(people[at]), shown(work[at] - people[at])];
        cells.extend(bands.map(|bands| [bands[at].p10, bands[at].p90]).into_iter().flatten().map(shown));
        cells
    };
    let rows = (0..=forecast.months).map(row).collect();
    match bands {
        Some(_) => table(["Month", "Work", "People", "Gap", "People, P10", "People, P90"], rows),
        None => table(["Month", "Work", "People", "Gap"], rows),
    }
}
