//! Reviews as their users live them, through the real doors: no surprises, two points seen differently, a quote that is
//! withdrawn, nine people in an evening. What leaves is looked at by other programs.

use std::fs;
use std::path::Path;
use std::process::Command;

use chrono::TimeDelta;
use house_tests::house;
use serde_json::{Value, json};

use super::practice::Story;

/// Stands in everything that may not leave.
const CANARY: &str = "zqcanaryxw";

struct Review<'a> {
    story: &'a Story,
    person: Value,
    id: Value,
}

impl<'a> Review<'a> {
    fn begin(story: &'a Story, name: &str) -> Self {
        let person = story.person(name);
        let begun = json!({ "person": person, "cycle": "2026", "text": "" });
        let id = story.call("review.save", begun)["id"].clone();
        Self { story, person, id }
    }

    fn call(&self, door: &str, mut args: Value) -> Value {
        args["id"] = self.id.clone();
        self.story.call(door, args)
    }

    fn refused(&self, door: &str, mut args: Value) -> String {
        args["id"] = self.id.clone();
        self.story.refused(door, args)
    }

    fn point(&self, section: &str, message: &str, text: &str) -> Value {
        let point = json!({ "review": self.id, "section": section, "message": message, "text": text });
        self.story.call("review.save_point", point)["id"].clone()
    }

    fn write(&self, point: &Value, text: &str) {
        self.story.call("review.save_point", json!({ "id": point, "review": self.id, "text": text }));
    }

    fn gaps(&self) -> Vec<String> {
        let look = self.call("review.look_over", json!({}));
        let gaps = look["gaps"].as_array().expect("gaps").iter();
        gaps.map(|gap| gap["gap"].as_str().expect("a word").to_owned()).collect()
    }

    /// Shared, slept over, and begun to be talked about.
    fn talk(&self) {
        self.call("review.share", json!({}));
        self.story.sleep_over(TimeDelta::days(2));
        self.call("review.move_talk", json!({ "to": { "step": "hold" } }));
    }

    fn step(&self, step: &str) {
        self.call("review.move_talk", json!({ "to": { "step": step } }));
    }

    /// A constructive note that was said on a day: its chip.
    fn said(&self, on: &str, text: &str) -> String {
        let note = json!({ "person": self.person, "polarity": "constructive", "text": text, "on": on });
        let id = self.story.call("folder.keep_note", note)["id"].as_str().expect("an id").to_owned();
        self.story.call("folder.edit_note", json!({ "id": id, "raised_on": on }));
        format!("[then](inglenook:note/{id})")
    }
}

/// What `program` says of a file. These programs are installed by ./test.
fn said_of(program: &str, arguments: &[&str], file: &Path) -> String {
    let out = Command::new(program).args(arguments).arg(file).output().expect(program);
    let warned = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(out.status.success(), "{program}: {warned}");
    String::from_utf8_lossy(&out.stdout).into_owned() + &warned
}

/// A PDF without any compression, to look for bytes in it.
fn bare(file: &Path) -> Vec<u8> {
    let bare = file.with_extension("bare.pdf");
    let out = Command::new("qpdf")
        .args(["--qdf", "--object-streams=disable", "--stream-data=uncompress"])
        .args([file, &bare])
        .output()
        .expect("qpdf");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    fs::read(bare).expect("written")
}

