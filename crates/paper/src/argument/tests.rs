//! The argument of an invented organisation, on paper and in words.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use domain::StaffRowId;
use domain::headcount::{
    AssumptionKey, LoadKind, LoadSlice, PlanQuestion, Reduction, Target, figures, forecast, options,
    simulate, stale,
};

use super::*;
use crate::chart::plan_charts;
use crate::chart::tests::{inputs, month};
use crate::leaving::{Print, make_markdown, make_pdf};

pub const SECRET: &str = "0197a3c0-0000-7000-8000-00000000c0de";

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn slices(inputs: &Inputs) -> Vec<LoadSlice> {
    let slice = |(place, row): (usize, &domain::headcount::StaffRow)| LoadSlice {
        team: "Live services".into(),
        person: Some(row.id),
        month: month("2026-11"),
        kind: LoadKind::Technical,
        level_needed: row.level.clone(),
        hours: 180.0 / (1.0 + place as f64 / 3.0),
        belongs_here: true,
    };
    inputs.staff.iter().enumerate().map(slice).collect()
}

fn charts(inputs: &Inputs, simulation: Option<&Simulation>) -> Vec<Chart> {
    plan_charts(inputs, &forecast(inputs), simulation, &slices(inputs), 24)
}

fn answer(question: PlanQuestion, text: &str) -> Answer {
    Answer {
        question,
        text: text.into(),
        empty_because: String::new(),
        owner: if question.needs_owner() { "Piet Lund".into() } else { String::new() },
        at: "2026-11-20T10:00:00Z".parse().expect("a time"),
    }
}

/// The argument of a plan with its own draft and everything that goes with it.
pub fn argument(inputs: &Inputs) -> Argument {
    let forecast = forecast(inputs);
    let simulation = simulate(inputs, 11, 400, &mut |_| true);
    let gap_options = |role: &str| GapOptions {
        role: role.into(),
        month: 24,
        is_extrapolated: forecast.is_extrapolated(24),
        choices: options(inputs, role, 24),
    };
    let contributor = |kind, name: &str, on: &str| Contributor { kind, name: name.into(), on: day(on) };
    let heard = [
        contributor(ContributorKind::Customer, "Ada Frisk", "2026-11-09"),
        contributor(ContributorKind::Peer, "Rosa Lindqvist", "2026-11-12"),
        contributor(ContributorKind::Peer, "Jun Ramesh", "2026-11-03"),
    ];
    let mut empty = answer(PlanQuestion::Industry, "  ");
    empty.empty_because = "Nobody knows".into();
    Argument {
        organisation: "Live services, Northern Lights Games".into(),
        version: 3,
        scenario: "Plan B: two titles, four teams".into(),
        on: day("2026-11-28"),
        language: "en-GB".into(),
        is_draft: false,
        starts: inputs.starts,
        known_until: inputs.known_until,
        verdict: Verdict {
            is: Realistic::NotRealistic,
            because: "Two titles at once take more than twelve people give".into(),
        },
        parts: draft_argument(inputs, &forecast, simulation.as_ref()),
        horizons: argument_horizons(inputs, &forecast, simulation.as_ref()),
        options: forecast.roles.iter().map(|role| gap_options(role)).collect(),
        charts: charts(inputs, simulation.as_ref()),
        answers: vec![
            answer(PlanQuestion::Infrastructure, "Rooms are enough until the end of 2027."),
            empty,
            answer(
                PlanQuestion::Breadth,
                &format!(
                    "Two specialists carry storage. [note](inglenook:note/{SECRET}) The rest is broad, at [12](figure:heads/0/all) heads."
                ),
            ),
            answer(
                PlanQuestion::LevelMix,
                "More seniors than the work asks for:\n\n- storage is senior throughout\n- systems is junior",
            ),
        ],
        heard: heard.iter().map(Heard::from).collect(),
    }
}

