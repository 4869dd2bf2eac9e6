//! The notes of a 1:1 as they leave the vault: the shared part of its document and nothing else.

use std::path::PathBuf;

use domain::one_on_one::{Meeting, Remark};
use domain::person::Person;
use domain::{MeetingId, PersonId, SectionId};
use paper::leaving::make_mail;
use paper::notes::{Notes, NotesPoint, NotesPromise, NotesRemark, NotesSection};
use serde::Deserialize;
use store::noun::action::{self, ActionFilter};
use store::noun::{Reading, agenda, meeting, person, remark};

use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};
use crate::leaving::{Form, MailText, SheetSize, compose};
use crate::reply::SavedFile;

/// Writes the shared notes of a 1:1 into a file, where they are no longer encrypted: its sections, what was added for
/// both, the agenda, what the two understood, what was promised. The margin, the preparation, the fuzzy folder and
/// personal sections never leave.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// Of which 1:1.
    pub id: MeetingId,
    /// What it is printed on.
    pub size: Option<SheetSize>,
    /// Where to: a name that ends in `.pdf` or `.md`.
    #[cfg_attr(test, ts(skip))]
    pub file: PathBuf,
}

impl OpenCall for Export {
    type Reply = SavedFile;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let form = Form::of(&self.file)?;
        let notes = {
            let _moment = store::noun::one_moment(desk.read())?;
            shared(desk.read(), &need(desk.read(), self.id)?)?
        };
        form.write(&self.file, &[notes], self.size)
    }
}

/// Prepares a message with the shared notes of a 1:1, short enough for a `mailto:` link. Nothing is sent.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Of which 1:1.
    pub id: MeetingId,
    /// Whether the owner's mail program is to open with it, where a window can do that.
    pub open: Option<bool>,
}

impl OpenCall for Mail {
    type Reply = MailText;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let read = desk.read();
        let _moment = store::noun::one_moment(read)?;
        let of: Meeting = need(read, self.id)?;
        let person: Person = need(read, of.person)?;
        Ok(compose(desk, make_mail(&shared(read, &of)?, person.email.trim()), self.open))
    }
}

/// The shared part of a 1:1. This is the only place that chooses what leaves.
///
/// # Errors
/// When the vault cannot be read.
pub(crate) fn shared(read: &Reading, of: &Meeting) -> Result<Notes, Fault> {
    let mut remarks = remark::of(read, of.id)?;
    let mut sections = Vec::new();
    for section in meeting::sections(read, of.id)?.into_iter().map(|written| written.value) {
        let below = taken(&mut remarks, section.id);
        if section.kind.may_leave() {
            sections.push(NotesSection { title: section.title, text: section.text, remarks: below });
        }
    }
    let name = |id: PersonId| -> Result<String, Fault> { Ok(person::name_of(read, id)?.unwrap_or_default()) };
    let about = ActionFilter { about: Some(of.person), ..ActionFilter::default() };
    let mut promises = action::lines(read, &about)?;
    promises.retain(|line| line.action.meeting == Some(of.id));
    // In the order they were made, which is that of their identifiers.
    promises.sort_by_key(|line| line.action.id);
    Ok(Notes {
        owner: person::owner(read)?.map(|owner| owner.name).unwrap_or_default(),
        person: name(of.person)?,
        starts: of.starts,
        zone: of.zone.clone(),
        minutes: of.minutes,
        sections,
        agenda: agenda::of(read, of.id)?
            .into_iter()
            .map(|item| NotesPoint { topic: item.topic, text: item.text, done: item.done })
            .collect(),
        remarks: remarks.into_iter().filter(|remark| remark.section.is_none()).map(for_both).collect(),
        understanding: of.understanding(),
        promises: promises
            .into_iter()
            .map(|line| NotesPromise {
                owner: line.owner_name,
                text: line.action.text,
                due: line.action.due,
                state: line.action.state,
            })
            .collect(),
    })
}

/// Takes the remarks below a section out of all of them.
fn taken(remarks: &mut Vec<Remark>, section: SectionId) -> Vec<NotesRemark> {
    remarks.extract_if(.., |remark| remark.section == Some(section)).map(for_both).collect()
}