#[test]
fn no_surprises() {
    let story = Story::begin();
    let maya = Review::begin(&story, "Maya Okafor");
    maya.point("went_well", "Calm", "She stayed until it was over.");
    let hard = maya.point("to_improve", "Hard to reach", "Stakeholders find her hard to reach.");
    assert_eq!(maya.gaps(), ["no_evidence", "surprise"]);
    assert_eq!(maya.refused("review.share", json!({})), "review.not_ready");

    // It was said in a 1:1, which a search of the year finds.
    let planned = json!({ "person": maya.person, "starts": "2026-11-20T10:00" });
    let meeting = story.call("one_on_one.plan", planned)["id"].clone();
    let section = story.call("one_on_one.get", json!({ "id": meeting }))["sections"][0]["id"].clone();
    let text = "Two stakeholders waited a week to reach her. We agreed on a time each day.";
    story.call("one_on_one.write", json!({ "section": section, "text": text }));
    let found = story.call("review.propose", json!({ "id": hard }));
    assert_eq!(found["found"][0]["id"], meeting);
    let address = found["found"][0]["address"].as_str().expect("an address").to_owned();
    maya.write(&hard, &format!("Stakeholders find her hard to reach. [20 Nov]({address})"));
    assert_eq!(maya.gaps(), ["surprise"], "a 1:1 that is planned is no talk");
    story.sleep_over(TimeDelta::days(1));
    for state in ["in_progress", "held"] {
        story.call("one_on_one.set_state", json!({ "id": meeting, "state": state }));
    }
    story.sleep_over(TimeDelta::days(1));
    assert_eq!(maya.gaps(), Vec::<String>::new());
    maya.call("review.share", json!({}));
}

#[test]
fn an_employee_disagrees_on_two_points() {
    let story = Story::begin();
    let tomas = Review::begin(&story, "Tomás Lindqvist");
    tomas.point("went_well", "Support asks less", "The dashboard answers it.");
    let late = tomas.said("2026-06-06", "Said it after the meeting.");
    let first = tomas.point("to_improve", "Say doubts in the room", &format!("They come late. {late}"));
    let chip = tomas.said("2026-07-07", "The report was long.");
    let second = tomas.point("to_improve", "Shorter reports", &format!("Three pages. {chip}"));
    tomas.talk();
    for (point, sees) in [(&first, "I raised two of three at once."), (&second, "It was asked for in full.")]
    {
        let mut said = json!({ "disagreement": sees });
        said["id"] = point.clone();
        story.call("review.discuss_point", said);
    }
    // One of them is parked, slept over, and taken up again.
    story.call("review.discuss_point", json!({ "id": second, "is_parked": true }));
    let again = json!({ "to": { "step": "want_second", "by": "employee" } });
    tomas.call("review.move_talk", again);
    let accept = json!({ "to": { "step": "accept" } });
    assert_eq!(tomas.refused("review.move_talk", accept), "review.second_open");
    story.sleep_over(TimeDelta::days(1));
    tomas.step("hold_second");
    tomas.step("accept");
    assert_eq!(tomas.refused("review.close", json!({})), "review.parked");
    // It comes back: agreed on in the end, so one disagreement is left.
    tomas.call("review.move_talk", json!({ "to": { "step": "want_second", "by": "manager" } }));
    story.call("review.discuss_point", json!({ "id": second, "is_agreed": true }));
    tomas.step("hold_second");
    tomas.call("review.amend", json!({}));
    tomas.step("accept");
    assert_eq!(tomas.call("review.get", json!({}))["state"], "accepted_with_disagreement");
    assert_eq!(tomas.call("review.close", json!({}))["goals"], 2);
    let file = story.trial.place.desk().join("final.pdf");
    tomas.call("review.export", json!({ "file": file }));
    let pages = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output().expect("pdftotext");
    let pages = String::from_utf8_lossy(&pages.stdout).into_owned();
    assert!(
        pages.contains("Seen differently") && pages.contains("I raised two of three at once."),
        "{pages}"
    );
    assert!(!pages.contains("asked for in full"), "what was settled is gone: {pages}");
}

