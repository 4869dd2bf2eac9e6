//! The practice of 1:1s through the doors: each test is a story, named after the requirements it holds.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::desk::trial::Trial;

/// Maya meets the owner on Thursdays at three, from today on.
fn weekly() -> (Trial, Value, Value) {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let pair = trial.call("pair.save", json!({ "person": maya, "begins": "2026-11-19T15:00" }))["id"].clone();
    (trial, maya, pair)
}

fn open(trial: &Trial, pair: &Value, slot: &str) -> Value {
    trial.call("pair.open_slot", json!({ "pair": pair, "slot": slot }))["id"].clone()
}

fn page(trial: &Trial, meeting: &Value) -> Value {
    trial.call("one_on_one.get", json!({ "id": meeting }))
}

fn section<'a>(page: &'a Value, kind: &str) -> &'a Value {
    let sections = page["sections"].as_array().expect("sections");
    sections.iter().find(|part| part["kind"] == kind).expect("such a section")
}

fn set_state(trial: &Trial, meeting: &Value, state: &str) {
    trial.call("one_on_one.set_state", json!({ "id": meeting, "state": state }));
}

#[test]
fn a9_a10_a11_a_rhythm_is_weekly_until_both_are_at_ease() {
    let (trial, maya, _) = weekly();
    let ask = |more: Value| {
        let mut args = json!({ "person": maya });
        args.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        args
    };
    let rhythm = || trial.call("pair.get", json!({ "person": maya }))["rhythm"].clone();
    assert_eq!(rhythm()["every_days"], 7);
    let fault = trial.refused("pair.save", ask(json!({ "every_days": 14, "at_ease_mine": true })));
    assert_eq!(fault.rule.as_deref(), Some("pair.at_ease"));
    trial.call("pair.save", ask(json!({ "every_days": 14, "at_ease_mine": true, "at_ease_theirs": true })));
    let fault = trial.refused("pair.save", ask(json!({ "every_days": 28 })));
    assert_eq!(fault.rule.as_deref(), Some("pair.sparse"));
    trial.call("pair.save", ask(json!({ "every_days": 28, "sparse_because": "on leave" })));
    let factors = json!({ "level": "senior", "performance": "steady", "autonomy": "high", "tenure_here": "two years",
        "tenure_on_team": "one year", "load": "nine reports" });
    trial.call("pair.save", ask(json!({ "factors": factors })));
    assert_eq!((&rhythm()["factors"], &rhythm()["factors_on"]), (&factors, &json!("2026-11-19")));
}

#[test]
fn slots_are_computed_and_become_meetings_once() {
    let (trial, maya, pair) = weekly();
    let slots = || trial.call("pair.get", json!({ "person": maya }))["slots"].clone();
    let coming = |days: u32| trial.call("pair.coming", json!({ "days": days })).as_array().map(Vec::len);
    assert_eq!(
        (coming(2), coming(9), coming(30)),
        (Some(1), Some(2), Some(5)),
        "so many Thursdays of all series"
    );
    assert_eq!(slots()[0]["starts"], "2026-11-19T15:00");
    assert_eq!(slots()[1]["starts"], "2026-11-26T15:00");
    let first = open(&trial, &pair, "2026-11-19T15:00");
    assert_eq!(open(&trial, &pair, "2026-11-19T15:00"), first, "the same slot is the same meeting");
    assert_eq!(coming(9), Some(1));
    assert_eq!(slots()[0]["starts"], "2026-11-26T15:00");
    let fault = trial.refused("pair.open_slot", json!({ "pair": pair, "slot": "2026-11-20T15:00" }));
    assert_eq!(fault.rule.as_deref(), Some("pair.no_slot"));
    trial.call("pair.end", json!({ "person": maya, "on": "2026-11-26" }));
    assert_eq!(slots().as_array().map(Vec::len), Some(1), "the last slot of an ended series");
}

