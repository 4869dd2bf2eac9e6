//! Calendars through the doors: out, in, in once more, and back.

use std::fs;

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::desk::trial::{Trial, person};

/// Maya and Tomás, each with an address.
fn team() -> (Trial, Value, Value) {
    let trial = Trial::begin();
    let add = |name: &str, mail: &str| {
        let mut args = person(name);
        args["email"] = json!(mail);
        trial.call("person.save", args)["id"].clone()
    };
    let (maya, tom) = (add("Maya Okafor", "maya@example.org"), add("Tomás Lindqvist", "tom@example.org"));
    (trial, maya, tom)
}

fn look(trial: &Trial, events: &[&str]) -> Value {
    let file = trial.place("calendar.ics");
    fs::write(&file, format!("BEGIN:VCALENDAR\n{}\nEND:VCALENDAR\n", events.join("\n"))).expect("written");
    trial.call("calendar.preview", json!({ "file": file }))
}

fn event(uid: &str, guest: &str, lines: &str) -> String {
    let guest =
        if guest.is_empty() { String::new() } else { format!("ATTENDEE:mailto:{guest}@example.org\n") };
    format!("BEGIN:VEVENT\nUID:{uid}\nSUMMARY:Ours {uid}\n{guest}{lines}\nEND:VEVENT")
}

/// Chooses every event that the preview offers.
fn take_all(trial: &Trial, preview: &Value) -> Value {
    let events = preview["events"].as_array().expect("events");
    let chosen: Vec<Value> = events.iter().map(|line| json!({ "event": line["event"] })).collect();
    trial.call("calendar.apply", json!({ "import": preview["import"], "chosen": chosen }))
}

fn unused(preview: &Value) -> Vec<String> {
    let unused = preview["unused"].as_array().expect("a list").iter();
    unused.map(|event| event["said"]["rule"].as_str().expect("a rule").to_owned()).collect()
}

fn brought(reply: &Value) -> [u64; 3] {
    ["added", "changed", "unchanged"].map(|what| reply[what].as_u64().expect("a number"))
}

const WEEKLY: &str = "DTSTART;TZID=Europe/Lisbon:20261105T150000\nDURATION:PT30M\nRRULE:FREQ=WEEKLY;BYDAY=TH\n\
                      EXDATE;TZID=Europe/Lisbon:20261203T150000";
const MOVED: &str = "RECURRENCE-ID;TZID=Europe/Lisbon:20261210T150000\nDTSTART;TZID=Europe/Lisbon:20261211T100000\n\
                     DURATION:PT1H";

#[test]
fn a_calendar_comes_in_as_one_deed_and_twice_is_once() {
    let (trial, maya, tom) = team();
    let events = [
        event("series", "maya", WEEKLY),
        event("series", "maya", MOVED),
        event("single", "tom", "DTSTART:20261124T230000Z\nDTEND:20261124T234500Z"),
        event("off", "", "DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261226"),
    ];
    let events: Vec<&str> = events.iter().map(String::as_str).collect();
    let preview = look(&trial, &events);
    let lines: Vec<[&Value; 5]> = preview["events"]
        .as_array()
        .expect("events")
        .iter()
        .map(|line| ["kind", "news", "starts", "zone", "person_name"].map(|field| &line[field]))
        .collect();
    let text = |words: [&str; 5]| words.map(|word| json!(word));
    assert_eq!(
        lines,
        [
            text(["series", "new", "2026-11-05T15:00", "Europe/Lisbon", "Maya Okafor"]).each_ref(),
            text(["meeting", "new", "2026-11-24T15:00", "", "Tomás Lindqvist"]).each_ref(),
            text(["day_off", "new", "2026-12-24T00:00", "", ""]).each_ref(),
        ]
    );
    assert_eq!(preview["unused"], json!([]));
    assert_eq!(
        trial.call("pair.get", json!({ "person": maya }))["rhythm"],
        Value::Null,
        "looking changes nothing"
    );

    let reply = take_all(&trial, &preview);
    // The series, a slot left out, one moved, a single one, two days off.
    assert_eq!(brought(&reply), [6, 0, 0]);
    let pair = trial.call("pair.get", json!({ "person": maya }));
    assert_eq!((&pair["rhythm"]["every_days"], &pair["rhythm"]["minutes"]), (&json!(7), &json!(30)));
    let slots: Vec<&Value> =
        pair["slots"].as_array().expect("slots").iter().map(|slot| &slot["starts"]).collect();
    assert_eq!(slots[..3], ["2026-11-26T15:00", "2026-12-17T15:00", "2026-12-24T15:00"]);
    assert_eq!(pair["slots"][2]["is_day_off"], true);
    let of = |person: &Value| trial.call("one_on_one.list", json!({ "person": person }));
    let all = of(&maya);
    let all: Vec<_> = all
        .as_array()
        .expect("a list")
        .iter()
        .map(|line| ["starts", "state", "minutes"].map(|field| line[field].clone()))
        .collect();
    assert_eq!(
        all,
        [
            [json!("2026-12-11T10:00"), json!("planned"), json!(60)],
            [json!("2026-12-03T15:00"), json!("cancelled"), json!(30)]
        ]
    );
    assert_eq!(of(&tom)[0]["minutes"], 45);
    let moved = of(&maya)[0]["id"].clone();
    let sections = trial.call("one_on_one.get", json!({ "id": moved }))["sections"].clone();
    assert_eq!(sections.as_array().map(Vec::len), Some(5), "it has a document");

    let again = look(&trial, &events);
    assert!(
        again["events"].as_array().expect("events").iter().all(|line| line["news"] == "unchanged"),
        "{again}"
    );
    let reply = take_all(&trial, &again);
    assert_eq!((brought(&reply), &reply["deed"]), ([0, 0, 6], &Value::Null));
    assert_eq!((of(&maya).as_array().map(Vec::len), of(&tom).as_array().map(Vec::len)), (Some(2), Some(1)));

    trial.call("history.undo", json!({}));
    assert_eq!((of(&maya), of(&tom)), (json!([]), json!([])));
    assert_eq!(trial.call("pair.get", json!({ "person": maya }))["rhythm"], Value::Null);
}

