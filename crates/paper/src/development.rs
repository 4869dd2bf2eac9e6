//! A development plan as it leaves: where somebody would like to go, and what they do next to get there.
//!
//! [`DevelopmentPlan`] is the whole of what can leave of it. It has no place for what a manager thinks of a wish, or for
//! whether a plan of the organisation counts on it.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::leaving::{Block, Leaving, Point, Table};
use crate::markdown::say_day;
use crate::review::clean;

/// Where somebody would like to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DevelopmentPlan {
    /// Whose plan it is.
    pub person: String,
    /// What they do, such as a role and a team; may be empty.
    pub person_role: String,
    /// Who keeps it with them.
    pub manager: String,
    /// The day it is of.
    pub on: NaiveDate,
    /// The language that it is written in, as in BCP 47.
    pub language: String,
    /// What they want to learn.
    pub goals: Vec<GrowthGoal>,
    /// Where they would like to be in one year, in their words, Markdown; empty where nothing was said.
    pub in_one_year: String,
    /// In three years.
    pub in_three_years: String,
    /// In five years.
    pub in_five_years: String,
    /// The roles they try out.
    pub explorations: Vec<RoleExploration>,
}

/// Something to learn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GrowthGoal {
    /// What.
    pub title: String,
    /// How far it is, in a word.
    pub state: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// What happens next; may be empty.
    pub next_step: String,
}

/// A role that is tried out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleExploration {
    /// Which role.
    pub role: String,
    /// Why it might fit, Markdown; may be empty.
    pub why: String,
    /// What happens next; may be empty.
    pub next_step: String,
    /// Whom to talk to; may be empty.
    pub contact: String,
    /// What came of it, Markdown; empty while it goes on.
    pub outcome: String,
}

impl Leaving for DevelopmentPlan {
    const KIND: &'static str = "Development plans";
    const REST: &'static str = "The whole is in the file of this plan.";

    fn subject(&self) -> String {
        format!("Development plan \u{b7} {}", clean(&self.person))
    }

    fn dated(&self) -> Option<NaiveDate> {
        Some(self.on)
    }

    fn language(&self) -> &str {
        &self.language
    }

    fn blocks(&self) -> Vec<Block<'_>> {
        let mut blocks =
            vec![Block::Kicker("Development plan".to_owned()), Block::Title(clean(&self.person))];
        if !is_bare(&self.person_role) {
            blocks.push(Block::Subtitle(clean(&self.person_role)));
        }
        let facts = [("With", clean(&self.manager)), ("As of", say_day(self.on))];
        blocks.push(Block::Facts(facts.map(|(name, value)| (name.to_owned(), value)).into()));
        blocks.push(Block::Heading("What to learn"));
        match self.goals.as_slice() {
            [] => blocks.push(Block::Fact("No growth goal is set yet.".to_owned())),
            goals => blocks.push(Block::Table(learning(goals))),
        }
        let wishes = [
            ("In one year", &self.in_one_year),
            ("In three years", &self.in_three_years),
            ("In five years", &self.in_five_years),
        ];
        let mut said = wishes.into_iter().filter(|(_, text)| !is_bare(text)).peekable();
        if said.peek().is_some() {
            blocks.push(Block::Heading("Where to go"));
            blocks.extend(said.map(|(when, text)| {
                let text = Cow::Owned(clean(text));
                Block::Point(Point { message: Cow::Borrowed(when), caption: String::new(), text })
            }));
        }
        if !self.explorations.is_empty() {
            blocks.push(Block::Heading("Roles to try out"));
            blocks.extend(self.explorations.iter().flat_map(exploration));
        }
        blocks
    }
}

fn is_bare(text: &str) -> bool {
    text.trim().is_empty()
}

fn learning(goals: &[GrowthGoal]) -> Table {
    let due = |goal: &GrowthGoal| goal.due.map(|day| day.format("%-d %b %Y").to_string()).unwrap_or_default();
    let row =
        |goal: &GrowthGoal| vec![clean(&goal.title), clean(&goal.state), due(goal), clean(&goal.next_step)];
    Table {
        columns: ["Goal", "State", "Due", "Next step"].map(str::to_owned).into(),
        rows: goals.iter().map(row).collect(),
    }
}

fn exploration(tried: &RoleExploration) -> Vec<Block<'_>> {
    let told = [("Next", &tried.next_step), ("Talk to", &tried.contact)];
    let told = told.into_iter().filter(|(_, text)| !is_bare(text));
    let caption: Vec<String> = told.map(|(name, text)| format!("{name}: {}", clean(text))).collect();
    let mut blocks = vec![Block::Point(Point {
        message: Cow::Owned(clean(&tried.role)),
        caption: caption.join(" \u{b7} "),
        text: Cow::Owned(clean(&tried.why)),
    })];
    if !is_bare(&tried.outcome) {
        blocks.push(Block::Aside("What came of it".to_owned(), Cow::Owned(clean(&tried.outcome))));
    }
    blocks
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]
    use super::*;
    use crate::leaving::{Print, make_markdown, make_pdf};

    fn plan() -> DevelopmentPlan {
        let day = |text: &str| text.parse().expect("a day");
        DevelopmentPlan {
            person: "Maya Okafor".into(),
            person_role: String::new(),
            manager: "Rosa Lindqvist".into(),
            on: day("2026-11-27"),
            language: "en".into(),
            goals: vec![GrowthGoal {
                title: "Lead a drill".into(),
                state: "On track".into(),
                due: Some(day("2027-03-31")),
                next_step: "Watch Jun's".into(),
            }],
            in_one_year: "Leading *drills*. [2 Oct](inglenook:note/nothing)".into(),
            in_three_years: " ".into(),
            in_five_years: "Do not know yet.".into(),
            explorations: vec![RoleExploration {
                role: "Site reliability lead".into(),
                why: "She likes the calm.".into(),
                next_step: "A week with them".into(),
                contact: "Piet Lund".into(),
                outcome: "Yes, in a year.".into(),
            }],
        }
    }

    #[test]
    fn a_plan_reads_in_order_and_says_what_is_not_there_yet() {
        let markdown = "# Development plan: Maya Okafor\n\n- With: Rosa Lindqvist\n- As of: 27 November 2026\n\n\
            ## What to learn\n\n| Goal | State | Due | Next step |\n| --- | --- | --- | --- |\n\
            | Lead a drill | On track | 31 Mar 2027 | Watch Jun's |\n\n\
            ## Where to go\n\n### In one year\n\nLeading *drills*.\n\n### In five years\n\nDo not know yet.\n\n\
            ## Roles to try out\n\n### Site reliability lead\n\nNext: A week with them · Talk to: Piet Lund\n\n\
            She likes the calm.\n\n> **What came of it**\n>\n> Yes, in a year.\n";
        assert_eq!(make_markdown(&[plan()]), markdown);
        let bare = DevelopmentPlan {
            goals: vec![],
            in_one_year: String::new(),
            in_five_years: String::new(),
            explorations: vec![],
            ..plan()
        };
        assert!(make_markdown(&[bare]).ends_with("## What to learn\n\nNo growth goal is set yet.\n"));
        let pdf = make_pdf(&[plan()], &Print::default()).expect("pages");
        assert!(crate::leaving::said(&pdf).concat().contains("Watch Jun's"));
    }
}