#[test]
fn a1_a3_a4_a_first_meeting_is_longer_and_has_an_agenda_that_is_finished_or_says_why_not() {
    let (trial, _, pair) = weekly();
    let first = open(&trial, &pair, "2026-11-19T15:00");
    let shown = page(&trial, &first);
    assert_eq!((&shown["kind"], &shown["minutes"]), (&json!("initial"), &json!(75)));
    assert_eq!(shown["agenda"].as_array().map(Vec::len), Some(6), "with goals, because there are none");
    set_state(&trial, &first, "held");
    let fault = trial.refused("one_on_one.set_state", json!({ "id": first, "state": "closed" }));
    assert_eq!(fault.rule.as_deref(), Some("first.open"));
    for (place, point) in shown["agenda"].as_array().expect("points").iter().enumerate() {
        let how = if place == 0 { json!({ "open_because": "next time" }) } else { json!({ "done": true }) };
        let mut args = json!({ "id": point["id"] });
        args.as_object_mut().expect("an object").extend(how.as_object().expect("an object").clone());
        trial.call("one_on_one.set_point", args);
    }
    set_state(&trial, &first, "closed");
    let second = open(&trial, &pair, "2026-11-26T15:00");
    assert_eq!(page(&trial, &second)["kind"], "regular");
}

#[test]
fn a13_a14_moved_three_times_keeps_everything_and_is_told() {
    let (trial, maya, pair) = weekly();
    let mut meeting = open(&trial, &pair, "2026-11-19T15:00");
    let needs = section(&page(&trial, &meeting), "needs")["id"].clone();
    trial.call("one_on_one.write", json!({ "section": needs, "text": "A second reader." }));
    trial.call("one_on_one.annotate", json!({ "meeting": meeting, "section": needs, "text": "Ask Sam." }));
    trial.call("one_on_one.add_point", json!({ "meeting": meeting, "text": "The band review" }));
    trial.call("one_on_one.tick_prep", json!({ "id": meeting, "what": "history", "done": true }));
    let bare = json!({ "id": meeting, "state": "moved", "starts": "2026-11-20T15:00" });
    assert_eq!(trial.refused("one_on_one.set_state", bare).rule.as_deref(), Some("one_on_one.reason"));
    for day in ["20", "23", "24"] {
        let args = json!({ "id": meeting, "state": "moved", "starts": format!("2026-11-{day}T15:00"),
            "reason": "a release", "by": "mine" });
        meeting = trial.call("one_on_one.set_state", args)["id"].clone();
    }
    let shown = page(&trial, &meeting);
    assert_eq!(section(&shown, "needs")["text"], "A second reader.");
    assert_eq!(shown["annotations"][0]["text"], "Ask Sam.");
    assert!(
        shown["agenda"].as_array().expect("points").iter().any(|point| point["text"] == "The band review")
    );
    assert!(shown["prep"]["history_at"].is_string());
    assert_eq!(open(&trial, &pair, "2026-11-19T15:00"), meeting, "the slot follows its meeting");
    let pair = trial.call("pair.get", json!({ "person": maya }));
    assert_eq!(
        (&pair["moved"], &pair["moved_of"], &pair["moves_told"]),
        (&json!(3), &json!(3), &json!(true))
    );
    assert_eq!(shown["pair"], pair, "the rhythm is on the page");
    // Both ends of a move say where the other is, why it was moved, and who asked.
    let earlier = shown["story"]["moved_from"].clone();
    let from =
        json!({ "id": earlier["id"], "starts": "2026-11-23T15:00", "reason": "a release", "by": "mine" });
    assert_eq!(
        shown["story"],
        json!({ "moved_from": from, "moved_to": null, "follows": null, "reason": "", "by": null })
    );
    let left = page(&trial, &earlier["id"])["story"].clone();
    assert_eq!(
        (&left["moved_to"]["id"], &left["reason"], &left["by"]),
        (&meeting, &json!("a release"), &json!("mine"))
    );
    assert_eq!(left["moved_from"]["starts"], "2026-11-20T15:00");
}

