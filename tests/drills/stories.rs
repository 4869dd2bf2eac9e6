//! The main job from a terminal, from the first start on; and the same vault in many hands at once.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use house_tests::drill::{Answer, Chance, PASSPHRASE, Place, Trial, differing, files_of, times};
use house_tests::story;
use serde_json::{Value, json};

/// One step of a story: what is typed, and what has to stand in the answer.
type Step<'a> = (&'a [&'a str], &'a [&'a str]);

#[test]
fn a_manager_begins_prepares_notes_finds_and_keeps_a_copy() {
    let place = Place::new();
    let path = |name: &str| place.desk().join(name).to_str().expect("a path").to_owned();
    let (kit, backup, roster) = (path("kit.txt"), path("Inglenook.inglenook"), story::roster());
    let roster = roster.to_str().expect("a path");
    let steps: &[Step<'_>] = &[
        (&["init", "--name", story::OWNER, "--kit", &kit], &["both ways into it were tried"]),
        (&["import", "roster", "--dry-run", roster], &["Would import: 13 new people"]),
        (&["import", "roster", roster], &["Imported: 13 new people"]),
        (&["import", "roster", roster], &["0 new people", "13 as before"]),
        (&["person", "list"], &["Deniz Kayalı", "Juniper \"June\" Haddadin"]),
        (&["note", "--person", "Deniz", "--praise", "Led the failover drill calmly."], &["Deniz Kayalı"]),
        (&["note", "--person", "kayali", "--constructive", "Hands over late."], &["Deniz Kayalı"]),
        (&["search", "failov"], &["failover", "Deniz Kayalı"]),
        (&["undo"], &[]),
        (&["search", "hands"], &["Nothing found"]),
        (&["backup", &backup], &["Backed up and read back"]),
        (&["check"], &["All is well"]),
        (&["lock"], &["locks it now"]),
    ];
    for (typed, expected) in steps {
        let answer = place.run(typed).done();
        for words in *expected {
            assert!(answer.out.contains(words), "{typed:?} does not say {words:?}: {answer:?}");
        }
    }
    a_document(&place);
}

/// A 1:1 is planned, its document written and read back, down to the letter.
fn a_document(place: &Place) {
    let text = "- failover under 90 s\n- \u{1F469}\u{200D}\u{1F4BB} who writes it up? Süßmilch\n";
    place.run(&["one-on-one", "plan", "Deniz", "2026-11-24T10:00"]).done();
    let list = place.run(&["--json", "one-on-one", "list", "--person", "Deniz"]).json();
    let id = list[0]["id"].as_str().expect("an id").to_owned();
    place.run(&["one-on-one", "write", &id, "1", text]).done();
    let page = place.call("one_on_one.get", &json!({ "id": id }));
    assert_eq!(page["sections"][0]["text"], text);
    let shown = place.run(&["one-on-one", "show", &id]).done();
    assert!(shown.out.contains("failover under 90 s"), "{shown:?}");
    let history = place.call("history.of", &json!({ "record": page["sections"][0]["id"] }));
    assert_eq!(history[0]["fields"][0]["after"], text);
}

/// `nook` with the kit, which costs no derivation: the drills below start it hundreds of times.
fn by_kit(trial: &Trial, arguments: &[&str]) -> std::process::Command {
    let mut nook = trial.place.nook(arguments);
    nook.env("INGLENOOK_KIT", &trial.kit).stdout(Stdio::piped()).stderr(Stdio::piped());
    nook
}

/// A vault with one person to write about.
fn with_somebody() -> Trial {
    let trial = Trial::empty();
    let roster = trial.place.desk().join("roster.csv");
    fs::write(&roster, "Name\nDeniz Kayalı\n").expect("a roster");
    Answer::of(&mut by_kit(&trial, &["import", "roster", roster.to_str().expect("a path")])).done();
    trial
}

/// Starts to keep a note.
fn keep(trial: &Trial, text: &str) -> Child {
    by_kit(trial, &["note", "--person", "Deniz", "--praise", text]).spawn().expect("nook starts")
}

/// The texts of all notes.
fn kept(trial: &Trial) -> BTreeSet<String> {
    let (mut notes, mut before) = (BTreeSet::new(), Value::Null);
    loop {
        let args = json!({ "limit": 500, "before": before }).to_string();
        let page = Answer::of(&mut by_kit(trial, &["call", "folder.list", &args])).json();
        let page = page.as_array().expect("a list").clone();
        let Some(last) = page.last() else { return notes };
        before = last["on"].clone();
        notes.extend(page.iter().map(|note| note["text"].as_str().expect("a text").to_owned()));
    }
}

fn is_well(trial: &Trial) {
    let checked = Answer::of(&mut by_kit(trial, &["--json", "check"])).json();
    assert_eq!(checked["findings"], json!([]));
}

#[test]
fn a_program_that_is_killed_while_it_writes_loses_nothing_it_said_it_kept() {
    let trial = with_somebody();
    let mut chance = Chance::of_drill("kill -9");
    let begun = Instant::now();
    assert!(keep(&trial, "note 0").wait().expect("ends").success());
    let usual = begun.elapsed();
    let (mut acknowledged, mut killed) = (BTreeSet::from(["note 0".to_owned()]), 0);
    for number in 1..=times(60) {
        let text = format!("note {number}");
        let mut nook = keep(&trial, &text);
        // Anywhere between its start and a little after its usual end.
        std::thread::sleep(usual.mul_f64(chance.below(1_200) as f64 / 1_000.0));
        // It may have ended by itself, which is as good.
        let _ = nook.kill();
        match nook.wait().expect("ends").success() {
            true => drop(acknowledged.insert(text)),
            false => killed += 1,
        }
        if number % 20 == 0 {
            let lost: Vec<_> = acknowledged.difference(&kept(&trial)).cloned().collect();
            assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
        }
    }
    assert!(killed > times(5), "only {killed} were killed: the drill has to be sharper");
    let all: BTreeSet<String> = (0..=times(60)).map(|number| format!("note {number}")).collect();
    assert!(kept(&trial).is_subset(&all), "a note is there that nobody wrote");
    is_well(&trial);
}

#[test]
fn an_import_that_is_killed_is_there_as_a_whole_or_not_at_all() {
    const PEOPLE: usize = 2_000;
    let mut chance = Chance::of_drill("kill -9 during an import");
    for _ in 0..times(4) {
        let trial = with_somebody();
        let roster = trial.place.desk().join("many.csv");
        let rows: String =
            (0..PEOPLE).map(|number| format!("Person {number},p{number}@example.org\n")).collect();
        fs::write(&roster, format!("Name,E-mail\n{rows}")).expect("a roster");
        let import = ["import", "roster", roster.to_str().expect("a path")];
        let mut nook = by_kit(&trial, &import).spawn().expect("nook starts");
        std::thread::sleep(Duration::from_millis(50 + chance.below(900) as u64));
        let _ = nook.kill();
        let done = nook.wait().expect("ends").success();
        let list = by_kit(&trial, &["call", "person.list"]).output().expect("nook ends");
        let list = Answer::from(&list).json();
        let people = list.as_array().expect("a list").len();
        assert!(people == PEOPLE + 2 || (people == 2 && !done), "{people} people, done: {done}");
        is_well(&trial);
    }
}

#[test]
fn two_programs_that_write_at_once_lose_nothing() {
    let (trial, each) = (with_somebody(), times(100));
    std::thread::scope(|hands| {
        for hand in ["left", "right"] {
            let trial = &trial;
            hands.spawn(move || {
                for number in 0..each {
                    let output = keep(trial, &format!("{hand} {number}")).wait_with_output().expect("ends");
                    assert!(output.status.success(), "{hand} {number}: {:?}", Answer::from(&output));
                }
            });
        }
    });
    let expected: BTreeSet<String> = ["left", "right"]
        .iter()
        .flat_map(|hand| (0..each).map(move |number| format!("{hand} {number}")))
        .collect();
    assert_eq!(kept(&trial), expected);
    is_well(&trial);
}

#[test]
fn a_vault_that_left_and_came_back_leaves_again_as_the_same_bytes() {
    let trial = Trial::new();
    let place = &trial.place;
    let folder = |name: &str| place.folder().join(name).to_str().expect("a path").to_owned();
    let (first, second) = (folder("first"), folder("second"));
    place.run(&["export", "portable", &first]).done();
    fs::remove_dir_all(place.vault()).expect("wiped");
    let kit = folder("kit.txt");
    place.run(&["init", "--name", "Somebody Else", "--kit", &kit]).done();
    place.run(&["import", "portable", &first]).done();
    place.run(&["export", "portable", &second]).done();
    let (first, second) = (files_of(first.as_ref()), files_of(second.as_ref()));
    assert!(first.len() > 10, "the vault to begin with has a little of everything");
    assert_eq!(differing(&first, &second), Vec::<PathBuf>::new());
    place.run_with(PASSPHRASE, &["check"]).done();
}
