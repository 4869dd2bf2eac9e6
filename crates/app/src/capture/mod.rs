//! Notes caught while the vault is locked: kept by anybody, shown to nobody, looked through once it is open.

mod keep;
mod remove;
mod take;
#[cfg(test)]
mod tests;
mod waiting;
mod words;

pub use keep::Keep;
pub use remove::Remove;
pub use take::{Choice, Take, Taken};
pub use waiting::{CaptureLine, Guess, UnreadCapture, Waiting, WaitingCaptures};

/// How many files wait.
///
/// # Errors
/// When the folder cannot be read.
pub(crate) fn count(desk: &mut crate::desk::OpenDesk) -> Result<u32, crate::Fault> {
    let waiting = desk.vault().captures()?.list()?;
    Ok(u32::try_from(waiting.len()).unwrap_or(u32::MAX))
}