#[test]
fn what_was_moved_in_the_calendar_is_moved_here_with_what_was_written() {
    let (trial, _, tom) = team();
    let single = |day: &str| event("single", "tom", &format!("DTSTART:{day}T230000Z\nDURATION:PT30M"));
    take_all(&trial, &look(&trial, &[&single("20261124")]));
    let list = || trial.call("one_on_one.list", json!({ "person": tom }));
    let first = list()[0]["id"].clone();
    trial.call("one_on_one.write_margin", json!({ "meeting": first, "text": "Ask." }));
    let preview = look(&trial, &[&single("20261125")]);
    assert_eq!(preview["events"][0]["news"], "changed");
    assert_eq!(brought(&take_all(&trial, &preview)), [0, 1, 0]);
    let states: Vec<[Value; 2]> = list()
        .as_array()
        .expect("a list")
        .iter()
        .map(|line| [line["starts"].clone(), line["state"].clone()])
        .collect();
    assert_eq!(
        states,
        [["2026-11-25T15:00", "planned"], ["2026-11-24T15:00", "moved"]].map(|two| two.map(|w| json!(w)))
    );
    let now = trial.call("one_on_one.get", json!({ "id": list()[0]["id"] }));
    assert_eq!(now["margin"]["text"], "Ask.");
    assert_eq!(trial.call("pair.get", json!({ "person": tom }))["moved"], 1, "it counts as moved");
    trial.call("one_on_one.set_state", json!({ "id": list()[0]["id"], "state": "held" }));
    assert_eq!(unused(&look(&trial, &[&single("20261126")])), ["calendar.held"]);
}

