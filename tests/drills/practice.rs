//! The practice of 1:1s as its users live it, through the real doors and a vault that is closed and opened in between:
//! prepared offline, held for the first time, run over, and moved three times.

use std::fs;

use app::Desk;
use app::clock::{Clock, Hands};
use chrono::{DateTime, TimeDelta};
use house_tests::drill::{Answer, Trial, call, lock};
use serde_json::{Value, json};

/// A manager's vault on Thursday morning, 19 November 2026.
pub struct Story {
    /// Where it is.
    pub trial: Trial,
    desk: Desk,
    hands: Hands,
}

impl Story {
    /// Opens it for the first time.
    pub fn begin() -> Self {
        let trial = Trial::empty();
        let at = DateTime::parse_from_rfc3339("2026-11-19T09:00:00+00:00").expect("a moment");
        let (clock, hands) = Clock::standing(at);
        let desk = Desk::for_a_test(trial.place.vault(), clock, |_| {});
        call(&desk, "vault.unlock", json!({ "kit": trial.kit }));
        Self { trial, desk, hands }
    }

    /// What a call answers.
    pub fn call(&self, name: &str, args: Value) -> Value {
        call(&self.desk, name, args)
    }

    /// What a call is refused by.
    pub fn refused(&self, name: &str, args: Value) -> String {
        let fault = self.desk.call(name, args, None).expect_err("it is refused");
        fault.rule.unwrap_or_default()
    }

    /// Why a call is refused, whole.
    pub fn fault(&self, name: &str, args: Value) -> app::Fault {
        self.desk.call(name, args, None).expect_err("it is refused")
    }

    /// The laptop is closed and opened again: only what is on the disk goes on.
    pub fn sleep_over(&self, time: TimeDelta) {
        lock(&self.desk);
        self.hands.turn(time);
        self.call("vault.unlock", json!({ "kit": self.trial.kit }));
    }

    /// Somebody who reports to the manager.
    pub fn person(&self, name: &str) -> Value {
        self.call(
            "person.save",
            json!({
                "name": name, "role": "", "level": "", "site": "", "team": "", "manager": null,
                "relation": "direct_report", "employment": "employee", "started_on": null, "left_on": null,
                "email": "", "phone": "", "skills": [], "about": ""
            }),
        )["id"]
            .clone()
    }

    /// A weekly series from that time on; its identifier.
    fn series(&self, person: &Value, begins: &str) -> Value {
        self.call("pair.save", json!({ "person": person, "begins": begins, "minutes": 30 }))["id"].clone()
    }

    fn open(&self, pair: &Value, slot: &str) -> Value {
        self.call("pair.open_slot", json!({ "pair": pair, "slot": slot }))["id"].clone()
    }

    fn page(&self, meeting: &Value) -> Value {
        self.call("one_on_one.get", json!({ "id": meeting }))
    }

    fn section(&self, meeting: &Value, kind: &str) -> Value {
        let page = self.page(meeting);
        let all = page["sections"].as_array().expect("sections");
        all.iter().find(|section| section["kind"] == kind).expect("that section").clone()
    }

    fn write(&self, meeting: &Value, kind: &str, text: &str) {
        let section = self.section(meeting, kind)["id"].clone();
        self.call("one_on_one.write", json!({ "section": section, "text": text }));
    }

    fn set(&self, meeting: &Value, state: &str) {
        self.call("one_on_one.set_state", json!({ "id": meeting, "state": state }));
    }

    fn promise(&self, meeting: &Value, about: &Value, line: &str) {
        let heard =
            self.call("action.read_line", json!({ "line": line, "about": about, "meeting": meeting }));
        let mut action = json!({ "about": about, "meeting": meeting, "text": heard["text"] });
        action["owner"] = heard["owner"].clone();
        action["due"] = heard["due"].clone();
        self.call("action.add", action);
    }

    /// What `nook` says, in a process of its own.
    fn nook(&self, arguments: &[&str]) -> Answer {
        let mut nook = self.trial.place.nook(arguments);
        Answer::of(nook.env("INGLENOOK_KIT", &self.trial.kit)).done()
    }
}

fn texts<'a>(list: &'a Value, field: &str) -> Vec<&'a str> {
    list.as_array().expect("a list").iter().filter_map(|one| one[field].as_str()).collect()
}

