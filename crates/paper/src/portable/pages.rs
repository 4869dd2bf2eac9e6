//! The pages of one person, for reading with any text editor. Nothing reads them back.

use std::collections::{BTreeMap, HashSet};

use domain::{
    PersonId, RecordId, SectionId,
    action::{Action, ActionState},
    attachment::Attachment,
    career::{Exploration, Wish},
    folder::Note,
    goal::{Entry, Goal},
    one_on_one::{AgendaItem, Margin, Meeting, Remark, Section, Understanding},
    person::Person,
    review::{Point, Review, SelfReview, Signature},
    talk::{Conversation, FollowUp, HrConsult, Talk},
};

mod growth;
mod reviews;
mod talks;

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
    /// What the stories of their goals hold.
    pub entries: Vec<Entry>,
    /// Hard talks with them.
    pub talks: Vec<TalkPages>,
    /// Their reviews.
    pub reviews: Vec<ReviewPages>,
    /// The promises carried along in their 1:1s.
    pub actions: Vec<Action>,
    /// What they wish for.
    pub wishes: Vec<Wish>,
    /// The roles they try out.
    pub explorations: Vec<Exploration>,
    /// The files attached to them or to any of the records above.
    pub attachments: Vec<Attachment>,
}

/// One hard talk with what belongs to it. Who was asked about somebody, and what they said, is on no page.
#[derive(Clone, Debug)]
pub struct TalkPages {
    /// The talk.
    pub talk: Talk,
    /// Its conversations.
    pub conversations: Vec<Conversation>,
    /// Its looks.
    pub follow_ups: Vec<FollowUp>,
    /// Its turns to HR.
    pub hr: Vec<HrConsult>,
}

/// One review with what is read in it. Who was asked for it, and what they said, is on no page.
#[derive(Clone, Debug)]
pub struct ReviewPages {
    /// The review.
    pub review: Review,
    /// Its points and those of its self review.
    pub points: Vec<Point>,
    /// The self review.
    pub self_review: Option<SelfReview>,
    /// The signatures below its versions.
    pub signatures: Vec<Signature>,
}

/// One 1:1 with what was written in it and beside it.
#[derive(Clone, Debug)]
pub struct MeetingPages {
    /// The meeting.
    pub meeting: Meeting,
    /// Its document.
    pub sections: Vec<Section>,
    /// The points of its agenda.
    pub agenda: Vec<AgendaItem>,
    /// What was added to the document for both to read.
    pub remarks: Vec<Remark>,
    /// What the owner wrote beside it for nobody else: the margin, notes beside sections, notes carried along.
    pub margins: Vec<Margin>,
}

const PRIVATE: &str = "*Private: written for nobody else.*";