#[test]
fn bad_input_has_its_rule_and_changes_nothing() {
    let (trial, maya, _) = team();
    let weekly = |uid: &str, day: &str| {
        event(
            uid,
            "maya",
            &format!("DTSTART;TZID=Europe/Lisbon:{day}T150000\nDURATION:PT30M\nRRULE:FREQ=WEEKLY"),
        )
    };
    let preview = look(
        &trial,
        &[
            &weekly("one", "20261119"),
            &weekly("two", "20261120"),
            &event("zone", "maya", "DTSTART;TZID=Middle Earth:20261124T150000"),
            &event("rule", "maya", "DTSTART:20261124T150000\nRRULE:FREQ=MONTHLY"),
            &event("stray", "maya", "DTSTART:20261124T150000\nRECURRENCE-ID:20261123T150000"),
            &event(
                "one",
                "maya",
                "DTSTART;TZID=Europe/Lisbon:20261113T150000\nRECURRENCE-ID;TZID=Europe/Lisbon:20261112T150000",
            ),
            &event("past", "maya", "DTSTART:20261118T150000"),
            &event("dentist", "", "DTSTART:20261124T150000"),
            "BEGIN:VEVENT\nUID:names\nSUMMARY:x\nDTSTART:20261124T150000\nATTENDEE;CN=Zora:invalid:nomail\nEND:VEVENT",
            &event("gap", "maya", "DTSTART;TZID=Europe/Lisbon:20270328T013000\nDURATION:PT30M"),
        ],
    );
    let mut rules = unused(&preview);
    rules.sort();
    assert_eq!(
        rules,
        [
            "calendar.move_before",
            "calendar.move_nowhere",
            "calendar.no_address",
            "calendar.nobody",
            "calendar.overlap",
            "calendar.past",
            "calendar.rule",
            "calendar.zone"
        ]
    );
    let events = preview["events"].as_array().expect("events");
    assert_eq!(events.len(), 2, "{events:?}");
    assert_eq!(
        (&events[1]["said"][0]["rule"], &events[1]["starts"]),
        (&json!("calendar.missing_hour"), &json!("2027-03-28T02:30"))
    );
    // Chosen all the same, what does not go is refused as a whole.
    let number = |rule: &str| {
        let unused = preview["unused"].as_array().expect("a list");
        unused.iter().find(|event| event["said"]["rule"] == rule).expect(rule)["event"].clone()
    };
    assert_eq!(number("calendar.zone"), Value::Null);
    let both = json!([{ "event": 0 }, { "event": 1 }]);
    let fault = trial.refused("calendar.apply", json!({ "import": preview["import"], "chosen": both }));
    assert_eq!(fault.rule.as_deref(), Some("calendar.overlap"));
    assert_eq!(trial.call("pair.get", json!({ "person": maya }))["rhythm"], Value::Null);
    // What lacks a person is chosen with one.
    let chosen = json!([{ "event": number("calendar.nobody"), "person": maya }]);
    let reply = trial.call("calendar.apply", json!({ "import": preview["import"], "chosen": chosen }));
    assert_eq!(brought(&reply), [1, 0, 0]);
    let fault = trial.refused("calendar.apply", json!({ "import": preview["import"], "chosen": chosen }));
    assert_eq!(fault.rule.as_deref(), Some("calendar.no_such_import"), "applied once");
    let file = trial.place("none.ics");
    fs::write(&file, "hello").expect("written");
    assert_eq!(
        trial.refused("calendar.preview", json!({ "file": file })).rule.as_deref(),
        Some("paper.unreadable")
    );
}

#[test]
fn a_sparse_series_asks_for_a_reason_and_a_second_one_is_refused() {
    let (trial, maya, _) = team();
    let every = |uid: &str, weeks: u32| {
        let rule = format!("DTSTART:20261119T230000Z\nDURATION:PT30M\nRRULE:FREQ=WEEKLY;INTERVAL={weeks}");
        event(uid, "maya", &rule)
    };
    let preview = look(&trial, &[&every("a", 4)]);
    let said: Vec<&Value> =
        preview["events"][0]["said"].as_array().expect("a list").iter().map(|said| &said["rule"]).collect();
    assert_eq!(said, ["calendar.at_ease", "calendar.sparse"]);
    let apply = |because: Option<&str>| {
        let chosen = json!([{ "event": 0, "because": because }]);
        json!({ "import": preview["import"], "chosen": chosen })
    };
    assert_eq!(trial.refused("calendar.apply", apply(None)).rule.as_deref(), Some("pair.sparse"));
    trial.call("calendar.apply", apply(Some("on leave")));
    let rhythm = trial.call("pair.get", json!({ "person": maya }))["rhythm"].clone();
    assert_eq!((&rhythm["every_days"], &rhythm["sparse_because"]), (&json!(28), &json!("on leave")));
    assert_eq!((&rhythm["begins"], &rhythm["zone"]), (&json!("2026-11-19T15:00"), &json!("")));
    assert_eq!(unused(&look(&trial, &[&every("b", 1)])), ["calendar.overlap"]);
    assert_eq!(look(&trial, &[&every("a", 2)])["events"][0]["news"], "changed");
}

