//! Who is to join, and where heads are taken away.

use domain::headcount::{AssumptionKey, Month, RequisitionKind, StaffKind};

use super::Material;
use crate::headcount::formulas::{NEVER, months_after_start, role_number};
use crate::headcount::grid::{Allowed, Cell, Column, FIRST, Grid, Look, Row};
use crate::headcount::words::{self, REQUISITION_KINDS};

/// A joining: a requisition, or the backfill of a promotion.
struct Joining<'a> {
    what: &'static str,
    role: &'a str,
    /// The role whose people interview, guide and train.
    host: &'a str,
    level: &'a str,
    skill: &'a str,
    site: &'a str,
    kind: RequisitionKind,
    count: f64,
    start: Month,
    until: Option<Month>,
    mentor: String,
    growth_path: &'a str,
}

/// Requisitions in their order, then backfills in the order of the promotions: the order of the forecast.
fn joinings<'a>(made: &Material<'a>) -> Vec<Joining<'a>> {
    let inputs = made.sheets.inputs;
    let planned = inputs.requisitions.iter().map(|one| {
        let mentor = one.mentor.and_then(|mentor| made.row(mentor));
        Joining {
            what: "Requisition",
            role: &one.role,
            host: mentor.map_or(&one.role, |row| &row.role),
            level: &one.level,
            skill: &one.skill,
            site: &one.site,
            kind: one.kind,
            count: f64::from(one.count),
            start: one.start,
            until: one.until,
            mentor: mentor.map(|row| row.shown_name().into_owned()).unwrap_or_default(),
            growth_path: &one.growth_path,
        }
    });
    let backfills = inputs.promotions.iter().filter_map(|one| {
        let row = made.row(one.row)?;
        Some(Joining {
            what: "Backfill",
            role: one.backfill_role.as_ref().unwrap_or(&row.role),
            host: &row.role,
            level: "",
            skill: "",
            site: "",
            kind: RequisitionKind::Hire,
            count: 1.0,
            start: one.backfill?,
            until: None,
            mentor: String::new(),
            growth_path: "",
        })
    });
    planned.chain(backfills).collect()
}

/// Who is to join, a row for each requisition and backfill.
pub fn table(made: &Material) -> Grid {
    let columns = vec![
        Column::given("What", 12.0),
        Column::input("Role", 26.0, Allowed::Anything),
        Column::input("Interviewed and trained by", 26.0, Allowed::Anything),
        Column::given("Level", 11.0),
        Column::given("Skill", 14.0),
        Column::given("Site", 12.0),
        Column::input("Joins as", 10.0, Allowed::OneOf(&REQUISITION_KINDS)),
        Column::input("How many", 7.0, Allowed::Whole(0, 1000)),
        Column::input("First month", 10.0, Allowed::Anything),
        Column::input("First month without", 10.0, Allowed::Anything),
        Column::given("Mentor", 16.0),
        Column::given("What they can grow into", 36.0),
        Column::computed("Role number", 8.0).named("joining_role"),
        Column::computed("Host number", 8.0).named("joining_host"),
        Column::computed("There from month", 8.0).named("joining_from"),
        Column::computed("Gone from month", 8.0).named("joining_until"),
        Column::computed("Full output from", 8.0).named("joining_full"),
        Column::computed("Heads", 8.0).named("joining_count"),
        Column::computed("Full output in FTE", 8.0).named("joining_output"),
        Column::computed("Attrition counts", 9.0).named("joining_attrition"),
        Column::computed("Attrition since", 9.0).named("joining_since"),
        Column::computed("Interviews until", 9.0).named("joining_closes"),
        Column::computed("Interviews from", 9.0).named("joining_opens"),
        Column::computed("Interviews, FTE", 9.0).named("joining_interviews"),
        Column::computed("Takes guidance, FTE", 9.0).named("joining_guidance"),
        Column::computed("Takes training, FTE", 9.0).named("joining_training"),
        Column::computed("Trained until", 8.0).named("joining_trained"),
    ];
    let mut grid = Grid::new(
        "Joining",
        "Who is to join",
        "Requisitions and backfills. Change how many or when, and the gap follows. Columns on a grey ground are calculated.",
        columns,
    );
    (grid.frozen, grid.printed) = (2, 12);
    grid.rows = joinings(made).iter().zip(FIRST..).map(|(one, at)| row(made, one, at)).collect();
    grid
}

