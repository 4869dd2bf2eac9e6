//! Headcount plans.

use std::path::PathBuf;

use app::headcount::{
    Compare, Copy, CopyAs, ExportArgument, ExportWorksheet, Get, HeadcountLine, HeadcountNumbers,
    HeadcountPlan, HeadcountRole, HeadcountStep, InputPart, Limit, List, Numbers, Options, Save, Simulate,
    TakePeople, Way, Why,
};
use app::leaving::SheetSize;
use app::{Desk, Fault};

use super::json;
use crate::answer::Answer;
use crate::arguments::Plan;
use crate::layout::{columns, count, wrapped};

/// Does what was asked about headcount plans.
pub fn plan(desk: &Desk, asked: Plan) -> Result<Answer, Fault> {
    match asked {
        Plan::List => list(desk),
        Plan::New { organisation, name, starts, empty } => {
            begin(desk, organisation, name, starts.as_deref(), empty)
        }
        Plan::Show { plan } => show(desk, plan.as_deref()),
        Plan::Scenario { plan, name } => {
            let of = find(desk, Some(&plan))?;
            let made = desk.run(Copy { id: of.id, to: CopyAs::Scenario { name: name.clone() } })?;
            Ok(Answer::new(format!("{} begun, beside {}.", name.trim(), called(&of)), json(&made)?))
        }
        Plan::Forecast { plan, role, runs, seed } => forecast(desk, plan.as_deref(), role, runs, seed),
        Plan::Why { plan, cell } => why(desk, &plan, &cell),
        Plan::Options { plan, role, at } => options(desk, &plan, role, at),
        Plan::Compare { plan, with } => compare(desk, &plan, &with),
    }
}

/// What a plan is called where there are several.
fn called(plan: &HeadcountPlan) -> String {
    match (plan.name.is_empty(), plan.version) {
        (true, version) => format!("{}, version {version}", plan.organisation),
        (false, version) => format!("{}, version {version}: {}", plan.organisation, plan.name),
    }
}

/// The one plan that a part of its organisation or name fits; of several versions the newest. Without a part, the only plan.
///
/// # Errors
/// Wrong use when none or more than one fits; then the candidates are named.
pub(super) fn find(desk: &Desk, part: Option<&str>) -> Result<HeadcountPlan, Fault> {
    let plans: Vec<HeadcountPlan> =
        desk.run(List {})?.into_iter().map(|line: HeadcountLine| line.plan).collect();
    let part = part.map(|part| part.trim().to_lowercase());
    let mut fitting: Vec<&HeadcountPlan> = match &part {
        // Scenarios are asked for by their names.
        None => plans.iter().filter(|plan| plan.baseline.is_none()).collect(),
        Some(part) => {
            let exact = plans.iter().filter(|plan| {
                plan.id.to_string() == *part
                    || plan.name.to_lowercase() == *part
                    || plan.organisation.to_lowercase() == *part && plan.baseline.is_none()
            });
            let exact: Vec<_> = exact.collect();
            if exact.is_empty() {
                plans.iter().filter(|plan| called(plan).to_lowercase().contains(part.as_str())).collect()
            } else {
                exact
            }
        }
    };
    // Of one organisation the newest version counts.
    fitting.sort_by_key(|plan| {
        (plan.organisation.clone(), plan.baseline.is_some(), std::cmp::Reverse(plan.version))
    });
    fitting.dedup_by(|later, first| {
        later.baseline.is_none() && first.baseline.is_none() && later.organisation == first.organisation
    });
    match fitting.as_slice() {
        [one] => Ok((*one).clone()),
        [] => Err(Fault::wrong_use("There is no such plan.")
            .next("`nook plan list` shows them all, and `nook plan new` begins one.")),
        several => {
            let names: Vec<_> = several.iter().map(|plan| called(plan)).collect();
            Err(Fault::wrong_use(format!("That fits {} plans: {}.", several.len(), names.join("; ")))
                .next("Type more of its name."))
        }
    }
}

fn list(desk: &Desk) -> Result<Answer, Fault> {
    let lines = desk.run(List {})?;
    let rows: Vec<_> = lines
        .iter()
        .map(|line| {
            let due = if line.plan.is_due {
                "look again".to_owned()
            } else {
                format!("look by {}", line.plan.review_by)
            };
            let lead = if line.plan.baseline.is_some() { "  " } else { "" };
            let last = if line.plan.baseline.is_some() { String::new() } else { due };
            vec![
                format!("{lead}{}", called(&line.plan)),
                word(&line.plan.state),
                count(line.people.into(), "person", "people"),
                format!("{} of 25", line.answered),
                last,
            ]
        })
        .collect();
    let text = if rows.is_empty() { "No headcount plans.".to_owned() } else { columns(&rows) };
    Ok(Answer::new(text, json(&lines)?))
}