/// Every page of a person, as its path below the person's folder and its text, whatever order the records came in.
pub(super) fn pages_of(person: &PersonPages) -> Vec<(String, String)> {
    let mut pages = vec![("person.md".to_owned(), person_page(person))];
    let optional = [
        ("notes.md", notes_page(person)),
        ("goals.md", growth::goals_page(person)),
        ("talks.md", talks::page(person)),
        ("reviews.md", reviews::page(person)),
        ("promises.md", promises_page(person)),
        ("career.md", career_page(person)),
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
        if let Some(page) = margin_page(person, pages_of_one) {
            pages.push((format!("{name}.private.md"), page));
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
    if !of.agenda.is_empty() {
        page.heading(2, "Agenda");
        page.list(of.agenda.iter().map(point));
    }
    let sections = in_order(of);
    for section in &sections {
        page.heading(2, &section.title);
        page.block(&section.text);
        remarks(&mut page, of, Some(section.id));
    }
    remarks(&mut page, of, None);
    match meeting.understanding() {
        None => {}
        Some(Understanding::Same) => page.block("*Both understood it alike.*"),
        Some(Understanding::Differs(difference)) => {
            page.heading(2, "Where the two differ");
            page.block(&difference);
        }
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

fn in_order(of: &MeetingPages) -> Vec<&Section> {
    let mut sections: Vec<&Section> = of.sections.iter().collect();
    sections.sort_by_key(|section| (section.place, section.id));
    sections
}

fn point(item: &AgendaItem) -> String {
    let mark = if item.done { "[x]" } else { "[ ]" };
    let says = item.topic.map_or_else(|| item.text.clone(), say_word);
    let open = if item.open_because.trim().is_empty() {
        String::new()
    } else {
        format!(" ({})", escape(&item.open_because))
    };
    format!("{mark} {}{open}", escape(&says))
}

/// What was added below a section, or below the whole document.
fn remarks(page: &mut Page, of: &MeetingPages, section: Option<SectionId>) {
    let mut remarks: Vec<&Remark> = of.remarks.iter().filter(|remark| remark.section == section).collect();
    remarks.sort_by_key(|remark| (remark.on, remark.id));
    for remark in remarks {
        page.block(&format!("*{}, {}:*", say_word(remark.kind), say_day(remark.on)));
        page.block(&remark.text);
    }
}

/// What stands beside a document for nobody else; none when nothing does.
fn margin_page(pages: &PersonPages, of: &MeetingPages) -> Option<String> {
    let mut margins: Vec<&Margin> =
        of.margins.iter().filter(|margin| !margin.text.trim().is_empty()).collect();
    let place = |margin: &Margin| of.sections.iter().find(|part| Some(part.id) == margin.section);
    margins.sort_by_key(|margin| (place(margin).map(|part| part.place), margin.id));
    margins.first()?;
    let mut page =
        Page::with_front_matter(&[("private", "yes".to_owned()), ("beside", of.meeting.id.to_string())]);
    let day = say_day(of.meeting.starts.date());
    page.heading(1, &format!("Private margin beside the 1:1 with {}, {day}", pages.person.name));
    page.block(PRIVATE);
    for margin in &margins {
        if let Some(section) = place(margin) {
            page.heading(2, &section.title);
        } else if margin.note.is_some() {
            page.heading(2, "Carried along from the fuzzy folder");
        }
        page.block(&margin.text);
    }
    let records: Vec<RecordId> = margins.iter().map(|margin| margin.id.record()).collect();
    attached(&mut page, pages, &records, "../../..");
    Some(page.into_text())
}

fn career_page(pages: &PersonPages) -> Option<String> {
    if pages.wishes.is_empty() && pages.explorations.is_empty() {
        return None;
    }
    let mut page = Page::with_front_matter(&[("about", pages.person.name.clone())]);
    page.heading(1, &format!("Where {} would like to go", pages.person.name));
    let mut wishes: Vec<&Wish> = pages.wishes.iter().collect();
    wishes.sort_by_key(|wish| (wish.kind, wish.on, wish.id));
    for wish in wishes {
        page.heading(2, &format!("{}, {}", say_word(wish.kind), say_day(wish.on)));
        page.block(if wish.unknown { "Does not know yet." } else { &wish.text });
        if !wish.why.trim().is_empty() {
            page.block(if wish.first_hand { "*Why, first-hand:*" } else { "*Why:*" });
            page.block(&wish.why);
        }
    }
    let mut tried: Vec<&Exploration> = pages.explorations.iter().collect();
    tried.sort_by_key(|tried| (tried.on, tried.id));
    for tried in tried {
        page.heading(2, &format!("Trying out: {}", tried.role));
        for (label, text) in [
            ("Why", &tried.why),
            ("Next step", &tried.next_step),
            ("Contact", &tried.contact),
            ("Outcome", &tried.outcome),
        ] {
            if !text.trim().is_empty() {
                page.block(&format!("*{label}:* {text}"));
            }
        }
    }
    Some(page.into_text())
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
        for (label, text) in [("Example", &note.example), ("Consequence", &note.consequence)] {
            if !text.is_empty() {
                page.block(&format!("**{label}:** {text}"));
            }
        }
        if let Some(metric) = &note.metric {
            page.block(&format!("**Figure:** {metric}"));
        }
        if !note.tags.is_empty() {
            page.block(&format!("Tags: {}", note.tags.join(", ")));
        }
        match (note.raised_on, note.dismissed) {
            (Some(day), _) => page.block(&format!("*Talked about on {}.*", say_day(day))),
            (None, true) if note.dismissed_because.is_empty() => page.block("*Set aside.*"),
            (None, true) => page.block(&format!("*Set aside: {}*", note.dismissed_because)),
            (None, false) => {}
        }
        attached(&mut page, pages, &[note.id.record()], "../..");
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
