//! Files outside the vault that a person named: read within a bound, written whole or not at all.

use std::fs::{self, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use crate::Fault;

/// The bytes of a file, or none when it is larger than `most`. `what` names it in a sentence.
///
/// # Errors
/// A machine fault that says why it cannot be read.
pub fn read(what: &str, path: &Path, most: u64) -> Result<Option<Vec<u8>>, Fault> {
    let mut bytes = Vec::new();
    // One byte more than allowed tells "too large" apart from "just fits", whatever the size was said to be.
    open_plain(path)
        .and_then(|file| file.take(most + 1).read_to_end(&mut bytes))
        .map_err(|error| Fault::file(what, &error))?;
    Ok(u64::try_from(bytes.len()).is_ok_and(|length| length <= most).then_some(bytes))
}

/// Opens a file for reading; folders and pipes are refused, because reading them fails late or never ends.
///
/// # Errors
/// As [`fs::File::open`].
pub fn open_plain(path: &Path) -> io::Result<fs::File> {
    let found = fs::metadata(path)?;
    if found.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !found.is_file() {
        return Err(io::ErrorKind::Unsupported.into());
    }
    fs::File::open(path)
}

/// Writes a file for its owner alone, whole or not at all; what stood there is replaced.
///
/// # Errors
/// A machine fault that says why it cannot be written.
pub fn write(what: &str, path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let draft = beside(path);
    let written = create_private(&draft)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&draft, path));
    written.map_err(|error| {
        // The draft is ours alone; whether it can be removed changes nothing about what happened.
        let _ = fs::remove_file(&draft);
        Fault::file(what, &error)
    })
}

/// A new file that only its owner may read.
///
/// # Errors
/// As [`fs::File::create_new`].
pub fn create_private(path: &Path) -> io::Result<fs::File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

/// The names of files that are written into one folder: each safe on every system, and none twice.
#[derive(Default)]
pub struct Names(std::collections::HashSet<String>);

impl Names {
    /// A name with this ending for what is called so.
    pub fn free(&mut self, called: &str, ending: &str) -> String {
        let mut plain = plain_name(called);
        if plain.is_empty() {
            "Untitled".clone_into(&mut plain);
        }
        let mut name = format!("{plain}.{ending}");
        let mut number = 2;
        // Some systems take large and small letters for the same.
        while !self.0.insert(name.to_lowercase()) {
            name = format!("{plain} {number}.{ending}");
            number += 1;
        }
        name
    }
}

/// A name without what a file system or a shell reads as something else, at most 80 letters long.
fn plain_name(called: &str) -> String {
    const LONGEST: usize = 80;
    let plain: String = called
        .chars()
        .map(|letter| match letter {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '\'' | '`' | '$' => '-',
            letter if letter.is_control() => ' ',
            // Marks of direction and letters without a width hide what a name ends in.
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => ' ',
            letter => letter,
        })
        .take(LONGEST)
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches(['.', ' ', '-']).to_owned()
}

/// The name of a file without its folders, for a sentence or a list.
pub fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn beside(path: &Path) -> PathBuf {
    path.with_file_name(format!(".{}.{}.part", name_of(path), std::process::id()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_file_is_read_within_its_bound_and_written_for_its_owner_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("kit.txt");
        write("The kit", &path, b"four").expect("written");
        write("The kit", &path, b"words").expect("written again");
        assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
        assert_eq!(read("The kit", &path, 5).expect("read"), Some(b"words".to_vec()));
        assert_eq!(read("The kit", &path, 4).expect("read"), None);
        assert_eq!(fs::read_dir(folder.path()).expect("list").count(), 1, "no draft stays behind");
    }

    #[test]
    fn what_cannot_be_touched_is_said_without_its_path() {
        let folder = tempfile::tempdir().expect("a folder");
        let missing = folder.path().join("nowhere").join("a.csv");
        for fault in [
            read("The list", &missing, 10).expect_err("missing"),
            read("The list", folder.path(), 10).expect_err("a folder"),
            write("The list", &missing, b"x").expect_err("no folder"),
        ] {
            assert!(fault.sentence.starts_with("The list ") && fault.next.is_some(), "{fault:?}");
            assert!(!fault.sentence.contains("nowhere"), "{fault:?}");
        }
    }
}
