//! Reviews through their doors: how they are written, looked over, shared, talked about and signed.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::desk::trial::{PASSPHRASE, Trial, text_of_pdf};

/// The owner, Maya who reports to them, and her review of 2026.
pub(crate) struct Scene {
    pub trial: Trial,
    pub maya: Value,
    pub review: Value,
}

impl Scene {
    pub fn begin() -> Self {
        let trial = Trial::begin();
        let maya = trial.person("Maya Okafor");
        let begun = json!({ "person": maya, "cycle": "2026", "text": "" });
        let review = trial.call("review.save", begun)["id"].clone();
        Self { trial, maya, review }
    }

    pub fn call(&self, door: &str, mut args: Value) -> Value {
        if args.get("id").is_none() {
            args["id"] = self.review.clone();
        }
        self.trial.call(door, args)
    }

    pub fn refused(&self, door: &str, mut args: Value) -> String {
        if args.get("id").is_none() {
            args["id"] = self.review.clone();
        }
        self.trial.refused(door, args).rule.unwrap_or_default()
    }

    pub fn page(&self) -> Value {
        self.call("review.get", json!({}))
    }

    pub fn look(&self) -> Value {
        self.call("review.look_over", json!({}))
    }

    pub fn add(&self, section: &str, message: &str, text: &str) -> Value {
        let point = json!({ "review": self.review, "section": section, "message": message, "text": text });
        self.trial.call("review.save_point", point)["id"].clone()
    }

    pub fn note(&self, polarity: &str, on: &str, text: &str) -> String {
        let note = json!({ "person": self.maya, "polarity": polarity, "on": on, "text": text });
        self.trial.call("folder.keep_note", note)["id"].as_str().expect("an id").to_owned()
    }

    /// A constructive note that was raised on a day.
    pub fn raised(&self, on: &str, text: &str) -> String {
        let note = self.note("constructive", on, text);
        self.trial.call("folder.edit_note", json!({ "id": note, "raised_on": on }));
        note
    }

    pub fn chip(note: &str) -> String {
        format!("[8 Jul](inglenook:note/{note})")
    }

    /// A review of two points that may be shared.
    pub fn ready(&self) -> (Value, Value) {
        let went_well = self.add("went_well", "Calm in an outage", "She stayed until it was over.");
        let note = self.raised("2026-07-08", "The status report had three pages.");
        let text = format!("The blocker stood last. {}", Self::chip(&note));
        (went_well, self.add("to_improve", "Say the blocker first", &text))
    }

    /// Unlocks after a turn of the clock that locked the vault.
    pub fn turn(&self, by: TimeDelta) {
        self.trial.call("vault.lock", json!({}));
        self.trial.hands.turn(by);
        self.trial.call("vault.unlock", json!({ "passphrase": PASSPHRASE }));
    }

    pub fn step(&self, step: &str) {
        self.call("review.move_talk", json!({ "to": { "step": step } }));
    }

    /// Shared, read, talked about and accepted.
    pub fn accepted(&self) -> (Value, Value) {
        let points = self.ready();
        self.call("review.share", json!({}));
        self.turn(TimeDelta::hours(25));
        self.step("hold");
        self.step("accept");
        points
    }
}

