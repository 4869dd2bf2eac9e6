//! The people there are, a row each: what is known of them, and what formulas need of it.

use std::collections::HashMap;

use domain::headcount::{AssumptionKey, Month, StaffKind, StaffRow};

use super::Material;
use crate::headcount::formulas::{NEVER, months_after_start, role_number};
use crate::headcount::grid::{Allowed, Cell, Column, FIRST, Grid, Look, Row};
use crate::headcount::words::{self, STAFF_KINDS};

/// Why somebody leaves is in no column, and nobody is named who did not agree.
pub fn table(made: &Material) -> Grid {
    let share = Allowed::Between(0.0, 1.0);
    let columns = vec![
        Column::given("Person", 20.0),
        Column::input("Role", 26.0, Allowed::Anything),
        Column::given("Level", 11.0),
        Column::given("Site", 12.0),
        Column::given("Skills (1 to 5)", 28.0),
        Column::input("Works here as", 12.0, Allowed::OneOf(&STAFF_KINDS)),
        Column::input("Share of full time", 9.0, share.clone()),
        Column::input("First month", 10.0, Allowed::Anything),
        Column::input("Likely gone from", 10.0, Allowed::Anything),
        Column::input("How likely", 9.0, share),
        Column::input("Leads from", 10.0, Allowed::Anything),
        Column::computed("Role number", 8.0).named("staff_role"),
        Column::computed("There from month", 8.0).named("staff_from"),
        Column::computed("Full output from", 8.0).named("staff_full"),
        Column::computed("Full output in FTE", 8.0).named("staff_output"),
        Column::computed("Gone from month", 8.0).named("staff_leaves"),
        Column::computed("Chance of that", 8.0).named("staff_confidence"),
        Column::computed("Attrition counts", 9.0).named("staff_attrition"),
        Column::computed("Attrition since", 9.0).named("staff_since"),
        Column::computed("Leads from month", 8.0).named("staff_leads"),
        Column::computed("Takes guidance, FTE", 9.0).named("staff_guidance"),
        Column::computed("Takes training, FTE", 9.0).named("staff_training"),
    ];
    let mut grid = Grid::new(
        "People",
        "The people there are",
        "Who did not agree to be named has a number. Columns on a grey ground are calculated from the others.",
        columns,
    );
    grid.printed = 11;
    let leads = leads_from(made);
    let rows = made.sheets.inputs.staff.iter().zip(FIRST..);
    grid.rows = rows.map(|(row, at)| self::row(made, row, leads.get(&row.id).copied(), at)).collect();
    grid
}

/// From when each of the staff leads: from their first month where they lead now, else from their promotion on, and
/// nobody before they are there.
fn leads_from(made: &Material) -> HashMap<domain::StaffRowId, Month> {
    let inputs = made.sheets.inputs;
    let now = inputs.staff.iter().filter(|row| row.is_lead).map(|row| (row.id, row.starts));
    let mut found: HashMap<_, _> = now.collect();
    for promotion in &inputs.promotions {
        if let Some(row) = made.row(promotion.row) {
            found.entry(row.id).or_insert(promotion.month.max(row.starts));
        }
    }
    found
}

fn row(made: &Material, row: &StaffRow, leads: Option<Month>, at: u32) -> Row {
    let starts = made.sheets.inputs.starts;
    let skills: Vec<_> = row.skills.iter().map(|skill| format!("{} {}", skill.name, skill.level)).collect();
    let (productive, hours) = (made.assumed(AssumptionKey::ProductiveHours), |key| made.assumed(key));
    let (output, guidance, training) = match row.kind {
        StaffKind::Employee => (1.0, 0.0, hours(AssumptionKey::TrainingHours)),
        StaffKind::Contractor => {
            (hours(AssumptionKey::ContractorOutput), hours(AssumptionKey::ContractorGuidance), 0.0)
        }
        StaffKind::Intern => (hours(AssumptionKey::InternOutput), hours(AssumptionKey::InternGuidance), 0.0),
    };
    let from = made.index(row.starts);
    let leaving = row.leaves_by;
    let is_by_attrition = row.kind == StaffKind::Employee && leaving.is_none();
    let [employee, contractor, intern] = STAFF_KINDS;
    Row::of(vec![
        Cell::text(row.shown_name()),
        Cell::text(&row.role),
        Cell::text(&row.level),
        Cell::text(&row.site),
        Cell::prose(skills.join("; ")),
        Cell::text(words::staff_kind(row.kind)),
        Cell::number(row.fte, Look::Hundredth),
        Cell::month(row.starts),
        Cell::month(leaving.map(|leaving| leaving.month)),
        leaving.map_or(Cell::EMPTY, |leaving| Cell::number(leaving.confidence, Look::Percent)),
        Cell::month(leads),
        role_number(&format!("B{at}"), made.role_number(&row.role)),
        months_after_start(&format!("H{at}"), Some(row.starts), starts, NEVER),
        Cell::formula(format!("M{at}+ramp_months"), from + hours(AssumptionKey::RampMonths), Look::Tenth),
        Cell::formula(
            format!(
                "G{at}*IF(F{at}=\"{contractor}\",contractor_output,IF(F{at}=\"{intern}\",intern_output,1))"
            ),
            row.fte * output,
            Look::Hundredth,
        ),
        months_after_start(&format!("I{at}"), leaving.map(|leaving| leaving.month), starts, NEVER),
        Cell::formula(
            format!("IF(P{at}<{NEVER},J{at},0)"),
            leaving.map_or(0.0, |leaving| leaving.confidence),
            Look::Hundredth,
        ),
        Cell::formula(
            format!("IF(AND(F{at}=\"{employee}\",P{at}={NEVER}),1,0)"),
            f64::from(u8::from(is_by_attrition)),
            Look::Whole,
        ),
        Cell::formula(format!("MAX(0,MIN(M{at},1000))"), from.clamp(0.0, 1000.0), Look::Whole),
        months_after_start(&format!("K{at}"), leads, starts, NEVER),
        Cell::formula(
            format!(
                "IF(F{at}=\"{intern}\",intern_guidance,IF(F{at}=\"{contractor}\",contractor_guidance,0))/productive_hours"
            ),
            guidance / productive,
            Look::Hundredth,
        ),
        Cell::formula(
            format!("IF(F{at}=\"{employee}\",training_hours,0)/productive_hours"),
            training / productive,
            Look::Hundredth,
        ),
    ])
}
