//! Reading a text while it is written.

use domain::coach::{Card, Language, Setting, Span, TextKind, rules};
use domain::{PersonId, RecordId};
use serde::{Deserialize, Serialize};
use store::noun::{dismissal, person};

use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// Reads a text and says where it could be put better. Nothing is kept, and nothing leaves this machine.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// The text, Markdown.
    pub text: String,
    /// What kind of text it is.
    pub kind: TextKind,
    /// Whom it is about.
    pub person: Option<PersonId>,
    /// The record it stands in; what was set aside there is not asked about again.
    pub record: Option<RecordId>,
    /// Whether an example stands beside it, in a field of its own.
    pub has_example: Option<bool>,
    /// Whether a figure stands beside it, in a field of its own.
    pub has_figure: Option<bool>,
    /// Whether nobody but the person should be named.
    pub anonymous: Option<bool>,
}

/// What the coach asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Coached {
    /// The places, in the order of the text.
    pub findings: Vec<CoachHint>,
    /// How many more were set aside.
    pub set_aside: u32,
}

/// One place that the coach asks about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CoachHint {
    /// The rule.
    pub rule: String,
    /// Where, in units of UTF-16, as a page counts.
    pub at: Span,
    /// What stands there.
    pub excerpt: String,
    /// What could stand there instead, the best first.
    pub replacements: Vec<String>,
    /// What it is set aside by.
    pub mark: String,
}

impl OpenCall for Check {
    type Reply = Coached;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        domain::text::check_text(&self.text)?;
        let read = desk.read();
        let _moment = store::noun::one_moment(read)?;
        let names = person::names(read)?;
        let about = self.person.and_then(|person| names.get(&person).cloned());
        let mut known: Vec<String> = names.into_values().collect();
        // The same names in the same order are the same setting, and what was read once is not read again.
        known.sort_unstable();
        let setting = Setting {
            language: Language::default(),
            kind: self.kind,
            about: about.into_iter().collect(),
            known,
            has_example: self.has_example.unwrap_or(false),
            has_figure: self.has_figure.unwrap_or(false),
            anonymous: self.anonymous.unwrap_or(false),
        };
        let aside = match self.record {
            Some(record) => dismissal::of(read, record)?,
            None => Vec::new(),
        };
        let found = desk.drawer().coach(setting).check(&self.text);
        let all = found.len();
        let is_aside =
            |rule: &str, mark: &str| aside.iter().any(|kept| kept.rule == rule && kept.mark == mark);
        let findings: Vec<CoachHint> = found
            .into_iter()
            .filter(|finding| !is_aside(finding.rule, &finding.key))
            .map(|finding| CoachHint {
                rule: finding.rule.to_owned(),
                at: finding.units,
                excerpt: finding.excerpt,
                replacements: finding.replacements,
                mark: finding.key,
            })
            .collect();
        let set_aside = u32::try_from(all - findings.len()).unwrap_or(u32::MAX);
        Ok(Coached { findings, set_aside })
    }
}

/// Lists what the coach asks about, with its reasons.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Rules {}

impl OpenCall for Rules {
    type Reply = Vec<Card>;

    fn run(self, _: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        Ok(rules(Language::default()))
    }
}