fn texts(page: &Value, pointer: &str) -> Vec<String> {
    let points = page["points"].as_array().expect("points");
    points.iter().map(|point| point[pointer].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn points_stand_in_their_sections_and_in_the_order_they_were_given() {
    let scene = Scene::begin();
    let b = scene.add("to_improve", "b", "Two");
    let a = scene.add("went_well", "a", "One");
    let after = json!({ "review": scene.review, "after": a, "message": "c", "text": "Three words here" });
    let c = scene.trial.call("review.save_point", after)["id"].clone();
    let d = scene.add("went_well", "d", "");
    assert_eq!(texts(&scene.page(), "message"), ["a", "c", "d", "b"]);
    for (id, section, after, expected) in [
        (&d, "went_well", Value::Null, ["d", "a", "c", "b"]),
        (&a, "went_well", c.clone(), ["d", "c", "a", "b"]),
        (&d, "to_improve", b.clone(), ["c", "a", "b", "d"]),
        (&b, "next_year", Value::Null, ["c", "a", "d", "b"]),
    ] {
        let mut args = json!({ "id": id, "section": section });
        if !after.is_null() {
            args["after"] = after;
        }
        scene.call("review.move_point", args);
        assert_eq!(texts(&scene.page(), "message"), expected);
    }
    assert_eq!(scene.page()["words"], 5);
    scene.call("review.remove_point", json!({ "id": c }));
    assert_eq!(texts(&scene.page(), "message"), ["a", "d", "b"]);
    let last = scene.trial.call("history.recent", json!({ "limit": 1 }))[0]["deed"].clone();
    scene.trial.call("history.undo", json!({ "deed": last }));
    assert_eq!(texts(&scene.page(), "message"), ["c", "a", "d", "b"]);
}

#[test]
fn what_is_saved_of_a_point_is_what_changed_and_the_time_it_took() {
    let scene = Scene::begin();
    let point = scene.add("summary", "m", "t");
    for (change, seconds) in [
        (json!({ "text": "Longer", "seconds": 70 }), 70),
        (json!({ "marked": "constructive", "is_soft": true }), 70),
        (json!({ "is_touchy": true, "seconds": 20 }), 90),
    ] {
        let mut args = change;
        args["id"] = point.clone();
        args["review"] = scene.review.clone();
        scene.trial.call("review.save_point", args);
        assert_eq!(scene.page()["seconds"], seconds);
    }
    let kept = scene.page()["points"][0].clone();
    assert_eq!(
        [&kept["message"], &kept["text"], &kept["polarity"], &kept["is_soft"], &kept["is_touchy"]],
        [&json!("m"), &json!("Longer"), &json!("constructive"), &json!(true), &json!(true)]
    );
    let unmarked = json!({ "id": point, "review": scene.review, "marked": null });
    scene.trial.call("review.save_point", unmarked);
    assert_eq!(scene.page()["points"][0]["polarity"], Value::Null);
}

#[test]
fn a_loose_text_is_divided_and_comes_back_by_undo() {
    let scene = Scene::begin();
    let text =
        "A safe year.\n\n## What went well\n\n**Calm.** She stayed.\n\n## Areas for improvement\n\nUpdates.";
    scene.call("review.save", json!({ "person": scene.maya, "cycle": "2026", "text": text }));
    let divided = scene.call("review.divide", json!({}));
    assert_eq!(divided["points"], 3);
    let page = scene.page();
    assert_eq!(page["text"], "");
    assert_eq!(texts(&page, "section"), ["summary", "went_well", "to_improve"]);
    assert_eq!(texts(&page, "message"), ["", "Calm", ""]);
    scene.trial.call("history.undo", json!({ "deed": divided["deed"] }));
    assert_eq!(scene.page()["text"], text);
    assert_eq!(scene.page()["points"], json!([]));
    scene.call("review.save", json!({ "person": scene.maya, "cycle": "2026", "text": " " }));
    assert_eq!(scene.refused("review.divide", json!({})), "review.no_text");
}

#[test]
fn e1_the_tray_holds_the_year_and_says_what_is_used() {
    let scene = Scene::begin();
    let (trial, maya) = (&scene.trial, &scene.maya);
    let note = scene.note("praise", "2026-10-02", "Halved failover time.");
    scene.note("praise", "2025-12-31", "Another year.");
    let held = trial.call("one_on_one.plan", json!({ "person": maya, "starts": "2026-11-19T09:00" }));
    let section = trial.call("one_on_one.get", json!({ "id": held["id"] }))["sections"][0]["id"].clone();
    trial.call("one_on_one.write", json!({ "section": section, "text": "Talked about failover." }));
    let goal = json!({
        "person": maya, "title": "Failover under 90 s", "text": "By December.", "state": "active",
        "start_value": "140 s", "target": "90 s",
    });
    let goal = trial.call("goal.save", goal)["id"].clone();
    let talk = json!({ "person": maya, "title": "Change records", "first_seen": "2026-06-01" });
    trial.call("talk.begin", talk);
    scene.add("went_well", "m", &format!("Failover. [2 Oct](inglenook:note/{note})"));

    let tray = scene.call("review.evidence", json!({}));
    let lines = tray.as_array().expect("a list");
    let kinds: Vec<&str> = lines.iter().map(|line| line["kind"].as_str().expect("a kind")).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == "note").count(), 1, "the year's alone: {kinds:?}");
    for kind in ["note", "one_on_one", "talk"] {
        assert!(kinds.contains(&kind), "{kind}: {kinds:?}");
    }
    let of = |kind: &str| lines.iter().find(|line| line["kind"] == kind).cloned().unwrap_or_default();
    assert_eq!(of("note")["is_used"], true);
    assert_eq!(of("note")["address"], format!("inglenook:note/{note}"));
    assert_eq!((&of("talk")["is_used"], &of("talk")["talked_on"]), (&json!(false), &Value::Null));
    assert_eq!(of("one_on_one")["talked_on"], Value::Null, "it is planned, not held");
    let _ = goal;
}