fn row(made: &Material, one: &Joining, at: u32) -> Row {
    use AssumptionKey::{
        CandidatesPerHire, ContractorGuidance, ContractorOutput, HoursPerCandidate, InternGuidance,
        InternOutput, MonthsToHire, OfferAcceptance, ProductiveHours, RampMonths, TrainingHours,
        TrainingMonths,
    };
    let starts = made.sheets.inputs.starts;
    let (from, until) = (made.index(one.start), one.until.map_or(NEVER, |until| made.index(until)));
    let closes = from.max(1.0);
    let search = (made.assumed(MonthsToHire) / made.assumed(OfferAcceptance)).round();
    let opens = (from - search).clamp(0.0, closes - 1.0);
    let (output, guidance, training) = match one.kind.staff() {
        StaffKind::Employee => (1.0, 0.0, made.assumed(TrainingHours)),
        StaffKind::Contractor => (made.assumed(ContractorOutput), made.assumed(ContractorGuidance), 0.0),
        StaffKind::Intern => (made.assumed(InternOutput), made.assumed(InternGuidance), 0.0),
    };
    let productive = made.assumed(ProductiveHours);
    let interviews = one.count * made.assumed(CandidatesPerHire) * made.assumed(HoursPerCandidate)
        / (closes - opens)
        / productive;
    let [hire, contract, intern, transfer] = REQUISITION_KINDS;
    let is_employed = format!("OR(G{at}=\"{hire}\",G{at}=\"{transfer}\")");
    let is = |of: bool| f64::from(u8::from(of));
    Row::of(vec![
        Cell::text(one.what),
        Cell::text(one.role),
        Cell::text(one.host),
        Cell::text(one.level),
        Cell::text(one.skill),
        Cell::text(one.site),
        Cell::text(words::requisition_kind(one.kind)),
        Cell::whole(one.count),
        Cell::month(one.start),
        Cell::month(one.until),
        Cell::text(one.mentor.as_str()),
        Cell::prose(one.growth_path),
        role_number(&format!("B{at}"), made.role_number(one.role)),
        role_number(&format!("C{at}"), made.role_number(one.host)),
        months_after_start(&format!("I{at}"), Some(one.start), starts, NEVER),
        months_after_start(&format!("J{at}"), one.until, starts, NEVER),
        Cell::formula(format!("O{at}+ramp_months"), from + made.assumed(RampMonths), Look::Tenth),
        Cell::formula(format!("H{at}"), one.count, Look::Whole),
        Cell::formula(
            format!(
                "H{at}*IF(G{at}=\"{contract}\",contractor_output,IF(G{at}=\"{intern}\",intern_output,1))"
            ),
            one.count * output,
            Look::Hundredth,
        ),
        Cell::formula(
            format!("IF({is_employed},1,0)"),
            is(one.kind.staff() == StaffKind::Employee),
            Look::Whole,
        ),
        Cell::formula(format!("MAX(0,MIN(O{at},1000))"), from.clamp(0.0, 1000.0), Look::Whole),
        Cell::formula(format!("MAX(1,O{at})"), closes, Look::Whole),
        Cell::formula(format!("MAX(0,MIN(O{at}-search_months,V{at}-1))"), opens, Look::Whole),
        Cell::formula(
            format!(
                "IF(G{at}=\"{transfer}\",0,H{at}*candidates_per_hire*hours_per_candidate/(V{at}-W{at})/productive_hours)"
            ),
            if one.kind.is_recruited() { interviews } else { 0.0 },
            Look::Hundredth,
        ),
        Cell::formula(
            format!(
                "H{at}*IF(G{at}=\"{intern}\",intern_guidance,IF(G{at}=\"{contract}\",contractor_guidance,0))/productive_hours"
            ),
            one.count * guidance / productive,
            Look::Hundredth,
        ),
        Cell::formula(
            format!("H{at}*IF({is_employed},training_hours,0)/productive_hours"),
            one.count * training / productive,
            Look::Hundredth,
        ),
        Cell::formula(
            format!("MIN(P{at},O{at}+training_whole_months)"),
            until.min(from + made.assumed(TrainingMonths).ceil()),
            Look::Whole,
        ),
    ])
}

/// Where heads are taken away, a row each.
pub fn reductions(made: &Material) -> Grid {
    let inputs = made.sheets.inputs;
    let columns = vec![
        Column::input("Role", 44.0, Allowed::Anything),
        Column::input("First month with fewer", 14.0, Allowed::Anything),
        Column::input("FTE fewer", 11.0, Allowed::Between(0.0, 1e6)).named("reduction_fte"),
        Column::computed("Role number", 9.0).named("reduction_role"),
        Column::computed("Fewer from month", 9.0).named("reduction_from"),
    ];
    let about =
        "Where a role gets smaller by plan, beyond attrition. Contraction is as much a plan as growth.";
    let mut grid = Grid::new("Reductions", "Planned reductions", about, columns);
    let rows = inputs.reductions.iter().zip(FIRST..).map(|(one, at)| {
        Row::of(vec![
            Cell::text(&one.role),
            Cell::month(one.month),
            Cell::number(one.fte, Look::Tenth),
            role_number(&format!("A{at}"), made.role_number(&one.role)),
            months_after_start(&format!("B{at}"), Some(one.month), inputs.starts, NEVER),
        ])
    });
    grid.rows = rows.collect();
    grid
}