/// Plans that grow, that get smaller, that stay, and that reach less far.
fn plans() -> Vec<(&'static str, Inputs)> {
    let growing = inputs();
    let mut smaller = Inputs { initiatives: Vec::new(), requisitions: Vec::new(), ..growing.clone() };
    smaller.reductions =
        vec![Reduction { role: "Storage engineer".into(), month: month("2027-06"), fte: 2.0 }];
    smaller.targets = vec![Target { role: "Storage engineer".into(), month: month("2028-06"), heads: 4.0 }];
    for load in &mut smaller.run_load {
        load.hours = 360.0;
    }
    let mut one = growing.clone();
    one.requisitions[0].count = 1;
    one.staff.truncate(1);
    one.assumptions = one.assumptions.with(AssumptionKey::RampMonths, 1.0).expect("in range");
    let mut many = growing.clone();
    many.requisitions[0].count = 90;
    let mut even = Inputs { initiatives: Vec::new(), requisitions: Vec::new(), ..growing.clone() };
    even.assumptions = even.assumptions.with(AssumptionKey::Attrition, 0.0).expect("in range");
    even.run_load[0].hours = 7.0 * 120.0;
    even.run_load[1].hours = 5.0 * 120.0;
    vec![
        ("growing", growing.clone()),
        ("smaller", smaller),
        ("one", one),
        ("many", many),
        ("even", even),
        ("unknown", Inputs { known_until: Some(month("2027-03")), ..growing.clone() }),
        ("known", Inputs { known_until: None, ..growing.clone() }),
        ("short", Inputs { months: 8, ..growing.clone() }),
        ("empty", Inputs::empty(month("2026-12"))),
    ]
}

fn texts(parts: &ArgumentParts) -> [&String; 5] {
    [&parts.ask, &parts.numbers, &parts.gap, &parts.options, &parts.consequences]
}

fn draft(inputs: &Inputs) -> ArgumentParts {
    draft_argument(inputs, &forecast(inputs), simulate(inputs, 11, 400, &mut |_| true).as_ref())
}

#[test]
fn f15_every_number_of_a_draft_is_a_figure_that_holds() {
    for (name, inputs) in plans() {
        let simulation = simulate(&inputs, 11, 400, &mut |_| true);
        let now = figures(&inputs, &forecast(&inputs), simulation.as_ref(), None);
        for text in texts(&draft(&inputs)) {
            let found = figures_in(text);
            assert_eq!(stale(&found, &now), [], "{name}");
            assert_eq!(found.len(), text.matches("](figure:").count(), "{name}: {text}");
            // What is left without them has no digit.
            let mut bare = text.clone();
            while let Some((before, rest)) = bare.split_once("](figure:") {
                let label = before.rfind('[').expect("a label");
                bare = format!("{}{}", &before[..label], rest.split_once(')').expect("an end").1);
            }
            assert!(!bare.contains(|letter: char| letter.is_ascii_digit()), "{name}: {bare}");
        }
    }
}

#[test]
fn f15_a_draft_is_kept_in_step_with_the_plan() {
    let before = inputs();
    let mut after = before.clone();
    after.run_load[0].hours += 240.0;
    after.requisitions[0].count = 5;
    let simulation = simulate(&after, 11, 400, &mut |_| true);
    let now = figures(&after, &forecast(&after), simulation.as_ref(), None);
    let written = draft(&before);
    assert!(texts(&written).iter().any(|text| !stale(&figures_in(text), &now).is_empty()));
    for text in texts(&written) {
        let fresh = refresh_figures(text, &now);
        assert_eq!(stale(&figures_in(&fresh), &now), []);
        assert_eq!(without_numbers(&fresh), without_numbers(text), "only numbers change");
    }
}

fn without_numbers(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_ascii_digit() && *letter != '.').collect()
}

