//! Waiting for a file lock, and knowing whether the locked file is still the one under its name.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::fault::{Result, StoreFault};

/// How long to wait for another program. Longer than any deed but a large import takes.
const PATIENCE: Duration = Duration::from_secs(10);

/// Tries to lock until it works, or says [`StoreFault::Busy`] after a while.
///
/// The system's own waiting call cannot be given up, and a window that waits for ever looks broken.
pub(crate) fn patiently(attempt: impl Fn() -> Result<(), TryLockError>) -> Result<()> {
    let begun = Instant::now();
    let mut pause = Duration::from_micros(100);
    loop {
        match attempt() {
            Ok(()) => return Ok(()),
            Err(TryLockError::Error(error)) => return Err(error.into()),
            Err(TryLockError::WouldBlock) if begun.elapsed() > PATIENCE => return Err(StoreFault::Busy),
            Err(TryLockError::WouldBlock) => std::thread::sleep(pause),
        }
        pause = (2 * pause).min(Duration::from_millis(20));
    }
}

/// Whether `path` still leads to the open `file`.
#[cfg(unix)]
pub(crate) fn same_file(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(open), Ok(named)) => (open.dev(), open.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
}

/// Elsewhere an open file cannot be replaced.
#[cfg(not(unix))]
pub(crate) fn same_file(_: &File, path: &Path) -> bool {
    path.exists()
}
