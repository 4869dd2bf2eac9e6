//! A plan for tests that has some of everything.

use super::month::month;
use super::{
    AssumptionKey, Assumptions, Initiative, Inputs, Leaving, Need, Promotion, Reduction, Requisition,
    RequisitionKind, RunLoad, StaffKind, StaffRow, Target,
};
use crate::{InitiativeId, RequisitionId, StaffRowId};

/// So many employees of a role, all there for years.
pub fn staff(role: &str, count: u32) -> Vec<StaffRow> {
    (1..=count)
        .map(|number| StaffRow::new(StaffRowId::make(), number, "N", role, "senior", month("2020-01")))
        .collect()
}

/// Inputs from November 2026 on, of nobody and nothing.
pub fn empty() -> Inputs {
    Inputs::empty(month("2026-11"))
}

/// An initiative of one role.
pub fn initiative(role: &str, from: &str, to: &str, fte: f64) -> Initiative {
    Initiative {
        id: InitiativeId::make(),
        name: "Second title".into(),
        from: month(from),
        to: month(to),
        needs: vec![Need { role: role.into(), fte }],
    }
}

/// A run load of one role, with a quarter of toil and a tenth that belongs elsewhere.
pub fn run_load(role: &str, hours: f64) -> RunLoad {
    RunLoad { role: role.into(), hours, toil_hours: hours / 4.0, elsewhere_hours: hours / 10.0 }
}

/// Inputs with some of everything.
pub fn inputs() -> Inputs {
    let mut staff: Vec<StaffRow> = staff("Storage engineer", 6);
    staff[0].is_lead = true;
    staff[1].leaves_by = Some(Leaving { month: month("2027-05"), confidence: 0.6 });
    staff[2].fte = 0.5;
    staff[3].kind = StaffKind::Contractor;
    staff[4].starts = month("2026-09");
    staff[5].starts = month("2027-02");
    for number in 7..=9 {
        let role = "Systems engineer, junior";
        staff.push(StaffRow::new(StaffRowId::make(), number, "N", role, "junior", month("2025-01")));
    }
    staff[8].kind = StaffKind::Intern;
    staff[8].leaves_by = Some(Leaving { month: month("2027-03"), confidence: 1.0 });
    let hire =
        |role: &str, start: &str, count| Requisition::new(RequisitionId::make(), role, month(start), count);
    let mut requisitions = vec![
        hire("Storage engineer", "2027-06", 3),
        hire("Systems engineer, junior", "2026-11", 1),
        hire("Systems engineer, junior", "2028-06", 2),
        hire("Network engineer", "2027-09", 2),
    ];
    requisitions[1].kind = RequisitionKind::Transfer;
    requisitions[2].kind = RequisitionKind::Intern;
    requisitions[2].until = Some(month("2028-09"));
    requisitions[3].mentor = Some(staff[0].id);
    let mut promotion = Promotion::new(staff[4].id, month("2027-08"));
    promotion.backfill_role = Some("Systems engineer, junior".into());
    let assumptions = Assumptions::default().with(AssumptionKey::RunGrowth, 0.08).expect("in range");
    Inputs {
        assumptions,
        known_until: Some(month("2028-04")),
        promotions: vec![promotion],
        reductions: vec![Reduction {
            role: "Systems engineer, junior".into(),
            month: month("2028-01"),
            fte: 1.0,
        }],
        targets: vec![Target { role: "Storage engineer".into(), month: month("2027-11"), heads: 5.0 }],
        initiatives: vec![
            initiative("Storage engineer", "2027-03", "2028-06", 2.5),
            initiative("Network engineer", "2027-09", "2031-06", 1.5),
        ],
        run_load: vec![run_load("Storage engineer", 400.0), run_load("Systems engineer, junior", 300.0)],
        requisitions,
        staff,
        ..empty()
    }
}
