//! A paragraph broken into lines. All of it is looked at at once: the lines that are chosen are the most even ones there
//! are together, after Knuth and Plass, *Breaking Paragraphs into Lines* (1981).

use super::words::{After, Segment};

/// How the ends of lines are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    /// Spaces are as wide as they are.
    Ragged,
    /// Spaces give and take so that lines end together.
    Justified,
}

/// A line of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Broken {
    /// The first segment on it, and the first that is not.
    pub(super) from: usize,
    pub(super) to: usize,
    /// Whether a word is divided at its end.
    pub(super) is_divided: bool,
    /// How much wider each space is than it was, as a part of its width.
    pub(super) wider: f32,
}

/// How far a space gives and takes, as parts of its width.
const STRETCH: f64 = 0.5;
const SHRINK: f64 = 0.25;
/// A ragged line may be this part of the room short, or so many millimetres, and still look even.
const RAG: f64 = 0.12;
const LEAST_RAG: f64 = 12.0;
/// What it costs to divide a word, and to divide two in a row.
const DIVIDED: f64 = 60.0;
const DIVIDED_TWICE: f64 = 5_000.0;
/// What it costs when nothing but the rest of a divided word stands on the last line.
const REST_ALONE: f64 = 10_000_000.0;
/// What it costs to end a line within a word that is cut, or after a hyphen of its own.
const SEAM: f64 = 30.0;
/// A last line shorter than this part of the room looks lost.
const SHORT_LAST: f64 = 0.12;
const LOST: f64 = 250.0;
/// No line is worse than this.
const WORST: f64 = 10_000.0;
/// Spaces are stretched by so many times what they give; a line that is shorter is left as it is, at a price.
const MOST_STRETCHED: f64 = 4.0;
const UNSTRETCHED: f64 = 6_400.0;

/// A way to break a paragraph up to a place.
#[derive(Clone, Copy)]
struct Way {
    /// The first segment of the line that comes next.
    next: usize,
    before: usize,
    cost: f64,
    is_divided: bool,
}

/// The lines of a paragraph of this width, in millimetres; a hyphen takes `hyphen` of them.
pub(super) fn break_lines(segments: &[Segment], room: f32, hyphen: f32, setting: Setting) -> Vec<Broken> {
    let (room, hyphen) = (f64::from(room), f64::from(hyphen));
    let measured = Measured::of(segments);
    let mut ways = vec![Way { next: 0, before: 0, cost: 0.0, is_divided: false }];
    let mut active = vec![0];
    for (last, segment) in segments.iter().enumerate() {
        let is_divided = segment.after == After::Divide;
        let is_end = last + 1 == segments.len();
        let mut best: Option<Way> = None;
        let mut fallen = None;
        active.retain(|&place| {
            let way: &Way = &ways[place];
            let (width, spaces) = measured.line(way.next, last);
            let least = if setting == Setting::Justified { width - spaces * SHRINK } else { width };
            if least > room + 0.001 {
                fallen = Some(place);
                return false;
            }
            let width = if is_divided { width + hyphen } else { width };
            let badness = match setting {
                _ if is_end && width <= room => last_badness(width, room),
                Setting::Ragged => ragged_badness(width, room),
                Setting::Justified => justified_badness(width, spaces, room),
            };
            let Some(badness) = badness else { return true };
            let price = match segment.after {
                _ if is_end => 0.0,
                After::Space(_) => 0.0,
                After::Divide => DIVIDED,
                After::Seam => SEAM,
            };
            let twice = if is_divided && way.is_divided { DIVIDED_TWICE } else { 0.0 };
            let is_rest = is_end && way.is_divided && spaces == 0.0;
            let alone = if is_rest { REST_ALONE } else { 0.0 };
            let cost = way.cost + (1.0 + badness + price).powi(2) + twice + alone;
            if best.is_none_or(|best| cost < best.cost) {
                best = Some(Way { next: last + 1, before: place, cost, is_divided });
            }
            true
        });
        // Nothing fits: the line is as full as it gets, and ends here all the same.
        let forced = |place: usize| Way { next: last + 1, before: place, cost: ways[place].cost, is_divided };
        let best = best.or_else(|| fallen.filter(|_| active.is_empty()).map(forced));
        if let Some(way) = best {
            active.push(ways.len());
            ways.push(way);
        }
    }
    traced(segments, &measured, &ways, room, hyphen, setting)
}

/// The lines of the way that reaches the end.
fn traced(
    segments: &[Segment],
    measured: &Measured,
    ways: &[Way],
    room: f64,
    hyphen: f64,
    setting: Setting,
) -> Vec<Broken> {
    let mut lines = Vec::new();
    let mut place = ways.iter().rposition(|way| way.next == segments.len()).unwrap_or_default();
    while place > 0 {
        let way = ways[place];
        let from = ways[way.before].next;
        let is_end = way.next == segments.len();
        let (width, spaces) = measured.line(from, way.next - 1);
        let width = if way.is_divided { width + hyphen } else { width };
        let wider = match setting {
            Setting::Justified if is_stretched(width, spaces, room) && !(is_end && width <= room) => {
                (room - width) / spaces
            }
            _ => 0.0,
        };
        lines.push(Broken { from, to: way.next, is_divided: way.is_divided, wider: wider as f32 });
        place = way.before;
    }
    lines.reverse();
    lines
}

