//! What others say for a review, what was shared of it, and who signed, as rows.

use domain::{
    PersonId, RecordId,
    review::{PeerInput, Proof, ReviewVersion, Signature, SigningKey, WordsHash},
};

use crate::fault::Result;
use crate::noun::{Fields, Record, Row, Table, Value, Word, misplaced, table};

impl Record for PeerInput {
    const TABLE: &'static Table = &table!(PeerInput, "peer_input", [
        "review" Id, "author" Line, "person" Id, "relation" Word, "team" Line, "state" Word, "asked_on" Day,
        "notes" Prose, "words" Text, "approved" Bytes,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.review.record().into(),
            self.author.as_str().into(),
            self.person.map(PersonId::record).into(),
            self.relation.to_word().into(),
            self.team.as_str().into(),
            self.state.to_word().into(),
            self.asked_on.into(),
            self.notes.as_str().into(),
            self.words.as_str().into(),
            self.approved.map_or(Value::Null, |hash| Value::Bytes(hash.0.to_vec())),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            review: fields.id()?,
            author: fields.text()?,
            person: fields.maybe_id()?,
            relation: fields.word()?,
            team: fields.text()?,
            state: fields.word()?,
            asked_on: fields.day()?,
            notes: fields.text()?,
            words: fields.text()?,
            approved: maybe_array(fields)?.map(WordsHash),
        })
    }
}

impl Record for ReviewVersion {
    const TABLE: &'static Table = &table!(ReviewVersion, "review_version", [
        "review" Id, "number" Int, "made_at" Instant, "reason" Word, "content" Text,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.review.record().into(),
            self.number.into(),
            self.made_at.into(),
            self.reason.to_word().into(),
            self.content.as_str().into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            review: fields.id()?,
            number: fields.int()?,
            made_at: fields.instant()?,
            reason: fields.word()?,
            content: fields.text()?,
        })
    }
}

impl Record for Signature {
    const TABLE: &'static Table = &table!(Signature, "signature", [
        "version" Id, "part" Word, "name" Line, "signed_at" Instant, "key" Bytes, "signature" Bytes,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        let proof = self.proof.as_ref();
        let bytes = |bytes: Option<&[u8]>| bytes.map_or(Value::Null, |bytes| Value::Bytes(bytes.to_vec()));
        vec![
            self.version.record().into(),
            self.part.to_word().into(),
            self.name.as_str().into(),
            self.signed_at.into(),
            bytes(proof.map(|proof| &proof.key[..])),
            bytes(proof.map(|proof| &proof.signature[..])),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        let version = fields.id()?;
        let (part, name, signed_at) = (fields.word()?, fields.text()?, fields.instant()?);
        let (key, signature) = (maybe_array(fields)?, maybe_array(fields)?);
        let proof = key.zip(signature).map(|(key, signature)| Proof { key, signature });
        Ok(Self { id: id.into(), version, part, name, signed_at, proof })
    }
}

impl Record for SigningKey {
    const TABLE: &'static Table = &table!(SigningKey, "signing_key", ["seed" Secret, "made_at" Instant]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![Value::Bytes(self.seed.to_vec()), self.made_at.into()]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        let seed = maybe_array(fields)?.ok_or_else(misplaced)?;
        Ok(Self { id: id.into(), seed, made_at: fields.instant()? })
    }
}

/// The next field: so many bytes, or nothing.
fn maybe_array<const N: usize>(fields: &mut Fields) -> Result<Option<[u8; N]>> {
    let bytes = fields.maybe_bytes()?;
    bytes.map(|bytes| bytes.try_into().map_err(|_| misplaced())).transpose()
}
