use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::desk::trial::Trial;

/// The owner, Maya who reports to them, and a talk about two late change records.
pub(super) struct Scene {
    pub trial: Trial,
    pub me: Value,
    pub maya: Value,
    pub talk: Value,
}

impl Scene {
    pub fn begin() -> Self {
        let trial = Trial::begin();
        let (me, maya) = (trial.me(), trial.person("Maya Okafor"));
        let begun = json!({ "person": maya, "title": "Change records", "first_seen": "2026-11-10" });
        let talk = trial.call("talk.begin", begun)["id"].clone();
        Self { trial, me, maya, talk }
    }

    pub fn save(&self, more: Value) {
        self.trial.call("talk.save", self.with(more));
    }

    pub fn with(&self, mut more: Value) -> Value {
        more["id"] = self.talk.clone();
        more
    }

    pub fn get(&self) -> Value {
        self.trial.call("talk.get", json!({ "id": self.talk }))
    }

    pub fn to(&self, state: &str) {
        self.trial.call("talk.set_state", json!({ "id": self.talk, "to": state }));
    }

    pub fn refused(&self, door: &str, args: Value) -> String {
        self.trial.refused(door, args).rule.unwrap_or_default()
    }

    pub fn prepare(&self) {
        self.to("preparing");
        self.save(json!({
            "message": "Two change records came after the change.",
            "example": "On 3 November the pager went off.", "consequence": "An hour was lost.", "is_owned": true,
        }));
        self.to("ready");
    }

    pub fn there(&self) -> Value {
        json!([
            { "part": "manager", "person": self.me, "name": "Dana Castellan" },
            { "part": "employee", "person": self.maya, "name": "Maya Okafor" },
        ])
    }

    pub fn hold(&self) -> Value {
        let held = json!({ "talks": [self.talk], "participants": self.there(), "outcome": "A checklist." });
        self.trial.call("talk.hold", held)["id"].clone()
    }
}

#[test]
fn d2_d3_d9_dr2_a_talk_is_ready_when_its_message_stands() {
    let scene = Scene::begin();
    scene.to("preparing");
    let gaps = || scene.get()["talk"]["gaps"].clone();
    assert_eq!(gaps(), json!(["message", "example", "consequence", "ownership"]));
    assert_eq!(scene.refused("talk.set_state", json!({ "id": scene.talk, "to": "ready" })), "talk.not_ready");
    scene.save(json!({ "message": "It came late.", "example": "On 3 November.", "consequence": "An hour." }));
    assert_eq!(gaps(), json!(["ownership"]));
    scene.save(json!({ "is_owned": true }));
    scene.to("ready");
    assert_eq!(scene.refused("talk.save", scene.with(json!({ "message": "" }))), "talk.not_ready");
    scene.to("preparing");
    scene.save(json!({ "message": "" }));
    assert_eq!(gaps(), json!(["message"]), "while it is prepared it may be written anew");
}

