//! From candidates to hires: what a plan asks for beside what can be carried.

use domain::headcount::{AssumptionKey, Assumptions, Limit, Pace};

use super::Chart;
use super::Role;
use super::pairs::{About, Pair, Series, pairs_chart};
use super::scale::{brief, number};
use super::sketch::nothing;

/// The hiring that a pace asks for: how many candidates are interviewed, how many offers are made and how many join, each
/// beside how many what allows least can carry in the same months.
pub fn hiring_funnel(pace: &Pace, assumptions: &Assumptions) -> Chart {
    let months = brief(pace.months);
    let months = if months == "1" { "1 month".to_owned() } else { format!("{months} months") };
    let unit = format!("People, in {months}");
    let about = About { title: "From candidates to hires", unit: &unit, rows: "Step" };
    if pace.hires <= 0.0 {
        return nothing(about.title, about.unit, "This plan hires nobody from outside.");
    }
    let candidates = assumptions.get(AssumptionKey::CandidatesPerHire);
    let offers = 1.0 / assumptions.get(AssumptionKey::OfferAcceptance);
    let pair = |name: &str, times: f64| Pair {
        name: name.to_owned(),
        values: [pace.hires * times, pace.reachable * times],
    };
    let pairs = [
        pair("Candidates interviewed", candidates),
        pair("Offers made", offers),
        pair("People who join", 1.0),
    ];
    let series = |role, name: &str| Series { role, name: name.to_owned(), is_extrapolated: false };
    let limit = match pace.limit {
        Limit::Recruiters => "recruiters",
        Limit::Interviewers => "hours for interviews",
        Limit::Candidates => "candidates",
    };
    let asked = if pace.is_feasible { Role::Work } else { Role::Warn };
    let both =
        [series(asked, "asked for"), series(Role::People, &format!("can be carried: {limit} allow least"))];
    let verdict = if pace.is_feasible { "This can be carried." } else { "This is more than can be carried." };
    let description = format!(
        "The plan asks for {} hires in {months}, which is {} a month; {} a month can be carried, and {limit} allow least. {verdict}",
        brief(pace.hires),
        number(pace.needed, 2),
        number(pace.allowed, 2),
    );
    pairs_chart(&about, &both, &pairs, description)
}