#[test]
fn a_quote_is_withdrawn() {
    let story = Story::begin();
    let maya = Review::begin(&story, "Maya Okafor");
    let asked = json!({ "review": maya.id, "author": CANARY, "relation": "partner", "team": CANARY });
    let input = story.call("input.ask", asked)["id"].clone();
    let said =
        json!({ "id": input, "notes": format!("{CANARY} thinks so"), "words": "There when it matters." });
    story.call("input.save", said);
    story.call("input.approve", json!({ "id": input, "words": "There when it matters." }));
    let id = input.as_str().expect("an id");
    let text =
        format!("A partner says: \u{201c}There when it matters.\u{201d} [Quote](inglenook:quote/{id})");
    let point = maya.point("went_well", "There when needed", &text);
    assert_eq!(maya.gaps(), Vec::<String>::new());
    story.call("input.move", json!({ "id": input, "to": "declined" }));
    assert_eq!(maya.gaps(), ["quote_not_approved"]);
    assert_eq!(maya.refused("review.share", json!({})), "review.not_ready");
    maya.write(&point, "She is there when it matters.");
    maya.call("review.share", json!({}));
    // Who was asked is in nothing that left, and nobody meets it by searching.
    let files = ["pdf", "md"].map(|ending| story.trial.place.desk().join(format!("maya.{ending}")));
    for file in &files {
        maya.call("review.export", json!({ "file": file }));
    }
    let bytes = [bare(&files[0]), fs::read(&files[1]).expect("written")];
    for held in bytes {
        assert!(!String::from_utf8_lossy(&held).contains(CANARY));
    }
    assert!(!story.call("search.find", json!({ "query": CANARY })).to_string().contains("partner"));
}

#[test]
fn reviews_for_nine_people_in_an_evening() {
    let story = Story::begin();
    let names = ["Maya", "Tomás", "Jun", "Elif", "Sam", "Noor", "Ruth", "李小龙", "Ada \"AJ\" O'Neill/Two"];
    let reviews: Vec<Review<'_>> = names.iter().map(|name| Review::begin(&story, name)).collect();
    for review in &reviews {
        let note = json!({
            "person": review.person, "polarity": "praise", "text": format!("{CANARY} in a note"), "on": "2026-05-05",
            "source": { "who": CANARY },
        });
        story.call("folder.keep_note", note);
        let chip = review.said("2026-06-06", &format!("{CANARY} in what was said"));
        let draft = format!(
            "## What went well\n\n**On time.** Every date held.\n\n## To improve\n\n**Ask earlier.** Twice it was late. {chip}\n"
        );
        let whole = json!({ "person": review.person, "cycle": "2026", "text": draft });
        review.call("review.save", whole);
        assert_eq!(review.call("review.divide", json!({}))["points"], 2);
        review.call("review.read_self", json!({ "text": format!("{CANARY} in the self review") }));
        review.call("review.share", json!({}));
    }
    let folder = story.trial.place.desk().join("all");
    fs::create_dir(&folder).expect("made");
    let written = story.call("review.export_cycle", json!({ "cycle": "2026", "folder": folder }));
    let left_out = written["left_out"].as_array().map_or(0, Vec::len);
    // One name is in letters that only some machines have a font for; it is written, or it is named with what to do.
    assert_eq!(written["files"].as_u64().map(|files| files as usize + left_out), Some(9), "{written}");
    assert!(left_out <= 1, "{written}");
    let mut seen = 0;
    for entry in fs::read_dir(&folder).expect("there") {
        let file = entry.expect("one").path();
        assert!(said_of("qpdf", &["--check"], &file).contains("No syntax or stream encoding errors"));
        let about = said_of("pdfinfo", &[], &file);
        assert!(about.lines().any(|line| line.starts_with("Tagged:") && line.ends_with("yes")), "{about}");
        assert!(about.contains("Review of 2026"), "{about}");
        let bytes = bare(&file);
        let said = String::from_utf8_lossy(&bytes);
        assert!(!said.contains(CANARY) && !said.contains("inglenook:"), "{}", file.display());
        assert!(fs::metadata(&file).expect("there").len() < 150_000);
        seen += 1;
    }
    assert!(seen >= 8);
}

