//! What Typst and ReportLab take to set the same review, on the same machine in the same run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde_json::{Value, json};

use super::ROUNDS;
use crate::Outcome;
use crate::clocked::{Times, time};
use crate::prepared::{run, shelf};
use crate::sheet::say;

/// Each by name: a review set while its program runs, and the whole program.
pub(super) fn measure(page: &Value, folder: &Path) -> Outcome<Vec<(&'static str, Times, Times)>> {
    let python = shelf()?.with_file_name("tools").join("peers/bin/python");
    if !python.exists() {
        say("Typst and ReportLab are not there: ./bench fetches them where Python can make an environment.");
        return Ok(Vec::new());
    }
    let review = folder.join("review.json");
    fs::write(&review, of(page).to_string())?;
    let root = house_tests::house::root();
    let mut found = Vec::new();
    for (name, script) in [("Typst", "typst_review.py"), ("ReportLab", "reportlab_review.py")] {
        let set = |rounds: usize| {
            let mut peer = Command::new(&python);
            let out: PathBuf = folder.join("peer.pdf");
            peer.arg(root.join("benches/peers").join(script)).arg(&review).arg(out);
            peer.arg(root.join("crates/paper/fonts")).arg(rounds.to_string());
            peer
        };
        let (mut warm, mut process) = (Times::default(), Times::default());
        let said = String::from_utf8(run(&mut set(ROUNDS + 1))?.stdout)?;
        for took in said.lines().skip(1) {
            warm.push(Duration::from_secs_f64(took.parse::<f64>()? / 1e3));
        }
        for _ in 0..ROUNDS / 3 {
            let (took, reply) = time(|| run(&mut set(1)));
            reply?;
            process.push(took);
        }
        found.push((name, warm, process));
    }
    Ok(found)
}

/// The words of a review, without its chips.
fn of(page: &Value) -> Value {
    let points = || page["points"].as_array().into_iter().flatten();
    let sections =
        [("went_well", "What went well"), ("to_improve", "Areas to improve")].map(|(key, title)| {
            let points = points().filter(|point| point["section"] == key).map(|point| {
                let text = point["text"].as_str().unwrap_or_default();
                let text = text.split('[').next().unwrap_or_default();
                json!({ "message": point["message"], "text": text })
            });
            json!({ "title": title, "points": points.collect::<Vec<_>>() })
        });
    json!({ "title": page["person_name"], "sections": sections })
}
