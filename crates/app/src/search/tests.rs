//! Finding through the door: each choice narrows what is found.

use serde_json::{Value, json};

use crate::desk::trial::Trial;

#[test]
fn what_is_chosen_narrows_what_is_found() {
    let trial = Trial::begin();
    let (maya, jun) = (trial.person("Maya Okafor"), trial.person("Jun Ramesh"));
    let goal = trial.call("goal.save", json!({ "person": maya, "title": "Speak", "text": "At the drill" }));
    let goal = goal["id"].clone();
    let keep = |person: &Value, text: &str, more: Value| {
        let mut args = json!({ "person": person, "polarity": "praise", "text": format!("{text} drill") });
        args.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
        trial.call("folder.keep_note", args)["id"].clone()
    };
    let led = keep(&maya, "Led the", json!({ "on": "2026-11-02", "kind": "leadership", "goals": [goal] }));
    keep(&maya, "Missed the", json!({ "on": "2026-11-03", "polarity": "constructive" }));
    keep(&jun, "Saw the", json!({ "on": "2026-11-04" }));
    trial.call("folder.edit_note", json!({ "id": led, "raised_on": "2026-11-05" }));
    for (chosen, texts) in [
        (json!({ "kinds": ["note"] }), vec!["Saw the drill", "Missed the drill", "Led the drill"]),
        (json!({ "kinds": ["goal"] }), vec!["Speak\nAt the drill"]),
        (json!({ "kinds": ["note"], "person": maya }), vec!["Missed the drill", "Led the drill"]),
        (json!({ "polarity": "constructive" }), vec!["Missed the drill"]),
        (json!({ "about": "leadership" }), vec!["Led the drill"]),
        (json!({ "raised": true }), vec!["Led the drill"]),
        (json!({ "raised": false }), vec!["Saw the drill", "Missed the drill"]),
        (json!({ "goal": goal }), vec!["Led the drill"]),
        (json!({ "sourced": true }), vec![]),
        (json!({ "kinds": ["note"], "from": "2026-11-04" }), vec!["Saw the drill"]),
        (json!({ "kinds": ["note"], "to": "2026-11-02" }), vec!["Led the drill"]),
        (json!({ "kinds": ["note"], "limit": 1 }), vec!["Saw the drill"]),
    ] {
        let mut args = chosen.clone();
        args["query"] = json!("drill");
        let found = trial.call("search.find", args);
        let snippet = |hit: &Value| -> String {
            let parts = hit["snippet"].as_array().expect("parts");
            parts.iter().map(|part| part["text"].as_str().expect("text")).collect()
        };
        let found: Vec<_> = found["hits"].as_array().expect("hits").iter().map(snippet).collect();
        assert_eq!(found, texts, "{chosen}");
    }
    let lines = trial.refused("search.find", json!({ "query": "two\nlines" }));
    assert_eq!(lines.rule.as_deref(), Some("text.line_breaks"));
}
