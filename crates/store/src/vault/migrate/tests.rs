#![allow(clippy::unwrap_used)]
use super::*;

/// The hash of each released shape, made from its name and its text. A released shape never changes: write another.
const PINS: [&str; SHAPES.len()] = ["afd172912b0b4e148bdbb048cf060cc7da49d083b4ca79250b4ad5ff13dfbdc3"];

#[test]
fn no_released_shape_was_changed() {
    for ((name, sql), pin) in SHAPES.iter().zip(PINS) {
        let mut digest = seal::chain::Digest::start();
        digest.add(name.as_bytes());
        digest.add(sql.as_bytes());
        let hash: String = digest.finish().iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hash, pin, "{name} is not what was released");
    }
}

#[test]
fn an_empty_database_gets_the_present_shape_once() {
    let mut connection = Connection::open_in_memory().unwrap();
    assert_eq!(shape_of(&connection).unwrap(), 0);
    migrate(&mut connection).unwrap();
    assert_eq!(shape_of(&connection).unwrap(), PRESENT);
    migrate(&mut connection).unwrap();
    assert!(connection.prepare("SELECT * FROM deed JOIN change USING (seq)").is_ok());
}

#[test]
fn a_later_shape_is_left_alone() {
    let mut connection = Connection::open_in_memory().unwrap();
    connection.pragma_update(None, "user_version", PRESENT + 1).unwrap();
    assert!(matches!(migrate(&mut connection), Err(StoreFault::FromTheFuture)));
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).unwrap();
    assert_eq!(tables, 0);
}