#[test]
fn a20_a22_a33_their_words_stay_theirs_and_what_changed_since_they_were_read_is_shown() {
    let (trial, _, pair) = weekly();
    let meeting = open(&trial, &pair, "2026-11-19T15:00");
    let goals = section(&page(&trial, &meeting), "goals")["id"].clone();
    trial.call("one_on_one.write", json!({ "section": goals, "text": "104 seconds." }));
    assert_eq!(page(&trial, &meeting)["document"], "draft");
    trial.call("one_on_one.submit", json!({ "id": meeting, "submitted": true }));
    assert_eq!(page(&trial, &meeting)["document"], "submitted");
    let fault = trial.refused("one_on_one.write", json!({ "section": goals, "text": "Ninety." }));
    assert_eq!(fault.rule.as_deref(), Some("one_on_one.theirs"));
    trial.call(
        "one_on_one.annotate",
        json!({ "meeting": meeting, "section": goals, "text": "Ask about DNS." }),
    );
    let shown = page(&trial, &meeting);
    assert_eq!(shown["document"], "annotated");
    assert_eq!(section(&shown, "goals")["text"], "104 seconds.", "the note stands beside, not inside");

    trial.call("one_on_one.tick_prep", json!({ "id": meeting, "what": "document", "done": true }));
    trial.hands.turn(TimeDelta::minutes(5));
    assert!(section(&page(&trial, &meeting), "goals")["read_text"].is_null());
    trial.call("one_on_one.submit", json!({ "id": meeting, "submitted": false }));
    trial.call("one_on_one.write", json!({ "section": goals, "text": "89 seconds." }));
    assert_eq!(section(&page(&trial, &meeting), "goals")["read_text"], "104 seconds.");
}

#[test]
fn a22_ar2_a_remark_is_a_copy_and_once_archived_a_correction() {
    let (trial, _, pair) = weekly();
    let meeting = open(&trial, &pair, "2026-11-19T15:00");
    let status = section(&page(&trial, &meeting), "status")["id"].clone();
    let add = |text: &str| {
        trial.call("one_on_one.add_remark", json!({ "meeting": meeting, "section": status, "text": text }))["id"].clone()
    };
    let shared = add("Agree on a number first.");
    for point in page(&trial, &meeting)["agenda"].as_array().expect("points") {
        trial.call("one_on_one.set_point", json!({ "id": point["id"], "done": true }));
    }
    set_state(&trial, &meeting, "held");
    set_state(&trial, &meeting, "closed");
    for (name, args) in [
        ("one_on_one.write", json!({ "section": status, "text": "Changed." })),
        ("one_on_one.remove_remark", json!({ "id": shared })),
        ("one_on_one.add_point", json!({ "meeting": meeting, "text": "One more" })),
        ("one_on_one.mark_section", json!({ "section": status, "talked": true })),
        ("one_on_one.submit", json!({ "id": meeting, "submitted": true })),
        ("one_on_one.part", json!({ "id": meeting, "same_mine": true })),
    ] {
        assert_eq!(trial.refused(name, args).rule.as_deref(), Some("one_on_one.closed"), "{name}");
    }
    add("It was 61 pages.");
    let shown = page(&trial, &meeting);
    let kinds: Vec<&Value> =
        shown["remarks"].as_array().expect("remarks").iter().map(|remark| &remark["kind"]).collect();
    assert_eq!(kinds, ["shared", "correction"]);
    assert_eq!(shown["document"], "archived");
}