#[test]
fn d10_d12_d13_d14_d17_from_first_notice_to_closed() {
    let scene = Scene::begin();
    assert_eq!(
        (scene.get()["talk"]["days_to_raise"].clone(), scene.get()["talk"]["waits"].clone()),
        (json!(9), json!([]))
    );
    scene.trial.hands.turn(TimeDelta::days(5));
    assert_eq!(scene.get()["talk"]["waits"], json!(["talk"]), "two weeks");
    let today = || scene.trial.call("today.get", json!({}))["talks"].clone();
    assert_eq!(today()[0]["id"], scene.talk);
    scene.prepare();
    let conversation = scene.hold();
    let held = scene.get();
    assert_eq!(
        (&held["talk"]["state"], &held["talk"]["discussed_on"], &held["talk"]["days_to_raise"]),
        (&json!("discussed"), &json!("2026-11-24"), &json!(14))
    );
    assert_eq!(held["conversations"][0]["response_due"], "2026-11-26", "d10 two days later");
    assert_eq!(today(), json!([]));
    scene.trial.hands.turn(TimeDelta::days(2));
    assert_eq!(scene.get()["talk"]["waits"], json!(["answer"]));
    scene.trial.hands.turn(TimeDelta::days(5));
    assert_eq!(scene.get()["talk"]["waits"], json!(["silence"]), "d10 a week without an answer");
    let answer = json!({ "id": conversation, "answered_on": "2026-12-01", "answer": "Agreed." });
    scene.trial.call("talk.save_conversation", answer);
    assert_eq!(scene.get()["talk"]["waits"], json!([]));
    // d12
    let look = |more: Value| {
        let mut args = json!({ "talk": scene.talk, "found": "better" });
        args.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
        args
    };
    assert_eq!(scene.refused("talk.follow_up", look(json!({}))), "talk.no_next_check");
    assert_eq!(scene.get()["follow_ups"], json!([]), "nothing of it was kept");
    scene.trial.call("talk.follow_up", look(json!({ "next_check": "2026-12-08" })));
    assert_eq!(scene.get()["talk"]["state"], "following");
    scene.trial.hands.turn(TimeDelta::days(7));
    assert_eq!(scene.get()["talk"]["waits"], json!(["check"]));
    scene.trial.call("talk.follow_up", look(json!({ "next_check": "2026-12-15" })));
    let twice = scene.get();
    assert_eq!((&twice["praise_gap"], &twice["talk"]["waits"]), (&json!(2), &json!(["praise"])), "d14");
    let told = json!({ "next_check": "2026-12-15", "said_aloud": "Both records came before the change." });
    scene.trial.call("talk.follow_up", look(told));
    assert_eq!(scene.get()["praise_gap"], 0);
    // d13
    let asked = json!({ "talk": scene.talk, "from": "Jun Sato", "question": "Does it work?" });
    let asked = scene.trial.call("talk.ask", asked)["id"].clone();
    scene.trial.call(
        "talk.save_check_in",
        json!({ "id": asked, "answered_on": "2026-12-08", "answer": "It does." }),
    );
    scene.trial.hands.turn(TimeDelta::days(8));
    assert_eq!(scene.get()["talk"]["waits"], json!(["check", "telling"]));
    scene.trial.call("talk.save_check_in", json!({ "id": asked, "told_on": "2026-12-16" }));
    scene.to("improved");
    let end = json!({ "id": scene.talk, "to": "closed", "outcome": "On time for a month" });
    scene.trial.call("talk.set_state", end);
    let closed = scene.get()["talk"].clone();
    assert_eq!((&closed["waits"], &closed["next_check"]), (&json!([]), &Value::Null));
    assert_eq!((&closed["checks_held"], &closed["closed_on"]), (&json!(3), &json!("2026-12-16")));
    assert_eq!(scene.refused("talk.follow_up", look(json!({}))), "talk.nothing_to_follow");
}

#[test]
fn d15_d16_dr1_no_talk_without_the_manager() {
    let scene = Scene::begin();
    scene.prepare();
    let with = |there: Value| json!({ "talks": [scene.talk], "participants": there });
    let hr = json!({ "part": "hr", "person": null, "name": "Ada Frisk" });
    let maya = scene.there()[1].clone();
    assert_eq!(scene.refused("talk.hold", with(json!([maya, hr]))), "conversation.no_manager");
    scene.save(json!({ "hr": "attends" }));
    assert_eq!(scene.refused("talk.hold", with(scene.there())), "conversation.no_hr");
    let mut three = scene.there();
    three.as_array_mut().expect("a list").push(hr);
    let held = scene.trial.call("talk.hold", with(three))["id"].clone();
    let without = json!({ "id": held, "participants": [maya] });
    assert_eq!(scene.refused("talk.save_conversation", without), "conversation.no_manager", "nor afterwards");
    let early = Scene::begin();
    let unready = json!({ "talks": [early.talk], "participants": early.there() });
    assert_eq!(early.refused("talk.hold", unready), "talk.step", "what is not ready is not held");
    assert_eq!(early.get()["conversations"], json!([]));
}

#[test]
fn d15_who_is_unsure_is_reminded_to_ask_hr() {
    let scene = Scene::begin();
    scene.save(json!({ "hr": "unsure" }));
    assert_eq!(scene.get()["talk"]["waits"], json!(["hr"]));
    let turn = json!({ "talk": scene.talk, "part": "sounding_board", "who": "Ada Frisk" });
    let id = scene.trial.call("talk.consult_hr", turn.clone())["id"].clone();
    assert_eq!(scene.get()["talk"]["waits"], json!([]));
    let mut more = turn;
    more["id"] = id.clone();
    more["advice"] = json!("The two of you first.");
    scene.trial.call("talk.consult_hr", more);
    assert_eq!(scene.get()["hr"][0]["advice"], "The two of you first.");
    scene.trial.call("talk.remove_consult", json!({ "id": id }));
    assert_eq!(scene.get()["hr"], json!([]));
}

