//! Signing a review, and checking who signed: both sign the bytes of the final version.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Timelike, Utc};
use domain::person::{Person, Relation};
use domain::review::{
    PointAuthor, Proof, Review, ReviewState, ReviewVersion, Signature, SigningKey, VersionReason,
};
use domain::{Refusal, ReviewId, ReviewVersionId, SignatureId, SigningKeyId};
use paper::leaving::{PaperSize, Print, make_markdown};
use paper::review::{ReviewPaper, SignerPart};
use paper::signed::{
    KeySignature, LARGEST, Seal, SignedReview, fingerprint, make_signed_pdf, place_seal, read_canonical,
    read_signed, seal_over,
};
use serde::{Deserialize, Serialize};
use store::StoreFault;
use store::gate::Deed;
use store::noun::{Reading, review};
use store::signature::{Namespace, Seed, is_signed};

use crate::call::{Call, OpenCall, OutsideCall};
use crate::desk::{House, OpenDesk, Work, need};
use crate::fonts::Fonts;
use crate::leaving::Form;
use crate::reply::Made;
use crate::stamp::Instant;
use crate::{Fault, files};

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

impl OpenCall for Sign {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let now = whole_second(desk.now());
        let of: Review = need(desk.read(), self.id)?;
        let version = last_of(desk.read(), &of)?;
        let part = own_part(desk.read(), &of)?;
        let seed = seed(desk)?;
        let proof =
            Proof { key: seed.public(), signature: seed.sign(Namespace::Review, version.content.as_bytes()) };
        let name = desk.owner()?.name;
        let signature = Signature {
            id: SignatureId::make(),
            version: version.id,
            part,
            name,
            signed_at: now,
            proof: Some(proof),
        };
        let done = desk.deed(Self::NAME, |deed| add(deed, signature))?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

impl OpenCall for SignByHand {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let now = whole_second(desk.now());
        let of: Review = need(desk.read(), self.id)?;
        let version = last_of(desk.read(), &of)?;
        let name = name_of(desk, &of, self.part)?;
        let signature = Signature {
            id: SignatureId::make(),
            version: version.id,
            part: self.part,
            name,
            signed_at: now,
            proof: None,
        };
        let done = desk.deed(Self::NAME, |deed| add(deed, signature))?;
        Ok(Made { id: done.value.record(), deed: done.deed })
    }
}

/// A signature stands in a file to the second.
fn whole_second(at: DateTime<Utc>) -> DateTime<Utc> {
    at.with_nanosecond(0).unwrap_or(at)
}

/// The final version of a closed review, which is what both sign.
fn last_of(read: &Reading, of: &Review) -> Result<ReviewVersion, Fault> {
    let last = review::around(read, of.id)?.versions.into_iter().next_back();
    last.filter(|version| of.state == ReviewState::Closed && version.reason == VersionReason::Final)
        .ok_or_else(|| {
            Fault::from(
                Refusal::new("review.not_closed", "Only a closed review is signed.")
                    .next("Close it first: that makes the text that both sign."),
            )
        })
}

/// In which part the owner of the vault signs.
fn own_part(read: &Reading, of: &Review) -> Result<PointAuthor, Fault> {
    let about: Person = need(read, of.person)?;
    Ok(if about.relation == Relation::Me { PointAuthor::Employee } else { PointAuthor::Manager })
}

fn name_of(desk: &OpenDesk, of: &Review, part: PointAuthor) -> Result<String, Fault> {
    let name = |id| Ok::<_, Fault>(store::noun::person::name_of(desk.read(), id)?.unwrap_or_default());
    match (part, of.reviewer) {
        (PointAuthor::Employee, _) => name(of.person),
        (PointAuthor::Manager, Some(reviewer)) => name(reviewer),
        (PointAuthor::Manager, None) => Ok(desk.owner()?.name),
    }
}

/// Adds a signature. One a part: who has signed has signed.
fn add(deed: &mut Deed<'_>, signature: Signature) -> Result<SignatureId, StoreFault> {
    signature.check()?;
    let there = review::signatures(deed.read(), signature.version)?;
    if there.iter().any(|one| one.part == signature.part) {
        let refusal = Refusal::new("review.signed", "This part has signed already.");
        return Err(refusal.next("Look at the signatures below the review.").into());
    }
    deed.put(&signature)?;
    Ok(signature.id)
}

