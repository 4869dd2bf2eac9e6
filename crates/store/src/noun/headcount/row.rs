//! A headcount plan and its parts as rows.

use domain::{
    PlanId, RecordId,
    headcount::{
        Entry, EntryKind, Month, Plan, PlanEntry, PlanPlace, PlanText, Realistic, Suits, Verdict, WorkImport,
    },
};

use super::slices;
use crate::fault::Result;
use crate::noun::{Fields, Record, Row, Table, Value, Word, misplaced, table};

impl Record for Plan {
    const TABLE: &'static Table = &table!(Plan, "plan", [
        "organisation" Line, "version" Int, "before" Id, "baseline" Id, "name" Line, "state" Word, "starts" Line,
        "months" Int, "known_until" Line, "review_by" Day, "suits" Word, "suits_because" Line, "realistic" Word,
        "realistic_because" Line, "unasked_because" Line,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        let because = |because: Option<&String>| because.map_or("", String::as_str).into();
        vec![
            self.organisation.as_str().into(),
            self.version.into(),
            self.before.map(PlanId::record).into(),
            self.baseline.map(PlanId::record).into(),
            self.name.as_str().into(),
            self.state.to_word().into(),
            month_value(Some(self.starts)),
            self.months.into(),
            month_value(self.known_until),
            self.review_by.into(),
            self.suits.as_ref().map(|verdict| verdict.is.to_word()).into(),
            because(self.suits.as_ref().map(|verdict| &verdict.because)),
            self.realistic.as_ref().map(|verdict| verdict.is.to_word()).into(),
            because(self.realistic.as_ref().map(|verdict| &verdict.because)),
            self.unasked_because.as_str().into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            organisation: fields.text()?,
            version: fields.int()?,
            before: fields.maybe_id()?,
            baseline: fields.maybe_id()?,
            name: fields.text()?,
            state: fields.word()?,
            starts: maybe_month(fields)?.ok_or_else(misplaced)?,
            months: fields.int()?,
            known_until: maybe_month(fields)?,
            review_by: fields.day()?,
            suits: verdict::<Suits>(fields)?,
            realistic: verdict::<Realistic>(fields)?,
            unasked_because: fields.text()?,
        })
    }
}

fn month_value(month: Option<Month>) -> Value {
    month.map_or(Value::Null, |month| Value::Text(month.to_string()))
}

fn maybe_month(fields: &mut Fields) -> Result<Option<Month>> {
    match fields.take() {
        Value::Null => Ok(None),
        value => {
            let month = value.as_text().and_then(|text| text.parse().ok());
            month.map(Some).ok_or_else(misplaced)
        }
    }
}

/// The next two fields, a judgement and its reason.
fn verdict<T: Word>(fields: &mut Fields) -> Result<Option<Verdict<T>>> {
    let (is, because) = (fields.maybe_word::<T>()?, fields.text()?);
    Ok(is.map(|is| Verdict { is, because }))
}

impl Record for PlanEntry {
    const TABLE: &'static Table = &table!(PlanEntry, "plan_entry", [
        "plan" Id, "kind" Word, "person" Id, "entry" Json,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        // Every kind of entry can be written, so there is nothing to report.
        let json = serde_json::to_string(&self.entry);
        debug_assert!(json.is_ok(), "{:?}", self.entry);
        vec![
            self.plan.record().into(),
            self.entry.kind().to_word().into(),
            self.entry.person().map(domain::PersonId::record).into(),
            json.unwrap_or_default().as_str().into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        let plan = fields.id()?;
        let (kind, person) = (fields.word::<EntryKind>()?, fields.maybe_id()?);
        let entry: Entry = serde_json::from_str(&fields.text()?).map_err(|_| misplaced())?;
        if entry.kind() != kind || entry.person() != person {
            return Err(misplaced());
        }
        Ok(Self { id: id.into(), plan, entry })
    }
}

impl Record for PlanText {
    const TABLE: &'static Table = &table!(PlanText, "plan_text", [
        "plan" Id, "place" Word, "text" Prose, "empty_because" Line, "owner" Line, "at" Instant,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.plan.record().into(),
            self.place.to_word().into(),
            self.text.as_str().into(),
            self.empty_because.as_str().into(),
            self.owner.as_str().into(),
            self.at.into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            plan: fields.id()?,
            place: fields.word::<PlanPlace>()?,
            text: fields.text()?,
            empty_because: fields.text()?,
            owner: fields.text()?,
            at: fields.instant()?,
        })
    }
}

impl Record for WorkImport {
    const TABLE: &'static Table = &table!(WorkImport, "work_import", [
        "plan" Id, "name" Line, "on" Day, "slices" Bytes,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.plan.record().into(),
            self.name.as_str().into(),
            self.on.into(),
            Value::Bytes(slices::write(&self.slices)),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            plan: fields.id()?,
            name: fields.text()?,
            on: fields.day()?,
            slices: slices::read(&fields.bytes()?)?,
        })
    }
}
