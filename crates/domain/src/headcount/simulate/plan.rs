//! A plan made ready for many runs, and one run of it.
//!
//! Everything that does not depend on chance is computed once: the supply if nobody left and nobody joined, and what each
//! person takes along when they go. A run then copies the first, and touches only what its draws change.

use super::draw::{Draws, Waiting};
use crate::headcount::joining::{Joining, joinings, search_months};
use crate::headcount::parts::{Cause, Stay, output, product, stay_of, training_months, walk};
use crate::headcount::tables::{Tables, ramp_share};
use crate::headcount::{AssumptionKey, Inputs, RequisitionKind, StaffKind};

/// Ramps of so many lengths stand for all lengths within the spread.
const RAMPS: usize = 32;
/// Searches are followed for at least so many months, so that their interviews are spread as thin as they are.
const LONGEST_SEARCH: usize = 240;

/// Somebody who is there and may leave.
struct Person {
    role: usize,
    /// What they give to supply in each month, as long as they stay.
    gives: Vec<f64>,
    stay: Stay,
}

/// Somebody who is to join; one each, also where a requisition is for several.
struct Joiner {
    role: usize,
    host: usize,
    kind: RequisitionKind,
    start: usize,
    opens: usize,
    until: usize,
    output: f64,
    /// FTE of the host while they are there: guidance.
    guidance: f64,
}

/// What every run of a plan has in common.
pub struct Prepared {
    months: usize,
    horizons: Vec<usize>,
    /// The supply, role by role and month by month, if everybody there stayed and nobody joined.
    base: Vec<f64>,
    people: Vec<Person>,
    joiners: Vec<Joiner>,
    leaving: Waiting,
    search: Waiting,
    /// A ramp each, month by month from joining on.
    ramps: Vec<f64>,
    spread: f64,
    /// FTE-months that the interviews for one hire take.
    interviews: f64,
    /// FTE of the host while a newcomer is trained, and for how many months.
    training: (f64, usize),
}

impl Prepared {
    pub fn of(inputs: &Inputs, roles: &[String], horizons: &[usize]) -> Self {
        let months = inputs.months as usize + 1;
        let tables = Tables::of(inputs);
        let productive = inputs.assumed(AssumptionKey::ProductiveHours);
        let spread = inputs.assumed(AssumptionKey::Spread);
        let place = |month: i32| usize::try_from(month).unwrap_or(0);
        let role = |name: &String| roles.binary_search(name).unwrap_or(0);

        let mut base = vec![0.0; roles.len() * months];
        let mut people: Vec<Person> = inputs
            .staff
            .iter()
            .map(|row| Person {
                role: role(&row.role),
                gives: vec![0.0; months],
                stay: stay_of(inputs, row, inputs.index(row.starts)),
            })
            .collect();
        walk(inputs, roles, |part| {
            let sign = part.measure.sign_in_supply();
            let staff = match part.cause {
                _ if sign == 0.0 || part.is_gone => return,
                Cause::Staff(row) | Cause::Promoted(row) => Some(row),
                Cause::Reduction(_) => None,
                _ => return,
            };
            let amount = sign * product(part.factors);
            for month in part.range(inputs.months) {
                let at = i32::try_from(month).unwrap_or(i32::MAX);
                let value = part.ramp(&tables, at).map_or(amount, |ramp| amount * ramp);
                base[part.role * months + month] += value;
                if let Some(row) = staff {
                    people[row].gives[month] += value;
                }
            }
        });
        people.retain(|person| person.stay != Stay::Sure);

        let chance =
            inputs.assumed(AssumptionKey::OfferAcceptance) / inputs.assumed(AssumptionKey::MonthsToHire);
        let lead = search_months(inputs);
        let joiner = |one: Joining| {
            let guidance = match one.kind.staff() {
                StaffKind::Employee => 0.0,
                StaffKind::Contractor => inputs.assumed(AssumptionKey::ContractorGuidance),
                StaffKind::Intern => inputs.assumed(AssumptionKey::InternGuidance),
            };
            let joiner = || Joiner {
                role: role(one.role),
                host: role(one.host),
                kind: one.kind,
                start: place(one.start),
                opens: place(one.start - lead),
                until: place(one.until).min(months),
                output: output(inputs, one.kind.staff()),
                guidance: guidance / productive,
            };
            std::iter::repeat_with(joiner).take(one.count as usize).collect::<Vec<_>>()
        };
        let ramp_months = inputs.assumed(AssumptionKey::RampMonths);
        Self {
            months,
            horizons: horizons.to_vec(),
            base,
            people,
            joiners: joinings(inputs).flat_map(joiner).collect(),
            leaving: Waiting::of_survival(
                (0..months).map(|month| tables.stays(i32::try_from(month).unwrap_or(0))),
            ),
            search: Waiting::geometric(chance, months.max(LONGEST_SEARCH)),
            ramps: ramps(ramp_months, spread, months),
            spread,
            interviews: inputs.assumed(AssumptionKey::CandidatesPerHire)
                * inputs.assumed(AssumptionKey::HoursPerCandidate)
                / productive,
            training: (
                inputs.assumed(AssumptionKey::TrainingHours) / productive,
                place(training_months(inputs)),
            ),
        }
    }
}

