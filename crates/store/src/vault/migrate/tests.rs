#![allow(clippy::unwrap_used)]
use std::cell::{Cell, RefCell};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::*;
use crate::vault::backup::{restore, unwatched};
use crate::vault::trial::{Trial, contents, keep, kept, notes, room};
use crate::vault::{Folder, open};

/// The hash of each released shape, made from its name and its text. A released shape never changes: write another.
const PINS: [&str; SHAPES.len()] = [
    "1796f168ab6f1bdef76759973894044982639e292c733166f3d5e887eafae189",
    "a0b018f620126f569dd6d2e0b306f11d140044cd90f1e3b190cfccddd825c96a",
    "b21216ae03f873293f3751fcbc8463e9e47cab20cce48bc94411b3c76cec0483",
    "1747ca6e7e6651ade82205b2662d4718cedf9fed55a3fc956a8db6784cbabb03",
    "e513e11976e46330780067d2aa7e0819ff3a2b95ff3aafe488cf6e31f5c7bd0b",
    "7806d23a6c69825aeaade5410fab128203323c9f86ceb3d8f8ffb3128315de37",
];

/// The number of the present shape, and of the next one that a test makes up.
const PRESENT: u32 = SHAPES.len() as u32;
const NEXT: u32 = PRESENT + 1;

/// A made-up shape that comes next, of a program that does not exist yet.
const NEWER: &[Shape] = &[
    SHAPES[0],
    SHAPES[1],
    SHAPES[2],
    SHAPES[3],
    SHAPES[4],
    SHAPES[5],
    (
        "0007_made_up",
        "CREATE TABLE made_up (record BLOB PRIMARY KEY, words INTEGER NOT NULL) STRICT;
         INSERT INTO made_up SELECT id, length(text) FROM note;
         CREATE INDEX made_up_words ON made_up (words);",
    ),
];
/// One that stops half way.
const BREAKS_OFF: &[Shape] = &[
    SHAPES[0],
    SHAPES[1],
    SHAPES[2],
    SHAPES[3],
    SHAPES[4],
    SHAPES[5],
    ("0007_breaks_off", "CREATE TABLE made_up (a); INSERT INTO nowhere VALUES (1);"),
];
/// One that goes through, and loses something.
const LOSES: &[Shape] = &[
    SHAPES[0],
    SHAPES[1],
    SHAPES[2],
    SHAPES[3],
    SHAPES[4],
    SHAPES[5],
    ("0007_loses", "UPDATE note SET text = '' WHERE text = 'note 1';"),
];

type OnStep = Box<dyn FnMut(&'static str)>;

thread_local! {
    static KNOWN: Cell<&'static [Shape]> = const { Cell::new(&SHAPES) };
    static ON_STEP: RefCell<Option<OnStep>> = const { RefCell::new(None) };
}

/// What the program of this test knows.
pub(crate) fn shapes() -> &'static [Shape] {
    KNOWN.get()
}

pub(crate) fn step(name: &'static str) {
    ON_STEP.with_borrow_mut(|on_step| {
        if let Some(on_step) = on_step {
            on_step(name);
        }
    });
}

/// Runs `work` as a program that knows these shapes.
fn as_program<T>(known: &'static [Shape], work: impl FnOnce() -> T) -> T {
    KNOWN.set(known);
    let done = work();
    KNOWN.set(&SHAPES);
    done
}

/// A copy of a folder as a power cut would leave it, made by another process: one that opens and closes the database's
/// file in this one would drop SQLite's locks.
fn image(of: &Path, to: &Path) {
    assert!(Command::new("cp").arg("-a").args([of, to]).status().unwrap().success());
}

fn backups_before_migration(folder: &Folder) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder.backups()) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.filter(|path| path.to_string_lossy().ends_with(".migration.inglenook")).collect()
}

fn shape_in(trial: &Trial) -> u32 {
    as_program(NEWER, || shape_of(&trial.open().connection).unwrap())
}

#[test]
fn no_released_shape_was_changed() {
    for ((name, sql), pin) in SHAPES.iter().zip(PINS) {
        let mut digest = seal::chain::Digest::start();
        digest.add(name.as_bytes());
        digest.add(sql.as_bytes());
        let hash: String = digest.finish().iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hash, pin, "{name} is not what was released");
    }
}

