//! Headcount planning: does the work ahead fit the people, and if not, what would make it fit?
//!
//! **What goes in** is [`Inputs`]: the people there are ([`StaffRow`]), who is to join ([`Requisition`]) or to lead
//! ([`Promotion`]), where heads are taken away ([`Reduction`]), the work ahead ([`Initiative`]), the work that never ends
//! ([`RunLoad`], which [`run_load`] takes from the imported slices of work, [`LoadSlice`]), and what is assumed
//! ([`Assumptions`]). Nothing else has a say: equal inputs give equal numbers, to the last digit.
//!
//! **What comes out**
//! - a [`Forecast`] for each role and month, every number an expected value; [`why()`] lists what a number is made of, and
//!   [`outlook()`] puts the roles side by side at 12, 24 and 36 months;
//! - a [`Simulation`]: the same with chance, as bands (P10, P50, P90) and as the chance that the work is covered;
//! - findings: among people ([`single_points`], [`breadth`], [`level_mix`], [`leavers`], [`over_span`]), in the work
//!   ([`concentration`], [`level_balance`], [`load_shares`], [`pivot()`]), of the ramp ([`pace`]), of what would close
//!   a gap ([`options()`]), and of what differs between two plans ([`compare()`]);
//! - which numbers of a written argument no longer hold ([`stale()`]).
//!
//! **The formulas**, a role and month each:
//! - demand = initiatives + run load ÷ productive hours × growth;
//! - supply = people − leavers + joined − reduced − interviews − guidance − training − lead loss;
//! - gap = demand − supply: above zero people are missing, below zero work is;
//! - staying: (1 − yearly attrition)^(months ÷ 12) for employees of whom nothing is known; for others the confidence with
//!   which they leave in their month;
//! - ramp: (months since joining + 1) ÷ (ramp months + 1), at most 1;
//! - interviews = hires × candidates per hire × hours per candidate ÷ months of the search ÷ productive hours;
//! - pace = (net hires + leavers) ÷ months, realistic where recruiters, interviewers and candidates each allow it.
//!
//! **Units**: hours are hours a month; people and work are full-time equivalents (FTE), one being one employee who works full
//! time and is not new; a share is from 0 to 1; months are whole and counted from the plan's start, which is month 0.
//!
//! **Defaults of ours**, which no source gives: every assumption's value ([`AssumptionKey::spec`]), looking at a plan again
//! after a quarter, a confidence of a half from which somebody counts as gone in a yes-or-no finding, and the rule of
//! specialists and generalists.
//!
//! Around the numbers stands the **plan** ([`Plan`]): its versions and states, its scenarios (copies by another name), its
//! entries ([`PlanEntry`]), of which [`inputs_of`] makes the inputs, its texts ([`PlanText`]), the 25 questions ([`PlanQuestion`]) with their
//! answers, whose views were heard, and what changed. Growth and contraction are both plans, and no level is worth more
//! than another.

mod answer;
mod assumption;
mod compare;
mod entry;
mod figure_text;
mod forecast;
mod imported;
mod inputs;
mod joining;
mod measure;
mod month;
mod options;
mod outlook;
mod parts;
mod people;
mod pivot;
mod plan;
mod question;
mod ramp;
mod requisition;
#[cfg(test)]
mod sample;
mod shown;
mod simulate;
mod staff;
mod stale;
mod tables;
mod why;
mod work;
mod written;

pub use crate::person::Skill;
pub use answer::{Answer, Change, ChangeFactor, Concern, Contributor, ContributorKind};
pub use assumption::{Assumption, AssumptionKey, Assumptions, Spec, Unit};
pub use compare::{Comparison, Difference, GapChange, InputPart, compare};
pub use entry::{Entry, EntryKind, PlanEntry, inputs_of};
pub use figure_text::{figure_link, figures_in, marked_figures, refresh_figures, without_figures};
pub use forecast::{Forecast, HORIZONS, forecast};
pub use imported::WorkImport;
pub use inputs::{Inputs, MOST_MONTHS};
pub use measure::Measure;
pub use month::Month;
pub use options::{Choice, Way, apply, options};
pub use outlook::{Outlook, RoleOutlook, outlook};
pub use parts::{Cause, Factor};
pub use people::{
    Breadth, Leavers, SinglePoint, breadth, kind_mix, leavers, level_mix, managers_needed, over_span,
    single_points, site_mix,
};
pub use pivot::{Axis, AxisKey, Pivot, pivot};
pub use plan::{Plan, PlanState, Realistic, Suits, Verdict, check_answers};
pub use question::{PlanQuestion, QuestionGroup};
pub use ramp::{Allowed, Limit, Pace, allowed, interview_hours, interview_peak, pace, planned_pace};
pub use requisition::{
    Initiative, MOST_AT_ONCE, Need, Promotion, Reduction, Requisition, RequisitionKind, RequisitionWarning,
    RunLoad, Target, levels_asked,
};
pub use shown::{about_sign, say_number, say_percent};
pub use simulate::{Band, HorizonChance, RoleChance, Simulation, simulate};
pub use staff::{Leaving, StaffKind, StaffRow, check_staff};
pub use stale::{Figure, Stale, figures, stale};
pub use why::{Step, Why, why};
pub use work::{
    Concentration, LevelBalance, LoadKind, LoadShares, LoadSlice, check_load, concentration, is_mismatched,
    level_balance, load_shares, months_without, needed_by_level, run_load,
};
pub use written::{ArgumentPart, PlanPlace, PlanText};
