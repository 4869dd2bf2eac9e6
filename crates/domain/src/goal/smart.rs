//! A goal is looked at while it is written: what could still be said, asked as a question. It asks; it stops nobody.

use serde::{Deserialize, Serialize};

use super::Goal;
use crate::spelling::fold;

/// The five letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Letter {
    /// What exactly.
    Specific,
    /// How both will know.
    Measurable,
    /// What makes it possible.
    Achievable,
    /// Why it matters.
    Relevant,
    /// By when.
    TimeBound,
}

/// What is asked about a letter. The page has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// Nothing is said yet.
    Missing,
    /// It begins with a word that says no end, such as “improve”.
    NoEnd,
    /// It holds no figure, no name of a thing that is there or is not.
    NoFigure,
}

/// Beginnings of a goal that name a direction and no end.
const NO_END: [&str; 14] = [
    "improve",
    "increase",
    "reduce",
    "help",
    "support",
    "work on",
    "try",
    "continue",
    "keep",
    "be more",
    "get better",
    "focus on",
    "become better",
    "learn more",
];

/// What could still be said about a goal, letter by letter in their order; nothing when it says all five.
pub fn questions(goal: &Goal) -> Vec<(Letter, Question)> {
    let mut asked = Vec::new();
    let begins = fold(&goal.title);
    let has_no_end = NO_END
        .iter()
        .any(|start| begins.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')));
    let has_figure = |text: &str| text.chars().any(char::is_numeric);
    if goal.text.trim().is_empty() && (has_no_end || begins.split(' ').count() < 3) {
        asked.push((Letter::Specific, if has_no_end { Question::NoEnd } else { Question::Missing }));
    }
    if goal.target.is_none() {
        if goal.measure.trim().is_empty() {
            if !has_figure(&goal.title) {
                asked.push((Letter::Measurable, Question::Missing));
            }
        } else if !has_figure(&goal.measure) && goal.measure.split_whitespace().count() < 4 {
            asked.push((Letter::Measurable, Question::NoFigure));
        }
    }
    for (letter, text) in [(Letter::Achievable, &goal.achievable), (Letter::Relevant, &goal.relevant)] {
        let rests_on_ground = letter == Letter::Relevant && goal.ground.is_some();
        if text.trim().is_empty() && !rests_on_ground {
            asked.push((letter, Question::Missing));
        }
    }
    if goal.due.is_none() {
        asked.push((Letter::TimeBound, Question::Missing));
    }
    asked
}
