//! Writing as a busy manager does, in every script of the world, at random.

use std::path::Path;

use app::Desk;
use serde_json::{Value, json};

use super::Chance;
use super::vault::call;

/// Words that programs have stumbled over: scripts that run the other way, marks that join, letters that change their
/// length when they are folded, quotes that end a statement, letters outside the first plane.
const WORDS: &[&str] = &[
    "failover",
    "drill",
    "Süßmilch",
    "İstanbul",
    "ﬁnal",
    "naïve",
    "e\u{301}te\u{301}",
    "Ⅷ",
    "日本語",
    "한국어",
    "ไทย",
    "العربية",
    "עברית",
    "हिन्दी",
    "👩🏽\u{200d}💻",
    "🇵🇹",
    "\u{200b}zero",
    "O'Brien",
    "\"quoted\"",
    "50%_done",
    "a;b--c",
    "𝔉𝔯𝔞𝔨𝔱𝔲𝔯",
    "ﷺ",
    "ß",
    "ŉ",
    "\u{feff}mark",
    "tab",
    "x\u{300}\u{301}\u{302}",
    "#heading",
    "**bold**",
    "[link](x)",
];

/// Makes `deeds` changes of every kind. `desk` must be open; `folder` is for the files that are attached.
///
/// # Panics
/// When a change is refused that no rule forbids.
pub fn write_at_random(desk: &Desk, chance: &mut Chance, deeds: usize, folder: &Path) {
    let mut pen = Pen { desk, chance, folder, people: Vec::new(), meetings: Vec::new(), notes: Vec::new() };
    pen.person();
    pen.meeting();
    for _ in 0..deeds {
        match pen.chance.below(12) {
            0 | 1 => pen.person(),
            2 => pen.meeting(),
            3 | 4 => pen.document(),
            5 | 6 => pen.note(),
            7 => pen.edit_note(),
            8 => pen.goal_and_review(),
            9 => pen.promise(),
            10 => pen.attachment(),
            _ => pen.take_back(),
        }
    }
}

struct Pen<'a> {
    desk: &'a Desk,
    chance: &'a mut Chance,
    folder: &'a Path,
    people: Vec<Value>,
    meetings: Vec<Value>,
    notes: Vec<Value>,
}

impl Pen<'_> {
    fn call(&self, name: &str, args: Value) -> Value {
        call(self.desk, name, args)
    }

    fn line(&mut self) -> String {
        let words = 1 + self.chance.below(6);
        (0..words).map(|_| *self.chance.pick(WORDS)).collect::<Vec<_>>().join(" ")
    }

    fn text(&mut self) -> String {
        let lines = 1 + self.chance.below(8);
        let ends = ["\n", "\r\n", "\n\n- "];
        (0..lines).map(|_| self.line() + self.chance.pick::<&str>(&ends)).collect()
    }

    fn day(&mut self) -> String {
        format!(
            "20{:02}-{:02}-{:02}",
            10 + self.chance.below(16),
            1 + self.chance.below(12),
            1 + self.chance.below(28)
        )
    }

    fn someone(&mut self) -> Value {
        self.chance.pick(&self.people).clone()
    }

    fn person(&mut self) {
        let relation = *self.chance.pick(&[
            "direct_report",
            "my_manager",
            "peer",
            "partner",
            "hr",
            "skip_level",
            "other",
        ]);
        let employment = *self.chance.pick(&["employee", "contractor", "intern"]);
        let args = json!({
            "name": self.line(), "role": self.line(), "level": "E4", "site": self.line(), "team": self.line(),
            "manager": null, "relation": relation, "employment": employment, "started_on": self.day(), "left_on": null,
            "email": "someone@example.org", "phone": "+351 21 555 0100",
            "skills": [{ "name": self.line(), "level": 1 + self.chance.below(5) }], "about": self.text(),
        });
        let made = self.call("person.save", args);
        self.people.push(made["id"].clone());
    }

    fn meeting(&mut self) {
        let starts = format!("{}T{:02}:{:02}", self.day(), self.chance.below(24), self.chance.below(60));
        let args = json!({ "person": self.someone(), "starts": starts, "zone": "Europe/Lisbon" });
        let made = self.call("one_on_one.plan", args);
        self.meetings.push(made["id"].clone());
    }

    /// Writes into a document, often over what stands there, so that edited text is among it.
    fn document(&mut self) {
        let meeting = self.chance.pick(&self.meetings).clone();
        let page = self.call("one_on_one.get", json!({ "id": meeting }));
        let sections = page["sections"].as_array().expect("sections").clone();
        for _ in 0..2 {
            let section = self.chance.pick(&sections).clone();
            let text = section["text"].as_str().unwrap_or_default().to_owned() + &self.text();
            self.call("one_on_one.write", json!({ "section": section["id"], "text": text }));
        }
        let margin = self.text();
        self.call("one_on_one.write_margin", json!({ "meeting": meeting, "text": margin }));
    }

    fn note(&mut self) {
        let polarity = *self.chance.pick(&["praise", "constructive"]);
        let args =
            json!({ "person": self.someone(), "polarity": polarity, "text": self.text(), "on": self.day() });
        let kept = self.call("folder.keep_note", args);
        self.notes.push(kept["id"].clone());
    }

    fn edit_note(&mut self) {
        if !self.notes.is_empty() {
            let id = self.chance.pick(&self.notes).clone();
            let text = self.text();
            self.call(
                "folder.edit_note",
                json!({ "id": id, "text": text, "dismissed": true, "dismissed_because": "said twice" }),
            );
        }
    }

    fn goal_and_review(&mut self) {
        let (person, title, text) = (self.someone(), self.line(), self.text());
        let due = self.day();
        self.call(
            "goal.save",
            json!({ "person": person, "title": title, "text": text, "due": due, "state": "active" }),
        );
        self.call("review.save", json!({ "person": person, "cycle": "2026", "text": text }));
    }

    fn promise(&mut self) {
        let (about, owner, text, due) = (self.someone(), self.someone(), self.line(), self.day());
        let made =
            self.call("action.add", json!({ "about": about, "owner": owner, "text": text, "due": due }));
        if self.chance.below(2) == 0 {
            let because = self.line();
            self.call("action.set", json!({ "id": made["id"], "dropped_because": because }));
        }
    }

    fn attachment(&mut self) {
        // Empty, small, and over several of the pieces that files are kept in.
        let bytes = *self.chance.pick(&[0, 1, 70, 70_000, 200_000]);
        let name = format!("file {} ü.bin", self.chance.below(1000));
        std::fs::write(self.folder.join(&name), self.chance.bytes(bytes)).expect("a file to attach");
        let args = json!({ "record": self.someone(), "kind": "person", "file": self.folder.join(&name) });
        self.call("attachment.add", args);
    }

    /// Takes the newest change back. That may take somebody away, so nobody who is gone is written about afterwards.
    fn take_back(&mut self) {
        self.note();
        self.notes.pop();
        self.call("history.undo", json!({}));
    }
}