#[test]
fn e2_er1_a_surprise_blocks_until_it_is_linked_or_said_to_be_new() {
    let scene = Scene::begin();
    let point = scene.add("to_improve", "Hard to reach", "Stakeholders find her hard to reach.");
    let gaps = || -> Vec<String> {
        let look = scene.look();
        let gaps = look["gaps"].as_array().expect("gaps").iter();
        gaps.map(|gap| gap["gap"].as_str().expect("a word").to_owned()).collect()
    };
    assert_eq!(gaps(), ["no_evidence", "surprise"]);
    assert_eq!(scene.refused("review.share", json!({})), "review.not_ready");

    let silent = scene.note("constructive", "2026-05-05", "Two stakeholders could not reach her for a week.");
    let found = scene.call("review.propose", json!({ "id": point }));
    assert_eq!((&found["notes"], &found["found"][0]["id"]), (&json!(1), &json!(silent)));
    let write = |text: String| {
        let args = json!({ "id": point, "review": scene.review, "text": text });
        scene.trial.call("review.save_point", args);
    };
    write(format!("Stakeholders find her hard to reach. {}", Scene::chip(&silent)));
    assert_eq!(gaps(), ["surprise"], "a note that was never said is still a surprise");
    write(format!(
        "Stakeholders find her hard to reach. {} [This is new](inglenook:new)",
        Scene::chip(&silent)
    ));
    assert_eq!(gaps(), [""; 0]);
    assert_eq!(scene.look()["surprises"], 1, "declared, and counted all the same");
    let raised = scene.raised("2026-06-06", "Reached her after three days.");
    write(format!("Stakeholders find her hard to reach. {}", Scene::chip(&raised)));
    assert_eq!((gaps(), scene.look()["surprises"].clone()), (vec![], json!(0)));
}

#[test]
fn e2_a_one_on_one_that_was_held_before_its_day_was_held_today() {
    let scene = Scene::begin();
    let point = scene.add("to_improve", "Hard to reach", "Stakeholders find her hard to reach.");
    let planned = json!({ "person": scene.maya, "starts": "2026-11-20T10:00" });
    let meeting = scene.trial.call("one_on_one.plan", planned)["id"].clone();
    let id = meeting.as_str().expect("an id");
    let text = format!("Stakeholders find her hard to reach. [20 Nov](inglenook:one_on_one/{id})");
    scene.trial.call("review.save_point", json!({ "id": point, "review": scene.review, "text": text }));
    let stops = || scene.look()["gaps"].as_array().expect("gaps").len();
    let section = scene.trial.call("one_on_one.get", json!({ "id": meeting }))["sections"][0]["id"].clone();
    scene.trial.call("one_on_one.write", json!({ "section": section, "text": "A time each day." }));
    assert_eq!(stops(), 1, "what is planned is no talk");
    for state in ["in_progress", "held"] {
        scene.trial.call("one_on_one.set_state", json!({ "id": meeting, "state": state }));
    }
    assert_eq!(stops(), 0);
    let line = &scene.call("review.evidence", json!({}))[0];
    assert_eq!(line["talked_on"], "2026-11-19", "{line}");
    // It is shared today and talked about tomorrow: what was said today is no surprise then.
    scene.call("review.share", json!({}));
}

#[test]
fn e5_e_3_the_meter_counts_points() {
    let scene = Scene::begin();
    for (praise, constructive, percent, verdict, more_praise, more_constructive) in [
        (0, 0, Value::Null, "nothing", 0, 0),
        (1, 1, json!(50), "too_few", 1, 0),
        (6, 4, json!(60), "even", 0, 0),
        (7, 4, json!(64), "even", 0, 1),
        (18, 4, json!(82), "glowing", 0, 8),
    ] {
        let count =
            |section: &str| texts(&scene.page(), "section").iter().filter(|one| *one == section).count();
        for section in ["went_well", "to_improve"] {
            let wanted = if section == "went_well" { praise } else { constructive };
            for _ in count(section)..wanted {
                scene.add(section, "m", "t");
            }
        }
        let balance = scene.look()["balance"].clone();
        let expected = json!({
            "praise": praise, "constructive": constructive, "percent": percent, "verdict": verdict,
            "missing_praise": more_praise, "missing_constructive": more_constructive,
        });
        assert_eq!(balance, expected, "{praise}/{constructive}");
    }
}

/// The kinds of hints, in their order.
fn hints(look: &Value) -> Vec<String> {
    let hints = look["hints"].as_array().expect("hints").iter();
    hints.map(|hint| hint["kind"].as_str().expect("a kind").to_owned()).collect()
}