#[test]
fn a18_a19_a23_preparing_is_three_ticks_and_the_time_it_took() {
    let (trial, _, pair) = weekly();
    let meeting = open(&trial, &pair, "2026-11-19T15:00");
    for (what, state) in [("history", "planned"), ("document", "planned"), ("folder", "prepped")] {
        let tick = json!({ "id": meeting, "what": what, "done": true, "seconds": 35 });
        trial.call("one_on_one.tick_prep", tick);
        assert_eq!(page(&trial, &meeting)["state"], state, "{what}");
    }
    trial.call("one_on_one.tick_prep", json!({ "id": meeting, "what": "folder", "done": false }));
    assert_eq!(page(&trial, &meeting)["state"], "planned");
    assert_eq!(page(&trial, &meeting)["prep"]["seconds"], 105);
    let next = open(&trial, &pair, "2026-11-26T15:00");
    assert_eq!(page(&trial, &next)["prep"]["earlier_seconds"], json!([105]));
    assert_eq!(page(&trial, &next)["document_due"], "2026-11-25T17:00");
    assert_eq!(
        page(&trial, &next)["history_due"],
        "2026-11-25T23:00:00.000Z",
        "three o'clock, eight hours behind"
    );
}

#[test]
fn a21_b5_a_note_is_carried_along_and_raised_when_it_was_talked_about() {
    let (trial, maya, pair) = weekly();
    let keep = json!({ "person": maya, "polarity": "constructive", "text": "No rollback step." });
    let note = trial.call("folder.keep_note", keep)["id"].clone();
    let meeting = open(&trial, &pair, "2026-11-19T15:00");
    let carried =
        trial.call("one_on_one.annotate", json!({ "meeting": meeting, "note": note }))["id"].clone();
    assert_eq!(page(&trial, &meeting)["annotations"][0]["text"], "No rollback step.");
    assert_eq!(page(&trial, &meeting)["annotations"][0]["note"], note);
    trial.call("one_on_one.part", json!({ "id": meeting, "raised": [note] }));
    let raised = trial.call("folder.list", json!({ "person": maya }))[0].clone();
    assert_eq!((&raised["raised_on"], &raised["raised_in"]), (&json!("2026-11-19"), &json!([meeting])));
    let elsewhere = trial.person("Tomás Lindqvist");
    let other = json!({ "person": elsewhere, "polarity": "praise", "text": "Calm." });
    let other = trial.call("folder.keep_note", other)["id"].clone();
    let fault = trial.refused("one_on_one.annotate", json!({ "meeting": meeting, "note": other }));
    assert_eq!(fault.rule.as_deref(), Some("margin.elsewhere"));
    trial.call("one_on_one.annotate", json!({ "meeting": meeting, "id": carried, "text": " " }));
    assert_eq!(page(&trial, &meeting)["annotations"], json!([]));
}

#[test]
fn a26_a28_a32_hints_name_what_was_left_blank_for_long() {
    let (trial, _, pair) = weekly();
    for day in ["2026-11-19", "2026-11-26", "2026-12-03"] {
        let meeting = open(&trial, &pair, &format!("{day}T15:00"));
        let shown = page(&trial, &meeting);
        let status = section(&shown, "status")["id"].clone();
        trial.call("one_on_one.write", json!({ "section": status, "text": "word ".repeat(40) }));
        assert!(
            page(&trial, &meeting)["hints"]
                .as_array()
                .expect("hints")
                .contains(&json!({ "kind": "mostly_status" }))
        );
        set_state(&trial, &meeting, "held");
    }
    let next = open(&trial, &pair, "2026-12-10T15:00");
    let hints = page(&trial, &next)["hints"].clone();
    for hint in [
        json!({ "kind": "no_opportunities", "documents": 4 }),
        json!({ "kind": "no_learning", "documents": 4 }),
    ] {
        assert!(hints.as_array().expect("hints").contains(&hint), "{hints}");
    }
    let learning = section(&page(&trial, &next), "learning")["id"].clone();
    trial.call("one_on_one.write", json!({ "section": learning, "text": "Anything." }));
    let hints = page(&trial, &next)["hints"].to_string();
    assert!(!hints.contains("no_learning"), "any word ends the streak: {hints}");
}

