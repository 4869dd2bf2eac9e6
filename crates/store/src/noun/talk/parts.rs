//! What belongs to a talk, as rows: conversations, looks, questions to others, turns to HR.

use domain::{
    PersonId, RecordId, TalkId,
    talk::{CheckIn, Conversation, FollowUp, HrConsult, Participant, ParticipantPart},
};
use minicbor::{Decoder, Encoder};

use crate::fault::Result;
use crate::noun::cbor::{read_records, write_records};
use crate::noun::{Fields, Record, Row, Table, Value, Word, misplaced, table};

impl Record for Conversation {
    const TABLE: &'static Table = &table!(Conversation, "conversation", [
        "person" Id, "talk" Id, "also" Cbor, "at" Wall, "participants" Cbor, "outcome" Prose, "differences" Prose,
        "response_due" Day, "answered_on" Day, "answer" Prose,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        let (first, also) =
            self.talks.split_first().map_or((None, &[][..]), |(first, also)| (Some(*first), also));
        vec![
            self.person.record().into(),
            // One without a talk is refused before it comes here; it would be kept with itself.
            first.map_or(self.id.record(), TalkId::record).into(),
            write_records(also),
            self.at.into(),
            Value::Bytes(write_participants(&self.participants)),
            self.outcome.as_str().into(),
            self.differences.as_str().into(),
            self.response_due.into(),
            self.answered_on.into(),
            self.answer.as_str().into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        let person = fields.id()?;
        let mut talks: Vec<TalkId> = vec![fields.id()?];
        talks.extend(read_records::<TalkId>(fields.maybe_bytes()?.as_deref())?);
        Ok(Self {
            id: id.into(),
            person,
            talks,
            at: fields.wall()?,
            participants: read_participants(&fields.bytes()?)?,
            outcome: fields.text()?,
            differences: fields.text()?,
            response_due: fields.day()?,
            answered_on: fields.maybe_day()?,
            answer: fields.text()?,
        })
    }
}

/// `[[part, record or null, name], ...]`
fn write_participants(participants: &[Participant]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut cbor = Encoder::new(&mut out);
    let written = (|| {
        cbor.array(participants.len() as u64)?;
        for there in participants {
            cbor.array(3)?.str(there.part.to_word())?;
            match there.person {
                Some(person) => cbor.bytes(person.record().as_bytes())?,
                None => cbor.null()?,
            };
            cbor.str(&there.name)?;
        }
        cbor.ok()
    })()
    .is_ok();
    debug_assert!(written, "memory takes every byte");
    out
}

fn read_participants(bytes: &[u8]) -> Result<Vec<Participant>> {
    type Fault = minicbor::decode::Error;
    let mut cbor = Decoder::new(bytes);
    let mut read = || {
        (0..cbor.array()?.unwrap_or(0))
            .map(|_| {
                cbor.array()?;
                let part =
                    ParticipantPart::from_word(cbor.str()?).ok_or_else(|| Fault::message("no part"))?;
                let person = if cbor.datatype()? == minicbor::data::Type::Null {
                    cbor.null()?;
                    None
                } else {
                    let bytes: [u8; 16] =
                        cbor.bytes()?.try_into().map_err(|_| Fault::message("no record"))?;
                    Some(PersonId::from(RecordId::from_bytes(bytes)))
                };
                Ok(Participant { part, person, name: cbor.str()?.to_owned() })
            })
            .collect::<std::result::Result<Vec<_>, Fault>>()
    };
    read().map_err(|_| misplaced())
}

impl Record for FollowUp {
    const TABLE: &'static Table = &table!(FollowUp, "follow_up", [
        "talk" Id, "on" Day, "found" Word, "text" Prose, "said_aloud" Prose,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.talk.record().into(),
            self.on.into(),
            self.found.to_word().into(),
            self.text.as_str().into(),
            self.said_aloud.as_str().into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            talk: fields.id()?,
            on: fields.day()?,
            found: fields.word()?,
            text: fields.text()?,
            said_aloud: fields.text()?,
        })
    }
}

impl Record for CheckIn {
    const TABLE: &'static Table = &table!(CheckIn, "check_in", [
        "talk" Id, "who" Line, "person" Id, "asked_on" Day, "question" Prose, "answered_on" Day, "answer" Prose,
        "told_on" Day,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.talk.record().into(),
            self.from.as_str().into(),
            self.person.map(PersonId::record).into(),
            self.asked_on.into(),
            self.question.as_str().into(),
            self.answered_on.into(),
            self.answer.as_str().into(),
            self.told_on.into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            talk: fields.id()?,
            from: fields.text()?,
            person: fields.maybe_id()?,
            asked_on: fields.day()?,
            question: fields.text()?,
            answered_on: fields.maybe_day()?,
            answer: fields.text()?,
            told_on: fields.maybe_day()?,
        })
    }
}

impl Record for HrConsult {
    const TABLE: &'static Table = &table!(HrConsult, "hr_consult", [
        "talk" Id, "part" Word, "who" Line, "on" Day, "question" Prose, "advice" Prose,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.talk.record().into(),
            self.part.to_word().into(),
            self.who.as_str().into(),
            self.on.into(),
            self.question.as_str().into(),
            self.advice.as_str().into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            talk: fields.id()?,
            part: fields.word()?,
            who: fields.text()?,
            on: fields.day()?,
            question: fields.text()?,
            advice: fields.text()?,
        })
    }
}
