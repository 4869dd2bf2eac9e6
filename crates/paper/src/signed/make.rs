//! Writing a signed file, and putting the seal on it.

use chrono::SecondsFormat;
use lopdf::{Object, Stream, StringFormat, dictionary};
use serde_json::json;

use super::{KeySignature, LARGEST, MOST_SIGNATURES, Seal, canonical, fingerprint, hex};
use crate::PaperFault;
use crate::canvas::written;
use crate::leaving::{Print, compose};
use crate::review::{PaperSignature, ReviewPaper, ReviewStatus};
use crate::typeface::Typecase;

/// What the attached file is called.
const ATTACHED: &str = "review.json";
/// The lines of it around what was signed, and around the signatures.
pub(super) const BEFORE: &[u8] = b"{\"review\":\n";
pub(super) const BETWEEN: &[u8] = b"\n,\"signatures\":\n";
pub(super) const AFTER: &[u8] = b"\n}\n";

/// The object that holds the seal: what it is, what it is over, and its digits.
pub(super) const SEAL_TYPE: &[u8] = b"/Type/INGL_Seal";
const SEAL_RANGE: &[u8] = b"/Type/INGL_Seal/ByteRange[0 ";
/// Numbers of the range have so many digits until they are known, and afterwards.
pub(super) const RANGE_DIGITS: usize = 10;
const UNKNOWN: i64 = 1_000_000_000;
/// A key and a signature.
pub(super) const SEAL_BYTES: usize = 96;
pub(super) const SEAL_DIGITS: usize = SEAL_BYTES * 2;

/// A final review as a PDF with what was signed, and room for a seal. The signatures are printed on its last page, whatever
/// [`ReviewPaper::signatures`] says.
///
/// # Errors
/// As [`make_pdf`](crate::leaving::make_pdf); and [`PaperFault::Drawing`] for a review that is not final, one without or
/// with too many signatures, and one that would be larger than is read back.
pub fn make_signed_pdf(
    review: &ReviewPaper,
    signatures: &[KeySignature],
    print: &Print<'_>,
) -> Result<Vec<u8>, PaperFault> {
    let refused = |sentence: &str| Err(PaperFault::Drawing { sentence: sentence.to_owned() });
    match review.status {
        ReviewStatus::Final { .. } => {}
        ReviewStatus::Draft | ReviewStatus::Shared { .. } => {
            return refused("Only a final review is signed.");
        }
    }
    if signatures.is_empty() || signatures.len() > MOST_SIGNATURES {
        return refused("A signed review has one signature or a few.");
    }
    let printed = |one: &KeySignature| PaperSignature {
        name: one.name.clone(),
        part: one.part,
        signed_at: one.signed_at,
        fingerprint: fingerprint(&one.key),
    };
    let paper = ReviewPaper { signatures: signatures.iter().map(printed).collect(), ..review.clone() };
    let case = Typecase::with(print.fallbacks);
    let mut file = compose(std::slice::from_ref(&paper), print, &case)?.into_file()?;
    attach(&mut file, attached(review, signatures))?;
    let mut pdf = written(file)?;
    set_range(&mut pdf)?;
    if pdf.len() > LARGEST {
        return refused("This review is too large to be signed.");
    }
    Ok(pdf)
}

/// What is attached: a JSON document whose second line is what was signed and whose fourth is who signed it.
fn attached(review: &ReviewPaper, signatures: &[KeySignature]) -> Vec<u8> {
    let signatures: Vec<_> = signatures
        .iter()
        .map(|one| {
            json!({
                "name": one.name,
                "part": one.part.word(),
                "signed_at": one.signed_at.to_rfc3339_opts(SecondsFormat::Secs, true),
                "key": hex::write(&one.key),
                "signature": hex::write(&one.signature),
            })
        })
        .collect();
    let signatures = serde_json::Value::from(signatures).to_string();
    [BEFORE, &canonical(review), BETWEEN, signatures.as_bytes(), AFTER].concat()
}

