//! Reading a signed file. It comes from anywhere, so nothing of it is taken for granted: it is not read as a PDF but searched
//! for the two places that [`make_signed_pdf`](super::make_signed_pdf) writes, in the one form that it writes them.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Deserialize;

use super::canonical::{Canonical, FORMAT, FORMATS};
use super::make::{
    AFTER, BEFORE, BETWEEN, RANGE_DIGITS, SEAL_DIGITS, SEAL_TYPE, find_all, only, place_of_digits,
};
use super::{KeySignature, LARGEST, MOST_SIGNATURES, Seal, SignedReview, hex};
use crate::review::{ReviewPaper, SignerPart};
use crate::{PaperFault, Place};

/// How far from its end a PDF says that it ends.
const TAIL: usize = 1024;

/// Reads a signed file, in time and memory bounded by its length. Whether its signatures and its seal are true is for the
/// caller to verify.
///
/// # Errors
/// [`PaperFault::Unreadable`], with its own sentence for a file that is too large, no PDF, cut off, a PDF of somebody else,
/// one of a later version, and one that was changed.
pub fn read_signed(pdf: &[u8]) -> Result<SignedReview, PaperFault> {
    let (sealed_bytes, seal) = sealed(pdf)?;
    let (canonical, signatures) = attached(pdf)?;
    let review = match Canonical::read(canonical) {
        Some(review) => review,
        None if is_newer(canonical) => {
            return Err(fault(
                "This review was signed by a newer version of Inglenook.",
                "Update Inglenook on this computer, then open the file again.",
            ));
        }
        None => return Err(changed()),
    };
    let signatures = read_signatures(signatures).ok_or_else(changed)?;
    Ok(SignedReview { canonical: canonical.to_vec(), review, signatures, sealed_bytes, seal })
}

/// A review again from its canonical form, without signatures.
///
/// # Errors
/// [`PaperFault::Unreadable`] where the bytes are not the one form of what they say.
pub fn read_canonical(bytes: &[u8]) -> Result<ReviewPaper, PaperFault> {
    Canonical::read(bytes).ok_or_else(changed)
}

fn fault(sentence: &str, next: &str) -> PaperFault {
    PaperFault::unreadable(Place::default(), sentence, next)
}

fn changed() -> PaperFault {
    fault(
        "This file was changed after it was signed, so what it says cannot be relied on.",
        "Ask for the file again, as it was first saved.",
    )
}

/// What the seal is over, and the seal.
pub(super) fn sealed(pdf: &[u8]) -> Result<(Vec<u8>, Option<Seal>), PaperFault> {
    if pdf.len() > LARGEST {
        return Err(fault(
            "This file is larger than a signed review can be.",
            "Choose the file that was saved when the review was signed.",
        ));
    }
    if !pdf.starts_with(b"%PDF-") {
        return Err(fault(
            "This file is not a PDF.",
            "Choose the PDF that was saved when the review was signed.",
        ));
    }
    let tail = &pdf[pdf.len().saturating_sub(TAIL)..];
    if find_all(tail, b"%%EOF").next().is_none() {
        return Err(fault(
            "This file is cut off: its end is missing.",
            "Copy or download it again, and wait until all of it is there.",
        ));
    }
    if find_all(pdf, SEAL_TYPE).next().is_none() {
        return Err(fault(
            "This PDF is not a review that was signed with Inglenook.",
            "Choose the PDF that was saved when the review was signed.",
        ));
    }
    let from = place_of_digits(pdf).ok_or_else(changed)?;
    let (before, rest) = pdf.split_at(from);
    let (digits, after) = rest.split_at(SEAL_DIGITS);
    if range(before) != Some([before.len(), before.len() + SEAL_DIGITS, after.len()]) {
        return Err(changed());
    }
    let is_empty = digits.iter().all(|digit| *digit == b'0');
    let (key, signature) = digits.split_at(64);
    let seal = Seal {
        key: hex::read(key).ok_or_else(changed)?,
        signature: hex::read(signature).ok_or_else(changed)?,
    };
    Ok(([before, after].concat(), (!is_empty).then_some(seal)))
}

/// What a file says its seal is over, from what stands before the seal.
fn range(before: &[u8]) -> Option<[usize; 3]> {
    let text = before.strip_suffix(b"]/Contents<")?;
    let text = text.get(text.len().checked_sub(3 * RANGE_DIGITS + 2)?..)?;
    let number = |index: usize| -> Option<usize> {
        let from = index * (RANGE_DIGITS + 1);
        let digits = text.get(from..from + RANGE_DIGITS)?;
        let is_number = digits.iter().all(u8::is_ascii_digit);
        std::str::from_utf8(digits).ok().filter(|_| is_number)?.parse().ok()
    };
    Some([number(0)?, number(1)?, number(2)?])
}

/// What was signed, and the signatures, as they stand in the file.
fn attached(pdf: &[u8]) -> Result<(&[u8], &[u8]), PaperFault> {
    let begins = [b"stream\n", BEFORE, b"{\"format\":\"", FORMATS.as_bytes()].concat();
    let ends = [AFTER, b"\nendstream"].concat();
    let from = only(pdf, &begins).ok_or_else(changed)? + b"stream\n".len() + BEFORE.len();
    let rest = pdf.get(from..).unwrap_or_default();
    let to = find_all(rest, &ends).next().ok_or_else(changed)?;
    let text = &rest[..to];
    let middle = find_all(text, BETWEEN).next().ok_or_else(changed)?;
    let (canonical, signatures) = (&text[..middle], &text[middle + BETWEEN.len()..]);
    // The signatures have no line feed of their own; what was signed is compared with its one form.
    if signatures.contains(&b'\n') {
        return Err(changed());
    }
    Ok((canonical, signatures))
}

/// Whether it says that it is of a format that comes later.
fn is_newer(canonical: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Any {
        format: String,
    }
    let format = serde_json::from_slice::<Any>(canonical).map(|any| any.format).unwrap_or_default();
    let number = |format: &str| format.strip_prefix(FORMATS).and_then(|number| number.parse::<u32>().ok());
    number(&format) > number(FORMAT)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    part: String,
    signed_at: String,
    key: String,
    signature: String,
}

fn read_signatures(bytes: &[u8]) -> Option<Vec<KeySignature>> {
    let written: Vec<Written> = serde_json::from_slice(bytes).ok()?;
    if written.is_empty() || written.len() > MOST_SIGNATURES {
        return None;
    }
    let read = |one: Written| {
        let signed_at: DateTime<Utc> = one.signed_at.parse().ok()?;
        // There is one way to write a time.
        (signed_at.to_rfc3339_opts(SecondsFormat::Secs, true) == one.signed_at).then_some(())?;
        Some(KeySignature {
            name: one.name,
            part: SignerPart::of_word(&one.part)?,
            signed_at,
            key: hex::read(one.key.as_bytes())?,
            signature: hex::read(one.signature.as_bytes())?,
        })
    };
    written.into_iter().map(read).collect()
}