#[test]
fn b5_what_a_talk_rests_on_is_raised_by_it() {
    let scene = Scene::begin();
    let note =
        json!({ "person": scene.maya, "polarity": "constructive", "text": "Late", "on": "2026-11-03" });
    let note = scene.trial.call("folder.keep_note", note)["id"].clone();
    let other = json!({ "person": scene.trial.person("Tom Berg"), "polarity": "praise", "text": "Calm" });
    let other = scene.trial.call("folder.keep_note", other)["id"].clone();
    assert_eq!(scene.refused("talk.save", scene.with(json!({ "notes": [other] }))), "talk.note_of_another");
    let begun = json!({ "person": scene.maya, "title": "Late again", "notes": [note] });
    let from_note = scene.trial.call("talk.begin", begun)["id"].clone();
    let first_seen = scene.trial.call("talk.get", json!({ "id": from_note }))["talk"]["first_seen"].clone();
    assert_eq!(first_seen, "2026-11-03", "the day of its note");
    scene.save(json!({ "notes": [note] }));
    scene.prepare();
    let held = json!({ "talks": [scene.talk], "participants": scene.there() });
    let deed = scene.trial.call("talk.hold", held)["deed"].clone();
    let raised = || scene.get()["notes"][0]["raised_on"].clone();
    assert_eq!(raised(), "2026-11-19");
    scene.trial.call("history.undo", json!({ "deed": deed }));
    assert_eq!((raised(), scene.get()["talk"]["state"].clone()), (Value::Null, json!("ready")), "one undo");
}

#[test]
fn d4_people_who_are_named_in_a_message_are_shown() {
    let scene = Scene::begin();
    scene.trial.person("Jun Sato");
    scene.trial.person("Will Hart");
    scene.trial.person("Al Berg");
    for (message, names) in [
        ("Jun waited for the record.", vec!["Jun Sato"]),
        ("Maya, the record came late.", vec![]),
        ("It will come late again.", vec![]),
        ("I told will hart and Jun.", vec!["Jun Sato", "Will Hart"]),
        ("In june it was late.", vec![]),
        ("Dana, this was late.", vec![]),
        ("Al dente it was not.", vec![]),
        ("I saw will hartley's desk.", vec![]),
    ] {
        scene.save(json!({ "message": message }));
        assert_eq!(names_in(&scene), names, "{message}");
    }
    for field in ["example", "consequence"] {
        scene.save(json!({ "message": "Late.", "example": "", "consequence": "", field: "Jun waited." }));
        assert_eq!(names_in(&scene), ["Jun Sato"], "{field}");
    }
}

fn names_in(scene: &Scene) -> Vec<Value> {
    let named = scene.get()["named"].clone();
    named.as_array().expect("names").iter().map(|one| one["name"].clone()).collect()
}

#[test]
fn d17_a_talk_begins_with_somebody_else_on_a_day_that_has_come() {
    let scene = Scene::begin();
    let keep = |person: &Value, on: &str| {
        let note = json!({ "person": person, "polarity": "constructive", "text": "Late", "on": on });
        scene.trial.call("folder.keep_note", note)["id"].clone()
    };
    let (late, early) = (keep(&scene.maya, "2026-11-12"), keep(&scene.maya, "2026-11-03"));
    let other = keep(&scene.trial.person("Tom Berg"), "2026-11-01");
    let begin = |more: Value| {
        let mut args = json!({ "person": scene.maya, "title": "Meetings" });
        args.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
        args
    };
    for (more, rule) in [
        (json!({ "person": scene.me }), "talk.with_oneself"),
        (json!({ "notes": [late, other] }), "talk.note_of_another"),
        (json!({ "notes": [other] }), "talk.note_of_another"),
        (json!({ "first_seen": "2026-11-20" }), "talk.seen_ahead"),
        (json!({ "title": " " }), "talk.no_title"),
    ] {
        assert_eq!(scene.refused("talk.begin", begin(more)), rule);
    }
    for (more, rule) in [
        (json!({ "first_seen": "2026-11-20" }), "talk.seen_ahead"),
        (json!({ "title": " " }), "talk.no_title"),
    ] {
        assert_eq!(scene.refused("talk.save", scene.with(more)), rule);
    }
    let talk = scene.trial.call("talk.begin", begin(json!({ "notes": [early, late] })))["id"].clone();
    let page = scene.trial.call("talk.get", json!({ "id": talk }));
    assert_eq!(page["talk"]["first_seen"], "2026-11-03", "the day of the oldest");
    let notes: Vec<_> = page["notes"].as_array().expect("notes").iter().map(|one| &one["id"]).collect();
    assert_eq!(notes, [&late, &early], "newest first");
    assert_eq!(page["plan_lacks_their_idea"], false, "there is no plan yet");
}