#[test]
fn a_manager_prepares_offline() {
    let story = Story::begin();
    let maya = story.person("Maya Okafor");
    let pair = story.series(&maya, "2026-11-19T10:00");
    let last = story.open(&pair, "2026-11-19T10:00");
    for point in story.page(&last)["agenda"].as_array().expect("points") {
        story.call("one_on_one.set_point", json!({ "id": point["id"], "done": true }));
    }
    story.set(&last, "in_progress");
    story.promise(&last, &maya, "Maya: write up the drill by Friday");
    story.set(&last, "held");
    story.set(&last, "closed");

    story.sleep_over(TimeDelta::days(5));
    let note = json!({ "person": maya, "polarity": "praise", "text": "Led the failover drill calmly." });
    let note = story.call("folder.keep_note", note)["id"].clone();
    let next = story.open(&pair, "2026-11-26T10:00");
    story.write(&next, "goals", "The drill took 104 seconds.");
    story.call("one_on_one.submit", json!({ "id": next, "submitted": true }));

    story.sleep_over(TimeDelta::hours(2));
    let page = story.page(&next);
    assert_eq!(texts(&page["open_actions"], "text"), ["write up the drill"]);
    assert_eq!(page["open_actions"][0]["due"], "2026-11-20", "the Friday after the meeting");
    assert_eq!(texts(&page["notes_since"], "text"), ["Led the failover drill calmly."]);
    assert_eq!(page["previous"].as_array().map(Vec::len), Some(1));
    story.call("one_on_one.annotate", json!({ "meeting": next, "note": note }));
    for what in ["history", "document", "folder"] {
        let tick = json!({ "id": next, "what": what, "done": true, "seconds": 40 });
        story.call("one_on_one.tick_prep", tick);
    }

    story.sleep_over(TimeDelta::hours(1));
    let page = story.page(&next);
    assert_eq!((&page["state"], &page["prep"]["seconds"]), (&json!("prepped"), &json!(120)));
    assert_eq!(texts(&page["annotations"], "text"), ["Led the failover drill calmly."]);
    assert_eq!(story.section(&next, "goals")["text"], "The drill took 104 seconds.");
}

#[test]
fn a_first_one_on_one() {
    let story = Story::begin();
    let jun = story.person("Jun Ramesh");
    let plan = json!({ "person": jun, "starts": "2026-11-23T10:00", "kind": "initial" });
    let first = story.call("one_on_one.plan", plan)["id"].clone();
    let page = story.page(&first);
    assert_eq!((&page["minutes"], page["agenda"].as_array().map(Vec::len)), (&json!(75), Some(6)));
    let mail = story.call("one_on_one.invite", json!({ "id": first }));
    assert!(mail["body"].as_str().expect("a text").contains("shorter"), "{mail}");
    story.call("one_on_one.send_template", json!({ "id": first }));
    assert!(story.page(&first)["template_sent_at"].is_string());

    story.sleep_over(TimeDelta::days(4));
    story.set(&first, "in_progress");
    let unknown = json!({ "person": jun, "kind": "five_years", "text": "", "unknown": true });
    story.call("career.save_wish", unknown);
    let role = json!({ "person": jun, "role": "Release lead", "next_step": "Shadow Elif for a week" });
    story.call("career.save_exploration", role);
    story.write(&first, "learning", "How the storage stack works.");
    story.set(&first, "held");
    let close = json!({ "id": first, "state": "closed" });
    assert_eq!(story.refused("one_on_one.set_state", close), "first.open");
    for (place, point) in page["agenda"].as_array().expect("points").iter().enumerate() {
        let mut how = json!({ "id": point["id"] });
        if place == 5 {
            how["open_because"] = json!("Next week");
        } else {
            how["done"] = json!(true);
        }
        story.call("one_on_one.set_point", how);
    }
    story.set(&first, "closed");

    story.sleep_over(TimeDelta::days(1));
    let career = story.call("career.get", json!({ "person": jun }));
    assert_eq!(career["wishes"][0]["unknown"], true);
    assert_eq!(texts(&career["explorations"], "next_step"), ["Shadow Elif for a week"]);
    let plan = json!({ "person": jun, "starts": "2026-11-30T10:00" });
    let later = story.call("one_on_one.plan", plan)["id"].clone();
    assert_eq!(story.page(&later)["kind"], "regular");
    assert_eq!(story.refused("one_on_one.invite", json!({ "id": later })), "first.invitation");
}

