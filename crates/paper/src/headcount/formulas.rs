//! The forecast as formulas of a spreadsheet. They say what `domain::headcount` says, and are held against it after
//! LibreOffice has calculated them.
//!
//! Only functions that Excel 2007 and LibreOffice 7 know. What is added up is multiplied with conditions, each 1 where it
//! holds and 0 where not, for `SUMPRODUCT` takes no `IF` in older versions.

use domain::headcount::{Measure, Month};

use super::grid::{Cell, Look, letters};

/// A month so late that no plan reaches it: for what never ends.
pub const NEVER: f64 = 999_999.0;
/// The first year whose months a spreadsheet can calculate with: Excel holds that 1900 was a leap year, others do not.
const FIRST_YEAR: i32 = 1901;

/// Whether a spreadsheet has a date for a month.
pub fn has_date(month: Month) -> bool {
    month.year() >= FIRST_YEAR
}

/// How many months after the plan's start the month in a cell lies. `none` stands for an empty cell. A month that no
/// spreadsheet has a date for is counted here, once and for all.
pub fn months_after_start(cell: &str, month: Option<Month>, starts: Month, none: f64) -> Cell {
    let number = month.map_or(none, |month| f64::from(month.since(starts)));
    if !has_date(starts) || !month.is_none_or(has_date) {
        return Cell::whole(number);
    }
    let counted = format!("(YEAR({cell})-YEAR(plan_start))*12+MONTH({cell})-MONTH(plan_start)");
    Cell::formula(format!("IF(ISNUMBER({cell}),{counted},{none})"), number, Look::Whole)
}

/// The number of the role whose name stands in a cell. `EXACT`, because roles that differ in a capital letter are two
/// roles, and a star in a name is a star.
pub fn role_number(cell: &str, number: usize) -> Cell {
    let formula = format!("SUMPRODUCT(EXACT({cell},roles)*role_numbers)");
    Cell::formula(formula, f64::from(u32::try_from(number).unwrap_or(0)), Look::Whole)
}

/// Where the cells of a measure stand: rows as a spreadsheet numbers them, all roles together first.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    pub sheet: &'static str,
    pub total: u32,
}

impl Block {
    pub fn row(self, role: usize) -> u32 {
        self.total + 1 + u32::try_from(role).unwrap_or(0)
    }
}

/// The cells of one measure for one role and month.
pub struct At<'a> {
    /// The column, counted from 0.
    pub column: usize,
    /// The role, counted from 0.
    pub role: usize,
    pub block: &'a dyn Fn(Measure) -> Block,
}

impl At<'_> {
    /// Another measure of the same role and month, seen from a sheet.
    fn cell(&self, measure: Measure, from: &str) -> String {
        let block = (self.block)(measure);
        let sheet = if block.sheet == from { String::new() } else { format!("{}!", block.sheet) };
        format!("{sheet}{}{}", letters(self.column), block.row(self.role))
    }
}

/// The formula of a measure, without its equals sign.
pub fn measure(of: Measure, at: &At) -> String {
    let block = (at.block)(of);
    if !of.terms().is_empty() {
        let mut sum = String::new();
        for (sign, term) in of.terms() {
            if *sign < 0.0 {
                sum.push('-');
            } else if !sum.is_empty() {
                sum.push('+');
            }
            sum.push_str(&at.cell(*term, block.sheet));
        }
        return sum;
    }
    // The number of the month stands in row 3, that of the role in column A.
    let month = format!("{}$3", letters(at.column));
    let role = format!("$A{}", block.row(at.role));
    let staff = |rest: &str| add(&format!("(staff_role={role})*(staff_from<={month})*{rest}"));
    let joining = |of: &str, rest: &str| {
        add(&format!("(joining_{of}={role})*(joining_from<={month})*(joining_until>{month})*{rest}"))
    };
    let stays = stays("staff", &month) + &format!("*(1-staff_confidence*(staff_leaves<={month}))");
    let joined_stay = stays_of_joining(&month);
    let ramp = |of| ramp(of, &month);
    match of {
        Measure::Initiatives => format!(
            "SUMIFS(work_fte,work_role,{role},work_runs,0,work_from,\"<=\"&{month},work_to,\">=\"&{month})"
        ),
        Measure::Run => {
            format!("SUMIFS(work_fte,work_role,{role},work_runs,1)*(1+run_growth)^({month}/12)")
        }
        Measure::People => staff(&format!("staff_output*{}", ramp("staff"))),
        Measure::Leavers => staff(&format!("staff_output*{}*(1-{stays})", ramp("staff"))),
        Measure::Joined => joining("role", &format!("joining_output*{}*{joined_stay}", ramp("joining"))),
        Measure::Reduced => {
            format!("SUMIFS(reduction_fte,reduction_role,{role},reduction_from,\"<=\"&{month})")
        }
        Measure::Interviews => add(&format!(
            "(joining_host={role})*(joining_opens<={month})*(joining_closes>{month})*joining_interviews"
        )),
        Measure::Guidance => {
            staff(&format!("staff_guidance*{stays}")) + "+" + &joining("host", "joining_guidance")
        }
        Measure::Training => {
            let staff = staff(&format!("(staff_from+training_whole_months>{month})*staff_training*{stays}"));
            let joining =
                joining("host", &format!("(joining_trained>{month})*joining_training*{joined_stay}"));
            format!("{staff}+{joining}")
        }
        Measure::LeadLoss => {
            staff(&format!("(staff_leads<={month})*staff_output*{}*{stays}", ramp("staff"))) + "*lead_loss"
        }
        Measure::Heads => {
            let joining = joining("role", &format!("joining_count*{joined_stay}"));
            format!("{}+{joining}-{}", staff(&stays), at.cell(Measure::Reduced, block.sheet))
        }
        Measure::Demand | Measure::Supply | Measure::Gap => String::new(),
    }
}

fn add(product: &str) -> String {
    format!("SUMPRODUCT({product})")
}

/// The share that is still there by attrition, where attrition has a say: (1 − yearly attrition)^(months ÷ 12).
fn stays(of: &str, month: &str) -> String {
    format!("kept_a_year^({of}_attrition*({month}-{of}_since)/12)")
}

fn stays_of_joining(month: &str) -> String {
    stays("joining", month)
}

/// The share of full output: (months since joining + 1) ÷ (ramp months + 1), at most 1. Written from its end: 1 less what
/// is still missing.
fn ramp(of: &str, month: &str) -> String {
    format!("(1-({of}_full>{month})*({of}_full-{month})/(ramp_months+1))")
}