#[test]
fn what_goes_out_names_nobody_unless_asked_and_comes_back_as_it_was() {
    let (trial, maya, tom) = team();
    let pair = trial.call("pair.save", json!({ "person": maya, "begins": "2026-11-26T10:00" }))["id"].clone();
    let opened =
        trial.call("pair.open_slot", json!({ "pair": pair, "slot": "2026-12-03T10:00" }))["id"].clone();
    let move_it = |id: &Value, starts: &str| {
        let args = json!({ "id": id, "state": "moved", "starts": starts, "reason": "CANARYREASON" });
        trial.call("one_on_one.set_state", args)["id"].clone()
    };
    let moved = move_it(&move_it(&opened, "2026-12-04T10:00"), "2026-12-05T10:00");
    trial.call("one_on_one.write_margin", json!({ "meeting": moved, "text": "CANARYMARGIN" }));
    let gone =
        trial.call("pair.open_slot", json!({ "pair": pair, "slot": "2026-12-10T10:00" }))["id"].clone();
    trial.call("one_on_one.set_state", json!({ "id": gone, "state": "cancelled", "reason": "CANARYREASON" }));
    let single =
        trial.call("one_on_one.plan", json!({ "person": tom, "starts": "2026-11-30T09:00" }))["id"].clone();

    let file = trial.place("out.ics");
    let export = |names: Value| {
        trial.call("calendar.export", json!({ "names": names, "file": file }));
        fs::read_to_string(&file).expect("written")
    };
    let uids = |text: &str| -> Vec<String> {
        text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect()
    };
    let before = uids(&export(Value::Null));
    move_it(&move_it(&single, "2026-11-30T10:00"), "2026-11-30T11:00");
    let text = export(Value::Null);
    assert_eq!(uids(&text), before, "moved, it is still the same event");
    assert_eq!(text.matches("SEQUENCE:2").count(), 3, "{text}");
    for canary in ["CANARY", "Maya", "Okafor", "Lindqvist", "example.org"] {
        assert!(!text.contains(canary), "{canary} in {text}");
    }
    assert_eq!((text.matches("BEGIN:VEVENT").count(), text.matches("EXDATE").count()), (3, 1), "{text}");
    assert_eq!(text.matches("RECURRENCE-ID:20261203T180000Z").count(), 1, "{text}");
    let named = export(json!(true));
    assert!(named.contains("SUMMARY:1:1 with Maya Okafor") && !named.contains("CANARY"), "{named}");

    let preview = trial.call("calendar.preview", json!({ "file": file }));
    let news: Vec<&Value> =
        preview["events"].as_array().expect("events").iter().map(|line| &line["news"]).collect();
    assert_eq!(news, ["unchanged", "unchanged"], "{preview}");
    assert_eq!(take_all(&trial, &preview)["deed"], Value::Null);
}

#[test]
fn a_calendar_file_follows_the_vault_until_it_is_told_not_to() {
    let (trial, maya, _) = team();
    let file = trial.place("follows.ics");
    let is_due = || trial.desk.due_for_calendar();
    let rest = || trial.hands.turn(TimeDelta::seconds(3));
    let follow = || {
        rest();
        let (beside, deed) = is_due().expect("something was done");
        trial.desk.write_calendar(beside, deed);
        fs::read_to_string(&file).expect("a calendar")
    };
    rest();
    assert!(is_due().is_none(), "nobody asked for a file");
    trial.call("calendar.keep", json!({ "file": file, "names": false }));
    assert_eq!(trial.call("calendar.kept", json!({}))["place"], json!(file));
    let plan = json!({ "person": maya, "starts": "2026-11-24T10:00" });
    let meeting = trial.call("one_on_one.plan", plan)["id"].clone();
    assert!(is_due().is_none(), "not while somebody works");
    assert!(follow().contains("DTSTART:20261124T"));
    assert!(is_due().is_none(), "nothing was done since");
    trial.call(
        "one_on_one.set_state",
        json!({
            "id": meeting, "state": "moved", "reason": "An outage", "starts": "2026-11-25T11:00"
        }),
    );
    let text = follow();
    assert!(
        text.contains("DTSTART:20261125T") && !text.contains("DTSTART:20261124T") && !text.contains("Maya")
    );
    // A file that cannot be written is said where people look, and stands in nobody's way.
    fs::remove_file(&file).and_then(|()| fs::create_dir(&file)).expect("in the way");
    trial.call(
        "one_on_one.set_minutes",
        json!({ "id": trial.call("one_on_one.list", json!({}))[0]["id"], "minutes": 15 }),
    );
    rest();
    let (beside, deed) = is_due().expect("something was done");
    trial.desk.write_calendar(beside, deed);
    assert!(trial.call("calendar.kept", json!({}))["trouble"].is_string());
    // Once the way is free it is written, though nothing was done since.
    rest();
    assert!(is_due().is_none(), "not over and over");
    fs::remove_dir(&file).expect("the way is free");
    trial.hands.turn(TimeDelta::seconds(60));
    let (beside, deed) = is_due().expect("once more");
    assert!(is_due().is_none(), "one at a time");
    trial.desk.write_calendar(beside, deed);
    trial.call(
        "one_on_one.set_minutes",
        json!({ "id": trial.call("one_on_one.list", json!({}))[0]["id"], "minutes": 30 }),
    );
    assert!(follow().contains("BEGIN:VCALENDAR"));
    assert_eq!(trial.call("calendar.kept", json!({}))["trouble"], Value::Null);
    trial.call("calendar.stop_keeping", json!({}));
    trial.call("person.save", person("Jun Ramesh"));
    rest();
    assert!(is_due().is_none(), "no longer");
    assert_eq!(
        trial.call("calendar.kept", json!({})),
        json!({ "place": null, "names": false, "trouble": null })
    );
}
