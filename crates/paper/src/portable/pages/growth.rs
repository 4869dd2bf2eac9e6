//! The page of a person's goals.

use domain::goal::{Entry, EntryKind, Goal};

use super::{PersonPages, attached};
use crate::markdown::{Page, escape, say_day, say_word};

/// The goals by their due day, each with its five fields and its story.
pub(super) fn goals_page(pages: &PersonPages) -> Option<String> {
    let mut goals: Vec<&Goal> = pages.goals.iter().collect();
    goals.sort_by_key(|goal| (goal.due.is_none(), goal.due, goal.id));
    goals.first()?;
    let mut page = Page::with_front_matter(&[("about", pages.person.name.clone())]);
    page.heading(1, &format!("Goals of {}", pages.person.name));
    for goal in goals {
        page.heading(2, &goal.title);
        let due = goal.due.map(|day| format!(", due {}", say_day(day))).unwrap_or_default();
        page.block(&format!("*{}{due}*", say_word(goal.state)));
        page.block(&goal.text);
        let figure = |metric: &Option<_>| {
            metric.as_ref().map(|metric: &domain::folder::Metric| metric.to_string()).unwrap_or_default()
        };
        for (label, text) in [
            ("How both will know", goal.measure.clone()),
            ("What makes it possible", goal.achievable.clone()),
            ("Why it matters", goal.relevant.clone()),
            ("From", figure(&goal.start_value)),
            ("To", figure(&goal.target)),
            ("Category", escape(&goal.category)),
            ("Comment", goal.comment.clone()),
            ("Outcome", escape(&goal.outcome)),
        ] {
            if !text.trim().is_empty() {
                page.block(&format!("**{label}:** {text}"));
            }
        }
        let mut story: Vec<&Entry> = pages.entries.iter().filter(|entry| entry.goal == goal.id).collect();
        story.sort_by_key(|entry| (entry.on, entry.id));
        page.list(story.into_iter().map(told));
        attached(&mut page, pages, &[goal.id.record()], "../..");
    }
    Some(page.into_text())
}

/// An entry in one line.
fn told(entry: &Entry) -> String {
    let what = match (entry.kind, entry.resolved_on) {
        (EntryKind::Progress, _) => String::new(),
        (EntryKind::Obstacle, None) => " In the way:".to_owned(),
        (EntryKind::Obstacle, Some(day)) => format!(" In the way until {}:", say_day(day)),
    };
    let value = entry.value.as_ref().map(|value| format!(" ({value})")).unwrap_or_default();
    let text = entry.text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{}:{what} {text}{value}", say_day(entry.on))
}
