//! The worksheet of a headcount plan, calculated by another program: LibreOffice opens it, calculates every formula anew,
//! and has to come to the application's own numbers, also after an assumption was changed in the spreadsheet.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use domain::headcount::{
    AssumptionKey, Assumptions, Initiative, Inputs, Leaving, LoadKind, LoadSlice, Measure, Month, Need,
    Promotion, Reduction, Requisition, RequisitionKind, RunLoad, StaffKind, StaffRow, Target, forecast,
};
use domain::{InitiativeId, RequisitionId, StaffRowId};
use paper::headcount::{Sheets, make_worksheet, read_worksheet};
use tempfile::TempDir;

/// What LibreOffice needs to be told: to calculate a workbook of another program anew when it opens it.
const CALCULATE_ALWAYS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;
/// As CSV, every sheet a file, numbers to the last digit instead of as shown.
const AS_CSV: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

/// A folder with workbooks, and a LibreOffice that has never run before.
struct Calculator {
    folder: TempDir,
}

impl Calculator {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let user = folder.path().join("profile/user");
        fs::create_dir_all(&user).expect("a profile");
        fs::write(user.join("registrymodifications.xcu"), CALCULATE_ALWAYS).expect("a setting");
        Self { folder }
    }

    fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).expect("a workbook");
        path
    }

    /// Has LibreOffice open the files and save them as something else, into the folder `out`.
    fn convert(&self, to: &str, files: &[PathBuf], out: &str) -> PathBuf {
        let out = self.folder.path().join(out);
        let profile =
            format!("-env:UserInstallation=file://{}", self.folder.path().join("profile").display());
        let done = Command::new("soffice")
            .args([&profile, "--headless", "--convert-to", to, "--outdir"])
            .arg(&out)
            .args(files)
            .env("HOME", self.folder.path())
            .output()
            .expect("LibreOffice; ./test installs it");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        out
    }
}

/// A sheet that LibreOffice calculated, cell by cell.
struct Calculated(Vec<Vec<String>>);

impl Calculated {
    fn of(folder: &Path, name: &str, sheet: &str) -> Self {
        let path = folder.join(format!("{name}-{sheet}.csv"));
        let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{}", path.display()));
        let mut rows = vec![vec![String::new()]];
        let mut is_quoted = false;
        for letter in text.chars() {
            let row = rows.last_mut().expect("a row");
            match letter {
                '"' => is_quoted = !is_quoted,
                ',' if !is_quoted => row.push(String::new()),
                '\n' if !is_quoted => rows.push(vec![String::new()]),
                _ => row.last_mut().expect("a cell").push(letter),
            }
        }
        Self(rows)
    }

    fn number(&self, row: usize, column: usize) -> f64 {
        let cell = self.0.get(row).and_then(|row| row.get(column)).map_or("nothing", String::as_str);
        cell.parse().unwrap_or_else(|_| panic!("row {row}, column {column} holds {cell}"))
    }
}

/// The sheets that calculate, and the measures on each, block below block.
const CALCULATED: [(&str, &[Measure]); 3] = [
    ("Demand", &[Measure::Demand, Measure::Initiatives, Measure::Run]),
    (
        "Supply",
        &[
            Measure::Supply,
            Measure::People,
            Measure::Leavers,
            Measure::Joined,
            Measure::Reduced,
            Measure::Interviews,
            Measure::Guidance,
            Measure::Training,
            Measure::LeadLoss,
            Measure::Heads,
        ],
    ),
    ("Gap", &[Measure::Gap]),
];

/// Every number that LibreOffice calculated is the application's own, to 1e-9. Returns the largest difference.
fn agrees(folder: &Path, name: &str, inputs: &Inputs) -> f64 {
    let ours = forecast(inputs);
    let mut most = 0.0_f64;
    for (sheet, measures) in CALCULATED {
        let theirs = Calculated::of(folder, name, sheet);
        for (block, measure) in measures.iter().enumerate() {
            let first = 4 + block * (ours.roles.len() + 1);
            for role in std::iter::once(None).chain((0..ours.roles.len()).map(Some)) {
                let row = first + role.map_or(0, |role| role + 1);
                for month in 0..=ours.months {
                    let (theirs, ours) =
                        (theirs.number(row, 3 + month as usize), ours.value(*measure, role, month));
                    let differs = (theirs - ours).abs();
                    assert!(
                        differs <= 1e-9,
                        "{name}: {measure:?} of {role:?} in {month}: {theirs}, not {ours}"
                    );
                    most = most.max(differs);
                }
            }
        }
    }
    most
}

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

