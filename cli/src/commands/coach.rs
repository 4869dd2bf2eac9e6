//! The writing coach on a file. No vault is needed, and none is opened.

use app::Fault;
use app::coach::{self, Read};

use super::json;
use crate::answer::Answer;
use crate::arguments::TextKind;
use crate::ask;
use crate::layout::{count, wrapped};

/// The largest file that is read, in bytes.
const LARGEST: u64 = 512 * 1024;

/// Reads a file, or standard input for `-`, and says where it could be put better.
pub fn coach(file: &str, kind: TextKind) -> Result<Answer, Fault> {
    let text = if file == "-" { ask::text_or_input("-".to_owned())? } else { read(file)? };
    let kind = match kind {
        TextKind::Note => coach::TextKind::Note,
        TextKind::Message => coach::TextKind::Message,
        TextKind::Review => coach::TextKind::Review,
    };
    let found = coach::read(Read { text, kind })?;
    let mut said = vec![count(found.len() as u64, "place to look at", "places to look at")];
    for one in &found {
        said.push(format!("\n{}:{}  {}: {}", one.line, one.column, one.name, one.excerpt));
        said.push(wrapped(&format!("  {}", one.reason), "  "));
        if let Some(instead) = one.replacements.first() {
            said.push(wrapped(&format!("  Instead: {}", instead.replace('\n', " ⏎ ")), "  "));
        }
    }
    Ok(Answer::new(said.join("\n"), json(&found)?))
}

fn read(file: &str) -> Result<String, Fault> {
    let told = |error: &std::io::Error| Fault::file("The text", error);
    let size = std::fs::metadata(file).map_err(|error| told(&error))?.len();
    if size > LARGEST {
        return Err(Fault::wrong_use("This text is longer than half a megabyte.").next("Split it."));
    }
    std::fs::read_to_string(file).map_err(|error| told(&error))
}
