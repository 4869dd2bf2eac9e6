//! The practice of 1:1s from a terminal: the same four stories that `practice.rs` tells at a desk whose clock stands, here
//! with a `nook` of its own for every step and on the clock of this machine. So nothing may depend on the day or the hour.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use chrono::{DateTime, Datelike, Days, Local, NaiveDate, NaiveTime, TimeDelta, Timelike};
use house_tests::drill::canary::{self, WORD};
use house_tests::drill::{Answer, Trial};
use house_tests::story;
use serde_json::{Value, json};

/// A manager at a terminal, with the roster brought in.
struct Terminal {
    trial: Trial,
    /// Whether `nook` is started where there is no network at all.
    offline: bool,
    today: NaiveDate,
    /// The person that the story is about.
    deniz: Value,
}

impl Terminal {
    fn begin(offline: bool) -> Self {
        let trial = Trial::empty();
        let mut here = Self { trial, offline, today: NaiveDate::MIN, deniz: Value::Null };
        here.run(&["import", "roster", story::roster().to_str().expect("a path")]);
        // What nook calls today: a story that begins before midnight goes on with the same days.
        here.today = here.call("today.get", json!({}))["day"].as_str().expect("a day").parse().expect("one");
        let people = here.call("person.list", json!({}));
        let all = people.as_array().expect("people");
        let deniz = all.iter().find(|person| person["name"] == "Deniz Kayalı").expect("on the roster");
        here.deniz = deniz["id"].clone();
        here
    }

    /// One step. It opens with the kit, which costs no derivation.
    fn answer(&self, typed: &[&str]) -> Answer {
        let place = &self.trial.place;
        let mut nook = place.nook(typed);
        if self.offline {
            let mut unplugged = without_network();
            unplugged.arg(nook.get_program()).args(nook.get_args());
            place.surround(&mut unplugged);
            unplugged.env_remove("INGLENOOK_PASSPHRASE");
            nook = unplugged;
        }
        Answer::of(nook.env("INGLENOOK_KIT", &self.trial.kit))
    }

    fn run(&self, typed: &[&str]) -> String {
        self.answer(typed).done().out
    }

    fn json(&self, typed: &[&str]) -> Value {
        self.answer(&[&["--json"], typed].concat()).json()
    }

    fn call(&self, name: &str, args: Value) -> Value {
        self.answer(&["call", name, &args.to_string()]).json()
    }

    /// A call that a rule forbids; which rule.
    fn refused(&self, name: &str, args: Value) -> String {
        let answer = self.answer(&["--json", "call", name, &args.to_string()]);
        assert_eq!(answer.code, Some(1), "{answer:?}");
        let said: Value = serde_json::from_str(&answer.said).expect("a fault");
        said["fault"]["rule"].as_str().expect("a rule").to_owned()
    }

    /// A day so many days from today, and a time on it.
    fn day(&self, ahead: i64) -> String {
        (self.today + TimeDelta::days(ahead)).to_string()
    }

    fn at(&self, ahead: i64, time: &str) -> String {
        format!("{}T{time}", self.day(ahead))
    }

    fn plan(&self, starts: &str, more: &[&str]) -> String {
        let made = self.json(&[&["meeting", "new", "Deniz", starts], more].concat());
        made["id"].as_str().expect("an id").to_owned()
    }

    fn page(&self, meeting: &str) -> Value {
        self.call("one_on_one.get", json!({ "id": meeting }))
    }

    fn section(&self, meeting: &str, kind: &str) -> Value {
        let page = self.page(meeting);
        let sections = page["sections"].as_array().expect("sections");
        sections.iter().find(|section| section["kind"] == kind).expect("that section").clone()
    }

    /// What a field of a record became when it was last changed: some stand on no page.
    fn last(&self, record: &str, field: &str) -> Value {
        let versions = self.call("history.of", json!({ "record": record }));
        let versions = versions.as_array().expect("versions").iter();
        let mut fields = versions.flat_map(|version| version["fields"].as_array().expect("fields"));
        fields.find(|change| change["field"] == field).expect("it was changed")["after"].clone()
    }

    /// How many records of each kind the vault holds.
    fn records(&self) -> BTreeMap<String, usize> {
        let mut count = BTreeMap::new();
        for record in self.trial.records() {
            let noun = record.split(' ').next().unwrap_or_default().to_owned();
            *count.entry(noun).or_default() += 1;
        }
        count
    }
}

/// Starts a program in a network of its own, which is new and leads nowhere: even its loopback is down.
fn without_network() -> Command {
    let mut unshare = Command::new("unshare");
    unshare.arg("--net");
    if !rustix::process::getuid().is_root() {
        unshare.arg("--map-current-user");
    }
    unshare.arg("--");
    unshare
}

