//! A record as one line of JSON, and back.
//!
//! The shapes stand here a second time, apart from the nouns, because they may never change under files that people
//! already have: renaming a field of a noun must not rename it in the folder. Fields are in alphabetical order, which
//! is the order in which they are written.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::{
    ActionId, AttachmentId, GoalId, MarginId, MeetingId, NoteId, PersonId, RecordId, ReviewId, SectionId,
    action::{Action, ActionState},
    attachment::Attachment,
    folder::{Note, NoteKind, Polarity},
    goal::{Goal, GoalState},
    one_on_one::{Margin, Meeting, MeetingState, Section, SectionKind},
    person::{Employment, Person, Relation, Skill},
    review::Review,
};
use serde::{Deserialize, Serialize};

use super::{Noun, Record};

macro_rules! lines {
    ($($line:ident is $noun:ident { $($(#[$how:meta])* $field:ident: $type:ty,)* })*) => { $(
        #[derive(Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct $line { $($(#[$how])* $field: $type,)* }

        impl From<$noun> for $line {
            fn from(noun: $noun) -> Self {
                let $noun { $($field),* } = noun;
                Self { $($field),* }
            }
        }
        impl From<$line> for $noun {
            fn from(line: $line) -> Self {
                let $line { $($field),* } = line;
                Self { $($field),* }
            }
        }
    )* };
}

lines! {
    PersonLine is Person {
        about: String, email: String, employment: Employment, id: PersonId, left_on: Option<NaiveDate>, level: String,
        manager: Option<PersonId>, name: String, phone: String, relation: Relation, role: String, site: String,
        #[serde(with = "skills")] skills: Vec<Skill>, started_on: Option<NaiveDate>, team: String,
    }
    MeetingLine is Meeting {
        began_at: Option<DateTime<Utc>>, ended_at: Option<DateTime<Utc>>, id: MeetingId, minutes: u32,
        moved_from: Option<MeetingId>, person: PersonId, reason: String, starts: NaiveDateTime, state: MeetingState,
        zone: String,
    }
    SectionLine is Section { id: SectionId, kind: SectionKind, meeting: MeetingId, place: u32, text: String, title: String, }
    MarginLine is Margin { id: MarginId, meeting: MeetingId, text: String, }
    NoteLine is Note {
        dismissed: bool, id: NoteId, kind: NoteKind, on: NaiveDate, person: PersonId, polarity: Polarity,
        raised_on: Option<NaiveDate>, text: String,
    }
    GoalLine is Goal { due: Option<NaiveDate>, id: GoalId, person: PersonId, state: GoalState, text: String, title: String, }
    ReviewLine is Review { cycle: String, id: ReviewId, person: PersonId, text: String, }
    ActionLine is Action {
        about: PersonId, dropped_because: String, due: Option<NaiveDate>, id: ActionId, meeting: Option<MeetingId>,
        owner: PersonId, since: NaiveDate, state: ActionState, text: String,
    }
    AttachmentLine is Attachment {
        added_at: DateTime<Utc>, bytes: u64, id: AttachmentId, name: String, record: RecordId,
        #[serde(with = "hex")] sha256: [u8; 32],
    }
}

/// The record as a line, without the line break.
pub(super) fn to_line(record: Record) -> serde_json::Result<String> {
    match record {
        Record::Person(person) => serde_json::to_string(&PersonLine::from(person)),
        Record::OneOnOne(meeting) => serde_json::to_string(&MeetingLine::from(meeting)),
        Record::Section(section) => serde_json::to_string(&SectionLine::from(section)),
        Record::Margin(margin) => serde_json::to_string(&MarginLine::from(margin)),
        Record::Note(note) => serde_json::to_string(&NoteLine::from(note)),
        Record::Goal(goal) => serde_json::to_string(&GoalLine::from(goal)),
        Record::Review(review) => serde_json::to_string(&ReviewLine::from(review)),
        Record::Action(action) => serde_json::to_string(&ActionLine::from(action)),
        Record::Attachment(attachment) => serde_json::to_string(&AttachmentLine::from(attachment)),
    }
}

/// The record that a line of a noun's file is.
pub(super) fn from_line(noun: Noun, line: &str) -> serde_json::Result<Record> {
    Ok(match noun {
        Noun::Person => Record::Person(serde_json::from_str::<PersonLine>(line)?.into()),
        Noun::OneOnOne => Record::OneOnOne(serde_json::from_str::<MeetingLine>(line)?.into()),
        Noun::Section => Record::Section(serde_json::from_str::<SectionLine>(line)?.into()),
        Noun::Margin => Record::Margin(serde_json::from_str::<MarginLine>(line)?.into()),
        Noun::Note => Record::Note(serde_json::from_str::<NoteLine>(line)?.into()),
        Noun::Goal => Record::Goal(serde_json::from_str::<GoalLine>(line)?.into()),
        Noun::Review => Record::Review(serde_json::from_str::<ReviewLine>(line)?.into()),
        Noun::Action => Record::Action(serde_json::from_str::<ActionLine>(line)?.into()),
        Noun::Attachment => Record::Attachment(serde_json::from_str::<AttachmentLine>(line)?.into()),
    })
}

/// Skills as `[{"level":4,"name":"Rust"}]`.
mod skills {
    use domain::person::Skill;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct SkillLine {
        level: u8,
        name: String,
    }

    pub(super) fn serialize<S: Serializer>(skills: &[Skill], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(skills.iter().map(|skill| SkillLine { level: skill.level, name: skill.name.clone() }))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Skill>, D::Error> {
        let lines = Vec::<SkillLine>::deserialize(from)?;
        Ok(lines.into_iter().map(|line| Skill { name: line.name, level: line.level }).collect())
    }
}

/// A digest as 64 lower-case hexadecimal digits.
mod hex {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(digest: &[u8; 32], to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&format_args!("{}", Digits(digest)))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<[u8; 32], D::Error> {
        let digits = String::deserialize(from)?;
        let wrong = || D::Error::custom("expected 64 hexadecimal digits");
        let mut digest = [0; 32];
        if digits.len() != 64 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(wrong());
        }
        for (byte, pair) in digest.iter_mut().zip(digits.as_bytes().as_chunks::<2>().0) {
            let pair = std::str::from_utf8(pair).map_err(|_| wrong())?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| wrong())?;
        }
        Ok(digest)
    }

    struct Digits<'a>(&'a [u8; 32]);

    impl std::fmt::Display for Digits<'_> {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
        }
    }
}
