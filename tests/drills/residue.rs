//! What is left of what was typed: on the disk outside the vault, in its files, in memory after the lock.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use house_tests::drill::canary::{WORD, left_behind};
use house_tests::drill::{
    Answer, PASSPHRASE, Place, Trial, can_watch, keys_of, times, written_outside, written_paths,
};
use house_tests::house;
use serde_json::{Value, json};

/// What `lookback` expects every byte of a needle to be changed by.
const MASK: u8 = 0xa5;

/// `nook` under strace, and every path it wrote to so far.
struct Watched<'a> {
    place: &'a Place,
    written: BTreeSet<PathBuf>,
    /// Opens without a derivation where the passphrase itself is not what it is about.
    kit: Option<&'a str>,
}

impl<'a> Watched<'a> {
    fn by_passphrase(place: &'a Place) -> Self {
        Self { place, written: BTreeSet::new(), kit: None }
    }

    fn nook(&mut self, arguments: &[&str]) -> Answer {
        let mut nook = self.place.nook(arguments);
        nook.env("INGLENOOK_NEW_PASSPHRASE", PASSPHRASE);
        match self.kit {
            Some(kit) => nook.env("INGLENOOK_KIT", kit),
            None => nook.env("INGLENOOK_PASSPHRASE", PASSPHRASE),
        };
        let (answer, written) = written_paths(self.place, &nook);
        self.written.extend(written);
        answer
    }

    fn call(&mut self, name: &str, args: Value) -> Value {
        self.nook(&["call", name, &args.to_string()]).json()
    }
}

/// Types the canary into every field that takes letters, of every noun, and attaches a file that holds it.
fn type_everywhere(nook: &mut Watched<'_>) {
    let word = |field: &str| format!("{field} {WORD}");
    let person = nook.call(
        "person.save",
        json!({
            "name": word("Name"), "role": word("Role"), "level": word("E4"), "site": word("Lisbon"),
            "team": word("Hearth"), "manager": null, "relation": "direct_report", "employment": "employee",
            "started_on": "2020-01-01", "left_on": null, "email": format!("{WORD}@example.org"), "phone": WORD,
            "skills": [{ "name": word("Rust"), "level": 3 }], "about": word("About"),
        }),
    )["id"]
        .clone();
    let meeting =
        nook.call("one_on_one.plan", json!({ "person": person, "starts": "2026-11-19T10:00" }))["id"].clone();
    // A zone is one that exists, so a word in its place is refused; typed it was all the same.
    let refused = json!({ "person": person, "starts": "2026-11-19T10:00", "zone": WORD });
    assert_eq!(nook.nook(&["call", "one_on_one.plan", &refused.to_string()]).code, Some(1));
    let beside = json!({ "meeting": meeting, "text": word("Agenda") });
    nook.call("one_on_one.add_point", beside);
    let remark = json!({ "meeting": meeting, "text": word("Remark") });
    nook.call("one_on_one.add_remark", remark);
    let wish = json!({ "person": person, "kind": "one_year", "text": word("Wish"), "why": word("Why") });
    nook.call("career.save_wish", wish);
    let role = json!({ "person": person, "role": word("Role to try"), "next_step": word("Next") });
    nook.call("career.save_exploration", role);
    let page = nook.call("one_on_one.get", json!({ "id": meeting }));
    let section = page["sections"][0]["id"].clone();
    for text in [word("Section"), word("The section, edited:")] {
        nook.call("one_on_one.write", json!({ "section": section, "text": text }));
    }
    nook.call("one_on_one.write_margin", json!({ "meeting": meeting, "text": word("Margin") }));
    let beside = json!({ "meeting": meeting, "section": section, "text": word("Beside") });
    nook.call("one_on_one.annotate", beside);
    nook.call(
        "one_on_one.set_state",
        json!({ "id": meeting, "state": "cancelled", "reason": word("Because") }),
    );
    let note = json!({ "person": person, "polarity": "constructive", "text": word("Note") });
    let note = nook.call("folder.keep_note", note)["id"].clone();
    nook.call("folder.edit_note", json!({ "id": note, "text": word("The note, edited:") }));
    nook.call("goal.save", json!({ "person": person, "title": word("Goal"), "text": word("Wording") }));
    nook.call("review.save", json!({ "person": person, "cycle": WORD, "text": word("Review") }));
    let promise = json!({ "about": person, "owner": person, "text": word("Promise") });
    let promise = nook.call("action.add", promise)["id"].clone();
    nook.call("action.set", json!({ "id": promise, "dropped_because": word("Because") }));
    let file = nook.place.desk().join(format!("{WORD}.txt"));
    fs::write(&file, word("A file").repeat(5_000)).expect("a file to attach");
    nook.call("attachment.add", json!({ "record": person, "kind": "person", "file": file }));
    // What somebody gives to be read is theirs, and stays where they put it.
    fs::remove_file(file).expect("removed");
    let roster = nook.place.desk().join("roster.csv");
    fs::write(&roster, format!("Name,Role\n{WORD} Zwei,{WORD}\n")).expect("a roster");
    nook.nook(&["import", "roster", roster.to_str().expect("a path")]).done();
    fs::remove_file(roster).expect("removed");
    // Refused, and typed all the same.
    let refused = json!({ "person": person, "polarity": WORD, "text": WORD });
    assert_eq!(nook.nook(&["call", "folder.keep_note", &refused.to_string()]).code, Some(2));
}

