//! What was found out about a vault that its owner should hear.

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Something was broken and is whole again. Nothing is lost.
    Mended,
    /// Something is lost and cannot be brought back.
    Lost,
    /// Something to know or to change.
    Notice,
}

/// One finding, as sentences for a person. Never repeats what a record contains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// What was found.
    pub sentence: String,
    /// What the owner can do about it.
    pub next: Option<String>,
}

impl Finding {
    /// Something that was brought back.
    pub(crate) fn mended(sentence: impl Into<String>) -> Self {
        Self { severity: Severity::Mended, sentence: sentence.into(), next: None }
    }
    /// Something that is gone.
    pub(crate) fn lost(sentence: impl Into<String>, next: impl Into<String>) -> Self {
        Self { severity: Severity::Lost, sentence: sentence.into(), next: Some(next.into()) }
    }
    /// Something to know.
    pub(crate) fn notice(sentence: impl Into<String>, next: impl Into<String>) -> Self {
        Self { severity: Severity::Notice, sentence: sentence.into(), next: Some(next.into()) }
    }
}

/// `1 change`, `2 changes`.
pub(crate) fn count_of_changes(count: u64) -> String {
    if count == 1 { "1 change".to_owned() } else { format!("{count} changes") }
}