/// These words stand in a text, in this order.
fn says_in_order(text: &str, words: &[&str]) {
    let mut rest = text;
    for wanted in words {
        let at = rest.find(wanted).unwrap_or_else(|| panic!("{wanted:?} is not there, or earlier: {text}"));
        rest = &rest[at + wanted.len()..];
    }
}

fn texts<'a>(list: &'a Value, field: &str) -> Vec<&'a str> {
    list.as_array().expect("a list").iter().filter_map(|one| one[field].as_str()).collect()
}

fn texts_of(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().filter_map(Value::as_str).collect()
}

/// Parts of a page without the moments at which they were last touched: a move touches every text and changes none.
fn without_moments(page: &Value, parts: &[&str]) -> Vec<Value> {
    let still = |text: &Value| {
        let mut text = text.clone();
        if let Some(fields) = text.as_object_mut() {
            fields.remove("changed_at");
        }
        text
    };
    let part = |part: &&str| match &page[*part] {
        Value::Array(all) => all.iter().map(still).collect(),
        one => still(one),
    };
    parts.iter().map(part).collect()
}

#[test]
fn a_manager_prepares_without_a_network() {
    let elsewhere = Answer::of(without_network().args(["readlink", "/proc/self/ns/net"]));
    assert_eq!(elsewhere.code, Some(0), "the network cannot be taken away here: {elsewhere:?}");
    let network = fs::read_link("/proc/self/ns/net").expect("the network of this drill");
    assert_ne!(elsewhere.out.trim(), network.to_str().expect("a name"), "nook would have the network");

    let here = Terminal::begin(true);
    let last = here.plan(&here.at(-4, "09:00"), &[]);
    here.run(&["meeting", "write", &last, "1", "The drill took 104 seconds."]);
    for typed in ["hold", "close"] {
        here.run(&["meeting", typed, &last]);
    }
    let promised = here.run(&["action", "add", "Deniz: write up the drill by Friday", "--person", "Deniz"]);
    assert!(promised.starts_with("Deniz Kayalı owes by 20"), "{promised}");
    here.run(&["action", "add", "find a reader for the talk", "--person", "Deniz"]);
    for (on, text) in [(-9, "Calm in the outage."), (-1, "Led the failover drill.")] {
        here.run(&["note", "--person", "Deniz", "--praise", text, "--on", &here.day(on)]);
    }
    let series = json!({ "person": here.deniz, "begins": here.at(3, "10:00") });
    let pair = here.call("pair.save", series)["id"].clone();

    let owed = here.json(&["action", "list", "--person", "Deniz"]);
    let theirs = owed.as_array().expect("promises").iter().find(|one| one["mine"] == false);
    let theirs = theirs.expect("what Deniz owes");
    assert_eq!(theirs["text"], "write up the drill");
    let since: NaiveDate = theirs["since"].as_str().expect("a day").parse().expect("a day");
    // Said on a Friday, it means the one to come.
    let friday =
        (1..=7).map(|days| since + Days::new(days)).find(|day| day.weekday().number_from_monday() == 5);
    assert_eq!(theirs["due"], json!(friday));

    let shown = here.run(&["prep", "Deniz"]);
    let order = ["not opened yet", "Promises", "you", "find a reader", "Deniz Kayalı", "write up the drill"];
    says_in_order(
        &shown,
        &[&order[..], &["fuzzy folder", "Led the failover drill.", "104 seconds"]].concat(),
    );
    assert!(!shown.contains("Calm in the outage."), "they have met since: {shown}");
    let next = here.call("pair.open_slot", json!({ "pair": pair, "slot": here.at(3, "10:00") }));
    let next = next["id"].as_str().expect("an id");
    let shown = here.run(&["prep", "Deniz"]);
    let left = ["planned", "Earlier documents not read yet", "Fuzzy folder not read yet", "Worth a word"];
    let plain = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    says_in_order(&plain, &[&left[..], &["Nothing under opportunities in 2 documents in a row."]].concat());

    let note = here.page(next)["notes_since"][0]["id"].clone();
    here.call("one_on_one.annotate", json!({ "meeting": next, "note": note }));
    for (what, seconds, state) in
        [("history", 35, "planned"), ("document", 40, "planned"), ("folder", 45, "prepped")]
    {
        let tick = json!({ "id": next, "what": what, "done": true, "seconds": seconds });
        here.call("one_on_one.tick_prep", tick);
        assert_eq!(here.page(next)["state"], state, "{what}");
    }
    let page = here.page(next);
    assert_eq!(page["prep"]["seconds"], 120, "two minutes");
    assert_eq!(texts(&page["annotations"], "text"), ["Led the failover drill."]);
    assert_eq!(page["annotations"][0]["note"], note);
    assert_eq!(texts(&page["notes_since"], "text"), ["Led the failover drill."], "it stays in the folder");
    assert!(here.run(&["prep", "Deniz"]).contains("minutes, prepared"));
    assert!(here.run(&["check"]).contains("All is well"));
}

