//! The folder a vault lives in: which files it has, who may read them, and when a folder is left alone.

mod sync;

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use domain::Refusal;
use seal::random::make_random_bytes;

use crate::fault::{Result, StoreFault};

/// How the names of databases under construction begin.
const DRAFT: &str = "vault.db.draft-";

/// A file as every file of a vault is made: readable and writable by its owner only.
pub(crate) fn private_file(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

/// The paths of one vault. Making this value touches nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder(PathBuf);

impl Folder {
    /// The vault folder at `path`, whether or not anything is there.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }
    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.0
    }
    /// The encrypted database.
    pub fn database(&self) -> PathBuf {
        self.0.join("vault.db")
    }
    /// The database's write-ahead log.
    pub fn database_log(&self) -> PathBuf {
        self.0.join("vault.db-wal")
    }
    /// The database's shared memory: an index over the log, rebuilt at will.
    pub fn database_index(&self) -> PathBuf {
        self.0.join("vault.db-shm")
    }
    /// A free name for a database under construction: while a backup is made or the vault is rebuilt.
    pub(crate) fn new_draft(&self) -> Result<PathBuf> {
        let random = u64::from_be_bytes(make_random_bytes()?);
        Ok(self.0.join(format!("{DRAFT}{random:016x}")))
    }
    /// A free name for a database that is put aside.
    pub(crate) fn put_aside(&self, now: DateTime<Utc>) -> PathBuf {
        let name = format!("vault.db.damaged-{}", now.format("%Y-%m-%dT%H%M%SZ"));
        let named = |count: u32| if count == 0 { name.clone() } else { format!("{name}-{count}") };
        (0..).map(|count| self.0.join(named(count))).find(|path| !path.exists()).unwrap_or_default()
    }
    /// Drafts that were left by work that was cut off.
    pub(crate) fn leftover_drafts(&self) -> Result<Vec<PathBuf>> {
        let mut drafts = Vec::new();
        for entry in fs::read_dir(&self.0)? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with(DRAFT) {
                drafts.push(entry.path());
            }
        }
        Ok(drafts)
    }
    /// Who can open the vault.
    pub fn slots(&self) -> PathBuf {
        self.0.join("slots")
    }
    /// The slots of the next key, while the key is being changed.
    pub fn slots_next(&self) -> PathBuf {
        self.0.join("slots.next")
    }
    /// How far the vault had come.
    pub fn head(&self) -> PathBuf {
        self.0.join("head")
    }
    /// Every deed since the newest verified backup.
    pub fn journal(&self) -> PathBuf {
        self.0.join("journal")
    }
    /// The deeds between the last two verified backups.
    pub fn journal_before(&self) -> PathBuf {
        self.0.join("journal.before")
    }
    /// The rolling backups.
    pub fn backups(&self) -> PathBuf {
        self.0.join("backups")
    }
    /// Words that no save took before the vault was locked, sealed.
    pub fn unsaved(&self) -> PathBuf {
        self.0.join("unsaved")
    }
    /// Whom notes are sealed to that are caught while the vault is locked.
    pub fn capture_key(&self) -> PathBuf {
        self.0.join("capture.key")
    }
    /// Notes that were caught while the vault was locked, one sealed file each.
    pub fn captures(&self) -> PathBuf {
        self.0.join("captures")
    }
    /// Where another program asks for the vault to be locked.
    pub fn lock_request(&self) -> PathBuf {
        self.0.join("lock.request")
    }
    /// Where the vault is built before it exists: the same name with `.new`, beside it.
    pub fn under_construction(&self) -> Self {
        let mut name = self.0.file_name().unwrap_or_default().to_owned();
        name.push(".new");
        Self(self.0.with_file_name(name))
    }

    /// Whether any file that only a vault has stands here. One is enough: what is left of a vault is never built over.
    ///
    /// # Errors
    /// When the folder may not be looked into: then nobody knows.
    pub fn holds_a_vault(&self) -> Result<bool> {
        for path in
            [self.database(), self.slots(), self.slots_next(), self.head(), self.journal(), self.backups()]
        {
            match path.symlink_metadata() {
                Ok(_) => return Ok(true),
                Err(error) if [ErrorKind::NotFound, ErrorKind::NotADirectory].contains(&error.kind()) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(false)
    }

    /// Refuses a folder that cannot become a vault: it holds one, holds something else, or is a file.
    pub fn check_free(&self) -> Result<()> {
        if self.0.file_name().is_none() {
            return Err(Refusal::new("vault.folder", "That is not a folder a vault can live in.").into());
        }
        if self.holds_a_vault()? {
            return Err(StoreFault::AlreadyExists);
        }
        let in_use = |sentence: &str| {
            Refusal::new("vault.folder_in_use", sentence).next("Choose an empty folder, or a new name.")
        };
        match fs::read_dir(&self.0) {
            Ok(mut entries) => match entries.next() {
                None => Ok(()),
                Some(_) => Err(in_use("That folder already holds other files.").into()),
            },
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            Err(error) if error.kind() == ErrorKind::NotADirectory => {
                Err(in_use("There is a file where the folder would go.").into())
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Makes the folder and its parents. The folder itself is for its owner only.
    pub(crate) fn make(&self) -> Result<()> {
        if let Some(parent) = self.0.parent() {
            fs::create_dir_all(parent)?;
        }
        make_private_dir(&self.0)
    }

    /// Takes away the access of other users, if there is any. Says whether there was.
    pub(crate) fn close_to_others(&self) -> Result<bool> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            if fs::metadata(&self.0)?.permissions().mode() & 0o077 != 0 {
                fs::set_permissions(&self.0, fs::Permissions::from_mode(0o700))?;
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The name of the file-sync program whose folder this is in, if it looks like one.
    ///
    /// Such a program copies files while they are written and brings old ones back: both break a database.
    pub fn synced_by(&self) -> Option<&'static str> {
        sync::synced_by(&self.0)
    }

    /// Makes a rename or a new name in this folder durable.
    pub(crate) fn sync(&self) -> Result<()> {
        sync_dir(&self.0)
    }
}

/// Makes a folder that only its owner may enter. One that is there already is left as it is.
pub(crate) fn make_private_dir(path: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error.into()),
        _ => Ok(()),
    }
}

/// Makes the names in a folder durable.
pub(crate) fn sync_dir(path: &Path) -> Result<()> {
    // Windows has no such call; its file systems journal names themselves.
    if cfg!(unix) {
        File::open(path)?.sync_all()?;
    }
    Ok(())
}

/// Removes a file; one that is not there is fine.
pub(crate) fn remove_if_there(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Reads a small file whole; `None` if it is not there. A longer one than `most` bytes is not ours.
pub(crate) fn read_if_there(path: &Path, most: u64) -> Result<Option<Vec<u8>>> {
    match fs::metadata(path) {
        Ok(about) if about.len() > most => Err(StoreFault::damaged("A file of the vault is far too long.")),
        Ok(_) => Ok(Some(fs::read(path)?)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Replaces the content of `path` so that a power cut leaves the old content or the new one, never a mixture.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let draft = draft_of(path);
    let written = write_new(&draft, bytes).and_then(|()| Ok(fs::rename(&draft, path)?));
    if written.is_err() {
        // The draft may be half there; the next attempt removes it too, so a failure here changes nothing.
        let _ = fs::remove_file(&draft);
    }
    written?;
    sync_dir(path.parent().unwrap_or(Path::new(".")))
}

/// Where a file is written before it takes its name.
pub(crate) fn draft_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".tmp");
    PathBuf::from(name)
}

/// Writes a file that only its owner may read, through to the disk. Replaces a leftover.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = create_private(path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(())
}

/// Creates an empty private file in place of a leftover.
pub(crate) fn create_private(path: &Path) -> io::Result<File> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    private_file(OpenOptions::new().read(true).write(true).create_new(true)).open(path)
}

#[cfg(test)]
mod tests;
