//! From typing `nook` to its first answer: the whole process, opened with the recovery kit, which needs no slow key
//! derivation.

use std::time::Duration;

use crate::Outcome;
use crate::clocked::{Times, millis, ratio, time};
use crate::prepared::{nook, run, vault};
use crate::sheet::Line;

const STARTS: usize = 21;

/// Measures the start on each scale, and how much it grows from the smallest to the largest.
pub fn measure(scales: &[&str]) -> Outcome<Vec<Line>> {
    let mut lines = Vec::new();
    for words in [&["search", "again", "--limit", "20"][..], &["today"][..]] {
        let mut medians: Vec<Duration> = Vec::new();
        for scale in scales {
            let vault = vault(scale)?;
            let mut times = Times::default();
            for _ in 0..STARTS {
                let mut command = nook()?;
                command.env("INGLENOOK_KIT", &vault.code).arg("--vault").arg(&vault.folder).args(words);
                let (took, output) = time(|| run(&mut command));
                output?;
                times.push(took);
            }
            let median = times.median();
            medians.push(median);
            lines.push(Line {
                what: format!("nook {} at N={scale}: median of {STARTS}", words[0]),
                measured: millis(median),
                floor: String::new(),
                figure: median.as_secs_f64() * 1e3,
                owed: 60.0,
                unit: "ms",
            });
        }
        if let [first, .., last] = medians[..] {
            lines.push(Line {
                what: format!("nook {}: growth with the vault", words[0]),
                measured: millis(last),
                floor: millis(first),
                figure: ratio(last, first),
                owed: 1.5,
                unit: "×",
            });
        }
    }
    Ok(lines)
}
