//! Everything that does not open a vault: no try succeeds, none learns more than another, and nothing is changed.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use app::Fault;
use app::fault::FaultKind;
use house_tests::drill::{Chance, PASSPHRASE, Trial, desk_at, differing, files_of, times};
use seal::key::VaultKey;
use seal::passphrase::Cost;
use seal::recovery::RecoveryCode;
use seal::slots::SlotFile;
use serde_json::json;
use store::StoreFault;

/// The tries of all kinds together, in `./test`.
const TRIES: usize = 1_000;
/// Tries with a passphrase, each of which costs a derivation.
const PASSPHRASES: [&str; 5] = [
    "",
    "Lantern orchard quiet violin",
    "lantern orchard quiet violin ",
    "lantern orchard quiet violi\u{300}n",
    "violin quiet orchard lantern",
];

/// What every try that depends on a secret is answered with.
fn wrong_key() -> Fault {
    Fault::from(StoreFault::WrongKey)
}

/// A try through the door, as the window makes it.
fn unlock(trial: &Trial, way: serde_json::Value) -> Result<serde_json::Value, Fault> {
    desk_at(&trial.place.vault()).call("vault.unlock", way, None)
}

#[test]
fn no_secret_but_the_right_one_opens_and_all_wrong_ones_get_one_answer() {
    let trial = Trial::new();
    let before = files_of(&trial.place.vault());
    for _ in 0..times(TRIES * 3 / 10) {
        let other = RecoveryCode::make_random().expect("chance").groups().join("-");
        assert_eq!(unlock(&trial, json!({ "kit": other })), Err(wrong_key()));
    }
    for passphrase in PASSPHRASES {
        assert_eq!(unlock(&trial, json!({ "passphrase": passphrase })), Err(wrong_key()), "{passphrase:?}");
    }
    assert_eq!(
        differing(&before, &files_of(&trial.place.vault())),
        Vec::<PathBuf>::new(),
        "a wrong try changed something"
    );
    for right in [json!({ "kit": trial.kit }), json!({ "passphrase": PASSPHRASE })] {
        assert_eq!(unlock(&trial, right).expect("the right one opens")["owner"], "Rosa Lindqvist");
    }
}

#[test]
fn another_secret_of_the_keychain_gets_the_same_answer() {
    let (mut slots, key) = slots_and_key(&Trial::new());
    let mut chance = Chance::of_drill("wrong secrets of the keychain");
    let mut secret = || <[u8; 32]>::try_from(chance.bytes(32)).expect("32 bytes");
    let right = secret();
    slots.put_keychain(&key, &right, "secret-service").expect("a slot");
    let slots = SlotFile::decode(&slots.encode(&key)).expect("read back");
    for _ in 0..times(TRIES / 5) {
        let refused = slots.open_with_keychain(&secret()).expect_err("another secret");
        assert_eq!(Fault::from(StoreFault::from(refused)), wrong_key());
    }
    assert!(slots.open_with_keychain(&right).expect("the right one").is_same_as(&key));
}

#[test]
fn a_slot_file_with_any_bit_changed_opens_nothing() {
    let trial = Trial::new();
    let good = fs::read(trial.folder().slots()).expect("slots");
    let mut chance = Chance::of_drill("changed slot files");
    let mut answers = BTreeSet::new();
    for _ in 0..times(TRIES * 4 / 10) {
        let mut changed = good.clone();
        let bit = chance.below(8 * changed.len());
        changed[bit / 8] ^= 1 << (bit % 8);
        answers.insert(refused_with(&trial, &changed, json!({ "kit": trial.kit })));
    }
    // What can be told without a secret is told. Whatever needed one has the one answer.
    let allowed = BTreeSet::from([
        wrong_key().sentence,
        StoreFault::FromTheFuture.to_string(),
        StoreFault::from(seal::slots::Unopened::Unreadable).to_string(),
    ]);
    let weakened = |answer: &&String| answer.starts_with("The slot file was weakened or damaged: ");
    let others: Vec<_> = answers.difference(&allowed).filter(|answer| !weakened(answer)).collect();
    assert!(others.is_empty(), "{others:?}");
    assert!(answers.contains(&wrong_key().sentence));
    put_slots(&trial, &good);
    drop(trial.open());
}

#[test]
fn slots_of_another_vault_open_nothing() {
    let (trial, other) = (Trial::new(), Trial::empty());
    let stranger = fs::read(other.folder().slots()).expect("slots");
    assert_eq!(refused_with(&trial, &stranger, json!({ "kit": trial.kit })), wrong_key().sentence);
    // The stranger's own kit opens the stranger's slots, and there it ends: its key is not this database's.
    let said = refused_with(&trial, &stranger, json!({ "kit": other.kit }));
    assert!(said.starts_with("The database cannot be read."), "{said}");
    // The stranger's way in, carried over beside ours.
    let ours = fs::read(trial.folder().slots()).expect("slots");
    for at in (0..ours.len().min(stranger.len())).step_by(ours.len().div_ceil(times(TRIES / 20))) {
        let mixed: Vec<u8> = ours[..at].iter().chain(&stranger[at..]).copied().collect();
        refused_with(&trial, &mixed, json!({ "kit": trial.kit }));
    }
}