#[test]
fn f2_a_plan_that_gets_smaller_reads_as_naturally_as_one_that_grows() {
    let plans = plans();
    let said = |name: &str| {
        let (_, inputs) = plans.iter().find(|(one, _)| *one == name).expect(name);
        let parts = draft(inputs);
        texts(&parts).map(|text| without_figures(text)).join("\n")
    };
    for (name, has, lacks) in [
        ("growing", "more than the people give", "below zero"),
        ("smaller", "The gap is \u{2212}1.7 FTE: below zero, people have time", "grow by"),
        ("smaller", "No role lacks people", "hiring"),
        ("smaller", "it has 0 people to recruit", "To recruit"),
        ("even", "work and people are even, with a gap of 0.0 FTE", "below zero"),
        ("one", "It goes from 1 person now", "1 people"),
        ("one", "it has 1 person to recruit", "1 people"),
        ("one", "full output after 1 month.", "1 months"),
        ("many", "the case for asking less", "1 people"),
        ("unknown", "this is extrapolated, and no commitment", "committed"),
        ("short", "It begins with 12 people.", "FTE"),
        ("empty", "It goes from 0 people now to 0.0 in two years", "hiring"),
    ] {
        let text = said(name);
        assert!(text.contains(has), "{name}: no “{has}” in:\n{text}");
        assert!(!text.contains(lacks), "{name}: “{lacks}” in:\n{text}");
    }
    for (name, _) in &plans {
        let text = said(name).to_lowercase();
        for word in ["\u{21}", "negative", "weakness", "must grow", "deliver", "  "] {
            assert!(!text.contains(word), "{name}: {word} in:\n{text}");
        }
    }
}

#[test]
fn f9_f_r3_an_extrapolated_number_never_stands_as_if_it_were_known() {
    for (known, marked) in
        [(None, [false; 3]), (Some("2028-12"), [false, false, true]), (Some("2027-03"), [true; 3])]
    {
        let inputs = Inputs { known_until: known.map(month), ..inputs() };
        let argument = argument(&inputs);
        let roles = tables::roles(&argument).expect("horizons");
        let horizons = tables::horizons(&argument).expect("horizons");
        for (place, is_marked) in marked.into_iter().enumerate() {
            assert_eq!(roles.columns[2 + place].contains("extrapolated"), is_marked, "{known:?}");
            assert!(roles.rows.iter().all(|row| row[2 + place].starts_with('\u{2248}') == is_marked));
            let row = &horizons.rows[place];
            assert_eq!(row[0].contains("extrapolated"), is_marked);
            assert!(row[1..].iter().all(|cell| cell.starts_with('\u{2248}') == is_marked), "{row:?}");
        }
        // The gap is that of a horizon that facts reach, where there is one.
        let gap = &roles.columns[5];
        assert_eq!(gap.contains("extrapolated"), marked[0], "{gap}");
        assert!(roles.rows.iter().all(|row| row[5].starts_with('\u{2248}') == marked[0]));
        // Nor does one in what a person wrote, whatever they wrote around it.
        let mut written = argument.clone();
        written.parts.ask =
            "By then [\u{2248} 7](figure:hires/36), [**9.5**](figure:gap/12/all), [4](figure:hires/36), [12](figure:heads/0/all).".into();
        let mark = |is_marked: bool| if is_marked { "\u{2248}\u{a0}" } else { "" };
        let said = format!("By then \u{2248} 7, {}**9.5**, {}4, 12.", mark(marked[0]), mark(marked[2]));
        assert!(make_markdown(&[written]).contains(&said), "{said}");
        let markdown = make_markdown(&[argument]);
        assert_eq!(markdown.contains("extrapolated"), marked[2]);
    }
}

#[test]
fn f8_the_outlook_has_a_row_a_role_and_what_adds_up() {
    let inputs = inputs();
    let argument = argument(&inputs);
    let table = tables::roles(&argument).expect("horizons");
    assert_eq!(
        table.columns,
        ["Role", "Now", "12 months", "24 months", "36 months, extrapolated", "Gap at 24 months"]
    );
    let names: Vec<&str> = table.rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(names, ["Storage engineer", "Systems engineer", "All"]);
    assert_eq!(table.rows[2][1], "12.0");
    let mut many = argument.clone();
    for horizon in &mut many.horizons {
        let role = horizon.outlook.roles[0].clone();
        horizon.outlook.roles = (0..90).map(|place| RoleOutlookOf(&role).named(place)).collect();
    }
    let rows = tables::roles(&many).expect("horizons").rows;
    assert_eq!((rows.len(), rows[40][0].as_str()), (42, "and 50 more roles"));
}

/// Makes many roles of one.
struct RoleOutlookOf<'a>(&'a domain::headcount::RoleOutlook);

impl RoleOutlookOf<'_> {
    fn named(&self, place: usize) -> domain::headcount::RoleOutlook {
        domain::headcount::RoleOutlook { role: Some(format!("Role {place:02}")), ..self.0.clone() }
    }
}

