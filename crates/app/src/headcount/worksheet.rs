//! A plan as a worksheet that goes on calculating, and its tables as CSV.

use std::path::{Path, PathBuf};

use domain::PlanId;
use domain::headcount::{Inputs, Plan};
use paper::headcount::{Sheets, make_csv, make_worksheet};
use serde::{Deserialize, Serialize};
use store::StoreFault;
use store::noun::{self, headcount};

use super::whole::Whole;
use crate::call::OpenCall;
use crate::desk::OpenDesk;
use crate::{Fault, files};

/// Writes a plan as a worksheet (`.xlsx`) whose formulas follow its assumptions, with its scenarios beside it; or each of its
/// tables as CSV: `plan.csv` becomes `plan-people.csv`, `plan-gap.csv` and so on. Equal plans give equal bytes.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ExportWorksheet {
    /// Of which plan.
    pub id: PlanId,
    /// Where to: a name that ends in `.xlsx` or `.csv`.
    #[cfg_attr(test, ts(skip))]
    pub file: PathBuf,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ExportedSheets {
    /// The names of the files, without folders.
    pub files: Vec<String>,
}

impl OpenCall for ExportWorksheet {
    type Reply = ExportedSheets;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let is = |ending: &str| self.file.extension().is_some_and(|given| given.eq_ignore_ascii_case(ending));
        let (is_csv, is_xlsx) = (is("csv"), is("xlsx"));
        if !is_csv && !is_xlsx {
            return Err(Fault::wrong_use("A worksheet is written as XLSX, and its tables as CSV.")
                .next("Choose a name that ends in .xlsx or .csv."));
        }
        let (whole, beside) = {
            let _moment = noun::one_moment(desk.read())?;
            let whole = Whole::read(desk.read(), self.id)?;
            let beside = beside(desk, &whole.plan)?;
            (whole, beside)
        };
        let inputs = whole.inputs()?;
        let sources: Vec<_> = whole.assumptions().cloned().collect();
        let scenarios: Vec<(&str, &Inputs)> =
            beside.iter().map(|(name, inputs)| (name.as_str(), inputs)).collect();
        let sheets = Sheets {
            organisation: &whole.plan.organisation,
            scenario: &whole.plan.name,
            version: whole.plan.version,
            on: desk.today(),
            inputs: &inputs,
            sources: &sources,
            answers: &whole.answers(),
            slices: &whole.slices(),
            scenarios: &scenarios,
        };
        let mut written = Vec::new();
        if is_csv {
            for table in make_csv(&sheets) {
                let file = named(&self.file, &table.name);
                files::write("The file", &file, &table.bytes)?;
                written.push(files::name_of(&file));
            }
        } else {
            files::write("The file", &self.file, &make_worksheet(&sheets)?)?;
            written.push(files::name_of(&self.file));
        }
        Ok(ExportedSheets { files: written })
    }
}

/// The other ways there are for the same plan, and the plan itself where this is one of its scenarios. One that comes to no
/// numbers is left out.
fn beside(desk: &OpenDesk, plan: &Plan) -> Result<Vec<(String, Inputs)>, StoreFault> {
    let of = plan.baseline.unwrap_or(plan.id);
    let baseline = noun::get::<Plan>(desk.read(), of)?;
    let all = baseline.into_iter().chain(headcount::scenarios(desk.read(), of)?);
    let mut found = Vec::new();
    for other in all.filter(|other| other.id != plan.id) {
        let name = if other.name.is_empty() { "The plan".to_owned() } else { other.name.clone() };
        if let Ok(inputs) = Whole::read(desk.read(), other.id)?.inputs() {
            found.push((name, inputs));
        }
    }
    Ok(found)
}

/// `plan.csv` of the table `people` is `plan-people.csv`.
fn named(file: &Path, table: &str) -> PathBuf {
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    file.with_file_name(format!("{stem}-{table}.csv"))
}
