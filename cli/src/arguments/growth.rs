//! What can be typed about goals and hard talks.

use std::path::PathBuf;

use app::stamp::Day;
use clap::{Args, Subcommand, ValueEnum};

/// The goals.
#[derive(Subcommand)]
pub enum Goal {
    /// List the open ones, soonest due first.
    List {
        /// Whose.
        #[arg(long, value_name = "NAME")]
        person: Option<String>,
        /// Those that have ended too.
        #[arg(long)]
        all: bool,
    },
    /// Write one down.
    Add(AddGoal),
    /// Show one with its story.
    Show {
        /// Its identifier; the end of it, as the list shows it, is enough.
        id: String,
    },
    /// Endorse one.
    Endorse {
        /// Its identifier; the end of it, as the list shows it, is enough.
        id: String,
        /// Work on it begins today.
        #[arg(long)]
        start: bool,
    },
    /// Start one that is endorsed.
    Start {
        /// Its identifier; the end of it, as the list shows it, is enough.
        id: String,
    },
    /// Say that you looked at one, and what has changed.
    Look {
        /// Its identifier; the end of it, as the list shows it, is enough.
        id: String,
        /// What has changed; nothing when left out.
        text: Option<String>,
        /// The figure today, such as "104 s".
        #[arg(long, value_name = "FIGURE", allow_hyphen_values = true)]
        value: Option<String>,
    },
    /// Say what stands in its way.
    Obstacle {
        /// Its identifier; the end of it, as the list shows it, is enough.
        id: String,
        /// What stands in the way.
        text: String,
    },
    /// Say how one ended.
    End {
        /// Its identifier; the end of it, as the list shows it, is enough.
        id: String,
        /// How.
        #[arg(value_enum)]
        how: Ending,
        /// What came of it, or why it was dropped.
        #[arg(long, value_name = "TEXT")]
        because: Option<String>,
    },
}

/// Writes a goal down.
#[derive(Args)]
pub struct AddGoal {
    /// Whose: any part of the name that fits nobody else.
    pub person: String,
    /// What should be true at the end.
    pub title: String,
    /// What exactly.
    #[arg(long, value_name = "TEXT")]
    pub text: Option<String>,
    /// How you will both know.
    #[arg(long, value_name = "TEXT")]
    pub measure: Option<String>,
    /// What makes it possible.
    #[arg(long, value_name = "TEXT")]
    pub achievable: Option<String>,
    /// Why it matters.
    #[arg(long, value_name = "TEXT")]
    pub relevant: Option<String>,
    /// By when.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub by: Option<Day>,
    /// The figure it starts from, such as "210 s".
    #[arg(long, value_name = "FIGURE", allow_hyphen_values = true)]
    pub start_value: Option<String>,
    /// The figure it aims at, such as "90 s".
    #[arg(long, value_name = "FIGURE", allow_hyphen_values = true)]
    pub target: Option<String>,
    /// What kind of goal it is.
    #[arg(long, value_name = "NAME")]
    pub category: Option<String>,
    /// It is growth: something new to learn, or a challenge.
    #[arg(long)]
    pub growth: bool,
    /// It is agreed, and work on it has begun.
    #[arg(long)]
    pub active: bool,
}

/// How a goal ended.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Ending {
    /// Reached.
    Achieved,
    /// Reached in part.
    Partly,
    /// Not reached.
    Missed,
    /// Given up, for a reason.
    Dropped,
}

/// The hard talks.
#[derive(Subcommand)]
pub enum Talk {
    /// List them: what is looked at next comes first.
    List {
        /// With whom.
        #[arg(long, value_name = "NAME")]
        person: Option<String>,
        /// Those that are closed too.
        #[arg(long)]
        all: bool,
    },
    /// Begin one: something was noticed.
    Begin {
        /// With whom: any part of the name that fits nobody else.
        person: String,
        /// What it is about, for you alone.
        title: String,
        /// The day it was noticed first [default: today].
        #[arg(long, value_name = "YYYY-MM-DD")]
        since: Option<Day>,
    },
    /// Show what will be said, without where it came from.
    Show {
        /// Its identifier; the end of it, as the list shows it, is enough.
        id: String,
    },
    /// Look at how it goes.
    Check {
        /// Its identifier; the end of it, as the list shows it, is enough.
        id: String,
        /// What you found.
        #[arg(value_enum)]
        found: Found,
        /// What you saw.
        text: Option<String>,
        /// The progress that you named aloud.
        #[arg(long, value_name = "TEXT")]
        said: Option<String>,
        /// The day you look next.
        #[arg(long, value_name = "YYYY-MM-DD")]
        next: Option<Day>,
    },
    /// What HR would be given of one: the parts that you name, and nothing else.
    Packet {
        /// Its identifier; the end of it, as the list shows it, is enough.
        id: String,
        /// What goes into it; said once for each part.
        #[arg(long = "part", value_name = "PART", value_enum)]
        parts: Vec<GivenPart>,
        /// Write it to this file, a name that ends in .pdf or .md, instead of showing it. Not encrypted.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
}

/// A part of a talk that HR can be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum GivenPart {
    /// The message with its example and what came of it.
    Message,
    /// What was said, by whom, and the answer.
    Conversations,
    /// The plan, and whose idea each step was.
    Plan,
    /// How it went since.
    Progress,
    /// What you asked in your last turn to HR.
    Question,
}

/// What was found.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Found {
    /// Better than before.
    Better,
    /// As before.
    Same,
    /// Further away than before.
    Worse,
}

/// What kind of text the coach reads.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub enum TextKind {
    /// A note that you keep.
    Note,
    /// What is to be said to somebody.
    #[default]
    Message,
    /// A review.
    Review,
}
