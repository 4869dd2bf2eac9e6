//! Two bars a row, beside each other: now and then, or what is asked for and what can be carried.

use super::scale::{self, Scale, brief};
use super::sketch::{Lettering, MIDDLE, PLAIN, SMALL, Sketch, cut, table, width};
use super::{Anchor, CHART_WIDTH, Chart, Role};

/// One of the two series.
pub(super) struct Series {
    pub(super) role: Role,
    pub(super) name: String,
    pub(super) is_extrapolated: bool,
}

/// A row: what it is called, and its two numbers.
pub(super) struct Pair {
    pub(super) name: String,
    pub(super) values: [f64; 2],
}

/// What a chart of pairs is about.
pub(super) struct About<'a> {
    pub(super) title: &'a str,
    pub(super) unit: &'a str,
    /// What the rows are called.
    pub(super) rows: &'a str,
}

/// More rows than these are said in one.
pub(super) const MOST_ROWS: usize = 12;

const BAR: f64 = 11.0;
const PITCH: f64 = 34.0;
const LEGEND: f64 = 26.0;

/// The largest rows in the order they come in, and the rest of them added up in one.
pub(super) fn capped(pairs: Vec<Pair>) -> Vec<Pair> {
    if pairs.len() <= MOST_ROWS + 1 {
        return pairs;
    }
    let size = |pair: &Pair| pair.values[0].max(pair.values[1]);
    let mut places: Vec<usize> = (0..pairs.len()).collect();
    places.sort_by(|one, other| size(&pairs[*other]).total_cmp(&size(&pairs[*one])).then(one.cmp(other)));
    places.truncate(MOST_ROWS);
    let mut rest = Pair { name: String::new(), values: [0.0; 2] };
    let (mut kept, mut many) = (Vec::new(), 0_usize);
    for (place, pair) in pairs.into_iter().enumerate() {
        if places.contains(&place) {
            kept.push(pair);
        } else {
            many += 1;
            rest.values = [rest.values[0] + pair.values[0], rest.values[1] + pair.values[1]];
        }
    }
    rest.name = format!("and {many} more");
    kept.push(rest);
    kept
}

/// The chart of these rows.
pub(super) fn pairs_chart(
    about: &About<'_>,
    series: &[Series; 2],
    pairs: &[Pair],
    description: String,
) -> Chart {
    let shown =
        |value: f64, series: &Series| format!("{}{}", scale::about(series.is_extrapolated), brief(value));
    let names: Vec<String> = pairs.iter().map(|pair| cut(&pair.name, MIDDLE, false, 190.0)).collect();
    let left = names.iter().map(|name| width(name, MIDDLE, false)).fold(40.0, f64::max) + 14.0;
    let values = pairs.iter().flat_map(|pair| pair.values.iter().zip(series));
    let widest =
        values.map(|(value, series)| width(&shown(*value, series), SMALL, false)).fold(0.0, f64::max);
    let right = CHART_WIDTH - widest - 10.0;
    let most = pairs.iter().flat_map(|pair| pair.values).fold(0.0, f64::max);
    let scale = Scale::of(0.0, most, 5.0).between(left, right);

    let mut sketch = Sketch::default();
    let mut x = left;
    for one in series {
        sketch.bar(one.role, [x, 4.0, 10.0, 10.0], one.is_extrapolated);
        sketch.label(x + 15.0, 13.0, PLAIN, one.name.clone());
        x += 15.0 + width(&one.name, SMALL, false) + 20.0;
    }
    let bottom = LEGEND + PITCH * pairs.len() as f64;
    for ((pair, name), place) in pairs.iter().zip(names).zip(0_u8..) {
        let top = LEGEND + PITCH * f64::from(place) + 4.0;
        let lettering = Lettering { role: Role::Ink, anchor: Anchor::End, size: MIDDLE, ..PLAIN };
        sketch.label(left - 10.0, top + BAR + 5.0, lettering, name);
        for ((value, series), line) in pair.values.iter().zip(series).zip(0_u8..) {
            let y = top + (BAR + 2.0) * f64::from(line);
            let wide = ((scale.place(*value) - left) * 100.0).round() / 100.0;
            if wide > 0.0 {
                sketch.bar(series.role, [left, y, wide, BAR], series.is_extrapolated);
            }
            sketch.label(left + wide.max(0.0) + 6.0, y + 9.5, PLAIN, shown(*value, series));
        }
    }
    sketch.rule(Role::Axis, [left, LEGEND], [left, bottom], false);
    let row = |pair: &Pair| {
        let [first, second] = pair.values;
        vec![pair.name.clone(), shown(first, &series[0]), shown(second, &series[1])]
    };
    Chart {
        title: about.title.to_owned(),
        unit: about.unit.to_owned(),
        description,
        width: CHART_WIDTH,
        height: bottom + 4.0,
        shapes: sketch.shapes,
        table: table([about.rows, &series[0].name, &series[1].name], pairs.iter().map(row).collect()),
    }
}
