//! The pages of one person, for reading with any text editor. Nothing reads them back.

use std::collections::{BTreeMap, HashSet};

use domain::{
    PersonId, RecordId,
    action::{Action, ActionState},
    attachment::Attachment,
    folder::Note,
    goal::Goal,
    one_on_one::{Margin, Meeting, Section},
    person::Person,
    review::Review,
};

use super::path;
use crate::markdown::{Page, escape, link, say_day, say_word};

/// Everything about one person.
#[derive(Clone, Debug)]
pub struct PersonPages {
    /// About whom.
    pub person: Person,
    /// The names of everybody who appears on the pages beside them: the manager and those who owe something.
    pub names: BTreeMap<PersonId, String>,
    /// Their 1:1s.
    pub meetings: Vec<MeetingPages>,
    /// Their fuzzy folder.
    pub notes: Vec<Note>,
    /// Their goals.
    pub goals: Vec<Goal>,
    /// Their reviews.
    pub reviews: Vec<Review>,
    /// The promises carried along in their 1:1s.
    pub actions: Vec<Action>,
    /// The files attached to them or to any of the records above.
    pub attachments: Vec<Attachment>,
}

/// One 1:1 with what was written in it and beside it.
#[derive(Clone, Debug)]
pub struct MeetingPages {
    /// The meeting.
    pub meeting: Meeting,
    /// Its document.
    pub sections: Vec<Section>,
    /// What the owner wrote beside it for nobody else.
    pub margin: Option<Margin>,
}

const PRIVATE: &str = "*Private: written for nobody else.*";

/// Every page of a person, as its path below the person's folder and its text, whatever order the records came in.
pub(super) fn pages_of(person: &PersonPages) -> Vec<(String, String)> {
    let mut pages = vec![("person.md".to_owned(), person_page(person))];
    let optional = [
        ("notes.md", notes_page(person)),
        ("goals.md", goals_page(person)),
        ("reviews.md", reviews_page(person)),
        ("promises.md", promises_page(person)),
    ];
    pages.extend(optional.into_iter().filter_map(|(name, page)| Some((name.to_owned(), page?))));

    let mut meetings: Vec<&MeetingPages> = person.meetings.iter().collect();
    meetings.sort_by_key(|pages| (pages.meeting.starts, pages.meeting.id));
    let mut taken: HashSet<String> = HashSet::new();
    for pages_of_one in meetings {
        let meeting = &pages_of_one.meeting;
        let mut name = format!("one-on-ones/{}", meeting.starts.format("%Y-%m-%d-%H%M"));
        if !taken.insert(name.clone()) {
            name = format!("{name}-{}", path::short(meeting.id.record()));
        }
        pages.push((format!("{name}.md"), meeting_page(person, pages_of_one)));
        if let Some(margin) = pages_of_one.margin.as_ref().filter(|margin| !margin.text.trim().is_empty()) {
            pages.push((format!("{name}.private.md"), margin_page(person, meeting, margin)));
        }
    }
    pages
}

fn person_page(pages: &PersonPages) -> String {
    let person = &pages.person;
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut page = Page::with_front_matter(&[
        ("name", person.name.clone()),
        ("role", person.role.clone()),
        ("level", person.level.clone()),
        ("team", person.team.clone()),
        ("site", person.site.clone()),
        ("manager", person.manager.map(|id| name_of(pages, id)).unwrap_or_default()),
        ("relation", say_word(person.relation)),
        ("employment", say_word(person.employment)),
        ("first_day", day(person.started_on)),
        ("last_day", day(person.left_on)),
        ("email", person.email.clone()),
        ("phone", person.phone.clone()),
        ("id", person.id.to_string()),
    ]);
    page.heading(1, &person.name);
    if !person.about.trim().is_empty() {
        page.heading(2, "About");
        page.block(PRIVATE);
        page.block(&person.about);
    }
    if !person.skills.is_empty() {
        page.heading(2, "Skills");
        page.list(person.skills.iter().map(|skill| format!("{}: {} of 5", escape(&skill.name), skill.level)));
    }
    attached(&mut page, pages, &[person.id.record()], "../..");
    page.into_text()
}

fn meeting_page(pages: &PersonPages, of: &MeetingPages) -> String {
    let meeting = &of.meeting;
    let mut page = Page::with_front_matter(&[
        ("with", pages.person.name.clone()),
        ("starts", meeting.starts.format("%Y-%m-%d %H:%M").to_string()),
        ("zone", meeting.zone.clone()),
        ("minutes", meeting.minutes.to_string()),
        ("state", meeting.state.word().to_owned()),
        ("reason", meeting.reason.clone()),
        ("id", meeting.id.to_string()),
    ]);
    page.heading(1, &format!("1:1 with {}, {}", pages.person.name, say_day(meeting.starts.date())));
    let mut sections: Vec<&Section> = of.sections.iter().collect();
    sections.sort_by_key(|section| (section.place, section.id));
    for section in &sections {
        page.heading(2, &section.title);
        page.block(&section.text);
    }
    let mut promises: Vec<&Action> =
        pages.actions.iter().filter(|action| action.meeting == Some(meeting.id)).collect();
    promises.sort_by_key(|action| action.id);
    if !promises.is_empty() {
        page.heading(2, "Promised here");
        page.list(promises.into_iter().map(|action| promise(pages, action)));
    }
    let records: Vec<RecordId> = std::iter::once(meeting.id.record())
        .chain(sections.iter().map(|section| section.id.record()))
        .collect();
    attached(&mut page, pages, &records, "../../..");
    page.into_text()
}