#[test]
fn a_derivation_that_was_made_cheap_or_endless_is_refused_before_the_passphrase_is_used() {
    let trial = Trial::new();
    let good = fs::read(trial.folder().slots()).expect("slots");
    let written = cost_bytes(Cost::FLOOR);
    let at =
        good.windows(written.len()).position(|window| window == written).expect("the cost stands in clear");
    let (floor, ceiling) = (Cost::FLOOR, Cost::CEILING);
    let mut costs = Vec::new();
    for memory_kib in
        [0, 1, 8, 1024, floor.memory_kib / 2, floor.memory_kib - 1, ceiling.memory_kib + 1, u32::MAX]
    {
        costs.push(Cost { memory_kib, ..floor });
    }
    costs.extend(
        [0, 1, floor.passes - 1, ceiling.passes + 1, u32::MAX].map(|passes| Cost { passes, ..floor }),
    );
    costs.extend([0, 1, floor.lanes - 1, ceiling.lanes + 1, u32::MAX].map(|lanes| Cost { lanes, ..floor }));
    for cost in costs {
        let changed: Vec<u8> = [&good[..at], &cost_bytes(cost), &good[at + written.len()..]]
            .into_iter()
            .flatten()
            .copied()
            .collect();
        for way in [json!({ "passphrase": PASSPHRASE }), json!({ "kit": trial.kit })] {
            let said = refused_with(&trial, &changed, way);
            assert!(said.starts_with("The slot file was weakened or damaged: "), "{cost:?}: {said}");
        }
        let answer = trial.place.run(&["today"]);
        assert_eq!(answer.code, Some(4), "{cost:?}: {answer:?}");
    }
    // Within the bounds it is still another file than was written, so the passphrase is asked and found wrong.
    let dearer = Cost { passes: floor.passes + 1, ..floor };
    let changed: Vec<u8> = [&good[..at], &cost_bytes(dearer), &good[at + written.len()..]]
        .into_iter()
        .flatten()
        .copied()
        .collect();
    assert_eq!(refused_with(&trial, &changed, json!({ "passphrase": PASSPHRASE })), wrong_key().sentence);
    put_slots(&trial, &good);
    drop(trial.open());
}

#[test]
fn nook_exits_with_3_and_says_the_same_whatever_was_wrong() {
    let trial = Trial::new();
    let before = files_of(&trial.place.vault());
    let mut said: BTreeSet<String> = PASSPHRASES[1..3]
        .iter()
        .map(|passphrase| {
            let answer = trial.place.run_with(passphrase, &["person", "list"]);
            assert_eq!((answer.code, answer.out.as_str()), (Some(3), ""), "{answer:?}");
            answer.said
        })
        .collect();
    assert_eq!(
        differing(&before, &files_of(&trial.place.vault())),
        Vec::<PathBuf>::new(),
        "a wrong try changed something"
    );
    // The right passphrase and a slot file whose last byte, a part of the MAC, is another.
    let mut changed = fs::read(trial.folder().slots()).expect("slots");
    *changed.last_mut().expect("not empty") ^= 1;
    put_slots(&trial, &changed);
    let answer = trial.place.run(&["person", "list"]);
    assert_eq!(answer.code, Some(3), "{answer:?}");
    said.insert(answer.said);
    assert_eq!(said.len(), 1, "one answer for all: {said:?}");
    assert!(said.iter().all(|said| said.contains(&wrong_key().sentence)), "{said:?}");
}

fn slots_and_key(trial: &Trial) -> (SlotFile, VaultKey) {
    let bytes = fs::read(trial.folder().slots()).expect("slots");
    let slots = SlotFile::decode(&bytes).expect("a slot file");
    let key =
        slots.open_with_recovery(&RecoveryCode::parse(&trial.kit).expect("a code")).expect("the kit opens");
    (slots, key)
}

/// Puts a slot file in place of the vault's, and of the copy beside the backups, which would mend it.
fn put_slots(trial: &Trial, bytes: &[u8]) {
    fs::write(trial.folder().slots(), bytes).expect("written");
    fs::write(trial.folder().backups().join("slots"), bytes).expect("written");
}

/// Tries a changed slot file. It has to be refused with nothing changed; the sentence of the refusal.
fn refused_with(trial: &Trial, slots: &[u8], way: serde_json::Value) -> String {
    put_slots(trial, slots);
    let before = files_of(&trial.place.vault());
    let fault = unlock(trial, way).expect_err("a slot file that nobody wrote opened the vault");
    assert!(matches!(fault.kind, FaultKind::Locked | FaultKind::Damaged | FaultKind::Refused), "{fault:?}");
    assert!(fault.next.is_some(), "{fault:?}");
    assert_eq!(
        differing(&before, &files_of(&trial.place.vault())),
        Vec::<PathBuf>::new(),
        "a wrong try changed something"
    );
    fault.sentence
}

/// A cost as it stands in the slot file: three numbers of CBOR, each as short as it can be.
fn cost_bytes(cost: Cost) -> Vec<u8> {
    let number = |number: u32| match number {
        0..=23 => vec![u8::try_from(number).expect("small")],
        24..=0xff => vec![0x18, u8::try_from(number).expect("one byte")],
        0x100..=0xffff => [&[0x19][..], &u16::try_from(number).expect("two bytes").to_be_bytes()].concat(),
        _ => [&[0x1a][..], &number.to_be_bytes()].concat(),
    };
    [number(cost.memory_kib), number(cost.passes), number(cost.lanes)].concat()
}
