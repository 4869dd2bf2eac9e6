//! What can be typed about headcount plans.

use clap::Subcommand;

/// The headcount plans.
#[derive(Subcommand)]
pub enum Plan {
    /// List them.
    List,
    /// Begin one, with the people of the roster in it.
    New {
        /// The organisation that it is for.
        organisation: String,
        /// What it is called, in a few words.
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        /// Its first month, such as 2027-01; this month when left out.
        #[arg(long, value_name = "MONTH")]
        starts: Option<String>,
        /// Take nobody from the roster.
        #[arg(long)]
        empty: bool,
    },
    /// Show where one stands, and what it comes to.
    Show {
        /// Which: any part of its organisation or name that fits no other; the only one when left out.
        plan: Option<String>,
    },
    /// Begin another way for one: a copy by another name.
    Scenario {
        /// Which: any part of its organisation or name that fits no other.
        plan: String,
        /// What is different in it, in a few words.
        name: String,
    },
    /// Show work and people by month, with the chance that one covers the other.
    Forecast {
        /// Which: any part of its organisation or name that fits no other; the only one when left out.
        plan: Option<String>,
        /// Of one role alone.
        #[arg(long, value_name = "ROLE")]
        role: Option<String>,
        /// How many runs.
        #[arg(long, value_name = "RUNS", default_value_t = 10_000)]
        runs: u32,
        /// The seed, which gives the same again.
        #[arg(long, value_name = "SEED", default_value_t = 1)]
        seed: u32,
    },
    /// Say why a number is what it is.
    Why {
        /// Which: any part of its organisation or name that fits no other.
        plan: String,
        /// What is counted, in which month from the start, and of which role: `gap/24/Storage engineer`, or `gap/24`.
        cell: String,
    },
    /// Compare what would close the gap of a role.
    Options {
        /// Which: any part of its organisation or name that fits no other.
        plan: String,
        /// Which role.
        role: String,
        /// At which month from the start: 12, 24 or 36.
        #[arg(long, value_name = "MONTH", default_value_t = 24)]
        at: u32,
    },
    /// Compare two, such as a plan and its scenario.
    Compare {
        /// The first: any part of its organisation or name that fits no other.
        plan: String,
        /// The second.
        with: String,
    },
}
