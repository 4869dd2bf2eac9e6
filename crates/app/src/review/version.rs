//! What was shared of a review, frozen.

use domain::ReviewVersionId;
use domain::review::{PointAuthor, ReviewVersion, Signature, VersionReason};
use domain::workday::Zone;
use serde::Serialize;
use store::noun::Reading;

use crate::Fault;
use crate::stamp::WallTime;

/// One version, as the page of a review lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct VersionLine {
    /// Which version.
    pub id: ReviewVersionId,
    /// Its number, counted from 1.
    pub number: u32,
    /// When it was made, on the owner's clock.
    pub made_at: WallTime,
    /// Why.
    pub reason: VersionReason,
    /// Who has signed it.
    pub signatures: Vec<SignatureLine>,
}

/// One signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SignatureLine {
    /// The manager or the person.
    pub part: PointAuthor,
    /// Their name.
    pub name: String,
    /// When they signed, on the owner's clock.
    pub signed_at: WallTime,
    /// It was signed by hand, on paper.
    pub by_hand: bool,
}

impl VersionLine {
    pub(super) fn of(read: &Reading, version: &ReviewVersion, zone: &Zone) -> Result<Self, Fault> {
        let signatures = store::noun::review::signatures(read, version.id)?;
        Ok(Self {
            id: version.id,
            number: version.number,
            made_at: WallTime(zone.wall(version.made_at)),
            reason: version.reason,
            signatures: signatures.into_iter().map(|one| SignatureLine::of(one, zone)).collect(),
        })
    }
}

impl SignatureLine {
    pub(super) fn of(signature: Signature, zone: &Zone) -> Self {
        Self {
            part: signature.part,
            signed_at: WallTime(zone.wall(signature.signed_at)),
            by_hand: signature.proof.is_none(),
            name: signature.name,
        }
    }
}