#[test]
fn talks_are_listed_with_one_person_or_only_while_they_are_open() {
    let scene = Scene::begin();
    let tom = json!({ "person": scene.trial.person("Tom Berg"), "title": "Meetings" });
    let tom = scene.trial.call("talk.begin", tom)["id"].clone();
    scene.prepare();
    scene.hold();
    for (state, next_check) in
        [("following", json!("2026-11-20")), ("improved", json!(null)), ("closed", json!(null))]
    {
        scene
            .trial
            .call("talk.set_state", json!({ "id": scene.talk, "to": state, "next_check": next_check }));
    }
    let ids = |args: Value| -> Vec<Value> {
        let all = scene.trial.call("talk.list", args);
        all.as_array().expect("talks").iter().map(|one| one["id"].clone()).collect()
    };
    assert_eq!(ids(json!({})), [tom.clone(), scene.talk.clone()], "what is closed comes last");
    assert_eq!(ids(json!({ "only_open": true })), [tom]);
    assert_eq!(ids(json!({ "person": scene.maya })), vec![scene.talk.clone()]);
}

#[test]
fn b5_a_note_that_was_raised_keeps_its_day_and_is_never_raised_before_it_happened() {
    let scene = Scene::begin();
    let keep = |on: &str| {
        let note = json!({ "person": scene.maya, "polarity": "constructive", "text": on, "on": on });
        scene.trial.call("folder.keep_note", note)["id"].clone()
    };
    let (raised, later) = (keep("2026-11-03"), keep("2026-11-18"));
    scene.trial.call("folder.edit_note", json!({ "id": raised, "raised_on": "2026-11-05" }));
    scene.save(json!({ "notes": [raised, later] }));
    scene.prepare();
    let held = json!({ "talks": [scene.talk], "participants": scene.there(), "at": "2026-11-17T09:00" });
    scene.trial.call("talk.hold", held);
    let notes = scene.get()["notes"].clone();
    let days: Vec<_> = notes.as_array().expect("notes").iter().map(|one| &one["raised_on"]).collect();
    assert_eq!(days, ["2026-11-18", "2026-11-05"]);
}

#[test]
fn d11_a_plan_is_made_together_after_the_talk() {
    let scene = Scene::begin();
    let step = |author: &Value| json!({ "about": scene.maya, "owner": scene.maya, "text": "A checklist", "talk": scene.talk, "author": author });
    assert_eq!(scene.refused("action.add", step(&scene.me)), "action.plan_too_early");
    scene.prepare();
    scene.hold();
    let mut elsewhere = step(&scene.me);
    elsewhere["about"] = scene.trial.person("Tom Berg");
    assert_eq!(scene.refused("action.add", elsewhere), "action.talk_with_another");
    scene.trial.call("action.add", step(&scene.me));
    assert_eq!(scene.get()["plan_lacks_their_idea"], true);
    scene.trial.call("action.add", step(&scene.maya));
    let page = scene.get();
    assert_eq!(
        (&page["plan_lacks_their_idea"], page["plan"].as_array().map(Vec::len)),
        (&json!(false), Some(2))
    );
    let deed = scene.trial.call("talk.remove", json!({ "id": scene.talk }))["deed"].clone();
    let promises = scene.trial.call("action.list", json!({ "person": scene.maya }));
    assert_eq!(promises.as_array().map(Vec::len), Some(2), "promises stay promises");
    assert!(promises[0]["talk"].is_null() && promises[1]["talk"].is_null(), "of no talk: {promises}");
    scene.trial.call("history.undo", json!({ "deed": deed }));
    assert_eq!(scene.get(), page);
}

