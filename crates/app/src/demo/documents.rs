//! What stands in the 1:1 documents of the demonstration.

use domain::one_on_one::SectionKind;

/// What people wrote in an ordinary week, by section.
pub fn ordinary(kind: SectionKind) -> &'static [&'static str] {
    match kind {
        SectionKind::Goals => &[
            "The exercise on Tuesday took 118 seconds. Most of the rest is the health check that waits for two missed beats.",
            "Half of the checklist is agreed with QA. The other half needs one more round about who says the date.",
            "No step forward this week: three days went into the certificate rollover.",
            "Second shadow shift done. I led the first fifteen minutes and handed over when the database came in.",
            "The proposal is written. I would like somebody outside the team to read it before it goes in.",
            "On track. The numbers for the quarter are in the team folder.",
            "Two of three zone changes are done. The third waits for the window at the end of the month.",
            "Support has used the dashboard for a week. They miss the view by region; it is half a day of work.",
        ],
        SectionKind::Opportunities => &[
            "We page two people for the same alert. One page and a hand-over note would be enough.",
            "The platform team answers faster in their channel than by ticket. Can we say so in the handbook?",
            "The studio plans its dates a month before we hear of them. A seat in their planning would help both.",
            "Our retrospectives are good and nobody reads them. A list of three decisions at the top might do it.",
            "Every team writes its own inventory. Ours could serve three of them.",
            "The build cache is shared by four teams and owned by none.",
            "",
            "Interns could take the weekly capacity note. It is a fine first piece of work.",
        ],
        SectionKind::Status => &[
            "Migration of the second region starts on Monday. The rollback was tried twice.",
            "",
            "Nothing pressing.",
            "The vendor moved the switch delivery by two weeks. It does not touch the date yet.",
            "Release 41 is out. One hotfix, nobody noticed.",
            "",
            "The certificate rollover is finished in all regions but one.",
            "Patch window moved to Thursday night because of the tournament.",
        ],
        SectionKind::Learning => &[
            "How much of our latency is name resolution. I did not expect a third.",
            "Reading the post-mortem aloud before sending it finds the sentences that blame somebody.",
            "A small change record is reviewed in ten minutes, a large one in two days.",
            "That I explain better with a drawing. The whiteboard stays.",
            "The course chapter on consensus. I could finally explain why we need three.",
            "To ask what somebody has tried before I say what I would try.",
            "",
            "The new tracing makes the slow path visible at once. I wrote a page about it.",
        ],
        SectionKind::Needs
        | SectionKind::Team
        | SectionKind::Actions
        | SectionKind::Personal
        | SectionKind::Extra => &[
            "A decision about the paging rules before the holidays.",
            "Cover on Friday afternoon; I take the children to the dentist.",
            "Nothing this week, thank you.",
            "An honest word about whether the talk is ready.",
            "Please say in the planning that the date is a wish and not a promise.",
            "Half a day with Ines’s team to see how they test.",
            "Could you be in the call with the studio? They ask you the things they do not ask me.",
            "A second reader for the design. You were too kind with the last one.",
        ],
    }
}

/// What the owner wrote beside an ordinary week, for nobody else.
pub const MARGINS: &[&str] = &[
    "Looked tired. Ask about the on-call weeks.",
    "Good energy today. The exercise did more than I thought.",
    "I talked too much. Next time ask and wait.",
    "Promised too quickly. Check with Ruth first.",
];

/// The texts of one document, by section.
pub type Texts<'a> = &'a [(SectionKind, &'a str)];

/// A 1:1 that is prepared for today.
pub struct Prepared {
    /// With whom.
    pub name: &'static str,
    /// Whether the two have never met.
    pub is_first: bool,
    /// What stands in which section.
    pub texts: Texts<'static>,
    /// What the owner wrote beside single sections.
    pub beside: Texts<'static>,
    /// The margin beside the whole.
    pub margin: &'static str,
}

/// What is prepared for today.
pub const PREPARED: &[Prepared] = &[
    Prepared {
        name: "Maya Okafor",
        is_first: false,
        texts: &[
            (
                SectionKind::Goals,
                "- Failover: 104 s in the exercise on Monday. The last fourteen seconds are the name cache; I have a plan for it.\n- Talk: the proposal is in. I would like a second reader before I write the slides.",
            ),
            (
                SectionKind::Opportunities,
                "We could let Sam and Jun lead the December exercise, with me in the second row.",
            ),
            (
                SectionKind::Learning,
                "Handing over is a skill. I stayed on the bridge on Sunday although it was not my shift any more, and I am not sure it was right.",
            ),
        ],
        beside: &[(
            SectionKind::Goals,
            "The name cache: ask whether Sam could take it, now that DNS is his.",
        )],
        margin: "Change record without a rollback step: ask what happened before saying what I saw.\nPraise first and on its own: the bridge on Sunday.",
    },
    Prepared {
        name: "Jun Ramesh",
        is_first: true,
        texts: &[
            (
                SectionKind::Goals,
                "One year: on the on-call rotation and trusted on it.\nThree years: own a service from design to retirement.\nFive years: I do not know yet, and I would like to talk about how people find out.",
            ),
            (
                SectionKind::Opportunities,
                "The first week could be half as long if the accounts were ready on day one. I wrote down what I waited for.",
            ),
            (SectionKind::Status, "Shadow shifts are planned for the first two weeks of the month."),
            (SectionKind::Learning, "How the hosts template is built, and why it is built that way."),
            (
                SectionKind::Needs,
                "To agree on how often we meet. Weekly would help me for the first three months.",
            ),
        ],
        beside: &[],
        margin: "First 1:1: mostly listen. Agree on the rhythm. Tell the hosts template story back as praise.",
    },
    Prepared {
        name: "Elif Brandt",
        is_first: false,
        texts: &[
            (
                SectionKind::Goals,
                "Release train: 3 h 10 min on Friday. One more step to move out of the evening.",
            ),
            (SectionKind::Opportunities, "A shared calendar with QA for moved dates. Noor is for it."),
            (
                SectionKind::Status,
                "Release 42 goes out on Thursday. The checklist is complete but for two lines.",
            ),
            (SectionKind::Learning, "That “I will tell them tomorrow” is the moment it goes wrong."),
            (SectionKind::Needs, "Your backing when I say no to the studio’s third date."),
        ],
        beside: &[(SectionKind::Needs, "Yes, and say it in the planning myself.")],
        margin: "Raise the release delay. Example: the moved date QA heard from the customer. Consequence: Noor’s weekend. Ask what would have made it easy to say it early.",
    },
];
