//! The writing coach: reads what somebody writes about a person and asks where it could be put better. One engine for
//! every place in which feedback is written.
//!
//! It asks and never blocks, knows nothing but the text and its [`Setting`], and sends nothing anywhere. What it looks
//! for stands in plain files, one a rule and one folder a language (`language/en`); docs/COACH.md says how they are
//! written. [`check`] reads a whole text, a [`Coach`] remembers the paragraphs it has read and rereads only those that
//! changed.

use serde::{Deserialize, Serialize};

mod block;
mod examine;
#[cfg(test)]
mod figures_tests;
mod incremental;
mod language;
mod names;
mod pattern;
mod polarity;
mod reader;
mod rule;
#[cfg(test)]
mod tests;
mod word;

pub use incremental::Coach;
pub use language::Language;
pub use rule::{Card, rules};

/// What kind of text is read. Each rule says for which kinds it is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TextKind {
    /// A note that its owner keeps: a fuzzy folder, a margin.
    Note,
    /// What is to be said to the person.
    #[default]
    Message,
    /// A review.
    Review,
}

impl TextKind {
    /// Every kind, and how the files of rules name it.
    pub(crate) const ALL: [(Self, &'static str); 3] =
        [(Self::Note, "note"), (Self::Message, "message"), (Self::Review, "review")];
}

/// What the coach is told about a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct Setting {
    /// The language it is written in.
    pub language: Language,
    /// What kind of text it is.
    pub kind: TextKind,
    /// The names of the person it is about, as they are written.
    pub about: Vec<String>,
    /// The names of everybody known, as they are written. Whoever is in `about` as well counts as that person.
    pub known: Vec<String>,
    /// Whether an example stands beside the text, in a field of its own.
    pub has_example: bool,
    /// Whether a figure stands beside the text, in a field of its own.
    pub has_figure: bool,
    /// Whether nobody but the person it is about should be named.
    pub anonymous: bool,
}

/// From and up to (not with) a place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Span {
    /// Where it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
}

/// One place that the coach asks about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Finding {
    /// The rule; [`rules`] tells its reason and its example.
    pub rule: &'static str,
    /// Where, in bytes of UTF-8.
    pub bytes: Span,
    /// Where, in units of UTF-16, as a page counts.
    pub units: Span,
    /// What stands there.
    pub excerpt: String,
    /// What could stand there instead, the best first; may be empty.
    pub replacements: Vec<String>,
    /// What a dismissal is remembered by: the rule and the sentence, apart from capitals, accents, spaces and
    /// punctuation. It stays the same while the sentence is the same, wherever it stands.
    pub key: String,
}

/// Reads a text and says where it could be put better, in the order of the text.
///
/// Takes time in proportion to the length of the text, and answers for every text whatever it holds.
pub fn check(text: &str, setting: &Setting) -> Vec<Finding> {
    Coach::new(setting.clone()).check(text)
}

/// How many findings of one rule fall on a hundred words; 0 for a text without words.
pub fn per_hundred_words(text: &str, findings: &[Finding], rule: &str) -> f64 {
    let words = crate::text::count_words(text);
    let count = findings.iter().filter(|finding| finding.rule == rule).count();
    if words == 0 {
        return 0.0;
    }
    // A text is at most half a megabyte, so nothing is lost.
    #[allow(clippy::cast_precision_loss)]
    let count = count as f64;
    count * 100.0 / f64::from(words)
}