/// The key of the owner: the one that is kept, or a new one.
fn seed(desk: &mut OpenDesk) -> Result<Seed, Fault> {
    if let Some(kept) = review::signing_key(desk.read())? {
        return Ok(Seed::from(kept.seed));
    }
    let made_at = desk.now();
    let seed = Seed::make().map_err(|none| Fault::machine(none.to_string()))?;
    let key = SigningKey { id: SigningKeyId::make(), seed: *seed.expose(), made_at };
    desk.deed("review.make_key", |deed| deed.put(&key))?;
    Ok(seed)
}

/// A version in the form it leaves in. Once somebody has signed it with a key, its PDF carries what was signed and a seal.
pub(super) fn frozen(
    desk: &mut OpenDesk,
    version: &ReviewVersion,
    form: Form,
    size: PaperSize,
) -> Result<Vec<u8>, Fault> {
    let paper = read_canonical(version.content.as_bytes())?;
    let signatures = review::signatures(desk.read(), version.id)?;
    let signatures: Vec<KeySignature> = signatures.into_iter().filter_map(key_signature).collect();
    if signatures.is_empty() {
        return form.bytes(&[paper], size);
    }
    match form {
        Form::Markdown => {
            let signed = ReviewPaper { signatures: signatures.iter().map(printed).collect(), ..paper };
            form.bytes(&[signed], size)
        }
        Form::Pdf => {
            let mut pdf = Fonts::only_if_needed(|fallbacks| {
                make_signed_pdf(&paper, &signatures, &Print { size, fallbacks, ..Print::default() })
            })?;
            let seed = seed(desk)?;
            let seal = Seal { key: seed.public(), signature: seed.sign(Namespace::File, &seal_over(&pdf)?) };
            place_seal(&mut pdf, &seal)?;
            Ok(pdf)
        }
    }
}

fn key_signature(signature: Signature) -> Option<KeySignature> {
    let Proof { key, signature: bytes } = signature.proof?;
    let part = match signature.part {
        PointAuthor::Manager => SignerPart::Manager,
        PointAuthor::Employee => SignerPart::Employee,
    };
    Some(KeySignature { name: signature.name, part, signed_at: signature.signed_at, key, signature: bytes })
}

fn printed(one: &KeySignature) -> paper::review::PaperSignature {
    paper::review::PaperSignature {
        name: one.name.clone(),
        part: one.part,
        signed_at: one.signed_at,
        fingerprint: fingerprint(&one.key),
    }
}

fn part_of(part: SignerPart) -> PointAuthor {
    match part {
        SignerPart::Manager => PointAuthor::Manager,
        SignerPart::Employee => PointAuthor::Employee,
    }
}

impl OutsideCall for Verify {
    type Reply = Verified;

    fn run(self, _: &House, _: &Work) -> Result<Self::Reply, Fault> {
        verify(&self.file)
    }
}

/// Checks who signed a file. It needs no vault, and none is looked for.
///
/// # Errors
/// When the file is not one that was signed, and when it cannot be read.
pub fn verify(file: &Path) -> Result<Verified, Fault> {
    let signed = read_file(file)?;
    let is_whole = is_whole(&signed);
    let SignedReview { canonical, review: paper, signatures, .. } = signed;
    let signatures = signatures
        .iter()
        .map(|one| VerifiedSignature {
            part: part_of(one.part),
            name: one.name.clone(),
            signed_at: Instant(one.signed_at),
            fingerprint: fingerprint(&one.key),
            is_right: is_right(&canonical, one),
        })
        .collect();
    Ok(Verified {
        person: paper.person.clone(),
        cycle: paper.cycle.clone(),
        signatures,
        is_whole,
        text: make_markdown(&[paper]),
    })
}

fn read_file(file: &Path) -> Result<SignedReview, Fault> {
    let bytes = files::read("The file", file, LARGEST as u64)?
        .ok_or_else(|| Fault::wrong_use("The file is not there any more.").next("Choose it again."))?;
    Ok(read_signed(&bytes)?)
}

