//! Recognising the folders of file-sync programs.

use std::path::Path;

/// How the folder of a sync program begins or is called, in lower case, and the program's name.
const KNOWN: [(&str, &str); 14] = [
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("icloud", "iCloud Drive"),
    ("mobile documents", "iCloud Drive"),
    ("com~apple~clouddocs", "iCloud Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("syncthing", "Syncthing"),
    ("pcloud", "pCloud"),
    ("seafile", "Seafile"),
    ("megasync", "MEGA"),
];

/// The program that looks after a folder at or above `path`, going by names and by the marks they leave.
pub(super) fn synced_by(path: &Path) -> Option<&'static str> {
    path.ancestors().find_map(|folder| {
        let name = folder.file_name()?.to_string_lossy().to_lowercase();
        let by_name =
            KNOWN.iter().find(|(known, _)| begins_with_word(&name, known)).map(|&(_, program)| program);
        by_name.or_else(|| folder.join(".stfolder").exists().then_some("Syncthing"))
    })
}

/// `onedrive - company` and `Dropbox (Personal)` count, `dropboxes` does not.
fn begins_with_word(name: &str, known: &str) -> bool {
    name.strip_prefix(known).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric) || known == "icloud")
}
