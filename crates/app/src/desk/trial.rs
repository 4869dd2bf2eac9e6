//! A real vault for a test: made through the ceremony, with a cheap key and a clock that stands still.

use std::sync::{Arc, Mutex};

use chrono::DateTime;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{Desk, Happening};
use crate::Fault;
use crate::clock::{Clock, Hands};

/// What opens it.
pub const PASSPHRASE: &str = "three quiet foxes at noon";

/// A vault in a folder of its own.
pub struct Trial {
    /// The desk, open.
    pub desk: Desk,
    /// The hands of its clock, which stands at noon of a Thursday.
    pub hands: Hands,
    /// The groups of its recovery code.
    pub groups: Vec<String>,
    heard: Arc<Mutex<Vec<Happening>>>,
    home: TempDir,
}

impl Trial {
    /// A new vault of Dana Castellan's.
    pub fn begin() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let mut trial = Self::locked_in(home);
        let kit =
            trial.call("vault.create", json!({ "owner_name": "Dana Castellan", "passphrase": PASSPHRASE }));
        trial.groups = serde_json::from_value(kit["groups"].clone()).expect("groups");
        let asked: [usize; 2] = serde_json::from_value(kit["ask"].clone()).expect("which");
        trial.call("vault.confirm_kit", json!({ "groups": asked.map(|place| &trial.groups[place]) }));
        trial
    }

    /// No vault yet, or a locked one.
    pub fn locked_in(home: TempDir) -> Self {
        let noon = DateTime::parse_from_rfc3339("2026-11-19T12:00:00-08:00").expect("a moment");
        let (clock, hands) = Clock::standing(noon);
        let heard = Arc::new(Mutex::new(Vec::new()));
        let ears = Arc::clone(&heard);
        let hear = move |happening| ears.lock().expect("unpoisoned").push(happening);
        let desk = Desk::for_a_test(home.path().join("vault"), clock, hear);
        Self { desk, hands, groups: Vec::new(), heard, home }
    }

    /// Another program at the same vault; locked.
    pub fn another_program(&self) -> (Desk, Arc<Mutex<Vec<Happening>>>) {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let ears = Arc::clone(&heard);
        let hear = move |happening| ears.lock().expect("unpoisoned").push(happening);
        let clock = self.desk.house().clock().clone();
        (Desk::for_a_test(self.home.path().join("vault"), clock, hear), heard)
    }

    /// A place beside the vault.
    pub fn place(&self, name: &str) -> std::path::PathBuf {
        self.home.path().join(name)
    }

    /// Makes a call that has to succeed.
    pub fn call(&self, name: &str, args: Value) -> Value {
        self.desk.call(name, args, None).unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
    }

    /// Makes a call that has to fail.
    pub fn refused(&self, name: &str, args: Value) -> Fault {
        self.desk.call(name, args, None).expect_err(name)
    }

    /// The owner.
    pub fn me(&self) -> Value {
        let people = self.call("person.list", json!({}));
        let me = people.as_array().and_then(|all| all.iter().find(|one| one["relation"] == "me"));
        me.expect("an owner")["id"].clone()
    }

    /// Somebody who reports to the owner; answers who.
    pub fn person(&self, name: &str) -> Value {
        self.call("person.save", person(name))["id"].clone()
    }

    /// Keeps some settings; all others stay.
    pub fn set(&self, change: Value) {
        let mut all = self.call("settings.get", json!({}));
        let fields = all.as_object_mut().expect("settings");
        fields.extend(change.as_object().expect("a change").clone());
        self.call("settings.save", all);
    }

    /// What was heard since it was asked last.
    pub fn heard(&self) -> Vec<Happening> {
        std::mem::take(&mut *self.heard.lock().expect("unpoisoned"))
    }
}

/// Everything that is asked for of a person.
pub fn person(name: &str) -> Value {
    json!({
        "name": name, "role": "Engineer", "level": "", "site": "Lisbon", "team": "Live services", "manager": null,
        "relation": "direct_report", "employment": "employee", "started_on": "2024-02-01", "left_on": null,
        "email": "", "phone": "", "skills": [{ "name": "Rust", "level": 4 }], "about": "",
    })
}

/// What stands on the pages of a PDF.
pub fn text_of_pdf(bytes: &[u8]) -> String {
    use printpdf::{PdfDocument, PdfParseOptions};
    let document = PdfDocument::parse(bytes, &PdfParseOptions::default(), &mut Vec::new()).expect("a PDF");
    document.extract_text().concat().join(" ")
}
