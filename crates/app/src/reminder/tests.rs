use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::Happening;
use crate::desk::trial::Trial;

/// Thursday noon; the 1:1s with Maya are on Fridays at ten.
fn fridays() -> (Trial, Value, Value) {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let pair = trial.call("pair.save", json!({ "person": maya, "begins": "2026-11-20T10:00" }))["id"].clone();
    (trial, maya, pair)
}

fn open(trial: &Trial, pair: &Value) -> Value {
    trial.call("pair.open_slot", json!({ "pair": pair, "slot": "2026-11-20T10:00" }))["id"].clone()
}

fn kinds(trial: &Trial) -> Vec<String> {
    let due = trial.call("reminder.due", json!({}));
    let due = due.as_array().expect("a list");
    due.iter().map(|line| line["kind"].as_str().expect("a kind").to_owned()).collect()
}

/// What the desktop was told when somebody looked.
fn told(trial: &Trial) -> Vec<String> {
    trial.heard();
    trial.desk.look_around();
    let heard = trial.heard().into_iter();
    heard
        .filter_map(|happening| match happening {
            Happening::Remind { sentence } => Some(sentence),
            _ => None,
        })
        .collect()
}

#[test]
fn a18_a34_a41_what_is_due_is_named_until_it_is_done() {
    let (trial, maya, pair) = fridays();
    assert_eq!(kinds(&trial), ["read_history"], "a slot that nobody opened yet is due as well");
    let meeting = open(&trial, &pair);
    assert_eq!(kinds(&trial), ["send_template", "read_history"], "a first one");
    trial.call("one_on_one.send_template", json!({ "id": meeting }));
    let tick = |what: &str| {
        trial.call("one_on_one.tick_prep", json!({ "id": meeting, "what": what, "done": true }));
    };
    tick("history");
    assert_eq!(kinds(&trial), [""; 0]);
    trial.hands.turn(TimeDelta::hours(5));
    assert_eq!(kinds(&trial), ["document_late"]);
    trial.call("one_on_one.submit", json!({ "id": meeting, "submitted": true }));
    assert_eq!(kinds(&trial), ["read_document"]);
    trial.hands.turn(TimeDelta::minutes(1));
    tick("document");
    assert_eq!(kinds(&trial), [""; 0]);
    trial.hands.turn(TimeDelta::hours(17));
    trial.call("one_on_one.set_state", json!({ "id": meeting, "state": "in_progress" }));
    trial.call("one_on_one.part", json!({ "id": meeting, "same_mine": true }));
    trial.hands.turn(TimeDelta::hours(2));
    assert_eq!(kinds(&trial), ["send_notes"]);
    trial.call("one_on_one.set_state", json!({ "id": meeting, "state": "notes_sent" }));
    assert_eq!(kinds(&trial), [""; 0]);
    trial.call("pair.end", json!({ "person": maya }));
    trial.hands.turn(TimeDelta::days(14));
    assert_eq!(kinds(&trial), [""; 0], "fourteen days are not too many");
    trial.hands.turn(TimeDelta::days(1));
    assert_eq!(kinds(&trial), ["meet_again"]);
}

#[test]
fn each_is_told_once_without_a_name_also_after_the_machine_slept() {
    let (trial, _, pair) = fridays();
    assert_eq!(told(&trial), ["Read the last 1:1s before the next one."]);
    trial.hands.turn(TimeDelta::minutes(1));
    assert_eq!(told(&trial), [""; 0], "once");
    let meeting = open(&trial, &pair);
    trial.hands.turn(TimeDelta::minutes(1));
    assert_eq!(told(&trial), ["Send the blank document of a first 1:1. One more thing is due."]);
    let away = |time: TimeDelta| {
        trial.call("vault.lock", json!({}));
        trial.hands.turn(time);
        trial.call("vault.unlock", json!({ "kit": trial.groups.join(" ") }));
    };
    away(TimeDelta::minutes(1));
    assert_eq!(told(&trial), [""; 0], "not again at the next opening");
    // The document was due while nobody was there; the meeting is still ahead.
    away(TimeDelta::hours(21));
    assert_eq!(told(&trial), ["The document for a 1:1 has not arrived."]);
    trial.call("one_on_one.submit", json!({ "id": meeting, "submitted": true }));
    trial.hands.turn(TimeDelta::minutes(1));
    assert_eq!(told(&trial), ["A document has arrived for a 1:1."]);
}

