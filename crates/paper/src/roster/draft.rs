//! One row, read cell by cell: what it says about a person, before it is known who that is.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Refusal,
    person::{Employment, Person, Relation, Skill},
    text,
};

use super::{
    Field, Mapping, Reject, Row, Table,
    words::{read_employment, read_relation, read_skills},
};
use crate::{
    PaperFault, Place,
    table::{DayOrder, one_line, read_day},
};

/// What a row says. Empty cells say nothing.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) row: u32,
    pub(super) name: Option<String>,
    pub(super) email: Option<String>,
    pub(super) manager: Option<String>,
    pub(super) relation: Option<Relation>,
    role: Option<String>,
    level: Option<String>,
    site: Option<String>,
    team: Option<String>,
    phone: Option<String>,
    employment: Option<Employment>,
    started_on: Option<NaiveDate>,
    left_on: Option<NaiveDate>,
    skills: Option<Vec<Skill>>,
}

impl Draft {
    /// Writes what the row says over what was known; the manager and the relation are settled later, when it is known
    /// who everybody is.
    pub(super) fn write_over(&self, person: &mut Person) {
        fn set<T: Clone>(known: &mut T, said: &Option<T>) {
            if let Some(said) = said {
                known.clone_from(said);
            }
        }
        set(&mut person.name, &self.name);
        set(&mut person.email, &self.email);
        set(&mut person.role, &self.role);
        set(&mut person.level, &self.level);
        set(&mut person.site, &self.site);
        set(&mut person.team, &self.team);
        set(&mut person.phone, &self.phone);
        set(&mut person.employment, &self.employment);
        set(&mut person.skills, &self.skills);
        person.started_on = self.started_on.or(person.started_on);
        person.left_on = self.left_on.or(person.left_on);
    }
}

/// Reads the rows of one table under one mapping.
pub(super) struct DraftReader<'a> {
    table: &'a Table,
    mapping: &'a Mapping,
    places: HashMap<Field, usize>,
    started: DayOrder,
    left: DayOrder,
}

impl<'a> DraftReader<'a> {
    /// Finds the columns and looks through those with days.
    ///
    /// # Errors
    /// Names a column of the mapping that the table does not have, and asks for a name or an e-mail address.
    pub(super) fn new(table: &'a Table, mapping: &'a Mapping) -> Result<Self, PaperFault> {
        let mut places = HashMap::new();
        for (field, column) in mapping {
            let Some(place) = table.columns.iter().position(|known| known == column) else {
                return Err(PaperFault::unreadable(
                    Place::row(1),
                    "A chosen column is not in this table.",
                    "Choose the columns again.",
                ));
            };
            places.insert(*field, place);
        }
        if ![Field::Name, Field::GivenName, Field::FamilyName].iter().any(|field| places.contains_key(field))
        {
            return Err(PaperFault::unreadable(
                Place::row(1),
                "No column is chosen for the name.",
                "Choose the column that holds the names.",
            ));
        }
        let order = |field| match places.get(&field) {
            None => DayOrder::default(),
            Some(place) => DayOrder::of(table.rows.iter().map(|row| row.cell(*place))),
        };
        let (started, left) = (order(Field::StartedOn), order(Field::LeftOn));
        Ok(Self { table, mapping, places, started, left })
    }

    /// The heading of the column a field is read from.
    pub(super) fn column(&self, field: Field) -> &str {
        self.mapping.get(&field).map_or("", String::as_str)
    }

    /// The column that a refusal about a whole person is best shown at.
    pub(super) fn column_of(&self, refusal: &Refusal) -> &str {
        let field = match refusal.rule {
            "person.left_before_start" if self.places.contains_key(&Field::LeftOn) => Field::LeftOn,
            "person.left_before_start" => Field::StartedOn,
            "person.skill" => Field::Skills,
            _ => return self.name_column(),
        };
        self.column(field)
    }

