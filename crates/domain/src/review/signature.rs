//! Signatures below a review: both sign the same bytes, or by hand on paper.

use chrono::{DateTime, Utc};

use super::PointAuthor;
use crate::{Refusal, ReviewVersionId, SignatureId, SigningKeyId, text};

/// What shows that a signature belongs to the bytes of a version: Ed25519 (RFC 8032).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The public key, 32 bytes.
    pub key: [u8; 32],
    /// The signature, 64 bytes.
    pub signature: [u8; 64],
}

/// One signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Which signature.
    pub id: SignatureId,
    /// Below which version.
    pub version: ReviewVersionId,
    /// Who signed: the manager or the person.
    pub part: PointAuthor,
    /// Their name.
    pub name: String,
    /// When they signed.
    pub signed_at: DateTime<Utc>,
    /// What shows it; none where it was signed by hand, on paper.
    pub proof: Option<Proof>,
}

impl Signature {
    /// Whether it may be kept as it stands.
    ///
    /// # Errors
    /// Refuses one without a name.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("name", &self.name)?;
        if self.name.trim().is_empty() {
            return Err(Refusal::new("signature.name", "A signature has a name.").next("Say who signed."));
        }
        Ok(())
    }
}

/// The key that the owner of a vault signs with. It never leaves the vault and its backups.
#[derive(Clone, PartialEq, Eq)]
pub struct SigningKey {
    /// Which key.
    pub id: SigningKeyId,
    /// The secret, 32 bytes.
    pub seed: [u8; 32],
    /// When it was made.
    pub made_at: DateTime<Utc>,
}

/// A secret is printed nowhere, not even by a failing test.
impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SigningKey")
            .field("id", &self.id)
            .field("made_at", &self.made_at)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_has_a_name() {
        let signed = Signature {
            id: SignatureId::make(),
            version: ReviewVersionId::make(),
            part: PointAuthor::Employee,
            name: "Maya Okafor".into(),
            signed_at: "2026-12-18T09:00:00Z".parse().expect("a time"),
            proof: None,
        };
        assert_eq!(signed.check(), Ok(()));
        for (name, rule) in [(" ", "signature.name"), ("Maya\nOkafor", "text.line_breaks")] {
            let other = Signature { name: name.into(), ..signed.clone() };
            assert_eq!(other.check().expect_err(name).rule, rule);
        }
    }

    #[test]
    fn a_secret_is_not_printed() {
        let key = SigningKey {
            id: SigningKeyId::make(),
            seed: [0xa7; 32],
            made_at: "2026-12-18T09:00:00Z".parse().expect("a time"),
        };
        // Long enough that no identifier holds them by chance.
        for (seed, printed) in [("167, 167, 167", format!("{key:?}")), ("a7, a7, a7", format!("{key:x?}"))] {
            assert!(printed.contains("made_at") && !printed.contains(seed), "{printed}");
        }
    }
}
