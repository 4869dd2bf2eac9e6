//! A folder of the disk, as paper writes and reads it.

use std::fs::{self, DirBuilder, File};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use domain::Refusal;
use paper::portable::{FolderIn, FolderOut};

use crate::{Fault, files};

/// A folder that appears whole or not at all: written beside its place, and moved there at the end.
pub struct NewFolder {
    draft: PathBuf,
    place: PathBuf,
    finished: bool,
}

impl NewFolder {
    /// Begins a folder at `place`, where nothing or an empty folder may be.
    ///
    /// # Errors
    /// Refuses a place where something is; a machine fault when nothing can be written beside it.
    pub fn begin(place: &Path) -> Result<Self, Fault> {
        match fs::read_dir(place) {
            Ok(mut entries) => {
                if entries.next().is_some() {
                    return Err(Refusal::new(
                        "portable.not_empty",
                        "There is something in this folder already.",
                    )
                    .next("Choose an empty folder, or a new name.")
                    .into());
                }
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(Fault::file("The folder", &error)),
        }
        let draft = place.with_file_name(format!(".{}.{}.part", files::name_of(place), std::process::id()));
        make_private(&draft).map_err(|error| Fault::file("The folder", &error))?;
        Ok(Self { draft, place: place.to_owned(), finished: false })
    }

    /// Moves the folder to its place.
    ///
    /// # Errors
    /// A machine fault when that fails; then nothing is left of it.
    pub fn finish(mut self) -> Result<(), Fault> {
        // Onto nothing or onto an empty folder: a folder with something in it is refused by the system.
        fs::rename(&self.draft, &self.place).map_err(|error| Fault::file("The folder", &error))?;
        self.finished = true;
        Ok(())
    }
}

impl Drop for NewFolder {
    fn drop(&mut self) {
        if !self.finished {
            // It is ours alone; if it cannot be removed, it says by its name what it is.
            let _ = fs::remove_dir_all(&self.draft);
        }
    }
}

impl FolderOut for NewFolder {
    type File = File;

    fn create(&mut self, path: &str) -> io::Result<File> {
        let path = self.draft.join(path);
        if let Some(folder) = path.parent() {
            make_private(folder)?;
        }
        files::create_private(&path)
    }
}

/// A folder that is read. Links are not followed: a folder from elsewhere names only what is in it.
pub struct OldFolder(pub PathBuf);

impl FolderIn for OldFolder {
    type File = File;

    fn open(&self, path: &str) -> io::Result<Option<File>> {
        let path = self.0.join(path);
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_file() => File::open(&path).map(Some),
            Ok(_) => Err(io::ErrorKind::InvalidInput.into()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}

fn make_private(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_appears_whole_or_not_at_all() {
        let home = tempfile::tempdir().expect("a folder");
        let place = home.path().join("export");
        let mut folder = NewFolder::begin(&place).expect("begins");
        folder.create("people/a/person.md").expect("a file");
        drop(folder);
        assert_eq!(fs::read_dir(home.path()).expect("list").count(), 0, "nothing stays of what was given up");

        fs::create_dir(&place).expect("an empty folder is fine");
        let mut folder = NewFolder::begin(&place).expect("begins");
        folder.create("people/a/person.md").expect("a file");
        folder.finish().expect("finished");
        assert!(place.join("people/a/person.md").exists());
        let refused = NewFolder::begin(&place).err().expect("refused");
        assert_eq!(refused.rule.as_deref(), Some("portable.not_empty"));
    }

    #[test]
    fn a_link_out_of_the_folder_is_not_followed() {
        let home = tempfile::tempdir().expect("a folder");
        std::os::unix::fs::symlink("/etc/passwd", home.path().join("inglenook.json")).expect("a link");
        let folder = OldFolder(home.path().to_owned());
        assert!(folder.open("inglenook.json").is_err());
        assert!(folder.open("records/person.jsonl").expect("asked").is_none());
    }
}