#[test]
fn a_first_one_on_one_and_a_later_one() {
    let here = Terminal::begin(false);
    let first = here.plan(&here.at(2, "10:00"), &["--first"]);
    let page = here.page(&first);
    assert_eq!((&page["kind"], &page["minutes"]), (&json!("initial"), &json!(75)));
    assert_eq!(page["agenda"].as_array().map(Vec::len), Some(6));
    for (minutes, told) in [(59, true), (60, false), (90, false), (91, true), (75, false)] {
        here.call("one_on_one.set_minutes", json!({ "id": first, "minutes": minutes }));
        let shown = here.run(&["prep", "Deniz"]);
        assert_eq!(shown.contains("A first 1:1 takes 60 to 90 minutes."), told, "{minutes}: {shown}");
    }
    let mail = here.call("one_on_one.invite", json!({ "id": first }));
    assert_eq!(mail["to"], "deniz.kayali@example.org");
    let body = mail["body"].as_str().expect("a text");
    says_in_order(
        body,
        &["Hello Deniz,", "75 minutes", "shorter, about 30 minutes", "- Progress on goals: "],
    );
    let sent = || {
        here.call("one_on_one.send_template", json!({ "id": first }));
        here.page(&first)["template_sent_at"].clone()
    };
    let at = sent();
    assert!(at.is_string() && at == sent(), "the first time counts");

    here.call("one_on_one.set_state", json!({ "id": first, "state": "in_progress" }));
    for (kind, text, unknown) in [("one_year", "Lead a release", false), ("five_years", "", true)] {
        let wish = json!({ "person": here.deniz, "kind": kind, "text": text, "unknown": unknown });
        here.call("career.save_wish", wish);
    }
    let empty = json!({ "person": here.deniz, "kind": "three_years", "text": "" });
    assert_eq!(here.refused("career.save_wish", empty), "wish.empty");
    let role = json!({ "person": here.deniz, "role": "Release lead" });
    assert_eq!(here.refused("career.save_exploration", role), "exploration.no_step");
    let role = json!({ "person": here.deniz, "role": "Release lead", "next_step": "Shadow Elif" });
    here.call("career.save_exploration", role);
    here.run(&["meeting", "hold", &first]);

    let (late, points) = (["meeting", "close", &first], page["agenda"].as_array().expect("points"));
    let still = |sentence: &str| {
        let answer = here.answer(&late);
        assert!(answer.code == Some(1) && answer.said.contains(sentence), "{answer:?}");
    };
    still("6 points of the first meeting are still open.");
    for point in &points[1..] {
        here.call("one_on_one.set_point", json!({ "id": point["id"], "done": true }));
    }
    still("One point of the first meeting is still open.");
    here.call("one_on_one.set_point", json!({ "id": points[0]["id"], "open_because": "Next week" }));
    here.run(&late);
    assert_eq!(here.page(&first)["state"], "closed");
    assert_eq!(here.page(&first)["agenda"][0]["open_because"], "Next week");

    let career = here.call("career.get", json!({ "person": here.deniz }));
    let wishes = career["wishes"].as_array().expect("wishes");
    let unknown: Vec<&Value> = wishes.iter().filter(|wish| wish["unknown"] == true).collect();
    assert_eq!((wishes.len(), unknown.len(), &unknown[0]["kind"]), (2, 1, &json!("five_years")));
    assert_eq!(texts(&career["explorations"], "next_step"), ["Shadow Elif"]);
    let later = here.plan(&here.at(9, "10:00"), &[]);
    let page = here.page(&later);
    assert_eq!(
        (&page["kind"], &page["minutes"], &page["agenda"]),
        (&json!("regular"), &json!(30), &json!([]))
    );
    assert_eq!(here.refused("one_on_one.invite", json!({ "id": later })), "first.invitation");
}

