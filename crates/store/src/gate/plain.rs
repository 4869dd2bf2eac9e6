#![allow(clippy::expect_used)]
//! A plain database for tests: the schema and the gate, without a vault around them.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    ActionId, RecordId,
    action::{Action, ActionState},
    attachment::Attachment,
    career::{Exploration, Wish, WishKind},
    folder::{Metric, Note, NoteKind, Polarity, Source, SourceKind},
    goal::{Goal, GoalState},
    one_on_one::{
        AgendaItem, BuiltIn, Factors, Margin, Meeting, MeetingKind, MeetingState, Pair, Prep, Range, Remark,
        RemarkKind, Section, SectionKind, Side, Template, Topic,
    },
    person::{Employment, Person, Relation, Skill},
    workday::Holiday,
};
use rusqlite::{Connection, types::Value as Sql};

use super::{Deed, Done, Hand, replay, run};
use crate::{
    attachment,
    fault::Result,
    noun::{
        Noun,
        setting::{Plain as Setting, Setting as Set},
    },
};

mod evidence;
pub(crate) mod plans;
pub(crate) mod reviews;

/// The newest schema.
pub(crate) const SCHEMA: &str = concat!(
    include_str!("../../../../migrations/store/0001_first.sql"),
    include_str!("../../../../migrations/store/0002_one_on_one_practice.sql"),
    include_str!("../../../../migrations/store/0003_evidence.sql"),
    include_str!("../../../../migrations/store/0004_goals_and_talks.sql"),
    include_str!("../../../../migrations/store/0005_reviews.sql"),
    include_str!("../../../../migrations/store/0006_headcount.sql")
);

/// A plain database and the entries of all its deeds.
pub(crate) struct Plain {
    pub db: Connection,
    pub journal: Vec<Vec<u8>>,
    now: DateTime<Utc>,
}

impl Plain {
    pub(crate) fn new() -> Self {
        Self::on(Connection::open_in_memory().expect("memory"))
    }

    pub(crate) fn on(db: Connection) -> Self {
        crate::search::teach(&db).expect("the functions of the schema");
        db.execute_batch(SCHEMA).expect("the schema");
        Self { db, journal: Vec::new(), now: "2026-11-22T09:00:00Z".parse().expect("a time") }
    }

    fn hand() -> Hand {
        Hand { device: RecordId::from_bytes([0xd1; 16]).into(), sitting: [0x51; 16] }
    }

    /// Does a deed as a vault would, without the files.
    pub(crate) fn deed<T>(&mut self, work: impl FnOnce(&mut Deed<'_>) -> Result<T>) -> Result<Done<T>> {
        self.named("test.deed", None, work)
    }

    pub(crate) fn named<T>(
        &mut self,
        name: &str,
        undoes: Option<u64>,
        work: impl FnOnce(&mut Deed<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        self.now += TimeDelta::minutes(1);
        let tx = self.db.transaction()?;
        let (done, entry) = run(&tx, Self::hand(), name, self.now, undoes, work)?;
        if let Some(entry) = entry {
            tx.commit()?;
            self.journal.push(entry.bytes);
        }
        Ok(done)
    }

    /// Everything the journal kept, done again on an empty database.
    pub(crate) fn replayed(&self) -> Self {
        let mut other = Self::new();
        for bytes in &self.journal {
            let tx = other.db.transaction().expect("a transaction");
            replay(&tx, bytes).expect("the entry follows");
            tx.commit().expect("committed");
            other.journal.push(bytes.clone());
        }
        other
    }

    /// Every row of every table whose name passes, the tables behind the search index included.
    pub(crate) fn dump(&self, wanted: impl Fn(&str) -> bool) -> Vec<(String, Vec<Vec<Sql>>)> {
        let mut names = self
            .db
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")
            .expect("tables");
        let names: Vec<String> =
            names.query_map([], |row| row.get(0)).expect("tables").collect::<Result<_, _>>().expect("names");
        names.into_iter().filter(|name| wanted(name)).map(|name| (name.clone(), self.rows(&name))).collect()
    }

    fn rows(&self, table: &str) -> Vec<Vec<Sql>> {
        let mut all = self.db.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).expect("a table");
        let width = all.column_count();
        let rows = all.query_map([], |row| (0..width).map(|at| row.get(at)).collect()).expect("rows");
        rows.collect::<Result<_, _>>().expect("a row")
    }

    /// The rows of the nouns: what a person sees, and what an undo must bring back exactly.
    pub(crate) fn nouns(&self) -> Vec<(String, Vec<Vec<Sql>>)> {
        self.dump(|table| Noun::ALL.iter().any(|noun| noun.word() == table))
    }
}

/// One write of a random deed.
#[derive(Clone, Debug)]
pub(crate) enum Op {
    /// Puts the record of a noun at a slot, its fields drawn from a seed.
    Put(Noun, u8, u64),
    /// Removes it.
    Remove(Noun, u8),
    /// Attaches a small file to it.
    Attach(Noun, u8, u64),
}

/// The identifier of a noun's record at a slot: half of them carry a moment, half do not.
pub(crate) fn id_at(noun: Noun, slot: u8) -> RecordId {
    let version = if slot.is_multiple_of(2) { 0x70 } else { 0x40 };
    let mut bytes = [0x01, 0x9a, 0, 0, 0, slot, version, noun.code(), 0x80, 0, 0, 0, 0, 0, 0, slot];
    bytes[2] = noun.code();
    RecordId::from_bytes(bytes)
}

/// Texts that share most of their words, so that edits overlap and merges happen.
pub(crate) fn text_at(seed: u64) -> String {
    const WORDS: [&str; 12] = [
        "drill",
        "Łódź",
        "calm",
        "led",
        "the",
        "budget",
        "東京",
        "naïve",
        "\u{1f600}",
        "late\n\nand",
        "**bold**",
        "\u{e000}mark\u{e001}",
    ];
    let mut seed = seed;
    let mut words = Vec::new();
    for _ in 0..seed % 7 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        words.push(WORDS[usize::try_from(seed >> 33).unwrap_or(0) % WORDS.len()]);
    }
    words.join(" ")
}

