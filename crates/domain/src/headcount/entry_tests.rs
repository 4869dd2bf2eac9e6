use super::super::month::month;
use super::super::{
    AssumptionKey, ChangeFactor, ContributorKind, Leaving, LoadKind, Need, RequisitionKind, Skill, StaffKind,
};
use super::*;
use crate::{ActionId, InitiativeId, RequisitionId, StaffRowId};

const ID: &str = "0197a3c0-0000-7000-8000-000000000001";

fn id<T: From<crate::RecordId>>() -> T {
    ID.parse::<crate::RecordId>().expect("an identifier").into()
}

/// Nobody manages themselves.
const MANAGER: &str = "0197a3c0-0000-7000-8000-000000000002";

fn manager() -> StaffRowId {
    MANAGER.parse::<crate::RecordId>().expect("an identifier").into()
}

fn every_kind() -> Vec<(Entry, &'static str)> {
    let at = month("2027-03");
    let row = StaffRow {
        person: Some(id()),
        may_be_named: true,
        site: "Oslo".into(),
        skills: vec![Skill { name: "Storage".into(), level: 4 }],
        kind: StaffKind::Contractor,
        fte: 0.8,
        leaves_by: Some(Leaving { month: at, confidence: 0.3 }),
        manager: Some(manager()),
        is_lead: true,
        next_role: Some("Lead".into()),
        ..StaffRow::new(id(), 7, "Ada", "Storage engineer", "senior", month("2024-01"))
    };
    let join = Requisition {
        level: "junior".into(),
        skill: "Storage".into(),
        site: "Oslo".into(),
        until: Some(month("2028-03")),
        kind: RequisitionKind::Intern,
        growth_path: "Runs a drill".into(),
        mentor: Some(id()),
        ..Requisition::new(id(), "Storage engineer", at, 2)
    };
    let role = || "Storage engineer".to_owned();
    let on = "2026-11-28".parse().expect("a day");
    vec![
        (
            Entry::Staff(row),
            r#"{"is":"staff","id":"ID","person":"ID","number":7,"name":"Ada","may_be_named":true,"level":"senior","role":"Storage engineer","site":"Oslo","skills":[{"name":"Storage","level":4}],"kind":"contractor","fte":0.8,"starts":"2024-01","leaves_by":{"month":"2027-03","confidence":0.3},"manager":"MANAGER","is_lead":true,"next_role":"Lead"}"#,
        ),
        (
            Entry::Requisition(join),
            r#"{"is":"requisition","id":"ID","role":"Storage engineer","level":"junior","skill":"Storage","site":"Oslo","start":"2027-03","until":"2028-03","count":2,"kind":"intern","growth_path":"Runs a drill","mentor":"ID"}"#,
        ),
        (
            Entry::Promotion(Promotion {
                row: id(),
                month: at,
                backfill: Some(at),
                backfill_role: Some("Junior".into()),
            }),
            r#"{"is":"promotion","row":"ID","month":"2027-03","backfill":"2027-03","backfill_role":"Junior"}"#,
        ),
        (
            Entry::Reduction(Reduction { role: role(), month: at, fte: 1.5 }),
            r#"{"is":"reduction","role":"Storage engineer","month":"2027-03","fte":1.5}"#,
        ),
        (
            Entry::Target(Target { role: role(), month: at, heads: 24.0 }),
            r#"{"is":"target","role":"Storage engineer","month":"2027-03","heads":24.0}"#,
        ),
        (
            Entry::Initiative(Initiative {
                id: id(),
                name: "Second title".into(),
                from: at,
                to: at,
                needs: vec![Need { role: role(), fte: 0.1 }],
            }),
            r#"{"is":"initiative","id":"ID","name":"Second title","from":"2027-03","to":"2027-03","needs":[{"role":"Storage engineer","fte":0.1}]}"#,
        ),
        (
            Entry::RunLoad(RunLoad { role: role(), hours: 400.0, toil_hours: 90.5, elsewhere_hours: 0.0 }),
            r#"{"is":"run_load","role":"Storage engineer","hours":400.0,"toil_hours":90.5,"elsewhere_hours":0.0}"#,
        ),
        (
            Entry::Assumption(Assumption {
                key: AssumptionKey::Attrition,
                value: 0.12,
                source: "HR, 2026".into(),
            }),
            r#"{"is":"assumption","key":"attrition","value":0.12,"source":"HR, 2026"}"#,
        ),
        (
            Entry::Contributor(Contributor { name: "Ada".into(), kind: ContributorKind::Peer, on }),
            r#"{"is":"contributor","name":"Ada","kind":"peer","on":"2026-11-28"}"#,
        ),
        (
            Entry::Concern(Concern { text: "Nights".into(), action: Some(id()), serves_until: on }),
            r#"{"is":"concern","text":"Nights","action":"ID","serves_until":"2026-11-28"}"#,
        ),
        (
            Entry::Change(Change { on, factor: ChangeFactor::Market, text: "Fewer candidates".into() }),
            r#"{"is":"change","on":"2026-11-28","factor":"market","text":"Fewer candidates"}"#,
        ),
    ]
}

#[test]
fn an_entry_is_written_as_it_always_was_and_read_back() {
    for (entry, json) in every_kind() {
        let json = json.replace("MANAGER", MANAGER).replace("ID", ID);
        assert_eq!(
            serde_json::to_string(&entry).expect("JSON"),
            json,
            "a vault keeps it so: never change this"
        );
        assert_eq!(serde_json::from_str::<Entry>(&json).expect("an entry"), entry);
        assert_eq!(entry.check(month("2026-11")), Ok(()), "{entry:?}");
    }
}

