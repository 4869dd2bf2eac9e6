//! The reviews of the demonstration. In a text, `{…}` becomes a chip to what begins so: a note, a goal, a talk; `{new}` says
//! that a point is new.

use domain::person::Relation;
use domain::review::ReviewSection::{self, Goals, NextYear, Summary, ToImprove, WentWell};

/// How far a review of the demonstration has come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// It is being written.
    Draft,
    /// It was shared, and the time to read is over.
    Shared,
}

/// One review.
pub struct Reviewed {
    pub name: &'static str,
    pub stands: Stands,
    /// Minutes spent writing.
    pub minutes: u32,
    pub points: &'static [Pointed],
    /// The self review; none where it was not asked for.
    pub own: Option<&'static [Pointed]>,
    pub inputs: &'static [Said],
}

/// One point: section, message, text.
pub type Pointed = (ReviewSection, &'static str, &'static str);

/// What somebody said: who, what they are, what they said, the words to use, and whether those are approved.
pub type Said = (&'static str, Relation, &'static str, &'static str, bool);

/// The reviews of this year.
pub const REVIEWS: &[Reviewed] = &[
    Reviewed {
        name: "Maya Okafor",
        stands: Stands::Draft,
        minutes: 100,
        points: &[
            (Summary, "A safer year", "Maya made the year safer for everybody who is on call."),
            (
                WentWell,
                "Failover is twice as fast",
                "Failover went from 210 to 104 seconds in a year when the storage migration took most of the team\u{2019}s time. {Regional failover} She did it with two junior engineers and had them present the result. {Halved failover}",
            ),
            (
                WentWell,
                "Others stay calm around her",
                "When an outage ran past handover she stayed so that a newer colleague would not be alone with it. {Stayed on the bridge}",
            ),
            (
                WentWell,
                "She lets the quiet speak",
                "She asks the quietest person first, and it changes what the team decides. {Asked the quietest}",
            ),
            (
                ToImprove,
                "Share the plan before the change",
                "You are doing great, but your updates could be better. The capacity note came two days after the meeting it was for. {The capacity note}",
            ),
            (ToImprove, "Hard to reach", "Stakeholders find her hard to reach."),
            (
                NextYear,
                "Lead the next drill",
                "Own the on-call clean-up, and mentor one engineer to lead the next drill.",
            ),
        ],
        own: Some(&[
            (
                WentWell,
                "Failover",
                "I am most proud of the failover work. We tried three orders of the steps before one held, and the drill in spring showed us that the first was wrong. I asked Sam and the intern to present it, because they had found the step that made the difference.",
            ),
            (
                WentWell,
                "Alerts",
                "Eleven old alerts are gone. Nobody had dared to touch them, and nobody has missed them.",
            ),
            (
                ToImprove,
                "Late notes",
                "My capacity note came after the meeting it was for. I had the numbers and waited for a better chart.",
            ),
            (
                NextYear,
                "Incident coach",
                "I would like to coach others in incidents, and to hand over the pager lead.",
            ),
        ]),
        inputs: &[
            (
                "Ruth Vance",
                Relation::Partner,
                "Finance plans around her numbers. Said so twice.",
                "Her drill summary was the first that we understood without asking.",
                true,
            ),
            (
                "Sam Nakai",
                Relation::Peer,
                "Sits with him when a page is new. Sometimes answers before he has finished the question.",
                "She takes time when something is new to me.",
                false,
            ),
        ],
    },
    Reviewed {
        name: "Elif Brandt",
        stands: Stands::Shared,
        minutes: 215,
        points: &[
            (
                WentWell,
                "Five releases in a row under three and a half hours",
                "The release train went from five hours to three. {Cut the release train} The checklist that she wrote together with QA is the reason. {Rewrote the release checklist}",
            ),
            (
                ToImprove,
                "Two pairs of eyes on a hotfix",
                "Two hotfixes in one evening went out without a second pair of eyes. {Two hotfixes} Since then every one had a reviewer.",
            ),
            (
                NextYear,
                "A second product",
                "Carry the checklist to a second product, with half a day at their side first.",
            ),
        ],
        own: Some(&[
            (WentWell, "Releases", "Releases are boring now. That took a year."),
            (ToImprove, "Dates", "I moved dates without QA in the room. We agreed on a check, and it helps."),
        ]),
        inputs: &[],
    },
    Reviewed {
        name: "Tom\u{e1}s Lindqvist",
        stands: Stands::Draft,
        minutes: 25,
        points: &[
            (
                WentWell,
                "Support asks less",
                "Support asks less because Tom\u{e1}s asked support. His dashboard answers what they need at three in the morning. {The new dashboard}",
            ),
            (
                ToImprove,
                "Say doubts in the room",
                "His doubts are good and come late: three people heard them one by one after the meeting. {Disagreed with the plan}",
            ),
        ],
        own: Some(&[]),
        inputs: &[],
    },
    Reviewed {
        name: "Sam Nakai",
        stands: Stands::Draft,
        minutes: 0,
        points: &[],
        own: Some(&[]),
        inputs: &[],
    },
    Reviewed {
        name: "Jun Ramesh",
        stands: Stands::Draft,
        minutes: 0,
        points: &[(Goals, "", "Still to come: he joined in autumn.")],
        own: None,
        inputs: &[],
    },
];
