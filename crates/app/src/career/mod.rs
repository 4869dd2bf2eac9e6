//! Where people would like to go: their wishes, and the roles they try out.

mod exploration;
mod export;
mod get;
mod wish;

pub use exploration::{RemoveExploration, SaveExploration};
pub use export::ExportPlan;
pub use get::{CareerPage, ExplorationLine, Get, WishLine};
pub use wish::{RemoveWish, SaveWish};

#[cfg(test)]
mod tests;
