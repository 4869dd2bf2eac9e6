//! What somebody chose, as messages: a message, a mailbox file, a Maildir, a folder of messages.
//!
//! A Maildir may be written to meanwhile. Mail programs move what they have read from `new` to `cur` and write its flags
//! into its name, so a message that is not where it was is looked for under its own part of the name.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use domain::Refusal;
use paper::mail::limits::MESSAGE_BYTES;
use paper::mail::{Mbox, Piece, Unread, is_mbox};

use crate::{Fault, files};

/// How often a Maildir is listed anew because something moved.
const MOST_LOOKS: u32 = 100;
/// The most messages of a folder that are looked at.
const MOST_FILES: usize = 100_000;

/// A message as it lies in a file.
pub(super) struct Raw<'a> {
    /// The name of its file.
    pub file: &'a str,
    /// Which one of the file, from 1.
    pub number: u64,
    /// Its bytes, or why there are none.
    pub bytes: Result<Vec<u8>, Unread>,
    /// How far the file, or the folder, was read: so much, of so much.
    pub progress: (u64, u64),
}

/// Hands over every message that lies at `path`; answers how many were passed over because their owner threw them away.
///
/// # Errors
/// Whatever `take` says, or a machine fault when nothing there can be read.
pub(super) fn each(path: &Path, mut take: impl FnMut(Raw<'_>) -> Result<(), Fault>) -> Result<u64, Fault> {
    let found = fs::metadata(path).map_err(|error| Fault::file("The mail", &error))?;
    if !found.is_dir() {
        each_of_file(path, None, &mut take)?;
        return Ok(0);
    }
    if path.join("cur").is_dir() || path.join("new").is_dir() {
        return each_of_maildir(path, &mut take);
    }
    let listed = list(path).map_err(|error| Fault::file("The folder", &error))?;
    let of_mail = |path: &PathBuf| {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        ending.is_some_and(|ending| matches!(ending.as_str(), "eml" | "mbox" | "mbx" | "msg"))
    };
    let listed: Vec<PathBuf> = listed.into_iter().filter(of_mail).collect();
    if listed.is_empty() {
        return Err(Refusal::new("mail.no_mail_in_folder", "There is no mail in this folder.")
            .next("Choose a folder with .eml files, or a Maildir: a folder with cur and new in it.")
            .into());
    }
    for (place, path) in (0..).zip(&listed) {
        each_of_file(path, Some((place, listed.len() as u64)), &mut take)?;
    }
    Ok(0)
}

/// One file, as a message or a mailbox. `within` says which file of a folder it is.
fn each_of_file(
    path: &Path,
    within: Option<(u64, u64)>,
    take: &mut impl FnMut(Raw<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let file = files::name_of(path);
    let failed = |error: io::Error| match within {
        // One file of many: the others are read.
        Some(_) => Ok(Err(Unread::Machine)),
        None => Err(Fault::file("The mail", &error)),
    };
    let mut reader = match files::open_plain(path) {
        Ok(opened) => BufReader::with_capacity(256 * 1024, opened),
        Err(error) => {
            let bytes = failed(error)?;
            return take(Raw { file: &file, number: 1, bytes, progress: within.unwrap_or((1, 1)) });
        }
    };
    let size = reader.get_ref().metadata().map_or(0, |found| found.len()).max(1);
    let is_box = match reader.fill_buf() {
        Ok(begins) => is_mbox(begins),
        Err(error) => {
            let bytes = failed(error)?;
            return take(Raw { file: &file, number: 1, bytes, progress: within.unwrap_or((1, 1)) });
        }
    };
    if !is_box {
        let bytes = match read_one(reader) {
            Ok(bytes) => bytes,
            Err(error) => failed(error)?,
        };
        return take(Raw { file: &file, number: 1, bytes, progress: within.unwrap_or((1, 1)) });
    }
    let mut mailbox = Mbox::new(reader);
    for number in 1.. {
        let bytes = match mailbox.next() {
            None => break,
            Some(Ok(Piece::Message(bytes))) => Ok(bytes),
            Some(Ok(Piece::TooLarge)) => Err(Unread::TooLarge),
            // What was read before is kept.
            Some(Err(_)) => Err(Unread::Machine),
        };
        let is_broken = bytes == Err(Unread::Machine);
        take(Raw {
            file: &file,
            number,
            bytes,
            progress: within.unwrap_or((mailbox.bytes_read().min(size), size)),
        })?;
        if is_broken {
            break;
        }
    }
    Ok(())
}

/// A whole file that is one message.
fn read_one(reader: impl Read) -> io::Result<Result<Vec<u8>, Unread>> {
    let mut bytes = Vec::new();
    reader.take(MESSAGE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(if bytes.len() > MESSAGE_BYTES { Err(Unread::TooLarge) } else { Ok(bytes) })
}

fn each_of_maildir(folder: &Path, take: &mut impl FnMut(Raw<'_>) -> Result<(), Fault>) -> Result<u64, Fault> {
    let mut paths = Vec::new();
    // A message goes from `new` to `cur`: listed in this order, one that moves in between stands in at least one of them.
    // Once more for one that got other flags, and with them another name, while `cur` was listed.
    for inner in ["new", "cur", "cur"] {
        match list(&folder.join(inner)) {
            Ok(listed) => paths.extend(listed),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(Fault::file("The folder", &error)),
        }
    }
    paths.sort_by_cached_key(|path| key_of(path));
    // A message that was moved between the two lists stands in both.
    paths.dedup_by_key(|path| key_of(path));
    let (total, mut thrown_away, mut looks) = (paths.len() as u64, 0, 0);
    for (done, path) in (1..).zip(&paths) {
        if is_thrown_away(path) {
            thrown_away += 1;
            continue;
        }
        let bytes = read_moving(folder, path, &mut looks);
        take(Raw { file: &files::name_of(path), number: 1, bytes, progress: (done, total) })?;
    }
    Ok(thrown_away)
}

/// Reads a message of a Maildir, also when it is called otherwise by now.
fn read_moving(folder: &Path, path: &Path, looks: &mut u32) -> Result<Vec<u8>, Unread> {
    let mut path = path.to_owned();
    loop {
        match open_no_link(&path).and_then(read_one) {
            Ok(bytes) => return bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound && *looks < MOST_LOOKS => {
                *looks += 1;
                let key = key_of(&path);
                let listed =
                    ["new", "cur"].iter().filter_map(|inner| list(&folder.join(inner)).ok()).flatten();
                let found = listed.into_iter().find(|other| key_of(other) == key);
                path = found.ok_or(Unread::Gone)?;
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Unread::Gone),
            Err(_) => return Err(Unread::Machine),
        }
    }
}

/// A link in a folder from elsewhere may lead anywhere; it is not followed.
fn open_no_link(path: &Path) -> io::Result<File> {
    if fs::symlink_metadata(path)?.is_file() {
        File::open(path)
    } else {
        Err(io::ErrorKind::InvalidInput.into())
    }
}

/// The files of a folder in the order of their names; what begins with a dot belongs to programs.
fn list(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)?.take(MOST_FILES) {
        let entry = entry?;
        if entry.file_type()?.is_file() && !entry.file_name().as_encoded_bytes().starts_with(b".") {
            paths.push(entry.path());
        }
    }
    paths.sort();
    Ok(paths)
}

/// Name and flags of a message in a Maildir. Where a file's name may not have a colon, programs write another sign.
fn name_and_flags(path: &Path) -> (String, String) {
    let name = files::name_of(path);
    let cut = [":2,", ";2,", "_2,"].iter().find_map(|sign| name.rsplit_once(sign));
    match cut {
        Some((name, flags)) => (name.to_owned(), flags.to_owned()),
        None => (name, String::new()),
    }
}

/// The part of its name that stays.
fn key_of(path: &Path) -> String {
    name_and_flags(path).0
}

fn is_thrown_away(path: &Path) -> bool {
    name_and_flags(path).1.contains('T')
}
