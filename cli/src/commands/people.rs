//! The people.

use app::person::{Get, List, PersonPage};
use app::{Desk, Fault};

use super::json;
use crate::answer::Answer;
use crate::layout::{columns, count, wrapped};
use crate::who;

/// Lists them.
pub fn list(desk: &Desk, all: bool) -> Result<Answer, Fault> {
    let people = desk.run(List { include_left: Some(all) })?;
    let rows: Vec<_> = people
        .iter()
        .map(|person| {
            let met = person.last_met.map(|day| format!("met {day}")).unwrap_or_default();
            let left = if person.left { " (left)" } else { "" };
            vec![format!("{}{left}", person.name), said(person.relation), met, person.role.clone()]
        })
        .collect();
    Ok(Answer::new(columns(&rows), json(&people)?))
}

/// A relation as it is said: `direct_report` is "direct report".
fn said<T: serde::Serialize>(word: T) -> String {
    serde_json::to_value(word)
        .ok()
        .and_then(|word| word.as_str().map(|word| word.replace('_', " ")))
        .unwrap_or_default()
}

/// Shows one.
pub fn show(desk: &Desk, name: &str) -> Result<Answer, Fault> {
    let person = who::find(desk, name)?;
    let page = desk.run(Get { id: person.id })?;
    Ok(Answer::new(page_in_words(&page), json(&page)?))
}

fn page_in_words(page: &PersonPage) -> String {
    let (of, facts) = (&page.person, &page.facts);
    let day = |day: &Option<app::stamp::Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let skills: Vec<_> = of.skills.iter().map(|skill| format!("{} {}", skill.name, skill.level)).collect();
    let lines = [
        ("Role", of.role.clone()),
        ("Level", of.level.clone()),
        ("Team", of.team.clone()),
        ("Site", of.site.clone()),
        ("Manager", page.manager_name.clone().unwrap_or_default()),
        ("Relation", said(of.relation)),
        ("First day", day(&of.started_on)),
        ("Last day", day(&of.left_on)),
        ("E-mail", of.email.clone()),
        ("Phone", of.phone.clone()),
        ("Skills", skills.join(", ")),
        ("1:1s", format!("{}, {} moved", facts.met, facts.moved)),
        ("Next 1:1", facts.next.map(|next| next.to_string()).unwrap_or_default()),
        ("Folder", format!("{} praise, {} constructive", facts.praise, facts.constructive)),
        (
            "Reports",
            if page.reports > 0 { count(u64::from(page.reports), "person", "people") } else { String::new() },
        ),
    ];
    let rows: Vec<_> = lines
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(label, value)| vec![label.to_owned(), value])
        .collect();
    let mut text = format!("{}\n\n{}", of.name, columns(&rows));
    if !of.about.is_empty() {
        text.push_str(&format!("\nFor you alone\n{}\n", wrapped(&of.about, "")));
    }
    text
}
