//! A vault that this user may only read, or not even enter.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};

use store::StoreFault;
use store::fault::MachineKind;
use store::vault::Folder;

use crate::ground::*;

const NAME: &str = "permission::a_vault_that_may_not_be_written_is_refused_and_left_as_it_is";
/// A user who owns nothing, for where the tests run as the one who may do everything.
const NOBODY: u32 = 65534;

fn every_file(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn set_modes(folder: &Path, folder_mode: u32, file_mode: u32) {
    // Whoever may not do everything has to be let in first.
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).unwrap();
    for path in every_file(folder) {
        let mode = if path.is_dir() { folder_mode } else { file_mode };
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(folder_mode)).unwrap();
}

#[test]
fn a_vault_that_may_not_be_written_is_refused_and_left_as_it_is() {
    if let Some(orders) = orders() {
        let fault = by_kit(&Folder::at(&orders[0]), &orders[1]).unwrap_err();
        return tell(match fault {
            StoreFault::Machine { kind: MachineKind::Permission | MachineKind::ReadOnly, .. } => "refused",
            _ => "another fault",
        });
    }
    let room = room();
    fs::set_permissions(room.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let folder = Folder::at(room.path().join("vault"));
    let kit = create(&folder);
    let mut vault = by_kit(&folder, &kit).unwrap().vault;
    keep(&mut vault, "a note").unwrap();
    vault.close().unwrap();
    let before: Vec<_> = every_file(folder.path());
    let may_do_everything = fs::metadata("/proc/self").unwrap().uid() == 0;
    for (folder_mode, file_mode) in [(0o555, 0o444), (0o000, 0o000)] {
        set_modes(folder.path(), folder_mode, file_mode);
        let mut command = child(NAME, &[folder.path().to_str().unwrap(), &kit]);
        if may_do_everything {
            // The other user may not be able to reach this program where it stands.
            let program = room.path().join("program");
            fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
            let mut other = std::process::Command::new(program);
            other
                .args(command.get_args())
                .envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
            other.stderr(std::process::Stdio::piped()).uid(NOBODY);
            command = other;
        }
        let said = String::from_utf8_lossy(&command.output().unwrap().stderr).into_owned();
        set_modes(folder.path(), 0o700, 0o600);
        assert!(said.contains("refused"), "{folder_mode:o}: {said}");
        assert_eq!(every_file(folder.path()), before);
    }
    assert_eq!(kept(&by_kit(&folder, &kit).unwrap().vault).len(), 1);
}