#[test]
fn e4_e6_e7_e8_what_is_worth_another_look_can_be_set_aside_for_a_reason() {
    let scene = Scene::begin();
    let feat = json!({
        "person": scene.maya, "polarity": "praise", "on": "2026-03-03", "text": "Shipped it.", "kind": "delivery",
    });
    scene.trial.call("folder.keep_note", feat);
    let point = scene.add("went_well", "", "She listens well.");
    let soft = json!({ "id": point, "review": scene.review, "is_soft": true });
    scene.trial.call("review.save_point", soft);
    let before = hints(&scene.look());
    for kind in ["soft_claim", "no_message", "undersold", "little_time", "first_half"] {
        assert!(before.contains(&kind.to_owned()), "{kind}: {before:?}");
    }
    for (kind, record) in [("soft_claim", &point), ("undersold", &scene.review)] {
        let look = scene.look();
        let hint = look["hints"].as_array().expect("hints").iter().find(|hint| hint["kind"] == kind);
        let mark = hint.expect("a hint")["mark"].clone();
        let noun = if record == &point { "review_point" } else { "review" };
        let aside = json!({
            "record": record, "kind": noun, "rule": kind, "mark": mark, "because": "Said in the goals",
        });
        scene.trial.call("coach.dismiss", aside);
        assert!(!hints(&scene.look()).contains(&kind.to_owned()), "{kind}");
    }
    assert_eq!(scene.look()["set_aside"], 2);
}

#[test]
fn e11_e12_e17_the_coach_reads_every_point_and_says_where() {
    let scene = Scene::begin();
    let calm = scene.add("went_well", "a", "She stayed calm.");
    let blunt = scene.add("to_improve", "b", "Größe: You are doing great, but you are always late.");
    let look = scene.look();
    let coached = look["coach"].as_array().expect("a list");
    assert!(coached.iter().all(|one| one["point"] != calm), "{coached:?}");
    let found = coached.iter().find(|one| one["point"] == blunt).expect("asked");
    let absolute = found["findings"].as_array().expect("found").iter().find(|one| one["rule"] == "absolute");
    let absolute = absolute.expect("always");
    let (from, to) = (absolute["at"]["from"].as_u64(), absolute["at"]["to"].as_u64());
    let text = "Größe: You are doing great, but you are always late.";
    let units: Vec<u16> = text.encode_utf16().collect();
    let (from, to) = (from.expect("from") as usize, to.expect("to") as usize);
    assert!(String::from_utf16_lossy(&units[from..to]).contains("always"), "counted in its own text");
}

#[test]
fn e3_e9_e10_er5_a_self_review_is_its_authors_and_comes_back_with_a_word() {
    let scene = Scene::begin();
    let text = "## What went well\n\nI led the drill.\n\n**Calm.** I stayed.";
    let read = scene.call("review.read_self", json!({ "text": text }));
    assert_eq!(read["points"], 2);
    let own = || scene.page()["self_review"].clone();
    assert_eq!(
        [&own()["state"], &own()["words"], &own()["is_short"], &own()["is_all_glowing"]],
        [&json!("submitted"), &json!(6), &json!(true), &json!(true)]
    );
    scene.add("went_well", "m", "Four words stand here.");
    let look = scene.look();
    assert!(hints(&look).contains(&"all_glowing".to_owned()));
    let short = look["hints"].as_array().expect("hints").iter().find(|hint| hint["kind"] == "short");
    assert_eq!(short.expect("short")["of"], 12, "twice the words of a short self review");

    let point = own()["points"][0]["id"].clone();
    let change = json!({ "id": point, "review": scene.review, "text": "Mine now." });
    assert_eq!(scene.refused("review.save_point", change.clone()), "self_review.handed_in");
    let back = |note: &str| json!({ "to": { "step": "pass_back", "note": note } });
    assert_eq!(scene.refused("review.move_self", back(" ")), "self_review.return_note");
    scene.call("review.move_self", back("What would you do otherwise?"));
    assert_eq!((&own()["state"], &own()["returns"]), (&json!("returned"), &json!(1)));
    scene.trial.call("review.save_point", change);
    assert_eq!(own()["state"], "draft");
    for step in ["hand_in", "take"] {
        scene.call("review.move_self", json!({ "to": { "step": step } }));
    }
    assert_eq!(own()["state"], "taken");
    assert_eq!(scene.page()["points"].as_array().map(Vec::len), Some(1), "it is not the review");
}

