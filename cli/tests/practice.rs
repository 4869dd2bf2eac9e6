//! The practice of 1:1s from a terminal, through the real program.
#![allow(clippy::expect_used)]

mod trial;

use std::fs;

use serde_json::{Value, json};
use trial::Trial;

fn id_of(answer: &Value) -> String {
    answer["id"].as_str().expect("an id").to_owned()
}

#[test]
fn a_meeting_is_planned_moved_held_and_closed() {
    let trial = Trial::new();
    let first = id_of(&trial.answers(&["meeting", "new", "maya", "2026-01-08T10:00", "--minutes", "45"]));
    let end = &first[28..];
    let (code, said) = trial.fails(&["meeting", "move", end, "2026-01-09T11:00"]);
    assert_eq!((code, said.contains("--because")), (2, true), "{said}");
    assert_eq!(trial.fails(&["meeting", "move", end, "2026-01-09T11:00", "--because", " "]).0, 1);
    let moved =
        trial.answers(&["meeting", "move", end, "2026-01-09T11:00", "--because", "a release", "--theirs"]);
    let moved = id_of(&moved);
    assert_ne!(moved, first);
    let listed = trial.prints(&["one-on-one", "list", "--person", "maya"]);
    assert!(
        listed.contains("2026-01-09 11:00  planned") && listed.contains("2026-01-08 10:00  moved"),
        "{listed}"
    );
    assert_eq!(trial.fails(&["meeting", "close", &moved]).0, 1, "nothing is closed that was not held");
    assert_eq!(
        trial.prints(&["1on1", "hold", &moved]),
        "The 1:1 with Maya Okafor on Friday 9 January is held.\n"
    );
    assert_eq!(id_of(&trial.answers(&["meeting", "close", &moved])), moved);
    assert_eq!(trial.fails(&["one-on-one", "write", &moved, "1", "Late."]).0, 1);
    assert_eq!(trial.fails(&["meeting", "hold", "nobody"]).0, 2);
}

#[test]
fn promises_are_typed_done_and_dropped() {
    let trial = Trial::new();
    let said = trial.prints(&["action", "add", "Maya: write up the drill by 2999-01-04", "--person", "maya"]);
    assert_eq!(said, "Maya Okafor owes by 2999-01-04: write up the drill\n");
    trial.prints(&["action", "add", "find a second reader", "--person", "maya"]);
    let (code, said) = trial.fails(&["action", "add", "Lind: ask", "--person", "maya"]);
    assert_eq!((code, said.contains("several people")), (2, true), "{said}");
    let owed = trial.answers(&["action", "list", "--person", "maya"]);
    let texts: Vec<&Value> = owed.as_array().expect("a list").iter().map(|line| &line["text"]).collect();
    assert_eq!(texts, ["write up the drill", "find a second reader"]);
    assert_eq!(trial.answers(&["action", "list", "--mine"]).as_array().map(Vec::len), Some(1));
    let [theirs, mine] = [id_of(&owed[0]), id_of(&owed[1])];
    assert!(trial.prints(&["action", "list"]).contains(&theirs[28..]));
    assert_eq!(trial.prints(&["action", "done", &theirs[28..]]), "Done: write up the drill\n");
    assert_eq!(trial.fails(&["action", "drop", &mine]).0, 2, "a reason is asked for");
    trial.prints(&["action", "drop", &mine, "--because", "Sam reads it"]);
    assert_eq!(trial.prints(&["action", "list"]), "Nothing is owed.\n");
    assert_eq!(trial.answers(&["action", "list", "--past"]).as_array().map(Vec::len), Some(2));
    assert_eq!(trial.fails(&["action", "done", "nothing-like-it"]).0, 2);
}

