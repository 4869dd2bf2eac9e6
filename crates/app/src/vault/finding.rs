//! What a vault found out about itself.

use serde::Serialize;
use store::vault;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Something was broken and is whole again.
    Mended,
    /// Something is lost.
    Lost,
    /// Something to know or to change.
    Notice,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// What was found.
    pub sentence: String,
    /// What to do about it.
    pub next: Option<String>,
}

/// What came to light on the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Findings {
    /// The findings.
    pub findings: Vec<Finding>,
}

impl From<vault::Finding> for Finding {
    fn from(finding: vault::Finding) -> Self {
        let severity = match finding.severity {
            vault::Severity::Mended => Severity::Mended,
            vault::Severity::Lost => Severity::Lost,
            vault::Severity::Notice => Severity::Notice,
        };
        Self { severity, sentence: finding.sentence, next: finding.next }
    }
}

impl From<Vec<vault::Finding>> for Findings {
    fn from(findings: Vec<vault::Finding>) -> Self {
        Self { findings: findings.into_iter().map(Into::into).collect() }
    }
}