#[test]
fn a39_a40_a41_a_meeting_that_ran_over_is_taken_up_and_its_notes_go_out() {
    let (trial, _, pair) = weekly();
    let meeting = open(&trial, &pair, "2026-11-19T15:00");
    let shown = page(&trial, &meeting);
    let write = |kind: &str| {
        let id = section(&shown, kind)["id"].clone();
        trial.call("one_on_one.write", json!({ "section": id, "text": "Something." }));
        id
    };
    let (goals, _) = (write("goals"), write("needs"));
    trial.call(
        "one_on_one.mark_section",
        json!({ "section": goals, "talked": true, "ranges": ["industry", "team"] }),
    );
    assert_eq!(section(&page(&trial, &meeting), "goals")["ranges"], json!(["team", "industry"]));
    trial.hands.turn(TimeDelta::hours(3));
    set_state(&trial, &meeting, "in_progress");
    trial.hands.turn(TimeDelta::minutes(45));
    trial.call("one_on_one.part", json!({ "id": meeting, "same_mine": true, "same_theirs": true }));
    assert_eq!(
        (&page(&trial, &meeting)["state"], &page(&trial, &meeting)["document"]),
        (&json!("held"), &json!("agreed"))
    );
    // Thursday at a quarter to four: the working time of Friday from then on.
    let proposal = trial.call("one_on_one.follow_up", json!({ "id": meeting }));
    assert_eq!(proposal["left"], json!(["What do you need from me?"]));
    assert_eq!(
        (&proposal["starts"], &proposal["late"]),
        (&json!(["2026-11-20T15:45", "2026-11-20T16:45"]), &json!(false))
    );
    trial.hands.turn(TimeDelta::minutes(12));
    set_state(&trial, &meeting, "notes_sent");
    let shown = page(&trial, &meeting);
    assert_eq!((&shown["parted"]["minutes_to_send"], &shown["document"]), (&json!(12), &json!("sent")));
    let next = json!({ "person": shown["person"]["id"], "starts": "2026-11-20T15:45", "kind": "follow_up", "follows": meeting });
    trial.call("one_on_one.add_point", json!({ "meeting": meeting, "text": "The band review" }));
    let next = page(&trial, &trial.call("one_on_one.plan", next)["id"]);
    let agenda: Vec<&Value> =
        next["agenda"].as_array().expect("points").iter().map(|point| &point["text"]).collect();
    assert_eq!(agenda, ["What do you need from me?", "The band review"], "what was left is on the agenda");
    assert_eq!(next["story"]["follows"]["id"], meeting);
    let sam = trial.person("Sam Nakai");
    let other = json!({ "person": sam, "starts": "2026-11-21T10:00", "follows": meeting });
    assert_eq!(trial.refused("one_on_one.plan", other).rule.as_deref(), Some("one_on_one.follows"));
    let nothing = json!({ "person": sam, "starts": "2026-11-21T10:00", "follows": sam });
    assert_eq!(trial.refused("one_on_one.plan", nothing).rule.as_deref(), Some("record.missing"));
}

