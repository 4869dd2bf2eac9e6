//! One row of work, read cell by cell under one mapping.

use std::collections::HashMap;

use domain::{
    StaffRowId,
    headcount::{LoadKind, Month, StaffRow},
    spelling::fold,
    text,
};

use super::{
    WorkField, WorkMapping, WorkUnit,
    hours::{NoNumber, Signs, read_hours, read_number},
    kinds::{read_answer, read_kind},
    merged::Filler,
    months::read_month,
    people::{Directory, Nobody},
    totals::{Key, Words},
};
use crate::table::{DayOrder, Row, one_line};

/// Hours of a working day where nobody says otherwise.
const HOURS_PER_DAY: f64 = 8.0;

/// Why a row is left out: where, and as a sentence.
pub(super) struct No {
    pub(super) field: WorkField,
    pub(super) sentence: String,
    /// Whether it is for a word for a kind of work.
    pub(super) is_kind: bool,
}

/// A row that is taken.
pub(super) struct Work {
    pub(super) key: Key,
    pub(super) hours: f64,
    /// Why it is taken without a name though it names somebody.
    pub(super) nobody: Option<Nobody>,
}

/// Reads the rows of one table.
pub(super) struct RowReader<'a> {
    mapping: &'a WorkMapping,
    places: HashMap<WorkField, usize>,
    directory: Directory,
    kinds: HashMap<String, LoadKind>,
    order: DayOrder,
    signs: Signs,
    unit: WorkUnit,
    hours_per_day: f64,
    /// What cells mean that were read before. Tables of work say the same again and again.
    months: HashMap<String, Month>,
    people: HashMap<String, Result<StaffRowId, Nobody>>,
    known_kinds: HashMap<String, Option<LoadKind>>,
    pub(super) words: Words,
}

/// The most different cells of one column that are remembered.
const REMEMBERED: usize = 10_000;

impl<'a> RowReader<'a> {
    pub(super) fn new(
        mapping: &'a WorkMapping,
        places: HashMap<WorkField, usize>,
        unit: WorkUnit,
        people: &[StaffRow],
        rows: &[Row],
        is_workbook: bool,
    ) -> Self {
        let column = |field: WorkField| {
            let place = places.get(&field).copied();
            rows.iter().filter_map(move |row| place.map(|place| row.cell(place)))
        };
        let order = DayOrder::of(column(WorkField::When));
        let signs = if is_workbook { Signs::POINT } else { Signs::of(column(WorkField::Hours)) };
        Self {
            mapping,
            directory: Directory::of(people),
            kinds: mapping.kinds.iter().map(|(word, kind)| (fold(word), *kind)).collect(),
            order,
            signs,
            unit,
            hours_per_day: mapping.hours_per_day.unwrap_or(HOURS_PER_DAY),
            places,
            months: HashMap::new(),
            people: HashMap::new(),
            known_kinds: HashMap::new(),
            words: Words::default(),
        }
    }

    /// What one row says.
    pub(super) fn read(&mut self, row: &Row, filler: &Filler) -> Result<Work, No> {
        let month = self.month(self.word(row, filler, WorkField::When))?;
        let kind = self.kind(self.word(row, filler, WorkField::Kind))?;
        let hours = self.hours(row)?;
        let belongs_here = match self.word(row, filler, WorkField::BelongsHere) {
            "" => true,
            cell => read_answer(cell).ok_or_else(|| {
                no(
                    WorkField::BelongsHere,
                    "This is neither yes nor no. The row is left out; write yes or no.",
                )
            })?,
        };
        let team = self.line(self.word(row, filler, WorkField::Team), WorkField::Team)?;
        let level = self.line(self.word(row, filler, WorkField::Level), WorkField::Level)?;
        let (person, nobody) = match self.word(row, filler, WorkField::Person) {
            "" => (None, None),
            cell => match self.person(cell) {
                Ok(person) => (Some(person), None),
                Err(nobody) => (None, Some(nobody)),
            },
        };
        Ok(Work { key: Key { team, person, month, kind, level, belongs_here }, hours, nobody })
    }

    /// The word for the kind of work that stands in a row.
    pub(super) fn kind_word(&self, row: &Row, filler: &Filler) -> String {
        one_line(self.word(row, filler, WorkField::Kind)).chars().take(text::LINE_CHARACTERS).collect()
    }

