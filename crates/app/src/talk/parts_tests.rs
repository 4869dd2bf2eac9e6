//! What belongs to a talk, through the doors: conversations, looks, questions to others, turns to HR.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::tests::Scene;

#[test]
fn d13_who_is_asked_is_somebody_about_a_talk_and_the_days_are_in_order() {
    let scene = Scene::begin();
    let nobody = json!(domain::PersonId::make());
    for (args, rule) in [
        (json!({ "talk": nobody, "from": "Jun Sato" }), "record.missing"),
        (json!({ "talk": scene.talk, "from": "Jun Sato", "person": nobody }), "record.missing"),
        (json!({ "talk": scene.talk, "from": " " }), "check_in.nobody"),
    ] {
        assert_eq!(scene.refused("talk.ask", args), rule);
    }
    let asked =
        json!({ "talk": scene.talk, "from": "Jun Sato", "asked_on": "2026-11-12", "question": "Better?" });
    let id = scene.trial.call("talk.ask", asked)["id"].clone();
    let with = |mut more: Value| {
        more["id"] = id.clone();
        more
    };
    for wrong in [json!({ "answered_on": "2026-11-11" }), json!({ "told_on": "2026-11-19" })] {
        assert_eq!(scene.refused("talk.save_check_in", with(wrong)), "check_in.order");
    }
    for (more, answered, answer, told) in [
        (json!({ "answered_on": "2026-11-13", "answer": "Yes." }), json!("2026-11-13"), "Yes.", Value::Null),
        (json!({ "told_on": "2026-11-14" }), json!("2026-11-13"), "Yes.", json!("2026-11-14")),
        (json!({ "question": "Is it better?" }), json!("2026-11-13"), "Yes.", json!("2026-11-14")),
        (json!({ "told_on": null }), json!("2026-11-13"), "Yes.", Value::Null),
        (json!({ "answered_on": null, "answer": "" }), Value::Null, "", Value::Null),
    ] {
        scene.trial.call("talk.save_check_in", with(more.clone()));
        let kept = scene.get()["check_ins"][0].clone();
        let stands = (&kept["answered_on"], &kept["answer"], &kept["told_on"]);
        assert_eq!(stands, (&answered, &json!(answer), &told), "{more}");
    }
}

#[test]
fn d13_what_somebody_said_outlives_them_and_goes_with_whom_it_is_about() {
    let scene = Scene::begin();
    let jun = scene.trial.person("Jun Sato");
    let asked = json!({ "talk": scene.talk, "from": "Jun Sato", "person": jun });
    let asked = scene.trial.call("talk.ask", asked)["id"].clone();
    let before = scene.get()["check_ins"].clone();
    assert_eq!(before[0]["person"], jun);
    scene.trial.call("person.remove", json!({ "id": jun }));
    let after = scene.get()["check_ins"][0].clone();
    assert_eq!((&after["from"], &after["person"]), (&json!("Jun Sato"), &Value::Null));
    scene.trial.call("history.undo", json!({}));
    assert_eq!(scene.get()["check_ins"], before);
    scene.trial.call("person.remove", json!({ "id": scene.maya }));
    assert_eq!(scene.refused("talk.remove_check_in", json!({ "id": asked })), "record.missing");
    assert_eq!(scene.trial.call("talk.list", json!({})), json!([]));
    scene.trial.call("history.undo", json!({}));
    assert_eq!(scene.get()["check_ins"], before);
}

#[test]
fn d10_a_talk_that_was_held_earlier_counts_from_its_own_day() {
    let scene = Scene::begin();
    scene.prepare();
    let held = |at: &str| json!({ "talks": [scene.talk], "participants": scene.there(), "at": at });
    assert_eq!(scene.refused("talk.hold", held("2026-11-20T09:00")), "conversation.ahead");
    let id = scene.trial.call("talk.hold", held("2026-11-12T09:00"))["id"].clone();
    let page = scene.get();
    assert_eq!(
        (&page["talk"]["discussed_on"], &page["conversations"][0]["response_due"]),
        (&json!("2026-11-12"), &json!("2026-11-16")),
        "two days later is a Saturday"
    );
    let save = |more: Value| {
        let mut args = json!({ "id": id });
        args.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
        args
    };
    for (wrong, rule) in [
        (json!({ "at": "2026-11-20T09:00" }), "conversation.ahead"),
        (json!({ "participants": [scene.there()[1]] }), "conversation.no_manager"),
        (json!({ "response_due": "2026-11-11" }), "conversation.due_before"),
    ] {
        assert_eq!(scene.refused("talk.save_conversation", save(wrong)), rule);
    }
    scene.trial.call("talk.save_conversation", save(json!({ "answered_on": "2026-11-13" })));
    scene.trial.call("talk.save_conversation", save(json!({ "differences": "The reason." })));
    let kept = scene.get()["conversations"][0].clone();
    assert_eq!((&kept["answered_on"], &kept["participants"]), (&json!("2026-11-13"), &scene.there()));
}