/// Ramps whose lengths are spread evenly about the mean, one after the other, each as long as the plan.
#[allow(clippy::cast_precision_loss)] // small counts
fn ramps(ramp_months: f64, spread: f64, months: usize) -> Vec<f64> {
    let length = |ramp: usize| {
        let about = 2.0 * (ramp as f64 + 0.5) / RAMPS as f64 - 1.0;
        ramp_months * (1.0 + spread * about)
    };
    let share = |month: usize, length: f64| ramp_share(u32::try_from(month).unwrap_or(u32::MAX), length);
    (0..RAMPS).flat_map(|ramp| (0..months).map(move |month| share(month, length(ramp)))).collect()
}

/// One run, whose memory the next run uses again.
pub struct Run {
    /// Supply, role by role and month by month.
    pub supply: Vec<f64>,
    /// How many of the staff have left by each horizon.
    pub left: Vec<u32>,
    /// How many have joined by each horizon.
    pub joined: Vec<u32>,
}

/// Adds one to each horizon from a month on.
fn count_from(counts: &mut [u32], horizons: &[usize], month: usize) {
    for (count, &horizon) in counts.iter_mut().zip(horizons) {
        *count += u32::from(month <= horizon);
    }
}

impl Run {
    pub fn of(prepared: &Prepared) -> Self {
        let horizons = prepared.horizons.len();
        Self { supply: prepared.base.clone(), left: vec![0; horizons], joined: vec![0; horizons] }
    }

    /// Draws one run.
    pub fn draw(&mut self, plan: &Prepared, draws: &mut Draws) {
        self.supply.copy_from_slice(&plan.base);
        self.left.fill(0);
        self.joined.fill(0);
        for person in &plan.people {
            if let Some(month) = leaves(plan, person, draws.next()) {
                let line = &mut self.supply[person.role * plan.months..][..plan.months];
                let gone = line[month..].iter_mut().zip(&person.gives[month..]);
                gone.for_each(|(supply, gave)| *supply -= gave);
                count_from(&mut self.left, &plan.horizons, month);
            }
        }
        for joiner in &plan.joiners {
            self.join(plan, joiner, draws);
        }
    }

    /// Draws one joining: the search and its interviews, then the ramp and what others give for it.
    fn join(&mut self, plan: &Prepared, joiner: &Joiner, draws: &mut Draws) {
        let months = plan.months;
        // Every joining takes the same four draws, so that changing one does not change the luck of the next.
        let (searched, about, ramp, stays) =
            (draws.next(), draws.about_one(plan.spread), draws.next(), draws.next());
        let mut joins = joiner.start;
        if joiner.kind.is_recruited() {
            let longest = plan.search.draw(searched, usize::MAX).unwrap_or(months.max(LONGEST_SEARCH));
            joins = joiner.opens + longest;
            let a_month = plan.interviews * about / approximate(longest);
            let host = &mut self.supply[joiner.host * months..][..months];
            host[joiner.opens.min(months)..joins.min(months)]
                .iter_mut()
                .for_each(|supply| *supply -= a_month);
        }
        let mut end = joiner.until;
        if joins >= end {
            return;
        }
        if joiner.kind.staff() == StaffKind::Employee
            && let Some(after) = plan.leaving.draw(stays, months)
        {
            end = end.min(joins + after);
        }
        count_from(&mut self.joined, &plan.horizons, joins);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let ramp = ((ramp * RAMPS as f64) as usize).min(RAMPS - 1);
        let ramp = &plan.ramps[ramp * months..][..months];
        let line = &mut self.supply[joiner.role * months..][joins..end];
        line.iter_mut().zip(ramp).for_each(|(supply, share)| *supply += joiner.output * share);
        let host = &mut self.supply[joiner.host * months..][..months];
        let (care, until) = if joiner.kind.staff() == StaffKind::Employee {
            (plan.training.0, end.min(joins + plan.training.1))
        } else {
            (joiner.guidance, end)
        };
        host[joins..until].iter_mut().for_each(|supply| *supply -= care);
    }
}

/// The first month without somebody, where they leave within the plan.
fn leaves(plan: &Prepared, person: &Person, draw: f64) -> Option<usize> {
    let last = plan.months - 1;
    match person.stay {
        Stay::Sure => None,
        Stay::Own { at, confidence } => {
            let at = usize::try_from(at).unwrap_or(0);
            (draw < confidence && at <= last).then_some(at)
        }
        Stay::Attrition { since } => {
            let since = usize::try_from(since).unwrap_or(0);
            plan.leaving.draw(draw, last.checked_sub(since)?).map(|after| since + after)
        }
    }
}

/// A small count as a number.
fn approximate(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
