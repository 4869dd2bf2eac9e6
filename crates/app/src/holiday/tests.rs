//! Days off through the doors. The trial begins on Thursday, 19 November 2026.

use serde_json::{Value, json};

use crate::desk::trial::Trial;

fn days(trial: &Trial) -> Vec<String> {
    let list = trial.call("holiday.list", json!({}));
    let text = |line: &Value| format!("{} {}", line["on"], line["name"]).replace('"', "");
    list.as_array().expect("a list").iter().map(text).collect()
}

#[test]
fn days_off_are_added_once_moved_by_and_taken_away() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let plan = json!({ "person": maya, "starts": "2026-12-28T10:00" });
    let meeting = trial.call("one_on_one.plan", plan)["id"].clone();
    let due = || trial.call("one_on_one.get", json!({ "id": meeting }))["document_due"].clone();
    assert_eq!(due(), "2026-12-25T17:00");
    trial.call("holiday.add", json!({ "on": "2026-12-25", "name": "Midwinter" }));
    trial.call("holiday.add", json!({ "on": "2026-12-24", "until": "2026-12-26", "name": " Holidays " }));
    assert_eq!(days(&trial), ["2026-12-24 Holidays", "2026-12-25 Midwinter", "2026-12-26 Holidays"]);
    assert_eq!(due(), "2026-12-23T17:00");
    let first = trial.call("holiday.list", json!({}))[0]["id"].clone();
    let deed = trial.call("holiday.remove", json!({ "id": first }))["deed"].clone();
    assert_eq!(due(), "2026-12-24T17:00");
    trial.call("history.undo", json!({ "deed": deed }));
    assert_eq!(due(), "2026-12-23T17:00");
}

#[test]
fn a_stretch_runs_forward_and_not_for_years() {
    let trial = Trial::begin();
    for until in ["2026-12-23", "2028-12-24"] {
        let args = json!({ "on": "2026-12-24", "until": until, "name": "Away" });
        assert_eq!(trial.refused("holiday.add", args).rule.as_deref(), Some("holiday.until"));
    }
    let unnamed = json!({ "on": "2026-12-24", "name": "two\nlines" });
    assert!(trial.refused("holiday.add", unnamed).rule.is_some());
    assert_eq!(days(&trial), [""; 0]);
}