fn for_both(remark: Remark) -> NotesRemark {
    NotesRemark { kind: remark.kind, text: remark.text, on: remark.on }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use serde_json::{Value, json};

    use crate::desk::trial::{Trial, text_of_pdf};

    /// What both may read, and what only the owner may.
    const SHARED: [&str; 9] = [
        "SHAREDGOALS",
        "SHAREDREMARK",
        "SHAREDWHOLE",
        "SHAREDPOINT",
        "SHAREDDIFFERENCE",
        "SHAREDPROMISE",
        "SHAREDEXTRA",
        "Okafor",
        "Castellan",
    ];
    const PRIVATE: [&str; 11] = [
        "CANARYMARGIN",
        "CANARYBESIDE",
        "CANARYFUZZY",
        "CANARYCARRIED",
        "CANARYPERSONAL",
        "CANARYBELOW",
        "CANARYMOVED",
        "CANARYDROPPED",
        "CANARYOPEN",
        "CANARYABOUT",
        "CANARYELSEWHERE",
    ];

    /// A 1:1 with a text of every kind in and around it, each a word of its own.
    fn full(trial: &Trial) -> (Value, Value) {
        let mut maya = crate::desk::trial::person("Maya Okafor");
        maya["email"] = json!("maya@example.org");
        maya["about"] = json!("CANARYABOUT");
        let maya = trial.call("person.save", maya)["id"].clone();
        let me = trial.call("person.list", json!({}))[0]["id"].clone();
        let part =
            |kind: &str, aims: &[&str]| json!({ "kind": kind, "title": kind, "brief": false, "aims": aims });
        let sections = [
            part("goals", &["career", "feedback", "environment"]),
            part("extra", &["about_manager"]),
            part("personal", &["personal"]),
        ];
        let template =
            trial.call("template.save", json!({ "name": "Ours", "sections": sections }))["id"].clone();
        trial
            .call("pair.save", json!({ "person": maya, "begins": "2026-11-19T09:00", "template": template }));
        let plan = json!({ "person": maya, "starts": "2026-11-19T09:00" });
        let planned = trial.call("one_on_one.plan", plan)["id"].clone();
        let moved =
            json!({ "id": planned, "state": "moved", "starts": "2026-11-19T10:00", "reason": "CANARYMOVED" });
        let meeting = trial.call("one_on_one.set_state", moved)["id"].clone();
        let page = trial.call("one_on_one.get", json!({ "id": meeting }));
        let section = |place: usize| page["sections"][place]["id"].clone();
        for (place, text) in [(0, "SHAREDGOALS"), (1, "SHAREDEXTRA"), (2, "CANARYPERSONAL")] {
            trial.call("one_on_one.write", json!({ "section": section(place), "text": text }));
        }
        let note = json!({ "person": maya, "polarity": "praise", "text": "CANARYFUZZY" });
        let note = trial.call("folder.keep_note", note)["id"].clone();
        trial.call("one_on_one.write_margin", json!({ "meeting": meeting, "text": "CANARYMARGIN" }));
        trial.call(
            "one_on_one.annotate",
            json!({ "meeting": meeting, "section": section(0), "text": "CANARYBESIDE" }),
        );
        trial.call(
            "one_on_one.annotate",
            json!({ "meeting": meeting, "note": note, "text": "CANARYCARRIED" }),
        );
        for (section, text) in
            [(section(0), "SHAREDREMARK"), (section(2), "CANARYBELOW"), (Value::Null, "SHAREDWHOLE")]
        {
            let remark = json!({ "meeting": meeting, "section": section, "text": text });
            trial.call("one_on_one.add_remark", remark);
        }
        let point = trial.call("one_on_one.add_point", json!({ "meeting": meeting, "text": "SHAREDPOINT" }))
            ["id"]
            .clone();
        trial.call("one_on_one.set_point", json!({ "id": point, "open_because": "CANARYOPEN" }));
        let promise = json!({ "about": maya, "owner": me, "meeting": meeting, "text": "SHAREDPROMISE" });
        let promise = trial.call("action.add", promise)["id"].clone();
        trial.call("action.set", json!({ "id": promise, "dropped_because": "CANARYDROPPED" }));
        trial.call("action.add", json!({ "about": maya, "owner": me, "text": "CANARYELSEWHERE" }));
        trial.call("one_on_one.part", json!({ "id": meeting, "difference": "SHAREDDIFFERENCE" }));
        (maya, meeting)
    }

    #[test]
    fn pages_are_as_large_as_the_paper_that_was_chosen() {
        let trial = Trial::begin();
        let (maya, meeting) = full(&trial);
        for (size, wide) in [(json!("letter"), 612.0), (Value::Null, 595.0)] {
            for (name, args) in [
                ("one_on_one.export", json!({ "id": meeting })),
                ("person.export_year", json!({ "person": maya, "year": 2026 })),
            ] {
                let file = trial.place("notes.pdf");
                let mut args = args.clone();
                args["file"] = json!(file);
                args["size"] = size.clone();
                trial.call(name, args);
                let bytes = fs::read(&file).expect("written");
                let options = printpdf::PdfParseOptions::default();
                let pdf = printpdf::PdfDocument::parse(&bytes, &options, &mut Vec::new()).expect("a PDF");
                let sides: Vec<f32> = pdf.pages.iter().map(|page| page.media_box.width.0.round()).collect();
                assert!(!sides.is_empty() && sides.iter().all(|side| *side == wide), "{name}: {sides:?}");
            }
        }
    }

    #[test]
    fn what_only_the_owner_may_read_is_in_nothing_that_leaves() {
        let trial = Trial::begin();
        let (maya, meeting) = full(&trial);
        let mut left = Vec::new();
        for (name, args) in [
            ("one_on_one.export", json!({ "id": meeting })),
            ("person.export_year", json!({ "person": maya, "year": 2026 })),
        ] {
            for ending in ["md", "pdf", "PDF"] {
                let file = trial.place(&format!("notes.{ending}"));
                let mut args = args.clone();
                args["file"] = json!(file);
                assert_eq!(trial.call(name, args)["file"], format!("notes.{ending}"));
                let bytes = fs::read(&file).expect("written");
                let is_pdf = bytes.starts_with(b"%PDF");
                assert_eq!(is_pdf, ending != "md");
                // Neither on the pages nor anywhere else in the bytes.
                let raw = String::from_utf8_lossy(&bytes).into_owned();
                let shown = if is_pdf { text_of_pdf(&bytes) } else { raw.clone() };
                left.push((format!("{name} {ending}"), shown, raw));
            }
        }
        let mail = trial.call("one_on_one.mail", json!({ "id": meeting }));
        assert_eq!((&mail["to"], &mail["is_cut"]), (&json!("maya@example.org"), &json!(false)));
        trial.heard();
        trial.call("one_on_one.mail", json!({ "id": meeting, "open": true }));
        let [crate::Happening::Compose { link }] = &trial.heard()[..] else {
            panic!("one message to compose")
        };
        assert!(link.starts_with("mailto:maya%40example.org?subject=Notes%20of"), "{link}");
        left.push(("mail".into(), mail["body"].as_str().expect("a text").into(), mail.to_string()));
        for (what, shown, raw) in left {
            for word in SHARED {
                assert!(shown.contains(word), "{word} is not in {what}: {shown}");
            }
            for word in PRIVATE {
                assert!(!shown.contains(word) && !raw.contains(word), "{word} is in {what}");
            }
        }
    }

    #[test]
    fn a_1_1_that_follows_takes_up_nothing_personal() {
        let trial = Trial::begin();
        let (maya, meeting) = full(&trial);
        let next = json!({ "person": maya, "starts": "2026-11-30T10:00", "follows": meeting });
        let next = trial.call("one_on_one.plan", next)["id"].clone();
        let agenda = trial.call("one_on_one.get", json!({ "id": next }))["agenda"].to_string();
        assert!(
            agenda.contains("SHAREDPOINT") || agenda.contains("\"extra\""),
            "something was left: {agenda}"
        );
        for word in PRIVATE.iter().chain(&["\"personal\""]) {
            assert!(!agenda.contains(word), "{word} is on the agenda: {agenda}");
        }
    }

    #[test]
    fn a_file_has_an_ending_that_says_what_it_is_and_a_pdf_its_letters() {
        /// A script that no font has which is asked for, whatever machine this is.
        const TANGUT: &str = "\u{17000}\u{17001}";
        let trial = Trial::begin();
        let (maya, meeting) = full(&trial);
        for name in ["notes.txt", "notes", "notes.pdf.zip"] {
            let fault =
                trial.refused("one_on_one.export", json!({ "id": meeting, "file": trial.place(name) }));
            assert_eq!(fault.kind, crate::FaultKind::WrongUse, "{name}");
        }
        let section = trial.call("one_on_one.get", json!({ "id": meeting }))["sections"][1]["id"].clone();
        trial.call("one_on_one.write", json!({ "section": section, "text": TANGUT }));
        let file = trial.place("a.pdf");
        let fault = trial.refused("one_on_one.export", json!({ "id": meeting, "file": file }));
        assert_eq!(fault.rule.as_deref(), Some("paper.letters"));
        assert!(fault.next.is_some_and(|next| next.contains("Markdown")) && !file.exists());
        let file = trial.place("a.md");
        trial.call("one_on_one.export", json!({ "id": meeting, "file": file }));
        assert!(fs::read_to_string(file).expect("written").contains(TANGUT));
        let none = json!({ "person": maya, "year": 2025, "file": trial.place("b.md") });
        assert_eq!(trial.refused("person.export_year", none).rule.as_deref(), Some("person.no_documents"));
        let never = json!({ "person": maya, "year": 999_999, "file": trial.place("b.md") });
        assert_eq!(trial.refused("person.export_year", never).kind, crate::FaultKind::WrongUse);
    }

    #[test]
    fn a_year_holds_what_took_place_in_it_the_oldest_first() {
        let trial = Trial::begin();
        let maya = trial.person("Maya Okafor");
        for (starts, is_held) in [
            ("2026-12-31T15:00", true),
            ("2026-01-01T09:00", true),
            ("2025-12-31T15:00", true),
            ("2026-06-01T15:00", false),
        ] {
            let id = trial.call("one_on_one.plan", json!({ "person": maya, "starts": starts }))["id"].clone();
            if is_held {
                trial.call("one_on_one.set_state", json!({ "id": id, "state": "held" }));
            }
        }
        let file = trial.place("year.md");
        trial.call("person.export_year", json!({ "person": maya, "year": 2026, "file": file }));
        let text = fs::read_to_string(file).expect("written");
        let days: Vec<&str> = text.lines().filter(|line| line.contains(" 202")).collect();
        assert_eq!(
            days,
            ["Thursday 1 January 2026, 09:00, 30 minutes", "Thursday 31 December 2026, 15:00, 30 minutes"]
        );
    }
}
