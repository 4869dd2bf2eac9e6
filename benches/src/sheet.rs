//! The table that a run prints: what was measured, the floor of the same run, and what is owed.

use crate::clocked::{Times, millis};

/// One line of the table.
pub struct Line {
    /// What was measured.
    pub what: String,
    /// What came out.
    pub measured: String,
    /// The floor measured in the same run; empty where the bound is absolute.
    pub floor: String,
    /// Measured over floor, or the measured figure itself, as the bound speaks of it.
    pub figure: f64,
    /// The most that is owed.
    pub owed: f64,
    /// The unit of `figure` and `owed`: `×`, `ms`, `MB`.
    pub unit: &'static str,
}

impl Line {
    /// How long 95 of 100 took at most, against so many milliseconds.
    pub fn in_ms(what: impl Into<String>, times: &Times, owed: f64) -> Self {
        let slowest = times.within(0.95);
        Self {
            what: format!("{}, 95 of 100", what.into()),
            measured: millis(slowest),
            floor: String::new(),
            figure: slowest.as_secs_f64() * 1e3,
            owed,
            unit: "ms",
        }
    }
}

/// Prints the table and says whether every line is within what is owed.
pub fn print(lines: &[Line]) -> bool {
    let wide = lines.iter().map(|line| line.what.chars().count()).max().unwrap_or(0).max(4);
    say(&format!("{:wide$}  {:>10}  {:>10}  {:>9}  {:>9}", "what", "measured", "floor", "figure", "owed"));
    for line in lines {
        let mark = if line.figure <= line.owed { "" } else { "  over" };
        say(&format!(
            "{:wide$}  {:>10}  {:>10}  {:>9}  {:>9}{mark}",
            line.what,
            line.measured,
            line.floor,
            format!("{:.2} {}", line.figure, line.unit),
            format!("{} {}", line.owed, line.unit),
        ));
    }
    lines.iter().all(|line| line.figure <= line.owed)
}

/// One line to the person at the terminal.
#[expect(clippy::print_stdout, reason = "this program exists to print")]
pub fn say(line: &str) {
    println!("{line}");
}