/// Widths from the beginning up to each segment, so that that of a line is a difference.
struct Measured {
    /// Of the segments before, with the spaces after them.
    before: Vec<f64>,
    /// Of the spaces alone.
    spaces: Vec<f64>,
}

impl Measured {
    fn of(segments: &[Segment]) -> Self {
        let mut measured = Self { before: vec![0.0], spaces: vec![0.0] };
        let (mut width, mut spaces) = (0.0, 0.0);
        for segment in segments {
            width += f64::from(segment.width);
            if let After::Space(space) = &segment.after {
                width += f64::from(space.width);
                spaces += f64::from(space.width);
            }
            measured.before.push(width);
            measured.spaces.push(spaces);
        }
        measured
    }

    /// The width of a line from one segment to another, both on it, and how much of it is spaces.
    fn line(&self, from: usize, last: usize) -> (f64, f64) {
        let end = self.spaces[last + 1] - self.spaces[last];
        (self.before[last + 1] - end - self.before[from], self.spaces[last] - self.spaces[from])
    }
}

fn last_badness(width: f64, room: f64) -> Option<f64> {
    Some(if width < room * SHORT_LAST { LOST } else { 0.0 })
}

fn ragged_badness(width: f64, room: f64) -> Option<f64> {
    let short = (room - width) / (room * RAG).max(LEAST_RAG);
    (short >= -0.001).then(|| (100.0 * short.powi(3)).clamp(0.0, WORST))
}

fn justified_badness(width: f64, spaces: f64, room: f64) -> Option<f64> {
    if !is_stretched(width, spaces, room) {
        return ragged_badness(width, room).map(|badness| UNSTRETCHED + badness);
    }
    let missing = room - width;
    let ratio = if missing < 0.0 { missing / (spaces * SHRINK) } else { missing / (spaces * STRETCH) };
    (ratio >= -1.001).then(|| 100.0 * ratio.abs().powi(3))
}

/// Whether the spaces of a line can take what it is short of: a line of Chinese may have one or none.
fn is_stretched(width: f64, spaces: f64, room: f64) -> bool {
    spaces > 0.0 && room - width <= spaces * STRETCH * MOST_STRETCHED
}

#[cfg(test)]
mod tests {
    use super::super::words::Piece;
    use super::*;
    use crate::typeface::{Face, Font};

    fn piece(width: f32) -> Piece {
        Piece { font: Font::Own(Face::Serif), size: 11.0, text: "x".into(), width, level: 0, drawn: None }
    }

    /// A segment of each width, with a space of 2 after it.
    fn segments(widths: &[f32]) -> Vec<Segment> {
        let segment = |width: &f32| Segment {
            pieces: vec![piece(*width)],
            width: *width,
            after: After::Space(piece(2.0)),
        };
        widths.iter().map(segment).collect()
    }

    fn ends(lines: &[Broken]) -> Vec<usize> {
        lines.iter().map(|line| line.to).collect()
    }

    #[test]
    fn lines_fit_and_are_even_together() {
        for (widths, room, expected) in [
            (vec![], 25.0, vec![]),
            (vec![10.0, 10.0, 12.0, 22.5, 0.4], 25.0, vec![2, 3, 5]),
            // Filling each line as far as it goes would leave the second with one short word.
            (vec![10.0, 10.0, 4.0, 10.0, 25.0], 30.0, vec![2, 4, 5]),
            (vec![40.0, 5.0], 25.0, vec![1, 2]),
        ] {
            let lines = break_lines(&segments(&widths), room, 1.0, Setting::Ragged);
            assert_eq!(ends(&lines), expected, "{widths:?}");
        }
    }

    #[test]
    fn justified_lines_end_together_but_for_the_last() {
        let segments = segments(&[7.0, 9.0, 6.0, 8.0, 7.5, 6.5, 9.0, 5.0, 4.0]);
        let lines = break_lines(&segments, 30.0, 1.0, Setting::Justified);
        let (last, others) = lines.split_last().expect("lines");
        assert!(others.len() >= 2 && last.wider == 0.0, "{lines:?}");
        for line in others {
            let words: f32 = segments[line.from..line.to].iter().map(|segment| segment.width).sum();
            let spaces = 2.0 * (line.to - line.from - 1) as f32 * (1.0 + line.wider);
            assert!((words + spaces - 30.0).abs() < 0.01, "{line:?}");
            assert!(line.wider >= -0.26, "{line:?}");
        }
    }

    #[test]
    fn a_word_is_divided_where_that_saves_a_gap() {
        let mut with = segments(&[20.0, 9.0, 9.0, 20.0]);
        with[1].after = After::Divide;
        let lines = break_lines(&with, 32.5, 1.0, Setting::Justified);
        assert!(lines[0].is_divided && lines[0].to == 2, "{lines:?}");
        // But not where nothing else would follow on the last line.
        let mut last = segments(&[4.0, 4.0, 4.0, 4.0, 5.0, 5.0]);
        last[4].after = After::Divide;
        let lines = break_lines(&last, 30.0, 1.0, Setting::Justified);
        assert!(!lines[0].is_divided && lines[0].to == 4, "{lines:?}");
        let whole = segments(&[20.0, 18.0, 20.0]);
        assert!(!break_lines(&whole, 40.0, 1.0, Setting::Justified)[0].is_divided);
    }
}
