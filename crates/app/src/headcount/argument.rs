//! The argument of a plan: its draft, its numbers that no longer hold, its charts, and the file it leaves as.

use std::path::PathBuf;

use domain::headcount::{
    ArgumentPart, Choice, Figure, Forecast, Inputs, Measure, PlanPlace, PlanText, Simulation, figures,
    figures_in, forecast, options, refresh_figures, stale,
};
use domain::{PlanId, Refusal};
use paper::argument::{Argument, ArgumentParts, GapOptions, Heard, argument_horizons, draft_argument};
use paper::chart::{Chart, plan_charts};
use serde::{Deserialize, Serialize};

use super::simulate::{USUAL_RUNS, USUAL_SEED, run};
use super::whole::{Whole, check_open};
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::OpenDesk;
use crate::leaving::{Form, SheetSize};
use crate::reply::{Saved, SavedFile};

/// Of how many roles the ways to close their gap leave with an argument: those with the widest.
const GAPS_SHOWN: usize = 3;
/// A gap below this, in FTE, asks for nothing.
const NO_GAP: f64 = 0.05;

/// A plan with everything that its argument is made of.
struct Case {
    whole: Whole,
    inputs: Inputs,
    forecast: Forecast,
    bands: Simulation,
}

impl Case {
    fn of(desk: &OpenDesk, id: PlanId) -> Result<Self, Fault> {
        let whole = Whole::now(desk.read(), id)?;
        let inputs = whole.inputs()?;
        let forecast = forecast(&inputs);
        let bands = run(desk, &inputs, USUAL_SEED, USUAL_RUNS)?;
        Ok(Self { whole, inputs, forecast, bands })
    }

    /// Every number that a text may hold, as it is now.
    fn figures(&self) -> Vec<Figure> {
        figures(&self.inputs, &self.forecast, Some(&self.bands), None)
    }

    /// The charts, with how it is at the second horizon, or at the last that the plan reaches.
    fn charts(&self) -> Vec<Chart> {
        let then = self.then();
        plan_charts(&self.inputs, &self.forecast, Some(&self.bands), &self.whole.slices(), then)
    }

    fn then(&self) -> u32 {
        self.forecast.horizons().take(2).last().unwrap_or(self.forecast.months)
    }

    /// What would close the widest gaps.
    fn options(&self) -> Vec<GapOptions> {
        let month = self.then();
        let mut gaps: Vec<(usize, f64)> = (0..self.forecast.roles.len())
            .map(|role| (role, self.forecast.cell(Measure::Gap, role, month)))
            .filter(|(_, gap)| *gap > NO_GAP)
            .collect();
        gaps.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        gaps.truncate(GAPS_SHOWN);
        let of = |(role, _): (usize, f64)| {
            let role = self.forecast.roles[role].clone();
            let choices: Vec<Choice> = options(&self.inputs, &role, month);
            GapOptions { role, month, is_extrapolated: self.forecast.is_extrapolated(month), choices }
        };
        gaps.into_iter().map(of).collect()
    }

    fn part(&self, part: ArgumentPart) -> String {
        let place = PlanPlace::Argument(part);
        let text = self.whole.texts.iter().find(|text| text.place == place);
        text.map(|text| text.text.clone()).unwrap_or_default()
    }
}

/// Draws the charts of a plan.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Charts {
    /// Of which plan.
    pub id: PlanId,
}

impl OpenCall for Charts {
    type Reply = Vec<Chart>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        Ok(Case::of(desk, self.id)?.charts())
    }
}

/// Drafts the argument of a plan from its own numbers, for a person to write over. Nothing is kept.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DraftArgument {
    /// Of which plan.
    pub id: PlanId,
}

/// A drafted part of an argument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DraftedPart {
    /// Which part.
    pub part: ArgumentPart,
    /// Its text, Markdown; its numbers are links to what they are.
    pub text: String,
}

