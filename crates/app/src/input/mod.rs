//! What others say for a review: asked for, talked about for five minutes, written up, approved word by word, and used
//! without a name. The rules stand in [`domain::review`].

mod approve;
mod ask;
mod line;
mod list;
mod save;
#[cfg(test)]
mod tests;

pub use domain::person::Relation;
pub use domain::review::{InputState, OneSided};

pub use approve::{Approval, Approve, ReadApproval};
pub use ask::{Ask, Compose, ComposeWhat};
pub use line::InputLine;
pub use list::{InputList, List};
pub use save::{Move, Remove, Save};
