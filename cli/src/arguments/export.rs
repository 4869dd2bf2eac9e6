//! What can be exported.

use std::path::PathBuf;

use app::stamp::Day;
use clap::Subcommand;

/// Takes records out.
#[derive(Subcommand)]
pub enum Export {
    /// Everything but history and keys, as Markdown and JSON. Not encrypted.
    Portable {
        /// Where to: a new or an empty folder.
        folder: PathBuf,
        /// Leave out where notes came from.
        #[arg(long)]
        without_sources: bool,
    },
    /// Every 1:1 and series as a calendar file. Not encrypted.
    Calendar {
        /// Where to.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// Say with whom in the titles; "1:1" alone otherwise.
        #[arg(long)]
        names: bool,
    },
    /// The shared notes of one 1:1, as PDF or Markdown. Not encrypted.
    #[command(visible_alias = "meeting")]
    OneOnOne {
        /// With whom: any part of the name that fits nobody else.
        name: String,
        /// The day of the 1:1.
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Day,
        /// Where to: a name that ends in .pdf or .md.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// One review, or all of a cycle, as PDF or Markdown. Not encrypted.
    Review {
        /// About whom: any part of the name that fits nobody else. Everybody in the cycle when left out.
        name: Option<String>,
        /// Which cycle; the newest when left out.
        #[arg(long, value_name = "CYCLE")]
        cycle: Option<String>,
        /// Where to: a name that ends in .pdf or .md; a folder for everybody.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// As it stands now, even where it was shared already. Each page says that it is a draft.
        #[arg(long)]
        draft: bool,
        /// On US Letter instead of A4.
        #[arg(long)]
        letter: bool,
    },
    /// A headcount plan: its worksheet (.xlsx), its tables (.csv), or its argument with charts (.pdf, .md). Not encrypted.
    Headcount {
        /// Which: any part of its organisation or name that fits no other.
        plan: String,
        /// Where to: a name that ends in .xlsx, .csv, .pdf or .md. Of plan.csv are made plan-people.csv, plan-gap.csv …
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// On US Letter instead of A4.
        #[arg(long)]
        letter: bool,
    },
}
