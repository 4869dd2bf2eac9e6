//! `./bench`: how fast Inglenook is on a director's ten years, as ratios against a floor taken in the same run.
//!
//! A ratio survives a slow machine and a busy neighbour, a bare time does not; so nothing here is a test. Every
//! measurement alternates with its floor.

use std::path::PathBuf;
use std::process::ExitCode;

mod capture;
mod clocked;
mod coach;
mod difference;
mod floor;
mod import;
mod mail;
mod memory;
mod practice;
mod prepared;
mod review;
mod save;
mod search;
mod sheet;
mod start;
mod view;

use sheet::{Line, say};

/// Freed memory is wiped, as in the programs that are measured.
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

/// What went wrong, for the person at the terminal.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match args.as_slice() {
        ["memory-of", folder, code] => memory::be_measured(&PathBuf::from(folder), code).map(|()| true),
        [] => measure(1.0, &["0.1", "1"], None),
        ["--full"] => measure(1.0, &["0.1", "1", "10"], None),
        ["--only", part] => measure(1.0, &["0.1", "1"], Some(part)),
        ["--only", part, "--full"] => measure(1.0, &["0.1", "1", "10"], Some(part)),
        ["--scale", scale] => scale.parse().map_err(Into::into).and_then(|n| measure(n, &[scale], None)),
        _ => {
            Err("./bench [--only search|save|start|memory|practice|capture|coach|review|view|import|mail] [--full], or --scale N"
                .into())
        }
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(trouble) => {
            say(&format!("./bench stopped: {trouble}"));
            ExitCode::from(5)
        }
    }
}

/// Measures everything (or the one `part`) on the vault of `scale`, and the start on each of `starts`.
fn measure(scale: f64, starts: &[&str], part: Option<&str>) -> Outcome<bool> {
    let wanted = |name: &str| part.is_none_or(|part| part == name);
    let vault = prepared::vault(&scale.to_string())?;
    let mut lines: Vec<Line> = Vec::new();
    if wanted("search") {
        lines.extend(search::measure(&vault)?);
    }
    if wanted("save") {
        lines.extend(save::measure(&vault)?);
    }
    if wanted("start") {
        lines.extend(start::measure(starts)?);
    }
    if wanted("memory") {
        lines.extend(memory::measure(&vault)?);
    }
    if wanted("practice") {
        lines.extend(practice::measure(&vault)?);
        lines.extend(difference::measure()?);
    }
    if wanted("capture") {
        lines.extend(capture::measure(&vault)?);
    }
    if wanted("coach") {
        lines.extend(coach::measure()?);
    }
    if wanted("review") {
        lines.extend(review::measure(&vault)?);
    }
    if wanted("view") {
        lines.extend(view::measure(&vault)?);
    }
    if wanted("import") {
        lines.extend(import::measure(&vault)?);
    }
    if wanted("mail") {
        lines.extend(mail::measure(&vault)?);
    }
    Ok(sheet::print(&lines))
}
