//! Templates through the doors, named after the requirements they hold.

use serde_json::{Value, json};

use crate::desk::trial::Trial;

fn section(kind: &str, title: &str, aims: &[&str]) -> Value {
    json!({ "kind": kind, "title": title, "brief": false, "aims": aims })
}

/// Sections that together serve every aim.
fn whole() -> Vec<Value> {
    vec![
        section("goals", "Where you are going", &["career"]),
        section("needs", "You and me", &["feedback", "about_manager", "personal"]),
        section("extra", "Around you", &["environment"]),
    ]
}

#[test]
fn a30_two_are_built_in_and_serve_every_aim() {
    let trial = Trial::begin();
    let list = trial.call("template.list", json!({}));
    let shown: Vec<[&Value; 5]> = list
        .as_array()
        .expect("templates")
        .iter()
        .map(|template| ["id", "built_in", "name", "version", "missing"].map(|field| &template[field]))
        .collect();
    let (none, one, all) = (Value::Null, json!(1), json!([]));
    assert_eq!(
        shown,
        [
            [&none, &json!("people"), &json!("For people"), &one, &all],
            [&none, &json!("managers"), &json!("For people who manage"), &one, &all]
        ]
    );
    assert_eq!(
        (&list[0]["sections"][2]["brief"], &list[1]["sections"][2]["brief"]),
        (&json!(true), &json!(false))
    );
    // A copy of a built-in one is a template.
    trial.call("template.save", json!({ "name": "Ours", "sections": list[0]["sections"] }));
}

#[test]
fn a15_an_aim_without_a_section_is_named() {
    let trial = Trial::begin();
    for (left_out, aim) in
        [(0, "goals and career"), (1, "praise and constructive notes in time"), (2, "the environment")]
    {
        let mut sections = whole();
        sections.remove(left_out);
        let fault = trial.refused("template.save", json!({ "name": "Ours", "sections": sections }));
        assert_eq!(fault.rule.as_deref(), Some("template.aim"));
        assert_eq!(fault.sentence, format!("No section serves this aim: {aim}."));
    }
    let fault = trial.refused("template.save", json!({ "name": " ", "sections": whole() }));
    assert_eq!(fault.rule.as_deref(), Some("template.no_name"));
}

#[test]
fn a30_a31_a_change_is_a_new_version_and_old_documents_stay() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let id = trial.call("template.save", json!({ "name": "Ours", "sections": whole() }))["id"].clone();
    trial.call("pair.save", json!({ "person": maya, "begins": "2026-11-19T15:00", "template": id }));
    let plan = |day: &str| {
        let plan = json!({ "person": maya, "starts": format!("{day}T15:00") });
        trial.call("one_on_one.plan", plan)["id"].clone()
    };
    let titles = |meeting: &Value| -> Vec<Value> {
        let page = trial.call("one_on_one.get", json!({ "id": meeting }));
        page["sections"].as_array().expect("sections").iter().map(|part| part["title"].clone()).collect()
    };
    let old = plan("2026-11-20");
    let mut sections = whole();
    sections.push(section("actions", "Earlier promises", &[]));
    trial.call("template.save", json!({ "id": id, "name": "Ours too", "sections": sections }));
    let version = || trial.call("template.list", json!({}))[2]["version"].clone();
    assert_eq!(version(), 2);
    trial.call("template.save", json!({ "id": id, "name": "Ours", "sections": sections }));
    assert_eq!(version(), 2, "another name is no other version");
    let new = plan("2026-11-27");
    assert_eq!((titles(&old).len(), titles(&new).len()), (3, 4));
    trial.call("template.remove", json!({ "id": id }));
    assert_eq!(trial.call("pair.get", json!({ "person": maya }))["rhythm"]["template"], Value::Null);
    assert_eq!(trial.call("template.list", json!({})).as_array().map(Vec::len), Some(2));
    assert_eq!((titles(&old).len(), titles(&plan("2026-12-04")).len()), (3, 5), "the built-in one again");
    trial.call("history.undo", json!({}));
    trial.call("history.undo", json!({}));
    assert_eq!(trial.call("pair.get", json!({ "person": maya }))["rhythm"]["template"], id);
}

#[test]
fn a7_the_blank_document_goes_out_before_the_meeting() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let plan = json!({ "person": maya, "starts": "2026-11-24T15:00", "kind": "initial" });
    let first = trial.call("one_on_one.plan", plan)["id"].clone();
    let page = || trial.call("one_on_one.get", json!({ "id": first }));
    assert_eq!(
        (&page()["template_sent_at"], &page()["template_due"]),
        (&Value::Null, &json!("2026-11-22T23:00:00.000Z"))
    );
    trial.call("one_on_one.send_template", json!({ "id": first }));
    assert_eq!(page()["template_sent_at"], "2026-11-19T20:00:00.000Z");
    trial.hands.turn(chrono::TimeDelta::hours(1));
    trial.call("one_on_one.send_template", json!({ "id": first }));
    assert_eq!(page()["template_sent_at"], "2026-11-19T20:00:00.000Z", "the first time counts");
    trial.call("one_on_one.set_state", json!({ "id": first, "state": "held" }));
    let fault = trial.refused("one_on_one.send_template", json!({ "id": first }));
    assert_eq!(fault.rule.as_deref(), Some("one_on_one.template_late"));
}