#[test]
fn a_meeting_that_ran_over() {
    let story = Story::begin();
    let elif = story.person("Elif Brandt");
    let pair = story.series(&elif, "2026-11-19T14:00");
    let meeting = story
        .call("one_on_one.plan", json!({ "person": elif, "starts": "2026-11-19T10:00", "minutes": 30 }))["id"]
        .clone();
    story.call("one_on_one.add_point", json!({ "meeting": meeting, "text": "The band review" }));
    story.write(&meeting, "goals", "The release went out on Tuesday.");
    story
        .call("one_on_one.write_margin", json!({ "meeting": meeting, "text": "CANARY: ask about leaving." }));
    story.hands.turn(TimeDelta::hours(1));
    story.set(&meeting, "in_progress");
    story.hands.turn(TimeDelta::minutes(45));
    story.set(&meeting, "held");
    let proposal = story.call("one_on_one.follow_up", json!({ "id": meeting }));
    assert!(texts_of(&proposal["left"]).contains(&"The band review"), "{proposal}");
    let starts = texts_of(&proposal["starts"]);
    assert!(
        !starts.is_empty() && starts.iter().all(|at| ("2026-11-20T10:45".."2026-11-21T10:46").contains(at)),
        "{proposal}"
    );
    let part = json!({ "id": meeting, "same_mine": true, "same_theirs": false, "difference": "Whether it was late." });
    story.call("one_on_one.part", part);
    let follow = json!({ "person": elif, "starts": starts[0], "kind": "follow_up", "follows": meeting });
    let follow = story.call("one_on_one.plan", follow)["id"].clone();

    story.sleep_over(TimeDelta::minutes(20));
    story.set(&meeting, "notes_sent");
    let page = story.page(&meeting);
    assert_eq!((&page["document"], &page["parted"]["minutes_to_send"]), (&json!("sent"), &json!(20)));
    assert_eq!(story.page(&follow)["kind"], "follow_up");
    assert_eq!(story.call("pair.get", json!({ "person": elif }))["rhythm"]["id"], pair, "the series goes on");

    lock(&story.desk);
    let file = story.trial.place.desk().join("notes.md");
    let export = ["export", "one-on-one", "Elif", "--on", "2026-11-19", "-o", file.to_str().expect("a path")];
    assert!(story.nook(&export).out.contains("not encrypted"));
    let notes = fs::read_to_string(&file).expect("the notes");
    for words in ["The release went out on Tuesday.", "Whether it was late."] {
        assert!(notes.contains(words), "{words} is not in {notes}");
    }
    assert!(!notes.contains("CANARY"), "the margin left the house");
}

fn texts_of(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().filter_map(Value::as_str).collect()
}

#[test]
fn moved_three_times() {
    let story = Story::begin();
    let sam = story.person("Sam Nakai");
    let pair = story.series(&sam, "2026-11-19T15:00");
    let first = story.open(&pair, "2026-11-19T15:00");
    story.write(&first, "needs", "A second reader.");
    story.call("one_on_one.write_margin", json!({ "meeting": first, "text": "Ask about the move." }));
    story.call("one_on_one.add_point", json!({ "meeting": first, "text": "The band review" }));
    story.call("one_on_one.tick_prep", json!({ "id": first, "what": "history", "done": true }));
    story.promise(&first, &sam, "find a reader by Friday");
    story.call("one_on_one.take_needs", json!({ "id": first }));
    let paper = story.trial.place.desk().join("band.txt");
    fs::write(&paper, "The bands of January").expect("a file");
    story.call("attachment.add", json!({ "record": first, "kind": "one_on_one", "file": paper }));
    let mut meeting = first;
    for (starts, reason) in [
        ("2026-11-20T15:00", "A release"),
        ("2026-11-23T09:00", "An outage"),
        ("2026-11-24T11:00", "A visit"),
    ] {
        let moved =
            json!({ "id": meeting, "state": "moved", "starts": starts, "reason": reason, "by": "mine" });
        meeting = story.call("one_on_one.set_state", moved)["id"].clone();
        story.sleep_over(TimeDelta::hours(1));
    }
    let page = story.page(&meeting);
    assert_eq!(story.section(&meeting, "needs")["text"], "A second reader.");
    assert_eq!(page["margin"]["text"], "Ask about the move.");
    assert!(texts(&page["agenda"], "text").contains(&"The band review"));
    assert!(page["prep"]["history_at"].is_string());
    story.call("one_on_one.take_needs", json!({ "id": meeting }));
    let mut open = texts(&page["open_actions"], "text");
    open.sort_unstable();
    assert_eq!(open, ["A second reader.", "find a reader"], "neither lost nor doubled");
    assert_eq!(story.page(&meeting)["open_actions"].as_array().map(Vec::len), Some(2), "promised once");
    let files = story.call("attachment.list", json!({ "record": meeting }));
    assert_eq!(texts(&files, "name"), ["band.txt"]);
    let mail = story.call("one_on_one.mail", json!({ "id": meeting }))["body"].to_string();
    assert!(mail.contains("find a reader"), "the notes name what was promised: {mail}");
    let count = |state: &str| {
        let all = story.call("one_on_one.list", json!({ "person": sam }));
        all.as_array().expect("1:1s").iter().filter(|one| one["state"] == state).count()
    };
    assert_eq!((count("moved"), count("planned")), (3, 1));
    let rhythm = story.call("pair.get", json!({ "person": sam }));
    assert_eq!((&rhythm["moved"], &rhythm["moves_told"]), (&json!(3), &json!(true)));
    for name in ["The band review", "Ask about the move."] {
        let hits = story.call("search.find", json!({ "query": name }));
        assert_eq!(hits["hits"].as_array().map(Vec::len), Some(1), "found once: {hits}");
    }

    story.call("history.undo", json!({}));
    assert_eq!((count("moved"), count("planned")), (2, 1));
    let back = story.call("one_on_one.list", json!({ "person": sam }));
    let back = back.as_array().expect("1:1s").iter().find(|one| one["state"] == "planned").expect("the one");
    assert_eq!(back["starts"], "2026-11-23T09:00");
    assert_eq!(story.section(&back["id"], "needs")["text"], "A second reader.");
}
