//! What the worksheet says in words.

use domain::headcount::{
    AssumptionKey, LoadKind, Measure, PlanQuestion, QuestionGroup, RequisitionKind, StaffKind, Unit,
};

/// The key of an assumption as it is stored, which is also its name in formulas.
pub fn key(of: AssumptionKey) -> &'static str {
    use AssumptionKey::*;
    match of {
        ProductiveHours => "productive_hours",
        Attrition => "attrition",
        OfferAcceptance => "offer_acceptance",
        MonthsToHire => "months_to_hire",
        CandidatesPerHire => "candidates_per_hire",
        HoursPerCandidate => "hours_per_candidate",
        RampMonths => "ramp_months",
        Spread => "spread",
        LeadLoss => "lead_loss",
        InternGuidance => "intern_guidance",
        ContractorGuidance => "contractor_guidance",
        InternOutput => "intern_output",
        ContractorOutput => "contractor_output",
        ManagerSpan => "manager_span",
        TrainingHours => "training_hours",
        TrainingMonths => "training_months",
        RecruiterCapacity => "recruiter_capacity",
        InterviewCapacity => "interview_capacity",
        CandidateCapacity => "candidate_capacity",
        RunGrowth => "run_growth",
        AutomationShare => "automation_share",
        DeferMonths => "defer_months",
        LevelTolerance => "level_tolerance",
    }
}

/// What is assumed, in a sentence.
pub fn assumption(of: AssumptionKey) -> &'static str {
    use AssumptionKey::*;
    match of {
        ProductiveHours => {
            "Hours a month that one FTE spends on the work itself, after meetings, leave and learning"
        }
        Attrition => "The share of employees who leave within a year",
        OfferAcceptance => "The share of offers that are accepted",
        MonthsToHire => "Months from opening a requisition to an offer, on average",
        CandidatesPerHire => "Candidates who are interviewed for one who joins",
        HoursPerCandidate => "Hours the team spends on one candidate",
        RampMonths => "Months until a newcomer gives their full output",
        Spread => {
            "How far the ramp and the search may differ from their average in a simulation; no sheet uses it"
        }
        LeadLoss => "The share of their output that a lead gives up for leading",
        InternGuidance => "Hours a month that guiding one intern takes",
        ContractorGuidance => "Hours a month that guiding one contractor takes",
        InternOutput => "The output of an intern beside that of an employee",
        ContractorOutput => "The output of a contractor beside that of an employee",
        ManagerSpan => "People one manager has as direct reports; no sheet uses it",
        TrainingHours => "Hours a month that training one newcomer takes from the people who train",
        TrainingMonths => "For how many months a newcomer is trained",
        RecruiterCapacity => "Hires a month that the recruiters can carry; no sheet uses it",
        InterviewCapacity => "Hours a month that the team can give to interviews; no sheet uses it",
        CandidateCapacity => "Candidates a month that the market offers; no sheet uses it",
        RunGrowth => "By which share the run load grows in a year; below zero it shrinks",
        AutomationShare => "The share of toil that automation takes away; no sheet uses it",
        DeferMonths => "Months an initiative is put off by, where it is put off; no sheet uses it",
        LevelTolerance => {
            "From which surplus or gap of a level on, in FTE, level and work do not match; no sheet uses it"
        }
    }
}

pub fn unit(of: Unit) -> &'static str {
    match of {
        Unit::HoursAMonth => "hours a month",
        Unit::Hours => "hours",
        Unit::Share => "share",
        Unit::Months => "months",
        Unit::Candidates => "candidates",
        Unit::CandidatesAMonth => "candidates a month",
        Unit::HiresAMonth => "hires a month",
        Unit::People => "people",
    }
}