impl OpenCall for DraftArgument {
    type Reply = Vec<DraftedPart>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let case = Case::of(desk, self.id)?;
        let ArgumentParts { ask, numbers, gap, options, consequences } =
            draft_argument(&case.inputs, &case.forecast, Some(&case.bands));
        let texts = [ask, numbers, gap, options, consequences];
        Ok(ArgumentPart::ALL.into_iter().zip(texts).map(|(part, text)| DraftedPart { part, text }).collect())
    }
}

/// Lists the numbers in a plan's texts that no longer hold.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct StaleFigures {
    /// Of which plan.
    pub id: PlanId,
}

/// A number that no longer holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct StaleFigure {
    /// Where it stands.
    pub place: PlanPlace,
    /// Which number, such as `gap/24/all`.
    pub key: String,
    /// As it was written.
    pub was: String,
    /// As it would be written now; null where there is no such number any more.
    pub is: Option<String>,
}

impl OpenCall for StaleFigures {
    type Reply = Vec<StaleFigure>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let case = Case::of(desk, self.id)?;
        let now = case.figures();
        let of = |text: &PlanText| {
            let place = text.place;
            let found = stale(&figures_in(&text.text), &now);
            found.into_iter().map(move |one| StaleFigure { place, key: one.key, was: one.was, is: one.is })
        };
        Ok(case.whole.texts.iter().flat_map(of).collect())
    }
}

/// Writes the numbers in a plan's texts as they are now. What is written around them stays.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RenewFigures {
    /// Of which plan.
    pub id: PlanId,
}

impl OpenCall for RenewFigures {
    type Reply = Saved;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let now = Case::of(desk, self.id)?.figures();
        let at = desk.now();
        desk.save(Self::NAME, |deed| {
            let whole = Whole::read(deed.read(), self.id)?;
            check_open(&whole.plan)?;
            for text in whole.texts {
                let fresh = refresh_figures(&text.text, &now);
                if fresh != text.text {
                    deed.put(&PlanText { text: fresh, at, ..text })?;
                }
            }
            Ok(())
        })
    }
}

/// Writes the argument of a plan as PDF or Markdown, with its charts. Until it is said whether the plan is realistic, it
/// does not leave.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct ExportArgument {
    /// Of which plan.
    pub id: PlanId,
    /// What it is printed on.
    pub size: Option<SheetSize>,
    /// Where to: a name that ends in `.pdf` or `.md`.
    #[cfg_attr(test, ts(skip))]
    pub file: PathBuf,
}

impl OpenCall for ExportArgument {
    type Reply = SavedFile;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let form = Form::of(&self.file)?;
        let case = Case::of(desk, self.id)?;
        let plan = &case.whole.plan;
        plan.check_export()?;
        let verdict = plan.realistic.clone().ok_or_else(|| {
            Refusal::new("headcount.no_realistic", "It is not said whether this plan is realistic.")
                .next("Look at the ramp, then say whether it is, and why.")
        })?;
        let argument = Argument {
            organisation: plan.organisation.clone(),
            version: plan.version,
            scenario: plan.name.clone(),
            on: desk.today(),
            language: "en".to_owned(),
            is_draft: plan.state.is_open(),
            starts: plan.starts,
            known_until: plan.known_until,
            verdict,
            parts: ArgumentParts {
                ask: case.part(ArgumentPart::Ask),
                numbers: case.part(ArgumentPart::Numbers),
                gap: case.part(ArgumentPart::Gap),
                options: case.part(ArgumentPart::Options),
                consequences: case.part(ArgumentPart::Consequences),
            },
            horizons: argument_horizons(&case.inputs, &case.forecast, Some(&case.bands)),
            options: case.options(),
            charts: case.charts(),
            answers: case.whole.answers(),
            heard: case.whole.contributors().iter().map(Heard::from).collect(),
        };
        form.write(&self.file, &[argument], self.size)
    }
}
