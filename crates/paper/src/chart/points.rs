//! What rests on one person: skills by level.

use domain::headcount::{SinglePoint, StaffRow};

use super::sketch::{Lettering, MIDDLE, PLAIN, SMALL, Sketch, cut, nothing, table, width};
use super::{Anchor, CHART_WIDTH, Chart, Role};

/// A skill that rests on one person, with what the plan calls them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPoint {
    /// The skill.
    pub skill: String,
    /// The lowest level from which on only one person has it, 1 to 5.
    pub from_level: u8,
    /// What the plan calls whoever has it: no name without their consent.
    pub holder: String,
    /// Whether that person is likely to leave, or to lead, at some time.
    pub is_moving_on: bool,
}

impl NamedPoint {
    /// A finding with what the plan calls its holder; none where they have no row.
    pub fn of(point: &SinglePoint, rows: &[StaffRow]) -> Option<Self> {
        let holder = rows.iter().find(|row| row.id == point.holder)?;
        Some(Self {
            skill: point.skill.clone(),
            from_level: point.from_level,
            holder: holder.shown_name().into_owned(),
            is_moving_on: point.is_moving_on,
        })
    }
}

const TITLE: &str = "Single points of failure";
const UNIT: &str = "Skills by level, 1 to 5: how many people there are for each";
/// More skills than these are said in one line.
const MOST_ROWS: usize = 14;
const TOP: f64 = 22.0;
const PITCH: f64 = 24.0;
const CELL: f64 = 44.0;

/// A grid of skills and levels: up to which level there are two people or more, and from which on there is one at most. Those
/// whose holder moves on come first, as far as there is room; within that the order is kept.
pub fn single_points(points: &[NamedPoint]) -> Chart {
    if points.is_empty() {
        return nothing(TITLE, UNIT, "No skill rests on one person, or no skills are written down yet.");
    }
    let mut shown: Vec<&NamedPoint> = points.iter().collect();
    shown.sort_by_key(|point| !point.is_moving_on);
    let many = if shown.len() > MOST_ROWS + 1 { MOST_ROWS } else { shown.len() };
    let rest = shown.len() - many;
    shown.truncate(many);

    let mut sketch = Sketch::default();
    let names: Vec<String> = shown.iter().map(|point| cut(&point.skill, MIDDLE, false, 200.0)).collect();
    let left = names.iter().map(|name| width(name, MIDDLE, false)).fold(60.0, f64::max) + 14.0;
    let middle = Lettering { anchor: Anchor::Middle, ..PLAIN };
    let x = |level: u8| left + CELL * f64::from(level - 1);
    for level in 1..=5 {
        sketch.label(x(level) + CELL / 2.0 - 1.0, 14.0, middle, level.to_string());
    }
    for ((point, name), row) in shown.iter().zip(names).zip(0_u8..) {
        let y = TOP + PITCH * f64::from(row);
        let base = y + 15.0;
        sketch.label(
            left - 10.0,
            base,
            Lettering { role: Role::Ink, anchor: Anchor::End, size: MIDDLE, ..PLAIN },
            name,
        );
        for level in 1..=5 {
            let is_enough = level < point.from_level;
            let role = if is_enough { Role::Now } else { Role::Quiet };
            sketch.bar(role, [x(level), y + 1.0, CELL - 2.0, PITCH - 3.0], false);
            let at = x(level) + CELL / 2.0 - 1.0;
            if is_enough {
                sketch.label(at, base, Lettering { role: Role::Ink, ..middle }, "2+");
            } else if level == point.from_level {
                sketch.label(at, base, Lettering { role: Role::Warn, is_bold: true, ..middle }, "1");
            } else {
                sketch.label(at, base, middle, "\u{2264} 1");
            }
        }
        let from = x(5) + CELL + 10.0;
        let moving = if point.is_moving_on { "moving on" } else { "" };
        let room = CHART_WIDTH - from - width(moving, SMALL, true) - 12.0;
        let holder = cut(&point.holder, MIDDLE, false, room);
        let after = from + width(&holder, MIDDLE, false) + 10.0;
        sketch.label(from, base, Lettering { role: Role::Ink, size: MIDDLE, ..PLAIN }, holder);
        if point.is_moving_on {
            sketch.label(after, base, Lettering { role: Role::Warn, is_bold: true, ..PLAIN }, moving);
        }
    }
    let mut bottom = TOP + PITCH * many as f64;
    if rest > 0 {
        bottom += 18.0;
        sketch.label(left, bottom - 4.0, PLAIN, format!("and {rest} more"));
    }
    let row = |point: &&NamedPoint| {
        let moving = if point.is_moving_on { "yes" } else { "no" };
        vec![point.skill.clone(), point.from_level.to_string(), point.holder.clone(), moving.to_owned()]
    };
    let mut rows: Vec<Vec<String>> = shown.iter().map(row).collect();
    if rest > 0 {
        rows.push(vec![format!("and {rest} more"), String::new(), String::new(), String::new()]);
    }
    let moving = points.iter().filter(|point| point.is_moving_on).count();
    let rests =
        if points.len() == 1 { "1 skill rests".to_owned() } else { format!("{} skills rest", points.len()) };
    let of_them = match moving {
        0 => "None of these people is known to move on".to_owned(),
        1 => "For 1 of them, that person moves on".to_owned(),
        _ => format!("For {moving} of them, that person moves on"),
    };
    Chart {
        title: TITLE.to_owned(),
        unit: UNIT.to_owned(),
        description: format!("{rests} on one person, from some level on. {of_them}."),
        width: CHART_WIDTH,
        height: bottom + 4.0,
        shapes: sketch.shapes,
        table: table(["Skill", "One person from level", "Who", "Moves on"], rows),
    }
}