#[test]
fn f18_options_stand_beside_each_other_with_what_they_change() {
    let argument = argument(&inputs());
    let table = tables::options(&argument.options[0]);
    assert_eq!(table.rows.len(), 7);
    let row = |way: &str| table.rows.iter().find(|row| row[0] == way).expect(way);
    assert!(row("Hire")[1] == "1 person" && row("Hire")[2].starts_with('\u{2212}'), "{:?}", row("Hire"));
    assert_eq!(row("Give work to where it belongs")[1..3], ["nothing to take it from", "0.0"]);
    for (amount, shown) in [(1.0, "1 intern"), (2.0, "2 interns"), (0.0, "nothing to take it from")] {
        let choice = domain::headcount::Choice {
            way: domain::headcount::Way::Interns,
            amount,
            from: None,
            effect: 0.0,
            effect_on_all: 0.0,
        };
        let options = GapOptions { choices: vec![choice], ..argument.options[0].clone() };
        assert_eq!(tables::options(&options).rows[0][1], shown);
    }
}

#[test]
fn f15_an_argument_reads_in_order() {
    let markdown = make_markdown(&[argument(&inputs())]);
    let mut from = 0;
    for part in [
        "# Headcount plan: Live services, Northern Lights Games",
        "Plan B: two titles, four teams",
        "- Version: 3\n- As of: 28 November 2026\n- Facts reach to: December 2028",
        "This plan is not realistic, and its numbers are the case for asking less: Two titles at once take more than twelve people give.",
        "## What we ask",
        "## The numbers",
        "| All roles, in | Work, FTE | People, FTE | Gap, FTE | Chance that the work is covered |",
        "### Work against people",
        "| Month | Work | People | Gap | People, P10 | People, P90 |\n| --- | ---: | ---: | ---: | ---: | ---: |",
        "## The gap",
        "| Role | Now | 12 months | 24 months | 36 months, extrapolated | Gap at 24 months |",
        "## Options",
        "| Way | How much |",
        "## Consequences",
        "### Levels, now and then",
        "### Single points of failure",
        "## Whose views went in\n\n- Peers: heard on 3 November 2026 and 12 November 2026\n- Customers: heard on 9 November 2026",
        "## Appendix: the people there are\n\n### Who is a specialist, who a generalist?",
        "## Appendix: what carries the people\n\n### Do facilities, infrastructure and the tools of HR grow along?\n\nOwner: Piet Lund",
    ] {
        let at = markdown[from..]
            .find(part)
            .unwrap_or_else(|| panic!("{part} is not after the last in\n{markdown}"));
        from += at + part.len();
    }
    assert!(!markdown.contains("What changes in the industry?"), "an answer that says nothing is no answer");
    let bare = Argument {
        scenario: String::new(),
        parts: ArgumentParts::default(),
        horizons: Vec::new(),
        options: Vec::new(),
        charts: Vec::new(),
        answers: Vec::new(),
        heard: Vec::new(),
        verdict: Verdict { is: Realistic::Realistic, because: "It fits.".into() },
        known_until: None,
        ..argument(&inputs())
    };
    assert!(
        make_markdown(std::slice::from_ref(&bare))
            .ends_with("- Facts reach to: All of the plan\n\nThis plan is realistic: It fits.\n")
    );
    assert!(make_pdf(&[bare], &Print::default()).is_ok());
}

#[test]
fn five_thousand_people_and_ten_years_stay_small() {
    let mut inputs = Inputs { months: 120, ..inputs() };
    for number in 100..5100_u32 {
        let role = format!("Role {:03}", number % 300);
        let mut row = domain::headcount::StaffRow::new(
            StaffRowId::make(),
            number,
            "N",
            &role,
            "senior",
            month("2024-01"),
        );
        row.skills = vec![domain::person::Skill { name: format!("Skill {number}"), level: 3 }];
        inputs.staff.push(row);
    }
    let forecast = forecast(&inputs);
    let charts = charts(&inputs, None);
    let bytes: usize = charts.iter().map(|chart| crate::chart::make_svg(chart).len()).sum();
    assert!(bytes < 150_000, "{bytes}");
    let parts = draft_argument(&inputs, &forecast, None);
    assert!(texts(&parts).iter().all(|text| text.len() < 3_000));
}