/// Reads it back in every way that `nook` has, and does the long work around it.
fn work_with_it(nook: &mut Watched<'_>) {
    for query in [&WORD[..8], WORD] {
        let found = nook.nook(&["search", query]).done();
        assert!(found.out.contains(WORD), "what was typed is found: {found:?}");
    }
    for arguments in
        [["person", "list"].as_slice(), &["today"], &["check"], &["undo"], &["lock"], &["passphrase"]]
    {
        nook.nook(arguments).done();
    }
    nook.call("history.recent", json!({}));
}

#[test]
fn nothing_that_was_typed_is_left_on_the_disk() {
    let trial = Trial::empty();
    let place = &trial.place;
    let mut nook = Watched { kit: Some(&trial.kit), ..Watched::by_passphrase(place) };
    type_everywhere(&mut nook);
    nook.kit = None;
    work_with_it(&mut nook);
    let backup = place.desk().join("backup.inglenook");
    nook.nook(&["backup", backup.to_str().expect("a path")]).done();
    let restored = place.folder().join("restored");
    let to = restored.to_str().expect("a path");
    nook.nook(&["restore", backup.to_str().expect("a path"), "--to", to]).done();

    let vault = place.vault();
    let drafts = [place.desk().join("backup.inglenook.tmp"), place.folder().join("restored.new")];
    let allowed = [vault.as_path(), &backup, &restored, &drafts[0], &drafts[1]];
    assert_eq!(
        written_outside(&nook.written, &allowed),
        Vec::<PathBuf>::new(),
        "written outside of the vault"
    );
    let seen = nook.written.contains(&vault.join("journal"));
    assert_eq!(seen, can_watch(), "strace saw the vault itself being written");
    for needle in [WORD, PASSPHRASE, trial.kit.as_str(), &trial.kit.replace('-', "")] {
        assert_eq!(left_behind(place.folder(), needle), Vec::<String>::new());
    }

    // The looks can find: a portable folder is not encrypted, and lies outside of the vault.
    let (mut nook, folder) = (Watched::by_passphrase(place), place.folder().join("portable"));
    nook.nook(&["export", "portable", folder.to_str().expect("a path")]).done();
    assert!(left_behind(place.folder(), WORD).len() > 10);
    let outside = written_outside(&nook.written, &[&vault]);
    assert!(outside.len() > 10 || !can_watch(), "{outside:?}");
    assert!(outside.iter().all(|path| path.to_string_lossy().contains("portable")), "{outside:?}");
}

