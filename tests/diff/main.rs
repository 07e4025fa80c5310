//! What has changed between two versions of a corpus: laws that hold for any two, edits that are told as what they were,
//! sizes that end in time, and the program as people and scripts meet it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test ends by panicking")]

#[path = "../cli/support.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod support;

mod edits;
mod laws;
mod program;
mod size;
mod versions;