fn pick<T: Copy>(from: &[T], seed: u64) -> T {
    from[usize::try_from(seed % from.len() as u64).expect("small")]
}

/// Does one random write.
pub(crate) fn apply(deed: &mut Deed<'_>, op: &Op) -> Result<()> {
    match *op {
        Op::Put(noun, slot, seed) => put(deed, noun, slot, seed),
        Op::Remove(noun, slot) => deed.remove_row(noun.table(), id_at(noun, slot)).map(|_| ()),
        Op::Attach(noun, slot, seed) => {
            let at = DateTime::from_timestamp_millis(1_700_000_000_000).expect("a time");
            let id = attachment::add(deed, id_at(noun, slot), "plan.txt", text_at(seed).as_bytes(), at)?;
            // A fixed identifier, so that later writes can meet it again.
            let mut file: Attachment = deed.get(id)?.expect("just added");
            deed.remove::<Attachment>(id)?;
            file.id = id_at(Noun::Attachment, slot).into();
            deed.put(&file)
        }
    }
}

fn put(deed: &mut Deed<'_>, noun: Noun, slot: u8, seed: u64) -> Result<()> {
    let id = id_at(noun, slot);
    let person = id_at(Noun::Person, pick(&[0, 1, 2], seed / 3)).into();
    let meeting = id_at(Noun::Meeting, pick(&[0, 1, 2], seed / 5)).into();
    let day = crate::noun::day_of(20_000 + i64::try_from(seed % 5).expect("small")).expect("a day");
    let text = text_at(seed);
    let wall = day.and_hms_opt(9, 30, 0).expect("a time");
    let at = wall.and_utc();
    match noun {
        Noun::Person => deed.put(&Person {
            role: format!("role {}", seed % 3),
            manager: seed.is_multiple_of(4).then_some(person),
            employment: pick(&[Employment::Employee, Employment::Intern], seed),
            started_on: seed.is_multiple_of(2).then_some(day),
            skills: (0..seed % 3).map(|n| Skill { name: format!("skill {n}"), level: 3 }).collect(),
            about: text,
            ..Person::named(id.into(), format!("Person {}", seed % 4), pick(&Relation::ALL, seed / 2))
        }),
        Noun::Meeting => deed.put(&Meeting {
            state: pick(&MeetingState::ALL, seed),
            moved_from: seed.is_multiple_of(3).then_some(meeting),
            began_at: seed.is_multiple_of(2).then_some(at),
            kind: pick(&[MeetingKind::Regular, MeetingKind::Initial, MeetingKind::FollowUp], seed / 2),
            pair: seed.is_multiple_of(5).then(|| id_at(Noun::Pair, 0).into()),
            slot: seed.is_multiple_of(5).then_some(wall),
            follows: seed.is_multiple_of(7).then_some(meeting),
            moved_by: pick(&[None, Some(Side::Mine), Some(Side::Theirs)], seed / 3),
            template: seed.is_multiple_of(4).then(|| id_at(Noun::Template, 0).into()),
            template_version: pick(&[BuiltIn::VERSION, 7], seed / 4),
            template_sent_at: seed.is_multiple_of(6).then_some(at),
            submitted_at: seed.is_multiple_of(3).then_some(at),
            same_mine: seed.is_multiple_of(2),
            same_theirs: seed.is_multiple_of(3),
            difference: if seed.is_multiple_of(4) { text } else { String::new() },
            notes_sent_at: seed.is_multiple_of(9).then_some(at),
            calendar_uid: if seed.is_multiple_of(5) { format!("{seed}@example.org") } else { String::new() },
            ..Meeting::planned(id.into(), person, wall, 30)
        }),
        Noun::Section => deed.put(&Section {
            id: id.into(),
            meeting,
            place: u32::from(slot),
            kind: pick(&[SectionKind::Goals, SectionKind::Needs], seed),
            title: "Goals".into(),
            text,
            brief: seed.is_multiple_of(3),
            ranges: Range::ALL.into_iter().filter(|_| seed.is_multiple_of(2)).collect(),
            is_talked: seed.is_multiple_of(5),
        }),
        Noun::Margin => deed.put(&Margin {
            id: id.into(),
            meeting,
            text,
            section: seed.is_multiple_of(3).then(|| id_at(Noun::Section, 0).into()),
            note: seed.is_multiple_of(4).then(|| id_at(Noun::Note, 0).into()),
        }),
        Noun::Note => deed.put(&Note {
            kind: pick(&[NoteKind::Delivery, NoteKind::Other], seed),
            raised_on: seed.is_multiple_of(3).then_some(day),
            dismissed: seed.is_multiple_of(5),
            example: pick(&["", "At 3 am"], seed).into(),
            consequence: pick(&["", "Nobody noticed"], seed / 2).into(),
            metric: seed.is_multiple_of(4).then(|| Metric { value: seed.into(), unit: "s".into() }),
            tags: pick(&[&[][..], &["drill"], &["drill", "on-call"]], seed)
                .iter()
                .map(|&tag| tag.into())
                .collect(),
            goals: (0..pick(&[0, 1, 2], seed)).map(|n| id_at(Noun::Goal, n).into()).collect(),
            raised_in: (0..pick(&[0, 1], seed)).map(|n| id_at(Noun::Meeting, n).into()).collect(),
            dismissed_because: pick(&["", "Said by two"], seed / 3).into(),
            kept_at: seed.is_multiple_of(2).then_some(at),
            ..Note::line(
                id.into(),
                person,
                pick(&[Polarity::Praise, Polarity::Constructive], seed / 7),
                text,
                day,
            )
        }),
        Noun::Source => deed.put(&Source {
            who: pick(&["Jun", "jun@example.org"], seed).into(),
            person: seed.is_multiple_of(2).then_some(person),
            sent_at: seed.is_multiple_of(3).then_some(at),
            subject: pick(&["", "Thanks"], seed).into(),
            message_id: pick(&["", "1@example.org"], seed / 2).into(),
            text,
            ..Source::of(
                id.into(),
                id_at(Noun::Note, 0).into(),
                pick(&[SourceKind::Said, SourceKind::Mail, SourceKind::Chat, SourceKind::Document], seed),
            )
        }),
        Noun::Goal => deed.put(&Goal {
            id: id.into(),
            person,
            title: format!("Goal {}", seed % 3),
            text,
            due: seed.is_multiple_of(2).then_some(day),
            state: pick(&[GoalState::Active, GoalState::Achieved], seed),
            review_days: seed.is_multiple_of(3).then_some(14),
            reviewed_on: seed.is_multiple_of(5).then_some(day),
            measure: pick(&["", "Three drills"], seed / 2).into(),
            achievable: pick(&["", "Two days a month"], seed / 3).into(),
            relevant: pick(&["", "Customers wait"], seed / 5).into(),
            category: pick(&["", "Saved cost"], seed / 7).into(),
            ground: seed.is_multiple_of(2).then(|| id_at(Noun::Ground, 0).into()),
            starts_on: seed.is_multiple_of(3).then_some(day),
            start_value: seed.is_multiple_of(5).then(|| Metric { value: 210.into(), unit: "s".into() }),
            target: seed.is_multiple_of(4).then(|| Metric { value: seed.into(), unit: String::new() }),
            is_growth: seed.is_multiple_of(2),
            own_words_on: seed.is_multiple_of(6).then_some(day),
            endorsed_on: seed.is_multiple_of(7).then_some(day),
            ended_on: seed.is_multiple_of(8).then_some(day),
            outcome: pick(&["", "Reached"], seed).into(),
            comment: pick(&["", "Go on"], seed / 2).into(),
        }),
        Noun::GoalEntry
        | Noun::Wording
        | Noun::Ground
        | Noun::Talk
        | Noun::Conversation
        | Noun::FollowUp
        | Noun::CheckIn
        | Noun::HrConsult
        | Noun::SavedSearch
        | Noun::Dismissal => evidence::put(deed, noun, slot, seed, person),
        Noun::Review
        | Noun::ReviewCycle
        | Noun::Point
        | Noun::SelfReview
        | Noun::PeerInput
        | Noun::ReviewVersion
        | Noun::Signature
        | Noun::SigningKey => reviews::put(deed, noun, slot, seed, person),
        Noun::Plan | Noun::PlanEntry | Noun::PlanText | Noun::WorkImport => {
            plans::put(deed, noun, slot, seed, person)
        }
        Noun::Action => deed.put(&Action {
            id: ActionId::from(id),
            about: person,
            owner: person,
            meeting: seed.is_multiple_of(2).then_some(meeting),
            text: text.replace('\n', " "),
            due: seed.is_multiple_of(3).then_some(day),
            since: day,
            state: pick(&[ActionState::Open, ActionState::Done], seed),
            dropped_because: String::new(),
            talk: seed.is_multiple_of(4).then(|| id_at(Noun::Talk, 0).into()),
            author: seed.is_multiple_of(4).then_some(person),
        }),
        Noun::Attachment => apply(deed, &Op::Attach(Noun::Note, slot, seed)),
        Noun::Setting => {
            let value = match seed % 3 {
                0 => Setting::Flag(seed.is_multiple_of(2)),
                1 => Setting::Number(i64::try_from(seed % 100).expect("small")),
                _ => Setting::Text(text),
            };
            deed.put(&Set::new(format!("key {slot}"), value))
        }
        Noun::Pair => deed.put(&Pair {
            every_days: pick(&[7, 14], seed),
            factors: Factors { level: format!("level {}", seed % 3), ..Factors::default() },
            factors_on: seed.is_multiple_of(2).then_some(day),
            template: seed.is_multiple_of(3).then(|| id_at(Noun::Template, 0).into()),
            ends_on: seed.is_multiple_of(5).then_some(day),
            ..Pair::weekly(id.into(), person, wall, 30)
        }),
        Noun::Template => deed.put(&Template {
            id: id.into(),
            name: format!("Template {}", seed % 3),
            version: 1,
            sections: pick(&[BuiltIn::People, BuiltIn::Managers], seed).sections(),
        }),
        Noun::Agenda => deed.put(&AgendaItem {
            id: id.into(),
            meeting,
            place: u32::from(slot),
            topic: pick(&[None, Some(Topic::Goals)], seed),
            text: text.replace('\n', " "),
            done: seed.is_multiple_of(2),
            open_because: String::new(),
        }),
        // One a meeting: the slot says which.
        Noun::Prep => deed.put(&Prep {
            history_at: seed.is_multiple_of(2).then_some(at),
            seconds: u32::try_from(seed).expect("small"),
            ..Prep::begun(id.into(), id_at(Noun::Meeting, slot).into())
        }),
        Noun::Remark => deed.put(&Remark {
            id: id.into(),
            meeting,
            section: seed.is_multiple_of(2).then(|| id_at(Noun::Section, 0).into()),
            kind: pick(&[RemarkKind::Shared, RemarkKind::Correction], seed),
            text,
            on: day,
        }),
        Noun::Holiday => deed.put(&Holiday { id: id.into(), on: day, name: format!("Feast {}", seed % 3) }),
        Noun::Wish => deed.put(&Wish {
            id: id.into(),
            person,
            kind: pick(&WishKind::ALL, seed),
            text,
            unknown: seed.is_multiple_of(4),
            why: text_at(seed / 2),
            first_hand: seed.is_multiple_of(2),
            on: day,
            expected_on: seed.is_multiple_of(3).then_some(day),
            may_plan: seed.is_multiple_of(5),
        }),
        Noun::Exploration => deed.put(&Exploration {
            id: id.into(),
            person,
            role: format!("Role {}", seed % 3),
            why: text,
            next_step: "Ask".into(),
            contact: String::new(),
            outcome: text_at(seed / 3),
            on: day,
        }),
    }
}

/// Random deeds: a list of lists of writes over a few slots of every noun.
pub(crate) fn deeds() -> impl proptest::strategy::Strategy<Value = Vec<Vec<Op>>> {
    use proptest::prelude::*;
    let noun = || prop::sample::select(Noun::ALL.to_vec());
    let op = prop_oneof![
        6 => (noun(), 0_u8..2, 0_u64..1_000).prop_map(|(noun, slot, seed)| Op::Put(noun, slot, seed)),
        2 => (noun(), 0_u8..2).prop_map(|(noun, slot)| Op::Remove(noun, slot)),
        1 => (noun(), 0_u8..2, 0_u64..1_000).prop_map(|(noun, slot, seed)| Op::Attach(noun, slot, seed)),
    ];
    prop::collection::vec(prop::collection::vec(op, 1..5), 1..14)
}
