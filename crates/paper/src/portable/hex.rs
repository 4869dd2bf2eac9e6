//! Bytes that only mean themselves, as hexadecimal digits: digests, keys and signatures.

use serde::{Deserialize, Deserializer, Serializer, de::Error};

pub(super) fn serialize<S: Serializer, const N: usize>(bytes: &[u8; N], to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(&Digits(bytes))
}

pub(super) fn deserialize<'de, D: Deserializer<'de>, const N: usize>(from: D) -> Result<[u8; N], D::Error> {
    read(&String::deserialize(from)?)
        .ok_or_else(|| D::Error::custom(format_args!("expected {} hexadecimal digits", 2 * N)))
}

/// The fingerprint of words, or nothing.
pub(super) mod maybe_hash {
    use domain::review::WordsHash;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    // Serde hands over a reference to the field.
    #[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref)]
    pub(in super::super) fn serialize<S: Serializer>(
        hash: &Option<WordsHash>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        hash.map(|hash| super::Digits(&hash.0).to_string()).serialize(to)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<WordsHash>, D::Error> {
        let wrong = || D::Error::custom("expected 64 hexadecimal digits");
        let digits = Option::<String>::deserialize(from)?;
        digits.map(|digits| super::read(&digits).map(WordsHash).ok_or_else(wrong)).transpose()
    }
}

/// A key and a signature, or nothing.
pub(super) mod maybe_proof {
    use domain::review::Proof;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Line {
        #[serde(with = "super")]
        key: [u8; 32],
        #[serde(with = "super")]
        signature: [u8; 64],
    }

    #[allow(clippy::ref_option)]
    pub(in super::super) fn serialize<S: Serializer>(
        proof: &Option<Proof>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        proof.as_ref().map(|proof| Line { key: proof.key, signature: proof.signature }).serialize(to)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Proof>, D::Error> {
        let line = Option::<Line>::deserialize(from)?;
        Ok(line.map(|Line { key, signature }| Proof { key, signature }))
    }
}

/// So many bytes out of twice as many digits.
fn read<const N: usize>(digits: &str) -> Option<[u8; N]> {
    if digits.len() != 2 * N || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.as_bytes().as_chunks::<2>().0) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

struct Digits<'a>(&'a [u8]);

impl std::fmt::Display for Digits<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
