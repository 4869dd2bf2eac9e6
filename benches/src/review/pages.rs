//! A review's pages: six of them, sixty, and the whole program around them, beside what others take for the like.

use std::fs;
use std::path::Path;
use std::time::Duration;

use app::Desk;
use serde_json::{Value, json};

use super::{CYCLE, NAME, ROUNDS, peers};
use crate::Outcome;
use crate::clocked::{Times, millis, ratio, time};
use crate::prepared::{Prepared, call, nook, run, shelf};
use crate::sheet::Line;

/// Six Latin pages are no larger, in thousands of bytes.
const LARGEST_KB: f64 = 150.0;

/// What ReportLab took for six pages on two busy cores, in milliseconds: the bound where no peer is there.
const LIKE_MS: f64 = 31.0;

/// Measures the pages of a review that has `points` points, six pages of them; it has ten times as many afterwards. The
/// vault is closed in between, for a program of its own. Answers with what six pages took as well.
pub(super) fn measure(
    vault: &Prepared,
    desk: Desk,
    review: &Value,
    points: usize,
    point: impl Fn(usize) -> Value,
) -> Outcome<(Vec<Line>, Duration)> {
    let folder = shelf()?.join("reviews");
    fs::create_dir_all(&folder)?;
    let file = folder.join("review.pdf");
    let page = call(&desk, "review.get", json!({ "id": review }))?;
    let six = exported(&desk, review, &file, ROUNDS)?;
    #[expect(clippy::cast_precision_loss, reason = "a size of a file, shown in thousands")]
    let size = fs::metadata(&file)?.len() as f64 / 1e3;
    drop(desk);
    let whole = whole_program(vault, &file)?;
    let mut lines = vec![Line {
        what: "six Latin pages".into(),
        measured: format!("{size:.0} kB"),
        floor: String::new(),
        figure: size,
        owed: LARGEST_KB,
        unit: "kB",
    }];
    let peers = peers::measure(&page, &folder)?;
    if peers.is_empty() {
        lines.push(Line::in_ms("six pages to PDF", &six, LIKE_MS));
    }
    for (peer, warm, process) in peers {
        lines.push(against(format!("six pages to PDF, against {peer}"), &six, &warm, 1.0));
        lines.push(against(format!("six pages, the whole program, against {peer}"), &whole, &process, 0.5));
    }
    let desk = crate::prepared::opened(vault)?;
    for n in points..points * 10 {
        call(&desk, "review.save_point", point(n))?;
    }
    let sixty = exported(&desk, review, &file, ROUNDS / 3)?;
    let ten = six.median() * 10;
    lines.push(Line {
        what: "sixty pages against ten times six".into(),
        measured: millis(sixty.median()),
        floor: millis(ten),
        figure: ratio(sixty.median(), ten),
        owed: 1.2,
        unit: "×",
    });
    fs::remove_dir_all(&folder)?;
    Ok((lines, six.median()))
}

fn exported(desk: &Desk, review: &Value, file: &Path, rounds: usize) -> Outcome<Times> {
    let export = || call(desk, "review.export", json!({ "id": review, "file": file }));
    export()?;
    let mut times = Times::default();
    for _ in 0..rounds {
        let (took, reply) = time(export);
        reply?;
        times.push(took);
    }
    Ok(times)
}

/// From the start of `nook` to its end: the vault is opened with its kit, as no passphrase is asked of a program.
fn whole_program(vault: &Prepared, file: &Path) -> Outcome<Times> {
    let mut times = Times::default();
    for _ in 0..ROUNDS / 3 {
        let mut export = nook()?;
        export.env("INGLENOOK_KIT", &vault.code).arg("--vault").arg(&vault.folder);
        export.args(["export", "review", NAME, "--cycle", CYCLE, "--draft", "-o"]).arg(file);
        let (took, reply) = time(|| run(&mut export));
        reply?;
        times.push(took);
    }
    Ok(times)
}

fn against(what: String, ours: &Times, theirs: &Times, owed: f64) -> Line {
    Line {
        what,
        measured: millis(ours.median()),
        floor: millis(theirs.median()),
        figure: ratio(ours.median(), theirs.median()),
        owed,
        unit: "×",
    }
}
