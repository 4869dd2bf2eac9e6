use serde_json::{Value, json};

use crate::desk::trial::Trial;

#[test]
fn every_ribbon_covers_half_a_year() {
    for role in &super::cast::CAST {
        assert_eq!(role.weeks.len(), 26, "{}", role.name);
    }
}

#[test]
fn every_detail_belongs_to_a_note() {
    let trial = Trial::begin();
    trial.call("demo.fill", json!({}));
    let notes = trial.call("folder.list", json!({ "limit": 200 }));
    let notes = notes.as_array().expect("a list");
    let with = |field: &str, empty: Value| notes.iter().filter(|note| note[field] != empty).count();
    let wanted =
        |has: fn(&super::story::Detail) -> bool| super::story::DETAILS.iter().filter(|one| has(one)).count();
    assert_eq!(with("example", json!("")), wanted(|one| !one.example.is_empty()));
    assert_eq!(with("consequence", json!("")), wanted(|one| !one.consequence.is_empty()));
    assert_eq!(with("metric", json!("")), wanted(|one| !one.metric.is_empty()));
    assert_eq!(with("tags", json!([])), wanted(|one| !one.tags.is_empty()));
    assert_eq!(with("sources", json!(0)), wanted(|one| one.from.is_some()));
}

#[test]
fn today_looks_like_a_day_of_work() {
    let trial = Trial::begin();
    assert_eq!(trial.call("demo.fill", json!({})), json!({ "people": 9 }));
    let today = trial.call("today.get", json!({}));
    let of_meetings = |field: &str| -> Vec<Value> {
        today["meetings"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|m| m.pointer(field).expect(field).clone())
            .collect()
    };
    assert_eq!(of_meetings("/person/name"), ["Maya Okafor", "Jun Ramesh", "Elif Brandt"]);
    assert_eq!(of_meetings("/line/starts"), ["2026-11-19T10:00", "2026-11-19T11:30", "2026-11-19T15:00"]);
    assert_eq!(of_meetings("/line/minutes"), [30, 60, 30]);
    assert_eq!(of_meetings("/written"), [3, 5, 5]);
    assert_eq!(of_meetings("/new_notes"), [2, 2, 2]);
    assert_eq!(today["people"], 9);
    // Both documents came in the day before; the first meeting of two people has its own agenda.
    let page = |n: usize| trial.call("one_on_one.get", json!({ "id": today["meetings"][n]["line"]["id"] }));
    let (maya, jun) = (page(0), page(1));
    assert_eq!(maya["submitted_at"], "2026-11-18T22:00:00.000Z", "two in the afternoon where the owner is");
    assert!(maya["prep"]["history_at"].is_string() && maya["prep"]["document_at"].is_null());
    assert_eq!(maya["annotations"].as_array().map(Vec::len), Some(1));
    assert_eq!((&jun["kind"], jun["agenda"].as_array().map(Vec::len)), (&json!("initial"), Some(6)));
    let career = trial.call("career.get", json!({ "person": maya["person"]["id"] }));
    assert_eq!(career["explorations"][0]["role"], "Incident coach");
    let all = trial.call("one_on_one.list", json!({ "person": maya["person"]["id"], "limit": 60 }));
    let story = |line: &Value| trial.call("one_on_one.get", json!({ "id": line["id"] }))["story"].clone();
    let moved =
        all.as_array().expect("a list").iter().map(story).filter(|story| !story["moved_from"].is_null());
    assert_eq!(moved.count(), 2, "what was moved says where it came from");

    let goals = trial.call("goal.list", json!({ "person": maya["person"]["id"], "only_open": true }));
    let failover = goals.as_array().expect("goals").iter().find(|goal| goal["percent"] == 88);
    assert_eq!(
        failover.map(|goal| &goal["ground_title"]),
        Some(&json!("Nobody is woken for what a machine can mend"))
    );
    let waits: Vec<_> = today["talks"]
        .as_array()
        .expect("talks")
        .iter()
        .map(|talk| (talk["person_name"].clone(), talk["waits"].clone()))
        .collect();
    assert_eq!(waits, [(json!("Tomás Lindqvist"), json!(["talk"]))], "noticed, and not talked about");
    let talks = trial.call("talk.list", json!({}));
    let followed = talks.as_array().expect("talks").iter().find(|talk| talk["state"] == "following");
    let page = trial.call("talk.get", json!({ "id": followed.expect("one")["id"] }));
    assert_eq!(
        (page["notes"].as_array().map(Vec::len), page["follow_ups"].as_array().map(Vec::len)),
        (Some(1), Some(3))
    );
    assert!(!today["care"].as_array().expect("care").is_empty(), "somebody needs a thought");

    let promises = today["promises"].as_array().expect("a list");
    assert_eq!(promises[0]["text"], "Find a second reader for the talk");
    assert_eq!((&promises[0]["due"], &promises[1]["due"]), (&json!("2026-11-17"), &json!("2026-11-20")));
    let mine = promises.iter().take_while(|promise| promise["mine"] == true).count();
    assert!(promises[mine..].iter().all(|promise| promise["mine"] == false), "the owner's own first");

    let ribbon = today["ribbon"].as_array().expect("a list");
    assert_eq!(ribbon.len(), 5);
    let quiet: Vec<_> =
        ribbon.iter().filter(|line| line["quiet"] == true).map(|line| &line["person"]["name"]).collect();
    assert_eq!(quiet, ["Sam Nakai"], "easy to lose sight of");
    for line in ribbon.iter().filter(|line| line["person"]["name"] != "Jun Ramesh") {
        let weeks = line["weeks"].as_array().expect("weeks");
        assert_eq!(weeks.len(), 26);
        assert!(weeks.iter().filter(|week| week["met"] == true).count() >= 17, "{}", line["person"]["name"]);
    }
}

#[test]
fn the_same_day_tells_the_same_story_and_only_an_empty_vault_is_filled() {
    let told = |trial: &Trial| {
        trial.call("demo.fill", json!({}));
        let mut meetings = trial.call("one_on_one.list", json!({ "limit": 500 }));
        for meeting in meetings.as_array_mut().expect("a list") {
            assert!(meeting["words"].as_u64().is_some());
        }
        meetings
    };
    let (one, other) = (Trial::begin(), Trial::begin());
    assert_eq!(told(&one), told(&other), "to the identifier");
    assert_eq!(one.refused("demo.fill", json!({})).rule.as_deref(), Some("demo.not_empty"));
    one.call("history.undo", json!({}));
    assert_eq!(
        one.call("person.list", json!({})).as_array().expect("a list").len(),
        1,
        "one undo takes it all back"
    );
}
