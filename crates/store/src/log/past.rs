//! A record as it comes along through its changes, whether they are replayed, read as history, or undone.

use std::collections::BTreeMap;

use domain::RecordId;
use minicbor::Decoder;

use super::{Change, ChangeKind, read_fields, read_states};
use crate::{
    fault::{Result, StoreFault},
    noun::{Row, Table, Value},
    prose,
};

/// A record at one point of its history.
#[derive(Clone, Debug)]
pub(crate) struct Past {
    pub table: &'static Table,
    pub id: RecordId,
    /// None before it was made and after it was removed.
    pub row: Option<Row>,
    /// CRDT states by field, for texts that were edited.
    pub states: BTreeMap<String, Vec<u8>>,
}

impl Past {
    /// The record before anything was known of it.
    pub(crate) fn before_all(table: &'static Table, id: RecordId) -> Self {
        Self { table, id, row: None, states: BTreeMap::new() }
    }

    /// The record after one more change.
    ///
    /// # Errors
    /// [`StoreFault::Damaged`] when the change does not fit what stands there.
    pub(crate) fn advance(&mut self, change: &Change<'_>) -> Result<()> {
        match (change.kind, &mut self.row) {
            (ChangeKind::Made, row @ None) => {
                let mut value = Decoder::new(change.value.ok_or_else(does_not_fit)?);
                *row = Some(read_fields(self.table, &mut value)?);
                self.states = read_states(&mut value)?.into_iter().collect();
            }
            (ChangeKind::Removed, row @ Some(_)) => {
                *row = None;
                self.states.clear();
            }
            (ChangeKind::Set, Some(_)) => {
                let value = Value::read(&mut Decoder::new(change.value.ok_or_else(does_not_fit)?))?;
                *self.field_mut(change)? = value;
            }
            (ChangeKind::Delta, Some(_)) => {
                let (Some(field), Some(update)) = (change.field, change.value) else {
                    return Err(does_not_fit());
                };
                let state = self.state_of(field)?;
                let (state, reads) = prose::apply(&state, update)?;
                *self.field_mut(change)? = Value::Text(reads);
                self.states.insert(field.to_owned(), state);
            }
            _ => return Err(does_not_fit()),
        }
        Ok(())
    }

    /// A field of the record.
    pub(crate) fn field(&self, field: &str) -> Result<&Value> {
        let place = self.table.place(field).ok_or_else(does_not_fit)?;
        self.row.as_ref().and_then(|row| row.get(place)).ok_or_else(does_not_fit)
    }

    /// The CRDT state of a text, which for one that was never edited follows from the text.
    pub(crate) fn state_of(&self, field: &str) -> Result<Vec<u8>> {
        match self.states.get(field) {
            Some(state) => Ok(state.clone()),
            None => {
                let text = self.field(field)?.as_text().ok_or_else(does_not_fit)?;
                Ok(prose::first_state(self.id, field, text))
            }
        }
    }

    fn field_mut(&mut self, change: &Change<'_>) -> Result<&mut Value> {
        let place = change.field.and_then(|field| self.table.place(field)).ok_or_else(does_not_fit)?;
        self.row.as_mut().and_then(|row| row.get_mut(place)).ok_or_else(does_not_fit)
    }
}

/// A change that does not fit the record it changes.
pub(crate) fn does_not_fit() -> StoreFault {
    StoreFault::damaged("An entry of the history does not fit the records it changes.")
}
