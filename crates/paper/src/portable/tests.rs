#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use std::{
    cell::RefCell,
    collections::BTreeMap,
    io::{self, Write},
    rc::Rc,
};

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use domain::{
    ActionId, AgendaId, AttachmentId, CheckInId, ConversationId, DismissalId, ExplorationId, FollowUpId,
    GoalEntryId, GoalId, GroundId, HolidayId, HrConsultId, MarginId, MeetingId, NoteId, PairId, PeerInputId,
    PersonId, PlanEntryId, PlanId, PlanTextId, PointId, PrepId, RecordId, RemarkId, ReviewCycleId, ReviewId,
    ReviewVersionId, SavedSearchId, SectionId, SelfReviewId, SignatureId, SourceId, StaffRowId, TalkId,
    TemplateId, WishId, WordingId, WorkImportId,
    action::{Action, ActionState},
    attachment::Attachment,
    career::{Exploration, Wish, WishKind},
    dismissal::Dismissal,
    folder::{Metric, Note, NoteKind, Polarity, Source, SourceKind},
    goal::{Entry, EntryKind, Goal, GoalState, Ground, GroundKind, Wording, WordingReason},
    headcount::{
        self, Assumption, AssumptionKey, LoadKind, LoadSlice, Month, Plan, PlanEntry, PlanPlace,
        PlanQuestion, PlanState, PlanText, Realistic, Suits, Verdict, WorkImport,
    },
    one_on_one::{
        AgendaItem, BuiltIn, Factors, Margin, Meeting, MeetingKind, MeetingState, Pair, Prep, Range, Remark,
        RemarkKind, Section, SectionKind, Side, Template, Topic,
    },
    person::{Employment, Person, Relation, Skill},
    review::{
        Discussion, InputState, PeerInput, Point, PointAuthor, Proof, Review, ReviewCycle, ReviewSection,
        ReviewState, ReviewText, ReviewVersion, SelfReview, SelfReviewState, Signature, VersionReason,
        WordsHash,
    },
    saved_search::SavedSearch,
    talk::{
        CheckIn, Conversation, FollowUp, HrConsult, HrPart, HrWish, Naming, Participant, ParticipantPart,
        Talk, TalkClass, TalkState, Trend,
    },
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

mod any;
mod bytes;
mod pages;
mod samples;

use bytes::{FORMAT_1, FORMAT_2};
use samples::one_of_each;

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

#[test]
fn a_folder_comes_back_as_it_was_and_is_written_the_same() {
    let records = one_of_each();
    let folder = write(&records);
    assert_eq!(folder.read().expect("records"), records);
    assert_eq!(write(&folder.read().expect("records")), folder);
    assert_eq!(folder.text("records/section.jsonl"), format!("{}\n", FORMAT_2[3]));
    let manifest = FolderReader::open(&folder).expect("a folder").manifest().clone();
    assert_eq!(
        (manifest.format, manifest.count(Noun::Person), manifest.records()),
        (FORMAT, 2, records.len() as u64)
    );
}

#[test]
fn an_empty_vault_is_a_folder_too() {
    let folder = write(&[]);
    let paths: Vec<_> = folder.0.borrow().keys().cloned().collect();
    assert_eq!(paths.len(), Noun::ALL.len() + 1, "a file a noun, and the first one");
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
    let newer = FORMAT + 1;
    let manifest = r#","what":"inglenook portable folder","counts":"elsewhere"}"#;
    folder.set("inglenook.json", format!("{{\"format\":{newer}{manifest}"));
    let refused = folder.read();
    assert!(matches!(refused, Err(PaperFault::Newer { found, known: FORMAT }) if found == newer));
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