#[test]
fn a_file_that_is_no_signed_review_is_refused_in_a_sentence() {
    let story = Story::begin();
    let desk = story.trial.place.desk();
    let maya = Review::begin(&story, "Maya Okafor");
    maya.point("went_well", "Calm", "She stayed.");
    let draft = desk.join("draft.pdf");
    maya.call("review.export", json!({ "file": draft }));
    let half = desk.join("half.pdf");
    let whole = fs::read(&draft).expect("written");
    fs::write(&half, &whole[..whole.len() / 2]).expect("written");
    let text = desk.join("text.pdf");
    fs::write(&text, "not a PDF").expect("written");
    let empty = desk.join("empty.pdf");
    fs::write(&empty, "").expect("written");
    for file in [&draft, &half, &text, &empty, &desk.join("none.pdf")] {
        let fault = story.fault("review.verify", json!({ "file": file }));
        assert!(fault.sentence.ends_with('.') && fault.next.is_some(), "{}: {fault:?}", file.display());
        assert!(!fault.sentence.contains("panicked"), "{fault:?}");
    }
}

/// The sample in docs was written by this program and signed by two vaults; whatever comes later has to read it.
#[test]
fn the_sample_is_signed_by_both_and_whole() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/sample-review.pdf");
    let found = app::review::verify(&sample).expect("readable");
    assert!(found.is_whole && found.signatures.iter().all(|one| one.is_right), "{found:?}");
    let names: Vec<&str> = found.signatures.iter().map(|one| one.name.as_str()).collect();
    assert_eq!((names, found.person.as_str()), (vec!["Dana Castellan", "Maya Okafor"], "Maya Okafor"));
    assert!(said_of("qpdf", &["--check"], &sample).contains("No syntax or stream encoding errors"));
    let read = Command::new("pdfinfo").arg("-struct-text").arg(&sample).output().expect("pdfinfo");
    let read = String::from_utf8_lossy(&read.stdout).into_owned();
    let at = |words: &str| read.find(words).unwrap_or_else(|| panic!("{words} is not in {read}"));
    let order =
        ["Maya Okafor", "What went well", "Others stay calm", "Areas to improve", "Goals", "Signatures"]
            .map(at);
    assert!(order.is_sorted(), "read aloud in order: {order:?}");
}

#[test]
fn strange_texts_are_printed_or_named() {
    let story = Story::begin();
    let maya = Review::begin(&story, "Maya Okafor");
    let point = maya.point("went_well", "Strange", "x");
    for (what, text) in [
        ("one long word", "a".repeat(50_000)),
        ("no width", "zero\u{200b}width\u{feff} and \u{202e}turned\u{202c} round".to_owned()),
        ("pictures", "Done \u{1f389} \u{1f469}\u{1f3fd}\u{200d}\u{1f4bb} \u{2764}\u{fe0f}".to_owned()),
        ("many pages", "A sentence of the usual length that says something. ".repeat(9_000)),
        ("a wide table", format!("| {} |\n|---|\n| x |\n", "column | ".repeat(60))),
    ] {
        maya.write(&point, &text);
        let file = story.trial.place.desk().join("strange.pdf");
        maya.call("review.export", json!({ "file": file }));
        assert!(
            said_of("qpdf", &["--check"], &file).contains("No syntax or stream encoding errors"),
            "{what}"
        );
    }
}

#[test]
fn a_self_review_of_two_hundred_pages_is_read_in_and_more_is_refused() {
    let story = Story::begin();
    let maya = Review::begin(&story, "Maya Okafor");
    // About five paragraphs make a page.
    let paragraph = "A sentence of the usual length that says something. ".repeat(9);
    let pages = format!("{}\n\n", paragraph.trim()).repeat(200 * 5);
    maya.point("went_well", "Calm", "She stayed.");
    assert_eq!(maya.call("review.read_self", json!({ "text": pages }))["points"], 1_000);
    let page = maya.call("review.get", json!({}));
    assert_eq!(page["self_review"]["points"].as_array().map(Vec::len), Some(1_000));
    let look = maya.call("review.look_over", json!({}));
    assert!(look["hints"].to_string().contains("\"short\""), "it is far longer than the review: {look}");
    let more = pages.repeat(2);
    assert_eq!(maya.refused("review.read_self", json!({ "text": more })), "text.too_long");
}