#[test]
fn e23_e24_er4_what_is_shared_is_frozen_and_read_for_a_day_before_the_talk() {
    let scene = Scene::begin();
    let (point, _) = scene.ready();
    let shared = scene.call("review.share", json!({}));
    assert_eq!(shared["number"], 1);
    let write = json!({ "id": point, "review": scene.review, "text": "Otherwise." });
    assert_eq!(scene.refused("review.save_point", write.clone()), "review.out");
    let plan = |at: &str| json!({ "to": { "step": "plan", "at": at } });
    assert_eq!(scene.refused("review.move_talk", plan("2026-11-20T11:59")), "review.too_soon");
    scene.call("review.move_talk", plan("2026-11-20T12:00"));
    let to = |step: &str| json!({ "to": { "step": step } });
    assert_eq!(scene.refused("review.move_talk", to("accept")), "review.not_discussed");
    assert_eq!(scene.refused("review.move_talk", to("hold")), "review.too_soon");
    scene.turn(TimeDelta::hours(24));
    scene.step("hold");
    // Written in again: after the talk, as an amendment.
    scene.trial.call("review.save_point", write);
    let second = |at: &str| json!({ "to": { "step": "want_second", "by": "employee", "at": at } });
    assert_eq!(scene.refused("review.move_talk", second("2026-11-20T15:00")), "review.second_talk");
    assert_eq!(scene.page()["times"]["second_from"], "2026-11-23T09:00", "Friday noon, so on Monday");
    scene.call("review.move_talk", second("2026-11-23T12:00"));
    assert_eq!(scene.refused("review.move_talk", to("accept")), "review.second_open");
    assert_eq!(scene.page()["times"]["second_wanted_by"], "employee");
    scene.step("hold_second");
    let amended = scene.call("review.amend", json!({}));
    assert_eq!(amended["number"], 2);
    scene.step("accept");
    assert_eq!(scene.page()["state"], "accepted");
    let versions = scene.page()["versions"].clone();
    assert_eq!((&versions[0]["reason"], &versions[1]["reason"]), (&json!("amended"), &json!("shared")));

    let first = scene.trial.place("first.md");
    let export = |version: &Value, file: &std::path::Path| {
        scene.call("review.export", json!({ "version": version, "file": file }));
        std::fs::read_to_string(file).expect("written")
    };
    let before = export(&versions[1]["id"], &first);
    assert!(before.contains("until it was over") && !before.contains("Otherwise."), "{before}");
    let after = export(&versions[0]["id"], &scene.trial.place("second.md"));
    assert!(after.contains("Otherwise."), "{after}");
}

#[test]
fn what_was_shared_can_be_taken_back_before_the_talk() {
    let scene = Scene::begin();
    let (point, _) = scene.ready();
    scene.call("review.share", json!({}));
    scene.step("take_back");
    let page = scene.page();
    assert_eq!((&page["state"], &page["times"]["shared_at"]), (&json!("draft"), &Value::Null));
    scene.trial.call("review.save_point", json!({ "id": point, "review": scene.review, "text": "Mended." }));
    assert_eq!(scene.call("review.share", json!({}))["number"], 2);
}

#[test]
fn e19_e20_e22_er3_two_disagreements_stand_and_a_parked_point_comes_back() {
    let scene = Scene::begin();
    let (well, improve) = scene.ready();
    let early = json!({ "id": well, "is_agreed": true });
    assert_eq!(scene.refused("review.discuss_point", early), "review.not_discussed");
    scene.call("review.share", json!({}));
    scene.turn(TimeDelta::hours(30));
    scene.step("hold");
    for change in [
        json!({ "id": well, "is_agreed": true }),
        json!({ "id": improve, "question": "Which report?", "answer": "That of July." }),
        json!({ "id": improve, "is_parked": true }),
    ] {
        scene.call("review.discuss_point", change);
    }
    scene.step("accept");
    assert_eq!(scene.refused("review.close", json!({})), "review.parked");
    let again = json!({ "to": { "step": "want_second", "by": "manager" } });
    scene.call("review.move_talk", again);
    scene.call(
        "review.discuss_point",
        json!({ "id": improve, "is_parked": false, "disagreement": "It was once." }),
    );
    scene.step("hold_second");
    scene.step("accept");
    let page = scene.page();
    assert_eq!(page["state"], "accepted_with_disagreement");
    let kept = page["points"].as_array().expect("points").iter().find(|point| point["id"] == improve);
    let kept = kept.expect("there");
    assert_eq!(
        [&kept["question"], &kept["answer"], &kept["disagreement"], &kept["is_agreed"]],
        [&json!("Which report?"), &json!("That of July."), &json!("It was once."), &json!(false)]
    );
}

#[test]
fn c12_closing_makes_proposed_goals_of_what_is_to_improve() {
    let scene = Scene::begin();
    scene.accepted();
    let closed = scene.call("review.close", json!({}));
    assert_eq!(closed["goals"], 1);
    let goals = scene.trial.call("goal.list", json!({ "person": scene.maya }));
    let goal = &goals[0];
    assert_eq!(
        [&goal["title"], &goal["state"], &goal["text"], &goal["is_growth"]],
        [
            &json!("Say the blocker first"),
            &json!("proposed"),
            &json!("The blocker stood last."),
            &json!(true)
        ]
    );
    assert_eq!(scene.page()["state"], "closed");
    assert_eq!(scene.page()["next"]["step"], "signed");
    scene.trial.call("history.undo", json!({ "deed": closed["deed"] }));
    assert_eq!(scene.trial.call("goal.list", json!({ "person": scene.maya })), json!([]));
    assert_eq!(scene.call("review.close", json!({ "with_goals": false }))["goals"], 0);
}

