//! The templates there are: the built-in ones first, then those that somebody wrote.

use domain::TemplateId;
use domain::one_on_one::{Aim, BuiltIn, Template, TemplateSection, unserved};
use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// Lists the templates.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct List {}

/// A template with its sections.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TemplateLine {
    /// Which template; none for one that is built in and cannot be changed.
    pub id: Option<TemplateId>,
    /// Which of the built-in ones.
    pub built_in: Option<BuiltIn>,
    /// What it is called.
    pub name: String,
    /// Counts up with every change of its sections. A document keeps the version it was made from.
    pub version: u32,
    /// Its sections, in order.
    pub sections: Vec<TemplateSection>,
    /// The aims that none of its sections serves; empty unless it came from elsewhere.
    pub missing: Vec<Aim>,
}

impl From<Template> for TemplateLine {
    fn from(template: Template) -> Self {
        let Template { id, name, version, sections } = template;
        Self { id: Some(id), built_in: None, name, version, missing: unserved(&sections), sections }
    }
}

impl From<BuiltIn> for TemplateLine {
    fn from(built_in: BuiltIn) -> Self {
        let sections = built_in.sections();
        Self {
            id: None,
            built_in: Some(built_in),
            name: built_in.name().to_owned(),
            version: BuiltIn::VERSION,
            missing: unserved(&sections),
            sections,
        }
    }
}

impl OpenCall for List {
    type Reply = Vec<TemplateLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let built_in = BuiltIn::ALL.into_iter().map(TemplateLine::from);
        let written = store::noun::template::all(desk.read())?.into_iter().map(TemplateLine::from);
        Ok(built_in.chain(written).collect())
    }
}