#[test]
fn making_a_vault_leaves_the_code_in_the_kit_alone() {
    let place = Place::new();
    let kit = place.desk().join("kit.txt");
    let mut nook = Watched::by_passphrase(&place);
    nook.nook(&["init", "--name", WORD, "--kit", kit.to_str().expect("a path")]).done();
    let site = place.folder().join("vault.new");
    let outside = written_outside(&nook.written, &[&place.vault(), &site]);
    let named =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().contains("kit.txt"));
    assert!(outside.is_empty() != can_watch() && outside.iter().all(named), "{outside:?}");
    let groups: Vec<String> = groups_of(&fs::read_to_string(&kit).expect("the kit"));
    assert_eq!(groups.len(), 9, "{groups:?}");
    fs::remove_file(kit).expect("taken away to a safe place");
    let code = groups.join("-");
    for needle in [WORD, PASSPHRASE, &code, &groups.concat(), &groups[..2].join("-")] {
        assert_eq!(left_behind(place.folder(), needle), Vec::<String>::new());
    }
}

/// The groups of a printed kit: what stands behind the numbers 1 to 9.
fn groups_of(kit: &str) -> Vec<String> {
    let words: Vec<&str> = kit.split_whitespace().collect();
    let mut groups = Vec::new();
    for pair in words.windows(2) {
        if pair[0] == (groups.len() + 1).to_string() && pair[1].len() == 4 {
            groups.push(pair[1].to_owned());
        }
    }
    groups
}

#[test]
fn nothing_that_was_read_is_left_in_memory_after_the_lock() {
    for _ in 0..times(1) {
        let trial = Trial::empty();
        type_everywhere(&mut Watched { kit: Some(&trial.kit), ..Watched::by_passphrase(&trial.place) });
        let counts = look_back(&trial);
        let all = |when: &str| -> BTreeMap<String, u64> {
            serde_json::from_value(counts[when].clone()).expect("counts")
        };
        let none = |(name, _): (&String, &u64)| (name.clone(), 0);
        assert!(all("planted").values().all(|count| *count > 0), "the look finds what is there: {counts}");
        let open = all("open");
        // SQLCipher keeps its own key scrambled while nobody needs it; the others are there as they are.
        for needed in ["canary", "vault key", "journal key"] {
            assert!(open[needed] > 0, "an open vault is in memory: {counts}");
        }
        assert_eq!(
            open["passphrase"], 0,
            "the passphrase is needed no longer once the vault is open: {counts}"
        );
        let locked = all("locked");
        assert_eq!(locked, locked.iter().map(none).collect(), "left in memory after the lock");
    }
}

/// Lets another process work with the vault, lock it, and look for these secrets in its memory.
fn look_back(trial: &Trial) -> Value {
    let keys = keys_of(&fs::read(trial.folder().slots()).expect("slots"), &trial.kit);
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let masked = |bytes: &[u8]| hex(&bytes.iter().map(|byte| byte ^ MASK).collect::<Vec<_>>());
    let mut needles: BTreeMap<&str, String> = keys.iter().map(|(name, key)| (*name, masked(key))).collect();
    needles.insert("canary", masked(WORD.as_bytes()));
    needles.insert("passphrase", masked(PASSPHRASE.as_bytes()));
    // The form in which SQLCipher is handed its key.
    needles.insert("database key as text", masked(hex(&keys["database key"]).as_bytes()));
    let mut lookback = Command::new(house::program("lookback"));
    trial.place.surround(&mut lookback);
    let mut child = lookback
        .arg(trial.place.vault())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("lookback starts");
    let mut question = child.stdin.take().expect("a pipe");
    question.write_all(json!(needles).to_string().as_bytes()).expect("it reads");
    drop(question);
    let answer = Answer::from(&child.wait_with_output().expect("it ends"));
    answer.json()
}
