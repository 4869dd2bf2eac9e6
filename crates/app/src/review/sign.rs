//! Signing a review, and checking who signed: both sign the bytes of the final version.

use std::path::PathBuf;

use domain::ReviewId;
use domain::review::{PointAuthor, Review, ReviewVersion};
use paper::leaving::PaperSize;
use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{House, OpenDesk, Work, need};
use crate::leaving::Form;
use crate::reply::Made;
use crate::stamp::Instant;

/// Signs the final version of a review, as its manager, or as the person it is about where that is the owner.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// Which review.
    pub id: ReviewId,
}

/// Writes down that the other signed by hand, on paper.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SignByHand {
    /// Which review.
    pub id: ReviewId,
    /// Who signed.
    pub part: PointAuthor,
}

/// Takes in a signed file: what the manager signed, or what came back with the other signature.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct TakeFile {
    /// The file.
    #[cfg_attr(test, ts(skip))]
    pub file: PathBuf,
}

/// What a signed file brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TakenFile {
    /// The review it belongs to.
    pub review: ReviewId,
    /// How many signatures are new.
    pub signatures: u32,
    /// The review was not here before.
    pub is_new: bool,
    /// The deed, to undo it by.
    pub deed: Option<u64>,
}

/// Checks who signed a file. It needs no vault.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Verify {
    /// The file.
    #[cfg_attr(test, ts(skip))]
    pub file: PathBuf,
}

/// What a file says of its signatures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Verified {
    /// Whom the review is about.
    pub person: String,
    /// Which cycle.
    pub cycle: String,
    /// Each signature, in the order they were made.
    pub signatures: Vec<VerifiedSignature>,
    /// Nothing in the file has changed since it was written.
    pub is_whole: bool,
    /// The text that was signed, Markdown.
    pub text: String,
}

/// One signature of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct VerifiedSignature {
    /// The manager or the person.
    pub part: PointAuthor,
    /// Their name, as the file says.
    pub name: String,
    /// When, as the file says.
    pub signed_at: Instant,
    /// The fingerprint of their key, to compare.
    pub fingerprint: String,
    /// It belongs to the text of this file.
    pub is_right: bool,
}

/// A version in the form it leaves in.
pub(super) fn frozen(_: &OpenDesk, _: &ReviewVersion, _: Form, _: PaperSize) -> Result<Vec<u8>, Fault> {
    Err(Fault::wrong_use("STUB"))
}
impl OpenCall for Sign {
    type Reply = Made;
    fn run(self, _: &mut OpenDesk) -> Result<Made, Fault> {
        Err(Fault::wrong_use("STUB"))
    }
}
impl OpenCall for SignByHand {
    type Reply = Made;
    fn run(self, _: &mut OpenDesk) -> Result<Made, Fault> {
        Err(Fault::wrong_use("STUB"))
    }
}
impl OpenCall for TakeFile {
    type Reply = TakenFile;
    fn run(self, _: &mut OpenDesk) -> Result<TakenFile, Fault> {
        Err(Fault::wrong_use("STUB"))
    }
}
impl crate::call::OutsideCall for Verify {
    type Reply = Verified;
    fn run(self, _: &House, _: &Work) -> Result<Verified, Fault> {
        Err(Fault::wrong_use("STUB"))
    }
}
