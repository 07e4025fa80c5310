//! The laws of the comparison, as `src/compare/mod.rs` promises them, over every group of the shipped roles and over
//! corpora made up at random.

// A failed expectation is how a test says no.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod alike;
mod careers;
mod everywhere;
mod generated;
mod groups;
mod order;
mod pictures;
mod relations;
mod rows;
mod salary;
mod search;
mod sides;
