//! One plan with all that is kept of it.

use domain::PlanId;
use domain::headcount::{AssumptionKey, PlanQuestion, QuestionGroup, Unit};
use serde::{Deserialize, Serialize};
use store::noun::headcount;

use super::whole::Whole;
use super::{HeadcountEntryLine, HeadcountPlan, HeadcountTextLine, WorkLine};
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// Reads a headcount plan.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Get {
    /// Which.
    pub id: PlanId,
}

/// A headcount plan with all that is kept of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeadcountPage {
    /// The plan.
    pub plan: HeadcountPlan,
    /// The plan that this is a scenario of, or this one, and its scenarios.
    pub scenarios: Vec<HeadcountPlan>,
    /// What it is made of, in the order it was made.
    pub entries: Vec<HeadcountEntryLine>,
    /// Its answers and its argument, as far as they are written.
    pub texts: Vec<HeadcountTextLine>,
    /// The work that was imported, a line for each file.
    pub work: Vec<WorkLine>,
    /// Every assumption, set or not.
    pub assumptions: Vec<AssumptionLine>,
    /// Every question, in its order.
    pub questions: Vec<QuestionLine>,
    /// Why no number can be made of it, and what to do; null while they can.
    pub trouble: Option<PlanTrouble>,
}

/// One assumption of a plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AssumptionLine {
    /// Which.
    pub key: AssumptionKey,
    /// Its value, in its unit.
    pub value: f64,
    /// Where it comes from; empty for a default.
    pub source: String,
    /// Whether somebody set it.
    pub is_set: bool,
    /// Its value until somebody sets it.
    pub default: f64,
    /// In what it is counted.
    pub unit: Unit,
    /// The least it may be.
    pub least: f64,
    /// The most it may be.
    pub most: f64,
}

/// One question of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct QuestionLine {
    /// Which.
    pub question: PlanQuestion,
    /// What it is about.
    pub group: QuestionGroup,
    /// Whether its answer names an owner.
    pub needs_owner: bool,
    /// Whether it is answered, or empty for a reason.
    pub is_answered: bool,
}

/// Why no number can be made of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PlanTrouble {
    /// The rule that says no.
    pub rule: Option<String>,
    /// What is wrong, in a sentence.
    pub sentence: String,
    /// What to do next.
    pub next: Option<String>,
}

impl OpenCall for Get {
    type Reply = HeadcountPage;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (read, today) = (desk.read(), desk.today());
        let _moment = store::noun::one_moment(read)?;
        let whole = Whole::read(read, self.id)?;
        let of = whole.plan.baseline.unwrap_or(whole.plan.id);
        let baseline = store::noun::get::<domain::headcount::Plan>(read, of)?;
        let scenarios = baseline.into_iter().chain(headcount::scenarios(read, of)?);
        let trouble = whole.inputs().err().map(|fault| {
            let Fault { rule, sentence, next, .. } = fault.into();
            PlanTrouble { rule, sentence, next }
        });
        let answers = whole.answers();
        let is_answered =
            |question| answers.iter().any(|answer| answer.question == question && answer.is_complete());
        let questions = PlanQuestion::ALL.map(|question| QuestionLine {
            question,
            group: question.group(),
            needs_owner: question.needs_owner(),
            is_answered: is_answered(question),
        });
        let assumptions = AssumptionKey::ALL.map(|key| {
            let (spec, set) = (key.spec(), whole.assumptions().filter(|one| one.key == key).last());
            AssumptionLine {
                key,
                value: set.map_or(spec.default, |one| one.value),
                source: set.map(|one| one.source.clone()).unwrap_or_default(),
                is_set: set.is_some(),
                default: spec.default,
                unit: spec.unit,
                least: spec.least,
                most: spec.most,
            }
        });
        Ok(HeadcountPage {
            scenarios: scenarios.map(|plan| HeadcountPlan::on(plan, today)).collect(),
            work: WorkLine::all(&whole.imports),
            plan: HeadcountPlan::on(whole.plan, today),
            entries: whole.entries.into_iter().map(HeadcountEntryLine::from).collect(),
            texts: whole.texts.into_iter().map(HeadcountTextLine::from).collect(),
            assumptions: assumptions.to_vec(),
            questions: questions.to_vec(),
            trouble,
        })
    }
}
