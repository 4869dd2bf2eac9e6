//! Twelve ways to be locked out of one's own notes, each ending in an open vault with everything in it, or, where by
//! nature nothing can be done, in a sentence that says what to do next.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use app::clock::Clock;
use app::{Desk, Fault};
use house_tests::drill::{
    Answer, Chance, Keychain, PASSPHRASE, Place, Trial, call, copy_folder, desk_at, lock, records_through,
    times,
};
use serde_json::json;
use store::vault::{Way, backup};

/// The table: what happened, and the drill.
macro_rules! drills {
    ($($happened:ident;)*) => {
        const DRILLS: &[&str] = &[$(stringify!($happened)),*];
        mod happened { $( #[test] fn $happened() { super::$happened(); } )* }
    };
}

drills! {
    the_keychain_was_wiped;
    the_keychain_is_not_there;
    the_keychain_is_locked;
    the_keychain_holds_another_secret;
    the_system_was_installed_anew;
    the_home_moved_to_another_machine;
    the_user_was_renamed;
    the_clock_stands_in_1970;
    the_kit_was_copied_with_a_mistake;
    the_passphrase_was_forgotten;
    the_slot_file_was_lost;
    the_slot_file_was_half_written;
}

#[test]
fn there_are_twelve() {
    assert_eq!(DRILLS.iter().collect::<BTreeSet<_>>().len(), 12);
}

/// A vault that its owner lets the keychain open, and proof that the keychain alone does.
fn with_keychain() -> (Trial, Vec<String>) {
    let trial = Trial::new();
    let records = trial.records();
    let mut allow = trial.place.nook(&["keychain", "on"]);
    let allowed = Keychain::Open.with(&trial.place, allow.env("INGLENOOK_PASSPHRASE", PASSPHRASE)).done();
    assert!(allowed.out.contains("opens the vault from now on"), "{allowed:?}");
    Keychain::Open.with(&trial.place, &by_keychain(&trial.place)).done();
    (trial, records)
}

/// Opens with nothing but what the keychain gives.
fn by_keychain(place: &Place) -> Command {
    place.nook(&["--json", "call", "person.list"])
}

/// Opens by the keychain through its own door, whose refusal is not overlaid by anything else.
fn through_the_door(place: &Place) -> Command {
    place.nook(&["--json", "call", "vault.unlock", r#"{"keychain":true}"#])
}

/// The keychain does not open the vault. The refusal is a sentence with a next step; a program without a terminal ends
/// as locked; and the passphrase opens the vault beside that very keychain, with everything in it.
fn is_opened_by_the_passphrase_instead(trial: &Trial, keychain: Keychain, records: &[String], said: &str) {
    let place = &trial.place;
    let refused = keychain.with(place, &through_the_door(place));
    assert!(refused.code.is_some_and(|code| code != 0), "{refused:?}");
    assert!(refused.said.contains(said) && refused.said.contains("passphrase"), "{refused:?}");
    let locked = keychain.with(place, &by_keychain(place));
    assert_eq!(locked.code, Some(3), "{locked:?}");
    let mut list = by_keychain(place);
    keychain.with(place, list.env("INGLENOOK_PASSPHRASE", PASSPHRASE)).done();
    assert!(trial.records() == records, "not everything is there");
}

fn the_keychain_was_wiped() {
    let (trial, records) = with_keychain();
    Keychain::wipe(&trial.place);
    is_opened_by_the_passphrase_instead(&trial, Keychain::Open, &records, "does not hold the secret");
    // It may be allowed once more, and then opens the vault again.
    let mut allow = trial.place.nook(&["keychain", "on"]);
    Keychain::Open.with(&trial.place, allow.env("INGLENOOK_PASSPHRASE", PASSPHRASE)).done();
    Keychain::Open.with(&trial.place, &by_keychain(&trial.place)).done();
}

fn the_keychain_is_not_there() {
    let (trial, records) = with_keychain();
    is_opened_by_the_passphrase_instead(&trial, Keychain::Absent, &records, "no keychain that answers");
    // And where there is not even a message bus.
    let answer = Answer::of(&mut through_the_door(&trial.place));
    assert!(answer.said.contains("no keychain that answers"), "{answer:?}");
    trial.place.run(&["person", "list"]).done();
}

fn the_keychain_is_locked() {
    let (trial, records) = with_keychain();
    is_opened_by_the_passphrase_instead(
        &trial,
        Keychain::Locked,
        &records,
        "keychain of this computer is locked",
    );
    Keychain::Open.with(&trial.place, &by_keychain(&trial.place)).done();
}

fn the_keychain_holds_another_secret() {
    let (trial, records) = with_keychain();
    let slots = fs::read(trial.folder().slots()).expect("slots");
    // The keychain is given a new secret, and the vault is then brought back as it was before.
    let mut allow = trial.place.nook(&["keychain", "on"]);
    Keychain::Open.with(&trial.place, allow.env("INGLENOOK_PASSPHRASE", PASSPHRASE)).done();
    fs::write(trial.folder().slots(), &slots).expect("written");
    fs::write(trial.folder().backups().join("slots"), &slots).expect("written");
    let place = &trial.place;
    let refused = Keychain::Open.with(place, &through_the_door(place));
    assert_eq!(refused.code, Some(3), "{refused:?}");
    assert!(
        refused.said.contains("does not open this vault") && refused.said.contains("recovery kit"),
        "{refused:?}"
    );
    let mut list = by_keychain(place);
    Keychain::Open.with(place, list.env("INGLENOOK_PASSPHRASE", PASSPHRASE)).done();
    assert!(records_through(&place.vault(), &trial.way()) == records, "not everything is there");
}

/// Copies nothing but the vault's folder into another place, to where a fresh installation looks for it.
fn moved_to(trial: &Trial, place: &Place) -> std::path::PathBuf {
    let folder = place.home().join(".local/share/inglenook/vault");
    copy_folder(&trial.place.vault(), &folder);
    folder
}

/// `nook` as somebody else's machine starts it: the usual place, another name, no other variable.
fn nook_of(place: &Place, user: &str) -> Command {
    let mut command = place.nook(&["--json", "call", "person.list", r#"{"include_left":true}"#]);
    command.env_remove("INGLENOOK_HOME").env("USER", user).env("LOGNAME", user).env("HOSTNAME", "another");
    command
}

fn the_system_was_installed_anew() {
    let (trial, records) = with_keychain();
    let place = Place::new();
    let folder = moved_to(&trial, &place);
    let locked = Answer::of(&mut nook_of(&place, "rosa"));
    assert_eq!(locked.code, Some(3), "{locked:?}");
    Answer::of(nook_of(&place, "rosa").env("INGLENOOK_PASSPHRASE", PASSPHRASE)).done();
    for way in [trial.way(), Way::passphrase(PASSPHRASE.to_owned())] {
        assert!(records_through(&folder, &way) == records, "not everything is there");
    }
}

fn the_home_moved_to_another_machine() {
    let trial = Trial::new();
    let records = trial.records();
    let place = Place::new();
    let folder = moved_to(&trial, &place);
    drop(trial.place);
    let answer = Answer::of(nook_of(&place, "somebody-else").env("INGLENOOK_PASSPHRASE", PASSPHRASE)).done();
    assert!(
        answer.out.contains("\"relation\": \"me\"") || answer.out.contains("\"relation\":\"me\""),
        "{answer:?}"
    );
    assert!(
        records_through(&folder, &Way::kit(&trial.kit).expect("the code")) == records,
        "not everything is there"
    );
}

fn the_user_was_renamed() {
    let trial = Trial::new();
    let records = trial.records();
    let old = trial.place.home().join("rosa-lindqvist/.local/share/inglenook");
    fs::create_dir_all(&old).expect("the home of before");
    fs::rename(trial.place.vault(), old.join("vault")).expect("moved");
    let new = trial.place.home().join("Rosa Ångström (new)");
    fs::rename(trial.place.home().join("rosa-lindqvist"), &new).expect("renamed");
    let renamed = |user| {
        let mut command = nook_of(&trial.place, user);
        command.env("HOME", &new).env("INGLENOOK_PASSPHRASE", PASSPHRASE);
        command
    };
    Answer::of(&mut renamed("rosa.angstrom")).done();
    let folder = new.join(".local/share/inglenook/vault");
    assert!(records_through(&folder, &trial.way()) == records, "not everything is there");
}

fn the_clock_stands_in_1970() {
    let trial = Trial::new();
    let records = trial.records();
    let (clock, _hands) = Clock::standing("1970-01-01T00:00:00+00:00".parse().expect("a moment"));
    let desk = Desk::for_a_test(trial.place.vault(), clock, |_| {});
    let opened = call(&desk, "vault.unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(opened["findings"], json!([]));
    // Work goes on meanwhile: a note, a change of the passphrase, and with it a backup dated 1970.
    let people = call(&desk, "person.list", json!({ "include_left": true }));
    let note = json!({ "person": people[1]["id"], "polarity": "praise", "text": "Wrote this in 1970." });
    call(&desk, "folder.keep_note", note);
    call(&desk, "vault.change_passphrase", json!({ "old": PASSPHRASE, "new": "the clock stands still" }));
    lock(&desk);
    // Back in the present, nothing is missing, nothing is taken for older than it is, and the check has no word to say.
    let desk = desk_at(&trial.place.vault());
    let opened = call(&desk, "vault.unlock", json!({ "passphrase": "the clock stands still" }));
    assert_eq!(opened["findings"], json!([]));
    assert_eq!(call(&desk, "vault.check", json!({}))["findings"], json!([]));
    lock(&desk);
    let now = trial.records();
    assert_eq!(now.len(), records.len() + 1);
    assert!(records.iter().all(|record| now.contains(record)), "not everything is there");
}

fn the_kit_was_copied_with_a_mistake() {
    let trial = Trial::new();
    let records = trial.records();
    let desk = desk_at(&trial.place.vault());
    let mut chance = Chance::of_drill("mistyped kits");
    for _ in 0..times(1_000) {
        let (typed, group) = mistyped(&trial.kit, &mut chance);
        let fault =
            desk.call("vault.unlock", json!({ "kit": typed }), None).expect_err("a mistyped code opened");
        assert_eq!(fault.rule.as_deref(), Some("vault.kit_mistyped"), "{fault:?}");
        assert!(fault.sentence.starts_with(&format!("Group {group} ")), "group {group}: {fault:?}");
        assert!(fault.next.is_some() && !fault.sentence.contains(&typed), "{fault:?}");
    }
    // Typed as people type: small letters, spaces, the letters that look like numbers.
    let sloppy = trial.kit.to_lowercase().replace('-', "  ").replace('0', "o").replace('1', "l");
    call(&desk, "vault.unlock", json!({ "kit": sloppy }));
    lock(&desk);
    assert!(trial.records() == records, "not everything is there");
}

/// The code with one letter changed for another, or with one left out, and the group it is in.
fn mistyped(kit: &str, chance: &mut Chance) -> (String, usize) {
    const LETTERS: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ!*";
    let mut groups: Vec<Vec<u8>> = kit.split('-').map(|group| group.as_bytes().to_vec()).collect();
    let (group, place) = (chance.below(groups.len()), chance.below(4));
    if chance.below(5) == 0 {
        groups[group].remove(place);
    } else {
        let other: Vec<u8> =
            LETTERS.iter().copied().filter(|letter| *letter != groups[group][place]).collect();
        groups[group][place] = *chance.pick(&other);
    }
    let typed: Vec<String> =
        groups.into_iter().map(|group| String::from_utf8(group).expect("letters")).collect();
    (typed.join("-"), group + 1)
}

fn the_passphrase_was_forgotten() {
    let trial = Trial::new();
    let records = trial.records();
    let desk = desk_at(&trial.place.vault());
    call(&desk, "vault.unlock", json!({ "kit": trial.kit }));
    // The kit is in the owner's hand, and that is as good as the passphrase nobody knows any more.
    let new = "a passphrase to remember";
    call(&desk, "vault.change_passphrase", json!({ "kit": trial.kit, "new": new }));
    lock(&desk);
    for (passphrase, opens) in [(PASSPHRASE, false), (new, true)] {
        let answer = trial.place.run_with(passphrase, &["today"]);
        assert_eq!(answer.code, Some(if opens { 0 } else { 3 }), "{answer:?}");
    }
    assert!(trial.records() == records, "not everything is there");
    // The same from a terminal, where the kit stands in a variable of its own.
    let mut change = trial.place.nook(&["passphrase"]);
    Answer::of(change.env("INGLENOOK_KIT", &trial.kit).env("INGLENOOK_NEW_PASSPHRASE", PASSPHRASE)).done();
    trial.place.run(&["today"]).done();
    // Open is not enough: whoever sits down at an unlocked screen cannot choose a new passphrase.
    let desk = trial.open();
    let wrong = json!({ "old": "not the passphrase at all", "new": new });
    let refused: Fault =
        desk.call("vault.change_passphrase", wrong, None).expect_err("changed without proof");
    assert_eq!(refused.rule.as_deref(), Some("vault.wrong_key"));
    desk.call("vault.change_passphrase", json!({ "new": new }), None).expect_err("changed without any proof");
}

fn the_slot_file_was_lost() {
    let trial = Trial::new();
    let records = trial.records();
    let file = trial.place.desk().join("before.inglenook");
    trial.place.run(&["backup", file.to_str().expect("a path")]).done();

    // Lost alone, it is brought back from the copy beside the backups.
    fs::remove_file(trial.folder().slots()).expect("removed");
    let answer = trial.place.run(&["today"]).done();
    assert!(answer.said.contains("slots") && answer.said.contains("brought back"), "{answer:?}");
    assert!(trial.records() == records, "not everything is there");

    // Lost with its copy, no key can be had from this folder. It says so, and what to do.
    fs::remove_file(trial.folder().slots()).expect("removed");
    fs::remove_file(trial.folder().backups().join("slots")).expect("removed");
    let answer = trial.place.run(&["today"]);
    assert_eq!(answer.code, Some(4), "{answer:?}");
    assert!(answer.said.contains("slots") && answer.said.contains("backup"), "{answer:?}");
    restored_by_kit(&trial, &file, &records);
}

/// The next step that the sentence names: the backup comes back with the kit alone.
fn restored_by_kit(trial: &Trial, file: &Path, records: &[String]) {
    let folder = trial.place.folder().join("restored");
    let to = store::vault::Folder::at(&folder);
    backup::restore(file, &to, &trial.way(), &mut |_, _| std::ops::ControlFlow::Continue(()))
        .expect("restored");
    assert!(records_through(&folder, &trial.way()) == records, "not everything is there");
}

fn the_slot_file_was_half_written() {
    let trial = Trial::new();
    let records = trial.records();
    let file = trial.place.desk().join("before.inglenook");
    trial.place.run(&["backup", file.to_str().expect("a path")]).done();
    let whole = fs::read(trial.folder().slots()).expect("slots");
    let copy = trial.folder().backups().join("slots");
    for length in (0..whole.len()).step_by(whole.len() / times(8)) {
        fs::write(trial.folder().slots(), &whole[..length]).expect("half");
        // What a write leaves that was cut off before the new file had its name.
        fs::write(trial.place.vault().join("slots.tmp"), &whole[..length]).expect("half");
        let desk = desk_at(&trial.place.vault());
        let opened = call(&desk, "vault.unlock", json!({ "kit": trial.kit }));
        let said = opened["findings"].as_array().expect("findings");
        assert!(said.iter().any(|finding| finding["severity"] == "mended"), "{length} bytes: {opened}");
        lock(&desk);
        assert_eq!(fs::read(trial.folder().slots()).expect("slots"), whole, "{length} bytes");
    }
    assert!(trial.records() == records, "not everything is there");
    for length in (0..whole.len()).step_by(whole.len() / times(8)) {
        fs::write(trial.folder().slots(), &whole[..length]).expect("half");
        fs::write(&copy, &whole[..length]).expect("half");
        let status = call(&desk_at(&trial.place.vault()), "vault.status", json!({}));
        assert_eq!(status["state"], "damaged", "{length} bytes: {status}");
        let answer = trial.place.run(&["today"]);
        assert_eq!(answer.code, Some(4), "{answer:?}");
        assert!(answer.said.contains("backup"), "{answer:?}");
    }
    restored_by_kit(&trial, &file, &records);
}