/// Puts the attached file into a document, as it is, and the place for a seal.
fn attach(file: &mut lopdf::Document, bytes: Vec<u8>) -> Result<(), PaperFault> {
    let name = || Object::string_literal(ATTACHED);
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let about = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => Object::Name(b"application/json".to_vec()),
        "Params" => dictionary! { "Size" => size },
    };
    let stream = file.add_object(Stream::new(about, bytes).with_compression(false));
    let described = file.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => name(),
        "UF" => name(),
        "Desc" => Object::string_literal("What was signed, and by whom"),
        "AFRelationship" => "Data",
        "EF" => dictionary! { "F" => stream, "UF" => stream },
    });
    let seal = file.add_object(dictionary! {
        "Type" => "INGL_Seal",
        "ByteRange" => vec![Object::Integer(0), UNKNOWN.into(), UNKNOWN.into(), UNKNOWN.into()],
        "Contents" => Object::String(vec![0; SEAL_BYTES], StringFormat::Hexadecimal),
    });
    let unmade = |_| PaperFault::Drawing { sentence: "The page could not be put together.".to_owned() };
    let catalog = file.catalog_mut().map_err(unmade)?;
    let names = dictionary! { "Names" => vec![name(), described.into()] };
    catalog.set("Names", dictionary! { "EmbeddedFiles" => names });
    catalog.set("AF", vec![Object::Reference(described)]);
    catalog.set("INGL_Seal", seal);
    Ok(())
}

/// Writes into the place of the seal what it is over.
fn set_range(pdf: &mut [u8]) -> Result<(), PaperFault> {
    let unmade = || PaperFault::Drawing { sentence: "The seal has no place on this file.".to_owned() };
    let range = only(pdf, SEAL_RANGE).ok_or_else(unmade)? + SEAL_RANGE.len();
    let place = place_of_digits(pdf).ok_or_else(unmade)?;
    let numbers = [place, place + SEAL_DIGITS, pdf.len() - place - SEAL_DIGITS];
    for (number, index) in numbers.into_iter().zip(0..) {
        let from = range + index * (RANGE_DIGITS + 1);
        let digits = format!("{number:0RANGE_DIGITS$}");
        pdf.get_mut(from..from + RANGE_DIGITS).ok_or_else(unmade)?.copy_from_slice(digits.as_bytes());
    }
    Ok(())
}

/// Where a piece of bytes begins that must be there exactly once.
pub(super) fn only(bytes: &[u8], piece: &[u8]) -> Option<usize> {
    let mut found = find_all(bytes, piece);
    let place = found.next()?;
    found.next().is_none().then_some(place)
}

/// Where a piece of bytes begins, each time it is there.
pub(super) fn find_all<'a>(bytes: &'a [u8], piece: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let first = piece.first().copied();
    let starts =
        bytes.iter().enumerate().filter(move |(_, byte)| Some(**byte) == first).map(|(place, _)| place);
    starts.filter(move |place| bytes.get(*place..*place + piece.len()) == Some(piece))
}

/// Where the digits of the seal begin: they stand at one place, behind what they are over.
pub(super) fn place_of_digits(pdf: &[u8]) -> Option<usize> {
    const NUMBERS: usize = 3 * (RANGE_DIGITS + 1);
    const OPENS: &[u8] = b"/Contents<";
    only(pdf, SEAL_TYPE)?;
    let after = only(pdf, SEAL_RANGE)? + SEAL_RANGE.len() + NUMBERS;
    let opens = pdf.get(after..after + OPENS.len())?;
    let from = after + OPENS.len();
    let closes = pdf.get(from + SEAL_DIGITS)?;
    (opens == OPENS && *closes == b'>').then_some(from)
}

/// What a seal is made over: the file without the place of the seal.
///
/// # Errors
/// When the file has no such place.
pub fn seal_over(pdf: &[u8]) -> Result<Vec<u8>, PaperFault> {
    super::read::sealed(pdf).map(|(bytes, _)| bytes)
}

/// Puts a seal in its place.
///
/// # Errors
/// When the file has no such place.
pub fn place_seal(pdf: &mut [u8], seal: &Seal) -> Result<(), PaperFault> {
    super::read::sealed(pdf)?;
    let digits = hex::write(&[&seal.key[..], &seal.signature].concat());
    let place = place_of_digits(pdf).and_then(|from| pdf.get_mut(from..from + SEAL_DIGITS));
    match place {
        Some(place) => place.copy_from_slice(digits.as_bytes()),
        None => {
            return Err(PaperFault::Drawing { sentence: "The seal has no place on this file.".to_owned() });
        }
    }
    Ok(())
}
