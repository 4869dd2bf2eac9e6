//! The argument of a headcount plan as it leaves: what senior management is asked for, and the numbers that carry it.
//!
//! [`Argument`] is the whole of what can leave of it. It has no place for whom one heard by name, for where the thought
//! comes from that somebody may leave, or for a name that the plan does not show, so none of them can slip in. Its
//! judgement whether the plan is realistic is no option: without one there is no argument.
//!
//! Its five texts are written by a person, over a draft if they like ([`draft_argument`]). Numbers in them are links to
//! what they are (`[12.5](figure:gap/24/all)`), so that one can tell which no longer hold ([`figures_in`],
//! [`domain::headcount::stale`]) and write them anew ([`refresh_figures`]). What leaves has the number and not the link.

mod draft;
mod questions;
mod tables;

use std::borrow::Cow;

use chrono::NaiveDate;
use domain::headcount::{
    Answer, Choice, Contributor, ContributorKind, Forecast, Inputs, Month, Outlook, QuestionGroup, Realistic,
    Simulation, Verdict, outlook,
};

use crate::chart::{Chart, say_month};
use crate::leaving::{Block, Leaving, Point};
use crate::markdown::say_day;
use crate::review::clean;

pub use domain::headcount::{figure_link, figures_in, refresh_figures, without_figures};
pub use draft::draft_argument;

/// The argument of one version of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Argument {
    /// The organisation that the plan is for.
    pub organisation: String,
    /// Which version of it.
    pub version: u32,
    /// What the scenario is called; may be empty.
    pub scenario: String,
    /// The day it is of.
    pub on: NaiveDate,
    /// The language that it is written in, as in BCP 47.
    pub language: String,
    /// Whether it is a draft, which its pages then say.
    pub is_draft: bool,
    /// The first month of the plan.
    pub starts: Month,
    /// The last month that facts reach; none where all of it is known.
    pub known_until: Option<Month>,
    /// Whether the plan is realistic, and why.
    pub verdict: Verdict<Realistic>,
    /// What is said, in five texts.
    pub parts: ArgumentParts,
    /// The roles at each horizon, the nearest first.
    pub horizons: Vec<ArgumentHorizon>,
    /// What would close a gap, a gap each.
    pub options: Vec<GapOptions>,
    /// The charts; the first stands with the numbers.
    pub charts: Vec<Chart>,
    /// The answers to the plan's questions. Those that say something stand in an appendix.
    pub answers: Vec<Answer>,
    /// Whose views went into it.
    pub heard: Vec<Heard>,
}

/// The five texts of an argument, Markdown; each may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArgumentParts {
    /// What is asked for.
    pub ask: String,
    /// What the numbers are.
    pub numbers: String,
    /// Where work and people differ.
    pub gap: String,
    /// What could be done.
    pub options: String,
    /// What follows from agreeing and from not agreeing.
    pub consequences: String,
}

/// The roles at one horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct ArgumentHorizon {
    /// The roles side by side.
    pub outlook: Outlook,
    /// The chance that the people cover the work, from 0 to 1; none where nothing was simulated.
    pub covered: Option<f64>,
}

/// What would close one gap.
#[derive(Clone, Debug, PartialEq)]
pub struct GapOptions {
    /// The role that has it.
    pub role: String,
    /// When, in months from the start.
    pub month: u32,
    /// Whether that lies beyond what facts reach.
    pub is_extrapolated: bool,
    /// What each way does.
    pub choices: Vec<Choice>,
}

/// A view that went into a plan: whose kind it is and when it was heard, and not who it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Whose view it is.
    pub kind: ContributorKind,
    /// The day they were heard.
    pub on: NaiveDate,
}

impl From<&Contributor> for Heard {
    fn from(contributor: &Contributor) -> Self {
        Self { kind: contributor.kind, on: contributor.on }
    }
}

/// The horizons of a plan with the chances that a simulation gives. `forecast` and `simulation` are those of these inputs.
pub fn argument_horizons(
    inputs: &Inputs,
    forecast: &Forecast,
    simulation: Option<&Simulation>,
) -> Vec<ArgumentHorizon> {
    let chances = |month: u32| simulation?.horizons.iter().find(|chance| chance.month == month);
    let horizon = |month| ArgumentHorizon {
        outlook: outlook(inputs, forecast, month),
        covered: chances(month).map(|chance| chance.covered),
    };
    forecast.horizons().map(horizon).collect()
}

impl Leaving for Argument {
    const KIND: &'static str = "Headcount plans";
    const REST: &'static str = "The whole, with its charts, is in the file of this plan.";

    fn subject(&self) -> String {
        format!("Headcount plan \u{b7} {}", cleaned(&self.organisation))
    }

    fn dated(&self) -> Option<NaiveDate> {
        Some(self.on)
    }

    fn language(&self) -> &str {
        &self.language
    }

    fn is_draft(&self) -> bool {
        self.is_draft
    }

