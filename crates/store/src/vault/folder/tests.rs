#![allow(clippy::unwrap_used)]
use super::*;

#[test]
fn a_free_folder_is_missing_or_empty() {
    let room = tempfile::tempdir().unwrap();
    let folder = Folder::at(room.path().join("vault"));
    assert!(folder.check_free().is_ok());
    fs::create_dir(folder.path()).unwrap();
    assert!(folder.check_free().is_ok());
    fs::write(folder.path().join("letter.txt"), "hello").unwrap();
    assert!(matches!(folder.check_free(), Err(StoreFault::Refused(r)) if r.rule == "vault.folder_in_use"));
    let file = Folder::at(folder.path().join("letter.txt"));
    assert!(matches!(file.check_free(), Err(StoreFault::Refused(r)) if r.rule == "vault.folder_in_use"));
}

#[test]
fn what_is_left_of_a_vault_is_never_built_over() {
    for name in ["vault.db", "slots", "slots.next", "head", "journal", "backups"] {
        let room = tempfile::tempdir().unwrap();
        let folder = Folder::at(room.path().join("vault"));
        fs::create_dir(folder.path()).unwrap();
        fs::write(folder.path().join(name), "").unwrap();
        assert!(matches!(folder.check_free(), Err(StoreFault::AlreadyExists)), "{name} went unnoticed");
    }
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let room = tempfile::tempdir().unwrap();
    let folder = Folder::at(room.path().join("a/b/vault"));
    folder.make().unwrap();
    assert_eq!(mode(folder.path()), 0o700);
    assert!(!folder.close_to_others().unwrap());
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    assert!(folder.close_to_others().unwrap());
    assert_eq!(mode(folder.path()), 0o700);
    replace(&folder.slots(), b"slots").unwrap();
    assert_eq!(mode(&folder.slots()), 0o600);
    assert_eq!(fs::read(folder.slots()).unwrap(), b"slots");
}

#[test]
fn folders_of_sync_programs_are_known_by_name() {
    for (path, program) in [
        ("/home/ada/Dropbox/vault", Some("Dropbox")),
        ("/home/ada/Dropbox (Personal)/x/vault", Some("Dropbox")),
        ("/Users/ada/OneDrive - Example Ltd/vault", Some("OneDrive")),
        ("/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/v", Some("iCloud Drive")),
        ("/Users/ada/iCloudDrive/vault", Some("iCloud Drive")),
        ("/home/ada/Nextcloud/vault", Some("Nextcloud")),
        ("/home/ada/Documents/vault", None),
        ("/home/dropboxes/vault", None),
    ] {
        assert_eq!(Folder::at(path).synced_by(), program, "{path}");
    }
    let room = tempfile::tempdir().unwrap();
    fs::create_dir(room.path().join(".stfolder")).unwrap();
    assert_eq!(Folder::at(room.path().join("deep/vault")).synced_by(), Some("Syncthing"));
}

#[test]
fn the_place_of_construction_is_beside_the_vault() {
    assert_eq!(Folder::at("/home/ada/vault").under_construction(), Folder::at("/home/ada/vault.new"));
}
