//! Writing something down while the vault is locked, through the real program.

mod trial;

use trial::Trial;

#[test]
fn a_note_is_kept_without_a_passphrase_and_taken_with_it() {
    let trial = Trial::new();
    for (text, about) in [("Calm while the tills were down.", Some("may")), ("Late again.", Some("lind"))] {
        let mut args = vec!["note", text, "--praise", "--locked"];
        args.extend(about.iter().flat_map(|about| ["--person", *about]));
        let out = trial.command(&args).env_remove("INGLENOOK_PASSPHRASE").output().expect("runs");
        let said = String::from_utf8_lossy(&out.stdout);
        assert!(out.status.success() && !said.contains("Maya"), "{said}");
    }
    let out = trial.command(&["captured"]).env_remove("INGLENOOK_PASSPHRASE").output().expect("runs");
    assert_eq!((out.status.code(), out.stdout.is_empty()), (Some(3), true));

    let listed = trial.prints(&["captured"]);
    assert!(listed.contains("Maya Okafor") && listed.contains("“lind”, who is not clear"), "{listed}");
    assert_eq!(trial.prints(&["captured", "take"]).trim(), "1 note is kept.");
    assert!(trial.prints(&["folder", "maya"]).contains("Calm while the tills were down."));
    let waiting = trial.answers(&["captured", "list"]);
    let id = waiting["captures"][0]["id"].as_str().expect("an identifier").to_owned();
    let (code, said) = trial.fails(&["captured", "take", &id]);
    assert_eq!((code, said.contains("not clear whom")), (2, true), "{said}");
    let taken = trial.answers(&["captured", "take", &id, "--person", "lindb", "--constructive"]);
    assert_eq!(taken["notes"][0], id);
    assert!(trial.prints(&["folder", "lindb"]).contains("to improve"));
    assert_eq!(trial.prints(&["captured"]).trim(), "Nothing waits.");
}

#[test]
fn what_is_not_wanted_is_thrown_away() {
    let trial = Trial::new();
    trial.prints(&["note", "x", "--constructive", "--locked"]);
    let id = trial.answers(&["captured"])["captures"][0]["id"].as_str().expect("an identifier").to_owned();
    assert_eq!(trial.fails(&["captured", "remove", "nothing"]).0, 2);
    trial.prints(&["captured", "remove", &id[id.len() - 8..]]);
    assert_eq!(trial.prints(&["captured"]).trim(), "Nothing waits.");
}

#[test]
fn what_cannot_be_kept_has_its_code() {
    let trial = Trial::new();
    for (args, code) in [
        (vec!["note", "x", "--praise", "--locked", "--on", "2026-01-01"], 2),
        (vec!["note", "x", "--praise"], 2),
        (vec!["note", " ", "--praise", "--locked"], 1),
        (vec!["captured", "take", "--person", "maya"], 2),
    ] {
        assert_eq!(trial.fails(&args).0, code, "{args:?}");
    }
    assert_eq!(Trial::empty().fails(&["note", "x", "--praise", "--locked"]).0, 2);
}
