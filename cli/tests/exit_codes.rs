//! The exit code says what kind of trouble it is, through the real program.

mod trial;

use std::fs;

use trial::Trial;

#[test]
fn each_kind_of_trouble_has_its_code() {
    let trial = Trial::new();
    let notes = |text: &'static str, more: &[&'static str]| [&["note", text, "--person"], more].concat();
    let cases: [(Vec<&str>, i32, &str); 12] = [
        (notes("x", &["maya", "--praise", "--on", "2999-01-01"]), 1, "its day is in the future"),
        (vec!["history", "not-an-id"], 2, "not an identifier"),
        (vec!["undo", "4711"], 1, "no such change"),
        (vec!["dance"], 2, "unrecognized"),
        (notes("x", &["maya"]), 2, "--praise"),
        (notes("x", &["maya", "--praise", "--constructive"]), 2, "cannot be used"),
        (notes("x", &["lind", "--praise"]), 2, "Tom Lindberg, Tomás Lindqvist"),
        (notes("x", &["zora", "--praise"]), 2, "Nobody is called that"),
        (vec!["call", "person.list", "{\"limit\": 1}"], 2, "no argument limit"),
        (vec!["call", "person.list", "{"], 2, "not JSON"),
        (vec!["call", "no.such_call"], 2, "no call no.such_call"),
        (vec!["backup", "nowhere/at/all.inglenook"], 5, "could not be read or written"),
    ];
    for (args, code, says) in cases {
        let (found, said) = trial.fails(&args);
        assert_eq!((found, said.contains(says)), (code, true), "{args:?} said: {said}");
    }
}

#[test]
fn a_wrong_passphrase_and_none_at_all_are_locked() {
    let trial = Trial::new();
    for (passphrase, says) in
        [("three quiet boxes at noon", "does not open"), ("", "Set INGLENOOK_PASSPHRASE")]
    {
        let out = trial
            .command(&["person", "list"])
            .env("INGLENOOK_PASSPHRASE", passphrase)
            .output()
            .expect("runs");
        let said = String::from_utf8_lossy(&out.stderr);
        assert_eq!((out.status.code(), out.stdout.is_empty()), (Some(3), true), "{said}");
        assert!(said.contains(says), "{said}");
    }
}

#[test]
fn what_is_no_vault_is_left_alone() {
    let trial = Trial::empty();
    let (code, said) = trial.fails(&["today"]);
    assert_eq!((code, said.contains("nook init")), (2, true), "{said}");
    fs::create_dir(trial.vault()).expect("a folder");
    fs::write(trial.vault().join("letters.txt"), "dear").expect("a file");
    assert_eq!(trial.fails(&["today"]).0, 2);
    let (code, said) = trial.fails(&["init", "--name", "Dana", "--kit", "kit.txt"]);
    assert_eq!(code, 1, "{said}");
    assert_eq!(fs::read_dir(trial.vault()).expect("list").count(), 1, "nothing was added");
    assert!(!trial.place("kit.txt").exists());
}

#[test]
fn a_newer_vault_is_refused_and_not_touched() {
    let trial = Trial::new();
    let slots = trial.vault().join("slots");
    let mut bytes = fs::read(&slots).expect("slots");
    let digit = bytes.iter().position(|byte| *byte == b'\n').expect("a first line") - 1;
    bytes[digit] = b'9';
    fs::write(&slots, &bytes).expect("written");
    let (code, said) = trial.fails(&["person", "list"]);
    assert_eq!((code, said.contains("newer version")), (1, true), "{said}");
    assert_eq!(fs::read(&slots).expect("slots"), bytes);
}

#[test]
fn a_vault_that_cannot_be_mended_is_damaged() {
    let trial = Trial::new();
    fs::write(trial.vault().join("vault.db"), vec![7; 65_536]).expect("written");
    for gone in ["journal", "journal.before", "vault.db-wal"] {
        // What is not there need not be removed.
        let _ = fs::remove_file(trial.vault().join(gone));
    }
    let _ = fs::remove_dir_all(trial.vault().join("backups"));
    let (code, said) = trial.fails(&["person", "list"]);
    assert_eq!(code, 4, "{said}");
}

#[test]
fn a_place_that_cannot_be_written_is_the_machine() {
    let trial = Trial::empty();
    let out = trial
        .command(&["--vault", "/proc/inglenook/vault", "init", "--name", "Dana", "--kit", "kit.txt"])
        .output()
        .expect("runs");
    assert_eq!(out.status.code(), Some(5), "{}", String::from_utf8_lossy(&out.stderr));
}

#[test]
fn faults_are_json_for_scripts_and_a_closed_pipe_is_no_trouble() {
    let trial = Trial::new();
    let (code, said) = trial.fails(&["--json", "person", "show", "lind"]);
    let fault: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!((code, &fault["fault"]["kind"]), (2, &"wrong_use".into()));

    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let child =
        trial.command(&["doors"]).stdout(writer).stderr(std::process::Stdio::piped()).spawn().expect("runs");
    let out = child.wait_with_output().expect("ends");
    assert_eq!((out.status.code(), String::from_utf8_lossy(&out.stderr).as_ref()), (Some(0), ""));
}
