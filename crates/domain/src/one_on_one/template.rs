//! What a 1:1 document asks for: five sections, each with the aim it serves.

use serde::{Deserialize, Serialize};

/// What a section is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// Progress on goals.
    Goals,
    /// What could be better: for the person, the team, the organisation, the company, the industry.
    Opportunities,
    /// Projects; only what is pressing.
    Status,
    /// What was learned.
    Learning,
    /// What the person needs from their manager, and remarks about the manager.
    Needs,
    /// A section somebody added.
    Extra,
}

impl SectionKind {
    /// Why a document has this section, in one sentence.
    pub fn aim(self) -> &'static str {
        match self {
            Self::Goals => "How the goals are coming along, and what stands in their way.",
            Self::Opportunities => "What could be better, from your own work to the whole industry.",
            Self::Status => "Anything pressing? Leave it empty when nothing is.",
            Self::Learning => "Something new since last time, however small.",
            Self::Needs => "Help, cover, a decision, or something I should know about how I manage.",
            Self::Extra => "",
        }
    }
}

/// One section of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TemplateSection {
    /// What it is about.
    pub kind: SectionKind,
    /// Its heading.
    pub title: &'static str,
}

/// The built-in template for a 1:1 with somebody who does not manage others.
pub fn people_template() -> &'static [TemplateSection] {
    &[
        TemplateSection { kind: SectionKind::Goals, title: "Progress on goals" },
        TemplateSection { kind: SectionKind::Opportunities, title: "Opportunities" },
        TemplateSection { kind: SectionKind::Status, title: "Project status" },
        TemplateSection { kind: SectionKind::Learning, title: "What have you learned?" },
        TemplateSection { kind: SectionKind::Needs, title: "What do you need from me?" },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_has_five_sections_and_each_has_an_aim() {
        let kinds: Vec<_> = people_template().iter().map(|part| part.kind).collect();
        assert_eq!(
            kinds,
            [
                SectionKind::Goals,
                SectionKind::Opportunities,
                SectionKind::Status,
                SectionKind::Learning,
                SectionKind::Needs
            ]
        );
        assert!(people_template().iter().all(|part| !part.kind.aim().is_empty() && !part.title.is_empty()));
    }
}