/// What a count is called, as the first words of its rows.
pub fn measure(of: Measure) -> &'static str {
    match of {
        Measure::Initiatives => "Initiatives",
        Measure::Run => "Run load",
        Measure::People => "People there now",
        Measure::Leavers => "Less leavers",
        Measure::Joined => "Plus joined",
        Measure::Reduced => "Less reductions",
        Measure::Interviews => "Less interviews",
        Measure::Guidance => "Less guidance",
        Measure::Training => "Less training",
        Measure::LeadLoss => "Less leading",
        Measure::Heads => "Heads",
        Measure::Demand => "Demand",
        Measure::Supply => "Supply",
        Measure::Gap => "Gap",
    }
}

/// Where a value comes from that nobody set.
pub const DEFAULT: &str = "Default of Inglenook";

/// How somebody works here, in the order of the list a cell offers.
pub const STAFF_KINDS: [&str; 3] = ["Employee", "Contractor", "Intern"];

pub fn staff_kind(of: StaffKind) -> &'static str {
    match of {
        StaffKind::Employee => STAFF_KINDS[0],
        StaffKind::Contractor => STAFF_KINDS[1],
        StaffKind::Intern => STAFF_KINDS[2],
    }
}

/// How somebody joins, in the order of the list a cell offers.
pub const REQUISITION_KINDS: [&str; 4] = ["Hire", "Contract", "Intern", "Transfer"];

pub fn requisition_kind(of: RequisitionKind) -> &'static str {
    match of {
        RequisitionKind::Hire => REQUISITION_KINDS[0],
        RequisitionKind::Contract => REQUISITION_KINDS[1],
        RequisitionKind::Intern => REQUISITION_KINDS[2],
        RequisitionKind::Transfer => REQUISITION_KINDS[3],
    }
}

pub fn load_kind(of: LoadKind) -> &'static str {
    match of {
        LoadKind::Technical => "Technical",
        LoadKind::Soft => "Soft",
        LoadKind::Interrupt => "Interrupt",
        LoadKind::Toil => "Toil",
    }
}

pub fn group(of: QuestionGroup) -> &'static str {
    match of {
        QuestionGroup::People => "The people there are",
        QuestionGroup::Work => "The work there is",
        QuestionGroup::Outlook => "What is ahead",
        QuestionGroup::Recruiting => "Finding people",
        QuestionGroup::Support => "What carries the people",
    }
}

pub fn question(of: PlanQuestion) -> &'static str {
    use PlanQuestion::*;
    match of {
        Breadth => "Who is a specialist and who a generalist?",
        LevelMix => "How are the levels mixed?",
        Paths => "Where do people want to go?",
        KeyLeavers => "Which key people may leave within twelve months?",
        SinglePoints => "What can only one person do?",
        Sites => "How are the sites balanced, and does that matter?",
        SoftWork => "How much of the work is technical, and how much is soft?",
        Imbalance => "Where do levels and work not match?",
        Concentration => "What rests on few people?",
        Toil => "Which toil can be automated or dropped, and which skill does that take?",
        Elsewhere => "Which work belongs elsewhere?",
        InitiativeNeeds => "Which skills and heads do the big initiatives take?",
        Redundancy => "Are technical and leadership skills there more than once?",
        Stayers => "Who will be here in one to three years?",
        Efficiencies => "What will take less work, and which level does that take?",
        Industry => "What changes in the industry?",
        Market => "How does the labour market look?",
        IntakeCapacity => "How much recruiting and interviewing can be carried?",
        GrowJuniors => "Can juniors be grown?",
        Temporary => "Is there real work for contractors and interns?",
        Leadership => "How does leadership change?",
        Trainers => "Who trains newcomers while the work goes on?",
        ExtraLevel => "Is another level needed, or more leads?",
        Infrastructure => "Who owns the growth of facilities, infrastructure and the tools of HR?",
        ProjectManagement => "How much project management is there?",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_formulas_are_the_stored_keys() {
        for one in AssumptionKey::ALL {
            assert_eq!(serde_json::to_value(one).expect("a key"), key(one));
        }
    }
}
