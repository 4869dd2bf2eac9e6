//! The questions that a plan answers before it is presented.
//!
//! Only their keys stand here; how they are asked stands with the page that asks them.

use serde::{Deserialize, Serialize};

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum QuestionGroup {
    /// The people there are now; six questions.
    People,
    /// The work there is now; five questions.
    Work,
    /// What is ahead; five questions.
    Outlook,
    /// Finding people; four questions.
    Recruiting,
    /// What carries the people; five questions.
    Support,
}

macro_rules! questions {
    ($($(#[$doc:meta])* $name:ident = $group:ident,)*) => {
        /// One of the 25 questions. Its key is its name in small letters, and never changes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        pub enum PlanQuestion { $($(#[$doc])* $name,)* }

        impl PlanQuestion {
            /// Every question, in the order they are asked.
            pub const ALL: [Self; 25] = [$(Self::$name,)*];

            /// What it is about.
            pub fn group(self) -> QuestionGroup {
                match self { $(Self::$name => QuestionGroup::$group,)* }
            }
        }
    };
}

questions! {
    /// Who is a specialist and who a generalist.
    Breadth = People,
    /// How the levels are mixed.
    LevelMix = People,
    /// Where people want to go.
    Paths = People,
    /// Which key people may leave within twelve months.
    KeyLeavers = People,
    /// What only one person can do.
    SinglePoints = People,
    /// How the sites are balanced, and whether that matters.
    Sites = People,
    /// Technical work against soft work.
    SoftWork = Work,
    /// Where levels and work do not match.
    Imbalance = Work,
    /// What rests on few people.
    Concentration = Work,
    /// Which toil can be automated or dropped, and the skill that takes.
    Toil = Work,
    /// Which work belongs elsewhere.
    Elsewhere = Work,
    /// The skills and heads that the big initiatives take.
    InitiativeNeeds = Outlook,
    /// Whether technical and leadership skills are there more than once.
    Redundancy = Outlook,
    /// Who will be here in one to three years.
    Stayers = Outlook,
    /// What will take less work, and the level that takes.
    Efficiencies = Outlook,
    /// What changes in the industry.
    Industry = Outlook,
    /// How the labour market looks.
    Market = Recruiting,
    /// How much recruiting and interviewing can be carried.
    IntakeCapacity = Recruiting,
    /// Whether juniors can be grown.
    GrowJuniors = Recruiting,
    /// Whether there is real work for contractors and interns.
    Temporary = Recruiting,
    /// How leadership changes.
    Leadership = Support,
    /// Who trains newcomers while the work goes on.
    Trainers = Support,
    /// Whether another level or more leads are needed.
    ExtraLevel = Support,
    /// Facilities, infrastructure and the tools of HR, and who owns their growth.
    Infrastructure = Support,
    /// How much project management there is.
    ProjectManagement = Support,
}

impl PlanQuestion {
    /// Whether its answer names an owner: somebody has to see to it that rooms, accounts and tools grow along.
    pub fn needs_owner(self) -> bool {
        self == Self::Infrastructure
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f3_f6_f10_f11_f13_there_are_twenty_five_questions_in_five_groups() {
        for (group, count) in [
            (QuestionGroup::People, 6),
            (QuestionGroup::Work, 5),
            (QuestionGroup::Outlook, 5),
            (QuestionGroup::Recruiting, 4),
            (QuestionGroup::Support, 5),
        ] {
            let asked = PlanQuestion::ALL.iter().filter(|question| question.group() == group).count();
            assert_eq!(asked, count, "{group:?}");
        }
        assert!(PlanQuestion::ALL.is_sorted_by_key(|question| question.group()));
        assert_eq!(PlanQuestion::ALL.iter().filter(|question| question.needs_owner()).count(), 1);
    }

    #[test]
    fn a_key_is_the_name_in_small_letters() {
        let keys = PlanQuestion::ALL.map(|question| serde_json::to_string(&question).expect("a key"));
        assert_eq!((keys[0].as_str(), keys[24].as_str()), ("\"breadth\"", "\"project_management\""));
    }
}
