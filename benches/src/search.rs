//! Search as one types, through the door, against the fastest full-text form on an unencrypted file.

use serde_json::json;

use crate::clocked::{Times, millis, ratio, time};
use crate::prepared::{Prepared, call, opened, shelf};
use crate::sheet::Line;
use crate::{Outcome, floor};

/// One kind of query: what a person types, and how the floor asks for the same.
struct Kind {
    name: &'static str,
    asked: Vec<(String, String)>,
}

/// How often each query is asked.
const ROUNDS: usize = 12;

/// Measures every kind of query, the two sides in turn.
pub fn measure(vault: &Prepared) -> Outcome<Vec<Line>> {
    let passages = {
        let way = store::vault::Way::kit(&vault.code).map_err(|refusal| refusal.to_string())?;
        let opened = store::vault::open(&store::vault::Folder::at(&vault.folder), &way, false)?;
        floor::passages(opened.vault.read())?
    };
    let path = shelf()?.join("floor.db");
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(path.with_file_name(format!("floor.db{ending}")));
    }
    let mut plain = floor::database(&path, None)?;
    floor::fill(&mut plain, &passages)?;
    let words = floor::words_by_use(&plain)?;
    let desk = opened(vault)?;
    let mut lines = Vec::new();
    for kind in kinds(&words, &passages) {
        let (mut door, mut bare) = (Times::default(), Times::default());
        for round in 0..=ROUNDS {
            for (typed, asked) in &kind.asked {
                let (through, reply) =
                    time(|| call(&desk, "search.find", json!({ "query": typed, "limit": 20 })));
                let (floor, found) = time(|| floor::find(&plain, asked));
                let hits = reply?["hits"].as_array().map_or(0, Vec::len);
                if hits < found? {
                    return Err(
                        format!("the door found less than the floor for a {} query", kind.name).into()
                    );
                }
                if round > 0 {
                    door.push(through);
                    bare.push(floor);
                }
            }
        }
        lines.push(Line {
            what: format!("search, {}: median of {}", kind.name, door.count()),
            measured: millis(door.median()),
            floor: millis(bare.median()),
            figure: ratio(door.median(), bare.median()),
            owed: 1.5,
            unit: "×",
        });
        let slowest = door.within(0.99);
        lines.push(Line {
            what: format!("search, {}: 99 of 100", kind.name),
            measured: millis(slowest),
            floor: millis(bare.within(0.99)),
            figure: slowest.as_secs_f64() * 1e3,
            owed: 15.0,
            unit: "ms",
        });
    }
    Ok(lines)
}

fn kinds(words: &[(String, i64)], passages: &[(i64, String)]) -> Vec<Kind> {
    let common: Vec<&str> = words.iter().take(10).map(|(word, _)| word.as_str()).collect();
    let rare: Vec<&str> = words.iter().rev().take(10).map(|(word, _)| word.as_str()).collect();
    let usual: Vec<&str> =
        words.iter().skip(words.len() / 20).take(10).map(|(word, _)| word.as_str()).collect();
    let exact = |word: &str| (format!("{word} "), format!("\"{word}\""));
    let start = |word: &str, letters: usize| {
        let begun: String = word.chars().take(letters).collect();
        (begun.clone(), format!("\"{begun}\"*"))
    };
    let phrase = |text: &str| {
        let words: Vec<&str> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .skip(3)
            .take(2)
            .collect();
        let phrase = words.join(" ");
        (format!("\"{phrase}\""), format!("\"{phrase}\""))
    };
    let step = (passages.len() / 10).max(1);
    vec![
        Kind { name: "common word", asked: common.iter().map(|word| exact(word)).collect() },
        // The last word may always go on (`drill ` finds `drills` too), so what is rare is asked for as a beginning on both
        // sides. For a common word the exact word alone fills the list, so that is the faster floor.
        Kind { name: "rare word", asked: rare.iter().map(|word| start(word, usize::MAX)).collect() },
        Kind { name: "one letter", asked: common.iter().map(|word| start(word, 1)).collect() },
        Kind { name: "prefix", asked: common.iter().chain(&usual).map(|word| start(word, 3)).collect() },
        Kind {
            name: "two words",
            asked: common
                .iter()
                .zip(&usual)
                .map(|(a, b)| (format!("{a} {b} "), format!("\"{a}\" AND \"{b}\"")))
                .collect(),
        },
        Kind { name: "phrase", asked: passages.iter().step_by(step).map(|(_, text)| phrase(text)).collect() },
        Kind { name: "no hit", asked: vec![start("zzyzxqqq", usize::MAX), start("qqxyzzy", usize::MAX)] },
    ]
}
