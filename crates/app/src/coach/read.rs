//! Reading a text that stands in no vault.

use domain::coach::{Language, Setting, TextKind, check, rules};
use serde::Serialize;

use crate::Fault;

/// A text to be read.
#[derive(Clone, Debug)]
pub struct Read {
    /// The text, Markdown.
    pub text: String,
    /// What kind of text it is.
    pub kind: TextKind,
}

/// One place that the coach asks about, with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReadHint {
    /// The rule.
    pub rule: &'static str,
    /// A few words for it.
    pub name: &'static str,
    /// Why it asks.
    pub reason: &'static str,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// What stands there.
    pub excerpt: String,
    /// What could stand there instead, the best first.
    pub replacements: Vec<String>,
}

/// Reads a text that stands in no vault, without anybody's name.
///
/// # Errors
/// Refuses a text that no field could hold.
pub fn read(asked: Read) -> Result<Vec<ReadHint>, Fault> {
    domain::text::check_text(&asked.text)?;
    let setting = Setting { kind: asked.kind, ..Setting::default() };
    let cards = rules(Language::default());
    let place = |at: usize| {
        let before = asked.text.get(..at).unwrap_or_default();
        let line_from = before.rfind('\n').map_or(0, |end| end + 1);
        (before.matches('\n').count() + 1, before[line_from..].chars().count() + 1)
    };
    let found = check(&asked.text, &setting).into_iter().map(|finding| {
        let card = cards.iter().find(|card| card.id == finding.rule);
        let (line, column) = place(finding.bytes.from);
        ReadHint {
            rule: finding.rule,
            name: card.map_or("", |card| card.name),
            reason: card.map_or("", |card| card.reason),
            line,
            column,
            excerpt: finding.excerpt,
            replacements: finding.replacements,
        }
    });
    Ok(found.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_line_by_line_without_a_vault() {
        let text = "Fine so far.\n\nÜber all: you are always late.\n".to_owned();
        let found = read(Read { text, kind: TextKind::Message }).expect("read");
        let always = found.iter().find(|one| one.rule == "absolute").expect("asked");
        assert_eq!((always.line, always.column), (3, 11), "in letters, not in bytes");
        assert!(!always.reason.is_empty() && always.excerpt.contains("always"));
        assert!(read(Read { text: "\0".into(), kind: TextKind::Note }).is_err());
    }
}