    fn blocks(&self) -> Vec<Block<'_>> {
        let mut blocks =
            vec![Block::Kicker("Headcount plan".to_owned()), Block::Title(cleaned(&self.organisation))];
        if !is_bare(&self.scenario) {
            blocks.push(Block::Subtitle(cleaned(&self.scenario)));
        }
        blocks.push(Block::Facts(self.facts()));
        blocks.push(Block::Notice(self.judgement()));
        let parts = &self.parts;
        blocks.extend(self.part("What we ask", &parts.ask, Vec::new()));
        let mut numbers = Vec::new();
        numbers.extend(tables::horizons(self).map(Block::Table));
        numbers.extend(self.charts.first().map(|chart| Block::Figure(Cow::Borrowed(chart))));
        blocks.extend(self.part("The numbers", &parts.numbers, numbers));
        let mut gap = Vec::new();
        if let Some(table) = tables::roles(self) {
            gap.push(Block::Label(
                "Heads by role, as expected; the gap is work less people, in FTE:".to_owned(),
            ));
            gap.push(Block::Table(table));
        }
        blocks.extend(self.part("The gap", &parts.gap, gap));
        let options = self.options.iter().flat_map(|options| {
            let label = tables::option_label(self, options);
            [Block::Label(label), Block::Table(tables::options(options))]
        });
        blocks.extend(self.part("Options", &parts.options, options.collect()));
        blocks.extend(self.part("Consequences", &parts.consequences, Vec::new()));
        if self.charts.len() > 1 {
            blocks.push(Block::Heading("More of the plan in charts"));
            blocks.extend(self.charts.iter().skip(1).map(|chart| Block::Figure(Cow::Borrowed(chart))));
        }
        blocks.extend(self.views());
        blocks.extend(self.appendix());
        blocks
    }
}

impl Argument {
    /// A part with its heading; nothing where it says and shows nothing.
    fn part<'a>(&self, heading: &'a str, text: &str, shown: Vec<Block<'a>>) -> Vec<Block<'a>> {
        let text = self.written(text);
        let said = (!is_bare(&text)).then_some(Block::Prose(Cow::Owned(text)));
        if said.is_none() && shown.is_empty() {
            return Vec::new();
        }
        std::iter::once(Block::Heading(heading)).chain(said).chain(shown).collect()
    }

    /// What a person wrote as it leaves, its numbers marked where they are extrapolated.
    fn written(&self, text: &str) -> String {
        let last = self.known_until.map(|known| known.since(self.starts));
        let is_extrapolated = |month: u32| last.is_some_and(|last| i64::from(month) > i64::from(last));
        cleaned(&domain::headcount::marked_figures(text, is_extrapolated))
    }

    fn facts(&self) -> Vec<(String, String)> {
        let known = self.known_until.map_or_else(|| "All of the plan".to_owned(), say_month);
        let facts =
            [("Version", self.version.to_string()), ("As of", say_day(self.on)), ("Facts reach to", known)];
        facts.map(|(name, value)| (name.to_owned(), value)).into()
    }

    fn judgement(&self) -> String {
        let is = match self.verdict.is {
            Realistic::Realistic => "This plan is realistic",
            Realistic::NotRealistic => {
                "This plan is not realistic, and its numbers are the case for asking less"
            }
        };
        let because = self.written(&self.verdict.because);
        let because = because.trim();
        if because.is_empty() {
            return format!("{is}.");
        }
        let end = if because.ends_with(['.', '?', '\u{2026}']) { "" } else { "." };
        format!("{is}: {because}{end}")
    }

    /// Whose views went in, by kind and day.
    fn views(&self) -> Vec<Block<'_>> {
        let mut blocks = Vec::new();
        let kinds = [
            (ContributorKind::Peer, "Peers"),
            (ContributorKind::Customer, "Customers"),
            (ContributorKind::Other, "Others"),
        ];
        for (kind, name) in kinds {
            let mut days: Vec<NaiveDate> =
                self.heard.iter().filter(|heard| heard.kind == kind).map(|heard| heard.on).collect();
            days.sort_unstable();
            let days: Vec<String> = days.into_iter().map(say_day).collect();
            if let Some(list) = listed(&days) {
                blocks.push(Block::Item(format!("{name}: heard on {list}")));
            }
        }
        if !blocks.is_empty() {
            blocks.insert(0, Block::Heading("Whose views went in"));
        }
        blocks
    }

    /// The answers that say something, in the order of the questions.
    fn appendix(&self) -> Vec<Block<'_>> {
        let mut answers: Vec<&Answer> = self.answers.iter().filter(|answer| !is_bare(&answer.text)).collect();
        answers.sort_by_key(|answer| answer.question);
        let mut blocks = Vec::new();
        let mut last = None;
        for answer in answers {
            let group = answer.question.group();
            if last != Some(group) {
                blocks.push(Block::Heading(heading(group)));
                last = Some(group);
            }
            let owner = cleaned(&answer.owner);
            blocks.push(Block::Point(Point {
                message: Cow::Borrowed(questions::asked(answer.question)),
                caption: if is_bare(&owner) { String::new() } else { format!("Owner: {owner}") },
                text: Cow::Owned(self.written(&answer.text)),
            }));
        }
        blocks
    }
}

fn heading(group: QuestionGroup) -> &'static str {
    match group {
        QuestionGroup::People => "Appendix: the people there are",
        QuestionGroup::Work => "Appendix: the work there is",
        QuestionGroup::Outlook => "Appendix: what is ahead",
        QuestionGroup::Recruiting => "Appendix: finding people",
        QuestionGroup::Support => "Appendix: what carries the people",
    }
}

/// `a`, `a and b`, `a, b and c`.
fn listed(items: &[String]) -> Option<String> {
    match items {
        [] => None,
        [one] => Some(one.clone()),
        [rest @ .., last] => Some(format!("{} and {last}", rest.join(", "))),
    }
}

/// A text without an address: neither of a figure nor of anything in the vault.
fn cleaned(text: &str) -> String {
    // What the second takes out may have brought the halves of a first together.
    without_figures(&clean(&without_figures(text)))
}

fn is_bare(text: &str) -> bool {
    text.trim().is_empty()
}

#[cfg(test)]
mod pages_tests;
#[cfg(test)]
mod tests;
