use serde_json::{Value, json};

use crate::desk::trial::Trial;

#[test]
fn today_reminds_of_constructive_notes_only() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    for polarity in ["praise", "constructive"] {
        trial.call("folder.keep_note", json!({ "person": maya, "polarity": polarity, "text": polarity }));
    }
    let me = trial.call("person.list", json!({}))[0]["id"].clone();
    let heard = json!({ "person": me, "polarity": "constructive", "text": "heard about me" });
    trial.call("folder.keep_note", heard);
    let waiting: Vec<Value> =
        trial.call("today.get", json!({}))["unraised"].as_array().cloned().unwrap_or_default();
    let texts: Vec<&Value> = waiting.iter().map(|note| &note["text"]).collect();
    assert_eq!(texts, [&json!("constructive")]);
}
