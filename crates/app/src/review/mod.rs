//! Reviews: written from the year's evidence, looked over, shared, talked about and signed. The rules stand in
//! [`domain::review`].

mod cycle;
mod divide;
mod evidence;
mod get;
mod ground;
mod line;
mod list;
mod look;
mod point;
mod propose;
mod save;
mod self_review;
mod version;

pub use cycle::{BeginCycle, CycleOverview, Cycles, StepCount};
pub use divide::{Divide, Divided};
pub use evidence::{Evidence, EvidenceKind, EvidenceLine};
pub use get::{Get, ReviewPage};
pub(crate) use ground::hash_of;
pub use line::{BalanceLine, ReviewCycleLine, ReviewNext, ReviewPointLine, ReviewTimes, SelfReviewLine};
pub use list::{List, ReviewLine};
pub use look::{CoachedPoint, GapLine, LookOver, ReviewHint, ReviewHintKind, ReviewLook};
pub use point::{MovePoint, RemovePoint, SavePoint};
pub use propose::{ReviewProposal, ReviewProposals, Propose};
pub use save::Save;
pub use self_review::{MoveSelf, ReadSelf, SelfStep};
pub use version::{SignatureLine, VersionLine};