#[test]
fn a29_ar5_what_they_need_is_promised_once_and_rolls_on_until_it_is_done() {
    let (trial, maya, pair) = weekly();
    let meeting = open(&trial, &pair, "2026-11-19T15:00");
    let needs = section(&page(&trial, &meeting), "needs")["id"].clone();
    let write = |text: &str| trial.call("one_on_one.write", json!({ "section": needs, "text": text }));
    let take = || trial.call("one_on_one.take_needs", json!({ "id": meeting }))["added"].clone();
    write("- A reader for the talk\n- Cover for Tuesday");
    assert_eq!(take(), 2);
    assert_eq!(take(), 0, "once");
    let open_ones = |meeting: &Value| -> Vec<String> {
        let page = page(&trial, meeting);
        let open = page["open_actions"].as_array().expect("actions").clone();
        assert!(open.iter().all(|action| action["mine"] == true), "the manager owes them: {open:?}");
        let mut texts: Vec<String> =
            open.iter().map(|action| action["text"].as_str().expect("a text").to_owned()).collect();
        texts.sort_unstable();
        texts
    };
    let cover = trial
        .call("action.list", json!({ "person": maya }))
        .as_array()
        .and_then(|all| all.iter().find(|action| action["text"] == "Cover for Tuesday").cloned())
        .expect("a promise");
    trial.call("action.set", json!({ "id": cover["id"], "done": true }));
    write("- A reader for the talk\n- Cover for Tuesday\n- A quiet desk");
    assert_eq!(take(), 1, "what was done is not promised again");
    // Into the next document, into one that was made ahead, after a move, and when the first is gone.
    let next = open(&trial, &pair, "2026-11-26T15:00");
    let rolled = ["A quiet desk", "A reader for the talk"];
    assert_eq!(open_ones(&next), rolled);
    let moved = json!({ "id": next, "state": "moved", "starts": "2026-11-27T09:00", "reason": "An outage" });
    let next = trial.call("one_on_one.set_state", moved)["id"].clone();
    assert_eq!(open_ones(&next), rolled);
    trial.call("one_on_one.remove", json!({ "id": meeting }));
    assert_eq!(open_ones(&next), rolled);
}

#[test]
fn a36_ar1_ar2_a_slot_has_one_document_and_what_is_closed_is_searched_and_never_changed() {
    let (trial, maya, pair) = weekly();
    let first = open(&trial, &pair, "2026-11-19T15:00");
    assert_eq!(open(&trial, &pair, "2026-11-19T15:00"), first);
    let plan = json!({ "person": maya, "starts": "2026-11-20T09:00" });
    let meeting = trial.call("one_on_one.plan", plan)["id"].clone();
    let goals = section(&page(&trial, &meeting), "goals")["id"].clone();
    trial.call("one_on_one.write", json!({ "section": goals, "text": "The failover drill held." }));
    for state in ["held", "closed"] {
        trial.call("one_on_one.set_state", json!({ "id": meeting, "state": state }));
    }
    let fault = trial.refused("one_on_one.write", json!({ "section": goals, "text": "It did not." }));
    assert_eq!(fault.rule.as_deref(), Some("one_on_one.closed"));
    for state in ["held", "in_progress", "planned", "moved", "cancelled"] {
        let change = json!({ "id": meeting, "state": state, "reason": "x", "starts": "2026-12-01T10:00" });
        assert_eq!(trial.refused("one_on_one.set_state", change).rule.as_deref(), Some("one_on_one.state"));
    }
    let found = trial.call("search.find", json!({ "query": "failover" }));
    assert_eq!(found["hits"][0]["open"]["id"], meeting);
}

#[test]
fn ar4_a_first_meeting_that_was_never_held_is_told_when_a_second_one_closes() {
    let (trial, maya, pair) = weekly();
    let first = open(&trial, &pair, "2026-11-19T15:00");
    let plan = json!({ "person": maya, "starts": "2026-11-20T09:00" });
    let second = trial.call("one_on_one.plan", plan)["id"].clone();
    let told = || {
        let page = page(&trial, &second);
        page["hints"].as_array().expect("hints").iter().any(|hint| hint["kind"] == "first_not_held")
    };
    trial.call("one_on_one.set_state", json!({ "id": second, "state": "held" }));
    assert!(told(), "it closes all the same, with a warning");
    trial.call("one_on_one.set_state", json!({ "id": first, "state": "held" }));
    assert!(!told());
}

