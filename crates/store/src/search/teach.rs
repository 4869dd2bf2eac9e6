//! What the database has to be taught before the view of searched texts can be read.

use domain::review::chip::without_chips;
use rusqlite::{Connection, functions::FunctionFlags};

use crate::fault::Result;

/// Teaches a connection `without_chips(text)`: the text of a review as it is read, without the addresses of its evidence.
/// The view `passage_content` uses it, and [`super::Passage`] does the same in Rust.
pub(crate) fn teach(connection: &Connection) -> Result<()> {
    // Innocuous: it looks at its argument and at nothing else, so a view may call it although schemas are not trusted.
    let flags =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("without_chips", 1, flags, |call| {
        let text: Option<String> = call.get(0)?;
        Ok(text.map(|text| without_chips(&text)))
    })?;
    Ok(())
}