/// The rule of the follow-up, once more and only from the end of the meeting: working time is Monday to Friday from
/// nine to five, and a new vault knows no days off.
fn is_within_reach(ended: DateTime<Local>, starts: &[&str], late: bool) {
    let (first, last) = (ended + TimeDelta::hours(24), ended + TimeDelta::hours(48));
    let works = |day: NaiveDate| day.weekday().number_from_monday() <= 5;
    let five = NaiveTime::from_hms_opt(17, 0, 0).expect("a time");
    let nine = NaiveTime::from_hms_opt(9, 0, 0).expect("a time");
    let has_time =
        works(first.date_naive()) && first.time() < five || works(last.date_naive()) && last.time() > nine;
    assert_eq!(late, !has_time, "ended {ended}, proposed {starts:?}");
    assert!((1..=6).contains(&starts.len()) && starts.is_sorted(), "{starts:?}");
    for start in starts {
        let start: chrono::NaiveDateTime = format!("{start}:00").parse().expect("a time");
        assert!(works(start.date()) && start.hour() >= 9 && start.time() < five, "{start}");
        // To the minute, as it is written.
        let from = first.naive_local().with_second(0).and_then(|at| at.with_nanosecond(0)).expect("a minute");
        assert!(start >= from && (late || start <= last.naive_local()), "{start} for {ended}");
    }
}

#[test]
fn a_meeting_that_ran_over_leaves_points_and_shares_no_margin() {
    let here = Terminal::begin(false);
    let meeting = here.plan(&here.at(0, "09:00"), &[]);
    for (kind, text) in [("goals", "The release went out."), ("needs", "A second reader.")] {
        let section = here.section(&meeting, kind)["id"].clone();
        here.call("one_on_one.write", json!({ "section": section, "text": text }));
    }
    let margin = json!({ "meeting": meeting, "text": format!("Ask about {WORD}.") });
    here.call("one_on_one.write_margin", margin);
    let goals = here.section(&meeting, "goals")["id"].clone();
    let beside = json!({ "meeting": meeting, "section": goals, "text": format!("{WORD} again") });
    here.call("one_on_one.annotate", beside);
    for point in ["The band review", "The rota"] {
        here.call("one_on_one.add_point", json!({ "meeting": meeting, "text": point }));
    }
    here.call("one_on_one.set_state", json!({ "id": meeting, "state": "in_progress" }));
    here.call("one_on_one.mark_section", json!({ "section": goals, "talked": true }));
    let rota = here.page(&meeting)["agenda"][1]["id"].clone();
    here.call("one_on_one.set_point", json!({ "id": rota, "done": true }));
    let differs = json!({ "id": meeting, "same_mine": true, "difference": "Whether it was late." });
    here.call("one_on_one.part", differs);

    let page = here.page(&meeting);
    assert_eq!((&page["state"], &page["parted"]["agreed"]), (&json!("held"), &json!(false)));
    let proposal = here.call("one_on_one.follow_up", json!({ "id": meeting }));
    assert_eq!(texts_of(&proposal["left"]), ["What do you need from me?", "The band review"]);
    let ended = page["parted"]["ended_at"].as_str().expect("a moment");
    let ended = DateTime::parse_from_rfc3339(ended).expect("a moment").with_timezone(&Local);
    let starts = texts_of(&proposal["starts"]);
    is_within_reach(ended, &starts, proposal["late"].as_bool().expect("yes or no"));

    let plan = json!({ "person": here.deniz, "starts": starts[0], "kind": "follow_up", "follows": meeting });
    let follow = here.call("one_on_one.plan", plan)["id"].as_str().expect("an id").to_owned();
    for left in texts_of(&proposal["left"]) {
        here.call("one_on_one.add_point", json!({ "meeting": follow, "text": left }));
    }
    let page = here.page(&follow);
    assert_eq!((&page["kind"], &page["starts"]), (&json!("follow_up"), &json!(starts[0])));
    assert_eq!(texts(&page["agenda"], "text"), texts_of(&proposal["left"]));
    assert_eq!(here.last(&follow, "follows"), meeting, "it says what it takes up");

    let out = here.trial.place.desk().join("out");
    fs::create_dir(&out).expect("a folder");
    let file = out.join("notes.md");
    let day = here.day(0);
    let export = ["export", "one-on-one", "Deniz", "--on", &day, "-o", file.to_str().expect("a path")];
    assert!(here.run(&export).contains("not encrypted"));
    let notes = fs::read_to_string(&file).expect("the notes");
    for shared in ["The release went out.", "A second reader.", "The band review", "Whether it was late."] {
        assert!(notes.contains(shared), "{shared} is not in {notes}");
    }
    assert!(here.run(&["search", WORD]).contains(WORD), "the margin is where it was");
    assert_eq!(canary::left_behind(&out, WORD), Vec::<String>::new(), "private text in what is shared");
}

