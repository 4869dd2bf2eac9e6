//! All reviews of a large cycle, exported at once.

use std::fs;
use std::time::Duration;

use serde_json::{Value, json};

use super::{CYCLE, POINTS, point, somebody};
use crate::Outcome;
use crate::clocked::{millis, ratio, time};
use crate::prepared::{Prepared, call, empty_vault, opened, shelf};
use crate::sheet::{Line, say};

/// So many people have a review.
const PEOPLE: u32 = 200;

/// Measures it, in a vault of its own that is written once, against what one review took by itself.
pub(super) fn measure(one: Duration) -> Outcome<Line> {
    let vault = vault()?;
    let desk = opened(&vault)?;
    let folder = shelf()?.join("cycle");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let args = json!({ "cycle": CYCLE, "folder": folder });
    let (took, written) = time(|| call(&desk, "review.export_cycle", args));
    if written?["files"] != PEOPLE {
        return Err("not every review of the cycle was written".into());
    }
    fs::remove_dir_all(&folder)?;
    let floor = one * PEOPLE;
    Ok(Line {
        what: format!("{PEOPLE} reviews of a cycle, against {PEOPLE} times one"),
        measured: millis(took),
        floor: millis(floor),
        figure: ratio(took, floor),
        owed: 1.2,
        unit: "×",
    })
}

fn vault() -> Outcome<Prepared> {
    let shelf = shelf()?;
    let (folder, kit, whole) =
        (shelf.join("vault-cycle"), shelf.join("kit-cycle.txt"), shelf.join("whole-cycle"));
    if whole.exists() {
        return Ok(Prepared { code: fs::read_to_string(whole)?, folder });
    }
    let _ = fs::remove_dir_all(&folder);
    let vault = Prepared { code: empty_vault(&folder, &kit)?, folder };
    say("writing a vault with a cycle of reviews; this is done once");
    let desk = opened(&vault)?;
    for n in 0..PEOPLE {
        let person = call(&desk, "person.save", somebody(&format!("Person {n}")))?["id"].clone();
        let begun = json!({ "person": person, "cycle": CYCLE, "text": "" });
        let review: Value = call(&desk, "review.save", begun)?["id"].clone();
        for nth in 0..POINTS {
            call(&desk, "review.save_point", point(&review, nth, &[]))?;
        }
    }
    fs::write(whole, &vault.code)?;
    Ok(vault)
}
