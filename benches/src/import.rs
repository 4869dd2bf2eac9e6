//! Bulk import of the portable export, against a bare encrypted bulk insert of the same texts with the same index.

use serde_json::json;

use crate::clocked::{millis, ratio, time};
use crate::prepared::{Prepared, call, empty_vault, opened, shelf};
use crate::sheet::Line;
use crate::{Outcome, floor};

/// Measures one import and one bare insert.
pub fn measure(vault: &Prepared) -> Outcome<Vec<Line>> {
    let shelf = shelf()?;
    let (folder, into, kit) =
        (shelf.join("portable"), shelf.join("imported"), shelf.join("imported-kit.txt"));
    for old in [&folder, &into] {
        let _ = std::fs::remove_dir_all(old);
    }
    let (exported, written) = time(|| call(&opened(vault)?, "portable.export", json!({ "folder": folder })));
    let records = written?["records"].as_f64().unwrap_or_default();

    let code = empty_vault(&into, &kit)?;
    let desk = opened(&Prepared { folder: into, code: code.clone() })?;
    let (imported, reply) = time(|| call(&desk, "portable.import", json!({ "folder": folder })));
    reply?;

    let passages = {
        let way = store::vault::Way::kit(&vault.code).map_err(|refusal| refusal.to_string())?;
        floor::passages(
            store::vault::open(&store::vault::Folder::at(&vault.folder), &way, false)?.vault.read(),
        )?
    };
    let path = shelf.join("bulk.db");
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(path.with_file_name(format!("bulk.db{ending}")));
    }
    let mut bare =
        floor::database(&path, Some("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"))?;
    let (inserted, done) = time(|| floor::fill(&mut bare, &passages));
    done?;
    Ok(vec![
        Line {
            what: format!("portable import of {records} records"),
            measured: millis(imported),
            floor: millis(inserted),
            figure: ratio(imported, inserted),
            owed: 3.0,
            unit: "×",
        },
        Line {
            what: format!("portable export of {records} records"),
            measured: millis(exported),
            floor: millis(inserted),
            figure: ratio(exported, inserted),
            owed: 3.0,
            unit: "×",
        },
    ])
}
