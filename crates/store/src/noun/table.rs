//! What a table looks like, so that one gate can compare, log and replay the rows of every noun.

use super::{Noun, Value};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Line,
    /// Markdown, kept as a text CRDT once it was edited.
    Prose,
    /// A short text, replaced as a whole.
    Text,
    /// The identifier of a record.
    Id,
    /// A day: days since 1970-01-01.
    Day,
    /// A wall time: seconds since 1970-01-01T00:00 on that wall's clock.
    Wall,
    /// An instant: milliseconds since 1970-01-01T00:00Z.
    Instant,
    /// A whole number.
    Int,
    /// Yes (1) or no (0).
    Flag,
    /// One of a closed list of words.
    Word,
    /// Something with an inner shape, as CBOR.
    Cbor,
    /// Something with an inner shape, as JSON.
    Json,
    /// Bytes that only mean themselves, such as a digest.
    Bytes,
    /// Bytes that nobody is shown: the secret of a key.
    Secret,
}

/// One column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name, the field's name in the change log.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
}

/// A row without its identifier: one value for each column, in the table's order.
pub type Row = Vec<Value>;

/// A table of one noun. The identifier is column `id`, which is not listed.
#[derive(Debug)]
pub struct Table {
    /// Whose table it is.
    pub noun: Noun,
    /// Its columns, in order.
    pub columns: &'static [Column],
    pub(crate) select: &'static str,
    pub(crate) select_all: &'static str,
    pub(crate) insert: &'static str,
    pub(crate) update: &'static str,
    pub(crate) delete: &'static str,
    pub(crate) count: &'static str,
}

impl Table {
    /// Where a column stands, by its name.
    pub fn place(&self, field: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == field)
    }
}

/// Describes a table; the statements are put together by the compiler, so that a bulk import formats no SQL.
macro_rules! table {
    ($noun:ident, $name:literal, [$first:literal $first_kind:ident $(, $column:literal $kind:ident)* $(,)?]) => {
        $crate::noun::Table {
            noun: $crate::noun::Noun::$noun,
            columns: &[
                $crate::noun::Column { name: $first, kind: $crate::noun::Kind::$first_kind }
                $(, $crate::noun::Column { name: $column, kind: $crate::noun::Kind::$kind })*
            ],
            select: concat!(
                "SELECT \"", $first, "\"" $(, ", \"", $column, "\"")*, " FROM ", $name, " WHERE id = ?"
            ),
            select_all: concat!(
                "SELECT id, \"", $first, "\"" $(, ", \"", $column, "\"")*, " FROM ", $name, " ORDER BY id"
            ),
            insert: concat!(
                "INSERT INTO ", $name, " (\"", $first, "\"" $(, ", \"", $column, "\"")*, ", id) VALUES (?"
                $(, table!(@mark $column))*, ", ?)"
            ),
            update: concat!(
                "UPDATE ", $name, " SET \"", $first, "\" = ?" $(, ", \"", $column, "\" = ?")*, " WHERE id = ?"
            ),
            delete: concat!("DELETE FROM ", $name, " WHERE id = ?"),
            count: concat!("SELECT count(*) FROM ", $name),
        }
    };
    (@mark $column:literal) => { ", ?" };
}
pub(crate) use table;
