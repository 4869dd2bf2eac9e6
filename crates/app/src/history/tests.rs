use serde_json::json;

use crate::desk::trial::Trial;

#[test]
fn everything_can_be_taken_back_but_the_making_of_the_vault() {
    let trial = Trial::begin();
    trial.person("Maya Okafor");
    assert_eq!(trial.call("history.undo", json!({}))["sentence"], json!("person saved"));
    assert_eq!(trial.refused("history.undo", json!({ "deed": 1 })).rule.as_deref(), Some("history.making"));
    assert_eq!(trial.call("person.list", json!({}))[0]["relation"], json!("me"), "the owner is still there");
}

#[test]
fn what_was_set_is_not_what_an_undo_without_a_number_means() {
    let trial = Trial::begin();
    trial.person("Maya Okafor");
    trial.set(json!({ "lock_after_minutes": 5, "theme": "dark", "presenting": true }));
    let set = trial.call("history.recent", json!({}))[0].clone();
    assert_eq!(trial.call("history.undo", json!({}))["sentence"], json!("person saved"));
    assert_eq!(trial.call("settings.get", json!({}))["presenting"], json!(true));
    trial.call("history.undo", json!({ "deed": set["deed"] }));
    assert_eq!(trial.call("settings.get", json!({}))["presenting"], json!(false));
}

#[test]
fn a_new_vault_has_nothing_to_undo() {
    let trial = Trial::begin();
    assert_eq!(trial.refused("history.undo", json!({})).rule.as_deref(), Some("history.nothing"));
}
