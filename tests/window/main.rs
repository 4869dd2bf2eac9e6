//! The real window, driven as a person would drive it: keyboard first, in a home of its own.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod accessible;
mod capture;
mod ceremony;
mod daily;
mod durable;
mod evidence;
mod forgotten;
mod practice;
mod reviews;
mod shut_in;
