#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use std::{
    cell::RefCell,
    collections::BTreeMap,
    io::{self, Write},
    rc::Rc,
};

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use domain::{
    ActionId, AttachmentId, GoalId, MarginId, MeetingId, NoteId, PersonId, RecordId, ReviewId, SectionId,
    action::{Action, ActionState},
    attachment::Attachment,
    folder::{Note, NoteKind, Polarity},
    goal::{Goal, GoalState},
    one_on_one::{Margin, Meeting, MeetingState, Section, SectionKind},
    person::{Employment, Person, Relation, Skill},
    review::Review,
};
use proptest::{prelude::*, sample::select};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    line::{from_line, to_line},
    *,
};
use crate::PaperFault;

/// A folder in memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Memory(Rc<RefCell<BTreeMap<String, Vec<u8>>>>);

struct MemoryFile(Memory, String);

impl Write for MemoryFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.0.borrow_mut().entry(self.1.clone()).or_default().extend(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl FolderOut for Memory {
    type File = MemoryFile;
    fn create(&mut self, path: &str) -> io::Result<MemoryFile> {
        let before = self.0.borrow_mut().insert(path.to_owned(), Vec::new());
        assert_eq!(before, None, "{path} is written once");
        Ok(MemoryFile(self.clone(), path.to_owned()))
    }
}

impl FolderIn for Memory {
    type File = io::Cursor<Vec<u8>>;
    fn open(&self, path: &str) -> io::Result<Option<Self::File>> {
        Ok(self.0.borrow().get(path).cloned().map(io::Cursor::new))
    }
}

impl Memory {
    fn text(&self, path: &str) -> String {
        String::from_utf8(self.0.borrow()[path].clone()).expect("text")
    }
    fn set(&self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.0.borrow_mut().insert(path.to_owned(), bytes.into());
    }
    fn read(&self) -> Result<Vec<Record>, PaperFault> {
        FolderReader::open(self)?.collect()
    }
    /// The sentence and place of the fault that reading ends with.
    fn fault(&self) -> String {
        self.read().expect_err("a fault").to_string()
    }
}

fn write(records: &[Record]) -> Memory {
    let mut folder = Memory::default();
    let mut writer = FolderWriter::begin(&mut folder);
    for record in records {
        writer.put(record.clone()).expect("put");
    }
    let written = writer.finish().expect("finish");
    assert_eq!(written.records, records.len() as u64);
    folder
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0193_4f2a_6c00_7000_8000_0000_0000_0000 + number)
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// One record of every noun, with every field filled.
fn one_of_each() -> Vec<Record> {
    let (owner, deniz) = (PersonId(id(1)), PersonId(id(2)));
    let meeting = MeetingId(id(3));
    vec![
        Record::Person(Person {
            about: "Keeps bees.".into(),
            ..Person::named(owner, "Marta Oyelaran", Relation::Me)
        }),
        Record::Person(Person {
            role: "Engineer".into(),
            level: "E4".into(),
            site: "Lisbon".into(),
            team: "Hearth".into(),
            manager: Some(owner),
            employment: Employment::Contractor,
            started_on: Some(day("2019-04-01")),
            left_on: Some(day("2027-01-31")),
            email: "deniz@example.org".into(),
            phone: "+351 21 555".into(),
            skills: vec![Skill { name: "Rust".into(), level: 4 }],
            about: "Prefers \"mornings\".\n\nReally.".into(),
            ..Person::named(deniz, "Deniz Kayalı/..", Relation::DirectReport)
        }),
        Record::OneOnOne(Meeting {
            zone: "Europe/Lisbon".into(),
            state: MeetingState::Held,
            reason: "a release".into(),
            moved_from: Some(MeetingId(id(99))),
            began_at: "2026-11-20T09:31:00.250Z".parse().ok(),
            ended_at: "2026-11-20T10:02:00Z".parse().ok(),
            ..Meeting::planned(meeting, deniz, "2026-11-20T09:30:00".parse().expect("a time"), 30)
        }),
        Record::Section(Section {
            id: SectionId(id(4)),
            meeting,
            place: 0,
            kind: SectionKind::Goals,
            title: "Progress on goals".into(),
            text: "- done\n".into(),
        }),
        Record::Margin(Margin { id: MarginId(id(5)), meeting, text: "Ask about the move.".into() }),
        Record::Note(Note {
            id: NoteId(id(6)),
            person: deniz,
            polarity: Polarity::Praise,
            kind: NoteKind::Delivery,
            text: "Led the drill.".into(),
            on: day("2026-11-02"),
            raised_on: Some(day("2026-11-20")),
            dismissed: true,
        }),
        Record::Goal(Goal {
            id: GoalId(id(7)),
            person: deniz,
            title: "Ship it".into(),
            text: "All of it.".into(),
            due: Some(day("2026-12-31")),
            state: GoalState::PartlyAchieved,
        }),
        Record::Review(Review {
            id: ReviewId(id(8)),
            person: deniz,
            cycle: "2026".into(),
            text: "A good year.".into(),
        }),
        Record::Action(Action {
            id: ActionId(id(9)),
            about: deniz,
            owner,
            meeting: Some(meeting),
            text: "Write up the drill".into(),
            due: Some(day("2026-11-27")),
            since: day("2026-11-20"),
            state: ActionState::Dropped,
            dropped_because: "No longer needed".into(),
        }),
        Record::Attachment(Attachment {
            id: AttachmentId(id(10)),
            record: RecordId(id(6)),
            name: "Plan: one.pdf".into(),
            bytes: 4,
            sha256: Sha256::digest(b"plan").into(),
            added_at: "2026-11-20T10:05:06.007Z".parse().expect("an instant"),
        }),
    ]
}

/// These bytes are in folders that people have. They are never changed, only added to.
const FORMAT_1: [&str; 10] = [
    r#"{"about":"Keeps bees.","email":"","employment":"employee","id":"01934f2a-6c00-7000-8000-000000000001","left_on":null,"level":"","manager":null,"name":"Marta Oyelaran","phone":"","relation":"me","role":"","site":"","skills":[],"started_on":null,"team":""}"#,
    r#"{"about":"Prefers \"mornings\".\n\nReally.","email":"deniz@example.org","employment":"contractor","id":"01934f2a-6c00-7000-8000-000000000002","left_on":"2027-01-31","level":"E4","manager":"01934f2a-6c00-7000-8000-000000000001","name":"Deniz Kayalı/..","phone":"+351 21 555","relation":"direct_report","role":"Engineer","site":"Lisbon","skills":[{"level":4,"name":"Rust"}],"started_on":"2019-04-01","team":"Hearth"}"#,
    r#"{"began_at":"2026-11-20T09:31:00.250Z","ended_at":"2026-11-20T10:02:00Z","id":"01934f2a-6c00-7000-8000-000000000003","minutes":30,"moved_from":"01934f2a-6c00-7000-8000-000000000063","person":"01934f2a-6c00-7000-8000-000000000002","reason":"a release","starts":"2026-11-20T09:30:00","state":"held","zone":"Europe/Lisbon"}"#,
    r#"{"id":"01934f2a-6c00-7000-8000-000000000004","kind":"goals","meeting":"01934f2a-6c00-7000-8000-000000000003","place":0,"text":"- done\n","title":"Progress on goals"}"#,
    r#"{"id":"01934f2a-6c00-7000-8000-000000000005","meeting":"01934f2a-6c00-7000-8000-000000000003","text":"Ask about the move."}"#,
    r#"{"dismissed":true,"id":"01934f2a-6c00-7000-8000-000000000006","kind":"delivery","on":"2026-11-02","person":"01934f2a-6c00-7000-8000-000000000002","polarity":"praise","raised_on":"2026-11-20","text":"Led the drill."}"#,
    r#"{"due":"2026-12-31","id":"01934f2a-6c00-7000-8000-000000000007","person":"01934f2a-6c00-7000-8000-000000000002","state":"partly_achieved","text":"All of it.","title":"Ship it"}"#,
    r#"{"cycle":"2026","id":"01934f2a-6c00-7000-8000-000000000008","person":"01934f2a-6c00-7000-8000-000000000002","text":"A good year."}"#,
    r#"{"about":"01934f2a-6c00-7000-8000-000000000002","dropped_because":"No longer needed","due":"2026-11-27","id":"01934f2a-6c00-7000-8000-000000000009","meeting":"01934f2a-6c00-7000-8000-000000000003","owner":"01934f2a-6c00-7000-8000-000000000001","since":"2026-11-20","state":"dropped","text":"Write up the drill"}"#,
    r#"{"added_at":"2026-11-20T10:05:06.007Z","bytes":4,"id":"01934f2a-6c00-7000-8000-00000000000a","name":"Plan: one.pdf","record":"01934f2a-6c00-7000-8000-000000000006","sha256":"64879f7d6b960a01909762d911a32d4582c20010c5641ee90278b644a9e3b525"}"#,
];

#[test]
fn the_bytes_of_format_1_stay_readable_and_stay_the_same() {
    for (record, line) in one_of_each().into_iter().zip(FORMAT_1) {
        assert_eq!(to_line(record.clone()).expect("a line"), line);
        assert_eq!(from_line(record.noun(), line).expect("a record"), record);
    }
}

#[test]
fn a_folder_comes_back_as_it_was_and_is_written_the_same() {
    let records = one_of_each();
    let folder = write(&records);
    assert_eq!(folder.read().expect("records"), records);
    assert_eq!(write(&folder.read().expect("records")), folder);
    assert_eq!(folder.text("records/section.jsonl"), format!("{}\n", FORMAT_1[3]));
    let manifest = FolderReader::open(&folder).expect("a folder").manifest().clone();
    assert_eq!((manifest.format, manifest.count(Noun::Person), manifest.records()), (1, 2, 10));
}

#[test]
fn an_empty_vault_is_a_folder_too() {
    let folder = write(&[]);
    let paths: Vec<_> = folder.0.borrow().keys().cloned().collect();
    assert_eq!(paths.len(), 10);
    assert_eq!(folder.read().expect("records"), []);
}

#[test]
fn records_out_of_order_are_refused() {
    let records = one_of_each();
    for order in [[1, 0], [2, 1], [0, 0]] {
        let mut folder = Memory::default();
        let mut writer = FolderWriter::begin(&mut folder);
        writer.put(records[order[0]].clone()).expect("the first");
        let fault = writer.put(records[order[1]].clone()).expect_err("out of order");
        assert!(matches!(fault, PaperFault::Order { .. }), "{order:?}");
    }
}

#[test]
fn a_folder_that_is_none_or_newer_is_refused() {
    let folder = Memory::default();
    assert!(folder.fault().contains("not exported by Inglenook"));
    for bytes in ["", "{", "[]", r#"{"format":1}"#, r#"{"format":1,"what":"another program"}"#] {
        folder.set("inglenook.json", bytes);
        assert!(folder.fault().contains("inglenook.json"), "{bytes}");
    }
    // A newer format may hold anything else.
    folder.set("inglenook.json", r#"{"format":2,"what":"inglenook portable folder","counts":"elsewhere"}"#);
    assert!(matches!(folder.read(), Err(PaperFault::Newer { found: 2, known: 1 })));
}

#[test]
fn a_damaged_folder_is_refused_at_its_line() {
    let whole = || write(&one_of_each());
    let person = "records/person.jsonl";
    let [owner, deniz] = [FORMAT_1[0], FORMAT_1[1]];
    for (bytes, place, sentence) in [
        (format!("{owner}\n{{\"name\":\"Deniz Kayalı\n"), "line 2", "not a record"),
        (format!("{owner}\n\n{}\n", deniz.replace("\"name\"", "\"nickname\"")), "line 3", "not a record"),
        (format!("{owner}\n{}\n", deniz.replace("}]", "}],\"pay\":1")), "line 2", "not a record"),
        (format!("{owner}\n{}\n", deniz.replace("direct_report", "nemesis")), "line 2", "not a record"),
        (format!("{owner}\n{}\n", deniz.replace("2019-04-01", "2019-02-30")), "line 2", "not a record"),
        (format!("{owner}\n{}\n", deniz.replace("2019-04-01", "2029-04-01")), "line 2", "last day is before"),
        (format!("{owner}\n{owner}\n"), "line 2", "twice"),
        (format!("{owner}\n{}\n", deniz.replace("direct_report", "me")), "line 2", "second person"),
        (format!("{owner}\n"), "person.jsonl", "has 1 records"),
        (format!("{owner}\n{}", "x".repeat(5 << 20)), "line 2", "longer than any"),
        (FORMAT_1[3].to_owned(), "line 1", "not a record"),
    ] {
        let folder = whole();
        folder.set(person, bytes);
        let fault = folder.fault();
        assert!(fault.contains(place) && fault.contains(sentence) && fault.contains(person), "{fault}");
        assert!(!fault.contains("Deniz") && !fault.contains("nemesis"), "no content in {fault}");
    }
    let folder = whole();
    folder.set(person, [owner.as_bytes(), b"\n{\"name\":\"\xff\"}\n"].concat());
    assert!(folder.fault().contains("not in UTF-8"));
    let folder = whole();
    folder.0.borrow_mut().remove("records/goal.jsonl");
    assert!(folder.fault().contains("missing"));
    let folder = whole();
    folder.set("records/goal.jsonl", FORMAT_1[6].replace(&id(7).to_string(), &id(1).to_string()));
    assert!(folder.fault().contains("twice"), "an identifier is one record's, whatever the noun");
}

#[test]
fn a_reader_ends_with_its_first_fault() {
    let folder = write(&one_of_each());
    folder.set("records/section.jsonl", "{}\n");
    let read: Vec<_> = FolderReader::open(&folder).expect("a folder").map(|record| record.is_ok()).collect();
    assert_eq!(read, [true, true, true, false]);
}

#[test]
fn a_file_name_in_the_records_never_leaves_the_folder() {
    let folder = write(&one_of_each());
    folder.set("records/attachment.jsonl", FORMAT_1[9].replace("Plan: one.pdf", "../../plan.pdf"));
    assert!(folder.fault().contains("no usable name"));
}

#[test]
fn attached_files_come_back_whole_or_not_at_all() {
    let records = one_of_each();
    let Some(Record::Attachment(attachment)) = records.last() else { panic!("no attachment") };
    let mut folder = Memory::default();
    FolderWriter::begin(&mut folder).put_attachment_bytes(attachment, b"plan").expect("put");
    let path = format!("attachments/{}/Plan- one.pdf", attachment.id);
    assert_eq!(folder.0.borrow().keys().collect::<Vec<_>>(), [&path]);
    assert_eq!(read_attachment(&folder, attachment).expect("bytes"), b"plan");
    for bytes in ["plot", "plan and more", ""] {
        folder.set(&path, bytes);
        let fault = read_attachment(&folder, attachment).expect_err("another file").to_string();
        assert!(fault.contains("not the one") && fault.contains(&path), "{fault}");
    }
    folder.0.borrow_mut().clear();
    assert!(read_attachment(&folder, attachment).expect_err("gone").to_string().contains("missing"));
}

fn pages() -> PersonPages {
    let mut pages = PersonPages {
        person: Person::named(PersonId(id(2)), "x", Relation::Other),
        names: [(PersonId(id(1)), "Marta Oyelaran".to_owned())].into(),
        meetings: Vec::new(),
        notes: Vec::new(),
        goals: Vec::new(),
        reviews: Vec::new(),
        actions: Vec::new(),
        attachments: Vec::new(),
    };
    for record in one_of_each() {
        let last = pages.meetings.last_mut();
        match record {
            Record::Person(person) => pages.person = person,
            Record::OneOnOne(meeting) => {
                pages.meetings.push(MeetingPages { meeting, sections: Vec::new(), margin: None });
            }
            Record::Section(section) => last.expect("a meeting").sections.push(section),
            Record::Margin(margin) => last.expect("a meeting").margin = Some(margin),
            Record::Note(note) => pages.notes.push(note),
            Record::Goal(goal) => pages.goals.push(goal),
            Record::Review(review) => pages.reviews.push(review),
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
            "goals.md",
            "notes.md",
            "one-on-ones/2026-11-20-0930.md",
            "one-on-ones/2026-11-20-0930.private.md",
            "person.md",
            "promises.md",
            "reviews.md"
        ]
        .map(|name| format!("{person}/{name}"))
    );
    assert_eq!(
        folder.text(&format!("{person}/one-on-ones/2026-11-20-0930.md")),
        "---\nwith: \"Deniz Kayalı/..\"\nstarts: \"2026-11-20 09:30\"\nzone: \"Europe/Lisbon\"\nminutes: \"30\"\n\
         state: \"held\"\nreason: \"a release\"\nid: \"01934f2a-6c00-7000-8000-000000000003\"\n---\n\n\
         # 1:1 with Deniz Kayalı/.., 20 November 2026\n\n## Progress on goals\n\n- done\n\n## Promised here\n\n\
         - [x] Write up the drill (Marta Oyelaran, since 20 November 2026, due 27 November 2026, dropped: No longer needed)\n"
    );
    let notes = folder.text(&format!("{person}/notes.md"));
    assert!(notes.contains(
        "## 2 November 2026: praise, delivery\n\nLed the drill.\n\n*Talked about on 20 November 2026.*\n"
    ));
    assert!(notes.contains(
        "- [Plan: one.pdf](<../../attachments/01934f2a-6c00-7000-8000-00000000000a/Plan- one.pdf>)"
    ));
    let shared = folder.text(&format!("{person}/one-on-ones/2026-11-20-0930.md"));
    assert!(!shared.contains("Ask about the move"), "the margin stands in its own file");
}

#[test]
fn pages_do_not_depend_on_the_order_of_the_records() {
    let mut first = pages();
    for number in 20..24 {
        let mut more = first.meetings[0].clone();
        more.meeting.id = MeetingId(id(number));
        first.meetings.push(more);
        first.notes.push(Note { id: NoteId(id(number)), ..first.notes[0].clone() });
        first.actions.push(Action { id: ActionId(id(number)), ..first.actions[0].clone() });
    }
    let mut second = first.clone();
    second.meetings.reverse();
    second.notes.reverse();
    second.actions.reverse();
    let folder = write_pages(&first);
    assert_eq!(write_pages(&second), folder);
    let meetings = folder.0.borrow().keys().filter(|path| path.contains("one-on-ones")).count();
    assert_eq!(meetings, 10, "five meetings at the same minute keep a file each");
}

fn days() -> impl Strategy<Value = NaiveDate> {
    (0_u64..110_000).prop_map(|days| day("1900-01-01") + Days::new(days))
}

fn instants() -> impl Strategy<Value = DateTime<Utc>> {
    (-2_000_000_000_000_i64..9_000_000_000_000, 0_i64..1_000_000).prop_map(|(millis, nanos)| {
        DateTime::UNIX_EPOCH + TimeDelta::milliseconds(millis) + TimeDelta::nanoseconds(nanos)
    })
}

fn wall_times() -> impl Strategy<Value = NaiveDateTime> {
    instants().prop_map(|instant| instant.naive_utc())
}

fn lines() -> impl Strategy<Value = String> {
    "[^\\p{Cc}]{0,20}"
}

fn words() -> impl Strategy<Value = String> {
    "[a-zé🦊\"\\\\]{1,10}"
}

fn ids() -> impl Strategy<Value = Uuid> {
    any::<u128>().prop_map(Uuid::from_u128)
}

fn people() -> impl Strategy<Value = Record> {
    let texts = (words(), lines(), lines(), lines(), lines(), "[^\0]{0,60}");
    let skill = (words(), 1_u8..=5).prop_map(|(name, level)| Skill { name, level });
    let closed = (
        select(&Relation::ALL[1..]),
        select(vec![Employment::Employee, Employment::Contractor, Employment::Intern]),
    );
    let rest = (prop::option::of(days()), prop::option::of(0_u64..4000), prop::collection::vec(skill, 0..4));
    (ids(), prop::option::of(ids()), texts, closed, rest).prop_map(
        |(
            id,
            manager,
            (name, role, team, email, phone, about),
            (relation, employment),
            (start, stay, skills),
        )| {
            Record::Person(Person {
                role,
                level: team.clone(),
                site: phone.clone(),
                team,
                manager: manager.filter(|manager| *manager != id).map(PersonId),
                employment,
                started_on: start,
                left_on: start.and_then(|start| Some(start + Days::new(stay?))),
                email,
                phone,
                skills,
                about,
                ..Person::named(PersonId(id), name, relation)
            })
        },
    )
}

fn meetings() -> impl Strategy<Value = Record> {
    let times = (wall_times(), prop::option::of(instants()), prop::option::of(instants()));
    (
        ids(),
        ids(),
        prop::option::of(ids()),
        times,
        10_u32..=480,
        select(&MeetingState::ALL[..]),
        lines(),
        lines(),
    )
        .prop_map(|(id, person, from, (starts, began_at, ended_at), minutes, state, reason, zone)| {
            Record::OneOnOne(Meeting {
                id: MeetingId(id),
                person: PersonId(person),
                starts,
                zone,
                minutes,
                state,
                reason,
                moved_from: from.map(MeetingId),
                began_at,
                ended_at,
            })
        })
}

fn other_nouns() -> impl Strategy<Value = Record> {
    use SectionKind as Kind;
    let kinds = select(vec![
        Kind::Goals,
        Kind::Opportunities,
        Kind::Status,
        Kind::Learning,
        Kind::Needs,
        Kind::Extra,
    ]);
    let goal_states = select(vec![
        GoalState::Proposed,
        GoalState::Endorsed,
        GoalState::Active,
        GoalState::Achieved,
        GoalState::PartlyAchieved,
        GoalState::Missed,
        GoalState::Dropped,
    ]);
    let polarities = select(vec![Polarity::Praise, Polarity::Constructive]);
    let note_kinds =
        select(vec![NoteKind::Delivery, NoteKind::Leadership, NoteKind::Difficulty, NoteKind::Other]);
    let action_states = select(vec![ActionState::Open, ActionState::Done, ActionState::Dropped]);
    let text = || "[^\0]{0,60}";
    prop_oneof![
        (ids(), ids(), any::<u32>(), kinds, lines(), text()).prop_map(
            |(id, meeting, place, kind, title, text)| {
                Record::Section(Section {
                    id: SectionId(id),
                    meeting: MeetingId(meeting),
                    place,
                    kind,
                    title,
                    text,
                })
            }
        ),
        (ids(), ids(), text()).prop_map(|(id, meeting, text)| {
            Record::Margin(Margin { id: MarginId(id), meeting: MeetingId(meeting), text })
        }),
        (
            ids(),
            ids(),
            polarities,
            note_kinds,
            words(),
            (days(), prop::option::of(0_u64..900), any::<bool>())
        )
            .prop_map(|(id, person, polarity, kind, text, (on, raised, dismissed))| {
                let raised_on = raised.map(|days| on + Days::new(days));
                Record::Note(Note {
                    id: NoteId(id),
                    person: PersonId(person),
                    polarity,
                    kind,
                    text,
                    on,
                    raised_on,
                    dismissed,
                })
            }),
        (ids(), ids(), words(), text(), prop::option::of(days()), goal_states).prop_map(
            |(id, person, title, text, due, state)| {
                Record::Goal(Goal { id: GoalId(id), person: PersonId(person), title, text, due, state })
            }
        ),
        (ids(), ids(), words(), text()).prop_map(|(id, person, cycle, text)| {
            Record::Review(Review { id: ReviewId(id), person: PersonId(person), cycle, text })
        }),
        (
            ids(),
            ids(),
            ids(),
            prop::option::of(ids()),
            words(),
            (prop::option::of(days()), days()),
            action_states,
            words()
        )
            .prop_map(|(id, about, owner, meeting, text, (due, since), state, dropped_because)| {
                Record::Action(Action {
                    id: ActionId(id),
                    about: PersonId(about),
                    owner: PersonId(owner),
                    meeting: meeting.map(MeetingId),
                    text,
                    due,
                    since,
                    state,
                    dropped_because,
                })
            }),
        (ids(), ids(), words(), 0_u64..1000, any::<[u8; 32]>(), instants()).prop_map(
            |(id, record, name, bytes, sha256, added_at)| {
                let name = name.replace('\\', "x");
                Record::Attachment(Attachment {
                    id: AttachmentId(id),
                    record: RecordId(record),
                    name,
                    bytes,
                    sha256,
                    added_at,
                })
            }
        ),
    ]
}

proptest! {
    #[test]
    fn any_records_come_back_as_they_were(
        records in prop::collection::vec(prop_oneof![people(), meetings(), other_nouns()], 0..24),
    ) {
        let mut records = records;
        records.sort_by_key(|record| (record.noun(), record.id()));
        let folder = write(&records);
        let read = folder.read().expect("records");
        prop_assert_eq!(&read, &records);
        prop_assert_eq!(write(&read), folder);
    }

    #[test]
    fn any_bytes_are_records_or_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..200), noun in select(&Noun::ALL[..])) {
        let folder = write(&one_of_each());
        let path = super::path::records(noun);
        let mut damaged = folder.0.borrow()[&path].clone();
        let at = bytes.len() % damaged.len();
        damaged.splice(at.., bytes);
        folder.set(&path, damaged);
        // Either the damage hit nothing that matters, or the fault names the file.
        if let Err(fault) = folder.read() {
            prop_assert!(fault.to_string().contains(&path), "{}", fault);
        }
    }
}
