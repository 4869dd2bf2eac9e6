//! What a 1:1 document asks for: sections, each with the aims it serves. Two templates are built in, one for people and
//! one for people who manage others; anybody may write their own. A document keeps the template's name and version and
//! its own headings, so changing a template leaves old documents alone.

use serde::{Deserialize, Serialize};

use crate::{Refusal, TemplateId, text};

/// What 1:1s are for. A template serves all of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Aim {
    /// Goals and career.
    Career,
    /// Praise and constructive notes in time.
    Feedback,
    /// Personal and personnel matters, as far as the person wishes.
    Personal,
    /// The environment, from the person's own work to the industry.
    Environment,
    /// Feedback about the manager.
    AboutManager,
}

impl Aim {
    /// Every aim.
    pub const ALL: [Self; 5] =
        [Self::Career, Self::Feedback, Self::Personal, Self::Environment, Self::AboutManager];

    /// The aim in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Career => "goals and career",
            Self::Feedback => "praise and constructive notes in time",
            Self::Personal => "personal matters",
            Self::Environment => "the environment",
            Self::AboutManager => "feedback about the manager",
        }
    }
}

/// How far a remark about the environment reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Range {
    /// The person's own work.
    Employee,
    /// The team.
    Team,
    /// The organisation.
    Organisation,
    /// The company.
    Company,
    /// The industry.
    Industry,
}

impl Range {
    /// Every range, the closest first.
    pub const ALL: [Self; 5] =
        [Self::Employee, Self::Team, Self::Organisation, Self::Company, Self::Industry];
}

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
    /// The state of the manager's own team.
    Team,
    /// Earlier promises; it fills itself.
    Actions,
    /// Personal matters: never asked for, never evidence, never shared by itself.
    Personal,
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
            Self::Team => "How your team is doing: people first, then plans.",
            Self::Actions => "What was promised and is still open. It fills itself.",
            Self::Personal => "Only what you wish to share. Empty is fine.",
            Self::Extra => "",
        }
    }

    /// The aims that a section of this kind serves by itself.
    pub fn aims(self) -> &'static [Aim] {
        match self {
            Self::Goals | Self::Learning => &[Aim::Career],
            Self::Opportunities | Self::Status | Self::Team => &[Aim::Environment],
            Self::Needs => &[Aim::AboutManager, Aim::Feedback, Aim::Personal],
            Self::Actions => &[Aim::Feedback],
            Self::Personal => &[Aim::Personal],
            Self::Extra => &[],
        }
    }

    /// Whether what stands here may ever be evidence in a review.
    pub fn may_be_evidence(self) -> bool {
        self != Self::Personal
    }

    /// Whether what stands here leaves the vault with the notes of a meeting. Personal matters never do by themselves.
    pub fn may_leave(self) -> bool {
        self != Self::Personal
    }

    /// Whether a person writes it; what fills itself is not written.
    pub fn is_written(self) -> bool {
        self != Self::Actions
    }
}

/// One section of a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct TemplateSection {
    /// What it is about.
    pub kind: SectionKind,
    /// Its heading.
    pub title: String,
    /// One line of text is all it asks for.
    pub brief: bool,
    /// The aims it serves.
    pub aims: Vec<Aim>,
}

impl TemplateSection {
    fn of(kind: SectionKind, title: &str) -> Self {
        Self { kind, title: title.to_owned(), brief: false, aims: kind.aims().to_vec() }
    }

    fn brief(mut self) -> Self {
        self.brief = true;
        self
    }
}

/// A template that somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Which template.
    pub id: TemplateId,
    /// What it is called.
    pub name: String,
    /// Counts up with every change of its sections.
    pub version: u32,
    /// Its sections, in order.
    pub sections: Vec<TemplateSection>,
}

/// The most sections a template may have: more is a form nobody fills.
const MOST_SECTIONS: usize = 20;

impl Template {
    /// Whether the template may be kept as it stands.
    ///
    /// # Errors
    /// Refuses one without a name, without or with too many sections, with a section without a heading, and one that
    /// leaves one of the five aims unserved.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("name", &self.name)?;
        if self.name.trim().is_empty() {
            return Err(Refusal::new("template.no_name", "A template needs a name.")
                .next("Call it what your team calls it."));
        }
        check_sections(&self.sections)
    }
}

