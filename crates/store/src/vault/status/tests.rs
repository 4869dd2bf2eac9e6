#![allow(clippy::unwrap_used)]
use std::fs;

use super::*;
use crate::vault::trial::{Trial, contents};

#[test]
fn says_what_stands_in_a_folder_and_touches_nothing() {
    let room = tempfile::tempdir().unwrap();
    assert_eq!(status(&Folder::at(room.path())).unwrap().state, State::Absent);
    assert_eq!(status(&Folder::at(room.path().join("nothing"))).unwrap().state, State::Absent);

    let trial = Trial::with_notes(1);
    let before = contents(&trial.folder);
    assert_eq!(status(&trial.folder).unwrap(), Status { state: State::Locked, keychain: false });
    assert_eq!(contents(&trial.folder), before);

    for path in [trial.folder.database(), trial.folder.journal(), trial.folder.slots()] {
        let copy = fs::read(&path).unwrap();
        fs::remove_file(&path).unwrap();
        assert!(matches!(status(&trial.folder).unwrap().state, State::Damaged { .. }), "{path:?}");
        fs::write(&path, copy).unwrap();
    }
    fs::write(trial.folder.slots(), "INGLENOOK SLOTS 2\nsomething new").unwrap();
    assert_eq!(status(&trial.folder).unwrap().state, State::FromTheFuture);
    fs::write(trial.folder.slots(), "nonsense").unwrap();
    assert!(matches!(status(&trial.folder).unwrap().state, State::Damaged { .. }));
}
