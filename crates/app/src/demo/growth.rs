//! What the demonstration's goals say beside their wording, what they rest on, and two hard talks.

use domain::goal::{EntryKind, GroundKind};
use domain::talk::{TalkClass, Trend};

/// What the company said: kind, title, text.
pub const GROUNDS: &[(GroundKind, &str, &str)] = &[
    (
        GroundKind::Company,
        "Nobody is woken for what a machine can mend",
        "By the end of the year half as many calls at night.",
    ),
    (GroundKind::Value, "We say it in the room", "A doubt belongs into the meeting it is about."),
];

/// The kinds of goals that the manager named.
pub const CATEGORIES: &[&str] = &["Better for customers", "Saved cost", "New skills", "A better environment"];

/// What a goal says beside its wording.
pub struct Growth {
    /// Its title.
    pub of: &'static str,
    /// How both will know.
    pub measure: &'static str,
    /// What makes it possible.
    pub achievable: &'static str,
    /// Why it matters.
    pub relevant: &'static str,
    /// Its kind.
    pub category: &'static str,
    /// The title of what it rests on; empty for nothing.
    pub ground: &'static str,
    /// From and to, as one types it; empty for a goal without figures.
    pub figures: (&'static str, &'static str),
    /// Whether it is growth.
    pub is_growth: bool,
    /// Its story: days ago, what it tells, text, figure.
    pub story: &'static [(u64, EntryKind, &'static str, &'static str)],
}

/// Not every goal says everything: that is what the questions are for.
pub const GROWTH: &[Growth] = &[
    Growth {
        of: "Regional failover under 90 s",
        measure: "The clock of the monthly exercise, three times in a row.",
        achievable: "Two days a month are kept free for it, and the lab is ours on Tuesdays.",
        relevant: "Every second is one in which checkout stands still.",
        category: "Better for customers",
        ground: "Nobody is woken for what a machine can mend",
        figures: ("210 s", "90 s"),
        is_growth: false,
        story: &[
            (118, EntryKind::Progress, "First exercise with the new runbook.", "171 s"),
            (
                74,
                EntryKind::Obstacle,
                "The lab’s power supply is being replaced; no exercise this month.",
                "",
            ),
            (33, EntryKind::Progress, "Two of five steps run by themselves now.", "128 s"),
            (5, EntryKind::Progress, "Led by Sam, with Maya listening.", "104 s"),
        ],
    },
    Growth {
        of: "Speak at one conference",
        measure: "The talk was held.",
        achievable: "",
        relevant: "She would like to teach, and the team’s work deserves to be known.",
        category: "New skills",
        ground: "",
        figures: ("", ""),
        is_growth: true,
        story: &[(40, EntryKind::Progress, "The proposal is in.", "")],
    },
    Growth {
        of: "Say it in the room",
        measure: "Once a month, noted in the 1:1.",
        achievable: "I ask for doubts at the end of every design meeting.",
        relevant: "",
        category: "A better environment",
        ground: "We say it in the room",
        figures: ("0", "6"),
        is_growth: true,
        story: &[
            (60, EntryKind::Progress, "Spoke against the second cache, and was right.", "2"),
            (20, EntryKind::Progress, "Nothing new.", "2"),
        ],
    },
    Growth {
        of: "Release train under three hours",
        measure: "From the last merge to the store, five releases in a row.",
        achievable: "One more build machine, and tests that run beside each other.",
        relevant: "A fix on the same day is a promise that support can give.",
        category: "Better for customers",
        ground: "",
        figures: ("9.5 h", "3 h"),
        is_growth: false,
        story: &[
            (90, EntryKind::Progress, "Tests run beside each other.", "6.5 h"),
            (12, EntryKind::Progress, "The store’s upload has to be started by hand.", "4.2 h"),
        ],
    },
    Growth {
        of: "DNS without a safety net",
        measure: "",
        achievable: "Maya reads along, and says nothing unless asked.",
        relevant: "Two people can do it now; one of them is on leave in spring.",
        category: "New skills",
        ground: "",
        figures: ("", ""),
        is_growth: true,
        story: &[],
    },
];

/// A hard talk of the demonstration.
pub struct Hard {
    /// With whom.
    pub name: &'static str,
    /// What it is about.
    pub title: &'static str,
    /// How many days ago it was noticed first.
    pub first_seen: u64,
    /// Whether it was done or is seen so, and what speaks for that.
    pub class: (TalkClass, &'static str),
    /// The message; empty while it is only noticed.
    pub message: &'static str,
    /// What happened.
    pub example: &'static str,
    /// What came of it.
    pub consequence: &'static str,
    /// The beginning of the note it rests on.
    pub note: &'static str,
    /// When it was held, in days ago, what was said, what is seen differently, and the answer.
    pub held: Option<(u64, &'static str, &'static str, &'static str)>,
    /// The looks since: days ago, what was found, what was seen, what was said aloud.
    pub looks: &'static [(u64, Trend, &'static str, &'static str)],
    /// In how many days it is looked at next.
    pub next_check: i64,
}

/// One that is being followed up, and one that was only noticed.
pub const TALKS: &[Hard] = &[
    Hard {
        name: "Elif Brandt",
        title: "Dates that QA hears of last",
        first_seen: 45,
        class: (TalkClass::Performance, "Three moved dates in the release channel, none of them with QA."),
        message: "When a date moves, QA has to hear it from you before the customer does.",
        example: "In the second week of last month the date moved on Monday; QA read it in a ticket on Thursday.",
        consequence: "Two people worked a weekend for a release that had moved already.",
        note: "Release delay",
        held: Some((
            38,
            "She had told the product manager and thought that was enough. From now on QA is on the invitation.",
            "She sees one late date, I see three.",
            "Looked at the channel herself: it was three. She wants to write the rule down for the team.",
        )),
        looks: &[
            (24, Trend::Better, "The first date since went to QA the same hour.", "Said so in the 1:1."),
            (10, Trend::Same, "One of two. The small one went by.", ""),
            (3, Trend::Better, "Both dates with QA first.", ""),
        ],
        next_check: 4,
    },
    Hard {
        name: "Tomás Lindqvist",
        title: "Doubts after the meeting",
        first_seen: 16,
        class: (TalkClass::Unclear, ""),
        message: "",
        example: "",
        consequence: "",
        note: "Disagreed with the plan",
        held: None,
        looks: &[],
        next_check: 0,
    },
];