#[test]
fn a_conversation_is_with_one_person_and_about_one_or_more_talks() {
    let scene = Scene::begin();
    scene.prepare();
    let begin = |person: &Value| {
        let begun = json!({ "person": person, "title": "Meetings" });
        let talk = scene.trial.call("talk.begin", begun)["id"].clone();
        for to in ["preparing", "ready"] {
            let words =
                json!({ "id": talk, "message": "m", "example": "e", "consequence": "c", "is_owned": true });
            scene.trial.call("talk.save", words);
            scene.trial.call("talk.set_state", json!({ "id": talk, "to": to }));
        }
        talk
    };
    let jun = begin(&scene.trial.person("Jun Sato"));
    let hold = |talks: Value| json!({ "talks": talks, "participants": scene.there() });
    for (talks, rule) in
        [(json!([scene.talk, jun]), "conversation.two_people"), (json!([]), "conversation.no_talk")]
    {
        assert_eq!(scene.refused("talk.hold", hold(talks)), rule);
    }
    let other = begin(&scene.maya);
    let of = |talk: &Value| scene.trial.call("talk.get", json!({ "id": talk }))["conversations"].clone();
    let mut second = hold(json!([other]));
    second["at"] = json!("2026-11-17T09:00");
    let second = scene.trial.call("talk.hold", second)["id"].clone();
    let both = scene.trial.call("talk.hold", hold(json!([scene.talk, other])))["id"].clone();
    let ids = |talk: &Value| -> Vec<Value> {
        of(talk).as_array().expect("conversations").iter().map(|one| one["id"].clone()).collect()
    };
    assert_eq!((ids(&scene.talk), ids(&other)), (vec![both.clone()], vec![second, both.clone()]));
    assert_eq!(ids(&begin(&scene.maya)), [] as [Value; 0], "nor does it stand with a third");
    // What was discussed already stays where it is, and so does what is followed.
    let look = json!({ "talk": other, "found": "same", "next_check": "2026-11-26" });
    scene.trial.call("talk.follow_up", look);
    scene.trial.call("talk.hold", hold(json!([other])));
    let other_page = scene.trial.call("talk.get", json!({ "id": other }))["talk"].clone();
    assert_eq!(
        (&other_page["state"], &other_page["discussed_on"]),
        (&json!("following"), &json!("2026-11-17"))
    );
    // With one of its talks gone it stays with the other.
    let deed = scene.trial.call("talk.remove", json!({ "id": scene.talk }))["deed"].clone();
    assert_eq!((&of(&other)[1]["id"], &of(&other)[1]["talks"]), (&both, &json!([other])));
    scene.trial.call("history.undo", json!({ "deed": deed }));
    assert_eq!(of(&other)[1]["talks"], json!([scene.talk, other]));
}

#[test]
fn r5_what_belongs_to_a_talk_goes_with_it() {
    let scene = Scene::begin();
    scene.prepare();
    let about = |mut more: Value| {
        more["talk"] = scene.talk.clone();
        more
    };
    let conversation = scene.hold();
    let look = about(json!({ "found": "better", "next_check": "2026-11-26", "text": "Canary one" }));
    let look = scene.trial.call("talk.follow_up", look)["id"].clone();
    let asked = scene.trial.call("talk.ask", about(json!({ "from": "Jun Sato" })))["id"].clone();
    let turn = about(json!({ "part": "guidance", "who": "Ada Frisk", "advice": "Canary two" }));
    let turn = scene.trial.call("talk.consult_hr", turn)["id"].clone();
    let parts = [
        ("talk.remove_conversation", "conversation", conversation),
        ("talk.remove_follow_up", "follow_up", look),
        ("talk.remove_check_in", "check_in", asked),
        ("talk.remove_consult", "hr_consult", turn),
    ];
    let letter = scene.trial.place("letter.txt");
    std::fs::write(&letter, "x").expect("written");
    for (_, kind, id) in &parts {
        scene.trial.call("attachment.add", json!({ "record": id, "kind": kind, "file": letter }));
    }
    let files = |id: &Value| scene.trial.call("attachment.list", json!({ "record": id }));
    let page = scene.get();
    for (remove, kind, id) in &parts {
        let kept = files(id);
        scene.trial.call(remove, json!({ "id": id }));
        assert_eq!(files(id), json!([]), "{kind} takes its files along");
        assert_eq!(scene.refused(remove, json!({ "id": id })), "record.missing");
        scene.trial.call("history.undo", json!({}));
        assert_eq!((files(id), scene.get()), (kept, page.clone()), "{kind}");
    }
    scene.trial.call("talk.remove", json!({ "id": scene.talk }));
    for (_, kind, id) in &parts {
        assert_eq!(files(id), json!([]), "{kind}");
        let again = json!({ "record": id, "kind": kind, "file": letter });
        assert_eq!(scene.refused("attachment.add", again), "record.missing", "{kind} is gone");
    }
    assert_eq!(scene.trial.call("search.find", json!({ "query": "canary" }))["hits"], json!([]));
    assert_eq!(scene.refused("talk.remove", json!({ "id": scene.talk })), "record.missing");
}