    /// A cell with a word; what it is merged with where it is empty itself. Numbers are never handed on so: hours that
    /// are merged over three rows are not three times as many.
    fn word<'r>(&self, row: &'r Row, filler: &'r Filler, field: WorkField) -> &'r str {
        let Some(place) = self.places.get(&field) else { return "" };
        let cell = row.cell(*place).trim();
        if cell.is_empty() { filler.handed_on(*place).unwrap_or_default().trim() } else { cell }
    }

    fn number<'r>(&self, row: &'r Row, field: WorkField) -> Option<&'r str> {
        let cell = row.cell(*self.places.get(&field)?).trim();
        (!cell.is_empty()).then_some(cell)
    }

    fn month(&mut self, cell: &str) -> Result<Month, No> {
        if cell.is_empty() {
            return Err(no(WorkField::When, "This row says no month. It is left out; write it as 2026-03."));
        }
        if let Some(month) = self.months.get(cell) {
            return Ok(*month);
        }
        let month = read_month(cell, self.order).map_err(|why| no(WorkField::When, why.sentence()))?;
        remember(&mut self.months, cell, month);
        Ok(month)
    }

    fn kind(&mut self, cell: &str) -> Result<LoadKind, No> {
        if cell.is_empty() {
            return self.mapping.kind_otherwise.ok_or_else(|| {
                no(
                    WorkField::Kind,
                    "This row says no kind of work. It is left out; say of which kind such rows are.",
                )
            });
        }
        let kind = match self.known_kinds.get(cell) {
            Some(kind) => *kind,
            None => {
                let kind = self.kinds.get(&fold(cell)).copied().or_else(|| read_kind(cell));
                remember(&mut self.known_kinds, cell, kind);
                kind
            }
        };
        kind.ok_or_else(|| No {
            is_kind: true,
            ..no(
                WorkField::Kind,
                "This word for a kind of work is not known. The row is left out; say which kind it stands for.",
            )
        })
    }

    fn hours(&self, row: &Row) -> Result<f64, No> {
        if let Some(cell) = self.number(row, WorkField::Hours) {
            return read_hours(cell, self.signs, self.unit, self.hours_per_day)
                .map_err(|why| no(WorkField::Hours, why.sentence()));
        }
        let missing = "This row has no hours. It is left out; write 0 where there are none.";
        let Some(each) = self.mapping.hours_per_item else { return Err(no(WorkField::Hours, missing)) };
        let count = match (self.places.contains_key(&WorkField::Count), self.number(row, WorkField::Count)) {
            (false, _) => 1.0,
            (true, Some(cell)) => {
                read_number(cell, self.signs).map_err(|why| no(WorkField::Count, why.sentence()))?
            }
            (true, None) => return Err(no(WorkField::Count, missing)),
        };
        // The same bound as for hours that are written.
        let hours = read_hours(&(count * each).to_string(), Signs::POINT, WorkUnit::Hours, HOURS_PER_DAY);
        hours.map_err(|_| no(WorkField::Count, NoNumber::TooMuch.sentence()))
    }

    fn line(&mut self, cell: &str, field: WorkField) -> Result<usize, No> {
        let line = one_line(cell);
        if line.starts_with('=') {
            return Err(no(
                field,
                "This cell holds a formula instead of its result. The row is left out; paste the column as values, then save the table again.",
            ));
        }
        match text::check_line("text", &line) {
            Ok(()) => Ok(self.words.place(&line)),
            Err(refusal) => Err(no(field, &format!("{} The row is left out.", refusal.sentence))),
        }
    }

    fn person(&mut self, cell: &str) -> Result<StaffRowId, Nobody> {
        if let Some(found) = self.people.get(cell) {
            return *found;
        }
        let found = self.directory.find(cell);
        remember(&mut self.people, cell, found);
        found
    }
}

fn remember<T>(known: &mut HashMap<String, T>, cell: &str, meaning: T) {
    if known.len() < REMEMBERED {
        known.insert(cell.to_owned(), meaning);
    }
}

fn no(field: WorkField, sentence: &str) -> No {
    No { field, sentence: sentence.to_owned(), is_kind: false }
}