#[test]
fn e25_a_file_holds_the_words_and_nothing_of_what_they_rest_on() {
    let scene = Scene::begin();
    let note = scene.raised("2026-07-08", "CANARY-NOTE three pages.");
    let text = format!("The blocker stood last. [8 Jul CANARY-LABEL](inglenook:note/{note})");
    scene.add("to_improve", "Say the blocker first", &text);
    scene.add("went_well", "Calm", "She stayed.");
    scene.call("review.read_self", json!({ "text": "CANARY-SELF I was calm." }));
    let asked = json!({ "review": scene.review, "author": "CANARY-AUTHOR", "relation": "peer", "team": "CANARY-TEAM" });
    let input = scene.trial.call("input.ask", asked)["id"].clone();
    scene.trial.call("input.save", json!({ "id": input, "notes": "CANARY-INTERVIEW" }));
    let (pdf, markdown) = (scene.trial.place("review.pdf"), scene.trial.place("review.md"));
    for file in [&pdf, &markdown] {
        scene.call("review.export", json!({ "file": file }));
    }
    let pdf = std::fs::read(&pdf).expect("written");
    let text = text_of_pdf(&pdf);
    let markdown = std::fs::read_to_string(&markdown).expect("written");
    for kept in ["Say the blocker first", "Maya Okafor", "She stayed."] {
        assert!(markdown.contains(kept), "{kept}: {markdown}");
    }
    for said in [text.as_str(), &String::from_utf8_lossy(&pdf), &markdown] {
        assert!(!said.contains("CANARY") && !said.contains("inglenook:"), "{said}");
    }
    assert!(text.to_lowercase().contains("draft") && markdown.to_lowercase().contains("draft"));
}

#[test]
fn both_sign_the_same_bytes_and_a_changed_byte_shows() {
    let scene = Scene::begin();
    assert_eq!(scene.refused("review.sign", json!({})), "review.not_closed");
    scene.accepted();
    scene.call("review.close", json!({}));
    scene.call("review.sign", json!({}));
    assert_eq!(scene.refused("review.sign", json!({})), "review.signed");
    let file = scene.trial.place("signed.pdf");
    scene.call("review.export", json!({ "file": file }));

    // Maya takes it into a vault of her own, signs, and sends it back.
    let hers = Trial::begin();
    hers.call("vault.lock", json!({}));
    hers.hands.turn(TimeDelta::hours(26));
    hers.call("vault.unlock", json!({ "passphrase": PASSPHRASE }));
    let me = hers.me();
    let mut about = hers.call("person.get", json!({ "id": me }))["person"].clone();
    let renamed = json!({ "name": "Maya Okafor", "id": me });
    let fields = about.as_object_mut().expect("a person");
    fields.retain(|field, _| {
        [
            "role",
            "level",
            "site",
            "team",
            "manager",
            "relation",
            "employment",
            "started_on",
            "left_on",
            "email",
            "phone",
            "skills",
            "about",
        ]
        .contains(&field.as_str())
    });
    fields.extend(renamed.as_object().expect("fields").clone());
    hers.call("person.save", about);
    let taken = hers.call("review.take_file", json!({ "file": file }));
    assert_eq!((&taken["is_new"], &taken["signatures"]), (&json!(true), &json!(1)));
    hers.call("review.sign", json!({ "id": taken["review"] }));
    let back = hers.place("back.pdf");
    hers.call("review.export", json!({ "id": taken["review"], "file": back }));

    let verified = scene.trial.call("review.verify", json!({ "file": back }));
    assert_eq!(verified["is_whole"], true);
    let signatures = verified["signatures"].as_array().expect("signatures").clone();
    let said: Vec<(&Value, &Value, &Value)> =
        signatures.iter().map(|one| (&one["part"], &one["name"], &one["is_right"])).collect();
    let (manager, employee) = (json!("manager"), json!("employee"));
    let (dana, maya, right) = (json!("Dana Castellan"), json!("Maya Okafor"), json!(true));
    assert_eq!(said, [(&manager, &dana, &right), (&employee, &maya, &right)]);
    assert_ne!(signatures[0]["fingerprint"], signatures[1]["fingerprint"]);
    assert!(verified["text"].as_str().is_some_and(|text| text.contains("Say the blocker first")));

    let came = scene.trial.call("review.take_file", json!({ "file": back }));
    assert_eq!((&came["review"], &came["signatures"]), (&scene.review, &json!(1)));
    assert_eq!(scene.page()["versions"][0]["signatures"].as_array().map(Vec::len), Some(2));
    assert_eq!(scene.trial.call("review.take_file", json!({ "file": back }))["signatures"], 0);

    let whole = std::fs::read(&back).expect("written");
    let bent = scene.trial.place("bent.pdf");
    for place in (0..whole.len()).step_by(whole.len() / 23) {
        let mut bytes = whole.clone();
        bytes[place] ^= 0x20;
        std::fs::write(&bent, &bytes).expect("written");
        match scene.trial.desk.call("review.verify", json!({ "file": bent }), None) {
            Ok(verified) => assert_eq!(verified["is_whole"], false, "byte {place}"),
            Err(fault) => assert!(fault.next.is_some(), "{fault:?}"),
        }
        let refused = scene.trial.refused("review.take_file", json!({ "file": bent }));
        assert!(refused.rule.is_some(), "{refused:?}");
    }
    // A vault that is neither's.
    let stranger = Trial::begin();
    let fault = stranger.refused("review.take_file", json!({ "file": back }));
    assert_eq!(fault.rule.as_deref(), Some("review.of_nobody_here"));
}

