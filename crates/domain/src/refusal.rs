//! A rule that says no, as a value.

/// Why a deed is not allowed. The sentence is for a person to read; the rule is for code and tests to match.
///
/// Neither ever repeats what a record contains.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{sentence}")]
pub struct Refusal {
    /// A short stable name, such as `note.on_the_future`.
    pub rule: &'static str,
    /// What happened, in one plain sentence.
    pub sentence: String,
    /// What the person can do next.
    pub next: Option<String>,
}

impl Refusal {
    /// A refusal with no advice beyond its sentence.
    pub fn new(rule: &'static str, sentence: impl Into<String>) -> Self {
        Self { rule, sentence: sentence.into(), next: None }
    }

    /// The same refusal with the next step.
    #[must_use]
    pub fn next(mut self, next: impl Into<String>) -> Self {
        self.next = Some(next.into());
        self
    }
}