#[test]
fn quiet_hours_meetings_and_the_owner_keep_it_quiet_and_nothing_is_lost() {
    let (trial, _, pair) = fridays();
    let meeting = open(&trial, &pair);
    let set = |change: Value| {
        trial.set(change);
        trial.hands.turn(TimeDelta::minutes(1));
    };
    set(json!({ "reminders": false }));
    assert_eq!(told(&trial), [""; 0]);
    set(json!({ "reminders": true, "quiet_from": "11:00", "quiet_until": "13:00" }));
    assert_eq!(told(&trial), [""; 0]);
    set(json!({ "quiet_from": "22:00", "quiet_until": "07:00" }));
    trial.call("one_on_one.set_state", json!({ "id": meeting, "state": "in_progress" }));
    let talking = trial
        .call("one_on_one.plan", json!({ "person": trial.person("Tom Berg"), "starts": "2026-11-19T12:00" }));
    trial.call("one_on_one.set_state", json!({ "id": talking["id"], "state": "in_progress" }));
    trial.call("one_on_one.set_state", json!({ "id": meeting, "state": "planned" }));
    assert_eq!(told(&trial), [""; 0], "two people talk");
    trial.call("one_on_one.part", json!({ "id": talking["id"] }));
    set(json!({ "reminders_name_people": true }));
    assert_eq!(told(&trial), ["Send the blank document of a first 1:1: Maya Okafor. One more thing is due."]);
}

#[test]
fn d10_d12_the_days_around_a_talk_are_told_once_and_never_what_it_is_about() {
    let trial = Trial::begin();
    let (me, maya) = (trial.me(), trial.person("Maya Okafor"));
    let begun = json!({ "person": maya, "title": "Change records", "first_seen": "2026-11-01" });
    let talk = trial.call("talk.begin", begun)["id"].clone();
    assert_eq!(told(&trial), [""; 0], "that it waits stands on Today");
    trial.call("talk.set_state", json!({ "id": talk, "to": "preparing" }));
    let said = json!({ "id": talk, "message": "Two came late.", "example": "On 3 November.", "consequence": "An hour.", "is_owned": true });
    trial.call("talk.save", said);
    trial.call("talk.set_state", json!({ "id": talk, "to": "ready" }));
    let there = json!([
        { "part": "manager", "person": me, "name": "Dana Castellan" },
        { "part": "employee", "person": maya, "name": "Maya Okafor" },
    ]);
    let held = json!({ "talks": [talk], "participants": there, "outcome": "A checklist." });
    let conversation = trial.call("talk.hold", held)["id"].clone();
    let after = |days: i64| {
        trial.call("vault.lock", json!({}));
        trial.hands.turn(TimeDelta::days(days));
        trial.call("vault.unlock", json!({ "kit": trial.groups.join(" ") }));
        told(&trial)
    };
    assert_eq!(told(&trial), [""; 0]);
    assert_eq!(after(4), ["An answer may have come after a talk."]);
    assert_eq!(after(1), [""; 0], "once");
    assert_eq!(after(2), ["A week without an answer after a talk."]);
    trial.call("talk.save_conversation", json!({ "id": conversation, "answered_on": "2026-11-26" }));
    trial.set(json!({ "reminders_name_people": true }));
    trial.call("talk.follow_up", json!({ "talk": talk, "found": "same", "next_check": "2026-11-28" }));
    assert_eq!(after(1), [""; 0]);
    assert_eq!(after(1), ["A talk is to be looked at again: Maya Okafor."]);
    trial.call("talk.follow_up", json!({ "talk": talk, "found": "same", "next_check": "2026-12-05" }));
    assert_eq!(after(1), [""; 0]);
    assert_eq!(after(6), ["A talk is to be looked at again: Maya Okafor."], "the next day is told as well");
}
