//! The year's evidence in the real window: praise that came by mail, a hard talk until it is closed, and goals where the
//! company has said none.

mod goal;
mod mail;
mod talk;
