//! Wishes and try-outs through the doors, named after the requirements they hold.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::desk::trial::Trial;

fn of(person: &Value, more: Value) -> Value {
    let mut args = json!({ "person": person });
    args.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    args
}

#[test]
fn a5_c7_wishes_stand_by_kind_and_the_newest_comes_first() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let wish = |more: Value| trial.call("career.save_wish", of(&maya, more))["id"].clone();
    wish(json!({ "kind": "dislike", "text": "On-call lead", "why": "Nights", "first_hand": true }));
    wish(json!({ "kind": "five_years", "text": "", "unknown": true }));
    let first = wish(json!({ "kind": "one_year", "text": "Lead a small project" }));
    trial.hands.turn(TimeDelta::days(30));
    wish(json!({ "kind": "one_year", "text": "Lead a team" }));
    wish(json!({ "id": first, "kind": "one_year", "text": "Lead a project" }));
    let page = || trial.call("career.get", json!({ "person": maya }));
    let lines: Vec<[Value; 3]> = page()["wishes"]
        .as_array()
        .expect("wishes")
        .iter()
        .map(|wish| ["kind", "text", "on"].map(|field| wish[field].clone()))
        .collect();
    let expected = [
        ["one_year", "Lead a team", "2026-12-19"],
        ["one_year", "Lead a project", "2026-11-19"],
        ["five_years", "", "2026-11-19"],
        ["dislike", "On-call lead", "2026-11-19"],
    ];
    assert_eq!(lines, expected.map(|line| line.map(|word| json!(word))));
    assert_eq!(
        (&page()["wishes"][2]["unknown"], &page()["wishes"][3]["first_hand"]),
        (&json!(true), &json!(true))
    );
    trial.call("career.remove_wish", json!({ "id": first }));
    assert_eq!(page()["wishes"].as_array().map(Vec::len), Some(3));
    trial.call("history.undo", json!({}));
    assert_eq!(page()["wishes"].as_array().map(Vec::len), Some(4));
}

#[test]
fn a5_what_is_asked_for_is_asked_for() {
    let trial = Trial::begin();
    let (maya, tom) = (trial.person("Maya Okafor"), trial.person("Tomás Lindqvist"));
    for (more, rule) in [
        (json!({ "kind": "interest", "text": " " }), "wish.empty"),
        (json!({ "kind": "dislike", "text": "Sales", "first_hand": false }), "wish.dislike_why"),
        (json!({ "kind": "dislike", "text": "Sales", "why": "Travel" }), "wish.dislike_first_hand"),
    ] {
        assert_eq!(trial.refused("career.save_wish", of(&maya, more)).rule.as_deref(), Some(rule));
    }
    // Not to know is an answer, and then nothing else is asked.
    trial.call("career.save_wish", of(&maya, json!({ "kind": "dislike", "text": "", "unknown": true })));
    let assumed = json!({ "kind": "dislike", "text": "Sales", "why": "Travel", "first_hand": false });
    let id = trial.call("career.save_wish", of(&maya, assumed))["id"].clone();
    let again = json!({ "id": id, "kind": "dislike", "text": "Sales", "why": "Much travel" });
    trial.call("career.save_wish", of(&maya, again.clone()));
    let fault = trial.refused("career.save_wish", of(&tom, again));
    assert_eq!(fault.rule.as_deref(), Some("wish.other_person"));
    assert_eq!(
        trial.call("career.get", json!({ "person": tom })),
        json!({ "wishes": [], "explorations": [] })
    );
}

#[test]
fn wishes_and_try_outs_belong_to_somebody() {
    let trial = Trial::begin();
    let nobody = json!(domain::PersonId::make());
    for (door, args) in [
        ("career.get", json!({ "person": nobody })),
        ("career.save_wish", of(&nobody, json!({ "kind": "interest", "text": "Sales" }))),
        ("career.remove_wish", json!({ "id": nobody })),
        ("career.save_exploration", of(&nobody, json!({ "role": "Sales", "next_step": "Ask Sam" }))),
    ] {
        assert_eq!(trial.refused(door, args).rule.as_deref(), Some("record.missing"), "{door}");
    }
}

