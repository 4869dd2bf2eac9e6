//! How the questions of a plan are asked above their answers.

use domain::headcount::PlanQuestion;

/// A question in one line.
pub(super) fn asked(question: PlanQuestion) -> &'static str {
    match question {
        PlanQuestion::Breadth => "Who is a specialist, who a generalist?",
        PlanQuestion::LevelMix => "How are levels mixed?",
        PlanQuestion::Paths => "Where do people want to go?",
        PlanQuestion::KeyLeavers => "Who in a key place may leave within twelve months?",
        PlanQuestion::SinglePoints => "What can only one person do?",
        PlanQuestion::Sites => "How are the sites balanced, and does that matter?",
        PlanQuestion::SoftWork => "How much of the work is technical, how much is not?",
        PlanQuestion::Imbalance => "Where do levels and work not match?",
        PlanQuestion::Concentration => "What rests on few people?",
        PlanQuestion::Toil => "Which toil can be automated or dropped, and what skill does that take?",
        PlanQuestion::Elsewhere => "Which work belongs elsewhere?",
        PlanQuestion::InitiativeNeeds => "Which skills and how many people do the big initiatives take?",
        PlanQuestion::Redundancy => "Are technical and leadership skills there more than once?",
        PlanQuestion::Stayers => "Who will be here in one to three years?",
        PlanQuestion::Efficiencies => "What will take less work, and which level does that take?",
        PlanQuestion::Industry => "What changes in the industry?",
        PlanQuestion::Market => "How does the labour market look?",
        PlanQuestion::IntakeCapacity => "How much recruiting and interviewing can be carried?",
        PlanQuestion::GrowJuniors => "Can juniors be grown?",
        PlanQuestion::Temporary => "Is there real work for contractors and interns?",
        PlanQuestion::Leadership => "How does leadership change?",
        PlanQuestion::Trainers => "Who trains newcomers while the work goes on?",
        PlanQuestion::ExtraLevel => "Is another level needed, or more leads?",
        PlanQuestion::Infrastructure => "Do facilities, infrastructure and the tools of HR grow along?",
        PlanQuestion::ProjectManagement => "How much project management is there?",
    }
}
