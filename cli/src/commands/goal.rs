//! Goals.

use app::goal::{AddEntry, Asked, Endorse, EntryKind, EntryLine, Get, GoalLine, GoalState, Letter, List};
use app::goal::{Question, Reviewed, Save, SetState};
use app::{Desk, Fault};

use super::json;
use super::one_on_one::short;
use crate::answer::Answer;
use crate::arguments::{AddGoal, Ending, Goal};
use crate::layout::{columns, count, one_line, wrapped};
use crate::who;

/// Does what was asked about goals.
pub fn goal(desk: &Desk, asked: Goal) -> Result<Answer, Fault> {
    match asked {
        Goal::List { person, all } => list(desk, person, all),
        Goal::Add(asked) => add(desk, asked),
        Goal::Show { id } => show(desk, &id),
        Goal::Endorse { id, start } => {
            let goal = find(desk, &id)?;
            let saved = desk.run(Endorse { id: goal.id, start: Some(start) })?;
            let said = if start { "Endorsed and started" } else { "Endorsed" };
            Ok(Answer::new(format!("{said}: {}", goal.title), json(&saved)?))
        }
        Goal::Start { id } => to(desk, &id, GoalState::Active, None),
        Goal::Look { id, text, value } => {
            let goal = find(desk, &id)?;
            let saved = desk.run(Reviewed { id: goal.id, text, value })?;
            let goal = find(desk, &id)?;
            let next = goal.next_review.map(|day| format!(" Next look on {day}.")).unwrap_or_default();
            Ok(Answer::new(format!("Looked at: {}.{next}", goal.title), json(&saved)?))
        }
        Goal::Obstacle { id, text } => {
            let goal = find(desk, &id)?;
            let entry = AddEntry { goal: goal.id, kind: EntryKind::Obstacle, text, value: None, on: None };
            let made = desk.run(entry)?;
            Ok(Answer::new(format!("Kept with: {}", goal.title), json(&made)?))
        }
        Goal::End { id, how, because } => {
            let state = match how {
                Ending::Achieved => GoalState::Achieved,
                Ending::Partly => GoalState::PartlyAchieved,
                Ending::Missed => GoalState::Missed,
                Ending::Dropped => GoalState::Dropped,
            };
            to(desk, &id, state, because)
        }
    }
}

fn list(desk: &Desk, person: Option<String>, all: bool) -> Result<Answer, Fault> {
    let person = person.map(|name| who::find(desk, &name)).transpose()?.map(|person| person.id);
    let goals = desk.run(List { person, only_open: Some(!all) })?;
    let rows: Vec<_> = goals.iter().map(row).collect();
    let text = if rows.is_empty() { "No goals.".to_owned() } else { columns(&rows) };
    Ok(Answer::new(text, json(&goals)?))
}

fn row(goal: &GoalLine) -> Vec<String> {
    let due = goal.due.map(|due| format!("by {due}")).unwrap_or_default();
    let percent = goal.percent.map(|percent| format!("{percent} %")).unwrap_or_default();
    let name = goal.person_name.clone();
    vec![short(&goal.id.to_string()), state(goal.state).to_owned(), due, percent, name, one_line(&goal.title)]
}

fn state(state: GoalState) -> &'static str {
    match state {
        GoalState::Proposed => "proposed",
        GoalState::Endorsed => "endorsed",
        GoalState::Active => "active",
        GoalState::Achieved => "reached",
        GoalState::PartlyAchieved => "reached in part",
        GoalState::Missed => "not reached",
        GoalState::Dropped => "dropped",
    }
}