fn is_right(canonical: &[u8], one: &KeySignature) -> bool {
    is_signed(Namespace::Review, canonical, &one.key, &one.signature)
}

/// Whether the file is as its last signer wrote it.
fn is_whole(signed: &SignedReview) -> bool {
    let seal = signed.seal.filter(|seal| signed.signatures.iter().any(|one| one.key == seal.key));
    seal.is_some_and(|seal| is_signed(Namespace::File, &signed.sealed_bytes, &seal.key, &seal.signature))
}

impl OpenCall for TakeFile {
    type Reply = TakenFile;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let signed = read_file(&self.file)?;
        if !is_whole(&signed) || !signed.signatures.iter().all(|one| is_right(&signed.canonical, one)) {
            let refusal = Refusal::new("review.not_whole", "This file was changed after it was signed.");
            return Err(Fault::from(refusal.next("Ask for the file again, as it was first saved.")));
        }
        let content = String::from_utf8_lossy(&signed.canonical).into_owned();
        let (now, owner) = (desk.now(), desk.owner()?);
        let done = desk.deed(Self::NAME, |deed| {
            let (id, version, is_new) = match version_of(deed.read(), &signed.review, &content)? {
                Some((of, version)) => (of, version, false),
                None => own_review(deed, &signed.review, &owner, content, now)?,
            };
            let there = review::signatures(deed.read(), version)?;
            let mut added = 0;
            for one in signed.signatures {
                let part = part_of(one.part);
                if there.iter().any(|known| known.part == part && known.proof.is_some()) {
                    continue;
                }
                // By hand, and now with a key as well.
                for by_hand in there.iter().filter(|known| known.part == part) {
                    deed.remove::<Signature>(by_hand.id)?;
                }
                let proof = Some(Proof { key: one.key, signature: one.signature });
                let (id, signed_at) = (SignatureId::make(), one.signed_at);
                add(deed, Signature { id, version, part, name: one.name, signed_at, proof })?;
                added += 1;
            }
            Ok((id, added, is_new))
        })?;
        let (review, signatures, is_new) = done.value;
        Ok(TakenFile { review, signatures, is_new, deed: done.deed })
    }
}

/// The version of this vault that a file is of: the same bytes, not only the same person.
fn version_of(
    read: &Reading,
    paper: &ReviewPaper,
    content: &str,
) -> Result<Option<(ReviewId, ReviewVersionId)>, StoreFault> {
    for line in review::lines_of_cycle(read, &paper.cycle)? {
        let versions = review::around(read, line.review.id)?.versions;
        if let Some(version) = versions.into_iter().find(|version| version.content == content) {
            return Ok(Some((line.review.id, version.id)));
        }
    }
    Ok(None)
}

/// A review about the owner that came from their manager. A file about anybody else belongs into no vault but its own.
fn own_review(
    deed: &mut Deed<'_>,
    paper: &ReviewPaper,
    owner: &Person,
    content: String,
    now: DateTime<Utc>,
) -> Result<(ReviewId, ReviewVersionId, bool), StoreFault> {
    if paper.person != owner.name {
        let refusal =
            Refusal::new("review.of_nobody_here", "No review in this vault says what this file says.");
        return Err(refusal
            .next("A file is taken in where its review was written, or by the person it is about.")
            .into());
    }
    let there = review::lines_of_cycle(deed.read(), &paper.cycle)?;
    let own = there.into_iter().map(|line| line.review).find(|of| of.person == owner.id);
    let is_new = own.is_none();
    let own = own.unwrap_or_else(|| Review::begun(ReviewId::make(), owner.id, paper.cycle.clone()));
    let number =
        review::around(deed.read(), own.id)?.versions.iter().map(|one| one.number).max().unwrap_or(0) + 1;
    let id = own.id;
    deed.put(&Review { state: ReviewState::Closed, closed_at: Some(now), ..own })?;
    let version = ReviewVersion {
        id: ReviewVersionId::make(),
        review: id,
        number,
        made_at: now,
        reason: VersionReason::Final,
        content,
    };
    deed.put(&version)?;
    Ok((id, version.id, is_new))
}