#[test]
fn who_signs_on_paper_is_written_down() {
    let scene = Scene::begin();
    scene.accepted();
    scene.call("review.close", json!({}));
    scene.call("review.sign_by_hand", json!({ "part": "employee" }));
    scene.call("review.sign", json!({}));
    let signatures = scene.page()["versions"][0]["signatures"].clone();
    let by_hand: Vec<(&Value, &Value)> =
        signatures.as_array().expect("two").iter().map(|one| (&one["name"], &one["by_hand"])).collect();
    let (maya, dana) = (json!("Maya Okafor"), json!("Dana Castellan"));
    assert_eq!(by_hand, [(&maya, &json!(true)), (&dana, &json!(false))]);
}

#[test]
fn a_cycle_is_begun_for_many_and_says_what_is_next() {
    let scene = Scene::begin();
    let jun = scene.trial.person("Jun Ramesh");
    let begin = |by: Value| {
        let mut args = json!({
            "name": "2026", "from": "2026-01-01", "until": "2026-12-31", "people": [scene.maya, jun],
        });
        args.as_object_mut().expect("fields").extend(by.as_object().expect("fields").clone());
        args
    };
    let wrong = begin(json!({ "share_by": "2026-12-04", "discuss_by": "2026-12-01" }));
    assert_eq!(scene.trial.refused("review.begin_cycle", wrong).rule.as_deref(), Some("review.cycle_order"));
    let days =
        json!({ "self_review_by": "2026-11-16", "share_by": "2026-12-04", "discuss_by": "2026-12-16" });
    scene.trial.call("review.begin_cycle", begin(days.clone()));
    scene.trial.call("review.begin_cycle", begin(days));
    let cycles = scene.trial.call("review.cycles", json!({}));
    assert_eq!(cycles.as_array().map(Vec::len), Some(1));
    let reviews = cycles[0]["reviews"].as_array().expect("reviews");
    let next: Vec<(&Value, &Value, &Value)> = reviews
        .iter()
        .map(|line| (&line["person_name"], &line["next"]["step"], &line["next"]["is_late"]))
        .collect();
    let (maya, jun) = (json!("Maya Okafor"), json!("Jun Ramesh"));
    let (own, draft) = (json!("self_review"), json!("draft"));
    // Maya's was there before, without a self review to wait for.
    assert_eq!(next, [(&jun, &own, &json!(true)), (&maya, &draft, &json!(false))]);
    let steps = cycles[0]["steps"].clone();
    assert_eq!((&steps[0]["reviews"], &steps[1]["reviews"]), (&json!(1), &json!(1)));
    let today = scene.trial.call("today.get", json!({}));
    let soon: Vec<&Value> =
        today["reviews"].as_array().expect("reviews").iter().map(|line| &line["person_name"]).collect();
    assert_eq!(soon, [&jun], "what is late; the draft has more than two weeks");
}

#[test]
fn once_the_two_have_talked_the_next_day_is_that_of_signing() {
    let scene = Scene::begin();
    scene.ready();
    let days = json!({
        "name": "2026", "from": "2026-01-01", "until": "2026-12-31", "people": [scene.maya],
        "share_by": "2026-11-10", "discuss_by": "2026-11-12", "sign_by": "2026-12-16",
    });
    scene.trial.call("review.begin_cycle", days);
    scene.call("review.share", json!({}));
    let next = || (scene.page()["next"]["by"].clone(), scene.page()["next"]["is_late"].clone());
    assert_eq!(next(), (json!("2026-11-12"), json!(true)));
    scene.turn(TimeDelta::hours(24));
    scene.step("hold");
    assert_eq!(next(), (json!("2026-12-16"), json!(false)));
}