/// A closed choice as its word.
fn word<T: serde::Serialize>(choice: &T) -> String {
    let word = serde_json::to_value(choice).ok();
    word.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().replace('_', " ")
}

fn begin(
    desk: &Desk,
    organisation: String,
    name: Option<String>,
    starts: Option<&str>,
    empty: bool,
) -> Result<Answer, Fault> {
    let starts = starts.map(str::parse).transpose()?;
    let made = desk.run(Save { organisation: Some(organisation), name, starts, ..Save::default() })?;
    let mut said = "Plan begun.".to_owned();
    if !empty {
        let taken = desk.run(TakePeople { plan: made.id.into(), people: None })?;
        said = format!("{said} {} taken from the roster.", count(taken.added.into(), "person", "people"));
    }
    Ok(Answer::new(said, json(&made)?))
}

fn one(number: f64) -> String {
    let text = format!("{number:.1}");
    if text == "-0.0" { "0.0".to_owned() } else { text }
}

/// A gap in words: what is missing or to spare. Nothing is a gap of less than it would show.
fn gap(gap: f64) -> String {
    match one(gap.abs()).as_str() {
        "0.0" => "even".to_owned(),
        shown if gap > 0.0 => format!("{shown} short"),
        shown => format!("{shown} spare"),
    }
}

fn roles(numbers: &HeadcountNumbers) -> String {
    let mut rows = vec![vec!["Role".to_owned(), "Now".to_owned()]];
    for horizon in &numbers.horizons {
        // What facts do not reach is never said as if it were known.
        let about = if horizon.is_extrapolated { "≈ " } else { "" };
        rows[0].push(format!("{about}{} mo", horizon.month));
        rows[0].push("gap".to_owned());
    }
    let places = numbers.horizons.first().map_or(0, |horizon| horizon.roles.len());
    for place in (0..places).map(Some).chain([None]) {
        let of = |horizon: &app::headcount::HeadcountHorizon| -> HeadcountRole {
            place.map_or_else(|| horizon.all.clone(), |place| horizon.roles[place].clone())
        };
        let Some(first) = numbers.horizons.first().map(of) else { continue };
        let mut row = vec![first.role.clone().unwrap_or_else(|| "All".to_owned()), one(first.heads_now)];
        for horizon in &numbers.horizons {
            let role = of(horizon);
            row.push(one(role.heads));
            row.push(gap(role.gap));
        }
        rows.push(row);
    }
    columns(&rows)
}

