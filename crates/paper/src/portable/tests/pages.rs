//! The pages for eyes.

use super::*;

fn pages() -> PersonPages {
    let mut pages = PersonPages {
        person: Person::named(PersonId(id(2)), "x", Relation::Other),
        names: [(PersonId(id(1)), "Marta Oyelaran".to_owned())].into(),
        meetings: Vec::new(),
        notes: Vec::new(),
        goals: Vec::new(),
        entries: Vec::new(),
        talks: Vec::new(),
        reviews: Vec::new(),
        actions: Vec::new(),
        wishes: Vec::new(),
        explorations: Vec::new(),
        attachments: Vec::new(),
    };
    for record in one_of_each() {
        let last = pages.meetings.last_mut();
        match record {
            Record::Person(person) => pages.person = person,
            Record::OneOnOne(meeting) => {
                pages.meetings.push(MeetingPages {
                    meeting,
                    sections: Vec::new(),
                    agenda: Vec::new(),
                    remarks: Vec::new(),
                    margins: Vec::new(),
                });
            }
            Record::Section(section) => last.expect("a meeting").sections.push(section),
            Record::Margin(margin) => last.expect("a meeting").margins.push(margin),
            Record::Agenda(item) => last.expect("a meeting").agenda.push(item),
            Record::Remark(remark) => last.expect("a meeting").remarks.push(remark),
            Record::Wish(wish) => pages.wishes.push(wish),
            Record::Exploration(tried) => pages.explorations.push(tried),
            Record::Pair(_)
            | Record::Template(_)
            | Record::Prep(_)
            | Record::Holiday(_)
            | Record::Source(_)
            | Record::Wording(_)
            | Record::Ground(_)
            | Record::CheckIn(_)
            | Record::SavedSearch(_)
            | Record::ReviewCycle(_)
            | Record::PeerInput(_)
            | Record::ReviewVersion(_)
            | Record::Plan(_)
            | Record::PlanEntry(_)
            | Record::PlanText(_)
            | Record::WorkImport(_)
            | Record::Dismissal(_) => {}
            Record::Note(note) => pages.notes.push(note),
            Record::Goal(goal) => pages.goals.push(goal),
            Record::GoalEntry(entry) => pages.entries.push(entry),
            Record::Talk(talk) => {
                let nothing = (Vec::new(), Vec::new(), Vec::new());
                let (conversations, follow_ups, hr) = nothing;
                pages.talks.push(TalkPages { talk, conversations, follow_ups, hr });
            }
            Record::Conversation(one) => pages.talks[0].conversations.push(one),
            Record::FollowUp(one) => pages.talks[0].follow_ups.push(one),
            Record::HrConsult(one) => pages.talks[0].hr.push(one),
            Record::Review(review) => {
                let (points, signatures) = (Vec::new(), Vec::new());
                pages.reviews.push(ReviewPages { review, points, self_review: None, signatures });
            }
            Record::Point(point) => pages.reviews[0].points.push(point),
            Record::SelfReview(own) => pages.reviews[0].self_review = Some(own),
            Record::Signature(signature) => pages.reviews[0].signatures.push(signature),
            Record::Action(action) => pages.actions.push(action),
            Record::Attachment(attachment) => pages.attachments.push(attachment),
        }
    }
    pages
}

fn write_pages(pages: &PersonPages) -> Memory {
    let mut folder = Memory::default();
    FolderWriter::begin(&mut folder).put_person_pages(pages).expect("put");
    folder
}