#[test]
fn a12_a_meeting_ahead_is_made_shorter_and_no_shorter_than_ten_minutes() {
    let (trial, _, pair) = weekly();
    let meeting = open(&trial, &pair, "2026-11-19T15:00");
    let set = |minutes: u32| json!({ "id": meeting, "minutes": minutes });
    trial.call("one_on_one.set_minutes", set(10));
    assert_eq!(page(&trial, &meeting)["minutes"], 10);
    assert!(trial.refused("one_on_one.set_minutes", set(9)).next.is_some());
    trial.call("one_on_one.set_state", json!({ "id": meeting, "state": "held" }));
    assert_eq!(trial.refused("one_on_one.set_minutes", set(15)).rule.as_deref(), Some("one_on_one.length"));
}

#[test]
fn a_slot_in_another_zone_is_over_when_it_is_over_there() {
    // Noon of a Thursday, eight hours behind Greenwich: in Lisbon it is eight in the evening.
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let slots = |begins: &str| {
        let save = json!({ "person": maya, "begins": begins, "zone": "Europe/Lisbon" });
        trial.call("pair.save", save);
        trial.call("pair.get", json!({ "person": maya }))["slots"][0]["starts"].clone()
    };
    assert_eq!(slots("2026-11-19T19:30"), "2026-11-26T19:30");
    assert_eq!(slots("2026-11-19T20:30"), "2026-11-19T20:30");
}

#[test]
fn a_single_one_at_the_time_of_a_slot_stands_for_it() {
    let (trial, maya, pair) = weekly();
    let plan = json!({ "person": maya, "starts": "2026-11-26T15:00" });
    let single = trial.call("one_on_one.plan", plan)["id"].clone();
    let slots = || {
        let page = trial.call("pair.get", json!({ "person": maya }));
        let slots = page["slots"].as_array().expect("slots");
        slots.iter().map(|slot| slot["starts"].clone()).take(2).collect::<Vec<_>>()
    };
    assert_eq!(slots(), ["2026-11-19T15:00", "2026-12-03T15:00"]);
    assert_eq!(open(&trial, &pair, "2026-11-26T15:00"), single);
    let cancel = json!({ "id": single, "state": "cancelled", "reason": "A holiday" });
    trial.call("one_on_one.set_state", cancel);
    assert_eq!(slots(), ["2026-11-19T15:00", "2026-11-26T15:00"]);
}

#[test]
fn a2_a7_the_invitation_says_that_later_ones_are_shorter_and_brings_the_document() {
    let (trial, maya, pair) = weekly();
    let first = open(&trial, &pair, "2026-11-19T15:00");
    trial.heard();
    let mail = trial.call("one_on_one.invite", json!({ "id": first, "open": true }));
    let body = mail["body"].as_str().expect("a text");
    for part in ["Hello Maya,", "75 minutes", "shorter, about 30 minutes", "\r\n- Progress on goals: "] {
        assert!(body.contains(part), "{part} is not in {body}");
    }
    assert!(
        matches!(&trial.heard()[..], [crate::Happening::Compose { link }] if link.starts_with("mailto:"))
    );
    let plan = json!({ "person": maya, "starts": "2026-11-20T09:00" });
    let later = trial.call("one_on_one.plan", plan)["id"].clone();
    let fault = trial.refused("one_on_one.invite", json!({ "id": later }));
    assert_eq!(fault.rule.as_deref(), Some("first.invitation"));
}

#[test]
fn what_was_prepared_stays_prepared_when_it_is_moved_or_was_started_too_early() {
    let (trial, _, pair) = weekly();
    let meeting = open(&trial, &pair, "2026-11-19T15:00");
    for what in ["history", "document", "folder"] {
        trial.call("one_on_one.tick_prep", json!({ "id": meeting, "what": what, "done": true }));
    }
    let turn_into = |state: &str| {
        let change =
            json!({ "id": meeting, "state": state, "reason": "An outage", "starts": "2026-11-20T09:00" });
        trial.call("one_on_one.set_state", change)["id"].clone()
    };
    turn_into("in_progress");
    turn_into("planned");
    assert_eq!(page(&trial, &meeting)["state"], "prepped");
    assert_eq!(page(&trial, &turn_into("moved"))["state"], "prepped");
}