#[test]
fn moved_three_times_is_one_document_with_three_reasons() {
    let here = Terminal::begin(false);
    let series = json!({ "person": here.deniz, "begins": here.at(1, "15:00") });
    let pair = here.call("pair.save", series)["id"].clone();
    let slot = json!({ "pair": pair, "slot": here.at(1, "15:00") });
    let first = here.call("pair.open_slot", slot.clone())["id"].as_str().expect("an id").to_owned();
    here.run(&["meeting", "write", &first, "1", "The drill held."]);
    let section = here.section(&first, "goals")["id"].clone();
    here.call("one_on_one.write_margin", json!({ "meeting": first, "text": "Ask about the move." }));
    let beside = json!({ "meeting": first, "section": section, "text": "Which drill?" });
    here.call("one_on_one.annotate", beside);
    here.call("one_on_one.add_point", json!({ "meeting": first, "text": "The band review" }));
    for what in ["history", "document", "folder"] {
        let tick = json!({ "id": first, "what": what, "done": true, "seconds": 30 });
        here.call("one_on_one.tick_prep", tick);
    }
    let reader =
        json!({ "about": here.deniz, "owner": here.deniz, "meeting": first, "text": "Find a reader" });
    here.call("action.add", reader);
    let parts = ["sections", "agenda", "annotations", "margin", "prep", "open_actions", "minutes", "state"];
    let (before, records) = (without_moments(&here.page(&first), &parts), here.records());
    assert_eq!(before[7], "prepped");

    let bare = here.answer(&["meeting", "move", &first, &here.at(2, "09:00"), "--because", " "]);
    assert!(bare.code == Some(1) && bare.said.contains("Say what outranks this 1:1."), "{bare:?}");
    let moves: [(i64, &str, &str, &[&str]); 3] = [
        (2, "09:00", "A release", &[]),
        (3, "11:00", "An outage", &["--theirs"]),
        (5, "16:30", "A visit", &[]),
    ];
    let mut chain = vec![first];
    for (ahead, time, reason, by) in moves {
        let starts = here.at(ahead, time);
        let typed = ["meeting", "move", chain.last().expect("one"), &starts, "--because", reason];
        let moved = here.json(&[&typed[..], by].concat());
        chain.push(moved["id"].as_str().expect("an id").to_owned());
    }
    let (moved, now) = (&chain[..3], &chain[3]);
    assert_eq!(without_moments(&here.page(now), &parts), before, "nothing is lost, nothing is other");
    let mut expected = records.clone();
    *expected.get_mut("one_on_one").expect("one") += 3;
    assert_eq!(here.records(), expected, "nothing is doubled");
    assert_eq!(here.json(&["action", "list", "--person", "Deniz"]).as_array().map(Vec::len), Some(1));
    assert_eq!(here.call("pair.open_slot", slot)["id"], **now, "the slot follows its meeting");
    for (one, (_, _, reason, by)) in moved.iter().zip(moves) {
        assert_eq!(
            (here.page(one)["state"].clone(), here.last(one, "reason")),
            (json!("moved"), json!(reason))
        );
        assert_eq!(here.last(one, "moved_by"), if by.is_empty() { "mine" } else { "theirs" });
        assert_eq!(here.page(one)["sections"], json!([]), "the document went along");
    }
    let told = || {
        let pair = here.call("pair.get", json!({ "person": here.deniz }));
        (pair["moved"].clone(), pair["moved_of"].clone(), pair["moves_told"].clone())
    };
    let listed = || {
        let list = here.json(&["meeting", "list", "--person", "Deniz"]);
        let lines = list.as_array().expect("1:1s").iter();
        let mut lines: Vec<(String, String)> =
            lines.map(|one| (one["starts"].to_string(), one["state"].to_string())).collect();
        lines.sort();
        lines
    };
    let line = |place: usize, state: &str| {
        let (ahead, time) = [(1, "15:00"), (2, "09:00"), (3, "11:00"), (5, "16:30")][place];
        (json!(here.at(ahead, time)).to_string(), json!(state).to_string())
    };
    assert_eq!(told(), (json!(3), json!(3), json!(true)));
    assert_eq!(listed(), [line(0, "moved"), line(1, "moved"), line(2, "moved"), line(3, "prepped")]);

    assert!(here.run(&["undo"]).starts_with("Undone: "));
    assert_eq!(told(), (json!(2), json!(2), json!(true)));
    assert_eq!(listed(), [line(0, "moved"), line(1, "moved"), line(2, "prepped")]);
    assert_eq!(without_moments(&here.page(&chain[2]), &parts), before, "as before the last move");
    *expected.get_mut("one_on_one").expect("one") -= 1;
    assert_eq!(here.records(), expected);
}
