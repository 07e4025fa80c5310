//! The tests of the program and of its library, in one binary.
//!
//! Whole pages are held by snapshots: `INSTA_UPDATE=always cargo test --test it snapshots` writes them anew; read the difference.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test ends by panicking")]

mod answer;
mod architecture;
mod arguments;
mod check;
mod cli;
mod diff;
mod graphs;
mod hostile;
mod laws;
mod likeness;
mod own_roles;
mod pages;
mod readme;
mod schema;
mod shipped;
mod snapshots;
mod support;
