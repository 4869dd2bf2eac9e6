//! Keeping a template.

use domain::TemplateId;
use domain::one_on_one::{Template, TemplateSection};
use serde::Deserialize;

use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Made;

/// Keeps a template. Other sections make a new version of it; documents that are there keep the headings they were made
/// with.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Save {
    /// Which template; none for a new one, which may begin as a copy of a built-in one.
    pub id: Option<TemplateId>,
    /// What it is called.
    pub name: String,
    /// Its sections, in order. Together they serve every aim.
    pub sections: Vec<TemplateSection>,
}

impl OpenCall for Save {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let done = desk.deed(Self::NAME, |deed| {
            let before = self.id.map(|id| need::<Template>(deed.read(), id)).transpose()?;
            let version = before.as_ref().map_or(1, |before| {
                before.version.saturating_add(u32::from(before.sections != self.sections))
            });
            let template = Template {
                id: before.map_or_else(TemplateId::make, |before| before.id),
                name: self.name.trim().to_owned(),
                version,
                sections: self.sections,
            };
            template.check()?;
            deed.put(&template)?;
            Ok(template.id)
        })?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}