/// A plan with some of everything, and names of roles that a spreadsheet could mistake for something else.
fn plan() -> Inputs {
    let row = |number, role: &str, starts: &str| {
        StaffRow::new(StaffRowId::make(), number, "Secret Name", role, "senior", month(starts))
    };
    let mut staff: Vec<StaffRow> = (1..=6).map(|number| row(number, "Storage engineer", "2020-01")).collect();
    staff[0].is_lead = true;
    staff[1].leaves_by = Some(Leaving { month: month("2027-05"), confidence: 0.6 });
    staff[2].fte = 0.5;
    staff[3].kind = StaffKind::Contractor;
    staff[4].starts = month("2026-09");
    staff[5].starts = month("2027-02");
    staff.extend((7..=9).map(|number| row(number, "Systems engineer, junior", "2025-01")));
    staff[8].kind = StaffKind::Intern;
    staff[8].leaves_by = Some(Leaving { month: month("2027-03"), confidence: 1.0 });
    // Roles that differ in a capital letter alone, and roles that look like conditions or like patterns.
    staff.extend([
        row(10, "storage engineer", "2024-05"),
        row(11, "*", "2026-08"),
        row(12, "=1+1", "1850-01"),
    ]);
    staff[9].leaves_by = Some(Leaving { month: month("2026-11"), confidence: 0.25 });
    staff[10].starts = month("2041-01");
    let hire =
        |role: &str, start: &str, count| Requisition::new(RequisitionId::make(), role, month(start), count);
    let mut requisitions = vec![
        hire("Storage engineer", "2027-06", 3),
        hire("Systems engineer, junior", "2026-11", 1),
        hire("Systems engineer, junior", "2028-06", 2),
        hire("Network engineer", "2027-09", 2),
        hire("*", "2026-11", 2),
        hire(">0", "2027-03", 1),
        hire("Network engineer", "2030-02", 4),
    ];
    requisitions[1].kind = RequisitionKind::Transfer;
    requisitions[2].kind = RequisitionKind::Intern;
    requisitions[2].until = Some(month("2028-09"));
    requisitions[3].mentor = Some(staff[0].id);
    requisitions[4].kind = RequisitionKind::Contract;
    requisitions[4].until = Some(month("2027-11"));
    let mut promotion = Promotion::new(staff[4].id, month("2027-08"));
    promotion.backfill_role = Some("Systems engineer, junior".into());
    let promotions = vec![
        promotion,
        Promotion { backfill: None, ..Promotion::new(staff[5].id, month("2026-12")) },
        Promotion::new(staff[10].id, month("2027-01")),
    ];
    let initiative = |role: &str, from: &str, to: &str, fte| Initiative {
        id: InitiativeId::make(),
        name: "=HYPERLINK(\"http://example.org\")".into(),
        from: month(from),
        to: month(to),
        needs: vec![Need { role: role.into(), fte }, Need { role: "*".into(), fte: 0.25 }],
    };
    let run_load = |role: &str, hours: f64| RunLoad {
        role: role.into(),
        hours,
        toil_hours: hours / 4.0,
        elsewhere_hours: hours / 10.0,
    };
    let fewer = |role: &str, from: &str, fte| Reduction { role: role.into(), month: month(from), fte };
    let assumptions = Assumptions::default().with(AssumptionKey::RunGrowth, 0.08).expect("in range");
    Inputs {
        assumptions,
        known_until: Some(month("2028-04")),
        reductions: vec![
            fewer("Systems engineer, junior", "2028-01", 1.0),
            fewer("Storage engineer", "2025-01", 0.3),
        ],
        targets: vec![Target { role: "Storage engineer".into(), month: month("2027-11"), heads: 5.0 }],
        initiatives: vec![
            initiative("Storage engineer", "2027-03", "2028-06", 2.5),
            initiative("Network engineer", "2025-09", "2031-06", 1.5),
        ],
        run_load: vec![run_load("Storage engineer", 400.0), run_load("storage engineer", 333.3)],
        staff,
        requisitions,
        promotions,
        ..Inputs::empty(month("2026-11"))
    }
}

fn sheets(inputs: &Inputs) -> Sheets<'_> {
    Sheets {
        organisation: "Production engineering",
        scenario: "As asked for",
        version: 3,
        on: "2026-11-28".parse().expect("a day"),
        inputs,
        sources: &[],
        answers: &[],
        slices: &[],
        scenarios: &[],
    }
}

/// The same workbook with other values in the third column of the assumptions, as if somebody had typed them. Everything
/// calculated stays as it was.
fn typed_in(workbook: &[u8], values: &[(AssumptionKey, f64)]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).expect("a workbook");
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).expect("a part");
        let (name, mut bytes) = (part.name().expect("a name").into_owned(), Vec::new());
        part.read_to_end(&mut bytes).expect("a part");
        if name == "xl/worksheets/sheet2.xml" {
            let mut text = String::from_utf8(bytes).expect("XML");
            for (key, value) in values {
                let cell = text.find(&format!("<c r=\"C{}\"", 5 + *key as usize)).expect("a cell");
                let from = cell + text[cell..].find("<v>").expect("a value") + 3;
                let to = from + text[from..].find("</v>").expect("an end");
                text.replace_range(from..to, &value.to_string());
            }
            bytes = text.into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        out.write_all(&bytes).expect("a part");
    }
    out.finish().expect("a workbook").into_inner()
}

