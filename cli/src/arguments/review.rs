//! What can be typed about reviews and what others say for them.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};

/// The reviews.
#[derive(Subcommand)]
pub enum Review {
    /// Begin one.
    New {
        /// About whom: any part of the name that fits nobody else.
        name: String,
        /// Which cycle, such as 2026.
        #[arg(long, value_name = "CYCLE")]
        cycle: String,
        /// A text to begin with: headings say the section, paragraphs become points. `-` reads standard input.
        #[arg(long, value_name = "FILE")]
        from: Option<PathBuf>,
    },
    /// Say where the reviews of a cycle stand.
    Status {
        /// Which cycle; all of them when left out.
        #[arg(long, value_name = "CYCLE")]
        cycle: Option<String>,
    },
    /// Look one over before it is shared.
    Coach {
        /// About whom: any part of the name that fits nobody else.
        name: String,
        /// Which cycle; the newest when left out.
        #[arg(long, value_name = "CYCLE")]
        cycle: Option<String>,
    },
    /// Say how even the reviews of a cycle are.
    Balance {
        /// About whom; everybody when left out.
        name: Option<String>,
        /// Which cycle; all of them when left out.
        #[arg(long, value_name = "CYCLE")]
        cycle: Option<String>,
    },
    /// Share one: what it says is frozen, to be read for a day before you talk.
    Share {
        /// About whom: any part of the name that fits nobody else.
        name: String,
        /// Which cycle; the newest when left out.
        #[arg(long, value_name = "CYCLE")]
        cycle: Option<String>,
    },
    /// Sign the final version of one.
    Sign {
        /// About whom: any part of the name that fits nobody else.
        name: String,
        /// Which cycle; the newest when left out.
        #[arg(long, value_name = "CYCLE")]
        cycle: Option<String>,
    },
    /// Take in a signed file that came back.
    Take {
        /// The file.
        file: PathBuf,
    },
}

/// What others say.
#[derive(Subcommand)]
pub enum Input {
    /// List who was asked for a review.
    List {
        /// About whom: any part of the name that fits nobody else.
        name: String,
        /// Which cycle; the newest when left out.
        #[arg(long, value_name = "CYCLE")]
        cycle: Option<String>,
    },
    /// Put somebody on the list, and show the message that asks them.
    Request {
        /// About whom the review is: any part of the name that fits nobody else.
        name: String,
        /// Who is asked.
        author: String,
        /// What they are to the person.
        #[arg(long, value_enum, default_value_t)]
        relation: Asked,
        /// Their team, in a word.
        #[arg(long, value_name = "TEAM", default_value = "")]
        team: String,
        /// Which cycle; the newest when left out.
        #[arg(long, value_name = "CYCLE")]
        cycle: Option<String>,
    },
    /// Write down what somebody said, and the words to use; shows the message that asks whether they are right.
    Record {
        /// Its identifier; the end of it, as the list shows it, is enough.
        id: String,
        /// The words to use, without a name.
        words: String,
        /// What they said, for you alone.
        #[arg(long, value_name = "TEXT")]
        notes: Option<String>,
    },
    /// Record the answer that approves the words: the line that begins with "Approved:".
    Approve {
        /// Its identifier; the end of it, as the list shows it, is enough.
        id: String,
        /// The answer; `-` reads standard input.
        answer: String,
    },
}

/// What somebody who is asked is to the person.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub enum Asked {
    /// A colleague of theirs.
    #[default]
    Peer,
    /// Somebody of another team who works with them.
    Partner,
    /// Somebody who reports to them.
    Report,
    /// Their manager, or once their manager.
    Manager,
    /// Somebody else.
    Other,
}