#[test]
fn dr4_who_was_asked_is_found_nowhere() {
    const CANARY: &str = "Quillfeather";
    let scene = Scene::begin();
    let asked = json!({ "talk": scene.talk, "from": CANARY, "question": CANARY });
    let asked = scene.trial.call("talk.ask", asked)["id"].clone();
    scene
        .trial
        .call("talk.save_check_in", json!({ "id": asked, "answered_on": "2026-11-19", "answer": CANARY }));
    let picture = scene.trial.place(CANARY);
    std::fs::write(&picture, "x").expect("written");
    let attached = json!({ "record": asked, "kind": "check_in", "file": picture });
    scene.trial.call("attachment.add", attached);
    for door in [
        ("search.find", json!({ "query": "quillfeather" })),
        ("talk.list", json!({})),
        ("today.get", json!({})),
        ("person.get", json!({ "id": scene.maya })),
        ("history.recent", json!({})),
        ("history.of", json!({ "record": scene.talk })),
    ] {
        let reply = scene.trial.call(door.0, door.1).to_string();
        assert!(!reply.contains(CANARY), "{}", door.0);
    }
    let folder = scene.trial.place("out");
    scene.trial.call("portable.export", json!({ "folder": folder, "without_sources": true }));
    let out = std::process::Command::new("grep").args(["-ril", CANARY]).arg(&folder).output().expect("grep");
    assert_eq!(String::from_utf8_lossy(&out.stdout), "", "in no copy without sources");
    scene.trial.call("talk.remove_check_in", json!({ "id": asked }));
    assert_eq!(scene.get()["check_ins"], json!([]));
}

#[test]
fn d5_d6_d19_a_name_and_a_touchy_subject_ask_for_more() {
    let scene = Scene::begin();
    scene.prepare();
    scene.to("preparing");
    for (change, gaps) in [
        (json!({ "naming": "observed_myself" }), json!(["seen_myself"])),
        (json!({ "seen_myself": true }), json!([])),
        (json!({ "is_touchy": true }), json!(["evidence"])),
        (json!({ "follow_up_by": "Sam, who was there" }), json!([])),
        (json!({ "follow_up_by": "", "class_because": "The log of 3 November" }), json!([])),
        (json!({ "naming": "facilitated" }), json!(["facilitator"])),
        (json!({ "facilitator": "Inés Corrado" }), json!([])),
    ] {
        scene.save(change.clone());
        assert_eq!(scene.get()["talk"]["gaps"], gaps, "{change}");
    }
    scene.to("ready");
    // The other and the facilitator have to be there, and HR as long as nobody says that the facilitator is trained.
    let mut there = scene.there();
    let mut come = |part: &str, name: &str| {
        there.as_array_mut().expect("a list").push(json!({ "part": part, "person": null, "name": name }));
        json!({ "talks": [scene.talk], "participants": there })
    };
    assert_eq!(scene.refused("talk.hold", come("other", "Jun Sato")), "conversation.no_facilitator");
    assert_eq!(scene.refused("talk.hold", come("facilitator", "Inés Corrado")), "conversation.untrained");
    scene.trial.call("talk.hold", come("hr", "Ada Frisk"));
}

#[test]
fn d7_what_is_only_seen_so_is_talked_about_too() {
    for class in ["performance", "perception", "unclear"] {
        let scene = Scene::begin();
        assert_eq!(scene.get()["talk"]["class"], "unclear", "nothing is taken for a fact");
        scene.save(json!({ "class": class, "class_because": "Two of them said it, a month apart." }));
        scene.prepare();
        scene.hold();
        let talk = scene.get()["talk"].clone();
        assert_eq!((&talk["state"], &talk["class"]), (&json!("discussed"), &json!(class)));
        assert_eq!(talk["class_because"], "Two of them said it, a month apart.");
    }
}

#[test]
fn d12_dr3_what_is_followed_has_a_day_ahead() {
    let scene = Scene::begin();
    scene.prepare();
    let held = scene.hold();
    scene.trial.call("talk.save_conversation", json!({ "id": held, "answered_on": "2026-11-19" }));
    let follow = |day: Value| json!({ "id": scene.talk, "to": "following", "next_check": day });
    for day in [Value::Null, json!("2026-11-18"), json!("2026-11-19")] {
        assert_eq!(scene.refused("talk.set_state", follow(day.clone())), "talk.no_next_check", "{day}");
    }
    scene.trial.call("talk.set_state", follow(json!("2026-11-26")));
    for day in [Value::Null, json!("2026-11-18"), json!("2026-11-19")] {
        let other = scene.with(json!({ "next_check": day }));
        assert_eq!(scene.refused("talk.save", other), "talk.no_next_check", "{day}");
    }
    scene.save(json!({ "next_check": "2026-11-20" }));
    assert_eq!(scene.get()["talk"]["next_check"], "2026-11-20");
    // A day that came meanwhile is overdue, and stands in the way of nothing else.
    scene.trial.hands.turn(TimeDelta::days(3));
    scene.save(json!({ "title": "Change records again" }));
    assert_eq!(scene.get()["talk"]["waits"], json!(["check"]));
}
