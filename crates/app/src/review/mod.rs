//! Reviews: written from the year's evidence, looked over, shared, talked about and signed. The rules stand in
//! [`domain::review`].

mod calibration;
mod cycle;
mod discussion;
mod divide;
mod evidence;
#[cfg(test)]
mod evidence_tests;
mod export;
mod get;
mod ground;
mod line;
mod list;
mod look;
#[cfg(test)]
mod look_tests;
mod point;
mod propose;
mod save;
mod self_review;
mod sheet;
mod sign;
#[cfg(test)]
mod signed_tests;
mod standing;
#[cfg(test)]
mod talk_tests;
#[cfg(test)]
pub(crate) mod tests;
mod version;

pub use domain::balance::Verdict;
pub use domain::review::{PointAuthor, ReviewState, ReviewStep, ShareGap};
pub use domain::{PointId, ReviewId};

pub use calibration::{Calibration, CalibrationRow};
pub use cycle::{BeginCycle, CycleOverview, Cycles, StepCount};
pub(crate) use discussion::share_at;
pub use discussion::{Amend, Close, DiscussPoint, MadeVersion, MoveTalk, Share, TalkStep};
pub use divide::{Divide, Divided};
pub use evidence::{Evidence, EvidenceKind, EvidenceLine};
pub use export::{Export, ExportCycle, ExportedCycle};
pub use get::{Get, ReviewPage};
pub(crate) use ground::hash_of;
pub use line::{BalanceLine, ReviewCycleLine, ReviewNext, ReviewPointLine, ReviewTimes, SelfReviewLine};
pub(crate) use list::coming;
pub use list::{List, ReviewLine};
pub use look::{CoachedPoint, GapLine, LookOver, ReviewHint, ReviewHintKind, ReviewLook};
pub(crate) use point::write_in;
pub use point::{MovePoint, RemovePoint, SavePoint};
pub use propose::{Propose, ReviewProposal, ReviewProposals};
pub use save::Save;
pub use self_review::{MoveSelf, ReadSelf, SelfStep};
pub(crate) use sheet::{Signs, in_a_word};
pub use sign::{Sign, SignByHand, TakeFile, TakenFile, Verified, VerifiedSignature, Verify, verify};
pub use standing::{Standing, StandingGoal, StandingNote, StandingPage, StandingTalk};
pub use version::{SignatureLine, VersionLine};