#[test]
fn an_entry_that_says_nothing_is_refused() {
    let at = month("2027-03");
    let on = "2026-11-28".parse().expect("a day");
    let blank = || " ".to_owned();
    let initiative = |name: &str, role: &str| {
        let needs = vec![Need { role: role.into(), fte: 1.0 }];
        Entry::Initiative(Initiative { id: InitiativeId::make(), name: name.into(), from: at, to: at, needs })
    };
    for (entry, rule) in [
        (Entry::Reduction(Reduction { role: blank(), month: at, fte: 1.0 }), "headcount.nameless"),
        (Entry::Target(Target { role: blank(), month: at, heads: 1.0 }), "headcount.nameless"),
        (
            Entry::RunLoad(RunLoad { role: blank(), hours: 1.0, toil_hours: 0.0, elsewhere_hours: 0.0 }),
            "headcount.nameless",
        ),
        (initiative(" ", "Storage"), "headcount.nameless"),
        (initiative("Title", " "), "headcount.nameless"),
        (initiative("Two\nlines", "Storage"), "text.line_breaks"),
        (
            Entry::Contributor(Contributor { name: blank(), kind: ContributorKind::Peer, on }),
            "headcount.nameless",
        ),
        (Entry::Change(Change { on, factor: ChangeFactor::Load, text: blank() }), "headcount.nameless"),
        (
            Entry::Concern(Concern { text: blank(), action: Some(ActionId::make()), serves_until: on }),
            "headcount.concern_empty",
        ),
        (
            Entry::Assumption(Assumption {
                key: AssumptionKey::Attrition,
                value: 2.0,
                source: String::new(),
            }),
            "headcount.assumption_range",
        ),
        (
            Entry::Requisition(Requisition::new(RequisitionId::make(), "Storage", month("2026-10"), 1)),
            "headcount.start_past",
        ),
        (Entry::Staff(StaffRow::new(StaffRowId::make(), 1, "Ada", " ", "", at)), "headcount.no_role"),
    ] {
        assert_eq!(entry.check(month("2026-11")).expect_err(rule).rule, rule, "{entry:?}");
    }
}

#[test]
fn entries_come_to_inputs_and_what_is_said_stands_for_what_was_imported() {
    let plan = Plan { months: 24, known_until: Some(month("2027-10")), ..begun() };
    let entries: Vec<PlanEntry> = every_kind()
        .into_iter()
        .map(|(entry, _)| match entry {
            Entry::Staff(row) => Entry::Staff(StaffRow { manager: None, is_lead: false, ..row }),
            entry => entry,
        })
        .map(|entry| PlanEntry { id: PlanEntryId::make(), plan: plan.id, entry })
        .collect();
    let slice = |level: &str| LoadSlice {
        team: "Live".into(),
        person: None,
        month: month("2026-10"),
        kind: LoadKind::Toil,
        level_needed: level.into(),
        hours: 50.0,
        belongs_here: true,
    };
    let inputs = inputs_of(&plan, &entries, &[slice("Storage engineer"), slice("Network engineer")]);
    let inputs = inputs.expect("inputs");
    assert_eq!((inputs.starts, inputs.months, inputs.known_until), (plan.starts, 24, plan.known_until));
    let counts = [
        inputs.staff.len(),
        inputs.requisitions.len(),
        inputs.promotions.len(),
        inputs.reductions.len(),
        inputs.targets.len(),
        inputs.initiatives.len(),
    ];
    assert_eq!(counts, [1; 6]);
    assert!((inputs.assumed(AssumptionKey::Attrition) - 0.12).abs() < 1e-12);
    let load: Vec<_> = inputs.run_load.iter().map(|load| (load.role.as_str(), load.hours)).collect();
    assert_eq!(load, [("Storage engineer", 400.0), ("Network engineer", 50.0)]);
    let twice: Vec<_> = entries.iter().chain(&entries).cloned().collect();
    assert_eq!(inputs_of(&plan, &twice, &[]).expect_err("a row twice").rule, "headcount.row_twice");
}

#[test]
fn f18_a_scenario_is_a_copy_that_is_judged_on_its_own() {
    let plan = Plan { name: "Two titles".into(), ..begun() };
    let interns = plan.scenario(PlanId::make(), "Interns first");
    assert_eq!((interns.baseline, interns.version, interns.starts), (Some(plan.id), 1, plan.starts));
    let later = interns.scenario(PlanId::make(), "Later");
    assert_eq!(later.baseline, Some(plan.id), "a scenario of the plan, not of another scenario");
    assert_eq!(later.check(), Ok(()));
    for (scenario, rule) in [
        (Plan { name: " ".into(), ..interns.clone() }, "headcount.no_name"),
        (Plan { months: 0, ..interns.clone() }, "headcount.reach"),
        (Plan { months: 121, ..interns }, "headcount.reach"),
    ] {
        assert_eq!(scenario.check().expect_err(rule).rule, rule);
    }
    let due = plan.review_by;
    assert!(plan.is_due(due) && !later.is_due(due), "a scenario is looked at with its plan");
}

fn begun() -> Plan {
    Plan::begun(PlanId::make(), "Live services", month("2026-11"))
}