#[test]
fn an_empty_database_gets_the_present_shape_once() {
    let mut connection = Connection::open_in_memory().unwrap();
    crate::search::teach(&connection).unwrap();
    assert_eq!(shape_of(&connection).unwrap(), 0);
    migrate_draft(&mut connection).unwrap();
    assert_eq!(shape_of(&connection).unwrap(), present());
    migrate_draft(&mut connection).unwrap();
    assert!(connection.prepare("SELECT * FROM deed JOIN change USING (seq)").is_ok());
}

#[test]
fn notes_from_before_can_be_asked_for_like_new_ones() {
    let connection = Connection::open_in_memory().unwrap();
    for (_, sql) in &SHAPES[..2] {
        connection.execute_batch(sql).unwrap();
    }
    // As the program before wrote them: one praise that was raised, one to improve that waits.
    connection
        .execute_batch(
            "INSERT INTO note (id, person, polarity, kind, text, \"on\", raised_on, dismissed) VALUES
               (randomblob(16), x'11111111111111111111111111111111', 'praise', 'delivery', 'Led the drill', 20000, 20001, 0),
               (randomblob(16), x'11111111111111111111111111111111', 'constructive', 'other', 'No drill plan', 20000, NULL, 0);
             INSERT INTO passage (id, noun, record, person, words)
               SELECT rowid, 5, id, person, 'note ' || polarity FROM note;
             INSERT INTO passage_index (rowid, text, tags, name) SELECT id, text, tags, name FROM passage_content;",
        )
        .unwrap();
    connection.execute_batch(SHAPES[2].1).unwrap();
    let found = |asked: &str| -> Vec<String> {
        let mut select = connection
            .prepare("SELECT n.text FROM passage_index AS i JOIN passage AS p ON p.id = i.rowid JOIN note AS n ON n.id = p.record WHERE passage_index MATCH ? ORDER BY n.text")
            .unwrap();
        select.query_map([asked], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    for (asked, texts) in [
        ("text : drill", vec!["Led the drill", "No drill plan"]),
        ("tags : raised", vec!["Led the drill"]),
        ("tags : unraised", vec!["No drill plan"]),
        ("tags : delivery AND tags : praise", vec!["Led the drill"]),
        ("tags : p11111111111111111111111111111111 AND tags : other", vec!["No drill plan"]),
    ] {
        assert_eq!(found(asked), texts, "{asked}");
    }
    // The index says exactly what its passages say.
    let check = "INSERT INTO passage_index (passage_index, rank) VALUES ('integrity-check', 1)";
    connection.execute(check, []).unwrap();
}

#[test]
fn reviews_from_before_are_found_by_their_words_and_not_by_the_addresses_of_their_evidence() {
    let mut connection = Connection::open_in_memory().unwrap();
    crate::search::teach(&connection).unwrap();
    for (_, sql) in &SHAPES[..4] {
        connection.execute_batch(sql).unwrap();
    }
    connection.pragma_update(None, "user_version", 4).unwrap();
    // As the program before wrote them: two texts with chips, one of nothing but a chip, one without; and a note.
    connection
        .execute_batch(
            "INSERT INTO review (id, person, cycle, text) VALUES
               (randomblob(16), x'11111111111111111111111111111111', '2026',
                'Led the drill [2 Oct](inglenook:note/0197a3c0-0000-7000-8000-000000000001) calmly'),
               (randomblob(16), x'11111111111111111111111111111111', '2025', 'A drill [first](inglenook:new)'),
               (randomblob(16), x'22222222222222222222222222222222', '2026',
                '[alone](inglenook:goal/0197a3c0-0000-7000-8000-000000000002)'),
               (randomblob(16), x'22222222222222222222222222222222', '2025', 'Kept to the plan');
             INSERT INTO note (id, person, polarity, kind, text, \"on\", dismissed) VALUES
               (randomblob(16), x'11111111111111111111111111111111', 'praise', 'delivery',
                'Said inglenook in a drill', 20000, 0);
             INSERT INTO passage (id, noun, record, person, words)
               SELECT rowid, 7, id, person, 'review' FROM review
               UNION ALL SELECT 100 + rowid, 5, id, person, 'note praise delivery unraised' FROM note;
             INSERT INTO passage_index (rowid, text, tags, name) SELECT id, text, tags, name FROM passage_content;",
        )
        .unwrap();
    let found = |connection: &Connection, asked: &str| -> Vec<i64> {
        let mut select = connection
            .prepare("SELECT rowid FROM passage_index WHERE passage_index MATCH ? ORDER BY 1")
            .unwrap();
        select.query_map([asked], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    assert_eq!(found(&connection, "text : inglenook"), [1, 2, 3, 101], "before");
    migrate(&mut connection).unwrap();
    for (asked, hits) in [
        ("text : drill", &[1, 2, 101][..]),
        ("text : calmly AND tags : review", &[1]),
        ("text : first", &[2]),
        ("text : plan", &[4]),
        ("text : alone", &[]),
        ("text : oct", &[]),
        ("text : note", &[]),
        ("text : goal", &[]),
        ("text : inglenook", &[101]),
        ("tags : p22222222222222222222222222222222", &[4]),
    ] {
        assert_eq!(found(&connection, asked), hits, "{asked}");
    }
    let passages: i64 =
        connection.query_row("SELECT count(*) FROM passage WHERE noun = 7", [], |row| row.get(0)).unwrap();
    assert_eq!(passages, 3, "one that says nothing beside its evidence has none");
    // The index says exactly what its passages say, and a review from before is a draft.
    let check = "INSERT INTO passage_index (passage_index, rank) VALUES ('integrity-check', 1)";
    connection.execute(check, []).unwrap();
    crate::noun::each::<domain::review::Review>(&connection, |review| {
        let begun = domain::review::Review::begun(review.id, review.person, review.cycle.clone());
        assert_eq!(domain::review::Review { text: String::new(), ..review }, begun);
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_later_shape_is_left_alone() {
    let mut connection = Connection::open_in_memory().unwrap();
    connection.pragma_update(None, "user_version", present() + 1).unwrap();
    assert!(matches!(migrate_draft(&mut connection), Err(StoreFault::FromTheFuture)));
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).unwrap();
    assert_eq!(tables, 0);
}

#[test]
fn a_vault_does_not_pass_for_a_draft() {
    let mut vault = Trial::with_notes(1).open();
    as_program(NEWER, || {
        assert!(matches!(migrate_draft(&mut vault.connection), Err(StoreFault::Machine { .. })));
        assert_eq!(shape_of(&vault.connection).unwrap(), PRESENT);
    });
}

#[test]
fn a_vault_gets_its_new_shape_after_a_backup_of_the_old_one_that_leads_back_with_either_program() {
    let trial = Trial::with_notes(3);
    as_program(NEWER, || {
        let mut vault = trial.open();
        assert_eq!(shape_of(&vault.connection).unwrap(), NEXT);
        assert_eq!(kept(&vault), notes(3));
        let words: i64 =
            vault.connection.query_row("SELECT sum(words) FROM made_up", [], |row| row.get(0)).unwrap();
        assert_eq!(words, 18);
        assert_eq!(vault.check(&mut unwatched).unwrap().findings, []);
        keep(&mut vault, "note 3").unwrap();
        vault.close().unwrap();
    });
    let [backup] = &backups_before_migration(&trial.folder)[..] else { panic!("one backup was made") };
    for (known, shape) in [(&SHAPES[..], PRESENT), (NEWER, NEXT)] {
        as_program(known, || {
            let back = Folder::at(trial.room.path().join(format!("back {shape}")));
            restore(backup, &back, &trial.way(), &mut unwatched).unwrap();
            let mut vault = open(&back, &trial.way(), false).unwrap().vault;
            assert_eq!(kept(&vault), notes(3));
            assert_eq!(shape_of(&vault.connection).unwrap(), shape);
            assert_eq!(vault.check(&mut unwatched).unwrap().findings, []);
        });
    }
    // The second opening has nothing to migrate, and makes no backup.
    assert_eq!(shape_in(&trial), NEXT);
    assert_eq!(backups_before_migration(&trial.folder).len(), 1);
}

#[test]
fn an_older_program_refuses_the_newer_vault_and_leaves_every_byte() {
    let trial = Trial::with_notes(2);
    as_program(NEWER, || trial.open().close().unwrap());
    let before = contents(&trial.folder);
    for accept_loss in [false, true] {
        assert!(matches!(open(&trial.folder, &trial.way(), accept_loss), Err(StoreFault::FromTheFuture)));
        assert_eq!(contents(&trial.folder), before);
    }
    assert_eq!(as_program(NEWER, || kept(&trial.open())), notes(2));
}

#[test]
fn cut_at_each_step_it_leaves_the_old_shape_or_the_new_one_and_nothing_is_lost() {
    let (trial, cuts) = (Trial::with_notes(3), room());
    // A deed that the database has not yet: the power cut came in between.
    let mut vault = trial.open();
    keep(&mut vault, "note 3").unwrap();
    vault.close().unwrap();
    let (from, to) = (trial.folder.path().to_owned(), cuts.path().to_owned());
    let mut taken = 0;
    ON_STEP.set(Some(Box::new(move |name| {
        image(&from, &to.join(format!("{taken} {name}")));
        taken += 1;
    })));
    as_program(NEWER, || trial.open().close().unwrap());
    ON_STEP.set(None);

    let mut names: Vec<_> = fs::read_dir(cuts.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    let shown: Vec<_> =
        names.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    // The copy is changed, and committed, before the vault is.
    let expected =
        ["0 copied", "1 backed up", "2 changed", "3 committed", "4 rehearsed", "5 changed", "6 committed"];
    assert_eq!(shown, expected);
    for (cut, path) in names.iter().enumerate() {
        let is_new = cut == 6;
        let other = room();
        image(path, &other.path().join("vault"));
        let older = open(&Folder::at(other.path().join("vault")), &trial.way(), false);
        match older {
            Ok(opened) => {
                assert!(!is_new, "{cut}");
                assert_eq!((kept(&opened.vault), opened.findings), (notes(4), vec![]), "{cut}");
                assert_eq!(opened.vault.folder().leftover_drafts().unwrap(), Vec::<PathBuf>::new(), "{cut}");
            }
            Err(fault) => assert!(is_new && matches!(fault, StoreFault::FromTheFuture), "{cut}: {fault:?}"),
        }
        as_program(NEWER, || {
            let mut opened = open(&Folder::at(path), &trial.way(), false).unwrap();
            assert_eq!((kept(&opened.vault), opened.findings), (notes(4), vec![]), "{cut}");
            assert_eq!(shape_of(&opened.vault.connection).unwrap(), NEXT);
            assert_eq!(opened.vault.check(&mut unwatched).unwrap().findings, []);
            assert!(!backups_before_migration(opened.vault.folder()).is_empty(), "{cut}: no backup");
        });
    }
}

#[test]
fn a_migration_that_breaks_off_or_loses_something_leaves_the_vault_to_the_older_program() {
    for broken in [BREAKS_OFF, LOSES] {
        let trial = Trial::with_notes(3);
        let mut vault = trial.open();
        // Two backups, so that no journal reaches back to the beginning: there an empty vault loses nothing.
        for day in 0..2 {
            let now = chrono::DateTime::from_timestamp(1_800_000_000 + 86_400 * day, 0).unwrap();
            vault.backup_before_import(now, &mut unwatched).unwrap();
        }
        vault.close().unwrap();
        let database = fs::read(trial.folder.database()).unwrap();
        as_program(broken, || assert!(trial.try_open().is_err(), "{}", broken[SHAPES.len()].0));
        assert_eq!(fs::read(trial.folder.database()).unwrap(), database, "{}", broken[SHAPES.len()].0);
        assert_eq!(
            backups_before_migration(&trial.folder),
            Vec::<PathBuf>::new(),
            "{}",
            broken[SHAPES.len()].0
        );
        assert_eq!(kept(&trial.open()), notes(3));
    }
}

#[test]
fn without_room_for_the_backup_nothing_is_changed() {
    let trial = Trial::with_notes(3);
    // Where the backups would go stands a file.
    fs::remove_dir_all(trial.folder.backups()).unwrap();
    fs::write(trial.folder.backups(), "in the way").unwrap();
    let database = fs::read(trial.folder.database()).unwrap();
    as_program(NEWER, || assert!(trial.try_open().is_err()));
    assert_eq!(fs::read(trial.folder.database()).unwrap(), database);
}

#[test]
fn an_older_program_that_still_has_the_vault_open_keeps_it_from_getting_a_new_shape() {
    let trial = Trial::with_notes(1);
    let mut older = trial.open();
    as_program(NEWER, || assert!(matches!(trial.try_open(), Err(StoreFault::Busy))));
    keep(&mut older, "note 1").unwrap();
    older.close().unwrap();
    assert_eq!(shape_in(&trial), NEXT);
    assert_eq!(as_program(NEWER, || kept(&trial.open())), notes(2));
}

#[test]
fn a_vault_that_passes_no_rehearsal_is_rebuilt_in_the_new_shape() {
    let trial = Trial::with_notes(3);
    let vault = trial.open();
    vault.connection.execute("UPDATE note SET text = 'from outside' WHERE text = 'note 1'", []).unwrap();
    vault.close().unwrap();
    as_program(NEWER, || {
        let opened = trial.try_open().unwrap();
        assert_eq!(kept(&opened.vault), notes(3));
        assert_eq!(opened.findings.len(), 1, "{:?}", opened.findings);
        assert_eq!(shape_of(&opened.vault.connection).unwrap(), NEXT);
    });
}