    /// The heading of the column that holds names.
    pub(super) fn name_column(&self) -> &str {
        let fields = [Field::Name, Field::FamilyName, Field::GivenName];
        fields
            .into_iter()
            .map(|field| self.column(field))
            .find(|column| !column.is_empty())
            .unwrap_or_default()
    }

    /// What one row says.
    ///
    /// # Errors
    /// The first cell that cannot be understood.
    pub(super) fn read(&self, row: &Row) -> Result<Draft, Reject> {
        let email = self.line(row, Field::Email)?;
        if email.as_ref().is_some_and(|email| !is_address(email)) {
            return Err(self.reject(row, Field::Email, "This is not an e-mail address."));
        }
        Ok(Draft {
            row: row.number,
            name: self.name(row)?,
            email,
            manager: self.line(row, Field::Manager)?,
            relation: self.word(
                row,
                Field::Relation,
                read_relation,
                "a relation. Write for example direct report, peer, partner or other.",
            )?,
            role: self.line(row, Field::Role)?,
            level: self.line(row, Field::Level)?,
            site: self.line(row, Field::Site)?,
            team: self.line(row, Field::Team)?,
            phone: self.line(row, Field::Phone)?,
            employment: self.word(
                row,
                Field::Employment,
                read_employment,
                "a kind of employment. Write employee, contractor or intern.",
            )?,
            started_on: self.day(row, Field::StartedOn, self.started)?,
            left_on: self.day(row, Field::LeftOn, self.left)?,
            skills: self.word(
                row,
                Field::Skills,
                read_skills,
                "a list of skills. Write each once, with a level from 1 to 5, as in Rust:4; SQL:2.",
            )?,
        })
    }

    fn name(&self, row: &Row) -> Result<Option<String>, Reject> {
        if let Some(name) = self.line(row, Field::Name)? {
            return Ok(Some(name));
        }
        let given = self.line(row, Field::GivenName)?;
        let family = self.line(row, Field::FamilyName)?;
        Ok(match (given, family) {
            (Some(given), Some(family)) => Some(format!("{given} {family}")),
            (given, family) => given.or(family),
        })
    }

    fn line(&self, row: &Row, field: Field) -> Result<Option<String>, Reject> {
        let Some(cell) = self.filled(row, field) else { return Ok(None) };
        let line = one_line(cell);
        // What begins with + - or @ is ordinary text here (telephone numbers do); an equals sign never is.
        if line.starts_with('=') {
            let sentence = "This cell holds a formula instead of its result. Paste the column as values, then save the table again.";
            return Err(self.reject(row, field, sentence));
        }
        match text::check_line("text", &line) {
            Ok(()) => Ok(Some(line)),
            Err(refusal) => Err(self.reject(row, field, &refusal.sentence)),
        }
    }

    fn word<T>(
        &self,
        row: &Row,
        field: Field,
        read: fn(&str) -> Option<T>,
        what: &str,
    ) -> Result<Option<T>, Reject> {
        let Some(cell) = self.filled(row, field) else { return Ok(None) };
        match read(cell) {
            Some(meaning) => Ok(Some(meaning)),
            None => Err(self.reject(row, field, &format!("This is not {what}"))),
        }
    }

    fn day(&self, row: &Row, field: Field, order: DayOrder) -> Result<Option<NaiveDate>, Reject> {
        let Some(cell) = self.filled(row, field) else { return Ok(None) };
        read_day(cell, order).map(Some).map_err(|no_day| self.reject(row, field, no_day.sentence()))
    }

    fn filled<'row>(&self, row: &'row Row, field: Field) -> Option<&'row str> {
        let cell = row.cell(*self.places.get(&field)?);
        (!cell.trim().is_empty()).then_some(cell)
    }

    fn reject(&self, row: &Row, field: Field, sentence: &str) -> Reject {
        Reject::row(row.number, self.column(field), sentence)
    }

    /// The rows, in order.
    pub(super) fn rows(&self) -> &'a [Row] {
        &self.table.rows
    }
}

fn is_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty()
            && !domain.is_empty()
            && !domain.contains('@')
            && !text.contains(char::is_whitespace)
    })
}
