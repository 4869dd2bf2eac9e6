//! The real window in the hands of a test: it looks, presses, types, and may pull the plug.

mod close_button;
mod display;
mod hands;
mod home;
mod keyboard;
mod processes;
mod undriven;

pub use hands::{NotDriven, Window};
pub use home::Home;
pub use undriven::Undriven;
