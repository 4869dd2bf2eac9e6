//! Headcount plans and what belongs to them: their rows, and the lists of them.

use domain::{
    PersonId, PlanId,
    headcount::{Entry, Plan, PlanEntry, PlanText, StaffRow, WorkImport},
};

use super::{Reading, collect, pointing_at, record_at, remove_with_files};
use crate::{fault::Result, gate::Deed};

mod row;
mod slices;
#[cfg(test)]
mod tests;

/// The columns of a plan, in the order of its table.
const COLUMNS: &str =
    "id, organisation, version, \"before\", baseline, name, state, starts, months, known_until, review_by,
  suits, suits_because, realistic, realistic_because, unasked_because";

/// Every plan and scenario, in the order they were made.
///
/// # Errors
/// What reading can fail with.
pub fn all(read: &Reading) -> Result<Vec<Plan>> {
    collect(read, &format!("SELECT {COLUMNS} FROM plan ORDER BY id"), [], |row| record_at(row, 0))
}

/// The scenarios of a plan, in the order they were made.
///
/// # Errors
/// What reading can fail with.
pub fn scenarios(read: &Reading, plan: PlanId) -> Result<Vec<Plan>> {
    let sql = format!("SELECT {COLUMNS} FROM plan WHERE baseline = ? ORDER BY id");
    collect(read, &sql, [plan.record().as_bytes()], |row| record_at(row, 0))
}

/// The entries of a plan, in the order they were made.
///
/// # Errors
/// What reading can fail with.
pub fn entries(read: &Reading, plan: PlanId) -> Result<Vec<PlanEntry>> {
    let sql = "SELECT id, plan, kind, person, entry FROM plan_entry WHERE plan = ? ORDER BY id";
    collect(read, sql, [plan.record().as_bytes()], |row| record_at(row, 0))
}

/// The texts of a plan, in the order they were made.
///
/// # Errors
/// What reading can fail with.
pub fn texts(read: &Reading, plan: PlanId) -> Result<Vec<PlanText>> {
    let sql =
        "SELECT id, plan, place, text, empty_because, owner, at FROM plan_text WHERE plan = ? ORDER BY id";
    collect(read, sql, [plan.record().as_bytes()], |row| record_at(row, 0))
}

/// What was imported into a plan, in the order it was.
///
/// # Errors
/// What reading can fail with.
pub fn imports(read: &Reading, plan: PlanId) -> Result<Vec<WorkImport>> {
    let sql = "SELECT id, plan, name, \"on\", slices FROM work_import WHERE plan = ? ORDER BY id";
    collect(read, sql, [plan.record().as_bytes()], |row| record_at(row, 0))
}

/// Removes a plan with everything that belongs to it, and the scenarios of it.
///
/// # Errors
/// What writing can fail with.
pub fn remove(deed: &mut Deed<'_>, id: PlanId) -> Result<()> {
    let record = id.record();
    for scenario in pointing_at(deed.read(), "SELECT id FROM plan WHERE baseline = ?", record)? {
        remove(deed, scenario.into())?;
    }
    for entry in pointing_at(deed.read(), "SELECT id FROM plan_entry WHERE plan = ?", record)? {
        deed.remove::<PlanEntry>(entry)?;
    }
    for text in pointing_at(deed.read(), "SELECT id FROM plan_text WHERE plan = ?", record)? {
        remove_with_files::<PlanText>(deed, text)?;
    }
    for import in pointing_at(deed.read(), "SELECT id FROM work_import WHERE plan = ?", record)? {
        deed.remove::<WorkImport>(import)?;
    }
    remove_with_files::<Plan>(deed, record)
}

/// What plans say of somebody stays as a number without a name: the plan counted on a person, not on this one.
///
/// # Errors
/// What writing can fail with.
pub fn forget_person(deed: &mut Deed<'_>, person: PersonId) -> Result<()> {
    let sql = "SELECT id FROM plan_entry WHERE person = ?";
    for id in pointing_at(deed.read(), sql, person.record())? {
        let Some(PlanEntry { entry: Entry::Staff(row), id, plan }) = deed.get(id)? else { continue };
        let row = StaffRow { person: None, name: String::new(), may_be_named: false, next_role: None, ..row };
        deed.put(&PlanEntry { id, plan, entry: Entry::Staff(row) })?;
    }
    Ok(())
}