fn show(desk: &Desk, plan: Option<&str>) -> Result<Answer, Fault> {
    let of = find(desk, plan)?;
    let page = desk.run(Get { id: of.id })?;
    let answered = page.questions.iter().filter(|question| question.is_answered).count();
    let mut said = vec![
        called(&of),
        format!(
            "{}, from {} on, {} months. {answered} of 25 questions answered.",
            capital(&word(&of.state)),
            of.starts,
            of.months
        ),
    ];
    if let Some(known) = of.known_until {
        said.push(format!("Facts reach until {known}; what follows (≈) is extrapolated and no commitment."));
    }
    let others: Vec<_> =
        page.scenarios.iter().filter(|plan| plan.baseline.is_some()).map(|plan| plan.name.as_str()).collect();
    if !others.is_empty() {
        said.push(format!("Scenarios: {}.", others.join(", ")));
    }
    if let Some(trouble) = &page.trouble {
        let next = trouble.next.as_deref().unwrap_or_default();
        said.push(wrapped(&format!("No numbers yet: {} {next}", trouble.sentence), "  "));
        return Ok(Answer::new(said.join("\n"), json(&page)?));
    }
    let numbers = desk.run(Numbers { id: of.id, assume: None })?;
    said.push(String::new());
    said.push(roles(&numbers));
    for horizon in &numbers.horizons {
        let pace = &horizon.pace;
        if pace.hires > 0.0 {
            let limit = match pace.limit {
                Limit::Recruiters => "recruiters",
                Limit::Interviewers => "interview hours",
                Limit::Candidates => "candidates",
            };
            let can = if pace.is_feasible { "can be carried" } else { "cannot be carried" };
            let line = format!(
                "{} in {} months are {:.2} a month, which {can}: {limit} allow {:.2}.",
                count(whole(pace.hires), "hire", "hires"),
                horizon.month,
                pace.needed,
                pace.allowed
            );
            said.push(wrapped(&line, "  "));
        }
    }
    for one in &numbers.rethink {
        let line = format!(
            "Think it over: from month {} on, interviews, guidance, training and leading take more than {} has.",
            one.from, one.role
        );
        said.push(wrapped(&line, "  "));
    }
    Ok(Answer::new(said.join("\n"), json(&numbers)?))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // hires, which are whole and not below zero
fn whole(number: f64) -> u64 {
    number.round().max(0.0) as u64
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn forecast(
    desk: &Desk,
    plan: Option<&str>,
    role: Option<String>,
    runs: u32,
    seed: u32,
) -> Result<Answer, Fault> {
    let of = find(desk, plan)?;
    let numbers = desk.run(Numbers { id: of.id, assume: None })?;
    let no_role =
        || Fault::wrong_use("This plan has no such role.").next("`nook plan show` lists its roles.");
    let line = numbers.lines.iter().find(|line| line.role == role).ok_or_else(no_role)?;
    let bands = desk.run(Simulate { id: of.id, runs: Some(runs), seed: Some(seed), assume: None })?;
    let mut rows = vec![
        ["Month", "Work", "People", "Gap", "People, one in ten below and above"].map(str::to_owned).to_vec(),
    ];
    for (month, demand) in line.demand.iter().enumerate().step_by(3) {
        let when = of.starts.plus(i32::try_from(month).unwrap_or(i32::MAX));
        let is_known = numbers.extrapolated_from.is_none_or(|from| (month as u64) < u64::from(from));
        let band = if role.is_none() {
            format!("{} to {}", one(bands.supply[month].p10), one(bands.supply[month].p90))
        } else {
            String::new()
        };
        let about = if is_known { "" } else { "≈ " };
        rows.push(vec![
            format!("{about}{when}"),
            one(*demand),
            one(line.supply[month]),
            gap(line.gap[month]),
            band,
        ]);
    }
    let mut said = vec![called(&of), String::new(), columns(&rows)];
    for horizon in &bands.horizons {
        let covered = match &role {
            None => Some(horizon.covered),
            Some(role) => horizon.roles.iter().find(|one| one.role == *role).map(|one| one.covered),
        };
        if let Some(covered) = covered {
            said.push(format!(
                "Chance that the work is covered at {} months: {:.0} %.",
                horizon.month,
                covered * 100.0
            ));
        }
    }
    said.push(format!("{} runs, seed {}.", bands.runs, bands.seed));
    Ok(Answer::new(said.join("\n"), json(&bands)?))
}

/// Reads `gap/24/Storage engineer`.
fn read_cell(cell: &str) -> Option<(app::headcount::Measure, u32, Option<String>)> {
    let mut parts = cell.splitn(3, '/');
    let measure =
        serde_json::from_value(serde_json::Value::String(parts.next()?.trim().replace(' ', "_"))).ok()?;
    let month = parts.next()?.trim().parse().ok()?;
    let role = parts.next().map(str::trim).filter(|role| !role.is_empty() && *role != "all");
    Some((measure, month, role.map(str::to_owned)))
}

fn why(desk: &Desk, plan: &str, cell: &str) -> Result<Answer, Fault> {
    let of = find(desk, Some(plan))?;
    let wrong = || {
        Fault::wrong_use("That names no number of a plan.").next(
            "Write what is counted, the month and the role, such as `gap/24/Storage engineer`. Counted are: initiatives, run, people, leavers, joined, reduced, interviews, guidance, training, lead_loss, heads, demand, supply, gap.",
        )
    };
    let (measure, month, role) = read_cell(cell).ok_or_else(wrong)?;
    let found = desk.run(Why { id: of.id, measure, role, month })?;
    let of_role = found.role.as_deref().unwrap_or("all roles");
    let about = if found.is_extrapolated { "≈ " } else { "" };
    let mut said = vec![format!(
        "{} of {of_role} in month {month}: {about}{:.4}",
        capital(&word(&found.measure)),
        found.result
    )];
    let rows: Vec<_> = found
        .steps
        .iter()
        .map(|step| {
            let sign = if step.is_taken_away { "−" } else { "+" };
            vec![format!("  {sign} {:.4}", step.value), from_what(step), factors(step)]
        })
        .collect();
    said.push(if rows.is_empty() { "  Nothing counts here.".to_owned() } else { columns(&rows) });
    Ok(Answer::new(said.join("\n"), json(&found)?))
}

/// What a step comes from: another number, or a thing by its name.
fn from_what(step: &HeadcountStep) -> String {
    match (step.measure, step.name.is_empty()) {
        (Some(measure), true) => word(&measure),
        (Some(measure), false) => format!("{} of {}", word(&measure), step.name),
        (None, _) => format!("{}: {}", word(&step.of), step.name),
    }
}

fn factors(step: &HeadcountStep) -> String {
    let mut said = String::new();
    for (place, factor) in step.factors.iter().enumerate() {
        match (place, factor.divides) {
            (0, false) => {}
            (_, true) => said.push_str(" ÷ "),
            (_, false) => said.push_str(" × "),
        }
        said.push_str(&format!("{:.4} {}", factor.value, word(&factor.is)));
    }
    said
}

fn options(desk: &Desk, plan: &str, role: String, at: u32) -> Result<Answer, Fault> {
    let of = find(desk, Some(plan))?;
    let found = desk.run(Options { id: of.id, role, month: at })?;
    let mut rows = vec![["Way", "How much", "Gap then", "Chance"].map(str::to_owned).to_vec()];
    rows.extend(found.iter().map(|option| {
        let much = match option.way {
            _ if option.amount <= 0.0 => "nothing to take".to_owned(),
            Way::Hire | Way::Interns | Way::GrowJuniors => count(whole(option.amount), "person", "people"),
            Way::Automate | Way::Drop | Way::MoveAway => {
                format!("{} a month", count(whole(option.amount), "hour", "hours"))
            }
            Way::Defer => count(whole(option.amount), "initiative", "initiatives"),
        };
        let chance = format!("{:.0} % (from {:.0} %)", option.chance * 100.0, option.chance_before * 100.0);
        vec![capital(&word(&option.way)), much, gap(option.gap), chance]
    }));
    Ok(Answer::new(columns(&rows), json(&found)?))
}

fn compare(desk: &Desk, plan: &str, with: &str) -> Result<Answer, Fault> {
    let (first, second) = (find(desk, Some(plan))?, find(desk, Some(with))?);
    let found = desk.run(Compare { id: first.id, with: second.id })?;
    let mut said = vec![format!("{} against {}", called(&second), called(&first))];
    let rows: Vec<_> = found
        .differences
        .iter()
        .map(|one| {
            let part = match (one.part, &one.key) {
                (InputPart::Assumption, Some(key)) => word(key),
                (part, _) => format!("{} {}", word(&part), one.name),
            };
            let said = |side: &Option<String>| side.clone().unwrap_or_else(|| "–".to_owned());
            vec![format!("  {}", part.trim()), format!("{} → {}", said(&one.before), said(&one.after))]
        })
        .collect();
    said.push(if rows.is_empty() { "  Nothing differs.".to_owned() } else { columns(&rows) });
    let rows: Vec<_> = found
        .gaps
        .iter()
        .filter(|one| one.role.is_none())
        .map(|one| {
            vec![format!("  {} months", one.month), format!("{} → {}", gap(one.before), gap(one.after))]
        })
        .collect();
    said.push(columns(&rows));
    Ok(Answer::new(said.join("\n"), json(&found)?))
}

/// Writes a plan as the ending of the name says.
pub fn export(desk: &Desk, plan: &str, file: PathBuf, letter: bool) -> Result<Answer, Fault> {
    let of = find(desk, Some(plan))?;
    let is_sheet = file
        .extension()
        .is_some_and(|ending| ["xlsx", "csv"].iter().any(|sheet| ending.eq_ignore_ascii_case(sheet)));
    if is_sheet {
        let saved = desk.run(ExportWorksheet { id: of.id, file })?;
        return Ok(Answer::new(format!("{} written.", saved.files.join(", ")), json(&saved)?));
    }
    let size = if letter { SheetSize::Letter } else { SheetSize::A4 };
    let saved = desk.run(ExportArgument { id: of.id, size: Some(size), file })?;
    Ok(Answer::new(format!("{} written.", saved.file), json(&saved)?))
}
