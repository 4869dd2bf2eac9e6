//! What the database has to be taught before the view of searched texts can be read.

use domain::{headcount::without_figures, review::chip::without_chips};
use rusqlite::{Connection, functions::FunctionFlags};

use crate::fault::Result;

/// Teaches a connection `without_chips(text)`: the text of a review as it is read, without the addresses of its evidence;
/// and `without_figures(text)`: the text of a plan as it is read, its figures as numbers alone. The view `passage_content`
/// uses both, and [`super::Passage`] does the same in Rust.
pub(crate) fn teach(connection: &Connection) -> Result<()> {
    // Innocuous: it looks at its argument and at nothing else, so a view may call it although schemas are not trusted.
    let flags =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    for (name, read) in
        [("without_chips", without_chips as fn(&str) -> String), ("without_figures", without_figures)]
    {
        connection.create_scalar_function(name, 1, flags, move |call| {
            let text: Option<String> = call.get(0)?;
            Ok(text.map(|text| read(&text)))
        })?;
    }
    Ok(())
}
