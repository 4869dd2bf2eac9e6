//! Floors: the least that SQLite itself would need for the same work.

use std::path::Path;

use rusqlite::{Connection, params};

use crate::Outcome;

/// How both sides index: the same words, the same prefixes.
const INDEX: &str = "CREATE TABLE passage (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
    CREATE VIRTUAL TABLE words USING fts5(text, content='passage', content_rowid='id', columnsize=0, prefix='1 2 3 4 5 6',
      tokenize='unicode61 remove_diacritics 2');";

/// The text of every passage of a vault, with its number in the search.
pub fn passages(vault: &Connection) -> Outcome<Vec<(i64, String)>> {
    let mut select = vault.prepare("SELECT id, text FROM passage_content")?;
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A database with the pragmas of a vault; without a `key` it is plain SQLite.
pub fn database(path: &Path, key: Option<&str>) -> Outcome<Connection> {
    let connection = Connection::open(path)?;
    if let Some(key) = key {
        connection.pragma_update(None, "key", format!("x'{key}'"))?;
    }
    connection.execute_batch(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=200;",
    )?;
    Ok(connection)
}

/// Writes all passages and their index in one transaction.
pub fn fill(connection: &mut Connection, passages: &[(i64, String)]) -> Outcome<()> {
    let transaction = connection.transaction()?;
    transaction.execute_batch(INDEX)?;
    {
        let mut row = transaction.prepare("INSERT INTO passage (id, text) VALUES (?1, ?2)")?;
        let mut word = transaction.prepare("INSERT INTO words (rowid, text) VALUES (?1, ?2)")?;
        for (id, text) in passages {
            row.execute(params![id, text])?;
            word.execute(params![id, text])?;
        }
    }
    transaction.commit()?;
    Ok(())
}

/// The fastest full-text form of a query: newest first, twenty snippets, nothing sorted.
pub fn find(connection: &Connection, query: &str) -> Outcome<usize> {
    let mut select = connection.prepare_cached(
        "SELECT rowid, snippet(words, 0, char(57344), char(57345), '…', 24) FROM words WHERE words MATCH ?1 ORDER BY rowid DESC LIMIT 20",
    )?;
    let rows = select.query_map([query], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
    let mut found = 0;
    for row in rows {
        row?;
        found += 1;
    }
    Ok(found)
}

/// The words of the index with the number of passages that hold each, commonest first.
pub fn words_by_use(connection: &Connection) -> Outcome<Vec<(String, i64)>> {
    connection.execute_batch(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.used USING fts5vocab('main', 'words', 'row')",
    )?;
    let mut select =
        connection.prepare("SELECT term, doc FROM temp.used WHERE length(term) > 3 ORDER BY doc DESC")?;
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