#[test]
fn a_person_can_be_read_without_the_application() {
    let folder = write_pages(&pages());
    let paths: Vec<_> = folder.0.borrow().keys().cloned().collect();
    let person = "people/Deniz Kayalı-00000002";
    assert_eq!(
        paths,
        [
            "career.md",
            "goals.md",
            "notes.md",
            "one-on-ones/2026-11-20-0930.md",
            "one-on-ones/2026-11-20-0930.private.md",
            "person.md",
            "promises.md",
            "reviews.md",
            "talks.md"
        ]
        .map(|name| format!("{person}/{name}"))
    );
    assert_eq!(
        folder.text(&format!("{person}/one-on-ones/2026-11-20-0930.md")),
        "---\nwith: \"Deniz Kayalı/..\"\nstarts: \"2026-11-20 09:30\"\nzone: \"Europe/Lisbon\"\nminutes: \"30\"\n\
         state: \"held\"\nreason: \"a release\"\nid: \"01934f2a-6c00-7000-8000-000000000003\"\n---\n\n\
         # 1:1 with Deniz Kayalı/.., 20 November 2026\n\n## Agenda\n\n- [x] cadence (next time)\n\n\
         ## Progress on goals\n\n- done\n\n*correction, 20 November 2026:*\n\nAgree on a number first.\n\n\
         ## Where the two differ\n\nThe date.\n\n## Promised here\n\n\
         - [x] Write up the drill (Marta Oyelaran, since 20 November 2026, due 27 November 2026, dropped: No longer needed)\n"
    );
    let notes = folder.text(&format!("{person}/notes.md"));
    assert!(notes.contains(
        "## 2 November 2026: praise, delivery\n\nLed the drill.\n\n**Example:** Took the call at 3 am, and led it.\n\n\
         **Consequence:** Nobody lost data.\n\n**Figure:** 104.50 s\n\nTags: drill, on-call\n\n\
         *Talked about on 20 November 2026.*\n"
    ));
    assert!(notes.contains(
        "- [Plan: one.pdf](<../../attachments/01934f2a-6c00-7000-8000-00000000000a/Plan- one.pdf>)"
    ));
    let goals = folder.text(&format!("{person}/goals.md"));
    assert!(goals.contains(
        "**How both will know:** Three drills.\n\n**What makes it possible:** Two days a month.\n\n\
         **Why it matters:** Customers wait.\n\n**From:** 210 s\n\n**To:** 90 s\n"
    ));
    assert!(goals.contains("- 1 June 2026: In the way until 9 June 2026: No lab. (104 s)\n"), "{goals}");
    let talks = folder.text(&format!("{person}/talks.md"));
    assert!(talks.contains(
        "**Message:** Two records came late.\n\n**Example:** On 2 November.\n\n**Consequence:** An hour lost.\n\n\
         **Outcome:** On its way\n\n### Talked about on 20 November 2026\n\n\
         With Marta Oyelaran, Deniz Kayalı, Ines Prado.\n"
    ));
    assert!(talks.contains("private: \"yes\"") && talks.contains("Said aloud: Told them so.\n"), "{talks}");
    assert!(!talks.contains("It does."), "what somebody was asked is on no page");
    let shared = folder.text(&format!("{person}/one-on-ones/2026-11-20-0930.md"));
    assert!(!shared.contains("Ask about the move"), "the margin stands in its own file");
}

#[test]
fn a_review_is_read_point_by_point_and_names_nobody_who_was_asked() {
    let mut pages = pages();
    let of = &mut pages.reviews[0];
    let own = of.points[0].clone();
    let point = |number, section, place, message: &str| Point {
        id: PointId(id(number)),
        of: ReviewText::Review,
        section,
        place,
        message: message.into(),
        text: String::new(),
        question: String::new(),
        answer: String::new(),
        disagreement: String::new(),
        author: PointAuthor::Manager,
        ..own.clone()
    };
    of.points.extend([
        point(43, ReviewSection::ToImprove, 1, "Third"),
        point(42, ReviewSection::Summary, 2, "Second"),
        Point {
            text: format!("Said by others [quote](inglenook:quote/{}).", id(33)),
            author: PointAuthor::Employee,
            disagreement: "Sees it otherwise.".into(),
            ..point(41, ReviewSection::Summary, 1, "First")
        },
    ]);
    let folder = write_pages(&pages);
    let review = folder.text("people/Deniz Kayalı-00000002/reviews.md");
    assert_eq!(
        review,
        "---\nabout: \"Deniz Kayalı/..\"\nprivate: \"yes\"\n---\n\n# Reviews of Deniz Kayalı/..\n\n\
         *Private: written for nobody else.*\n\n## 2026\n\n*follow up, discussed on 16 December 2026*\n\n\
         A good year.\n\n### Summary\n\n**First**\n\nSaid by others.\n\n*Put in by the person.*\n\n\
         **Seen differently:** Sees it otherwise.\n\n**Second**\n\n### What to improve\n\n**Third**\n\n\
         ### Self review, returned\n\n#### What went well\n\n**Led the drill**\n\nCalm at night.\n\n\
         **Question:** Was it enough?\n\n**Answer:** It was.\n\n**Seen differently:** Sees the pace otherwise.\n\n\
         ### Signed\n\n- Deniz Kayalı, 18 December 2026\n"
    );
}

#[test]
fn pages_do_not_depend_on_the_order_of_the_records() {
    let mut first = pages();
    for number in 20..24 {
        let mut more = first.meetings[0].clone();
        more.meeting.id = MeetingId(id(number));
        first.meetings.push(more);
        first.notes.push(Note { id: NoteId(id(number)), ..first.notes[0].clone() });
        let of = &mut first.reviews[0];
        of.points.push(Point { id: PointId(id(number)), ..of.points[0].clone() });
        of.signatures.push(Signature { id: SignatureId(id(number)), ..of.signatures[0].clone() });
        first.actions.push(Action { id: ActionId(id(number)), ..first.actions[0].clone() });
    }
    let mut second = first.clone();
    second.meetings.reverse();
    second.notes.reverse();
    second.actions.reverse();
    second.reviews[0].points.reverse();
    second.reviews[0].signatures.reverse();
    let folder = write_pages(&first);
    assert_eq!(write_pages(&second), folder);
    let meetings = folder.0.borrow().keys().filter(|path| path.contains("one-on-ones")).count();
    assert_eq!(meetings, 10, "five meetings at the same minute keep a file each");
}