fn margin_page(pages: &PersonPages, meeting: &Meeting, margin: &Margin) -> String {
    let mut page = Page::with_front_matter(&[
        ("private", "yes".to_owned()),
        ("beside", meeting.id.to_string()),
        ("id", margin.id.to_string()),
    ]);
    let day = say_day(meeting.starts.date());
    page.heading(1, &format!("Private margin beside the 1:1 with {}, {day}", pages.person.name));
    page.block(PRIVATE);
    page.block(&margin.text);
    attached(&mut page, pages, &[margin.id.record()], "../../..");
    page.into_text()
}

fn notes_page(pages: &PersonPages) -> Option<String> {
    let mut notes: Vec<&Note> = pages.notes.iter().collect();
    notes.sort_by_key(|note| (note.on, note.id));
    notes.first()?;
    let mut page =
        Page::with_front_matter(&[("about", pages.person.name.clone()), ("private", "yes".to_owned())]);
    page.heading(1, &format!("Fuzzy folder of {}", pages.person.name));
    page.block(PRIVATE);
    for note in notes {
        page.heading(
            2,
            &format!("{}: {}, {}", say_day(note.on), say_word(note.polarity), say_word(note.kind)),
        );
        page.block(&note.text);
        match (note.raised_on, note.dismissed) {
            (Some(day), _) => page.block(&format!("*Talked about on {}.*", say_day(day))),
            (None, true) => page.block("*Set aside.*"),
            (None, false) => {}
        }
        attached(&mut page, pages, &[note.id.record()], "../..");
    }
    Some(page.into_text())
}

fn goals_page(pages: &PersonPages) -> Option<String> {
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
        attached(&mut page, pages, &[goal.id.record()], "../..");
    }
    Some(page.into_text())
}

fn reviews_page(pages: &PersonPages) -> Option<String> {
    let mut reviews: Vec<&Review> = pages.reviews.iter().collect();
    reviews.sort_by(|one, other| (&one.cycle, one.id).cmp(&(&other.cycle, other.id)));
    reviews.first()?;
    let mut page =
        Page::with_front_matter(&[("about", pages.person.name.clone()), ("private", "yes".to_owned())]);
    page.heading(1, &format!("Reviews of {}", pages.person.name));
    page.block(PRIVATE);
    for review in reviews {
        page.heading(2, &review.cycle);
        page.block(&review.text);
        attached(&mut page, pages, &[review.id.record()], "../..");
    }
    Some(page.into_text())
}

fn promises_page(pages: &PersonPages) -> Option<String> {
    let mut promises: Vec<&Action> = pages.actions.iter().collect();
    promises.sort_by_key(|action| (action.since, action.id));
    promises.first()?;
    let mut page = Page::with_front_matter(&[("about", pages.person.name.clone())]);
    page.heading(1, &format!("Promises in the 1:1s with {}", pages.person.name));
    page.list(promises.iter().map(|action| promise(pages, action)));
    let records: Vec<RecordId> = promises.iter().map(|action| action.id.record()).collect();
    attached(&mut page, pages, &records, "../..");
    Some(page.into_text())
}

fn promise(pages: &PersonPages, action: &Action) -> String {
    let mark = if action.state == ActionState::Open { "[ ]" } else { "[x]" };
    let due = action.due.map(|day| format!(", due {}", say_day(day))).unwrap_or_default();
    let dropped = match action.state {
        ActionState::Dropped => format!(", dropped: {}", escape(&action.dropped_because)),
        ActionState::Open | ActionState::Done => String::new(),
    };
    let owner = escape(&name_of(pages, action.owner));
    format!("{mark} {} ({owner}, since {}{due}{dropped})", escape(&action.text), say_day(action.since))
}

fn attached(page: &mut Page, pages: &PersonPages, records: &[RecordId], up: &str) {
    let mut files: Vec<&Attachment> =
        pages.attachments.iter().filter(|file| records.contains(&file.record)).collect();
    files.sort_by_key(|file| file.id);
    if !files.is_empty() {
        page.block("Attached:");
        page.list(
            files.into_iter().map(|file| link(&file.name, &format!("{up}/{}", path::attachment(file)))),
        );
    }
}

fn name_of(pages: &PersonPages, id: PersonId) -> String {
    match pages.names.get(&id) {
        _ if id == pages.person.id => pages.person.name.clone(),
        Some(name) => name.clone(),
        None => "somebody no longer in the roster".to_owned(),
    }
}
