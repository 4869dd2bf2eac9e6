#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use std::{
    cell::RefCell,
    collections::BTreeMap,
    io::{self, Write},
    rc::Rc,
};

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use domain::{
    ActionId, AgendaId, AttachmentId, ExplorationId, GoalId, HolidayId, MarginId, MeetingId, NoteId, PairId,
    PersonId, PrepId, RecordId, RemarkId, ReviewId, SectionId, TemplateId, WishId,
    action::{Action, ActionState},
    attachment::Attachment,
    career::{Exploration, Wish, WishKind},
    folder::{Note, NoteKind, Polarity},
    goal::{Goal, GoalState},
    one_on_one::{
        AgendaItem, BuiltIn, Factors, Margin, Meeting, MeetingKind, MeetingState, Pair, Prep, Range, Remark,
        RemarkKind, Section, SectionKind, Side, Template, Topic,
    },
    person::{Employment, Person, Relation, Skill},
    review::Review,
    workday::Holiday,
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
            kind: MeetingKind::FollowUp,
            pair: Some(PairId(id(11))),
            slot: "2026-11-19T09:30:00".parse().ok(),
            follows: Some(MeetingId(id(98))),
            moved_by: Some(Side::Theirs),
            template: Some(TemplateId(id(12))),
            template_version: 3,
            template_sent_at: "2026-11-18T08:00:00Z".parse().ok(),
            submitted_at: "2026-11-19T16:40:00Z".parse().ok(),
            same_mine: true,
            same_theirs: true,
            difference: "The date.".into(),
            notes_sent_at: "2026-11-20T10:20:00Z".parse().ok(),
            calendar_uid: "weekly@example.org".into(),
            ..Meeting::planned(meeting, deniz, "2026-11-20T09:30:00".parse().expect("a time"), 30)
        }),
        Record::Section(Section {
            id: SectionId(id(4)),
            meeting,
            place: 0,
            kind: SectionKind::Goals,
            title: "Progress on goals".into(),
            text: "- done\n".into(),
            brief: true,
            ranges: vec![Range::Team, Range::Industry],
            is_talked: true,
        }),
        Record::Margin(Margin {
            section: Some(SectionId(id(4))),
            note: Some(NoteId(id(6))),
            ..Margin::beside(MarginId(id(5)), meeting, "Ask about the move.")
        }),
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
            review_days: Some(14),
            reviewed_on: Some(day("2026-11-01")),
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
        Record::Pair(Pair {
            zone: "Europe/Lisbon".into(),
            every_days: 14,
            at_ease_mine: true,
            at_ease_theirs: true,
            factors: Factors { level: "E4".into(), load: "nine reports".into(), ..Factors::default() },
            factors_on: Some(day("2026-09-01")),
            template: Some(TemplateId(id(12))),
            ends_on: Some(day("2027-01-29")),
            calendar_uid: "weekly@example.org".into(),
            ..Pair::weekly(PairId(id(11)), deniz, "2026-09-03T09:30:00".parse().expect("a time"), 30)
        }),
        Record::Template(Template {
            id: TemplateId(id(12)),
            name: "Platform".into(),
            version: 3,
            sections: BuiltIn::People.sections(),
        }),
        Record::Agenda(AgendaItem {
            id: AgendaId(id(13)),
            meeting,
            place: 1,
            topic: Some(Topic::Cadence),
            text: String::new(),
            done: true,
            open_because: "next time".into(),
        }),
        Record::Prep(Prep {
            history_at: "2026-11-19T10:00:00Z".parse().ok(),
            document_at: "2026-11-19T17:00:00Z".parse().ok(),
            folder_at: "2026-11-19T17:02:00Z".parse().ok(),
            seconds: 160,
            ..Prep::begun(PrepId(id(14)), meeting)
        }),
        Record::Remark(Remark {
            id: RemarkId(id(15)),
            meeting,
            section: Some(SectionId(id(4))),
            kind: RemarkKind::Correction,
            text: "Agree on a number first.".into(),
            on: day("2026-11-20"),
        }),
        Record::Holiday(Holiday { id: HolidayId(id(16)), on: day("2026-12-25"), name: "Midwinter".into() }),
        Record::Wish(Wish {
            id: WishId(id(17)),
            person: deniz,
            kind: WishKind::Dislike,
            text: "On-call lead".into(),
            unknown: false,
            why: "Tried it in spring.".into(),
            first_hand: true,
            on: day("2026-09-03"),
        }),
        Record::Exploration(Exploration {
            id: ExplorationId(id(18)),
            person: deniz,
            role: "Release manager".into(),
            why: "Likes order.".into(),
            next_step: "Sit in on Tuesday".into(),
            contact: "Sam Nakai".into(),
            outcome: "Again in spring.".into(),
            on: day("2026-09-10"),
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

/// What came with format 2 is, in a folder of format 1, as if it had never been said.
fn as_format_1_knew_it(record: Record) -> Option<Record> {
    Some(match record {
        Record::OneOnOne(meeting) => Record::OneOnOne(Meeting {
            zone: meeting.zone,
            state: meeting.state,
            reason: meeting.reason,
            moved_from: meeting.moved_from,
            began_at: meeting.began_at,
            ended_at: meeting.ended_at,
            ..Meeting::planned(meeting.id, meeting.person, meeting.starts, meeting.minutes)
        }),
        Record::Section(section) => {
            Record::Section(Section { brief: false, ranges: vec![], is_talked: false, ..section })
        }
        Record::Margin(margin) => Record::Margin(Margin::beside(margin.id, margin.meeting, margin.text)),
        Record::Goal(goal) => Record::Goal(Goal { review_days: None, reviewed_on: None, ..goal }),
        Record::Pair(_)
        | Record::Template(_)
        | Record::Agenda(_)
        | Record::Prep(_)
        | Record::Remark(_)
        | Record::Holiday(_)
        | Record::Wish(_)
        | Record::Exploration(_) => return None,
        other => other,
    })
}

/// These too.
const FORMAT_2: [&str; 18] = [
    r#"{"about":"Keeps bees.","email":"","employment":"employee","id":"01934f2a-6c00-7000-8000-000000000001","left_on":null,"level":"","manager":null,"name":"Marta Oyelaran","phone":"","relation":"me","role":"","site":"","skills":[],"started_on":null,"team":""}"#,
    r#"{"about":"Prefers \"mornings\".\n\nReally.","email":"deniz@example.org","employment":"contractor","id":"01934f2a-6c00-7000-8000-000000000002","left_on":"2027-01-31","level":"E4","manager":"01934f2a-6c00-7000-8000-000000000001","name":"Deniz Kayalı/..","phone":"+351 21 555","relation":"direct_report","role":"Engineer","site":"Lisbon","skills":[{"level":4,"name":"Rust"}],"started_on":"2019-04-01","team":"Hearth"}"#,
    r#"{"began_at":"2026-11-20T09:31:00.250Z","calendar_uid":"weekly@example.org","difference":"The date.","ended_at":"2026-11-20T10:02:00Z","follows":"01934f2a-6c00-7000-8000-000000000062","id":"01934f2a-6c00-7000-8000-000000000003","kind":"follow_up","minutes":30,"moved_by":"theirs","moved_from":"01934f2a-6c00-7000-8000-000000000063","notes_sent_at":"2026-11-20T10:20:00Z","pair":"01934f2a-6c00-7000-8000-00000000000b","person":"01934f2a-6c00-7000-8000-000000000002","reason":"a release","same_mine":true,"same_theirs":true,"slot":"2026-11-19T09:30:00","starts":"2026-11-20T09:30:00","state":"held","submitted_at":"2026-11-19T16:40:00Z","template":"01934f2a-6c00-7000-8000-00000000000c","template_sent_at":"2026-11-18T08:00:00Z","template_version":3,"zone":"Europe/Lisbon"}"#,
    r#"{"brief":true,"id":"01934f2a-6c00-7000-8000-000000000004","is_talked":true,"kind":"goals","meeting":"01934f2a-6c00-7000-8000-000000000003","place":0,"ranges":["team","industry"],"text":"- done\n","title":"Progress on goals"}"#,
    r#"{"id":"01934f2a-6c00-7000-8000-000000000005","meeting":"01934f2a-6c00-7000-8000-000000000003","note":"01934f2a-6c00-7000-8000-000000000006","section":"01934f2a-6c00-7000-8000-000000000004","text":"Ask about the move."}"#,
    r#"{"dismissed":true,"id":"01934f2a-6c00-7000-8000-000000000006","kind":"delivery","on":"2026-11-02","person":"01934f2a-6c00-7000-8000-000000000002","polarity":"praise","raised_on":"2026-11-20","text":"Led the drill."}"#,
    r#"{"due":"2026-12-31","id":"01934f2a-6c00-7000-8000-000000000007","person":"01934f2a-6c00-7000-8000-000000000002","review_days":14,"reviewed_on":"2026-11-01","state":"partly_achieved","text":"All of it.","title":"Ship it"}"#,
    r#"{"cycle":"2026","id":"01934f2a-6c00-7000-8000-000000000008","person":"01934f2a-6c00-7000-8000-000000000002","text":"A good year."}"#,
    r#"{"about":"01934f2a-6c00-7000-8000-000000000002","dropped_because":"No longer needed","due":"2026-11-27","id":"01934f2a-6c00-7000-8000-000000000009","meeting":"01934f2a-6c00-7000-8000-000000000003","owner":"01934f2a-6c00-7000-8000-000000000001","since":"2026-11-20","state":"dropped","text":"Write up the drill"}"#,
    r#"{"at_ease_mine":true,"at_ease_theirs":true,"begins":"2026-09-03T09:30:00","calendar_uid":"weekly@example.org","ends_on":"2027-01-29","every_days":14,"factors":{"autonomy":"","level":"E4","load":"nine reports","performance":"","tenure_here":"","tenure_on_team":""},"factors_on":"2026-09-01","id":"01934f2a-6c00-7000-8000-00000000000b","minutes":30,"person":"01934f2a-6c00-7000-8000-000000000002","sparse_because":"","template":"01934f2a-6c00-7000-8000-00000000000c","zone":"Europe/Lisbon"}"#,
    r#"{"id":"01934f2a-6c00-7000-8000-00000000000c","name":"Platform","sections":[{"kind":"goals","title":"Progress on goals","brief":false,"aims":["career"]},{"kind":"opportunities","title":"Opportunities","brief":false,"aims":["environment"]},{"kind":"status","title":"Project status","brief":true,"aims":["environment"]},{"kind":"learning","title":"What have you learned?","brief":false,"aims":["career"]},{"kind":"needs","title":"What do you need from me?","brief":false,"aims":["about_manager","feedback","personal"]}],"version":3}"#,
    r#"{"done":true,"id":"01934f2a-6c00-7000-8000-00000000000d","meeting":"01934f2a-6c00-7000-8000-000000000003","open_because":"next time","place":1,"text":"","topic":"cadence"}"#,
    r#"{"document_at":"2026-11-19T17:00:00Z","folder_at":"2026-11-19T17:02:00Z","history_at":"2026-11-19T10:00:00Z","id":"01934f2a-6c00-7000-8000-00000000000e","meeting":"01934f2a-6c00-7000-8000-000000000003","seconds":160}"#,
    r#"{"id":"01934f2a-6c00-7000-8000-00000000000f","kind":"correction","meeting":"01934f2a-6c00-7000-8000-000000000003","on":"2026-11-20","section":"01934f2a-6c00-7000-8000-000000000004","text":"Agree on a number first."}"#,
    r#"{"id":"01934f2a-6c00-7000-8000-000000000010","name":"Midwinter","on":"2026-12-25"}"#,
    r#"{"first_hand":true,"id":"01934f2a-6c00-7000-8000-000000000011","kind":"dislike","on":"2026-09-03","person":"01934f2a-6c00-7000-8000-000000000002","text":"On-call lead","unknown":false,"why":"Tried it in spring."}"#,
    r#"{"contact":"Sam Nakai","id":"01934f2a-6c00-7000-8000-000000000012","next_step":"Sit in on Tuesday","on":"2026-09-10","outcome":"Again in spring.","person":"01934f2a-6c00-7000-8000-000000000002","role":"Release manager","why":"Likes order."}"#,
    r#"{"added_at":"2026-11-20T10:05:06.007Z","bytes":4,"id":"01934f2a-6c00-7000-8000-00000000000a","name":"Plan: one.pdf","record":"01934f2a-6c00-7000-8000-000000000006","sha256":"64879f7d6b960a01909762d911a32d4582c20010c5641ee90278b644a9e3b525"}"#,
];

#[test]
fn the_bytes_of_format_1_stay_readable() {
    let known: Vec<Record> = one_of_each().into_iter().filter_map(as_format_1_knew_it).collect();
    assert_eq!(known.len(), FORMAT_1.len());
    for (record, line) in known.into_iter().zip(FORMAT_1) {
        assert_eq!(from_line(record.noun(), line).expect("a record"), record);
    }
}

#[test]
fn the_bytes_of_format_2_stay_readable_and_stay_the_same() {
    for (record, line) in one_of_each().into_iter().zip(FORMAT_2) {
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
    assert_eq!(folder.text("records/section.jsonl"), format!("{}\n", FORMAT_2[3]));
    let manifest = FolderReader::open(&folder).expect("a folder").manifest().clone();
    assert_eq!((manifest.format, manifest.count(Noun::Person), manifest.records()), (2, 2, 18));
}

#[test]
fn an_empty_vault_is_a_folder_too() {
    let folder = write(&[]);
    let paths: Vec<_> = folder.0.borrow().keys().cloned().collect();
    assert_eq!(paths.len(), 18);
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
    folder.set("inglenook.json", r#"{"format":3,"what":"inglenook portable folder","counts":"elsewhere"}"#);
    assert!(matches!(folder.read(), Err(PaperFault::Newer { found: 3, known: 2 })));
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
            Record::Pair(_) | Record::Template(_) | Record::Prep(_) | Record::Holiday(_) => {}
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
            "career.md",
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
         # 1:1 with Deniz Kayalı/.., 20 November 2026\n\n## Agenda\n\n- [x] cadence (next time)\n\n\
         ## Progress on goals\n\n- done\n\n*correction, 20 November 2026:*\n\nAgree on a number first.\n\n\
         ## Where the two differ\n\nThe date.\n\n## Promised here\n\n\
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
                zone,
                state,
                reason,
                moved_from: from.map(MeetingId),
                began_at,
                ended_at,
                submitted_at: began_at,
                notes_sent_at: ended_at,
                slot: began_at.map(|at| at.naive_utc()),
                same_mine: minutes % 2 == 0,
                ..Meeting::planned(MeetingId(id), PersonId(person), starts, minutes)
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
                    brief: place % 2 == 0,
                    ranges: Range::ALL.into_iter().filter(|_| place % 3 == 0).collect(),
                    is_talked: place % 5 == 0,
                })
            }
        ),
        (ids(), ids(), text()).prop_map(|(id, meeting, text)| {
            Record::Margin(Margin::beside(MarginId(id), MeetingId(meeting), text))
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
                Record::Goal(Goal { text, due, state, ..Goal::named(GoalId(id), PersonId(person), title) })
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
