//! Every command does its work, through the real program.

mod trial;

use std::fs;

use serde_json::json;
use trial::Trial;

#[test]
fn a_vault_is_made_without_a_terminal_when_its_kit_has_a_place() {
    let trial = Trial::empty();
    let (code, said) = trial.fails(&["init", "--name", "Dana Castellan"]);
    assert_eq!((code, said.contains("--kit")), (2, true), "{said}");
    let (code, said) = trial.fails(&["init", "--name", "Dana Castellan", "--kit", "kit.pdf"]);
    assert_eq!((code, said.contains(".txt")), (2, true), "{said}");
    assert!(!trial.place("kit.pdf").exists(), "a kit of no vault is left");
    trial.prints(&["init", "--name", "Dana Castellan", "--kit", "kit.txt"]);
    assert!(fs::read_to_string(trial.place("kit.txt")).expect("the kit").contains("Dana Castellan"));
    assert_eq!(trial.answers(&["person", "list"])[0]["relation"], "me");
    assert_eq!(trial.fails(&["init", "--name", "Zora", "--kit", "other.txt"]).0, 1, "one vault a folder");
}

#[test]
fn a_folder_is_shown_with_what_its_notes_say_and_without_where_they_came_from() {
    let trial = Trial::new();
    let empty = trial.prints(&["folder", "maya"]);
    assert!(empty.contains(": 0 praise, 0 to improve.\n"), "{empty}");
    trial.prints(&[
        "note",
        "Led the drill.",
        "--person",
        "maya",
        "--praise",
        "--kind",
        "leadership",
        "--example",
        "At three.",
        "--consequence",
        "Nobody noticed.",
        "--metric",
        "-4 %",
        "--tag",
        "Drill",
        "--tag",
        "on-call",
        "--from",
        "Canary",
    ]);
    let shown = trial.prints(&["folder", "maya"]);
    for said in [
        ": 1 praise, 0 to improve, 100 % praise.\n",
        "praise, not yet raised\n  Led the drill.\n  Example: At three.\n  Consequence: Nobody noticed.\n  Figure: -4 %\n",
        "  Tags: drill, on-call\n",
    ] {
        assert!(shown.contains(said), "{said:?} in {shown}");
    }
    assert!(!shown.contains("Canary") && !trial.answers(&["folder", "maya"]).to_string().contains("Canary"));
    let note = trial.answers(&["folder", "maya"])["notes"][0]["id"].clone();
    let asked = format!(r#"{{"note":{note}}}"#);
    assert_eq!(trial.answers(&["call", "folder.sources", &asked])[0]["who"], "Canary");
}

#[test]
fn notes_are_kept_found_shown_and_taken_back() {
    let trial = Trial::new();
    let said =
        trial.prints(&["note", "Led the failover drill with two juniors.", "--person", "okaf", "--praise"]);
    assert_eq!(said, "Kept in the fuzzy folder of Maya Okafor.\n");
    trial.prints(&["note", "Änderung zu spät.", "--person", "tomas", "--constructive", "--on", "2026-01-02"]);

    let found = trial.answers(&["search", "failo"]);
    let note = found["hits"][0]["record"].as_str().expect("a note").to_owned();
    assert_eq!(found["hits"][0]["person_name"], "Maya Okafor");
    assert!(trial.prints(&["search", "anderung", "--limit", "1"]).contains("2026-01-02  Tomás Lindqvist"));
    assert_eq!(trial.prints(&["search", "nothinglikethis"]), "Nothing found.\n");
    let today = trial.prints(&["today"]);
    assert!(today.contains("Änderung zu spät.") && !today.contains("Led the failover drill"), "{today}");
    assert!(trial.prints(&["history", &note]).contains("The note was made"));
    assert!(trial.prints(&["person", "show", "maya"]).contains("1 praise, 0 constructive"));

    assert_eq!(trial.prints(&["undo"]), "Undone: note kept.\n");
    assert!(trial.answers(&["search", "anderung"])["hits"].as_array().expect("a list").is_empty());
}

#[test]
fn one_on_ones_are_planned_written_and_shown() {
    let trial = Trial::new();
    let id = trial.answers(&["one-on-one", "plan", "maya", "2026-11-26T10:00"])["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    trial.prints(&["one-on-one", "write", &id, "2", "A list of decisions would help."]);
    assert_eq!(
        trial.prints(&["one-on-one", "write", &id, "opport", "A list of decisions would help."]),
        "Nothing is different.\n"
    );
    assert_eq!(trial.fails(&["one-on-one", "write", &id, "p", "x"]).0, 2, "two headings begin so");
    let shown = trial.prints(&["one-on-one", "show", &id[28..]]);
    assert!(
        shown.contains("1:1 with Maya Okafor, Thursday 26 November 2026 10:00, 30 minutes, planned"),
        "{shown}"
    );
    assert!(shown.contains("2. Opportunities\nA list of decisions would help."), "{shown}");
    let listed = trial.prints(&["one-on-one", "list", "--person", "maya"]);
    assert!(listed.contains("2026-11-26 10:00  planned  Maya Okafor  A list of"), "{listed}");
}

#[test]
fn a_roster_is_looked_at_first_and_imported_then() {
    let trial = Trial::new();
    fs::write(trial.place("people.csv"), "Mitarbeiter;Titel\nElif Brandt;Release engineer\n;nobody\n")
        .expect("written");
    let map = ["--map", "name=Mitarbeiter", "--map", "role=Titel"];
    let look = [&["import", "roster", "people.csv", "--dry-run"], map.as_slice()].concat();
    let out = trial.run(&look);
    assert!(
        String::from_utf8_lossy(&out.stdout)
            .starts_with("Would import: 1 new person, 0 changed, 0 as before, 1 line"),
        "{out:?}"
    );
    assert!(String::from_utf8_lossy(&out.stderr).contains("Row 3"), "{out:?}");
    assert_eq!(trial.answers(&["person", "list"]).as_array().expect("a list").len(), 4);
    let take = [&["import", "roster", "people.csv"], map.as_slice()].concat();
    assert_eq!(trial.answers(&take)["added"], 1);
    assert!(trial.prints(&["person", "show", "elif"]).contains("Release engineer"));
    assert_eq!(trial.fails(&["import", "roster", "people.csv", "--map", "shoe=Titel"]).0, 2);
    // Of whom the file does not say it is asked, and may be told.
    fs::write(trial.place("more.csv"), "Name\nAna Sol\n").expect("written");
    let out = trial.run(&["import", "roster", "more.csv", "--dry-run"]);
    assert!(String::from_utf8_lossy(&out.stderr).contains("--others"), "{out:?}");
    assert_eq!(trial.fails(&["import", "roster", "more.csv", "--others", "boss"]).0, 2);
    assert_eq!(
        trial.fails(&["import", "roster", "more.csv", "--others", "me"]).0,
        1,
        "a rule, not a typing error"
    );
    trial.prints(&["import", "roster", "more.csv", "--others", "Direct report"]);
    assert!(trial.prints(&["person", "show", "ana sol"]).contains("direct report"));
}

#[test]
fn a_vault_is_backed_up_checked_restored_and_carried_away() {
    let trial = Trial::new();
    trial.prints(&["backup", "b.inglenook"]);
    assert_eq!(trial.fails(&["backup", "b.inglenook"]).0, 2, "nothing is written over");
    assert!(trial.prints(&["check"]).contains("All is well."));
    trial.prints(&["restore", "b.inglenook", "--to", "second"]);
    assert_eq!(trial.answers(&["--vault", "second", "person", "list"]), trial.answers(&["person", "list"]));
    assert_eq!(
        trial.fails(&["restore", "b.inglenook", "--to", "second"]).0,
        1,
        "a vault is never written over"
    );
    trial.prints(&["export", "portable", "out"]);
    assert!(trial.place("out/inglenook.json").exists());
    assert_eq!(trial.answers(&["--vault", "second", "import", "portable", "out"])["added"], 0);
}

#[test]
fn the_passphrase_changes_and_the_old_one_opens_no_longer() {
    let trial = Trial::new();
    let new = "four loud herons at dawn";
    let changed = trial.command(&["passphrase"]).env("INGLENOOK_NEW_PASSPHRASE", new).output().expect("runs");
    assert!(changed.status.success(), "{changed:?}");
    assert_eq!(trial.fails(&["today"]).0, 3);
    let opened = trial.command(&["today"]).env("INGLENOOK_PASSPHRASE", new).output().expect("runs");
    assert!(opened.status.success(), "{opened:?}");
}

#[test]
fn any_call_can_be_made_and_the_table_is_listed() {
    let trial = Trial::new();
    let people: serde_json::Value =
        serde_json::from_str(&trial.prints(&["call", "person.list"])).expect("JSON");
    assert_eq!(people[1]["name"], "Maya Okafor");
    let status =
        trial.command(&["call", "vault.status"]).env_remove("INGLENOOK_PASSPHRASE").output().expect("runs");
    assert!(
        String::from_utf8_lossy(&status.stdout).contains("\"locked\""),
        "no passphrase is asked for: {status:?}"
    );
    let doors = trial.prints(&["doors"]);
    assert!(doors.starts_with("vault.status  ") && doors.contains("folder.keep_note  "), "{doors}");
    trial.prints(&["lock"]);
    assert!(trial.prints(&["completions", "bash"]).contains("one-on-one"));
    assert!(trial.prints(&["man"]).contains(".TH nook"));
    assert!(trial.prints(&["--help"]).contains("Exit codes"));
}

#[test]
fn two_programs_write_at_the_same_time_and_nothing_is_lost() {
    let trial = Trial::new();
    let texts = ["one", "two", "three", "four"];
    let running: Vec<_> = texts
        .iter()
        .map(|text| trial.command(&["note", text, "--person", "maya", "--praise"]).spawn().expect("runs"))
        .collect();
    for mut child in running {
        assert!(child.wait().expect("ends").success());
    }
    let notes = trial.answers(&["call", "folder.list"]);
    let mut kept: Vec<_> =
        notes.as_array().expect("a list").iter().map(|note| note["text"].as_str().expect("text")).collect();
    kept.sort_unstable();
    assert_eq!(kept, ["four", "one", "three", "two"]);
    assert!(trial.prints(&["check"]).contains("All is well."));
}

#[test]
fn the_demonstration_and_the_bench_vault_have_folders_of_their_own() {
    let trial = Trial::empty();
    let made = trial.prints(&["demo"]);
    assert!(made.contains("9 made-up people"), "{made}");
    let demo = trial.place("demo-vault");
    let today = trial.prints(&["--vault", demo.to_str().expect("a path"), "today"]);
    assert!(today.contains("10:00  Maya Okafor"), "{today}");
    assert!(!trial.vault().exists(), "the real vault is not touched");

    assert_eq!(trial.fails(&["bench-vault", "--scale", "0.001"]).0, 2, "it never goes into the real one");
    let made = trial.answers(&["--vault", "bench", "bench-vault", "--scale", "0.001", "--seed", "7"]);
    assert_eq!(made["notes"], 60);
    assert_eq!(trial.fails(&["--vault", "bench", "bench-vault", "--scale", "-1"]).0, 2);
}

#[test]
fn the_first_write_of_a_day_makes_the_backup_of_the_day_and_reading_makes_none() {
    let trial = Trial::new();
    let backups = || -> Vec<String> {
        let entries = fs::read_dir(trial.vault().join("backups")).expect("the folder");
        let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
        names.filter(|name| name.ends_with(".inglenook")).collect()
    };
    let note: &[&str] = &["note", "Led the drill.", "--person", "maya", "--praise"];
    let steps: [(&[&str], usize); 6] = [
        (&["today"], 0),
        (&["search", "drill"], 0),
        (note, 1),
        (note, 1),
        (&["call", "folder.list", "{}"], 1),
        (&["undo"], 1),
    ];
    for (args, expected) in steps {
        let out = trial.run(args);
        assert!(out.status.success(), "{args:?}");
        assert_eq!(String::from_utf8_lossy(&out.stderr), "", "{args:?}: nobody is told of what goes well");
        assert_eq!(backups().len(), expected, "{args:?}");
    }
    // As if that had been yesterday.
    let (folder, made) = (trial.vault().join("backups"), backups().remove(0));
    let rest = made.split_once('.').expect("a name").1;
    fs::rename(folder.join(&made), folder.join(format!("2026-01-02T030405Z.{rest}"))).expect("renamed");
    trial.prints(&["today"]);
    assert_eq!(backups().len(), 1, "reading makes none");
    let person = trial.answers(&["person", "list"])[1]["id"].clone();
    let args =
        serde_json::json!({ "person": person, "polarity": "praise", "text": "By its name." }).to_string();
    trial.prints(&["call", "folder.keep_note", &args]);
    assert_eq!(backups().len(), 2);
    assert_eq!(trial.answers(&["check"])["findings"], serde_json::json!([]));
}

#[test]
fn a_goal_is_written_down_endorsed_looked_at_and_ended() {
    let trial = Trial::new();
    let said = trial.prints(&[
        "goal",
        "add",
        "maya",
        "Improve failover",
        "--start-value",
        "210 s",
        "--target",
        "90 s",
    ]);
    assert!(said.starts_with("Goal of Maya Okafor kept.\nWhere does it end? (--text)\n"), "{said}");
    assert!(!said.contains("--measure"), "a figure to aim at is a measure: {said}");
    let goals = trial.answers(&["goal", "list"]);
    let id = goals[0]["id"].as_str().expect("an id");
    assert_eq!(trial.fails(&["goal", "start", id]).0, 1, "not endorsed");
    trial.prints(&["goal", "endorse", id, "--start"]);
    trial.prints(&["goal", "look", id, "Two steps run by themselves", "--value", "150 s"]);
    trial.prints(&["goal", "obstacle", id, "The lab is closed"]);
    let listed = trial.prints(&["goal", "list", "--person", "maya"]);
    assert!(listed.contains("active") && listed.contains("50 %"), "{listed}");
    let shown = trial.prints(&["goal", "show", id]);
    for said in
        ["From: 210 s", "50 % of the way", "Two steps run by themselves (150 s)", "1 obstacle in the way"]
    {
        assert!(shown.contains(said), "{said:?} in {shown}");
    }
    assert_eq!(trial.fails(&["goal", "end", id, "dropped"]).0, 1, "for no reason");
    let ended = trial.prints(&["goal", "end", id, "partly", "--because", "104 s"]);
    assert_eq!(ended, "Reached in part: Improve failover\n");
    assert_eq!(trial.prints(&["goal", "list"]), "No goals.\n");
}

#[test]
fn a_talk_is_begun_shown_and_only_followed_once_it_was_held() {
    let trial = Trial::new();
    trial.prints(&["talk", "begin", "maya", "Change records", "--since", "2020-01-01"]);
    let talks = trial.answers(&["talk", "list"]);
    let id = talks[0]["id"].as_str().expect("an id");
    let listed = trial.prints(&["talk", "list"]);
    assert!(listed.contains("  noticed  Maya Okafor  Change records  not talked about for "), "{listed}");
    let shown = trial.prints(&["talk", "show", id]);
    assert!(shown.contains("Missing: the message in one sentence; an example;"), "{shown}");
    let (code, said) = trial.fails(&["talk", "check", id, "better", "--next", "2099-01-01"]);
    assert_eq!((code, said.contains("talked about")), (1, true), "{said}");
}

#[test]
fn d_r5_hr_is_given_the_parts_that_were_named_and_nothing_else() {
    let trial = Trial::new();
    trial.prints(&["talk", "begin", "maya", "CANARYTITLE"]);
    let id = trial.answers(&["talk", "list"])[0]["id"].as_str().expect("an id").to_owned();
    let packet = |more: &[&'static str]| -> Vec<&str> { [&["talk", "packet", id.as_str()], more].concat() };
    let (code, said) = trial.fails(&packet(&[]));
    assert_eq!((code, said.contains("Nothing is chosen for HR yet.")), (1, true), "{said}");
    assert_eq!(trial.fails(&packet(&["--part", "message"])).0, 1, "nothing is written");
    assert_eq!(trial.fails(&packet(&["--part", "question"])).0, 2, "nothing was asked");
    let message = json!({ "id": id, "message": "It came late." }).to_string();
    trial.prints(&["call", "talk.save", &message]);
    let turn = json!({ "talk": id, "part": "guidance", "who": "Ada Frisk", "question": "What next?",
        "advice": "CANARYADVICE" });
    trial.prints(&["call", "talk.consult_hr", &turn.to_string()]);
    let both = ["--part", "message", "--part", "question"];
    let shown = trial.prints(&packet(&both));
    assert!(
        shown.contains("It came late.") && shown.contains("What next?") && !shown.contains("CANARY"),
        "{shown}"
    );
    assert!(!trial.prints(&packet(&["--part", "message"])).contains("What next?"));
    let wrote = trial.prints(&packet(&[&both[..], &["-o", "hr.md"]].concat()));
    assert_eq!(wrote, "Wrote hr.md. It is not encrypted: give it to HR alone.\n");
    let file = fs::read_to_string(trial.place("hr.md")).expect("written");
    assert!(file.starts_with("# For HR, about Maya Okafor") && !file.contains("CANARY"), "{file}");
}

#[test]
fn a_text_is_coached_without_a_vault() {
    let trial = Trial::empty();
    fs::write(trial.place("message.md"), "You are always late.\n").expect("written");
    let said = trial.prints(&["coach", "message.md"]);
    assert!(said.contains("1:1  Always and never: You are always\n"), "{said}");
    assert_eq!(trial.answers(&["coach", "message.md"])[0]["rule"], "absolute");
    fs::write(trial.place("fine.md"), "On 3 June you came 10 minutes late.\n").expect("written");
    assert_eq!(trial.prints(&["coach", "fine.md"]), "0 places to look at\n");
    assert_eq!(trial.fails(&["coach", "nowhere.md"]).0, 5);
}