fn add(desk: &Desk, asked: AddGoal) -> Result<Answer, Fault> {
    let person = who::find(desk, &asked.person)?;
    let saved = desk.run(Save {
        id: None,
        person: person.id,
        title: asked.title,
        text: asked.text.unwrap_or_default(),
        measure: asked.measure,
        achievable: asked.achievable,
        relevant: asked.relevant,
        category: asked.category,
        ground: None,
        starts_on: None,
        due: asked.by.map(Some),
        start_value: asked.start_value,
        target: asked.target,
        is_growth: Some(asked.growth),
        state: asked.active.then_some(GoalState::Active),
        review_days: None,
        own_words: None,
        comment: None,
        because: None,
    })?;
    let mut text = format!("Goal of {} kept.", person.name);
    for asked in &saved.questions {
        text.push_str(&format!("\n{}", question(asked)));
    }
    Ok(Answer::new(text, json(&saved)?))
}

/// A question about a letter. It asks; nothing has to be said.
fn question(asked: &Asked) -> &'static str {
    match (asked.letter, asked.question) {
        (Letter::Specific, Question::NoEnd) => "Where does it end? (--text)",
        (Letter::Specific, _) => "What exactly? (--text)",
        (Letter::Measurable, Question::NoFigure) => "Is there a figure to know it by? (--target, --measure)",
        (Letter::Measurable, _) => "How will you both know? (--measure)",
        (Letter::Achievable, _) => "What makes it possible? (--achievable)",
        (Letter::Relevant, _) => "Why does it matter? (--relevant)",
        (Letter::TimeBound, _) => "By when? (--by)",
    }
}

fn show(desk: &Desk, id: &str) -> Result<Answer, Fault> {
    let page = desk.run(Get { id: find(desk, id)?.id })?;
    let goal = &page.goal;
    let due = goal.due.map(|due| format!(", by {due}")).unwrap_or_default();
    let mut lines =
        vec![wrapped(&goal.title, ""), format!("{}, {}{due}", goal.person_name, state(goal.state))];
    let figure =
        |metric: &Option<app::goal::Metric>| metric.as_ref().map(ToString::to_string).unwrap_or_default();
    for (label, said) in [
        ("", &goal.text),
        ("How you will both know: ", &goal.measure),
        ("What makes it possible: ", &goal.achievable),
        ("Why it matters: ", &goal.relevant),
        ("From: ", &figure(&goal.start_value)),
        ("To: ", &figure(&goal.target)),
        ("Rests on: ", &goal.ground_title),
        ("Outcome: ", &goal.outcome),
    ] {
        if !said.trim().is_empty() {
            lines.push(wrapped(&format!("  {label}{said}"), "  "));
        }
    }
    if let Some(percent) = goal.percent {
        lines.push(format!("  {percent} % of the way"));
    }
    lines.extend(page.story.iter().map(|entry| wrapped(&told(entry), "    ")));
    if goal.obstacles > 0 {
        lines.push(count(goal.obstacles.into(), "obstacle in the way", "obstacles in the way"));
    }
    Ok(Answer::new(lines.join("\n"), json(&page)?))
}

fn told(entry: &EntryLine) -> String {
    let what = if entry.kind == EntryKind::Obstacle { "in the way: " } else { "" };
    let value = entry.value.as_ref().map(|value| format!(" ({value})")).unwrap_or_default();
    let text = if entry.text.trim().is_empty() && value.is_empty() { "nothing moved" } else { &entry.text };
    format!("  {}  {what}{}{value}", entry.on, one_line(text))
}

fn to(desk: &Desk, id: &str, to: GoalState, outcome: Option<String>) -> Result<Answer, Fault> {
    let goal = find(desk, id)?;
    let saved = desk.run(SetState { id: goal.id, to, outcome })?;
    Ok(Answer::new(format!("{}: {}", super::capital(state(to)), goal.title), json(&saved)?))
}

/// The goal with that identifier, or the one whose identifier ends so.
fn find(desk: &Desk, id: &str) -> Result<GoalLine, Fault> {
    let mut goals = desk.run(List::default())?;
    goals.retain(|goal| goal.id.to_string().ends_with(id) && id.len() >= 4);
    if goals.len() > 1 {
        return Err(Fault::wrong_use("More than one goal is called so.").next("Type more of the identifier."));
    }
    goals
        .pop()
        .ok_or_else(|| Fault::wrong_use("There is no such goal.").next("`nook goal list --all` shows them."))
}