/// The pages of a PDF as pictures, 50 dots to an inch, also left in `out/` to be looked at.
fn pictures(file: &Path) -> Vec<Picture> {
    let name = file.file_stem().and_then(|stem| stem.to_str()).expect("a name");
    let folder = house::out().join("pages");
    fs::create_dir_all(&folder).expect("made");
    let prefix = folder.join(name);
    let out = Command::new("pdftoppm")
        .args(["-r", "50", "-gray"])
        .args([file, &prefix])
        .output()
        .expect("pdftoppm");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let mut drawn: Vec<_> =
        fs::read_dir(&folder).expect("there").map(|entry| entry.expect("one").path()).collect();
    drawn.retain(|path| path.to_str().is_some_and(|path| path.contains(&format!("/{name}-"))));
    drawn.sort();
    drawn.iter().map(|path| Picture::read(&fs::read(path).expect("a picture"))).collect()
}

/// A grey picture.
struct Picture {
    wide: usize,
    dots: Vec<u8>,
}

impl Picture {
    /// Of a PGM file: `P5`, its sides, 255, and a byte a dot.
    fn read(bytes: &[u8]) -> Self {
        let mut at = 0;
        let mut word = || {
            let length = bytes[at..].iter().position(u8::is_ascii_whitespace).expect("a head");
            at += length + 1;
            String::from_utf8_lossy(&bytes[at - length - 1..at - 1]).into_owned()
        };
        let head = [word(), word(), word(), word()];
        assert_eq!((head[0].as_str(), head[3].as_str()), ("P5", "255"));
        Self { wide: head[1].parse().expect("a number"), dots: bytes[at..].to_vec() }
    }

    /// The share of dots with ink on them, where `counts` says so by column and row.
    fn ink(&self, counts: impl Fn(usize, usize) -> bool) -> f64 {
        let high = self.dots.len() / self.wide;
        let (mut all, mut dark) = (0_u32, 0_u32);
        for row in 0..high {
            for column in 0..self.wide {
                if counts(column.min(self.wide - 1 - column), row.min(high - 1 - row)) {
                    all += 1;
                    dark += u32::from(self.dots[row * self.wide + column] < 160);
                }
            }
        }
        f64::from(dark) / f64::from(all.max(1))
    }
}

#[test]
fn every_page_that_leaves_is_drawn_within_its_borders() {
    let story = Story::begin();
    let maya = Review::begin(&story, "Maya Okafor");
    for n in 0..12 {
        let text =
            "Failover went from 210 to 104 seconds when the migration took most of the time. ".repeat(6);
        maya.point("went_well", &format!("What it says, number {n}"), &text);
    }
    let desk = story.trial.place.desk();
    let goal =
        json!({ "person": maya.person, "title": "Lead the next drill", "text": "", "is_growth": true });
    story.call("goal.save", goal);
    let meeting = story
        .call("one_on_one.plan", json!({ "person": maya.person, "starts": "2026-11-20T10:00" }))["id"]
        .clone();
    let section = story.call("one_on_one.get", json!({ "id": meeting }))["sections"][0]["id"].clone();
    story.call(
        "one_on_one.write",
        json!({ "section": section, "text": "We agreed on a time each day. ".repeat(40) }),
    );
    let mut files = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/sample-review.pdf")];
    for (size, name) in [("a4", "review-a4.pdf"), ("letter", "review-letter.pdf")] {
        files.push(desk.join(name));
        maya.call("review.export", json!({ "file": desk.join(name), "size": size }));
    }
    files.push(desk.join("plan.pdf"));
    story.call("career.export_plan", json!({ "person": maya.person, "file": desk.join("plan.pdf") }));
    files.push(desk.join("notes.pdf"));
    story.call("one_on_one.export", json!({ "id": meeting, "file": desk.join("notes.pdf") }));
    for file in &files {
        let pages = pictures(file);
        assert!(!pages.is_empty(), "{}", file.display());
        for (n, page) in pages.iter().enumerate() {
            let (whole, border) = (page.ink(|_, _| true), page.ink(|side, end| side < 20 || end < 12));
            assert!((0.002..0.3).contains(&whole), "{} page {n}: {whole}", file.display());
            assert!(border == 0.0, "{} page {n} is cut at its border: {border}", file.display());
        }
    }
}