#[test]
fn d12_only_what_was_talked_about_is_followed_and_its_next_look_lies_ahead() {
    let scene = Scene::begin();
    let look = |more: Value| {
        let mut args = json!({ "talk": scene.talk, "found": "same", "next_check": "2026-11-26" });
        args.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
        args
    };
    assert_eq!(scene.refused("talk.follow_up", look(json!({}))), "talk.nothing_to_follow");
    scene.prepare();
    scene.hold();
    for (more, rule) in [
        (json!({ "on": "2026-11-20" }), "talk.check_ahead"),
        (json!({ "next_check": "2026-11-19" }), "talk.no_next_check"),
    ] {
        assert_eq!(scene.refused("talk.follow_up", look(more)), rule);
    }
    scene.trial.call("talk.follow_up", look(json!({})));
    let next = || scene.get()["talk"]["next_check"].clone();
    let again = json!({ "talk": scene.talk, "found": "same" });
    scene.trial.call("talk.follow_up", again.clone());
    assert_eq!(next(), "2026-11-26", "the day that is set lies ahead");
    for day in [Value::Null, json!("2026-11-19")] {
        let save = scene.with(json!({ "next_check": day }));
        assert_eq!(scene.refused("talk.save", save), "talk.no_next_check");
    }
    scene.trial.hands.turn(TimeDelta::days(8));
    assert_eq!(scene.refused("talk.follow_up", again), "talk.no_next_check", "the day has passed");
    // A day that has passed by itself does not stand in the way of other words.
    scene.save(json!({ "title": "Records", "next_check": "2026-11-26" }));
    scene.to("escalated");
    assert_eq!(next(), "2026-11-26", "left out it stays");
    let back = json!({ "id": scene.talk, "to": "following" });
    assert_eq!(scene.refused("talk.set_state", back), "talk.no_next_check");
}

#[test]
fn d15_a_turn_to_hr_names_whom_and_keeps_what_was_said() {
    let scene = Scene::begin();
    let nobody = json!(domain::TalkId::make());
    let turn = |more: Value| {
        let mut args = json!({ "talk": scene.talk, "part": "guidance", "who": "Ada Frisk" });
        args.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
        args
    };
    for (more, rule) in [
        (json!({ "talk": nobody }), "record.missing"),
        (json!({ "id": nobody }), "record.missing"),
        (json!({ "who": " " }), "hr_consult.nobody"),
    ] {
        assert_eq!(scene.refused("talk.consult_hr", turn(more)), rule);
    }
    let first = turn(json!({ "on": "2026-11-12", "question": "Whom first?", "advice": "Her." }));
    let id = scene.trial.call("talk.consult_hr", first)["id"].clone();
    let other = json!({ "person": scene.trial.person("Tom Berg"), "title": "Meetings" });
    let other = scene.trial.call("talk.begin", other)["id"].clone();
    let moved = turn(json!({ "id": id, "talk": other }));
    assert_eq!(scene.refused("talk.consult_hr", moved), "hr_consult.other_talk");
    scene.trial.call("talk.consult_hr", turn(json!({ "id": id, "part": "attendance" })));
    let kept = json!([{ "id": id, "part": "attendance", "who": "Ada Frisk", "on": "2026-11-12",
        "question": "Whom first?", "advice": "Her." }]);
    assert_eq!(scene.get()["hr"], kept);
}