#[test]
fn every_review_of_a_cycle_is_a_file_of_its_own() {
    let scene = Scene::begin();
    scene.add("went_well", "Calm", "She stayed.");
    let other = scene.trial.person("Maya \"Okafor\"/ Two");
    scene.trial.call("review.save", json!({ "person": other, "cycle": "2026", "text": "" }));
    let folder = scene.trial.place("reviews");
    std::fs::create_dir(&folder).expect("made");
    let written = scene.trial.call("review.export_cycle", json!({ "cycle": "2026", "folder": folder }));
    assert_eq!(written, json!({ "files": 2, "left_out": [] }));
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .expect("there")
        .map(|entry| entry.expect("one").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["2026 Maya -Okafor-- Two.pdf", "2026 Maya Okafor.pdf"]);
}

#[test]
fn the_team_stands_side_by_side_for_the_manager_alone() {
    let scene = Scene::begin();
    scene.ready();
    scene.note("praise", "2026-02-02", "Led the drill.");
    let rows = scene.trial.call("review.calibration", json!({ "cycle": "2026" }));
    let row = &rows[0];
    assert_eq!(
        [
            &row["person_name"],
            &row["balance"]["praise"],
            &row["praise_notes"],
            &row["constructive_notes"],
            &row["surprises"]
        ],
        [&json!("Maya Okafor"), &json!(1), &json!(1), &json!(1), &json!(0)]
    );
}

#[test]
fn e26_where_somebody_stands_holds_what_was_said_to_them() {
    let scene = Scene::begin();
    scene.raised("2026-07-08", "Said in July.");
    scene.note("constructive", "2026-08-08", "CANARY never said.");
    let begun = json!({ "person": scene.maya, "title": "CANARY talk", "first_seen": "2026-11-10" });
    scene.trial.call("talk.begin", begun);
    let goal = json!({ "person": scene.maya, "title": "CANARY proposed", "text": "" });
    scene.trial.call("goal.save", goal);
    let page = scene.trial.call("review.standing", json!({ "person": scene.maya }));
    assert_eq!(page["said"][0]["text"], "Said in July.");
    assert!(!page.to_string().contains("CANARY"), "{page}");
}

#[test]
fn e18_e21_both_put_points_on_the_agenda_and_facts_come_first() {
    let scene = Scene::begin();
    let (well, improve) = scene.ready();
    let touchy = scene.add("to_improve", "Tone", "It was sharp. [This is new](inglenook:new)");
    let change = json!({ "id": touchy, "review": scene.review, "is_touchy": true });
    scene.trial.call("review.save_point", change);
    let theirs = json!({
        "review": scene.review, "section": "went_well", "message": "My own point", "text": "I led the drill.",
        "by_employee": true,
    });
    let theirs = scene.trial.call("review.save_point", theirs)["id"].clone();
    assert_eq!(scene.look()["agenda"], json!([improve, well, theirs, touchy]));
    let points = scene.page()["points"].clone();
    let author = |id: &Value| {
        let point = points.as_array().expect("points").iter().find(|point| point["id"] == *id);
        point.expect("there")["author"].clone()
    };
    assert_eq!((author(&theirs), author(&well)), (json!("employee"), json!("manager")));
}

#[test]
fn e4_e13_b8_what_the_year_left_out_is_named() {
    let scene = Scene::begin();
    let first = scene.note("praise", "2026-02-02", "Wrote the runbook.");
    scene.note("praise", "2026-10-02", "Halved failover time.");
    let goal = json!({ "person": scene.maya, "title": "Speak once", "text": "" });
    let goal = scene.trial.call("goal.save", goal)["id"].clone();
    scene.trial.call("goal.endorse", json!({ "id": goal }));
    scene.trial.call("goal.set_state", json!({ "id": goal, "to": "active" }));
    let chip = format!("[2 Feb](inglenook:note/{first})");
    let point = scene.add("went_well", "Runbook", &format!("Others use it. {chip}"));
    let seen = hints(&scene.look());
    for (kind, is_there) in
        [("first_half", false), ("second_half", true), ("goals_left_out", true), ("empty_quarter", true)]
    {
        assert_eq!(seen.contains(&kind.to_owned()), is_there, "{kind}: {seen:?}");
    }
    let look = scene.look();
    assert_eq!(
        (&look["goals"], &look["goals_used"], &look["halves"]),
        (&json!(1), &json!(0), &json!([true, false]))
    );
    let id = goal.as_str().expect("an id");
    let text = format!("Others use it. {chip} [Goal](inglenook:goal/{id})");
    scene.trial.call("review.save_point", json!({ "id": point, "review": scene.review, "text": text }));
    assert_eq!(scene.look()["goals_used"], 1);
}
