//! Values and goals of the company: their row, and the list of them.

use domain::{GroundId, RecordId, goal::Ground};

use super::{
    Fields, Reading, Record, Row, Table, Word, collect, pointing_at, record_at, remove_with_files, table,
};
use crate::{fault::Result, gate::Deed};

impl Record for Ground {
    const TABLE: &'static Table = &table!(Ground, "ground", [
        "kind" Word, "title" Line, "text" Prose, "until" Day,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.kind.to_word().into(),
            self.title.as_str().into(),
            self.text.as_str().into(),
            self.until.into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            kind: fields.word()?,
            title: fields.text()?,
            text: fields.text()?,
            until: fields.maybe_day()?,
        })
    }
}

/// Everything goals can rest on, with how many goals rest on it: by title.
///
/// # Errors
/// What reading can fail with.
pub fn all(read: &Reading) -> Result<Vec<(Ground, u32)>> {
    let mut all = collect(
        read,
        "SELECT (SELECT count(*) FROM goal WHERE ground = g.id), g.id, g.kind, g.title, g.text, g.until
         FROM ground AS g",
        [],
        |row| Ok((record_at::<Ground>(row, 1)?, row.get(0)?)),
    )?;
    all.sort_by(|(a, _), (b, _)| (a.kind, &a.title, a.id).cmp(&(b.kind, &b.title, b.id)));
    Ok(all)
}

/// Removes it; the goals that rested on it stay, on their own.
///
/// # Errors
/// What writing can fail with.
pub fn remove(deed: &mut Deed<'_>, id: GroundId) -> Result<()> {
    for goal in pointing_at(deed.read(), "SELECT id FROM goal WHERE ground = ?", id.record())? {
        if let Some(goal) = deed.get::<domain::goal::Goal>(goal)? {
            deed.put(&domain::goal::Goal { ground: None, ..goal })?;
        }
    }
    remove_with_files::<Ground>(deed, id.record())
}
