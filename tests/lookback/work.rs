//! What somebody does with an open vault, so that its content passes through everything it can pass through.

use app::Desk;
use serde_json::{Value, json};

/// Opens the vault.
pub fn open(desk: &Desk, passphrase: &str) {
    call(desk, "vault.unlock", json!({ "passphrase": passphrase }));
}

/// Reads every record through every door that shows it, searches, edits, undoes, checks.
pub fn read_and_write_everything(desk: &Desk, canary: &str) {
    for _ in 0..2 {
        read(desk, canary);
        write(desk, canary);
    }
    call(desk, "vault.check", json!({}));
}

fn read(desk: &Desk, canary: &str) {
    let everybody = call(desk, "person.list", json!({ "include_left": true }));
    for person in each(&everybody) {
        let id = json!({ "id": person["id"] });
        call(desk, "person.get", id);
        call(desk, "person.year", json!({ "id": person["id"], "year": 2026 }));
        call(desk, "history.of", json!({ "record": person["id"] }));
        call(desk, "attachment.list", json!({ "record": person["id"] }));
    }
    for meeting in each(&call(desk, "one_on_one.list", json!({}))) {
        let page = call(desk, "one_on_one.get", json!({ "id": meeting["id"] }));
        for section in each(&page["sections"]) {
            call(desk, "history.of", json!({ "record": section["id"] }));
        }
    }
    for review in each(&call(desk, "review.list", json!({}))) {
        call(desk, "review.get", json!({ "id": review["id"] }));
    }
    for name in ["folder.list", "action.list", "goal.list", "today.get", "history.recent", "settings.get"] {
        call(desk, name, json!({}));
    }
    for letters in 3..=canary.len() {
        call(desk, "search.find", json!({ "query": &canary[..letters], "limit": 50 }));
    }
}

fn write(desk: &Desk, canary: &str) {
    let everybody = call(desk, "person.list", json!({}));
    let person = &everybody[1]["id"];
    let text = format!("{canary} before");
    let note =
        call(desk, "folder.keep_note", json!({ "person": person, "polarity": "praise", "text": text }));
    call(
        desk,
        "folder.edit_note",
        json!({ "id": note["id"], "text": format!("edited: {canary} and after") }),
    );
    for meeting in each(&call(desk, "one_on_one.list", json!({ "limit": 2 }))) {
        let page = call(desk, "one_on_one.get", json!({ "id": meeting["id"] }));
        for section in each(&page["sections"]) {
            let text = format!("{}\n\n{canary} once more", section["text"].as_str().unwrap_or_default());
            call(desk, "one_on_one.write", json!({ "section": section["id"], "text": text }));
        }
        call(
            desk,
            "one_on_one.write_margin",
            json!({ "meeting": meeting["id"], "text": format!("margin {canary}") }),
        );
    }
    call(desk, "history.undo", json!({}));
    // What is refused was typed as well.
    let refused = json!({ "person": person, "polarity": "praise", "text": canary, "on": "2199-01-01" });
    desk.call("folder.keep_note", refused, None).expect_err("that day has not come");
    let misspelt = json!({ "person": person, "polarity": canary, "text": canary });
    desk.call("folder.keep_note", misspelt, None).expect_err("no such polarity");
}

/// Makes a call and writes the answer down as the window does.
fn call(desk: &Desk, name: &str, args: Value) -> Value {
    let reply = desk.call(name, args, Some("work")).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
    assert!(!reply.to_string().is_empty());
    reply
}

fn each(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}