#[test]
fn f19_another_program_calculates_the_same_numbers_also_after_an_assumption_is_changed() {
    use AssumptionKey::{
        Attrition, CandidatesPerHire, ContractorGuidance, ContractorOutput, HoursPerCandidate,
        InternGuidance, InternOutput, LeadLoss, MonthsToHire, OfferAcceptance, ProductiveHours, RampMonths,
        RunGrowth, TrainingHours, TrainingMonths,
    };
    let inputs = plan();
    assert_eq!(inputs.check(), Ok(()));
    let workbook = make_worksheet(&sheets(&inputs)).expect("a worksheet");
    let all = [
        (Attrition, 0.25),
        (RampMonths, 9.5),
        (ProductiveHours, 97.0),
        (LeadLoss, 0.45),
        (TrainingMonths, 5.2),
        (MonthsToHire, 7.0),
        (CandidatesPerHire, 15.0),
        (RunGrowth, -0.2),
        (OfferAcceptance, 0.45),
        (HoursPerCandidate, 9.25),
        (TrainingHours, 33.0),
        (InternGuidance, 44.0),
        (ContractorGuidance, 13.0),
        (InternOutput, 0.55),
        (ContractorOutput, 0.65),
    ];
    // The plan as it is, each assumption by itself, all of them together, and none of attrition and ramp.
    let mut cases: Vec<Vec<(AssumptionKey, f64)>> = vec![Vec::new()];
    cases.extend(all.map(|one| vec![one]));
    cases.push(all.to_vec());
    cases.push(vec![(Attrition, 0.0), (RampMonths, 0.0), (TrainingMonths, 0.0)]);
    let calculator = Calculator::new();
    let write = |(place, values): (usize, &Vec<_>)| {
        calculator.write(&format!("case{place}.xlsx"), &typed_in(&workbook, values))
    };
    let files: Vec<_> = cases.iter().enumerate().map(write).collect();
    let csv = calculator.convert(AS_CSV, &files, "csv");
    let before = forecast(&inputs);
    for (place, values) in cases.iter().enumerate() {
        let mut assumptions = inputs.assumptions.clone();
        for (key, value) in values {
            assumptions = assumptions.with(*key, *value).expect("in range");
        }
        let changed = Inputs { assumptions, ..inputs.clone() };
        let gap = |of: &domain::headcount::Forecast| {
            (0..=of.months).map(|month| of.total(Measure::Gap, month)).collect::<Vec<_>>()
        };
        assert!(values.is_empty() || gap(&before) != gap(&forecast(&changed)), "{values:?} changes no gap");
        agrees(&csv, &format!("case{place}"), &changed);
    }

    // The copies come back: as they were typed into, and as LibreOffice saves them.
    let saved = calculator.convert("xlsx:Calc MS Excel 2007 XML", &files[..=2], "saved");
    for (place, values) in cases.iter().enumerate().take(3) {
        for folder in [calculator.folder.path(), saved.as_path()] {
            let copy = fs::read(folder.join(format!("case{place}.xlsx"))).expect("a copy");
            let read = read_worksheet(&copy, &sheets(&inputs)).expect("a worksheet of ours");
            let found: Vec<_> = read.usable().into_iter().map(|one| (one.key, one.value)).collect();
            assert_eq!((&found, read.is_of_other_inputs), (values, false), "{place}");
            assert_eq!(read.not_taken, [], "{place} from {}", folder.display());
        }
    }
}

#[test]
fn a_worksheet_of_nobody_and_one_of_many_are_calculated_alike() {
    let nobody = Inputs::empty(month("2026-11"));
    let mut many = Inputs { months: 60, ..plan() };
    for number in 100..300 {
        let role = format!("Role {}", number % 20);
        let starts = month("2019-01").plus(i32::try_from(number % 100).expect("small"));
        many.staff.push(StaffRow::new(StaffRowId::make(), number, "N", &role, "senior", starts));
    }
    let slice = |of: &StaffRow| LoadSlice {
        team: "@team".into(),
        person: Some(of.id),
        month: month("2026-10"),
        kind: LoadKind::Toil,
        level_needed: "-senior".into(),
        hours: 12.5,
        belongs_here: true,
    };
    let slices: Vec<_> = many.staff.iter().map(slice).collect();
    let calculator = Calculator::new();
    let mut files = Vec::new();
    for (name, inputs) in [("nobody.xlsx", &nobody), ("many.xlsx", &many)] {
        let bytes = make_worksheet(&Sheets { slices: &slices, ..sheets(inputs) }).expect("a worksheet");
        files.push(calculator.write(name, &bytes));
    }
    let csv = calculator.convert(AS_CSV, &files, "csv");
    agrees(&csv, "nobody", &nobody);
    agrees(&csv, "many", &many);
    // What looks like a formula is text in every sheet.
    let data = Calculated::of(&csv, "many", "Data");
    assert_eq!((data.0[4][0].as_str(), data.0[4][4].as_str()), ("@team", "-senior"));
    let work = Calculated::of(&csv, "many", "Work");
    assert!(work.0.iter().any(|row| row.get(1).is_some_and(|cell| cell.starts_with("=HYPERLINK("))));
}