/// Whether these sections make a template.
///
/// # Errors
/// See [`Template::check`].
pub fn check_sections(sections: &[TemplateSection]) -> Result<(), Refusal> {
    if sections.is_empty() || sections.len() > MOST_SECTIONS {
        return Err(Refusal::new("template.sections", "A template has between one and twenty sections.")
            .next("Five are enough for most people."));
    }
    for section in sections {
        text::check_line("heading", &section.title)?;
        if section.title.trim().is_empty() {
            return Err(Refusal::new("template.no_heading", "A section has no heading.")
                .next("Give every section a heading, or take it out."));
        }
    }
    match unserved(sections).first() {
        Some(aim) => {
            Err(Refusal::new("template.aim", format!("No section serves this aim: {}.", aim.words()))
                .next("Add a section for it, or say which section serves it."))
        }
        None => Ok(()),
    }
}

/// The aims that none of these sections serves, in their order.
pub fn unserved(sections: &[TemplateSection]) -> Vec<Aim> {
    let is_served = |aim: &Aim| sections.iter().any(|part| part.aims.contains(aim));
    Aim::ALL.into_iter().filter(|aim| !is_served(aim)).collect()
}

/// The built-in templates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum BuiltIn {
    /// For people who do not manage others: status is one line.
    #[default]
    People,
    /// For people who manage others: status in full, and their team.
    Managers,
}

impl BuiltIn {
    /// Every built-in template.
    pub const ALL: [Self; 2] = [Self::People, Self::Managers];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::People => "For people",
            Self::Managers => "For people who manage",
        }
    }

    /// The version of the built-in templates.
    pub const VERSION: u32 = 1;

    /// Its sections, in order.
    pub fn sections(self) -> Vec<TemplateSection> {
        let status = TemplateSection::of(SectionKind::Status, "Project status");
        let mut sections = vec![
            TemplateSection::of(SectionKind::Goals, "Progress on goals"),
            TemplateSection::of(SectionKind::Opportunities, "Opportunities"),
            match self {
                Self::People => status.brief(),
                Self::Managers => status,
            },
            TemplateSection::of(SectionKind::Learning, "What have you learned?"),
            TemplateSection::of(SectionKind::Needs, "What do you need from me?"),
        ];
        if self == Self::Managers {
            sections.insert(3, TemplateSection::of(SectionKind::Team, "Your team"));
        }
        sections
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a24_a27_a30_the_built_in_templates() {
        use SectionKind::{Goals, Learning, Needs, Opportunities, Status, Team};
        for (built_in, kinds, status_is_brief) in [
            (BuiltIn::People, &[Goals, Opportunities, Status, Learning, Needs][..], true),
            (BuiltIn::Managers, &[Goals, Opportunities, Status, Team, Learning, Needs], false),
        ] {
            let sections = built_in.sections();
            assert_eq!(sections.iter().map(|part| part.kind).collect::<Vec<_>>(), kinds, "{built_in:?}");
            let status = sections.iter().find(|part| part.kind == Status).expect("a status");
            assert_eq!(status.brief, status_is_brief, "{built_in:?}");
            assert!(sections.iter().all(|part| !part.kind.aim().is_empty()), "{built_in:?} names its aims");
            assert_eq!(check_sections(&sections), Ok(()), "{built_in:?}");
        }
    }

    #[test]
    fn a15_a16_a_template_that_leaves_an_aim_out_is_refused_and_names_it() {
        assert_eq!(Aim::ALL.len(), 5);
        assert_eq!(Range::ALL.len(), 5);
        for aim in Aim::ALL {
            let sections: Vec<_> = BuiltIn::People
                .sections()
                .into_iter()
                .map(|part| TemplateSection {
                    aims: part.aims.into_iter().filter(|served| *served != aim).collect(),
                    ..part
                })
                .collect();
            let refusal = check_sections(&sections).expect_err(aim.words());
            assert_eq!(refusal.rule, "template.aim");
            assert!(refusal.sentence.contains(aim.words()), "{}", refusal.sentence);
        }
    }

    #[test]
    fn a_template_has_a_name_and_headings() {
        let template = Template {
            id: TemplateId::make(),
            name: "Platform".into(),
            version: 1,
            sections: BuiltIn::People.sections(),
        };
        assert_eq!(template.check(), Ok(()));
        let blank = TemplateSection { title: " ".into(), ..template.sections[0].clone() };
        for (changed, rule) in [
            (Template { name: " ".into(), ..template.clone() }, "template.no_name"),
            (Template { sections: vec![], ..template.clone() }, "template.sections"),
            (Template { sections: vec![blank.clone(); 21], ..template.clone() }, "template.sections"),
            (Template { sections: vec![blank], ..template }, "template.no_heading"),
        ] {
            assert_eq!(changed.check().expect_err(rule).rule, rule);
        }
    }

    #[test]
    fn a17_ar3_personal_matters_are_never_evidence() {
        assert!(!SectionKind::Personal.may_be_evidence());
        assert!(SectionKind::Goals.may_be_evidence());
    }
}
