//! A review, its cycle and its two texts as rows.

use domain::{
    PersonId, RecordId,
    review::{Discussion, Point, Review, ReviewCycle, SelfReview},
};

use crate::fault::Result;
use crate::noun::{Fields, Record, Row, Table, Value, Word, table};

impl Record for Review {
    const TABLE: &'static Table = &table!(Review, "review", [
        "person" Id, "cycle" Line, "text" Prose, "reviewer" Id, "state" Word, "shared_at" Instant, "planned_at" Instant,
        "held_at" Instant, "second_wanted_by" Word, "second_at" Instant, "second_held_at" Instant,
        "accepted_at" Instant, "closed_at" Instant, "seconds" Int,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        let times = &self.discussion;
        // A draft that was made before there were states has none in its row, and keeps it so.
        let state = (self.state != domain::review::ReviewState::Draft).then(|| self.state.to_word());
        vec![
            self.person.record().into(),
            self.cycle.as_str().into(),
            self.text.as_str().into(),
            self.reviewer.map(PersonId::record).into(),
            state.into(),
            times.shared_at.into(),
            times.planned_at.into(),
            times.held_at.into(),
            times.second_wanted_by.map(Word::to_word).into(),
            times.second_at.into(),
            times.second_held_at.into(),
            self.accepted_at.into(),
            self.closed_at.into(),
            (self.seconds > 0).then_some(self.seconds).into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            person: fields.id()?,
            cycle: fields.text()?,
            text: fields.text()?,
            reviewer: fields.maybe_id()?,
            state: fields.maybe_word()?.unwrap_or_default(),
            discussion: Discussion {
                shared_at: fields.maybe_instant()?,
                planned_at: fields.maybe_instant()?,
                held_at: fields.maybe_instant()?,
                second_wanted_by: fields.maybe_word()?,
                second_at: fields.maybe_instant()?,
                second_held_at: fields.maybe_instant()?,
            },
            accepted_at: fields.maybe_instant()?,
            closed_at: fields.maybe_instant()?,
            seconds: fields.maybe_int()?.unwrap_or(0),
        })
    }
}

impl Record for ReviewCycle {
    const TABLE: &'static Table = &table!(ReviewCycle, "review_cycle", [
        "name" Line, "from" Day, "until" Day, "self_review_by" Day, "share_by" Day, "discuss_by" Day, "sign_by" Day,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.name.as_str().into(),
            self.from.into(),
            self.until.into(),
            self.self_review_by.into(),
            self.share_by.into(),
            self.discuss_by.into(),
            self.sign_by.into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            name: fields.text()?,
            from: fields.day()?,
            until: fields.day()?,
            self_review_by: fields.maybe_day()?,
            share_by: fields.maybe_day()?,
            discuss_by: fields.maybe_day()?,
            sign_by: fields.maybe_day()?,
        })
    }
}

impl Record for Point {
    const TABLE: &'static Table = &table!(Point, "review_point", [
        "review" Id, "of" Word, "section" Word, "place" Int, "marked" Word, "is_soft" Flag, "is_touchy" Flag,
        "message" Line, "text" Prose, "author" Word, "question" Line, "answer" Prose, "is_parked" Flag,
        "disagreement" Line, "is_agreed" Flag,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.review.record().into(),
            self.of.to_word().into(),
            self.section.to_word().into(),
            self.place.into(),
            self.marked.map(Word::to_word).into(),
            self.is_soft.into(),
            self.is_touchy.into(),
            self.message.as_str().into(),
            self.text.as_str().into(),
            self.author.to_word().into(),
            self.question.as_str().into(),
            self.answer.as_str().into(),
            self.is_parked.into(),
            self.disagreement.as_str().into(),
            self.is_agreed.into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            review: fields.id()?,
            of: fields.word()?,
            section: fields.word()?,
            place: fields.int()?,
            marked: fields.maybe_word()?,
            is_soft: fields.flag()?,
            is_touchy: fields.flag()?,
            message: fields.text()?,
            text: fields.text()?,
            author: fields.word()?,
            question: fields.text()?,
            answer: fields.text()?,
            is_parked: fields.flag()?,
            disagreement: fields.text()?,
            is_agreed: fields.flag()?,
        })
    }
}

impl Record for SelfReview {
    const TABLE: &'static Table = &table!(SelfReview, "self_review", [
        "review" Id, "state" Word, "note" Prose, "returns" Int, "handed_in_on" Day,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.review.record().into(),
            self.state.to_word().into(),
            self.note.as_str().into(),
            self.returns.into(),
            self.handed_in_on.map_or(Value::Null, Into::into),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            review: fields.id()?,
            state: fields.word()?,
            note: fields.text()?,
            returns: fields.int()?,
            handed_in_on: fields.maybe_day()?,
        })
    }
}