#[test]
fn a6_c8_a_role_is_tried_out_until_something_came_of_it() {
    let trial = Trial::begin();
    let (maya, tom) = (trial.person("Maya Okafor"), trial.person("Tomás Lindqvist"));
    let save = |more: Value| of(&maya, more);
    for (more, rule) in [
        (json!({ "role": " ", "next_step": "Ask Sam" }), "exploration.no_role"),
        (json!({ "role": "Release manager" }), "exploration.no_step"),
    ] {
        assert_eq!(trial.refused("career.save_exploration", save(more)).rule.as_deref(), Some(rule));
    }
    let new = json!({ "role": "Release manager", "why": "Likes plans", "next_step": "Shadow one", "contact": "Sam" });
    let id = trial.call("career.save_exploration", save(new))["id"].clone();
    trial.call(
        "career.save_exploration",
        save(json!({ "id": id, "role": "Release manager", "next_step": "", "outcome": "Too many calls." })),
    );
    let page = || trial.call("career.get", json!({ "person": maya }));
    let expected = json!([{ "id": id, "role": "Release manager", "why": "Likes plans", "next_step": "", "contact": "Sam",
        "outcome": "Too many calls.", "on": "2026-11-19" }]);
    assert_eq!(page()["explorations"], expected);
    let of_another = of(&tom, json!({ "id": id, "role": "x", "next_step": "y" }));
    let fault = trial.refused("career.save_exploration", of_another);
    assert_eq!(fault.rule.as_deref(), Some("exploration.other_person"));
    trial.call("career.remove_exploration", json!({ "id": id }));
    assert_eq!(page()["explorations"], json!([]));
    let fault = trial.refused("career.remove_exploration", json!({ "id": id }));
    assert_eq!(fault.rule.as_deref(), Some("record.missing"));
}

#[test]
fn c9_a_next_role_may_be_planned_with_only_where_they_allow_it() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let role = |more: Value| {
        let mut wish = json!({ "kind": "next_role", "text": "Team lead" });
        wish.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        of(&maya, wish)
    };
    let id = trial.call("career.save_wish", role(json!({ "expected_on": "2027-10-01" })))["id"].clone();
    let kept = || {
        let page = trial.call("career.get", json!({ "person": maya }));
        ["may_plan", "expected_on"].map(|field| page["wishes"][0][field].clone())
    };
    assert_eq!(kept(), [json!(false), json!("2027-10-01")], "nobody said that they allow it");
    trial.call("career.save_wish", role(json!({ "id": id, "may_plan": true })));
    assert_eq!(kept(), [json!(true), json!("2027-10-01")]);
    trial.call("career.save_wish", role(json!({ "id": id, "may_plan": false })));
    assert_eq!(kept(), [json!(false), json!("2027-10-01")], "and they may take it back");
    // Nothing else of a career can be planned with.
    for more in [json!({ "may_plan": true }), json!({ "expected_on": "2027-10-01" })] {
        let mut wish = role(more);
        wish["kind"] = json!("three_years");
        assert_eq!(trial.refused("career.save_wish", wish).rule.as_deref(), Some("wish.not_a_role"));
    }
}

#[test]
fn c7_c8_wishes_and_try_outs_go_and_come_back_with_their_person() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let wish = of(&maya, json!({ "kind": "interest", "text": "Sales of lanterns" }));
    trial.call("career.save_wish", wish);
    let tried = of(&maya, json!({ "role": "Seller of lanterns", "next_step": "Ask Sam" }));
    trial.call("career.save_exploration", tried);
    let goal = of(&maya, json!({ "title": "Sell lanterns", "text": "" }));
    trial.call("goal.save", goal);
    let found = || trial.call("search.find", json!({ "query": "lanterns" }))["hits"].clone();
    let before = found();
    assert_eq!(before.as_array().map(Vec::len), Some(3));
    trial.call("person.remove", json!({ "id": maya }));
    assert_eq!((found(), trial.call("goal.list", json!({}))), (json!([]), json!([])));
    trial.call("history.undo", json!({}));
    assert_eq!(found(), before);
}

#[test]
fn a_development_plan_holds_what_somebody_wants_and_not_what_is_planned_with() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    for (kind, text) in [
        ("one_year", "Lead a drill"),
        ("one_year", "Coach incidents"),
        ("five_years", "Run an operations group"),
        ("admired", "CANARY admired"),
        ("next_role", "CANARY next role"),
    ] {
        let wish = json!({ "person": maya, "kind": kind, "text": text });
        trial.call("career.save_wish", wish);
    }
    trial.call(
        "career.save_exploration",
        json!({ "person": maya, "role": "Incident coach", "next_step": "Sit in" }),
    );
    for (title, is_growth) in [("Speak once", true), ("CANARY chore", false)] {
        trial
            .call("goal.save", json!({ "person": maya, "title": title, "text": "", "is_growth": is_growth }));
    }
    let file = trial.place("plan.md");
    trial.call("career.export_plan", json!({ "person": maya, "file": file }));
    let text = std::fs::read_to_string(&file).expect("written");
    for kept in [
        "Maya Okafor",
        "Coach incidents",
        "Run an operations group",
        "Incident coach",
        "Sit in",
        "Speak once",
    ] {
        assert!(text.contains(kept), "{kept}: {text}");
    }
    assert!(!text.contains("CANARY") && !text.contains("Lead a drill"), "the newest wish counts: {text}");
    let pages = trial.place("plan.pdf");
    trial.call("career.export_plan", json!({ "person": maya, "size": "letter", "file": pages }));
    let said = crate::desk::trial::text_of_pdf(&std::fs::read(&pages).expect("written"));
    assert!(said.contains("Coach incidents") && !said.contains("CANARY"), "{said}");
}