#[test]
fn a_preparation_is_one_page_in_the_order_it_is_read() {
    let trial = Trial::new();
    let (code, said) = trial.fails(&["prep", "maya"]);
    assert_eq!((code, said.contains("nook meeting new")), (2, true), "{said}");
    let before = id_of(&trial.answers(&["meeting", "new", "maya", "2026-01-08T10:00"]));
    trial.prints(&["one-on-one", "write", &before, "1", "Failover takes 104 seconds."]);
    trial.prints(&["meeting", "hold", &before]);
    trial.prints(&["action", "add", "Maya: write up the drill by 2999-01-01", "--person", "maya"]);
    trial.prints(&["action", "add", "find a second reader by 2999-01-02", "--person", "maya"]);
    trial.prints(&["note", "Led the drill.", "--person", "maya", "--praise"]);
    trial.prints(&["note", "Too old to be new.", "--person", "maya", "--praise", "--on", "2026-01-02"]);
    let person = trial.answers(&["person", "list"])[1]["id"].clone();
    let call = |name: &str, args: Value| trial.prints(&["call", name, &args.to_string()]);
    call("pair.save", json!({ "person": person, "begins": "2026-01-01T09:00" }));

    let slot = trial.answers(&["prep", "maya"]);
    let starts = slot["starts"].as_str().expect("a time");
    assert!(starts.ends_with("T09:00") && slot["meeting"].is_null(), "{slot}");
    assert_eq!(trial.answers(&["prep", "maya"]), slot, "looking opens nothing");
    call("pair.end", json!({ "person": person }));

    trial.prints(&["meeting", "new", "maya", "2999-01-02T10:00"]);
    call("goal.save", json!({ "person": person, "title": "Speak once", "text": "" }));
    let page = trial.prints(&["prep", "maya"]);
    let order = [
        "1:1 with Maya Okafor, Wednesday 2 January 2999 10:00, 30 minutes, planned",
        "Earlier documents  not read yet",
        "Promises",
        "you          find a second reader",
        "Maya Okafor  write up the drill",
        "Goals to look at",
        "Speak once",
        "New in the fuzzy folder",
        "Led the drill.",
        "The last documents",
        "2026-01-08  Failover takes 104 seconds.",
    ];
    let places: Vec<Option<usize>> = order.iter().map(|part| page.find(part)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{page}");
    assert!(!page.contains("Too old"), "{page}");
    let answer = trial.answers(&["prep", "maya"]);
    assert_eq!(answer["promises"][0]["mine"], true);
    assert_eq!(answer["documents"][0]["headline"], "Failover takes 104 seconds.");
}

#[test]
fn the_notes_of_a_day_are_written_without_what_is_private() {
    let trial = Trial::new();
    let id = id_of(&trial.answers(&["meeting", "new", "maya", "2026-01-08T10:00"]));
    trial.prints(&["one-on-one", "write", &id, "1", "Failover takes 104 seconds."]);
    let margin = json!({ "meeting": id, "text": "CANARY" }).to_string();
    trial.prints(&["call", "one_on_one.write_margin", &margin]);
    let export =
        |on: &'static str, file: &'static str| ["export", "one-on-one", "maya", "--on", on, "-o", file];
    assert!(
        trial.prints(&export("2026-01-08", "notes.md")).starts_with("Wrote notes.md. It is not encrypted")
    );
    let text = fs::read_to_string(trial.place("notes.md")).expect("written");
    assert!(text.contains("104 seconds") && !text.contains("CANARY"), "{text}");
    assert_eq!(trial.answers(&export("2026-01-08", "notes.pdf"))["file"], "notes.pdf");
    assert!(fs::read(trial.place("notes.pdf")).expect("written").starts_with(b"%PDF-1.7"));
    assert_eq!(trial.fails(&export("2026-01-09", "other.md")).0, 2, "no 1:1 on that day");
    assert_eq!(trial.fails(&export("2026-01-08", "notes.doc")).0, 2);
    trial.prints(&["meeting", "new", "maya", "2026-01-08T16:00"]);
    let (code, said) = trial.fails(&export("2026-01-08", "other.md"));
    assert_eq!((code, said.contains("more than one")), (2, true), "{said}");
}

#[test]
fn a_calendar_goes_out_and_comes_in_once() {
    let trial = Trial::new();
    trial.prints(&["meeting", "new", "maya", "2999-01-02T10:00"]);
    assert_eq!(
        trial.prints(&["export", "calendar", "-o", "out.ics"]),
        "Wrote out.ics. It is not encrypted.\n"
    );
    let text = fs::read_to_string(trial.place("out.ics")).expect("written");
    assert!(text.contains("SUMMARY:1:1\r\n") && !text.contains("Maya"), "{text}");
    trial.prints(&["export", "calendar", "-o", "named.ics", "--names"]);
    assert!(fs::read_to_string(trial.place("named.ics")).expect("written").contains("1:1 with Maya Okafor"));

    let events = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:1:1 Maya Okafor\nDTSTART:20990105T100000\n\
                  RRULE:FREQ=WEEKLY\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nSUMMARY:Closed\nDTSTART;VALUE=DATE:20991224\n\
                  END:VEVENT\nBEGIN:VEVENT\nUID:c\nSUMMARY:Dentist\nDTSTART:20990106T100000\nEND:VEVENT\n\
                  END:VCALENDAR\n";
    fs::write(trial.place("in.ics"), events).expect("written");
    let out = trial.run(&["import", "ics", "in.ics"]);
    let (shown, left) = (String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    assert!(shown.contains("every 7 days  Maya Okafor") && shown.contains("day off"), "{shown}");
    assert!(left.contains("Left out: 2099-01-06, Dentist: None of your people"), "{left}");
    assert_eq!(
        trial.answers(&["one-on-one", "list"]).as_array().map(Vec::len),
        Some(1),
        "looking changes nothing"
    );
    assert_eq!(trial.answers(&["import", "ics", "in.ics", "--apply"])["added"], 1);
    assert_eq!(trial.answers(&["import", "ics", "in.ics", "--apply", "--days-off"])["added"], 1);
    let again = trial.prints(&["import", "ics", "in.ics", "--apply", "--days-off"]);
    assert_eq!(again, "Imported: 0 new, 0 changed, 2 as before.\n");
    assert_eq!(trial.fails(&["import", "ics", "in.ics", "--days-off"]).0, 2);
}
