//! What a call can fail with, in the one shape that the window and the terminal act on.
//!
//! Every error of the house becomes a [`Fault`] here and nowhere else. A fault never repeats what a record holds: it is
//! shown, and it may be copied into a message to somebody else.

use domain::Refusal;
use paper::PaperFault;
use serde::Serialize;
use store::StoreFault;

/// What the caller can do about a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// A rule says no; something in what was asked can be changed.
    Refused,
    /// The question itself is wrong: an unknown call, an argument that is not one.
    WrongUse,
    /// The vault is locked, or the passphrase does not open it.
    Locked,
    /// The vault is damaged.
    Damaged,
    /// The machine failed: a full disk, a file that may not be read.
    Machine,
    /// The user stopped it; nothing is wrong.
    Cancelled,
}

/// Why a call did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[error("{sentence}")]
pub struct Fault {
    /// What the caller can do about it.
    pub kind: FaultKind,
    /// The rule that says no, such as `note.on_the_future`; stable.
    pub rule: Option<String>,
    /// What happened, in one plain sentence.
    pub sentence: String,
    /// What to do next.
    pub next: Option<String>,
}

impl Fault {
    fn of(kind: FaultKind, rule: Option<&str>, sentence: impl Into<String>) -> Self {
        Self { kind, rule: rule.map(str::to_owned), sentence: sentence.into(), next: None }
    }

    /// The question itself is wrong.
    pub fn wrong_use(sentence: impl Into<String>) -> Self {
        Self::of(FaultKind::WrongUse, None, sentence)
    }

    /// The machine failed.
    pub fn machine(sentence: impl Into<String>) -> Self {
        Self::of(FaultKind::Machine, None, sentence)
    }

    /// The vault has to be opened first.
    pub fn locked() -> Self {
        Self::of(FaultKind::Locked, Some("vault.locked"), "The vault is locked.").next("Unlock it first.")
    }

    /// The vault is open already.
    pub fn already_open() -> Self {
        Self::of(FaultKind::Refused, Some("vault.open"), "The vault is open already.").next("Lock it first.")
    }

    /// The user stopped a long call.
    pub fn cancelled() -> Self {
        Self::of(FaultKind::Cancelled, None, "Stopped.")
    }

    /// Reading or writing a file of the user's failed. `what` names it in a sentence, such as "The backup".
    pub fn file(what: &str, error: &std::io::Error) -> Self {
        use std::io::ErrorKind as Kind;
        let (why, next) = match error.kind() {
            Kind::NotFound => ("is not there", "Check its name and folder."),
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => {
                ("may not be touched", "Choose another place, or change who may use it.")
            }
            Kind::AlreadyExists => ("is already there", "Choose another name."),
            Kind::StorageFull | Kind::QuotaExceeded => {
                ("does not fit on the disk", "Make room and try again.")
            }
            Kind::IsADirectory => ("is a folder", "Choose a file."),
            Kind::NotADirectory => ("is not a folder", "Choose a folder."),
            _ => ("could not be read or written", "Try again, or choose another place."),
        };
        Self::machine(format!("{what} {why}.")).next(next)
    }

    /// The same fault with the next step.
    #[must_use]
    pub fn next(mut self, next: impl Into<String>) -> Self {
        self.next = Some(next.into());
        self
    }

    /// What `nook` exits with; 0 is kept for success.
    pub fn exit_code(&self) -> u8 {
        match self.kind {
            FaultKind::Refused | FaultKind::Cancelled => 1,
            FaultKind::WrongUse => 2,
            FaultKind::Locked => 3,
            FaultKind::Damaged => 4,
            FaultKind::Machine => 5,
        }
    }
}

impl From<StoreFault> for Fault {
    fn from(fault: StoreFault) -> Self {
        let (kind, rule) = match &fault {
            StoreFault::Refused(refusal) => (FaultKind::Refused, Some(refusal.rule)),
            StoreFault::Missing => (FaultKind::Refused, Some("record.missing")),
            StoreFault::AlreadyExists => (FaultKind::Refused, Some("vault.already_there")),
            StoreFault::WrongKey => (FaultKind::Locked, Some("vault.wrong_key")),
            StoreFault::NotAVault => (FaultKind::WrongUse, Some("vault.not_a_vault")),
            StoreFault::FromTheFuture => (FaultKind::Refused, Some("vault.from_the_future")),
            StoreFault::Damaged(_) => (FaultKind::Damaged, Some("vault.damaged")),
            StoreFault::Busy => (FaultKind::Machine, Some("vault.busy")),
            StoreFault::Machine { .. } => (FaultKind::Machine, None),
            StoreFault::Cancelled => return Self::cancelled(),
        };
        let next = fault.next().map(str::to_owned);
        Self { next, ..Self::of(kind, rule, fault.to_string()) }
    }
}

impl From<PaperFault> for Fault {
    fn from(fault: PaperFault) -> Self {
        let (kind, rule) = match &fault {
            PaperFault::Unreadable { .. } => (FaultKind::Refused, Some("paper.unreadable")),
            PaperFault::Letters { .. } => (FaultKind::Refused, Some("paper.letters")),
            PaperFault::Newer { .. } => (FaultKind::Refused, Some("paper.newer")),
            PaperFault::Folder { .. } | PaperFault::Drawing { .. } | PaperFault::Order { .. } => {
                (FaultKind::Machine, None)
            }
        };
        let next = fault.next().map(str::to_owned);
        Self { next, ..Self::of(kind, rule, fault.sentence()) }
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self {
            kind: FaultKind::Refused,
            rule: Some(refusal.rule.to_owned()),
            sentence: refusal.sentence,
            next: refusal.next,
        }
    }
}
